/** Headlines on the page, in the square font: ten letters of 10 pt fill a line. */
import { describe, expect, it } from 'vitest';
import { h, layOut, placesOf } from '../../support/lay-out.js';

const set = async (css: string, ...body: ReturnType<typeof h>[]): Promise<readonly string[]> =>
  placesOf((await layOut(css, body)).pages[0]);

describe('a headline', () => {
  it('is balanced when the sheet says so', async () => {
    expect(await set('', h('h1', 'aa bb cc d e'))).toEqual(['aa bb cc d@0,0', 'e@0,10']);
    expect(await set('h1 { text-wrap: balance }', h('h1', 'aa bb cc d e'))).toEqual([
      'aa bb@0,0',
      'cc d e@0,10',
    ]);
  });

  it('breaks at the author’s mark', async () => {
    const marked = h('h1', 'aa ', h('wbr.sense'), 'bb cc d e');
    expect(await set('h1 { text-wrap: balance }', marked)).toEqual(['aa@0,0', 'bb cc d e@0,10']);
  });

  it('has its lines set apart where their ink would touch', async () => {
    // 20 pt on 18: lines stand 18 pt apart, ink needs 20 + 0.6, in steps of 0.4: 20.8.
    const css = 'h1 { font-size: 20pt; line-height: 18pt; -anpham-ink-clearance: 0.03 }';
    // Half of the 2 pt that are missing stand above the box.
    expect(await set(css, h('h1', 'aaa bb'))).toEqual(['aaa@0,-1', 'bb@0,19.8']);
  });
});
