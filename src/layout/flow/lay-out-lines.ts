/**
 * Lines of a paragraph in a column or page: as many as fit, broken where orphans and widows allow
 * (css-break-3, 3.3), or a refusal when none does.
 */
import type { Line } from '../../document/glyph-run.js';
import type { Box, LinesBox } from '../boxes/box.js';
import type { FlowFrame } from './block-flow.js';
import type { FlowEngine } from './engine.js';
import type { Placed } from './fragment.js';
import { isSideFloat } from './inline-parts.js';
import type { Paragraph } from './paragraph.js';
import { marginsOf, placeFloat } from './side-floats.js';
import { appeal, type Appeal, type FloatRest, type OutOfFlow, type Refusal } from './space.js';

export interface LinesTask {
  readonly box: LinesBox;
  /** First line to set: those before stand in earlier fragments. */
  readonly from: number;
  /** Top of the first line, from the container's border-box top, pt. */
  readonly y: number;
  /** The first line takes the container's indent. */
  readonly indent: boolean;
}

export interface LinesOutcome {
  readonly refused?: false;
  readonly placed: readonly Placed[];
  readonly floatRests: readonly FloatRest[];
  readonly outOfFlow: readonly OutOfFlow[];
  readonly height: number;
  readonly lines: number;
  readonly firstBaseline?: number;
  readonly lastBaseline?: number;
  /** The line to go on with after a break. */
  readonly next?: number;
  readonly appeal: Appeal;
}

const epsilon = 1e-6;

export function layOutLines(engine: FlowEngine, frame: FlowFrame, task: LinesTask): LinesOutcome | Refusal {
  const floated: Placed[] = [];
  const floatRests: FloatRest[] = [];
  const outOfFlow: OutOfFlow[] = [];
  const paragraph = breakParagraph(engine, frame, task, { floated, floatRests, outOfFlow });
  const { lines } = paragraph;
  const cut = cutLines(frame, task, lines);
  if (cut === 'refused') return { refused: true, appeal: frame.avoid ? appeal.breakAvoid : appeal.perfect };
  const placed: Placed[] = [...floated];
  let y = task.y;
  let firstBaseline: number | undefined;
  let lastBaseline: number | undefined;
  for (let i = task.from; i < cut.end; i += 1) {
    const line = lines[i];
    if (!line) continue;
    y += line.before;
    const height = line.ascent + line.descent;
    placed.push({
      x: frame.left,
      y,
      fragment: { type: 'line', line, width: frame.width, height, inside: paragraph.inline.parts },
    });
    placed.push(...anchorsOf(paragraph, line, { x: frame.left, y }));
    outOfFlow.push(...positionedOn(paragraph, line, { x: frame.left, y, height }));
    firstBaseline ??= y + line.ascent;
    lastBaseline = y + line.ascent;
    y += height;
  }
  if (lines.length === 0) {
    paragraph.inline.anchors.forEach((anchor) => {
      if (anchor.type === 'out-of-flow' && anchor.box.style.position === 'absolute')
        outOfFlow.push({ box: anchor.box, x: frame.left, y: task.y });
    });
  }
  if (cut.end > task.from) engine.notePlaced(task.box, frame.space);
  return {
    placed,
    floatRests,
    outOfFlow,
    height: y - task.y,
    lines: cut.end - task.from,
    ...(firstBaseline === undefined ? {} : { firstBaseline }),
    ...(lastBaseline === undefined ? {} : { lastBaseline }),
    ...(cut.end < lines.length ? { next: cut.end } : {}),
    appeal: cut.appeal,
  };
}

function breakParagraph(
  engine: FlowEngine,
  frame: FlowFrame,
  task: LinesTask,
  found: { readonly floated: Placed[]; readonly floatRests: FloatRest[]; readonly outOfFlow: OutOfFlow[] },
): Paragraph {
  const { box, from, indent } = task;
  const top = frame.contextY + task.y;
  const own = box.items.some((item) => item.type === 'out-of-flow' && isSideFloat(item.box.style));
  if (from > 0 || (!own && !frame.floats.reachesBelow(top)))
    return engine.paragraphs.plain(box, frame.width, indent);
  const room = {
    floats: frame.floats,
    x: frame.contextX + frame.left,
    y: top,
    width: frame.width,
    place: (float: Box, y: number): void => {
      const placed = placeFloat(engine, frame, { box: float, token: undefined, top: y - frame.contextY });
      if (placed.fragment) found.floated.push(placed.fragment);
      if (placed.rest) found.floatRests.push(placed.rest);
      found.outOfFlow.push(...placed.outOfFlow);
    },
    widthOf: (float: Box): number => {
      const margins = marginsOf(float, frame.width);
      return (
        margins.left + margins.right + engine.layOutFloat(float, frame, undefined, undefined).fragment.width
      );
    },
  };
  return engine.paragraphs.beside(box, room, indent);
}

/** Which lines stay: up to `end`. */
function cutLines(
  frame: FlowFrame,
  task: LinesTask,
  lines: readonly Line[],
): { readonly end: number; readonly appeal: Appeal } | 'refused' {
  const { fragmentainer } = frame.space;
  const count = lines.length;
  if (!fragmentainer) return { end: count, appeal: appeal.perfect };
  const { search } = fragmentainer;
  const inside = frame.avoid ? appeal.breakAvoid : appeal.perfect;
  const fitting = countFitting(frame, task, lines);
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
    return { end: fitting, appeal: poor };
  }
  return search.placed ? 'refused' : { end: Math.min(count, task.from + 1), appeal: appeal.lastResort };
}

/** The index after the last line that fits; notes how much is missing for the next. */
function countFitting(frame: FlowFrame, task: LinesTask, lines: readonly Line[]): number {
  let y = task.y;
  for (let i = task.from; i < lines.length; i += 1) {
    const line = lines[i];
    if (!line) continue;
    y += line.before + line.ascent + line.descent;
    if (y > frame.room + epsilon) {
      frame.space.fragmentainer?.search.missing(y - frame.room);
      return i;
    }
  }
  return lines.length;
}

/** The last place at or before `fitting` that leaves enough lines on both sides. */
function lastLegal(task: LinesTask, count: number, fitting: number): number | undefined {
  const { orphans, widows } = task.box.style;
  const end = Math.min(fitting, count - widows);
  return end - task.from >= orphans && end > task.from ? end : undefined;
}

/** Page floats and marks of the text, at the line on which they stand. */
function anchorsOf(
  paragraph: Paragraph,
  line: Line,
  at: { readonly x: number; readonly y: number },
): readonly Placed[] {
  return line.anchors.flatMap(({ tag, x }): readonly Placed[] => {
    const anchor = paragraph.inline.anchors[tag];
    if (!anchor) return [];
    if (anchor.type === 'mark')
      return [
        { x: at.x + line.x + x, y: at.y, fragment: { type: 'mark', mark: anchor.mark, width: 0, height: 0 } },
      ];
    const { float } = anchor.box.style;
    if (float !== 'block-start' && float !== 'block-end' && float !== 'snap-block') return [];
    return [{ ...at, fragment: { type: 'anchor', box: anchor.box, width: 0, height: 0 } }];
  });
}

/** Positioned boxes of the text: inline ones would stand at their place on the line, block ones below it (10.3.7). */
function positionedOn(
  paragraph: Paragraph,
  line: Line,
  at: { readonly x: number; readonly y: number; readonly height: number },
): readonly OutOfFlow[] {
  return line.anchors.flatMap(({ tag, x }): readonly OutOfFlow[] => {
    const anchor = paragraph.inline.anchors[tag];
    if (anchor?.type !== 'out-of-flow' || anchor.box.style.position !== 'absolute') return [];
    const inline = anchor.box.style.display.startsWith('inline');
    if (inline) return [{ box: anchor.box, x: at.x + line.x + x, y: at.y }];
    return [{ box: anchor.box, x: at.x, y: x > 0 ? at.y + at.height : at.y }];
  });
}
