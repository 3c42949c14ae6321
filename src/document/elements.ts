/**
 * The one table of the words of an article: which HTML element (and class) is what in EPUB
 * (`role` for DPUB-ARIA, `epub:type`) and in PDF (structure type). Readers make these elements,
 * style sheets match them, `epub` and `layout` look their meaning up here.
 */
import type { StructureType } from './page.js';
import { hasClass, type ElementNode } from './tree.js';

export interface ElementMeaning {
  /** Tag name, with a class when the meaning hangs on it: `aside.footnote`. */
  readonly match: string;
  /** PDF structure type; 'none' adds nothing (its children stand in the parent). */
  readonly pdf: StructureType | 'none';
  /** DPUB-ARIA role and epub:type. */
  readonly role?: string;
  readonly epubType?: string;
}

/** First match wins: elements with a class stand before the bare element. */
export const elementMeanings: readonly ElementMeaning[] = [
  { match: 'article', pdf: 'Art' },
  { match: 'section.footnotes', pdf: 'Sect', role: 'doc-endnotes', epubType: 'footnotes' },
  { match: 'section.colophon', pdf: 'Sect', role: 'doc-colophon', epubType: 'colophon' },
  { match: 'section', pdf: 'Sect' },
  { match: 'nav.contents', pdf: 'TOC', role: 'doc-toc', epubType: 'toc' },
  { match: 'nav.figures', pdf: 'TOC', epubType: 'loi' },
  { match: 'nav.tables', pdf: 'TOC', epubType: 'lot' },
  { match: 'nav', pdf: 'Sect' },
  { match: 'aside.footnote', pdf: 'Note', role: 'doc-footnote', epubType: 'footnote' },
  { match: 'aside.pull-quote', pdf: 'BlockQuote', role: 'doc-pullquote', epubType: 'pullquote' },
  { match: 'aside.tip', pdf: 'Aside', role: 'doc-tip', epubType: 'tip' },
  // ARIA in HTML allows no doc-notice on an aside.
  { match: 'aside.box', pdf: 'Aside', role: 'note' },
  { match: 'aside', pdf: 'Aside' },
  { match: 'header', pdf: 'Div' },
  { match: 'footer', pdf: 'Div' },
  { match: 'math', pdf: 'Formula' },
  { match: 'main', pdf: 'none' },
  { match: 'div', pdf: 'none' },
  { match: 'h1', pdf: 'H1' },
  { match: 'h2', pdf: 'H2' },
  { match: 'h3', pdf: 'H3' },
  { match: 'h4', pdf: 'H4' },
  { match: 'h5', pdf: 'H5' },
  { match: 'h6', pdf: 'H6' },
  { match: 'p', pdf: 'P' },
  { match: 'pre', pdf: 'Code' },
  { match: 'blockquote', pdf: 'BlockQuote' },
  { match: 'figure.without-photo', pdf: 'Div' },
  { match: 'figure', pdf: 'Div' },
  { match: 'img', pdf: 'Figure' },
  { match: 'figcaption', pdf: 'Caption' },
  { match: 'ul', pdf: 'L' },
  { match: 'ol', pdf: 'L' },
  { match: 'dl', pdf: 'L' },
  { match: 'li', pdf: 'LI' },
  { match: 'dt', pdf: 'Lbl' },
  { match: 'dd', pdf: 'LBody' },
  { match: 'table', pdf: 'Table' },
  { match: 'caption', pdf: 'Caption' },
  { match: 'thead', pdf: 'THead' },
  { match: 'tbody', pdf: 'TBody' },
  { match: 'tfoot', pdf: 'TFoot' },
  { match: 'tr', pdf: 'TR' },
  { match: 'th', pdf: 'TH' },
  { match: 'td', pdf: 'TD' },
  { match: 'a.noteref', pdf: 'Reference', role: 'doc-noteref', epubType: 'noteref' },
  { match: 'a.backlink', pdf: 'Link', role: 'doc-backlink', epubType: 'backlink' },
  { match: 'a', pdf: 'Link' },
  { match: 'code', pdf: 'Code' },
  { match: 'q', pdf: 'Quote' },
];

const byTag = new Map<string, ElementMeaning[]>();
for (const meaning of elementMeanings) {
  const tagName = meaning.match.split('.')[0] ?? '';
  byTag.set(tagName, [...(byTag.get(tagName) ?? []), meaning]);
}

/** What an element means; undefined for the purely inline ones (em, strong, span…), which add no structure. */
export function meaningOf(node: ElementNode): ElementMeaning | undefined {
  return byTag.get(node.tagName)?.find((meaning) => {
    const wanted = meaning.match.split('.')[1];
    return wanted === undefined || hasClass(node, wanted);
  });
}
