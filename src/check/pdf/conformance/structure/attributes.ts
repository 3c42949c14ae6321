/**
 * Attributes of structure elements (ISO 32000-1, 14.7.5): an element in; out, the value of an attribute
 * of one owner, from its own attribute objects or from those of its classes.
 */
import { PdfDict, PdfName, type PdfObject } from '../../objects.js';
import { isArray, type PdfFile } from '../../open-pdf.js';
import type { Element } from './find-elements.js';

/** The value of an attribute, null where there is none; attributes of its own go before those of classes. */
export function attributeOf(
  file: PdfFile,
  { dict }: Pick<Element, 'dict'>,
  owner: string,
  key: string,
): PdfObject {
  for (const attributes of attributeObjects(file, dict)) {
    if (file.nameOf(attributes.raw('O')) !== owner) continue;
    const value = file.resolve(attributes.raw(key));
    if (value !== null) return value;
  }
  return null;
}

function attributeObjects(file: PdfFile, element: PdfDict): readonly PdfDict[] {
  const root = file.dict(file.catalog.raw('StructTreeRoot'));
  const classes = file.dict(root?.raw('ClassMap') ?? null);
  const named = list(file, element.raw('C')).flatMap((item) =>
    item instanceof PdfName ? list(file, classes?.raw(item.value) ?? null) : [],
  );
  return [...list(file, element.raw('A')), ...named].filter((item) => item instanceof PdfDict);
}

/** One value or an array of values; revision numbers stand between them. */
function list(file: PdfFile, value: PdfObject): readonly PdfObject[] {
  const found = file.resolve(value);
  return isArray(found) ? found.map((item) => file.resolve(item)) : [found];
}
