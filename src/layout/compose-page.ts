/**
 * One page of a run: the flow from a cursor to where the page is full, with page floats at its head
 * and foot and footnotes below. A float or note that turns up takes room from the flow, so the page
 * is filled again; each float is tried once on its page and otherwise waits for the next, so this ends.
 */
import { fillSegment } from './fill-segment.js';
import type { FloatChild, FlowRun, Fragment, Placed, Region } from './flow.js';
import { notesIn, type NoteLayouter, type NotePiece, type NoteRoom } from './lay-out-notes.js';
import type { PageRectangle } from './page-master.js';

/** The next thing to be set: a child of a segment of the run. */
export interface Cursor {
  readonly segment: number;
  readonly child: number;
}

export interface PageTask {
  readonly run: FlowRun;
  readonly cursor: Cursor;
  readonly area: PageRectangle;
  /** Floats that belong here before any others, in order: left over, or bound to the run's first page. */
  readonly floats: readonly FloatChild[];
  /** Notes that found no room on the page before. */
  readonly notes: readonly NotePiece[];
}

/** A page's regions, at their places on the page. */
export interface ComposedPage {
  readonly flow: readonly Region[];
  readonly floats: readonly Region[];
  readonly notes: readonly Region[];
  readonly next: Cursor;
  /** Everything of the run is set. */
  readonly done: boolean;
  readonly leftFloats: readonly FloatChild[];
  readonly leftNotes: readonly NotePiece[];
}

/** At most this share of a page goes to notes; the rest of them waits for the next page. */
const notesShare = 0.7;

/** The room that notes may take of a page area. */
export function noteRoom(area: PageRectangle): NoteRoom {
  return { width: area.width, limit: area.height * notesShare };
}

interface Filled {
  readonly regions: readonly Region[];
  readonly next: Cursor;
  readonly done: boolean;
}

/** How close to the least note area a page is set, pt, and how often it is tried. */
const noteTolerance = 4;
const noteTries = 8;

/**
 * Room for notes is found by trying: the lines that leave when it grows take their own notes along, so
 * the least height that still holds the notes called above it lies between one that was too small and
 * one that was enough.
 */
export function composePage(task: PageTask, notes: NoteLayouter): ComposedPage {
  const room = noteRoom(task.area);
  let best: { readonly height: number; readonly page: ComposedPage } | undefined;
  let tooSmall = 0;
  let height = notes.height(notes.fitting(task.notes, room, true), room.width);
  for (let tries = 0; ; tries += 1) {
    const attempt = fillWithFloats(task, height, { notes, room });
    if (attempt.wanted > height + 1e-6) tooSmall = Math.max(tooSmall, height);
    else if (!best || height < best.height) best = { height, page: finish(task, attempt, notes) };
    if (!best) height = Math.max(attempt.wanted, height);
    else if (tries >= noteTries || best.height - Math.max(tooSmall, attempt.wanted) < noteTolerance)
      return best.page;
    else
      height =
        attempt.wanted > tooSmall && attempt.wanted < best.height
          ? attempt.wanted
          : (tooSmall + best.height) / 2;
  }
}

/** A page filled above a note area of some height, its floats placed. */
interface Attempt {
  readonly filled: Filled;
  readonly onPage: readonly FloatChild[];
  readonly leftFloats: readonly FloatChild[];
  readonly shown: readonly NotePiece[];
  readonly waiting: readonly NotePiece[];
  /** Height of the notes that are really called, pt. */
  readonly wanted: number;
}

function fillWithFloats(
  task: PageTask,
  noteHeight: number,
  at: { readonly notes: NoteLayouter; readonly room: NoteRoom },
): Attempt {
  const { taken, left } = takeFloats(task.floats, task.area.height);
  const onPage = [...taken];
  const deferred = new Set<FloatChild>();
  for (;;) {
    const filled = fillPage(task, onPage, noteHeight);
    const reached = floatsIn(filled.regions);
    const found = reached.find((float) => !onPage.includes(float) && !deferred.has(float));
    const lost = found
      ? undefined
      : onPage.find((float) => !taken.includes(float) && !reached.includes(float));
    if (found && extent(onPage) + found.fragment.height + noteHeight < task.area.height) {
      onPage.push(found);
    } else if (found) {
      deferred.add(found);
    } else if (lost) {
      onPage.splice(onPage.indexOf(lost), 1);
      deferred.add(lost);
    } else {
      const floated = onPage.flatMap((float) => float.fragment.regions);
      const called = calledNotes([...floated, ...filled.regions], task.notes, at);
      const shown = at.notes.fitting(called, at.room, task.notes.length > 0);
      return {
        filled,
        onPage,
        leftFloats: [...left, ...reached.filter((float) => deferred.has(float))],
        shown,
        waiting: called.slice(shown.length),
        wanted: at.notes.height(shown, at.room.width),
      };
    }
  }
}

function finish(task: PageTask, attempt: Attempt, notes: NoteLayouter): ComposedPage {
  const { area } = task;
  const { filled, leftFloats, waiting } = attempt;
  const noteArea = notes.area(attempt.shown, area.width);
  const noteTop = area.y + area.height - noteArea.height;
  return {
    flow: filled.regions,
    floats: placeFloats(attempt.onPage, area, noteTop),
    notes: at(noteArea, area.x, noteTop),
    next: filled.next,
    done: filled.done && leftFloats.length === 0 && waiting.length === 0,
    leftFloats,
    leftNotes: waiting,
  };
}

/** The floats that wait, as many as the page holds; at least one. */
function takeFloats(
  waiting: readonly FloatChild[],
  height: number,
): { taken: FloatChild[]; left: FloatChild[] } {
  const taken: FloatChild[] = [];
  const left: FloatChild[] = [];
  for (const float of waiting) {
    const fits = taken.length === 0 || extent(taken) + float.fragment.height <= height;
    (fits && left.length === 0 ? taken : left).push(float);
  }
  return { taken, left };
}

function fillPage(task: PageTask, floats: readonly FloatChild[], noteHeight: number): Filled {
  const { area, run } = task;
  const top = area.y + extent(floats.filter((float) => float.side === 'start'));
  const bottom = area.y + area.height - noteHeight - extent(floats.filter((float) => float.side === 'end'));
  const continued = task.cursor.segment > 0 || task.cursor.child > 0;
  const regions: Region[] = [];
  let { segment, child } = task.cursor;
  let y = top;
  for (; segment < run.segments.length; segment += 1, child = 0) {
    const content = run.segments[segment];
    if (!content) break;
    const first = y === top;
    const filled = fillSegment(content, child, {
      limit: Math.max(0, bottom - y),
      full: area.height,
      atPageTop: first && continued,
      force: first && floats.length === 0 && task.notes.length === 0,
    });
    for (const region of filled.regions) regions.push({ ...region, x: region.x + area.x, y: region.y + y });
    if (filled.end < content.children.length)
      return { regions, next: { segment, child: filled.end }, done: false };
    y += filled.height + filled.trailing;
  }
  return { regions, next: { segment, child: 0 }, done: true };
}

function placeFloats(floats: readonly FloatChild[], area: PageRectangle, bottom: number): readonly Region[] {
  const regions: Region[] = [];
  const end = floats.filter((float) => float.side === 'end');
  let top = area.y;
  let foot = bottom - extent(end);
  for (const float of floats) {
    const y = float.side === 'start' ? top : foot;
    regions.push(...at(float.fragment, area.x, y));
    if (float.side === 'start') top += float.fragment.height;
    else foot += float.fragment.height;
  }
  return regions;
}

/** A fragment as a region of its own. */
function at(fragment: Fragment, x: number, y: number): readonly Region[] {
  if (fragment.regions.length === 0) return [];
  const child = { type: 'fragment', size: fragment.height, glued: false, x: 0, fragment } as const;
  return [
    {
      x,
      y,
      width: fragment.width,
      height: fragment.height,
      inColumns: false,
      placed: [{ child, x: 0, y: 0 }],
    },
  ];
}

function extent(floats: readonly FloatChild[]): number {
  return floats.reduce((sum, float) => sum + float.fragment.height, 0);
}

function floatsIn(regions: readonly Region[]): readonly FloatChild[] {
  return children(regions).filter((child): child is FloatChild => child.type === 'float');
}

/** The notes that wait and those called here, in order, with the notes that notes call. */
function calledNotes(
  regions: readonly Region[],
  waiting: readonly NotePiece[],
  at: { readonly notes: NoteLayouter; readonly room: NoteRoom },
): readonly NotePiece[] {
  const called = new Set([...waiting, ...at.notes.pieces(notesIn(regions), at.room)]);
  // A set hands out what is added while it is walked: notes of notes come after them.
  for (const piece of called) {
    for (const inner of at.notes.pieces(notesIn(piece.regions), at.room)) called.add(inner);
  }
  return [...called];
}

function children(regions: readonly Region[]): readonly Placed['child'][] {
  return regions.flatMap((region) => region.placed.map((placed) => placed.child));
}
