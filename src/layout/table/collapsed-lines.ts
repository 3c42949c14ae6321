/**
 * The lines to paint for collapsed borders: from the winning segments and the places of the columns and
 * of the rows that stand in one fragment of the table (a repeated head and some of the rows), long lines
 * that meet at the joints without overlapping. Solid lines of one opaque colour run through each other.
 */
import type { BorderSide } from '../../document/style.js';
import { beats, type CollapsedBorders } from './collapsed-borders.js';

/** A row as it stands in the fragment. Rows follow each other without gaps. */
export interface RowStrip {
  readonly row: number;
  /** pt, from the top of the fragment's grid */
  readonly top: number;
  readonly bottom: number;
  /** False: the row goes on from, or in, another fragment, and has no border here. */
  readonly opens: boolean;
  readonly closes: boolean;
}

/** One straight line: `at` is its centre, across which it is `side.width` thick. pt. */
export interface BorderLine {
  readonly axis: 'horizontal' | 'vertical';
  readonly at: number;
  readonly start: number;
  readonly end: number;
  readonly side: BorderSide;
}

/** `x`: places of the column edges from left to right, one more than there are columns. */
export function collapsedLines(
  borders: CollapsedBorders,
  x: readonly number[],
  strips: readonly RowStrip[],
): readonly BorderLine[] {
  const first = strips[0];
  if (!first || x.length < 2) return [];
  const mesh = meshOf(borders, x, [first.top, ...strips.map(({ bottom }) => bottom)], strips);
  const lines: BorderLine[] = [];
  for (let k = 0; k <= strips.length; k += 1) run(mesh.rows(k), lines);
  for (let c = 0; c < x.length; c += 1) run(mesh.columns(c), lines);
  return lines;
}

/** One edge of the grid from end to end: its segments, and what crosses it at every joint. */
interface EdgeRun {
  readonly axis: BorderLine['axis'];
  readonly at: number;
  readonly places: readonly number[];
  segment(i: number): BorderSide | undefined;
  /** The better of the two crossing segments at the joint before segment `i`. */
  crossing(i: number): BorderSide | undefined;
}

interface Mesh {
  rows(k: number): EdgeRun;
  columns(c: number): EdgeRun;
}

function meshOf(
  borders: CollapsedBorders,
  x: readonly number[],
  y: readonly number[],
  strips: readonly RowStrip[],
): Mesh {
  const columns = x.length - 1;
  const across = (k: number, c: number): BorderSide | undefined =>
    c < 0 || c >= columns ? undefined : boundary(borders, strips[k - 1], strips[k], c);
  const down = (k: number, c: number): BorderSide | undefined => {
    const strip = strips[k];
    return strip && borders.before(strip.row, c);
  };
  return {
    rows: (k) => ({
      axis: 'horizontal',
      at: y[k] ?? 0,
      places: x,
      segment: (c) => across(k, c),
      crossing: (c) => better(down(k - 1, c), down(k, c)),
    }),
    columns: (c) => ({
      axis: 'vertical',
      at: x[c] ?? 0,
      places: y,
      segment: (k) => down(k, c),
      crossing: (k) => better(across(k, c - 1), across(k, c)),
    }),
  };
}

/** What stands between two rows of the fragment: one edge, or the better of two when rows between are missing. */
function boundary(
  borders: CollapsedBorders,
  upper: RowStrip | undefined,
  lower: RowStrip | undefined,
  column: number,
): BorderSide | undefined {
  const below = upper?.closes ? borders.above(upper.row + 1, column) : undefined;
  const above = lower?.opens ? borders.above(lower.row, column) : undefined;
  return better(below, above);
}

function better(early: BorderSide | undefined, late: BorderSide | undefined): BorderSide | undefined {
  return beats(late, early) ? late : early;
}

/** Joins the equal segments of one edge into lines. */
function run(edge: EdgeRun, lines: BorderLine[]): void {
  const count = edge.places.length - 1;
  let start = 0;
  let open: BorderSide | undefined;
  for (let i = 0; i <= count; i += 1) {
    const next = i < count ? edge.segment(i) : undefined;
    const joint = jointOf(edge, i, open, next);
    if (open && next && same(open, next) && joint.through) continue;
    if (open) addLine(lines, edge, open, [start, joint.end]);
    start = joint.start;
    open = next;
  }
}

/** Where the line before a joint ends, where the one after it starts, and whether one line may pass. */
function jointOf(
  edge: EdgeRun,
  i: number,
  before: BorderSide | undefined,
  after: BorderSide | undefined,
): { readonly start: number; readonly end: number; readonly through: boolean } {
  const at = edge.places[i] ?? 0;
  const crossing = edge.crossing(i);
  const half = (crossing?.width ?? 0) / 2;
  const own = better(before, after);
  // The joint belongs to the best of the lines that meet; among equals to the horizontal one.
  const ownsJoint = edge.axis === 'horizontal' ? !beats(crossing, own) : beats(own, crossing);
  const owner = ownsJoint ? own : undefined;
  return {
    end: at + (before && before === owner ? half : -half),
    start: at + (after && after === owner && !(before && same(before, after)) ? -half : half),
    through: ownsJoint || (before !== undefined && blends(before, crossing)),
  };
}

function addLine(
  lines: BorderLine[],
  edge: EdgeRun,
  side: BorderSide,
  [start, end]: readonly [number, number],
): void {
  if (end > start) lines.push({ axis: edge.axis, at: edge.at, start, end, side });
}

function same(a: BorderSide, b: BorderSide): boolean {
  return a === b || (a.width === b.width && a.style === b.style && sameColor(a, b));
}

/** Two lines that cross each other unseen. */
function blends(a: BorderSide, b: BorderSide | undefined): boolean {
  if (!b) return true;
  return a.style === 'solid' && b.style === 'solid' && a.color.alpha === 1 && sameColor(a, b);
}

function sameColor({ color: a }: BorderSide, { color: b }: BorderSide): boolean {
  if (a === b) return true;
  if (a.space === 'rgb')
    return b.space === 'rgb' && a.r === b.r && a.g === b.g && a.b === b.b && a.alpha === b.alpha;
  return (
    b.space === 'cmyk' &&
    a.spot?.name === b.spot?.name &&
    a.c === b.c &&
    a.m === b.m &&
    a.y === b.y &&
    a.k === b.k &&
    a.alpha === b.alpha
  );
}
