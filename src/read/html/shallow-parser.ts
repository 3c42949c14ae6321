/**
 * The parser of the HTML standard with an end to nesting. Tags of elements that would stand deeper than
 * `limits.htmlNesting` are left out while the text is parsed, so that its time grows with its length (every
 * tag looks through the open elements) and later stages may go down the tree by calls. Words, pictures and
 * paragraphs stay, in their order.
 */
import { Parser, Token, type DefaultTreeAdapterMap, type ParserOptions } from 'parse5';
import { limits } from '../limits.js';
import { isPhrasing } from './elements.js';
import { placeMarks, rawTextElements, voidElements } from './tags.js';

/** They stand where their table does: a table that is kept is kept whole. */
const tableParts: ReadonlySet<string> = new Set('caption colgroup tbody td tfoot th thead tr'.split(' '));

/** HTML standard, 13.2.4.3: elements that are opened again in every block until they are closed. */
const formatting: ReadonlySet<string> = new Set(
  'a b big code em font i nobr s small strike strong tt u'.split(' '),
);

/** Elements whose tags are left out: how many, the UTF-16 offset of the first, and the limit that it met. */
export interface LeftOutTags {
  readonly count: number;
  readonly at: number;
  readonly limit: number;
}

export class ShallowParser extends Parser<DefaultTreeAdapterMap> {
  #leftOut: LeftOutTags = { count: 0, at: 0, limit: limits.htmlNesting };
  /** Elements left out that are still open, and how many of each name. */
  #open: string[] = [];
  #counts = new Map<string, number>();

  static ofFragment(options: ParserOptions<DefaultTreeAdapterMap>): ShallowParser {
    // The method of parse5 makes an object of the class that it is called on.
    const parser = ShallowParser.getFragmentParser(null, options);
    if (!(parser instanceof ShallowParser)) throw new TypeError('the parser of a fragment is none of ours');
    return parser;
  }

  get leftOut(): LeftOutTags {
    return this.#leftOut;
  }

  override onStartTag(token: Token.TagToken): void {
    const limit = this.#limitMet(token);
    if (limit === undefined) return super.onStartTag(token);
    const { count } = this.#leftOut;
    const first = count === 0 ? { at: token.location?.startOffset ?? 0, limit } : this.#leftOut;
    this.#leftOut = { ...first, count: count + 1 };
    this.#open.push(token.tagName);
    this.#counts.set(token.tagName, (this.#counts.get(token.tagName) ?? 0) + 1);
    this.#part(token);
  }

  override onEndTag(token: Token.TagToken): void {
    const { tagName } = token;
    if (this.#open.length === 0 || tagName === 'p' || rawTextElements.has(tagName))
      return super.onEndTag(token);
    if ((this.#counts.get(tagName) ?? 0) > 0) {
      for (let name = this.#open.pop(); name !== undefined; name = this.#open.pop()) {
        this.#counts.set(name, (this.#counts.get(name) ?? 0) - 1);
        if (name === tagName) break;
      }
      return this.#part(token);
    }
    // The end of an element around all those that were left out.
    this.#open = [];
    this.#counts.clear();
    super.onEndTag(token);
  }

  #limitMet(token: Token.TagToken): number | undefined {
    if (this.openElements.stackTop >= limits.htmlNesting && this.#nests(token)) return limits.htmlNesting;
    const formats = formatting.has(token.tagName) ? this.activeFormattingElements.entries.length : 0;
    return formats >= limits.htmlFormats ? limits.htmlFormats : undefined;
  }

  /** Whether an element makes the tree deeper for those that follow. */
  #nests({ tagName, selfClosing, attrs }: Token.TagToken): boolean {
    if (voidElements.has(tagName) || rawTextElements.has(tagName)) return false;
    if (this.currentNotInHTML) return !selfClosing;
    // A paragraph ends where the next begins.
    if (tagName === 'p') return false;
    // What Markdown made holds words by their numbers, and is nested no deeper than that allows.
    if (attrs.some(({ name }) => name === placeMarks.open)) return false;
    return this.#open.length > 0 || !tableParts.has(tagName);
  }

  /** Words of blocks do not run together. */
  #part({ tagName, location }: Token.TagToken): void {
    if (isPhrasing(tagName) || formatting.has(tagName)) return;
    this.onWhitespaceCharacter({ type: Token.TokenType.WHITESPACE_CHARACTER, chars: ' ', location });
  }
}
