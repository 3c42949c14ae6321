/**
 * The thread that writes: the same bytes as without it, whatever the timing. It can only be started from
 * compiled files, so the program in `dist/` is held against the sources.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { describe, expect, it, vi } from 'vitest';
import type { PagedDocument } from '../../../src/document/page.js';
import { openPdfWriter } from '../../../src/pdf/open-pdf-writer.js';
import { archive, host, line, page, paged, print, tagOf } from '../../support/pdf-pages.js';
import { sampleDocument } from '../../support/sample-pages.js';

const compiledFile = new URL('../../../dist/pdf/open-pdf-writer.js', import.meta.url);

/** The writer of the compiled program, which has a file to start its thread from. */
async function compiled(): Promise<typeof openPdfWriter> {
  expect(existsSync(fileURLToPath(compiledFile))).toBe(true);
  const module: { openPdfWriter: typeof openPdfWriter } = await import(/* @vite-ignore */ compiledFile.href);
  return module.openPdfWriter;
}

/** Writes the document; `pause` lets the thread work between pages. */
async function bytesOf(
  open: typeof openPdfWriter,
  document: PagedDocument,
  { config = archive, thread = 'own' as 'own' | 'same', pause = false } = {},
): Promise<Buffer> {
  const writer = open({ edition: config.edition, thread }, host);
  for (const each of document.pages) {
    writer.page(each, document.structure);
    if (pause) await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const { value } = await writer.finish(document, config);
  return Buffer.from(value ?? []);
}

const long = paged(
  Array.from({ length: 120 }, (_, i) =>
    page([line(`trang ${i} chữ`, [10, 20], tagOf(1))], { number: i + 1 }),
  ),
);

describe('a writer that is given pages as they are finished', () => {
  it('knows only the elements so far, and writes the same', async () => {
    const whole = await sampleDocument();
    const writer = openPdfWriter({ edition: 'archive', thread: 'same' }, host);
    // The last element is shown on the second page first.
    const structure = whole.structure.slice(0, -1);
    whole.pages.forEach((each, index) => writer.page(each, index === 0 ? structure : whole.structure));
    const { value } = await writer.finish(whole, archive);
    expect(Buffer.from(value ?? []).equals(await bytesOf(openPdfWriter, whole))).toBe(true);
  });

  it('says at the end what the standard forbids of the pages', async () => {
    const writer = openPdfWriter({ edition: 'archive', thread: 'same' }, host);
    writer.page(page([line('a', [10, 20], tagOf(1))], { width: 20_000 }), long.structure);
    const { value, diagnostics } = await writer.finish(long, { ...archive, title: ' ' });
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
