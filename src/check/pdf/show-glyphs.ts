/**
 * One text-showing operator worked out (ISO 32000-1, 9.4.3–9.4.4): strings and adjustments in; out, the
 * text, where its baseline begins and ends, and whether a gap between two glyphs stands for a space that
 * is not there.
 */
import { PdfString, type PdfObject } from './objects.js';
import { multiply, type GraphicsState, type Matrix, type Paint } from './graphics-state.js';
import type { Glyph, PdfFont } from './read-font.js';

export interface Shown {
  readonly glyphs: readonly Glyph[];
  /** Where each of them begins, in text space from the start. */
  readonly starts: Float32Array;
  /** U+FFFD stands for a glyph without text. */
  readonly text: string;
  /** Ends of the baseline in default user space, pt. */
  readonly from: Point;
  readonly to: Point;
  /** An em along the baseline, pt. */
  readonly em: number;
  /** Displacement in text space, not scaled by the matrices. */
  readonly advance: number;
  readonly fill: Paint;
  /** The text up to and after a gap wide enough for a space where no space glyph stands. */
  readonly gap?: readonly [before: string, after: string];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * A gap this wide (em) between letters reads as a space: half of a narrow word space, and wider than
 * any kern.
 */
export const spaceGap = 0.15;

/** Works out one operator. `pieces` are the elements of a TJ array. */
export function showGlyphs(
  font: PdfFont,
  state: Readonly<GraphicsState>,
  textMatrix: Matrix,
  pieces: readonly PdfObject[],
): Shown {
  const glyphs: Glyph[] = [];
  const starts: number[] = [];
  /** Gap in front of each glyph, em, from adjustments. */
  const gaps: number[] = [];
  let advance = 0;
  let pending = 0;
  for (const piece of pieces) {
    if (typeof piece === 'number') {
      pending -= piece / 1000;
      advance -= (piece / 1000) * state.size * state.scale;
    }
    if (!(piece instanceof PdfString)) continue;
    for (const glyph of font.glyphs(piece.bytes)) {
      starts.push(advance);
      const spacing = state.charSpacing + (glyph.wordSpace ? state.wordSpacing : 0);
      advance += (glyph.width * state.size + spacing) * state.scale;
      glyphs.push(glyph);
      gaps.push(pending);
      pending = 0;
    }
  }
  const onPage = multiply(textMatrix, state.ctm);
  const at = (x: number): Point => ({
    x: onPage[0] * x + onPage[2] * state.rise + onPage[4],
    y: onPage[1] * x + onPage[3] * state.rise + onPage[5],
  });
  const em = Math.hypot(onPage[0], onPage[1]) * Math.abs(state.size * state.scale);
  const text = glyphs.map((glyph) => glyph.text ?? '\ufffd').join('');
  const gap = missingSpace(glyphs, gaps);
  return {
    glyphs,
    starts: Float32Array.from(starts),
    text,
    from: at(0),
    to: at(advance),
    em,
    advance,
    fill: state.fill,
    ...(gap ? { gap } : {}),
  };
}

/** The first gap that reads as a space without being one. Tracking (the usual gap of the string) is taken off. */
function missingSpace(
  glyphs: readonly Glyph[],
  gaps: readonly number[],
): readonly [string, string] | undefined {
  if (!gaps.some((gap) => gap > spaceGap)) return undefined;
  const inner = gaps.slice(1).toSorted((a, b) => a - b);
  const tracking = Math.max(0, inner[inner.length >> 1] ?? 0);
  for (let i = 1; i < glyphs.length; i += 1) {
    if ((gaps[i] ?? 0) - (inner.length > 2 ? tracking : 0) <= spaceGap) continue;
    const textOf = (part: readonly Glyph[]): string => part.map((glyph) => glyph.text ?? '\ufffd').join('');
    const [before, after] = [textOf(glyphs.slice(Math.max(0, i - 12), i)), textOf(glyphs.slice(i, i + 12))];
    if (!isParted(before, after)) return [before, after];
  }
  return undefined;
}

/**
 * Whether two texts are words apart without a further space: by white space, or by a dash on a word,
 * after which a style sheet may leave room (`LSO-Chiều` with a margin after the dateline).
 */
export function isParted(before: string, after: string): boolean {
  return /(?:\s|\p{L}[-–—])$/u.test(before) || /^\s/.test(after);
}
