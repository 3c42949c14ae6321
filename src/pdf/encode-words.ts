/**
 * Turns each shaped word into the bytes of a TJ array, once, and gives out the character codes for it.
 * In: `ShapedWord`s as they come; out: bytes ready to be copied between `[(` and `)]`, all in one array
 * (a book has tens of thousands of words), and per font slice which glyph and text each code stands for.
 *
 * What is known of a word stands in arrays of numbers, by the word's own number: it is asked for once for
 * every word of a book, and waiting for memory is what costs there.
 */
import type { FontFace, ShapedWord } from '../document/glyph-run.js';
import { FontSlice, roundAdvance, spaceCode } from './font-slice.js';
import { glyphTexts } from './glyph-texts.js';
import { LiteralWriter } from './literal-writer.js';

/** In place of a slice's number: a space, which every slice of the face has. */
export const anySlice = -1;
/** In place of a slice's number: the word is one of `SpecialWord`. */
export const noSlice = -2;

/** A stretch of a word in one slice, all at one height. */
export interface WordPiece {
  readonly slice: FontSlice;
  /** Where in `WordEncoder.bytes` the contents of its literal string stand, kerning as `)number(`. */
  readonly start: number;
  readonly end: number;
  /** Height above the baseline, thousandths of an em. */
  readonly rise: number;
}

/** A word that is not one piece on the baseline, or has a text of its own. */
export interface SpecialWord {
  readonly pieces: readonly WordPiece[];
  /** Set where the codes alone cannot tell the text (more glyphs than characters). */
  readonly actualText: string | undefined;
}

interface Place {
  readonly slice: FontSlice;
  readonly code: number;
}

/** What the faces of a document share. */
interface Shared {
  readonly writer: LiteralWriter;
  readonly slices: FontSlice[];
  readonly missing: Set<ShapedWord>;
}

/** The words of a document in codes. */
export class WordEncoder {
  readonly slices: FontSlice[] = [];
  /** Words in which a character had no glyph. */
  readonly missing = new Set<ShapedWord>();
  readonly #faces = new Map<FontFace, EncodedFace>();
  readonly #writer = new LiteralWriter();
  /** Most runs are in the face of the one before. */
  #last: EncodedFace | undefined;

  /** The strings of all words; grows, so ask anew after a word was encoded. */
  get bytes(): Uint8Array {
    return this.#writer.bytes;
  }

  /** Faces that words were encoded in. */
  get faces(): Iterable<FontFace> {
    return this.#faces.keys();
  }

  /** The words of a face. */
  of(face: FontFace): EncodedFace {
    if (this.#last?.face === face) return this.#last;
    let found = this.#faces.get(face);
    if (!found) {
      const { slices, missing } = this;
      found = new EncodedFace(face, { slices, missing, writer: this.#writer });
      this.#faces.set(face, found);
    }
    return (this.#last = found);
  }
}

/** The words of one face, by their numbers. */
export class EncodedFace {
  /** Where in `WordEncoder.bytes` the string of a word stands. */
  starts = new Int32Array(256);
  ends = new Int32Array(256);
  /** Its slice, as in `WordEncoder.slices`. */
  sliceOf = new Int32Array(256);
  readonly specials = new Map<number, SpecialWord>();
  readonly #words: (ShapedWord | undefined)[] = [];
  readonly #slices: FontSlice[] = [];
  /** By glyph and what it stands for: the UTF-16 unit, or else the text. The same glyph may stand for several. */
  readonly #unitPlaces = new Map<number, Place>();
  readonly #textPlaces = new Map<string, Place>();
  #spaceGlyph: number | undefined;

  constructor(
    readonly face: FontFace,
    private readonly shared: Shared,
  ) {}

  /** The number of a word, which is in codes from now on. */
  numberOf(word: ShapedWord): number {
    const { number } = word;
    if (this.#words[number] !== word) this.#encode(word);
    return number;
  }

  /** The first slice of the face, for spaces in front of everything else. */
  get firstSlice(): FontSlice {
    return this.#slices[0] ?? this.#addSlice();
  }

  #encode(word: ShapedWord): void {
    const { number } = word;
    if (number >= this.starts.length) this.#grow(2 * (number + 1));
    while (this.#words.length < number) this.#words.push(undefined);
    this.#words[number] = word;
    if (word.space) this.#encodeSpace(word);
    else if (isOneByOne(word)) this.#encodeGlyphs(word, undefined, true);
    else {
      const { texts, exact } = glyphTexts(word);
      this.#encodeGlyphs(word, texts, exact);
    }
  }

  #encodeSpace({ number, glyphs, width }: ShapedWord): void {
    const { writer } = this.shared;
    const glyph = (this.#spaceGlyph ??= glyphs[0] ?? 0);
    for (const slice of this.#slices) slice.giveSpace(glyph);
    writer.begin();
    writer.code(spaceCode);
    writer.move(width - roundAdvance(this.face.advance(glyph)));
    this.#put(number, anySlice, writer.end());
  }

  /** `texts` are those of the glyphs; undefined: each glyph stands for the character in its place. */
  #encodeGlyphs(word: ShapedWord, texts: readonly string[] | undefined, exact: boolean): void {
    const { glyphs, advances, offsets, text } = word;
    const { writer, missing } = this.shared;
    const pieces: WordPiece[] = [];
    let slice: FontSlice | undefined;
    let rise = 0;
    writer.begin();
    for (let i = 0; i < glyphs.length; i++) {
      const glyph = glyphs[i] ?? 0;
      if (glyph === 0) missing.add(word);
      const place = texts ? this.#place(glyph, texts[i] ?? '') : this.#unitPlace(glyph, text.charCodeAt(i));
      const up = offsets?.y[i] ?? 0;
      if (slice && (place.slice !== slice || up !== rise)) pieces.push({ slice, ...writer.end(), rise });
      ({ slice } = place);
      rise = up;
      const aside = offsets?.x[i] ?? 0;
      writer.move(aside);
      writer.code(place.code);
      writer.move((advances[i] ?? 0) - roundAdvance(this.face.advance(glyph)) - aside);
    }
    if (slice && pieces.length === 0 && rise === 0 && exact) {
      this.#put(word.number, slice.index, writer.end());
      return;
    }
    if (slice) pieces.push({ slice, ...writer.end(), rise });
    this.sliceOf[word.number] = noSlice;
    this.specials.set(word.number, { pieces, actualText: exact ? undefined : text });
  }

  #put(
    number: number,
    slice: number,
    { start, end }: { readonly start: number; readonly end: number },
  ): void {
    this.sliceOf[number] = slice;
    this.starts[number] = start;
    this.ends[number] = end;
  }

  /** The code of a glyph that stands for this text. */
  #place(glyph: number, text: string): Place {
    if (text.length === 1) return this.#unitPlace(glyph, text.charCodeAt(0));
    const key = `${glyph} ${text}`;
    let place = this.#textPlaces.get(key);
    if (!place) this.#textPlaces.set(key, (place = this.#give(glyph, text)));
    return place;
  }

  #unitPlace(glyph: number, unit: number): Place {
    const key = glyph * 0x10000 + unit;
    let place = this.#unitPlaces.get(key);
    if (!place) this.#unitPlaces.set(key, (place = this.#give(glyph, String.fromCharCode(unit))));
    return place;
  }

  #give(glyph: number, text: string): Place {
    let slice = this.#slices.at(-1) ?? this.#addSlice();
    let code = slice.give(glyph, text);
    if (code === undefined) {
      slice = this.#addSlice();
      code = slice.give(glyph, text) ?? 1;
    }
    return { slice, code };
  }

  #addSlice(): FontSlice {
    const { slices } = this.shared;
    const slice = new FontSlice(slices.length, this.face);
    if (this.#spaceGlyph !== undefined) slice.giveSpace(this.#spaceGlyph);
    this.#slices.push(slice);
    slices.push(slice);
    return slice;
  }

  #grow(size: number): void {
    const longer = (from: Int32Array): Int32Array<ArrayBuffer> => {
      const to = new Int32Array(size);
      to.set(from);
      return to;
    };
    this.starts = longer(this.starts);
    this.ends = longer(this.ends);
    this.sliceOf = longer(this.sliceOf);
  }
}

/** Whether each glyph stands for one UTF-16 unit, in order: nearly all words. */
function isOneByOne({ glyphs, clusters, text }: ShapedWord): boolean {
  if (glyphs.length !== text.length) return false;
  for (let i = 0; i < clusters.length; i++) if (clusters[i] !== i) return false;
  return true;
}
