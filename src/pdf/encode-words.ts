/**
 * Turns each shaped word into the bytes of a TJ array, once, and gives out the character codes for it.
 * In: `ShapedWord`s as they come; out: bytes ready to be copied between `[(` and `)]`, all in one array
 * (a book has tens of thousands of words), and per font slice which glyph and text each code stands for.
 *
 * What is known of a word stands in one array of numbers, in a place by the word's own number: it is asked
 * for once for every word of a book, and waiting for memory is what costs there.
 */
import type { FontFace, GlyphRun, ShapedWord } from '../document/glyph-run.js';
import { FontSlice, roundAdvance, spaceCode } from './font-slice.js';
import { glyphTexts } from './glyph-texts.js';
import { LiteralWriter } from './literal-writer.js';

/** In place of a slice's number: a space, which every slice of the face has. */
export const anySlice = -1;
/** In place of a slice's number: the word is one of `SpecialWord`. */
export const noSlice = -2;
/** In place of a slice's number: the word is in no codes yet. */
const notYet = -3;

/** Numbers in the place of a word: where its string begins and ends, and its slice. One more keeps it in a cache line. */
const placeSize = 4;
/** From the beginning of a place to each of them. */
export const endAt = 1;
export const sliceAt = 2;

/** Where in `EncodedFace.places` the place of a word begins. */
export function placeOf(number: number): number {
  return number * placeSize;
}

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

/** A glyph in codes. */
interface Coded {
  readonly slice: FontSlice;
  readonly code: number;
  /** Of the glyph, as the file has it; thousandths of an em. */
  readonly advance: number;
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
  /** The places of all words: where in `WordEncoder.bytes` the string stands; the slice as in `WordEncoder.slices`. */
  places = new Int32Array(256 * placeSize).fill(notYet);
  /** By place. */
  readonly specials = new Map<number, SpecialWord>();
  readonly #slices: FontSlice[] = [];
  /** By glyph and what it stands for: the UTF-16 unit, or else the text. The same glyph may stand for several. */
  readonly #units = new Map<number, Coded>();
  readonly #texts = new Map<string, Coded>();
  #spaceGlyph: number | undefined;

  constructor(
    readonly face: FontFace,
    private readonly shared: Shared,
  ) {}

  /** Puts the words of a run into codes. */
  encode({ words, numbers }: Pick<GlyphRun, 'words' | 'numbers'>): void {
    for (let i = 0; i < numbers.length; i++) {
      const place = placeOf(numbers[i] ?? 0);
      if ((this.places[place + sliceAt] ?? notYet) !== notYet) continue;
      const word = words[i];
      if (word) this.#encode(word, place);
    }
  }

  /** The first slice of the face, for spaces in front of everything else. */
  get firstSlice(): FontSlice {
    return this.#slices[0] ?? this.#addSlice();
  }

  #encode(word: ShapedWord, place: number): void {
    if (place >= this.places.length) {
      const longer = new Int32Array(2 * (place + placeSize)).fill(notYet, this.places.length);
      longer.set(this.places);
      this.places = longer;
    }
    if (word.space) this.#encodeSpace(word, place);
    else if (isOneByOne(word)) this.#encodeGlyphs(word, place, undefined, true);
    else {
      const { texts, exact } = glyphTexts(word);
      this.#encodeGlyphs(word, place, texts, exact);
    }
  }

  #encodeSpace({ glyphs, width }: ShapedWord, place: number): void {
    const { writer } = this.shared;
    const glyph = (this.#spaceGlyph ??= glyphs[0] ?? 0);
    for (const slice of this.#slices) slice.giveSpace(glyph);
    writer.begin();
    writer.code(spaceCode);
    writer.move(width - roundAdvance(this.face.advance(glyph)));
    this.#put(place, anySlice);
  }

  /** `texts` are those of the glyphs; undefined: each glyph stands for the character in its place. */
  #encodeGlyphs(word: ShapedWord, place: number, texts: readonly string[] | undefined, exact: boolean): void {
    const { glyphs, advances, offsets, text } = word;
    const { writer, missing } = this.shared;
    let pieces: WordPiece[] | undefined;
    let slice: FontSlice | undefined;
    let rise = 0;
    writer.begin();
    for (let i = 0; i < glyphs.length; i++) {
      const glyph = glyphs[i] ?? 0;
      if (glyph === 0) missing.add(word);
      const coded = texts ? this.#coded(glyph, texts[i] ?? '') : this.#codedUnit(glyph, text.charCodeAt(i));
      const up = offsets ? (offsets.y[i] ?? 0) : 0;
      if (slice && (coded.slice !== slice || up !== rise)) (pieces ??= []).push(this.#piece(slice, rise));
      ({ slice } = coded);
      rise = up;
      const aside = offsets ? (offsets.x[i] ?? 0) : 0;
      writer.move(aside);
      writer.code(coded.code);
      writer.move((advances[i] ?? 0) - coded.advance - aside);
    }
    if (slice && !pieces && rise === 0 && exact) {
      this.#put(place, slice.index);
      return;
    }
    if (slice) (pieces ??= []).push(this.#piece(slice, rise));
    this.places[place + sliceAt] = noSlice;
    this.specials.set(place, { pieces: pieces ?? [], actualText: exact ? undefined : text });
  }

  /** Ends the string of a word that has no other. */
  #put(place: number, slice: number): void {
    const { writer } = this.shared;
    this.places[place] = writer.start;
    this.places[place + endAt] = writer.end();
    this.places[place + sliceAt] = slice;
  }

  /** Ends the string of a piece. */
  #piece(slice: FontSlice, rise: number): WordPiece {
    const { writer } = this.shared;
    return { slice, start: writer.start, end: writer.end(), rise };
  }

  /** A glyph that stands for this text. */
  #coded(glyph: number, text: string): Coded {
    if (text.length === 1) return this.#codedUnit(glyph, text.charCodeAt(0));
    const key = `${glyph} ${text}`;
    let coded = this.#texts.get(key);
    if (!coded) this.#texts.set(key, (coded = this.#give(glyph, text)));
    return coded;
  }

  #codedUnit(glyph: number, unit: number): Coded {
    const key = glyph * 0x10000 + unit;
    let coded = this.#units.get(key);
    if (!coded) this.#units.set(key, (coded = this.#give(glyph, String.fromCharCode(unit))));
    return coded;
  }

  #give(glyph: number, text: string): Coded {
    let slice = this.#slices.at(-1) ?? this.#addSlice();
    let code = slice.give(glyph, text);
    if (code === undefined) {
      slice = this.#addSlice();
      code = slice.give(glyph, text) ?? 1;
    }
    return { slice, code, advance: roundAdvance(this.face.advance(glyph)) };
  }

  #addSlice(): FontSlice {
    const { slices } = this.shared;
    const slice = new FontSlice(slices.length, this.face);
    if (this.#spaceGlyph !== undefined) slice.giveSpace(this.#spaceGlyph);
    this.#slices.push(slice);
    slices.push(slice);
    return slice;
  }
}

/** Whether each glyph stands for one UTF-16 unit, in order: nearly all words. */
function isOneByOne({ glyphs, clusters, text }: ShapedWord): boolean {
  if (glyphs.length !== text.length) return false;
  for (let i = 0; i < clusters.length; i++) if (clusters[i] !== i) return false;
  return true;
}
