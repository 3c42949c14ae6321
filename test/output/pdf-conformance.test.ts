import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { archiveClaims, archiveLevels, type ArchiveLevel } from '../../src/document/archive-level.js';
import type { PagedDocument, PageItem } from '../../src/document/page.js';
import { publish } from '../../src/publish.js';
import { checkPdf } from '../../src/check/pdf/check-pdf.js';
import {
  archive,
  elements,
  host,
  line,
  page,
  paged,
  pagination,
  print,
  tagOf,
  written,
} from '../support/pdf-pages.js';
import { composedLine, sampleDocument } from '../support/sample-pages.js';
import {
  checkBytes,
  inkCoverage,
  popplerText,
  qpdfCheck,
  veraPdf,
  veraPdfClaims,
  withFile,
} from '../support/tools.js';
import { root } from '../support/run-cli.js';
import { blackText } from '../support/black-text.js';
import { stream, tinyPdf } from '../support/tiny-pdf.js';
import { describeWith } from '../support/with-tools.js';
import { writePdf } from '../support/write-pdf.js';

const sentence = 'Một dòng chữ có dấu cách thật, căn đều hai bên';

const attachments = [
  { name: 'bài.txt', bytes: new TextEncoder().encode(sentence), relationship: 'Source' },
  { name: 'publication.yaml', bytes: new TextEncoder().encode('title: Số một\n'), relationship: 'Data' },
] as const;

/** The fullest document that the level allows. */
function levelSample(level: ArchiveLevel, more: readonly PageItem[] = []): Promise<PagedDocument> {
  return sampleDocument(more, !level.startsWith('1'));
}

/** Two justified lines and a folio: nothing but black text. */
const plain: PagedDocument = paged(
  [
    page([
      line(sentence, [10, 20], tagOf(1, 1), { size: 7, wordSpacing: 1.7 }),
      line('không\u00a0ngắt', [10, 32], tagOf(1, 2), { wordSpacing: -0.3 }),
      line('1', [100, 290], pagination, { color: { space: 'rgb', r: 0.3, g: 0.3, b: 0.3, alpha: 1 } }),
    ]),
  ],
  { structure: elements([['Document'], ['P', 0]]) },
);

const clean = { file: 'sample.pdf', passed: true, said: [] };

/** What the file of each level must be found to be. */
const claims: Readonly<Record<ArchiveLevel, readonly string[]>> = {
  // veraPDF's own search leaves out PDF/UA-1 here: it is on PDF 1.7, which 1.4 is a part of.
  '1a': ['1a'],
  '1b': ['1b'],
  '2a': ['2a', 'ua1'],
  '2b': ['2b'],
  '2u': ['2u'],
  '3a': ['3a', 'ua1'],
  '4': ['4', 'ua2'],
  '4f': ['4f', 'ua2'],
};

const published = ['1a', '3a', '4f'] as const;

describeWith(['verapdf'], 'the archive file of every level', () => {
  it('passes as PDF/UA-1 at 1a too', async () => {
    const bytes = await written(await levelSample('1a', [composedLine]), { ...archive, level: '1a' });
    const [verdict] = withFile('sample.pdf', bytes, (file) => veraPdf([file], 'ua1'));
    expect(verdict).toMatchObject({ passed: true, said: [] });
  });

  it('passes veraPDF as all that it claims', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'anpham-levels-'));
    try {
      const files: string[] = [];
      for (const level of archiveLevels) {
        const file = join(folder, `${level}.pdf`);
        writeFileSync(
          file,
          await written(await levelSample(level, [composedLine]), {
            ...archive,
            level,
            attachments,
            signature: true,
          }),
        );
        files.push(file);
      }
      // Tables with heads, photos with profiles: a real article, at the levels that differ most.
      for (const level of published) {
        const options = { editions: ['archive'], archive: level } as const;
        const { artifacts } = await publish(join(root, 'input/huong-dan-an-pham.md'), options, host);
        const file = join(folder, `published-${level}.pdf`);
        writeFileSync(file, artifacts[0]?.bytes ?? new Uint8Array());
        files.push(file);
      }
      const found = veraPdfClaims(files);
      const expected = [...archiveLevels, ...published].map((level) =>
        claims[level].map((claim) => ({ claim, passed: true, said: [] })),
      );
      expect(found).toEqual(expected);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe.each(archiveLevels)('the archive file of level %s', (level) => {
  it('has nothing that our own checks object to', async () => {
    const config = { ...archive, level, attachments, signature: true };
    const bytes = await written(await levelSample(level), config);
    expect(checkPdf(bytes, 'sample.pdf').diagnostics).toEqual([]);
  });
});

/** Alternative texts are for files that claim to be accessible. */
describe('a picture without alternative text', () => {
  it.each(archiveLevels)('at level %s', async (level) => {
    const sample = await levelSample(level);
    const structure = sample.structure.map(({ alt: _, ...element }) => element);
    const { value, diagnostics } = await writePdf(
      { ...sample, structure },
      { ...archive, level, attachments },
      host,
    );
    const accessible = archiveClaims[level].includes('PDF/UA');
    expect(diagnostics.map(({ code }) => code)).toEqual(accessible ? ['PDF-ALT'] : []);
    expect(value === undefined).toBe(accessible);
  });
});

describeWith(['pdftotext'], 'the archive file', () => {
  it('gives poppler its spaces, no-break spaces among them', async () => {
    const text = withFile('plain.pdf', await written(plain, archive), popplerText);
    expect(text).toBe(`${sentence} không ngắt 1`);
  });
});

describeWith(['ghostscript'], 'for Ghostscript', () => {
  it('the print file puts text on the black plate alone', async () => {
    const pages = withFile('plain.pdf', await written(plain, print), inkCoverage);
    const [[cyan, magenta, yellow, key] = []] = pages;
    expect([cyan, magenta, yellow]).toEqual([0, 0, 0]);
    expect(key).toBeGreaterThan(0.001);
  });

  it('black text of four inks is seen by its dots on other plates', async () => {
    const sample = await written(plain, print);
    expect(checkBytes('plain.pdf', sample, blackText)).toEqual({ file: 'plain.pdf', passed: true, said: [] });
    const rich = tinyPdf({
      1: '<< /Type /Catalog /Pages 2 0 R >>',
      2: '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 200 200] >>',
      3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /FirstChar 0 /Widths [] >> >> >> /Contents 4 0 R >>',
      4: stream('.6 .5 .5 1 k BT /F 24 Tf 30 100 Td (chu den) Tj ET'),
    });
    expect(checkBytes('rich.pdf', rich, blackText).passed).toBe(false);
  });
});

describe('the print file', () => {
  it('has nothing that our own checks object to', async () => {
    const { diagnostics } = checkPdf(await written(await sampleDocument(), print), 'sample.pdf');
    // The pictures of the sample have a few pixels each.
    expect(diagnostics.filter(({ code }) => code !== 'CHECK-PPI-POOR')).toEqual([]);
  });
});

describeWith(['qpdf'], 'for qpdf', () => {
  it.each([archive, { ...archive, level: '1a' } as const, print])(
    'the $edition file is whole',
    async (config) => {
      const bytes = await written(await sampleDocument([], config.level !== '1a'), config);
      expect(checkBytes('sample.pdf', bytes, qpdfCheck)).toEqual(clean);
    },
  );
});

describe.each([archive, print])('the $edition file', (config) => {
  it('is the same, byte for byte, when written again', async () => {
    const [first, second] = [
      await written(await sampleDocument(), config),
      await written(await sampleDocument(), config),
    ];
    expect(Buffer.compare(first, second)).toBe(0);
  });
});
