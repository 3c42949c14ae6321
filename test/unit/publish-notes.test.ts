/** Notes of several articles: what their calls show is what stands in front of them, in every edition. */
import { expect, it } from 'vitest';
import { openPdf } from '../../src/check/pdf/open-pdf.js';
import { readPdf } from '../../src/check/pdf/read-pdf.js';
import { publish } from '../../src/publish.js';
import { memoryHost } from '../support/memory-host.js';
import { zipTexts } from '../support/read-zip.js';

const article = (name: string): string =>
  `---\ntitle: Bài ${name}\n---\n\nchữ${name}a[^1] chữ${name}b[^2]\n\n[^1]: ghi${name}a\n[^2]: ghi${name}b\n`;

const files = {
  'so/publication.yaml': 'title: Số\ndatePublished: 2024-02-02\nreadingOrder: [m.md, n.md]',
  'so/m.md': article('m'),
  'so/n.md': article('n'),
};

const called = ['chữma1', 'chữmb2', 'chữna3', 'chữnb4'];
const noted = ['1. ghima', '2. ghimb', '3. ghina', '4. ghinb'];

it('count through the publication, so that two on one page are two', async () => {
  const options = { ebook: { fixedLayout: true }, verify: true };
  const { artifacts, diagnostics } = await publish('so', options, memoryHost(files));
  expect(diagnostics).toEqual([]);
  const made = artifacts.map(({ name, bytes }) => [
    name,
    name.endsWith('.pdf') ? painted(bytes) : marked(bytes),
  ]);
  expect(made.map(([name]) => name)).toEqual(['so.print.pdf', 'so.archive.pdf', 'so.epub', 'so.fixed.epub']);
  for (const [, shown] of made) expect(shown).toEqual([called, noted]);
});

/** What the pages of a PDF show, with what is made by us. */
function painted(bytes: Uint8Array): readonly unknown[] {
  const file = openPdf(bytes, '').value;
  const shows = file ? readPdf(file).pages.flatMap((page) => page.shows) : [];
  return found(shows.map(({ text }) => text).join(''));
}

/** The same of the documents of an ebook, in the order in which they are packed. */
function marked(bytes: Uint8Array): readonly unknown[] {
  const texts = [...zipTexts(bytes)].filter(([name]) => /\b[mn]\.xhtml$|page/.test(name));
  return found(texts.map(([, text]) => text.replace(/<[^>]*>/g, '')).join('\n'));
}

function found(text: string): readonly unknown[] {
  const plain = text.replaceAll('\u00ad', '').normalize('NFC');
  return [plain.match(/chữ[mn][ab]\s*\d/g), plain.match(/\d[.\s]*ghi[mn][ab]/g)?.map(withDot)];
}

/** An ebook shows the number as a link without a full stop. */
const withDot = (note: string): string => note.replace(/^(\d)[.\s]*/, '$1. ');
