/** Lines of the square font: every glyph is 10 pt wide at 10 pt, so a line of 100 pt holds ten. */
import { describe, expect, it } from 'vitest';
import { wordsOf, type Line } from '../../../src/document/glyph-run.js';
import type { InlineItem } from '../../../src/document/inline.js';
import { setter, shown, styleWith, textItem, textOfLines } from '../../support/set-text.js';

const set = await setter();
const widths = (lines: readonly Line[]): readonly number[] => lines.map((line) => line.width);

describe('white space', () => {
  it('gives no line for nothing and for blanks only', () => {
    expect(set.lines('', 100)).toEqual([]);
    expect(set.lines('  \n ', 100)).toEqual([]);
    expect(set.lines([], 100)).toEqual([]);
  });

  it('makes one space of a run of blanks, across items too', () => {
    const items = [textItem('  aa \n'), textItem('  bb '), textItem(' cc  ')];
    expect(textOfLines(set.lines(items, 200))).toEqual(['aa bb cc']);
  });

  it('keeps blanks and line feeds of pre, and does not wrap it', () => {
    const lines = set.lines('  aa  b\n\ncc dd ee ff\n', 100, 'white-space: pre');
    expect(shown(lines)).toEqual(['  aa  b', '', 'cc dd ee ff']);
    expect(lines.map((line) => line.overfull)).toEqual([false, false, true]);
    expect(lines[1]?.runs).toEqual([]);
    expect((lines[1]?.ascent ?? 0) + (lines[1]?.descent ?? 0)).toBeCloseTo(10);
  });

  it('wraps pre-wrap, and keeps the line feeds of pre-line only', () => {
    expect(shown(set.lines('aa  bb cc', 60, 'white-space: pre-wrap'))).toEqual(['aa  bb', 'cc']);
    expect(shown(set.lines('aa   bb \n cc', 100, 'white-space: pre-line'))).toEqual(['aa bb', 'cc']);
  });

  it('sets a tab to the next multiple of eight columns', () => {
    expect(widths(set.lines('ab\tc', 200, 'white-space: pre'))).toEqual([90]);
  });

  it('does not break at a no-break space, nor with nowrap', () => {
    expect(shown(set.lines('aa bb\u00a0cc', 60))).toEqual(['aa', 'bb\u00a0cc']);
    expect(shown(set.lines('aa bb cc', 60, 'white-space: nowrap'))).toEqual(['aa bb cc']);
    expect(shown(set.lines('aa bb cc', 60, 'text-wrap: nowrap'))).toEqual(['aa bb cc']);
  });

  it('breaks where <br> stands; one at the end opens no line', () => {
    const br: InlineItem = { type: 'break' };
    const lines = set.lines([textItem('aa '), br, br, textItem(' bb'), br], 100);
    expect(shown(lines)).toEqual(['aa', '', 'bb']);
    // Words on both sides of a forced break stay apart in extracted text.
    expect(textOfLines(lines)[0]).toBe('aa ');
    expect(lines[0]?.width).toBe(20);
    expect(set.lines([br], 100)).toHaveLength(1);
  });
});

describe('justified text', () => {
  const css = 'text-align: justify';

  it('stretches spaces to the measure, the last line excepted', () => {
    const loose = set.lines('aaa bb cccc ddd ee ff', 110, css);
    expect(shown(loose)).toEqual(['aaa bb cccc', 'ddd ee ff']);
    expect(widths(loose)).toEqual([110, 90]);
    const wide = set.lines('aaa bb cccc ddd ee ff', 120, css);
    expect(wide[0]?.runs[0]?.wordSpacing).toBeCloseTo(5);
    expect(wide[0]?.ratio).toBeCloseTo(1);
    expect(wide[1]?.runs[0]?.wordSpacing).toBe(0);
  });

  it('shrinks spaces by no more than 28 %', () => {
    // Four words are 110 pt wide; their three spaces give 3 × 2.8 pt.
    const lines = set.lines('aa bb cc dd ee ff', 102, css);
    expect(shown(lines)).toEqual(['aa bb cc dd', 'ee ff']);
    expect(lines[0]?.width).toBeCloseTo(102);
    expect(lines[0]?.runs[0]?.wordSpacing).toBeCloseTo(-8 / 3);
    expect(shown(set.lines('aa bb cc dd ee ff', 101, css))[0]).toBe('aa bb cc');
  });

  it('breaks at a space after a no-break space (UAX 14, LB18)', () => {
    // The second line begins with the word: 20 pt, no blank before it.
    const lines = set.lines('aa\u00a0 bb', 40);
    expect(shown(lines)).toEqual(['aa', 'bb']);
    expect(lines[1]?.width).toBeCloseTo(20);
  });

  it('breaks the code of a document only where spaces would be more than twice as wide', () => {
    // Three spaces stretch by 15 pt at ratio 1; the line without the code is 70 pt wide.
    const text = 'a b c d QĐ-UBND e';
    expect(shown(set.lines(text, 100, css))).toEqual(['a b c d', 'QĐ-UBND e']);
    expect(shown(set.lines(text, 110, css))).toEqual(['a b c d QĐ-', 'UBND e']);
  });

  it('rather takes from spaces than gives to them', () => {
    // A line of 80 pt with 100 pt for five letters and four spaces: −10 of 4 × 2.8 is a ratio of −0.9, worth
    // as much as 0.5; the same without the last word is +10 of 3 × 5, a ratio of 0.67.
    expect(shown(set.lines('a b c d e f g h', 80, css))[0]).toBe('a b c d e');
  });

  it('stretches no-break spaces like spaces', () => {
    const [line] = set.lines('aaa\u00a0bb cccc ddd ee ff', 120, css);
    expect(line?.width).toBeCloseTo(120);
    expect(line?.runs.flatMap(wordsOf).filter((word) => word.space)).toHaveLength(3);
    expect(line?.runs[0]?.wordSpacing).toBeCloseTo(5);
  });

  it('lets letters give way within the limits of the sheet', () => {
    const tracked = `${css}; -anpham-tracking-max: 0.5pt; -anpham-tracking-min: -0.5pt`;
    const spacing = (text: string, measure: number): readonly (number | undefined)[] => {
      const [line] = set.lines(text, measure, tracked);
      expect(line?.width).toBeCloseTo(measure);
      const run = line?.runs[0];
      return [run?.letterSpacing, run && run.wordSpacing + run.letterSpacing];
    };
    // 13 pt are missing: two spaces give 10 at ratio 1, six letters 3. The next word is too long.
    expect(spacing('aa bb cc dddddd', 93)).toEqual([0.5, 5]);
    // 33 pt: the letters still give 3, the spaces 30.
    expect(spacing('aa bb cc dddddd', 113)).toEqual([0.5, 15]);
    // 12.4 pt too long: three spaces give 8.4 at ratio −1, eight letters 4; without letters it would not fit.
    expect(spacing('aa bb cc dd ee ff', 97.6)).toEqual([expect.closeTo(-0.5), expect.closeTo(-2.8)]);
    expect(shown(set.lines('aa bb cc dd ee ff', 97.6, css))[0]).toBe('aa bb cc');
    // Ragged lines and last ones keep theirs.
    expect(set.lines('aa bb', 100, tracked)[0]?.runs[0]?.letterSpacing).toBe(0);
  });

  it('fills the last line when asked', () => {
    const lines = set.lines('aaa bb cccc ddd ee ff', 120, `${css}; text-align-last: justify`);
    expect(widths(lines)).toEqual([120, 120]);
  });

  it('keeps two syllables on the last line where it can', () => {
    const text = 'aa bb cc dd ee ff gg hh iiii';
    expect(shown(set.lines(text, 232, 'text-align: left'))).toEqual(['aa bb cc dd ee ff gg hh', 'iiii']);
    expect(shown(set.lines(text, 232, css))).toEqual(['aa bb cc dd ee ff gg', 'hh iiii']);
  });

  it('takes the indent from the first line', () => {
    const lines = set.lines('aaa bb cccc ddd ee ff', 120, css, 10);
    expect(lines.map((line) => [line.x, line.width])).toEqual([
      [10, 110],
      [0, 90],
    ]);
  });

  it('asks for the room of each line', () => {
    const measure = (line: number): { left: number; width: number } =>
      line < 2 ? { left: 40, width: 60 } : { left: 0, width: 100 };
    const lines = set.lines('aaa bb ccc dd eee ffff g hhh ii', measure, css);
    expect(shown(lines)).toEqual(['aaa bb', 'ccc dd', 'eee ffff g', 'hhh ii']);
    expect(lines.map((line) => line.x)).toEqual([40, 40, 0, 0]);
  });
});

describe('overfull lines', () => {
  it('flags a word that is wider than the measure and loses nothing', () => {
    const lines = set.lines('aa bbbbbbbbbbbb cc', 100, 'text-align: justify; overflow-wrap: normal');
    expect(shown(lines)).toEqual(['aa', 'bbbbbbbbbbbb', 'cc']);
    expect(lines.map((line) => line.overfull)).toEqual([false, true, false]);
  });

  it('breaks it anywhere when the style allows', () => {
    for (const align of ['left', 'justify']) {
      const lines = set.lines('aa bbbbbbbbbbbb cc', 100, `text-align: ${align}; overflow-wrap: anywhere`);
      expect(shown(lines).join('').replaceAll(' ', '')).toBe('aabbbbbbbbbbbbcc');
      expect(lines.some((line) => line.overfull)).toBe(false);
    }
  });

  it('opens forbidden places before a line gets overfull', () => {
    expect(shown(set.lines('ngày 13/1', 60))).toEqual(['ngày', '13/1']);
    expect(shown(set.lines('ngày 13/1', 90))).toEqual(['ngày 13/1']);
    expect(shown(set.lines('a ngày 13/1', 100))).toEqual(['a', 'ngày 13/1']);
  });
});

describe('ragged text', () => {
  it('aligns by start, end and centre', () => {
    const x = (align: string): readonly number[] =>
      set.lines('aaaa bbb cc', 85, `text-align: ${align}`).map((line) => line.x);
    expect(x('left')).toEqual([0, 0]);
    expect(x('right')).toEqual([5, 65]);
    expect(x('end')).toEqual([5, 65]);
    expect(x('center')).toEqual([2.5, 32.5]);
  });

  it('fits first with wrap, totally with pretty, evenly with balance', () => {
    const text = 'aaaa bbb cccc dd eeee f';
    expect(shown(set.lines(text, 165))).toEqual(['aaaa bbb cccc dd', 'eeee f']);
    expect(shown(set.lines('aaaa bbb cccc f', 135))).toEqual(['aaaa bbb cccc', 'f']);
    expect(shown(set.lines('aaaa bbb cccc f', 135, 'text-wrap: pretty'))).toEqual(['aaaa bbb', 'cccc f']);
    expect(shown(set.lines(text, 165, 'text-wrap: balance'))).toEqual(['aaaa bbb cccc', 'dd eeee f']);
  });

  it('prefers a cheap place not much before a costly one', () => {
    expect(shown(set.lines('aaaa bbbb cc 22 km dd', 150))).toEqual(['aaaa bbbb cc', '22 km dd']);
  });
});

describe('balanced headlines', () => {
  const css = 'text-wrap: balance';

  it('keeps the number of lines and makes the widest as narrow as can be', () => {
    const lines = set.lines('aa bb cc dd ee ff gg', 190, css);
    expect(shown(lines)).toEqual(['aa bb cc dd', 'ee ff gg']);
    expect(shown(set.lines('aa bb', 100, css))).toEqual(['aa bb']);
  });

  it('honours the author’s mark, also when it costs a line more', () => {
    const mark: InlineItem = { type: 'opportunity', preferred: true };
    const items = [textItem('aa bb '), mark, textItem('cc dd ee ff gg')];
    expect(shown(set.lines(items, 190, css))).toEqual(['aa bb', 'cc dd ee ff gg']);
    expect(shown(set.lines([textItem('aa '), mark, textItem('bb')], 100, css))).toEqual(['aa bb']);
    const spaced = [textItem('aa bb'), mark, textItem(' cc dd ee ff gg')];
    expect(shown(set.lines(spaced, 190, css))).toEqual(['aa bb', 'cc dd ee ff gg']);
  });
});

describe('breaks inside words', () => {
  it('shows the hyphen of a soft hyphen only where it breaks', () => {
    expect(textOfLines(set.lines('aaaa\u00adbbbb', 60))).toEqual(['aaaa\u00ad', 'bbbb']);
    expect(set.lines('aaaa\u00adbbbb', 60)[0]?.width).toBe(50);
    expect(textOfLines(set.lines('aaaa\u00adbbbb', 100))).toEqual(['aaaabbbb']);
    expect(textOfLines(set.lines('aaaa\u00adbbbb', 60, 'hyphens: none'))).toEqual(['aaaabbbb']);
  });

  it('breaks at a no-break space only where it may anywhere', () => {
    expect(shown(set.lines('aa\u00a0bb', 30))).toEqual(['aa\u00a0bb']);
    expect(shown(set.lines('aa\u00a0bb', 30, 'overflow-wrap: anywhere'))).toEqual(['aa', 'bb']);
  });

  it('breaks at <wbr> and around atoms, even beside a no-break space (CSS Text 3 §5.1)', () => {
    const wbr: InlineItem = { type: 'opportunity', preferred: false };
    expect(shown(set.lines([textItem('aaaa'), wbr, textItem('bbbb')], 60))).toEqual(['aaaa', 'bbbb']);
    const atom: InlineItem = { type: 'atom', width: 30, ascent: 20, descent: 5, style: styleWith(), tag: 7 };
    const lines = set.lines([textItem('aaaa'), atom, textItem('bbbb')], 60);
    expect(shown(lines)).toEqual(['aaaa', '', 'bbbb']);
    expect(lines[1]?.atoms).toEqual([{ tag: 7, x: 0, width: 30, rise: 0 }]);
    expect(shown(set.lines([textItem('aaa\u00a0'), atom, textItem('bb')], 60))).toEqual(['aaa', 'bb']);
    // Word joiners and other glue hold them.
    const held = (text: string): number => set.lines([textItem(`aaaa${text}`), atom], 60).length;
    expect([held(''), held('\u2060'), held('\u202f'), held('\u200d')]).toEqual([2, 1, 1, 1]);
    expect(set.lines([atom, textItem('\u2060bbbb')], 60)).toHaveLength(1);
  });
});
