/**
 * What an NCX needs beside its content models (DAISY NCX 2005-1): `playOrder` counts from 1 without gaps, the same
 * place has the same number and another place another, and no page and no label of a language comes twice.
 */
import { elementsOf, type XmlElement } from '../../../document/read-xml.js';
import { written, type Findings } from './findings.js';

/** Checks an NCX. */
export function checkNcx(root: XmlElement, findings: Findings): void {
  const elements = [...elementsOf(root)];
  checkOrder(
    elements.filter(({ attributes }) => attributes.has('playOrder')),
    findings,
  );
  const seen = new Set<string>();
  for (const element of elements) {
    if (element.name === 'pageTarget') checkPage(element, seen, findings);
    checkLabels(element, findings);
  }
}

function checkOrder(entries: readonly XmlElement[], findings: Findings): void {
  const numbers = new Set(entries.map(orderOf));
  const begins = entries.some(({ attributes }) => attributes.get('playOrder') === '1');
  const byNumber = new Map<number, string>();
  const byTarget = new Map<string, number>();
  for (const entry of entries) {
    const order = orderOf(entry);
    const target = entry.children.find(
      (child): child is XmlElement => child.type === 'element' && child.name === 'content',
    );
    const src = target?.attributes.get('src');
    const gap = order > 1 ? !numbers.has(order - 1) : !begins;
    const other = src !== undefined && (byNumber.get(order) ?? src) !== src;
    const moved = src !== undefined && (byTarget.get(src) ?? order) !== order;
    if (gap || other || moved)
      findings.add('CHECK-NCX-ORDER', entry, { order: entry.attributes.get('playOrder') ?? '' });
    if (src === undefined) continue;
    if (!byNumber.has(order)) byNumber.set(order, src);
    if (!byTarget.has(src)) byTarget.set(src, order);
  }
}

const orderOf = ({ attributes }: XmlElement): number => Number(attributes.get('playOrder'));

function checkPage(page: XmlElement, seen: Set<string>, findings: Findings): void {
  const value = page.attributes.get('value');
  const type = page.attributes.get('type');
  if (value === undefined || type === undefined) return;
  const attribute = `value="${value}" type="${type}"`;
  if (seen.has(attribute)) findings.add('CHECK-XHTML-TWICE', page, { element: written(page), attribute });
  seen.add(attribute);
}

/** Labels, and information, of one entry are each in a language of its own. */
function checkLabels(parent: XmlElement, findings: Findings): void {
  const seen = new Set<string>();
  for (const child of parent.children) {
    const language = child.type === 'element' ? child.attributes.get('xml:lang') : undefined;
    if (child.type !== 'element' || language === undefined) continue;
    if (child.name !== 'navLabel' && child.name !== 'navInfo') continue;
    const attribute = `xml:lang="${language}"`;
    if (seen.has(`${child.name} ${language}`))
      findings.add('CHECK-XHTML-TWICE', child, { element: written(child), attribute });
    seen.add(`${child.name} ${language}`);
  }
}
