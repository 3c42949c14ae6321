/**
 * Styled tree → finished pages. Boxes are generated once, the flow collected into runs, each run set
 * on its pages, pages emitted as items, margin boxes added when all pages are known. A document that
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
import { BoxBuilder } from './build-boxes.js';
import { FlowCollector } from './collect-flow.js';
import type { FlowRun, OpenChild } from './flow.js';
import { PageEmitter, type EmittedPage } from './emit-page.js';
import { finishPages } from './finish-pages.js';
import { NoteLayouter } from './lay-out-notes.js';
import { pageMaster } from './page-master.js';
import { composeRun, type RunPage } from './page-run.js';
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
  // The flow, for the width of the first page.
  const first = pageMaster(input.styles, 1, 'auto');
  const setup = { atomic: false, pageWidth: first.area.width, pageHeight: first.area.height };
  const collector = new FlowCollector(scene, setup);
  const runs = collector.collectRuns(root);
  // Pages.
  const notes = new NoteLayouter(
    (note) => builder.notes.get(scene.noteId(note) ?? ''),
    (width) => new FlowCollector(scene, { ...setup, atomic: true, pageWidth: width }),
    first.style.footnoteArea,
  );
  const composed: RunPage[] = [];
  for (const run of runs) composed.push(...composeRun(run, composed.length + 1, input.styles, notes));
  composed.push(...pagesOfLostNotes(builder, composed, notes));
  warnOfWidths(composed, first.area.width, scene);
  // Items, then margin boxes.
  const emitted = emitFlow(composed, scene);
  const pages = finishPages(composed, emitted, scene);
  return { document: assemble(pages, emitted, scene), scene };
}

/** A note whose call is not shown anywhere still is the author's text: it stands at the end. */
function pagesOfLostNotes(
  builder: BoxBuilder,
  composed: readonly RunPage[],
  notes: NoteLayouter,
): readonly RunPage[] {
  const { scene } = builder;
  const lost = notes.unasked([...builder.notes.keys()].map((id) => scene.noteNumber(id)));
  if (lost.length === 0) return [];
  const run: FlowRun = { pageName: 'auto', start: 'page', startFloats: [], startNotes: lost, segments: [] };
  return composeRun(run, composed.length + 1, scene.styles, notes);
}

/** Lines are broken for the first page's width; a page of another width is told of. */
function warnOfWidths(composed: readonly RunPage[], width: number, scene: LayoutScene): void {
  const other = composed.find(({ master }) => Math.abs(master.area.width - width) > 0.01);
  if (!other) return;
  const values = {
    page: other.master.number,
    width: Math.round(other.master.area.width),
    first: Math.round(width),
  };
  scene.report(diagnostic('LAYOUT-PAGE-WIDTH', values));
}

function emitFlow(composed: readonly RunPage[], scene: LayoutScene): readonly EmittedPage[] {
  let carried: readonly OpenChild[] = [];
  return composed.map(({ master, content, first }) => {
    const emitter = new PageEmitter(scene.structure.tags, master.area);
    if (content) {
      emitter.regions(content.floats, { x: 0, y: 0 });
      if (first) emitter.begin(content.floats);
      carried = emitter.flow(content.flow, carried);
      emitter.regions(content.notes, { x: 0, y: 0 });
    }
    return emitter.finish();
  });
}

function assemble(
  pages: readonly Page[],
  emitted: readonly EmittedPage[],
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
