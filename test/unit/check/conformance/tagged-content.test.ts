import { describe, expect, it } from 'vitest';
import { interactionCodes } from '../../../../src/conformance-codes/interaction.js';
import { structureCodes } from '../../../../src/conformance-codes/structure.js';
import type { StandardName } from '../../../../src/check/pdf/conformance/standards.js';
import { saidOf, type Change } from '../../../support/broken-twin.js';
import { stream, taggedObjects, tinyPdf, type TinyObjects } from '../../../support/tiny-pdf.js';
import { checkPdf } from '../../../../src/check/pdf/check-pdf.js';

const footer = '/Artifact BMC BT /F 8 Tf 10 10 Td (1) Tj ET EMC';
const content =
  '/P <</MCID 0>> BDC BT /F 10 Tf (nam ) Tj ET EMC /Link <</MCID 1>> BDC BT (sau) Tj ET EMC /Figure <</MCID 2>> BDC 0 0 9 9 re f EMC';

/** The page of `taggedPdf` with a link that belongs to its element, and a form that is an artifact (22). */
const good: TinyObjects = {
  ...taggedObjects,
  4: `${taggedObjects[4]?.replace('/Font', '/XObject << /X 22 0 R >> /Properties << /L << /Lang (en) >> >> /Font')}`,
  16: '<< /Type /Annot /Subtype /Link /Rect [10 10 20 20] /StructParent 2 /F 4 /Contents (Sau) >>',
  21: stream(`${content} ${footer} /Artifact BMC /X Do EMC`),
  22: stream('0 0 5 5 re f', '/Subtype /Form /BBox [0 0 9 9]'),
};

const codes = { ...structureCodes, ...interactionCodes };
const about = new Set<string>(Object.keys(structureCodes));

const said = (standard: StandardName, ...changes: readonly Change[]): readonly string[] =>
  saidOf(codes, good, standard, changes).filter((code) => about.has(code));

/** The second page with other content. */
const page = (text: string): Change => [21, '', stream(text)];

describe('content', () => {
  it('is tagged or an artifact', () => {
    expect(said('pdfua-1')).toEqual([]);
    expect(said('pdfua-1', page(`${content} ${footer}`))).toEqual([]);
  });

  it.each<[string, string]>([
    ['PDFUA-UNTAGGED', `${content} BT /F 8 Tf (le) Tj ET`],
    ['PDFUA-UNTAGGED', `${content} 0 0 9 9 re S`],
    ['PDFUA-UNTAGGED', `${content} BI /W 1 /H 1 /BPC 8 /CS /G ID x EI`],
    ['PDFUA-UNTAGGED', `${content} /Span BMC /X Do EMC`],
    ['PDFUA-UNTAGGED', `${content} /P <</MCID 7>> BDC BT (le) Tj ET EMC`],
    ['PDFUA-ARTIFACT-IN-TAGGED', `/P <</MCID 0>> BDC ${footer} EMC`],
    ['PDFUA-TAGGED-IN-ARTIFACT', `/Artifact BMC ${content} EMC`],
  ])('%s: %s', (code, text) => {
    expect(said('pdfua-1', page(text))).toEqual([code]);
  });

  it('may set a clip or nothing at all without a tag', () => {
    expect(said('pdfua-1', page(`0 0 9 9 re W n /Span BMC EMC ${content}`))).toEqual([]);
  });
});

describe('the language', () => {
  it.each<[StandardName, string, ...Change[]]>([
    ['pdfua-1', 'of the document', [1, '(vi)', '(viet nam)']],
    ['pdfua-1', 'may not be empty', [1, '(vi)', '()']],
    ['pdfua-2', 'of an element', [12, '/S /P', '/S /P /Lang (tieng viet)']],
    ['pdfa-2a', 'of marked content', page('/Span <</Lang (v_i)>> BDC EMC')],
    ['pdfa-2a', 'of named properties', [4, '(en)', '(e n)'], page('/Span /L BDC EMC')],
    ['pdfa-1a', 'has no digits in part 1', [1, '(vi)', '(vi-1994)']],
  ])('%s: %s', (standard, _, ...changes) => {
    expect(said(standard, ...changes)).toContain('PDFA-LANGUAGE');
  });

  it('may be unknown in PDF/A', () => {
    expect(said('pdfa-2a', [1, '(vi)', '()'])).toEqual([]);
  });

  const none: Change = [1, '/Lang (vi)', ''];
  const own: readonly Change[] = [
    none,
    [8, 'x-default', 'vi-000000'],
    [11, '/S /Document', '/S /Document /Lang (vi)'],
  ];

  it('is that of the elements where the catalog says none', () => {
    expect(said('pdfua-1', ...own, page(content))).toEqual(['PDFUA-NO-LANGUAGE']);
    expect(said('pdfua-1', ...own, page(content), [20, '', stream('')])).toEqual([]);
  });

  it.each<[string, ...Change[]]>([
    ['text', none, [14, '/Alt (Anh)', '/ActualText (Anh) /Lang (vi)'], [16, '/Contents (Sau)', '']],
    ['an alternative', none, page(''), [20, '', stream('')], [16, '/Contents (Sau)', '']],
    ['an annotation', none, page(''), [20, '', stream('')], [14, '/Alt (Anh)', '']],
    [
      'a bookmark',
      ...own,
      page(content),
      [20, '', stream('')],
      [1, '/Pages', '/Outlines << /First 45 0 R >> /Pages'],
      [45, '', '<< /Title (Mot) >>'],
    ],
    [
      'a replacement',
      none,
      page('/Span <</ActualText (a)>> BDC EMC'),
      [20, '', stream('')],
      [14, '/Alt (Anh)', ''],
      [16, '/Contents (Sau)', ''],
    ],
  ])('of %s has to be known', (_, ...changes) => {
    expect(said('pdfua-1', ...changes)).toContain('PDFUA-NO-LANGUAGE');
  });

  it('has to be that of the document in PDF/UA-2', () => {
    expect(said('pdfua-2', ...own)).toContain('PDFUA-DEFAULT-LANGUAGE');
  });
});

describe('private use characters', () => {
  it.each<[string, ...Change[]]>([
    ['an annotation', [16, '(Sau)', '<FEFFF8FF>']],
    ['an element', [12, '/S /P', '/S /P /E <FEFFE000>']],
    ['the document', [1, '(vi)', '<FEFFE001>']],
  ])('are no text of %s', (_, ...changes) => {
    expect(said('pdfua-2', ...changes)).toContain('PDFUA-PRIVATE-TEXT');
    expect(said('pdfua-2')).not.toContain('PDFUA-PRIVATE-TEXT');
  });
});

describe('an encrypted file', () => {
  const encrypted = (permissions: number): readonly string[] => {
    const bytes = tinyPdf(good, `/Encrypt << /Filter /Standard /P ${permissions} >>`);
    const { diagnostics } = checkPdf(bytes, 'a.pdf', { standards: ['pdfua-1'] });
    return diagnostics.map(({ code }) => code).filter((code) => Object.hasOwn(codes, code));
  };

  it('lets assistive programs have its text', () => {
    expect(encrypted(-3904)).toEqual(['PDFUA-ENCRYPTION']);
    expect(encrypted(-3392)).toEqual([]);
  });
});
