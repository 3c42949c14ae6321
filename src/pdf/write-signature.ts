/**
 * An empty signature field (ISO 32000-1, 12.7.4.5), so that whoever signs the file adds to it and changes no
 * byte of it. Its box is at the top right of the first page, where Nghị định 30/2020/NĐ-CP (annex I) has the
 * signature of an agency; it shows nothing until it is signed. In: the first page; out: objects in the file,
 * and the element that holds the field, for readers who cannot see.
 */
import type { PageMedia } from './printer-marks.js';
import type { PdfFile } from './pdf-file.js';
import { structureNode, type StructureKid } from './structure-node.js';
import { numbers, Raw, reference, textString } from './syntax.js';
import { millimetre } from '../document/units.js';

/** Of the box: who signed and when, two lines of 10 pt, above where running heads begin. */
const box = { width: 70 * millimetre, height: 10 * millimetre };
/** From the edges of the page. */
const margin = 3 * millimetre;

/** A field that has a place among the annotations of the first page. */
export interface SignatureField {
  /** Object number. */
  readonly id: number;
  /** Its StructParent. */
  readonly key: number;
  readonly media: PageMedia;
}

/** Writes the field and the form that names it; `language` is that of the document. */
export function writeSignature(file: PdfFile, { id, key, media }: SignatureField, language: string): void {
  const [left, bottom, right, top] = media.trim;
  const width = Math.min(box.width, right - left - 2 * margin);
  const height = Math.min(box.height, top - bottom - 2 * margin);
  const corner = [right - margin - width, top - margin - height, right - margin, top - margin];
  const says = textString(/^vi\b/i.test(language) ? 'Chữ ký số' : 'Digital signature');
  // What an annotation with a box must have (ISO 19005-2, 6.3.3), and shows nothing.
  const look = file.addContent(
    { bytes: new Uint8Array(), deflated: false },
    `/Type /XObject /Subtype /Form /BBox [${numbers([0, 0, width, height])}] /Resources <<>> `,
  );
  file.put(
    id,
    `<</Type /Annot /Subtype /Widget /FT /Sig /T (Signature) /TU ${says} /Contents ${says} /F 4 ` +
      `/Rect [${numbers(corner)}] /StructParent ${key} /AP <</N ${reference(look)}>>>>`,
  );
  file.catalog['AcroForm'] = new Raw(`<</Fields [${reference(id)}]>>`);
}

/** The element of the field; it is read after everything else. */
export function signatureElement({ id }: SignatureField): StructureKid {
  const field = { type: 'annotation', order: 0, page: 0, object: id } as const;
  const node = structureNode('Form', [field]);
  node.block = true;
  return { type: 'element', order: Infinity, node };
}
