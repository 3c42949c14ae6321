/**
 * A small strict parser of HTML fragments: what a Liquid slot rendered → nodes of one origin.
 * It is no browser: every element is closed, every attribute quoted, only the elements and attributes
 * that furniture needs are known. So a slip in a template is a message, not a guess, and no script,
 * style or event handler can come in with a variable.
 */
import { find, html } from 'property-information';
import {
  element,
  text,
  type ElementNode,
  type Origin,
  type Properties,
  type TreeNode,
} from '../document/tree.js';

/** Nodes, or what is wrong and where (offset in the fragment). */
export type ParsedFragment =
  | { readonly ok: true; readonly nodes: readonly TreeNode[] }
  | { readonly ok: false; readonly problem: string; readonly offset: number };

const voidElements = new Set(['br', 'hr', 'wbr']);
const inlineElements = new Set(
  'a abbr b bdi br cite code em i q small span strong sub sup time wbr'.split(' '),
);
const blockElements = new Set(
  (
    'article aside blockquote dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ' +
    'ol p section table tbody td tfoot th thead tr ul'
  ).split(' '),
);
const attributeNames = new Set(
  'class id lang dir href title colspan rowspan scope start datetime role hidden'.split(' '),
);
/** Only phrasing content may stand in these; anything else would not be valid in the ebook. */
const phrasingOnly = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', ...inlineElements]);
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  middot: '·',
  times: '×',
  copy: '©',
};

class FragmentProblem extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

interface OpenElement {
  readonly origin: Origin;
  readonly tagName: string;
  readonly properties: Properties;
  readonly children: TreeNode[];
  readonly offset: number;
}

const tag =
  /<(\/?)([A-Za-z][A-Za-z0-9]*)((?:\s+[^\s=>"'/]+\s*=\s*(?:"[^"]*"|'[^']*')|\s+[^\s=>"'/]+)*)\s*(\/?)>/y;
const attributePattern = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g;

/**
 * Parses a fragment. White space between elements that holds a line break is indentation and is left
 * out; all other text stays as it is.
 */
export function parseFragment(fragment: string, origin: Origin): ParsedFragment {
  try {
    return { ok: true, nodes: parse(fragment, origin) };
  } catch (error) {
    if (error instanceof FragmentProblem) return { ok: false, problem: error.message, offset: error.offset };
    throw error;
  }
}

function parse(fragment: string, origin: Origin): readonly TreeNode[] {
  const root: OpenElement = { origin, tagName: '', properties: {}, children: [], offset: 0 };
  const open: OpenElement[] = [root];
  let at = 0;
  while (at < fragment.length) {
    const parent = open[open.length - 1] ?? root;
    if (fragment.startsWith('<!--', at)) {
      at = endOfComment(fragment, at);
    } else if (fragment[at] === '<') {
      tag.lastIndex = at;
      const match = tag.exec(fragment);
      if (!match) throw new FragmentProblem(`"${excerpt(fragment, at)}" is not a tag`, at);
      if (match[1]) close(open, (match[2] ?? '').toLowerCase(), at);
      else start(open, match, at);
      at = tag.lastIndex;
    } else {
      const next = fragment.indexOf('<', at);
      const end = next < 0 ? fragment.length : next;
      const value = decode(fragment.slice(at, end), at);
      if (/\S|^[^\n\r]*$/.test(value)) parent.children.push(text(value, { origin }));
      at = end;
    }
  }
  const last = open[open.length - 1];
  if (last && last !== root) throw new FragmentProblem(`<${last.tagName}> is not closed`, last.offset);
  return root.children;
}

function start(open: OpenElement[], match: RegExpExecArray, at: number): void {
  const tagName = (match[2] ?? '').toLowerCase();
  const parent = open[open.length - 1];
  const origin = parent?.origin ?? 'template';
  if (!inlineElements.has(tagName) && !blockElements.has(tagName)) {
    throw new FragmentProblem(`<${tagName}> is not allowed in furniture`, at);
  }
  if (parent && phrasingOnly.has(parent.tagName) && !inlineElements.has(tagName)) {
    throw new FragmentProblem(`<${tagName}> cannot stand in <${parent.tagName}>`, at);
  }
  const opened = { origin, tagName, properties: propertiesOf(match[3] ?? '', at), children: [], offset: at };
  if (voidElements.has(tagName)) parent?.children.push(finished(opened));
  else if (match[4]) throw new FragmentProblem(`<${tagName}/> must be <${tagName}></${tagName}>`, at);
  else open.push(opened);
}

function close(open: OpenElement[], tagName: string, at: number): void {
  const current = open.length > 1 ? open.pop() : undefined;
  if (current?.tagName !== tagName) {
    const inside = current ? ` inside <${current.tagName}>` : '';
    throw new FragmentProblem(`</${tagName}> closes nothing${inside}`, at);
  }
  open[open.length - 1]?.children.push(finished(current));
}

function finished(open: OpenElement): ElementNode {
  return element(open.tagName, open.properties, open.children, { origin: open.origin });
}

/** HTML attributes → hast properties. */
function propertiesOf(source: string, at: number): Properties {
  const properties: Record<string, string | string[] | number | boolean> = {};
  for (const [, rawName = '', double, single] of source.matchAll(attributePattern)) {
    const name = rawName.toLowerCase();
    if (!attributeNames.has(name) && !name.startsWith('aria-') && !name.startsWith('data-')) {
      throw new FragmentProblem(`the attribute ${name} is not allowed in furniture`, at);
    }
    const value = decode(double ?? single ?? '', at);
    if (name === 'href' && !/^(#|https?:|mailto:)/i.test(value)) {
      throw new FragmentProblem(
        `href="${value}" is neither a web address nor a place in the publication`,
        at,
      );
    }
    const info = find(html, name);
    properties[info.property] = info.boolean
      ? true
      : info.number
        ? Number(value)
        : info.spaceSeparated
          ? value.split(/\s+/).filter(Boolean)
          : value;
  }
  return properties;
}

function decode(source: string, at: number): string {
  return source.replace(/&(#x[0-9a-f]+|#\d+|\w+)?;?/gi, (whole: string, name?: string) => {
    if (name === undefined || !whole.endsWith(';'))
      throw new FragmentProblem('"&" must be written "&amp;"', at);
    if (name.startsWith('#')) {
      const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
      if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
    }
    const character = entities[name];
    if (character === undefined)
      throw new FragmentProblem(`the character reference ${whole} is not known`, at);
    return character;
  });
}

function endOfComment(fragment: string, at: number): number {
  const end = fragment.indexOf('-->', at + 4);
  if (end < 0) throw new FragmentProblem('a comment is not closed', at);
  return end + 3;
}

function excerpt(fragment: string, at: number): string {
  return fragment.slice(at, at + 24).split('\n')[0] ?? '';
}
