import { describe, expect, it } from 'vitest';
import { checkPdf } from '../../../../src/check/pdf/check-pdf.js';
import type { StandardName } from '../../../../src/check/pdf/conformance/standards.js';
import { graphicsCodes } from '../../../../src/conformance-codes/graphics.js';
import { icc, stream, tinyPdf, type TinyObjects } from '../../../support/tiny-pdf.js';

/** What a file is made of here: content of its page, resources, and more. */
interface Parts {
  readonly content?: string;
  readonly resources?: string;
  /** Entries of the page and of the catalog. */
  readonly page?: string;
  readonly catalog?: string;
  readonly more?: TinyObjects;
}

const rgbIntent = '/OutputIntents [<< /S /GTS_PDFA1 /DestOutputProfile 7 0 R >>]';

/** A file with an RGB output intent in object 7, an RGB profile in 8, a CMYK one in 9. */
function made({
  content = '',
  resources = '',
  page = '',
  catalog = rgbIntent,
  more = {},
}: Parts): Uint8Array {
  return tinyPdf({
    1: `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    3: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << ${resources} >> ${page} >>`,
    4: stream(content),
    7: icc('RGB ', 3),
    8: icc('RGB ', 3, 'spac'),
    9: icc('CMYK', 4, 'prtr', 2, 1),
    ...more,
  });
}

/** What is said of the graphics of a file. */
function said(parts: Parts, standard: StandardName): string {
  const { diagnostics } = checkPdf(made(parts), 'a.pdf', { standards: [standard] });
  const codes = diagnostics.map(({ code }) => code).filter((code) => Object.hasOwn(graphicsCodes, code));
  return [...new Set(codes)].join(' ');
}

const state = (keys: string): Parts => ({ content: '/G gs', resources: `/ExtGState << /G << ${keys} >> >>` });
const space = (value: string): Parts => ({ content: '/S cs', resources: `/ColorSpace << /S ${value} >>` });
const object = (keys: string): Parts => ({
  content: '/X Do',
  resources: '/XObject << /X 20 0 R >>',
  more: { 20: stream('', keys) },
});
const image = (keys: string): Parts => object(`/Subtype /Image /Width 1 /Height 1 ${keys}`);
const form = (keys: string, content = ''): Parts => ({
  ...object(''),
  more: { 20: stream(content, `/Subtype /Form ${keys}`) },
});
const inline = (keys: string): Parts => ({ content: `BI /W 1 /H 1 ${keys} ID x\nEI` });
const without = (parts: Parts): Parts => ({ ...parts, catalog: '' });
const intents = (...keys: string[]): Parts => ({
  catalog: `/OutputIntents [${keys.map((key) => `<< /S /GTS_PDFA1 ${key} >>`).join(' ')}]`,
});
const profile = (text: string): Parts => ({ more: { 7: text } });

/** The boxes of a JPEG 2000 file: number of channels, bits, colour specifications as METH and what follows. */
function jpx(channels: number, bits: number, ...colors: (readonly number[])[]): string {
  const box = (type: string, body: readonly number[]): number[] => [
    0,
    0,
    0,
    body.length + 8,
    ...Buffer.from(type),
    ...body,
  ];
  const header = box('ihdr', [0, 0, 0, 1, 0, 0, 0, 1, 0, channels, bits - 1, 7, 0, 0]);
  const boxes = [...header, ...colors.flatMap((color) => box('colr', color))];
  return String.fromCharCode(...box('jp2h', boxes));
}
const jpxImage = (...given: Parameters<typeof jpx>): Parts => ({
  ...image(''),
  more: { 20: stream(jpx(...given), '/Subtype /Image /Width 1 /Height 1 /Filter /JPXDecode') },
});
const srgb = [1, 0, 1, 0, 0, 0, 16];

describe('graphics that keep the rules', () => {
  const good: readonly (readonly [string, StandardName, Parts])[] = [
    ['grey and RGB under an RGB intent', 'pdfa-1b', { content: '1 0 0 rg 0 g f' }],
    [
      'CMYK with a default space',
      'pdfa-2b',
      { content: '0 0 0 1 k', resources: '/ColorSpace << /DefaultCMYK [/ICCBased 9 0 R] >>' },
    ],
    [
      'RGB in the blending space of its page',
      'pdfa-4',
      { content: '1 0 0 rg', catalog: '', page: '/Group << /S /Transparency /CS [/ICCBased 8 0 R] >>' },
    ],
    ['RGB under an intent of its page', 'pdfa-4', { content: '1 0 0 rg', catalog: '', page: rgbIntent }],
    [
      'colours in a soft mask',
      'pdfa-2b',
      { ...state('/SMask << /G 20 0 R >>'), more: { 20: stream('0 0 0 1 k f') } },
    ],
    [
      'a spot ink under its name',
      'pdfa-2b',
      space(
        '[/DeviceN [/Red /Black] /DeviceRGB 3 0 R << /Colorants << /Red [/Separation /Red /DeviceRGB 3 0 R] >> >>]',
      ),
    ],
    [
      'a state with defaults',
      'pdfa-2b',
      state('/TR2 /Default /BM /Multiply /RI /Perceptual /HT << /HalftoneType 1 >>'),
    ],
    ['an opaque state', 'pdfa-1b', state('/BM /Normal /CA 1 /ca 1.0 /SMask /None')],
    ['a picture', 'pdfa-2b', image('/ColorSpace /DeviceRGB /Interpolate false /BitsPerComponent 8')],
    ['a stencil', 'pdfa-2b', image('/ImageMask true /BitsPerComponent 1')],
    [
      'transparency with a blending space',
      'pdfa-2b',
      { ...without(state('/ca .5')), page: '/Group << /S /Transparency /CS [/ICCBased 8 0 R] >>' },
    ],
    ['a JPEG 2000 picture', 'pdfa-2b', jpxImage(3, 8, srgb)],
    ['a profile of version 4', 'pdfa-2b', profile(icc('RGB ', 3, 'prtr', 4))],
    ['a form that content of elements is in once', 'pdfua-1', form('', '/P <</MCID 0>> BDC EMC')],
  ];
  it.each(good)('%s, at %s', (_, standard, parts) => {
    expect(said(parts, standard)).toBe('');
  });
});

describe('a glyph that is not shown', () => {
  const type3 = (text: string): Parts => ({
    content: `BT /F 9 Tf (${text}) Tj ET`,
    resources:
      '/Font << /F << /Subtype /Type3 /Encoding << /Differences [97 /a /b] >> /CharProcs << /a 20 0 R /b 21 0 R >> /Resources << /ExtGState << /G << /ca .5 >> >> >> >> >>',
    more: { 20: stream('9 0 d0'), 21: stream('9 0 d0 /G gs') },
  });

  it('is held to the rules, but makes no page transparent', () => {
    expect(said(type3('a'), 'pdfa-1b')).toBe('PDFA-TRANSPARENCY');
    expect(said(without(type3('a')), 'pdfa-2b')).toBe('PDFA-DEVICE-COLOR');
    expect(said(without(type3('b')), 'pdfa-2b')).toBe('PDFA-DEVICE-COLOR PDFA-BLENDING-SPACE');
  });
});

describe('graphics that break a rule', () => {
  const cases: readonly (readonly [string, StandardName, Parts, string])[] = [
    ['a scanner as output', 'pdfa-2b', profile(icc('RGB ', 3, 'scnr')), 'PDFA-INTENT-PROFILE'],
    ['an output profile in Lab', 'pdfa-4', profile(icc('Lab ', 3)), 'PDFA-INTENT-PROFILE'],
    ['an output profile of version 4', 'pdfa-1b', profile(icc('RGB ', 3, 'mntr', 4)), 'PDFA-INTENT-PROFILE'],
    ['no profile at all', 'pdfa-2b', profile(stream('')), 'PDFA-INTENT-PROFILE'],
    [
      'two output profiles',
      'pdfa-2b',
      { ...intents('/DestOutputProfile 7 0 R', '/DestOutputProfile 21 0 R'), more: { 21: icc('RGB ', 3) } },
      'PDFA-INTENTS-DIFFER',
    ],
    [
      'an output profile elsewhere',
      'pdfa-4',
      intents('/DestOutputProfile 7 0 R /DestOutputProfileRef << >>'),
      'PDFA-INTENT-ELSEWHERE',
    ],
    [
      'a wrong N',
      'pdfa-1b',
      { ...space('[/ICCBased 20 0 R]'), more: { 20: icc('RGB ', 1) } },
      'PDFA-ICC-COMPONENTS',
    ],
    [
      'a link profile',
      'pdfa-2b',
      { ...space('[/ICCBased 20 0 R]'), more: { 20: icc('RGB ', 3, 'link') } },
      'PDFA-ICC-HEADER',
    ],
    [
      'overprinting ICC-based CMYK',
      'pdfa-2b',
      {
        content: '/G gs /S cs f',
        resources: '/ExtGState << /G << /OP true /OPM 1 >> >> /ColorSpace << /S [/ICCBased 9 0 R] >>',
      },
      'PDFA-OVERPRINT',
    ],
    [
      'the CMYK of the intent once more',
      'pdfa-4',
      { ...space('[/ICCBased 9 0 R]'), ...intents('/DestOutputProfile 9 0 R') },
      'PDFA-ICC-REPEATED',
    ],
    ['CMYK under an RGB intent', 'pdfa-1b', { content: '0 0 0 1 k' }, 'PDFA-DEVICE-COLOR'],
    ['grey that nobody set', 'pdfa-2b', without({ content: '0 0 9 9 re f' }), 'PDFA-DEVICE-COLOR'],
    ['a stroke in RGB', 'pdfa-4', without({ content: '0 0 1 RG' }), 'PDFA-DEVICE-COLOR'],
    ['an indexed space', 'pdfa-2b', without(space('[/Indexed /DeviceRGB 0 <000000>]')), 'PDFA-DEVICE-COLOR'],
    ['an alternate space', 'pdfa-2b', space('[/Separation /Red /DeviceCMYK 3 0 R]'), 'PDFA-DEVICE-COLOR'],
    ['a picture in CMYK', 'pdfa-2b', image('/ColorSpace /DeviceCMYK'), 'PDFA-DEVICE-COLOR'],
    ['a picture in content', 'pdfa-2b', inline('/CS /CMYK'), 'PDFA-DEVICE-COLOR'],
    [
      'a shading',
      'pdfa-2b',
      { content: '/H sh', resources: '/Shading << /H << /ColorSpace /DeviceCMYK >> >>' },
      'PDFA-DEVICE-COLOR',
    ],
    ['a form', 'pdfa-2b', form('', '0 0 0 1 K'), 'PDFA-DEVICE-COLOR'],
    [
      'an appearance',
      'pdfa-2b',
      { page: '/Annots [<< /AP << /N 20 0 R >> >>]', more: { 20: stream('0 0 0 1 K') } },
      'PDFA-DEVICE-COLOR',
    ],
    [
      'a pattern with resources of its own',
      'pdfa-2b',
      {
        content: '/Pattern cs /P scn',
        resources: '/Pattern << /P 20 0 R >> /ColorSpace << /DefaultCMYK [/ICCBased 9 0 R] >>',
        more: { 20: stream('0 0 0 1 k', '/Resources << >>') },
      },
      'PDFA-DEVICE-COLOR',
    ],
    [
      'a group blended in CMYK',
      'pdfa-2b',
      { page: '/Group << /S /Transparency /CS /DeviceCMYK >>' },
      'PDFA-DEVICE-COLOR',
    ],
    [
      'the space of a group that is not isolated',
      'pdfa-4',
      { ...form('/Group << /S /Transparency /CS [/ICCBased 9 0 R] >>', '0 0 0 1 k') },
      'PDFA-DEVICE-COLOR',
    ],
    [
      'an ink without colorant',
      'pdfa-2b',
      space('[/DeviceN [/Red /Black] /DeviceRGB 3 0 R]'),
      'PDFA-COLORANTS',
    ],
    [
      'an ink told in two ways',
      'pdfa-2b',
      {
        content: '/S cs /T cs',
        resources:
          '/ColorSpace << /S [/Separation /Red /DeviceRGB << /C1 [1] >>] /T [/Separation /Red /DeviceRGB << /C1 [0] >>] >>',
      },
      'PDFA-SEPARATIONS-DIFFER',
    ],
    ['an operator', 'pdfa-2b', { content: 'BX foo EX' }, 'PDFA-OPERATOR'],
    ['an operator', 'pdfa-1b', { content: 'foo' }, 'PDFA-OPERATOR'],
    [
      'a resource of the page',
      'pdfa-2b',
      { ...form('', '/S cs'), resources: '/XObject << /X 20 0 R >> /ColorSpace << /S [/CalRGB << >>] >>' },
      'PDFA-RESOURCE-OUTSIDE',
    ],
    ['a resource of nobody', 'pdfa-4', { content: '/X Do' }, 'PDFA-RESOURCE-MISSING'],
    ['a transfer function', 'pdfa-1b', state('/TR /Identity'), 'PDFA-STATE-KEY'],
    ['another transfer function', 'pdfa-2b', state('/TR2 /Identity'), 'PDFA-STATE-KEY'],
    ['HTP', 'pdfa-3b', state('/HTP [0 0]'), 'PDFA-STATE-KEY'],
    ['HTO', 'pdfa-4', state('/HTO [0 0]'), 'PDFA-STATE-KEY'],
    ['a halftone of type 6', 'pdfa-2b', state('/HT << /HalftoneType 6 >>'), 'PDFA-HALFTONE'],
    [
      'the name of a halftone',
      'pdfa-4',
      state('/HT << /HalftoneType 1 /HalftoneName (a) >>'),
      'PDFA-HALFTONE',
    ],
    [
      'a function for cyan',
      'pdfa-2b',
      state('/HT << /HalftoneType 5 /Cyan << /HalftoneType 1 /TransferFunction /Identity >> >>'),
      'PDFA-HALFTONE',
    ],
    [
      'no function for a spot ink',
      'pdfa-2b',
      state('/HT << /HalftoneType 5 /Red << /HalftoneType 1 >> >>'),
      'PDFA-HALFTONE',
    ],
    ['a rendering intent', 'pdfa-1b', { content: '/Mine ri' }, 'PDFA-RENDERING-INTENT'],
    ['a rendering intent of a state', 'pdfa-2b', state('/RI /Mine'), 'PDFA-RENDERING-INTENT'],
    ['a rendering intent of a picture', 'pdfa-3b', inline('/Intent /Mine'), 'PDFA-RENDERING-INTENT'],
    ['alternates', 'pdfa-1b', image('/Alternates []'), 'PDFA-PICTURE-KEY'],
    ['OPI in a picture', 'pdfa-2b', image('/OPI << >>'), 'PDFA-PICTURE-KEY'],
    ['interpolation', 'pdfa-1b', image('/Interpolate true'), 'PDFA-INTERPOLATE'],
    ['interpolation in content', 'pdfa-4', inline('/I true'), 'PDFA-INTERPOLATE'],
    ['3 bits', 'pdfa-2b', image('/BitsPerComponent 3'), 'PDFA-PICTURE-BITS'],
    ['a stencil of 8 bits', 'pdfa-4', image('/ImageMask true /BitsPerComponent 8'), 'PDFA-PICTURE-BITS'],
    ['five channels', 'pdfa-2b', jpxImage(5, 8, srgb), 'PDFA-JPX'],
    ['39 bits', 'pdfa-2b', jpxImage(3, 39, srgb), 'PDFA-JPX'],
    ['a colour method', 'pdfa-4', jpxImage(3, 8, [4, 0, 1]), 'PDFA-JPX'],
    ['two colour specifications', 'pdfa-2b', jpxImage(3, 8, [1, 0, 0, 0, 0, 0, 16], [2, 0, 0]), 'PDFA-JPX'],
    ['CIEJab', 'pdfa-2b', jpxImage(3, 8, [1, 0, 1, 0, 0, 0, 19]), 'PDFA-JPX'],
    ['PostScript in a form', 'pdfa-1b', form('/Subtype2 /PS'), 'PDFA-FORM-KEY'],
    ['OPI in a form', 'pdfa-2b', form('/OPI << >>'), 'PDFA-FORM-KEY'],
    ['OPI in a form', 'pdfa-4', form('/OPI << >>'), 'PDFA-FORM-OPI'],
    ['a page of another file', 'pdfua-1', form('/Ref << >>'), 'PDFA-REFERENCE-OBJECT'],
    ['a page of another file', 'pdfa-2b', form('/Ref << >>'), 'PDFA-REFERENCE-OBJECT'],
    ['PostScript', 'pdfa-2b', object('/Subtype /PS'), 'PDFA-POSTSCRIPT'],
    [
      'content of elements twice',
      'pdfua-1',
      { ...form('', '/P <</MCID 0>> BDC EMC'), content: '/X Do /X Do' },
      'PDFUA-FORM-AGAIN',
    ],
    ['OPI in a form', 'pdfa-1b', form('/OPI << >>'), 'PDFA-PICTURE-KEY'],
    ['alpha', 'pdfa-1b', state('/ca .5'), 'PDFA-TRANSPARENCY'],
    ['a soft mask', 'pdfa-1b', image('/SMask 20 0 R'), 'PDFA-TRANSPARENCY'],
    ['a group', 'pdfa-1b', { page: '/Group << /S /Transparency >>' }, 'PDFA-TRANSPARENCY'],
    ['a blend mode', 'pdfa-2b', state('/BM /Mine'), 'PDFA-BLEND-MODE'],
    ['a blend mode of an annotation', 'pdfa-4', { page: '/Annots [<< /BM /Mine >>]' }, 'PDFA-BLEND-MODE'],
    ['no blending space', 'pdfa-2b', without(state('/ca .5')), 'PDFA-BLENDING-SPACE'],
    [
      'no blending space for an annotation',
      'pdfa-4',
      without({ page: '/Annots [<< /BM /Multiply >>]' }),
      'PDFA-BLENDING-SPACE',
    ],
  ];
  it.each(cases)('%s, at %s', (_, standard, parts, code) => {
    expect(said(parts, standard)).toBe(code);
  });
});
