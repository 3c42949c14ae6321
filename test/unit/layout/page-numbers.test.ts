/** Page numbers in the flow: 10 × 10 pt letters; a line of 100 pt holds ten. */
import { describe, expect, it, vi } from 'vitest';
import { ParagraphBreaker } from '../../../src/layout/flow/paragraph.js';
import { h, layOut, textsOf } from '../../support/lay-out.js';
import type { LaidOut } from '../../support/lay-out.js';

const entries = `a::after { content: ' ' target-counter(attr(href), page) }`;
const entry = (id: string, words: string) => h('p', h('a', { href: `#${id}` }, words));

function lines({ pages }: LaidOut): readonly (readonly string[])[] {
  return pages.map((page) => {
    const tops = new Map<number, string>();
    for (const { text, top } of textsOf(page)) tops.set(top, [tops.get(top), text].filter(Boolean).join(' '));
    return [...tops.values()];
  });
}

describe('page numbers in the flow', () => {
  it('are those of the pages as they come out', async () => {
    // "aaaaaa 000" has ten letters, "bbbbbbb 000" eleven: until numbers are known it takes two lines, and X stands on page 2.
    const out = await layOut(`@page { size: 100pt 30pt } ${entries}`, [
      entry('x', 'aaaaaa'),
      entry('y', 'bbbbbbb'),
      h('p#x', 'X'),
      h('p#y', 'Y'),
    ]);
    expect(lines(out)).toEqual([['aaaaaa 1', 'bbbbbbb 2', 'X'], ['Y']]);
    expect(out.diagnostics).toEqual([]);
  });

  it('widen the column of a table that goes on over pages', async () => {
    const out = await layOut(
      `@page { size: 100pt 20pt } ${entries} td { padding: 0; white-space: nowrap } p.last { break-before: page }`,
      [
        h(
          'table',
          h('tr', h('td', h('a', { href: '#x' }, 'a')), h('td', 'p')),
          h('tr', h('td', 'b'), h('td', 'q')),
          h('tr', h('td', 'c'), h('td', 'r')),
        ),
        h('p.last#x', 'X'),
      ],
    );
    expect(lines(out)).toEqual([['a 3 p', 'b q'], ['c r'], ['X']]);
    // "a 3" is three letters wide on all pages.
    expect(out.pages.slice(0, 2).map((page) => textsOf(page).at(-1)?.x)).toEqual([30, 30]);
  });

  it('are 0 for what is nowhere', async () => {
    const out = await layOut(entries, [entry('no', 'a')]);
    expect(lines(out)).toEqual([['a 0']]);
  });

  it('are written in the style asked for', async () => {
    const out = await layOut(
      `@page { size: 100pt 20pt } a::after { content: target-counter(attr(href), page, lower-roman) }`,
      [entry('x', 'aaaaaaaaa'), h('p#x', 'X')],
    );
    expect(lines(out)).toEqual([['aaaaaaaaa i', 'X']]);
  });

  it('are set without setting again the pages that stay as they are', async () => {
    const plain = vi.spyOn(ParagraphBreaker.prototype, 'plain');
    const chapters = Array.from({ length: 20 }, (_, i) =>
      h(`p#c${i}`, { style: 'break-before: page' }, `ch${i}`),
    );
    const out = await layOut(entries, [entry('c0', 'a'), entry('c19', 'b'), ...chapters]);
    expect(lines(out)[0]).toEqual(['a 2', 'b 21']);
    // Two entries twice, twenty chapters once.
    expect(plain).toHaveBeenCalledTimes(24);
    plain.mockRestore();
  });
});
