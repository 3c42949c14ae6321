/** Formats of pictures: what they become, and what is said of those that are not taken. */
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { describe as describeDiagnostic } from '../../../src/diagnostic.js';
import { readArticle, said } from '../../support/read-helpers.js';

const bytesOf = async (picture: Sharp): Promise<Uint8Array> => new Uint8Array(await picture.toBuffer());
/** Many colours, as a photograph has. */
const photo = (): Sharp => {
  const size = { width: 60, height: 40 };
  const data = Uint8Array.from(
    { length: size.width * size.height * 3 },
    (_, i) => (i * 7 + (i >> 6) * 3) % 251,
  );
  return sharp(data, { raw: { ...size, channels: 3 } });
};
const drawing = (): Sharp => sharp({ create: { width: 60, height: 40, channels: 3, background: '#a33' } });
const clear = (): Sharp => sharp({ create: { width: 60, height: 40, channels: 4, background: '#a338' } });

const only = async (name: string, bytes: Uint8Array) => {
  const { article, diagnostics } = await readArticle({ 'b.md': `# T\n\n![mô tả](${name})`, [name]: bytes });
  return { image: article.images[0], diagnostics };
};

describe('a picture of another format', () => {
  it.each([
    ['WebP', 'a.webp', photo().webp(), 'a.jpg', 'rgb'],
    ['WebP of few colours', 'a.webp', drawing().webp({ lossless: true }), 'a.png', 'rgb'],
    ['WebP that shines through', 'a.webp', clear().webp(), 'a.png', 'rgb'],
    [
      'WebP with an alpha channel that hides nothing',
      'a.webp',
      photo().ensureAlpha().webp({ lossless: true }),
      'a.jpg',
      'rgb',
    ],
    ['AVIF', 'a.avif', photo().avif(), 'a.jpg', 'rgb'],
    ['AVIF of 10 bits', 'a.avif', photo().avif({ bitdepth: 10 }), 'a.jpg', 'rgb'],
    ['TIFF', 'a.tif', photo().tiff(), 'a.jpg', 'rgb'],
    ['TIFF of 16 bits', 'a.tiff', photo().toColourspace('rgb16').tiff(), 'a.jpg', 'rgb'],
    ['TIFF of one bit', 'a.tif', drawing().toColourspace('b-w').tiff({ bitdepth: 1 }), 'a.png', 'gray'],
    ['TIFF in CMYK', 'a.tif', photo().toColourspace('cmyk').withIccProfile('cmyk').tiff(), 'a.jpg', 'cmyk'],
    ['GIF', 'a.gif', drawing().gif(), 'a.png', 'rgb'],
  ] as const)('%s', async (_, name, picture, id, colour) => {
    const { image, diagnostics } = await only(name, await bytesOf(picture));
    expect(diagnostics).toEqual([]);
    expect([image?.id, image?.width, image?.height, image?.colour]).toEqual([id, 60, 40, colour]);
    const info = await sharp(image?.bytes).metadata();
    expect([info.format, info.depth]).toEqual([id.endsWith('jpg') ? 'jpeg' : 'png', 'uchar']);
  });

  it('keeps its profile and the numbers in it', async () => {
    const bytes = await bytesOf(drawing().withIccProfile('p3').tiff());
    const { image } = await only('a.tif', bytes);
    const first = async (of: Uint8Array | undefined) =>
      [...(await sharp(of, { ignoreIcc: true }).removeAlpha().raw().toBuffer())].slice(0, 3);
    expect(image?.icc).toBeDefined();
    expect(await first(image?.bytes)).toEqual(await first(bytes));
    const inks = photo().toColourspace('cmyk').withIccProfile('cmyk');
    expect((await only('a.tif', await bytesOf(inks.tiff()))).image?.icc?.length).toBeGreaterThan(1000);
  });

  it('is turned as EXIF asks', async () => {
    const { image } = await only('a.webp', await bytesOf(photo().withMetadata({ orientation: 6 }).webp()));
    expect([image?.width, image?.height]).toEqual([40, 60]);
  });

  it('of several frames shows the first and says so', async () => {
    const frame = (background: string) =>
      sharp({ create: { width: 9, height: 6, channels: 3, background } })
        .png()
        .toBuffer();
    const film = sharp([await frame('#a33'), await frame('#3a3')], { join: { animated: true } });
    const { image, diagnostics } = await only('a.gif', await bytesOf(film.gif()));
    expect(said(diagnostics)).toEqual(['IMG-FRAMES 3']);
    expect([image?.width, image?.height]).toEqual([9, 6]);
  });
});

const same = (a: Uint8Array | undefined, b: Uint8Array): boolean =>
  a !== undefined && Buffer.from(a).equals(b);

describe('a picture in 16 bits or progressive', () => {
  it('is kept as it is', async () => {
    const deep = await bytesOf(photo().toColourspace('rgb16').png());
    expect((await only('a.png', deep)).image?.bytes.length).toBeGreaterThan(100);
    expect((await sharp(deep).metadata()).depth).toBe('ushort');
    const laced = await bytesOf(photo().png({ progressive: true }));
    expect(same((await only('a.png', laced)).image?.bytes, laced)).toBe(true);
    const cmyk = await bytesOf(
      photo().toColourspace('cmyk').withIccProfile('cmyk').jpeg({ progressive: true }),
    );
    expect(same((await only('a.jpg', cmyk)).image?.bytes, cmyk)).toBe(true);
  });
});

describe('a picture that is not taken', () => {
  const heif = (brand: string, ...others: readonly string[]): Uint8Array => {
    const names = [brand, '\0\0\0\0', ...others].join('');
    const size = Buffer.alloc(4);
    size.writeUInt32BE(8 + names.length);
    return Buffer.concat([size, Buffer.from(`ftyp${names}`, 'latin1'), Buffer.alloc(40)]);
  };

  it.each([
    ['the brand of iPhones', heif('heic', 'mif1', 'heic')],
    ['a general brand', heif('mif1', 'mif1', 'heic')],
  ])('HEIC by %s: says how to convert it', async (_, bytes) => {
    const { diagnostics } = await only('a.heic', bytes);
    expect(said(diagnostics)).toEqual(['IMG-HEIC 3']);
    const [first] = diagnostics;
    const hints = first && [describeDiagnostic(first, 'vi').hint, describeDiagnostic(first, 'en').hint];
    for (const hint of hints ?? [])
      for (const system of ['iPhone', 'Mac', 'Windows']) expect(hint).toContain(system);
  });

  it.each([
    ['BMP', Buffer.from('BM and more')],
    ['PSD', Buffer.from('8BPS')],
    ['PDF', Buffer.from('%PDF-1.4')],
    ['JPEG 2000', Buffer.from('\0\0\0\x0cjP  \r\n', 'latin1')],
    ['JPEG XL', Buffer.from([0xff, 0x0a, 1])],
  ])('%s: is called by its name', async (format, bytes) => {
    const { diagnostics } = await only('a.jpg', bytes);
    expect(said(diagnostics)).toEqual(['IMG-FORMAT 3']);
    expect(diagnostics[0]?.values['format']).toBe(format);
  });

  it('has more pixels than any page shows', async () => {
    // The header alone tells.
    const png = Buffer.from(await drawing().png().toBuffer());
    png.writeUInt32BE(20_000, 16);
    png.writeUInt32BE(20_000, 20);
    const jpeg = Buffer.from(await drawing().jpeg().toBuffer());
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
    jpeg.writeUInt16BE(20_000, frame + 5);
    jpeg.writeUInt16BE(20_000, frame + 7);
    expect(said((await only('a.jpg', jpeg)).diagnostics)).toEqual(['IMG-LARGE 3']);
    expect(said((await only('a.png', png)).diagnostics)).toEqual(['IMG-LARGE 3']);
  });

  it.each(['png', 'webp', 'tiff', 'gif', 'avif'] as const)('was cut short: %s', async (format) => {
    const whole = await bytesOf(photo().toFormat(format));
    const cut = whole.subarray(0, Math.floor(whole.length * 0.7));
    expect(said((await only('a.png', cut)).diagnostics)).toEqual(['IMG-BROKEN 3']);
  });
});
