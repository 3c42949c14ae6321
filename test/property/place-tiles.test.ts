/** Every tile that a background has and that is seen is on the grid, and no other (against all tiles one by one). */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BackgroundLayer, BackgroundRepeat } from '../../src/document/style.js';
import { placeTiles } from '../../src/layout/paint/place-tiles.js';

interface Axis {
  readonly repeat: BackgroundRepeat;
  readonly size: number;
  readonly percent: number;
  readonly from: number;
  readonly room: number;
  readonly seen: readonly [number, number];
}

const axis: fc.Arbitrary<Axis> = fc.record({
  repeat: fc.constantFrom('repeat', 'no-repeat', 'space', 'round'),
  size: fc.integer({ min: 1, max: 60 }),
  percent: fc.integer({ min: -50, max: 150 }),
  from: fc.integer({ min: -20, max: 20 }),
  room: fc.integer({ min: 1, max: 90 }),
  seen: fc
    .tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 120 }))
    .map(([from, size]) => [from, from + size] as const),
});

type Stretch = readonly [number, number];

function sameStretches(found: readonly Stretch[], wanted: readonly Stretch[]): void {
  expect(found.length).toBe(wanted.length);
  found.flat().forEach((edge, i) => expect(edge).toBeCloseTo(wanted.flat()[i] ?? NaN, 6));
}

/** The visible stretch of every tile, each worked out by itself from css-backgrounds-3, 2.4. */
function stretches({ repeat, size, percent, from, room, seen }: Axis): readonly Stretch[] {
  const tile = repeat === 'round' ? room / Math.max(1, Math.round(room / size)) : size;
  const fits = Math.floor(room / size);
  const spaced = repeat === 'space' && fits > 1;
  const first = spaced ? from : from + ((room - tile) * percent) / 100;
  const step = spaced ? (room - size) / (fits - 1) : tile;
  const single = repeat === 'no-repeat' || (repeat === 'space' && !spaced);
  const all = single ? [0] : Array.from({ length: 801 }, (_, k) => k - 400);
  return all.flatMap((k) => {
    const start = Math.max(seen[0], first + k * step);
    const end = Math.min(seen[1], first + k * step + tile);
    return end - start > 1e-6 ? [[start, end] as const] : [];
  });
}

/** The same of a grid in one direction. */
function shown(start: number, tile: number, step: number, [from, to]: readonly [number, number]): Stretch[] {
  const found: Stretch[] = [];
  for (let at = start; at < to - 1e-6; at += step) {
    const [left, right] = [Math.max(from, at), Math.min(to, at + tile)];
    if (right - left > 1e-6) found.push([left, right]);
  }
  return found;
}

it('shows the tiles that there are', () => {
  fc.assert(
    fc.property(axis, axis, (x, y) => {
      const layer: BackgroundLayer = {
        image: 'a',
        repeat: [x.repeat, y.repeat],
        position: [{ percent: x.percent }, { percent: y.percent }],
        size: [x.size, y.size],
        origin: 'padding-box',
        clip: 'border-box',
        fixed: false,
      };
      const place = { x: x.from, y: y.from, width: x.room, height: y.room };
      const [left, right] = x.seen;
      const [top, bottom] = y.seen;
      const seen = { x: left, y: top, width: right - left, height: bottom - top };
      const grid = placeTiles(layer, { width: 7, height: 5 }, place, seen);
      const [across, down] = [stretches(x), stretches(y)];
      if (!grid) {
        expect(Math.min(across.length, down.length)).toBe(0);
        return;
      }
      const { tile, step, area, repeats } = grid;
      sameStretches(shown(tile.x, tile.width, step.x, [area.x, area.x + area.width]), across);
      sameStretches(shown(tile.y, tile.height, step.y, [area.y, area.y + area.height]), down);
      if (across.length * down.length > 1) expect(repeats).toBe(true);
    }),
    { seed: 20200115, numRuns: 2000 },
  );
});
