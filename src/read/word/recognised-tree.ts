/**
 * The blocks of a document's tree, those that were recognised by their words made what they are: by the same
 * step as for pasted texts, with bold, links, notes and pictures in the line kept. All others stay as they are.
 */
import { hasClass, text, textOf, type ElementNode, type TreeNode } from '../../document/tree.js';
import { creditOf } from '../credit.js';
import { figure } from '../figure.js';
import { placeOf } from '../newspaper-facts.js';
import { captionNodes } from '../newspaper-photos.js';
import { blockElements, type WordSource } from '../newspaper-tree.js';
import { isLeftOut } from '../left-out.js';
import { captionsOf } from '../newspaper.js';
import type { Recognised } from '../recognise.js';
import { typedOffset, type Passage } from '../source-text.js';
import { titleLine } from '../title.js';
import { cutNodes } from './cut-nodes.js';

/** Makes the blocks; `lines` has the words of every paragraph, the first at 0. */
export function recognisedTree(
  nodes: readonly TreeNode[],
  blocks: readonly Recognised[],
  lines: readonly string[],
  file: string,
): readonly TreeNode[] {
  const paragraphs = new Map<number, ElementNode>();
  const byLine = new Map<number, Recognised[]>();
  for (const block of blocks) {
    if (block.measure.block.given) continue;
    for (const { piece } of block.measure.block.parts)
      byLine.set(piece.line, [...(byLine.get(piece.line) ?? []), block]);
  }
  for (const node of nodes) {
    const line = lineOf(node);
    if (line !== undefined && byLine.has(line) && node.type === 'element') paragraphs.set(line, node);
  }
  const source = wordsOf(paragraphs, lines, file);
  const made: TreeNode[] = [];
  let run: Recognised[] = [];
  const flush = (): void => {
    const above = made.at(-1);
    const [first] = run;
    const credited = first && above ? withCredit(above, first, source) : undefined;
    if (credited) {
      made.splice(-1, 1, credited);
      run.shift();
    }
    made.push(...elementsOf(run, source));
    run = [];
  };
  for (const node of nodes) {
    const line = lineOf(node);
    const own = line === undefined ? undefined : byLine.get(line);
    if (own && paragraphs.get(line ?? 0) === node)
      run.push(...own.filter((block) => block.measure.block.line === line));
    else {
      flush();
      made.push(node);
    }
  }
  flush();
  return made;
}

/** The number of a paragraph that nothing is said of. */
function lineOf(node: TreeNode): number | undefined {
  const plain = node.type === 'element' && node.tagName === 'p' && Object.keys(node.properties).length === 0;
  return plain ? node.span?.line : undefined;
}

/** The words of blocks, from the paragraphs that they stand in. */
function wordsOf(
  paragraphs: ReadonlyMap<number, ElementNode>,
  lines: readonly string[],
  file: string,
): WordSource {
  const nodes = (of: Passage, start = 0, end = of.text.length): readonly TreeNode[] =>
    of.parts.flatMap(({ piece, start: at, value }) => {
      const [from, to] = [Math.max(0, start - at), Math.min(value.length, end - at)];
      const paragraph = paragraphs.get(piece.line);
      if (from >= to || !paragraph) return [];
      const offset = (place: number): number => piece.column - 1 + typedOffset(piece.text, place);
      const cut = cutNodes(paragraph.children, lines[piece.line - 1] ?? '', offset(from), offset(to));
      // Where the next line is joined.
      const joined = to === value.length && value.endsWith(' ');
      return joined ? withBlank(cut, file, piece.line) : cut;
    });
  return { file, nodes };
}

/** Nodes and the blank behind them. */
function withBlank(nodes: readonly TreeNode[], file: string, line: number): readonly TreeNode[] {
  const last = nodes.at(-1);
  return last?.type === 'text'
    ? [...nodes.slice(0, -1), { ...last, value: `${last.value} ` }]
    : [...nodes, text(' ', { span: { file, line } })];
}

/** The elements of blocks that follow each other. */
function elementsOf(run: readonly Recognised[], source: WordSource): readonly TreeNode[] {
  const kept = run.filter((block) => !isLeftOut(block));
  const captions = captionsOf(kept);
  const figures = new Map(
    captions.map((caption) => {
      const span = placeOf(caption.block, source.file);
      const nodes = captionNodes(caption, source);
      return [
        caption.block,
        figure({ image: undefined, alt: undefined, caption: nodes, captionText: '', span }).node,
      ];
    }),
  );
  const credits = new Set(captions.map(({ credit }) => credit));
  return blockElements(
    kept.filter((block) => !credits.has(block)),
    figures,
    source,
  ).map((made) => {
    if (made.tagName === 'h1') return withBreakMarks(withoutBold(made));
    return made.tagName === 'h2' ? withoutBold(made) : made;
  });
}

/** A title whose break marks stand in bold or italics too. */
function withBreakMarks(node: ElementNode): ElementNode {
  const children = titleLine(node.children).map((child) =>
    child.type === 'element' && /^(?:em|strong)$/.test(child.tagName) ? withBreakMarks(child) : child,
  );
  return { ...node, children };
}

/** A picture with a caption that names nobody, and the line below that does; undefined for all else. */
function withCredit(above: TreeNode, below: Recognised, source: WordSource): ElementNode | undefined {
  if (below.type !== 'caption' || !below.measure.creditOnly) return undefined;
  if (above.type !== 'element' || above.tagName !== 'figure' || hasClass(above, 'without-photo'))
    return undefined;
  const caption = above.children.at(-1);
  if (caption?.type !== 'element' || caption.tagName !== 'figcaption' || creditOf(textOf(caption)))
    return undefined;
  const credit = captionNodes({ block: below, credit: undefined }, source);
  const blank = text(' ', { span: placeOf(below, source.file) });
  const children = [...caption.children, blank, ...credit];
  return { ...above, children: [...above.children.slice(0, -1), { ...caption, children }] };
}

/** A heading that is wholly bold is so by being one. */
function withoutBold(heading: ElementNode): ElementNode {
  const isBold = (node: TreeNode): boolean =>
    node.type === 'element' ? node.tagName === 'strong' || textOf(node) === '' : node.value.trim() === '';
  if (!heading.children.every(isBold)) return heading;
  const children = heading.children.flatMap((node) =>
    node.type === 'element' && node.tagName === 'strong' ? node.children : [node],
  );
  return { ...heading, children };
}
