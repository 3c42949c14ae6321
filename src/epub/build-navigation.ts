/**
 * Contents, landmarks, page list and the lists of figures and tables of the navigation document (EPUB 3.3, 7.4),
 * with the hrefs of the files. The NCX is written from the same lists.
 */
import type { OutlineEntry } from '../document/publication.js';
import { hasClass } from '../document/tree.js';
import { stripUnwritable } from '../document/xml.js';
import type { Captions } from './list-captions.js';
import type { Landmark, Navigation, NavPoint, PageTarget } from './package-model.js';
import { navigationHref } from './package-model.js';
import type { Phrases } from './phrases.js';
import type { PlacedDocument, References } from './place-documents.js';

/** Builds the lists; documents that the outline does not reach are listed by their own titles when it is empty. */
export function buildNavigation(
  outline: readonly OutlineEntry[],
  placed: readonly PlacedDocument[],
  found: {
    readonly captions: Captions;
    readonly pages: readonly PageTarget[];
    readonly phrases: Phrases;
  },
): Navigation {
  const { references, figures, tables } = found.captions;
  const reached = navPoints(outline, references);
  const chapters = placed.filter(({ document }) => document.role === 'chapter');
  const listed = chapters.length > 0 ? chapters : placed;
  const toc =
    reached.length > 0
      ? reached
      : listed.map(({ document, href }) => ({ label: stripUnwritable(document.title), href, children: [] }));
  return {
    toc,
    depth: depthOf(toc),
    landmarks: landmarks(placed, references, found.phrases),
    pages: found.pages,
    figures,
    tables,
  };
}

/** Entries whose heading is not in the ebook are left out; what stands below them moves up. */
function navPoints(outline: readonly OutlineEntry[], references: References): readonly NavPoint[] {
  return outline.flatMap((entry) => {
    const children = navPoints(entry.children, references);
    const file = references.files.get(entry.target);
    if (file === undefined || entry.title.trim() === '') return children;
    const title = entry.number === undefined ? entry.title : `${entry.number} ${entry.title}`;
    return [{ label: stripUnwritable(title), href: `${file}#${entry.target}`, children }];
  });
}

function depthOf(points: readonly NavPoint[]): number {
  return points.length === 0 ? 0 : 1 + Math.max(...points.map((point) => depthOf(point.children)));
}

/** Places in this book that a reader goes to by their kind (EPUB 3.3, 7.4.4): those that it has. */
function landmarks(
  placed: readonly PlacedDocument[],
  { ids }: References,
  phrases: Phrases,
): readonly Landmark[] {
  const first = (role: PlacedDocument['document']['role']): PlacedDocument | undefined =>
    placed.find(({ document }) => document.role === role);
  const cover = first('cover');
  const colophon = first('colophon');
  const start = first('chapter');
  return [
    ...(cover ? [{ type: 'cover', label: phrases.cover, href: cover.href }] : []),
    ...(colophon
      ? [{ type: 'colophon', label: stripUnwritable(colophon.document.title), href: colophon.href }]
      : []),
    { type: 'toc', label: phrases.contents, href: `${navigationHref}#toc` },
    ...shownList(placed, { className: 'figures', type: 'loi', label: phrases.figures, ids }),
    ...shownList(placed, { className: 'tables', type: 'lot', label: phrases.tables, ids }),
    ...(start ? [{ type: 'bodymatter', label: phrases.text, href: start.href }] : []),
  ];
}

/** The list of figures or tables that an author has put into the text; the one of the navigation is not shown. */
function shownList(
  placed: readonly PlacedDocument[],
  {
    className,
    type,
    label,
    ids,
  }: Omit<Landmark, 'href'> & Pick<References, 'ids'> & { readonly className: string },
): readonly Landmark[] {
  for (const { elements, href } of placed) {
    const list = elements.find((node) => node.tagName === 'nav' && hasClass(node, className));
    if (list === undefined) continue;
    const id = list.properties['id'] ?? ids.get(list);
    return [{ type, label, href: typeof id === 'string' ? `${href}#${id}` : href }];
  }
  return [];
}
