/**
 * Where markup begins in a text that people typed: `<b>`, `</table>`, `<!-- … -->`, and which angle
 * brackets are words (`Vec<T>`, `a < b`, `<tên>`). Names that HTML does not know are elements only where
 * the text has both their tags; what is not closed as a tag must be is words too.
 */
import { find, html } from 'property-information';

/** A tag found in a text. */
export interface Tag {
  /** In lower case. */
  readonly name: string;
  /** UTF-16 offset behind its `>`. */
  readonly end: number;
  readonly closing: boolean;
  /** `<br/>`. */
  readonly selfClosing: boolean;
  /** As typed, between the name and the end. */
  readonly attributes: string;
}

/** HTML standard, 13.1.2: the names that HTML knows or knew. */
const known: ReadonlySet<string> = new Set(
  (
    'a abbr acronym address applet article aside audio b bdi bdo big blockquote br button canvas caption center ' +
    'cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption ' +
    'figure font footer form h1 h2 h3 h4 h5 h6 header hgroup hr i iframe img input ins kbd label legend li main ' +
    'map mark math menu meter mspace nav nobr noscript object ol optgroup option output p picture pre progress q rb rp rt ' +
    'rtc ruby s samp script search section select small source span strike strong style sub summary sup svg table ' +
    'tbody td template textarea tfoot th thead time tr track tt u ul var video wbr area param'
  ).split(' '),
);

/** Elements without content (HTML standard, 13.1.2). */
export const voidElements: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Elements whose content the parser of HTML takes as characters, up to their end tag. */
export const rawTextElements: ReadonlySet<string> = new Set(
  'script style textarea title iframe noembed noframes xmp'.split(' '),
);

/** Elements of a line that must end in the paragraph that they begin in. */
const phrasing: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span ' +
    'strike strong sub sup time tt u var script style textarea iframe'
  ).split(' '),
);

/** Whether an element that begins in a line of text must end there. */
export function endsInLine(name: string): boolean {
  return phrasing.has(name);
}

/** UTF-16 units: no attribute of an article is longer, and no search may run to the end of a file. */
const longestValue = '{0,16384}';
const openTag = new RegExp(
  `<([A-Za-z][A-Za-z0-9-]*)((?:\\s+[A-Za-z_:@][\\w:.@-]*(?:\\s*=\\s*(?:[^"'=<>\`\\s]+|'[^']${longestValue}'|"[^"]${longestValue}"))?)*)\\s*(\\/?)>`,
  'y',
);
const closeTag = /<\/([A-Za-z][A-Za-z0-9-]*)\s*>/y;

/** The whole tag that begins at an offset. */
export function tagAt(text: string, at: number): Tag | undefined {
  const pattern = text.charCodeAt(at + 1) === 0x2f ? closeTag : openTag;
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [whole, name = '', attributes = '', slash = ''] = match;
  const closing = pattern === closeTag;
  return {
    name: name.toLowerCase(),
    end: at + whole.length,
    closing,
    selfClosing: slash === '/',
    attributes,
  };
}

const attributeName = /([^\s=]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"']+))?/g;

/** Tells elements from words in one text. */
export class HtmlNames {
  readonly #paired = new Map<string, boolean>();
  /** In the text last looked at: where each thing stands for the last time. */
  #last = { text: '', at: new Map<string, number>() };

  constructor(private readonly source: string) {}

  /** Offset behind the comment or the tag of an element that begins here; undefined where it is words. */
  markupAt(text: string, at: number): number | undefined {
    if (text.startsWith('<!--', at)) {
      return this.#comesBehind(text, '-->', at) ? text.indexOf('-->', at + 4) + 3 : undefined;
    }
    const tag = tagAt(text, at);
    if (!tag || !this.isElement(tag)) return undefined;
    const whole = !tag.closing && !tag.selfClosing && (tag.name === 'pre' || rawTextElements.has(tag.name));
    return whole && !this.#comesBehind(text, `</${tag.name}`, at) ? undefined : tag.end;
  }

  /** Whether the text has a word, in any case of letters, behind a place. */
  #comesBehind(text: string, word: string, at: number): boolean {
    if (this.#last.text !== text) this.#last = { text, at: new Map() };
    const last = this.#last.at.get(word) ?? text.toLowerCase().lastIndexOf(word);
    this.#last.at.set(word, last);
    return last >= at + 4;
  }

  isElement(tag: Tag): boolean {
    if (!known.has(tag.name)) return this.#isPaired(tag.name);
    return tag.closing || !/[^\s]/.test(tag.attributes) || !saysSomething(tag.attributes);
  }

  /** Whether the text has an opening and a closing tag of that name. */
  #isPaired(name: string): boolean {
    const before = this.#paired.get(name);
    if (before !== undefined) return before;
    const has = (start: string): boolean => new RegExp(`${start}${name}[\\s/>]`, 'i').test(this.source);
    const paired = has('<') && has('</');
    this.#paired.set(name, paired);
    return paired;
  }
}

/** `<b and c>`: an attribute without a value that HTML does not have is a word. */
function saysSomething(attributes: string): boolean {
  for (const [typed, name = ''] of attributes.matchAll(attributeName)) {
    if (typed !== name) continue;
    const { boolean, overloadedBoolean } = find(html, name.toLowerCase());
    if (!boolean && !overloadedBoolean && !/^(?:data-|id$|class$|alt$|title$|nowrap$|noshade$)/i.test(name))
      return true;
  }
  return false;
}

/** U+FDD1 and U+FDD2, noncharacters: in no source; they hold the numbers of what stands in a text already. */
export const placeMarks = { open: '\ufdd1', close: '\ufdd2' } as const;
/** A number between the marks. */
export const placePattern = new RegExp(`${placeMarks.open}\\d+${placeMarks.close}`, 'g');

/** A part of a text of markup: taken as it is, or words in which no angle bracket may be read. */
export interface MarkupPiece {
  readonly type: 'markup' | 'words';
  readonly text: string;
  readonly at: number;
}

/**
 * Parts a block of HTML into what is markup and what only looks like it. Elements of characters (`script`)
 * and drawings (`svg`, `math`) stay whole.
 */
export function* markupPieces(block: string, names: HtmlNames): Generator<MarkupPiece> {
  let from = 0;
  for (let at = block.indexOf('<'); at >= 0; at = block.indexOf('<', at)) {
    const end = wholeMarkup(block, at, names);
    if (end === undefined) {
      at++;
      continue;
    }
    if (at > from) yield { type: 'words', text: block.slice(from, at), at: from };
    yield { type: 'markup', text: block.slice(at, end), at };
    from = end;
    at = end;
  }
  if (from < block.length) yield { type: 'words', text: block.slice(from), at: from };
}

function wholeMarkup(block: string, at: number, names: HtmlNames): number | undefined {
  const tag = tagAt(block, at);
  const whole = tag && (rawTextElements.has(tag.name) || tag.name === 'svg' || tag.name === 'math');
  if (!tag || !whole || tag.closing || tag.selfClosing) return names.markupAt(block, at);
  const close = new RegExp(`</${tag.name}\\s*>`, 'gi');
  close.lastIndex = tag.end;
  if (close.test(block)) return close.lastIndex;
  // A formula in a line of Markdown comes tag by tag.
  return tag.name === 'math' ? names.markupAt(block, at) : undefined;
}
