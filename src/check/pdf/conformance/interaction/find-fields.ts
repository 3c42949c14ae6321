/** The fields of the interactive form (ISO 32000-1, 12.7.3): contents in; out, all fields with their names. */
import { PdfRef, type PdfDict, type PdfObject } from '../../objects.js';
import { once } from '../once.js';

export interface FormField {
  readonly dict: PdfDict;
  /** Fully qualified name, or the object where it has none. */
  readonly name: string;
}

/** Fields nested deeper than this are a loop. */
const maxDepth = 32;

/** All fields of the form, parents before kids. A kid without a name of its own is a widget. */
export const fieldsOf = once(({ file }): readonly FormField[] => {
  const fields: FormField[] = [];
  const seen = new Set<PdfDict>();
  const visit = (item: PdfObject, parent: string, depth: number): void => {
    const dict = file.dict(item);
    if (!dict || seen.has(dict) || depth > maxDepth) return;
    seen.add(dict);
    const own = file.text(dict.raw('T'));
    if (own === undefined && depth > 0) return;
    const name = [parent, own ?? (item instanceof PdfRef ? `${item.number} 0 R` : '')]
      .filter((part) => part !== '')
      .join('.');
    fields.push({ dict, name });
    for (const kid of file.array(dict.raw('Kids')) ?? []) visit(kid, name, depth + 1);
  };
  const form = file.dict(file.catalog.raw('AcroForm'));
  for (const field of file.array(form?.raw('Fields') ?? null) ?? []) visit(field, '', 0);
  return fields;
});
