/**
 * `epub:type` is for reading systems; assistive technology hears of it only by a role that says the same
 * (EPUB 3.3, 6.1.3.1; DPUB-ARIA 1.1). Each type is told of once for the book, at its first place.
 */
import type { Diagnostic } from '../../../diagnostic.js';
import type { XmlElement } from '../../../document/read-xml.js';
import { epubTypes, rolesOf, said, xhtml, type DocumentView } from './document-view.js';

/**
 * Types of the Structural Semantics Vocabulary with a role of the same meaning. Left out: what HTML says by
 * an element (figure, lists, tables) and roles that DPUB-ARIA 1.1 gave up (doc-endnote, doc-biblioentry).
 */
const roles: Readonly<Record<string, string>> = {
  abstract: 'doc-abstract',
  acknowledgments: 'doc-acknowledgments',
  afterword: 'doc-afterword',
  appendix: 'doc-appendix',
  backlink: 'doc-backlink',
  bibliography: 'doc-bibliography',
  biblioref: 'doc-biblioref',
  chapter: 'doc-chapter',
  colophon: 'doc-colophon',
  conclusion: 'doc-conclusion',
  credit: 'doc-credit',
  credits: 'doc-credits',
  dedication: 'doc-dedication',
  endnotes: 'doc-endnotes',
  epigraph: 'doc-epigraph',
  epilogue: 'doc-epilogue',
  errata: 'doc-errata',
  footnote: 'doc-footnote',
  foreword: 'doc-foreword',
  glossary: 'doc-glossary',
  glossref: 'doc-glossref',
  index: 'doc-index',
  introduction: 'doc-introduction',
  noteref: 'doc-noteref',
  notice: 'doc-notice',
  'page-list': 'doc-pagelist',
  pagebreak: 'doc-pagebreak',
  part: 'doc-part',
  preface: 'doc-preface',
  prologue: 'doc-prologue',
  pullquote: 'doc-pullquote',
  qna: 'doc-qna',
  subtitle: 'doc-subtitle',
  tip: 'doc-tip',
  toc: 'doc-toc',
};

/** Elements that take no role (ARIA in HTML): there is nothing to be said of them but to move the type. */
const roleless = new Set(['html', 'body', 'head']);

interface Missing {
  readonly view: DocumentView;
  readonly element: XmlElement;
  count: number;
}

/** Holds all documents of a book to the rule. */
export function checkRoles(views: readonly DocumentView[]): readonly Diagnostic[] {
  const missing = new Map<string, Missing>();
  for (const view of views) {
    for (const element of view.elements) {
      const type = element.namespace === xhtml ? epubTypes(element).find((one) => one in roles) : undefined;
      const role = type === undefined ? undefined : roles[type];
      if (type === undefined || role === undefined || rolesOf(element).includes(role)) continue;
      if (inLandmarks(view, element)) continue;
      const key = roleless.has(element.name) ? `${element.name} ${type}` : type;
      const before = missing.get(key);
      if (before) before.count += 1;
      else missing.set(key, { view, element, count: 1 });
    }
  }
  return [...missing].map(([key, { view, element, count }]) => {
    const type = key.slice(key.indexOf(' ') + 1);
    const code = roleless.has(element.name) ? 'CHECK-EPUB-ROLE-BODY' : 'CHECK-EPUB-ROLE';
    return said(view, code, element, { type, role: roles[type] ?? '', count, element: element.name });
  });
}

/** In the landmarks, types say what links lead to. */
function inLandmarks({ parents }: DocumentView, element: XmlElement): boolean {
  for (let above = parents.get(element); above; above = parents.get(above)) {
    if (epubTypes(above).includes('landmarks')) return true;
  }
  return false;
}
