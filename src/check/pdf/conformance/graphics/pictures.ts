/**
 * Rules on pictures and forms (ISO 19005-1, 6.2.4–6.2.7; 19005-2, 6.2.8 and 6.2.9): keys that they must
 * not have, what makes a reader fetch or interpolate something else, JPEG 2000.
 */
import type { PdfDict, PdfObject } from '../../objects.js';
import type { PdfFile } from '../../open-pdf.js';
import type { PdfContents } from '../../read-pdf.js';
import { contentFacts } from '../content-facts.js';
import { streamPlace } from '../places.js';
import type { Rule } from '../rule.js';
import { jpxFaults } from './jpeg-2000.js';

const imageClauses = { A1: '6.2.4', A2: '6.2.8', A3: '6.2.8', A4: '6.2.7.1' } as const;
const formClauses = { A1: '6.2.5', A2: '6.2.9', A3: '6.2.9' } as const;

export const pictureRules: readonly Rule[] = [
  {
    code: 'PDFA-PICTURE-KEY',
    clauses: imageClauses,
    *find(contents, { part }) {
      for (const { dict, place } of objects(contents, 'Image')) {
        const key = ['Alternates', 'OPI'].find((one) => dict.entries.has(one));
        if (key !== undefined) yield { key, place };
      }
      if (part !== 'A1') return;
      for (const { dict, place } of objects(contents, 'Form')) {
        if (dict.entries.has('OPI')) yield { key: 'OPI', place };
      }
    },
  },
  {
    code: 'PDFA-INTERPOLATE',
    clauses: imageClauses,
    *find(contents) {
      const { file } = contents;
      for (const { dict, place } of objects(contents, 'Image')) {
        if (file.resolve(dict.raw('Interpolate')) === true) yield { place };
      }
      for (const { dict, stream } of contentFacts(contents).graphics.inlinePictures) {
        if (dict.raw('I') === true || dict.raw('Interpolate') === true) yield { place: streamPlace(stream) };
      }
    },
  },
  {
    code: 'PDFA-PICTURE-BITS',
    clauses: { A2: '6.2.8', A3: '6.2.8', A4: '6.2.7.1' },
    *find(contents) {
      const { file } = contents;
      for (const { dict, place } of objects(contents, 'Image')) {
        const bits = file.number(dict.raw('BitsPerComponent'));
        const stencil = file.resolve(dict.raw('ImageMask')) === true;
        if (bits === undefined || isPlain(file, dict.raw('Filter'), 'JPXDecode')) continue;
        if (!(stencil ? [1] : [1, 2, 4, 8, 16]).includes(bits)) yield { bits, place };
      }
    },
  },
  {
    code: 'PDFA-JPX',
    clauses: { A2: '6.2.8.3', A3: '6.2.8.3', A4: '6.2.7.3' },
    *find(contents) {
      const { file } = contents;
      for (const { dict, place, value } of objects(contents, 'Image')) {
        if (!value || !isPlain(file, dict.raw('Filter'), 'JPXDecode')) continue;
        for (const fault of jpxFaults(value, dict.entries.has('ColorSpace'))) yield { fault, place };
      }
    },
  },
  {
    code: 'PDFA-FORM-KEY',
    clauses: formClauses,
    *find(contents, { part }) {
      for (const { dict, place } of objects(contents, 'Form')) {
        if (contents.file.nameOf(dict.raw('Subtype2')) === 'PS') yield { key: 'Subtype2', place };
        if (dict.entries.has('PS')) yield { key: 'PS', place };
        if (part !== 'A1' && dict.entries.has('OPI')) yield { key: 'OPI', place };
      }
    },
  },
  {
    code: 'PDFA-FORM-OPI',
    clauses: { A4: '6.2.8.1' },
    *find(contents) {
      for (const { dict, place } of objects(contents, 'Form')) if (dict.entries.has('OPI')) yield { place };
    },
  },
  {
    code: 'PDFA-REFERENCE-OBJECT',
    clauses: { A1: '6.2.6', A2: '6.2.9', A3: '6.2.9', A4: '6.2.8.2', UA1: '7.20' },
    *find(contents) {
      for (const { dict, place } of objects(contents, 'Form')) if (dict.entries.has('Ref')) yield { place };
    },
  },
  {
    code: 'PDFA-POSTSCRIPT',
    clauses: { A1: '6.2.7', A2: '6.2.9', A3: '6.2.9' },
    *find(contents) {
      for (const { place } of objects(contents, 'PS')) yield { place };
    },
  },
  {
    code: 'PDFUA-FORM-AGAIN',
    clauses: { UA1: '7.20' },
    *find(contents) {
      const { tagged, paintings } = contentFacts(contents).graphics;
      for (const [dict, stream] of tagged) {
        if ((paintings.get(dict) ?? 0) > 1) yield { place: streamPlace(stream) };
      }
    },
  },
];

interface Used {
  readonly dict: PdfDict;
  readonly place: string;
  /** The bytes, encoded. */
  readonly value: Uint8Array | undefined;
}

/** External objects of this subtype that content paints. */
function* objects(contents: PdfContents, subtype: string): Generator<Used> {
  const { objects: used } = contentFacts(contents).graphics;
  for (const [dict, { stream, encoded }] of used) {
    if (contents.file.nameOf(dict.raw('Subtype')) !== subtype) continue;
    yield { dict, place: streamPlace(stream), value: encoded };
  }
}

/** True when this filter alone encodes a stream. */
function isPlain(file: PdfFile, value: PdfObject, filter: string): boolean {
  const filters = file.array(value) ?? [value];
  return filters.length === 1 && file.nameOf(filters[0] ?? null) === filter;
}
