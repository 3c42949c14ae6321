/**
 * The HTML of a document → our tree, by the mapping that all HTML takes (`html/`): positions from the
 * numbers of the paragraphs, notes lifted to behind the block that refers to them, captions into tables.
 */
import type { Diagnostic } from '../../diagnostic.js';
import {
  element,
  hasClass,
  noProperties,
  text,
  type ElementNode,
  type TreeNode,
} from '../../document/tree.js';
import { creditOf } from '../credit.js';
import { mapHtml } from '../html/map-html.js';
import {
  isElement,
  nestingDiagnostics,
  parseHtmlFragment,
  type HtmlElement,
  type HtmlNode,
} from '../html/parse.js';
import { settleBlocks } from '../html/settle.js';
import { markNamedWords } from '../named-words.js';
import { idPrefix, type ConvertedDocument } from './convert.js';
import { paragraphNumber } from './number-paragraphs.js';
import { placeNotes } from './place-notes.js';
import { recognisedTree } from './recognised-tree.js';

/** The blocks of a document; what there is to say goes to `diagnostics`. */
export function mapDocumentHtml(
  { html, lines, recognised, pictures }: ConvertedDocument,
  file: string,
  language: string,
  diagnostics: Diagnostic[],
): readonly TreeNode[] {
  const { content: nodes, leftOut } = parseHtmlFragment(html);
  const lineAt = takeNumbers(nodes, html);
  diagnostics.push(...nestingDiagnostics(leftOut, file, lineAt));
  const mapped = mapHtml(nodes, {
    file,
    language,
    diagnostics,
    lineAt,
    pictureOf: (node) => ({
      image: pictures.get(node.attrs.find(({ name }) => name === 'src')?.value ?? ''),
      sidecar: undefined,
    }),
  });
  const settled = settleBlocks(mapped);
  const told = recognised ? recognisedTree(settled, recognised.blocks, lines, file) : settled;
  return markNamedWords(captionTables(placeNotes(told))).map(withCredits);
}

/** Takes the numbers out of the nodes; what stands between two belongs to the paragraph of the first. */
function takeNumbers(nodes: readonly HtmlNode[], html: string): (offset: number) => number {
  const starts: { readonly offset: number; readonly number: number }[] = [];
  const take = (parent: { childNodes: HtmlNode[] }): void => {
    parent.childNodes = parent.childNodes.filter((node) => {
      const number = isElement(node) ? numberIn(node) : undefined;
      if (number === undefined) {
        if (isElement(node)) take(node);
        return true;
      }
      const offset = node.sourceCodeLocation?.startOffset ?? 0;
      starts.push({ offset: openingAt(html, offset), number });
      return false;
    });
  };
  for (const node of nodes) if (isElement(node)) take(node);
  return (offset) => starts[lastAtMost(starts, offset)]?.number ?? starts[0]?.number ?? 1;
}

function numberIn(node: HtmlElement): number | undefined {
  if (node.tagName !== 'a') return undefined;
  const id = node.attrs.find(({ name }) => name === 'id')?.value;
  return id?.startsWith(idPrefix) ? paragraphNumber(id.slice(idPrefix.length)) : undefined;
}

/** Where the tags begin that open right before a place: mammoth writes nothing between them. */
function openingAt(html: string, place: number): number {
  let at = place;
  while (html[at - 1] === '>') {
    const tag = html.lastIndexOf('<', at - 1);
    if (tag < 0 || html[tag + 1] === '/' || html[at - 2] === '/') break;
    at = tag;
  }
  return at;
}

/** Index of the last start that is not behind an offset; -1 when there is none. */
function lastAtMost(starts: readonly { readonly offset: number }[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle]?.offset ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A caption above or below a table is the table's. */
function captionTables(blocks: readonly TreeNode[]): readonly TreeNode[] {
  const made: TreeNode[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    const next = blocks[at + 1];
    if (!block) continue;
    if (isCaption(block) && isTable(next)) {
      made.push(withCaption(next, block));
      at++;
    } else if (isTable(block) && isCaption(next) && !isTable(blocks[at + 2])) {
      made.push(withCaption(block, next));
      at++;
    } else made.push(block);
  }
  return made;
}

function isTable(node: TreeNode | undefined): node is ElementNode {
  return node?.type === 'element' && node.tagName === 'table';
}

function isCaption(node: TreeNode | undefined): node is ElementNode {
  return node?.type === 'element' && node.tagName === 'p' && hasClass(node, 'caption');
}

function withCaption(table: ElementNode, words: ElementNode): ElementNode {
  const caption = element('caption', noProperties, words.children, words.span ? { span: words.span } : {});
  return { ...table, children: [caption, ...table.children] };
}

/** The photographers' credits at the ends of captions. */
function withCredits(node: TreeNode): TreeNode {
  if (node.type === 'text') return node;
  if (node.tagName !== 'figcaption') return { ...node, children: node.children.map(withCredits) };
  const last = node.children.at(-1);
  const credit = last?.type === 'text' ? creditOf(last.value) : undefined;
  if (!credit || last?.type !== 'text') return node;
  const span = last.span ? { span: last.span } : {};
  const part = (start: number, end?: number): readonly TreeNode[] =>
    last.value.slice(start, end) === '' ? [] : [text(last.value.slice(start, end), span)];
  const marked = element('span', { className: ['credit'] }, part(credit.start, credit.end), span);
  const children = [...node.children.slice(0, -1), ...part(0, credit.start), marked, ...part(credit.end)];
  return { ...node, children };
}
