/** Values within an object: itself, and what stands directly in it, references not followed. */
import { PdfDict, PdfStream, type PdfObject } from '../objects.js';
import { isArray } from '../open-pdf.js';

/** Shows an object and all direct values in it, with the key that each stands at (that of its array in one). */
export function visitValues(
  value: PdfObject,
  visit: (value: PdfObject, key: string) => void,
  key = '',
): void {
  visit(value, key);
  if (isArray(value)) for (const item of value) visitValues(item, visit, key);
  else if (value instanceof PdfStream) visitValues(value.dict, visit, key);
  else if (value instanceof PdfDict) for (const [name, item] of value.entries) visitValues(item, visit, name);
}
