/**
 * What stands on a page, in two kinds: text and pictures that a reader reads, each with what groups do to it,
 * and all that is only drawn (rules, backgrounds, ornaments, the hyphens of lines, the dots of leaders). In:
 * the items of a page in painting order; out: the same parts in that order.
 */
import { identity, inverse, multiply, type Matrix } from '../../document/matrix.js';
import { wordsOf, type GlyphRun } from '../../document/glyph-run.js';
import type { GroupItem, ImageItem, PageItem, PathSegment, Tag, TextItem } from '../../document/page.js';

/** What the groups around something do to it. */
export interface Surroundings {
  readonly matrix: Matrix;
  /** Paths that it is cut at, each in the coordinates of its own matrix. */
  readonly clips: readonly { readonly path: readonly PathSegment[]; readonly matrix: Matrix }[];
  /** 0 to 1 */
  readonly opacity: number;
}

/** A run of text in one look. */
export interface TextPart {
  readonly type: 'text';
  readonly tag: Tag;
  readonly run: GlyphRun;
  readonly text: string;
  /** Left end and baseline, before the matrix: pt. */
  readonly x: number;
  readonly y: number;
  readonly around: Surroundings;
}

/** A picture that is read out. */
export interface PicturePart {
  readonly type: 'picture';
  readonly item: ImageItem;
  readonly around: Surroundings;
}

/** Something drawn, whole, as an item of the page. */
export interface DrawnPart {
  readonly type: 'drawn';
  /** The hyphen of a line, a leader. */
  readonly isText?: true;
  readonly item: PageItem;
}

export type PagePart = TextPart | PicturePart | DrawnPart;

/** What stands for a hyphen that a line break asked for. */
const softHyphen = '\u00ad';

const alone: Surroundings = { matrix: identity, clips: [], opacity: 1 };

/** The parts of a page. Links are left out: they are in the tree. */
export function pageParts(items: readonly PageItem[]): readonly PagePart[] {
  return items.flatMap((item) => partsOf(item, alone));
}

function partsOf(item: PageItem, around: Surroundings): readonly PagePart[] {
  switch (item.type) {
    case 'link':
      return [];
    case 'text':
      return item.runs.flatMap((run) => textParts(item, run, around));
    case 'image':
      if (item.tag.type === 'structure') return [{ type: 'picture', item, around }];
      return [{ type: 'drawn', item: grouped(item, around) }];
    case 'path':
    case 'tiles':
      return [{ type: 'drawn', item: grouped(item, around) }];
    case 'group':
      // What shines through as a whole stays a whole, where nothing in it is read.
      if (isDrawn(item)) return [{ type: 'drawn', item: grouped(item, around) }];
      return item.items.flatMap((each) => partsOf(each, inGroup(item, around)));
  }
}

function isDrawn(item: PageItem): boolean {
  if (item.type === 'group') return item.items.every(isDrawn);
  return (
    item.type === 'path' || item.type === 'tiles' || (item.type === 'image' && item.tag.type === 'artifact')
  );
}

function inGroup({ transform, clip, opacity = 1 }: GroupItem, around: Surroundings): Surroundings {
  const matrix = transform ? multiply(around.matrix, transform) : around.matrix;
  const clips = clip ? [...around.clips, { path: clip, matrix }] : around.clips;
  return { matrix, clips, opacity: around.opacity * opacity };
}

/** The item by itself in the groups that it stood in. */
function grouped(item: PageItem, { matrix, clips, opacity }: Surroundings): PageItem {
  if (matrix === identity && clips.length === 0 && opacity === 1) return item;
  const moved: PageItem = { type: 'group', items: [item], transform: matrix, opacity };
  return clips.reduceRight<PageItem>((inner, clip) => cut(inner, clip), moved);
}

function cut(item: PageItem, { path, matrix }: Surroundings['clips'][number]): PageItem {
  if (matrix === identity) return { type: 'group', items: [item], clip: path };
  // The path lies in other coordinates than what is in the group: there and back again.
  const back = inverse(matrix);
  const inside: PageItem = back ? { type: 'group', items: [item], transform: back } : item;
  return { type: 'group', items: [inside], clip: path, transform: matrix };
}

/** The words of a run, and what is set but is no word, drawn. */
function textParts(item: TextItem, run: GlyphRun, around: Surroundings): readonly PagePart[] {
  if (run.size <= 0 || run.numbers.length === 0) return [];
  if (run.leader) return [drawnRun(item, run, around)];
  const words = wordsOf(run);
  const last = words.at(-1);
  const hyphenated = last?.text === softHyphen;
  const shown = hyphenated ? words.slice(0, -1) : words;
  const text = shown.map((word) => word.text).join('');
  const { tag } = item;
  const part: TextPart = { type: 'text', tag, run, text, x: item.x + run.x, y: item.y - run.rise, around };
  const parts: PagePart[] = text === '' ? [] : [part];
  if (hyphenated) {
    const width = (last.width * run.size) / 1000 + last.glyphs.length * run.letterSpacing;
    const numbers = run.numbers.slice(-1);
    parts.push(drawnRun(item, { ...run, numbers, x: run.x + run.width - width, width }, around));
  }
  return parts;
}

function drawnRun(item: TextItem, run: GlyphRun, around: Surroundings): DrawnPart {
  const tag = { type: 'artifact', kind: 'layout' } as const;
  return { type: 'drawn', isText: true, item: grouped({ ...item, tag, runs: [run] }, around) };
}
