/** Rules on fonts: fonts of each kind that are good, and twins with one thing wrong. */
import { describe, expect, it } from 'vitest';
import type { StandardName } from '../../../../src/check/pdf/conformance/standards.js';
import { fontCodes } from '../../../../src/conformance-codes/fonts.js';
import { saidOf, type Change } from '../../../support/broken-twin.js';
import {
  latinTrueType,
  tinyCff,
  tinyTrueType,
  tinyType1,
  type TinyCmap,
} from '../../../support/tiny-font.js';
import { stream, taggedObjects, type TinyObjects } from '../../../support/tiny-pdf.js';

const program = (bytes: Uint8Array, dict = ''): string => stream(Buffer.from(bytes).toString('latin1'), dict);
const show = (text: string): string => stream(`BT /F 10 Tf ${text} ET`);

/** A ToUnicode for one-byte codes. */
const unicode = (...chars: readonly (readonly [code: string, text: string])[]): string =>
  stream(
    `1 begincodespacerange <00> <FF> endcodespacerange ${chars.length} beginbfchar ${chars.map(([code, text]) => `<${code}> <${text}>`).join(' ')} endbfchar`,
  );

/** The simple TrueType font of the good file, shown as `ab`. */
const trueType: TinyObjects = { ...taggedObjects, 20: show('(ab) Tj'), 21: stream('') };
const withUnicode: Change = [5, '/Encoding', '/ToUnicode 30 0 R /Encoding'];

const symbolFont = (cmaps: readonly TinyCmap[]): TinyObjects => ({
  ...trueType,
  5: (trueType[5] ?? '').replace('/Encoding /WinAnsiEncoding', '/ToUnicode 30 0 R'),
  6: (trueType[6] ?? '').replace('/Flags 32', '/Flags 4'),
  22: program(tinyTrueType({ widths: [500, 500, 500], cmaps })),
  30: unicode(['61', '0061'], ['62', '0062']),
});
const symbols: TinyCmap = { platform: 3, encoding: 0, first: 0xf061, glyphs: [1, 2] };
const symbolic = symbolFont([symbols]);

/** A Type 1 font with a subset of two glyphs. */
const type1: TinyObjects = {
  ...trueType,
  5: '<< /Type /Font /Subtype /Type1 /BaseFont /AAAAAA+One /Encoding /WinAnsiEncoding /FirstChar 97 /LastChar 98 /Widths [400 300] /FontDescriptor 6 0 R >>',
  6: '<< /Type /FontDescriptor /FontName /AAAAAA+One /Flags 32 /CharSet (/a/b) /FontFile3 22 0 R >>',
  22: program(tinyCff({ glyphs: ['a', 'b'], widths: [500, 400, 300] }), '/Subtype /Type1C'),
};

/** A composite font with CIDs 1 and 2. */
const composite: TinyObjects = {
  ...trueType,
  5: '<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Two /Encoding /Identity-H /DescendantFonts [31 0 R] /ToUnicode 30 0 R >>',
  6: '<< /Type /FontDescriptor /FontName /AAAAAA+Two /Flags 4 /CIDSet 32 0 R /FontFile3 22 0 R >>',
  20: show('<00010002> Tj'),
  22: program(tinyCff({ glyphs: [1, 2], widths: [1000, 400, 300] }), '/Subtype /CIDFontType0C'),
  30: stream(
    '1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <0001> <0061> <0002> <0062> endbfchar',
  ),
  31: '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /AAAAAA+Two /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /W [1 [400 300]] /FontDescriptor 6 0 R >>',
  32: stream('\xe0'),
};
const cidTrueType: TinyObjects = {
  ...composite,
  6: '<< /Type /FontDescriptor /FontName /AAAAAA+Two /Flags 4 /CIDSet 32 0 R /FontFile2 22 0 R >>',
  22: program(tinyTrueType({ widths: [1000, 400, 300], cmaps: [] })),
  31: (composite[31] ?? '').replace('CIDFontType0', 'CIDFontType2 /CIDToGIDMap /Identity'),
};

/** The composite font with a CMap in the file. */
const cmapped: TinyObjects = {
  ...composite,
  5: (composite[5] ?? '').replace('/Identity-H', '33 0 R'),
  33: stream(
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /WMode 1 def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 begincidrange <0000> <00FF> 0 endcidrange endcmap',
    '/Type /CMap /CMapName /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /WMode 1',
  ),
};

/** A Type 3 font of two glyphs. */
const type3: TinyObjects = {
  ...trueType,
  5: '<< /Type /Font /Subtype /Type3 /FontMatrix [0.001 0 0 0.001 0 0] /FontBBox [0 0 0 0] /CharProcs << /a 30 0 R /b 31 0 R >> /Encoding << /Differences [97 /a /b] >> /FirstChar 97 /LastChar 98 /Widths [400 300] /ToUnicode 32 0 R >>',
  30: stream('400 0 d0'),
  31: stream('300 0 0 0 9 9 d1 0 0 9 9 re f'),
  32: unicode(['61', '0061'], ['62', '0062']),
};

const said = (good: TinyObjects, standard: StandardName, ...changes: readonly Change[]): readonly string[] =>
  saidOf(fontCodes, good, standard, changes);

const levels = ['pdfa-1a', 'pdfa-2a', 'pdfa-3u', 'pdfa-4', 'pdfua-1', 'pdfua-2'] as const;
const kinds: readonly (readonly [string, TinyObjects])[] = [
  ['TrueType', trueType],
  ['symbolic TrueType', symbolic],
  ['Type 1 as CFF', type1],
  ['composite', composite],
  ['composite TrueType', cidTrueType],
  ['composite with a CMap', cmapped],
  ['Type 3', type3],
];

describe('a good font', () => {
  it.each(kinds)('breaks no standard: %s', (_, good) => {
    for (const level of levels) expect([level, ...said(good, level)]).toEqual([level]);
  });

  it('may be a Type 1 program', () => {
    const file = program(tinyType1({ '.notdef': 500, a: 400, b: 300 }));
    expect(said(type1, 'pdfa-1a', [6, 'FontFile3', 'FontFile'], [22, '', file])).toEqual([]);
  });

  it('may differ by a thousandth, lack what is not shown, and be left out where nothing is painted', () => {
    expect(said(trueType, 'pdfa-2a', [6, '/MissingWidth 500', '/MissingWidth 501'])).toEqual([]);
    expect(
      said(type1, 'pdfa-2a', [
        22,
        '',
        program(tinyCff({ glyphs: ['a', 'b'], widths: [0, 400, 300] }), '/Subtype /Type1C'),
      ]),
    ).toEqual([]);
    expect(said(trueType, 'pdfa-2a', [6, '/FontFile2 22 0 R', ''], [20, '', show('3 Tr (ab) Tj')])).toEqual(
      [],
    );
    expect(said(trueType, 'pdfa-2b', [5, '/Type /Font', ''], [20, '', show('')])).toEqual([]);
  });
});

const noUnicode: Change = [5, '/ToUnicode 30 0 R', ''];
const privateUse: readonly Change[] = [withUnicode, [30, '', unicode(['61', 'E000'], ['62', '0062'])]];
const marked = (mark: string): Change => [20, '', show(`${mark} BDC (ab) Tj EMC`)];

const twins: readonly (readonly [what: string, StandardName, TinyObjects, readonly Change[], string])[] = [
  ['no Type', 'pdfa-2b', trueType, [[5, '/Type /Font', '']], 'PDFA-FONT-ENTRY'],
  ['no BaseFont', 'pdfa-1b', trueType, [[5, '/BaseFont /AAAAAA+Tiny', '']], 'PDFA-FONT-ENTRY'],
  ['no LastChar', 'pdfa-4', trueType, [[5, '/LastChar 32', '']], 'PDFA-FONT-ENTRY'],
  ['too few widths', 'pdfa-2b', trueType, [[5, '/LastChar 32', '/LastChar 33']], 'PDFA-FONT-ENTRY'],
  ['an unknown Subtype', 'pdfa-2b', type1, [[5, '/Type1', '/Type9']], 'PDFA-FONT-ENTRY'],
  [
    'OpenType in part 1',
    'pdfa-1b',
    type1,
    [[22, '/Type1C', '/OpenType']],
    'PDFA-FONT-ENTRY PDFA-FONT-PROGRAM',
  ],
  ['no program', 'pdfua-1', trueType, [[6, '/FontFile2 22 0 R', '']], 'PDFA-FONT-EMBED'],
  ['a WOFF2 program', 'pdfa-2b', trueType, [[22, '', stream('wOF2')]], 'PDFA-FONT-PROGRAM'],
  [
    'a glyph that is not there',
    'pdfa-2b',
    type1,
    [[20, '', show('(ac) Tj')]],
    'PDFA-GLYPH-MISSING PDFA-GLYPH-WIDTH',
  ],
  [
    'a code of one byte among codes of two',
    'pdfa-2b',
    composite,
    [[20, '', show('<000101> Tj')]],
    'PDFA-GLYPH-MISSING PDFA-NOTDEF',
  ],
  [
    'a CID that is not there',
    'pdfa-1b',
    composite,
    [[20, '', show('<0003> Tj')]],
    'PDFA-GLYPH-MISSING PDFA-CIDSET',
  ],
  [
    'a glyph number too high',
    'pdfua-2',
    cidTrueType,
    [[20, '', show('<0003> Tj')]],
    'PDFA-GLYPH-MISSING PDFA-NOTDEF PDFA-UNICODE',
  ],
  ['another width', 'pdfa-3b', trueType, [[6, '/MissingWidth 500', '/MissingWidth 502']], 'PDFA-GLYPH-WIDTH'],
  ['another width by CID', 'pdfua-2', composite, [[31, '[400 300]', '[400 200]']], 'PDFA-GLYPH-WIDTH'],
  ['another width of a procedure', 'pdfa-4', type3, [[30, '400 0 d0', '402 0 d0']], 'PDFA-GLYPH-WIDTH'],
  [
    'a code without a name',
    'pdfa-2b',
    trueType,
    [[20, '', show('(\\001) Tj')]],
    'PDFA-GLYPH-MISSING PDFA-NOTDEF',
  ],
  [
    '.notdef by name',
    'pdfua-1',
    type3,
    [[5, '/a /b', '/a /.notdef']],
    'PDFA-GLYPH-MISSING PDFA-GLYPH-WIDTH PDFA-NOTDEF',
  ],
  ['no CharSet in part 1', 'pdfa-1b', type1, [[6, '/CharSet (/a/b)', '']], 'PDFA-CHARSET'],
  ['a CharSet without what is shown', 'pdfa-1b', type1, [[6, '/a/b', '/a']], 'PDFA-CHARSET'],
  ['a CharSet with more', 'pdfa-2b', type1, [[6, '/a/b', '/a/b/c']], 'PDFA-CHARSET'],
  ['no CIDSet in part 1', 'pdfa-1b', composite, [[6, '/CIDSet 32 0 R', '']], 'PDFA-CIDSET'],
  ['a CIDSet with less', 'pdfua-1', composite, [[32, '', stream('\xc0')]], 'PDFA-CIDSET'],
  ['a CIDSet with more', 'pdfa-2b', cidTrueType, [[32, '', stream('\xf0')]], 'PDFA-CIDSET'],
  ['no CIDToGIDMap', 'pdfa-2b', cidTrueType, [[31, '/CIDToGIDMap /Identity', '']], 'PDFA-CID-TO-GID'],
  ['a CIDToGIDMap by another name', 'pdfua-2', cidTrueType, [[31, '/Identity', '/Other']], 'PDFA-CID-TO-GID'],
  ['another collection', 'pdfa-1b', cmapped, [[31, '(Identity)', '(Japan1)']], 'PDFA-CID-COLLECTION'],
  ['a later supplement', 'pdfa-2b', cmapped, [[31, '/Supplement 0', '/Supplement 1']], 'PDFA-CID-COLLECTION'],
  [
    'an unknown CMap',
    'pdfua-1',
    composite,
    [[5, '/Identity-H', '/Own-H']],
    'PDFA-CID-COLLECTION PDFA-CMAP-EMBED',
  ],
  [
    'another writing mode',
    'pdfa-2b',
    cmapped,
    [[33, '/WMode 1 /Length', '/WMode 0 /Length']],
    'PDFA-CMAP-WMODE',
  ],
  [
    'a CMap on an unknown one',
    'pdfa-2b',
    cmapped,
    [[33, '/CMapName', '/UseCMap /Own-V /CMapName']],
    'PDFA-CMAP-EMBED PDFA-CMAP-BASE',
  ],
  [
    'another encoding',
    'pdfa-1b',
    trueType,
    [[5, '/WinAnsiEncoding', '/StandardEncoding']],
    'PDFA-TRUETYPE-ENCODING',
  ],
  [
    'Differences in part 1',
    'pdfa-1b',
    trueType,
    [[5, '/WinAnsiEncoding', '<< /BaseEncoding /WinAnsiEncoding /Differences [97 /a] >>']],
    'PDFA-TRUETYPE-ENCODING',
  ],
  [
    'Differences by other names',
    'pdfa-4',
    trueType,
    [[5, '/WinAnsiEncoding', '<< /BaseEncoding /WinAnsiEncoding /Differences [99 /g3] >>']],
    'PDFA-TRUETYPE-ENCODING',
  ],
  [
    'a symbolic font with an encoding',
    'pdfa-2b',
    symbolic,
    [[5, '/ToUnicode', '/Encoding /WinAnsiEncoding /ToUnicode']],
    'PDFA-TRUETYPE-SYMBOLIC',
  ],
  ['a symbolic font with two cmaps', 'pdfa-1b', symbolFont([symbols, symbols]), [], 'PDFA-TRUETYPE-CMAP'],
  [
    'no Mac and no symbols',
    'pdfa-4',
    symbolFont([{ ...symbols, encoding: 1, first: 97 }]),
    [],
    'PDFA-GLYPH-MISSING PDFA-NOTDEF PDFA-TRUETYPE-CMAP',
  ],
  [
    'symbols alone in a font of letters',
    'pdfa-2b',
    trueType,
    [[22, '', program(tinyTrueType({ widths: [500, 500], cmaps: [symbols] }))]],
    'PDFA-GLYPH-MISSING PDFA-TRUETYPE-CMAP',
  ],
  ['no text', 'pdfa-2u', symbolic, [noUnicode], 'PDFA-UNICODE'],
  ['no text, part 1', 'pdfa-1a', symbolic, [noUnicode], 'PDFA-UNICODE'],
  [
    'no text of one code, part 1',
    'pdfa-1a',
    symbolic,
    [[20, '', show('(abc) Tj')]],
    'PDFA-GLYPH-MISSING PDFA-UNICODE',
  ],
  ['no text but names in part 1', 'pdfa-1a', type3, [[5, '/ToUnicode 32 0 R', '']], 'PDFA-UNICODE'],
  ['no text by CID', 'pdfua-1', composite, [noUnicode], 'PDFA-UNICODE'],
  [
    'a mark of byte order',
    'pdfa-2u',
    trueType,
    [withUnicode, [30, '', unicode(['61', 'FEFF'])]],
    'PDFA-UNICODE-VALUE',
  ],
  ['U+0000', 'pdfa-4', trueType, [withUnicode, [30, '', unicode(['61', '0000'])]], 'PDFA-UNICODE-VALUE'],
  ['private use', 'pdfa-2a', trueType, privateUse, 'PDFA-PRIVATE-USE'],
  [
    'private use in content',
    'pdfua-2',
    trueType,
    [...privateUse, marked('/P <</MCID 0>>')],
    'PDFA-PRIVATE-USE',
  ],
  [
    'a private ActualText',
    'pdfa-4',
    trueType,
    [[14, '/Alt (Anh)', '/ActualText <FEFFE000>']],
    'PDFA-PRIVATE-TEXT',
  ],
  ['a private Alt', 'pdfua-2', trueType, [[14, '(Anh)', '<FEFFE000>']], 'PDFA-PRIVATE-TEXT'],
  [
    'a private text in content',
    'pdfa-4',
    trueType,
    [marked('/P <</ActualText <FEFFE000>>>')],
    'PDFA-PRIVATE-TEXT',
  ],
];

describe('a font with something wrong', () => {
  it.each(twins)('is found: %s (%s)', (_, standard, good, changes, codes) => {
    expect(said(good, standard, ...changes).join(' ')).toBe(codes);
  });

  it('breaks only the levels that have the rule', () => {
    expect(said(symbolic, 'pdfa-2b', noUnicode)).toEqual([]);
    expect(said(symbolic, 'pdfa-4', noUnicode)).toEqual([]);
    expect(said(type3, 'pdfa-2u', [5, '/ToUnicode 32 0 R', ''])).toEqual([]);
    expect(said(trueType, 'pdfa-2b', ...privateUse)).toEqual([]);
    expect(said(trueType, 'pdfa-2a', [14, '(Anh)', '<FEFFE000>'])).toEqual([]);
    expect(said(type1, 'pdfa-2b', [6, '/CharSet (/a/b)', ''])).toEqual([]);
    expect(said(trueType, 'pdfa-1a', [20, '', show('(\\000) Tj')])).toEqual([]);
  });

  it('is put right by replacement text, in content or above it', () => {
    const replaced = [...privateUse, marked('/Span <</ActualText (a)>>')];
    expect(said(trueType, 'pdfa-2a', ...replaced)).toEqual([]);
    const inTree = [...privateUse, marked('/P <</MCID 0>>'), [12, '/S /P', '/S /P /ActualText (a)'] as const];
    expect(said(trueType, 'pdfa-2a', ...inTree)).toEqual([]);
    expect(said(trueType, 'pdfua-2', ...inTree)).toEqual([]);
    expect(said(trueType, 'pdfua-2', ...privateUse, marked('/Artifact <<>>'))).toEqual([]);
  });
});

describe('the program of the good file', () => {
  it('leads names to glyphs', () => {
    expect(said(trueType, 'pdfa-2a', [22, '', program(latinTrueType(8))])).toEqual([]);
  });
});
