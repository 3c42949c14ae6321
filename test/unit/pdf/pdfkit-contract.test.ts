/**
 * What `pdf/pdf-file.ts` takes for granted of pdfkit's insides, held against the installed release: a
 * new one that changes them fails here, with a name, and not in a file that no viewer opens.
 */
import { expect, it } from 'vitest';
import { PdfkitDocumentClass, type PdfkitDocument } from '../../../src/pdf/pdfkit-internals.js';
import { Raw } from '../../../src/pdf/syntax.js';

class Probe extends PdfkitDocumentClass {
  declare private lines: (string | Uint8Array)[] | undefined;

  override _write(data: string | Uint8Array): void {
    (this.lines ??= []).push(data);
  }

  take(): (string | Uint8Array)[] {
    return this.lines?.splice(0) ?? [];
  }
}

function probe(): Probe {
  return new Probe({ pdfVersion: '1.7', font: null, autoFirstPage: false, displayTitle: true });
}

it('writes the header in the constructor', () => {
  expect(probe().take()).toEqual(['%PDF-1.7', '%\u00ff\u00ff\u00ff\u00ff']);
});

it('writes an object without a stream in three strings', () => {
  const document = probe();
  document.take();
  const reference = document.ref({ Type: 'X', A: [1, new Raw('7 0 R')], B: new String('é') });
  reference.end();
  const id = document._offsets.length;
  expect(reference.toString()).toBe(`${id} 0 R`);
  expect(document.take()).toEqual([
    `${id} 0 obj`,
    '<<\n/Type /X\n/A [1 7 0 R]\n/B (\u00fe\u00ff\u0000\u00e9)\n>>',
    'endobj',
  ]);
});

it('writes stream data as it is when told not to compress', () => {
  const document = probe();
  document.take();
  const reference = document.ref({ Filter: 'DCTDecode' });
  reference.end(Uint8Array.of(1, 2, 3));
  const [, dictionary, stream, data, end, endobj] = document.take();
  expect(dictionary).toBe('<<\n/Filter /DCTDecode\n/Length 3\n>>');
  expect([stream, end, endobj]).toEqual(['stream', '\nendstream', 'endobj']);
  expect(data).toEqual(Uint8Array.of(1, 2, 3));
});

it('keeps catalog, page tree, names and viewer preferences as references', () => {
  const document: PdfkitDocument = probe();
  const { Pages, Names, ViewerPreferences } = document._root.data;
  expect([Pages, Names, ViewerPreferences].map((part) => typeof part)).toEqual([
    'object',
    'object',
    'object',
  ]);
});

it('writes dates in universal time', () => {
  const document = probe();
  document.take();
  document.ref({ CreationDate: new Date(0), Trapped: new Raw('/False') }).end();
  expect(document.take()[1]).toBe('<<\n/CreationDate (D:19700101000000Z)\n/Trapped /False\n>>');
});
