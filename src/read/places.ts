/**
 * The shapes of all blocks → what the place of each one among the others says: first words, last line,
 * run of verse, signs of a caption, an interview, words said before, whether the text goes on with it.
 */
import type { Shape } from './measure.js';
import { linesInRuns, type RunKind } from './runs.js';

/** What a block's place adds to its shape. */
export interface Place {
  /** Nothing but dates, sections and page furniture stands before. */
  readonly opens: boolean;
  /** The first sentence long enough for a lead. */
  readonly opensText: boolean;
  /** One of several short lines that belong together. */
  readonly run: RunKind | undefined;
  /** How many independent signs say that it stands below a photo. */
  readonly captionSigns: number;
  /** Nothing but sources, dates and junk follows. */
  readonly last: boolean;
  /** At most this many blocks of text follow. */
  readonly textBehind: number;
  /** The text has a reporter's questions. */
  readonly interview: boolean;
  /** The line below a head of related articles, or below such a line. */
  readonly listed: boolean;
  /** The same words stand elsewhere as the headline. */
  readonly repeatsTitle: boolean;
  /** The same words stand right above or below. */
  readonly twin: boolean;
  /** The text right below speaks of what the line says. */
  readonly continued: boolean;
  /** Goes on in small letters where the text before broke off. */
  readonly resumes: boolean;
  /** Breaks off, and the text behind it, or behind a picture's slot, goes on in small letters. */
  readonly brokenOff: boolean;
  /** One of several times of day or days in the text, each above what happened then. */
  readonly entry: boolean;
  /** One of the lines of a page’s menu, or its name again and again, above the text. */
  readonly menu: boolean;
}

/** The place of every shape. */
export function placesOf(shapes: readonly Shape[]): readonly Place[] {
  const runs = linesInRuns(shapes);
  const firstText = shapes.findIndex((shape) => shape.closed && shape.words >= 18);
  const interview = isInterview(shapes);
  const behind = countBehind(shapes);
  const listed = linksBelowHeads(shapes);
  const entries = entriesIn(shapes, firstText);
  const firstVerse = shapes.findIndex((shape) => runs.get(shape) === 'verse');
  const menu = menuLines(shapes.slice(0, Math.max(0, firstText < 0 ? firstVerse : firstText)));
  const head = shapes.findIndex((shape) => !isFurniture(shape) && !menu.has(shape));
  const repeated = repeatedTitle(shapes, head);
  let last = true;
  const backwards: Place[] = [];
  for (let i = shapes.length - 1; i >= 0; i--) {
    const shape = shapes[i];
    if (!shape) continue;
    const [before, next] = [shapes[i - 1], shapes[i + 1]];
    last = next === undefined || (last && (isAfterword(next) || listed.has(next)));
    backwards.push({
      opens: i === head,
      opensText: i === firstText,
      run: runs.get(shape),
      captionSigns: captionSigns(shape, before, next),
      last,
      textBehind: behind[i] ?? 0,
      interview,
      listed: listed.has(shape),
      repeatsTitle: i === repeated,
      twin: isTwin(shape, before) || isTwin(shape, next),
      continued: next !== undefined && shareWords(shape, next),
      resumes: resumes(shapes, i),
      brokenOff: resumes(shapes, i + 1) || (next?.imageFile === true && resumes(shapes, i + 2)),
      entry: entries.has(shape),
      menu: menu.has(shape),
    });
  }
  return backwards.reverse();
}

/** How many blocks of text stand behind each. */
function countBehind(shapes: readonly Shape[]): readonly number[] {
  let count = 0;
  const backwards = [...shapes].reverse().map((shape) => {
    const behind = count;
    if (shape.words >= 17 && shape.closed) count++;
    return behind;
  });
  return backwards.reverse();
}

/** Short lines below a head of related articles are links, up to the next sentence. */
function linksBelowHeads(shapes: readonly Shape[]): ReadonlySet<Shape> {
  const links = new Set<Shape>();
  let open: boolean = false;
  for (const shape of shapes) {
    const fewest = shape.enumerated ? 1 : 3;
    const short = !shape.closed && !shape.announces && shape.words >= fewest && shape.words <= 25;
    const link: boolean = open && short && shape.byline === undefined && !shape.junk && !shape.source;
    if (link) links.add(shape);
    // Dates and names stand between links.
    open = shape.relatedHead || link || (open && (shape.date ?? shape.byline) !== undefined);
  }
  return links;
}

/**
 * An interview has a reporter's lines, or questions behind dashes that are answered: a list of questions
 * is none.
 */
function isInterview(shapes: readonly Shape[]): boolean {
  if (shapes.some((shape) => shape.reporter)) return true;
  const asked = shapes
    .map((shape, at) => ({ shape, next: shapes[at + 1] }))
    .filter(({ shape }) => shape.dash && shape.asks);
  const answered = asked.filter(({ next }) => next !== undefined && !next.asks && next.words >= 8);
  return answered.length >= 2;
}

/**
 * The index of the headline's other copy, which content systems print: above the text the upper of the
 * two, as it is the page's own title; far below it the lower. Lines of verse may repeat a title.
 */
function repeatedTitle(shapes: readonly Shape[], head: number): number | undefined {
  const first = shapes[head];
  if (!first || first.words < 3 || first.closed || first.dateline) return undefined;
  const words = plain(first);
  const text = shapes.findIndex(
    (shape, at) => at > head && (shape.dateline !== undefined || shape.words >= 26),
  );
  const end = text < 0 ? shapes.length : text;
  for (let at = head + 1; at < shapes.length; at++) {
    const shape = shapes[at];
    if (!shape || plain(shape) !== words) continue;
    if (at < end) return head;
    // In the text the same words may be a caption or a refrain, unless they stand beside furniture.
    if ([shapes[at - 1], shapes[at + 1]].some((near) => near && isFurniture(near))) return at;
  }
  return undefined;
}

/** Dates in the text of which at least two stand right above text: the heads of a report hour by hour. */
function entriesIn(shapes: readonly Shape[], firstText: number): ReadonlySet<Shape> {
  if (firstText < 0) return new Set();
  const heads = shapes.filter((shape, at) => {
    const next = shapes[at + 1];
    return at > firstText && shape.date !== undefined && next?.closed === true && next.words >= 8;
  });
  return new Set(heads.length >= 2 ? heads : []);
}

/** Of what stands above the text: short items that nothing announces, three at least, and lines that stand three times. */
function menuLines(above: readonly Shape[]): ReadonlySet<Shape> {
  const items = above.filter((shape, at) => isMenuItem(shape) && above[at - 1]?.announces !== true);
  const times = new Map<string, number>();
  for (const shape of above) times.set(plain(shape), (times.get(plain(shape)) ?? 0) + 1);
  const again = above.filter(
    (shape) => shape.words <= 6 && !shape.credited && (times.get(plain(shape)) ?? 0) >= 3,
  );
  return new Set([...(items.length >= 3 ? items : []), ...again]);
}

function isMenuItem(shape: Shape): boolean {
  return shape.enumerated && !shape.numbered && !shape.closed && !shape.runsOn && shape.words <= 8;
}

/** The words of a block by which two are compared. */
export function plain(shape: Shape): string {
  return shape.block.text
    .replace(/\s*\(\*{1,3}\)$/u, '')
    .replace(/[\s|]+/gu, ' ')
    .toLocaleLowerCase('vi')
    .trim();
}

/** Begins in small letters, and the text before, pictures and captions skipped, ends in mid-sentence. */
function resumes(shapes: readonly Shape[], at: number): boolean {
  if (shapes[at]?.small !== true) return false;
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const shape = shapes[i];
    if (!shape || shape.imageFile || shape.credited) continue;
    return !shape.closed && !shape.announces && shape.words >= 8;
  }
  return false;
}

/** Two lines of the same words, one below the other, as captions stand twice. */
function isTwin(shape: Shape, other: Shape | undefined): boolean {
  if (other === undefined || shape.words < 3 || shape.words !== other.words) return false;
  return plain(shape) === plain(other);
}

/** Syllables of three letters and more that are in most texts. */
const common = new Set(
  'của các những trong được cho với này khi đến từng cũng như năm người không nhiều trên một hai phải theo sau đang còn việc'.split(
    ' ',
  ),
);

function shareWords(shape: Shape, next: Shape): boolean {
  // Only of short lines is it asked, and of text below them.
  if (shape.words > 25 || shape.closed || next.words < 8) return false;
  const below = new Set(syllables(next));
  return syllables(shape).some((syllable) => below.has(syllable));
}

function syllables(shape: Shape): readonly string[] {
  const words =
    shape.block.text
      .slice(0, 400)
      .toLocaleLowerCase('vi')
      .match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return words.filter((word) => !common.has(word));
}

/**
 * Counts the signs of a caption, of which one alone is too little: that it opens no new time or thought
 * is true of titles, verse and lists too.
 */
function captionSigns(shape: Shape, before: Shape | undefined, next: Shape | undefined): number {
  const signs = [
    shape.block.isolatedBefore,
    shape.captionOpener,
    shape.captionAction,
    shape.credited,
    before?.imageFile === true || next?.imageFile === true,
    !shape.discourseOpener,
  ];
  // A credit needs no second sign.
  return signs.filter(Boolean).length + (shape.credited ? 1 : 0);
}

/** What may stand above the first words of the article. */
function isFurniture(shape: Shape): boolean {
  return shape.date !== undefined || shape.junk || shape.section || shape.imageFile;
}

/** What may stand behind a byline without being the article. */
function isAfterword(shape: Shape): boolean {
  return (
    shape.source ||
    shape.junk ||
    shape.date !== undefined ||
    shape.imageFile ||
    shape.related ||
    shape.footnote ||
    shape.byline !== undefined
  );
}
