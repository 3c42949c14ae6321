/**
 * Contents, landmarks and page list of the navigation document (EPUB 3.3, 7.4), with the hrefs of the
 * files. The NCX is written from the same lists.
 */
import type { OutlineEntry } from '../document/publication.js';
import { stripUnwritable } from '../document/xml.js';
import type { Landmark, Navigation, NavPoint, PageTarget } from './package-model.js';
import { navigationHref } from './package-model.js';
import type { Phrases } from './phrases.js';
import type { PlacedDocument, References } from './place-documents.js';

/** Builds the lists; documents that the outline does not reach are listed by their own titles when it is empty. */
export function buildNavigation(
  outline: readonly OutlineEntry[],
  placed: readonly PlacedDocument[],
  found: {
    readonly references: References;
    readonly pages: readonly PageTarget[];
    readonly phrases: Phrases;
  },
): Navigation {
  const reached = navPoints(outline, found.references);
  const chapters = placed.filter(({ document }) => document.role === 'chapter');
  const listed = chapters.length > 0 ? chapters : placed;
  const toc =
    reached.length > 0
      ? reached
      : listed.map(({ document, href }) => ({ label: stripUnwritable(document.title), href, children: [] }));
  return { toc, depth: depthOf(toc), landmarks: landmarks(placed, found.phrases), pages: found.pages };
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

function landmarks(placed: readonly PlacedDocument[], phrases: Phrases): readonly Landmark[] {
  const cover = placed.find(({ document }) => document.role === 'cover');
  const start = placed.find(({ document }) => document.role === 'chapter');
  return [
    ...(cover ? [{ type: 'cover', label: phrases.cover, href: cover.href }] : []),
    { type: 'toc', label: phrases.contents, href: `${navigationHref}#toc` },
    ...(start ? [{ type: 'bodymatter', label: phrases.text, href: start.href }] : []),
  ];
}
