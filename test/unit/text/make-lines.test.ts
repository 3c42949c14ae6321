/** Runs, sources, heights, atoms, leaders, notes: what layout and the painters get. */
import { wordsOf } from '../../../src/document/glyph-run.js';
import { describe, expect, it } from 'vitest';
import type { InlineItem } from '../../../src/document/inline.js';
import { runText, setter, shown, styleWith, textItem, textOfLines } from '../../support/set-text.js';

const set = await setter();

describe('runs', () => {
  it('say where their text stands in the source, to the code unit', () => {
    const lines = set.lines('  aa \n bb  cc dd', 50);
    expect(textOfLines(lines)).toEqual(['aa bb ', 'cc dd']);
    expect(lines.map((line) => line.runs[0]?.source)).toEqual([
      { node: 1, start: 2, end: 11 },
      { node: 1, start: 11, end: 16 },
    ]);
    expect(lines.map((line) => line.start)).toEqual([
      { node: 1, offset: 2 },
      { node: 1, offset: 11 },
    ]);
  });

  it('add the offset of an item in its node', () => {
    const [line] = set.lines([textItem('xx yy', '', { source: { node: 4, offset: 100 } })], 200);
    expect(line?.runs[0]?.source).toEqual({ node: 4, start: 100, end: 105 });
  });

  it('merge neighbours that look alike and split where a look, tag or source changes', () => {
    const at = (offset: number, node = 1): { source: { node: number; offset: number } } => ({
      source: { node, offset },
    });
    const runs = (items: readonly InlineItem[]): readonly string[] =>
      (set.lines(items, 900)[0]?.runs ?? []).map(runText);
    expect(runs([textItem('aa ', '', at(0)), textItem('bb', '', at(3))])).toEqual(['aa bb']);
    expect(runs([textItem('aa ', '', at(0)), textItem('bb', '', at(0, 2))])).toEqual(['aa ', 'bb']);
    expect(runs([textItem('aa '), textItem('bb', '', { ...at(3), tag: 2 })])).toEqual(['aa ', 'bb']);
    for (const css of [
      'font-size: 11pt',
      'color: #f00',
      'letter-spacing: 1pt',
      'word-spacing: 1pt',
      'text-decoration: underline',
      'vertical-align: super',
    ])
      expect(runs([textItem('aa '), textItem('bb', css, at(3))]), css).toEqual(['aa ', 'bb']);
    expect(runs([textItem('aa '), textItem('bb', 'color: #000', at(3))])).toEqual(['aa bb']);
  });

  it('hang the space of a broken line: in the text, not in the width', () => {
    const lines = set.lines('aa bb cc', 50, 'text-align: right; text-decoration: underline');
    const [run] = lines[0]?.runs ?? [];
    expect(lines[0]?.runs.flatMap(wordsOf).map((word) => word.text)).toEqual(['aa', ' ', 'bb', ' ']);
    expect([lines[0]?.x, lines[0]?.width, run?.width]).toEqual([0, 50, 50]);
  });

  it('carry letter- and word-spacing', () => {
    const [line] = set.lines('aa bb', 300, 'letter-spacing: 1pt; word-spacing: 4pt');
    expect(line?.width).toBe(50 + 5 + 4);
    expect(line?.runs[0]).toMatchObject({ letterSpacing: 1, wordSpacing: 4, width: 59 });
  });

  it('stand one after the other', () => {
    const items = [
      textItem('aa '),
      textItem('b', 'font-size: 20pt', { tag: 2 }),
      textItem(' cc', '', { tag: 3 }),
    ];
    const [line] = set.lines(items, 300);
    expect(line?.runs.map((run) => [run.x, run.width, run.size])).toEqual([
      [0, 30, 10],
      [30, 20, 20],
      [50, 30, 10],
    ]);
  });

  it('transform text without losing the place of a letter', () => {
    const [upper] = set.lines('đường số 1 ß', 300, 'text-transform: uppercase');
    expect(upper?.runs.map(runText)).toEqual(['ĐƯỜNG SỐ 1 SS']);
    expect(shown(set.lines('đường số', 300, 'text-transform: capitalize'))).toEqual(['Đường Số']);
    // ß is two letters then, and still one in the source.
    expect(upper?.runs[0]?.source).toEqual({ node: 1, start: 0, end: 12 });
  });
});

describe('heights', () => {
  it('halve the leading above and below (strut)', () => {
    expect(set.typesetter.strut(styleWith('line-height: 14pt'))).toEqual({ ascent: 10, descent: 4 });
    expect(set.typesetter.strut(styleWith('line-height: normal'))).toEqual({ ascent: 8, descent: 2 });
    const [line] = set.lines('aa', 100, 'line-height: 14pt');
    expect([line?.ascent, line?.descent, line?.inkAscent, line?.inkDescent]).toEqual([10, 4, 8, 2]);
  });

  it('grow for larger text, atoms and raised text', () => {
    const large = set.lines([textItem('aa '), textItem('b', 'font-size: 20pt; line-height: 20pt')], 100)[0];
    expect([large?.ascent, large?.descent]).toEqual([16, 4]);
    const atom: InlineItem = { type: 'atom', width: 5, ascent: 30, descent: 1, style: styleWith(), tag: 1 };
    expect(set.lines([textItem('aa'), atom], 100)[0]).toMatchObject({
      ascent: 30,
      descent: 2,
      inkAscent: 30,
    });
    const raised = set.lines([textItem('aa'), textItem('1', 'vertical-align: 3pt')], 100)[0];
    expect([raised?.ascent, raised?.descent, raised?.inkAscent]).toEqual([11, 2, 11]);
  });

  it('raise and lower by vertical-align', () => {
    const rise = (css: string): number | undefined =>
      set.lines([textItem('aa'), textItem('b', css, { tag: 2 })], 100)[0]?.runs[1]?.rise;
    expect(rise('vertical-align: super')).toBeCloseTo(10 / 3);
    expect(rise('vertical-align: sub')).toBeCloseTo(-2);
    expect(rise('vertical-align: -1pt')).toBe(-1);
    expect(rise('vertical-align: 50%')).toBe(5);
    // On a table cell it places the content, not the text.
    const cell = styleWith('display: table-cell; vertical-align: middle');
    const items = [{ ...textItem('aa'), style: cell }];
    const [line] = set.typesetter.breakLines({ items, style: cell, measure: 100, indent: 0 });
    expect(line?.runs[0]?.rise).toBe(0);
  });
});

describe('what stands between words', () => {
  it('keeps the room of padding', () => {
    const items: InlineItem[] = [
      textItem('aa '),
      { type: 'space', width: 4 },
      textItem('bb', '', { tag: 2 }),
    ];
    const [line] = set.lines(items, 100);
    expect(line?.width).toBe(54);
    expect(line?.runs.map((run) => run.x)).toEqual([0, 34]);
    expect(shown(set.lines(items, 52))).toEqual(['aa', 'bb']);
  });

  it('fills leaders to the end of the line, patterns in columns from the right', () => {
    const style = styleWith();
    const items: InlineItem[] = [
      textItem('aaa'),
      { type: 'leader', pattern: '.', style, tag: 9 },
      textItem('12', '', { tag: 2 }),
    ];
    const [line] = set.lines(items, 104);
    expect(line?.runs.map((run) => [runText(run), run.x, run.origin, run.tag])).toEqual([
      ['aaa', 0, 'content', 1],
      ['.....', 34, 'generated', 9],
      ['12', 84, 'content', 2],
    ]);
    expect(line?.width).toBe(104);
    expect(shown(set.lines([textItem('aaa bbb'), ...items.slice(1)], 90))).toEqual(['aaa', 'bbb....12']);
  });

  it('brings back the notes called on each line', () => {
    const items = [
      textItem('aa'),
      textItem('1', '', { note: 5, tag: 2 }),
      textItem(' bb'),
      textItem('2', '', { note: 6 }),
    ];
    expect(set.lines(items, 50).map((line) => line.notes)).toEqual([[5], [6]]);
  });
});

describe('intrinsic widths', () => {
  it('measure the longest piece and the longest line', () => {
    const style = styleWith();
    const widths = (items: readonly InlineItem[], css = ''): { min: number; max: number } =>
      set.typesetter.intrinsicWidths(items, css ? styleWith(css) : style);
    expect(widths([textItem('aa bbbb ccc')])).toEqual({ min: 40, max: 110 });
    expect(widths([textItem('aa bbbb'), { type: 'break' }, textItem('cc')])).toEqual({ min: 40, max: 70 });
    expect(widths([textItem('ngày 13/1')])).toEqual({ min: 90, max: 90 });
    const anywhere = 'overflow-wrap: anywhere';
    expect(widths([textItem('aa bbbb', anywhere)], anywhere)).toEqual({ min: 10, max: 70 });
    expect(widths([])).toEqual({ min: 0, max: 0 });
  });
});
