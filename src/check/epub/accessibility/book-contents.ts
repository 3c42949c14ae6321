/** What there is in a book that its package may claim or has to name. */
import { xmlText, type XmlElement } from '../../../document/read-xml.js';
import { all } from '../open-epub.js';
import {
  epubTypes,
  isPresentation,
  mathml,
  rolesOf,
  svg,
  xhtml,
  type DocumentView,
} from './document-view.js';
import { hasPageBreaks } from './check-pages.js';
import type { PackageFacts } from './package-facts.js';

export interface BookContents {
  /** Every document of the reading order could be read as XHTML: what is not found is not there. */
  readonly complete: boolean;
  /** A table of contents with something in it. */
  readonly contentsList: boolean;
  readonly pageList: boolean;
  readonly pageBreaks: boolean;
  readonly headings: boolean;
  readonly index: boolean;
  /** Roles or ARIA attributes. */
  readonly aria: boolean;
  /** Pictures, drawings and films that are no decoration. */
  readonly visuals: boolean;
  /** Long descriptions: details, or elements that others are described by. */
  readonly descriptions: boolean;
  readonly formulas: boolean;
  readonly video: boolean;
  /** Sound or film. */
  readonly media: boolean;
  readonly overlays: boolean;
  readonly ruby: boolean;
}

/** Looks for all of it; `lists` are the lists of the navigation document by type. */
export function bookContents(
  facts: PackageFacts,
  views: readonly DocumentView[],
  list: (type: string) => XmlElement | undefined,
): BookContents {
  const some = (test: (element: XmlElement) => boolean): boolean =>
    views.some(({ elements }) => elements.some(test));
  const is = (namespace: string, ...names: readonly string[]): boolean =>
    some((element) => element.namespace === namespace && names.includes(element.name));
  const filled = (type: string): boolean => {
    const found = list(type);
    return found !== undefined && all(found, 'a').some((link) => xmlText(link).trim() !== '');
  };
  const overlays = facts.book.manifest.some(({ mediaType }) => mediaType === 'application/smil+xml');
  const video = is(xhtml, 'video');
  const readable = new Set(facts.book.spine.map(({ path }) => path));
  return {
    complete: facts.spine.every((path) => readable.has(path)),
    contentsList: facts.version < 3 || filled('toc'),
    pageList: facts.version < 3 || filled('page-list'),
    pageBreaks: hasPageBreaks(views),
    headings:
      is(xhtml, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6') || some((one) => rolesOf(one).includes('heading')),
    index: some((one) => epubTypes(one).includes('index') || rolesOf(one).includes('doc-index')),
    aria: some(({ attributes }) =>
      [...attributes.keys()].some((key) => key === 'role' || key.startsWith('aria-')),
    ),
    visuals: some(isVisual),
    descriptions: some(
      ({ name, attributes }) =>
        name === 'details' || attributes.has('aria-details') || attributes.has('aria-describedby'),
    ),
    formulas: is(mathml, 'math'),
    video,
    media: video || is(xhtml, 'audio') || overlays,
    overlays,
    ruby: is(xhtml, 'ruby'),
  };
}

function isVisual(element: XmlElement): boolean {
  if (isPresentation(element)) return false;
  if (element.namespace === svg) return element.name === 'svg';
  if (element.namespace !== xhtml) return false;
  const { name, attributes } = element;
  return name === 'video' || (name === 'img' && attributes.get('alt')?.trim() !== '');
}
