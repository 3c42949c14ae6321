import { describe, expect, it } from 'vitest';
import { formatCounter, markerText } from '../../../../src/layout/boxes/counter-styles.js';
import { h } from '../../../support/lay-out.js';
import { boxesOf } from './show-boxes.js';

describe('counter styles', () => {
  it.each([
    ['decimal', 12, '12'],
    ['decimal-leading-zero', 7, '07'],
    ['decimal-leading-zero', -7, '-7'],
    ['lower-roman', 1994, 'mcmxciv'],
    ['upper-roman', 4000, '4000'],
    ['lower-alpha', 27, 'aa'],
    ['upper-latin', 52, 'AZ'],
    ['lower-latin', 0, '0'],
    ['lower-greek', 3, 'γ'],
    ['lower-greek', 25, 'αα'],
    ['armenian', 1999, 'ՌՋՂԹ'],
    ['lower-armenian', 12, 'ժբ'],
    ['georgian', 1999, 'ჩშჟთ'],
    ['hebrew', 15, 'טו'],
    ['hebrew', 117, 'קיז'],
    ['cjk-decimal', 2026, '二〇二六'],
    ['cjk-heavenly-stem', 10, '癸'],
    ['cjk-heavenly-stem', 11, '11'],
    ['hiragana', 2, 'い'],
    ['katakana-iroha', 48, 'イイ'],
    ['arabic-indic', 45, '٤٥'],
    ['khmer', 10, '១០'],
    ['disc', 9, '•'],
    ['none', 9, ''],
    ['unheard-of', 9, '9'],
    ['"★"', 9, '★'],
  ])('%s writes %i as %s', (style, value, shown) => {
    expect(formatCounter(value, style)).toBe(shown);
  });

  it('make markers with their own suffix; strings stand bare', () => {
    expect(['decimal', 'disc', 'hiragana', 'none', "'– '"].map((style) => markerText(3, style))).toEqual([
      '3. ',
      '• ',
      'う、',
      '',
      '– ',
    ]);
  });
});

describe('list items', () => {
  it('have a marker outside, even when empty, or inside in front of their content', async () => {
    const { shown } = await boxesOf(
      '.in { list-style-position: inside } .none { list-style-type: none }',
      h('ol', h('li', 'a'), h('li', h('p', 'b')), h('li')),
      h('ul.in', h('li', 'c'), h('li', h('p', 'd')), h('li.none', 'e'), h('li')),
    );
    expect(shown).toBe(
      'block{block{[1._] [a]} block{[2._] block{[b]}} block{[3._] }} ' +
        'block{block{[•_c]} block{[•_] block{[d]}} block{[e]} block{[•_]}}',
    );
  });

  it('count from start, by value, and down', async () => {
    const { shown } = await boxesOf(
      '',
      h('ol', { start: 5 }, h('li', 'a'), h('li', { value: 9 }, 'b'), h('li', 'c')),
      h('ol', { reversed: true }, h('li', 'a'), h('li', h('ol', h('li', 'x'), h('li', 'y'))), h('li', 'c')),
      h('ol', { reversed: true, start: 7 }, h('li', 'a'), h('li', 'b')),
    );
    expect(shown).toBe(
      'block{block{[5._] [a]} block{[9._] [b]} block{[10._] [c]}} ' +
        'block{block{[3._] [a]} block{[2._] block{block{[1._] [x]} block{[2._] [y]}}} block{[1._] [c]}} ' +
        'block{block{[7._] [a]} block{[6._] [b]}}',
    );
  });

  it('count down to 1 by their own steps, or to the number that one is given', async () => {
    const { shown } = await boxesOf(
      '.two { counter-increment: list-item -2 }',
      h('ol', { reversed: true }, h('li', 'a'), h('li.two', 'b'), h('li', 'c')),
      h('ol', { reversed: true }, h('li', 'a'), h('li', { value: 6 }, 'b'), h('li', 'c')),
    );
    expect(shown).toBe(
      'block{block{[4._] [a]} block{[2._] [b]} block{[1._] [c]}} ' +
        'block{block{[7._] [a]} block{[6._] [b]} block{[5._] [c]}}',
    );
  });

  it('count where no list is around them, whatever their tag', async () => {
    const { shown } = await boxesOf(
      'p { display: list-item; list-style-type: decimal } .n { display: none }',
      h('div', h('p', 'a'), h('p.n', 'x'), h('p', 'b')),
      h('div', h('p', 'c')),
    );
    expect(shown).toBe('block{block{[1._] [a]} block{[2._] [b]}} block{block{[1._] [c]}}');
  });

  it('may say what their marker is', async () => {
    const { shown } = await boxesOf(
      `li::marker { content: '(' counter(list-item, lower-alpha) ') ' } .none::marker { content: none }
       .big::marker { font-size: 20pt } .big { list-style-position: inside }`,
      h('ol', h('li', 'a'), h('li.none', 'b'), h('li.big', 'c')),
    );
    expect(shown).toBe('block{block{[(a)_] [a]} block{[b]} block{[<(c)_>c]}}');
  });

  it('may have a picture as their marker, a missing one leaving the type', async () => {
    const { shown } = await boxesOf(
      '.a { list-style-image: url(a.png) } .b { list-style-image: url(none.png) }',
      h('ul', h('li.a', 'a'), h('li.b', 'b')),
    );
    expect(shown).toBe('block{block{[(image:a.png)_] [a]} block{[•_] [b]}}');
  });

  it('may be pseudo-elements or float', async () => {
    const { shown } = await boxesOf(
      `p::before { content: 'x'; display: list-item; list-style-type: square } li { float: left }`,
      h('p', 'a'),
      h('ul', h('li', 'b')),
    );
    expect(shown).toBe('block{block{[▪_] [x]} [a]} block{^block{[•_] [b]}}');
  });
});
