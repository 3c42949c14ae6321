/** A writer that is given the content of pages while they are set: what it keeps, leaves out and says. */
import { describe, expect, it } from 'vitest';
import type { Page, PagedDocument, StructureElement } from '../../../src/document/page.js';
import { openPdf } from '../../../src/check/pdf/open-pdf.js';
import { paintedWords, structureWords } from '../../../src/check/pdf/pdf-words.js';
import { readPdf, type PdfContents } from '../../../src/check/pdf/read-pdf.js';
import { openPdfWriter, type PdfWriter } from '../../../src/pdf/open-pdf-writer.js';
import { archive, host, line, page, paged, print, tagOf, written } from '../../support/pdf-pages.js';
import { sampleDocument } from '../../support/sample-pages.js';
import { targetOf } from '../../support/write-pdf.js';

/** Gives the content of all pages but the first, which lies above what lies below; `structure` as it has grown by then. */
function give(
  writer: PdfWriter,
  document: PagedDocument,
  structure = (_page: number): readonly StructureElement[] => document.structure,
): PagedDocument {
  const pages = document.pages.map((each, index): Page => {
    if (index === 0) return each;
    const from = each.items.findIndex((item) => item.type !== 'path');
    const until = each.items.findLastIndex((item) => 'tag' in item && item.tag.type === 'structure') + 1;
    const content = writer.take(each.items.slice(from, until), each, structure(index));
    const rest = [...each.items.slice(0, from), ...each.items.slice(until)];
    return { ...each, items: rest, taken: { content, below: from } };
  });
  return { ...document, pages };
}

function contentsOf(bytes: Uint8Array): PdfContents {
  const { value: file } = openPdf(bytes, 'x.pdf');
  if (!file) throw new Error('the file cannot be read');
  return readPdf(file);
}

/** Writes a document, the content of its pages given before. */
async function bytesOf(document: PagedDocument, config = archive): Promise<Buffer> {
  const writer = openPdfWriter(targetOf(config), host);
  const { value } = await writer.finish(give(writer, document), config);
  return Buffer.from(value ?? []);
}

describe('a writer that is given content before its page', () => {
  it('knows only the elements so far, and writes the same', async () => {
    const whole = await sampleDocument();
    const writer = openPdfWriter({ edition: 'archive' }, host);
    // The last element is shown on the last page first.
    const before = whole.structure.slice(0, -1);
    const last = whole.pages.length - 1;
    const given = give(writer, whole, (index) => (index < last ? before : whole.structure));
    const { value } = await writer.finish(given, archive);
    expect(Buffer.from(value ?? []).equals(await bytesOf(whole))).toBe(true);
  });

  it.each([archive, print])('writes what it would of whole pages: $edition', async (config) => {
    const whole = await sampleDocument();
    const marks = { crop: true, cross: true };
    const document = { ...whole, pages: whole.pages.map((each) => ({ ...each, bleed: 9, marks })) };
    const once = contentsOf(await written(document, config));
    const apart = contentsOf(await bytesOf(document, config));
    expect(paintedWords(once).length).toBeGreaterThan(20);
    expect(paintedWords(apart)).toEqual(paintedWords(once));
    expect(structureWords(apart)).toEqual(structureWords(once));
  });

  it('leaves out what no page names', async () => {
    const writer = openPdfWriter({ edition: 'archive' }, host);
    const shown = page([line('trang', [10, 20], tagOf(1))]);
    const { structure } = paged([shown]);
    writer.take([line('trước đó', [10, 20], tagOf(1))], shown, structure);
    const content = writer.take(shown.items, shown, structure);
    const document = paged([{ ...shown, items: [], taken: { content, below: 0 } }]);
    const { value } = await writer.finish(document, archive);
    const contents = contentsOf(value ?? new Uint8Array());
    expect(paintedWords(contents)).toEqual(['trang']);
    expect(structureWords(contents)).toEqual(['trang']);
  });

  it('says at the end what the standard forbids of the pages', async () => {
    const writer = openPdfWriter({ edition: 'archive' }, host);
    const wide = paged([page([line('a', [10, 20], tagOf(1))], { width: 20_000 })]);
    const { value, diagnostics } = await writer.finish(wide, { ...archive, title: ' ' });
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['PDF-TITLE', 'PDF-PAGE-SIZE']);
  });

  it('keeps a short stream as it is, and deflates a long one', async () => {
    const short = page([line('trang', [10, 20], tagOf(1))]);
    const words = Array.from({ length: 40 }, (_, i) => line(`chữ ${i}`, [10, 20 + i], tagOf(1)));
    const bytes = await bytesOf(paged([short, short, page(words, { number: 3 })]));
    const streams = bytes.toString('latin1').match(/<<(?:\/Filter \/FlateDecode )?\/Length \d+>>\nstream/g);
    expect(streams?.map((head) => head.includes('Flate'))).toEqual([false, false, true]);
    expect(paintedWords(contentsOf(bytes)).slice(0, 3)).toEqual(['trang', 'trang', 'chữ']);
  });
});
