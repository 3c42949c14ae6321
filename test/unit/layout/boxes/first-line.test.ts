import { describe, expect, it } from 'vitest';
import { firstLetterEnd } from '../../../../src/layout/boxes/first-letter-text.js';
import type { Box, InlineContent } from '../../../../src/layout/boxes/box.js';
import { h } from '../../../support/lay-out.js';
import { boxesOf } from './show-boxes.js';

function allItems(boxes: readonly Box[]): readonly InlineContent[] {
  return boxes.flatMap((box) =>
    box.type === 'lines' ? box.items : box.type === 'block' ? allItems(box.children) : [],
  );
}

function textsOf(boxes: readonly Box[]): readonly Extract<InlineContent, { type: 'text' }>[] {
  return allItems(boxes).flatMap((item) =>
    item.type === 'text' ? [item] : item.type === 'out-of-flow' ? textsOf([item.box]) : [],
  );
}

describe('the first letter of a text', () => {
  it.each([
    ['Word', 'W'],
    ['“Word', '“W'],
    ['(“W', '(“W'],
    ['« Mot »', '« M'],
    ['W.H.', 'W.'],
    ['W”, x', 'W”,'],
    ['W(x', 'W'],
    ['A–B', 'A'],
    ['e\u0323\u0302x', 'e\u0323\u0302'],
    ['Ế x', 'Ế'],
    ['1st', '1'],
    ['$5', '$'],
    ['…', undefined],
    ['', undefined],
  ])('of %j is %j', (text, letter) => {
    const end = firstLetterEnd(text);
    expect(end === undefined ? undefined : text.slice(0, end)).toBe(letter);
  });
});

describe('::first-letter', () => {
  const sheet = '.l::first-letter { font-size: 20pt }';

  it('is an inline box of its own; the text keeps its source', async () => {
    const { shown, body } = await boxesOf(sheet, h('p.l', '\n “Ab” c'));
    expect(shown).toBe('block{[¶ <“A>b” c]}');
    const texts = textsOf(body.children);
    expect(texts.map(({ source }) => source?.offset)).toEqual([0, 2, 4]);
    expect(texts.map(({ style }) => style.fontSize)).toEqual([10, 20, 10]);
  });

  it('is found in blocks and inline boxes inside, after what makes no line', async () => {
    const { shown } = await boxesOf(
      `${sheet} .f { float: left } .i { font-style: italic }`,
      h('div.l', h('p'), ' ', h('p.f', 'x'), h('p', h('span#i'), h('em.i', 'ab')), h('p', 'c')),
    );
    expect(shown).toBe('block{block{} ^block{[x]} block{[#i <<a>b>]} block{[c]}}');
  });

  it('inherits from the inline box it stands in', async () => {
    const { body } = await boxesOf(`${sheet} em { font-style: italic; color: red }`, h('p.l', h('em', 'ab')));
    const [letter, rest] = textsOf(body.children);
    expect([letter?.style.fontStyle, letter?.style.fontSize, letter?.style.color]).toEqual([
      'italic',
      20,
      rest?.style.color,
    ]);
  });

  it('takes generated content, but no marker', async () => {
    const { shown } = await boxesOf(
      `${sheet} p::before { content: 'xy' } li { list-style-position: inside; list-style-type: decimal }`,
      h('p.l', 'a'),
      h('ol', h('li.l', 'bc')),
    );
    expect(shown).toBe('block{[<x>ya]} block{block{[1._<b>c]}}');
  });

  it('is not there after a picture, a break or a table', async () => {
    const { shown } = await boxesOf(
      `${sheet} .b { display: inline-block }`,
      h('p.l', h('img', { src: 'a.png' }), 'a'),
      h('p.l', h('br'), 'b'),
      h('div.l', h('table', h('tr', h('td', 'c'))), 'd'),
      h('p.l', h('span.b', 'e')),
    );
    expect(shown).toBe(
      'block{[(image:a.png)a]} block{[/b]} block{table{body{row{cell{[c]}}}} [d]} block{[(block{[e]})]}',
    );
  });

  it('leaves the flow when it floats or has initial-letter', async () => {
    const { shown } = await boxesOf(
      '.f::first-letter { float: left } .i::first-letter { initial-letter: 3 }',
      h('p.f', 'ab'),
      h('p.i', 'cd'),
    );
    expect(shown).toBe('block{[^block{[a]}b]} block{[^block{[c]}d]}');
  });

  it('of the innermost block counts, once', async () => {
    const { body, shown } = await boxesOf(
      'div::first-letter { font-size: 30pt } p::first-letter { font-size: 20pt } .f p::first-letter { float: left }',
      h('div', h('p', 'ab')),
      h('div.f', h('p', 'cd')),
    );
    expect(shown).toBe('block{block{[<a>b]}} block{block{[^block{[c]}d]}}');
    expect(textsOf(body.children).map(({ style }) => style.fontSize)).toEqual([20, 10, 20, 10]);
  });

  it('works in a float, a cell and an inline block', async () => {
    const { shown } = await boxesOf(
      `${sheet} .f { float: left } .b { display: inline-block }`,
      h('p.l.f', 'ab'),
      h('p', h('span.l.b', 'cd')),
      h('table', h('tr', h('td.l', 'ef'))),
    );
    expect(shown).toBe('^block{[<a>b]} block{[(block{[<c>d]})]} table{body{row{cell{[<e>f]}}}}');
  });
});

describe('::first-line', () => {
  it('gives text and inline boxes of the first line other styles, what they set themselves kept', async () => {
    const { body } = await boxesOf(
      'div::first-line { color: red; font-size: 20pt } em { font-size: 5pt } b { font-weight: bold }',
      h('div', h('p', 'a', h('em', 'b'), h('b', 'c')), h('p', 'd')),
    );
    const texts = textsOf(body.children);
    expect(texts.map(({ firstLine }) => firstLine?.fontSize)).toEqual([20, 5, 20, undefined]);
    expect(texts[2]?.firstLine?.fontWeight).toBe(700);
    expect(new Set(texts.slice(0, 3).map(({ firstLine }) => firstLine?.color)).size).toBe(1);
    const open = allItems(body.children).find((item) => item.type === 'open');
    expect(open?.type === 'open' && open.firstLine?.fontSize).toBe(5);
    const [div] = body.children;
    const [paragraph] = div?.type === 'block' ? div.children : [];
    const [lines] = paragraph?.type === 'block' ? paragraph.children : [];
    expect(lines?.type === 'lines' && lines.firstLine?.fontSize).toBe(20);
  });

  it('has a background on the lines of its own block', async () => {
    const { body } = await boxesOf('p::first-line { background: red }', h('p', 'a', h('b', 'c')));
    const [p] = body.children;
    const [lines] = p?.type === 'block' ? p.children : [];
    const styles = textsOf(body.children).map(({ firstLine }) => firstLine?.backgroundColor);
    expect(lines?.type === 'lines' && lines.firstLine?.backgroundColor).toEqual(styles[0]);
    expect(styles[0]).not.toBe('transparent');
    expect(styles[1]).toBe('transparent');
  });

  it('of an inner block goes over that of the outer one', async () => {
    const { body } = await boxesOf(
      'div::first-line { letter-spacing: 3pt; font-size: 20pt } p::first-line { font-size: 30pt }',
      h('div', h('p', 'a')),
    );
    const [text] = textsOf(body.children);
    expect([text?.firstLine?.fontSize, text?.firstLine?.letterSpacing]).toEqual([30, 3]);
  });

  it('lies around the first letter', async () => {
    const { body } = await boxesOf(
      'p::first-line { letter-spacing: 3pt; font-size: 20pt } p::first-letter { font-size: 30pt }',
      h('p', 'ab'),
    );
    const [letter, rest] = textsOf(body.children);
    expect([letter?.firstLine?.fontSize, letter?.firstLine?.letterSpacing]).toEqual([30, 3]);
    expect(rest?.firstLine?.fontSize).toBe(20);
  });
});
