/**
 * Lines of a paragraph in a column or page: as many as fit, or a refusal when none does. A paragraph that
 * goes on where there is other room than where it began is broken into lines anew from there.
 */
import type { Box, InlineContent, LinesBox } from '../boxes/box.js';
import type { FlowFrame } from './block-flow.js';
import { linesToken } from './break-token.js';
import { cutLines } from './cut-lines.js';
import type { FlowEngine } from './engine.js';
import type { Placed } from './fragment.js';
import { isSideFloat } from './inline-parts.js';
import { anchorsOf, positionedIn, positionedOn } from './line-anchors.js';
import { restOf } from './lines-rest.js';
import { metIn } from './out-of-flow.js';
import type { Paragraph } from './paragraph.js';
import { marginsOf, placeFloat, type FloatPlacement } from './side-floats.js';
import {
  appeal,
  type Appeal,
  type BreakToken,
  type OutOfFlow,
  type ParallelFlow,
  type Refusal,
} from './space.js';

/** Where lines and what they hold are put. */
interface LinesTarget {
  readonly children: Placed[];
  readonly outOfFlow: OutOfFlow[];
  /** Parallel flows that go on in the next fragmentainer. */
  readonly beside: ParallelFlow[];
}

export interface LinesTask {
  readonly box: LinesBox;
  /** Where it goes on: lines before stand in earlier fragments. */
  readonly token: BreakToken | undefined;
  /** Top of the first line, from the container's border-box top, pt. */
  readonly y: number;
  /** The first line takes the container's indent. */
  readonly indent: boolean;
  readonly into: LinesTarget;
}

export interface LinesOutcome {
  readonly refused: false;
  readonly height: number;
  readonly lines: number;
  readonly firstBaseline: number | undefined;
  readonly lastBaseline: number | undefined;
  /** How it goes on after a break. */
  readonly next: BreakToken | undefined;
  readonly appeal: Appeal;
}

export function layOutLines(engine: FlowEngine, frame: FlowFrame, task: LinesTask): LinesOutcome | Refusal {
  const search = frame.space.fragmentainer?.search;
  const mark = search?.mark();
  const broken = breakParagraph(engine, frame, task);
  const { lines } = broken.paragraph;
  // Floats of later lines are no reason for lines to leave; those that stand at the head are.
  const head = floatsUpTo(broken, broken.from, true);
  if (mark) search?.reset(mark);
  const below = search?.placed ?? false;
  if (search && anyStands(head)) search.placed = true;
  const cut = cutLines(frame, { box: broken.box, lines, from: broken.from, y: task.y, below });
  const end = cut === 'refused' ? broken.from : cut.end;
  const floats = cut === 'refused' ? head : floatsUpTo(broken, end, false);
  const stand = anyStands(floats);
  if (cut === 'refused' && !stand) {
    if (mark) search?.reset(mark);
    return { refused: true, appeal: frame.avoid ? appeal.breakAvoid : appeal.perfect };
  }
  if (floats.length > 0) setFloats(broken, floats, task.into);
  if (broken.paragraph.inline.anchors.length > 0) engine.hasAnchors = true;
  const set = setLines(broken, frame, task, end);
  if (end > broken.from || stand) engine.notePlaced(task.box, frame.space);
  return {
    refused: false,
    height: set.bottom - task.y,
    lines: end - broken.from,
    firstBaseline: set.firstBaseline,
    lastBaseline: set.lastBaseline,
    next: end < lines.length ? tokenAt(broken, frame, end, floats) : undefined,
    appeal: cut === 'refused' ? appeal.perfect : cut.appeal,
  };
}

function anyStands(floats: readonly SetFloat[]): boolean {
  return floats.some(({ placed }) => placed.fragment !== undefined);
}

/** Floats stand before the lines. */
function setFloats(
  { paragraph: { inline } }: BrokenLines,
  floats: readonly SetFloat[],
  into: LinesTarget,
): void {
  for (const { box, placed } of floats) {
    if (placed.fragment) into.children.push(placed.fragment);
    if (placed.rest) into.beside.push(placed.rest);
    into.outOfFlow.push(...metIn(placed.outOfFlow, inline.homes.get(box)));
  }
}

/** The lines of a paragraph, or of its rest, from `from` on. */
interface BrokenLines {
  readonly box: LinesBox;
  readonly paragraph: Paragraph;
  readonly from: number;
  readonly indent: boolean;
  /** Beside floats: other lines than the paragraph's at this width. */
  readonly apart: boolean;
  readonly floats: readonly SetFloat[];
}

/** A float of the text and where it is. */
interface SetFloat {
  readonly box: Box;
  readonly placed: FloatPlacement;
}

const noFloats: readonly SetFloat[] = [];

function breakParagraph(engine: FlowEngine, frame: FlowFrame, task: LinesTask): BrokenLines {
  const { token } = task;
  const top = frame.contextY + task.y;
  const known = token?.lines ?? { box: task.box, width: frame.width, indent: task.indent };
  const { width, indent } = known;
  const { paragraphs } = engine;
  const index = token?.index ?? 0;
  const beside = frame.floats.reachesBelow(top) || known.box.items.some(isFloat);
  if (!beside && width === frame.width)
    return {
      box: known.box,
      paragraph: paragraphs.plain(known.box, width, indent),
      from: index,
      indent,
      apart: false,
      floats: noFloats,
    };
  // The rest is broken for its own room.
  const at = index > 0 ? paragraphs.plain(known.box, width, indent).lines[index]?.from : undefined;
  const box = at ? restOf(known.box, at, new Set()) : known.box;
  const own = at ? false : indent;
  if (!beside) {
    const paragraph = paragraphs.plain(box, frame.width, own);
    return { box, paragraph, from: 0, indent: own, apart: false, floats: noFloats };
  }
  const floats: SetFloat[] = [];
  const place = (float: Box, y: number): void => {
    const placed = placeFloat(engine, frame, { box: float, token: undefined, top: y - frame.contextY });
    floats.push({ box: float, placed });
  };
  const widthOf = (float: Box): number => {
    const margins = marginsOf(float, frame.width);
    return margins.left + margins.right + engine.layOutFloat(float, frame, undefined).fragment.width;
  };
  const x = frame.contextX + frame.left;
  const room = { floats: frame.floats, x, y: top, width: frame.width, place, widthOf };
  const paragraph = paragraphs.beside(box, room, own);
  return { box, paragraph, from: 0, indent: own, apart: true, floats };
}

function isFloat(item: InlineContent): boolean {
  return item.type === 'out-of-flow' && isSideFloat(item.box.style);
}

/** The floats on lines before `end`; when nothing else stands here, those of the line that does not fit. */
function floatsUpTo(broken: BrokenLines, end: number, nothing: boolean): readonly SetFloat[] {
  const { lines, inline } = broken.paragraph;
  if (broken.floats.length === 0 || end >= lines.length) return broken.floats;
  const later = new Set<Box>();
  lines.slice(end).forEach((line, i) => {
    if (nothing && i === 0) return;
    for (const { tag } of line.anchors) {
      const anchor = inline.anchors[tag];
      if (anchor?.type === 'out-of-flow') later.add(anchor.box);
    }
  });
  return broken.floats.filter(({ box }) => !later.has(box));
}

/** Where the text goes on: at a line of the paragraph, or with what is left of it when its lines stood beside floats. */
function tokenAt(
  broken: BrokenLines,
  frame: FlowFrame,
  end: number,
  floats: readonly SetFloat[],
): BreakToken {
  const { box, paragraph, indent, apart } = broken;
  const { width } = frame;
  if (!apart) return linesToken(end, { box, width, indent });
  const first = end === 0;
  const from = (first ? undefined : paragraph.lines[end]?.from) ?? { item: 0, offset: 0 };
  const standing = new Set(floats.map((float) => float.box));
  const rest = first && standing.size === 0 ? box : restOf(box, from, standing);
  return linesToken(0, { box: rest, width, indent: indent && first });
}

function setLines(
  { paragraph, from }: BrokenLines,
  frame: FlowFrame,
  task: LinesTask,
  end: number,
): {
  readonly bottom: number;
  readonly firstBaseline: number | undefined;
  readonly lastBaseline: number | undefined;
} {
  const { children, outOfFlow } = task.into;
  let { y } = task;
  let firstBaseline: number | undefined;
  let lastBaseline: number | undefined;
  const { width, left: x } = frame;
  const { inline, lines } = paragraph;
  const inside = inline.parts;
  for (let i = from; i < end; i += 1) {
    const line = lines[i];
    if (!line) continue;
    y += line.before;
    const height = line.ascent + line.descent;
    children.push({ x, y, fragment: { type: 'line', line, width, height, inside } });
    if (line.anchors.length > 0) children.push(...anchorsOf(inline, line, { x, y, height }));
    if (line.anchors.length > 0 || inline.waiting.size > 0)
      outOfFlow.push(...positionedOn(inline, line, { x, y, height }));
    lastBaseline = y + line.ascent;
    firstBaseline ??= lastBaseline;
    y += height;
  }
  if (lines.length === 0) outOfFlow.push(...positionedIn(inline, { x, y }));
  return { bottom: y, firstBaseline, lastBaseline };
}
