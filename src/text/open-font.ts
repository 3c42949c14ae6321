/**
 * Opens one font file. Comes in: the bytes and the `@font-face` rule. Goes out: an `OpenFace`, the
 * contract's `FontFace` with what shaping needs besides: characters, kerning, substitutions. What
 * is costly (outlines, kerning) is read when first asked for.
 */
import type { FontFace, FaceId, ShapedWord } from '../document/glyph-run.js';
import type { Span } from '../diagnostic.js';
import type { FontFaceRule } from '../document/style.js';
import { LayoutTable } from './layout-table.js';
import { readCharacters, type CharacterMap } from './read-characters.js';
import { readKerning, type Kerning } from './read-kerning.js';
import { Outlines } from './read-outline.js';
import { glyphsTouchedBy, readSubstitutions, type Substitutions } from './read-substitutions.js';
import { Sfnt, type FontProblem } from './sfnt.js';

/** OS/2 fsSelection: the typographic metrics are meant for line spacing. */
const useTypoMetrics = 1 << 7;

/** Opens a font file, or names the problem. */
export function openFont(bytes: Uint8Array, rule: FontFaceRule, id: FaceId): OpenFace | FontProblem {
  const sfnt = Sfnt.open(bytes);
  if (!(sfnt instanceof Sfnt)) return sfnt;
  try {
    return new OpenFace(sfnt, rule, id);
  } catch (error) {
    if (error instanceof RangeError) return 'damaged';
    throw error;
  }
}

/** A face with the tables that `text/` looks into. */
export class OpenFace implements FontFace {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly italicAngle: number;
  readonly underlinePosition: number;
  readonly underlineThickness: number;
  readonly strikeoutPosition: number;
  readonly strikeoutThickness: number;
  readonly boundingBox: readonly [number, number, number, number];
  readonly fsType: number;
  readonly span: Span | undefined;
  /** Grows with each word that is shaped (`shape-word.ts`). */
  readonly words: ShapedWord[] = [];
  /** Glyph of a code point as in `cmap`; 0 when the font lacks it. */
  readonly glyphOf: CharacterMap;
  readonly #sfnt: Sfnt;
  readonly #outlines: Outlines;
  readonly #advances: Float32Array;
  #substitutions: Substitutions | undefined;
  #kerning: Kerning | undefined | 'unread' = 'unread';
  readonly #touched = new Map<string, ReadonlySet<number>>();

  constructor(
    sfnt: Sfnt,
    rule: FontFaceRule,
    readonly id: FaceId,
  ) {
    this.#sfnt = sfnt;
    this.bytes = sfnt.bytes;
    this.family = rule.family;
    this.weight = rule.weight;
    this.style = rule.style;
    this.path = rule.src;
    this.span = rule.span;
    const head = sfnt.table('head');
    this.unitsPerEm = head.getUint16(18);
    const scale = 1000 / this.unitsPerEm;
    this.boundingBox = [
      head.getInt16(36) * scale,
      head.getInt16(38) * scale,
      head.getInt16(40) * scale,
      head.getInt16(42) * scale,
    ];
    this.postscriptName = postscriptName(sfnt.table('name')) ?? `Face${id}`;
    this.italicAngle = sfnt.has('post') ? sfnt.table('post').getInt32(4) / 65536 : 0;
    const lines = readDecorations(sfnt, scale);
    this.underlinePosition = lines.underlinePosition;
    this.underlineThickness = lines.underlineThickness;
    this.strikeoutPosition = lines.strikeoutPosition;
    this.strikeoutThickness = lines.strikeoutThickness;
    this.glyphOf = readCharacters(sfnt.table('cmap'));
    this.#outlines = new Outlines(sfnt);
    this.#advances = readAdvances(sfnt, scale);
    const metrics = readMetrics(sfnt, scale);
    this.ascent = metrics.ascent;
    this.descent = metrics.descent;
    this.lineGap = metrics.lineGap;
    this.fsType = metrics.fsType;
    this.capHeight = metrics.capHeight ?? this.#inkTop('H') ?? metrics.ascent * 0.7;
    this.xHeight = metrics.xHeight ?? this.#inkTop('x') ?? metrics.ascent * 0.5;
  }

  advance(glyph: number): number {
    return this.#advances[Math.min(glyph, this.#advances.length - 1)] ?? 0;
  }

  /** Advance of a zero, thousandths; half an em where there is none. */
  get zero(): number {
    const glyph = this.glyphOf(0x30);
    return glyph === 0 ? 500 : this.advance(glyph);
  }

  outline(glyph: number): string {
    return this.#outlines.path(glyph);
  }

  ink(glyph: number): readonly [number, number] {
    return this.#outlines.ink(glyph);
  }

  /** Default substitutions of Latin text. */
  get substitutions(): Substitutions {
    return (this.#substitutions ??= readSubstitutions(this.#sfnt.table('GSUB')));
  }

  /** Pair kerning; undefined when the font kerns in a way that only the full shaper knows. */
  get kerning(): Kerning | undefined {
    if (this.#kerning === 'unread')
      this.#kerning = this.#sfnt.has('morx')
        ? undefined
        : readKerning(this.#sfnt.table('GPOS'), this.#sfnt.has('kern') || this.#sfnt.has('kerx'));
    return this.#kerning;
  }

  /** Glyphs that these features may change; the names come sorted. */
  touchedBy(features: readonly string[]): ReadonlySet<number> {
    const key = features.join();
    const known = this.#touched.get(key);
    if (known) return known;
    const touched = glyphsTouchedBy(this.#sfnt.table('GSUB'), features);
    this.#touched.set(key, touched);
    return touched;
  }

  /** Whether Latin text in this language (OpenType tag) is shaped by rules of its own. */
  hasLanguage(tag: string): boolean {
    const has = (table: DataView, extension: 7 | 9): boolean =>
      new LayoutTable(table, extension).hasLanguage(tag);
    return has(this.#sfnt.table('GSUB'), 7) || has(this.#sfnt.table('GPOS'), 9);
  }

  #inkTop(letter: string): number | undefined {
    const glyph = this.glyphOf(letter.codePointAt(0) ?? 0);
    return glyph === 0 ? undefined : this.ink(glyph)[1];
  }
}

/** Advances of all glyphs, thousandths. `hmtx` repeats the last advance for the rest (OpenType 5.2.6). */
function readAdvances(sfnt: Sfnt, scale: number): Float32Array {
  const hmtx = sfnt.table('hmtx');
  const count = Math.max(1, sfnt.table('hhea').getUint16(34));
  return Float32Array.from({ length: count }, (_, i) => hmtx.getUint16(4 * i) * scale);
}

interface Metrics {
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  readonly capHeight: number | undefined;
  readonly xHeight: number | undefined;
  readonly fsType: number;
}

/**
 * Line metrics as browsers take them: OS/2 typo values when USE_TYPO_METRICS is set, else those of
 * `hhea`, and typo again when `hhea` is empty.
 */
function readMetrics(sfnt: Sfnt, scale: number): Metrics {
  const hhea = sfnt.table('hhea');
  const os2 = sfnt.table('OS/2');
  const known = os2.byteLength >= 74;
  const typo = known && (os2.getUint16(62) & useTypoMetrics) !== 0;
  const empty = hhea.getInt16(4) === 0 && hhea.getInt16(6) === 0;
  const [table, at] = typo || (known && empty) ? [os2, 68] : [hhea, 4];
  const heights = known && os2.getUint16(0) >= 2 && os2.byteLength >= 90;
  const positive = (value: number): number | undefined => (value > 0 ? value * scale : undefined);
  return {
    ascent: table.getInt16(at) * scale,
    descent: table.getInt16(at + 2) * scale,
    lineGap: table.getInt16(at + 4) * scale,
    xHeight: heights ? positive(os2.getInt16(86)) : undefined,
    capHeight: heights ? positive(os2.getInt16(88)) : undefined,
    fsType: known ? os2.getUint16(8) : 0,
  };
}

type Decorations = Pick<
  FontFace,
  'underlinePosition' | 'underlineThickness' | 'strikeoutPosition' | 'strikeoutThickness'
>;

/** Where `post` and OS/2 want lines; a font that says nothing gets a line of a twentieth of an em. */
function readDecorations(sfnt: Sfnt, scale: number): Decorations {
  const post = sfnt.has('post') ? sfnt.table('post') : undefined;
  const os2 = sfnt.table('OS/2');
  const known = os2.byteLength >= 30;
  const underlineThickness = (post?.getInt16(10) ?? 0) * scale || 50;
  return {
    underlinePosition: (post?.getInt16(8) ?? 0) * scale || -100,
    underlineThickness,
    strikeoutThickness: (known ? os2.getInt16(26) * scale : 0) || underlineThickness,
    strikeoutPosition: (known ? os2.getInt16(28) * scale : 0) || 300,
  };
}

/** Name 6 of the `name` table, Windows or Macintosh; only printable ASCII is allowed in it. */
function postscriptName(table: DataView): string | undefined {
  if (table.byteLength < 6) return undefined;
  const strings = table.getUint16(4);
  for (let i = 0; i < table.getUint16(2); i++) {
    const record = 6 + 12 * i;
    if (table.getUint16(record + 6) !== 6) continue;
    const length = table.getUint16(record + 8);
    const at = strings + table.getUint16(record + 10);
    let name = '';
    for (let k = 0; k < length; k++) {
      const byte = table.getUint8(at + k);
      if (byte > 32 && byte < 127) name += String.fromCharCode(byte);
    }
    if (name) return name;
  }
  return undefined;
}
