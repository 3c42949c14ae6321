/**
 * What the rules of both parts of PDF/UA ask of an annotation: the element of the structure tree that it
 * stands in, the words that it has, and where a link leads.
 */
import { latin1, PdfDict, PdfName, PdfRef, PdfString, type PdfObject } from '../../objects.js';
import { isArray } from '../../open-pdf.js';
import type { PdfContents } from '../../read-pdf.js';
import { elementsOf, type Element } from '../structure/find-elements.js';
import { inherited, type Annotation } from './find-annotations.js';

/** The element that encloses an annotation. */
export function enclosing(contents: PdfContents, { element }: Annotation): Element | undefined {
  return element && elementsOf(contents).byDict.get(element);
}

/** Its standard type; a dash where the annotation is in no element. */
export function enclosingType(contents: PdfContents, annotation: Annotation): string {
  const element = enclosing(contents, annotation);
  if (!element) return '–';
  return element.type === '' ? element.named.type : element.type;
}

/** True for a text that is there and not empty. */
export function says({ file }: PdfContents, dict: PdfDict | undefined, key: string): boolean {
  return (file.text(dict?.raw(key) ?? null) ?? '') !== '';
}

/** True for the widget of a field with a name for people (`TU`); one of a mere widget names nothing. */
export function isNamed(contents: PdfContents, { dict }: Annotation): boolean {
  const field = dict.entries.has('T') ? dict : (contents.file.dict(dict.raw('Parent')) ?? dict);
  return says(contents, field, 'TU');
}

/** True for the widget of a field, and not a mere annotation of that type. */
export function isField({ file }: PdfContents, { dict, subtype }: Annotation): boolean {
  return subtype === 'Widget' && inherited(file, dict, 'FT') !== null;
}

/** Where a link leads, so that links to one place have one text. */
export function targetOf({ file }: PdfContents, { dict }: Annotation): string {
  const write = (value: PdfObject, depth: number): string => {
    const found = value instanceof PdfRef && depth > 1 ? value : file.resolve(value);
    if (found instanceof PdfRef) return `${found.number} R`;
    if (found instanceof PdfName) return `/${found.value}`;
    if (found instanceof PdfString) return `(${latin1(found.bytes)})`;
    if (isArray(found)) return `[${found.map((item) => write(item, depth + 1)).join(' ')}]`;
    if (typeof found === 'number') return String(found);
    if (!(found instanceof PdfDict)) return '';
    return [...found.entries].map(([key, item]) => `${key} ${write(item, depth + 1)}`).join(' ');
  };
  return dict.entries.has('A') ? write(dict.raw('A'), 0) : write(dict.raw('Dest'), 0);
}
