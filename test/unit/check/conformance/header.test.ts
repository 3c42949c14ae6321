import { describe, expect, it } from 'vitest';
import { checkPdf } from '../../../../src/check/pdf/check-pdf.js';
import { taggedPdf } from '../../../support/tiny-pdf.js';

/** The good file with another beginning of the same length, and what is said of its header. */
function said(beginning: string, standard: 'pdfa-1b' | 'pdfa-2b' | 'pdfa-4'): readonly string[] {
  const bytes = Buffer.from(taggedPdf());
  bytes.write(beginning, 0, 'latin1');
  const { diagnostics } = checkPdf(bytes, 'a.pdf', { standards: [standard] });
  return diagnostics.map(({ code }) => code).filter((code) => /HEADER|COMMENT/.test(code));
}

const comment = '\n%\xe2\xe3\xcf\xd3';

describe('the header', () => {
  it('is a version that the part allows, and a comment of bytes above 127', () => {
    expect(said(`%PDF-1.7${comment}`, 'pdfa-2b')).toEqual([]);
    expect(said(`%PDF-1.4${comment}`, 'pdfa-1b')).toEqual([]);
    expect(said(`%PDF-2.0${comment}`, 'pdfa-4')).toEqual([]);
    expect(said(`%PDF-1.7${comment}`, 'pdfa-4')).toEqual(['PDFA-HEADER']);
    expect(said(`%PDF-2.0${comment}`, 'pdfa-2b')).toEqual(['PDFA-HEADER']);
    expect(said('%PDF-1.7\n%\xe2\xe3c\xd3', 'pdfa-2b')).toEqual(['PDFA-BINARY-COMMENT']);
    expect(said('%PDF-1.7 %\xe2\xe3\xcf\xd3', 'pdfa-2b')).toEqual(['PDFA-HEADER', 'PDFA-BINARY-COMMENT']);
  });
});
