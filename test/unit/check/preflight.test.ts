/**
 * Preflight: a page that has each thing right, and the same page with one thing made wrong. The page of
 * `printPdf` is 160 pt square from (20, 20) on, with a bleed of 9 pt; 72 pt are an inch.
 */
import { describe, expect, it } from 'vitest';
import { checkPdf, checkPdfFile } from '../../../src/check/pdf/check-pdf.js';
import { describe as say, type Diagnostic } from '../../../src/diagnostic.js';
import { encodeSamples } from '../../../src/pdf/picture-codec.js';
import { picture } from '../../support/sample-pages.js';
import { printerOf } from '../../support/write-pdf.js';
import { deflated, printPdf, stream, taggedPdf, tinyFont, tinyPdf } from '../../support/tiny-pdf.js';

const found = (bytes: Uint8Array, inkLimit?: number): readonly Diagnostic[] =>
  checkPdf(bytes, 'a.pdf', inkLimit === undefined ? {} : { inkLimit }).diagnostics;
const codes = (bytes: Uint8Array): string[] => found(bytes).map((d) => d.code);

/** A page that claims nothing, with these resources. */
function plainPdf(content: string, resources = '', more: Readonly<Record<number, string>> = {}): Uint8Array {
  return tinyPdf({
    ...tinyFont,
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 200 200] >>',
    3: `<< /Type /Page /Parent 2 0 R /Resources << /Font << /F 5 0 R >> ${resources} >> /Contents 20 0 R >>`,
    20: stream(content),
    ...more,
  });
}

/** A page with a picture of so many pixels, an inch wide and high. */
function picturePdf(dict: string, content = 'q 72 0 0 72 60 60 cm /Im Do Q', bytes = 'x'): Uint8Array {
  return plainPdf(content, '/XObject << /Im 30 0 R >>', {
    30: stream(bytes, `/Subtype /Image ${dict}`),
  });
}

const greys = (pixels: number, bits = 8): string =>
  `/Width ${pixels} /Height ${pixels} /BitsPerComponent ${bits} /ColorSpace /DeviceGray /Filter /JPXDecode`;

describe('the resolution of pictures', () => {
  it.each([
    ['of 150 pixels an inch passes', greys(150), []],
    ['of 149 is soft', greys(149), ['CHECK-PPI']],
    ['of 99 shows its pixels', greys(99), ['CHECK-PPI-POOR']],
    ['in black and white of 600 passes', greys(600, 1), []],
    ['in black and white of 599 has steps', greys(599, 1), ['CHECK-PPI-LINE']],
    [
      'as a stencil of 599 has steps',
      '/ImageMask true /Filter /JPXDecode /Width 599 /Height 599',
      ['CHECK-PPI-LINE'],
    ],
    ['as a ramp of two pixels passes', greys(2), []],
  ])('%s', (_what, dict, expected) => {
    expect(codes(picturePdf(dict))).toEqual(expected);
  });

  it('is that of the page, whatever transforms lead there, and of the coarser side', () => {
    expect(codes(picturePdf(greys(200), 'q .5 0 0 .5 0 0 cm 0 144 -144 0 300 60 cm /Im Do Q'))).toEqual([]);
    const [wide] = found(picturePdf(greys(200), 'q 144 0 0 72 30 60 cm /Im Do Q'));
    expect(wide?.values).toEqual({ page: 1, width: 200, height: 200, ppi: 100, good: 150 });
  });

  it('is said once for a picture, at its largest', () => {
    const twice = 'q 72 0 0 72 9 9 cm /Im Do Q q 96 0 0 96 90 90 cm /Im Do Q';
    expect(found(picturePdf(greys(160), twice)).map((d) => d.values['ppi'])).toEqual([120]);
  });

  it('is asked of inline pictures and of those in forms', () => {
    const inline = 'q 72 0 0 72 60 60 cm BI /W 50 /H 50 /BPC 8 /CS /G ID xxxx\nEI Q';
    expect(codes(plainPdf(inline))).toEqual(['CHECK-PPI-POOR']);
    const form = plainPdf('/Fm Do', '/XObject << /Fm 31 0 R >>', {
      30: stream('x', `/Subtype /Image ${greys(50)}`),
      31: stream(
        'q 72 0 0 72 60 60 cm /Im Do Q',
        '/Subtype /Form /BBox [0 0 200 200] /Resources << /XObject << /Im 30 0 R >> >>',
      ),
    });
    expect(codes(form)).toEqual(['CHECK-PPI-POOR']);
  });

  it('is asked of pictures in patterns, wherever their tiles lie', () => {
    const tiled = (matrix: string, content = '/Pattern cs /P0 scn 30 30 99 99 re f'): string[] =>
      codes(
        plainPdf(content, '/Pattern << /P0 31 0 R >> /XObject << /Fm 32 0 R >>', {
          30: stream('x', `/Subtype /Image ${greys(120)}`),
          31: stream(
            'q 72 0 0 72 0 0 cm /Im Do Q',
            `/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 72 72] /XStep 72 /YStep 72 /Matrix [${matrix}] /Resources << /XObject << /Im 30 0 R >> >>`,
          ),
          32: stream(
            '/Pattern cs /P0 scn 30 30 60 60 re f',
            '/Subtype /Form /BBox [0 0 200 200] /Matrix [.5 0 0 .5 0 0] /Resources << /Pattern << /P0 31 0 R >> >>',
          ),
        }),
      );
    expect(tiled('1 0 0 1 900 900')).toEqual(['CHECK-PPI']);
    expect(tiled('.7 0 0 .7 0 0')).toEqual([]);
    expect(tiled('2 0 0 2 0 0')).toEqual(['CHECK-PPI-POOR']);
    // A form makes it half as large.
    expect(tiled('1 0 0 1 0 0', '/Fm Do')).toEqual([]);
    expect(tiled('1 0 0 1 0 0', '/Pattern cs /P0 scn')).toEqual([]);
  });

  it('is asked of pictures that glyphs are drawn with, and their words are read once', () => {
    const bytes = (size: number): Uint8Array =>
      plainPdf(`BT /T3 ${size} Tf 30 60 Td (aa) Tj ET`, '', {
        3: '<< /Type /Page /Parent 2 0 R /Resources << /Font << /T3 30 0 R >> >> /Contents 20 0 R >>',
        30: '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [.001 0 0 .001 0 0] /CharProcs << /a 31 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [1000] /Resources << /Font << /T3 30 0 R >> >> >>',
        31: stream(
          '1000 0 d0 q 1000 0 0 1000 0 0 cm BI /W 100 /H 100 /BPC 8 /CS /G ID xxxx\nEI Q BT /T3 1 Tf (a) Tj ET',
        ),
      });
    expect(codes(bytes(20))).toEqual([]);
    expect(found(bytes(72)).map((d) => [d.code, d.values['ppi']])).toEqual([
      ['CHECK-PPI', 100],
      ['CHECK-PPI', 100],
    ]);
    expect(checkPdf(bytes(20), 'a.pdf').value.words).toBe(1);
  });

  it('is not asked of what the clip hides', () => {
    expect(codes(picturePdf(greys(50), 'q 0 0 9 9 re W n 72 0 0 72 60 60 cm /Im Do Q'))).toEqual([]);
  });
});

describe('RGB', () => {
  const text = 'BT /F 10 Tf 30 100 Td (chu) Tj ET';

  it('without a profile is counted by texts, shapes and pictures', () => {
    const dict = greys(300).replace('DeviceGray', 'DeviceRGB');
    const all = `.8 .1 .1 rg ${text} 1 0 0 RG 2 w 30 30 m 90 30 l S q 72 0 0 72 60 60 cm /Im Do Q`;
    expect(found(picturePdf(dict, all)).map((d) => [d.code, d.values])).toEqual([
      ['CHECK-RGB', { page: 1, texts: 1, shapes: 1, pictures: 1 }],
    ]);
  });

  it('passes with a default colour space, as ICC, or under an intent of RGB', () => {
    const icc = { 30: stream('icc', '/N 3') };
    const spaces = '/ColorSpace << /DefaultRGB [/ICCBased 30 0 R] /Own [/ICCBased 30 0 R] >>';
    expect(codes(plainPdf(`.8 .1 .1 rg ${text}`, spaces, icc))).toEqual([]);
    const own = spaces.replace('/DefaultRGB', '/Other');
    expect(codes(plainPdf(`/Own cs .8 .1 .1 sc ${text}`, own, icc))).toEqual([]);
    const intent =
      '<< /Type /Catalog /Pages 2 0 R /OutputIntents [<< /S /GTS_PDFX /DestOutputProfile 30 0 R >>] >>';
    expect(codes(plainPdf(`.8 .1 .1 rg ${text}`, '', { ...icc, 1: intent }))).toEqual([]);
  });

  it('is found in tables of colours and in colour spaces with a name', () => {
    const spaces = '/ColorSpace << /Own /DeviceRGB /Table [/Indexed /DeviceRGB 1 <000000ffffff>] >>';
    expect(codes(plainPdf(`/Own cs .8 .1 .1 sc ${text}`, spaces))).toEqual(['CHECK-RGB']);
    expect(codes(plainPdf(`/Table cs 1 sc ${text}`, spaces))).toEqual(['CHECK-RGB']);
  });
});

describe('ink', () => {
  it('over the limit is named with the heaviest colour', () => {
    const page = '1 1 1 0 k 30 30 9 9 re f 1 1 1 .2 k 50 30 9 9 re f 1 1 .9 .5 K 2 w 30 90 m 90 90 l S';
    expect(found(plainPdf(page)).map((d) => [d.code, d.values])).toEqual([
      ['CHECK-INK', { page: 1, limit: 300, ink: 340, color: '100 100 90 50', count: 2 }],
    ]);
  });

  it('keeps to the limit of the paper', () => {
    const page = plainPdf('.9 .8 .8 0 k 30 30 9 9 re f');
    expect([found(page).length, found(page, 240).length]).toEqual([0, 1]);
  });

  it('does not count in marks beside the bleed', () => {
    const marks = '1 1 1 1 K 1 w 0 20 m 8 20 l S 20 0 m 20 8 l S';
    expect(codes(printPdf(marks))).toEqual([]);
    expect(codes(printPdf(`${marks} 30 30 m 60 30 l S`))).toEqual(['CHECK-INK', 'CHECK-RICH-BLACK']);
  });

  it('is measured in the pixels of CMYK pictures, whichever way round they are', () => {
    const heavy = [255, 255, 255, 128];
    const light = [100, 0, 0, 0];
    const picture = (pixels: readonly number[], decode = ''): readonly Diagnostic[] =>
      found(
        plainPdf('q 1 0 0 1 60 60 cm /Im Do Q', '/XObject << /Im 30 0 R >>', {
          30: deflated(
            Uint8Array.from(pixels),
            `/Subtype /Image /Width 4 /Height 4 /BitsPerComponent 8 /ColorSpace /DeviceCMYK ${decode}`,
          ),
        }),
      );
    const pixels = [...heavy, ...heavy, ...heavy, ...heavy, ...Array(12).fill(light).flat()].map(Number);
    expect(picture(pixels).map((d) => [d.code, d.values])).toEqual([
      ['CHECK-INK-PICTURE', { page: 1, limit: 300, ink: 350, share: 25 }],
    ]);
    const inverted = pixels.map((value) => 255 - value);
    expect(picture(inverted, '/Decode [1 0 1 0 1 0 1 0]').map((d) => d.values['ink'])).toEqual([350]);
    expect(picture(Array<number>(64).fill(100))).toEqual([]);
  });
});

describe('ink of photographs in four inks', () => {
  const photo = async (inks: readonly number[], dict = ''): Promise<readonly Diagnostic[]> => {
    const data = Uint8Array.from({ length: 64 * 64 * 4 }, (_, i) => inks[i % 4] ?? 0);
    const asset = await picture('a', 'jpeg', 'cmyk');
    const { bytes } = await encodeSamples({ data, width: 64, height: 64, channels: 4 }, asset);
    const jpeg = Buffer.from(bytes).toString('latin1');
    const pdf = plainPdf('q 9 0 0 9 60 60 cm /Im Do Q', '/XObject << /Im 30 0 R >>', {
      30: stream(
        jpeg,
        `/Subtype /Image /Width 64 /Height 64 /BitsPerComponent 8 /ColorSpace /DeviceCMYK /Filter /DCTDecode ${dict}`,
      ),
    });
    return (await checkPdfFile(pdf, 'a.pdf')).diagnostics;
  };
  const adobe = '/Decode [1 0 1 0 1 0 1 0]';

  it('is measured, with the numbers of Adobe’s files the right way round', async () => {
    const found = await photo([255, 230, 200, 179], adobe);
    expect(found.map((d) => d.code)).toEqual(['CHECK-INK-PICTURE']);
    expect(Math.abs(Number(found[0]?.values['ink']) - 339)).toBeLessThan(5);
    expect(await photo([200, 180, 150, 100], adobe)).toEqual([]);
    // What is turned round once more prints as its negative.
    expect((await photo([10, 20, 5, 30])).map((d) => d.code)).toEqual(['CHECK-INK-PICTURE']);
  });
});

describe('lines', () => {
  it.each([
    ['a stroke of 0.25 pt passes', '.25 w 30 30 m 90 30 l S', []],
    ['a stroke of 0.2 pt is thin', '.2 w 30 30 m 90 30 l S', ['CHECK-HAIRLINE']],
    ['a stroke of no width is thin', '0 w 30 30 m 90 30 l S', ['CHECK-HAIRLINE']],
    ['a stroke scaled down is thin', '.1 0 0 .1 0 0 cm 1 w 300 300 m 900 300 l S', ['CHECK-HAIRLINE']],
    ['a stroke scaled up passes', '10 0 0 10 0 0 cm .1 w 3 3 m 9 3 l S', []],
    ['a width of a graphics state is seen', '/G gs 30 30 m 90 30 l S', ['CHECK-HAIRLINE']],
    ['a filled area of 0.25 pt passes', '30 30 60 .25 re f', []],
    ['a filled area of 0.1 pt is a line', '30 30 60 .1 re f', ['CHECK-HAIRLINE']],
    ['a point is no line', '30 30 .2 .2 re f', []],
    ['what a clip leaves of an area is no line', '30 30 60 .1 re W n 30 20 60 20 re f', []],
  ])('%s', (_what, content, expected) => {
    expect(codes(plainPdf(content, '/ExtGState << /G << /LW .1 >> >>'))).toEqual(expected);
  });
});

describe('bleed', () => {
  const boxes = '/TrimBox [20 20 180 180] /BleedBox [20 20 180 180]';
  const area = (x: number, y: number, width: number, height: number): string =>
    `0 0 0 .5 k ${x} ${y} ${width} ${height} re f`;
  const edges = (content: string, page?: string): readonly unknown[] =>
    found(printPdf(content, page)).map((d) => [d.code, d.values['edges'], d.values['bleed']]);

  it('is missing where something ends at the trim or too soon beyond it', () => {
    expect(edges(area(20, 50, 60, 60), boxes)).toEqual([['CHECK-BLEED', '←', 0]]);
    expect(edges(area(40, 100, 144.25, 80), boxes)).toEqual([['CHECK-BLEED', '↑ →', 0]]);
    expect(edges(area(14.33, 50, 60, 60))).toEqual([['CHECK-BLEED', '←', 2]]);
    expect(edges('0 0 0 1 K 4 w 20 20 m 90 90 l S', boxes)).toEqual([['CHECK-BLEED', '← ↓', 0]]);
  });

  it('passes at 3 mm, clear of the edge, and for white', () => {
    expect(edges(area(11.4, 11.4, 177.2, 177.2))).toEqual([]);
    expect(edges(area(21, 21, 150, 150), boxes)).toEqual([]);
    expect(edges('0 0 0 0 k 20 20 160 160 re f', boxes)).toEqual([]);
  });

  it('is looked for at the edge of the sheet where a page says no trim', () => {
    expect(codes(plainPdf(area(0, 0, 200, 50)))).toEqual(['CHECK-BLEED']);
  });

  it('ends where the clip ends', () => {
    expect(edges(`20 20 160 160 re W n ${area(0, 50, 60, 60)}`)).toEqual([['CHECK-BLEED', '←', 0]]);
  });
});

describe('black', () => {
  const words = (colour: string, size = 10): string => `${colour} BT /F ${size} Tf 30 100 Td (chu) Tj ET`;
  const codesFor = (content: string): string[] =>
    checkPdf(
      plainPdf(content, '/ColorSpace << /DefaultRGB [/ICCBased 30 0 R] >>', { 30: stream('icc', '/N 3') }),
      'a.pdf',
      {
        printer: printerOf('coated'),
      },
    ).diagnostics.map((d) => d.code);

  it('of RGB is as good as any where nobody says what it is printed on', () => {
    const spaces = '/ColorSpace << /DefaultRGB [/ICCBased 30 0 R] >>';
    expect(codes(plainPdf(words('0 0 0 rg'), spaces, { 30: stream('icc', '/N 3') }))).toEqual([]);
    expect(codesFor(words('0 0 0 rg'))).toEqual(['CHECK-TEXT-NOT-K']);
    const intent =
      '<< /Type /Catalog /Pages 2 0 R /OutputIntents [<< /S /GTS_PDFX /DestOutputProfile 31 0 R >>] >>';
    const inks = { 1: intent, 30: stream('icc', '/N 3'), 31: stream('icc', '/N 4') };
    expect(codes(plainPdf(words('0 0 0 rg'), spaces, inks))).toEqual(['CHECK-TEXT-NOT-K']);
  });

  it.each([
    ['text with cyan', words('.4 0 0 1 k'), ['CHECK-RICH-BLACK']],
    ['large text with cyan', words('.4 0 0 1 k', 12), []],
    ['text of four inks', words('.6 .5 .5 1 k'), ['CHECK-TEXT-NOT-K']],
    ['large text of four inks', words('.6 .5 .5 1 k', 20), []],
    ['large text of a grey of four inks', words('.4 .3 .3 .5 k', 20), ['CHECK-TEXT-NOT-K']],
    ['a rule of four inks', '.6 .4 .4 1 K 1 w 30 30 m 90 30 l S', ['CHECK-RICH-BLACK']],
    ['an area of four inks', '.6 .4 .4 1 k 30 30 60 60 re f', []],
    ['a thin area of four inks', '.6 .4 .4 1 k 30 30 60 2 re f', ['CHECK-RICH-BLACK']],
    ['a rule of black ink', '0 0 0 1 K 1 w 30 30 m 90 30 l S', []],
  ])('in inks: %s', (_what, content, expected) => {
    expect(codesFor(content)).toEqual(expected);
  });
});

describe('a printer', () => {
  it('that leaves an edge white names what stands there', () => {
    const office = (content: string): readonly unknown[] =>
      checkPdf(plainPdf(content), 'a.pdf', { printer: printerOf('office') }).diagnostics.map((d) => [
        d.code,
        d.values['count'],
      ]);
    expect(office('BT /F 10 Tf 10 100 Td (chu) Tj ET 0 0 0 .5 k 20 0 9 9 re f')).toEqual([
      ['CHECK-MARGIN', 2],
    ]);
    expect(office('BT /F 10 Tf 15 100 Td (chu) Tj ET 0 0 0 .5 k 20 15 9 9 re f')).toEqual([]);
  });

  const codesFor = (bytes: Uint8Array, name: string): string[] =>
    checkPdf(bytes, 'a.pdf', { printer: printerOf(name) }).diagnostics.map((d) => d.code);

  it('says how much ink its paper takes, unless a limit is given', () => {
    const page = plainPdf('.9 .8 .8 0 k 30 30 9 9 re f');
    expect([codesFor(page, 'coated'), codesFor(page, 'newsprint')]).toEqual([[], ['CHECK-INK']]);
    const given = checkPdf(page, 'a.pdf', { printer: printerOf('newsprint'), inkLimit: 260 });
    expect(given.diagnostics).toEqual([]);
  });

  it('says how fine photos are', () => {
    const all = [160, 149, 120, 99, 66].map((pixels) =>
      ['coated', 'newsprint'].map((name) => codesFor(picturePdf(greys(pixels)), name)[0]),
    );
    expect(all).toEqual([
      [undefined, undefined],
      ['CHECK-PPI', undefined],
      ['CHECK-PPI', undefined],
      ['CHECK-PPI-POOR', 'CHECK-PPI'],
      ['CHECK-PPI-POOR', 'CHECK-PPI-POOR'],
    ]);
  });

  it('says how much bleed it needs, and holds archive files to itself too', () => {
    const edge = plainPdf('0 0 0 .5 k 0 0 200 50 re f');
    expect([codesFor(edge, 'coated'), codesFor(edge, 'newsprint')]).toEqual([['CHECK-BLEED'], []]);
    const thin = 'BT /F 10 Tf 1 0 0 1 10 100 Tm /P <</MCID 0>> BDC (nam ) Tj EMC ET .1 w 30 30 m 90 30 l S';
    expect(codesFor(taggedPdf({ 21: stream(thin) }), 'coated')).toContain('CHECK-HAIRLINE');
  });
});

it('leaves files that are made for screens and archives alone', () => {
  const archive = taggedPdf({
    21: stream(
      'BT /F 10 Tf 1 0 0 1 10 100 Tm /P <</MCID 0>> BDC (nam ) Tj EMC /Link <</MCID 1>> BDC (sau) Tj EMC ET /Figure <</MCID 2>> BDC 1 0 0 rg 0 0 99 .1 re f EMC',
    ),
  });
  const { diagnostics } = checkPdf(archive, 'a.pdf', { standards: [] });
  expect(diagnostics).toEqual([]);
});

it('says each message in both languages, every slot filled', () => {
  const pages = [
    ...[greys(120), greys(50), greys(150, 1)].map((dict) => picturePdf(dict)),
    plainPdf('1 0 0 rg 30 30 9 9 re f 1 1 1 1 k 0 30 60 .1 re f'),
  ];
  const all = pages.flatMap((page) => found(page));
  expect(new Set(all.map((d) => d.code)).size).toBe(7);
  for (const diagnostic of all) {
    for (const language of ['vi', 'en'] as const) {
      expect(say(diagnostic, language).message).not.toMatch(/[{}]|undefined|NaN|Infinity/);
    }
  }
});
