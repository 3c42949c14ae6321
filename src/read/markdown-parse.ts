/**
 * Markdown → tokens of markdown-it, with tables, footnotes, definition lists and attributes; without
 * HTML, guessed links and typographic replacement: the words stay as typed. Footnotes are left in
 * place (`footnote_reference_open … close`), for the tree puts them behind their reference.
 */
import MarkdownIt, { type PluginWithOptions } from 'markdown-it';
import attributes from 'markdown-it-attrs';
import definitionLists from 'markdown-it-deflist';
import footnotes from 'markdown-it-footnote';
import type Token from 'markdown-it/lib/token.mjs';

export type { Token };

/** What the footnote plugin notes while parsing. */
export interface FootnoteEnvironment {
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
/**
 * `{.class #id key=value}`: anything else in braces is the author's words. A blank or the brace must end
 * every item, or a long one could be read in exponentially many ways.
 */
const attributeGroup =
  /^\{:?\s*(?:(?:[.#][\p{L}\p{N}_.-]+|[a-zA-Z][\w-]*=(?:"[^"]*"|'[^']*'|[^\s"'{}]+))(?=[\s}])\s*)+\}/u;

/** The plugin's types are those of markdown-it's CommonJS build, which differ in name only. */
const curlyAttributes = attributes as unknown as PluginWithOptions<{
  allowedAttributes: (string | RegExp)[];
}>;

const parser = makeParser();

/** Parses a Markdown text. Line numbers in the tokens' maps count from 0. */
export function parseMarkdown(source: string): {
  readonly tokens: Token[];
  readonly notes: FootnoteEnvironment;
} {
  const notes: FootnoteEnvironment = {};
  return { tokens: parser.parse(source, notes), notes };
}

function makeParser(): MarkdownIt {
  const md = new MarkdownIt({ html: false, linkify: false, typographer: false });
  md.use(footnotes).use(definitionLists).use(curlyAttributes, { allowedAttributes });
  md.core.ruler.disable('footnote_tail');
  // The attribute plugin takes any braces at the end of a block: `tập {1, 2}` would lose its words.
  md.core.ruler.before('curly_attributes', 'hide_braces', ({ tokens }) => {
    eachText(tokens, (typed) =>
      typed.replace(/\{/g, (brace, at: number) => (attributeGroup.test(typed.slice(at)) ? brace : textBrace)),
    );
  });
  md.core.ruler.after('curly_attributes', 'show_braces', ({ tokens }) => {
    eachText(tokens, (typed) => typed.replaceAll(textBrace, '{'));
  });
  return md;
}

function eachText(tokens: readonly Token[], change: (typed: string) => string): void {
  for (const token of tokens) {
    if (token.type === 'inline' || token.type === 'text' || token.type === 'code_inline') {
      token.content = change(token.content);
    }
    if (token.children) eachText(token.children, change);
  }
}
