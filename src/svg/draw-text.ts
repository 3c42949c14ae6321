/**
 * Glyph runs as SVG: outlines, each distinct glyph once in `defs` and used by reference, or `<text>`
 * for a viewer that has the fonts. Positions are the run's own (advances after kerning, letter and
 * word spacing, rise, offsets of marks); nothing is measured here.
 */
import { wordsOf, type FontFace, type GlyphRun, type ShapedWord } from '../document/glyph-run.js';
import type { TextItem } from '../document/page.js';
import { escapeAttribute, escapeText } from '../document/xml.js';
import { number, paint } from './numbers.js';

/** The glyphs met so far on one page; their outlines go into `defs` in order of first use. */
export class GlyphDefinitions {
  readonly #ids = new Map<string, string>();
  readonly #paths: string[] = [];

  /** `prefix` keeps ids apart when several pages stand in one document. */
  constructor(private readonly prefix: string) {}

  /** The id of a glyph's outline; undefined for one without ink. */
  use(face: FontFace, glyph: number): string | undefined {
    const key = `${face.id}-${glyph}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known || undefined;
    const outline = face.outline(glyph);
    const id = outline === '' ? '' : `${this.prefix}g${key}`;
    this.#ids.set(key, id);
    if (id) this.#paths.push(`<path id="${id}" d="${escapeAttribute(outline)}"/>`);
    return id || undefined;
  }

  /** What stands in `defs`. */
  toString(): string {
    return this.#paths.join('\n');
  }
}

/** The runs of a line as references to outlines. Inside the group the unit is 1/1000 em, y up, as fonts have it. */
export function drawOutlined(item: TextItem, glyphs: GlyphDefinitions): string {
  return item.runs
    .filter(isSeen)
    .map((run) => {
      const uses: string[] = [];
      placeGlyphs(run, (word, index, x, y) => {
        const id = glyphs.use(word.face, word.glyphs[index] ?? 0);
        if (id === undefined) return;
        uses.push(`<use xlink:href="#${id}" x="${number(x)}"${y === 0 ? '' : ` y="${number(y)}"`}/>`);
      });
      const scale = run.size / 1000;
      const place = `translate(${number(item.x + run.x)} ${number(item.y - run.rise)})`;
      if (uses.length === 0) return '';
      return `<g ${paint('fill', run.color)} transform="${place} scale(${scaleText(scale)} ${scaleText(-scale)})">${uses.join('')}</g>`;
    })
    .join('');
}

/** The runs of a line as `<text>`, every word at its own place, spaces kept so that copied text has them. */
export function drawText(item: TextItem): string {
  return item.runs
    .filter(isSeen)
    .map((run) => {
      const words: string[] = [];
      let afterSpace = true;
      eachWord(run, (word, x) => {
        const text = escapeText(word.text);
        const at = afterSpace && !word.space ? ` x="${number(item.x + run.x + (x * run.size) / 1000)}"` : '';
        words.push(at === '' ? text : `</tspan><tspan${at}>${text}`);
        afterSpace = word.space;
      });
      const spans = `<tspan>${words.join('')}</tspan>`.replace(/^<tspan><\/tspan>/, '');
      const { face } = run;
      const italic = face.style === 'italic' ? ' font-style="italic"' : '';
      const spacing = run.letterSpacing === 0 ? '' : ` letter-spacing="${number(run.letterSpacing)}"`;
      return (
        `<text x="${number(item.x + run.x)}" y="${number(item.y - run.rise)}" xml:space="preserve"` +
        ` font-family="${escapeAttribute(face.family)}" font-weight="${face.weight}"${italic}` +
        ` font-size="${number(run.size)}"${spacing} xml:lang="${escapeAttribute(run.language)}"` +
        ` ${paint('fill', run.color)}>${spans}</text>`
      );
    })
    .join('');
}

/** Letters without a size are not drawn; nor would they have a unit for what stands between them. */
function isSeen({ size }: GlyphRun): boolean {
  return size > 0;
}

/** Calls `visit` for each glyph with its origin from the run's origin, in 1/1000 em, y up. */
function placeGlyphs(
  run: GlyphRun,
  visit: (word: ShapedWord, index: number, x: number, y: number) => void,
): void {
  eachWord(run, (word, start) => {
    let pen = start;
    for (let index = 0; index < word.glyphs.length; index++) {
      visit(word, index, pen + (word.offsets?.x[index] ?? 0), word.offsets?.y[index] ?? 0);
      pen += glyphAdvance(run, word, index);
    }
  });
}

function eachWord(run: GlyphRun, visit: (word: ShapedWord, x: number) => void): void {
  let pen = 0;
  for (const word of wordsOf(run)) {
    visit(word, pen);
    for (let index = 0; index < word.glyphs.length; index++) pen += glyphAdvance(run, word, index);
  }
}

/** Advance with spacing, 1/1000 em: as PDF adds Tc to every glyph and Tw to every space (ISO 32000-1, 9.3.3). */
function glyphAdvance(run: GlyphRun, word: ShapedWord, index: number): number {
  const spacing = run.letterSpacing + (word.space ? run.wordSpacing : 0);
  return (word.advances[index] ?? 0) + (spacing * 1000) / run.size;
}

/** A scale needs more digits than a length: it multiplies distances of thousands of units. */
function scaleText(value: number): string {
  return String(Number(value.toFixed(6)));
}
