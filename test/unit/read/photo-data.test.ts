/** What a photograph says of itself is read; what is no part of its picture is cut out. */
import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { describePhoto } from '../../../src/read/photo-description.js';
import { exifTexts, orientationOf } from '../../../src/read/photo-exif.js';
import { iptcTexts } from '../../../src/read/photo-iptc.js';
import { decodeLegacy } from '../../../src/read/photo-text.js';
import { xmpTexts } from '../../../src/read/photo-xmp.js';
import {
  alternatives,
  secrets,
  telephone,
  withIptc,
  withSegment,
  xmpPacket,
} from '../../support/photo-data.js';
import { dump, readArticle, said } from '../../support/read-helpers.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytesOf = async (picture: Sharp): Promise<Uint8Array> => new Uint8Array(await picture.toBuffer());
const draw = (): Sharp =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#a33' } }).composite([
    { input: { create: { width: 9, height: 7, channels: 3, background: '#dde' } }, left: 3, top: 5 },
  ]);
const only = async (name: string, bytes: Uint8Array, markdown = `# T\n\n![](${name})`) => {
  const { article, diagnostics } = await readArticle({ 'b.md': markdown, [name]: bytes });
  const image = article.images[0];
  if (!image) throw new Error(said(diagnostics).join());
  return { image, tree: dump(article.body), diagnostics };
};
const pixels = (bytes: Uint8Array) => sharp(bytes, { ignoreIcc: true }).raw().toBuffer();
const holds = (bytes: Uint8Array, text: string): boolean => Buffer.from(bytes).includes(text);

let jpeg: Uint8Array;
beforeAll(async () => {
  jpeg = await bytesOf(draw().jpeg());
});

describe('texts in a photograph', () => {
  it('are read from XMP, elements and attributes, references and languages', async () => {
    const packet = xmpPacket(
      'photoshop:Credit="TTXVN &amp; Báo Lạng Sơn" photoshop:DateCreated="2020-01-13T08:30:00+07:00"',
      alternatives('dc:description', { en: 'Market', 'x-default': 'Chợ &quot;phiên&quot;&#xA;Bắc Hà ' }) +
        '<dc:creator><rdf:Seq><rdf:li>Tuệ Mẫn</rdf:li><rdf:li>Hồng Vân</rdf:li></rdf:Seq></dc:creator>' +
        alternatives('dc:rights', { 'x-default': '© 2020' }) +
        alternatives('Iptc4xmpCore:AltTextAccessibility', { vi: 'Người bán rau' }) +
        alternatives('Iptc4xmpCore:ExtDescrAccessibility', { 'x-default': 'Dài hơn' }),
    );
    const { image, tree } = await only('a.jpg', await bytesOf(draw().withXmp(packet).jpeg()));
    expect(image.photo).toEqual({
      caption: 'Chợ "phiên" Bắc Hà',
      credit: 'TTXVN & Báo Lạng Sơn',
      alt: 'Người bán rau',
      extended: 'Dài hơn',
      rights: '© 2020',
      date: '2020-01-13',
    });
    expect(tree).toContain('img src="a.jpg" alt="Người bán rau"\n');
  });

  it('are read from IPTC-IIM, whose encoding is named or guessed', async () => {
    const declared = withIptc(jpeg, [
      [[1, 90], utf8('\x1b%G')],
      [120, utf8('Chợ phiên')],
      [80, utf8('Tuệ Mẫn')],
      [80, utf8('Hồng Vân')],
      [55, utf8('20200113')],
    ]);
    expect((await only('a.jpg', declared)).image.photo).toEqual({
      caption: 'Chợ phiên',
      credit: 'Tuệ Mẫn, Hồng Vân',
      date: '2020-01-13',
    });
    expect(iptcTexts(Buffer.from('\x1c\x02\x78\0\x04\x43\xe0\x20\xd0', 'latin1'), decodeLegacy)).toEqual({
      caption: 'Cà Đ',
    });
    // TCVN3: “Người dân thu hoạch lúa”.
    const old = Buffer.from('Ng\xad\xeai d\xa9n thu ho\xb9ch l\xf3a', 'latin1');
    expect((await only('a.jpg', withIptc(jpeg, [[120, old]]))).image.photo).toEqual({
      caption: 'Người dân thu hoạch lúa',
    });
  });

  it('are read from EXIF last, and not when the camera wrote them', async () => {
    const exif = await bytesOf(draw().withExif(telephone).jpeg());
    const photo = {
      caption: 'Cho phien Bac Ha',
      credit: 'Tue Man',
      rights: 'Bao Lang Son',
      date: '2020-01-13',
    };
    expect((await only('a.jpg', exif)).image.photo).toEqual(photo);
    const both = withIptc(exif, [[120, utf8('Chợ')]]);
    expect((await only('a.jpg', both)).image.photo).toEqual({ ...photo, caption: 'Chợ' });
    const camera = await bytesOf(
      draw()
        .withExif({ IFD0: { ImageDescription: 'OLYMPUS DIGITAL CAMERA' } })
        .jpeg(),
    );
    expect((await only('a.jpg', camera)).image.photo).toBeUndefined();
  });

  it('are read from EXIF in UTF-8', () => {
    const text = utf8('Chợ phiên');
    const tiff = Buffer.concat([
      Buffer.from('MM\0*\0\0\0\x08\0\x01\x01\x0e\0\x02', 'latin1'),
      Buffer.alloc(12),
      text,
    ]);
    tiff.writeUInt32BE(text.length, 14);
    tiff.writeUInt32BE(26, 18);
    expect(exifTexts(tiff)).toEqual({ description: 'Chợ phiên' });
    expect(orientationOf(tiff)).toBe(1);
  });

  it.each(['png', 'webp', 'tiff'] as const)('are read from %s', async (format) => {
    const packet = xmpPacket('', alternatives('dc:description', { 'x-default': 'Chợ' }));
    const picture = draw().withXmp(packet).toFormat(format);
    const bytes = await bytesOf(format === 'tiff' ? picture : picture.withExif(telephone).withXmp(packet));
    const info = await sharp(bytes).metadata();
    expect(await describePhoto({ ...(info.xmp && { xmp: info.xmp }) })).toEqual({ caption: 'Chợ' });
    if (format === 'png') expect((await only('a.png', bytes)).image.photo?.credit).toBe('Tue Man');
  });

  it('that are damaged say nothing', async () => {
    expect(xmpTexts(utf8('<x:xmpmeta'))).toEqual({});
    expect(iptcTexts(Uint8Array.of(0x1c, 2, 120, 0xff, 0xff, 1), decodeLegacy)).toEqual({});
    const exif = (await sharp(await bytesOf(draw().withExif(telephone).jpeg())).metadata()).exif?.subarray(6);
    for (let end = 0; end < (exif?.length ?? 0); end++) {
      const cut = exif?.subarray(0, end) ?? new Uint8Array();
      expect(() => [exifTexts(cut), orientationOf(cut)]).not.toThrow();
    }
    expect(
      (await only('a.jpg', withSegment(jpeg, 0xed, utf8('Photoshop 3.0\0' + '8BIM\x04\x04')))).image.photo,
    ).toBeUndefined();
  });
});

describe('what a photograph says in an article', () => {
  const packet = xmpPacket('', alternatives('dc:description', { 'x-default': 'Chợ phiên' }));
  const photo = () => bytesOf(draw().withXmp(packet).jpeg());

  it('gives way to the sidecar and to the text', async () => {
    const alt = xmpPacket('', alternatives('Iptc4xmpCore:AltTextAccessibility', { vi: 'trong ảnh' }));
    const bytes = await bytesOf(draw().withXmp(alt).jpeg());
    const files = { 'a.jpg': bytes, 'b.jpg': bytes, 'b.alt.txt': 'bên cạnh' };
    const markdown = '# T\n\n![trong bài](a.jpg)\n\n![trong bài](b.jpg)\n\nchữ ![](a.jpg "tên") chữ';
    const { article, diagnostics } = await readArticle({ 't.md': markdown, ...files });
    expect(diagnostics).toEqual([]);
    expect(dump(article.body).match(/alt=".*?"/g)).toEqual([
      'alt="trong bài"',
      'alt="bên cạnh"',
      'alt="trong ảnh"',
    ]);
  });

  it('is no caption of the text; it stands in for the alternative text', async () => {
    const { tree, diagnostics } = await only('a.jpg', await photo());
    expect(tree).toContain('figure\n    img src="a.jpg" alt="Chợ phiên" data-alt-from="caption"\n');
    expect(tree).not.toContain('figcaption');
    expect(said(diagnostics)).toEqual(['IMG-ALT 3']);
  });

  it('is shown to the editor where a photo has no caption', async () => {
    const text =
      'Mùa hồi nở rộ trên đất Văn Quan\n\nLSO-Những ngày này, người dân bước vào vụ thu hoạch hồi.';
    const files = { 'bai.txt': text, 'bai-1.jpg': await photo(), 'bai-2.jpg': jpeg };
    const { article, diagnostics } = await readArticle(files);
    expect(said(diagnostics)).toEqual(['READ-PHOTO-CAPTION', 'READ-PHOTO-SPARE']);
    expect(diagnostics[0]?.values).toEqual({ photo: 'bai-1.jpg', caption: 'Chợ phiên' });
    expect(article.images).toEqual([]);
  });
});

describe('a picture is cleaned', () => {
  it('of camera, place, texts, thumbnails and what lies behind it, its coded data and profile kept', async () => {
    const exif = await bytesOf(draw().withExif(telephone).withXmp(xmpPacket('')).withIccProfile('p3').jpeg());
    const plain = await bytesOf(draw().withIccProfile('p3').jpeg());
    const dirty = [
      [0xfe, utf8('a comment')],
      [0xe2, utf8('MPF\0more pictures')],
      [0xe0, utf8('JFXX\0thumbnail')],
      [0xeb, utf8('JP\0\0provenance')],
    ] as const;
    const bytes = dirty.reduce((file, [marker, body]) => withSegment(file, marker, body), withIptc(exif, []));
    const { image } = await only('a.jpg', new Uint8Array(Buffer.concat([bytes, utf8('behind the picture')])));
    for (const text of [...secrets, 'xmpmeta', 'Photoshop', 'comment', 'MPF', 'JFXX', 'provenance', 'behind'])
      expect(holds(image.bytes, text), text).toBe(false);
    expect(image.icc).toBeDefined();
    expect(Buffer.from(image.bytes).equals(plain)).toBe(true);
    // The very same bytes where nothing was to be cut.
    expect((await only('a.jpg', plain)).image.bytes).toEqual(new Uint8Array(plain));
  });

  it('in PNG too', async () => {
    const exif = await bytesOf(draw().withExif(telephone).withXmp(xmpPacket('')).withIccProfile('p3').png());
    const { image } = await only('a.png', exif);
    for (const text of [...secrets, 'xmpmeta', 'eXIf', 'iTXt'])
      expect(holds(image.bytes, text), text).toBe(false);
    for (const text of ['iCCP', 'pHYs']) expect(holds(image.bytes, text), text).toBe(true);
    expect(await pixels(image.bytes)).toEqual(await pixels(exif));
  });

  it('when it is turned: numbers in its own colours', async () => {
    const lying = draw()
      .withExif({ ...telephone })
      .withMetadata({ orientation: 6 })
      .withIccProfile('p3');
    const { image } = await only('a.png', await bytesOf(lying.png()));
    expect([image.width, image.height]).toEqual([20, 40]);
    expect(image.icc).toBeDefined();
    const straight = await bytesOf(draw().withIccProfile('p3').png());
    expect(await pixels(image.bytes)).toEqual(
      await pixels(await sharp(straight, { ignoreIcc: true }).rotate(90).png().toBuffer()),
    );
  });

  it('when it is turned: inks as they were', async () => {
    // The first pixel, which is of the ground before and after.
    const inks = async (bytes: Uint8Array) => [
      ...(
        await sharp(bytes, { ignoreIcc: true })
          .pipelineColourspace('cmyk')
          .toColourspace('cmyk')
          .raw()
          .toBuffer()
      ).subarray(0, 4),
    ];
    const cmyk = draw().withMetadata({ orientation: 3 }).toColourspace('cmyk').withIccProfile('cmyk');
    const bytes = await bytesOf(cmyk.jpeg({ quality: 95 }));
    expect((await sharp(bytes).metadata()).orientation).toBe(3);
    const { image } = await only('a.jpg', bytes);
    expect([image.colour, image.icc !== undefined]).toEqual(['cmyk', true]);
    expect(image.bytes).not.toBe(bytes);
    const [before, after] = [await inks(bytes), await inks(image.bytes)];
    for (const [i, ink] of before.entries()) expect(Math.abs(ink - (after[i] ?? 0))).toBeLessThanOrEqual(2);
  });
});
