/**
 * Gives out one-byte character codes and turns each shaped word into the bytes of a TJ array, once.
 * In: `ShapedWord`s as they come; out: bytes ready to be copied between `[(` and `)]`, all in one array
 * (a book has tens of thousands of words), and per font slice which glyph and text each code stands for.
 *
 * A slice is one font of the PDF: at most 250 codes of one face. Code 32 is the space and nothing
 * else, because `Tw` works on the single-byte code 32 (ISO 32000-1, 9.3.3), and poppler looks at CID 32:
 * code = CID = glyph number in the embedded font. Codes that a literal string would have to escape
 * are never given out.
 */
import type { FontFace, ShapedWord } from '../document/glyph-run.js';

/** One font of the PDF. */
export interface FontSlice {
  /** Resource name: F0, F1 … */
  readonly name: string;
  readonly face: FontFace;
  /** Glyph of the face for each code. */
  readonly glyphs: (number | undefined)[];
  /** What each code means, for ToUnicode. */
  readonly texts: (string | undefined)[];
}

/** A stretch of a word in one slice, all at one height. */
export interface WordPiece {
  /** undefined: a space, which every slice of the face has. */
  readonly slice: FontSlice | undefined;
  /** Where in `WordEncoder.bytes` the contents of its literal string stand, kerning as `)number(`. */
  readonly start: number;
  readonly end: number;
  /** Height above the baseline, thousandths of an em. */
  readonly rise: number;
}

/** A word; nearly always one piece on the baseline, which it is itself. */
export interface EncodedWord extends WordPiece {
  /** The pieces of one that is not so, or has a text of its own. */
  readonly pieces: readonly WordPiece[] | undefined;
  /** Set where the codes alone cannot tell the text (more glyphs than characters). */
  readonly actualText: string | undefined;
}

const noWord: EncodedWord = {
  slice: undefined,
  start: 0,
  end: 0,
  rise: 0,
  pieces: undefined,
  actualText: undefined,
};

const space = 32;
/** NUL, line ends, the space, and `(` `)` `\`, which a literal string escapes (7.3.4.2). */
const reserved = new Set([0, 10, 13, space, 40, 41, 92]);
/** Codes in the order they are given out: the ASCII ones last, kept for the characters they stand for. */
const codeOrder: readonly number[] = [...range(128, 256), ...range(1, 32), ...range(33, 128)].filter(
  (code) => !reserved.has(code),
);

interface FaceCodes {
  readonly slices: FontSlice[];
  /** By glyph: what the glyph stands for, and where it is found. */
  readonly places: Map<number, { readonly text: string; readonly slice: FontSlice; readonly code: number }[]>;
  spaceGlyph: number | undefined;
}

export class WordEncoder {
  readonly slices: FontSlice[] = [];
  /** Words in which a character had no glyph. */
  readonly missing = new Set<ShapedWord>();
  private readonly words = new Map<ShapedWord, EncodedWord>();
  private readonly codes = new Map<FontFace, FaceCodes>();
  private readonly writer = new LiteralWriter();
  // Every second word is the same space.
  private lastSpace: ShapedWord | undefined;
  private lastSpaceEncoded: EncodedWord = noWord;

  /** The strings of all words; grows, so ask anew after `encode`. */
  get bytes(): Uint8Array {
    return this.writer.bytes;
  }

  /** Faces that words were encoded in. */
  get faces(): Iterable<FontFace> {
    return this.codes.keys();
  }

  /** The word in codes; made once per word. */
  encode(word: ShapedWord): EncodedWord {
    if (word === this.lastSpace) return this.lastSpaceEncoded;
    const encoded = this.words.get(word) ?? this.encodeNew(word);
    if (encoded.slice === undefined && encoded.pieces === undefined) {
      this.lastSpace = word;
      this.lastSpaceEncoded = encoded;
    }
    return encoded;
  }

  /** The first slice of a face, for spaces in front of everything else. */
  firstSlice(face: FontFace): FontSlice {
    return this.of(face).slices[0] ?? this.addSlice(face);
  }

  private encodeNew(word: ShapedWord): EncodedWord {
    const encoded = word.space ? this.encodeSpace(word) : this.encodeGlyphs(word);
    this.words.set(word, encoded);
    return encoded;
  }

  private encodeSpace(word: ShapedWord): EncodedWord {
    const codes = this.of(word.face);
    const glyph = word.glyphs[0] ?? 0;
    codes.spaceGlyph ??= glyph;
    for (const slice of codes.slices) {
      slice.glyphs[space] ??= codes.spaceGlyph;
      slice.texts[space] = ' ';
    }
    const { writer } = this;
    writer.begin();
    writer.code(space);
    writer.move(word.width - round(word.face.advance(codes.spaceGlyph)));
    const { start, end } = writer.end();
    return { slice: undefined, start, end, rise: 0, pieces: undefined, actualText: undefined };
  }

  private encodeGlyphs(word: ShapedWord): EncodedWord {
    const { face, glyphs, advances, offsets } = word;
    const { texts, exact } = glyphTexts(word);
    const pieces: WordPiece[] = [];
    const { writer } = this;
    writer.begin();
    let slice: FontSlice | undefined;
    let rise = 0;
    glyphs.forEach((glyph, i) => {
      if (glyph === 0) this.missing.add(word);
      const place = this.place(face, glyph, texts[i] ?? '');
      const up = offsets?.y[i] ?? 0;
      if (slice && (place.slice !== slice || up !== rise)) pieces.push({ slice, ...writer.end(), rise });
      slice = place.slice;
      rise = up;
      const aside = offsets?.x[i] ?? 0;
      writer.move(aside);
      writer.code(place.code);
      writer.move((advances[i] ?? 0) - round(face.advance(glyph)) - aside);
    });
    if (slice) pieces.push({ slice, ...writer.end(), rise });
    const [only] = pieces;
    const actualText = exact ? undefined : word.text;
    if (only && pieces.length === 1 && only.rise === 0 && exact) {
      const { start, end } = only;
      return { slice: only.slice, start, end, rise: 0, pieces: undefined, actualText };
    }
    return { ...noWord, pieces, actualText };
  }

  /** The code of a glyph that stands for this text; the same glyph may stand for several. */
  private place(
    face: FontFace,
    glyph: number,
    text: string,
  ): { readonly slice: FontSlice; readonly code: number } {
    const codes = this.of(face);
    const known = codes.places.get(glyph) ?? [];
    const found = known.find((place) => place.text === text);
    if (found) return found;
    let slice = codes.slices.at(-1) ?? this.addSlice(face);
    let code = freeCode(slice, text);
    if (code === undefined) {
      slice = this.addSlice(face);
      code = freeCode(slice, text) ?? 1;
    }
    slice.glyphs[code] = glyph;
    slice.texts[code] = text;
    const place = { text, slice, code };
    codes.places.set(glyph, [...known, place]);
    return place;
  }

  private of(face: FontFace): FaceCodes {
    let codes = this.codes.get(face);
    if (!codes) {
      codes = { slices: [], places: new Map(), spaceGlyph: undefined };
      this.codes.set(face, codes);
    }
    return codes;
  }

  private addSlice(face: FontFace): FontSlice {
    const codes = this.of(face);
    const blank = (): undefined[] => Array.from<undefined>({ length: 256 });
    const slice: FontSlice = { name: `F${this.slices.length}`, face, glyphs: blank(), texts: blank() };
    if (codes.spaceGlyph !== undefined) {
      slice.glyphs[space] = codes.spaceGlyph;
      slice.texts[space] = ' ';
    }
    codes.slices.push(slice);
    this.slices.push(slice);
    return slice;
  }
}

/** A character of ASCII gets its own code where it is free: streams can then be read. */
function freeCode(slice: FontSlice, text: string): number | undefined {
  const own = text.length === 1 ? text.charCodeAt(0) : 0;
  const free = (code: number): boolean => slice.texts[code] === undefined;
  if (own < 128 && !reserved.has(own) && free(own)) return own;
  return codeOrder.find(free);
}

/**
 * The text each glyph stands for. A cluster with as many glyphs as characters gives one to each; with
 * fewer glyphs (a ligature) the last takes the rest; with more glyphs its decomposition (NFD) may go
 * round, and if not the word needs ActualText (`exact` is false).
 */
function glyphTexts(word: ShapedWord): { readonly texts: readonly string[]; readonly exact: boolean } {
  const { clusters, text } = word;
  const texts: string[] = [];
  let exact = true;
  for (let from = 0; from < clusters.length;) {
    const start = clusters[from] ?? 0;
    let to = from + 1;
    while (to < clusters.length && clusters[to] === start) to++;
    const part = text.slice(start, to < clusters.length ? clusters[to] : text.length);
    const count = to - from;
    let characters = Array.from(part);
    if (count > characters.length) {
      characters = Array.from(part.normalize('NFD'));
      exact = false;
    }
    for (let i = 0; i < count - 1; i++) texts.push(characters[i] ?? joiner);
    texts.push(characters.slice(count - 1).join('') || joiner);
    from = to;
  }
  return { texts, exact };
}

/** U+200D: a glyph that stands for nothing of its own still needs a Unicode value (ISO 19005-2, 6.2.11.7.2). */
const joiner = '\u200d';

/** Contents of literal strings with displacements, one after the other; the one place where kerning is rounded. */
class LiteralWriter {
  bytes = new Uint8Array(1 << 14);
  private length = 0;
  private start = 0;
  private pending = 0;

  /** Begins a word. */
  begin(): void {
    this.pending = 0;
  }

  /** Moves to the right by thousandths of an em (TJ numbers move left). */
  move(thousandths: number): void {
    this.pending += thousandths;
  }

  code(code: number): void {
    this.flush();
    this.push(code);
  }

  /** Ends a string; what was moved but not yet written waits for the next of the word. */
  end(): { readonly start: number; readonly end: number } {
    this.flush();
    const { start } = this;
    this.start = this.length;
    return { start, end: this.length };
  }

  private flush(): void {
    const whole = Math.round(this.pending);
    if (whole === 0) return;
    // What rounding left over goes to the next displacement.
    this.pending -= whole;
    for (const character of `)${-whole}(`) this.push(character.charCodeAt(0));
  }

  private push(byte: number): void {
    if (this.length === this.bytes.length) {
      const larger = new Uint8Array(this.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes[this.length++] = byte;
  }
}

/** Widths as `W` has them: `fonts.ts` writes the same figure. */
export function round(advance: number): number {
  return Math.round(advance * 1000) / 1000;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
