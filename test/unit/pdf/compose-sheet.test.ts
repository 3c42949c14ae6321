/** Sheets of the pages of a file, read back from the file of sheets. Pages of 200 × 300 pt. */
import { describe, expect, it } from 'vitest';
import { checkPdf } from '../../../src/check/pdf/check-pdf.js';
import { openPdf, type PdfFile } from '../../../src/check/pdf/open-pdf.js';
import { pagesOf, type PdfPage } from '../../../src/check/pdf/pages.js';
import { readPdf } from '../../../src/check/pdf/read-pdf.js';
import type { Page, PagedDocument, PageItem, PathItem } from '../../../src/document/page.js';
import { imposeBooklet } from '../../../src/layout/impose-booklet.js';
import { openPdfWriter, type PdfWriter } from '../../../src/pdf/open-pdf-writer.js';
import { background, black, host, line, page, paged, print, tagOf } from '../../support/pdf-pages.js';
import { picture, sampleDocument } from '../../support/sample-pages.js';
import { targetOf } from '../../support/write-pdf.js';

/** 3 mm bleed, 1 mm gap, 5 mm mark, 1 mm beyond: 10 mm. */
const [bleed, edge] = [8.504, 28.347];
const marks = { crop: true, cross: true };
/** A hundredth of an inch in millimetres: 0.72 pt. */
const creep = 0.254;

interface Imposed {
  readonly bytes: Uint8Array;
  readonly file: PdfFile;
  readonly sides: readonly PdfPage[];
}

async function imposed(
  document: PagedDocument,
  writer = openPdfWriter(targetOf(print), host),
): Promise<Imposed> {
  await writer.finish(document, print);
  const booklet = imposeBooklet(document.pages, creep).value;
  const { value, diagnostics } = await writer.impose(booklet ?? { sides: [] });
  expect(diagnostics).toEqual([]);
  const { value: file } = openPdf(value ?? new Uint8Array(), 'x.booklet.pdf');
  if (!value || !file) throw new Error('there is no booklet');
  return { bytes: value, file, sides: pagesOf(file) };
}

/** Eight pages that say their number and have an area into the bleed all round. */
function eight(more: Partial<Page> = {}): PagedDocument {
  const whole: PathItem['path'] = [{ type: 'rect', x: -9, y: -9, width: 218, height: 318 }];
  const ground: PathItem = {
    type: 'path',
    tag: background,
    path: whole,
    fill: { space: 'cmyk', c: 0, m: 0, y: 0.2, k: 0, alpha: 1 },
  };
  const pages = Array.from({ length: 8 }, (_, i) =>
    page([ground, line(`trang ${i + 1}`, [10, 20], tagOf(1))], {
      number: i + 1,
      label: String(i + 1),
      ...more,
    }),
  );
  return paged(pages);
}

/** Gives the content of a page before the page, as layout does. */
function given(writer: PdfWriter, document: PagedDocument): PagedDocument {
  const pages = document.pages.map((each): Page => {
    const content = writer.take(each.items.slice(1), each, document.structure);
    return { ...each, items: each.items.slice(0, 1), taken: { content, below: 1 } };
  });
  return { ...document, pages };
}

function boxOf({ file, sides }: Imposed, side: number, name: string): readonly number[] {
  return (file.numbers(sides[side]?.dict.raw(name) ?? null) ?? []).map((n) => Number(n.toFixed(2)));
}

/** The forms that are pages of a booklet, by the names under which they are painted. */
function formsOf({ file, sides }: Imposed, side: number): readonly (readonly number[])[] {
  const objects = file.dict(sides[side]?.resources.raw('XObject') ?? null);
  return [...(objects?.entries ?? [])].flatMap(([name, object]) => {
    const form = file.stream(object)?.dict;
    return form && name.startsWith('S') ? [file.numbers(form.raw('BBox')) ?? []] : [];
  });
}

const textsOf = ({ file }: Imposed): (readonly [string, number])[][] =>
  readPdf(file).pages.map(({ shows }) => shows.map(({ text, from }) => [text, Math.round(from.x)] as const));

describe('a file of sheets', () => {
  it('has two pages a side, and the trim that is left once the booklet is cut', async () => {
    const booklet = await imposed(eight({ bleed, marks }));
    expect(booklet.sides).toHaveLength(4);
    const sheet = [0, 0, 456.69, 356.69];
    expect(boxOf(booklet, 0, 'MediaBox')).toEqual(sheet);
    expect(boxOf(booklet, 0, 'TrimBox')).toEqual([28.35, 28.35, 428.35, 328.35]);
    expect(boxOf(booklet, 0, 'BleedBox')).toEqual([19.84, 19.84, 436.85, 336.85]);
    // The inner sheet creeps by 0.72.
    expect(boxOf(booklet, 2, 'MediaBox')).toEqual(sheet);
    expect(boxOf(booklet, 2, 'TrimBox')).toEqual([29.07, 28.35, 427.63, 328.35]);
    const fold = edge + 200;
    const at = (x: number): number => Math.round(x);
    expect(textsOf(booklet)).toEqual([
      [
        ['trang 8', at(edge + 10)],
        ['trang 1', at(fold + 10)],
      ],
      [
        ['trang 2', at(edge + 10)],
        ['trang 7', at(fold + 10)],
      ],
      [
        ['trang 6', at(edge + 0.72 + 10)],
        ['trang 3', at(fold - 0.72 + 10)],
      ],
      [
        ['trang 4', at(edge + 0.72 + 10)],
        ['trang 5', at(fold - 0.72 + 10)],
      ],
    ]);
  });

  it('paints the content of pages as forms that end at the fold and in the bleed', async () => {
    const writer = openPdfWriter(targetOf(print), host);
    const whole = await imposed(eight({ bleed, marks }));
    const parts = await imposed(given(writer, eight({ bleed, marks })), writer);
    expect(textsOf(parts)).toEqual(textsOf(whole));
    // In the coordinates of the page: 19.843 is its left bleed, 228.347 its right trim.
    const boxes = formsOf(parts, 0).map((box) => [box[0], box[2]]);
    expect(boxes).toEqual([
      [19.843, 228.347],
      [28.347, 236.851],
      [19.843, 228.347],
      [28.347, 236.851],
      [19.843, 227.627],
      [29.067, 236.851],
      [19.843, 227.627],
      [29.067, 236.851],
    ]);
  });

  it('has marks for cutting and, dashed, for the fold, and crosses beside it', async () => {
    const { file, sides } = await imposed(eight({ bleed, marks }));
    const [front] = file.array(sides[2]?.dict.raw('Contents') ?? null) ?? [];
    const stream = file.stream(front ?? null);
    const drawn = Buffer.from((stream && file.decode(stream)) ?? []).toString('latin1');
    // The fold stands at 28.347 + 200, whatever the creep.
    expect(drawn).toContain('[1.5 1 ] 0 d\n228.347 17.008 m 228.347 2.835 l S\n');
    expect(drawn).toContain('29.067 17.008 m 29.067 2.835 l S\n');
    expect(drawn).toContain('427.627 17.008 m 427.627 2.835 l S\n');
    // Two crosses above and below, one at each side: of two lines and a circle each.
    expect(drawn.match(/ c\ns\n/g)).toHaveLength(6);
  });

  it('has information of its own below each side, and not that of its pages', async () => {
    const info = { bleed, marks: { ...marks, info: true } };
    const document = eight({ ...info, slug: [line('Trang', [5, 318], background)] });
    const writer = openPdfWriter(targetOf(print), host);
    await writer.finish(document, print);
    const { sides } = imposeBooklet(document.pages, creep).value ?? { sides: [] };
    // Letters that no page shows.
    const said = sides.map((side) => ({ ...side, slug: [line('Tờ ĐẦU', [5, 318], background)] }));
    const { value } = await writer.impose({ sides: said });
    const { pages } = readPdf(openedPrint(value ?? new Uint8Array()));
    const below = pages.map(({ shows }) =>
      shows.flatMap(({ text, from }) => (text.startsWith('T') ? [[text, Math.round(from.x)]] : [])),
    );
    const outer = [['Tờ ĐẦU', Math.round(edge + 5)]];
    const inner = [['Tờ ĐẦU', Math.round(edge + 0.72 + 5)]];
    expect(below).toEqual([outer, outer, inner, inner]);
  });

  it('is one that neither our checks nor a printer misread', async () => {
    const booklet = await imposed(eight({ bleed, marks }));
    const text = Array.from({ length: 8 }, (_, i) => ['trang', String(i + 1)]).flat();
    const { value, diagnostics } = checkPdf(booklet.bytes, 'x.booklet.pdf', { source: text });
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({ claims: { pdfX: 'PDF/X-4' }, pages: 4, words: 16 });
    const preferences = booklet.file.dict(booklet.file.catalog.raw('ViewerPreferences'));
    const says = ['Duplex', 'PrintScaling'].map((key) => booklet.file.nameOf(preferences?.raw(key) ?? null));
    expect(says).toEqual(['DuplexFlipShortEdge', 'None']);
    expect(booklet.file.catalog.raw('Outlines')).toBeNull();
  });

  it('blends where a page on it does, and shows its pictures and groups', async () => {
    const image = await picture('a', 'png', 'rgb', true);
    const area: PathItem = {
      type: 'path',
      tag: background,
      path: [{ type: 'rect', x: 10, y: 20, width: 30, height: 40 }],
      fill: black,
    };
    const faint: PageItem = { type: 'group', opacity: 0.5, items: [area, area] };
    const box = { x: 20, y: 20, width: 24, height: 16 };
    const shown: PageItem = { type: 'image', tag: tagOf(1), image, ...box, content: box };
    const pages = [[faint], [], [shown], []].map((items, i) => page(items, { number: i + 1 }));
    const { file, sides } = await imposed(paged(pages));
    const spaces = sides.map(({ dict }) => file.nameOf(file.dict(dict.raw('Group'))?.raw('CS') ?? null));
    expect(spaces).toEqual(['DeviceCMYK', 'DeviceCMYK']);
    const painted = readPdf(file).pages.map((side) => side.painted.map(({ type }) => type));
    expect(painted).toEqual([['path', 'path'], ['picture']]);
    const objects = file.dict(sides[0]?.resources.raw('XObject') ?? null);
    const groups = [...(objects?.entries ?? [])].flatMap(([name, object]) => {
      const form = file.stream(object)?.dict;
      return file.nameOf(form?.raw('Subtype') ?? null) === 'Form'
        ? [[name, form?.raw('Group') !== null]]
        : [];
    });
    // A page is no group of its own: it lies on the paper as it would alone.
    expect(groups).toEqual([
      ['S3', false],
      ['X0', true],
      ['S0', false],
      ['S1', false],
      ['S2', false],
    ]);
  });

  it('has the pictures of the pages, byte for byte', async () => {
    const document = await sampleDocument();
    const pictures = (file: PdfFile): readonly string[] => {
      const [first] = pagesOf(file);
      const objects = file.dict(first?.resources.raw('XObject') ?? null);
      return [...(objects?.entries ?? [])].flatMap(([name, object]) => {
        const stream = name.startsWith('I') ? file.stream(object) : undefined;
        return stream ? [`${name} ${Buffer.from(stream.encoded).toString('base64')}`] : [];
      });
    };
    const alone = pictures(openedPrint(await printed(document)));
    expect(alone.length).toBeGreaterThan(2);
    expect(pictures((await imposed(document)).file)).toEqual(alone);
  });

  it('says the words of the pages, of everything that pages hold', async () => {
    const whole = await sampleDocument();
    const booklet = await imposed({
      ...whole,
      pages: whole.pages.map((each) => ({ ...each, bleed, marks })),
    });
    const alone = readPdf(openedPrint(await printed(whole))).pages.flatMap(({ shows }) => shows);
    const beside = readPdf(booklet.file).pages.flatMap(({ shows }) => shows);
    const texts = (shows: readonly { readonly text: string }[]): readonly string[] =>
      shows.map(({ text }) => text).toSorted();
    expect(texts(beside)).toEqual(texts(alone));
  });

  it('is another file, and the same each time', async () => {
    const document = eight();
    const [first, second] = [await imposed(document), await imposed(document)];
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
    const id = (bytes: Uint8Array): string | undefined =>
      /<xmpMM:DocumentID>(.*?)</.exec(Buffer.from(bytes).toString('latin1'))?.[1];
    expect(id(first.bytes)).toBeDefined();
    expect(id(first.bytes)).not.toBe(id(await printed(document)));
  });

  it('is not written when a sheet is larger than a PDF may be, or without the pages', async () => {
    const writer = openPdfWriter(targetOf(print), host);
    const wide = paged([page([line('a', [10, 20], tagOf(1))], { width: 8000 })]);
    const booklet = imposeBooklet(wide.pages, creep).value ?? { sides: [] };
    expect(await writer.impose(booklet)).toEqual({ value: undefined, diagnostics: [] });
    await writer.finish(wide, print);
    const { value, diagnostics } = await writer.impose(booklet);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, values }) => [code, values['width']])).toEqual([
      ['PDF-PAGE-SIZE', 16_000],
      ['PDF-PAGE-SIZE', 16_000],
    ]);
  });
});

async function printed(document: PagedDocument): Promise<Uint8Array> {
  const { value } = await openPdfWriter(targetOf(print), host).finish(document, print);
  return value ?? new Uint8Array();
}

function openedPrint(bytes: Uint8Array): PdfFile {
  const { value } = openPdf(bytes, 'x.print.pdf');
  if (!value) throw new Error('there is no file');
  return value;
}
