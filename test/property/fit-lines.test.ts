/**
 * Total-fit against brute force: for short random paragraphs the chosen breaks cost no more than any
 * other legal set of breaks, by the same demerits and in the same pass of tolerance. And no letter
 * of a random paragraph is lost, doubled or moved.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineFitter, tolerances, type FitRules } from '../../src/text/fit-lines.js';
import { breakFlag, Breaks, pieceKind, Pieces } from '../../src/text/pieces.js';
import type { InlineItem } from '../../src/document/inline.js';
import { setter, styleWith, textItem, textOfLines } from '../support/set-text.js';

const seed = 20200113;

interface RandomWord {
  readonly width: number;
  readonly cost: number;
  readonly hyphen: boolean;
}

function build(words: readonly RandomWord[]): { pieces: Pieces; breaks: Breaks } {
  const pieces = new Pieces();
  const breaks = new Breaks();
  words.forEach(({ width, cost, hyphen }, i) => {
    pieces.add(pieceKind.box, 0, width);
    if (i === words.length - 1) return;
    if (hyphen) breaks.add(pieces.count, pieces.count, cost, breakFlag.hyphen, 3);
    else {
      pieces.add(pieceKind.space, 0, 4);
      pieces.give(2, 1);
      breaks.add(pieces.count - 1, pieces.count, cost);
    }
  });
  breaks.add(pieces.count, pieces.count, 0, breakFlag.forced);
  return { pieces, breaks };
}

const fitness = (ratio: number): number => (ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3);

/** Demerits of a set of breaks; undefined when a line does not fit or is looser than the tolerance. */
function totalOf(
  fitter: LineFitter,
  set: readonly number[],
  to: number,
  rules: FitRules,
  tolerance: number,
): number | undefined {
  let total = 0;
  let previous = 1;
  for (let line = 0; line < set.length; line++) {
    const start = set[line - 1] ?? -1;
    const end = set[line] ?? 0;
    const last = end === to;
    const ratio = fitter.ratio(start, end, line, last, rules);
    if (ratio < -1 || ratio > tolerance) return undefined;
    total += fitter.lineDemerits(start, end, ratio, last, rules);
    // Knuth and Plass, p. 1128: γ = 3000 between lines more than one class apart.
    if (Math.abs(fitness(ratio) - previous) > 1) total += 3000;
    previous = fitness(ratio);
  }
  return total;
}

/** All sets of breaks that end with `to`. */
function* allSets(to: number): Generator<readonly number[]> {
  for (let bits = 0; bits < 2 ** to; bits++) {
    const set: number[] = [];
    for (let b = 0; b < to; b++) if (bits & (1 << b)) set.push(b);
    yield [...set, to];
  }
}

const word = fc.record({
  width: fc.integer({ min: 4, max: 30 }),
  cost: fc.constantFrom(0, 0, 0, 40, 150, Infinity),
  hyphen: fc.boolean(),
});

describe('total fit', () => {
  for (const [name, uniform, ragged] of [
    ['justified', true, 0],
    ['ragged', true, 12],
    ['justified beside a float', false, 0],
  ] as const) {
    it(`is no worse than any other choice (${name})`, () => {
      fc.assert(
        fc.property(
          fc.array(word, { minLength: 1, maxLength: 11 }),
          fc.integer({ min: 30, max: 90 }),
          (words, width) => {
            const { pieces, breaks } = build(words);
            const fitter = new LineFitter(pieces, breaks);
            const to = breaks.count - 1;
            const length = (line: number): number =>
              line === 0 ? width - 8 : uniform || line > 2 ? width : width / 2;
            const rules = { length, uniform, raggedStretch: ragged, firstLine: 0, fillsLast: false };
            const chosen = fitter.fitTotally(-1, to, rules);
            for (const tolerance of tolerances) {
              let best = Infinity;
              for (const set of allSets(to)) {
                if (set.some((b) => (breaks.cost[b] ?? 0) === Infinity)) continue;
                best = Math.min(best, totalOf(fitter, set, to, rules, tolerance) ?? Infinity);
              }
              if (best === Infinity) continue;
              expect(totalOf(fitter, chosen, to, rules, tolerance)).toBeCloseTo(best, 6);
              return;
            }
            // Nothing fits: lines are overfull, but the paragraph is set to its end.
            expect(chosen.at(-1)).toBe(to);
          },
        ),
        { seed, numRuns: 400 },
      );
    });
  }
});

describe('fidelity', async () => {
  const set = await setter();
  const letters = fc.constantFrom(
    'a',
    'ế',
    'Đ',
    '5',
    '-',
    '/',
    '.',
    ',',
    '“',
    '%',
    'Ж',
    '\u00ad',
    '\u200b',
    'n\u0308',
  );
  const token = fc.array(letters, { minLength: 1, maxLength: 14 }).map((parts) => parts.join(''));
  const blank = fc.constantFrom(' ', '  ', '\n', '\u00a0', ' \t ');
  const text = fc
    .array(fc.tuple(blank, token), { maxLength: 14 })
    .map((parts) => parts.map((pair) => pair.join('')).join(''));
  const css = fc.record({
    align: fc.constantFrom('left', 'right', 'center', 'justify'),
    wrap: fc.constantFrom('wrap', 'nowrap', 'balance', 'pretty'),
    overflow: fc.constantFrom('normal', 'anywhere', 'break-word'),
    space: fc.constantFrom('normal', 'pre-wrap', 'pre-line'),
  });

  it('sets every letter once, in order, whatever the items, style and measure', () => {
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 4 }),
        css,
        fc.integer({ min: 1, max: 300 }),
        (texts, choice, measure) => {
          const style = styleWith(
            `text-align: ${choice.align}; text-wrap: ${choice.wrap}; overflow-wrap: ${choice.overflow}; white-space: ${choice.space}`,
          );
          let offset = 0;
          const items: InlineItem[] = texts.map((one, i) => {
            const item = { ...textItem(one, '', { source: { node: 1, offset }, tag: i }), style };
            offset += one.length;
            return item;
          });
          const whole = texts.join('');
          const lines = set.typesetter.breakLines({ items, style, measure, indent: 0 });
          // What sets nothing: collapsed blanks, soft hyphens, zero-width spaces.
          const bare = (one: string): string => one.replace(/[\s\u00ad\u200b]/gu, '');
          expect(bare(textOfLines(lines).join(''))).toBe(bare(whole));
          const collapsed = (one: string): string =>
            one
              .replace(/[\u00ad\u200b]/gu, '')
              .replace(/\u00a0/gu, ' ')
              .replace(/\s+/gu, ' ')
              .trim();
          if (choice.overflow === 'normal' && !/[-/\u00ad\u200b]/u.test(whole))
            expect(collapsed(textOfLines(lines).join(''))).toBe(collapsed(whole));
          let at = 0;
          for (const run of lines.flatMap((line) => line.runs)) {
            const { start, end } = run.source ?? { start: -1, end: -1 };
            expect(start).toBeGreaterThanOrEqual(at);
            const own = run.words.map((one) => one.text).join('');
            expect(bare(own)).toBe(bare(whole.slice(start, end)));
            at = end;
          }
        },
      ),
      { seed, numRuns: 600 },
    );
  });

  it('keeps every line inside its measure unless it says that it is overfull', () => {
    fc.assert(
      fc.property(text, css, fc.integer({ min: 20, max: 300 }), (one, choice, measure) => {
        const lines = set.lines(
          one,
          measure,
          `text-align: ${choice.align}; text-wrap: ${choice.wrap}; overflow-wrap: ${choice.overflow}`,
        );
        for (const line of lines) {
          if (!line.overfull) expect(line.x + line.width).toBeLessThanOrEqual(measure + 0.01);
          if (choice.overflow !== 'normal' && choice.wrap !== 'nowrap') expect(line.overfull).toBe(false);
          const set = line.runs.reduce((sum, run) => sum + run.width, 0);
          expect(set).toBeCloseTo(line.width, 3);
        }
      }),
      { seed, numRuns: 600 },
    );
  });
});
