/** What stands on a page in parts, and in which layers: worked out by hand over glyphs that are squares of 1 em. */
import { describe, expect, it } from 'vitest';
import type { PageItem } from '../../../../src/document/page.js';
import { cutText } from '../../../../src/epub/fixed/cut-text.js';
import { pageParts } from '../../../../src/epub/fixed/page-parts.js';
import { layersOf, withoutIdleClips } from '../../../../src/epub/fixed/stack-parts.js';
import { black, squareRun, squareWord, tag } from '../../svg/page-fixture.js';

const words = (text: string) => text.split(/(?<= )|(?= )/).map((word) => squareWord(word));
const text = (shown: string, x: number, y: number): PageItem => ({
  type: 'text',
  tag,
  x,
  y,
  runs: [squareRun(words(shown), { width: 10 * shown.length })],
});
const bar = (x: number, y: number, width: number, height: number): PageItem => ({
  type: 'path',
  tag,
  path: [{ type: 'rect', x, y, width, height }],
  fill: black,
});

describe('the parts of a page', () => {
  it('are its texts, and what is drawn, in the order of painting', () => {
    const parts = pageParts([bar(0, 0, 50, 50), text('ab', 10, 20)]);
    expect(parts).toMatchObject([
      { type: 'drawn', item: { type: 'path' } },
      { type: 'text', text: 'ab', x: 10, y: 20 },
    ]);
  });

  it('take what groups do to them along', () => {
    const group: PageItem = {
      type: 'group',
      items: [text('ab', 10, 20), bar(0, 0, 5, 5)],
      transform: [1, 0, 0, 1, 100, 0],
      clip: [{ type: 'rect', x: 0, y: 0, width: 15, height: 40 }],
      opacity: 0.5,
    };
    const [part, drawn] = pageParts([group]);
    expect(part).toMatchObject({ around: { matrix: [1, 0, 0, 1, 100, 0], opacity: 0.5 } });
    expect(part?.type === 'text' && withoutIdleClips(part).around.clips).toHaveLength(1);
    expect(drawn).toMatchObject({ type: 'drawn', item: { type: 'group' } });
  });

  it('lose the paths that do not cut them', () => {
    const clip = [{ type: 'rect', x: 0, y: 0, width: 90, height: 90 }] as const;
    const [part] = pageParts([{ type: 'group', items: [text('ab', 10, 20)], clip }]);
    expect(part?.type === 'text' && withoutIdleClips(part).around.clips).toEqual([]);
  });

  it('have the hyphen of a line apart from its word', () => {
    const run = squareRun([squareWord('ab'), squareWord('\u00ad')], { width: 30 });
    const parts = pageParts([{ type: 'text', tag, x: 5, y: 20, runs: [run] }]);
    expect(parts).toMatchObject([
      { type: 'text', text: 'ab' },
      { type: 'drawn', isText: true, item: { type: 'text', runs: [{ x: 20, width: 10 }] } },
    ]);
  });

  it('draw leaders', () => {
    const run = squareRun(words('. . . .'), { leader: true });
    expect(pageParts([{ type: 'text', tag, x: 5, y: 20, runs: [run] }])).toMatchObject([{ type: 'drawn' }]);
  });
});

describe('layers', () => {
  const layers = (items: readonly PageItem[]): readonly number[] => layersOf(pageParts(items));

  it('are one where everything is painted below the text', () => {
    expect(layers([bar(0, 0, 90, 90), text('ab', 10, 20), bar(0, 60, 9, 9), text('cd', 10, 60)])).toEqual([
      0, 0, 0, 0,
    ]);
  });

  it('are two where something is painted over text', () => {
    expect(layers([text('ab', 10, 20), bar(10, 15, 20, 1), text('cd', 60, 20)])).toEqual([0, 1, 0]);
  });

  it('grow as things are painted over each other', () => {
    expect(layers([text('ab', 10, 20), bar(10, 15, 20, 1), text('cd', 15, 20)])).toEqual([0, 1, 1]);
    expect(layers([bar(0, 0, 90, 90), text('a', 0, 20), bar(0, 10, 9, 9), bar(40, 10, 9, 9)])).toEqual([
      0, 0, 1, 0,
    ]);
  });
});

describe('a text in pieces', () => {
  it('has the place of each after the blanks before it', () => {
    const run = squareRun(words('abcdefghij klmnopqrst uv wx'), { wordSpacing: 2, letterSpacing: 1 });
    expect(cutText(run, 'abcdefghij klmnopqrst uv wx')).toEqual([
      { text: 'abcdefghij klmnopqrst ', x: 0 },
      { text: 'uv wx', x: 22 * 11 + 2 * 2 },
    ]);
  });

  it('is one word a piece in large type', () => {
    const run = squareRun(words('ab cd'), { size: 20 });
    expect(cutText(run, 'ab cd')).toEqual([
      { text: 'ab ', x: 0 },
      { text: 'cd', x: 60 },
    ]);
  });

  it('stays whole where its words are not those that were shaped', () => {
    expect(cutText(squareRun(words('ab cd')), 'abcd')).toEqual([{ text: 'abcd', x: 0 }]);
  });

  it('has its first word by itself where that is asked for', () => {
    expect(cutText(squareRun(words('ab cd ef')), 'ab cd ef', true).map((piece) => piece.text)).toEqual([
      'ab ',
      'cd ef',
    ]);
  });
});
