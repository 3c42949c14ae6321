/**
 * Imposes pages as a booklet: two beside each other on sheets that are folded once, laid into one another and
 * stapled through the fold (saddle stitch), read from left to right. In: pages; out: both sides of each sheet.
 *
 * Of n pages, filled with blank ones to N, a multiple of 4, sheet s from the outermost (0 to N / 4 − 1) has
 *
 *     front:  N − 2s     | 2s + 1
 *     back:   2s + 2     | N − 2s − 1
 *
 * Creep: the fold of sheet s lies s papers inside that of the outermost, so its outer edges stand out as far
 * and are cut away with the rest. They are cut s × creep nearer to the fold, on both sides, and the pages stand
 * as far from the cut as any other: so all outer margins of the finished booklet are alike. What thereby
 * passes the fold is left out, as is the bleed there: beyond the fold is the other page.
 */
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import type { Page, PageFrame } from '../document/page.js';
import type { Booklet, PlacedPage, SheetSide } from '../document/sheet.js';
import { millimetre } from '../document/units.js';

/** Staples hold about so much paper, mm, which is 60 leaves of 0.1 mm. */
const stapleCapacity = 6;
/** What sums of tenths of a millimetre lack in binary. */
const rounding = 1e-6;
/** Two trims in pt are the same when a cutter could not tell them apart. */
const sameSize = 0.5;
/** A last page of this name (css-page-3, `page`) stays last, outside at the back. */
const backCover = 'back-cover';

/** The sheets for these pages; none, with an error, when they cannot be stitched. `creep`: mm a sheet. */
export function imposeBooklet(pages: readonly Page[], creep: number): Staged<Booklet | undefined> {
  const [first] = pages;
  if (first === undefined) return { value: undefined, diagnostics: [] };
  const count = Math.ceil(pages.length / 4) * 4;
  const errors = [...oddSizes(pages, first), ...thickness(count, creep)];
  if (errors.length > 0) return { value: undefined, diagnostics: errors };

  const order = filled(pages, count);
  const sides = Array.from({ length: count / 4 }, (_, sheet) => {
    const shift = sheet * creep * millimetre;
    const [before, after] = [2 * sheet, count - 1 - 2 * sheet];
    const front = sideOf(pages, [order[after], order[before]], shift);
    const back = sideOf(pages, [order[before + 1], order[after - 1]], shift);
    return [
      { ...front, sheet: sheet + 1, face: 'front' as const },
      { ...back, sheet: sheet + 1, face: 'back' as const },
    ];
  });
  return { value: { sides: sides.flat() }, diagnostics: blanks(pages, order) };
}

/** Indices of pages in the order of reading, with blank pages behind the last, or before a back cover. */
function filled(pages: readonly Page[], count: number): readonly (number | undefined)[] {
  const blank = Array.from({ length: count - pages.length }, () => undefined);
  const indices = pages.map((_, index) => index);
  const behind = pages.at(-1)?.name === backCover ? pages.length - 1 : pages.length;
  return [...indices.slice(0, behind), ...blank, ...indices.slice(behind)];
}

/** A side with a left and a right page, each of which may be blank. */
function sideOf(
  pages: readonly Page[],
  [left, right]: readonly [number | undefined, number | undefined],
  shift: number,
): Omit<SheetSide, 'sheet' | 'face'> {
  const { width, height } = pages[0] ?? { width: 0, height: 0 };
  const fold = width - shift;
  const placed: PlacedPage[] = [];
  const bleedOf = (index: number): number => pages[index]?.bleed ?? 0;
  if (left !== undefined) placed.push({ page: left, x: 0, from: -bleedOf(left), to: fold });
  if (right !== undefined)
    placed.push({ page: right, x: fold - shift, from: fold, to: 2 * fold + bleedOf(right) });
  const labels = [left, right].map((index) => pages[index ?? -1]?.label ?? '–');
  const marks = {
    crop: pages.some((page) => page.marks.crop),
    cross: pages.some((page) => page.marks.cross),
    info: pages.some((page) => page.marks.info),
  };
  const bleed = Math.max(...pages.map((page) => page.bleed));
  const label = labels.join(' | ');
  return { label, width: 2 * fold, narrower: shift, height, bleed, marks, folds: [fold], pages: placed };
}

/** Pages that are not as large as the first. */
function oddSizes(pages: readonly Page[], first: Page): readonly Diagnostic[] {
  const odd = pages.find(
    ({ width, height }) =>
      Math.abs(width - first.width) > sameSize || Math.abs(height - first.height) > sameSize,
  );
  if (!odd) return [];
  return [diagnostic('IMPOSE-SIZE', { page: odd.label, size: sizeOf(odd), first: sizeOf(first) })];
}

function sizeOf({ width, height }: PageFrame): string {
  return [width, height].map((side) => Math.round(side / millimetre)).join(' × ');
}

function thickness(count: number, creep: number): readonly Diagnostic[] {
  const paper = (count / 2) * creep;
  if (paper <= stapleCapacity + rounding) return [];
  const most = Math.floor((stapleCapacity + rounding) / creep / 2) * 4;
  return [diagnostic('IMPOSE-THICK', { count, thickness: Math.ceil(paper), limit: stapleCapacity, most })];
}

/** How many blank pages there are, and behind which. */
function blanks(pages: readonly Page[], order: readonly (number | undefined)[]): readonly Diagnostic[] {
  const at = order.indexOf(undefined);
  if (at < 0) return [];
  const count = order.length - pages.length;
  const values = { pages: pages.length, count, page: pages[at - 1]?.label ?? '', total: order.length };
  return [diagnostic('IMPOSE-BLANK', values)];
}
