/** Lines beside floats: rooms that hang on the line's top, lines moved below a float, indents. */
import { describe, expect, it } from 'vitest';
import type { LineRoom } from '../../../src/document/inline.js';
import { setter, shown, styleWith, textItem } from '../../support/set-text.js';

const set = await setter();

/** A float on the left, 40 pt wide and 25 pt high, in 100 pt. */
function besideFloat(_line: number, top: number, needed: number): LineRoom {
  if (top >= 25) return { left: 0, width: 100 };
  return needed > 60 ? { left: 0, width: 100, top: 25 } : { left: 40, width: 60 };
}

describe('lines beside a float', () => {
  it('ask for their room at their real top', () => {
    const lines = set.lines('aaa bb ccc dd eee ffff g hh', besideFloat);
    expect(shown(lines)).toEqual(['aaa bb', 'ccc dd', 'eee', 'ffff g hh']);
    expect(lines.map((line) => line.x)).toEqual([40, 40, 40, 0]);
    const high = set.lines([textItem('aaa bb ccc dd eee ffff', 'line-height: 30pt')], besideFloat);
    expect(shown(high)).toEqual(['aaa bb', 'ccc dd eee', 'ffff']);
  });

  it('are moved below it when their beginning does not fit', () => {
    const lines = set.lines('aaa bbbbbbbbb c', besideFloat);
    expect(shown(lines)).toEqual(['aaa', 'bbbbbbbbb', 'c']);
    expect(lines.map((line) => [line.x, line.before])).toEqual([
      [40, 0],
      [0, 15],
      [0, 0],
    ]);
  });

  it('are justified with tops that were estimated and then known', () => {
    const items = [textItem('aaa bb ccc dd eee ffff g hh', 'line-height: 30pt')];
    const lines = set.lines(items, besideFloat, 'text-align: justify');
    expect(lines.map((line) => line.x)).toEqual([40, 0, 0]);
    expect(lines.map((line) => line.overfull)).toEqual([false, false, false]);
    const moved = set.lines('aaa bbbbbbbbb c', besideFloat, 'text-align: justify');
    expect(moved.map((line) => line.before)).toEqual([0, 15, 0]);
  });
});

describe('lines that are higher than thought', () => {
  it('are no reason for blank above the next ones, nor to give up total-fit', () => {
    // This room always says where the line begins, as float contexts do.
    const room = (line: number, top: number, needed: number): LineRoom => ({
      top,
      ...besideFloat(line, top, needed),
    });
    const items = [
      textItem('aaa b'),
      textItem('2', 'vertical-align: 5pt', { tag: 2 }),
      textItem(' cc dd ee fff g'),
    ];
    for (const css of ['text-align: left', 'text-align: justify']) {
      const lines = set.lines(items, room, css);
      expect(
        lines.map((line) => line.before),
        css,
      ).toEqual(lines.map(() => 0));
      expect(
        lines.map((line) => line.x),
        css,
      ).toEqual([40, 40, 0]);
    }
    expect(
      set.lines('aa bb cc dd eee f', (_, top) => ({ left: 0, width: 65, top }), 'text-align: justify').length,
    ).toBe(3);
  });
});

describe('indents', () => {
  it('hang and follow forced breaks (CSS Text 3 §8.1)', () => {
    const x = (css: string): readonly number[] =>
      set.lines([textItem('aa bb'), { type: 'break' }, textItem('cc')], 40, css, 10).map((line) => line.x);
    expect(x('')).toEqual([10, 0, 0]);
    expect(x('text-indent: 10pt each-line')).toEqual([10, 0, 10]);
    expect(x('text-indent: 10pt hanging')).toEqual([0, 10, 10]);
    expect(x('text-indent: 10pt hanging each-line')).toEqual([0, 10, 0]);
  });

  it('count for the intrinsic widths', () => {
    const style = styleWith('text-indent: 15pt');
    expect(set.typesetter.intrinsicWidths([{ ...textItem('aa bb'), style }], style)).toEqual({
      min: 35,
      max: 65,
    });
  });
});
