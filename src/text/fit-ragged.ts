/**
 * Lines that are not filled: first-fit for `text-wrap: wrap` and balanced lines for headlines
 * (CSS Text 4 §6.4.1). Comes in: pieces, breaks and rules as for total-fit. Goes out: chosen breaks.
 */
import { breakFlag, type Breaks } from './breaks.js';
import type { Pieces } from './pieces.js';
import { slack, type FitRules, type LineFitter } from './fit-lines.js';

/** A break that costs this much is worth a shorter line… */
const worthAvoiding = 100;
/** …as long as the line still has this part of its length. */
const shortestInstead = 2 / 3;
/** More lines than these are running text: balancing them would only make them narrow. */
const mostBalanced = 10;
/** Ragged end of a balanced line at ratio 1, as a part of the common width. */
const balancedStretch = 0.1;
/** How much wider than the narrowest balanced lines may be to spare a break that costs. */
const widened = 1.15;

/** Natural width of the line from break `start` to break `end`. */
function widthOf(pieces: Pieces, breaks: Breaks, start: number, end: number): number {
  const a = start < 0 ? 0 : (breaks.next[start] ?? 0);
  return pieces.widthOf(a, breaks.end[end] ?? 0) + (breaks.extra[end] ?? 0);
}

/** The same, what may hang left out. */
function leastWidthOf(pieces: Pieces, breaks: Breaks, start: number, end: number): number {
  return widthOf(pieces, breaks, start, end) - (breaks.hang[end] ?? 0);
}

/** First-fit: every line takes as much as it can. */
export function fitFirst(
  pieces: Pieces,
  breaks: Breaks,
  [from, to]: readonly [number, number],
  rules: FitRules,
): readonly number[] {
  const chosen: number[] = [];
  let start = from;
  while (start < to) {
    const length = rules.length(rules.firstLine + chosen.length);
    let fits = -1;
    let cheap = -1;
    for (let b = start + 1; b <= to; b++) {
      const cost = breaks.cost[b] ?? 0;
      if (cost === Infinity) continue;
      const width = leastWidthOf(pieces, breaks, start, b);
      if (width > length + slack) {
        // Nothing shorter was found: the line is overfull.
        if (fits < 0) fits = b;
        break;
      }
      fits = b;
      if (cost < worthAvoiding && width >= shortestInstead * length) cheap = b;
    }
    const costly = fits !== to && (breaks.cost[fits] ?? 0) >= worthAvoiding;
    start = costly && cheap >= 0 ? cheap : fits;
    chosen.push(start);
  }
  return chosen;
}

/**
 * Balanced lines: as few as first-fit makes, the widest of them as narrow as can be. The author's marks
 * (preferred breaks) come first: they are taken as line ends if that costs one line more at most.
 */
export function fitBalanced(
  fitter: LineFitter,
  pieces: Pieces,
  breaks: Breaks,
  [from, to]: readonly [number, number],
  rules: FitRules,
): readonly number[] {
  const least = fitFirst(pieces, breaks, [from, to], rules);
  if (least.length === 1 || least.length > mostBalanced) return least;
  const marks = preferredBreaks(breaks, from, to);
  if (marks.length > 0) {
    const lines: number[] = [];
    let start = from;
    for (const end of [...marks, to]) {
      lines.push(
        ...narrowest(fitter, pieces, breaks, [start, end], {
          ...rules,
          firstLine: rules.firstLine + lines.length,
        }),
      );
      start = end;
    }
    if (lines.length <= least.length + 1) return lines;
  }
  return narrowest(fitter, pieces, breaks, [from, to], rules);
}

function preferredBreaks(breaks: Breaks, from: number, to: number): readonly number[] {
  const marks: number[] = [];
  for (let b = from + 1; b < to; b++) if ((breaks.flags[b] ?? 0) & breakFlag.preferred) marks.push(b);
  return marks;
}

/** The least width in which first-fit needs no more lines, found by halving; then the best lines of that width. */
function narrowest(
  fitter: LineFitter,
  pieces: Pieces,
  breaks: Breaks,
  range: readonly [number, number],
  rules: FitRules,
): readonly number[] {
  const least = fitFirst(pieces, breaks, range, rules);
  if (least.length === 1) return least;
  const within = (width: number): FitRules => ({
    ...rules,
    length: (line) => Math.min(width, rules.length(line)),
    raggedStretch: width * balancedStretch,
    fillsLast: true,
  });
  const overfull = (lines: readonly number[], limits: FitRules): boolean =>
    lines.some((end, i) => {
      const width = leastWidthOf(pieces, breaks, lines[i - 1] ?? range[0], end);
      return width > limits.length(rules.firstLine + i) + slack;
    });
  let low = 0;
  let high = Math.max(...least.map((_, i) => rules.length(rules.firstLine + i)));
  while (high - low > 0.05) {
    const middle = (low + high) / 2;
    const lines = fitFirst(pieces, breaks, range, within(middle));
    if (lines.length > least.length || overfull(lines, within(middle))) low = middle;
    else high = middle;
  }
  const costOf = (lines: readonly number[]): number =>
    lines.slice(0, -1).reduce((sum, b) => sum + Math.max(0, breaks.cost[b] ?? 0), 0);
  const narrow = fitter.fitTotally(...range, within(high));
  const wider = fitter.fitTotally(...range, within(high * widened));
  const usable = [narrow, wider].filter((lines) => lines.length === least.length);
  const [first, second] = usable;
  if (!first) return fitFirst(pieces, breaks, range, within(high));
  return second && costOf(second) < costOf(first) ? second : first;
}
