/**
 * The flow on pages, one after the other: what forced breaks ask for (a side, a page type), blank pages
 * in front of a side, floats bound to the first page of their run, notes that wait.
 */
import type { BlockBox, Box } from '../boxes/box.js';
import { forcedBreak, startPage, valuesBefore } from '../flow/break-values.js';
import type { FlowEngine } from '../flow/engine.js';
import type { FloatPiece } from '../flow/fragment.js';
import { BreakSearch, type BreakToken, type ForcedBreak, type Stop } from '../flow/space.js';
import { pageMaster, type PageMaster } from '../page-master.js';
import { composePage, noteRoom, type ComposedPage } from './compose-page.js';
import type { NoteLayouter, NotePiece } from './notes.js';

export interface SetPage {
  readonly master: PageMaster;
  /** Nothing on a blank page. */
  readonly content?: ComposedPage;
  /** First page of its run: floats bound to it stand before the flow. */
  readonly first?: boolean;
}

const anyPage = { kind: 'page', paged: true, size: Infinity, search: new BreakSearch() } as const;

/** `all` are the numbers of all notes of the document. */
export function setPages(
  engine: FlowEngine,
  root: BlockBox,
  notes: NoteLayouter,
  all: readonly number[],
): readonly SetPage[] {
  const setter = new PageSetter(engine, root, notes);
  setter.run(all);
  return setter.pages;
}

class PageSetter {
  readonly pages: SetPage[] = [];
  #floats: readonly FloatPiece[] = [];
  #notes: readonly NotePiece[] = [];

  constructor(
    readonly engine: FlowEngine,
    readonly root: BlockBox,
    readonly notes: NoteLayouter,
  ) {}

  run(all: readonly number[]): void {
    const { root } = this;
    let name = startPage(root, 'auto');
    let token: BreakToken | undefined;
    this.#begin(forcedBreak(valuesBefore(root), anyPage), name);
    let first = true;
    for (let ended = false; !ended;) {
      const master = pageMaster(this.engine.scene.styles, this.pages.length + 1, name);
      if (first) this.#bind(token, master);
      const content = this.#page(master, token, false);
      this.pages.push({ master, content, first });
      token = content.token;
      ended = token === undefined;
      const stop: Stop | undefined = content.stop;
      first = stop?.type === 'forced';
      if (first || ended) this.#rest(name);
      if (stop?.type === 'forced') {
        name = stop.page;
        this.#begin(stop.value, name);
      }
    }
    this.#lost(name, all);
  }

  /** A blank page where the next one must be on a side. */
  #begin(value: ForcedBreak | undefined, name: string): void {
    if (value !== 'left' && value !== 'right') return;
    const next = this.pages.length + 1;
    const isLeft = next % 2 === 0;
    if ((value === 'left') !== isLeft)
      this.pages.push({ master: pageMaster(this.engine.scene.styles, next, name, true) });
  }

  /** Floats with `-anpham-float-anchor: flow-start` up to the next forced break stand on the run's first page. */
  #bind(token: BreakToken | undefined, master: PageMaster): void {
    const bound: FloatPiece[] = [];
    collectBound(this.root, token, (box) => bound.push(this.engine.floatPiece(box, master.area.width)));
    this.#floats = [...this.#floats, ...bound];
  }

  #page(master: PageMaster, token: BreakToken | undefined, ended: boolean): ComposedPage {
    const { root } = this;
    const task = {
      root,
      token,
      area: master.area,
      page: 'auto',
      floats: this.#floats,
      notes: this.#notes,
      ended,
    };
    const content = composePage(this.engine, task, this.notes);
    this.#floats = content.leftFloats;
    this.#notes = content.leftNotes;
    return content;
  }

  /** Floats and notes that are left when a run ends get pages of their own. */
  #rest(name: string): void {
    while (this.#floats.length || this.#notes.length) {
      const master = pageMaster(this.engine.scene.styles, this.pages.length + 1, name);
      this.pages.push({ master, content: this.#page(master, undefined, true) });
    }
  }

  /** A note whose call is not shown anywhere still is the author's text: it stands at the end. */
  #lost(name: string, all: readonly number[]): void {
    const { scene } = this.engine;
    const unasked = this.notes.unasked(all);
    if (unasked.length === 0) return;
    const { area } = pageMaster(scene.styles, this.pages.length + 1, name);
    this.#notes = this.notes.pieces(unasked, noteRoom(area));
    this.#rest(name);
  }
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
    if (!isStart && forcedBreak([child.style.breakBefore], anyPage)) return true;
    if (collectBound(child, inside, visit)) return true;
    if (forcedBreak([child.style.breakAfter], anyPage)) return true;
  }
  return false;
}
