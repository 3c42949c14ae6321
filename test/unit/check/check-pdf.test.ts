/** Each rule: a good file passes it, and the same file with one thing wrong is caught. */
import { describe, expect, it } from 'vitest';
import { checkPdf } from '../../../src/check/pdf/check-pdf.js';
import { describe as say, type Diagnostic } from '../../../src/diagnostic.js';
import { squareFont } from '../../support/square-font.js';
import { latinTrueType } from '../../support/tiny-font.js';
import {
  printObjects,
  printPdf,
  stream,
  taggedObjects,
  taggedPdf,
  tinyPdf,
  type TinyObjects,
} from '../../support/tiny-pdf.js';

const found = (bytes: Uint8Array): readonly Diagnostic[] =>
  checkPdf(bytes, 'a.pdf', { standards: [] }).diagnostics;
const codes = (bytes: Uint8Array): string[] => found(bytes).map((d) => d.code);

/** The good file with a text replaced by another in one object. */
function broken(object: number, from: string, to: string, more: TinyObjects = {}): Uint8Array {
  const text = taggedObjects[object] ?? '';
  if (!text.includes(from)) throw new Error(`${object} has no ${from}`);
  const isStream = text.includes('\nstream\n');
  const body = text.replace(/^[^]*?\nstream\n|\nendstream$/g, '');
  return taggedPdf({ [object]: isStream ? stream(body.replace(from, to)) : text.replace(from, to), ...more });
}

/** The good file with these licence bits in its font. */
function withRights(fsType: number): Uint8Array {
  return taggedPdf({ 22: stream(Buffer.from(latinTrueType(fsType)).toString('latin1')) });
}

/** The good file in the square font, a table of which was changed. */
function withOutlines(tag: string, change: (table: Uint8Array) => unknown): Uint8Array {
  const font = Buffer.from(squareFont());
  const record = font.indexOf(tag, 12, 'latin1');
  const [start, length] = [font.readUInt32BE(record + 8), font.readUInt32BE(record + 12)];
  change(font.subarray(start, start + length));
  return taggedPdf({ 22: stream(font.toString('latin1')) });
}

/** The good file with a bookmark that has one below it. */
function withBookmarks(count: string, target = '[4 0 R /Fit]'): Uint8Array {
  return broken(1, '/Lang (vi)', '/Lang (vi) /Outlines 30 0 R', {
    30: '<< /Type /Outlines /First 31 0 R /Last 31 0 R /Count 1 >>',
    31: `<< /Title (A) /Parent 30 0 R /Dest (a) /First 32 0 R /Last 32 0 R ${count} >>`,
    32: `<< /Title (B) /Parent 31 0 R /Dest ${target} >>`,
  });
}

describe('a fault that a clause of a claimed standard names', () => {
  const said = (bytes: Uint8Array): string[] => checkPdf(bytes, 'a.pdf').diagnostics.map((d) => d.code);

  it.each([
    ['PDFUA-FIGURE', 'CHECK-ALT', broken(14, '/Alt (Anh)', '')],
    ['PDFA-FONT-EMBED', 'CHECK-FONT-EMBED', broken(6, '/FontFile2 22 0 R', '')],
  ])('is told once, by the clause (%s)', (clause, general, bytes) => {
    expect(said(bytes)).toContain(clause);
    expect(said(bytes)).not.toContain(general);
    expect(codes(bytes)).toContain(general);
  });
});

describe('a tagged file', () => {
  it('passes, and says what it is', () => {
    expect(checkPdf(taggedPdf(), 'a.pdf', { standards: [] })).toEqual({
      value: {
        type: 'pdf',
        version: '1.7',
        pages: 2,
        words: 6,
        tagged: true,
        claims: { pdfA: '2A', pdfUA: '1' },
      },
      diagnostics: [],
    });
  });

  const cases: readonly (readonly [what: string, code: string, bytes: Uint8Array])[] = [
    [
      'text outside marked content',
      'CHECK-UNTAGGED',
      broken(20, '/Artifact <</Type /Pagination>> BDC', '/P BMC'),
    ],
    ['an MCID that no element names', 'CHECK-UNTAGGED', broken(12, '[0 <<', '[<<')],
    ['an MCID that the page does not have', 'CHECK-MCID', broken(14, '/K 2', '/K [2 7]')],
    ['content of two elements', 'CHECK-MCID-TWICE', broken(14, '/K 2', '/K [2 1]')],
    ['a wrong parent', 'CHECK-PARENT-TREE', broken(15, '[12 0 R 13 0 R 14 0 R]', '[12 0 R 12 0 R 14 0 R]')],
    ['a parent tree that ends too soon', 'CHECK-PARENT-TREE', broken(15, ' 14 0 R]', ']')],
    ['a page without its key', 'CHECK-PARENT-TREE', broken(3, '/StructParents 0', '')],
    [
      'an annotation said to be on another page',
      'CHECK-OBJR',
      broken(13, '/OBJR /Pg 4 0 R', '/OBJR /Pg 3 0 R'),
    ],
    [
      'an annotation whose parent is wrong',
      'CHECK-PARENT-TREE',
      broken(16, '/StructParent 2', '/StructParent 1'),
    ],
    [
      'a paragraph whose pages are swapped',
      'CHECK-KID-ORDER',
      broken(
        12,
        '[0 << /Type /MCR /Pg 4 0 R /MCID 0 >> 13 0 R]',
        '[<< /Type /MCR /Pg 4 0 R /MCID 0 >> 0 13 0 R]',
      ),
    ],
    ['a figure without alternative text', 'CHECK-ALT', broken(14, '/Alt (Anh)', '/Alt ( )')],
    ['a gap in a string', 'CHECK-SPACES', broken(20, '[(ba b) -20 (on )]', '[(ba) -300 (bon )]')],
    [
      'a gap between strings',
      'CHECK-SPACES',
      broken(20, '(Mot hai ) Tj', '(Mot) Tj 20 0 Td (hai ) Tj -20 0 Td'),
    ],
    [
      'a text that is not composed',
      'CHECK-NFC',
      broken(5, '/BaseFont', '/ToUnicode 9 0 R /BaseFont', decomposed()),
    ],
    ['a code without text', 'CHECK-TOUNICODE', broken(5, '/WinAnsiEncoding', 'null')],
    [
      'a code whose text is U+FFFD',
      'CHECK-TOUNICODE',
      broken(5, '/Subtype', '/ToUnicode 9 0 R /Subtype', replacement()),
    ],
    ['a font that is not embedded', 'CHECK-FONT-EMBED', broken(6, '/FontFile2 22 0 R', '')],
    ['a font that forbids embedding', 'CHECK-FONT-FORBIDDEN', withRights(0x0002)],
    ['a font whose bitmaps alone may be embedded', 'CHECK-FONT-FORBIDDEN', withRights(0x0200)],
    ['a font to view and print', 'CHECK-FONT-RIGHTS', withRights(0x0004)],
    ['a subset of a font that is embedded whole or not', 'CHECK-FONT-RIGHTS', withRights(0x0108)],
    [
      'a font whose outlines lie elsewhere',
      'CHECK-FONT-OUTLINES',
      withOutlines('loca', (table) => table.fill(0xff)),
    ],
    [
      'a font whose outlines are no outlines',
      'CHECK-FONT-OUTLINES',
      withOutlines('glyf', (table) => table.fill(0x7f)),
    ],
    [
      'a font without places of outlines',
      'CHECK-FONT-OUTLINES',
      withOutlines('maxp', (table) => table.fill(0xff)),
    ],
    ['a bookmark that counts those below it wrong', 'CHECK-OUTLINE', withBookmarks('/Count -2')],
    ['a bookmark that does not count', 'CHECK-OUTLINE', withBookmarks('')],
    ['a bookmark that leads nowhere', 'CHECK-TARGET', withBookmarks('/Count 1', '(x)')],
    ['a link to a name that is not there', 'CHECK-TARGET', broken(16, '/F 4', '/F 4 /Dest (x)')],
    [
      'a link to a page that is not there',
      'CHECK-TARGET',
      broken(16, '/F 4', '/F 4 /A << /S /GoTo /D [9 0 R /Fit] >>'),
    ],
    ['no language', 'CHECK-LANG', broken(1, '/Lang (vi)', '')],
    ['names that are not sorted', 'CHECK-NAME-TREE', broken(1, '(b) [4', '(A) [4')],
    ['claims of level A without marks', 'CHECK-CLAIM', broken(1, '/Marked true', '/Marked false')],
    ['no output intent', 'CHECK-CLAIM', broken(1, 'GTS_PDFA1', 'GTS_OTHER')],
    ['metadata that are no XML', 'CHECK-XMP', taggedPdf({ 8: stream('<x:xmpmeta', '/Type /Metadata') })],
    ['no pages', 'CHECK-PDF-PAGES', tinyPdf({ 1: '<< /Type /Catalog >>' })],
  ];

  it('may have outlines, bookmarks and links that lead somewhere', () => {
    expect(codes(withOutlines('glyf', () => undefined))).toEqual([]);
    expect(codes(withBookmarks('/Count 1'))).toEqual([]);
    expect(codes(withBookmarks('/Count -1', '(b)'))).toEqual([]);
    expect(codes(broken(16, '/F 4', '/F 4 /A << /S /GoTo /D (a) >>'))).toEqual([]);
    expect(codes(broken(16, '/F 4', '/F 4 /A << /S /URI /URI (https://example.org/) >>'))).toEqual([]);
  });

  it('may have a font that may be installed, or edited with', () => {
    expect(codes(withRights(0x0008))).toEqual([]);
  });

  it.each(cases)('%s is %s', (_what, code, bytes) => {
    expect(new Set(codes(bytes))).toContain(code);
  });

  it('claims tags only with a tree', () => {
    expect(found(broken(1, '/StructTreeRoot 10 0 R', '')).map((d) => d.values['missing'])).toEqual([
      '/StructTreeRoot',
      '/StructTreeRoot',
    ]);
  });

  it('has each message in both languages, every slot filled', () => {
    for (const [, , bytes] of cases) {
      for (const diagnostic of found(bytes)) {
        for (const language of ['vi', 'en'] as const) {
          expect(say(diagnostic, language).message).not.toMatch(/[{}]|undefined/);
        }
      }
    }
  });
});

/** ToUnicode that gives every letter a combining mark apart from it: `a` becomes a, dot below. */
function decomposed(): TinyObjects {
  const map = '1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <00> <ff> <0000> endbfrange ';
  return { 9: stream(`${map.replace('<0000>', '<0001>')} 1 beginbfchar <61> <00610323> endbfchar`) };
}

function replacement(): TinyObjects {
  const map = '1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <00> <ff> <0000> endbfrange';
  return { 9: stream(`${map} 1 beginbfchar <61> <FFFD> endbfchar`) };
}

describe('spaces', () => {
  const page = (content: string): Uint8Array => broken(20, '(Mot hai ) Tj', content);

  it('lets kerning, tracking and the next line pass', () => {
    expect(codes(page('[(V) 120 (a) -100 (n ) ] TJ'))).toEqual([]);
    expect(codes(page('[(M) -300 (o) -300 (t) -300 (h) ] TJ'))).toEqual([]);
    expect(codes(page('(dai) Tj 80 -12 Td (hai ) Tj -80 12 Td'))).toEqual([]);
  });

  it('lets room after the dash of a dateline pass', () => {
    expect(codes(page('[(LSO-) -300 (hai ) ] TJ'))).toEqual([]);
    expect(codes(page('(LSO-) Tj 40 0 Td (hai ) Tj -40 0 Td'))).toEqual([]);
    expect(codes(page('[(-) -300 (hai ) ] TJ'))).toEqual(['CHECK-SPACES']);
  });

  it('sees a space on either side of a gap', () => {
    expect(codes(page('[(Mot ) -300 (hai ) ] TJ [(ba) -300 ( bon)] TJ'))).toEqual([]);
  });

  it('is an error only where a file promises text that can be read', () => {
    const gap = '0 0 0 1 k BT /F 10 Tf 30 100 Td [(mot) -300 (hai )] TJ ET';
    expect(found(printPdf(gap)).map((d) => [d.code, d.severity])).toEqual([['CHECK-SPACES', 'warning']]);
    expect(found(page('[(mot) -300 (hai ) ] TJ')).map((d) => d.severity)).toEqual(['error']);
  });

  it('counts what is missing on a page once', () => {
    const [diagnostic] = found(page('[(mot) -300 (hai ) ] TJ [(ba) -300 (bon)] TJ'));
    expect(diagnostic?.values).toEqual({ page: 1, text: 'mot|hai', count: 2 });
  });
});

describe('a print file', () => {
  const good = '0 0 0 1 k BT /F 10 Tf 30 100 Td (chu den) Tj ET';

  it('passes with K-only and with coloured text', () => {
    expect(codes(printPdf(good))).toEqual([]);
    expect(codes(printPdf(good.replace('0 0 0 1 k', '.95 .75 .3 .25 k')))).toEqual([]);
    expect(codes(printPdf(good.replace('0 0 0 1 k', '.6 g')))).toEqual([]);
  });

  it.each([
    ['black of RGB', '0 0 0 rg'],
    ['dark grey of RGB', '.1 .1 .12 rg'],
    ['rich black', '.6 .5 .5 1 k'],
    ['registration colour', '1 1 1 1 k'],
    ['black of a photo space', '/Photo cs 0 0 0 sc'],
    ['the first colour of a space', '/DeviceRGB cs'],
  ])('catches %s', (_what, operator) => {
    expect(codes(printPdf(good.replace('0 0 0 1 k', operator)))).toContain('CHECK-TEXT-NOT-K');
  });

  it('restores the colour with the state', () => {
    expect(codes(printPdf(`0 0 0 1 k q 0 0 0 rg Q BT /F 10 Tf (chu) Tj ET`))).toEqual([]);
  });

  it('catches boxes that are missing or too large', () => {
    expect(codes(printPdf(good, '/TrimBox [20 20 180 180]'))).toEqual(['CHECK-BOXES']);
    expect(codes(printPdf(good, '/TrimBox [20 20 190 180] /BleedBox [11 11 189 189]'))).toEqual([
      'CHECK-BOXES',
    ]);
    expect(codes(printPdf(good, '/TrimBox [20 20 180 180] /BleedBox [-1 11 189 189]'))).toEqual([
      'CHECK-BOXES',
    ]);
  });

  it('catches a link on the printed area and lets one outside it be', () => {
    const link = (box: string): string => `/Annots [<< /Subtype /Link /Rect [${box}] >>]`;
    expect(codes(printPdf(good, undefined, link('30 30 60 40')))).toEqual(['CHECK-ANNOT-BLEED']);
    expect(codes(printPdf(good, undefined, link('190 190 199 199')))).toEqual([]);
  });

  it.each([
    [
      'two intents',
      'CHECK-PDFX-INTENTS',
      '7 0 R >>]',
      '7 0 R >> << /S /GTS_PDFX /OutputConditionIdentifier (A) >>]',
    ],
    ['no printing condition', 'CHECK-PDFX-CONDITION', '/OutputConditionIdentifier (FOGRA39)', ''],
    ['the profile of a screen', 'CHECK-PDFX-PROFILE', 'prtrCMYK', 'mntrRGB '],
    ['a profile that is none', 'CHECK-PDFX-PROFILE-BROKEN', 'prtrCMYK', 'a\u0001b\u0002c\u0003d\u0004'],
    ['an action', 'CHECK-PDFX-ACTION', '/Metadata 8', '/OpenAction << /S /JavaScript /JS (a) >> /Metadata 8'],
    ['an XFA form', 'CHECK-PDFX-XFA', '/Metadata 8', '/AcroForm << /Fields [] /XFA 20 0 R >> /Metadata 8'],
    ['a title of its own', 'CHECK-PDFX-INFO', '/Trapped', '/Title (Khac) /Trapped'],
    ['a claim that nobody knows', 'CHECK-CLAIM-UNKNOWN', 'PDF/X-4', 'PDF/X-9'],
  ])('catches %s', (_what, code, from, to) => {
    const objects: Record<number, string> = { ...printObjects(good) };
    for (const [number, text] of Object.entries(objects))
      objects[Number(number)] = text.replace(from, () => to);
    expect(codes(tinyPdf(objects, '/Info 9 0 R /ID [<00> <00>]'))).toEqual([code]);
  });

  it('catches a missing intent, trapping key and file identifier', () => {
    const text = Buffer.from(printPdf(good)).toString('latin1');
    const without = (part: string): string[] =>
      found(Buffer.from(text.replace(part, ' '.repeat(part.length)), 'latin1')).map((d) =>
        String(d.values['missing']),
      );
    expect(without('/S /GTS_PDFX')).toEqual(['/OutputIntents GTS_PDFX']);
    expect(without('/Trapped /False')).toEqual(['/Info /Trapped']);
    expect(without('/ID [<00> <00>]')).toEqual(['/ID']);
  });
});
