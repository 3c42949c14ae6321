import { describe, expect, it } from 'vitest';
import { checkPdf } from '../../../../src/check/pdf/check-pdf.js';
import type { StandardName } from '../../../../src/check/pdf/conformance/standards.js';
import { fileCodes } from '../../../../src/conformance-codes/file.js';
import { stream, taggedObjects, tinyPdf, type TinyObjects } from '../../../support/tiny-pdf.js';

/** What is said of the syntax of a file. */
function said(bytes: Uint8Array, standard: StandardName): readonly string[] {
  const { diagnostics } = checkPdf(bytes, 'a.pdf', { standards: [standard] });
  const codes = diagnostics.map(({ code }) => code).filter((code) => Object.hasOwn(fileCodes, code));
  return [...new Set(codes)].filter((code) => code !== 'PDFA-HEADER');
}

const id = '/ID [<00> <01>]';

/** The good file with other objects, and its bytes with each text of a pair replaced by the other. */
function file(
  objects: TinyObjects = {},
  trailer = id,
  edits: readonly (readonly [string, string])[] = [],
): Uint8Array {
  let text = Buffer.from(tinyPdf({ ...taggedObjects, ...objects }, trailer)).toString('latin1');
  for (const [from, to] of edits) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  return Buffer.from(text, 'latin1');
}

const edited = (from: string, to: string): Uint8Array => file({}, id, [[from, to]]);
const content = (text: string): Uint8Array => file({ 20: stream(text) });
const picture = (filter: string): string => `BI /W 1 /H 1 /BPC 8 /CS /G /F ${filter} ID x\nEI`;
const catalog = (more: string): Uint8Array => file({ 1: `<< /Type /Catalog /Pages 2 0 R ${more} >>` });
const cmap = (body: string): Uint8Array => file({ 30: stream(body, '/Type /CMap') });
const utf8 = (name: string): Uint8Array => file({ 30: `[/Separation /${name} /DeviceRGB 9 0 R]` });

describe('the syntax of a file', () => {
  it.each(['pdfa-1b', 'pdfa-2b', 'pdfa-3a', 'pdfa-4', 'pdfua-1'] as const)('is sound for %s', (standard) => {
    expect(said(file(), standard)).toEqual([]);
    expect(
      said(content(`q ${'q '.repeat(27)} ${picture('/Fl')} 32767.0 2147483647 <AB cd>`), standard),
    ).toEqual([]);
  });

  const cases: readonly (readonly [string, StandardName, Uint8Array, string])[] = [
    ['no ID', 'pdfa-2b', file({}, ''), 'PDFA-TRAILER-ID'],
    ['an empty ID', 'pdfa-4', file({}, '/ID [<> <>]'), 'PDFA-TRAILER-ID'],
    ['encryption', 'pdfa-2b', file({}, `${id} /Encrypt << >>`), 'PDFA-ENCRYPTED'],
    ['more behind the end', 'pdfa-1b', edited('%%EOF\n', '%%EOF\nmore'), 'PDFA-BEHIND-END'],
    ['a space behind xref', 'pdfa-2b', edited('\nxref\n0 ', '\nxref \n0 '), 'PDFA-XREF-LINE'],
    ['two spaces in a subsection', 'pdfa-1b', edited('\nxref\n0 ', '\nxref\n0  '), 'PDFA-XREF-SPACE'],
    ['no line end behind obj', 'pdfa-2b', edited('14 0 obj\n', '14 0 obj '), 'PDFA-OBJECT-WORDS'],
    ['two spaces before obj', 'pdfa-4', edited('14 0 obj\n', '14 0  obj'), 'PDFA-OBJECT-WORDS'],
    ['no line end before endobj', 'pdfa-1b', edited('>>\nendobj', '>> endobj'), 'PDFA-OBJECT-WORDS'],
    ['something else behind endobj', 'pdfa-2b', edited('>>\nendobj\n', '>>\nendobj '), 'PDFA-OBJECT-WORDS'],
    [
      'a space before endstream',
      'pdfa-2b',
      edited('font\nendstream', 'fon\n endstream'),
      'PDFA-STREAM-WORDS PDFA-STREAM-LENGTH',
    ],
    ['a lone CR behind stream', 'pdfa-2b', edited('stream\nfont', 'stream\rfont'), 'PDFA-STREAM-WORDS'],
    ['a Length too small', 'pdfa-4', edited('/Length 4 ', '/Length 3 '), 'PDFA-STREAM-LENGTH'],
    ['a stream elsewhere', 'pdfa-2b', file({ 30: stream('', '/F (a)') }), 'PDFA-STREAM-FILE'],
    ['LZW', 'pdfa-1b', file({ 30: stream('', '/Filter [/LZWDecode]') }), 'PDFA-FILTER'],
    ['an unknown filter', 'pdfa-4', file({ 30: stream('', '/Filter /Foo') }), 'PDFA-FILTER'],
    ['Crypt', 'pdfa-2b', file({ 30: stream('', '/Filter /Crypt') }), 'PDFA-FILTER'],
    ['LZW in a picture', 'pdfa-1b', content(picture('/LZW')), 'PDFA-INLINE-FILTER'],
    ['JPX in a picture', 'pdfa-2b', content(picture('[/AHx /JPXDecode]')), 'PDFA-INLINE-FILTER'],
    ['an odd hexadecimal string', 'pdfa-2b', file({ 30: '<ABC>' }), 'PDFA-HEX-ODD'],
    ['an odd string in content', 'pdfa-4', content('/A <</B <A>>> BDC EMC'), 'PDFA-HEX-ODD'],
    ['a letter in a hexadecimal string', 'pdfa-1b', file({ 30: '[<AX>]' }), 'PDFA-HEX-DIGIT'],
    ['a large integer', 'pdfa-2b', file({ 30: '2147483648' }), 'PDFA-LIMIT-INTEGER'],
    ['a large negative integer', 'pdfa-1b', content('-2147483649 w'), 'PDFA-LIMIT-INTEGER'],
    ['a large number', 'pdfa-1b', content('32767.5 w'), 'PDFA-LIMIT-REAL'],
    ['a larger number', 'pdfa-2b', content(`4${'0'.repeat(38)}.5 w`), 'PDFA-LIMIT-REAL'],
    ['a number next to zero', 'pdfa-2b', content(`.${'0'.repeat(38)}1 w`), 'PDFA-LIMIT-SMALL'],
    ['a long string', 'pdfa-2b', file({ 30: `(${'a'.repeat(32768)})` }), 'PDFA-LIMIT-STRING'],
    ['a longer string', 'pdfa-1b', file({ 30: `(${'a'.repeat(65536)})` }), 'PDFA-LIMIT-STRING'],
    ['a long name', 'pdfa-2b', file({ 30: `/${'a'.repeat(128)}` }), 'PDFA-LIMIT-NAME'],
    ['a deep stack of states', 'pdfa-1b', content('q '.repeat(29)), 'PDFA-LIMIT-NESTING'],
    ['a small page', 'pdfa-2b', file({ 30: '<< >>', 3: '<< /MediaBox [0 0 2 9] >>' }), 'PDFA-LIMIT-PAGE'],
    ['a large CID', 'pdfa-1b', cmap('1 begincidrange <00> <ff> 65281 endcidrange'), 'PDFA-LIMIT-CID'],
    ['another large CID', 'pdfa-2b', cmap('1 begincidchar <00> 65536 endcidchar'), 'PDFA-LIMIT-CID'],
    ['many inks', 'pdfa-1b', file({ 30: '[/DeviceN [/A /B /C /D /E /F /G /H /I]]' }), 'PDFA-LIMIT-INKS'],
    ['an ink in Latin-1', 'pdfa-2b', utf8('Kem#e9'), 'PDFA-NAME-UTF8'],
    ['a role in Latin-1', 'pdfa-4', file({ 30: '<< /RoleMap << /A#e9 /P >> >>' }), 'PDFA-NAME-UTF8'],
    ['a permission', 'pdfa-4', catalog('/Perms << /FOO 3 0 R >>'), 'PDFA-PERMISSIONS'],
    ['a version', 'pdfa-4', catalog('/Version /1.7'), 'PDFA-VERSION'],
    ['information', 'pdfa-4', file({ 30: '<< /ModDate (a) >>' }, `${id} /Info 30 0 R`), 'PDFA-INFO'],
  ];
  it.each(cases)('with %s breaks %s', (_, standard, bytes, code) => {
    expect(said(bytes, standard).join(' ')).toBe(code);
  });

  it('lets document information hold its date alone', () => {
    const info = (keys: string): Uint8Array =>
      file({ 1: '<< /Pages 2 0 R /PieceInfo << >> >>', 30: `<< ${keys} >>` }, `${id} /Info 30 0 R`);
    expect(said(info('/ModDate (a)'), 'pdfa-4')).toEqual([]);
    expect(said(info('/ModDate (a) /Title (b)'), 'pdfa-4')).toEqual(['PDFA-INFO-KEYS']);
  });

  it('counts the entries of dictionaries', () => {
    const keys = Array.from({ length: 4096 }, (_, i) => `/K${i} 1`).join(' ');
    expect(said(file({ 30: `<< ${keys} >>` }), 'pdfa-1b')).toEqual(['PDFA-LIMIT-DICT']);
  });

  it('refuses digests in the signature that grants permissions', () => {
    const signature = { 30: '<< /Reference [<< /DigestMethod /MD5 >>] >>' };
    const catalog1 = '<< /Pages 2 0 R /Perms << /DocMDP 30 0 R >> >>';
    expect(said(file(signature), 'pdfa-2b')).toEqual([]);
    expect(said(file({ ...signature, 1: catalog1 }), 'pdfa-2b')).toEqual(['PDFA-SIGNATURE-DIGEST']);
  });

  it('holds both ends of a linearized file to one identifier', () => {
    const linear = (first: string): Uint8Array => {
      const old = Buffer.from(file({ 30: '<< /Linearized 1 >>', 0: '<< /Linearized 1 >>' })).toString(
        'latin1',
      );
      const start = /startxref\n(\d+)/.exec(old)?.[1] ?? '';
      const update = `xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 31 /Root 1 0 R /Prev ${start} /ID ${first} >>\nstartxref\n${old.length}\n%%EOF\n`;
      return Buffer.from(old + update, 'latin1');
    };
    expect(said(linear('[<00> <01>]'), 'pdfa-1b')).toEqual([]);
    expect(said(linear('[<00> <02>]'), 'pdfa-1b')).toEqual(['PDFA-LINEAR-ID']);
  });

  it('may not have anything in front, though it can be read', () => {
    const bytes = Buffer.concat([Buffer.from('Front\n'), file()]);
    const { diagnostics } = checkPdf(bytes, 'a.pdf', { standards: ['pdfa-2b'] });
    expect(diagnostics.map(({ code }) => code)).toContain('PDFA-HEADER');
    expect(diagnostics.map(({ code }) => code)).not.toContain('CHECK-PDF-XREF');
  });
});
