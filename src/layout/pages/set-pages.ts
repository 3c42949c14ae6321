/**
 * The flow on pages, one after the other: what forced breaks ask for (a side, a page type), blank pages
 * in front of a side, floats bound to the first page of their run, notes that wait.
 */
import type { PageItem, PageSink } from '../../document/page.js';
import type { ComputedStyle } from '../../document/style.js';
import type { BlockBox, Box } from '../boxes/box.js';
import { sameList, sameToken } from '../flow/break-token.js';
import { forcedBreak, startPage, valuesBefore } from '../flow/break-values.js';
import type { FlowEngine } from '../flow/engine.js';
import type { FloatPiece } from '../flow/fragment.js';
import { BreakSearch, type BreakToken, type ForcedBreak } from '../flow/space.js';
import { pageBox, pageMaster, type PageMaster } from '../page-master.js';
import type { PageLabels } from '../page-numbers.js';
import { FragmentPainter, type PaintedPage } from '../paint/paint-fragments.js';
import { composePage, noteRoom, type ComposedPage } from './compose-page.js';
import type { NoteLayouter, NotePiece } from './notes.js';
import { canvasItems } from './page-backgrounds.js';

/** A page set and painted; its fragments are gone. */
export interface SetPage {
  readonly master: PageMaster;
  /** What lies below. */
  readonly canvas: readonly PageItem[];
  readonly painted: PaintedPage;
  /** The number of its content, when a sink took it; then `painted` has no items. */
  readonly taken?: number;
  /** How it came about and what it leaves; nothing for a blank page. */
  readonly flow?: PageFlow;
}

interface PageFlow {
  readonly entry: PageEntry;
  readonly exit: PageExit;
  /** Page numbers that it shows, or that stood in what was tried on it. */
  readonly shown: PageLabels;
}

/** All that a page hangs on, besides its master and the page numbers that it shows. */
interface PageEntry {
  readonly token: BreakToken | undefined;
  readonly floats: readonly FloatPiece[];
  readonly notes: readonly NotePiece[];
  /** First page of its run: floats bound to it stand before the flow. */
  readonly first: boolean;
  /** The flow has ended: only floats and notes are left. */
  readonly ended: boolean;
}

type PageExit = Pick<ComposedPage, 'token' | 'stop' | 'leftFloats' | 'leftNotes' | 'calls'>;

/** What is set on pages. */
export interface PageContent {
  readonly engine: FlowEngine;
  readonly root: BlockBox;
  /** The style whose background is the canvas's. */
  readonly canvas: ComputedStyle | undefined;
  readonly notes: NoteLayouter;
  /** Numbers of all notes of the document. */
  readonly allNotes: readonly number[];
}

const anyPage = { kind: 'page', paged: true, size: Infinity, search: new BreakSearch() } as const;

/** Sets all pages; those of an earlier pass that would come out the same are taken over. */
export function setPages(
  content: PageContent,
  earlier: readonly SetPage[],
  sink?: PageSink,
): readonly SetPage[] {
  const setter = new PageSetter(content, earlier, sink);
  setter.run();
  return setter.pages;
}

class PageSetter {
  readonly pages: SetPage[] = [];
  #floats: readonly FloatPiece[] = [];
  #notes: readonly NotePiece[] = [];

  constructor(
    readonly content: PageContent,
    readonly earlier: readonly SetPage[],
    readonly sink: PageSink | undefined,
  ) {}

  run(): void {
    const { root, engine } = this.content;
    let name = startPage(root, 'auto');
    let token: BreakToken | undefined;
    this.#begin(forcedBreak(valuesBefore(root), anyPage), name);
    let first = true;
    for (let ended = false; !ended;) {
      const master = pageMaster(engine.scene.styles, this.pages.length + 1, name);
      engine.beginPage();
      if (first) this.#bind(token, master);
      const { token: next, stop } = this.#page(master, { token, first, ended: false });
      token = next;
      ended = token === undefined;
      first = stop?.type === 'forced';
      if (first || ended) this.#rest(name);
      if (stop?.type === 'forced') {
        name = stop.page;
        this.#begin(stop.value, name);
      }
    }
    this.#lost(name);
  }

  /** A blank page where the next one must be on a side. */
  #begin(value: ForcedBreak | undefined, name: string): void {
    if (value !== 'left' && value !== 'right') return;
    const next = this.pages.length + 1;
    const isLeft = next % 2 === 0;
    if ((value === 'left') === isLeft) return;
    const { engine, canvas } = this.content;
    const master = pageMaster(engine.scene.styles, next, name, true);
    const { page, around } = new FragmentPainter(engine.scene, pageBox(master));
    this.pages.push({ master, canvas: canvasItems(canvas, undefined, { master, around }), painted: page });
  }

  /** Floats with `-anpham-float-anchor: flow-start` up to the next forced break stand on the run's first page. */
  #bind(token: BreakToken | undefined, master: PageMaster): void {
    const { root, engine } = this.content;
    if (!engine.scene.hasBoundFloats) return;
    const bound: FloatPiece[] = [];
    collectBound(root, token, (box) => bound.push(engine.floatPiece(box, master.area.width)));
    this.#floats = [...this.#floats, ...bound];
  }

  /** One page, or the same one from the earlier pass. */
  #page(master: PageMaster, at: Pick<PageEntry, 'token' | 'first' | 'ended'>): PageExit {
    const { token, first, ended } = at;
    const entry: PageEntry = { token, floats: this.#floats, notes: this.#notes, first, ended };
    const kept = this.#kept(master, entry);
    const page = kept ?? this.#compose(master, entry);
    this.pages.push(page);
    this.#floats = page.flow.exit.leftFloats;
    this.#notes = page.flow.exit.leftNotes;
    return page.flow.exit;
  }

  #kept(master: PageMaster, entry: PageEntry): (SetPage & { readonly flow: PageFlow }) | undefined {
    const earlier = this.earlier[this.pages.length];
    if (!earlier?.flow || earlier.master.name !== master.name) return undefined;
    const { flow } = earlier;
    const same = sameEntry(flow.entry, entry) && this.content.engine.scene.pageNumbers.isCurrent(flow.shown);
    return same ? { ...earlier, flow } : undefined;
  }

  #compose(master: PageMaster, entry: PageEntry): SetPage & { readonly flow: PageFlow } {
    const { engine, root, notes } = this.content;
    const { pageNumbers, structure } = engine.scene;
    const { floats, ended } = entry;
    for (const { box } of floats) pageNumbers.use(box);
    const { area } = master;
    const task = { root, token: entry.token, area, page: 'auto', floats, notes: entry.notes, ended };
    const composed = composePage(engine, task, notes);
    const painter = new FragmentPainter(engine.scene, pageBox(master));
    painter.paint(composed.floats);
    if (entry.first) painter.begin(composed.floats);
    painter.paint(composed.flow);
    const canvas = canvasItems(this.content.canvas, composed.flow[0], { master, around: painter.around });
    painter.begin(composed.flow);
    painter.paint(composed.notes);
    for (const placed of [composed.floats, composed.notes]) painter.accompany(placed);
    const { token, stop, leftFloats, leftNotes, calls } = composed;
    const exit = { token, stop, leftFloats, leftNotes, calls };
    const flow = { entry, exit, shown: pageNumbers.onPage };
    const { page } = painter;
    // What shows page numbers may come out otherwise when they are known.
    if (!this.sink || flow.shown.size > 0) return { master, canvas, painted: page, flow };
    const taken = this.sink.take(page.items, master.style, structure.elements);
    return { master, canvas, painted: { ...page, items: [] }, taken, flow };
  }

  /** Floats and notes that are left when a run ends get pages of their own. */
  #rest(name: string): void {
    const { engine } = this.content;
    const { scene } = engine;
    while (this.#floats.length || this.#notes.length) {
      const master = pageMaster(scene.styles, this.pages.length + 1, name);
      engine.beginPage();
      this.#page(master, { token: undefined, first: false, ended: true });
    }
  }

  /** A note whose call is not shown anywhere still is the author's text: it stands at the end. */
  #lost(name: string): void {
    const { engine, notes, allNotes } = this.content;
    const called = new Set(this.pages.flatMap(({ flow }) => flow?.exit.calls ?? []));
    const lost = allNotes.filter((note) => !called.has(note));
    if (lost.length === 0) return;
    const { area } = pageMaster(engine.scene.styles, this.pages.length + 1, name);
    this.#notes = notes.pieces(lost, noteRoom(area));
    this.#rest(name);
  }
}

/** Whether two pages begin alike; the fragments of floats hang on nothing but their boxes. */
function sameEntry(a: PageEntry, b: PageEntry): boolean {
  return (
    a.first === b.first &&
    a.ended === b.ended &&
    sameList(a.notes, b.notes, (one, other) => one === other) &&
    sameList(a.floats, b.floats, (one, other) => one.box === other?.box && one.defer === other.defer) &&
    sameToken(a.token, b.token)
  );
}

/** Visits bound floats from a break token to the next forced page break; true when that was met. */
function collectBound(box: Box, token: BreakToken | undefined, visit: (box: Box) => void): boolean {
  if (box.type !== 'block') return false;
  for (let i = token?.index ?? 0; i < box.children.length; i += 1) {
    const child = box.children[i];
    if (!child || child.type === 'lines') continue;
    const inside = i === token?.index ? token.child : undefined;
    const isStart = token === undefined ? i === 0 : i === token.index;
    if (child.style.floatAnchor === 'flow-start' && child.style.float !== 'none') {
      visit(child);
      continue;
    }
    if (!isStart && forcesPage(child.style.breakBefore)) return true;
    if (collectBound(child, inside, visit)) return true;
    if (forcesPage(child.style.breakAfter)) return true;
  }
  return false;
}

function forcesPage(value: ComputedStyle['breakBefore']): boolean {
  return value !== 'auto' && forcedBreak([value], anyPage) !== undefined;
}
