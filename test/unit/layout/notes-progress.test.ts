/** A page whose notes leave little room still goes on with the flow. */
import { expect, it } from 'vitest';
import { h, layOut, placesOf } from '../../support/lay-out.js';

it('issue: notes that only the flow calls do not keep it waiting', async () => {
  const css = `@page { size: 100pt 100pt } .note { float: footnote } .note::footnote-call, .note::footnote-marker { content: none }
    section { break-inside: avoid }`;
  const lines = Array.from({ length: 8 }, (_, i) => h('p', `line${i}`));
  const note = h('span.note', 'n n n n n n n n n n n n n n n n n n n n');
  const { pages } = await layOut(css, [h('p', 'a'), h('section', h('p', 'b', note), ...lines)]);
  // The section is taller than what its note of 40 pt leaves: it begins on a page of its own and is broken all the same.
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.length).toBeLessThan(5);
  expect(pages.flatMap(placesOf).filter((place) => place.startsWith('line'))).toHaveLength(8);
});
