/**
 * Rules on the text of a document: its title and language, headings that go down one level at a time
 * (WCAG 1.3.1, 2.4.2, 2.4.6, 3.1.1), links that say where they lead (2.4.4).
 */
import type { Diagnostic } from '../../../diagnostic.js';
import { xmlText, type XmlElement } from '../../../document/read-xml.js';
import { collapsed, isPresentation, named, nameOf, said, xhtml, type DocumentRule } from './document-view.js';

export const checkText: DocumentRule = (view) => [
  ...checkLanguage(view),
  ...checkTitle(view),
  ...checkHeadings(view),
  ...checkLinks(view),
];

/** The language that a document says it is in; '' for none. */
export function languageOf(root: XmlElement): string {
  return (root.attributes.get('lang') ?? root.attributes.get('xml:lang') ?? '').trim();
}

const checkLanguage: DocumentRule = (view) => {
  const { root } = view.document;
  return languageOf(root) === '' ? [said(view, 'CHECK-EPUB-LANG', root)] : [];
};

/** Titles that programs put in. */
const placeholder =
  /^(?:untitled(?: document)?|title|document|no title|x?html|page|section|chapter|part|\d+|không (?:có )?(?:tên|tiêu đề)|.*\.x?html?)$/i;

const checkTitle: DocumentRule = (view) => {
  const title = named(view, xhtml, 'title')[0];
  if (!title) return [];
  const text = collapsed(xmlText(title));
  const file = view.document.path.slice(view.document.path.lastIndexOf('/') + 1);
  const poor =
    placeholder.test(text) || (text !== '' && text === file.replace(/\.\w+$/, '') && /\d/.test(text));
  return poor ? [said(view, 'CHECK-EPUB-TITLE', title, { title: text })] : [];
};

/** Headings go down one level at a time; a document may begin at any level, as a section of the book. */
const checkHeadings: DocumentRule = (view) => {
  const found: Diagnostic[] = [];
  let from = 0;
  for (const heading of named(view, xhtml, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')) {
    // `doc-subtitle` and the like make no heading of it.
    if (heading.attributes.has('role') && heading.attributes.get('role') !== 'heading') continue;
    const to = Number(heading.attributes.get('aria-level') ?? heading.name.slice(1));
    if (nameOf(view, heading) === '') found.push(said(view, 'CHECK-EPUB-HEADING-EMPTY', heading));
    else if (from > 0 && to > from + 1) found.push(said(view, 'CHECK-EPUB-HEADING', heading, { from, to }));
    from = to;
  }
  return found;
};

const checkLinks: DocumentRule = (view) =>
  named(view, xhtml, 'a')
    .filter((link) => link.attributes.has('href') && !isPresentation(link) && nameOf(view, link) === '')
    .map((link) => said(view, 'CHECK-EPUB-LINK', link, { href: link.attributes.get('href') ?? '' }));
