/**
 * Reading order, read back from the bytes of an archive file: along its tags the words stand as in the source,
 * wherever columns, floats, footnotes and pages put them.
 */
import { describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { archiveWords, compareWords, publicationWords } from '../../src/check/fidelity.js';
import { openPdf } from '../../src/check/pdf/open-pdf.js';
import { readPdf, type PdfContents } from '../../src/check/pdf/read-pdf.js';
import { publish } from '../../src/publish.js';
import { readPublication } from '../../src/publish-source.js';
import { memoryHost } from '../support/memory-host.js';

/** Paragraphs of numbered words, so that a word out of place is seen. */
const paragraph = (name: string, count: number): string =>
  Array.from({ length: count }, (_, i) => `${name}${i + 1}`).join(' ');

/** Three paragraphs with a note each, a picture after each, a heading and a table between them. */
const body = [1, 2, 3]
  .map((n) =>
    [
      `${paragraph(`a${n}x`, 30)}[^${n}] ${paragraph(`b${n}x`, 60)}`,
      `![Tranh ${n}](a.png "chú${n}x1 chú${n}x2")`,
      `## Đề ${n}`,
      paragraph(`c${n}x`, 50),
      `| ô${n}x1 | ô${n}x2 |\n| --- | --- |\n| ô${n}x3 | ô${n}x4 |`,
      paragraph(`d${n}x`, 40),
      `[^${n}]: ${paragraph(`n${n}x`, 25)}`,
    ].join('\n\n'),
  )
  .join('\n\n');

const base = `@page { size: 110mm 80mm; margin: 6mm }
body { font: 8pt/10pt "Source Serif 4"; column-count: 2; column-gap: 4mm }
p { margin: 0 } img { width: 20mm } figure { margin: 0 }
aside.footnote { float: footnote; font-size: 7pt }`;

async function read(
  css: string,
): Promise<{ contents: PdfContents; words: readonly string[]; source: readonly string[] }> {
  const picture = sharp({ create: { width: 400, height: 200, channels: 3, background: 'teal' } });
  const host = memoryHost({
    'in/bai.md': `---\ntitle: Tên bài\ndate: 2020-01-13\nlang: en\n---\n\n${body}\n`,
    'in/a.png': await picture.png().toBuffer(),
    'mau/template.yaml':
      'name: mau\ndescription: { vi: Mẫu, en: Sample }\neditions: [archive]\nstylesheets: { print: [all.css] }\n',
    'mau/all.css': base + css,
  });
  const { artifacts, diagnostics } = await publish(
    'in/bai.md',
    { template: 'mau', editions: ['archive'] },
    host,
  );
  expect(diagnostics).toEqual([]);
  const bytes = artifacts[0]?.bytes ?? new Uint8Array();
  const file = openPdf(bytes, 'bai.archive.pdf').value;
  const { value } = await readPublication('in/bai.md', host);
  if (!file || !value) throw new Error('nothing was made');
  return { contents: readPdf(file), words: archiveWords(bytes), source: publicationWords(value.publication) };
}

/** The words in the order in which the pages are painted. */
const painted = ({ pages }: PdfContents): readonly string[] =>
  pages.flatMap(({ shows }) => shows.flatMap(({ text }) => text.trim().split(/\s+/)));

describe('the words of an archive file stand in the order of the source', () => {
  it.each([
    ['columns and footnotes', ''],
    ['pictures at the top of columns', 'figure { float: block-start; float-reference: column }'],
    ['pictures at the foot of pages', 'figure { float: block-end; float-reference: page }'],
    ['pictures beside the text', 'figure { float: right; width: 20mm }'],
    ['headings and tables across the columns', 'h2, table { column-span: all }'],
    ['footnotes held back to the line that calls them', 'aside.footnote { footnote-policy: line }'],
    ['a heading that is positioned', 'h2 { position: relative; top: -4pt; left: 10pt }'],
    ['each heading on a new page', 'h2 { break-before: page }'],
  ])('with %s', async (_, css) => {
    const { contents, words, source } = await read(css);
    expect(contents.pages.length).toBeGreaterThan(1);
    expect(compareWords(source, words)).toEqual({ lost: [], added: [], moved: [] });
    // What is read is not what is painted: notes, at least, stand elsewhere on the page.
    const known = new Set(source);
    expect(painted(contents).filter((word) => known.has(word))).not.toEqual(words);
  });
});
