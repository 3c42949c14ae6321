/**
 * Lines along the text of a line box (css-text-decor-4, 2): comes in the runs of a line, goes out a path
 * for each stretch of neighbouring runs that one element decorates. Underlines and overlines lie below
 * the text, lines through it above.
 */
import type { GlyphRun } from '../../document/glyph-run.js';
import type { PathItem, PathSegment } from '../../document/page.js';
import type { DecorationLine, TextDecoration } from '../../document/style.js';
import { artifact } from '../boxes/box.js';
import type { Point } from './paint-fragments.js';

/** Runs side by side under one line of one element. */
interface Stretch {
  readonly decoration: TextDecoration;
  readonly line: DecorationLine;
  /** The first run: its size and face rule what the style leaves open. */
  readonly run: GlyphRun;
  readonly from: number;
  to: number;
}

/** A twentieth of an em is as thick as the lines of most text faces are. */
const usualThickness = 1 / 20;
/** From the baseline down to an underline, clear of the commas. */
const usualOffset = 0.12;
/** From the baseline up to the middle of a line through the text: half the x-height of most faces. */
const middle = 0.255;

/** The decorations of a line's runs; `at` is the line's left end on its baseline, `shiftAt` moves what stands at x. */
export function decorationItems(
  runs: readonly GlyphRun[],
  at: Point,
  shiftAt: (x: number) => Point,
): { readonly below: readonly PathItem[]; readonly above: readonly PathItem[] } {
  const stretches = stretchesOf(runs);
  const paint = (stretch: Stretch): readonly PathItem[] => {
    const shift = shiftAt(stretch.from);
    return stretchItems(stretch, { x: at.x + shift.x, y: at.y + shift.y });
  };
  return {
    below: stretches.filter(({ line }) => line !== 'line-through').flatMap(paint),
    above: stretches.filter(({ line }) => line === 'line-through').flatMap(paint),
  };
}

function stretchesOf(runs: readonly GlyphRun[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const run of runs) {
    for (const decoration of run.decorations) {
      for (const line of decoration.lines) {
        const last = found.findLast((one) => one.decoration === decoration && one.line === line);
        if (last && Math.abs(last.to - run.x) < 0.01) last.to = run.x + run.width;
        else found.push({ decoration, line, run, from: run.x, to: run.x + run.width });
      }
    }
  }
  return found;
}

function stretchItems({ decoration, line, run, from, to }: Stretch, at: Point): readonly PathItem[] {
  const thickness = thicknessOf(decoration, line, run);
  const baseline = at.y - (line === 'line-through' ? run.rise : 0);
  const top = baseline + topOf(decoration, line, run, thickness);
  // Second lines go away from the text, or below where the text is between them.
  const step = line === 'overline' ? -2 * thickness : 2 * thickness;
  const bar = { x: at.x + from, width: to - from, thickness };
  switch (decoration.style) {
    case 'solid':
      return [filled(bar, top, decoration)];
    case 'double':
      return [filled(bar, top, decoration), filled(bar, top + step, decoration)];
    case 'dotted':
      return [stroked(bar, top, decoration, [thickness, thickness])];
    case 'dashed':
      return [stroked(bar, top, decoration, [3 * thickness, 2 * thickness])];
    case 'wavy':
      return [wave(bar, top, decoration)];
  }
}

function thicknessOf({ thickness }: TextDecoration, line: DecorationLine, run: GlyphRun): number {
  if (typeof thickness === 'number') return thickness;
  if (thickness === 'auto') return usualThickness * run.size;
  const { strikeoutThickness, underlineThickness } = run.face;
  return ((line === 'line-through' ? strikeoutThickness : underlineThickness) * run.size) / 1000;
}

/** Top of the line from the baseline down, pt. */
function topOf(
  { underlineOffset }: TextDecoration,
  line: DecorationLine,
  run: GlyphRun,
  thickness: number,
): number {
  switch (line) {
    case 'underline':
      return underlineOffset === 'auto' ? usualOffset * run.size : underlineOffset;
    case 'overline':
      return -(run.face.ascent * run.size) / 1000 - thickness;
    case 'line-through':
      return -middle * run.size - thickness / 2;
  }
}

interface Bar {
  readonly x: number;
  readonly width: number;
  readonly thickness: number;
}

function filled({ x, width, thickness }: Bar, y: number, { color }: TextDecoration): PathItem {
  return {
    type: 'path',
    tag: artifact,
    path: [{ type: 'rect', x, y, width, height: thickness }],
    fill: color,
  };
}

function stroked(bar: Bar, top: number, { color }: TextDecoration, dash: readonly number[]): PathItem {
  const y = top + bar.thickness / 2;
  return {
    type: 'path',
    tag: artifact,
    path: [
      { type: 'move', x: bar.x, y },
      { type: 'line', x: bar.x + bar.width, y },
    ],
    stroke: { color, width: bar.thickness, dash },
  };
}

/** Waves two lines high and four long, the last one cut where the text ends. */
function wave(bar: Bar, top: number, { color }: TextDecoration): PathItem {
  const { x, width, thickness } = bar;
  const half = 2 * thickness;
  const y = top + 1.5 * thickness;
  const path: PathSegment[] = [{ type: 'move', x, y }];
  for (let at = 0, up = true; at < width - 0.01; at += half, up = !up) {
    const length = Math.min(half, width - at);
    const height = (up ? -1 : 1) * 2 * thickness * (length / half);
    const x1 = x + at + length / 2;
    path.push({ type: 'curve', x1, y1: y + height, x2: x1, y2: y + height, x: x + at + length, y });
  }
  return { type: 'path', tag: artifact, path, stroke: { color, width: thickness } };
}
