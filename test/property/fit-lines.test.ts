/**
 * Total-fit against brute force: for short random paragraphs the chosen breaks cost no more than any
 * other legal set of breaks, by the same demerits and in the same pass of tolerance. And no letter
 * of a random paragraph is lost, doubled or moved.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineFitter } from '../../src/text/fit-lines.js';
import { LineCosts, fitnessDemerits, passesOf, type FitRules } from '../../src/text/line-costs.js';
import { breakFlag, Breaks } from '../../src/text/breaks.js';
import { pieceKind, Pieces } from '../../src/text/pieces.js';
import type { InlineItem } from '../../src/document/inline.js';
import { runText, setter, styleWith, textItem, textOfLines } from '../support/set-text.js';

const seed = 20200113;

interface RandomWord {
  readonly width: number;
  readonly cost: number;
  readonly hyphen: boolean;
  /** What hangs when a line ends after this word, and what its letters give. */
  readonly hang: number;
  readonly letters: number;
  readonly glued: boolean;
}

function build(words: readonly RandomWord[]): { pieces: Pieces; breaks: Breaks } {
  const pieces = new Pieces();
  const breaks = new Breaks();
  words.forEach(({ width, cost, hyphen, hang, letters, glued }, i) => {
    pieces.add(pieceKind.box, 0, width);
    pieces.track(letters, letters / 2);
    if (i < words.length - 1) {
      if (hyphen) breaks.add(pieces.count, pieces.count, cost, breakFlag.hyphen, 3);
      else {
        pieces.add(pieceKind.space, 0, 4);
        pieces.give(2, 1);
        // A no-break space stretches like the others.
        if (!glued) breaks.add(pieces.count - 1, pieces.count, cost);
      }
    } else breaks.add(pieces.count, pieces.count, 0, breakFlag.forced);
    if (breaks.count > 0) breaks.mayHang(breaks.count - 1, hang);
  });
  return { pieces, breaks };
}

const fitness = (ratio: number): number => (ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3);

/** Demerits of a set of breaks; undefined when a line does not fit or is looser than the tolerance. */
function totalOf(
  costs: LineCosts,
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
    const ratio = costs.ratio(start, end, line, last, rules);
    if (ratio < -1 || ratio > tolerance) return undefined;
    total += costs.lineDemerits(start, end, ratio, last, rules);
    // Knuth and Plass, p. 1128: γ = 3000 between lines more than one class apart.
    if (Math.abs(fitness(ratio) - previous) > 1) total += fitnessDemerits;
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

const word: fc.Arbitrary<RandomWord> = fc.record({
  width: fc.integer({ min: 1, max: 30 }),
  cost: fc.constantFrom(0, 0, 0, 40, 150, Infinity),
  hyphen: fc.boolean(),
  hang: fc.constantFrom(0, 0, 2),
  letters: fc.constantFrom(0, 0, 1),
  glued: fc.constantFrom(false, false, false, true),
});
const even: RandomWord = { width: 20, cost: 0, hyphen: false, hang: 0, letters: 0, glued: false };
const whole = word.map((one) => ({ ...one, hyphen: false }));
const plain = word.map((one) => ({ ...one, hyphen: false, hang: 0, letters: 0 }));

const kinds: readonly (readonly [string, fc.Arbitrary<RandomWord>, Partial<FitRules>])[] = [
  ['justified', plain, {}],
  ['justified with hanging marks and letters that give way', whole, {}],
  ['justified with hyphens, hanging marks and letters that give way', word, {}],
  ['justified within a tolerance of 1', word, { tolerance: 1 }],
  ['justified to the last line', word, { fillsLast: true }],
  ['justified with a longer last line', word, { lastLineMin: 30 }],
  ['ragged', word, { raggedStretch: 12 }],
  ['justified beside a float', word, { uniform: false }],
  ['ragged beside a float', plain, { uniform: false, raggedStretch: 12 }],
];

describe('total fit', () => {
  for (const [name, words, more] of kinds) {
    it(`is no worse than any other choice (${name})`, () => {
      fc.assert(
        fc.property(
          fc.array(words, { minLength: 1, maxLength: 11 }),
          fc.integer({ min: 30, max: 90 }),
          (paragraph, width) => {
            const { pieces, breaks } = build(paragraph);
            const costs = new LineCosts(pieces, breaks);
            const to = breaks.count - 1;
            const length = (line: number): number =>
              line === 0 ? width - 8 : more.uniform !== false || line > 2 ? width : width / 2;
            const rules = {
              length,
              uniform: true,
              raggedStretch: 0,
              firstLine: 0,
              fillsLast: false,
              ...more,
            };
            const chosen = new LineFitter(pieces, breaks).fitTotally(-1, to, rules);
            for (const tolerance of passesOf(rules)) {
              let best = Infinity;
              for (const set of allSets(to)) {
                if (set.some((b) => (breaks.cost[b] ?? 0) === Infinity)) continue;
                best = Math.min(best, totalOf(costs, set, to, rules, tolerance) ?? Infinity);
              }
              if (best === Infinity) continue;
              const sum = totalOf(costs, chosen, to, rules, tolerance);
              expect(sum).toBeCloseTo(best, 6);
              expect(costs.total(-1, chosen, rules)).toBeCloseTo(best, 6);
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

  it('breaks up the same rivers with lines of one length as with lines of any length', () => {
    // Nearly equal words put their spaces under each other; no two lines cost the same.
    const near = (width: number): fc.Arbitrary<number> =>
      fc.double({ min: width, max: width + 0.2, noNaN: true });
    const some = fc.array(fc.oneof(near(8), near(12), near(16)), { minLength: 30, maxLength: 80 });
    let rivers = 0;
    fc.assert(
      fc.property(some, fc.double({ min: 70, max: 110, noNaN: true }), (widths, width) => {
        const { pieces, breaks } = build(widths.map((one) => ({ ...even, width: one })));
        const fitter = new LineFitter(pieces, breaks);
        const to = breaks.count - 1;
        const rules = {
          length: () => width,
          uniform: true,
          raggedStretch: 0,
          firstLine: 0,
          fillsLast: false,
          riverCost: 1e6,
        };
        const chosen = fitter.fitTotally(-1, to, rules);
        expect(chosen).toEqual(fitter.fitTotally(-1, to, { ...rules, uniform: false }));
        if (chosen.join() !== fitter.fitTotally(-1, to, { ...rules, riverCost: 0 }).join()) rivers++;
      }),
      { seed, numRuns: 200 },
    );
    expect(rivers).toBeGreaterThan(20);
  });

  it('ends whatever the widths are, in memory that grows with the text', () => {
    const widths = fc.oneof(fc.double({ min: -50, max: 500 }), fc.constantFrom(0, 1e-9, 1e9, Infinity, NaN));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, widths), { minLength: 1, maxLength: 60 }),
        widths,
        (pairs, width) => {
          const { pieces, breaks } = build(pairs.map(([one, own]) => ({ ...one, width: own })));
          for (const uniform of [true, false]) {
            const rules = { length: () => width, uniform, raggedStretch: 0, firstLine: 0, fillsLast: false };
            const chosen = new LineFitter(pieces, breaks).fitTotally(-1, breaks.count - 1, rules);
            expect(chosen.at(-1)).toBe(breaks.count - 1);
            expect(chosen).toEqual([...new Set(chosen)].sort((a, b) => a - b));
          }
        },
      ),
      { seed, numRuns: 400 },
    );
  });
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
            const own = runText(run);
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
