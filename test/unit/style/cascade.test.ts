import { describe, expect, test } from 'vitest';
import { e, filesOnly, styled } from '../../support/style-of.js';

const red = { space: 'rgb', r: 1, g: 0, b: 0, alpha: 1 };
const blue = { space: 'rgb', r: 0, g: 0, b: 1, alpha: 1 };
const lime = { space: 'rgb', r: 0, g: 1, b: 0, alpha: 1 };

function colorOf(css: string | readonly string[], ...content: ReturnType<typeof e>[]) {
  return styled(css, content.length > 0 ? content : [e('p', { id: 'x', className: ['c', 'd'] }, 't')]).style(
    'x',
  ).color;
}

describe('specificity', () => {
  test('an id beats classes, a class beats tags, the later of equals wins', () => {
    expect(colorOf('#x { color: red } .c.d { color: blue } html body p { color: lime }')).toEqual(red);
    expect(colorOf('.c { color: blue } html body p { color: lime }')).toEqual(blue);
    expect(colorOf('p { color: red } p { color: lime }')).toEqual(lime);
  });

  test(':is() counts its heaviest argument, :where() nothing, :not() its argument', () => {
    expect(colorOf(':is(p, #none) { color: red } .c.d { color: blue }')).toEqual(red);
    expect(colorOf(':where(#x) { color: red } p { color: blue }')).toEqual(blue);
    expect(colorOf('p:not(#y) { color: red } p.c.d { color: blue }')).toEqual(red);
  });

  test('an attribute and a pseudo-class count as a class', () => {
    expect(colorOf('[id] { color: red } p { color: blue }')).toEqual(red);
    expect(colorOf('p:first-child { color: red } p.c { color: blue }')).toEqual(blue);
    expect(colorOf('p:nth-child(1 of #x) { color: red } p.c.d { color: blue }')).toEqual(red);
  });

  test('a later sheet beats an earlier one', () => {
    expect(colorOf(['p { color: red }', 'p { color: blue }'])).toEqual(blue);
  });
});

describe('importance and origin', () => {
  test('important beats everything normal, the style attribute included', () => {
    const p = e('p', { id: 'x', style: 'color: lime' }, 't');
    expect(colorOf('#x { color: red }', p)).toEqual(lime);
    expect(colorOf('p { color: red !important }', p)).toEqual(red);
  });

  test('an important style attribute beats important rules', () => {
    const p = e('p', { id: 'x', style: 'color: lime !important' }, 't');
    expect(colorOf('#x { color: red !important }', p)).toEqual(lime);
  });

  test('the author beats the user agent whatever the specificity', () => {
    const s = styled('* { display: inline }', e('section', { id: 'x' }, 't'));
    expect(s.style('x').display).toBe('inline');
  });

  test('HTML attributes are weaker than any author rule', () => {
    const list = e('ol', { id: 'x', start: 5 }, e('li', {}, 'a'));
    expect(styled('', list).style('x').counterReset).toEqual([{ name: 'list-item', value: 4 }]);
    expect(styled('* { counter-reset: none }', list).style('x').counterReset).toEqual([]);
  });

  test('revert goes back to the user agent, initial and unset do not', () => {
    const h = e('h1', { id: 'x' }, 't');
    expect(styled('h1 { font-weight: 300 } #x { font-weight: revert }', h).style('x').fontWeight).toBe(700);
    expect(styled('h1 { font-weight: initial }', h).style('x').fontWeight).toBe(400);
    expect(styled('h1 { display: unset }', h).style('x').display).toBe('inline');
    expect(styled('body { color: red } h1 { color: blue } #x { color: unset }', h).style('x').color).toEqual(
      red,
    );
    expect(styled('h1 { display: revert }', h).style('x').display).toBe('block');
  });
});

describe('inheritance', () => {
  test('inherited properties go down, the others do not, inherit forces', () => {
    const s = styled(
      '#a { color: red; margin: 7pt; letter-spacing: 2pt } #b { margin: inherit }',
      e('div', { id: 'a' }, e('p', { id: 'x' }, 't'), e('p', { id: 'b' }, 't')),
    );
    expect(s.style('x').color).toEqual(red);
    expect(s.style('x').letterSpacing).toBe(2);
    expect(s.style('x').marginLeft).toBe(0);
    expect(s.style('b').marginLeft).toBe(7);
  });

  test('a line height without unit is inherited as a factor, one with a unit as a length', () => {
    const tree = e('div', { id: 'a' }, e('p', { id: 'x' }, 't'));
    const css = (height: string) => `#a { font-size: 10pt; line-height: ${height} } #x { font-size: 20pt }`;
    expect(styled(css('1.5'), tree).style('a').lineHeight).toBe(15);
    expect(styled(css('1.5'), tree).style('x').lineHeight).toBe(30);
    expect(styled(css('1.5em'), tree).style('x').lineHeight).toBe(15);
    expect(styled(css('150%'), tree).style('x').lineHeight).toBe(15);
  });

  test('text has its parent’s style, the language goes down', () => {
    const s = styled('p { color: red }', e('div', { lang: 'km' }, e('p', { id: 'x' }, 't')));
    const p = s.index.nodes.findIndex((node) => node.type === 'element' && node.tagName === 'p');
    expect(s.tree.of(p + 1)).toBe(s.tree.of(p));
    expect(s.style('x').language).toBe('km');
    expect(s.style('html').language).toBe('vi');
  });
});

describe('custom properties', () => {
  test('fallbacks, nesting and inheritance', () => {
    const p = e('div', { id: 'a' }, e('p', { id: 'x' }, 't'));
    expect(styled('#x { color: var(--no, red) }', p).style('x').color).toEqual(red);
    expect(styled(':root { --c: var(--d); --d: blue } #x { color: var(--c) }', p).style('x').color).toEqual(
      blue,
    );
    expect(styled('#a { --c: lime } #x { color: var(--no, var(--c)) }', p).style('x').color).toEqual(lime);
  });

  test('a shorthand with var() is shared out when it is computed', () => {
    const s = styled(
      ':root { --f: "Be Vietnam Pro", sans-serif; --w: 2pt 4pt } p { font: 800 43pt/58pt var(--f); margin: var(--w) }',
      e('p', { id: 'x' }, 't'),
    );
    expect(s.style('x')).toMatchObject({
      fontFamily: ['Be Vietnam Pro', 'sans-serif'],
      fontSize: 43,
      lineHeight: 58,
      fontWeight: 800,
      marginTop: 2,
      marginRight: 4,
      marginBottom: 2,
      marginLeft: 4,
    });
    expect(s.faults).toEqual([]);
  });

  test('every property of a cycle is invalid, one beside it is not', () => {
    const css =
      ':root { --a: var(--b); --b: var(--c); --c: var(--a); --d: var(--a, red); --e: var(--e, 1pt) }';
    const s = styled(`${css} #x { color: var(--d) } #y { text-indent: var(--e, 3pt) }`, [
      e('p', { id: 'x' }, 't'),
      e('p', { id: 'y' }, 't'),
    ]);
    expect(s.style('x').color).toEqual(red);
    expect(s.style('y').textIndent).toBe(3);
  });

  test('a value that is none for the property counts as unset, with a warning at its place', () => {
    const s = styled(':root { --c: 3pt }\np { color: red }\n#x {\n  color: var(--c) }', [
      e('p', { id: 'x' }, 't'),
    ]);
    expect(s.style('x').color).toEqual({ space: 'rgb', r: 0, g: 0, b: 0, alpha: 1 });
    expect(s.faults).toEqual(['STYLE-VARIABLE a.css:4:3']);
  });

  test('a shorthand that fails is reported once', () => {
    expect(styled('p { margin: var(--no) }', e('p', {}, 't')).faults).toEqual(['STYLE-VARIABLE a.css:1:5']);
  });

  test('doubling values stop growing', () => {
    const names = Array.from({ length: 40 }, (_, i) => `--v${i + 1}: var(--v${i}) (var(--v${i}));`);
    const s = styled(`:root { --v0: 1pt; ${names.join('')} } p { margin: var(--v40) }`, e('p', {}, 't'));
    expect(s.diagnostics.map((d) => d.code)).toEqual(['STYLE-VARIABLE']);
    expect(s.diagnostics[0]?.values).toEqual({ css: 'margin: var(--v40)' });
  });
});

describe('at-rules', () => {
  test('@media print and all apply, screen and a dark scheme do not, unknown features are reported', () => {
    expect(colorOf('@media print { p { color: red } }')).toEqual(red);
    expect(colorOf('@media screen, all { p { color: red } }')).toEqual(red);
    const dark = 'p { color: red } @media screen { p { color: blue } }';
    expect(colorOf(`${dark} @media (prefers-color-scheme: dark) { p { color: lime } }`)).toEqual(red);
    const s = styled('@media (foldable) { p { color: red } }', e('p', {}, 't'));
    expect(s.faults).toEqual(['STYLE-UNSUPPORTED a.css:1:1']);
  });

  test('@import comes before its sheet, from the folder of the sheet; other media are passed over', () => {
    const host = filesOnly({
      'one.css': 'p { color: blue; text-indent: 3pt }',
      'two.css': 'p { color: lime }',
    });
    const css = '@import "one.css"; @import url(two.css) screen; p { color: red }';
    const s = styled(css, e('p', { id: 'x' }, 't'), host);
    expect(s.style('x').color).toEqual(red);
    expect(s.style('x').textIndent).toBe(3);
    expect(s.faults).toEqual([]);
  });

  test('@import takes sheets that templates share from the package, and nothing outside its folder', () => {
    const host = filesOnly({ 'package:/templates/shared/a.css': 'p { text-indent: 3pt }' });
    const css =
      '@import "templates:shared/a.css";\n@import "templates:../fonts/fonts.css";\n@import "templates:shared/no.css";';
    const s = styled(css, e('p', { id: 'x' }, 't'), host);
    expect(s.style('x').textIndent).toBe(3);
    expect(s.faults).toEqual(['STYLE-FILE a.css:2:1', 'STYLE-FILE a.css:3:1']);
  });

  test('a missing import is an error, a circle of imports a warning', () => {
    const host = filesOnly({ 'one.css': '@import "one.css"; p { color: red }' });
    const s = styled('@import "no.css";\n@import "one.css";', e('p', { id: 'x' }, 't'), host);
    expect(s.faults).toEqual(['STYLE-FILE a.css:1:1', 'STYLE-IMPORT-CYCLE one.css:1:1']);
    expect(s.diagnostics.map((d) => d.severity)).toEqual(['error', 'warning']);
    expect(s.style('x').color).toEqual(red);
  });
});

describe('faults', () => {
  test('an unsupported declaration tells file, line and column, and the rest applies', () => {
    const s = styled(
      'p {\n  flex: 1;\n  color: red;\n  width: banana;\n}\n@layer x;',
      e('p', { id: 'x' }, 't'),
    );
    expect(s.faults).toEqual([
      'STYLE-UNSUPPORTED a.css:2:3',
      'STYLE-UNSUPPORTED a.css:4:3',
      'STYLE-UNSUPPORTED a.css:6:1',
    ]);
    expect(s.diagnostics[0]?.values).toEqual({ css: 'flex: 1' });
    expect(s.style('x').color).toEqual(red);
  });

  test('a syntax error is a warning with its place, and the rest applies', () => {
    const s = styled('p {\n  color red;\n  text-indent: 2pt;\n}\n} em { color: lime }\np { color: red }', [
      e('p', { id: 'x' }, 't'),
    ]);
    expect(s.faults).toEqual(['STYLE-SYNTAX a.css:2:3', 'STYLE-SYNTAX a.css:5:1']);
    expect(s.diagnostics[0]?.severity).toBe('warning');
    expect(s.style('x').textIndent).toBe(2);
    expect(s.style('x').color).toEqual(red);
  });

  test('a rule nested in another, as after a missing brace, is reported', () => {
    const nested = (selector: string) =>
      styled(`p { color: red;\n${selector} { color: blue }\n}`, e('p', {}, 't')).faults;
    expect(nested('h1')).toEqual(['STYLE-SYNTAX a.css:2:1']);
    expect(nested('& em')).toEqual(['STYLE-UNSUPPORTED a.css:2:1']);
  });

  test('a selector that is not understood takes its rule with it', () => {
    const s = styled('p, p::selection { color: red } p, p:nonsense { color: red }', e('p', { id: 'x' }, 't'));
    expect(s.faults).toEqual(['STYLE-UNSUPPORTED a.css:1:4', 'STYLE-UNSUPPORTED a.css:1:35']);
    expect(s.style('x').color).not.toEqual(red);
  });

  test('a style attribute is reported at its element', () => {
    const p = {
      ...e('p', { id: 'x', style: 'flex: 1; color: red' }, 't'),
      span: { file: 'bai.md', line: 7 },
    };
    const s = styled('', p);
    expect(s.faults).toEqual(['STYLE-UNSUPPORTED bai.md:7:']);
    expect(s.style('x').color).toEqual(red);
  });
});
