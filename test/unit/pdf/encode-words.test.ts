import { describe, expect, it } from 'vitest';
import type { FontFace, ShapedWord } from '../../../src/document/glyph-run.js';
import { ContentBuffer } from '../../../src/pdf/content-buffer.js';
import { WordEncoder, type SpecialWord } from '../../../src/pdf/encode-words.js';
import { serif, squareFace, word } from '../../support/pdf-pages.js';

/** Gives a word its codes; what is said of one that is not a single string. */
function encode(of: ShapedWord, encoder = new WordEncoder()): SpecialWord | undefined {
  const codes = encoder.of(of.face);
  codes.encode([of.number]);
  return codes.specials.get(of.number);
}

/** The string of a word that has one; a space is in any slice. */
function stringOf(of: ShapedWord, encoder: WordEncoder): string {
  const out = new ContentBuffer();
  const { records } = encoder.of(of.face);
  records.write(out, [of.number], 0, records.sliceOf(of.number));
  return String.fromCharCode(...out.take());
}

/** The pieces of a word, each with the contents of its string. */
function encoded(
  of: ShapedWord,
  encoder = new WordEncoder(),
): { text: string; rise: number; slice: string | undefined }[] {
  const special = encode(of, encoder);
  const codes = encoder.of(of.face);
  const own = special ? undefined : encoder.slices[codes.records.sliceOf(of.number)];
  if (!special) return [{ text: stringOf(of, encoder), rise: 0, slice: own?.name }];
  return special.pieces.map(({ start, end, rise, slice }) => ({
    text: String.fromCharCode(...encoder.bytes.subarray(start, end)),
    rise,
    slice: slice.name,
  }));
}

/** A word of these glyphs, each 1 em wide in the square font unless told otherwise. */
function shaped(of: string, glyphs: readonly number[], more: Partial<ShapedWord> = {}): ShapedWord {
  const advances = Array.from(glyphs, () => 1000);
  const clusters = Array.from(glyphs, (_, i) => i);
  const number = square.words.length;
  const base = {
    face: square,
    number,
    text: of,
    glyphs,
    advances,
    clusters,
    space: false,
  };
  const made = { ...base, width: advances.reduce((sum, a) => sum + a, 0), ...more };
  square.words.push(made);
  return made;
}

const square = squareFace();

describe('codes', () => {
  it('keep ASCII characters as they are, so that content streams can be read', () => {
    expect(encoded(word('chung'))[0]?.text).toBe('chung');
  });

  it('give the space, and the no-break space, code 32 with the text of a space', () => {
    const encoder = new WordEncoder();
    encode(word('a'), encoder);
    for (const space of [' ', '\u00a0']) {
      expect(encoded(word(space), encoder)[0]?.text).toBe(' ');
    }
    const [slice] = encoder.slices;
    expect(slice?.texts[32]).toBe(' ');
    expect(slice?.glyphs[32]).toBe(serif.glyphOf(32));
  });

  it('are never ones that a literal string escapes', () => {
    const encoder = new WordEncoder();
    for (const c of '()\\') encode(word(c), encoder);
    for (let glyph = 1; glyph <= 600; glyph++)
      encode(shaped(String.fromCodePoint(0x4e00 + glyph), [glyph]), encoder);
    for (const slice of encoder.slices) {
      for (const code of [0, 10, 13, 40, 41, 92]) expect(slice.texts[code]).toBeUndefined();
    }
  });

  it('are given once: the same word has one string', () => {
    const encoder = new WordEncoder();
    encode(word('lần'), encoder);
    const first = stringOf(word('lần'), encoder);
    encode(word('khác'), encoder);
    encode(word('lần'), encoder);
    expect(stringOf(word('lần'), encoder)).toBe(first);
    expect(encoder.slices[0]?.texts.filter((text) => text !== undefined).join('')).toHaveLength(7);
  });

  it('are found by words of many numbers and lengths in one run, up to a word of another font', () => {
    const encoder = new WordEncoder();
    const texts = [
      'a',
      ' ',
      'nghiêng',
      ' ',
      'mười-ba-chữ-x',
      ' ',
      'mười-bốn-chữ-x',
      ' ',
      'một-từ-rất-rất-dài',
    ];
    const words = texts.map((text) => word(text));
    const codes = encoder.of(serif);
    const numbers = words.map(({ number }) => number);
    codes.encode(numbers);
    const out = new ContentBuffer();
    expect(codes.records.write(out, numbers, 0, 0)).toBe(numbers.length);
    const strings = words.map((one) => stringOf(one, encoder)).join('');
    expect(String.fromCharCode(...out.take())).toBe(strings);
    expect(codes.records.write(out, numbers, 1, 1)).toBe(2);
    expect(String.fromCharCode(...out.take())).toBe(' ');
  });

  it('go on in a second font after 249 glyphs, and a word may stand in both', () => {
    const encoder = new WordEncoder();
    for (let i = 0; i < 249; i++) encode(shaped(String.fromCodePoint(0x4e00 + i), [i + 1]), encoder);
    expect(encoder.slices).toHaveLength(1);
    const mixed = encoded(shaped('\u4e00\u5e00', [1, 900]), encoder);
    expect(encoder.slices.map(({ name }) => name)).toEqual(['F0', 'F1']);
    expect(mixed.map(({ slice }) => slice)).toEqual(['F0', 'F1']);
  });

  it('differ where one glyph stands for two texts', () => {
    const encoder = new WordEncoder();
    encode(shaped('-', [7]), encoder);
    encode(shaped('\u2010', [7]), encoder);
    const used = encoder.slices[0]?.texts.flatMap((t, code) => (t === undefined ? [] : [[t, code]])) ?? [];
    expect(used.map(([t]) => t)).toEqual(['-', '\u2010']);
  });
});

describe('texts of glyphs', () => {
  const textsOf = (w: ShapedWord): (string | undefined)[] => {
    const encoder = new WordEncoder();
    encode(w, encoder);
    return w.glyphs.length
      ? Array.from(w.glyphs, (g) => encoder.slices[0]?.texts[encoder.slices[0].glyphs.indexOf(g)])
      : [];
  };

  it('are several characters for a ligature', () => {
    expect(textsOf(shaped('fio', [50, 51], { clusters: [0, 2] }))).toEqual(['fi', 'o']);
  });

  it('are the parts of a letter that the font composes, and the word then tells its own text', () => {
    const composed = shaped('ẫ', [60, 61, 62], { clusters: [0, 0, 0] });
    expect(textsOf(composed)).toEqual(['a', '\u0302', '\u0303']);
    expect(encode(composed)?.actualText).toBe('ẫ');
  });
});

describe('kerning', () => {
  const kerned = (advances: readonly number[], face: FontFace = square): ShapedWord =>
    shaped('Tox', [2, 3, 4], { face, advances });

  it('stands between the strings of a TJ array, tighter as a positive number', () => {
    expect(encoded(kerned([940, 1000, 1000]))[0]?.text).toBe('T)60(ox');
  });

  it('is rounded with what was left over carried on', () => {
    // 0.4 + 0.4 + 0.4 thousandths: 0, then 1 at the second place it shows.
    expect(encoded(kerned([1000.4, 1000.4, 1000.4]))[0]?.text).toBe('To)-1(x');
  });
});

describe('placed marks', () => {
  it('move by TJ numbers aside and stand in a piece of their own when raised', () => {
    const mark = shaped('ax', [8, 9], {
      advances: [1000, 0],
      offsets: { x: [0, -250], y: [0, 120] },
    });
    const pieces = encoded(mark);
    expect(pieces.map(({ rise }) => rise)).toEqual([0, 120]);
    // Back by 250, then by what is left of the advance of 1000 that the mark does not have.
    expect(pieces.map(({ text }) => text)).toEqual(['a', ')250(x)750(']);
  });
});

it('remembers words with a character that the font lacks', () => {
  const encoder = new WordEncoder();
  const lacking = shaped('漢', [0]);
  encode(lacking, encoder);
  expect([...encoder.missing]).toEqual([lacking]);
});
