import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longhandNames } from '../../../src/style/properties.js';
import { readingSheet } from '../../../src/style/reading-sheet.js';
import { shorthandEntries } from '../../../src/style/shorthands.js';
import { e, filesOnly, pageQuery, styled } from '../../support/style-of.js';

const seed = { seed: 20_200_113, numRuns: 300 };
const tree = e('div', {}, e('p', { id: 'x', className: ['a'] }, 't'), e('ul', {}, e('li', {}, 'u')));

const names = fc.constantFrom(
  ...longhandNames,
  ...shorthandEntries.map(([name]) => name),
  '--a',
  '--b',
  'size',
  'bleed',
  'marks',
  'src',
  'flex',
  '__proto__',
  'constructor',
  'toString',
);
const word = fc.constantFrom(
  ...'inherit initial unset revert auto none normal solid red 1pt -3mm 50% 1.5 0 2em "x" \'y #abc #12345 / , + - * ( ) [ ] { } ; : ! !important'.split(
    ' ',
  ),
  ...'var(--a) var(--b,) var() var(--a,var(--b)) calc(1pt+2) calc((1pt calc(-1*2em) min() max(1,2%) clamp(1,2,3) rgb( rgb(1) hsl(1deg'.split(
    ' ',
  ),
  ...'attr(x) counter() counters(a) string(t,last) element( url(x) url("fonts:a") running(a) __proto__ constructor toString leader(dotted) 1e999pt NaN'.split(
    ' ',
  ),
);
const declaration = fc
  .tuple(names, fc.array(word, { maxLength: 5 }))
  .map(([name, words]) => `${name}: ${words.join(' ')};`);
const selectors = [
  'p',
  '#x',
  '.a::before',
  ':root',
  'p:has(',
  'p:nth-child(2n+1 of .a)',
  '*',
  'p:is()',
  '>p',
  'p >',
];
const pages = [
  '@page',
  '@page :first',
  '@page a:nth(2)',
  '@page { @top-left',
  '@font-face',
  '@import "a.css";',
];
const others = [
  '@media print',
  '@media (x',
  '@layer a',
  '@supports (x: y)',
  '@unknown',
  '',
  '}',
  '<!--',
  '@charset "x";',
];
const prelude = fc.constantFrom(...selectors, ...pages, ...others);
const rule = fc
  .tuple(prelude, fc.array(declaration, { maxLength: 5 }), fc.constantFrom('}', '', '}}', '*/'))
  .map(([selector, declarations, end]) => `${selector} { ${declarations.join('')} ${end}`);
const sheet = fc.array(rule, { maxLength: 6 }).map((rules) => rules.join('\n'));
const host = filesOnly({ 'a.css': '@import "a.css"; p { color: red' });

function everything(css: string): void {
  const s = styled(css, tree, host);
  for (const number of s.index.nodes.keys()) s.tree.of(number);
  s.pseudo('x', 'before');
  s.tree.page(pageQuery({ name: 'a', first: true, number: 2 }));
  for (const { code, span } of s.diagnostics)
    expect(`${code} ${span?.file ?? ''}`).toMatch(/^STYLE-\w.* \w+\.css$/);
  const { value } = readingSheet([{ path: 'b.css', css }], host);
  expect(value.css).not.toMatch(/var\(|-anpham-/);
}

test('no style sheet made of CSS pieces throws, and every fault has its file', () => {
  fc.assert(fc.property(sheet, everything), seed);
});

test('no text at all throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (css) => everything(css)),
    seed,
  );
});

test('no style attribute throws', () => {
  fc.assert(
    fc.property(fc.array(declaration, { maxLength: 6 }), (declarations) => {
      styled('', e('p', { id: 'x', style: declarations.join('') }, 't')).style('x');
    }),
    seed,
  );
});
