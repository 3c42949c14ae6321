/**
 * What an ebook of fixed pages says of itself: its navigation, its manifest and spine, and of its
 * accessibility only what is true of pages that do not adapt (no `displayTransformability`).
 */
import type { OutlineEntry } from '../../document/publication.js';
import { elementsIn, hasClass, type ElementNode } from '../../document/tree.js';
import { stripUnwritable } from '../../document/xml.js';
import { describeAccessibility, summaryOfPictures } from '../describe-accessibility.js';
import { listManifest } from '../describe-package.js';
import type {
  AccessibilityClaims,
  ContentFile,
  Navigation,
  NavPoint,
  PackageFile,
  PackageModel,
} from '../package-model.js';
import { otherPhrases, phrasesFor, type Phrases } from '../phrases.js';
import type { FixedPictures } from './gather-fixed.js';
import { fixedPhrases } from './phrases.js';
import { coverHref, pageAnchorId, type Places } from './places.js';
import type { PlannedPage } from './write-page.js';

/** Contents, landmarks, and every page by its label. */
export function fixedNavigation(
  outline: readonly OutlineEntry[],
  pages: readonly PlannedPage[],
  about: { readonly places: Places; readonly phrases: Phrases; readonly title: string },
): Navigation {
  const { places, phrases, title } = about;
  const reached = navPoints(outline, places);
  const first = pages.find(({ leaves }) => leaves.length > 0) ?? pages[0];
  const start = `${first?.href ?? ''}#${pageAnchorId}`;
  const toc = reached.length > 0 ? reached : [{ label: title, href: start, children: [] }];
  const contents = pages.find(({ leaves }) => leaves.some(({ path }) => path.some(isContents)));
  const own = contents && { type: 'toc', label: phrases.contents, href: `${contents.href}#${pageAnchorId}` };
  const cover = { type: 'cover', label: phrases.cover, href: coverHref };
  return {
    toc,
    depth: depthOf(toc),
    landmarks: [cover, ...(own ? [own] : []), { type: 'bodymatter', label: phrases.text, href: start }],
    pages: pages.map(({ page, href }) => ({
      label: stripUnwritable(page.label),
      href: `${href}#${pageAnchorId}`,
    })),
    figures: [],
    tables: [],
  };
}

function isContents(element: PlannedPage['leaves'][number]['path'][number]): boolean {
  return element.tagName === 'nav' && hasClass(element, 'contents');
}

/** Entries whose heading is on no page are left out; what stands below them moves up. */
function navPoints(outline: readonly OutlineEntry[], places: Places): readonly NavPoint[] {
  return outline.flatMap((entry) => {
    const children = navPoints(entry.children, places);
    const href = places.link(entry.target);
    if (href === undefined || entry.title.trim() === '') return children;
    const title = entry.number === undefined ? entry.title : `${entry.number} ${entry.title}`;
    return [{ label: stripUnwritable(title), href, children }];
  });
}

function depthOf(points: readonly NavPoint[]): number {
  return points.length === 0 ? 0 : 1 + Math.max(...points.map((point) => depthOf(point.children)));
}

/**
 * What the file proves of its accessibility (EPUB Accessibility 1.1, 2.2): what holds for every ebook of ours,
 * but for formulas and descriptions, which stand in the reflowable one.
 */
export function describeFixed(
  body: ElementNode | undefined,
  { pictures, navigation }: { readonly pictures: FixedPictures; readonly navigation: Navigation },
  language: string,
): AccessibilityClaims {
  const phrases = phrasesFor(language);
  const about = { name: '', title: '', language, role: 'chapter' } as const;
  const placed = body ? [{ document: { ...about, body }, href: '', elements: elementsIn(body) }] : [];
  const found = { pictures, navigation, cover: true, css: '', judged: false };
  const claims = describeAccessibility(placed, found, phrases);
  const summary = (words: Phrases): string =>
    [
      fixedPhrases(words === phrasesFor('vi') ? 'vi' : 'en').summary,
      words.summaryPages,
      summaryOfPictures(pictures, words),
      words.summaryUnjudged,
    ].join(' ');
  const other = otherPhrases(phrases);
  return {
    ...claims,
    features: claims.features.filter((feature) => !notOnPages.has(feature)),
    summary: `${summary(phrases)} ${other.ownName}: ${summary(other)}`,
  };
}

const notOnPages = new Set(
  'MathML longDescription displayTransformability rubyAnnotations fullRubyAnnotations'.split(' '),
);

/**
 * Manifest and spine: the cover beside the linear order, then the pages, which stand in spreads as they are
 * bound, odd ones to the right. The navigation document is outside of the spine, all of which is fixed pages.
 */
export function listFixed(
  documents: readonly ContentFile[],
  others: readonly PackageFile[],
  pages: readonly PlannedPage[],
  { cover, hasNcx }: { readonly cover: string; readonly hasNcx: boolean },
): Omit<PackageModel, 'metadata' | 'navigation' | 'phrases' | 'navigationClasses'> {
  const listed = listManifest(documents, others, { contentsAt: -1, hasNcx });
  const spine = listed.spine.slice(0, documents.length).map((item, i) => {
    const page = pages[i - 1]?.page;
    if (!page) return { ...item, linear: false };
    const odd = (page.number & 1) === 1;
    return { ...item, properties: odd ? 'page-spread-right' : 'page-spread-left' };
  });
  const manifest = listed.manifest.map((item) => {
    if (item.href === cover) return { ...item, properties: 'cover-image' };
    return item.properties === 'cover-image' ? { ...item, properties: '' } : item;
  });
  const across = pages.some(({ page }) => page.width > page.height);
  return {
    ...listed,
    manifest,
    coverId: manifest.find(({ href }) => href === cover)?.id,
    spine,
    rendition: {
      layout: 'pre-paginated',
      orientation: 'auto',
      spread: pages.length > 1 && !across ? 'auto' : 'none',
    },
  };
}
