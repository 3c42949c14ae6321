/** Spot colours: named before they are used, joined by the process inks that stand in for them. */
import { expect, test } from 'vitest';
import { readingSheet } from '../../../src/style/reading-sheet.js';
import { e, filesOnly, styled } from '../../support/style-of.js';

const rule = '@-anpham-spot "PANTONE 485 C" { alternate: device-cmyk(0 0.9 1 0) }';
const full = [0, 0.9, 1, 0];

test('a tint of an ink has its share of the process inks', () => {
  const found = styled(
    `${rule} :root { --son: -anpham-spot("PANTONE 485 C", 40%) } p { color: var(--son); border: 1pt solid -anpham-spot("PANTONE 485 C") }`,
    e('p', { id: 'x' }, 't'),
  );
  expect(found.faults).toEqual([]);
  expect(found.style('x').color).toEqual({
    space: 'cmyk',
    c: 0,
    m: 0.36,
    y: 0.4,
    k: 0,
    alpha: 1,
    spot: { name: 'PANTONE 485 C', tint: 0.4, full },
  });
  expect(found.style('x').borderTop.color).toMatchObject({ m: 0.9, spot: { tint: 1 } });
});

test('an ink that no rule has named before is a warning at its place', () => {
  const found = styled(`p { color: -anpham-spot("PANTONE 485 C") }\n${rule}`, e('p', { id: 'x' }, 't'));
  expect(found.faults).toEqual(['STYLE-UNSUPPORTED a.css:1:5']);
  expect(found.style('x').color).toMatchObject({ space: 'rgb' });
});

test.each([
  '@-anpham-spot "X" { alternate: red }',
  '@-anpham-spot "All" { alternate: device-cmyk(0 0 0 1) }',
  '@-anpham-spot X { alternate: device-cmyk(0 0 0 1) }',
  '@-anpham-spot "X" { }',
])('%s is a warning', (css) => {
  expect(styled(css, e('p', {}, 't')).faults).toEqual(['STYLE-UNSUPPORTED a.css:1:1']);
});

test('the ebook shows what stands in for the ink', () => {
  const css = `${rule} p { color: -anpham-spot("PANTONE 485 C", 0.5) }`;
  const { value, diagnostics } = readingSheet([{ path: 'ebook.css', css }], filesOnly());
  expect(diagnostics).toEqual([]);
  expect(value.css).toBe('p {\n  color: #ff8c80;\n}\n');
});
