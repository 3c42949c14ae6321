/**
 * The entry of the stage: characters in, lines out. Comes in: the `@font-face` rules of a publication, a
 * host that reads the font files, the languages whose words are hyphenated. Goes out: a `Typesetter`,
 * which keeps what it has shaped for the whole publication. Fonts are opened when the first character asks
 * for them, so what is wrong with them stands in `Typesetter.diagnostics`, not in those of the call.
 */
import type { Diagnostic, Span, Staged } from '../diagnostic.js';
import type { FontFace, Line } from '../document/glyph-run.js';
import type { InlineItem, InlineText, ParagraphInput, Typesetter } from '../document/inline.js';
import type { ComputedStyle, FontFaceRule } from '../document/style.js';
import type { Host } from '../host.js';
import { breakLines } from './break-lines.js';
import { ItemCollector } from './collect-items.js';
import { LineFitter } from './fit-lines.js';
import { FullShaper } from './full-shaper.js';
import { Hyphenators } from './hyphenate.js';
import { makeLines } from './make-lines.js';
import { FontSet, type FaceChain } from './match-font.js';
import { measureItems } from './measure.js';
import { MissingCharacters } from './missing-characters.js';
import { smallStyle } from './small-caps.js';
import { featuresOf, textStyle, type TextStyle } from './text-style.js';
import type { MissingCharacter } from './word-entry.js';
import { WordStore } from './word-store.js';

/** Makes the typesetter of a publication. */
export async function createTypesetter(
  faces: readonly FontFaceRule[],
  host: Host,
  hyphenated: Iterable<string> = [],
): Promise<Staged<Typesetter>> {
  const shaper = new FullShaper(host);
  const hyphenators = await Hyphenators.load(hyphenated);
  return { value: new FontTypesetter(new FontSet(faces, host), shaper, hyphenators), diagnostics: [] };
}

class FontTypesetter implements Typesetter {
  readonly #styles = new Map<ComputedStyle, TextStyle>();
  /** The style that was asked for last: mostly it is asked for again. */
  #last: TextStyle | undefined;
  readonly #stores = new Map<string, WordStore>();
  readonly #used = new Set<FontFace>();
  readonly #missing = new MissingCharacters();
  readonly #finder = (style: ComputedStyle): TextStyle => this.#styleOf(style);
  readonly #collector = new ItemCollector(this.#finder, (item, character, offset) =>
    this.#reportMissing(item, character, offset),
  );
  readonly #fitter = new LineFitter(this.#collector.pieces, this.#collector.breaks);

  constructor(
    private readonly fonts: FontSet,
    private readonly shaper: FullShaper,
    private readonly hyphenators: Hyphenators,
  ) {}

  breakLines(paragraph: ParagraphInput): readonly Line[] {
    const collector = this.#collector;
    const styleOf = this.#finder;
    const chosen = breakLines(paragraph, { collector, fitter: this.#fitter, styleOf });
    const { pieces, breaks, boxes } = collector;
    const style = this.#styleOf(paragraph.style);
    const { aligner } = chosen;
    const lines = makeLines({ paragraph, style, pieces, breaks, boxes, aligner, styleOf }, chosen);
    this.#use(lines);
    return lines;
  }

  #use(lines: readonly Line[]): void {
    let last: FontFace | undefined;
    for (const line of lines)
      for (const { face } of line.runs)
        if (face !== last) {
          last = face;
          this.#used.add(face);
        }
  }

  intrinsicWidths(
    items: readonly InlineItem[],
    style: ComputedStyle,
  ): { readonly min: number; readonly max: number } {
    return measureItems(this.#collector, items, style, this.#finder);
  }

  strut(style: ComputedStyle): { readonly ascent: number; readonly descent: number } {
    const { ascent, descent } = this.#styleOf(style);
    return { ascent, descent };
  }

  capHeight(style: ComputedStyle): number {
    return (this.#styleOf(style).store.chain.primary.capHeight * style.fontSize) / 1000;
  }

  get usedFaces(): readonly FontFace[] {
    return [...this.#used];
  }

  get diagnostics(): readonly Diagnostic[] {
    return [...this.fonts.diagnostics, ...this.#missing.diagnostics];
  }

  #styleOf(style: ComputedStyle): TextStyle {
    if (this.#last?.style === style) return this.#last;
    const found = this.#findStyle(style);
    this.#last = found;
    return found;
  }

  #findStyle(style: ComputedStyle): TextStyle {
    let found = this.#styles.get(style);
    if (!found) {
      const store = this.#storeFor(style);
      const small = smallStyle(style, (feature) => store.chain.primary.touchedBy([feature]).size > 0);
      found = { ...textStyle(style, store), small: small && this.#styleOf(small) };
      this.#styles.set(style, found);
    }
    return found;
  }

  /** Styles that differ only in size or colour share their words. */
  #storeFor(style: ComputedStyle): WordStore {
    const { fontFamily, fontWeight, fontStyle, language, wordBreak, lineBreak, hyphenateCharacter } = style;
    const features = featuresOf(style);
    const hyphenator = style.hyphens === 'auto' ? this.hyphenators.of(language) : undefined;
    const look = { features, language, wordBreak, lineBreak, hyphenateCharacter, hyphenator };
    const breaking = [wordBreak, lineBreak, hyphenateCharacter, hyphenator !== undefined];
    const font = [fontFamily, fontWeight, fontStyle !== 'normal', language, sorted(features)];
    const key = JSON.stringify([font, breaking]);
    let store = this.#stores.get(key);
    if (!store) {
      const chain = this.fonts.chain({
        families: fontFamily,
        weight: fontWeight,
        italic: fontStyle !== 'normal',
      });
      store = new WordStore(chain, this.shaper, look);
      this.#stores.set(key, store);
    }
    return store;
  }

  #reportMissing(item: InlineText, { character }: MissingCharacter, offset: number): void {
    if (this.#missing.has(character)) return;
    const span = item.span && placeIn(item.span, item.text.slice(0, offset), character.length);
    this.#missing.add(character, familiesOf(this.#styleOf(item.style).store.chain), span);
  }
}

function sorted(features: Readonly<Record<string, number>>): readonly (readonly [string, number])[] {
  return Object.entries(features).sort(([a], [b]) => (a < b ? -1 : 1));
}

function familiesOf(chain: FaceChain): string {
  return [...new Set(chain.all.map((face) => face.family))].join(', ');
}

/** The place of a character that stands after `before` in a text that begins at `span`. */
function placeIn(span: Span, before: string, length: number): Span {
  const lines = before.split('\n');
  const last = lines.at(-1) ?? '';
  if (span.line === undefined) return span;
  const line = span.line + lines.length - 1;
  if (lines.length > 1) return { file: span.file, line, column: last.length + 1, length };
  return span.column === undefined
    ? { file: span.file, line }
    : { file: span.file, line, column: span.column + last.length, length };
}
