/** Conditions: what `@media`, `@supports` and `@import` let through, and what they report. */
import { describe, expect, test } from 'vitest';
import { e, filesOnly, styled } from '../../support/style-of.js';

const p = e('p', { id: 'x' }, 't');

function applies(condition: string): boolean | 'reported' {
  const s = styled(`${condition} { p { orphans: 7 } }`, p);
  return s.faults.length > 0 ? 'reported' : s.style('x').orphans === 7;
}

describe('@media', () => {
  test.each([
    ['print', true],
    ['PRINT', true],
    ['all', true],
    ['screen', false],
    ['not screen', true],
    ['only print', true],
    ['not print', false],
    ['screen, print', true],
    ['/* a */ print /* b */', true],
    ['print and (min-width: 10cm)', true],
    ['(min-width: 30cm)', false],
    ['(max-width: 210mm)', true],
    ['(width >= 100pt)', true],
    ['(100pt < width <= 210mm)', true],
    ['(800pt < width)', false],
    ['(width: 210mm)', true],
    ['(height > 1in) and (height < 5in)', false],
    ['(min-aspect-ratio: 1/1)', false],
    ['(orientation: portrait)', true],
    ['(orientation: landscape) or (color)', true],
    ['not (monochrome)', true],
    ['(min-resolution: 2dppx)', true],
    ['(hover)', false],
    ['(hover: none)', true],
    ['(scripting: none) and (not (pointer: fine))', true],
    ['(foldable)', 'reported'],
    ['not (foldable)', 'reported'],
    ['(foldable) or (color)', true],
    ['(color) and (grid) or (hover)', 'reported'],
    ['(', 'reported'],
  ])('%s: %s', (query, expected) => {
    expect(applies(`@media ${query}`)).toBe(expected);
  });
});

describe('@supports', () => {
  test.each([
    ['(float: left)', true],
    ['(display: grid)', false],
    ['not (display: grid)', true],
    ['(float: left) and (break-before: recto)', true],
    ['(display: flex) or ((color: red) and (not (position: fixed)))', true],
    ['(margin: 1pt 2pt)', true],
    ['(width: 1pt) and (color)', false],
    ['(--anything: at all)', true],
    ['(background: linear-gradient(red, blue) red)', false],
    ['selector(p:has(> a))', true],
    ['selector(p:nonsense)', false],
    ['font-tech(color-COLRv1)', false],
    ['(content: ")")', true],
    ['float: left', 'reported'],
  ])('%s: %s', (condition, expected) => {
    expect(applies(`@supports ${condition}`)).toBe(expected);
  });
});

test('@import with supports() and media', () => {
  const host = filesOnly({
    'one.css': 'p { orphans: 7 }',
    'b.css': 'p { widows: 7 }',
    'c.css': 'p { color: red }',
  });
  const css =
    '@import "one.css" supports(float: left) print; @import url(b.css) supports(not (float: left)); @import "c.css" screen;';
  const s = styled(css, p, host);
  expect(s.faults).toEqual([]);
  expect(s.style('x')).toMatchObject({ orphans: 7, widows: 2 });
  expect(styled('@import "one.css" layer(base);', p, host).diagnostics).toHaveLength(1);
});
