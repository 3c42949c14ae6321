/** Each rule of the stores: a good book passes it, and one with one thing wrong is caught. */
import { describe, expect, it } from 'vitest';
import { checkEpub } from '../../../src/check/epub/check-epub.js';
import { openEpub } from '../../../src/check/epub/open-epub.js';
import { checkStores } from '../../../src/check/epub/stores/check-stores.js';
import { readCss } from '../../../src/check/epub/stores/read-css.js';
import { storeNames, type StoreName } from '../../../src/check/epub/stores/stores.js';
import type { Diagnostic } from '../../../src/diagnostic.js';
import { makeZip, type ZipInput } from '../../support/make-zip.js';
import { bookEntries, documentWith, goodMetadata, goodNavigation } from '../../support/tiny-epub.js';

/** The head of a PNG of so many pixels. */
function png(width: number, height: number, length = 24): Uint8Array {
  const bytes = Buffer.alloc(length);
  bytes.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** The head of a JPEG of so many components. */
function jpeg(components: number): Uint8Array {
  return Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 9, 0, 9, components]);
}

/** Files of the manifest beside the documents: type, bytes or text, properties. */
type Files = Readonly<
  Record<string, readonly [mediaType: string, content: Uint8Array | string, more?: string]>
>;

interface Book {
  readonly documents?: Readonly<Record<string, string>>;
  readonly files?: Files;
  readonly metadata?: string;
  readonly navigation?: string;
  readonly others?: readonly ZipInput[];
}

const coverPage = '<img src="cover.png" alt="Sách"/>';
const cover: Files = { 'cover.png': ['image/png', png(1600, 2560), 'cover-image'] };
const ncx: Files = { 'toc.ncx': ['application/x-dtbncx+xml', '<ncx/>'] };
const coverMeta = `${goodMetadata}<meta name="cover" content="x-cover-png"/>`;

/** A book that every store takes, and what is otherwise in it. */
function book({
  documents,
  files,
  metadata = coverMeta,
  navigation = goodNavigation,
  others = [],
}: Book): Uint8Array {
  const beside = { ...ncx, ...cover, ...files };
  const items = Object.entries(beside).map(([name, [type, , properties]]) => {
    const more = properties === undefined ? '' : ` properties="${properties}"`;
    return `<item id="x-${name.replace(/\W/g, '-')}" href="${encodeURI(name)}" media-type="${type}"${more}/>`;
  });
  const entries = bookEntries({ 'cover.xhtml': coverPage, ...documents }, navigation, metadata).map(
    (entry) =>
      entry.name.endsWith('.opf')
        ? { ...entry, text: String(entry.text).replace('</manifest>', `${items.join('')}</manifest>`) }
        : entry,
  );
  const contents = Object.entries(beside).map(([name, [, text]]): ZipInput => ({
    name: `EPUB/${name}`,
    text,
  }));
  return makeZip([...entries, ...contents, ...others]);
}

function found(
  bytes: Uint8Array,
  stores: readonly StoreName[] = storeNames,
  size = bytes.length,
): readonly Diagnostic[] {
  const { value } = openEpub(bytes, 'a.epub');
  return value ? checkStores(value, size, stores) : [];
}

const codes = (what: Book): string[] => found(book(what)).map(({ code }) => code.replace('STORE-', ''));
const sheet = (css: string): Book => ({ files: { 'a.css': ['text/css', css] } });
const picture = (type: string, bytes: Uint8Array): Book => ({ files: { 'a.img': [type, bytes] } });

describe('a book for stores', () => {
  it('is taken by all of them', () => {
    expect(codes({})).toEqual([]);
  });

  it('is held only to those that are named', async () => {
    const woff = book({ files: { 'a.woff2': ['font/woff2', 'wOF2'] } });
    expect(found(woff, ['apple', 'google', 'kindle'])).toEqual([]);
    expect(found(woff, ['kobo']).map(({ values }) => values['stores'])).toEqual(['Kobo']);
    const asked = await checkEpub(woff, 'a.epub', { stores: ['kobo'] });
    expect(asked.diagnostics.map(({ code }) => code)).toContain('STORE-FONT-WOFF2');
    const unasked = await checkEpub(woff, 'a.epub');
    expect(unasked.diagnostics.map(({ code }) => code)).not.toContain('STORE-FONT-WOFF2');
  });

  it('has plain file names, and is not too large', () => {
    expect(codes({ files: { 'ảnh.png': ['image/png', png(9, 9)] } })).toEqual(['FILE-NAME']);
    expect(found(book({}), storeNames, 2 ** 31).map(({ code }) => code)).toEqual(['STORE-FILE-SIZE']);
  });

  it('has an NCX', () => {
    expect(codes({ files: { 'toc.ncx': ['text/plain', ''] } })).toEqual(['NCX']);
  });
});

describe('the cover of a book', () => {
  it.each([
    [png(400, 600), ['COVER-SIZE']],
    [png(640, 400), []],
    [png(5000, 7201), ['COVER-SIZE']],
    [png(1600, 2560, 3_000_001), ['COVER-BYTES']],
  ])('has its size', (bytes, expected) => {
    expect(codes({ files: { 'cover.png': ['image/png', bytes, 'cover-image'] } })).toEqual(expected);
  });

  it('is named, as EPUB 2 did too', () => {
    expect(codes({ files: { 'cover.png': ['image/png', png(1600, 2560)] } })).toEqual(['COVER']);
    expect(codes({ metadata: goodMetadata })).toEqual(['COVER-META']);
  });

  it('stands alone on its page', () => {
    const page = (body: string): string[] => codes({ documents: { 'cover.xhtml': body } });
    expect(page(`<p>Sách</p>${coverPage}`)).toEqual(['COVER-PAGE']);
    const drawn = '<image xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="cover.png"/>';
    expect(page(`<svg xmlns="http://www.w3.org/2000/svg">${drawn}</svg>`)).toEqual(['COVER-PAGE']);
  });
});

describe('the pictures of a book', () => {
  it.each([
    ['WebP', 'image/webp', Buffer.from('RIFF\0\0\0\0WEBPVP8 '), ['PICTURE-KIND']],
    ['AVIF', 'image/avif', Buffer.from('\0\0\0\x1cftypavif'), ['PICTURE-KIND']],
    [
      'animated',
      'image/gif',
      Buffer.from('GIF89a\x01\0\x01\0\0\0\0!\xff\x0bNETSCAPE2.0'),
      ['PICTURE-ANIMATED'],
    ],
    ['still', 'image/gif', Buffer.from('GIF89a\x01\0\x01\0\0\0\0'), []],
    ['wide', 'image/png', png(3201, 10), ['PICTURE-SIZE']],
    ['as wide as may be', 'image/png', png(3200, 10), []],
    ['heavy', 'image/png', png(10, 10, 5_000_001), ['PICTURE-BYTES']],
    ['for a press', 'image/jpeg', jpeg(4), ['PICTURE-CMYK']],
    ['for a screen', 'image/jpeg', jpeg(3), []],
    ['cut off', 'image/jpeg', Buffer.from([0xff, 0xd8, 0xff]), []],
  ])('that are %s', (_what, type, bytes, expected) => {
    expect(codes(picture(type, bytes))).toEqual(expected);
  });
});

describe('the fonts of a book', () => {
  const face = (weight: string): string =>
    `@font-face { font-family: "Chữ Tốt"; font-weight: ${weight}; src: url(a.ttf) }`;

  it('are of kinds that readers take, and are not obfuscated', () => {
    expect(codes({ files: { 'a.woff2': ['font/woff2', 'wOF2'] } })).toEqual(['FONT-WOFF2']);
    const text =
      '<encryption><EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/></encryption>';
    expect(codes({ others: [{ name: 'META-INF/encryption.xml', text }] })).toEqual(['FONT-OBFUSCATED']);
  });

  it('have a bold of their own', () => {
    const bold = (css: string): string[] => codes(sheet(css));
    const body = 'body { font-family: "chữ tốt", serif }';
    expect(bold(face('normal') + body)).toEqual(['FONT-BOLD']);
    expect(bold(`${face('400')}p { font: 1em/1.5 'Chữ Tốt' }`)).toEqual(['FONT-BOLD']);
    expect(bold(face('normal') + face('bold') + body)).toEqual([]);
    expect(bold(face('100 900') + body)).toEqual([]);
    expect(bold(`${face('normal')}h1 { font-family: "Chữ Tốt" }`)).toEqual([]);
  });
});

describe('the text of a book', () => {
  const call = '<p>a<a epub:type="noteref" href="#n">1</a></p>';
  const note = (text: string): string => `<aside epub:type="footnote" id="n">${text}</aside>`;
  const text = (body: string): string[] => codes({ documents: { 'a.xhtml': body } });

  it('has notes behind their calls, neither too short nor too long', () => {
    expect(text(call + note('Chú thích đủ dài.'))).toEqual([]);
    expect(text(note('Chú thích đủ dài.') + call)).toEqual(['NOTE-PLACE']);
    // A note that is called twice stands behind its first call, and nobody can put it behind the second too.
    expect(text(call + note('Sđd.') + call)).toEqual([]);
    const apart = { 'a.xhtml': note('Chú thích đủ dài.'), 'b.xhtml': call.replace('#n', 'a.xhtml#n') };
    expect(codes({ documents: apart })).toEqual(['NOTE-PLACE']);
  });

  it('leaves colours to the reader, by day', () => {
    expect(codes(sheet('body { background: #fff }'))).toEqual(['BACKGROUND']);
    expect(codes(sheet('html, h1 { color: black !important }'))).toEqual(['TEXT-COLOUR']);
    expect(codes(sheet('body { background: none; color: inherit } aside { background: #eee }'))).toEqual([]);
    expect(codes(sheet('@media (prefers-color-scheme: dark) { body { background: #111 } }'))).toEqual([]);
    expect(codes(sheet('/* body { color: red } */'))).toEqual([]);
    const head = documentWith(undefined, '<p>a</p>').replace(
      '</head>',
      '<style>p { color: red }</style></head>',
    );
    expect(codes({ documents: { 'a.xhtml': head } })).toEqual(['TEXT-COLOUR']);
  });

  it('has no styles in elements, and no variables', () => {
    expect(text('<p style="color: red">a</p>')).toEqual(['INLINE-STYLE']);
    expect(codes(sheet('p { margin: var(--m) }'))).toEqual(['VARIABLES']);
    const fixed = `${coverMeta}<meta property="rendition:layout">pre-paginated</meta>`;
    expect(codes({ documents: { 'a.xhtml': '<p style="left: 0">a</p>' }, metadata: fixed })).toEqual([]);
  });
});

it('reads rules inside conditions, and what is cut off', () => {
  expect(
    readCss(
      '@import url(x.css); a, b { color: red; x } @media print { @supports (x) { c { d: e: f } } } g {h:i',
    ),
  ).toEqual([
    { selector: 'a, b', condition: '', declarations: [['color', 'red']] },
    { selector: 'c', condition: '@media print @supports (x)', declarations: [['d', 'e: f']] },
    { selector: 'g', condition: '', declarations: [['h', 'i']] },
  ]);
});

it('throws nothing at the reader, wherever a book is cut or changed', () => {
  const whole = book(sheet('@media x { body { color: red } }'));
  for (let at = 0; at < whole.length; at += 97) {
    expect(() => found(whole.subarray(0, at))).not.toThrow();
    const changed = Uint8Array.from(whole);
    changed[at] = (changed[at] ?? 0) ^ 0x55;
    expect(() => found(changed)).not.toThrow();
  }
  expect(() => readCss('@media x {'.repeat(10_000))).not.toThrow();
});
