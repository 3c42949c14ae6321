/** `footnote-policy` (CSS GCPM 3, 2.6) where the flow is broken over columns, and where it cannot be obeyed. */
import { expect, it } from 'vitest';
import { h, layOut, placesOf } from '../../support/lay-out.js';

const css = `@page { size: 200pt 50pt; @footnote { margin: 0; padding: 0; border: 0 } }
  .note { float: footnote } .note::footnote-marker { content: none }
  .note::footnote-call { content: "*"; font-size: 10pt; vertical-align: baseline }
  .columns { column-count: 2; column-gap: 0; column-fill: auto }`;

async function pagesOf(policy: string, body: Parameters<typeof layOut>[1]): Promise<readonly string[][]> {
  const { pages } = await layOut(`${css} .note { footnote-policy: ${policy} }`, body);
  return pages.map((page) => placesOf(page).filter((place) => !/^[@*]/u.test(place)));
}

/** Three lines of a note on a line of 20: as many as the page may give to notes. */
const long = h('span.note', 'x'.repeat(20), ' ', 'x'.repeat(20), ' ', 'x'.repeat(20));
const longAtFoot = [20, 30, 40].map((top) => `${'x'.repeat(20)}@0,${top}`);
const short = h('span.note', 'n');

it('line: the flow of a page with columns ends before the line, whichever column it is in', async () => {
  const flow = [h('div.columns', h('p', 'a', long), h('p', 'b'), h('p', 'c', short), h('p', 'd'))];
  expect(await pagesOf('auto', flow)).toEqual([
    ['a@0,0', 'b@0,10', 'c@100,0', 'd@100,10', ...longAtFoot],
    ['n@0,40'],
  ]);
  expect(await pagesOf('line', flow)).toEqual([
    ['a@0,0', 'b@0,10', ...longAtFoot],
    ['c@0,0', 'd@0,10', 'n@0,40'],
  ]);
  const inFirst = [h('div.columns', h('p', 'a', long), h('p', 'c', short), h('p', 'd'))];
  expect(await pagesOf('line', inFirst)).toEqual([
    ['a@0,0', ...longAtFoot],
    ['c@0,0', 'd@0,10', 'n@0,40'],
  ]);
});

it('block: a paragraph that leads its page is broken before the line', async () => {
  const flow = [h('p', `${'a'.repeat(20)} b`, long, ` ${'c'.repeat(18)} d`, short)];
  expect(await pagesOf('block', flow)).toEqual([
    [`${'a'.repeat(20)}@0,0`, 'b@0,10', ...longAtFoot],
    [`${'c'.repeat(18)}@0,0`, 'd@0,10', 'n@0,40'],
  ]);
});

it('a call that leads its page stays there without its note, and every note is set once', async () => {
  const notes = Array.from({ length: 30 }, (_, i) => h('span.note', `n${i}`));
  for (const policy of ['line', 'block']) {
    const pages = await pagesOf(policy, [h('p', ...notes), h('p', 'b')]);
    const shown = pages.flat().map((place) => place.split('@')[0]);
    expect(shown.filter((text) => text?.startsWith('n'))).toEqual(notes.map((_, i) => `n${i}`));
  }
});
