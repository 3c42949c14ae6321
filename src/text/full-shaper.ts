/**
 * The full shaper: HarfBuzz, for words that the fast path leaves alone (marks, ligatures, features,
 * other scripts). Comes in: a word, a face, features. Goes out: glyphs in font units. Fonts are handed to
 * HarfBuzz when their first word needs it.
 */
import type { OpenFace } from './open-font.js';

type HarfBuzz = typeof import('harfbuzzjs');
type HarfBuzzFont = InstanceType<HarfBuzz['Font']>;

/** What HarfBuzz says of a word; font units, clusters are UTF-16 indexes. */
export interface ShapedGlyph {
  readonly glyph: number;
  readonly cluster: number;
  readonly advance: number;
  readonly x: number;
  readonly y: number;
}

/** OpenType features by tag. */
export type Features = Readonly<Record<string, number>>;

/** Scripts whose words the fast path may also set are always shaped as Latin, letters or not. */
const latinOnly = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** HarfBuzz, loaded once for a typesetter. */
export class FullShaper {
  readonly #fonts = new Map<OpenFace, HarfBuzzFont>();

  private constructor(private readonly harfbuzz: HarfBuzz) {}

  static async load(): Promise<FullShaper> {
    return new FullShaper(await import('harfbuzzjs'));
  }

  /** Shapes a word with one face, left to right unless its script runs the other way. */
  shape(text: string, face: OpenFace, features: Features, language: string): readonly ShapedGlyph[] {
    const { Buffer, BufferFlag, Direction, Feature, shape } = this.harfbuzz;
    const buffer = new Buffer();
    buffer.addText(text);
    if (latinOnly.test(text)) {
      buffer.setScript('Latn');
      buffer.setDirection(Direction.LTR);
    } else buffer.guessSegmentProperties();
    if (/^[\w-]+$/.test(language)) buffer.setLanguage(language);
    buffer.setFlags(BufferFlag.REMOVE_DEFAULT_IGNORABLES);
    const list = Object.entries(features).map(([tag, value]) => new Feature(tag, value));
    shape(this.#font(face), buffer, list);
    const positions = buffer.getGlyphPositions();
    return buffer.getGlyphInfos().map((info, i) => ({
      glyph: info.codepoint,
      cluster: info.cluster,
      advance: positions[i]?.xAdvance ?? 0,
      x: positions[i]?.xOffset ?? 0,
      y: positions[i]?.yOffset ?? 0,
    }));
  }

  #font(face: OpenFace): HarfBuzzFont {
    let font = this.#fonts.get(face);
    if (!font) {
      const { Blob, Face, Font } = this.harfbuzz;
      font = new Font(new Face(new Blob(face.bytes)));
      this.#fonts.set(face, font);
    }
    return font;
  }
}
