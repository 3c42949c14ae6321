/** `@font-face` rules (CSS Fonts 4 §4): family, file, weight and style of one face. */
import type { Span } from '../diagnostic.js';
import type { FontFaceRule } from '../document/style.js';
import type { Host } from '../host.js';
import { cssText, type ComponentValue, type ComponentValues } from './component-value.js';
import { packagedFile } from './packaged.js';
import type { WrittenDeclaration } from './declarations.js';

/** Formats of `src` that our font readers take; a `url()` without a format counts too. */
const formats: ReadonlySet<string> = new Set(['truetype', 'opentype', 'ttf', 'otf']);

/** Descriptors that say nothing we need; they are allowed. */
const silent: ReadonlySet<string> = new Set(['font-display', 'unicode-range', 'font-stretch']);

export interface ReadFontFace {
  /** Absent when the rule lacks a family or a file that we can use. */
  readonly face?: FontFaceRule;
  /** What of the rule is not supported, as CSS text. */
  readonly unsupported: readonly WrittenDeclaration[];
}

/** Reads the descriptors of one rule; `from` is the sheet that its urls start at. */
export function readFontFace(written: readonly WrittenDeclaration[], from: string, host: Host): ReadFontFace {
  const unsupported: WrittenDeclaration[] = [];
  let family: string | undefined;
  let src: string | undefined;
  let span: Span | undefined;
  let weight = 400;
  let style: FontFaceRule['style'] = 'normal';
  for (const declaration of written) {
    const { values } = declaration;
    const [first] = values;
    switch (declaration.name.toLowerCase()) {
      case 'font-family':
        family = first?.type === 'string' ? first.value : cssText(values);
        break;
      case 'src':
        src = source(values, from, host);
        span = declaration.span;
        break;
      case 'font-weight':
        weight = weightOf(first) ?? weight;
        break;
      case 'font-style':
        style = first?.type === 'ident' && /^(?:italic|oblique)$/i.test(first.name) ? 'italic' : 'normal';
        break;
      default:
        if (!silent.has(declaration.name.toLowerCase())) unsupported.push(declaration);
    }
  }
  if (!family || src === undefined) return { unsupported };
  return { face: { family, src, weight, style, ...(span && { span }) }, unsupported };
}

/** The first file of a `src` list in a format that we read. */
function source(values: ComponentValues, from: string, host: Host): string | undefined {
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value?.type !== 'url') continue;
    const next = values[i + 1];
    const format = next?.type === 'function' && next.name === 'format' ? textOf(next.args[0]) : undefined;
    if (format !== undefined && !formats.has(format)) continue;
    return packagedFile(value.value, host) ?? host.resolve(from, value.value);
  }
  return undefined;
}

function textOf(value: ComponentValue | undefined): string {
  if (value?.type === 'string') return value.value.toLowerCase();
  return value?.type === 'ident' ? value.name.toLowerCase() : '';
}

function weightOf(value: ComponentValue | undefined): number | undefined {
  if (value?.type === 'number') return value.value;
  const name = textOf(value);
  return name === 'bold' ? 700 : name === 'normal' ? 400 : undefined;
}

/** Faces in order, a later rule for the same face instead of the earlier one. */
export function uniqueFaces(faces: readonly FontFaceRule[]): readonly FontFaceRule[] {
  const byFace = new Map<string, FontFaceRule>();
  for (const face of faces) byFace.set(`${face.family.toLowerCase()}|${face.weight}|${face.style}`, face);
  return [...byFace.values()];
}
