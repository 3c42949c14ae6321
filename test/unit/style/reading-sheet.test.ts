import { describe, expect, test } from 'vitest';
import { readingSheet } from '../../../src/style/reading-sheet.js';
import { filesOnly } from '../../support/style-of.js';

function reading(css: string, files: Record<string, string> = {}) {
  const { value, diagnostics } = readingSheet([{ path: 'ebook.css', css }], filesOnly(files));
  return {
    ...value,
    faults: diagnostics.map(
      ({ code, span }) => `${code} ${span?.file ?? ''}:${span?.line ?? ''}:${span?.column ?? ''}`,
    ),
  };
}

test('custom properties are resolved, comments, pages and our prefix are dropped', () => {
  const sheet = reading(`/* top */ :root { --a: #204069; --f: "A B", serif; --link: var(--a); color: black }
    @page { margin: 1cm }
    p, .b>i { /* in */ color: var(--link); font: 700 1rem/1.5 var(--f); -anpham-float-anchor: flow-start; margin:0 .85em }
    .empty { -anpham-x: 1 }`);
  expect(sheet.css).toBe(`:root {
  color: black;
}
p,
.b>i {
  color: #204069;
  font: 700 1rem/1.5 "A B", serif;
  margin: 0 0.85em;
}
`);
  expect(sheet.faults).toEqual([]);
});

describe('the dark scheme', () => {
  const root = ':root { --a: #111; --b: #222 } @media (prefers-color-scheme: dark) { :root { --a: #eee } }';

  test('declarations that come out different stand again under the query', () => {
    expect(reading(`${root} p { color: var(--a); background: var(--b); margin: 0 }`).css).toBe(`p {
  color: #111;
  background: #222;
  margin: 0;
}
@media (prefers-color-scheme: dark) {
  p {
    color: #eee;
  }
}
`);
  });

  test('queries of a box stay, also where the dark scheme changes what stands in them', () => {
    const { css, faults } = reading(
      `${root} @container (max-width: 18em) { td { color: var(--a); margin: 0 } }`,
    );
    expect(css.replace(/\s+/g, ' ')).toBe(
      '@container (max-width: 18em) { td { color: #111; margin: 0; } } ' +
        '@media (prefers-color-scheme: dark) { @container (max-width: 18em) { td { color: #eee; } } } ',
    );
    expect(faults).toEqual([]);
  });

  test('neighbours share a block, until a rule says something of the same properties', () => {
    const { css } = reading(
      `${root} a { color: var(--a) } b { color: var(--a) } i { color: red } u { margin: 0 }`,
    );
    expect(css.replace(/\s+/g, ' ')).toBe(
      'a { color: #111; } b { color: #111; } ' +
        '@media (prefers-color-scheme: dark) { a { color: #eee; } b { color: #eee; } } ' +
        'i { color: red; } u { margin: 0; } ',
    );
  });

  test('a property that refers to one that is given anew changes with it', () => {
    const { css } = reading(`${root} :root { --c: 1px solid var(--a) } p { border: var(--c) }`);
    expect(css).toContain('border: 1px solid #eee;');
  });

  test('rules of the query itself take its values; other queries are joined with it', () => {
    const { css } = reading(`${root} @media (prefers-color-scheme: dark) { p { color: var(--a) } }
      @media (min-width: 30em) { p { color: var(--a) } }`);
    expect(css.replace(/\s+/g, ' ')).toBe(
      '@media (prefers-color-scheme: dark) { p { color: #eee; } } ' +
        '@media (min-width: 30em) { p { color: #111; } } ' +
        '@media (min-width: 30em) and (prefers-color-scheme: dark) { p { color: #eee; } } ',
    );
  });
});

test('imports are inlined, under their media; faces are taken out', () => {
  const sheet = reading('@import "base.css"; @import url(small.css) (max-width: 20em); p { color: red }', {
    'base.css': '@font-face { font-family: A; src: url(a.ttf) } p { color: blue }',
    'small.css': 'p { margin: 0 }',
  });
  expect(sheet.css.replace(/\s+/g, ' ')).toBe(
    'p { color: blue; } @media (max-width: 20em) { p { margin: 0; } } p { color: red; } ',
  );
  expect(sheet.fontFaces).toMatchObject([{ family: 'A', src: 'a.ttf', weight: 400, style: 'normal' }]);
});

test('what reading systems do not know for certain is passed on, @supports too', () => {
  const { css, faults } = reading(
    '@supports (display: grid) { p { display: grid; -webkit-hyphens: none !important } }',
  );
  expect(css).toBe(`@supports (display: grid) {
  p {
    display: grid;
    -webkit-hyphens: none !important;
  }
}
`);
  expect(faults).toEqual([]);
});

test('printing inks become their screen fallback, or their mixture', () => {
  const { css } = reading(
    'p { color: device-cmyk(0 0 0 0.8, #55585a); border: 1px solid device-cmyk(0 1 1 0) }',
  );
  expect(css).toContain('color: #55585a;');
  expect(css).toContain('border: 1px solid #ff0000;');
});

test('strings keep their quotes and marks', () => {
  expect(reading('p::before { content: "\\201c" \'"\' "a\\\\b" }').css).toContain(
    'content: "“" "\\"" "a\\\\b";',
  );
});

test('faults tell file, line and column', () => {
  const sheet = reading(
    'p { color: var(--no) }\n.a { --x: red }\np { background: url(https://x.vn/a.png) }\n@layer x;\np { color red }',
  );
  expect([...sheet.faults].sort()).toEqual([
    'STYLE-SYNTAX ebook.css:5:5',
    'STYLE-UNSUPPORTED ebook.css:2:6',
    'STYLE-UNSUPPORTED ebook.css:3:5',
    'STYLE-UNSUPPORTED ebook.css:4:1',
    'STYLE-VARIABLE ebook.css:1:5',
  ]);
  expect(sheet.css).toBe('');
});

test('pictures are listed by their path from the sheet; those inside the sheet stay in it', () => {
  const sheet = reading('@import "css/more.css"; p { background: url("a.png") no-repeat }', {
    'css/more.css':
      'h1 { background: url(b.png), url(data:image/png;base64,AA==) } h2 { background: url(b.png) }',
  });
  expect(sheet.faults).toEqual([]);
  expect(sheet.css).toContain('url("css/b.png"), url("data:image/png;base64,AA==")');
  expect(sheet.pictures.map(({ path, written }) => [path, written])).toEqual([
    ['css/b.png', 'url("css/b.png")'],
    ['a.png', 'url("a.png")'],
  ]);
});

test('the same sheet gives the same text', () => {
  const css = ':root { --a: red } p { color: var(--a) } @media print { p { color: var(--a) } }';
  expect(reading(css).css).toBe(reading(css).css);
});
