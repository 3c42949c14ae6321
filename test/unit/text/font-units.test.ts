/** Units that fonts give (CSS Values 4 §6.1.1): in the square font a zero is 1 em wide. */
import { expect, it } from 'vitest';
import { fontMeasure } from '../../../src/text/font-units.js';
import { h, layOut, placesOf } from '../../support/lay-out.js';
import { memoryHost } from '../../support/memory-host.js';
import { squareRule } from '../../support/set-text.js';
import { squareFont } from '../../support/square-font.js';

const ask = (fontFamily: readonly string[]): object => {
  const measure = fontMeasure([squareRule], memoryHost({ 'square.ttf': squareFont() }));
  return measure({ fontFamily, fontWeight: 400, fontStyle: 'normal' });
};

it('measures the zero and the small letters of the first font there is', () => {
  // The table of the square font has no x-height: the ink of its x is 0.8 em high.
  expect(ask(['No such family', 'Square'])).toEqual({ ex: 0.8, ch: 1 });
});

it('ch is a zero of the element itself, of the parent where the size of the font is stated', async () => {
  const { pages } = await layOut('p { margin-left: 2ch; width: 3ch; font-size: 2ch }', [h('p', 'aa bb')]);
  // 2ch of 10 pt letters are 20 pt; 2ch of 20 pt letters are 40 pt, and 3ch hold "aa" alone.
  expect(placesOf(pages[0]).map((place) => place.replace(/,.*/, ''))).toEqual(['aa@40', 'bb@40']);
});
