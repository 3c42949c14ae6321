import { describe, expect, it } from 'vitest';
import { setter, shown, textOfLines } from '../../support/set-text.js';

describe('lines of the square font', () => {
  it('fills lines and hangs one space at the end of each but the last', async () => {
    const set = await setter();
    const lines = set.lines('aa bb cc dd', 50);
    expect(textOfLines(lines)).toEqual(['aa bb ', 'cc dd']);
    expect(lines.map((line) => [line.x, line.width, line.overfull])).toEqual([
      [0, 50, false],
      [0, 50, false],
    ]);
    expect(shown(set.lines('aa bb', 200))).toEqual(['aa bb']);
  });
});
