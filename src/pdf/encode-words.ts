/**
 * Turns each shaped word into the bytes of a TJ array, once, and gives out the character codes for it.
 * In: `ShapedWord`s as they come; out: bytes ready to be copied between `[(` and `)]`
 * (`word-records.ts`), and per font slice which glyph and text each code stands for.
 */
import type { FontFace, ShapedWord } from '../document/glyph-run.js';
import { FontSlice, roundAdvance, spaceCode } from './font-slice.js';
import { glyphTexts } from './glyph-texts.js';
import { LiteralWriter } from './literal-writer.js';
import { anySlice, WordRecords } from './word-records.js';

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
  /** The UTF-16 unit that the glyph stands for; -1 for a longer text. */
  readonly unit: number;
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

  /** The strings of special words; grows, so ask anew after a word was encoded. */
  get bytes(): Uint8Array {
    return this.#writer.bytes;
  }

  /** Faces that words were encoded in. */
  get faces(): readonly FontFace[] {
    return [...this.#faces.keys()];
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
  readonly records: WordRecords;
  /** By number. */
  readonly specials = new Map<number, SpecialWord>();
  readonly #slices: FontSlice[] = [];
  /** By glyph, the last that it stood for, and by glyph and what it stands for, all. */
  readonly #last: (Coded | undefined)[] = [];
  readonly #units = new Map<number, Coded>();
  readonly #texts = new Map<string, Coded>();
  /** -1 until a space was met. */
  #spaceGlyph = -1;

  constructor(
    readonly face: FontFace,
    private readonly shared: Shared,
  ) {
    this.records = new WordRecords(shared.writer);
  }

  /** Puts the words of these numbers into codes. */
  encode(numbers: readonly number[]): void {
    const { records } = this;
    const { words } = this.face;
    for (let i = records.firstUnknown(numbers, 0); i < numbers.length;) {
      const word = words[numbers[i] ?? 0];
      if (word) this.#encode(word);
      i = records.firstUnknown(numbers, i + 1);
    }
  }

  /** The first slice of the face, for spaces in front of everything else. */
  get firstSlice(): FontSlice {
    return this.#slices[0] ?? this.#addSlice();
  }

  #encode(word: ShapedWord): void {
    if (word.space) this.#encodeSpace(word);
    else if (isOneByOne(word)) this.#encodeGlyphs(word, undefined, true);
    else {
      const { texts, exact } = glyphTexts(word);
      this.#encodeGlyphs(word, texts, exact);
    }
  }

  #encodeSpace({ glyphs, width, number }: ShapedWord): void {
    const { writer } = this.shared;
    if (this.#spaceGlyph < 0) this.#spaceGlyph = glyphs[0] ?? 0;
    const glyph = this.#spaceGlyph;
    for (const slice of this.#slices) slice.giveSpace(glyph);
    writer.begin();
    writer.code(0, spaceCode, width - roundAdvance(this.face.advance(glyph)));
    this.#put(number, anySlice);
  }

  /** `texts` are those of the glyphs; undefined: each glyph stands for the character in its place. */
  #encodeGlyphs(word: ShapedWord, texts: readonly string[] | undefined, exact: boolean): void {
    const { glyphs, advances, offsets, text, number } = word;
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
      writer.code(aside, coded.code, (advances[i] ?? 0) - coded.advance - aside);
    }
    if (slice && !pieces && rise === 0 && exact) {
      this.#put(number, slice.index);
      return;
    }
    if (slice) (pieces ??= []).push(this.#piece(slice, rise));
    this.records.putSpecial(number);
    this.specials.set(number, { pieces: pieces ?? [], actualText: exact ? undefined : text });
  }

  /** Ends the string of a word that has no other. */
  #put(number: number, slice: number): void {
    const { writer } = this.shared;
    const { start } = writer;
    if (this.records.put(number, slice, [start, writer.end()])) writer.drop(start);
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
    const known = this.#last;
    while (known.length <= glyph) known.push(undefined);
    const last = known[glyph];
    if (last?.unit === unit) return last;
    const key = glyph * 0x10000 + unit;
    let coded = this.#units.get(key);
    if (!coded) this.#units.set(key, (coded = this.#give(glyph, String.fromCharCode(unit))));
    return (known[glyph] = coded);
  }

  #give(glyph: number, text: string): Coded {
    let slice = this.#slices.at(-1) ?? this.#addSlice();
    let code = slice.give(glyph, text);
    if (code === undefined) {
      slice = this.#addSlice();
      code = slice.give(glyph, text) ?? 1;
    }
    const unit = text.length === 1 ? text.charCodeAt(0) : -1;
    return { unit, slice, code, advance: roundAdvance(this.face.advance(glyph)) };
  }

  #addSlice(): FontSlice {
    const { slices } = this.shared;
    const slice = new FontSlice(slices.length, this.face);
    if (this.#spaceGlyph >= 0) slice.giveSpace(this.#spaceGlyph);
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
