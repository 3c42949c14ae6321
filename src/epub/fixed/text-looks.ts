/**
 * How text looks, as classes of the style sheet that all pages share: one for each face, size, colour, set
 * of features and case. The lines that every page needs stand here too.
 */
import { hexColour } from '../../document/hex-colour.js';
import { wordsOf, type FontFace, type GlyphRun } from '../../document/glyph-run.js';
import type { Color, FontFaceRule, FontUse } from '../../document/style.js';
import { decimal, pixels } from './units.js';

/** How the letters of the source become those that are shown. */
export type TextCase = 'none' | 'uppercase' | 'lowercase';

/**
 * Every element of a page stands at its top left corner and takes no room, so that a piece of text can be moved
 * from there to its place and is still part of its line of text: a word that a line broke is one word. The
 * baseline is told by an empty box one em high, not by the font, whose height each reader rounds.
 */
const pageRules = `html, body.page { margin: 0; padding: 0; }
body.page { position: relative; overflow: hidden; background: #fff; color: #000; line-height: 0; text-align: left;
  text-indent: 0; white-space: nowrap; hyphens: none; -webkit-hyphens: none; font-kerning: normal;
  text-rendering: geometricPrecision; -webkit-text-size-adjust: none; text-size-adjust: none; }
.page * { margin: 0; padding: 0; border: 0; font: inherit; line-height: 0; color: inherit; background: none;
  text-align: left; text-decoration: none; list-style: none; vertical-align: baseline; quotes: none; }
.page table { border-collapse: collapse; border-spacing: 0; }
.page .t { display: inline-block; position: relative; width: 0; height: 0; vertical-align: top; white-space: pre; }
.page .t::before { content: ""; display: inline-block; width: 0; height: 1em; }
.page img, .page .drawn { position: absolute; max-width: none; max-height: none; }
.page .cover { left: 0; top: 0; object-fit: contain; }
.page .drawn { left: 0; top: 0; overflow: visible; pointer-events: none; }
.page .rest { opacity: 0; pointer-events: none; }
.page .furniture, .page .again { -webkit-user-select: none; user-select: none; }
`;

/** The looks met so far. */
export class TextLooks {
  readonly #classes = new Map<string, string>();
  readonly #sizes = new Map<string, string>();
  readonly #faces = new Map<FontFace, FontFaceRule>();

  /** The class of a run's look. */
  of(run: GlyphRun, textCase: TextCase): string {
    const { face } = run;
    if (!this.#faces.has(face)) this.#faces.set(face, ruleOf(face));
    return nameOf(this.#classes, 'f', lookOf(run, textCase));
  }

  /** The class of pages of this size, CSS pixels. */
  ofPage(width: number, height: number): string {
    return nameOf(this.#sizes, 'size-', `width: ${width}px; height: ${height}px`);
  }

  /** The faces that were used. */
  get faces(): readonly FontFaceRule[] {
    return [...this.#faces.values()];
  }

  /** The same as uses: each text is in the face that has its characters, so none lacks what another has. */
  get uses(): readonly FontUse[] {
    const families = [...new Set(this.faces.map(({ family }) => family))];
    return this.faces.map(({ weight, style }) => ({ families, weight, italic: style === 'italic' }));
  }

  /** The style sheet. */
  get css(): string {
    const rules = [...this.#sizes, ...this.#classes].map(([look, name]) => `.page.${name} { ${look}; }\n`);
    return pageRules + rules.map((rule) => rule.replace(/^\.page\.f/, '.page .f')).join('');
  }
}

function nameOf(known: Map<string, string>, prefix: string, look: string): string {
  let name = known.get(look);
  if (name === undefined) known.set(look, (name = `${prefix}${known.size + 1}`));
  return name;
}

function lookOf(run: GlyphRun, textCase: TextCase): string {
  const { face, size, color, features = {} } = run;
  const all = hasSpacedLigatures(run) ? { liga: 1, clig: 1, ...features } : features;
  const settings = Object.entries(all).map(([tag, value]) => `"${tag}" ${value}`);
  return [
    `font-family: "${face.family.replace(/["\\]/g, '\\$&')}"`,
    `font-weight: ${face.weight}`,
    `font-style: ${face.style}`,
    `font-size: ${pixels(size, 3)}`,
    `color: ${colourOf(color)}`,
    ...(settings.length === 0 ? [] : [`font-feature-settings: ${settings.join(', ')}`]),
    ...(textCase === 'none' ? [] : [`text-transform: ${textCase}`]),
  ].join('; ');
}

/** Browsers take ligatures apart where letters are spaced, and layout does not. */
function hasSpacedLigatures(run: GlyphRun): boolean {
  return run.letterSpacing !== 0 && wordsOf(run).some(({ glyphs, text }) => glyphs.length < text.length);
}

function colourOf(color: Color): string {
  const hex = hexColour(color);
  if (color.alpha >= 1) return hex;
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgba(${parts.join(', ')}, ${decimal(color.alpha, 3)})`;
}

function ruleOf({ family, weight, style, path, span }: FontFace): FontFaceRule {
  return { family, weight, style, src: path, ...(span && { span }) };
}
