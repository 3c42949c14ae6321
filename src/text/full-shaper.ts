/**
 * The full shaper: HarfBuzz, for words that the fast path leaves alone (marks, ligatures, features,
 * other scripts). Comes in: a word, a face, features. Goes out: glyphs in font units. HarfBuzz is started
 * when the first word needs it, which in most publications none does; it gets a font when that font's
 * first word does.
 */
import type { Host } from '../host.js';
import { HarfBuzz, type ShapedGlyph } from './harfbuzz.js';
import type { OpenFace } from './open-font.js';

/** OpenType features by tag. */
export type Features = Readonly<Record<string, number>>;

/** HarfBuzz with the fonts of a typesetter. */
export class FullShaper {
  readonly #fonts = new Map<OpenFace, number>();
  #harfbuzz: HarfBuzz | undefined;

  constructor(private readonly host: Host) {}

  /** Shapes a word with one face, left to right unless its script runs the other way. */
  shape(text: string, face: OpenFace, features: Features, language: string): readonly ShapedGlyph[] {
    const harfbuzz = (this.#harfbuzz ??= new HarfBuzz(this.#program()));
    let font = this.#fonts.get(face);
    if (font === undefined) {
      font = harfbuzz.openFont(face.bytes);
      this.#fonts.set(face, font);
    }
    return harfbuzz.shape(text, font, {
      features: Object.entries(features),
      language: /^[\w-]+$/.test(language) ? language : '',
      // Scripts whose words the fast path may also set are always shaped as Latin, letters or not.
      latin: /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u.test(text),
    });
  }

  #program(): Uint8Array {
    const file = this.host.read(this.host.dependency('harfbuzzjs/dist/harfbuzz.wasm'));
    if (!file.ok) throw new Error(`harfbuzz.wasm: ${file.reason}`);
    return file.bytes;
  }
}
