import { describe, expect, test } from 'vitest';
import { propertyTable } from '../../../src/style/property-table.js';
import { shorthandEntries } from '../../../src/style/shorthands.js';
import { e, filesOnly, ofP, styled } from '../../support/style-of.js';

const red = { space: 'rgb', r: 1, g: 0, b: 0, alpha: 1 };
const black = { space: 'rgb', r: 0, g: 0, b: 0, alpha: 1 };

test('margin and padding: one to four values', () => {
  const margins = (value: string) => {
    const { marginTop, marginRight, marginBottom, marginLeft } = ofP(`margin: ${value}`);
    return [marginTop, marginRight, marginBottom, marginLeft];
  };
  expect(margins('1pt')).toEqual([1, 1, 1, 1]);
  expect(margins('1pt 2pt')).toEqual([1, 2, 1, 2]);
  expect(margins('1pt auto 3pt')).toEqual([1, 'auto', 3, 'auto']);
  expect(margins('-4pt 0 0 -2.6pt')).toEqual([-4, 0, 0, -2.6]);
  expect(ofP('padding: 5% 1pt')).toMatchObject({ paddingTop: { percent: 5 }, paddingLeft: 1 });
});

test('logical sides are the physical ones', () => {
  expect(
    ofP('margin-inline: 1pt 2pt; margin-block: 3pt; padding-inline-start: 4pt; inset-block: 5pt 6pt'),
  ).toMatchObject({
    marginLeft: 1,
    marginRight: 2,
    marginTop: 3,
    marginBottom: 3,
    paddingLeft: 4,
    top: 5,
    bottom: 6,
  });
  expect(ofP('inset: 1pt 2pt 3pt 4pt')).toMatchObject({ top: 1, right: 2, bottom: 3, left: 4 });
  expect(ofP('padding-block: 1pt 2pt; inset-inline: 3pt 4pt')).toMatchObject({
    paddingTop: 1,
    paddingBottom: 2,
    left: 3,
    right: 4,
  });
});

test('gap gives the space between columns', () => {
  expect(ofP('gap: 3pt').columnGap).toBe(3);
  expect(ofP('gap: 1pt 10%').columnGap).toEqual({ percent: 10 });
  expect(ofP('gap: 3pt normal').columnGap).toBe('normal');
});

test('border and its parts', () => {
  expect(ofP('border: 0.4pt solid red')).toMatchObject({
    borderTop: { width: 0.4, style: 'solid', color: red },
    borderLeft: { width: 0.4, style: 'solid', color: red },
  });
  expect(ofP('border-top: 2.4pt solid').borderTop).toEqual({ width: 2.4, style: 'solid', color: black });
  expect(ofP('border-right: dotted; border-bottom: red dashed 1pt; border-left: thick double')).toMatchObject(
    {
      borderRight: { width: 2.25, style: 'dotted', color: black },
      borderBottom: { width: 1, style: 'dashed', color: red },
      borderLeft: { width: 3.75, style: 'double', color: black },
    },
  );
  expect(ofP('border-style: solid none; border-width: 1pt 2pt; border-color: red black')).toMatchObject({
    borderTop: { width: 1, style: 'solid', color: red },
    borderRight: { width: 0, style: 'none', color: black },
  });
  expect(ofP('border-top-color: red; border: 1pt solid').borderTop.color).toEqual(black);
});

test('font', () => {
  expect(ofP('font: italic small-caps 700 9.5pt/14pt "Source Sans 3", sans-serif')).toMatchObject({
    fontStyle: 'italic',
    fontWeight: 700,
    fontSize: 9.5,
    lineHeight: 14,
    fontFamily: ['Source Sans 3', 'sans-serif'],
    fontFeatures: { smcp: 1 },
  });
  expect(ofP('font-style: italic; line-height: 9; font: 10pt serif')).toMatchObject({
    fontStyle: 'normal',
    lineHeight: 'normal',
    fontSize: 10,
  });
  expect(ofP('font: normal 2em/1.5 a b').lineHeight).toBe(36);
});

test('font-variant', () => {
  expect(ofP('font-variant: small-caps lining-nums tabular-nums no-common-ligatures').fontFeatures).toEqual({
    clig: 0,
    liga: 0,
    lnum: 1,
    smcp: 1,
    tnum: 1,
  });
  expect(ofP('font-variant: none').fontFeatures).toMatchObject({ liga: 0, calt: 0 });
  expect(ofP('font-variant-caps: small-caps; font-variant: normal').fontFeatures).toEqual({});
});

test('columns, column-rule, list-style', () => {
  expect(ofP('columns: 2 84mm')).toMatchObject({ columnCount: 2, columnWidth: expect.closeTo(238.11, 2) });
  expect(ofP('columns: 3')).toMatchObject({ columnCount: 3, columnWidth: 'auto' });
  expect(ofP('column-rule: 0.3pt solid red').columnRule).toEqual({ width: 0.3, style: 'solid', color: red });
  expect(ofP('list-style: inside lower-alpha')).toMatchObject({
    listStylePosition: 'inside',
    listStyleType: 'lower-alpha',
  });
  expect(ofP('list-style: none none').listStyleType).toBe('none');
  expect(ofP('list-style: "– "').listStyleType).toBe('"– "');
});

test('background: colour and pictures', () => {
  expect(ofP('background: red').backgroundColor).toEqual(red);
  expect(ofP('background-color: red; background: none').backgroundColor).toBe('transparent');
  const s = styled(
    'p { background: url(a.png) no-repeat left 3pt top 25% / cover padding-box, url("b.png") red }',
    e('p', { id: 'x' }, 't'),
  );
  expect(s.faults).toEqual([]);
  expect(s.style('x').backgroundColor).toEqual(red);
  expect(s.style('x').backgroundClip).toBe('border-box');
  expect(s.style('x').backgroundLayers).toEqual([
    {
      image: 'a.png',
      repeat: ['no-repeat', 'no-repeat'],
      position: [3, { percent: 25 }],
      size: 'cover',
      origin: 'padding-box',
      clip: 'padding-box',
      fixed: false,
    },
    {
      image: 'b.png',
      repeat: ['repeat', 'repeat'],
      position: [{ percent: 0 }, { percent: 0 }],
      size: ['auto', 'auto'],
      origin: 'padding-box',
      clip: 'border-box',
      fixed: false,
    },
  ]);
});

test('background: of a picture that cannot be painted, the colour; the rest is reported', () => {
  const s = styled('p { background: linear-gradient(red, blue) red }', e('p', { id: 'x' }, 't'));
  expect(s.style('x').backgroundColor).toEqual(red);
  expect(s.faults).toEqual(['STYLE-UNSUPPORTED a.css:1:5']);
});

test.each([
  'background: red, blue',
  'background: url(a.png) url(b.png)',
  'background: / cover',
  'background:',
])('%s is reported', (declaration) => {
  expect(styled(`p { ${declaration} }`, e('p', {}, 't')).diagnostics).toHaveLength(1);
});

test('pictures are found from their sheet', () => {
  const host = filesOnly({ 'css/b.css': 'p { list-style-image: url(b.png); content: url(#a) }' });
  const css = '@import "css/b.css"; p { background-image: url("img/a.png"), url(data:image/png,x) }';
  const { backgroundLayers, listStyleImage, content } = styled(css, e('p', { id: 'x' }, 't'), host).style(
    'x',
  );
  expect(backgroundLayers.map(({ image }) => image)).toEqual(['img/a.png', 'data:image/png,x']);
  expect(listStyleImage).toBe('css/b.png');
  expect(content).toEqual([{ type: 'image', url: '#a' }]);
});

test('border-radius', () => {
  expect(ofP('border-radius: 1pt 2pt 3pt / 10%').borderRadius).toEqual({
    topLeft: [1, { percent: 10 }],
    topRight: [2, { percent: 10 }],
    bottomRight: [3, { percent: 10 }],
    bottomLeft: [2, { percent: 10 }],
  });
  expect(ofP('border-top-left-radius: 1pt 2pt').borderRadius.topLeft).toEqual([1, 2]);
});

test('list-style: none goes to what nothing else is said of', () => {
  const of = (value: string) => {
    const { listStyleType: type, listStyleImage: image } = ofP(`list-style: ${value}`);
    return `${type} ${image}`;
  };
  expect(of('none')).toBe('none none');
  expect(of('none disc')).toBe('disc none');
  expect(of('none url(a.png)')).toBe('none a.png');
  expect(of('none none inside')).toBe('none none');
  expect(styled('p { list-style: none disc url(a.png) }', e('p', {}, 't')).diagnostics).toHaveLength(1);
});

test('text-decoration sets its four longhands', () => {
  const style = ofP('text-decoration: underline overline wavy 2pt red');
  expect(style).toMatchObject({
    textDecorationLine: ['underline', 'overline'],
    textDecorationStyle: 'wavy',
    textDecorationThickness: 2,
    textDecorationColor: red,
  });
});

describe.each(shorthandEntries)('%s', (name, { longhands }) => {
  test('takes the CSS-wide keywords', () => {
    expect(styled(`p { ${name}: inherit } p { ${name}: initial }`, e('p', {}, 't')).faults).toEqual([]);
  });

  test('refuses nonsense as a whole', () => {
    expect(styled(`p { ${name}: 1pt 1banana @ }`, e('p', {}, 't')).diagnostics).not.toEqual([]);
    expect(styled(`p { ${name}: url(x) url(y) }`, e('p', {}, 't')).diagnostics).toHaveLength(1);
  });

  test('sets longhands of the table', () => {
    const names = propertyTable().map((row) => row.name);
    expect(names).toEqual(expect.arrayContaining([...longhands]));
  });
});

test('the table lists every property once, with a syntax', () => {
  const rows = propertyTable();
  expect(new Set(rows.map((row) => row.name)).size).toBe(rows.length);
  expect(rows.length).toBeGreaterThan(110);
  expect(rows.filter((row) => row.values === '')).toEqual([]);
  expect(rows.find((row) => row.name === 'font-size')).toMatchObject({ initial: 'medium', inherited: true });
  expect(rows.find((row) => row.name === 'margin-top')).toEqual({
    name: 'margin-top',
    values: '<length-percentage> | auto',
    initial: '0',
    inherited: false,
  });
});
