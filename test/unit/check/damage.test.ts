/** Damage in what a file holds, each kind in a file that is good but for it. */
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { checkPdf } from '../../../src/check/pdf/check-pdf.js';
import { deflated, stream, taggedObjects, taggedPdf, tinyPdf } from '../../support/tiny-pdf.js';

const found = (bytes: Uint8Array): readonly unknown[] =>
  checkPdf(bytes, 'a.pdf', { standards: [] }).diagnostics.map(({ code, values }) => [code, values]);

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Bytes that do not get smaller. */
const noise = Uint8Array.from({ length: 600 }, (_, i) => (i * i * 31 + (i >> 3)) & 255);
const zipped = latin1(deflateSync(noise));
const flate = '/Filter /FlateDecode';

/** A JPEG of 2 × 3 pixels that has every part but those that nobody reads here. */
const jpeg =
  '\xff\xd8\xff\xe0\0\x06\xff\xd9JF\xff\xc0\0\x0b\x08\0\x03\0\x02\x01\x01\x11\0\xff\xda\0\x08\x01\x01\0\0\x3f\0data\xff\xd9';

const picture = (body: string, dict: string): Uint8Array =>
  taggedPdf({ 30: stream(body, `/Type /XObject /Subtype /Image /BitsPerComponent 8 ${dict}`) });
const photo = (body: string, width = 2): Uint8Array =>
  picture(body, `/Width ${width} /Height 3 /ColorSpace /DeviceGray /Filter /DCTDecode`);

/** The good file with a text replaced by another in one object. */
function broken(object: number, from: string, to: string): Uint8Array {
  return taggedPdf({ [object]: (taggedObjects[object] ?? '').replace(from, to) });
}

describe('a stream', () => {
  it.each([
    ['whole', zipped, []],
    ['without its last sum', zipped.slice(0, -4), []],
    ['empty', '', []],
    ['cut', zipped.slice(0, -40), [['CHECK-PDF-CUT', { object: 30 }]]],
    ['of something else', 'nothing', [['CHECK-PDF-DECODE', { object: 30 }]]],
  ])('that is %s', (_, body, said) => {
    expect(found(taggedPdf({ 30: stream(body, flate) }))).toEqual(said);
  });

  it('by a filter that there is not cannot be decoded', () => {
    const said = [['CHECK-PDF-DECODE', { object: 30 }]];
    expect(found(taggedPdf({ 30: stream('abc', '/Filter /Unheard') }))).toEqual(said);
    expect(found(taggedPdf({ 30: stream('abc', '/Filter /Crypt') }))).toEqual([]);
  });

  it('that holds objects and is damaged is told once, not for each of them', () => {
    const bytes = taggedPdf({ 30: stream('nothing', `/Type /ObjStm /N 2 /First 8 ${flate}`) });
    expect(found(bytes)).toEqual([['CHECK-PDF-DECODE', { object: 30 }]]);
  });
});

describe('a picture', () => {
  it('that is what its dictionary says passes', () => {
    expect(found(photo(jpeg))).toEqual([]);
    expect(found(photo(`${jpeg}\n`))).toEqual([]);
    const gray = '/Width 30 /Height 20 /ColorSpace /DeviceGray';
    expect(found(picture(zipped, `${gray} ${flate}`))).toEqual([]);
    expect(found(picture(latin1(noise), gray))).toEqual([]);
  });

  it.each([
    ['a JPEG that is cut', photo(jpeg.slice(0, -2)), 'CHECK-PDF-CUT', {}],
    ['a JPEG without a frame', photo(jpeg.slice(0, 12)), 'CHECK-PDF-DECODE', {}],
    ['no JPEG', photo('abc'), 'CHECK-PDF-DECODE', {}],
    [
      'a JPEG of another size',
      photo(jpeg, 99),
      'CHECK-PICTURE-SIZE',
      { width: 99, height: 3, inside: '2 × 3' },
    ],
    [
      'Flate data of fewer pixels',
      picture(zipped, `/Width 30 /Height 20 /ColorSpace /DeviceRGB ${flate}`),
      'CHECK-PICTURE-DATA',
      { width: 30, height: 20, needed: 1800, got: 600 },
    ],
    [
      'rows with a filter each',
      picture(
        zipped,
        `/Width 30 /Height 20 /ColorSpace /DeviceGray ${flate} /DecodeParms << /Predictor 15 /Columns 30 >>`,
      ),
      'CHECK-PICTURE-DATA',
      { width: 30, height: 20, needed: 620, got: 600 },
    ],
    [
      'Flate data that are cut',
      picture(zipped.slice(0, -40), `/Width 30 /Height 20 /ColorSpace /DeviceGray ${flate}`),
      'CHECK-PDF-CUT',
      {},
    ],
  ])('%s', (_, bytes, code, values) => {
    expect(found(bytes)).toEqual([[code, { object: 30, ...values }]]);
  });
});

describe('pages', () => {
  it('are as many as their tree says', () => {
    const said = [['CHECK-PDF-COUNT', { object: 2, count: 99, pages: 2 }]];
    expect(found(broken(2, '/Count 2', '/Count 99'))).toEqual(said);
  });

  it('stand in a tree in which no way leads back', () => {
    const said = [['CHECK-PDF-LOOP', { object: 2 }]];
    expect(found(broken(2, '4 0 R]', '4 0 R 2 0 R]'))).toEqual(said);
  });

  it('have what their content names', () => {
    const objects = {
      1: '<< /Type /Catalog /Pages 2 0 R >>',
      2: '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 200 200] >>',
      3: '<< /Type /Page /Parent 2 0 R /Contents 20 0 R /Resources << /XObject << /X 21 0 R >> >> >>',
      20: deflated(Buffer.from('BT /F1 10 Tf (a) Tj ET /X Do /Y Do /G gs')),
      21: stream('/X2 Do', '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << >>'),
    };
    expect(found(tinyPdf(objects))).toEqual(
      [
        ['Font', 'F1'],
        ['XObject', 'X2'],
        ['XObject', 'Y'],
        ['ExtGState', 'G'],
      ].map(([category, name]) => ['CHECK-PDF-RESOURCE', { page: 1, category, name }]),
    );
  });
});

describe('bytes round a file', () => {
  const codes = (bytes: Uint8Array): readonly string[] =>
    checkPdf(bytes, 'a.pdf').diagnostics.map(({ code }) => code);
  const good = taggedPdf();

  it('that stand behind its end are counted', () => {
    const bytes = Buffer.concat([good, Buffer.alloc(3000, 'junk ')]);
    expect(found(bytes)).toEqual([['CHECK-PDF-BEHIND-END', { bytes: 3000 }]]);
    expect(codes(bytes)).toContain('PDFA-BEHIND-END');
    expect(codes(bytes)).not.toContain('CHECK-PDF-BEHIND-END');
  });

  it('that begin an update are a file that was cut', () => {
    const bytes = Buffer.concat([good, Buffer.from('90 0 obj\n'), Buffer.alloc(3000, 'junk ')]);
    expect(codes(bytes)).toEqual(['CHECK-PDF-STARTXREF']);
  });

  it('that stand in front are shown', () => {
    const bytes = Buffer.concat([Buffer.from('junkjunk\n'), good]);
    expect(checkPdf(bytes, 'a.pdf').diagnostics).toContainEqual(
      expect.objectContaining({
        code: 'PDFA-HEADER',
        values: expect.objectContaining({ line: 'junkjunk' }),
      }),
    );
  });
});

describe('one fault', () => {
  it.each([
    ['PDFA-MARKED', 'CHECK-CLAIM', '/MarkInfo << /Marked true >>'],
    ['PDFUA-NO-LANGUAGE', 'CHECK-LANG', '/Lang (vi)'],
  ])('is told once, by the clause (%s)', (clause, general, entry) => {
    const bytes = broken(1, entry, '');
    const codes = checkPdf(bytes, 'a.pdf').diagnostics.map(({ code }) => code);
    expect(codes).toContain(clause);
    expect(codes).not.toContain(general);
    expect(found(bytes)).toContainEqual([general, expect.anything()]);
  });
});
