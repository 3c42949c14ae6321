/**
 * The annotations of all pages (ISO 32000-1, 12.5): contents in; out, each with its page, the flags, the
 * structure element that it belongs to, and how a message names it.
 */
import { PdfRef, type PdfDict, type PdfObject } from '../../objects.js';
import type { PdfFile } from '../../open-pdf.js';
import { boxOf, rectangle, type PdfPage } from '../../pages.js';
import type { PdfContents } from '../../read-pdf.js';
import { once } from '../once.js';

export interface Annotation {
  readonly page: PdfPage;
  readonly dict: PdfDict;
  /** Object number; 0 when it stands in the page itself. */
  readonly object: number;
  /** Empty where there is none. */
  readonly subtype: string;
  /** Value of `F`; undefined where there is none. */
  readonly flags: number | undefined;
  /** Hidden, or wholly outside the crop box: nobody meets it. */
  readonly unseen: boolean;
  /** The element that its `StructParent` leads to. */
  readonly element: PdfDict | undefined;
  /** `Link 12 0 R` and the page, for messages. */
  readonly values: { readonly page: number; readonly annotation: string };
}

/** Bits of `F` (table 165). */
export const annotationFlags = {
  Invisible: 1,
  Hidden: 2,
  Print: 4,
  NoView: 32,
  ToggleNoView: 256,
} as const;

/** All annotations, page by page. */
export const annotationsOf = once((contents): readonly Annotation[] =>
  contents.pages.flatMap(({ page }) =>
    (contents.file.array(page.dict.raw('Annots')) ?? []).flatMap((item) => {
      const dict = contents.file.dict(item);
      return dict ? [readAnnotation(contents, page, [item, dict])] : [];
    }),
  ),
);

function readAnnotation(
  contents: PdfContents,
  page: PdfPage,
  [item, dict]: readonly [PdfObject, PdfDict],
): Annotation {
  const { file, structure } = contents;
  const object = item instanceof PdfRef ? item.number : 0;
  const subtype = file.nameOf(dict.raw('Subtype')) ?? '';
  const flags = file.number(dict.raw('F'));
  const key = file.number(dict.raw('StructParent'));
  return {
    page,
    dict,
    object,
    subtype,
    flags,
    unseen: ((flags ?? 0) & annotationFlags.Hidden) !== 0 || isOutside(file, page, dict),
    element: key === undefined ? undefined : file.dict(structure?.parentTree.get(key) ?? null),
    values: { page: page.number, annotation: object === 0 ? subtype : `${subtype} ${object} 0 R`.trim() },
  };
}

function isOutside(file: PdfFile, page: PdfPage, dict: PdfDict): boolean {
  const box = boxOf(file, page, 'CropBox') ?? boxOf(file, page, 'MediaBox');
  const place = rectangle(file.numbers(dict.raw('Rect')));
  if (!box || !place) return false;
  return place[0] >= box[2] || place[2] <= box[0] || place[1] >= box[3] || place[3] <= box[1];
}

/** A value of a form field, which its widgets and kids inherit (12.7.3.1). */
export function inherited(file: PdfFile, dict: PdfDict, key: string): PdfObject {
  let at: PdfDict | undefined = dict;
  for (let hops = 0; at && hops < 32; hops += 1) {
    const value = file.resolve(at.raw(key));
    if (value !== null) return value;
    at = file.dict(at.raw('Parent'));
  }
  return null;
}
