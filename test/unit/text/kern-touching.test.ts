/** Kerning between texts of several elements (CSS Text 3 §7.3), by Source Serif 4, which kerns A and V. */
import { expect, it } from 'vitest';
import type { InlineItem } from '../../../src/document/inline.js';
import { memoryHost } from '../../support/memory-host.js';
import { setter, styleWith, textItem } from '../../support/set-text.js';

const set = await setter([], memoryHost({}));
const serif = 'font-family: serif';
const item = (text: string, css = ''): InlineItem => textItem(text, `${serif}; ${css}`);
const edges = (width: number): readonly InlineItem[] =>
  (['open', 'close'] as const).map((type) => ({ type, width, style: styleWith(serif, 'span'), tag: 9 }));
const width = (...items: readonly InlineItem[]): number => set.lines(items, 500, serif)[0]?.width ?? 0;

const joined = width(item('AV'));
const apart = width(item('A')) + width(item('V'));

it('holds across elements and places without extent', () => {
  expect(joined).toBeLessThan(apart - 0.3);
  expect(width(item('A'), item('V', 'color: red'))).toBeCloseTo(joined, 6);
  expect(width(item('A'), ...edges(0), { type: 'anchor', tag: 1 }, item('V'))).toBeCloseTo(joined, 6);
});

it('ends where room, size or height change', () => {
  expect(width(item('A'), ...edges(1), item('V'))).toBeCloseTo(apart + 2, 6);
  expect(width(item('A'), item('V', 'vertical-align: 1pt'))).toBeCloseTo(apart, 6);
  expect(width(item('A '), item('V'))).toBeGreaterThan(apart);
});

it('puts the second text where it stands', () => {
  const [line] = set.lines([item('A'), item('V', 'color: red')], 500, serif);
  expect(line?.runs.map((run) => run.x)[1]).toBeCloseTo(joined - width(item('V')), 6);
});

it('moves what follows by every change, in one pass', () => {
  // The spacing between two elements is that of the paragraph, which has none.
  const many = Array.from({ length: 5_000 }, (_, i) => item('a', `letter-spacing: ${i % 2}pt`));
  expect(width(...many)).toBeCloseTo(5_000 * width(item('a')) + 1, 2);
});
