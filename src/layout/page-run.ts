/**
 * A page run: the flow between two forced page breaks, on as many pages as it needs. A pure function
 * of the flow and the page number it begins with: the unit of caching and of parallel work later.
 */
import type { StyledTree } from '../document/style.js';
import { composePage, noteRoom, type ComposedPage, type Cursor } from './compose-page.js';
import type { FloatChild, FlowRun } from './flow.js';
import type { NoteLayouter, NotePiece } from './lay-out-notes.js';
import { pageMaster, type PageMaster } from './page-master.js';

export interface RunPage {
  readonly master: PageMaster;
  /** Nothing on a blank page. */
  readonly content?: ComposedPage;
  /** First page of its run: floats bound to it stand before the flow. */
  readonly first?: boolean;
}

/** The pages of one run, the first of them numbered `number`; a blank one in front where a side is asked for. */
export function composeRun(
  run: FlowRun,
  number: number,
  styles: StyledTree,
  notes: NoteLayouter,
): readonly RunPage[] {
  const pages: RunPage[] = [];
  let next = number;
  const wantsLeft = run.start === 'left';
  const isLeft = next % 2 === 0;
  if ((run.start === 'left' || run.start === 'right') && wantsLeft !== isLeft) {
    pages.push({ master: pageMaster(styles, next, run.pageName, true) });
    next += 1;
  }
  const start: Cursor = { segment: 0, child: 0 };
  let cursor = start;
  let floats: readonly FloatChild[] = run.startFloats;
  const { area } = pageMaster(styles, next, run.pageName);
  let waiting: readonly NotePiece[] = notes.pieces(run.startNotes ?? [], noteRoom(area));
  for (let done = false; !done; next += 1) {
    const master = pageMaster(styles, next, run.pageName);
    const content = composePage({ run, cursor, area: master.area, floats, notes: waiting }, notes);
    pages.push({ master, content, first: cursor === start });
    ({ next: cursor, leftFloats: floats, leftNotes: waiting, done } = content);
  }
  return pages;
}
