/**
 * Words of a line that have a meaning of their own, found by their form: the dateline of a lead, the authors
 * of a byline, the photographer's credit of a caption. The same for pasted texts, where the line was
 * recognised, and for Markdown, where its class says what it is.
 */
import { classes, element, text, type ElementNode, type TextNode, type TreeNode } from '../document/tree.js';
import { bylineOf, sourceOf } from './byline.js';
import { creditOf } from './credit.js';
import { datelineOf } from './dateline.js';
import { figure } from './figure.js';

/** A stretch of a text, UTF-16 offsets. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What a paragraph's class lets look for: the class of the words, and where they stand. */
const searches: Readonly<
  Record<string, (words: string) => { readonly name: string; readonly at: readonly Stretch[] }>
> = {
  lead: (words) => ({ name: 'dateline', at: upTo(datelineOf(words)?.text.length) }),
  byline: (words) => ({ name: 'author', at: authors(bylineOf(words)?.names) }),
  source: (words) => ({ name: 'author', at: authors(sourceOf(words)) }),
  caption: (words) => ({ name: 'credit', at: [creditOf(words)].filter((found) => found !== undefined) }),
};

/** Blocks with the meaning of such paragraphs' words marked; a caption by itself is a figure without its photo. */
export function markNamedWords(blocks: readonly TreeNode[]): readonly TreeNode[] {
  return blocks.map((block) => (block.type === 'element' ? markIn(block) : block));
}

function markIn(block: ElementNode): ElementNode {
  if (block.tagName === 'blockquote' && classes(block).includes('letter'))
    return { ...block, children: markNamedWords(block.children) };
  const kind =
    block.tagName === 'p' ? classes(block).find((name) => Object.hasOwn(searches, name)) : undefined;
  const search = kind === undefined ? undefined : searches[kind];
  const [only, ...others] = block.children;
  if (!search || only?.type !== 'text') return block;
  const { name, at } = others.length > 0 ? { name: '', at: [] } : search(only.value);
  const children = at.length > 0 ? marked(only, name, at) : block.children;
  if (kind !== 'caption') return { ...block, children };
  const { className: _, ...properties } = block.properties;
  const span = block.span ?? { file: '' };
  const own = { ...properties, className: classes(block).filter((one) => one !== 'caption') };
  return figure({
    image: undefined,
    alt: undefined,
    caption: children,
    captionText: only.value,
    span,
    properties: own,
  }).node;
}

function upTo(length: number | undefined): readonly Stretch[] {
  return length === undefined ? [] : [{ start: 0, end: length }];
}

function authors(
  names: readonly { readonly type: string; readonly text: string; readonly start: number }[] | undefined,
): readonly Stretch[] {
  const found = (names ?? []).filter((named) => named.type === 'author');
  return found.map(({ start, text: words }) => ({ start, end: start + words.length }));
}

/** A text with `span`s of a class around its stretches. */
function marked(node: TextNode, name: string, stretches: readonly Stretch[]): readonly TreeNode[] {
  const nodes: TreeNode[] = [];
  let from = 0;
  const plain = (to: number): void => {
    if (to > from) nodes.push(part(node, from, to));
  };
  for (const { start, end } of stretches) {
    plain(start);
    const own = part(node, start, end);
    nodes.push(element('span', { className: [name] }, [own], own.span ? { span: own.span } : {}));
    from = end;
  }
  plain(node.value.length);
  return nodes;
}

function part(node: TextNode, start: number, end: number): TextNode {
  const value = node.value.slice(start, end);
  const { span } = node;
  if (span?.column === undefined || span.length !== node.value.length)
    return text(value, span ? { span } : {});
  return text(value, { span: { ...span, column: span.column + start, length: end - start } });
}
