import { describe, expect, it } from 'vitest';
import { openPdf, type PdfFile } from '../../../src/check/pdf/open-pdf.js';
import { PdfRef } from '../../../src/check/pdf/objects.js';
import { pagesOf } from '../../../src/check/pdf/pages.js';
import { checkPdf } from '../../../src/check/pdf/check-pdf.js';
import { deflated, stream, taggedPdf, tinyPdf } from '../../support/tiny-pdf.js';

const catalog = { 1: '<< /Type /Catalog /Pages 2 0 R >>', 2: '<< /Type /Pages /Kids [] /Count 0 >>' };

function open(bytes: Uint8Array): PdfFile {
  const { value, diagnostics } = openPdf(bytes, 'a.pdf');
  expect(diagnostics).toEqual([]);
  if (!value) throw new Error('not opened');
  return value;
}

const codes = (bytes: Uint8Array): string[] => openPdf(bytes, 'a.pdf').diagnostics.map((d) => d.code);

/** A file whose cross-reference is a stream with the PNG "up" predictor, and object 4 in an object stream. */
function modernPdf(): Uint8Array {
  const objectStream = stream('4 0 5 5 (in) (side)', '/Type /ObjStm /N 2 /First 8');
  let body = '%PDF-1.7\n';
  const offsets: number[] = [];
  for (const [number, text] of [
    [1, '<< /Type /Catalog /Pages 2 0 R /Lang 4 0 R >>'],
    [2, '<< /Type /Pages /Kids [] /Count 0 >>'],
    [3, objectStream],
  ] as const) {
    offsets[number] = body.length;
    body += `${number} 0 obj\n${text}\nendobj\n`;
  }
  const offset = (number: number): [number, number, number] => {
    const at = number === 6 ? body.length : (offsets[number] ?? 0);
    return [1, at >> 8, at & 255];
  };
  const rows = [
    [0, 0, 0, 0],
    ...[1, 2, 3].map((n) => [...offset(n), 0]),
    [2, 0, 3, 0],
    [2, 0, 3, 1],
    [...offset(6), 0],
  ];
  const predicted = rows.flatMap((row, r) => [2, ...row.map((v, i) => (v - (rows[r - 1]?.[i] ?? 0)) & 255)]);
  const start = body.length;
  const dict = '/Type /XRef /Size 7 /W [1 2 1] /Root 1 0 R /DecodeParms << /Predictor 12 /Columns 4 >>';
  body += `6 0 obj\n${deflated(Uint8Array.from(predicted), dict)}\nendobj\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(body, 'latin1');
}

describe('opening a PDF', () => {
  it('reads a cross-reference table', () => {
    const file = open(tinyPdf({ ...catalog, 4: '(four)' }));
    expect(file.text(new PdfRef(4, 0))).toBe('four');
    expect(file.object(3)).toBeNull();
    expect(file.version).toBe('1.7');
  });

  it('reads a cross-reference stream with a predictor, and objects in object streams', () => {
    const file = open(modernPdf());
    expect(file.text(file.catalog.raw('Lang'))).toBe('in');
    expect(file.text(new PdfRef(5, 0))).toBe('side');
    expect(file.problems).toEqual([]);
  });

  it('lets an incremental update win over what it replaces', () => {
    const old = Buffer.from(tinyPdf({ ...catalog, 4: '(old)', 5: '(kept)' })).toString('latin1');
    const previous = /startxref\n(\d+)/.exec(old)?.[1] ?? '';
    const object = `4 0 obj\n(new)\nendobj\n`;
    const table = `xref\n4 1\n${String(old.length).padStart(10, '0')} 00000 n \n`;
    const trailer = `trailer\n<< /Size 6 /Root 1 0 R /Prev ${previous} >>\nstartxref\n${old.length + object.length}\n%%EOF\n`;
    const file = open(Buffer.from(old + object + table + trailer, 'latin1'));
    expect([file.text(new PdfRef(4, 0)), file.text(new PdfRef(5, 0))]).toEqual(['new', 'kept']);
  });

  it('hands pages in order, with what they inherit', () => {
    const file = open(
      tinyPdf({
        1: '<< /Pages 2 0 R >>',
        2: '<< /Kids [3 0 R 5 0 R 2 0 R] /MediaBox [0 0 1 2] >>',
        3: '<< /Kids [4 0 R] /Rotate 90 >>',
        4: '<< /Type /Page >>',
        5: '<< /Type /Page /MediaBox [0 0 3 4] >>',
      }),
    );
    const pages = pagesOf(file);
    expect(pages.map((page) => [page.number, page.object, page.dict.raw('MediaBox')])).toEqual([
      [1, 4, [0, 0, 1, 2]],
      [2, 5, [0, 0, 3, 4]],
    ]);
    expect(pages[0]?.dict.raw('Rotate')).toBe(90);
  });

  it('says what is no PDF, is encrypted, or has no table', () => {
    expect(codes(Buffer.from('hello'))).toEqual(['CHECK-PDF-HEADER']);
    expect(codes(tinyPdf(catalog, '/Encrypt 9 0 R'))).toEqual(['CHECK-PDF-ENCRYPTED']);
    expect(codes(Buffer.from('%PDF-1.7\nstartxref\n5\n%%EOF'))).toEqual(['CHECK-PDF-XREF']);
    expect(codes(Buffer.from('%PDF-1.7\n%%EOF'))).toEqual(['CHECK-PDF-STARTXREF']);
  });

  it('says which object is not in its place and which stream has a wrong length', () => {
    const text = Buffer.from(taggedPdf()).toString('latin1');
    const moved = Buffer.from(text.replace('\n14 0 obj', '\n94 0 obj'), 'latin1');
    expect(checkPdf(moved, 'a.pdf', { standards: [] }).diagnostics).toContainEqual(
      expect.objectContaining({ code: 'CHECK-PDF-OBJECT', values: { object: 14 } }),
    );
    const longer = Buffer.from(text.replace('/Length 4 ', '/Length 9 '), 'latin1');
    expect(checkPdf(longer, 'a.pdf', { standards: [] }).diagnostics).toEqual([
      expect.objectContaining({ code: 'CHECK-PDF-STREAM', values: { object: 7 } }),
    ]);
  });

  it('never throws, wherever a file is cut or a byte is changed', () => {
    for (const whole of [taggedPdf(), modernPdf()]) {
      for (let length = 0; length < whole.length; length += 7) {
        expect(() => checkPdf(whole.subarray(0, length), 'a.pdf')).not.toThrow();
        const changed = Uint8Array.from(whole);
        changed[length] = (changed[length] ?? 0) ^ (1 + (length % 100));
        expect(() => checkPdf(changed, 'a.pdf')).not.toThrow();
      }
    }
  });
});
