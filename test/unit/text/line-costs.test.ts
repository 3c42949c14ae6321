/** What choices of lines cost, on pieces given by hand: spaces of 4 pt that stretch by 2 and shrink by 1. */
import { describe, expect, it } from 'vitest';
import { LineFitter } from '../../../src/text/fit-lines.js';
import { LineCosts, fitnessDemerits, type FitRules } from '../../../src/text/line-costs.js';
import { breakFlag, Breaks } from '../../../src/text/breaks.js';
import { pieceKind, Pieces } from '../../../src/text/pieces.js';

describe('fitness classes', () => {
  const pieces = new Pieces();
  const breaks = new Breaks();
  const words = [20, 4, 24, 16, 8, 12, 8, 4, 4, 8];
  words.forEach((width, i) => {
    pieces.add(pieceKind.box, 0, width);
    if (i === words.length - 1) return breaks.add(pieces.count, pieces.count, 0, breakFlag.forced);
    pieces.add(pieceKind.space, 0, 4);
    pieces.give(2, 1);
    return breaks.add(pieces.count - 1, pieces.count, 0);
  });
  const costs = new LineCosts(pieces, breaks);
  const rules = (more: Partial<FitRules>): FitRules => ({
    length: () => 60,
    uniform: true,
    raggedStretch: 0,
    firstLine: 0,
    fillsLast: false,
    ...more,
  });

  it('keep a tight line from standing under a loose one, though it costs less by itself', () => {
    // The first line is 56 pt and stretches by 4: ratio 1. The second is 56 pt with three spaces, 2/3, or with
    // one word more 64 pt with four, −1: alone that would be the better one.
    const loose = [2, 6, 9];
    const tight = [2, 7, 9];
    expect(costs.ratio(2, 6, 1, false, rules({}))).toBeCloseTo(2 / 3);
    expect(costs.ratio(2, 7, 1, false, rules({}))).toBeCloseTo(-1);
    const apart = costs.total(-1, tight, rules({})) - costs.total(-1, loose, rules({}));
    expect(apart).toBeGreaterThan(0);
    expect(apart).toBeLessThan(fitnessDemerits);
    for (const uniform of [true, false])
      expect(new LineFitter(pieces, breaks).fitTotally(-1, 9, rules({ uniform }))).toEqual(loose);
  });
});
