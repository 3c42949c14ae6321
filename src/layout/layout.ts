/**
 * Styled tree → finished pages. Boxes are generated once, the flow is set page by page from break
 * tokens, pages are painted as items, margin boxes added when all pages are known. A document that
 * asks for page numbers of its own elements is set again until they hold still.
 */
import { diagnostic, type Staged } from '../diagnostic.js';
import type {
  Bookmark,
  Destination,
  Page,
  PagedDocument,
  PageSink,
  StructureElement,
  StructureId,
} from '../document/page.js';
import type { PageBreak } from '../document/publication.js';
import type { ComputedStyle } from '../document/style.js';
import type { BlockBox } from './boxes/box.js';
import { takeCanvas } from './boxes/canvas.js';
import { BoxBuilder } from './boxes/build-boxes.js';
import { FlowEngine } from './flow/engine.js';
import { pageMaster } from './page-master.js';
import { PageNumbers, type PageLabels } from './page-numbers.js';
import type { PaintedPage } from './paint/paint-fragments.js';
import { finishPages } from './pages/finish-pages.js';
import { NoteLayouter } from './pages/notes.js';
import { PageCounters } from './pages/page-counters.js';
import { setPages, type PageContent, type SetPage } from './pages/set-pages.js';
import { gatherWideWords } from './gather-wide-words.js';
import { LayoutScene, type LayoutInput } from './scene.js';
import { rootContext } from './tag-element.js';

export type { LayoutInput } from './scene.js';

/** Page references may move pages, which moves references: after this many passes they are taken as they are. */
const maximumPasses = 5;

/** `sink` takes the content of each page that shows no page numbers, as soon as it is set. */
export function layout(input: LayoutInput, sink?: PageSink): Staged<PagedDocument> {
  const pageNumbers = new PageNumbers();
  let content = buildContent(input, pageNumbers);
  // Where page numbers are part of the boxes, every pass has boxes and structure elements of its own.
  const taker = pageNumbers.inBoxes ? undefined : sink;
  let pages = setPages(content, [], taker);
  let moving = pageNumbers.learn(pageLabels(pages));
  for (let pass = 1; moving && pass < maximumPasses; pass += 1) {
    if (pageNumbers.inBoxes) content = buildContent(input, pageNumbers);
    content.engine.restart();
    content.notes.restart();
    pages = setPages(content, pageNumbers.inBoxes ? [] : pages, taker);
    moving = pageNumbers.learn(pageLabels(pages));
  }
  const { scene } = content.engine;
  const document = assemble(finishPages(pages, scene), pages, scene);
  const unsettled = moving ? [diagnostic('LAYOUT-PAGE-NUMBERS', { passes: maximumPasses })] : [];
  return {
    value: document,
    diagnostics: [
      ...gatherWideWords(scene.diagnostics, input.index),
      ...input.typesetter.diagnostics,
      ...unsettled,
    ],
  };
}

/** Boxes with the structure elements they belong to, and what lays them out. */
function buildContent(input: LayoutInput, pageNumbers: PageNumbers): PageContent {
  const scene = new LayoutScene(input, undefined, pageNumbers);
  const builder = new BoxBuilder(scene);
  const structure = scene.structure.add('Document', undefined, { index: 0, order: 0 });
  const built = builder.buildRoot(rootContext(structure, input.language));
  const { root, canvas } = takeCanvas(built, bodyStyle(input));
  const first = pageMaster(input.styles, 1, 'auto');
  const setup = {
    pageHeight: input.continuous === true ? Infinity : first.area.height,
    breakWideWords: input.wideWords !== 'overflow',
    continuous: input.continuous === true,
  };
  const engine = new FlowEngine(scene, setup);
  const boxOf = (note: number): BlockBox | undefined => builder.notes.get(scene.noteId(note) ?? '');
  const notes = new NoteLayouter(boxOf, engine, first.style.footnoteArea);
  const allNotes = [...builder.notes.keys()].map((id) => scene.noteNumber(id));
  return { engine, root, canvas, notes, allNotes };
}

function bodyStyle({ index, styles }: LayoutInput): ComputedStyle | undefined {
  const html = index.child(0, () => true);
  const body = html < 0 ? -1 : index.child(html, ({ tagName }) => tagName === 'body');
  return body < 0 ? undefined : styles.of(body);
}

function assemble(pages: readonly Page[], set: readonly SetPage[], scene: LayoutScene): PagedDocument {
  const outline: Bookmark[] = [];
  const destinations = new Map<string, Destination>();
  const boxes = new Map<StructureId, NonNullable<StructureElement['bbox']>>();
  set.forEach(({ painted: page }, index) => {
    for (const { mark, y } of page.marks) {
      const structure =
        'structure' in mark && mark.structure !== undefined ? { structure: mark.structure } : {};
      if (mark.type === 'anchor' && !destinations.has(mark.id))
        destinations.set(mark.id, { page: index, y, ...structure });
      if (mark.type === 'bookmark')
        outline.push({ title: mark.title, level: mark.level, page: index, y, ...structure });
    }
    for (const [id, box] of page.boxes) boxes.set(id, { page: index, ...box });
  });
  outline.sort((a, b) => (a.structure ?? 0) - (b.structure ?? 0));
  const structure = scene.structure.elements.map((element) => {
    const bbox = boxes.get(element.id);
    return bbox ? { ...element, bbox } : element;
  });
  const breaks = pageBreaks(pages, set);
  return { pages, structure, outline, destinations, breaks, language: scene.input.language };
}

/**
 * Where pages begin in the text. One that holds floats and notes only begins where the next one does: its
 * floats stand earlier in the text, among words of the page before. Behind the last of the text it begins
 * with what is on it.
 */
function pageBreaks(pages: readonly Page[], set: readonly SetPage[]): readonly PageBreak[] {
  const breaks: PageBreak[] = [];
  const last = set.findLast(({ painted }) => painted.start)?.painted.start;
  let following: PageStart;
  for (let index = set.length - 1; index >= 0; index--) {
    const { start, beside } = set[index]?.painted ?? {};
    const place = start ?? (beside && (following ?? laterOf(beside, last)));
    if (!place) continue;
    breaks.push({ label: pages[index]?.label ?? String(index + 1), ...place });
    following = place;
  }
  return breaks.reverse();
}

type PageStart = PaintedPage['start'];

function laterOf(one: PageStart, other: PageStart): PageStart {
  return one && other && one.node <= other.node ? other : one;
}

/** Labels of the pages on which elements begin. */
function pageLabels(pages: readonly SetPage[]): PageLabels {
  const labels = new Map<string, string>();
  const counters = new PageCounters();
  for (const { master, painted } of pages) {
    const marks = painted.marks.map(({ mark }) => mark);
    counters.turn(master.style.style, marks);
    for (const mark of marks)
      if (mark.type === 'anchor' && !labels.has(mark.id)) labels.set(mark.id, String(counters.page));
  }
  return labels;
}
