/**
 * Recognised blocks → the elements of the article, in their order and with their words as typed. Blocks
 * that belong together come to stand in one element: items in a list, lines in a stanza, a letter and its
 * signature, a box. What has no element (a site's clock, page furniture) is handed back.
 */
import { element, noProperties, type ElementNode, type TreeNode } from '../document/tree.js';
import { bylineOf, sourceOf, type Named } from './byline.js';
import { placeOf } from './newspaper-facts.js';
import type { Recognised } from './recognise.js';
import { textNodes } from './source-text.js';
import { titleNodes } from './title.js';

/** What a run of blocks becomes together. */
type Group = 'list' | 'verse' | 'letter' | 'signature' | 'box';

/** The elements of an article's blocks. Blocks that are left out must be gone from them. */
export function blockElements(
  blocks: readonly Recognised[],
  figures: ReadonlyMap<Recognised, ElementNode>,
  file: string,
): readonly ElementNode[] {
  return runsOf(blocks, groupOf).flatMap(({ group, run }) => {
    const each = (): readonly ElementNode[] =>
      run.map((block) => figures.get(block) ?? blockElement(block, file));
    const span = { span: firstPlace(run, file) };
    switch (group) {
      case 'list':
        return [
          element(
            'ul',
            { className: ['as-typed'] },
            run.map((block) => item(block, file)),
            span,
          ),
        ];
      case 'verse':
        return stanzas(run).map((lines) => linesElement('verse', lines, file));
      case 'letter':
        return [element('blockquote', { className: ['letter'] }, letterElements(run, figures, file), span)];
      case 'signature':
        return [linesElement('signature', run, file)];
      case 'box':
        return [element('aside', { className: ['box'] }, boxElements(run, file), span)];
      default:
        return each();
    }
  });
}

function groupOf(block: Recognised): Group | undefined {
  if (block.phase === 'letter' && block.type !== 'caption') return 'letter';
  return block.type === 'list' || block.type === 'verse' || block.type === 'box' ? block.type : undefined;
}

interface Run {
  readonly group: Group | undefined;
  readonly run: readonly Recognised[];
}

/** Neighbours of one group together, all others alone. */
function runsOf(
  blocks: readonly Recognised[],
  groupFor: (block: Recognised) => Group | undefined,
): readonly Run[] {
  const runs: { group: Group | undefined; run: Recognised[] }[] = [];
  for (const block of blocks) {
    const group = groupFor(block);
    const last = runs.at(-1);
    if (last && group !== undefined && last.group === group) last.run.push(block);
    else runs.push({ group, run: [block] });
  }
  return runs;
}

/** Lines of verse by stanzas: more blank lines than between the lines part them. */
function stanzas(run: readonly Recognised[]): readonly (readonly Recognised[])[] {
  const gap = (least: number, { measure }: Recognised): number => Math.min(least, measure.block.blanksBefore);
  const usual = run.slice(1).reduce(gap, Infinity);
  const found: Recognised[][] = [];
  for (const block of run) {
    const last = found.at(-1);
    if (last && block.measure.block.blanksBefore <= usual) last.push(block);
    else found.push([block]);
  }
  return found;
}

/** One paragraph of lines that stay lines. */
function linesElement(className: string, lines: readonly Recognised[], file: string): ElementNode {
  const children = lines.flatMap((line, index): readonly TreeNode[] => [
    ...(index > 0 ? [element('br', noProperties, [], { span: placeOf(line, file) })] : []),
    ...textNodes(line.measure.block, file),
  ]);
  return element('p', { className: [className] }, children, { span: firstPlace(lines, file) });
}

function item(block: Recognised, file: string): ElementNode {
  return element('li', noProperties, textNodes(block.measure.block, file), { span: placeOf(block, file) });
}

/** What stands in a letter; the lines of its signature are one paragraph. */
function letterElements(
  run: readonly Recognised[],
  figures: ReadonlyMap<Recognised, ElementNode>,
  file: string,
): readonly ElementNode[] {
  const signature = (block: Recognised): Group | undefined =>
    block.type === 'signature' ? 'signature' : undefined;
  return runsOf(run, signature).flatMap(({ group, run: lines }) =>
    group === undefined
      ? lines.map((line) => figures.get(line) ?? blockElement(line, file))
      : [linesElement('signature', lines, file)],
  );
}

/** The paragraphs of a box; a short line at its head is its title. */
function boxElements(run: readonly Recognised[], file: string): readonly ElementNode[] {
  return run.map((block, index) => {
    const title = index === 0 && run.length > 1 && !block.measure.closed;
    return paragraph(block, title ? 'box-title' : undefined, file);
  });
}

/** The element of a block by itself. */
function blockElement(block: Recognised, file: string): ElementNode {
  const words = block.measure.block;
  const span = { span: placeOf(block, file) };
  switch (block.type) {
    case 'title':
      return element('h1', noProperties, titleNodes(textNodes(words, file)), span);
    case 'subhead':
      return element('h2', noProperties, textNodes(words, file), span);
    case 'lead':
      return element('p', { className: ['lead'] }, leadNodes(block, file), span);
    case 'byline':
      return element(
        'p',
        { className: ['byline'] },
        namedNodes(block, bylineOf(words.text)?.names ?? [], file),
        span,
      );
    case 'source':
      return element(
        'p',
        { className: ['source'] },
        namedNodes(block, sourceOf(words.text) ?? [], file),
        span,
      );
    case 'section':
    case 'kicker':
    case 'question':
    case 'answer':
    case 'letterdate':
    case 'signature':
    case 'related':
      return paragraph(block, block.type, file);
    default:
      return paragraph(block, undefined, file);
  }
}

function paragraph(block: Recognised, className: string | undefined, file: string): ElementNode {
  const properties = className === undefined ? noProperties : { className: [className] };
  return element('p', properties, textNodes(block.measure.block, file), { span: placeOf(block, file) });
}

/** The dateline keeps its characters as typed, dash included: the template decides how it is shown. */
function leadNodes(block: Recognised, file: string): readonly TreeNode[] {
  const words = block.measure.block;
  const length = block.measure.dateline?.text.length ?? 0;
  if (length === 0) return textNodes(words, file);
  const dateline = textNodes(words, file, 0, length);
  const span = placeOf(block, file);
  return [
    element('span', { className: ['dateline'] }, dateline, { span }),
    ...textNodes(words, file, length),
  ];
}

/** The words of a line with `span.author` around every author. */
function namedNodes(block: Recognised, names: readonly Named[], file: string): readonly TreeNode[] {
  const words = block.measure.block;
  const nodes: TreeNode[] = [];
  let at = 0;
  for (const name of names.filter((named) => named.type === 'author')) {
    const end = name.start + name.text.length;
    const own = textNodes(words, file, name.start, end);
    nodes.push(...textNodes(words, file, at, name.start));
    nodes.push(
      element('span', { className: ['author'] }, own, { span: own[0]?.span ?? placeOf(block, file) }),
    );
    at = end;
  }
  return [...nodes, ...textNodes(words, file, at)];
}

function firstPlace(run: readonly Recognised[], file: string): ReturnType<typeof placeOf> {
  const [first] = run;
  return first ? placeOf(first, file) : { file };
}
