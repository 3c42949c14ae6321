/** Files that claim two standards: what is told is told by the clauses of those that are broken, and all of it. */
import { describe, expect, it } from 'vitest';
import { checkPdf } from '../../../../src/check/pdf/check-pdf.js';
import { conformanceCodes } from '../../../../src/conformance-codes/conformance-codes.js';
import { describe as message } from '../../../../src/diagnostic.js';
import { taggedObjects, taggedPdf, tinyPdf, type TinyObjects } from '../../../support/tiny-pdf.js';

/** What is said of the clauses of a file that claims PDF/A-2a and PDF/UA-1: code and clauses. */
function said(changes: TinyObjects): readonly string[] {
  return checkPdf(taggedPdf(changes), 'a.pdf')
    .diagnostics.filter(({ code }) => Object.hasOwn(conformanceCodes, code))
    .map(({ code, values }) => `${code}: ${String(values['clauses'])}`);
}

const roleMap = (entries: string): TinyObjects => ({
  10: (taggedObjects[10] ?? '').replace('>>', `/RoleMap << ${entries} >> >>`),
});

describe('a rule of two claimed standards', () => {
  it.each<[string, TinyObjects, readonly string[]]>([
    ['one that only the second minds', roleMap('/P /H1'), ['PDFA-ROLE-REMAPPED: PDF/UA-1 7.1']],
    ['one that both mind', roleMap('/P /Doan /Doan /P'), ['PDFA-ROLE-LOOP: PDF/A-2a 6.7.3.4, PDF/UA-1 7.1']],
    ['a type mapped to itself', roleMap('/P /P'), ['PDFA-ROLE-LOOP: PDF/UA-1 7.1']],
  ])('tells of %s', (_, changes, expected) => {
    const before = said({});
    expect(said(changes).filter((line) => !before.includes(line))).toEqual(expected);
  });
});

it('counts what it does not tell one by one', () => {
  const objects = Object.fromEntries(Array.from({ length: 25 }, (_, i) => [100 + i, '<ABC>']));
  const { diagnostics } = checkPdf(taggedPdf(objects), 'a.pdf');
  expect(diagnostics.filter(({ code }) => code === 'PDFA-HEX-ODD')).toHaveLength(20);
  expect(
    diagnostics.filter(({ code }) => code === 'PDF-MORE').map((one) => message(one, 'en').message),
  ).toEqual(['PDF/A-2a 6.1.6: 5 more of the kind PDFA-HEX-ODD']);
});

describe('an encrypted file', () => {
  const closed = (encrypt: string): readonly string[] => {
    const objects = { ...taggedObjects, 30: `<< /Filter /Standard /V 5 ${encrypt} >>` };
    const { diagnostics } = checkPdf(tinyPdf(objects, '/Encrypt 30 0 R /ID [<00> <00>]'), 'a.pdf');
    return diagnostics.map(({ code, values }) => [code, ...Object.values(values)].join(' '));
  };

  it('is held to what it claims where its metadata is open', () => {
    expect(closed('/EncryptMetadata false /P 0')).toEqual([
      'CHECK-PDF-ENCRYPTED',
      'PDFA-ENCRYPTED PDF/A-2a 6.1.3',
      'PDFUA-ENCRYPTION PDF/UA-1 7.16',
    ]);
  });

  it('claims what nobody knows where it is not', () => {
    expect(closed('')).toEqual(['CHECK-PDF-ENCRYPTED', 'CHECK-CLAIM-CLOSED']);
  });
});
