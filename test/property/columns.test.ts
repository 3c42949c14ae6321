/**
 * Balanced columns against brute force: of all legal ways to break a few paragraphs into columns none has
 * a lower tallest column. Lines are 10 pt high. Legal are breaks between paragraphs that do not stay
 * together and inside those that may be broken, with enough lines on both sides (css-break-3, 4.4).
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { h, layOut, textsOf } from '../support/lay-out.js';

interface Paragraph {
  readonly lines: number;
  readonly margin: number;
  readonly whole: boolean;
  readonly stays: boolean;
}

interface Case {
  readonly columns: number;
  /** Of orphans and widows alike. */
  readonly together: number;
  readonly paragraphs: readonly Paragraph[];
}

const paragraph = fc.record({
  lines: fc.integer({ min: 1, max: 8 }),
  margin: fc.constantFrom(0, 0, 5, 10, 25),
  whole: fc.constantFrom(false, false, false, true),
  stays: fc.constantFrom(false, false, false, true),
});

const cases = fc.record({
  columns: fc.integer({ min: 2, max: 4 }),
  together: fc.integer({ min: 1, max: 3 }),
  paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 8 }),
});

/** The least height of the tallest column. */
function lowest({ columns, together, paragraphs }: Case): number {
  const lines = paragraphs.flatMap((one, p) => Array.from({ length: one.lines }, (_, line) => ({ p, line })));
  const heightOf = (from: number, to: number): number => {
    let height = 0;
    for (let i = from; i < to; i += 1) {
      const begins = i > from && lines[i]?.line === 0;
      height += 10 + (begins ? (paragraphs[(lines[i]?.p ?? 0) - 1]?.margin ?? 0) : 0);
    }
    return height;
  };
  const isLegal = (from: number, to: number): boolean => {
    const next = lines[to];
    const inside = next && paragraphs[next.p];
    if (!next || !inside) return true;
    if (next.line === 0) return !inside.stays;
    const above = Math.min(next.line, to - from);
    return !inside.whole && above >= together && inside.lines - next.line >= together;
  };
  // Tallest column of the lines from `from` on, in so many columns.
  const best = (from: number, left: number): number => {
    if (from === lines.length) return 0;
    if (left === 0) return Infinity;
    let least = Infinity;
    for (let to = from + 1; to <= lines.length; to += 1) {
      if (isLegal(from, to)) least = Math.min(least, Math.max(heightOf(from, to), best(to, left - 1)));
    }
    return least;
  };
  return best(0, columns);
}

it('no other legal break set gives balanced columns with a lower tallest column', async () => {
  const all = fc.sample(cases, { seed: 4, numRuns: 250 }).filter(({ paragraphs }) => {
    return paragraphs.reduce((sum, one) => sum + one.lines, 0) <= 40;
  });
  // One document for all: each container is as high as its tallest column, a line stands after it.
  const css =
    '@page { size: 1000pt 100pt } .c { column-gap: 0 } p { white-space: pre } .end { height: 10pt }';
  const body = all.flatMap(({ columns, together, paragraphs }) => [
    h(
      'div.c',
      { style: `column-count: ${columns}; orphans: ${together}; widows: ${together}` },
      ...paragraphs.map((one, i) =>
        h(
          'p',
          {
            style: [
              `margin-bottom: ${i === paragraphs.length - 1 ? 0 : one.margin}pt; orphans: inherit; widows: inherit`,
              one.whole ? 'break-inside: avoid' : '',
              one.stays ? 'break-before: avoid' : '',
            ].join(';'),
          },
          Array.from({ length: one.lines }, () => 'a').join('\n'),
        ),
      ),
    ),
    h('div.end', 'x'),
  ]);
  const { pages } = await layOut(css, body, undefined, { continuous: true });
  const ends = textsOf(pages[0]).filter(({ text }) => text === 'x');
  const heights = ends.map(({ top }, i) => top - (i === 0 ? 0 : (ends[i - 1]?.top ?? 0) + 10));
  const wrong = all.flatMap((one, i) => {
    const least = lowest(one);
    const got = Math.round((heights[i] ?? 0) * 100) / 100;
    return got === least ? [] : [{ one, got, least }];
  });
  expect(wrong).toEqual([]);
});
