/** Inline boxes, anchors and vertical alignment (CSS 2.2 §9.4.2, §10.8), by the square font of 10 pt. */
import { describe, expect, it } from 'vitest';
import { wordsOf, type Line } from '../../../src/document/glyph-run.js';
import type { InlineAnchor, InlineEdge, InlineItem } from '../../../src/document/inline.js';
import { setter, shown, styleWith, textItem } from '../../support/set-text.js';

const set = await setter();

/** A box with these declarations around its content. */
function box(
  tag: number,
  css: string,
  width: readonly [number, number],
  ...content: InlineItem[]
): InlineItem[] {
  const style = styleWith(css, 'span');
  const edge = (type: InlineEdge['type'], size: number): InlineEdge => ({ type, width: size, style, tag });
  return [edge('open', width[0]), ...content.map((item) => inBox(item, css)), edge('close', width[1])];
}

function inBox(item: InlineItem, css: string): InlineItem {
  return item.type === 'text' && item.style === styleWith()
    ? { ...item, style: styleWith(css, 'span') }
    : item;
}

const anchor = (tag: number): InlineAnchor => ({ type: 'anchor', tag });
const parts = (lines: readonly Line[]): readonly (readonly (number | boolean)[])[][] =>
  lines.map((line) => line.boxes.map((one) => [one.tag, one.x, one.width, one.start, one.end]));
const heights = (line: Line | undefined): readonly (number | undefined)[] => [line?.ascent, line?.descent];

describe('inline boxes', () => {
  it('have their margin edges where they begin and end', () => {
    const items = [textItem('aa '), ...box(5, '', [3, 4], textItem('bb', '', { tag: 2 })), textItem(' cc')];
    const [line] = set.lines(items, 200);
    expect(parts(line ? [line] : [])).toEqual([[[5, 30, 27, true, true]]]);
    expect(line?.boxes[0]).toMatchObject({ rise: 0, ascent: 8, descent: 2 });
    expect(line?.runs.map((run) => run.x)).toEqual([0, 33, 57]);
    expect(line?.width).toBe(87);
  });

  it('give a part to each line, split at the break', () => {
    const items = box(5, '', [3, 4], textItem('aa bb cc'));
    expect(parts(set.lines(items, 56))).toEqual([[[5, 0, 53, true, false]], [[5, 0, 24, false, true]]]);
  });

  it('nest, the outer one first', () => {
    const inner = box(6, 'color: #f00', [2, 2], textItem('bb'));
    const items = box(5, '', [1, 1], textItem('aa '), ...inner);
    expect(parts(set.lines(items, 200))).toEqual([
      [
        [5, 0, 56, true, true],
        [6, 31, 24, true, true],
      ],
    ]);
  });

  it('keep each edge with the text at its inner side', () => {
    // The end of the box stays with aa, though a space stands before it; its beginning goes with bb.
    const after = [...box(5, '', [0, 7], textItem('aa ')), ...box(6, '', [7, 0], textItem('bb'))];
    const lines = set.lines(after, 40);
    expect(shown(lines)).toEqual(['aa', 'bb']);
    expect(parts(lines)).toEqual([[[5, 0, 27, true, true]], [[6, 0, 27, true, true]]]);
    expect(lines.map((line) => line.width)).toEqual([27, 27]);
    // The same edges count when the line is broken.
    expect(shown(set.lines([...box(5, '', [0, 7], textItem('aa ')), textItem('b')], 46))).toEqual([
      'aa',
      'b',
    ]);
    expect(shown(set.lines([...box(5, '', [0, 7], textItem('aa ')), textItem('b')], 47))).toEqual(['aa b']);
  });

  it('make no place to break', () => {
    const items = [textItem('aa'), ...box(5, '', [2, 2], textItem('bb')), textItem('cc dd')];
    expect(shown(set.lines(items, 30, 'overflow-wrap: normal'))).toEqual(['aabbcc', 'dd']);
  });

  it('may have negative edges', () => {
    const [line] = set.lines([textItem('aa'), ...box(5, '', [-5, -5], textItem('bb'))], 200);
    expect(line?.runs.map((run) => run.x)).toEqual([0, 15]);
    expect(line?.width).toBe(30);
  });

  it('swallow white space at the start of a line through the edges', () => {
    const items = [textItem(' '), ...box(5, '', [0, 0], textItem(' aa ')), textItem(' bb')];
    expect(shown(set.lines(items, 200))).toEqual(['aa bb']);
  });

  it('make a line when they are empty but have edges, none when they have not', () => {
    const lines = set.lines(box(5, '', [2, 3]), 200);
    expect(parts(lines)).toEqual([[[5, 0, 5, true, true]]]);
    expect(set.lines(box(5, '', [0, 0]), 200)).toEqual([]);
    const trailing = set.lines([textItem('aa'), { type: 'break' }, ...box(5, '', [0, 0]), anchor(1)], 200);
    expect(trailing).toHaveLength(1);
    expect(trailing[0]?.boxes).toHaveLength(1);
    expect(trailing[0]?.anchors).toEqual([{ tag: 1, x: 20 }]);
  });

  it('are kept by text that is extracted', () => {
    const items = [...box(5, '', [1, 1], textItem('aa')), { type: 'break' } as const, textItem('bb')];
    expect(
      set
        .lines(items, 100)[0]
        ?.runs.flatMap(wordsOf)
        .map((word) => word.text),
    ).toEqual(['aa', ' ']);
  });
});

describe('anchors', () => {
  it('come back with their place and change nothing', () => {
    const items = [textItem('aa'), anchor(1), textItem('bb '), anchor(2), textItem(' cc'), anchor(3)];
    const lines = set.lines(items, 60);
    expect(shown(lines)).toEqual(['aabb', 'cc']);
    expect(lines.map((line) => line.anchors)).toEqual([
      [
        { tag: 1, x: 20 },
        { tag: 2, x: 40 },
      ],
      [{ tag: 3, x: 20 }],
    ]);
  });
});

describe('vertical alignment', () => {
  const line = (css: string, around = ''): Line | undefined =>
    set.lines([textItem('aa', around), ...box(5, css, [0, 0], textItem('b', '', { tag: 2 }))], 200)[0];

  it('counts the strut of every box on the line, empty ones too', () => {
    expect(heights(line('line-height: 30pt'))).toEqual([18, 12]);
    const empty = set.lines([textItem('aa'), ...box(5, 'line-height: 30pt', [0, 0])], 200)[0];
    expect(heights(empty)).toEqual([18, 12]);
    const broken = set.lines(box(5, 'line-height: 30pt', [0, 0], textItem('aa bb')), 30);
    expect(broken.map(heights)).toEqual([
      [18, 12],
      [18, 12],
    ]);
  });

  it('counts the strut of the paragraph, and the boxes around an empty line', () => {
    const small = set.lines(box(5, 'line-height: 2pt', [0, 0], textItem('aa')), 200)[0];
    expect(heights(small)).toEqual([8, 2]);
    const between = box(5, 'line-height: 30pt', [0, 0], textItem('a'), { type: 'break' }, { type: 'break' });
    expect(set.lines(between, 200).map(heights)[1]).toEqual([18, 12]);
  });

  it('raises boxes relative to the box around them', () => {
    const rise = (css: string): number | undefined => line(css)?.boxes[0]?.rise;
    expect(rise('vertical-align: 3pt')).toBe(3);
    expect(rise('vertical-align: 50%; line-height: 30pt')).toBe(15);
    expect(rise('vertical-align: sub; font-size: 5pt')).toBeCloseTo(-2);
    // x-height of the square font: 0.8 em; its middle is 4 pt up, that of the box 3 pt.
    expect(rise('vertical-align: middle')).toBeCloseTo(1);
    expect(rise('vertical-align: text-top; line-height: 20pt')).toBe(-5);
    expect(rise('vertical-align: text-bottom; line-height: 20pt')).toBe(5);
    const inner = box(6, 'vertical-align: 2pt', [0, 0], textItem('c'));
    const [nested] = set.lines(box(5, 'vertical-align: 3pt', [0, 0], textItem('b'), ...inner), 200);
    expect(nested?.boxes.map((one) => one.rise)).toEqual([3, 5]);
    expect(nested?.runs.map((run) => run.rise)).toEqual([3, 5]);
  });

  it('aligns to the top and bottom of the line when its height is known', () => {
    const top = line('vertical-align: top; line-height: 30pt');
    expect(heights(top)).toEqual([8, 22]);
    expect(top?.boxes[0]?.rise).toBe(-10);
    const bottom = line('vertical-align: bottom; line-height: 30pt');
    expect(heights(bottom)).toEqual([28, 2]);
    expect(bottom?.runs[1]?.rise).toBe(10);
    const low = [
      textItem('aa', 'line-height: 40pt'),
      ...box(5, 'vertical-align: top', [0, 0], textItem('b')),
    ];
    expect(set.lines(low, 200)[0]?.boxes[0]?.rise).toBe(15);
  });

  it('raises atoms', () => {
    const atom = (css: string): InlineItem => ({
      type: 'atom',
      width: 10,
      ascent: 30,
      descent: 0,
      style: styleWith(`display: inline-block; ${css}`, 'span'),
      tag: 1,
    });
    const rise = (css: string): number | undefined =>
      set.lines([textItem('aa'), atom(css)], 200)[0]?.atoms[0]?.rise;
    expect(rise('')).toBe(0);
    expect(rise('vertical-align: middle')).toBeCloseTo(4 - 15);
    expect(rise('vertical-align: top')).toBe(-22);
    expect(rise('vertical-align: text-bottom')).toBe(-2);
    expect(heights(set.lines([textItem('aa'), atom('vertical-align: top')], 200)[0])).toEqual([8, 22]);
  });
});
