/** One glyph looked up in a table says what the whole table says of it. */
import { describe, expect, it } from 'vitest';
import { classes, classOf, coverage, coverageIndex, Region } from '../../../src/text/layout-table.js';

function table(...values: readonly number[]): Region {
  const view = new DataView(new ArrayBuffer(2 * values.length));
  values.forEach((value, i) => view.setUint16(2 * i, value));
  return new Region(view, 0);
}

const glyphs = Array.from({ length: 40 }, (_, glyph) => glyph);

describe('a coverage table', () => {
  it.each([
    ['of glyphs', table(1, 4, 3, 5, 6, 20)],
    ['of ranges', table(2, 3, 3, 3, 0, 5, 8, 1, 20, 21, 5)],
    ['of nothing', table(1, 0)],
  ])('%s', (_, region) => {
    const places = glyphs.map((glyph) => coverageIndex(region, glyph));
    expect(places).toEqual(glyphs.map((glyph) => coverage(region).indexOf(glyph)));
  });
});

describe('a table of classes', () => {
  it.each([
    ['from a glyph on', table(1, 7, 3, 2, 0, 1)],
    ['of ranges', table(2, 2, 4, 6, 3, 9, 9, 1)],
  ])('%s', (_, region) => {
    const known = classes(region);
    expect(glyphs.map((glyph) => classOf(region, glyph))).toEqual(glyphs.map((glyph) => known[glyph] ?? 0));
  });
});
