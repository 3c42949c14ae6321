/**
 * How many lines of a paragraph stay in a column or page: as many as fit, broken where orphans and
 * widows allow (css-break-3, 3.3). A drop cap is not parted from the lines that it stands beside.
 */
import type { Line } from '../../document/glyph-run.js';
import { initialOf, type LinesBox } from '../boxes/box.js';
import type { FlowFrame } from './block-flow.js';
import { appeal, type Appeal } from './space.js';

const epsilon = 1e-6;

export interface LinesToCut {
  readonly box: LinesBox;
  readonly lines: readonly Line[];
  /** The first that is to be set. */
  readonly from: number;
  /** Its top, from the container's border-box top, pt. */
  readonly y: number;
  /** Something stands above it in the fragmentainer, floats of its own apart. */
  readonly below: boolean;
}

/** Which lines stay: up to `end`. */
export function cutLines(
  frame: FlowFrame,
  task: LinesToCut,
): { readonly end: number; readonly appeal: Appeal } | 'refused' {
  const { fragmentainer } = frame.space;
  const { lines } = task;
  const count = lines.length;
  if (!fragmentainer) return { end: count, appeal: appeal.perfect };
  const { search } = fragmentainer;
  const cap = initialOf(task.box);
  if (cap && task.below && task.y + cap.height > frame.room + epsilon) {
    search.missing(task.y + cap.height - frame.room);
    return 'refused';
  }
  const inside = frame.avoid ? appeal.breakAvoid : appeal.perfect;
  const fitting = countFitting(frame, task);
  const last = lastLegal(task, count, Math.min(fitting, count - 1));
  if (fitting === count) {
    if (last === undefined) return { end: count, appeal: appeal.perfect };
    // The lines above make a break inside possible even when nothing else stands on the page yet.
    const before = search.placed;
    search.placed = true;
    const chosen = search.candidate(inside);
    search.placed = before;
    return chosen ? { end: last, appeal: inside } : { end: count, appeal: appeal.perfect };
  }
  if (last !== undefined) return { end: last, appeal: inside };
  if (fitting > task.from) {
    const poor = inside === appeal.perfect ? appeal.orphansWidows : appeal.breakAvoid;
    // Not both can be had: as few lines too few in the next fragmentainer as those above allow.
    const { orphans, widows } = task.box.style;
    const end = Math.min(fitting, Math.max(task.from + orphans, count - widows));
    return { end, appeal: poor };
  }
  return search.placed ? 'refused' : { end: Math.min(count, task.from + 1), appeal: appeal.lastResort };
}

/** The index after the last line that fits; notes how much is missing for the next. */
function countFitting(frame: FlowFrame, task: LinesToCut): number {
  const { lines } = task;
  const held = heldFrom(frame, task);
  let y = task.y;
  for (let i = task.from; i < lines.length; i += 1) {
    const line = lines[i];
    if (!line) continue;
    if (i === held) {
      if (frame.space.fragmentainer) frame.space.fragmentainer.search.held = true;
      return i;
    }
    y += line.before + line.ascent + line.descent;
    if (y > frame.room + epsilon) {
      frame.space.fragmentainer?.search.missing(y - frame.room);
      return i;
    }
  }
  return lines.length;
}

/**
 * The first line that may not stand on this page, its note being held back; with `footnote-policy: block`
 * that of its paragraph, if it begins here. What leads a page or column stays: breaking gains it nothing.
 */
function heldFrom(frame: FlowFrame, { lines, from }: LinesToCut): number | undefined {
  const { search, heldNotes } = frame.space.fragmentainer ?? {};
  if (!search || !heldNotes) return undefined;
  const isHeld = (line: Line, by?: 'block'): boolean =>
    line.notes.some((note) => (by ? heldNotes.get(note) === by : heldNotes.has(note)));
  const paragraph = from === 0 && search.placed && lines.some((line) => isHeld(line, 'block'));
  const found = paragraph ? from : lines.findIndex((line, i) => i >= from && isHeld(line));
  return found < 0 || (found === from && !search.placed) ? undefined : found;
}

/** The last place at or before `fitting` that leaves enough lines on both sides. */
function lastLegal(task: LinesToCut, count: number, fitting: number): number | undefined {
  const { orphans, widows } = task.box.style;
  const end = Math.min(fitting, count - widows);
  const least = Math.max(orphans, initialOf(task.box)?.sink ?? 1);
  return end - task.from >= least && end > task.from ? end : undefined;
}
