/**
 * Rivers: words of the same length put their spaces under each other, line after line. Made of bare pieces,
 * so that every number can be worked out by hand.
 */
import { describe, expect, it } from 'vitest';
import { LineFitter } from '../../../src/text/fit-lines.js';
import { LineCosts, type FitRules } from '../../../src/text/line-costs.js';
import { breakFlag, Breaks } from '../../../src/text/breaks.js';
import { pieceKind, Pieces } from '../../../src/text/pieces.js';
import { RiverWatch } from '../../../src/text/rivers.js';

/** Words of these widths with spaces of 4 pt between them, which stretch by 2 and shrink by 1. */
function paragraph(widths: readonly number[]): { costs: LineCosts; fitter: LineFitter; to: number } {
  const pieces = new Pieces();
  const breaks = new Breaks();
  widths.forEach((width, i) => {
    pieces.add(pieceKind.box, 0, width);
    if (i === widths.length - 1) return;
    pieces.add(pieceKind.space, 0, 4);
    pieces.give(2, 1);
    breaks.add(pieces.count - 1, pieces.count, 0);
  });
  breaks.add(pieces.count, pieces.count, 0, breakFlag.forced);
  return {
    costs: new LineCosts(pieces, breaks),
    fitter: new LineFitter(pieces, breaks),
    to: breaks.count - 1,
  };
}

function rules(measure: number, riverCost: number): FitRules {
  return {
    length: () => measure,
    uniform: true,
    raggedStretch: 0,
    firstLine: 0,
    fillsLast: false,
    riverCost,
  };
}

describe('rivers', () => {
  // Four lines of 20 4 20 4 20 = 68 pt, and a last line.
  const even = paragraph(Array.from({ length: 14 }, () => 20));

  it('are spaces under each other on three lines, the last line apart', () => {
    const watch = new RiverWatch(even.costs);
    const lines = [2, 5, 8, 11, 13];
    // Lines 1 and 2 (from 0) stand between two others, and have two spaces each.
    expect(watch.rivers(-1, lines, rules(68, 1))).toEqual([1, 1, 2, 2]);
    expect(watch.rivers(-1, lines.slice(2), rules(68, 1))).toEqual([]);
  });

  it('are not seen where lines are set tight', () => {
    // 66 pt: two spaces shrink by 1 pt each, ratio −1.
    expect(new RiverWatch(even.costs).rivers(-1, [2, 5, 8, 11, 13], rules(66, 1))).toEqual([]);
  });

  it('are broken when other lines cost little more', () => {
    // Best: 20 12 24 16 | 24 12 12 16 | 12 20 24 16 …, whose spaces meet twice on the second and third line.
    const { fitter, costs, to } = paragraph([
      20, 12, 24, 16, 24, 12, 12, 16, 12, 20, 24, 16, 12, 12, 16, 20, 16, 16, 16,
    ]);
    const watch = new RiverWatch(costs);
    const before = fitter.fitTotally(-1, to, rules(90, 0));
    const after = fitter.fitTotally(-1, to, rules(90, 5_000));
    expect(before).toEqual([3, 7, 11, 16, 18]);
    expect(watch.rivers(-1, before, rules(90, 0)).length).toBe(2);
    expect(after).toEqual([3, 8, 12, 16, 18]);
    expect(watch.rivers(-1, after, rules(90, 0))).toEqual([]);
    // It costs one jump between fitness classes, 3000 demerits, less than two rivers.
    const dearer = costs.total(-1, after, rules(90, 0)) - costs.total(-1, before, rules(90, 0));
    expect(dearer).toBeCloseTo(3_000, 6);
    expect(fitter.fitTotally(-1, to, rules(90, 1_000))).toEqual(before);
  });

  it('stay when every other way is worse', () => {
    const { fitter } = even;
    expect(fitter.fitTotally(-1, 13, rules(68, 1))).toEqual(fitter.fitTotally(-1, 13, rules(68, 0)));
  });
});
