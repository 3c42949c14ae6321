/**
 * Sets text for tests: items with a style given as CSS declarations, a typesetter over the square font
 * (every glyph 1 em) or over the package's own fonts, and lines shown as text.
 *
 *     const set = await squareSetter();
 *     shown(set.lines('aa bb cc', 50))   // ['aa bb', 'cc'] at 10 pt
 */
import { wordsOf, type GlyphRun, type Line } from '../../src/document/glyph-run.js';
import type { InlineItem, InlineText, ParagraphInput, Typesetter } from '../../src/document/inline.js';
import type { ComputedStyle, FontFaceRule } from '../../src/document/style.js';
import type { Host } from '../../src/host.js';
import { createTypesetter } from '../../src/text/typesetter.js';
import { memoryHost } from './memory-host.js';
import { squareFont } from './square-font.js';
import { e, styled } from './style-of.js';

const styles = new Map<string, ComputedStyle>();

/** The computed style of `span` (or another element) in a 10 pt paragraph of the square font, with these declarations; same text, same object. */
export function styleWith(css = '', tagName = 'p'): ComputedStyle {
  const key = `${tagName}{${css}}`;
  let style = styles.get(key);
  if (!style) {
    const sheet = `html { font: 10pt/10pt Square; text-align: left } p { margin: 0 } #it { ${css} }`;
    const it = e(tagName, { id: 'it' }, 'x');
    style = styled(sheet, tagName === 'p' ? it : e('p', {}, it)).style('it');
    styles.set(key, style);
  }
  return style;
}

/** A text item of content node 1 at offset 0, unless told otherwise. */
export function textItem(text: string, css = '', more: Partial<InlineText> = {}): InlineText {
  const style = styleWith(css, css === '' ? 'p' : 'span');
  return { type: 'text', text, style, origin: 'content', source: { node: 1, offset: 0 }, tag: 1, ...more };
}

export interface Setter {
  readonly typesetter: Typesetter;
  /** Lines of a text (or of items) in a measure of pt, the paragraph having these declarations. */
  lines(
    content: string | readonly InlineItem[],
    measure: ParagraphInput['measure'],
    css?: string,
    indent?: number,
  ): readonly Line[];
}

export const squareRule: FontFaceRule = { family: 'Square', src: 'square.ttf', weight: 400, style: 'normal' };

/** A typesetter over these rules; the host has the square font and the package's fonts. */
export async function setter(
  rules: readonly FontFaceRule[] = [squareRule],
  host: Host = memoryHost({ 'square.ttf': squareFont() }),
  hyphenated: readonly string[] = [],
): Promise<Setter> {
  const { value: typesetter } = await createTypesetter(rules, host, hyphenated);
  return {
    typesetter,
    lines(content, measure, css = '', indent = 0) {
      const style = styleWith(css);
      const items = typeof content === 'string' ? [{ ...textItem(content), style }] : content;
      return typesetter.breakLines({ items, style, measure, indent, ink: true });
    },
  };
}

/** The words of a run, spaces included. */
export function runText(run: GlyphRun): string {
  return wordsOf(run)
    .map((word) => word.text)
    .join('');
}

/** All text of each line, the hung space included. */
export function textOfLines(lines: readonly Line[]): readonly string[] {
  return lines.map((line) => line.runs.map(runText).join(''));
}

/** The same without the hung space. */
export function shown(lines: readonly Line[]): readonly string[] {
  return textOfLines(lines).map((line) => line.trimEnd());
}
