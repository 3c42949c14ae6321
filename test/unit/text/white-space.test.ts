/** White space, tabs, first lines, hanging punctuation and cases (CSS Text 3), by the square font of 10 pt. */
import { describe, expect, it } from 'vitest';
import type { Line } from '../../../src/document/glyph-run.js';
import type { InlineItem } from '../../../src/document/inline.js';
import { joinsLines } from '../../../src/text/white-space.js';
import { runText, setter, shown, styleWith, textItem, textOfLines } from '../../support/set-text.js';

const set = await setter();
const widths = (lines: readonly Line[]): readonly number[] => lines.map((line) => line.width);
const places = (lines: readonly Line[]): readonly number[] => lines.map((line) => line.x);
const edge = (type: 'open' | 'close', css = ''): InlineItem => ({
  type,
  width: 0,
  style: styleWith(css, 'span'),
  tag: 9,
});

describe('preserved white space', () => {
  it('hangs in pre-wrap, and takes what room there is before a forced break (§4.1.3)', () => {
    const wrapped = set.lines('aa   bb', 30, 'white-space: pre-wrap; text-align: right');
    expect(shown(wrapped)).toEqual(['aa', 'bb']);
    expect(places(wrapped)).toEqual([10, 10]);
    const forced = set.lines('aa  \nb', 50, 'white-space: pre-wrap; text-align: right');
    expect(places(forced)).toEqual([10, 40]);
    expect(set.lines('aa    \nb', 30, 'white-space: pre-wrap')[0]).toMatchObject({
      width: 30,
      overfull: false,
    });
  });

  it('counts for the widest form, not for the narrowest', () => {
    const style = styleWith('white-space: pre-wrap');
    expect(set.typesetter.intrinsicWidths([{ ...textItem('aa  '), style }], style)).toEqual({
      min: 20,
      max: 40,
    });
  });

  it('breaks after every space of break-spaces, none hangs', () => {
    const lines = set.lines('aa    bb', 40, 'white-space: break-spaces');
    expect(textOfLines(lines)).toEqual(['aa  ', '  bb']);
    expect(widths(lines)).toEqual([40, 40]);
  });

  it('is stretched in justified lines, short of lines with tabs', () => {
    const justified = 'white-space: pre-wrap; text-align: justify';
    expect(widths(set.lines('a  b cccc', 50, justified))).toEqual([50, 40]);
    expect(widths(set.lines('a\tb cccc', 50, `${justified}; tab-size: 2`))).toEqual([30, 40]);
  });

  it('breaks words of break-spaces before their spaces only in need', () => {
    const anywhere = 'white-space: break-spaces; overflow-wrap: anywhere';
    expect(textOfLines(set.lines('aaaa bb', 40, anywhere))).toEqual(['aaaa', ' bb']);
    expect(textOfLines(set.lines('aaaa bb', 40, 'white-space: break-spaces'))).toEqual(['aaaa ', 'bb']);
  });

  it('is kept beside collapsible space', () => {
    const items = [textItem('aa '), textItem(' ', 'white-space: pre'), textItem(' bb')];
    expect(shown(set.lines(items, 200))).toEqual(['aa   bb']);
  });

  it('sets tabs to stops counted from the start edge (§4.2)', () => {
    const x = (text: string, css = '', indent = 0): number | undefined =>
      set.lines(text, 500, `white-space: pre; ${css}`, indent)[0]?.runs.at(-1)?.x;
    expect(x('a\tb')).toBe(80);
    expect(x('a\tb', 'tab-size: 4')).toBe(40);
    expect(x('a\tb', 'tab-size: 25pt')).toBe(25);
    expect(x('a\tb', 'tab-size: 0')).toBe(10);
    expect(x('aaa\tb', 'tab-size: 33pt')).toBe(66);
    // The indent counts: the stop is one of the block.
    expect(x('a\tb', 'tab-size: 4', 15)).toBe(25);
    expect(x('a\t\tb', 'tab-size: 4')).toBe(80);
  });

  it('finds the stops anew on each line of pre-wrap', () => {
    const lines = set.lines('aaaa b\tc', 60, 'white-space: pre-wrap; tab-size: 3');
    expect(shown(lines)).toEqual(['aaaa b', 'c']);
    const other = set.lines('aaaa b\tc', 50, 'white-space: pre-wrap; tab-size: 3');
    expect(other.map((line) => line.runs.map((run) => run.x))).toEqual([[0], [0, 30]]);
  });
});

describe('spaces of fixed width', () => {
  it('have the width of their character where the font lacks them', () => {
    expect(widths(set.lines('a\u2009b\u3000c\u2003d', 200))).toEqual([62]);
  });

  it('hang at the end of a line with their width, whatever white-space is (§4.1.3)', () => {
    const ends = (white: string): unknown =>
      set
        .lines('aa\u3000\u3000bb', 30, `white-space: ${white}; text-align: right`)
        .map(({ x, width, runs }) => [x, width, runs.at(-1)?.width]);
    const hung = [
      [10, 20, 40],
      [10, 20, 20],
    ];
    expect(ends('normal')).toEqual(hung);
    expect(ends('pre-wrap')).toEqual(hung);
  });

  it('hang before a forced break; in pre-wrap as far as they do not fit', () => {
    const x = (white: string): readonly number[] =>
      places(set.lines('aa\u3000\nb', 50, `white-space: ${white}; text-align: right`));
    expect(x('pre-line')).toEqual([30, 40]);
    expect(x('pre-wrap')).toEqual([20, 40]);
    expect(x('pre')).toEqual([20, 40]);
  });

  it('do not stretch, and stand at the beginning of a paragraph', () => {
    const lines = set.lines('\u3000a\u2003b cccc', 60, 'text-align: justify');
    expect(textOfLines(lines)).toEqual(['\u3000a\u2003b ', 'cccc']);
    expect(widths(lines)).toEqual([40, 40]);
  });

  it('allow a break after each of them in break-spaces', () => {
    const lines = set.lines('aa\u3000\u3000bb', 30, 'white-space: break-spaces');
    expect(textOfLines(lines)).toEqual(['aa\u3000', '\u3000bb']);
  });
});

describe('segment breaks', () => {
  it('vanish between wide letters and beside a zero-width space (§4.1.2)', () => {
    const text = (one: string | readonly InlineItem[]): string => textOfLines(set.lines(one, 900)).join('|');
    expect(text('日\n本')).toBe('日本');
    expect(text('日 \n 本')).toBe('日本');
    expect(text('日 本')).toBe('日 本');
    expect(text('한\n국')).toBe('한 국');
    expect(text([textItem('日'), edge('open'), textItem('\n'), edge('close'), textItem('本')])).toBe('日本');
    expect(text('aa\nbb')).toBe('aa bb');
    // What sets nothing is not looked at.
    expect(text('日\u00ad\n\u200e本')).toBe('日\u200e本');
  });
});

describe('segment breaks beside punctuation', () => {
  it('vanish by the writing system', () => {
    expect(joinsLines('Edge', '・', 'ja')).toBe(true);
    expect(joinsLines('Edge', '・', 'vi')).toBe(false);
    expect(joinsLines('。', 'Edge', 'zh-Hant')).toBe(true);
    expect(joinsLines('“', '日', 'ain-Kana')).toBe(true);
    expect(joinsLines('“', 'a', 'ja')).toBe(false);
    expect(joinsLines('。', 'a', 'zh-Latn')).toBe(false);
  });
});

describe('letter-spacing (§8.2)', () => {
  it('hangs at the end of a justified line that fits by it alone', () => {
    // 15 15 15 15 15 less the last 5: 70 pt, the space shrinking by 2.8 pt at most.
    const css = 'text-align: justify; letter-spacing: 5pt';
    expect(shown(set.lines('aa aa aa', 70, css))).toEqual(['aa aa', 'aa']);
  });

  it('is none at the end of a line: lines fit, and are aligned, without it', () => {
    const lines = set.lines('aaa bb', 38, 'letter-spacing: 4pt; text-align: right');
    expect(shown(lines)).toEqual(['aaa', 'bb']);
    // Three letters and two spacings of 4 pt, then two letters and one.
    expect(places(lines)).toEqual([0, 14]);
    expect(set.lines('aaa', 38, 'letter-spacing: 4pt')[0]?.overfull).toBe(false);
  });

  it('is that of the element around two letters', () => {
    const spaced = styleWith('letter-spacing: 4pt', 'span');
    const inner: readonly InlineItem[] = [
      { type: 'open', width: 0, style: spaced, tag: 9 },
      { ...textItem('bb'), style: spaced },
      { type: 'close', width: 0, style: spaced, tag: 9 },
    ];
    const [line] = set.lines([textItem('a'), ...inner, textItem('c')], 100);
    expect(line?.runs.map(({ x }) => x)).toEqual([0, 10, 34]);
    expect(set.lines([textItem('a'), ...inner], 34)).toHaveLength(1);
  });
});

describe('the first line', () => {
  const firstLine = styleWith('font-size: 20pt; line-height: 30pt; text-transform: uppercase');
  const item = (text: string): InlineItem => ({ ...textItem(text), style: styleWith(), firstLine });

  it('has its own style up to the break, the rest the normal one', () => {
    const lines = set.lines([item('aa bb cc dd')], 100);
    expect(shown(lines)).toEqual(['AA BB', 'cc dd']);
    expect(lines.map((line) => line.runs.map((run) => [run.size, run.source]))).toEqual([
      [[20, { node: 1, start: 0, end: 6 }]],
      [[10, { node: 1, start: 6, end: 11 }]],
    ]);
    expect(lines.map((line) => line.ascent + line.descent)).toEqual([30, 10]);
  });

  it('may end inside a word, before a box and at a forced break', () => {
    expect(textOfLines(set.lines([item('aaaa\u00adbbbb')], 100))).toEqual(['AAAA\u00ad', 'bbbb']);
    expect(set.lines([item('aaaa\u00adbbbb')], 100)[0]?.width).toBe(100);
    const boxed = [item('aa '), edge('open'), item('bbbb'), edge('close')];
    const lines = set.lines(boxed, 100);
    expect(shown(lines)).toEqual(['AA', 'bbbb']);
    expect(lines.map((line) => line.boxes.length)).toEqual([0, 1]);
    expect(shown(set.lines([item('aa'), { type: 'break' }, item('bb')], 100))).toEqual(['AA', 'bb']);
    expect(shown(set.lines([item('aa')], 100))).toEqual(['AA']);
  });

  it('is first-fit, the rest justified', () => {
    const lines = set.lines([item('aa bb cccc dd ee')], 90, 'text-align: justify');
    expect(shown(lines)).toEqual(['AA', 'bb cccc', 'dd ee']);
    expect(widths(lines)).toEqual([40, 90, 50]);
  });
});

describe('hanging punctuation', () => {
  const first = (text: string, css: string, measure = 50): readonly (number | boolean | undefined)[] => {
    const [line] = set.lines(text, measure, css);
    return [line?.x, line?.runs[0]?.x, line?.overfull];
  };

  it('hangs an opening quote before the first line', () => {
    expect(first('“aa bb', 'hanging-punctuation: first')).toEqual([0, -10, false]);
    expect(shown(set.lines('“aa bb', 50, 'hanging-punctuation: first'))).toEqual(['“aa bb']);
    expect(first('aa bb', 'hanging-punctuation: first')).toEqual([0, 0, false]);
  });

  it('hangs a closing quote after the last line', () => {
    expect(shown(set.lines('aa bb”', 50, 'hanging-punctuation: last'))).toEqual(['aa bb”']);
    expect(first('aa”', 'hanging-punctuation: last; text-align: right')).toEqual([30, 0, false]);
  });

  it('hangs stops always or only when they do not fit', () => {
    expect(first('aaa.', 'hanging-punctuation: force-end; text-align: right')).toEqual([20, 0, false]);
    expect(first('aaa.', 'hanging-punctuation: allow-end; text-align: right')).toEqual([10, 0, false]);
    expect(shown(set.lines('aa bb, cc', 50, 'hanging-punctuation: allow-end'))).toEqual(['aa bb,', 'cc']);
    const justified = set.lines('aa bb, cc', 55, 'hanging-punctuation: force-end; text-align: justify');
    expect(justified[0]?.runs[0]?.width).toBeCloseTo(65);
    expect(justified[0]?.overfull).toBe(false);
  });

  it('hangs wide spaces at the end of a line', () => {
    expect(shown(set.lines('日\u3000本', 15)).map((one) => one.trim())).toEqual(['日', '本']);
    expect(set.lines('日\u3000本', 15).map((line) => line.overfull)).toEqual([false, false]);
  });
});

describe('cases', () => {
  const transformed = (text: string, css: string, lang = 'vi'): string => {
    const style = { ...styleWith(`text-transform: ${css}`), language: lang };
    return (
      set
        .lines([{ ...textItem(text), style }], 900)[0]
        ?.runs.map(runText)
        .join('') ?? ''
    );
  };

  it('map in full', () => {
    expect(transformed('straße', 'uppercase', 'de')).toBe('STRASSE');
    expect(transformed('ﬁn', 'uppercase', 'en')).toBe('FIN');
    expect(transformed('tiếng việt đẹp', 'uppercase')).toBe('TIẾNG VIỆT ĐẸP');
    expect(transformed('ΣΑΣ', 'lowercase', 'el')).toBe('σας');
  });

  it('follow the language', () => {
    expect(transformed('iı', 'uppercase', 'tr')).toBe('İI');
    expect(transformed('άέ', 'uppercase', 'el')).toBe('ΑΕ');
    expect(transformed('ijsland', 'capitalize', 'nl')).toBe('IJsland');
  });

  it('capitalise words, not parts of them', () => {
    expect(transformed("don't ông nguyễn-văn", 'capitalize')).toBe("Don't Ông Nguyễn-Văn");
    const style = styleWith('text-transform: capitalize', 'span');
    const items = [
      { ...textItem('ng'), style },
      edge('open'),
      { ...textItem('uyễn an'), style },
      edge('close'),
    ];
    expect(shown(set.lines(items, 900))).toEqual(['Nguyễn An']);
  });

  it('keep the place in the source', () => {
    const style = { ...styleWith('text-transform: uppercase'), language: 'de' };
    const lines = set.lines([{ ...textItem('aß bß'), style }], 40);
    expect(lines.map((line) => line.runs[0]?.source)).toEqual([
      { node: 1, start: 0, end: 3 },
      { node: 1, start: 3, end: 5 },
    ]);
  });
});
