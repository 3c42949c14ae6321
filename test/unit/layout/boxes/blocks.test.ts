import { describe, expect, it } from 'vitest';
import { BoxBuilder } from '../../../../src/layout/boxes/build-boxes.js';
import { rootContext } from '../../../../src/layout/tag-element.js';
import { h } from '../../../support/lay-out.js';
import { boxesOf, showAll } from './show-boxes.js';

describe('anonymous blocks', () => {
  it('stand around runs of inline content beside blocks', async () => {
    const { shown } = await boxesOf('', h('div', 'a', h('p', 'b'), 'c ', h('span', 'd')));
    expect(shown).toBe('block{[a] block{[b]} [c d]}');
  });

  it('are not made for white space between blocks', async () => {
    const { shown } = await boxesOf('', h('div', '\n ', h('p', 'a'), ' \t', h('p', 'b'), '\n'));
    expect(shown).toBe('block{block{[a]} block{[b]}}');
  });

  it('are made for white space that is preserved', async () => {
    const { shown } = await boxesOf(
      '.pre { white-space: pre } .line { white-space: pre-line }',
      h('div.pre', h('p', 'a'), '\n'),
      h('div.line', h('p', 'a'), ' '),
      h('div.line', h('p', 'a'), ' \n'),
    );
    expect(shown).toBe('block{block{[a]} [¶]} block{block{[a]}} block{block{[a]} [ ¶]}');
  });

  it('are made for the edges of an empty inline box, not for one without', async () => {
    const { shown } = await boxesOf(
      '.edge { padding-left: 2pt } .ground { background: red }',
      h('div', h('p', 'a'), h('span.edge')),
      h('div', h('p', 'a'), h('span.ground')),
    );
    expect(shown).toBe('block{block{[a]} [<>]} block{block{[a]}}');
  });

  it('keep a break and an opportunity in their line', async () => {
    const { shown } = await boxesOf(
      '.c { display: contents }',
      h('div', 'a', h('br'), 'b', h('wbr'), 'c'),
      h('div', h('wbr')),
      h('div', h('br.c')),
    );
    expect(shown).toBe('block{[a/b|c]} block{} block{}');
  });
});

describe('an inline box', () => {
  it('is told to the line when it looks or stands otherwise', async () => {
    const { shown } = await boxesOf(
      `.red { color: red } .big { font-size: 20pt } .up { vertical-align: 2pt } .ground { background: red }
       .moved { position: relative } .high { line-height: 30pt } .under { border-bottom: 1pt solid }`,
      h(
        'p',
        ...['red', 'big', 'up', 'ground', 'moved', 'high', 'under'].map((name) => h(`span.${name}`, 'x')),
      ),
    );
    expect(shown).toBe('block{[x<x><x><x><x><x><x>]}');
  });

  it('is broken around a block, its edges at its ends alone', async () => {
    const { shown } = await boxesOf(
      'span { padding: 0 2pt }',
      h('div', 'a', h('span', 'b', h('p', 'c'), 'd'), 'e'),
    );
    expect(shown).toBe('block{[a<b>~] block{[c]} [~<d>e]}');
  });

  it('keeps the number of its pieces, and those of boxes around it', async () => {
    const { body } = await boxesOf(
      'span, em { background: red }',
      h('div', h('span', 'a', h('em', 'b', h('p', 'c'), 'd'), 'e')),
    );
    expect(showAll(body.children)).toBe('block{[<a<b>~>~] block{[c]} [~<~<d>e>]}');
    const [div] = body.children;
    const items = (div?.type === 'block' ? div.children : []).flatMap((box) =>
      box.type === 'lines' ? box.items : [],
    );
    const opens = items.flatMap((item) => (item.type === 'open' ? item.tag : []));
    expect(opens.slice(0, 2)).toEqual(opens.slice(2));
    expect(new Set(opens).size).toBe(2);
  });

  it('makes no line of a piece without text or edge', async () => {
    const { shown } = await boxesOf(
      'span { background: red } .edge { padding-right: 1pt }',
      h('div', h('span', ' ', h('p', 'a'), ' ', h('p', 'b'), '\n')),
      h('div', h('span.edge', h('p', 'a'))),
    );
    expect(shown).toBe('block{block{[a]} block{[b]}} block{block{[a]} [~<>]}');
  });

  it('moves the blocks in it when it is positioned', async () => {
    const { shown } = await boxesOf(
      'span { position: relative } em { float: left }',
      h('div', h('span', h('p', 'a'), h('em', 'f'), h('p', 'b'))),
    );
    expect(shown).toBe('block{moved-block{[a]} moved-^block{[f]} moved-block{[b]}}');
  });

  it('is not broken by boxes out of the flow', async () => {
    const { shown } = await boxesOf(
      'em { float: left } b { position: absolute }',
      h('p', 'a ', h('span', 'b', h('em', 'f'), h('b', 'g'), 'c'), ' d'),
    );
    expect(shown).toBe('block{[a b^block{[f]}^block{[g]}c d]}');
  });
});

describe('boxes out of the flow', () => {
  it('stand among blocks where there is no line', async () => {
    const { shown } = await boxesOf(
      '.f { float: right }',
      h('div', ' ', h('div.f', 'f'), '\n', h('p', 'a'), h('div.f', 'g')),
    );
    expect(shown).toBe('block{^block{[f]} block{[a]} ^block{[g]}}');
  });

  it('are blocks whatever their display', async () => {
    const { shown } = await boxesOf(
      'span { float: left } .t { display: inline-table } .c { display: table-cell } .a { position: absolute; float: none }',
      h('p', h('span', 'a'), h('span.t', 'b'), h('span.c', 'c'), h('span.a', 'd'), 'e'),
    );
    expect(shown).toBe('block{[^block{[a]}^table{body{row{cell{[b]}}}}^block{[c]}^block{[d]}e]}');
  });

  it('may be page floats', async () => {
    const { shown } = await boxesOf('.f { float: block-start }', h('div', h('p', 'a'), h('div.f', 'f'), 'b'));
    expect(shown).toBe('block{block{[a]} [^block{[f]}b]}');
  });
});

describe('display', () => {
  it('none makes nothing, contents only the children', async () => {
    const { shown } = await boxesOf(
      '.n { display: none } .c { display: contents; padding: 5pt }',
      h('div', h('p.n', 'x'), h('div.c#i', 'a', h('p', 'b')), 'c'),
    );
    expect(shown).toBe('block{[#i a] block{[b]} [c]}');
  });

  it('inline-block and inline-table are atoms of the line', async () => {
    const { shown } = await boxesOf(
      '.b { display: inline-block } .t { display: inline-table }',
      h('p', 'a', h('span.b', 'b', h('p', 'c')), h('span.t', 'd'), 'e'),
    );
    expect(shown).toBe('block{[a(block{[b] block{[c]}})(inline-table{body{row{cell{[d]}}}})e]}');
  });
});

describe('pictures', () => {
  it('stand in the line, on their own, or float; a missing one is nothing', async () => {
    const { shown } = await boxesOf(
      '.b { display: block } .f { float: left } .c { display: table-cell }',
      h('p', 'a', h('img', { src: 'a.png' }), h('img', { src: 'none.png' }), h('img.c', { src: 'b.png' })),
      h('div', 'a', h('img.b', { src: 'a.png' }), h('img.f', { src: 'b.png' })),
    );
    expect(shown).toBe('block{[a(image:a.png)(image:b.png)]} block{[a] image:a.png ^image:b.png}');
  });

  it('take the place of an element whose content is one', async () => {
    const { shown } = await boxesOf('b { content: url(a.png) }', h('p', 'a', h('b', 'x')));
    expect(shown).toBe('block{[a(image:a.png)]}');
  });
});

describe('marks', () => {
  it('of blocks stand on their boxes, of inline elements in the line', async () => {
    const { shown } = await boxesOf(
      'h2 { bookmark-level: 2; string-set: s content() }',
      h('h2#t', 'a ', h('span#i', 'b')),
    );
    expect(shown).toBe('#t @a b s="a b" block{[a #i b]}');
  });

  it('without a line wait for the next box, or stand on an empty one', async () => {
    const { shown } = await boxesOf(
      '.r { position: running(head) }',
      h('div', h('span#i'), ' ', h('p.r', 'x'), h('p', 'a'), h('span#j')),
    );
    expect(shown).toBe('block{#i running-head block{[a]} #j []}');
  });

  it('are not made for a running element in its margin box, where it is in the flow', async () => {
    const { scene } = await boxesOf('.r { position: running(head) }', h('p.r', 'x', h('b', 'y')));
    const page = { number: 1, label: '1', pages: 1, string: () => '' };
    const node = scene.index.nodes.find((one) => one.type === 'element' && one.tagName === 'p');
    if (node?.type !== 'element') throw new Error('no p');
    const boxes = new BoxBuilder(scene.onPage(page)).alone(node, rootContext(undefined, 'vi'));
    expect(showAll(boxes)).toBe('block{[x<y>]}');
  });

  it('tell of the counters that an element changes', async () => {
    const { shown } = await boxesOf(
      'p { counter-increment: c } div { counter-reset: c 4 }',
      h('div', h('p', 'a'), h('p', 'b')),
    );
    expect(shown).toBe('c=4 block{c=5 block{[a]} c=6 block{[b]}}');
  });
});
