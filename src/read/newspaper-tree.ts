/**
 * Recognised blocks → the elements of the article, in their order and with their words as typed. Blocks
 * that belong together come to stand in one element: items in a list, lines in a stanza, a letter and its
 * signature, a box. What has no element (a site's clock, page furniture) is handed back.
 */
import { element, noProperties, type ElementNode, type TreeNode } from '../document/tree.js';
import { bylineOf, sourceOf, type Named } from './byline.js';
import { placeOf } from './newspaper-facts.js';
import type { Recognised } from './recognise.js';
import { textNodes, type Passage } from './source-text.js';
import { titleLine } from './title.js';

/** Where the words of blocks come from. */
export interface WordSource {
  readonly file: string;
  /** The nodes of a passage, or of its characters `start` to `end`. */
  readonly nodes: (of: Passage, start?: number, end?: number) => readonly TreeNode[];
}

/** The words of a text, as typed. */
export function typedWords(file: string): WordSource {
  return { file, nodes: (of, start, end) => textNodes(of, file, start, end) };
}

/** What a run of blocks becomes together. */
type Group = 'list' | 'verse' | 'letter' | 'signature' | 'box';

/** The elements of an article's blocks. Blocks that are left out must be gone from them. */
export function blockElements(
  blocks: readonly Recognised[],
  figures: ReadonlyMap<Recognised, ElementNode>,
  source: WordSource,
): readonly ElementNode[] {
  return runsOf(blocks, groupOf).flatMap(({ group, run }) => {
    const each = (): readonly ElementNode[] =>
      run.map((block) => figures.get(block) ?? blockElement(block, source));
    const span = { span: firstPlace(run, source) };
    switch (group) {
      case 'list':
        return [
          element(
            'ul',
            { className: ['as-typed'] },
            run.map((block) => item(block, source)),
            span,
          ),
        ];
      case 'verse':
        return stanzas(run).map((lines) => linesElement('verse', lines, source));
      case 'letter':
        return [element('blockquote', { className: ['letter'] }, letterElements(run, figures, source), span)];
      case 'signature':
        return [linesElement('signature', run, source)];
      case 'box':
        return [element('aside', { className: ['box'] }, boxElements(run, source), span)];
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
function linesElement(className: string, lines: readonly Recognised[], source: WordSource): ElementNode {
  const children = lines.flatMap((line, index): readonly TreeNode[] => [
    ...(index > 0 ? [element('br', noProperties, [], { span: placeOf(line, source.file) })] : []),
    ...source.nodes(line.measure.block),
  ]);
  return element('p', { className: [className] }, children, { span: firstPlace(lines, source) });
}

function item(block: Recognised, source: WordSource): ElementNode {
  return element('li', noProperties, source.nodes(block.measure.block), {
    span: placeOf(block, source.file),
  });
}

/** What stands in a letter; the lines of its signature are one paragraph. */
function letterElements(
  run: readonly Recognised[],
  figures: ReadonlyMap<Recognised, ElementNode>,
  source: WordSource,
): readonly ElementNode[] {
  const signature = (block: Recognised): Group | undefined =>
    block.type === 'signature' ? 'signature' : undefined;
  return runsOf(run, signature).flatMap(({ group, run: lines }) =>
    group === undefined
      ? lines.map((line) => figures.get(line) ?? blockElement(line, source))
      : [linesElement('signature', lines, source)],
  );
}

/** The paragraphs of a box; a short line at its head is its title. */
function boxElements(run: readonly Recognised[], source: WordSource): readonly ElementNode[] {
  return run.map((block, index) => {
    const title = index === 0 && run.length > 1 && !block.measure.closed;
    return paragraph(block, title ? 'box-title' : undefined, source);
  });
}

/** The element of a block by itself. */
function blockElement(block: Recognised, source: WordSource): ElementNode {
  const words = block.measure.block;
  const span = { span: placeOf(block, source.file) };
  switch (block.type) {
    case 'title':
      return element('h1', noProperties, titleLine(source.nodes(words)), span);
    case 'subhead':
      return element('h2', noProperties, source.nodes(words), span);
    case 'lead':
      return element('p', { className: ['lead'] }, leadNodes(block, source), span);
    case 'byline':
      return element(
        'p',
        { className: ['byline'] },
        namedNodes(block, bylineOf(words.text)?.names ?? [], source),
        span,
      );
    case 'source':
      return element(
        'p',
        { className: ['source'] },
        namedNodes(block, sourceOf(words.text) ?? [], source),
        span,
      );
    case 'section':
    case 'kicker':
    case 'question':
    case 'answer':
    case 'letterdate':
    case 'signature':
    case 'related':
      return paragraph(block, block.type, source);
    default:
      return paragraph(block, undefined, source);
  }
}

function paragraph(block: Recognised, className: string | undefined, source: WordSource): ElementNode {
  const properties = className === undefined ? noProperties : { className: [className] };
  return element('p', properties, source.nodes(block.measure.block), { span: placeOf(block, source.file) });
}

/** The dateline keeps its characters as typed, dash included: the template decides how it is shown. */
function leadNodes(block: Recognised, source: WordSource): readonly TreeNode[] {
  const words = block.measure.block;
  const length = block.measure.dateline?.text.length ?? 0;
  if (length === 0) return source.nodes(words);
  const dateline = source.nodes(words, 0, length);
  const span = placeOf(block, source.file);
  return [element('span', { className: ['dateline'] }, dateline, { span }), ...source.nodes(words, length)];
}

/** The words of a line with `span.author` around every author. */
function namedNodes(block: Recognised, names: readonly Named[], source: WordSource): readonly TreeNode[] {
  const words = block.measure.block;
  const nodes: TreeNode[] = [];
  let at = 0;
  for (const name of names.filter((named) => named.type === 'author')) {
    const end = name.start + name.text.length;
    const own = source.nodes(words, name.start, end);
    nodes.push(...source.nodes(words, at, name.start));
    nodes.push(
      element('span', { className: ['author'] }, own, { span: own[0]?.span ?? placeOf(block, source.file) }),
    );
    at = end;
  }
  return [...nodes, ...source.nodes(words, at)];
}

function firstPlace(run: readonly Recognised[], source: WordSource): ReturnType<typeof placeOf> {
  const [first] = run;
  return first ? placeOf(first, source.file) : { file: source.file };
}
