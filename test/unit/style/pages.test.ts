import { describe, expect, test } from 'vitest';
import { e, filesOnly, pageQuery, styled } from '../../support/style-of.js';
import type { PageQuery } from '../../../src/document/style.js';

const p = e('p', { id: 'x' }, 't');
const mm = 72 / 25.4;

function page(css: string, query: Partial<PageQuery> = {}) {
  return styled(css, p).tree.page(pageQuery(query));
}

describe('size, bleed and marks', () => {
  test.each([
    ['A5', 148, 210],
    ['A4 landscape', 297, 210],
    ['landscape A3', 420, 297],
    ['B5', 176, 250],
    ['letter', 215.9, 279.4],
    ['legal portrait', 215.9, 355.6],
    ['19cm 27cm', 190, 270],
    ['100mm', 100, 100],
    ['landscape', 297, 210],
    ['auto', 210, 297],
  ])('size: %s', (size, width, height) => {
    const found = page(`@page { size: ${size} }`);
    expect(found.width / mm).toBeCloseTo(width, 3);
    expect(found.height / mm).toBeCloseTo(height, 3);
  });

  test('width and height of the page area make the size of the page with what is around it', () => {
    const css =
      'size: 500pt; margin: 10pt 20pt; padding: 1pt; border: 2pt solid; width: 200pt; height: 300pt';
    expect(page(`@page { ${css} }`)).toMatchObject({ width: 246, height: 326 });
    expect(page(`@page { ${css}; box-sizing: border-box }`)).toMatchObject({ width: 240, height: 320 });
  });

  test('vw and vh are of the area of the first page, inside its border and padding', () => {
    const css = '@page { size: 120pt; margin: 5pt; padding: 3pt; border: 2pt solid }';
    const { tree, index } = styled(`${css} p { width: 50vw; height: 10vh }`, p);
    expect(tree.of(index.of(p))).toMatchObject({ width: 50, height: 10 });
  });

  test('bleed is given, or goes with crop marks', () => {
    expect(page('@page { bleed: 3mm; marks: crop cross }')).toMatchObject({
      bleed: expect.closeTo(3 * mm, 4),
      marks: { crop: true, cross: true },
    });
    expect(page('@page { marks: crop }').bleed).toBe(6);
    expect(page('').bleed).toBe(0);
  });

  test('without any rule a page is A4 with margins of 20 mm', () => {
    expect(page('').style.marginLeft).toBeCloseTo(20 * mm, 4);
  });

  test('percentages are of the page’s width and height, auto margins nothing', () => {
    const { style } = page('@page { size: 200pt 100pt; margin: 10% auto 5% 20%; padding: 10% }');
    expect([style.marginTop, style.marginRight, style.marginBottom, style.marginLeft]).toEqual([
      10, 0, 5, 40,
    ]);
    expect([style.paddingTop, style.paddingLeft]).toEqual([10, 20]);
  });

  test('custom properties and the font of the root hold in @page', () => {
    const css = `:root { --side: 30pt; --size: 200pt 300pt; font-size: 10pt; color: red }
      @page { size: var(--size); margin: var(--side) 2em; @top-left { content: "a"; margin-left: var(--side) } }`;
    const found = page(css);
    expect([found.width, found.style.marginTop, found.style.marginLeft]).toEqual([200, 30, 20]);
    const box = found.marginBoxes.get('top-left');
    expect(box).toMatchObject({ fontSize: 10, marginLeft: 30, color: { r: 1, g: 0, b: 0 } });
  });
});

describe('selectors', () => {
  const margin = (css: string, query: Partial<PageQuery>) => page(css, query).style.marginTop;

  test('first, left, right, blank', () => {
    const css = `@page { margin: 1pt } @page :left { margin: 2pt } @page :right { margin: 3pt }
      @page :first { margin: 4pt } @page :blank { margin: 5pt }`;
    expect(margin(css, { left: true })).toBe(2);
    expect(margin(css, { left: false })).toBe(3);
    expect(margin(css, { first: true })).toBe(4);
    expect(margin(css, { blank: true, left: true })).toBe(5);
  });

  test('a name beats pseudo-classes, first beats left, whatever the order', () => {
    const css = `@page chapter { margin: 1pt } @page :first { margin: 2pt } @page :left { margin: 3pt }`;
    expect(margin(css, { name: 'chapter', first: true, left: true })).toBe(1);
    expect(margin(css, { name: 'other', first: true, left: true })).toBe(2);
    expect(margin(`${css} @page chapter:left { margin: 4pt }`, { name: 'chapter', left: true })).toBe(4);
  });

  test(':nth(An+B)', () => {
    const css =
      '@page { margin: 1pt } @page :nth(3n+2) { margin: 2pt } @page :nth(4) { margin: 3pt } @page :nth(odd) { padding-top: 1pt }';
    expect([1, 2, 3, 4, 5, 8].map((number) => margin(css, { number }))).toEqual([1, 2, 1, 3, 2, 2]);
    expect([1, 2].map((number) => page(css, { number }).style.paddingTop)).toEqual([1, 0]);
    expect(margin('@page { margin: 1pt } @page :nth(-n+2) { margin: 2pt }', { number: 2 })).toBe(2);
    expect(margin('@page { margin: 1pt } @page :nth(-n+2) { margin: 2pt }', { number: 3 })).toBe(1);
  });

  test('a list, important, and a selector that is not understood', () => {
    expect(margin('@page a, :left { margin: 2pt }', { left: true })).toBe(2);
    expect(margin('@page { margin: 2pt !important } @page :left { margin: 3pt }', { left: true })).toBe(2);
    expect(styled('@page :middle { margin: 2pt }', p).faults).toEqual(['STYLE-UNSUPPORTED a.css:1:1']);
  });
});

describe('margin boxes', () => {
  test('those with content stand, with the place of their box unless told', () => {
    const boxes = page(`@page { font-size: 8pt; @top-left { content: string(title) } @top-right { color: red }
      @bottom-center { content: counter(page); text-align: end } @right-top { content: none } }`).marginBoxes;
    expect([...boxes.keys()]).toEqual(['top-left', 'bottom-center']);
    expect(boxes.get('top-left')).toMatchObject({ textAlign: 'left', verticalAlign: 'middle', fontSize: 8 });
    expect(boxes.get('bottom-center')).toMatchObject({ textAlign: 'end', verticalAlign: 'middle' });
  });

  test('boxes of several rules come together', () => {
    const css =
      '@page { @top-left { content: "a"; color: red } } @page :first { @top-left { content: none } }';
    expect(page(css).marginBoxes.size).toBe(1);
    expect(page(css, { first: true }).marginBoxes.size).toBe(0);
  });

  test('the footnote area has a rule above unless told', () => {
    expect(page('').footnoteArea.borderTop).toMatchObject({ width: 0.4, style: 'solid' });
    expect(page('@page { @footnote { border-top: none; margin-top: 9pt } }').footnoteArea).toMatchObject({
      borderTop: { width: 0 },
      marginTop: 9,
    });
  });

  test('an unknown box or descriptor is reported at its place', () => {
    const s = styled('@page {\n  @top-middle { content: "a" }\n  marks: stars;\n}\np { size: A4 }', p);
    expect(s.faults).toEqual(
      ['STYLE-UNSUPPORTED a.css:3:3', 'STYLE-UNSUPPORTED a.css:2:3', 'STYLE-UNSUPPORTED a.css:5:5'].sort(
        (a, b) => a.localeCompare(b),
      ),
    );
  });

  test('a failing var() in @page is reported without layout asking', () => {
    expect(styled('@page :nth(7) { margin: 1pt }\n@page { margin: var(--no) }', p).faults).toEqual([
      'STYLE-VARIABLE a.css:2:9',
    ]);
  });
});

test('pages that the same rules match are the same object', () => {
  const { tree } = styled('@page :left { margin: 1pt }', p);
  expect(tree.page(pageQuery({ number: 3 }))).toBe(tree.page(pageQuery({ number: 5 })));
  expect(tree.page(pageQuery({ left: true }))).not.toBe(tree.page(pageQuery()));
});

describe('@font-face', () => {
  const faces = (css: string, files: Record<string, string> = {}) => {
    const s = styled(css, p, filesOnly(files));
    return { faces: s.tree.fontFaces, faults: s.faults };
  };

  test('families, weights, styles, and files of the package and of the sheet', () => {
    const found =
      faces(`@font-face { font-family: "A B"; src: url("fonts:a/b.ttf") format("truetype"); font-weight: bold }
      @font-face { font-family: C; src: url(c.woff2) format("woff2"), url(c.otf); font-style: italic }`);
    expect(found.faces).toMatchObject([
      {
        family: 'A B',
        src: 'package:/fonts/a/b.ttf',
        weight: 700,
        style: 'normal',
        span: { file: 'a.css', line: 1, column: 34, length: 44 },
      },
      { family: 'C', src: 'c.otf', weight: 400, style: 'italic' },
    ]);
  });

  test('the faces of the package come first, a later rule for the same face counts', () => {
    const packaged =
      '@font-face { font-family: A; src: url(a.ttf) } @font-face { font-family: B; src: url(b.ttf) }';
    const found = faces('@font-face { font-family: a; src: url(mine.ttf) }', {
      'package:/fonts/fonts.css': packaged,
    });
    expect(found.faces.map((face) => face.src)).toEqual(['mine.ttf', 'package:/fonts/b.ttf']);
  });

  test('a rule without a file that we can read is reported', () => {
    expect(faces('@font-face { font-family: A; src: local("A") }')).toEqual({
      faces: [],
      faults: ['STYLE-UNSUPPORTED a.css:1:1'],
    });
  });
});
