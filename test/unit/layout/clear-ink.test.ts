import { describe, expect, it } from 'vitest';
import type { Line } from '../../../src/document/glyph-run.js';
import { clearInk } from '../../../src/layout/clear-ink.js';

function line(inkAscent: number, inkDescent: number): Line {
  const plain = {
    runs: [],
    atoms: [],
    boxes: [],
    anchors: [],
    before: 0,
    x: 0,
    width: 0,
    ratio: 0,
    notes: [],
    from: { item: 0, offset: 0 },
    overfull: false,
  };
  return { ...plain, ascent: 17, descent: 6, inkAscent, inkDescent };
}

const display = { fontSize: 20, inkClearance: 0.03 };

describe('the ink test of headlines', () => {
  it('raises the leading in steps of 0.02 em until ink is clear by 0.03 em', () => {
    // 20 pt on 23: 5 below and 19 above need 24 + 0.6 = 24.6, which is 1.6 more, 4 steps of 0.4.
    const raised = clearInk([line(14, 5), line(19, 5), line(14, 5)], display);
    expect(raised.map(({ ascent }) => ascent)).toEqual([17, 18.6, 18.6]);
  });

  it('leaves lines alone that are clear, and text sizes', () => {
    const clear = [line(16, 5), line(16, 5)];
    expect(clearInk(clear, display)).toBe(clear);
    const text = [line(30, 5), line(30, 5)];
    expect(clearInk(text, { ...display, fontSize: 10 })).toBe(text);
  });

  it('leaves all lines as high as CSS says unless the sheet asks for the test', () => {
    const touching = [line(14, 5), line(19, 5)];
    expect(clearInk(touching, { fontSize: 20, inkClearance: 'none' })).toBe(touching);
  });
});
