/**
 * One page: the flow from a break token to where the page is full, with page floats at its head and
 * foot and footnotes below. A float or note that turns up takes room from the flow, so the page is
 * filled again; each float is tried once on its page and otherwise waits for the next, so this ends.
 */
import type { BlockBox } from '../boxes/box.js';
import { blockSpace } from '../flow/block-space.js';
import type { FlowEngine } from '../flow/engine.js';
import {
  fillBest,
  fillWithFloats,
  heightOf,
  notesIn,
  walkFragments,
  type FloatedFill,
} from '../flow/fill.js';
import type { FloatPiece, Placed } from '../flow/fragment.js';
import { appeal, type BreakToken, type HeldNotes, type LayoutResult, type Stop } from '../flow/space.js';
import { resolveAuto, usedBox } from '../used-values.js';
import type { PageRectangle } from '../page-master.js';
import type { NoteLayouter, NotePiece, NoteRoom } from './notes.js';

export interface PageTask {
  readonly root: BlockBox;
  /** Where the flow goes on; nothing on the first page. */
  readonly token: BreakToken | undefined;
  readonly area: PageRectangle;
  /** Name of the page around the root. */
  readonly page: string;
  /** Floats that belong here before any others, in order: left over, or bound to the run's first page. */
  readonly floats: readonly FloatPiece[];
  /** Notes that found no room on the page before. */
  readonly notes: readonly NotePiece[];
  /** The flow has ended: only floats and notes are left. */
  readonly ended: boolean;
}

/** A page's fragments at their places on the page, pt from its corner. */
export interface ComposedPage {
  readonly flow: readonly Placed[];
  readonly floats: readonly Placed[];
  readonly notes: readonly Placed[];
  readonly token: BreakToken | undefined;
  /** Why the flow ended here, if it did not come to its end. */
  readonly stop: Stop | undefined;
  readonly leftFloats: readonly FloatPiece[];
  readonly leftNotes: readonly NotePiece[];
  /** Numbers of the notes that are called here. */
  readonly calls: readonly number[];
}

/** At most this share of a page goes to notes; the rest of them waits for the next page. */
const notesShare = 0.7;

/** The room that notes may take of a page area. */
export function noteRoom(area: PageRectangle): NoteRoom {
  return { width: area.width, limit: area.height * notesShare };
}

/** How close to the least note area a page is set, pt, and how often it is tried. */
const noteTolerance = 4;
const noteTries = 8;

/** How often a page is set anew because of a note that must not be parted from its call. */
const holdTries = 8;

/** A page whose notes are where their policies want them, as far as its flow can do without them. */
export function composePage(engine: FlowEngine, task: PageTask, notes: NoteLayouter): ComposedPage {
  const held = new Map<number, 'line' | 'block'>();
  const givenUp = new Set<number>();
  for (let tries = 0; ; tries += 1) {
    const { page, seen } = composeHolding(engine, task, { notes, held });
    const parted = partedNote(page, seen, { notes, held, givenUp });
    if (!parted || tries >= holdTries) return page;
    if (held.delete(parted.note)) givenUp.add(parted.note);
    else held.set(parted.note, parted.policy);
  }
}

/**
 * The first note that `footnote-policy` wants elsewhere (css-gcpm-3, 2.6): its line stands here and it
 * does not, or its line left for lack of room and the paragraph did not. One that was held back and still
 * is called here leads what stands here: it is given up.
 */
function partedNote(
  { calls, leftNotes }: ComposedPage,
  seen: ReadonlySet<number>,
  known: {
    readonly notes: NoteLayouter;
    readonly held: HeldNotes;
    readonly givenUp: ReadonlySet<number>;
  },
): { readonly note: number; readonly policy: 'line' | 'block' } | undefined {
  const { notes, held, givenUp } = known;
  const waiting = new Set(leftNotes.flatMap(({ note, first }) => (first ? [note] : [])));
  const here = new Set(calls);
  for (const note of seen) {
    const policy = notes.policy(note);
    if (policy === 'auto' || givenUp.has(note)) continue;
    if (here.has(note) ? waiting.has(note) || held.has(note) : policy === 'block' && !held.has(note))
      return { note, policy };
  }
  return undefined;
}

/**
 * Room for notes is found by trying: the lines that leave when it grows take their own notes along, so
 * the least height that still holds the notes called above it lies between one that was too small and
 * one that was enough.
 */
function composeHolding(
  engine: FlowEngine,
  task: PageTask,
  { notes, held }: { readonly notes: NoteLayouter; readonly held: HeldNotes },
): { readonly page: ComposedPage; readonly seen: ReadonlySet<number> } {
  const room = noteRoom(task.area);
  const seen = new Set<number>();
  let best: { readonly height: number; readonly page: ComposedPage } | undefined;
  let tooSmall = 0;
  let height = notes.height(notes.fitting(task.notes, room, true), room.width);
  for (let tries = 0; ; tries += 1) {
    const attempt = fillAbove(engine, task, height, { notes, room, held });
    for (const note of attempt.flowCalls) seen.add(note);
    if (attempt.wanted > height + 1e-6) tooSmall = Math.max(tooSmall, height);
    else if (!best || height < best.height) best = { height, page: finish(task, attempt, notes) };
    if (!best) height = Math.max(attempt.wanted, height);
    else if (tries >= noteTries || best.height - Math.max(tooSmall, attempt.wanted) < noteTolerance)
      return { page: best.page, seen };
    else
      height =
        attempt.wanted > tooSmall && attempt.wanted < best.height
          ? attempt.wanted
          : (tooSmall + best.height) / 2;
  }
}

interface FlowPart {
  readonly placed: readonly Placed[];
  readonly token: BreakToken | undefined;
  readonly stop: Stop | undefined;
}

/** A page filled above a note area of some height, its floats placed. */
interface Attempt {
  readonly floated: FloatedFill<FlowPart>;
  readonly shown: readonly NotePiece[];
  readonly waiting: readonly NotePiece[];
  readonly calls: readonly number[];
  /** Those called in the flow itself. */
  readonly flowCalls: readonly number[];
  /** Height of the notes that are really called, pt. */
  readonly wanted: number;
}

function fillAbove(
  engine: FlowEngine,
  task: PageTask,
  noteHeight: number,
  at: { readonly notes: NoteLayouter; readonly room: NoteRoom; readonly held: HeldNotes },
): Attempt {
  const { area } = task;
  const floated = fillWithFloats<FlowPart>({
    waiting: task.floats,
    capacity: area.height - noteHeight,
    ended: task.ended,
    fill: (start, end) => {
      const height = area.height - noteHeight - start - end;
      const rectangle = { x: area.x, y: area.y + start, width: area.width, height };
      // Notes that only this page's flow calls are no reason for it to wait.
      const force = start + end === 0 && task.notes.length === 0;
      return fillFlow(engine, task, rectangle, { force, held: at.held });
    },
    reached: ({ placed }) => {
      const found: { piece: FloatPiece; depth: number }[] = [];
      if (!engine.hasAnchors) return found;
      walkFragments(placed, (fragment, y) => {
        if (fragment.type !== 'anchor' || fragment.box.style.floatReference === 'column') return;
        found.push({ piece: engine.floatPiece(fragment.box, area.width), depth: (y - area.y) / area.height });
      });
      return found;
    },
  });
  const above = [...floated.start, ...floated.end].map(({ fragment }) => ({ x: 0, y: 0, fragment }));
  const flowCalls = engine.scene.hasNotes ? notesIn(floated.result.placed) : [];
  const { calls, pieces } = calledNotes([...notesIn(above), ...flowCalls], task.notes, at);
  const shown = at.notes.fitting(pieces, at.room, task.notes.length > 0);
  const wanted = at.notes.height(shown, at.room.width);
  return { floated, shown, waiting: pieces.slice(shown.length), calls, flowCalls, wanted };
}

/** The flow in a rectangle of the page. */
function fillFlow(
  engine: FlowEngine,
  task: PageTask,
  area: PageRectangle,
  { force, held }: { readonly force: boolean; readonly held: HeldNotes },
): FlowPart {
  const { root, token } = task;
  if (task.ended) return { placed: [], token: undefined, stop: undefined };
  const used = usedBox(root.style, area.width);
  // Margins of the root do not collapse with those of its children (CSS 2.2, 8.3.1).
  const lead = token ? 0 : (resolveAuto(root.style.marginTop, area.width) ?? 0);
  const mayRefuse = !force && token !== undefined;
  const heldNotes = held.size > 0 ? held : undefined;
  const { continuous } = engine.setup;
  const { height: size } = task.area;
  const { result } = fillBest(mayRefuse, (search) => {
    const space = blockSpace({
      used,
      width: area.width,
      height: size,
      fragmentainer: continuous ? undefined : { kind: 'page', paged: true, size, search, heldNotes },
      room: continuous ? Infinity : Math.max(0, area.height - lead),
      isMain: true,
      page: task.page,
      lead,
      initialBlock: { x: -used.x, y: -lead, width: area.width, height: area.height },
    });
    const outcome = engine.layOut(root, space, token);
    if (outcome.refused) return { outcome, refused: true };
    return outcome.stop?.type === 'full' ? { outcome, fullWith: outcome.appeal } : { outcome };
  });
  const { outcome } = result;
  // Nothing fits beside the floats and notes: the page has only those, the flow waits.
  if (outcome.refused && force) throw new Error('the flow refused to go on on an empty page');
  // So does a break that the style sheet asked to avoid: a lone line between floats, half of a box.
  const spoilt = mayRefuse && result.fullWith !== undefined && result.fullWith < appeal.perfect;
  if (outcome.refused || spoilt) return { placed: [], token, stop: { type: 'full' } };
  return {
    placed: [{ x: area.x + used.x, y: area.y + lead, fragment: (outcome satisfies LayoutResult).fragment }],
    token: outcome.token,
    stop: outcome.stop,
  };
}

function finish(task: PageTask, attempt: Attempt, notes: NoteLayouter): ComposedPage {
  const { area } = task;
  const { start, end, left, result } = attempt.floated;
  const height = notes.height(attempt.shown, area.width);
  const noteTop = area.y + area.height - height;
  return {
    flow: result.placed,
    floats: [...stacked(start, area.x, area.y), ...stacked(end, area.x, noteTop - heightOf(end))],
    notes: notes
      .area(attempt.shown, area.width)
      .map(({ x, y, fragment }) => ({ x: x + area.x, y: y + noteTop, fragment })),
    token: result.token,
    stop: result.stop,
    leftFloats: left,
    leftNotes: attempt.waiting,
    calls: attempt.calls,
  };
}

function stacked(pieces: readonly FloatPiece[], x: number, top: number): readonly Placed[] {
  let y = top;
  return pieces.map(({ fragment }) => {
    const placed = { x, y, fragment };
    y += fragment.height;
    return placed;
  });
}

interface CalledNotes {
  readonly calls: readonly number[];
  readonly pieces: readonly NotePiece[];
}

const noCalls: CalledNotes = { calls: [], pieces: [] };

/** The notes that wait and those called here, in order, with the notes that notes call. */
function calledNotes(
  direct: readonly number[],
  waiting: readonly NotePiece[],
  at: { readonly notes: NoteLayouter; readonly room: NoteRoom },
): CalledNotes {
  if (direct.length === 0 && waiting.length === 0) return noCalls;
  const calls = [...direct];
  const called = new Set([...waiting, ...at.notes.pieces(calls, at.room)]);
  // A set hands out what is added while it is walked: notes of notes come after them.
  for (const { fragment } of called) {
    const inner = notesIn([{ x: 0, y: 0, fragment }]);
    calls.push(...inner);
    for (const piece of at.notes.pieces(inner, at.room)) called.add(piece);
  }
  return { calls, pieces: [...called] };
}
