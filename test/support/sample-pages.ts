/**
 * One document with everything `pdf/` writes: headings, a paragraph over two pages, a figure, a list, a
 * table, a note with its call, links, artifacts, groups, pictures of each kind. For validators.
 */
import sharp from 'sharp';
import type { LinkItem, PagedDocument, PageItem } from '../../src/document/page.js';
import type { ImageAsset } from '../../src/document/publication.js';
import {
  background,
  elements,
  line,
  page,
  paged,
  pagination,
  run,
  serif,
  tagOf,
  word,
  wordLike,
} from './pdf-pages.js';

const small = { width: 24, height: 16 };

/** A small picture: left half red, right half grey, half transparent if `alpha`. */
export async function picture(
  id: string,
  format: 'jpeg' | 'png',
  colour: ImageAsset['colour'],
  alpha = false,
  size: { readonly width: number; readonly height: number } = small,
): Promise<ImageAsset> {
  const channels = alpha ? 4 : 3;
  const pixels = new Uint8Array(size.width * size.height * channels);
  for (let i = 0; i < size.width * size.height; i++) {
    const left = i % size.width < size.width / 2;
    pixels.set(left ? [200, 30, 30] : [120, 120, 120], i * channels);
    if (alpha) pixels[i * channels + 3] = left ? 255 : 128;
  }
  const space = { gray: 'b-w', rgb: 'srgb', cmyk: 'cmyk' } as const;
  const image = sharp(pixels, { raw: { ...size, channels } }).toColourspace(space[colour]);
  const bytes = await (format === 'jpeg' ? image.jpeg() : image.png()).toBuffer();
  return { id, path: `${id}.${format}`, format, bytes: new Uint8Array(bytes), ...size, colour, alpha };
}

/** Latin letters, 300 of them. */
const alphabet = Array.from({ length: 500 }, (_, i) => String.fromCodePoint(0xa1 + i))
  .filter((c) => /\p{L}/u.test(c) && serif.glyphOf(c.codePointAt(0) ?? 0) > 0)
  .slice(0, 300)
  .join('');

/** `ế` of a letter and a raised mark: two glyphs that stand for one character, told by ActualText. */
const composed = wordLike(word('ê´'), {
  text: 'ế',
  clusters: [0, 0],
  offsets: { x: [0, -300], y: [0, 80] },
});

/** Element numbers of the sample. */
const e = {
  h1: 2,
  p: 3,
  link: 4,
  reference: 5,
  noteLink: 6,
  figureBox: 7,
  figure: 8,
  caption: 9,
  list: 10,
  lbl: 12,
  body: 13,
  table: 14,
  th1: 16,
  th2: 17,
  td1: 19,
  note: 20,
  noteLabel: 21,
  formula: 22,
} as const;

const structure = elements([
  ['Document'],
  ['Art', 0],
  ['H1', 1],
  ['P', 1],
  ['Link', 3],
  ['Reference', 3],
  ['Link', 5],
  ['Div', 1],
  ['Figure', 7, { alt: 'Hai ô màu', bbox: { page: 0, x: 20, y: 100, width: 60, height: 40 } }],
  ['Caption', 7],
  ['L', 1, { listNumbering: 'Decimal' }],
  ['LI', 10],
  ['Lbl', 11],
  ['LBody', 11],
  ['Table', 1],
  ['TR', 14],
  ['TH', 15, { scope: 'Column' }],
  ['TH', 15, { scope: 'Column' }],
  ['TR', 14],
  ['TD', 18],
  ['Note', 1],
  ['Lbl', 20],
  ['Span', 3, { language: 'en' }],
  ['P', 1],
]);

function link(x: number, y: number, target: LinkItem['target'], place: readonly [number, number]): LinkItem {
  const description = 'Liên kết';
  return { type: 'link', tag: tagOf(...place), x, y, width: 40, height: 10, target, description };
}

/** A line with that letter, for the second page. */
export const composedLine: PageItem = {
  type: 'text',
  tag: tagOf(e.p, 11),
  x: 20,
  y: 70,
  runs: [run([composed, word(' '), word('xong')])],
};

/** The document, with what shines through or without; links and tags are there for print as well, which leaves them out. */
export async function sampleDocument(
  more: readonly PageItem[] = [],
  transparent = true,
): Promise<PagedDocument> {
  const photo = await picture('anh', 'jpeg', 'rgb');
  const logo = await picture('dau', 'png', 'rgb', transparent);
  const grey = await picture('xam', 'png', 'gray');
  const inks = await picture('muc', 'jpeg', 'cmyk');
  const box = (x: number, y: number): { x: number; y: number; width: number; height: number } => ({
    x,
    y,
    width: 60,
    height: 40,
  });
  const image = (asset: ImageAsset, at: ReturnType<typeof box>, element?: number): PageItem => ({
    type: 'image',
    tag: element === undefined ? background : tagOf(element),
    image: asset,
    ...at,
    content: { ...at, height: at.height + 5 },
  });
  const tint: PageItem = {
    type: 'path',
    tag: background,
    path: [{ type: 'rect', x: -9, y: -9, width: 60, height: 30 }],
    fill: { space: 'cmyk', c: 0.1, m: 0.6, y: 0.2, k: 0, alpha: 1 },
  };
  const first: PageItem[] = [
    tint,
    line('Trang đầu', [20, 12], pagination, {
      origin: 'template',
      color: { space: 'rgb', r: 0.2, g: 0.2, b: 0.2, alpha: 1 },
    }),
    line('Sở Nội vụ triển khai', [20, 40], tagOf(e.h1), { size: 16 }),
    line('Đoạn văn thứ nhất của', [20, 60], tagOf(e.p, 1), { wordSpacing: 1.25 }),
    line('liên kết', [20, 72], tagOf(e.link, 1)),
    {
      type: 'path',
      tag: { type: 'artifact', kind: 'layout' },
      path: [{ type: 'rect', x: 20, y: 73.2, width: 30, height: 0.5 }],
      fill: { space: 'rgb', r: 0, g: 0, b: 0, alpha: 1 },
    },
    link(20, 62, { type: 'url', url: 'https://example.org/tiếng việt' }, [e.link, 2]),
    line('và\u00a0chữ tiếp', [70, 72], tagOf(e.p, 5), { letterSpacing: 0.2 }),
    line('1', [130, 70], tagOf(e.noteLink, 1), { size: 6, rise: 3 }),
    link(130, 62, { type: 'destination', id: 'ghi-chú' }, [e.noteLink, 2]),
    image(photo, box(20, 100), e.figure),
    line('Chú thích ảnh', [20, 152], tagOf(e.caption), {
      color: { space: 'rgb', r: 0.1, g: 0.3, b: 0.6, alpha: 1 },
    }),
    {
      type: 'group',
      ...(transparent ? { opacity: 0.5 } : {}),
      clip: [{ type: 'rect', x: 90, y: 100, width: 90, height: 60 }],
      items: [
        image(logo, box(90, 100)),
        {
          type: 'group',
          transform: [0.9, 0.1, -0.1, 0.9, 30, 5],
          items: [image(grey, box(100, 110)), image(inks, box(110, 120))],
        },
      ],
    },
    line('1.', [20, 180], tagOf(e.lbl), { origin: 'generated' }),
    line('Mục một', [36, 180], tagOf(e.body)),
    line('Cột A', [20, 200], tagOf(e.th1)),
    line('Cột B', [100, 200], tagOf(e.th2)),
    line('Ô một', [20, 212], tagOf(e.td1)),
    line('phần cuối ở', [20, 230], tagOf(e.p, 8)),
    line('1', [20, 280], tagOf(e.noteLabel), { size: 8, origin: 'generated' }),
    line('Ghi chú cuối trang', [30, 280], tagOf(e.note, 22), { size: 8 }),
  ];
  const second: PageItem[] = [
    line('trang sau', [20, 40], tagOf(e.p, 9)),
    // More characters than one font of the PDF can hold.
    line(alphabet, [20, 60], tagOf(e.p, 10), { size: 1 }),
    // Text of two elements in one transparency group.
    {
      type: 'group',
      ...(transparent ? { opacity: 0.6 } : {}),
      items: [line('chữ mờ', [20, 90], tagOf(e.p, 11)), line('mục mờ', [20, 90], tagOf(e.body, 2))],
    },
    ...more,
    line('the end', [20, 52], tagOf(e.formula), { language: 'en' }),
  ];
  const sheet = { bleed: 9, marks: { crop: true, cross: true } };
  return paged([page(first, sheet), page(second, { ...sheet, number: 2 })], {
    structure,
    outline: [
      { title: 'Sở Nội vụ', level: 1, page: 0, y: 30, structure: e.h1 },
      { title: 'Phần sau', level: 3, page: 1, y: 30 },
    ],
    destinations: new Map([
      ['ghi-chú', { page: 0, y: 272, structure: e.note }],
      ['h1', { page: 0, y: 30 }],
    ]),
  });
}
