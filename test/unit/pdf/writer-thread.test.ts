/**
 * The thread that writes: the same bytes as without it, whatever the timing. It can only be started from
 * compiled files, so the program in `dist/` is held against the sources.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { describe, expect, it, vi } from 'vitest';
import type { Page, PagedDocument, StructureElement } from '../../../src/document/page.js';
import { openPdf } from '../../../src/check/pdf/open-pdf.js';
import { paintedWords, structureWords } from '../../../src/check/pdf/pdf-words.js';
import { readPdf, type PdfContents } from '../../../src/check/pdf/read-pdf.js';
import { openPdfWriter, type PdfWriter } from '../../../src/pdf/open-pdf-writer.js';
import { archive, host, line, page, paged, print, tagOf, written } from '../../support/pdf-pages.js';
import { sampleDocument } from '../../support/sample-pages.js';

const compiledFile = new URL('../../../dist/pdf/open-pdf-writer.js', import.meta.url);

/** The writer of the compiled program, which has a file to start its thread from. */
async function compiled(): Promise<typeof openPdfWriter> {
  expect(existsSync(fileURLToPath(compiledFile))).toBe(true);
  const module: { openPdfWriter: typeof openPdfWriter } = await import(/* @vite-ignore */ compiledFile.href);
  return module.openPdfWriter;
}

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

/** Writes the document; `pause` lets the thread work between its pages and its end. */
async function bytesOf(
  open: typeof openPdfWriter,
  document: PagedDocument,
  { config = archive, thread = 'own' as 'own' | 'same', pause = false } = {},
): Promise<Buffer> {
  const writer = open({ edition: config.edition, thread }, host);
  const given = give(writer, document);
  if (pause) await new Promise((resolve) => setTimeout(resolve, 100));
  const { value } = await writer.finish(given, config);
  return Buffer.from(value ?? []);
}

const long = paged(
  Array.from({ length: 120 }, (_, i) =>
    page([line(`trang ${i} chữ`, [10, 20], tagOf(1))], { number: i + 1 }),
  ),
);

describe('a writer that is given content before its page', () => {
  it('knows only the elements so far, and writes the same', async () => {
    const whole = await sampleDocument();
    const writer = openPdfWriter({ edition: 'archive', thread: 'same' }, host);
    // The last element is shown on the last page first.
    const before = whole.structure.slice(0, -1);
    const last = whole.pages.length - 1;
    const given = give(writer, whole, (index) => (index < last ? before : whole.structure));
    const { value } = await writer.finish(given, archive);
    expect(Buffer.from(value ?? []).equals(await bytesOf(openPdfWriter, whole))).toBe(true);
  });

  it.each([archive, print])('writes what it would of whole pages: $edition', async (config) => {
    const whole = await sampleDocument();
    const marks = { crop: true, cross: true };
    const document = { ...whole, pages: whole.pages.map((each) => ({ ...each, bleed: 9, marks })) };
    const once = contentsOf(await written(document, config));
    const apart = contentsOf(await bytesOf(openPdfWriter, document, { config, thread: 'same' }));
    expect(paintedWords(once).length).toBeGreaterThan(20);
    expect(paintedWords(apart)).toEqual(paintedWords(once));
    expect(structureWords(apart)).toEqual(structureWords(once));
  });

  it('leaves out what no page names', async () => {
    const writer = openPdfWriter({ edition: 'archive', thread: 'same' }, host);
    const shown = page([line('trang', [10, 20], tagOf(1))]);
    writer.take([line('trước đó', [10, 20], tagOf(1))], shown, long.structure);
    const content = writer.take(shown.items, shown, long.structure);
    const document = paged([{ ...shown, items: [], taken: { content, below: 0 } }]);
    const { value } = await writer.finish(document, archive);
    const contents = contentsOf(value ?? new Uint8Array());
    expect(paintedWords(contents)).toEqual(['trang']);
    expect(structureWords(contents)).toEqual(['trang']);
  });

  it('says at the end what the standard forbids of the pages', async () => {
    const writer = openPdfWriter({ edition: 'archive', thread: 'same' }, host);
    const wide = paged([page([line('a', [10, 20], tagOf(1))], { width: 20_000 })]);
    const { value, diagnostics } = await writer.finish(wide, { ...archive, title: ' ' });
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['PDF-TITLE', 'PDF-PAGE-SIZE']);
  });
});

describe('a thread for writing', () => {
  it.each([archive, print])('gives the same bytes as none: $edition', async (config) => {
    const open = await compiled();
    // Were the thread not to be had, this one would write, and the bytes would prove nothing.
    const posted = vi.spyOn(Worker.prototype, 'postMessage');
    for (const document of [await sampleDocument(), long]) {
      const here = await bytesOf(openPdfWriter, document, { config, thread: 'same' });
      expect(here.length).toBeGreaterThan(1000);
      expect((await bytesOf(open, document, { config })).equals(here)).toBe(true);
      expect((await bytesOf(open, document, { config, pause: true })).equals(here)).toBe(true);
    }
    expect(posted.mock.calls.length).toBeGreaterThanOrEqual(8);
    posted.mockRestore();
  });

  it('can be closed before anything was written, and twice', async () => {
    const open = await compiled();
    const writer = open({ edition: 'archive', thread: 'own' }, host);
    writer.close();
    writer.close();
    const other = openPdfWriter({ edition: 'archive', thread: 'own' }, host);
    expect((await other.finish(paged([]), archive)).diagnostics.map(({ code }) => code)).toEqual([
      'PDF-EMPTY',
    ]);
  });
});
