/** Photographs in print: their profiles; greys with black ink alone, colours in the printer's inks and under its limit where it converts. */
import { readFileSync } from 'node:fs';
import sharp, { type JpegOptions } from 'sharp';
import { describe, expect, it } from 'vitest';
import { openPdf, type PdfFile } from '../../../src/check/pdf/open-pdf.js';
import type { PdfStream } from '../../../src/check/pdf/objects.js';
import type { PageItem } from '../../../src/document/page.js';
import type { Printer } from '../../../src/document/printer.js';
import type { ImageAsset } from '../../../src/document/publication.js';
import { looksNeutral } from '../../../src/pdf/neutral-jpeg.js';
import { readTable } from '../../../src/pdf/icc-table.js';
import { meaningOf, Separation } from '../../../src/pdf/separate.js';
import {
  archive,
  background,
  elements,
  host,
  page,
  paged,
  print,
  tagOf,
  written,
} from '../../support/pdf-pages.js';
import { picture } from '../../support/sample-pages.js';
import { printerOf, writePdf } from '../../support/write-pdf.js';

const icc = (name: string): Uint8Array => readFileSync(new URL(`../../../icc/${name}.icc`, import.meta.url));
const size = { width: 32, height: 16 };

/** A picture of one colour, or of what each pixel says. */
async function flat(
  colour: readonly number[] | ((i: number) => readonly number[]),
  format: 'jpeg' | 'png' = 'jpeg',
  options: JpegOptions = {},
): Promise<ImageAsset> {
  const at = typeof colour === 'function' ? colour : () => colour;
  const channels = at(0).length === 4 ? 4 : 3;
  const data = new Uint8Array(size.width * size.height * channels);
  for (let i = 0; i < size.width * size.height; i++) data.set(at(i), i * channels);
  const image = sharp(data, { raw: { ...size, channels } });
  const bytes = await (format === 'jpeg' ? image.jpeg({ quality: 95, ...options }) : image.png()).toBuffer();
  const alpha = channels === 4;
  return {
    id: 'a',
    path: `a.${format}`,
    format,
    bytes: new Uint8Array(bytes),
    ...size,
    colour: 'rgb',
    alpha,
  };
}

const converting = (rendering: 'perceptual' | 'relative' = 'perceptual', name = 'coated'): Printer => {
  const printer = printerOf(name);
  return { ...printer, photos: { ...printer.photos, colours: 'convert', rendering } };
};

/** The picture of a printed page that shows nothing else. */
async function printed(
  asset: ImageAsset,
  printer = printerOf('coated'),
): Promise<{ readonly file: PdfFile; readonly stream: PdfStream; readonly space: string | undefined }> {
  const box = { x: 0, y: 0, width: 15, height: 7.5 };
  const item: PageItem = { type: 'image', tag: background, image: asset, ...box, content: box };
  const file = openPdf(await written(paged([page([item])]), { ...print, printer }), 'x.pdf').value;
  const tree = file?.dict(file.catalog.raw('Pages') ?? null);
  const first = file?.dict(file.array(tree?.raw('Kids') ?? null)?.[0] ?? null);
  const objects = file?.dict(file.dict(first?.raw('Resources') ?? null)?.raw('XObject') ?? null);
  const stream = file?.stream(objects?.raw('I0') ?? null);
  if (!file || !stream) throw new Error('no picture');
  const space = stream.dict.raw('ColorSpace');
  return { file, stream, space: file.nameOf(space) ?? file.nameOf(file.array(space)?.[0] ?? null) };
}

/** The first pixel of a picture, as inks or grey. */
async function pixel({ file, stream }: Awaited<ReturnType<typeof printed>>): Promise<readonly number[]> {
  if (file.nameOf(stream.dict.raw('Filter')) !== 'DCTDecode')
    return [...(file.decode(stream) ?? [])].slice(0, 4);
  const inks = file.nameOf(stream.dict.raw('ColorSpace')) === 'DeviceCMYK';
  const image = sharp(stream.encoded, { ignoreIcc: true });
  const raw = await (inks ? image.pipelineColourspace('cmyk').toColourspace('cmyk') : image).raw().toBuffer();
  return [...raw.subarray(0, inks ? 4 : 1)];
}

describe('a photograph whose pixels are all grey', () => {
  it.each([
    ['a JPEG', () => flat([90, 90, 90])],
    ['a progressive JPEG', () => flat([90, 90, 90], 'jpeg', { progressive: true })],
    ['a JPEG of coarse colours', () => flat([90, 90, 90], 'jpeg', { chromaSubsampling: '4:2:0' })],
    ['a PNG', () => flat([90, 90, 90], 'png')],
    ['a PNG that shines through', () => flat([90, 90, 90, 120], 'png')],
  ])('is printed with black ink alone: %s', async (_what, made) => {
    const found = await printed(await made());
    expect(found.space).toBe('DeviceGray');
    expect(Math.abs(((await pixel(found))[0] ?? 0) - 90)).toBeLessThanOrEqual(2);
  });

  it('keeps its colours where there is one', async () => {
    const spot = (i: number) => (i > 480 ? [200, 90, 90] : [90, 90, 90]);
    for (const asset of [await flat(spot), await flat([96, 90, 80]), await flat(spot, 'png')])
      expect((await printed(asset)).space).toBe('ICCBased');
  });

  it('is told without its pixels, whatever the file is', async () => {
    const grey = (await flat((i) => [i % 256, i % 256, i % 256])).bytes;
    expect(looksNeutral(grey)).toBe(true);
    expect(looksNeutral((await flat((i) => [i % 256, 255 - (i % 256), 90])).bytes)).toBe(false);
    for (const cut of [0, 1, 4, 30, 200, grey.length - 20])
      expect(looksNeutral(grey.subarray(0, cut))).toBe(false);
    for (let i = 0; i < grey.length; i += 3) {
      const broken = Uint8Array.from(grey);
      broken[i] = (broken[i] ?? 0) ^ 0x55;
      expect(typeof looksNeutral(broken)).toBe('boolean');
    }
  });
});

describe('a printer that converts', () => {
  it.each(['jpeg', 'png'] as const)('has its own inks in the file, and no profile: %s', async (format) => {
    const found = await printed(await flat([200, 30, 30], format), converting());
    expect(found.space).toBe('DeviceCMYK');
    const decode = found.file.numbers(found.stream.dict.raw('Decode'));
    expect(decode).toEqual(format === 'jpeg' ? [1, 0, 1, 0, 1, 0, 1, 0] : undefined);
    const inks = await pixel(found);
    for (const [i, ink] of [0, 252, 248, 39].entries())
      expect(Math.abs((inks[i] ?? 0) - ink)).toBeLessThan(4);
  });

  it('keeps the ink under the limit of its paper', async () => {
    for (const name of ['coated', 'uncoated', 'newsprint', 'heat-set']) {
      const printer = converting('perceptual', name);
      for (const format of ['jpeg', 'png'] as const) {
        const inks = await pixel(await printed(await flat([14, 0, 6], format), printer));
        const sum = inks.reduce((total, ink) => total + ink, 0) / 2.55;
        expect(sum).toBeLessThanOrEqual(printer.ink.limit + 1);
        expect(sum).toBeGreaterThan(printer.ink.limit - 60);
      }
    }
  });

  it('keeps the inks of a picture that has them, but for what is over the limit', async () => {
    const inks = await picture('a', 'jpeg', 'cmyk');
    const kept = await printed(inks, converting());
    expect(Buffer.from(kept.stream.encoded).equals(Buffer.from(inks.bytes))).toBe(true);
    const limited = await printed(inks, { ...converting(), ink: { limit: 150, richFrom: 12 } });
    expect(limited.space).toBe('DeviceCMYK');
    expect((await pixel(limited)).reduce((sum, ink) => sum + ink, 0) / 2.55).toBeLessThanOrEqual(151);
  });

  it('tells of a picture in too much ink that it leaves as it is, and of none that it limits', async () => {
    const inks = await picture('a', 'jpeg', 'cmyk');
    const box = { x: 0, y: 0, width: 5, height: 5 };
    const item: PageItem = { type: 'image', tag: tagOf(0), image: inks, ...box, content: box };
    const structure = elements([['Document']]);
    const told = async (printer: Printer) => {
      const ink = { limit: 150, richFrom: 12 };
      const config = { ...print, printer: { ...printer, ink } };
      const { value, diagnostics } = await writePdf(paged([page([item])], { structure }), config, host);
      expect(value).toBeDefined();
      return diagnostics.map(({ code, values }) => [code, values['page'], values['limit']]);
    };
    expect(await told(printerOf('coated'))).toEqual([['PDF-INK-PICTURE', '1', 150]]);
    expect(await told(converting())).toEqual([]);
  });

  it('turns the inks of another press into its own', async () => {
    const inks = { ...(await picture('a', 'jpeg', 'cmyk')), icc: icc('FOGRA29L_uncoated') };
    expect((await printed(inks, converting())).space).toBe('DeviceCMYK');
    expect((await printed(inks)).space).toBe('ICCBased');
  });

  it.each([
    ['that is cut off', 'cmyk', icc('FOGRA29L_uncoated').subarray(0, 3000), 'PDF-ICC-DAMAGED'],
    ['that is none', 'rgb', Buffer.alloc(400, 'chữ'), 'PDF-ICC-NONE'],
    ['of other colours', 'cmyk', icc('sRGB2014'), 'PDF-ICC-OTHER'],
    ['of other colours', 'rgb', icc('FOGRA29L_uncoated'), 'PDF-ICC-OTHER'],
    ['of a screen', 'gray', icc('sRGB2014'), undefined],
    ['of its own colours', 'rgb', icc('sRGB2014'), undefined],
  ] as const)(
    'leaves a profile %s out of a picture (%s), and tells of it',
    async (_, colour, profile, code) => {
      const asset = { ...(await picture('a', 'jpeg', colour)), icc: profile };
      const box = { x: 0, y: 0, width: 5, height: 5 };
      const item: PageItem = { type: 'image', tag: tagOf(0), image: asset, ...box, content: box };
      const span = { file: 'bai.md', line: 7 };
      const structure = elements([['Document']]).map((element) => ({ ...element, span }));
      for (const config of [print, archive]) {
        const { value, diagnostics } = await writePdf(paged([page([item])], { structure }), config, host);
        expect(value).toBeDefined();
        const { edition } = config;
        expect(diagnostics).toMatchObject(code ? [{ code, severity: 'warning', edition, span }] : []);
      }
      const spaces = { gray: 'DeviceGray', rgb: 'ICCBased', cmyk: 'DeviceCMYK' };
      const { file, stream, space } = await printed(asset);
      expect(space).toBe(spaces[colour]);
      const carried = file.stream(file.array(stream.dict.raw('ColorSpace'))?.[1] ?? null);
      if (carried) expect(icc('sRGB2014')).toEqual(Buffer.from(file.decode(carried) ?? []));
    },
  );

  it('prints the greys of a drawing with black ink alone', async () => {
    const markup =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10" fill="#404040"/><rect x="15" width="5" height="10" fill="#a33"/></svg>';
    const drawing: ImageAsset = {
      ...(await flat([0, 0, 0])),
      format: 'svg',
      bytes: new TextEncoder().encode(markup),
    };
    const found = await printed(drawing, converting());
    expect([found.space, await pixel(found)]).toEqual(['DeviceCMYK', [0, 0, 0, 191]]);
  });

  it('writes the same bytes again', async () => {
    const asset = await flat((i) => [i % 256, 80, 255 - (i % 256)]);
    const [one, other] = [await printed(asset, converting()), await printed(asset, converting())];
    expect(Buffer.from(one.file.bytes).equals(Buffer.from(other.file.bytes))).toBe(true);
  });
});

describe('separation', () => {
  const patches = [
    [0, 0, 0],
    [255, 255, 255],
    [128, 128, 128],
    [200, 30, 30],
    [30, 120, 200],
    [240, 200, 160],
    [60, 90, 40],
    [255, 0, 255],
  ];
  // What littlecms 2 makes of them, relative with black point compensation.
  it.each([
    [
      'FOGRA29L_uncoated',
      'relative',
      [
        [219, 52, 135, 247],
        [0, 0, 0, 0],
        [21, 6, 0, 146],
        [0, 238, 211, 26],
        [217, 115, 1, 5],
        [0, 33, 81, 27],
        [109, 15, 144, 148],
        [70, 175, 0, 0],
      ],
    ],
    [
      'FOGRA39L_coated',
      'perceptual',
      [
        [212, 183, 115, 255],
        [0, 0, 0, 0],
        [131, 107, 106, 45],
        [0, 252, 248, 39],
        [213, 126, 0, 0],
        [18, 65, 105, 0],
        [166, 58, 247, 147],
        [87, 180, 0, 0],
      ],
    ],
    [
      'FOGRA39L_coated',
      'relative',
      [
        [218, 202, 137, 250],
        [0, 0, 0, 0],
        [129, 105, 104, 43],
        [0, 245, 228, 41],
        [207, 123, 0, 0],
        [18, 65, 103, 0],
        [171, 76, 236, 129],
        [85, 177, 0, 0],
      ],
    ],
    [
      'FOGRA28L_web',
      'perceptual',
      [
        [248, 158, 93, 255],
        [0, 0, 0, 0],
        [22, 18, 21, 138],
        [0, 234, 207, 38],
        [176, 68, 3, 68],
        [2, 43, 93, 25],
        [135, 23, 200, 156],
        [71, 194, 0, 0],
      ],
    ],
  ] as const)('is that of littlecms, but for a step: %s, %s', (name, rendering, expected) => {
    const separation = Separation.by(icc(name), rendering);
    const meaning = meaningOf(icc('sRGB2014'));
    if (!separation || !meaning) throw new Error('no separation');
    const inks = separation.pixels(Uint8Array.from(patches.flat()), meaning);
    expected.flat().forEach((ink, i) => expect(Math.abs((inks[i] ?? 0) - ink)).toBeLessThanOrEqual(1));
  });

  it('is not to be had from a profile that is cut short, or of a screen', () => {
    const whole = icc('FOGRA39L_coated');
    for (const length of [0, 100, 128, 140, 300, 5000, 60_000])
      expect(Separation.by(whole.subarray(0, length), 'perceptual')).toBeUndefined();
    expect(Separation.by(icc('sRGB2014'), 'relative')).toBeUndefined();
  });

  it('reads tables of version 4', () => {
    // One ink that is lightness turned round: curves of identity about a grid of 2 × 2 × 2 points.
    const table = Buffer.alloc(200);
    table.write('mBA ', 0, 'latin1');
    table.set([3, 1], 8);
    const curve = (at: number): void => void table.write('curv', at, 'latin1');
    const [b, grid, a] = [32, 80, 120];
    table.writeUInt32BE(b, 12);
    table.writeUInt32BE(grid, 24);
    table.writeUInt32BE(a, 28);
    for (let i = 0; i < 3; i++) curve(b + 12 * i);
    curve(a);
    table.set([2, 2, 2], grid);
    table[grid + 16] = 1;
    table.set([255, 255, 255, 255, 0, 0, 0, 0], grid + 20);
    const read = readTable(new DataView(table.buffer, table.byteOffset, table.length));
    expect(read?.lab).toBe('bytes');
    expect(read?.of([0.25, 0.5, 0.5])[0]).toBeCloseTo(0.75, 6);
  });
});
