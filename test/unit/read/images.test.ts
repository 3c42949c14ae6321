/** Pictures: found beside the text, upright, described, or named as what is wrong with them. */
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { sidecarAlt } from '../../../src/read/photos.js';
import { readSource } from '../../../src/read/read.js';
import { memoryHost } from '../../support/memory-host.js';
import { dump, readArticle, said } from '../../support/read-helpers.js';

const text = [
  'Mùa hồi nở rộ trên đất Văn Quan',
  'LSO-Những ngày này, khắp các triền đồi của huyện Văn Quan thơm nức mùi hồi, người dân bước vào vụ thu hoạch.',
  'Người dân hái hồi. Ảnh: Tuệ Mẫn',
  'Năm nay, giá hồi tươi được thương lái thu mua tại nương từ bốn mươi đến năm mươi nghìn đồng một cân.',
  'Phơi hồi trên sân. Ảnh: Tuệ Mẫn',
].join('\n\n');

const make = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#a33' } });
let jpeg: Uint8Array;
let png: Uint8Array;
beforeAll(async () => {
  jpeg = await make(40, 20).jpeg().toBuffer();
  png = await make(8, 4).png().toBuffer();
});

const figures = (tree: string): readonly string[] =>
  tree.split('\n').filter((line) => /^ {2}figure|^ {4}img/.test(line));

describe('photos of a newspaper text', () => {
  it('go to the captions by number; their sidecar describes them', async () => {
    const { article, diagnostics } = await readArticle({
      'tin/bai.txt': text,
      'tin/bai-1.jpg': jpeg,
      'tin/bai-1.alt.txt': 'Hai người hái hồi\n',
      'tin/bai-2.PNG': png,
    });
    expect(figures(dump(article.body))).toEqual([
      '  figure',
      '    img src="bai-1.jpg" alt="Hai người hái hồi"',
      '  figure',
      '    img src="bai-2.png" alt="Phơi hồi trên sân. Ảnh: Tuệ Mẫn" data-alt-from="caption"',
    ]);
    expect(said(diagnostics)).toEqual(['IMG-ALT 9']);
    expect(diagnostics[0]?.values).toEqual({ path: 'tin/bai-2.PNG', sidecar: 'bai-2.alt.txt' });
    expect(article.images.map(({ id, width, height, colour }) => [id, width, height, colour])).toEqual([
      ['bai-1.jpg', 40, 20, 'rgb'],
      ['bai-2.png', 8, 4, 'rgb'],
    ]);
    expect(article.images[0]?.bytes).toEqual(new Uint8Array(jpeg));
  });

  it('have sidecars whose names are written another way, and ask for none that is not there', async () => {
    const asked: string[] = [];
    const files = { 'tin/bai.txt': text, 'tin/bai-1.jpg': jpeg, 'tin/Bai-1.Alt.TXT': 'Hai người hái hồi' };
    const host = memoryHost(files);
    const reading = (path: string, most?: number) => {
      asked.push(path);
      // As a file system that does not tell capitals apart.
      return host.read(path === 'tin/bai-1.alt.txt' ? 'tin/Bai-1.Alt.TXT' : path, most);
    };
    expect(await sidecarAlt('tin/bai-1.jpg', { ...host, read: reading })).toBe('Hai người hái hồi');
    expect(await sidecarAlt('tin/bai-2.jpg', { ...host, read: reading })).toBeUndefined();
    expect(asked).toEqual(['tin/bai-1.alt.txt']);
  });

  it('have sidecars in a folder that may be read and not listed', async () => {
    const host = memoryHost({ 'tin/bai-1.jpg.txt': 'Hai người hái hồi' }, { list: () => undefined });
    expect(await sidecarAlt('tin/bai-1.jpg', host)).toBe('Hai người hái hồi');
  });

  it('a missing number leaves its caption alone', async () => {
    const { article, diagnostics } = await readArticle({ 'bai.txt': text, 'bai-2.jpg': jpeg });
    expect(figures(dump(article.body))[0]).toBe('  figure class="without-photo"');
    expect(said(diagnostics)).toEqual(['READ-CAPTION-ALONE 5', 'IMG-ALT 9']);
  });

  it('come from a folder of the same name in natural order; a spare one is named', async () => {
    const { article, diagnostics } = await readArticle({
      'bai.txt': text,
      'bai/2.jpg': jpeg,
      'bai/10.png': png,
      'bai/11.png': png,
      'bai/notes.md': 'x',
    });
    expect(article.images.map((image) => image.path)).toEqual(['bai/2.jpg', 'bai/10.png']);
    expect(said(diagnostics)).toEqual(['IMG-ALT 5', 'IMG-ALT 9', 'READ-PHOTO-SPARE']);
  });

  it('broken and foreign files are errors at the caption, which stays', async () => {
    const psd = new TextEncoder().encode('8BPS and more');
    const { article, diagnostics } = await readArticle({
      'bai.txt': text,
      'bai-1.jpg': jpeg.slice(0, jpeg.length / 2),
      'bai-2.jpg': psd,
    });
    expect(said(diagnostics)).toEqual(['IMG-BROKEN 5', 'IMG-FORMAT 9']);
    expect(diagnostics[1]?.values['format']).toBe('PSD');
    expect(article.images).toEqual([]);
    expect(figures(dump(article.body))).toEqual(Array(2).fill('  figure class="without-photo"'));
  });
});

describe('a picture', () => {
  const only = async (bytes: Uint8Array) => {
    const { article, diagnostics } = await readArticle({ 'b.md': '# T\n\n![mô tả](a.jpg)', 'a.jpg': bytes });
    return { image: article.images[0], codes: said(diagnostics) };
  };
  it('that lies on its side is turned, its camera data left behind', async () => {
    const lying = await make(40, 20).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { image } = await only(lying);
    expect([image?.width, image?.height]).toEqual([20, 40]);
    const info = await sharp(image?.bytes).metadata();
    expect([info.orientation, info.exif]).toEqual([undefined, undefined]);
  });
  it('tells its colour, transparency and profile', async () => {
    const gray = await only(await make(4, 4).toColourspace('b-w').jpeg().toBuffer());
    expect([gray.image?.colour, gray.image?.alpha]).toEqual(['gray', false]);
    const cmyk = await only(await make(4, 4).toColourspace('cmyk').withIccProfile('cmyk').jpeg().toBuffer());
    expect([cmyk.image?.colour, (cmyk.image?.icc?.length ?? 0) > 100]).toEqual(['cmyk', true]);
    const clear = { create: { width: 4, height: 4, channels: 4, background: '#0000' } } as const;
    const alpha = await only(await sharp(clear).png().toBuffer());
    expect([alpha.image?.id, alpha.image?.alpha]).toEqual(['a.png', true]);
  });
  it('that is no picture at all', async () => {
    expect((await only(new TextEncoder().encode('chữ'))).codes).toEqual(['IMG-NONE 3']);
  });
});

describe('pictures in Markdown', () => {
  it('alone in their paragraph are figures with caption and credit', async () => {
    const markdown =
      '# T\n\n![Hai người hái hồi](ảnh/hồi%20một.jpg "Hái hồi"){.wide}\n*Ảnh: Tuệ Mẫn*\n\nchữ ![nhỏ](b.png) chữ';
    const { article, diagnostics } = await readArticle({
      'bai/t.md': markdown,
      'bai/ảnh/hồi một.jpg': jpeg,
      'bai/b.png': png,
    });
    expect(diagnostics).toEqual([]);
    expect(dump(article.body)).toBe(
      [
        'article',
        '  h1',
        '    "T"',
        '  figure class="wide"',
        '    img src="hoi-mot.jpg" alt="Hai người hái hồi"',
        '    figcaption',
        '      "Hái hồi"',
        '      ~" "',
        '      span class="credit"',
        '        "Ảnh: Tuệ Mẫn"',
        '  p',
        '    "chữ "',
        '    img src="b.png" alt="nhỏ"',
        '    " chữ"',
        '',
      ].join('\n'),
    );
  });

  it.each([
    '../../../etc/passwd',
    '../a.png',
    'anh/../../a.png',
    '%2e%2e/a.png',
    '..\\\\a.png',
    '/a.png',
    'C:/a.png',
  ])('outside the folder of the text are not opened: %s', async (address) => {
    const opened: string[] = [];
    const files = memoryHost({ 'tin/bai.md': `# T\n\nĐây.\n\n![Cầu mới](${address})`, 'a.png': png });
    const host = { ...files, read: (path: string) => (opened.push(path), files.read(path)) };
    const { value, diagnostics } = await readSource('tin/bai.md', host);
    expect(said(diagnostics)).toEqual(['IMG-OUTSIDE 5']);
    expect(opened).toEqual(['tin/bai.md']);
    expect(value?.images).toEqual([]);
    expect(value && figures(dump(value.body))).toEqual(['  figure class="without-photo"']);
  });

  it('in folders below the text are read, by whatever way round', async () => {
    const files = { 'tin/bai.md': '# T\n\n![Cầu](anh/../anh/./a.png)', 'tin/anh/a.png': png };
    const { article, diagnostics } = await readArticle(files);
    expect(diagnostics).toEqual([]);
    expect(article.images.map(({ path }) => path)).toEqual(['tin/anh/a.png']);
  });

  it('missing, remote and undescribed ones are errors with their line; the words stay', async () => {
    const markdown =
      '# T\n\n![mô tả](khong-co.jpg "Chú thích")\n\n![xa](https://example.org/a.jpg)\n\n![](a.png)';
    const { article, diagnostics } = await readArticle({ 't.md': markdown, 'a.png': png });
    expect(said(diagnostics)).toEqual(['IMG-MISSING 3', 'IMG-REMOTE 5', 'IMG-ALT-NONE 7', 'IMG-ALT-NONE 7']);
    expect(diagnostics.map((d) => d.edition)).toEqual([undefined, undefined, 'ebook', 'archive']);
    expect(dump(article.body)).toContain('figure class="without-photo"\n    figcaption\n      "Chú thích"');
    expect(dump(article.body)).toContain('figure class="without-photo"\n    figcaption\n      "xa"');
  });

  it('a caption stands in for a missing description', async () => {
    const { diagnostics } = await readArticle({ 't.md': '# T\n\n![](a.png "Chú thích")', 'a.png': png });
    expect(said(diagnostics)).toEqual(['IMG-ALT 3']);
  });
});
