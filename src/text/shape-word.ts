/**
 * Shapes one word in one face. Comes in: the word (no blanks), the face, features, language. Goes out:
 * a `ShapedWord` in thousandths of an em. Latin words without marks, ligatures or touched features
 * go by pair kerning, which is ten times as fast as the full shaper and, as a test proves for every
 * font we bring, gives the same glyphs and advances.
 */
import type { ShapedWord } from '../document/glyph-run.js';
import type { Features, FullShaper } from './full-shaper.js';
import type { OpenFace } from './open-font.js';

/** A shaped word whose face is open here. */
export interface FontWord extends ShapedWord {
  readonly face: OpenFace;
}

/** Characters a font may lack and the ones that stand in for them, one for one. */
const standIns: Readonly<Record<string, string>> = { '\u00a0': ' ', '\u2011': '\u2010', '\u2010': '-' };

/** The OpenType language systems of the languages that the fast path knows. */
const languageSystems: Readonly<Record<string, string>> = { vi: 'VIT ', en: 'ENG ' };

/** Glyph of a character or of its stand-in; 0 when the font has neither. */
export function glyphOf(face: OpenFace, codePoint: number): number {
  const glyph = face.glyphOf(codePoint);
  if (glyph !== 0) return glyph;
  const standIn = standIns[String.fromCodePoint(codePoint)];
  return standIn === undefined ? 0 : glyphOf(face, standIn.codePointAt(0) ?? 0);
}

/** Latin letters, digits, punctuation and symbols that shape one by one: no marks, no controls. */
export function isPlain(unit: number): boolean {
  return (
    (unit >= 0x20 && unit < 0x300 && unit !== 0xad && (unit < 0x7f || unit > 0x9f)) ||
    (unit >= 0x1e00 && unit < 0x1f00) ||
    (unit >= 0x2010 && unit < 0x2028) ||
    (unit >= 0x2030 && unit < 0x205f && unit !== 0x2044) ||
    (unit >= 0x20a0 && unit < 0x20d0) ||
    (unit >= 0x2190 && unit < 0x2300) ||
    (unit >= 0x2500 && unit < 0x2600)
  );
}

/** Shapes words with one set of features and one language, faces being given word by word. */
export class WordShaper {
  readonly #names: readonly string[];
  /** Without kerning: always the full shaper. Words that no substitution touches are the same without any. */
  readonly #slow: boolean;
  readonly #fast = new Map<OpenFace, FastShaper | undefined>();

  constructor(
    private readonly full: FullShaper,
    private readonly features: Features,
    private readonly language: string,
  ) {
    const asked = Object.entries(features).filter(([tag, value]) => !(value === 1 && isDefault(tag)));
    this.#slow = asked.some(([tag, value]) => value === 0 && tag === 'kern');
    this.#names = asked
      .filter(([, value]) => value !== 0)
      .map(([tag]) => tag)
      .sort();
  }

  /** Shapes a word whose characters the face has (or that is to show the face's missing glyph). */
  shape(text: string, face: OpenFace): FontWord {
    return this.shapeFast(text, face) ?? this.shapeFully(text, face);
  }

  /** By pair kerning; undefined when the word needs the full shaper. */
  shapeFast(text: string, face: OpenFace): FontWord | undefined {
    return this.#fastShaper(face)?.shape(text);
  }

  /** The same by HarfBuzz, whatever the word is. */
  shapeFully(text: string, face: OpenFace): FontWord {
    const known = withStandIns(text, face);
    const shaped = this.full.shape(known, face, this.features, this.language);
    const scale = 1000 / face.unitsPerEm;
    const placed = shaped.some((glyph) => glyph.x !== 0 || glyph.y !== 0);
    const word = {
      glyphs: shaped.map((glyph) => glyph.glyph),
      advances: shaped.map((glyph) => Math.fround(glyph.advance * scale)),
      clusters: shaped.map((glyph) => glyph.cluster),
      offsets: placed
        ? {
            x: shaped.map((glyph) => Math.fround(glyph.x * scale)),
            y: shaped.map((glyph) => Math.fround(glyph.y * scale)),
          }
        : undefined,
    };
    return finished(text, face, word);
  }

  #fastShaper(face: OpenFace): FastShaper | undefined {
    if (this.#fast.has(face)) return this.#fast.get(face);
    const system = languageSystems[this.language.split('-')[0]?.toLowerCase() ?? ''];
    const usable =
      !this.#slow && system !== undefined && !face.hasLanguage(system) && face.kerning !== undefined;
    const shaper = usable ? new FastShaper(face, face.kerning, face.touchedBy(this.#names)) : undefined;
    this.#fast.set(face, shaper);
    return shaper;
  }
}

/** Features that are on unless switched off, and that the fast path respects. */
function isDefault(tag: string): boolean {
  return tag === 'kern' || tag === 'liga' || tag === 'clig' || tag === 'calt';
}

function withStandIns(text: string, face: OpenFace): string {
  let result = text;
  for (const [character, standIn] of Object.entries(standIns)) {
    if (!result.includes(character) || face.glyphOf(character.codePointAt(0) ?? 0) !== 0) continue;
    result = result.replaceAll(character, standIn);
  }
  return result;
}

/** Characters below this have their place in the tables of the fast path. */
const tableSize = 0x2600;
/** In the table of glyphs: not looked up yet; a matter for the full shaper. */
const unknown = -1;
const slow = -2;

/** The fast path of one face: `cmap`, `hmtx` and pair kerning. */
class FastShaper {
  /** Kern of two neighbouring glyphs, thousandths; NaN where the full shaper has to look. */
  readonly #kerns = new Map<number, number>();
  /** By UTF-16 unit. */
  readonly #glyphs = new Int32Array(tableSize).fill(unknown);
  /** The glyphs and advances of the word being shaped: a list that grows would keep room for more than a word has. */
  readonly #shaped: number[] = [];
  readonly #advances: number[] = [];

  constructor(
    private readonly face: OpenFace,
    private readonly kerning: OpenFace['kerning'],
    private readonly touched: ReadonlySet<number>,
  ) {}

  /** undefined when the word needs the full shaper, or a character has no glyph. */
  shape(text: string): FontWord | undefined {
    const { face } = this;
    const { length } = text;
    const glyphs = this.#shaped;
    const advances = this.#advances;
    let before = 0;
    let advance = 0;
    let width = 0;
    for (let i = 0; i < length; i++) {
      const glyph = this.#glyph(text.charCodeAt(i));
      if (glyph < 0) return undefined;
      glyphs[i] = glyph;
      if (i > 0) {
        const kern = this.#kern(before, glyph);
        if (Number.isNaN(kern)) return undefined;
        if (kern !== 0) advance = Math.fround(advance + kern);
        advances[i - 1] = advance;
        width += advance;
      }
      before = glyph;
      advance = face.advance(glyph);
    }
    if (length > 0) advances[length - 1] = advance;
    width += advance;
    return wordOf(face, text, {
      glyphs: glyphs.slice(0, length),
      advances: advances.slice(0, length),
      offsets: undefined,
      clusters: oneByOne(length),
      width,
    });
  }

  #glyph(unit: number): number {
    const known = this.#glyphs[unit] ?? slow;
    if (known !== unknown) return known;
    const glyph = isPlain(unit) ? glyphOf(this.face, unit) : 0;
    const own = glyph !== 0 && !this.face.substitutions.changes(glyph) && !this.touched.has(glyph);
    return (this.#glyphs[unit] = own ? glyph : slow);
  }

  #kern(a: number, b: number): number {
    const key = a * 0x10000 + b;
    const known = this.#kerns.get(key);
    if (known !== undefined) return known;
    const interact = this.face.substitutions.interact(a, b);
    const units = interact || !this.kerning ? Number.NaN : this.kerning(a, b);
    const kern = (units * 1000) / this.face.unitsPerEm;
    this.#kerns.set(key, kern);
    return kern;
  }
}

const clustersByLength: (readonly number[])[] = [];

/** Clusters of a word with a glyph for each UTF-16 unit: shared by all words of that length. */
function oneByOne(length: number): readonly number[] {
  return (clustersByLength[length] ??= Array.from({ length }, (_, i) => i));
}

type Glyphs = Pick<ShapedWord, 'glyphs' | 'advances' | 'clusters' | 'offsets'>;

/** Puts a word together: its width from its glyphs. */
function finished(text: string, face: OpenFace, { glyphs, advances, offsets, clusters }: Glyphs): FontWord {
  let width = 0;
  for (const advance of advances) width += advance;
  return wordOf(face, text, { glyphs, advances, offsets, clusters, width });
}

/** A word of these glyphs, kept by its face; all words have their fields in this order. */
function wordOf(
  face: OpenFace,
  text: string,
  shaped: Glyphs & { readonly width: number },
  space = text === ' ' || text === '\u00a0',
): FontWord {
  const word = {
    face,
    number: face.words.length,
    text,
    glyphs: shaped.glyphs,
    advances: shaped.advances,
    offsets: shaped.offsets,
    clusters: shaped.clusters,
    width: shaped.width,
    space,
  };
  face.words.push(word);
  return word;
}

/** A word that looks like another one and stands for a text of its own. */
export function standingFor(text: string, word: FontWord, space = word.space): FontWord {
  return wordOf(word.face, text, word, space);
}

/** How far the ink of a word reaches above and below the baseline, thousandths of an em. */
export function inkOf({ face, glyphs, offsets }: FontWord): {
  readonly top: number;
  readonly bottom: number;
} {
  let [top, bottom] = [0, 0];
  glyphs.forEach((glyph, i) => {
    const [low, high] = face.ink(glyph);
    const rise = offsets?.y[i] ?? 0;
    top = Math.max(top, high + rise);
    bottom = Math.min(bottom, low + rise);
  });
  return { top, bottom };
}

/** The piece of a shaped word between two UTF-16 indexes; undefined where a cluster would be cut. */
export function sliceWord(word: FontWord, from: number, to: number): FontWord | undefined {
  const { clusters } = word;
  const first = clusters.findIndex((cluster) => cluster >= from);
  const past = clusters.findIndex((cluster) => cluster >= to);
  const last = past < 0 ? clusters.length : past;
  const cut = (index: number, at: number): boolean => index < clusters.length && clusters[index] !== at;
  if (first < 0 || last <= first || cut(first, from) || (past >= 0 && cut(past, to))) return undefined;
  const { offsets } = word;
  return finished(word.text.slice(from, to), word.face, {
    glyphs: word.glyphs.slice(first, last),
    advances: word.advances.slice(first, last),
    clusters: word.clusters.slice(first, last).map((cluster) => cluster - from),
    offsets: offsets && { x: offsets.x.slice(first, last), y: offsets.y.slice(first, last) },
  });
}

/** A word shown by the face's glyph for what it lacks: one replacement glyph for each character. */
export function replacementWord(text: string, face: OpenFace, glyph: number): FontWord {
  const starts: number[] = [];
  for (let i = 0; i < text.length; i += (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1) starts.push(i);
  return finished(text, face, {
    glyphs: starts.map(() => glyph),
    advances: starts.map(() => face.advance(glyph)),
    clusters: starts,
    offsets: undefined,
  });
}
