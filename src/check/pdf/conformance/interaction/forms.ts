/** Rules on interactive forms: no actions, no XFA, and an appearance for everything that is filled in. */
import type { PdfDict } from '../../objects.js';
import type { PdfContents } from '../../read-pdf.js';
import type { Rule } from '../rule.js';
import { annotationRule } from './annotations.js';
import { fieldsOf } from './find-fields.js';

/** The interactive form of the file. */
export function formOf({ file }: PdfContents): PdfDict | undefined {
  return file.dict(file.catalog.raw('AcroForm'));
}

/** The text of all packets of an XFA form (12.7.8), a stream or an array of names and streams. */
function xfaText(contents: PdfContents): string {
  const { file } = contents;
  const value = formOf(contents)?.raw('XFA') ?? null;
  return (file.array(value) ?? [value])
    .flatMap((part) => file.stream(part) ?? [])
    .map((stream) => new TextDecoder('utf-8').decode(file.decode(stream) ?? new Uint8Array()))
    .join('');
}

export const formRules: readonly Rule[] = [
  {
    code: 'PDFA-NEED-APPEARANCES',
    clauses: { A1: '6.9', A2: '6.4.1', A3: '6.4.1', A4: '6.4.1' },
    find: (contents) =>
      contents.file.resolve(formOf(contents)?.raw('NeedAppearances') ?? null) === true ? [{}] : [],
  },
  annotationRule('PDFA-WIDGET-APPEARANCE', { A1: '6.9' }, ({ subtype, dict }, { file }) =>
    subtype === 'Widget' && !file.dict(dict.raw('AP')) ? {} : undefined,
  ),
  annotationRule(
    'PDFA-WIDGET-ACTION',
    { A1: '6.6.1', A2: '6.4.1', A3: '6.4.1', A4: '6.4.1' },
    ({ subtype, dict }) => (subtype === 'Widget' && dict.entries.has('A') ? {} : undefined),
  ),
  annotationRule('PDFA-WIDGET-TRIGGER', { A1: '6.6.2', A2: '6.4.1', A3: '6.4.1' }, ({ subtype, dict }) =>
    subtype === 'Widget' && dict.entries.has('AA') ? {} : undefined,
  ),
  {
    code: 'PDFA-FIELD-TRIGGER',
    clauses: { A1: '6.6.2', A2: '6.4.1', A3: '6.4.1' },
    find: (contents) =>
      fieldsOf(contents)
        .filter(({ dict }) => dict.entries.has('AA'))
        .map(({ name }) => ({ field: name })),
  },
  {
    code: 'PDFA-XFA',
    clauses: { A2: '6.4.2', A3: '6.4.2', A4: '6.4.2', UA2: '8.10.1' },
    find: (contents) => ((formOf(contents)?.raw('XFA') ?? null) === null ? [] : [{}]),
  },
  {
    code: 'PDFA-NEEDS-RENDERING',
    clauses: { A2: '6.4.2', A3: '6.4.2', A4: '6.4.2' },
    find: ({ file }) => (file.resolve(file.catalog.raw('NeedsRendering')) === true ? [{}] : []),
  },
  {
    code: 'PDFUA-DYNAMIC-XFA',
    clauses: { UA1: '7.15' },
    find: (contents) =>
      /<dynamicRender\s*>\s*required\s*<\/dynamicRender\s*>/.test(xfaText(contents)) ? [{}] : [],
  },
];
