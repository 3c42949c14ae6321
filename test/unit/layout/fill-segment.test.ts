import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillSegment, type FillRoom } from '../../../src/layout/fill-segment.js';
import { needsOf, type FlowChild, type Segment } from '../../../src/layout/flow.js';

const box = (size: number, glued = false): FlowChild => ({
  type: 'fragment',
  size,
  glued,
  x: 0,
  fragment: { width: 10, height: size, regions: [] },
});
const space = (size: number): FlowChild => ({ type: 'space', size, glued: false });

function segment(children: readonly FlowChild[], columns = 1, balance = true): Segment {
  return {
    columns,
    columnWidth: 40,
    gap: 10,
    rule: undefined,
    balance,
    x: 0,
    children,
    needs: needsOf(children),
  };
}

function room(limit: number, more: Partial<FillRoom> = {}): FillRoom {
  return { limit, full: limit, atPageTop: false, force: true, ...more };
}

/** Sizes of what stands in each column. */
function columnsOf(filled: ReturnType<typeof fillSegment>): readonly (readonly number[])[] {
  return filled.regions.map((region) => region.placed.map(({ child }) => child.size));
}

describe('one column', () => {
  it('takes what fits and says where it stopped', () => {
    const filled = fillSegment(segment([box(40), box(40), box(40)]), 0, room(100));
    expect(filled.end).toBe(2);
    expect(columnsOf(filled)).toEqual([[40, 40]]);
  });

  it('drops a margin at its top after an unforced break and keeps it elsewhere', () => {
    const children = [space(10), box(20), space(10), box(20)];
    expect(fillSegment(segment(children), 0, room(100)).height).toBe(60);
    expect(fillSegment(segment(children), 0, room(100, { atPageTop: true })).height).toBe(50);
  });

  it('leaves a margin that ends the segment as trailing', () => {
    const filled = fillSegment(segment([box(20), space(10)]), 0, room(100));
    expect([filled.height, filled.trailing]).toEqual([20, 10]);
  });

  it('does not part what is glued', () => {
    const filled = fillSegment(segment([box(60), box(20, true), box(40)]), 0, room(100));
    expect(filled.end).toBe(1);
  });

  it('parts glued children that are taller than a column together', () => {
    const filled = fillSegment(segment([box(60, true), box(60, true), box(60)]), 0, room(100));
    expect(filled.end).toBe(1);
    expect(filled.height).toBe(60);
  });

  it('places nothing where nothing fits and something stands above', () => {
    const filled = fillSegment(segment([box(60)]), 0, room(50, { force: false, full: 100 }));
    expect(filled.end).toBe(0);
  });

  it('places what is too tall for any column on an empty page', () => {
    expect(fillSegment(segment([box(160)]), 0, room(100)).end).toBe(1);
  });
});

describe('columns', () => {
  it('balance what ends in them', () => {
    const filled = fillSegment(segment([box(10), box(10), box(10), box(10)], 2), 0, room(100));
    expect(columnsOf(filled)).toEqual([
      [10, 10],
      [10, 10],
    ]);
    expect(filled.height).toBe(20);
  });

  it('stay full when told not to balance', () => {
    const filled = fillSegment(segment([box(10), box(10), box(10)], 2, false), 0, room(20));
    expect(columnsOf(filled)).toEqual([[10, 10], [10]]);
  });

  it('break where a column break stands', () => {
    const children: FlowChild[] = [
      box(10),
      { type: 'column-break', size: 0, glued: false },
      box(10),
      box(10),
    ];
    expect(columnsOf(fillSegment(segment(children, 2), 0, room(100)))).toEqual([[10], [10, 10]]);
  });

  it('are as low as any legal set of breaks makes them', () => {
    const child = fc.record({ size: fc.integer({ min: 1, max: 30 }), glued: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(child, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 2, max: 3 }),
        (sizes, columns) => {
          const children = sizes.map(({ size, glued }) => box(size, glued));
          const filled = fillSegment(segment(children, columns), 0, room(10_000));
          expect(filled.height).toBeCloseTo(lowest(sizes, columns), 1);
        },
      ),
      { seed: 20200113, numRuns: 300 },
    );
  });
});

/** Brute force: the tallest column of the best way to cut a list of sizes into `columns` legal parts. */
function lowest(sizes: readonly { size: number; glued: boolean }[], columns: number): number {
  const total = sizes.reduce((sum, { size }) => sum + size, 0);
  if (columns === 1) return total;
  let best = total;
  for (let cut = 1; cut < sizes.length; cut += 1) {
    if (sizes[cut - 1]?.glued) continue;
    const first = sizes.slice(0, cut).reduce((sum, { size }) => sum + size, 0);
    best = Math.min(best, Math.max(first, lowest(sizes.slice(cut), columns - 1)));
  }
  return best;
}
