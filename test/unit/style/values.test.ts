import { describe, expect, it, test } from 'vitest';
import { usedLength } from '../../../src/document/used-length.js';
import { parseComponentValues } from '../../../src/style/component-value.js';
import { readLonghand } from '../../../src/style/properties.js';
import { e, ofP, styled } from '../../support/style-of.js';

describe('units', () => {
  const pt = (value: string) => ofP(`font-size: 10pt; line-height: 1.5; text-indent: ${value}`).textIndent;

  test.each([
    ['7pt', 7],
    ['25.4mm', 72],
    ['2.54cm', 72],
    ['1in', 72],
    ['96px', 72],
    ['6pc', 72],
    ['101.6Q', 72],
    ['2em', 20],
    ['2ex', 10],
    ['2ch', 10],
    ['2lh', 30],
    ['1rem', 12],
    ['1rlh', 14.4],
    ['0', 0],
    ['-2mm', -5.669291],
  ])('%s is %d pt', (value, expected) => {
    expect(pt(value)).toBeCloseTo(expected, 5);
  });

  test('a percentage stays one', () => {
    expect(pt('12.5%')).toEqual({ percent: 12.5 });
  });

  test('vw and vh are of the first page’s area', () => {
    const s = styled('@page { size: 200pt 100pt; margin: 10pt } p { width: 50vw; height: 50vh }', [
      e('p', { id: 'x' }, 't'),
    ]);
    expect(s.style('x')).toMatchObject({ width: 90, height: 40 });
  });

  test('rem is the root’s own size, and on the root the initial one', () => {
    const s = styled('html { font-size: 2rem; line-height: 2 } p { width: 1rem; height: 1rlh }', [
      e('p', { id: 'x' }, 't'),
    ]);
    expect(s.style('x')).toMatchObject({ width: 24, height: 48 });
  });

  test('em in font-size is the parent’s, elsewhere the own', () => {
    const s = styled('#a { font-size: 10pt } #x { font-size: 2em; text-indent: 1em }', [
      e('div', { id: 'a' }, e('p', { id: 'x' }, 't')),
    ]);
    expect(s.style('x')).toMatchObject({ fontSize: 20, textIndent: 20 });
  });
});

describe('math functions', () => {
  test.each([
    ['calc(1in - 12pt)', 60],
    ['calc(2 * (3pt + 4pt))', 14],
    ['calc((10pt + 2pt) / 4)', 3],
    ['min(10pt, 1in, 5pt)', 5],
    ['max(10pt, 2pt * 6)', 12],
    ['clamp(4pt, 1pt, 9pt)', 4],
    ['calc(max(2pt, 3pt) + 1em)', 15],
    ['calc(1pt - -2pt)', 3],
  ])('%s is %d pt', (value, expected) => {
    expect(ofP(`text-indent: ${value}`).textIndent).toBeCloseTo(expected, 6);
  });

  test.each([
    ['calc(100% - 3pt)', { percent: 100, length: -3 }, 197],
    ['calc((10% + 2pt) * 2)', { percent: 20, length: 4 }, 44],
    ['calc(50% - 25%)', { percent: 25 }, 50],
    ['calc(1pt + 10% - 1pt)', { percent: 10 }, 20],
    ['min(50%, 10%)', { percent: 10 }, 20],
    ['min(50%, 30pt)', { percent: 0, extreme: { pick: 'min', of: [{ percent: 50 }, 30] } }, 30],
    [
      'calc(1pt - max(50%, 30pt))',
      {
        percent: 0,
        extreme: {
          pick: 'min',
          of: [
            { percent: -50, length: 1 },
            { percent: 0, length: -29 },
          ],
        },
      },
      -99,
    ],
  ])('%s mixes', (value, expected, ofTwoHundred) => {
    const found = ofP(`text-indent: ${value}`).textIndent;
    expect(found).toEqual(expected);
    expect(usedLength(found, 200)).toBe(ofTwoHundred);
  });

  test('clamp() of a mixture is settled when it is used', () => {
    const found = ofP('text-indent: clamp(20pt, 50%, 40pt)').textIndent;
    expect([0, 60, 100].map((base) => usedLength(found, base))).toEqual([20, 30, 40]);
  });

  test('the sum of two extremes', () => {
    const found = ofP('text-indent: calc(min(50%, 30pt) + max(10%, 5pt))').textIndent;
    expect([20, 100].map((base) => usedLength(found, base))).toEqual([15, 40]);
  });

  test('a result outside the range of the property is brought into it', () => {
    expect(ofP('width: calc(1pt - 3pt); orphans: calc(-2); opacity: 3; line-height: calc(-1)')).toMatchObject(
      { width: 0, orphans: 1, opacity: 1, lineHeight: 0 },
    );
    expect(ofP('width: -1pt').width).toBe('auto');
  });

  test('numbers and percentages can be reckoned with too', () => {
    expect(ofP('orphans: calc(1 + 2)').orphans).toBe(3);
    expect(ofP('width: calc(100% / 4)').width).toEqual({ percent: 25 });
  });

  test.each([
    'calc(0)',
    'min(1pt, 2)',
    'calc(1pt * 2pt)',
    'calc(1pt / 0)',
    'calc(1 + 1pt)',
    'clamp(1pt, 2pt)',
    'calc()',
  ])('%s is reported', (value) => {
    expect(styled(`p { text-indent: ${value} }`, e('p', {}, 't')).faults).toEqual([
      'STYLE-UNSUPPORTED a.css:1:5',
    ]);
  });
});

describe('colours', () => {
  const rgb = (r: number, g: number, b: number, alpha = 1) => ({ space: 'rgb', r, g, b, alpha });

  test.each([
    ['RebeccaPurple', rgb(0.4, 0.2, 0.6)],
    ['#f00', rgb(1, 0, 0)],
    ['#0f08', rgb(0, 1, 0, 0.53333)],
    ['#336699', rgb(0.2, 0.4, 0.6)],
    ['#33669980', rgb(0.2, 0.4, 0.6, 0.50196)],
    ['rgb(255 0 51 / 50%)', rgb(1, 0, 0.2, 0.5)],
    ['rgba(255, 0, 51, .5)', rgb(1, 0, 0.2, 0.5)],
    ['rgb(100% 0% 20%)', rgb(1, 0, 0.2)],
    ['hsl(120 100% 50%)', rgb(0, 1, 0)],
    ['hsl(0.5turn, 100%, 25%)', rgb(0, 0.5, 0.5)],
    ['hsla(0, 0%, 50%, 0.25)', rgb(0.5, 0.5, 0.5, 0.25)],
    ['transparent', rgb(0, 0, 0, 0)],
    ['device-cmyk(0.2 1 95% 20%)', { space: 'cmyk', c: 0.2, m: 1, y: 0.95, k: 0.2, alpha: 1 }],
    ['device-cmyk(0, 0, 0, 1)', { space: 'cmyk', c: 0, m: 0, y: 0, k: 1, alpha: 1 }],
    [
      'device-cmyk(0 0 0 0.8 / 0.5, #336699)',
      { space: 'cmyk', c: 0, m: 0, y: 0, k: 0.8, alpha: 0.5, fallback: { r: 0.2, g: 0.4, b: 0.6 } },
    ],
  ])('%s', (value, expected) => {
    expect(ofP(`color: ${value}`).color).toEqual(expected);
  });

  test('oklch: white, the red of sRGB, and a colour outside brought in', () => {
    expect(ofP('color: oklch(100% 0 0)').color).toEqual(rgb(1, 1, 1));
    const red = ofP('color: oklch(62.796% 0.25768 29.234)').color;
    if (red.space !== 'rgb') throw new Error('oklch is sRGB');
    expect(red.r).toBeCloseTo(1, 3);
    expect(red.g).toBeCloseTo(0, 2);
    expect(red.b).toBeCloseTo(0, 2);
    const green = ofP('color: oklch(0.7 0.4 150)').color;
    if (green.space !== 'rgb') throw new Error('oklch is sRGB');
    expect(green.g).toBeGreaterThan(green.r);
    expect(green.r).toBeGreaterThanOrEqual(0);
  });

  test('currentcolor is the own colour, in color the parent’s', () => {
    const s = styled(
      '#a { color: red } #x { color: currentcolor; border: 1pt solid; background: currentcolor }',
      [e('div', { id: 'a' }, e('p', { id: 'x' }, 't'))],
    );
    expect(s.style('x').color).toEqual(rgb(1, 0, 0));
    expect(s.style('x').borderLeft).toEqual({ width: 1, style: 'solid', color: rgb(1, 0, 0) });
    expect(s.style('x').backgroundColor).toEqual(rgb(1, 0, 0));
  });
});

describe('fonts', () => {
  test('size keywords, larger and smaller', () => {
    expect(ofP('font-size: x-large').fontSize).toBe(18);
    expect(ofP('font-size: larger').fontSize).toBeCloseTo(14.4);
    expect(ofP('font-size: 80%').fontSize).toBeCloseTo(9.6);
  });

  test('bolder and lighter go by the parent’s weight', () => {
    const weight = (parent: number, word: string) =>
      styled(`div { font-weight: ${parent} } #x { font-weight: ${word} }`, [
        e('div', {}, e('p', { id: 'x' }, 't')),
      ]).style('x').fontWeight;
    expect([100, 400, 600, 900].map((parent) => weight(parent, 'bolder'))).toEqual([400, 700, 900, 900]);
    expect([100, 400, 600, 900].map((parent) => weight(parent, 'lighter'))).toEqual([100, 100, 400, 700]);
  });

  test('features from all properties, font-feature-settings last', () => {
    const style = ofP(
      'font-variant-numeric: oldstyle-nums tabular-nums; font-variant-caps: small-caps; font-kerning: none; ' +
        'font-feature-settings: "ss01", "tnum" off, "cv05" 3',
    );
    expect(style.fontFeatures).toEqual({ cv05: 3, kern: 0, onum: 1, smcp: 1, ss01: 1, tnum: 0 });
  });

  test('families with and without quotes', () => {
    expect(ofP('font-family: "Source Serif 4", Noto Serif , serif').fontFamily).toEqual([
      'Source Serif 4',
      'Noto Serif',
      'serif',
    ]);
  });
});

describe('generated content', () => {
  test('a counter takes the name of a style, neither a string nor none', () => {
    const s = styled(
      `#x::before { content: counter(a); content: counter(b, "."); content: counter(c, none);
         content: counter(d, decimal, decimal) }`,
      e('p', { id: 'x' }, 't'),
    );
    expect(s.pseudo('x', 'before')?.content).toEqual([{ type: 'counter', name: 'a', style: 'decimal' }]);
  });

  test('every kind of part', () => {
    const s = styled(
      `#x::before { content: "§ " attr(id) counter(h) counters(li, ".", lower-roman) open-quote no-close-quote
         target-counter(attr(href), page) target-text(url("#a"), before) leader(dotted) string(t, last) element(e) }`,
      e('p', { id: 'x' }, 't'),
    );
    expect(s.pseudo('x', 'before')?.content).toEqual([
      { type: 'string', value: '§ ' },
      { type: 'attr', name: 'id' },
      { type: 'counter', name: 'h', style: 'decimal' },
      { type: 'counters', name: 'li', separator: '.', style: 'lower-roman' },
      { type: 'quote', open: true, shown: true },
      { type: 'quote', open: false, shown: false },
      { type: 'target-counter', url: { type: 'attr', name: 'href' }, name: 'page', style: 'decimal' },
      { type: 'target-text', url: { type: 'string', value: '#a' }, what: 'before' },
      { type: 'leader', value: '. ' },
      { type: 'string-ref', name: 't', keyword: 'last' },
      { type: 'element-ref', name: 'e', keyword: 'first' },
    ]);
  });

  test('string-set, counters, quotes, bookmarks', () => {
    const style = ofP(
      'string-set: title content(), part "Phần " content(before); counter-increment: a b 2; counter-reset: c 5; ' +
        'quotes: "«" "»" "‹" "›"; bookmark-level: 3; bookmark-label: "§ " content(text)',
    );
    expect(style.stringSet).toEqual([
      { name: 'title', value: [{ type: 'content', what: 'text' }] },
      {
        name: 'part',
        value: [
          { type: 'string', value: 'Phần ' },
          { type: 'content', what: 'before' },
        ],
      },
    ]);
    expect(style.counterIncrement).toEqual([
      { name: 'a', value: 1 },
      { name: 'b', value: 2 },
    ]);
    expect(style.counterReset).toEqual([{ name: 'c', value: 5 }]);
    expect(style.quotes).toEqual(['«', '»', '‹', '›']);
    expect(style.bookmarkLevel).toBe(3);
    expect(style.bookmarkLabel).toHaveLength(2);
  });

  test('before and after need content, other pseudo-elements do not', () => {
    const s = styled('p::before { color: red } p::after { content: none } p::footnote-call { color: red }', [
      e('p', { id: 'x' }, 't'),
    ]);
    expect(s.pseudo('x', 'before')).toBeUndefined();
    expect(s.pseudo('x', 'after')).toBeUndefined();
    expect(s.pseudo('x', 'footnote-call')?.color).toEqual({ space: 'rgb', r: 1, g: 0, b: 0, alpha: 1 });
    expect(s.pseudo('x', 'marker')).toBeUndefined();
  });
});

describe('boxes', () => {
  test('floats, absolute and running boxes are blocks; an absolute box does not float', () => {
    expect(ofP('display: inline; float: top').display).toBe('block');
    expect(ofP('display: inline-block; position: absolute; float: top')).toMatchObject({
      display: 'block',
      float: 'none',
    });
    expect(ofP('position: running(head); display: table-cell')).toMatchObject({
      display: 'block',
      position: { running: 'head' },
    });
    expect(ofP('display: table; float: footnote')).toMatchObject({ display: 'table', float: 'footnote' });
    expect(styled('html { display: inline }', e('p', {}, 't')).style('html').display).toBe('block');
  });

  test('page floats by both names', () => {
    expect(ofP('float: top').float).toBe('block-start');
    expect(ofP('float: block-end').float).toBe('block-end');
    expect(ofP('-anpham-float-anchor: flow-start').floatAnchor).toBe('flow-start');
  });

  test('a border without style has no width', () => {
    expect(ofP('border-width: 3pt').borderTop.width).toBe(0);
    expect(ofP('border-style: solid').borderTop.width).toBe(2.25);
  });

  test('object-position takes its words in either order', () => {
    expect(ofP('object-position: top left').objectPosition).toEqual([{ percent: 0 }, { percent: 0 }]);
    expect(ofP('object-position: bottom').objectPosition).toEqual([{ percent: 50 }, { percent: 100 }]);
    expect(ofP('object-position: 10% 4pt').objectPosition).toEqual([{ percent: 10 }, 4]);
  });

  test('older names of breaks', () => {
    expect(ofP('page-break-before: always; page-break-after: avoid; page-break-inside: avoid')).toMatchObject(
      {
        breakBefore: 'page',
        breakAfter: 'avoid',
        breakInside: 'avoid',
      },
    );
    expect(ofP('break-before: recto').breakBefore).toBe('right');
  });
});

describe('a value read before its place is known', () => {
  it.each(['10pt', '1mm', '3px', 'calc(1in + 2pt)', '0'])(
    'is a constant where it looks at nothing: %s',
    (css) => {
      expect(readLonghand('margin-top', parseComponentValues(css))).toHaveProperty('constant');
    },
  );

  it.each(['1em', '2rem', '1ch', '1lh', '5vw', 'calc(1pt + 1vmin)'])('is none otherwise: %s', (css) => {
    expect(readLonghand('margin-top', parseComponentValues(css))).toEqual({});
  });
});
