/**
 * Blocks of one line → nodes, without the parser of blocks: headings, and paragraphs that begin with what
 * begins nothing else. Most of any text is such lines, and most of these hold no inline syntax either. The
 * nodes are those that the parser's tokens would give.
 */
import { element, noProperties, text, type TreeNode } from '../document/tree.js';
import type { HtmlNames } from './html/tags.js';
import type { MarkdownContext } from './markdown-context.js';
import { figuresOf } from './markdown-figures.js';
import { inlineNodes } from './markdown-inline.js';
import { beginsParagraph, parseLine, type Token } from './markdown-parse.js';
import { isBlank } from './source-text.js';
import { titleLine } from './title.js';

/** A block of one line, parsed. */
export interface LineBlock {
  /** Of the element. */
  readonly tagName: string;
  readonly words: string;
  /** Of the words, from 1. */
  readonly column: number;
  /** Inline tokens; undefined where the words are nothing but words. */
  readonly tokens: readonly Token[] | undefined;
}

/** The marks and words of a heading; one that is closed by marks (`# … #`) is left to the parser. */
const heading = /^(#{1,6})[ \t]+([^\s#](?:[^]*[^\s#])?)[ \t]*$/;

/** Whether a line that stands where no other block goes on is a block by itself, whatever follows. */
export function isLineBlock(line: string, next = ''): boolean {
  if (line.startsWith('#')) return heading.test(line);
  return isBlank(next) && line.charCodeAt(line.length - 1) > 0x20 && beginsParagraph(line, 0);
}

/** Parses the line of a block. */
export function parseLineBlock(line: string, html?: HtmlNames): LineBlock {
  const [, marks, words] = line.startsWith('#') ? (heading.exec(line) ?? []) : [];
  if (marks === undefined || words === undefined)
    return { tagName: 'p', words: line, column: 1, tokens: parseLine(line, html) };
  const column = line.indexOf(words, marks.length) + 1;
  return { tagName: `h${marks.length}`, words, column, tokens: parseLine(words, html) };
}

/** The nodes of the block on a line, which is counted from 0. */
export function lineBlockNodes(
  block: LineBlock,
  line: number,
  context: MarkdownContext,
): readonly TreeNode[] {
  const { tagName, words, column, tokens } = block;
  const { file } = context;
  const span = { file, line: line + 1 };
  if (tokens === undefined) {
    const only = text(words, { span: { file, line: line + 1, column, length: words.length } });
    return [element(tagName, noProperties, inBlock(tagName, [only]), { span })];
  }
  context.enter([line, line + 1]);
  const figures = tagName === 'p' ? figuresOf(tokens, context) : undefined;
  if (figures) return figures;
  const nodes = inlineNodes(tokens, context);
  return [element(tagName, noProperties, inBlock(tagName, nodes), { span })];
}

/** Only the topmost heading is a title. */
function inBlock(tagName: string, nodes: readonly TreeNode[]): readonly TreeNode[] {
  return tagName === 'h1' ? titleLine(nodes) : nodes;
}
