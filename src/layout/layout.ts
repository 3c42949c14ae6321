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
  StructureElement,
  StructureId,
} from '../document/page.js';
import type { PageBreak } from '../document/publication.js';
import type { BlockBox } from './boxes/box.js';
import { BoxBuilder } from './boxes/build-boxes.js';
import { FlowEngine } from './flow/engine.js';
import { pageMaster } from './page-master.js';
import { FragmentPainter, type PaintedPage } from './paint/paint-fragments.js';
import { finishPages } from './pages/finish-pages.js';
import { NoteLayouter } from './pages/notes.js';
import { setPages, type SetPage } from './pages/set-pages.js';
import { LayoutScene, type LayoutInput, type PageLabels } from './scene.js';

export type { LayoutInput } from './scene.js';

/** Page references may move pages, which moves references: after this many passes they are taken as they are. */
const maximumPasses = 5;

export function layout(input: LayoutInput): Staged<PagedDocument> {
  let labels: PageLabels = new Map();
  for (let pass = 1; ; pass += 1) {
    const { document, scene } = layOutOnce(input, labels);
    const found = pageLabels(document);
    const settled = !scene.usesPageLabels || sameLabels(labels, found);
    if (settled || pass === maximumPasses) {
      const moving = settled ? [] : [diagnostic('LAYOUT-PAGE-NUMBERS', { passes: pass })];
      return {
        value: document,
        diagnostics: [...scene.diagnostics, ...input.typesetter.diagnostics, ...moving],
      };
    }
    labels = found;
  }
}

function layOutOnce(input: LayoutInput, labels: PageLabels): { document: PagedDocument; scene: LayoutScene } {
  const scene = new LayoutScene(input, undefined, labels);
  // Boxes, with the structure elements they belong to.
  const builder = new BoxBuilder(scene);
  const structure = scene.structure.add('Document', undefined, { index: 0, order: 0 });
  const root = builder.buildRoot({ structure, language: input.language });
  // Pages.
  const first = pageMaster(input.styles, 1, 'auto');
  const setup = { pageHeight: first.area.height, breakWideWords: input.wideWords !== 'overflow' };
  const engine = new FlowEngine(scene, setup);
  const boxOf = (note: number): BlockBox | undefined => builder.notes.get(scene.noteId(note) ?? '');
  const notes = new NoteLayouter(boxOf, engine, first.style.footnoteArea);
  const all = [...builder.notes.keys()].map((id) => scene.noteNumber(id));
  const set = setPages(engine, root, notes, all);
  // Items, then margin boxes.
  const painted = set.map((page) => paintPage(page, scene));
  const pages = finishPages(set, painted, scene);
  return { document: assemble(pages, painted, scene), scene };
}

function paintPage({ content, first }: SetPage, scene: LayoutScene): PaintedPage {
  const painter = new FragmentPainter(scene.structure.tags);
  if (content) {
    painter.paint(content.floats);
    if (first) painter.begin(content.floats);
    painter.paint(content.flow);
    painter.begin(content.flow);
    painter.paint(content.notes);
  }
  return painter.page;
}

function assemble(
  pages: readonly Page[],
  emitted: readonly PaintedPage[],
  scene: LayoutScene,
): PagedDocument {
  const outline: Bookmark[] = [];
  const destinations = new Map<string, Destination>();
  const breaks: PageBreak[] = [];
  const boxes = new Map<StructureId, NonNullable<StructureElement['bbox']>>();
  emitted.forEach((page, index) => {
    for (const { mark, y } of page.marks) {
      const structure =
        'structure' in mark && mark.structure !== undefined ? { structure: mark.structure } : {};
      if (mark.type === 'anchor' && !destinations.has(mark.id))
        destinations.set(mark.id, { page: index, y, ...structure });
      if (mark.type === 'bookmark')
        outline.push({ title: mark.title, level: mark.level, page: index, y, ...structure });
    }
    if (page.start) breaks.push({ label: pages[index]?.label ?? String(index + 1), ...page.start });
    for (const [id, box] of page.boxes) boxes.set(id, { page: index, ...box });
  });
  outline.sort((a, b) => (a.structure ?? 0) - (b.structure ?? 0));
  const structure = scene.structure.elements.map((element) => {
    const bbox = boxes.get(element.id);
    return bbox ? { ...element, bbox } : element;
  });
  return { pages, structure, outline, destinations, breaks, language: scene.input.language };
}

function pageLabels(document: PagedDocument): PageLabels {
  return new Map([...document.destinations].map(([id, { page }]) => [id, document.pages[page]?.label ?? '']));
}

function sameLabels(a: PageLabels, b: PageLabels): boolean {
  return a.size === b.size && [...a].every(([id, label]) => b.get(id) === label);
}
