/** What a navigation document needs beside its content models (EPUB 3.3, 7.3 and 7.4). */
import { attributeOf, elementsOf, xmlText, type XmlElement } from '../../../document/read-xml.js';
import { isHtml, wordsIn, written, type Findings } from './findings.js';
import { epubNamespace } from './namespaces.js';

const heading = /^h[1-6]$/;
/** Lists that explain themselves. */
const known = ['toc', 'page-list', 'landmarks'];

/** Checks a navigation document. */
export function checkNavigation(root: XmlElement, findings: Findings): void {
  const body = htmlIn(root).find((element) => element.name === 'body');
  if (!body) return;
  const lists = htmlIn(body)
    .filter(({ name }) => name === 'nav')
    .map((list) => ({ list, types: wordsIn(attributeOf(list, epubNamespace, 'type') ?? '') }));
  const ofType = (type: string): readonly XmlElement[] =>
    lists.filter(({ types }) => types.includes(type)).map(({ list }) => list);
  if (ofType('toc').length === 0) findings.add('CHECK-XHTML-NAV-TOC', body, {});
  for (const type of known)
    for (const again of ofType(type).slice(1)) findings.add('CHECK-XHTML-NAV-TWICE', again, { type });
  for (const { list, types } of lists) {
    if (attributeOf(list, epubNamespace, 'type') !== undefined) checkList(list, types, findings);
  }
  for (const element of htmlIn(root)) if (heading.test(element.name)) needLabel(element, findings);
}

function checkList(list: XmlElement, types: readonly string[], findings: Findings): void {
  const children = list.children.filter((child): child is XmlElement => child.type === 'element');
  const first = children[0];
  if (!types.some((type) => known.includes(type)) && !(first && heading.test(first.name)))
    findings.add('CHECK-XHTML-NAV-HEADING', list, { type: types.join(' ') });
  const ordered = htmlIn(list).filter(({ name }) => name === 'ol');
  for (const outer of ordered.slice(0, 1))
    for (const element of htmlIn(outer))
      if (element.name === 'a' || element.name === 'span') needLabel(element, findings);
  if (types.includes('page-list') || types.includes('landmarks')) {
    for (const nested of ordered.slice(1))
      findings.add('CHECK-XHTML-NAV-NESTED', nested, { type: types.join(' ') });
  }
  if (types.includes('landmarks')) checkLandmarks(ordered, findings);
}

/** A link, a label or a heading says something: text, a picture's text or a label for screen readers. */
function needLabel(element: XmlElement, findings: Findings): void {
  const spoken = [...elementsOf(element)].some(
    (one) => (one.attributes.get('aria-label') ?? '').trim() !== '' || isSpokenPicture(element, one),
  );
  if (spoken || xmlText(element).trim() !== '') return;
  findings.add('CHECK-XHTML-NAV-LABEL', element, { element: written(element) });
}

function isSpokenPicture(parent: XmlElement, one: XmlElement): boolean {
  return (
    isHtml(one, 'img') && parent.children.includes(one) && (one.attributes.get('alt') ?? '').trim() !== ''
  );
}

/** A landmark says what it is, and no two are the same place as the same thing. */
function checkLandmarks(lists: readonly XmlElement[], findings: Findings): void {
  const seen = new Set<string>();
  for (const link of lists.slice(0, 1).flatMap(htmlIn)) {
    if (link.name !== 'a') continue;
    const type = attributeOf(link, epubNamespace, 'type');
    if (type === undefined) findings.add('CHECK-XHTML-NAV-LANDMARK', link, { label: xmlText(link).trim() });
    const href = (link.attributes.get('href') ?? '').trim().toLowerCase();
    for (const word of wordsIn((type ?? '').toLowerCase())) {
      if (seen.has(`${word} ${href}`)) {
        findings.add('CHECK-XHTML-NAV-LANDMARK-TWICE', link, { type: word, href });
        break;
      }
      seen.add(`${word} ${href}`);
    }
  }
}

function htmlIn(root: XmlElement): readonly XmlElement[] {
  return [...elementsOf(root)].filter((element) => isHtml(element, element.name));
}
