/**
 * The rules of markdown-it that find HTML, kept from what only looks like it: angle brackets in prose stay
 * words, and no comment or script that is never closed swallows the text below it.
 */
import type MarkdownIt from 'markdown-it';
import htmlBlock from 'markdown-it/lib/rules_block/html_block.mjs';
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';
import htmlInline from 'markdown-it/lib/rules_inline/html_inline.mjs';
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs';
import type { HtmlNames } from './html/tags.js';

/** What the rules read from the environment of a parse; without it there is no HTML. */
export interface HtmlEnvironment {
  html?: HtmlNames | undefined;
}

const lessThan = 0x3c;

/** Puts the rules in the place of the parser's own. */
export function useHtml(md: MarkdownIt): void {
  md.block.ruler.at('html_block', blockRule, { alt: ['paragraph', 'reference', 'blockquote'] });
  md.inline.ruler.at('html_inline', inlineRule);
}

function blockRule(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const at = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return isMarkup(state.src, at, state.env) && htmlBlock(state, line, endLine, silent);
}

function inlineRule(state: StateInline, silent: boolean): boolean {
  return isMarkup(state.src, state.pos, state.env) && htmlInline(state, silent);
}

function isMarkup(source: string, at: number, environment: unknown): boolean {
  if (source.charCodeAt(at) !== lessThan) return false;
  return (environment as HtmlEnvironment).html?.markupAt(source, at) !== undefined;
}
