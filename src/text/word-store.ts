/**
 * Every distinct word of a font once. Comes in: a word as typed (transformed, without blanks). Goes
 * out: its entry: shaped parts with the places where it may be broken and its class for the glue
 * rules. A word changes faces where its characters need it; characters that no face has are shown by
 * a box and noted for a diagnostic.
 */
import type { Features, FullShaper } from './full-shaper.js';
import { clustersOf } from './clusters.js';
import { classifyWord, isUsual, type InnerBreak } from './glue.js';
import type { FaceChain } from './match-font.js';
import type { OpenFace } from './open-font.js';
import { glyphOf, isPlain, replacementWord, standingFor, WordShaper, type FontWord } from './shape-word.js';
import { hashOf, WordTable } from './word-table.js';
import { cutWord, shifted, spanAll, type WordPart } from './word-parts.js';
import { breakBetween, breaksIn, hyphensWithin, type BreakStyle } from './word-breaks.js';
import type { MissingCharacter, WordEntry } from './word-entry.js';

/** What decides about shaping and breaking words, besides the faces. */
export interface WordLook extends BreakStyle {
  readonly features: Features;
  /** What a hyphen that is only set at a line's end looks like; `auto` asks the font. */
  readonly hyphenateCharacter: string;
}

/** Characters without ink of their own that never make a face change. */
const ignorable = /^[\p{Default_Ignorable_Code_Point}]$/u;
/** Advances of spaces of fixed width, thousandths (Unicode 16, table 6-2); the Ogham mark is as wide as a space. */
const separatorWidths: Readonly<Record<string, number>> = {
  '\u2000': 500,
  '\u2001': 1000,
  '\u2002': 500,
  '\u2003': 1000,
  '\u2004': 1000 / 3,
  '\u2005': 250,
  '\u2006': 1000 / 6,
  '\u2008': 250,
  '\u2009': 200,
  '\u200a': 100,
  '\u205f': 4000 / 18,
  '\u3000': 1000,
};

/** The words of one choice of families, weight, style, features, language and ways to break. */
export class WordStore {
  /** The words met so far. */
  readonly table = new WordTable();
  readonly #shaper: WordShaper;
  readonly #separators = new Map<string, FontWord>();
  /** Kerning of letters that touch, by face. */
  readonly #kerns = new Map<OpenFace, Map<string, number>>();
  /** Words that were shattered, letter by letter. */
  readonly #shattered = new Map<FontWord, readonly WordPart[]>();
  readonly #patterns = new Map<string, readonly FontWord[]>();
  #space: FontWord | undefined;
  #noBreakSpace: FontWord | undefined;
  #hyphen: FontWord | undefined;

  constructor(
    readonly chain: FaceChain,
    full: FullShaper,
    private readonly look: WordLook,
  ) {
    this.#shaper = new WordShaper(full, look.features, look.language);
  }

  /** The entry of a word. */
  entry(text: string): WordEntry {
    const hash = hashOf(text);
    const known = this.table.find(text, 0, text.length, hash);
    return this.table.entryAt(known === 0 ? this.add(text, hash) : known);
  }

  /** The entry of a part of a word that is hyphenated as a whole. */
  entryWithin(text: string, around: readonly [before: string, after: string]): WordEntry {
    const key = [text, ...around].join('\n');
    const hash = hashOf(key);
    const known = this.table.find(key, 0, key.length, hash);
    if (known !== 0) return this.table.entryAt(known);
    const hyphens = hyphensWithin(text, around, this.look);
    const entry = hyphens.length === 0 ? this.entry(text) : this.#inParts(text, hyphens, classifyWord(text));
    return this.table.entryAt(this.table.add(key, entry, hash));
  }

  /** Adds a word that the table does not have; returns its record. */
  add(text: string, hash: number): number {
    const usual = isUsual(text);
    const kind = classifyWord(text, usual);
    const breaks = breaksIn(text, this.look, usual);
    const word = breaks.length === 0 ? this.#whole(text) : undefined;
    if (word) return this.table.addWord(text, word, kind, hash);
    return this.table.add(text, this.#inParts(text, breaks, kind), hash);
  }

  /** Kerning between two words that touch, thousandths. */
  kernBetween(before: FontWord, after: FontWord): number {
    const { face } = before;
    const last = Array.from(before.text.slice(-2)).at(-1) ?? '';
    const [first = ''] = after.text;
    if (face !== after.face || !/^[\p{L}\p{N}\p{P}]{2}$/u.test(last + first)) return 0;
    return this.#kernOf(last + first, face);
  }

  /** The same of two letters; once, for the face keeps each word that is shaped. */
  #kernOf(letters: string, face: OpenFace): number {
    let kerns = this.#kerns.get(face);
    if (!kerns) this.#kerns.set(face, (kerns = new Map()));
    let kern = kerns.get(letters);
    if (kern === undefined) {
      const { glyphs, width } = this.#shaper.shape(letters, face);
      const [first = 0, second = 0] = glyphs;
      kern = glyphs.length === 2 ? width - face.advance(first) - face.advance(second) : 0;
      kerns.set(letters, kern);
    }
    return kern;
  }

  /** Whether words are hyphenated. */
  get hyphenates(): boolean {
    return this.look.hyphenator !== undefined;
  }

  /** The place between two words that touch, if a line may be broken there. */
  breakBetween(before: string, after: string): InnerBreak | undefined {
    return breakBetween(before, after, this.look);
  }

  /** U+0020 in the first face. */
  get space(): FontWord {
    return (this.#space ??= this.#blank(' '));
  }

  /** Advance of a zero in the first face, thousandths. */
  get zero(): number {
    return this.chain.primary.zero;
  }

  /** U+00A0: set as a space, kept as its own character. */
  get noBreakSpace(): FontWord {
    return (this.#noBreakSpace ??= this.#blank('\u00a0'));
  }

  /** A space of fixed width; where the face has none, its own space that wide. */
  separator(text: string): FontWord {
    const face = this.chain.primary;
    let word = this.#separators.get(text);
    if (!word) {
      const width = separatorWidths[text];
      const has = face.glyphOf(text.charCodeAt(0)) !== 0;
      const shaped = this.#shaper.shape(has ? text : ' ', face);
      const wide = !has && width !== undefined && { width, advances: [Math.fround(width)] };
      word = standingFor(text, { ...shaped, ...wide }, false);
      this.#separators.set(text, word);
    }
    return word;
  }

  /** The words of a leader's pattern, blanks included. */
  pattern(text: string): readonly FontWord[] {
    let words = this.#patterns.get(text);
    if (!words) {
      const pieces = text.split(/(\s)/u).filter((piece) => piece !== '');
      words = pieces.flatMap((piece) =>
        /\s/u.test(piece) ? [this.space] : this.entry(piece).parts.map((part) => part.word),
      );
      this.#patterns.set(text, words);
    }
    return words;
  }

  /** The hyphen that a soft hyphen shows at a line's end. */
  get hyphen(): FontWord {
    const { hyphenateCharacter } = this.look;
    const shown = hyphenateCharacter === 'auto' ? '-' : hyphenateCharacter;
    return (this.#hyphen ??= standingFor('\u00ad', this.#shaper.shape(shown, this.chain.primary)));
  }

  /** The parts of a word cut between graphemes: for `overflow-wrap`. */
  shatter(part: WordPart): readonly WordPart[] {
    let letters = this.#shattered.get(part.word);
    if (!letters) {
      const marks = Array.from(new Intl.Segmenter('vi').segment(part.word.text), (one) => one.index).slice(1);
      letters = cutWord(
        part.word,
        marks.map((at): InnerBreak => ({ at, cost: 0, hyphen: false })),
      );
      this.#shattered.set(part.word, letters);
    }
    return spanAll(shifted(letters, part.textStart), part.start, part.end);
  }

  #blank(text: string): FontWord {
    return standingFor(text, this.#shaper.shape(' ', this.chain.primary), true);
  }

  /** A word in the first face; undefined when that lacks something, or it may be a matter of more than one. */
  #whole(text: string): FontWord | undefined {
    const face = this.chain.primary;
    return (
      this.#shaper.shapeFast(text, face) ??
      (coversPlainly(face, text) ? this.#shaper.shape(text, face) : undefined)
    );
  }

  #inParts(text: string, breaks: readonly InnerBreak[], kind: number): WordEntry {
    const missing: MissingCharacter[] = [];
    const parts: WordPart[] = [];
    for (const run of this.#faceRuns(text, missing)) {
      const inside = breaks
        .filter((one) => one.at > run.start && one.at <= run.end)
        .map((one) => ({ ...one, at: Math.min(one.at - run.start, run.word.text.length) }));
      parts.push(...shifted(cutWord(run.word, inside), run.start));
    }
    return { simple: undefined, width: 0, parts: spanAll(parts, 0, text.length), kind, missing };
  }

  /** A word as runs of one face each; soft hyphens and zero-width spaces, which set nothing, end a run. */
  #faceRuns(
    text: string,
    missing: MissingCharacter[],
  ): readonly { word: FontWord; start: number; end: number }[] {
    const runs: { word: FontWord; start: number; end: number }[] = [];
    let start = 0;
    let face: OpenFace | undefined;
    const close = (end: number): void => {
      if (face && end > start)
        runs.push({ word: this.#shaper.shape(text.slice(start, end), face), start, end });
      start = end;
    };
    for (const { cluster, at } of clustersOf(text)) {
      if (cluster === '\u00ad' || cluster === '\u200b') {
        close(at);
        const last = runs.at(-1);
        if (last) last.end = at + 1;
        start = at + 1;
        face = undefined;
        continue;
      }
      const wanted = this.#faceFor(cluster) ?? (ignorable.test(cluster) ? face : undefined);
      if (!wanted) {
        close(at);
        face = undefined;
        if (!ignorable.test(cluster)) {
          missing.push({ character: cluster, at });
          runs.push({ word: this.#box(cluster), start: at, end: at + cluster.length });
        }
        start = at + cluster.length;
      } else if (wanted !== face) {
        close(at);
        face = wanted;
      }
    }
    close(text.length);
    return runs;
  }

  /** The first face that has all of a cluster. */
  #faceFor(cluster: string): OpenFace | undefined {
    for (let i = 0; ; i++) {
      const face = this.chain.at(i);
      if (!face) return undefined;
      if (covers(face, cluster)) return face;
    }
  }

  /** Shows a character that no font has: the replacement character or a box of the last font that has one. */
  #box(cluster: string): FontWord {
    const faces = [...this.chain.all].reverse();
    for (const codePoint of [0xfffd, 0x25a1]) {
      const face = faces.find((one) => one.glyphOf(codePoint) !== 0);
      if (!face) continue;
      return replacementWord(cluster, face, face.glyphOf(codePoint));
    }
    return replacementWord(cluster, this.chain.primary, 0);
  }
}

function coversPlainly(face: OpenFace, text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (!isPlain(unit) || glyphOf(face, unit) === 0) return false;
  }
  return true;
}

/** Whether a face has each character of a cluster; marks that compose with their base count as had. */
function covers(face: OpenFace, cluster: string): boolean {
  for (const character of cluster) {
    if (ignorable.test(character) && character !== cluster) continue;
    if (glyphOf(face, character.codePointAt(0) ?? 0) === 0) return false;
  }
  return true;
}
