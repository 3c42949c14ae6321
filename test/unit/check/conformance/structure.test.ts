import { describe, expect, it } from 'vitest';
import { structureCodes } from '../../../../src/conformance-codes/structure.js';
import type { StandardName } from '../../../../src/check/pdf/conformance/standards.js';
import { saidOf, type Change } from '../../../support/broken-twin.js';
import { taggedObjects, type TinyObjects } from '../../../support/tiny-pdf.js';

/** A document (11) with a heading, a table, a list, contents and a note beside the text of `taggedPdf`. */
const good: TinyObjects = {
  ...taggedObjects,
  10: '<< /S /StructTreeRoot /K 11 0 R /ParentTree 15 0 R /RoleMap << /Bai /Art >> /ClassMap << /Cot << /O /Table /Scope /Column >> >> >>',
  11: '<< /S /Document /P 10 0 R /K [30 0 R 12 0 R 14 0 R 40 0 R 60 0 R 70 0 R 80 0 R] >>',
  30: '<< /S /H1 /P 11 0 R >>',
  40: '<< /S /Table /P 11 0 R /K [41 0 R 42 0 R 43 0 R] >>',
  41: '<< /S /Caption /P 40 0 R >>',
  42: '<< /S /THead /P 40 0 R /K 44 0 R >>',
  43: '<< /S /TBody /P 40 0 R /K [45 0 R 46 0 R] >>',
  44: '<< /S /TR /P 42 0 R /K [50 0 R 51 0 R] >>',
  45: '<< /S /TR /P 43 0 R /K [52 0 R 53 0 R] >>',
  46: '<< /S /TR /P 43 0 R /K 54 0 R >>',
  50: '<< /S /TH /P 44 0 R /A << /O /Table /Scope /Column >> /ID (mot) >>',
  51: '<< /S /TH /P 44 0 R /C /Cot /A [<< /O /Layout >> 0] >>',
  52: '<< /S /TD /P 45 0 R /K 55 0 R /A << /O /Table /RowSpan 2 >> >>',
  53: '<< /S /TD /P 45 0 R /K 56 0 R >>',
  54: '<< /S /TD /P 46 0 R /K 57 0 R >>',
  55: '<< /S /P /P 52 0 R >>',
  56: '<< /S /P /P 53 0 R >>',
  57: '<< /S /P /P 54 0 R >>',
  60: '<< /S /L /P 11 0 R /K 61 0 R /A << /O /List /ListNumbering /Decimal >> >>',
  61: '<< /S /LI /P 60 0 R /K [62 0 R 63 0 R] >>',
  62: '<< /S /Lbl /P 61 0 R >>',
  63: '<< /S /LBody /P 61 0 R >>',
  70: '<< /S /TOC /P 11 0 R /K 71 0 R >>',
  71: '<< /S /TOCI /P 70 0 R /Ref [30 0 R] >>',
  80: '<< /S /Bai /P 11 0 R /K [81 0 R 82 0 R] >>',
  81: '<< /S /Note /P 80 0 R /ID (n1) >>',
  82: '<< /S /Formula /P 80 0 R /Alt (a) >>',
};

/** The same with the document and the note of PDF 2.0 (90). */
const good2: TinyObjects = {
  ...good,
  11: '<< /S /Document /P 10 0 R /NS 90 0 R /K [30 0 R 12 0 R 14 0 R 40 0 R 60 0 R 70 0 R 80 0 R] >>',
  12: '<< /S /P /P 11 0 R /Pg 3 0 R /Ref [81 0 R] /K [0 << /Type /MCR /Pg 4 0 R /MCID 0 >> 13 0 R] >>',
  81: '<< /S /FENote /NS 90 0 R /P 80 0 R /Ref [12 0 R] >>',
  90: '<< /Type /Namespace /NS (http://iso.org/pdf2/ssn) /RoleMapNS << /Loi [/P 90 0 R] >> >>',
  91: '<< /Type /Namespace /NS (http://example.org/) /RoleMapNS << /Loi [/P 90 0 R] /Bai /Art >> >>',
  92: '<< /Type /Namespace /NS (http://www.w3.org/1998/Math/MathML) >>',
};

const said = (standard: StandardName, ...changes: readonly Change[]): readonly string[] =>
  saidOf(structureCodes, standard === 'pdfua-2' ? good2 : good, standard, changes);

describe('the structure tree', () => {
  it.each<StandardName>(['pdfa-2a', 'pdfa-3a', 'pdfua-1', 'pdfua-2'])('may be good by %s', (standard) => {
    expect(said(standard)).toEqual([]);
  });

  it.each<[StandardName, string, ...Change[]]>([
    ['pdfa-2a', 'PDFA-MARKED', [1, '/Marked true', '']],
    ['pdfua-2', 'PDFA-MARKED', [1, '/Marked true', '']],
    ['pdfa-1a', 'PDFA-STRUCTURE', [1, '/StructTreeRoot', '/XX']],
    ['pdfa-2a', 'PDFA-ROLE', [30, '/H1', '/Dau']],
    ['pdfa-1a', 'PDFA-ROLE'],
    ['pdfua-1', 'PDFA-ROLE', [10, '/Bai /Art', '/Bai /Khac']],
    [
      'pdfua-1',
      'PDFA-ROLE',
      [82, '/S /Formula', '/S /math /NS 92 0 R'],
      [92, '', '<< /NS (http://www.w3.org/1998/Math/MathML) >>'],
    ],
    ['pdfua-2', 'PDFA-ROLE', [81, '/FENote', '/Note']],
    ['pdfa-2a', 'PDFA-ROLE-LOOP', [10, '/Bai /Art', '/Bai /Khac /Khac /Bai']],
    ['pdfua-1', 'PDFA-ROLE-LOOP', [10, '/Bai', '/P /P /Bai']],
    ['pdfua-1', 'PDFA-ROLE-REMAPPED', [10, '/Bai', '/P /Span /Bai']],
    ['pdfa-2a', 'PDFA-ROLE-REMAPPED', [10, '/Bai', '/P /Khac /Bai']],
    ['pdfua-2', 'PDFUA-ROLE-NAMESPACE', [30, '/S /H1', '/S /Loi /NS 90 0 R']],
    ['pdfua-1', 'PDFUA-PARENT', [30, '/P 11 0 R', '']],
    ['pdfua-1', 'PDFUA-SUSPECTS', [1, '/Marked true', '/Marked true /Suspects true']],
    ['pdfua-2', 'PDFUA-ROOT', [11, '/NS 90 0 R', '']],
    ['pdfua-2', 'PDFUA-ROOT', [11, '/Document', '/Sect']],
  ])('%s: %s', (standard, code, ...changes) => {
    expect(said(standard, ...changes)).toContain(code);
  });

  it('may map types of other namespaces', () => {
    expect(said('pdfua-2', [12, '/S /P', '/S /Loi /NS 91 0 R'], [80, '/P 11', '/NS 91 0 R /P 11'])).toEqual(
      [],
    );
  });
});

describe('an element', () => {
  it.each<[StandardName, string, ...Change[]]>([
    ['pdfua-1', 'PDFUA-HOLDS', [42, '/THead', '/Table']],
    ['pdfua-1', 'PDFUA-HOLDS-MORE', [41, '/Caption', '/THead']],
    ['pdfua-1', 'PDFUA-HOLDS-LESS', [43, '/TBody', '/TFoot']],
    ['pdfua-1', 'PDFUA-CAPTION', [40, '41 0 R 42 0 R', '42 0 R 41 0 R']],
    ['pdfua-1', 'PDFUA-STANDS-IN', [80, '[81', '[45 0 R 81'], [43, '45 0 R', '']],
    ['pdfua-1', 'PDFUA-STANDS-IN', [60, '/S /L', '/S /Sect']],
    ['pdfua-1', 'PDFUA-HOLDS', [61, '/LI', '/P']],
    ['pdfua-1', 'PDFUA-HOLDS', [71, '/TOCI', '/P']],
    ['pdfua-2', 'PDFUA-HOLDS', [55, '/P 52 0 R', '/P 52 0 R /K 97 0 R'], [97, '', '<< /S /H2 /P 55 0 R >>']],
    ['pdfua-2', 'PDFUA-HOLDS-CONTENT', [11, '/K [', '/K [<< /Type /OBJR /Pg 4 0 R /Obj 16 0 R >> ']],
    ['pdfua-2', 'PDFUA-HOLDS-CONTENT', [40, '/K [', '/Pg 4 0 R /K [7 ']],
    ['pdfua-2', 'PDFUA-HOLDS', [13, '/K [1', '/K [98 0 R 1'], [98, '', '<< /S /P /P 13 0 R >>']],
    ['pdfua-2', 'PDFUA-ORDER', [56, '/S /P', '/S /Ruby']],
    ['pdfua-2', 'PDFUA-ORDER', [56, '/S /P', '/S /Warichu']],
  ])('%s: %s', (standard, code, ...changes) => {
    expect(said(standard, ...changes)).toContain(code);
  });

  it('is where it should be inside a grouping that means nothing', () => {
    const grouping: Change = [99, '', '<< /S /NonStruct /P 60 0 R /K 61 0 R >>'];
    expect(said('pdfua-1', [60, '/K 61', '/K 99'], grouping)).toEqual([]);
  });

  it.each<[StandardName, string, ...Change[]]>([
    ['pdfua-1', 'PDFUA-HEADING-FIRST', [30, '/H1', '/H2']],
    ['pdfua-1', 'PDFUA-HEADING-LEVEL', [12, '/S /P', '/S /H3']],
    ['pdfua-1', 'PDFUA-HEADING-TWICE', [30, '/H1', '/H'], [12, '/S /P', '/S /H']],
    ['pdfua-1', 'PDFUA-HEADING-KINDS', [12, '/S /P', '/S /H']],
    ['pdfua-2', 'PDFUA-HEADING-PLAIN', [30, '/H1', '/H']],
    [
      'pdfua-1',
      'PDFUA-TABLE-OVERLAP',
      [53, '/K', '/A << /O /Table /RowSpan 2 >> /K'],
      [54, '/K', '/A << /O /Table /ColSpan 2 >> /K'],
      [52, '/RowSpan 2', ''],
      [46, '54 0 R', '[54 0 R]'],
    ],
    ['pdfua-1', 'PDFUA-TABLE-ROWS', [44, '50 0 R ', '']],
    ['pdfua-2', 'PDFUA-TABLE-COLUMNS', [54, '/K', '/A << /O /Table /RowSpan 2 >> /K']],
    ['pdfua-1', 'PDFUA-TABLE-HEADERS', [50, '/Scope', '/XX']],
    [
      'pdfua-2',
      'PDFUA-TABLE-HEADERS',
      [50, '/Scope /Column', '/Scope /'],
      [52, '/RowSpan 2', '/RowSpan 2 /Headers [(hai)]'],
    ],
    ['pdfua-1', 'PDFUA-FIGURE', [14, '(Anh)', '()']],
    ['pdfua-2', 'PDFUA-FIGURE', [14, '/Alt (Anh)', '']],
    ['pdfua-1', 'PDFUA-FORMULA', [82, '/Alt (a)', '']],
    ['pdfua-2', 'PDFUA-MATH', [82, '/S /Formula', '/S /math /NS 92 0 R']],
    ['pdfua-1', 'PDFUA-NOTE-ID', [81, '/ID (n1)', '']],
    ['pdfua-1', 'PDFUA-NOTE-ID-TWICE', [82, '/S /Formula', '/S /Note /ID (n1)']],
    ['pdfua-2', 'PDFUA-NOTE', [81, '/FENote /NS 90 0 R', '/Note']],
    ['pdfua-2', 'PDFUA-NOTE-TYPE', [81, '/FENote', '/FENote /A << /O /FENote /NoteType /Khac >>']],
    ['pdfua-2', 'PDFUA-NOTE-REFERENCE', [12, '/Ref [81 0 R]', '']],
    ['pdfua-2', 'PDFUA-LIST-NUMBERING', [60, '/Decimal', '/None']],
    ['pdfua-2', 'PDFUA-LIST-CONTENT', [61, '/K [', '/Pg 4 0 R /K [7 ']],
    ['pdfua-2', 'PDFUA-CONTENTS-TARGET', [71, '/Ref [30 0 R]', '']],
    ['pdfua-2', 'PDFUA-CAPTION', [40, '41 0 R 42 0 R', '42 0 R 41 0 R']],
  ])('%s: %s', (standard, code, ...changes) => {
    expect(said(standard, ...changes)).toContain(code);
  });

  it('finds its headers by their names too, and needs none when it is empty', () => {
    const unscoped: Change = [50, '/Scope', '/XX'];
    const named: Change = [52, '/RowSpan 2', '/RowSpan 2 /Headers [(mot)]'];
    expect(said('pdfua-1', unscoped, named)).toEqual([]);
    expect(said('pdfua-2', unscoped)).toEqual([]);
    expect(said('pdfua-1', unscoped, [52, '/K 55 0 R', ''])).toEqual([]);
  });
});
