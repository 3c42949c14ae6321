/** Breaks inside words (CSS Text 3 §5.1–5.5), by the square font: every character is 10 pt wide. */
import { wordsOf } from '../../../src/document/glyph-run.js';
import { describe, expect, it } from 'vitest';
import type { InlineItem } from '../../../src/document/inline.js';
import { breakBetween, breaksIn, type BreakStyle } from '../../../src/text/word-breaks.js';
import { setter, shown, styleWith, textItem } from '../../support/set-text.js';

const set = await setter();
const normal = { wordBreak: 'normal', lineBreak: 'auto', language: 'vi' } as const;
type Style = Parameters<typeof breaksIn>[1];

/** The word with a bar at each place to break. */
function broken(text: string, style: Partial<Style> = {}): string {
  const places = breaksIn(text, { ...normal, ...style }).map((one) => one.at);
  return [0, ...places].map((at, i) => text.slice(at, places[i] ?? text.length)).join('|');
}

describe('scripts without spaces', () => {
  it('are broken between ideographs, not before what closes or after what opens', () => {
    expect(broken('日本語')).toBe('日|本|語');
    expect(broken('「日本」、語。')).toBe('「日|本」、|語。');
    expect(broken('日（本）語')).toBe('日|（本）|語');
    expect(broken('カタ・カナ')).toBe('カ|タ・|カ|ナ');
    expect(broken('日ABC本')).toBe('日|ABC|本');
    expect(broken('日100%本')).toBe('日|100%|本');
    expect(broken('日……本')).toBe('日……|本');
  });

  it('keep small kana by strictness', () => {
    expect(broken('チェック')).toBe('チェッ|ク');
    expect(broken('チェック', { lineBreak: 'strict' })).toBe('チェッ|ク');
    expect(broken('チェック', { lineBreak: 'normal' })).toBe('チ|ェ|ッ|ク');
    expect(broken('人々', { lineBreak: 'normal' })).toBe('人々');
    expect(broken('人々', { lineBreak: 'loose' })).toBe('人|々');
    expect(broken('日！', { lineBreak: 'loose', language: 'ja' })).toBe('日|！');
    expect(broken('日！', { lineBreak: 'loose' })).toBe('日！');
  });
});

describe('word-break and line-break', () => {
  it('break all letters, but not beside punctuation that holds', () => {
    expect(broken('abc', { wordBreak: 'break-all' })).toBe('a|b|c');
    expect(broken('(ab).', { wordBreak: 'break-all' })).toBe('(a|b).');
    expect(broken('12', { wordBreak: 'break-all' })).toBe('1|2');
  });

  it('keep all words whole', () => {
    expect(broken('日本「語」', { wordBreak: 'keep-all' })).toBe('日本|「語」');
    expect(broken('한국어', { wordBreak: 'keep-all' })).toBe('한국어');
    expect(broken('một-hai', { wordBreak: 'keep-all' })).toBe('một-|hai');
  });

  it('break anywhere, graphemes whole', () => {
    expect(broken('a.b\u0301)', { lineBreak: 'anywhere' })).toBe('a|.|b\u0301|)');
  });

  it('leave other words to the glue rules', () => {
    expect(broken('NQ/TW')).toBe('NQ/TW');
    expect(broken('kinh-tế')).toBe('kinh-|tế');
  });

  it('know words that touch', () => {
    const costBetween = (before: string, after: string, style: BreakStyle = normal): number | undefined =>
      breakBetween(before, after, style)?.cost;
    expect(costBetween('日', '本')).toBe(0);
    expect(costBetween('a', 'b')).toBeUndefined();
    expect(costBetween('aa-', 'bb')).toBe(50);
    expect(costBetween('a', 'b', { ...normal, wordBreak: 'break-all' })).toBe(0);
    // The soft hyphen is that of the place, whichever word it stands in.
    expect(breakBetween('aa\u00ad', 'bb', normal)?.hyphen).toBe(true);
    expect(breakBetween('aa', '\u00adbb', normal)?.hyphen).toBe(true);
  });
});

describe('lines', () => {
  it('are broken where the style allows', () => {
    expect(shown(set.lines('aaa bbbbbb', 40, 'word-break: break-all'))).toEqual(['aaa', 'bbbb', 'bb']);
    expect(shown(set.lines('aa bbbbbb', 50, 'word-break: break-all'))).toEqual(['aa bb', 'bbbb']);
    expect(shown(set.lines('aa.bbb', 30, 'line-break: anywhere'))).toEqual(['aa.', 'bbb']);
    expect(shown(set.lines('aaaaaa', 40, 'word-break: break-word'))).toEqual(['aaaa', 'aa']);
  });

  it('are broken between two items that touch', () => {
    const style = styleWith('color: #f00', 'span');
    const edge = (type: 'open' | 'close'): InlineItem => ({ type, width: 2, style, tag: 3 });
    const items = [textItem('aa-'), edge('open'), { ...textItem('bb'), style }, edge('close')];
    const lines = set.lines(items, 40);
    expect(shown(lines)).toEqual(['aa-', 'bb']);
    // The break stands before the box, not inside it.
    expect(lines.map((line) => line.boxes.length)).toEqual([0, 1]);
  });

  it('break-all counts for the narrowest width, so does anywhere', () => {
    const min = (css: string): number =>
      set.typesetter.intrinsicWidths([{ ...textItem('aa bbbb'), style: styleWith(css) }], styleWith(css)).min;
    expect(min('word-break: break-all')).toBe(10);
    expect(min('word-break: break-word')).toBe(10);
    expect(min('overflow-wrap: anywhere')).toBe(10);
    expect(min('overflow-wrap: break-word')).toBe(40);
    expect(min('line-break: anywhere')).toBe(10);
  });

  it('show the hyphen that the style wants', () => {
    const [line] = set.lines('aaaa\u00adbbbb', 70, 'hyphenate-character: "=="');
    expect(line?.width).toBe(60);
    expect(line?.runs.flatMap(wordsOf).at(-1)?.glyphs).toHaveLength(2);
  });
});
