/**
 * Drop caps. With the square font a letter is as wide as its size and 0.8 em high, so one of three lines of
 * 10 pt is (2 × 10 + 8) ÷ 0.8 = 35 pt; it reaches 7 pt below its baseline, which is more than a line does.
 */
import { describe, expect, it } from 'vitest';
import { sizeInitialLetter } from '../../../src/layout/boxes/initial-letter.js';
import { h, layOut, placesOf } from '../../support/lay-out.js';
import { setter, styleWith, textItem } from '../../support/set-text.js';

const places = async (
  css: string,
  ...body: ReturnType<typeof h>[]
): Promise<readonly (readonly string[])[]> =>
  (await layOut(css, body)).pages.map((page) => [...placesOf(page)].sort());

describe('a drop cap', () => {
  const three = '.d::first-letter { initial-letter: 3 }';

  it('reaches from the cap height of the first line to the baseline of the third', async () => {
    // 65 pt are left; the fourth line stands beside what the letter has below its baseline.
    const text = 'Abb cc dd ee ff gg hh ii jj kk ll';
    expect(await places(three, h('p.d', text))).toEqual([
      ['A@0,0', 'bb cc@35,0', 'dd ee@35,10', 'ff gg@35,20', 'hh ii@35,30', 'jj kk ll@0,40'],
    ]);
  });

  it('moves the first line down when it is higher than what it sinks by', async () => {
    // (10 + 8) ÷ 0.8 = 22.5 pt, 18 of them above the baseline; the first line has 8.
    const text = 'Abb cc dd ee ff gg hh';
    expect(await places('.d::first-letter { initial-letter: 2 1 }', h('p.d', text))).toEqual([
      ['A@0,0', 'bb cc@22.5,10', 'dd ee@22.5,20', 'ff gg hh@0,30'],
    ]);
  });

  it('keeps its own distance, and takes the place of the indent', async () => {
    const css = `${three} .d { text-indent: 20pt } .d::first-letter { padding: 2pt 5pt 0 0 }`;
    expect(await places(css, h('p.d', 'Abb cc dd'))).toEqual([['A@0,0', 'bb cc@40,0', 'dd@40,10']]);
  });

  it('stays with the lines beside it', async () => {
    // 30 pt are left on the first page, the letter is 35 pt high.
    const before = Array.from({ length: 7 }, () => h('p', 'x'));
    const [first, second] = await places(three, ...before, h('p.d', 'Abb cc dd ee ff gg hh ii jj'));
    expect(first).toHaveLength(7);
    expect(second).toEqual(['A@0,0', 'bb cc@35,0', 'dd ee@35,10', 'ff gg@35,20', 'hh ii@35,30', 'jj@0,40']);
  });

  // The letters are 22.5 wide and high; text stands beside them, a float too.
  it('stands below the one before, not beside it', async () => {
    const css = '.d::first-letter { initial-letter: 2 } .f { float: right }';
    expect(
      await places(css, h('p.d', 'Ab'), h('p', 'x'), h('p.d', 'Cd'), h('p.f', 'f'), h('p', 'e')),
    ).toEqual([['A@0,0', 'C@0,22.5', 'b@22.5,0', 'd@22.5,22.5', 'e@22.5,32.5', 'f@90,32.5', 'x@22.5,10']]);
    // A picture at the side is none.
    expect(
      await places(
        '.d::first-letter { initial-letter: 2 } .f { float: left }',
        h('p.f', 'f'),
        h('p.d', 'Ab'),
      ),
    ).toEqual([['A@10,0', 'b@32.5,0', 'f@0,0']]);
  });

  it('is never broken, and never keeps text from its page for long', async () => {
    // 10 lines: (9 × 10 + 8) ÷ 0.8 = 122.5 pt, more than a page; more than 100 lines are no drop cap.
    const css = (size: number): string => `.d::first-letter { initial-letter: ${size} }`;
    expect(await places(css(10), h('p.d', 'Abb'))).toEqual([['A@0,0'], ['bb@0,0']]);
    expect(await places(css(101), h('p.d', 'Abb'))).toEqual([['Abb@0,0']]);
    expect(await places('.d::first-letter { initial-letter: 1 1000000000 }', h('p.d', 'Abb'))).toEqual([
      ['Abb@0,0'],
    ]);
  });

  it('has no letter lost when the paragraph is shorter', async () => {
    expect(await places(three, h('p.d', 'Abb'), h('p', 'cc'))).toEqual([['A@0,0', 'bb@35,0', 'cc@35,10']]);
  });
});

describe('stacked diacritics', async () => {
  const { typesetter } = await setter([]);
  const block = styleWith('font: 10.5pt/15pt "Source Serif 4"');
  const cap = (letter: string): NonNullable<ReturnType<typeof sizeInitialLetter>> => {
    const css = 'font: 600 10.5pt/15pt "Source Serif 4 Display"; initial-letter: 3';
    const found = sizeInitialLetter(textItem(letter, css), block, typesetter);
    if (!found) throw new Error('no initial letter');
    return found;
  };

  it('have room above the first line', () => {
    // Both faces have capitals of 0.67 em: (2 × 15 + 0.67 × 10.5) ÷ 0.67.
    expect(cap('E').text.style.fontSize).toBeCloseTo(55.276, 3);
    expect(cap('E').place).toEqual({ push: 0, sink: 3, height: 45 });
    for (const letter of ['É', 'Ế', 'Ỗ', 'Ẵ']) {
      const { text, place } = cap(letter);
      const ink = typesetter.breakLines({
        items: [text],
        style: text.style,
        measure: 100,
        indent: 0,
        ink: true,
      })[0];
      // The letter's baseline lies where its line has it: all of its ink is in its box.
      expect(place.push).toBeGreaterThan(5);
      expect(ink?.ascent).toBeCloseTo(ink?.inkAscent ?? 0, 6);
      expect(place.height).toBeCloseTo(place.push + 45, 6);
    }
    expect(cap('Ế').place.push).toBeGreaterThan(cap('É').place.push);
  });

  it('have room below the last', () => {
    expect(cap('Ẹ').place.push).toBe(0);
    expect(cap('Ẹ').place.height).toBeGreaterThan(45);
  });
});
