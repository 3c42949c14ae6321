/**
 * Shapes of all blocks → those that are lines of a run: short lines in a row that belong together. A run
 * is verse when its lines are of one measure (or six and eight syllables by turns, lục bát), a list without
 * marks below a line that announces it. A gallery looks so too, but its lines are announced (`Một số hình
 * ảnh …:`), credited, or each set off by itself.
 */
import type { Shape } from './measure.js';
import { announcesPhotos, announcesVerse } from './vocabulary.js';

/** `list`: below a line that announces it; `lines`: whatever else stands so. */
export type RunKind = 'verse' | 'list' | 'lines';

/** Neighbours that make a run; two are enough where verse is announced. */
const fewest = 3;
/** Syllables; the longest common line of verse has eight, an item of a list some more. */
const longest = 16;
const longestVerse = 10;
/** Lines of verse may end as sentences do; then it takes this many to tell them from short sentences. */
const fewestClosed = 4;
/** Lines of verse with blank lines between all of them: no shorter run of one measure is sure to be verse. */
const fewestSpaced = 4;

/** The blocks that are lines of a run, and of what. */
export function linesInRuns(shapes: readonly Shape[]): ReadonlyMap<Shape, RunKind> {
  const found = new Map<Shape, RunKind>();
  for (const verse of stanzas(shapes)) for (const shape of verse) found.set(shape, 'verse');
  let run: Shape[] = [];
  let announced = false;
  let gallery = false;
  const close = (): void => {
    if (run.length >= fewest) for (const shape of run) found.set(shape, announced ? 'list' : 'lines');
    run = [];
  };
  // The first line of a text is its headline, or above it.
  for (const [index, shape] of shapes.entries()) {
    if (index > 0 && isLoose(shape) && !found.has(shape)) {
      if (!gallery) run.push(shape);
      continue;
    }
    close();
    announced = shape.announces;
    gallery = announced && announcesPhotos.test(shape.block.text);
  }
  close();
  return found;
}

/** Runs of verse: lines of one measure that follow each other, in stanzas or not. */
function* stanzas(shapes: readonly Shape[]): Generator<readonly Shape[]> {
  let run: Shape[] = [];
  let above: Shape | undefined;
  for (const [index, shape] of [...shapes, undefined].entries()) {
    if (shape && index > 0 && mayBeVerse(shape)) {
      run.push(shape);
      continue;
    }
    if (isVerse(run, above)) yield run;
    run = [];
    above = shape;
  }
}

function isVerse(run: readonly Shape[], above: Shape | undefined): boolean {
  const announced = above?.announces === true;
  if (announced && announcesVerse.test(above.block.text)) return run.length >= 2;
  const closed = run.filter((shape) => shape.closed).length;
  // Where paragraphs are set apart by blank lines, touching lines are special by themselves.
  const setApart = (run[0]?.block.blanksBefore ?? 0) > 0;
  if (run.length < (setApart && closed === 0 ? fewest : fewestClosed) || closed > run.length / 2)
    return false;
  const touching = run.slice(1).filter((shape) => shape.block.blanksBefore === 0).length;
  if (touching < (run.length - 1) / 2) return !announced && isSpacedVerse(run, above);
  return isMeasured(run.map((shape) => shape.words)) || (setApart && !announced && closed === 0);
}

/** Verse as sites print it, every line a paragraph: of one measure, and no list of lines that begin alike. */
function isSpacedVerse(run: readonly Shape[], above: Shape | undefined): boolean {
  if (run.length < fewestSpaced || above?.relatedHead === true) return false;
  const times = new Map<string, number>();
  let commonest = 0;
  for (const { block } of run) {
    const opener = block.text.split(/\s+/u, 2).join(' ');
    const count = (times.get(opener) ?? 0) + 1;
    times.set(opener, count);
    commonest = Math.max(commonest, count);
  }
  return commonest <= run.length / 2 && isMeasured(run.map((shape) => shape.words));
}

/** Lines of one length, or of six and eight syllables by turns. */
function isMeasured(counts: readonly number[]): boolean {
  // Not by spread arguments, of which an engine takes some ten thousand.
  const least = counts.reduce((a, b) => Math.min(a, b), Infinity);
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  if (least >= 4 && most - least <= 1) return true;
  const other = (count: number | undefined): number => (count === 6 ? 8 : 6);
  const turns = counts.slice(1).filter((count, at) => count === other(counts[at])).length;
  return counts.every((count) => count === 6 || count === 8) && turns >= (counts.length - 1) * 0.7;
}

function mayBeVerse(shape: Shape): boolean {
  if (shape.words < 2 || shape.words > longestVerse || isMarked(shape)) return false;
  const captioned = shape.credited || (shape.block.isolatedBefore && shape.block.isolatedAfter);
  if (/[()]/u.test(shape.block.text)) return false;
  return !captioned && !shape.announces && shape.byline === undefined && !shape.dateline;
}

function isMarked(shape: Shape): boolean {
  const furniture = shape.junk || shape.section || shape.imageFile || shape.source || shape.cellEnd;
  return furniture || shape.date !== undefined || shape.enumerated || shape.reporter || shape.letterDate;
}

function isLoose(shape: Shape): boolean {
  const { block } = shape;
  const named = shape.byline !== undefined || shape.source || shape.date !== undefined;
  const furniture =
    shape.junk || shape.section || shape.imageFile || shape.related || shape.letterDate || shape.cellEnd;
  const ends = shape.closed || shape.announces;
  const captioned = shape.credited || (block.isolatedBefore && block.isolatedAfter);
  const told = shape.captionOpener && shape.captionAction;
  return shape.words <= longest && !ends && !named && !furniture && !captioned && !told && !shape.dateline;
}
