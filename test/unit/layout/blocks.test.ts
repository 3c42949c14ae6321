import { describe, expect, it } from 'vitest';
import { flat, h, layOut, picture, placesOf, textsOf } from '../../support/lay-out.js';

describe('block flow', () => {
  it('stacks paragraphs and breaks lines at the measure', async () => {
    const { pages } = await layOut('', [h('p', 'aaaa bbbb cccc'), h('p', 'dd')]);
    expect(placesOf(pages[0])).toEqual(['aaaa bbbb@0,0', 'cccc@0,10', 'dd@0,20']);
  });

  it('collapses margins between siblings to the larger one', async () => {
    const { pages } = await layOut('.a { margin-bottom: 10pt } .b { margin-top: 15pt }', [
      h('p.a', 'a'),
      h('p.b', 'b'),
    ]);
    expect(placesOf(pages[0])).toEqual(['a@0,0', 'b@0,25']);
  });

  it('adds a negative margin to the largest positive one', async () => {
    const { pages } = await layOut('.a { margin-bottom: 20pt } .b { margin-top: -5pt }', [
      h('p.a', 'a'),
      h('p.b', 'b'),
    ]);
    expect(placesOf(pages[0])).toEqual(['a@0,0', 'b@0,25']);
  });

  it('collapses a parent’s margin with its first child’s, but not through padding', async () => {
    const css = '.o { margin-top: 5pt } .o p { margin-top: 10pt } .padded { padding-top: 1pt }';
    const { pages } = await layOut(css, [
      h('p', 'x'),
      h('div.o', h('p', 'a')),
      h('div.o.padded', h('p', 'b')),
    ]);
    expect(placesOf(pages[0])).toEqual(['x@0,0', 'a@0,20', 'b@0,46']);
  });

  it('keeps the first margin of a page in the root, once', async () => {
    const css = 'body { margin-top: 8pt } p { margin-top: 10pt }';
    const { pages } = await layOut(css, [h('p', 'a')]);
    expect(placesOf(pages[0])).toEqual(['a@0,10']);
  });

  it('positions a box without positioned ancestors against the page area', async () => {
    const css = `html { margin: 6pt 7pt } body { margin-top: 8pt } .a { position: absolute; top: 3pt; right: 0 }
      .b { position: absolute; bottom: 0; left: 2pt }`;
    const { pages } = await layOut(css, [h('p', 'x'), h('div.a', 'aa'), h('div.b', 'b')]);
    expect(placesOf(pages[0])).toEqual(['x@7,14', 'aa@80,3', 'b@2,90']);
  });

  it('parts the margin of a last child from its parent’s only where a least height has an effect', async () => {
    const css =
      '.o { margin-bottom: 5pt } .o p { margin-bottom: 20pt } .low { min-height: 8pt } .high { min-height: 15pt }';
    const low = await layOut(css, [h('div.o.low', h('p', 'a')), h('p', 'b')]);
    expect(placesOf(low.pages[0])).toEqual(['a@0,0', 'b@0,30']);
    const high = await layOut(css, [h('div.o.high', h('p', 'a')), h('p', 'b')]);
    expect(placesOf(high.pages[0])).toEqual(['a@0,0', 'b@0,35']);
  });

  it('hangs a marker before the border box of its item', async () => {
    const css = 'li { margin-left: 40pt; padding: 5pt 0 0 20pt }';
    const { pages } = await layOut(css, [h('ol', h('li', 'a'))]);
    const places = placesOf(pages[0]);
    expect(places.toSorted()).toEqual(['1.@10,5', 'a@60,5']);
  });

  it('puts padding and border inside the width, and text inside them', async () => {
    const css = 'div { padding: 3pt 10pt; border: 2pt solid; width: 50pt }';
    const { pages } = await layOut(css, [h('div', 'aa bb')]);
    expect(placesOf(pages[0])).toEqual(['aa bb@12,5']);
    const boxes = flat(pages[0]?.items ?? []).flatMap((item) => (item.type === 'path' ? item.path : []));
    expect(boxes).toContainEqual({ type: 'rect', x: 0, y: 0, width: 74, height: 2 });
    expect(boxes).toContainEqual({ type: 'rect', x: 0, y: 18, width: 74, height: 2 });
  });

  it('centres a block with auto margins', async () => {
    const { pages } = await layOut('div { width: 40pt; margin: 0 auto }', [h('div', 'aaaa')]);
    expect(placesOf(pages[0])).toEqual(['aaaa@30,0']);
  });

  it('paints a background under its text, not under the margin that leaves it', async () => {
    const css = 'div { background: #eee } p { margin-bottom: 7pt }';
    const { pages } = await layOut(css, [h('div', h('p', 'a')), h('p', 'b')]);
    const fills = flat(pages[0]?.items ?? []).flatMap((item) =>
      item.type === 'path' && item.fill ? item.path : [],
    );
    expect(fills).toEqual([{ type: 'rect', x: 0, y: 0, width: 100, height: 10 }]);
    expect(placesOf(pages[0])).toEqual(['a@0,0', 'b@0,17']);
  });

  it('sets anonymous lines between blocks', async () => {
    const { pages } = await layOut('', [h('div', 'aa', h('p', 'bb'), 'cc')]);
    expect(placesOf(pages[0])).toEqual(['aa@0,0', 'bb@0,10', 'cc@0,20']);
  });

  it('keeps a minimum height', async () => {
    const { pages } = await layOut('div { min-height: 35pt }', [h('div', 'a'), h('p', 'b')]);
    expect(placesOf(pages[0])).toEqual(['a@0,0', 'b@0,35']);
  });

  it('hides what overflows a box of fixed height', async () => {
    const { pages } = await layOut('div { height: 10pt; overflow: hidden }', [
      h('div', 'aaaa bbbb cccc'),
      h('p', 'd'),
    ]);
    const [group] = pages[0]?.items ?? [];
    expect(group).toMatchObject({
      type: 'group',
      clip: [{ type: 'rect', x: 0, y: 0, width: 100, height: 10 }],
    });
    expect(placesOf(pages[0]).at(-1)).toBe('d@0,10');
  });
});

describe('block-step-size', () => {
  it('rounds a block with its margins up, so that what follows stands on the grid', async () => {
    const css = '.s { block-step-size: 10pt; padding-top: 3pt; margin-bottom: 2pt }';
    const { pages } = await layOut(css, [h('p.s', 'a'), h('p', 'b')]);
    expect(placesOf(pages[0])).toEqual(['a@0,3', 'b@0,20']);
  });

  it('keeps a heading with what follows through the blank', async () => {
    const css =
      '@page { size: 100pt 40pt } h2 { block-step-size: 10pt; padding-top: 2pt; break-after: avoid }';
    const { pages } = await layOut(css, [h('p', 'aaaaaaaaa bbbbbbbbb'), h('h2', 'h'), h('p', 'c')]);
    expect(placesOf(pages[1])).toEqual(['h@0,2', 'c@0,20']);
  });
});

describe('positioned boxes', () => {
  it('stand against the padding box of their container, from the top or the bottom', async () => {
    const css = `figure { position: relative; padding: 5pt; margin-left: 30pt; height: 40pt }
      .up { position: absolute; top: 2pt; left: -20pt; width: 20pt }
      .down { position: absolute; bottom: 0; left: -30pt; width: 20pt }`;
    const { pages } = await layOut(css, [h('figure', h('div.up', 'u'), h('div.down', 'd'), h('p', 'a'))]);
    expect(placesOf(pages[0])).toEqual(expect.arrayContaining(['u@10,2', 'd@0,40', 'a@35,5']));
  });

  it('without a positioned ancestor stand against the page area', async () => {
    const css = '@page { margin: 10pt } .note { position: absolute; top: 50pt; right: 0 }';
    const { pages } = await layOut(css, [h('p', 'a'), h('p', 'b', h('span.note', 'nn'))]);
    expect(placesOf(pages[0])).toEqual(expect.arrayContaining(['nn@70,60', 'a@10,10', 'b@10,20']));
  });

  it('relative ones move without moving others', async () => {
    const { pages } = await layOut('.r { position: relative; top: 3pt; left: 4pt }', [
      h('p.r', 'a'),
      h('p', 'b'),
    ]);
    expect(placesOf(pages[0])).toEqual(['b@0,10', 'a@4,3']);
  });
});

describe('lists', () => {
  it('number their items outside the text', async () => {
    const { pages } = await layOut('ol { padding-left: 30pt }', [
      h('ol', { start: 9 }, h('li', 'a'), h('li', 'b')),
    ]);
    expect(placesOf(pages[0])).toEqual(['9.@0,0', 'a@30,0', '10.@-10,10', 'b@30,10']);
  });

  it('tag label and body of each item', async () => {
    const { document } = await layOut('ul { padding-left: 20pt; list-style-type: "- " }', [
      h('ul', h('li', 'a')),
    ]);
    expect(document.structure.map(({ type }) => type)).toEqual(['Document', 'L', 'LI', 'Lbl', 'LBody']);
  });
});

describe('pictures', () => {
  const assets = new Map([['a.jpg', picture('a.jpg', 400, 200)]]);

  it('take 96 pixels an inch and shrink to max-width', async () => {
    const css = 'img { display: block; max-width: 100% }';
    const { pages } = await layOut(css, [h('img', { src: 'a.jpg', alt: 'x' }), h('p', 'b')], assets);
    expect(flat(pages[0]?.items ?? [])[0]).toMatchObject({
      type: 'image',
      x: 0,
      y: 0,
      width: 100,
      height: 50,
    });
    expect(placesOf(pages[0])).toEqual(['b@0,50']);
  });

  it('are cropped by object-fit: cover about their position', async () => {
    const css =
      'img { display: block; width: 50pt; height: 50pt; object-fit: cover; object-position: left top }';
    const { pages } = await layOut(css, [h('img', { src: 'a.jpg', alt: 'x' })], assets);
    expect(flat(pages[0]?.items ?? [])[0]).toMatchObject({
      width: 50,
      height: 50,
      content: { x: 0, y: 0, width: 100, height: 50 },
    });
  });

  it('are Figures with alternative text and a place, or artifacts when decorative', async () => {
    const css = 'img { display: block; width: 40pt }';
    const { document } = await layOut(
      css,
      [h('img', { src: 'a.jpg', alt: 'Hội nghị' }), h('img', { src: 'a.jpg', alt: '' })],
      assets,
    );
    const [, figure] = document.structure;
    expect(figure).toMatchObject({
      type: 'Figure',
      alt: 'Hội nghị',
      bbox: { page: 0, x: 0, y: 0, width: 40, height: 20 },
    });
    expect(flat(document.pages[0]?.items ?? []).map(({ tag }) => tag.type)).toEqual([
      'structure',
      'artifact',
    ]);
  });

  it('stand in a line as tall as they are', async () => {
    const { pages } = await layOut(
      'img { width: 40pt; height: 20pt }',
      [h('p', 'a ', h('img', { src: 'a.jpg', alt: 'x' }), ' b')],
      assets,
    );
    expect(textsOf(pages[0]).map(({ top }) => top)).toEqual([12, 12]);
  });
});
