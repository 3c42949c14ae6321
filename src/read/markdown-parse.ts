/**
 * Markdown → tokens of markdown-it, with tables, footnotes, definition lists, containers, attributes and
 * HTML; without guessed links and typographic replacement: the words stay as typed. Footnotes are left in
 * place (`footnote_reference_open … close`), for the tree puts them behind their reference.
 */
import MarkdownIt, { type PluginWithOptions } from 'markdown-it';
import attributes from 'markdown-it-attrs';
import containers from 'markdown-it-container';
import definitionLists from 'markdown-it-deflist';
import footnotes from 'markdown-it-footnote';
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';
import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import { readContainer } from './boxes.js';
import type { HtmlNames } from './html/tags.js';
import { attributeGroup, bracketedSpan, setLineAttributes } from './markdown-attributes.js';
import { useHtml, type HtmlEnvironment } from './markdown-html-rules.js';
import { withLineFeeds } from './source-text.js';

export type { Token };

/** What the footnote plugin notes while parsing. */
export interface FootnoteEnvironment extends HtmlEnvironment {
  footnotes?: {
    /** `:label` → number from 0, or −1 while nothing refers to it. */
    refs?: Record<string, number>;
    list?: { label?: string; tokens?: Token[] }[];
  };
}

const allowedAttributes = [
  'id',
  'class',
  'lang',
  'dir',
  'title',
  'start',
  'width',
  'height',
  /^data-[\w-]+$/,
];

/** Stands for a brace that is text while attributes are looked for; a noncharacter, in no source. */
const textBrace = '\ufdd0';
/** The plugin's types are those of markdown-it's CommonJS build, which differ in name only. */
const curlyAttributes = attributes as unknown as PluginWithOptions<{
  allowedAttributes: (string | RegExp)[];
}>;

/** What the tokens of a `:::` container are called: `container_box_open`. */
export const container = 'box';

/** With and without the attribute plugin, which looks at every token several times; made when needed. */
const parsers = new Map<boolean, MarkdownIt>();

/**
 * Parses a Markdown text that stands below so many lines of its file. Line numbers in the tokens' maps
 * are those of the file and count from 0. `html` tells its HTML from words.
 */
export function parseMarkdown(
  source: string,
  linesAbove = 0,
  html?: HtmlNames,
): {
  readonly tokens: Token[];
  readonly notes: FootnoteEnvironment;
} {
  const notes: FootnoteEnvironment = { html };
  const tokens = parserFor(source.includes('{')).parse(source, notes);
  if (linesAbove > 0) moveDown(tokens, linesAbove);
  return { tokens, notes };
}

/** The inline tokens of a line without braces; undefined where it is nothing but words. */
export function parseLine(line: string, html?: HtmlNames): readonly Token[] | undefined {
  if (!inlineSyntax.test(line)) return undefined;
  return parserFor(false).parseInline(line, { html })[0]?.children ?? [];
}

function parserFor(braces: boolean): MarkdownIt {
  const parser = parsers.get(braces) ?? makeParser(braces);
  parsers.set(braces, parser);
  return parser;
}

function moveDown(tokens: readonly Token[], lines: number): void {
  for (const token of tokens) if (token.map) token.map = [token.map[0] + lines, token.map[1] + lines];
}

function makeParser(braces: boolean): MarkdownIt {
  const md = new MarkdownIt({ html: true, linkify: false, typographer: false });
  useHtml(md);
  md.use(footnotes).use(definitionLists);
  md.use(containers, container, { validate: (info: string) => readContainer(info) !== undefined });
  md.core.ruler.disable('footnote_tail');
  md.block.ruler.before('table', 'plain_paragraph', plainParagraph);
  md.core.ruler.at('inline', parseInline);
  md.core.ruler.at('normalize', normalizeLineEnds);
  if (!braces) return md;
  md.inline.ruler.after('link', 'bracketed_span', bracketedSpan);
  md.use(curlyAttributes, { allowedAttributes });
  // The attribute plugin takes any braces at the end of a block: `tập {1, 2}` would lose its words.
  md.core.ruler.before('curly_attributes', 'hide_braces', ({ tokens }) => {
    for (const { children } of tokens) if (children) setLineAttributes(children, allowedAttributes);
    eachText(tokens, (typed) =>
      typed.replace(/\{/g, (brace, at: number) => (attributeGroup.test(typed.slice(at)) ? brace : textBrace)),
    );
  });
  md.core.ruler.after('curly_attributes', 'show_braces', ({ tokens }) => {
    eachText(tokens, (typed) => typed.replaceAll(textBrace, '{'));
  });
  return md;
}

/**
 * The block of most lines of a book, before any other rule is tried: a line of its own between blank
 * ones that begins at the margin as only a paragraph does, unless a definition (`: …`) follows.
 */
function plainParagraph(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  if (silent || state.parentType !== 'root' || state.blkIndent !== 0 || state.sCount[line] !== 0)
    return false;
  const start = state.bMarks[line] ?? 0;
  const end = state.eMarks[line] ?? 0;
  if (!beginsParagraph(state.src, start) || state.src.charCodeAt(end - 1) <= 0x20) return false;
  if (line + 1 < endLine && !state.isEmpty(line + 1)) return false;
  if (
    line + 2 < endLine &&
    /[:~]/.test(state.src.charAt((state.bMarks[line + 2] ?? 0) + (state.tShift[line + 2] ?? 0)))
  )
    return false;
  const map: [number, number] = [line, line + 1];
  state.line = line + 1;
  state.push('paragraph_open', 'p', 1).map = map;
  const inline = state.push('inline', '', 0);
  inline.content = state.src.slice(start, end);
  inline.map = map;
  inline.children = [];
  state.push('paragraph_close', 'p', -1);
  return true;
}

/** Whether nothing but a paragraph begins so: with a letter, a quotation mark, a bracket, a picture, a word set off. */
export function beginsParagraph(source: string, at: number): boolean {
  const code = source.charCodeAt(at);
  if (isLetter(code) || code === 0x21 || code === 0x22 || code === 0x27 || code === 0x28) return true;
  if (code !== 0x2a && code !== 0x5f) return false;
  const second = source.charCodeAt(at + 1);
  return isLetter(second === code ? source.charCodeAt(at + 2) : second);
}

/** A to Z, a to z and whatever comes behind Latin-1's signs: letters and quotation marks, no syntax. */
function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code >= 0xc0;
}

/** NUL, which the rule of this name replaces too, does not come so far (`decode.ts`). */
function normalizeLineEnds(state: StateCore): void {
  state.src = withLineFeeds(state.src);
}

/** Characters with which any inline syntax of ours begins; without one the text is a single token. */
const inlineSyntax = /[\n\\`~*_[<&^{]/;

function parseInline(state: StateCore): void {
  const { md, env } = state;
  for (const token of state.tokens) {
    if (token.type !== 'inline') continue;
    const children = (token.children ??= []);
    if (token.content !== '' && !inlineSyntax.test(token.content)) {
      const only = new state.Token('text', '', 0);
      only.content = token.content;
      children.push(only);
    } else md.inline.parse(token.content, md, env, children);
  }
}

function eachText(tokens: readonly Token[], change: (typed: string) => string): void {
  for (const token of tokens) {
    if (token.type === 'inline' || token.type === 'text' || token.type === 'code_inline') {
      token.content = change(token.content);
    }
    if (token.children) eachText(token.children, change);
  }
}
