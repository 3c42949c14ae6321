import { describe, expect, it } from 'vitest';
import type { PagedDocument } from '../../src/document/page.js';
import { checkPdf } from '../../src/check/pdf/check-pdf.js';
import {
  archive,
  elements,
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
  findTool,
  inkCoverage,
  popplerText,
  qpdfCheck,
  veraPdf,
  withFile,
} from '../support/tools.js';
import { describeWith } from '../support/with-tools.js';

const sentence = 'Một dòng chữ có dấu cách thật, căn đều hai bên';

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

describeWith(['verapdf'], 'the archive file', () => {
  it.each(['2a', 'ua1'])('passes veraPDF as %s', async (flavour) => {
    const bytes = await written(await sampleDocument([composedLine]), archive);
    const [verdict] = withFile('sample.pdf', bytes, (file) => veraPdf([file], flavour));
    expect(verdict).toMatchObject({ passed: true, said: [] });
  });
});

describeWith(['pdftotext'], 'the archive file', () => {
  it('gives poppler its spaces, no-break spaces among them', async () => {
    const text = withFile('plain.pdf', await written(plain, archive), popplerText);
    expect(text).toBe(`${sentence} không ngắt 1`);
  });
});

describe('the archive file', () => {
  it('has nothing that our own checks object to', async () => {
    const { diagnostics } = checkPdf(await written(await sampleDocument(), archive), 'sample.pdf');
    expect(diagnostics).toEqual([]);
  });
});

describe('the print file', () => {
  // Not among the tools that CI installs.
  it.skipIf(findTool('ghostscript') === undefined)('puts text on the black plate alone', async () => {
    const pages = withFile('plain.pdf', await written(plain, print), inkCoverage);
    const [[cyan, magenta, yellow, key] = []] = pages;
    expect([cyan, magenta, yellow]).toEqual([0, 0, 0]);
    expect(key).toBeGreaterThan(0.001);
  });

  it('has nothing that our own checks object to', async () => {
    const { diagnostics } = checkPdf(await written(await sampleDocument(), print), 'sample.pdf');
    expect(diagnostics).toEqual([]);
  });
});

describeWith(['qpdf'], 'for qpdf', () => {
  it.each([archive, print])('the $edition file is whole', async (config) => {
    const bytes = await written(await sampleDocument(), config);
    expect(checkBytes('sample.pdf', bytes, qpdfCheck)).toEqual(clean);
  });
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
