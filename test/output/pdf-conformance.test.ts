import { describe, expect, it } from 'vitest';
import type { PagedDocument } from '../../src/document/page.js';
import { checkPdf } from '../../src/check/pdf/check-pdf.js';
import { has, inkCoverage, popplerText, qpdfProblems, veraPdf } from '../support/pdf-validators.js';
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

describe('the archive file', () => {
  it.skipIf(!has.verapdf)('passes veraPDF as PDF/A-2a', async () => {
    expect(veraPdf(await written(await sampleDocument([composedLine]), archive), '2a')).toBe('PASS 2a');
  });

  it.skipIf(!has.verapdf)('passes veraPDF as PDF/UA-1', async () => {
    expect(veraPdf(await written(await sampleDocument([composedLine]), archive), 'ua1')).toBe('PASS ua1');
  });

  it.skipIf(!has.pdftotext)('gives poppler its spaces, no-break spaces among them', async () => {
    expect(popplerText(await written(plain, archive))).toBe(`${sentence} không ngắt 1`);
  });

  it('has nothing that our own checks object to', async () => {
    const { diagnostics } = checkPdf(await written(await sampleDocument(), archive), 'sample.pdf');
    expect(diagnostics).toEqual([]);
  });
});

describe('the print file', () => {
  it.skipIf(!has.ghostscript)('puts text on the black plate alone, greys and all', async () => {
    const [[cyan, magenta, yellow, key] = []] = inkCoverage(await written(plain, print));
    expect([cyan, magenta, yellow]).toEqual([0, 0, 0]);
    expect(key).toBeGreaterThan(0.001);
  });

  it('has nothing that our own checks object to', async () => {
    const { diagnostics } = checkPdf(await written(await sampleDocument(), print), 'sample.pdf');
    expect(diagnostics).toEqual([]);
  });
});

describe.each([archive, print])('the $edition file', (config) => {
  it.skipIf(!has.qpdf)('is whole for qpdf', async () => {
    expect(qpdfProblems(await written(await sampleDocument(), config))).toBe('');
  });

  it('is the same, byte for byte, when written again', async () => {
    const [first, second] = [
      await written(await sampleDocument(), config),
      await written(await sampleDocument(), config),
    ];
    expect(Buffer.compare(first, second)).toBe(0);
  });
});
