import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { PdfDict, PdfStream, type PdfObject } from '../../../src/check/pdf/objects.js';
import { openPdf, type PdfFile } from '../../../src/check/pdf/open-pdf.js';
import { archiveRecord } from '../../../src/document/archive-record.js';
import type { FontFace } from '../../../src/document/glyph-run.js';
import type { PagedDocument, PageItem } from '../../../src/document/page.js';
import type { ImageAsset } from '../../../src/document/publication.js';
import type { DecorationLine, TextDecoration } from '../../../src/document/style.js';
import type { Host, ReadResult } from '../../../src/host.js';
import { writePdf, type PdfConfig } from '../../support/write-pdf.js';
import {
  archive,
  background,
  elements,
  host,
  line,
  packageFace,
  page,
  paged,
  pagination,
  print,
  run,
  serif,
  tagOf,
  word,
  wordsOf,
  written,
  wordLike,
} from '../../support/pdf-pages.js';
import { picture, sampleDocument } from '../../support/sample-pages.js';

const lineOf = (line: DecorationLine): TextDecoration => ({
  lines: [line],
  color: { space: 'rgb', r: 0, g: 0, b: 0, alpha: 1 },
  style: 'solid',
  thickness: 'auto',
  underlineOffset: 'auto',
});

async function opened(document: PagedDocument, config: PdfConfig): Promise<PdfFile> {
  const { value, diagnostics } = openPdf(await written(document, config), 'x.pdf');
  if (!value) throw new Error(diagnostics.map(({ code }) => code).join(' '));
  return value;
}

async function codesOf(document: PagedDocument, config: PdfConfig, from: Host = host): Promise<string[]> {
  const { value, diagnostics } = await writePdf(document, config, from);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(value === undefined).toBe(errors.length > 0);
  for (const error of errors) expect(error.edition).toBe(config.edition);
  return diagnostics.map(({ code }) => code);
}

/** What was read, without the last of it. */
function shortened(read: ReadResult): ReadResult {
  return read.ok ? { ok: true, bytes: read.bytes.subarray(0, -1000) } : read;
}

function pages(file: PdfFile): PdfDict[] {
  const tree = file.dict(file.catalog.raw('Pages'));
  return (file.array(tree?.raw('Kids') ?? null) ?? []).flatMap((kid) => file.dict(kid) ?? []);
}

/** The content of a page, in however many streams. */
function content(file: PdfFile, index = 0): string {
  const contents = pages(file)[index]?.raw('Contents') ?? null;
  const streams = (file.array(contents) ?? [contents]).map((item) => file.resolve(item));
  const texts = streams.map((stream) => {
    if (!(stream instanceof PdfStream)) throw new Error('no content stream');
    return Buffer.from(file.decode(stream) ?? []).toString('latin1');
  });
  return texts.join('');
}

function numbers(file: PdfFile, value: PdfObject | undefined): (number | undefined)[] {
  return (file.array(value ?? null) ?? []).map((item) => file.number(item));
}

const one = (...items: PageItem[]): PagedDocument => paged([page(items)]);
const text = line('Chữ', [10, 20], tagOf(1));

describe('text in content streams', () => {
  it('is one line a TJ, spaces as real characters, justified by Tw', async () => {
    const file = await opened(one(line('mot hai ba', [10, 20], tagOf(1), { wordSpacing: 1.5 })), archive);
    expect(content(file)).toBe(
      '/P <</MCID 0>> BDC\n1.5 Tw\nBT\n10 280 Td\n/F0 10 Tf\n[(mot hai ba)]TJ\nET\nEMC\n',
    );
  });

  it('of the same element shares one marked-content sequence and one text object', async () => {
    const file = await opened(
      one(line('mot', [10, 20], tagOf(1)), line('hai', [10, 32.5], tagOf(1))),
      archive,
    );
    expect(content(file)).toBe(
      '/P <</MCID 0>> BDC\nBT\n10 280 Td\n/F0 10 Tf\n[(mot)]TJ\n0 -12.5 Td\n[(hai)]TJ\nET\nEMC\n',
    );
  });

  it('closes marked content before a group saves the state', async () => {
    const group: PageItem = {
      type: 'group',
      clip: [{ type: 'rect', x: 0, y: 0, width: 50, height: 50 }],
      items: [line('hai', [10, 30], tagOf(1))],
    };
    const file = await opened(
      one(line('mot', [10, 20], tagOf(1)), group, line('ba', [10, 40], tagOf(1))),
      archive,
    );
    expect(
      content(file)
        .match(/BDC|EMC|BT|ET|\bq\b|\bQ\b/g)
        ?.join(' '),
    ).toBe('BDC BT ET EMC q BDC BT ET EMC Q BDC BT ET EMC');
  });

  it('says what is furniture and what is generated', async () => {
    const items = [
      line('1', [10, 10], pagination),
      line('2', [10, 12], { ...pagination, part: 'head' }),
      line('3', [10, 14], { ...pagination, part: 'foot' }),
      line('a', [10, 20], tagOf(1)),
      line('b', [20, 20], tagOf(1), { origin: 'generated' }),
    ];
    const artifacts = [
      '/Artifact <</Type /Pagination>> BDC',
      '/Artifact <</Type /Pagination /Subtype /Header>> BDC',
      '/Artifact <</Type /Pagination /Subtype /Footer>> BDC',
    ];
    expect(content(await opened(one(...items), archive)).match(/.* BDC/g)).toEqual([
      ...artifacts,
      '/P <</MCID 0>> BDC',
      '/P <</MCID 1 /XXOrigin /generated>> BDC',
    ]);
    expect(content(await opened(one(...items), print)).match(/.* BDC/g)).toEqual([
      ...artifacts,
      '/Span <</XXOrigin /generated>> BDC',
    ]);
  });

  it('overprints in black ink in print', async () => {
    expect(content(await opened(one(text), print))).toContain('0 0 0 1 k\n/G0 gs\n');
  });

  it('never repeats what is set already', async () => {
    const lines = Array.from({ length: 20 }, (_, i) => line('mot hai', [10, 20 + i * 12], tagOf(1)));
    expect(content(await opened(one(...lines), archive)).match(/ Tf| rg| g\b| Tw| gs/g)).toEqual([' Tf']);
  });

  it('leaves the line under a run to layout, which has put it on the page', async () => {
    const underlined = line('Chữ', [10, 20], tagOf(1), { decorations: [lineOf('underline')] });
    const struck = line('Chữ', [10, 20], tagOf(1), { decorations: [lineOf('line-through')] });
    const plain = content(await opened(one(text), print));
    expect(content(await opened(one(underlined), print))).toBe(plain);
    expect(content(await opened(one(struck), print))).toBe(plain);
  });

  it('tells its text by ActualText where the glyphs cannot', async () => {
    const decomposed = wordLike(word('ab'), { text: 'ế', clusters: [0, 0] });
    const item: PageItem = { ...text, runs: [run([decomposed])] };
    expect(content(await opened(one(item), archive))).toContain(
      '/Span <</ActualText <FEFF1EBF>>> BDC\n/F0 10 Tf\n[(e',
    );
  });
});

describe('text read back by pdf.js', () => {
  it('has the words, and a column for each font of a face with many characters', async () => {
    // Without the soft hyphen and the micro sign, which pdf.js takes out and changes.
    const codePoints = Array.from({ length: 300 }, (_, i) => 0x21 + i).filter(
      (c) => c !== 0xad && c !== 0xb5,
    );
    const many = codePoints
      .map((c) => String.fromCodePoint(c))
      .filter((c) => serif.glyphOf(c.codePointAt(0) ?? 0) > 0);
    const document = one(line(`${many.join('')} Chữ quốc ngữ`, [10, 20], tagOf(1), { size: 1 }));
    const data = new Uint8Array(await written(document, archive));
    const read = await getDocument({ data, verbosity: 0 }).promise;
    const { items } = await (await read.getPage(1)).getTextContent();
    const found = items.map((item) => ('str' in item ? item.str : '')).join('');
    expect(found.normalize('NFC').replace(/\s+/g, ' ')).toBe(
      `${many.join('')} Chữ quốc ngữ`.normalize('NFC').replace(/\s+/g, ' '),
    );
    expect(new Set(items.flatMap((item) => ('fontName' in item ? [item.fontName] : []))).size).toBe(2);
  });
});

describe('pages', () => {
  it('of the archive have the trim alone, and resources of their own', async () => {
    const file = await opened(
      paged([page([text], { bleed: 9, marks: { crop: true, cross: false } })]),
      archive,
    );
    const [dictionary] = pages(file);
    expect(numbers(file, dictionary?.raw('MediaBox'))).toEqual([0, 0, 200, 300]);
    expect(dictionary?.raw('TrimBox')).toBeNull();
    expect(file.dict(dictionary?.raw('Resources') ?? null)).toBeInstanceOf(PdfDict);
    expect(file.nameOf(dictionary?.raw('Tabs') ?? null)).toBe('S');
  });

  it('of print have trim and bleed inside a media that holds the marks', async () => {
    const sheet = { bleed: 8.504, marks: { crop: true, cross: false } };
    const file = await opened(paged([page([text], sheet)]), print);
    const [dictionary] = pages(file);
    // 3 mm bleed, 1 mm gap, 5 mm mark, 1 mm beyond.
    expect(numbers(file, dictionary?.raw('TrimBox'))).toEqual([28.347, 28.347, 228.347, 328.347]);
    expect(numbers(file, dictionary?.raw('BleedBox'))).toEqual([19.843, 19.843, 236.851, 336.851]);
    expect(numbers(file, dictionary?.raw('MediaBox'))).toEqual([0, 0, 256.693, 356.693]);
    expect(content(file).match(/ l S/g)).toHaveLength(8);
    // In every ink, spot colours too.
    expect(content(file)).toContain('/Ink#20All CS 1 SCN\n0.25 w\n');
    const resources = file.dict(dictionary?.raw('Resources') ?? null);
    const spaces = file.dict(resources?.raw('ColorSpace') ?? null);
    const [, colorant, alternate] = file.array(spaces?.raw('Ink All') ?? null) ?? [];
    expect([colorant, alternate].map((one) => file.nameOf(one ?? null))).toEqual(['All', 'DeviceCMYK']);
    // The page is clipped to its bleed, behind the marks.
    expect(content(file)).toContain('Q\nq\n19.843 19.843 217.008 317.008 re\nW n\n');
    expect(content(file)).toMatch(/ET\nQ\n$/);
  });

  it('share the streams of their marks', async () => {
    const sheet = { bleed: 9, marks: { crop: true, cross: true } };
    const file = await opened(paged([page([text], sheet), page([text], { number: 2, ...sheet })]), print);
    const [first, second] = pages(file).map((dictionary) => file.array(dictionary.raw('Contents')) ?? []);
    expect(first).toHaveLength(3);
    expect([second?.[0], second?.[2]]).toEqual([first?.[0], first?.[2]]);
  });

  it('have a blending space only where something is transparent', async () => {
    const faint: PageItem = { type: 'group', opacity: 0.5, items: [text] };
    const file = await opened(paged([page([text]), page([faint], { number: 2 })]), print);
    const groups = pages(file).map((dictionary) =>
      file.nameOf(file.dict(dictionary.raw('Group'))?.raw('CS') ?? null),
    );
    expect(groups).toEqual([undefined, 'DeviceCMYK']);
  });
});

describe('a transparency group', () => {
  const faint: PageItem = { type: 'group', opacity: 0.5, items: [text, line('mờ', [10, 40], tagOf(1))] };

  it.each([
    [archive, 'DeviceRGB'],
    [print, 'DeviceCMYK'],
  ] as const)('is a form in the blending space of its edition: $0.edition', async (config, space) => {
    const file = await opened(one(faint), config);
    const [dictionary] = pages(file);
    const forms = file.dict(file.dict(dictionary?.raw('Resources') ?? null)?.raw('XObject') ?? null);
    const form = file.resolve(forms?.raw('X0') ?? null);
    if (!(form instanceof PdfStream)) throw new Error('no form');
    const group = file.dict(form.dict.raw('Group'));
    expect([group?.raw('S'), group?.raw('CS')].map((value) => file.nameOf(value ?? null))).toEqual([
      'Transparency',
      space,
    ]);
    // Resources are its own, not those of the page it is on (ISO 19005-2, 6.2.2).
    expect(file.dict(form.dict.raw('Resources'))).toBeInstanceOf(PdfDict);
    expect(numbers(file, form.dict.raw('BBox'))).toEqual([0, 0, 200, 300]);
  });

  it('is where its content stands for the structure', async () => {
    const file = await opened(one(faint), archive);
    const root = file.dict(file.catalog.raw('StructTreeRoot'));
    const document = file.dict((file.array(root?.raw('K') ?? null) ?? [])[0] ?? null);
    const paragraph = file.dict(document?.raw('K') ?? null);
    const content = file.dict(paragraph?.raw('K') ?? null);
    expect(file.number(content?.raw('MCID') ?? null)).toBe(0);
    expect(file.resolve(content?.raw('Stm') ?? null)).toBeInstanceOf(PdfStream);
    // Keys of the parent tree: the page, which has nothing of its own, then the form.
    const tree = file.dict(root?.raw('ParentTree') ?? null);
    expect((file.array(tree?.raw('Nums') ?? null) ?? []).map((value) => file.array(value)?.length)).toEqual([
      undefined,
      0,
      undefined,
      1,
    ]);
  });
});

describe('what print leaves out', () => {
  it('is links, destinations and tags', async () => {
    const file = await opened(await sampleDocument(), print);
    expect(pages(file).map((dictionary) => dictionary.raw('Annots'))).toEqual([null, null]);
    expect(file.catalog.raw('StructTreeRoot')).toBeNull();
    expect(file.dict(file.catalog.raw('Names'))?.raw('Dests')).toBeNull();
  });
});

describe('links of the archive', () => {
  it('say where they lead, in ASCII, and stand on their own page in the structure', async () => {
    const file = await opened(await sampleDocument(), archive);
    const annotations = pages(file).flatMap((dictionary) => file.array(dictionary.raw('Annots')) ?? []);
    const [url, note] = annotations.map((annotation) => file.dict(annotation));
    expect(file.text(file.dict(url?.raw('A') ?? null)?.raw('URI') ?? null)).toBe(
      'https://example.org/ti%E1%BA%BFng%20vi%E1%BB%87t',
    );
    expect(file.text(note?.raw('Dest') ?? null)).toBe('ghi-ch_fa_');
    expect(annotations.map((annotation) => file.number(file.dict(annotation)?.raw('F') ?? null))).toEqual([
      4, 4,
    ]);
  });

  it('are left out, with a warning, when nothing has their id', async () => {
    const dead: PageItem = {
      type: 'link',
      tag: tagOf(1),
      x: 0,
      y: 0,
      width: 9,
      height: 9,
      target: { type: 'destination', id: 'nowhere' },
      description: 'x',
    };
    expect(await codesOf(one(text, dead), archive)).toEqual(['PDF-LINK']);
    const span = { file: 'bai.md', line: 7 };
    const structure = elements([['Document'], ['P', 0, { span }]]);
    const { diagnostics } = await writePdf(paged([page([text, dead])], { structure }), archive, host);
    expect(diagnostics).toMatchObject([{ code: 'PDF-LINK', edition: 'archive', span }]);
  });
});

it('a figure without alternative text is told with its place in the source', async () => {
  const span = { file: 'bai.md', line: 7 };
  const structure = elements([['Document'], ['Figure', 0, { span }]]);
  const { diagnostics } = await writePdf(paged([page([text])], { structure }), archive, host);
  expect(diagnostics).toMatchObject([{ code: 'PDF-ALT', edition: 'archive', values: { page: '1' }, span }]);
});

describe('navigation', () => {
  it('nests bookmarks by level, closed, and labels pages by ranges', async () => {
    const document = paged(
      ['i', 'ii', '1', '2', 'Bìa'].map((label, i) => page([text], { number: i + 1, label })),
      {
        outline: [
          { title: 'Một', level: 1, page: 0, y: 0 },
          { title: 'Một.một', level: 2, page: 1, y: 10 },
          { title: 'Hai', level: 1, page: 2, y: 0 },
        ],
      },
    );
    const file = await opened(document, archive);
    const root = file.dict(file.catalog.raw('Outlines'));
    const first = file.dict(root?.raw('First') ?? null);
    expect([root, first].map((item) => file.number(item?.raw('Count') ?? null))).toEqual([2, -1]);
    const read = await getDocument({ data: new Uint8Array(file.bytes), verbosity: 0 }).promise;
    expect(await read.getPageLabels()).toEqual(['i', 'ii', '1', '2', 'Bìa']);
    expect((await read.getOutline()).map(({ title, items }) => [title, items.length])).toEqual([
      ['Một', 1],
      ['Hai', 0],
    ]);
  });

  it('finds a thousand destinations through a balanced tree', async () => {
    const ids = Array.from({ length: 1000 }, (_, i) => `muc-${i}`);
    const destinations = new Map(ids.map((id, i) => [id, { page: 0, y: i % 300 }]));
    const file = await opened(paged([page([text])], { destinations }), archive);
    const read = await getDocument({ data: new Uint8Array(file.bytes), verbosity: 0 }).promise;
    expect((await read.getDestination('muc-777'))?.[3]).toBe(300 - 177);
    const tree = file.dict(file.dict(file.catalog.raw('Names'))?.raw('Dests') ?? null);
    expect(file.array(tree?.raw('Kids') ?? null)?.length).toBe(16);
  });
});

describe('pictures', () => {
  const image = (asset: Awaited<ReturnType<typeof picture>>): PageItem => {
    const box = { x: 0, y: 0, width: 24, height: 16 };
    return { type: 'image', tag: background, image: asset, ...box, content: box };
  };
  const objects = (file: PdfFile): PdfDict[] => {
    const xobjects = file.dict(file.dict(pages(file)[0]?.raw('Resources') ?? null)?.raw('XObject') ?? null);
    return Array.from({ length: 9 }, (_, i) => file.dict(xobjects?.raw(`I${i}`) ?? null)).filter(
      (d) => d !== undefined,
    );
  };

  it('are written once, however often they are shown', async () => {
    const asset = await picture('a', 'jpeg', 'rgb');
    const file = await opened(paged([page([image(asset), image(asset)]), page([image(asset)])]), archive);
    expect(objects(file)).toHaveLength(1);
  });

  it('keep a JPEG as it is', async () => {
    const asset = await picture('a', 'jpeg', 'gray');
    const bytes = await written(one(image(asset)), archive);
    expect(Buffer.from(bytes).includes(Buffer.from(asset.bytes))).toBe(true);
  });

  it('fill an area as a pattern, which pages share', async () => {
    const asset = await picture('a', 'jpeg', 'rgb');
    // Page of 300: the tile's lower edge is 300 − 20 − 8.
    const tiles: PageItem = {
      type: 'tiles',
      tag: background,
      image: asset,
      x: 10,
      y: 20,
      width: 100,
      height: 40,
      tile: { x: 10, y: 20, width: 12, height: 8 },
      step: { x: 13.5, y: 8 },
    };
    const file = await opened(paged([page([tiles]), page([tiles])]), archive);
    expect(content(file)).toContain(
      '/Artifact <</Type /Layout>> BDC\n/Pattern cs /P0 scn\n10 240 100 40 re\nf\nEMC',
    );
    const resources = file.dict(pages(file)[1]?.raw('Resources') ?? null);
    const patterns = file.dict(resources?.raw('Pattern') ?? null);
    const pattern = file.resolve(patterns?.raw('P0') ?? null);
    if (!(pattern instanceof PdfStream)) throw new Error('no pattern');
    expect(file.numbers(pattern.dict.raw('Matrix'))).toEqual([1, 0, 0, 1, 10, 272]);
    expect(file.numbers(pattern.dict.raw('BBox'))).toEqual([0, 0, 12, 8]);
    expect([pattern.dict.raw('XStep'), pattern.dict.raw('YStep')]).toEqual([13.5, 8]);
    const cell = Buffer.from(file.decode(pattern) ?? []).toString('latin1');
    expect(cell).toBe('12 0 0 8 0 0 cm /I0 Do\n');
    expect(patterns?.raw('P1')).toBe(null);
    expect(objects(file)).toHaveLength(1);
  });

  it('have a soft mask only where something shows through', async () => {
    const clear = await picture('a', 'png', 'rgb', true);
    const opaque = { ...(await picture('b', 'png', 'rgb')), alpha: true };
    const file = await opened(one(image(clear), image(opaque)), archive);
    expect(objects(file).map((object) => object.raw('SMask') !== null)).toEqual([true, false]);
  });

  it('are in the colours that the edition can mean', async () => {
    const assets = [
      await picture('a', 'jpeg', 'cmyk'),
      await picture('b', 'png', 'gray'),
      await picture('c', 'jpeg', 'rgb'),
    ];
    const spaces = async (config: PdfConfig): Promise<(string | undefined)[]> => {
      const file = await opened(one(...assets.map(image)), config);
      return objects(file).map((object) => {
        const space = object.raw('ColorSpace');
        return file.nameOf(space) ?? file.nameOf(file.array(space)?.[0] ?? null);
      });
    };
    expect(await spaces(archive)).toEqual(['DeviceRGB', 'DeviceGray', 'DeviceRGB']);
    expect(await spaces(print)).toEqual(['DeviceCMYK', 'DeviceGray', 'ICCBased']);
  });

  it('share a profile that is the same, byte for byte', async () => {
    const own = host.read(host.resource('icc/sRGB2014.icc'));
    const profile = Buffer.from(own.ok ? own.bytes : []);
    const other = Buffer.from(profile);
    other.writeUInt8(1, 127); // reserved in the header: another profile, if only by this
    const carrying = async (icc: Uint8Array) => ({ ...(await picture('a', 'jpeg', 'rgb')), icc });
    const assets = [await carrying(other), await carrying(Buffer.from(other)), await carrying(profile)];
    const file = await opened(one(...assets.map(image)), print);
    const streams = objects(file).map((object) => file.array(object.raw('ColorSpace'))?.[1]);
    expect(streams[0]).toBeDefined();
    expect(streams[1]).toEqual(streams[0]);
    expect(streams[2]).not.toEqual(streams[0]);
    const resources = file.dict(pages(file)[0]?.raw('Resources') ?? null);
    const srgb = file.array(file.dict(resources?.raw('ColorSpace') ?? null)?.raw('DefaultRGB') ?? null);
    expect(streams[2]).toEqual(srgb?.[1]);
  });

  it('carry the pixels that their largest place shows, in their own colours', async () => {
    // 1 inch wide: 900 pixels are half as many again as 300 an inch, and far more than 200.
    const wide = async (width: number, colour: 'gray' | 'rgb' | 'cmyk', format: 'jpeg' | 'png' = 'jpeg') => {
      const light = await picture('a', format, colour, false, { width, height: width / 2 });
      // Behind its end a file may hold whatever it likes: so heavy that it is worth the while.
      return { ...light, bytes: new Uint8Array(Buffer.concat([light.bytes, Buffer.alloc(1_200_000)])) };
    };
    const at = (asset: ImageAsset, inches: number): PageItem => {
      const box = { x: 0, y: 0, width: 72 * inches, height: 36 * inches };
      return { type: 'image', tag: background, image: asset, ...box, content: box };
    };
    const widths = async (config: PdfConfig, ...items: readonly PageItem[]) =>
      objects(await opened(one(...items), config)).map((object) => object.raw('Width'));
    const photo = await wide(900, 'rgb');
    expect(await widths(print, at(photo, 1))).toEqual([300]);
    expect(await widths(archive, at(photo, 1))).toEqual([200]);
    expect(await widths(print, at(photo, 1), at(photo, 2))).toEqual([600]);
    expect(await widths(print, at(photo, 2.1))).toEqual([900]);
    expect(await widths(print, at(photo, 5))).toEqual([900]);
    // In a group that makes it half as large.
    const group = (...items: readonly PageItem[]): PageItem => ({
      type: 'group',
      items,
      transform: [0.5, 0, 0, 0.5, 0, 0],
    });
    expect(await widths(print, group(at(photo, 2)))).toEqual([300]);
    // Nothing would be won.
    const light = await picture('a', 'jpeg', 'rgb', false, { width: 900, height: 450 });
    expect(await widths(print, at(light, 1))).toEqual([900]);
    const drawn = await wide(900, 'rgb', 'png');
    const inks = await wide(900, 'cmyk');
    const grey = await wide(900, 'gray');
    const file = await opened(one(...[drawn, inks, grey].map((asset) => at(asset, 1))), print);
    const seen = objects(file).map((object) => [object.raw('Width'), file.nameOf(object.raw('ColorSpace'))]);
    expect(seen).toEqual([
      [300, undefined],
      [300, 'DeviceCMYK'],
      [300, 'DeviceGray'],
    ]);
    const bytes = await written(one(at(photo, 1)), print);
    expect(Buffer.from(bytes).equals(await written(one(at(photo, 1)), print))).toBe(true);
  });

  it('that are drawings are drawn for their largest place', async () => {
    const markup =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><circle cx="5" cy="5" r="4" fill="#a33"/></svg>';
    const asset: ImageAsset = {
      ...(await picture('a', 'png', 'rgb')),
      format: 'svg',
      bytes: new TextEncoder().encode(markup),
      width: 20,
      height: 10,
      alpha: true,
    };
    const box = { x: 0, y: 0, width: 144, height: 72 };
    const item: PageItem = { type: 'image', tag: tagOf(0), image: asset, ...box, content: box };
    const [drawn] = objects(await opened(one(item), print));
    expect([drawn?.raw('Width'), drawn?.raw('Height')]).toEqual([600, 300]);
    expect(drawn?.raw('SMask')).not.toBe(null);
    expect((await writePdf(one(item), print, host)).diagnostics).toEqual([]);
  });

  it('of few pixels are told of in print, with the page and the width that they allow', async () => {
    const asset = await picture('a', 'jpeg', 'rgb');
    // 24 pixels on 24 pt are 72 an inch; at 150 they are 4 mm wide.
    const figure = { ...image(asset), tag: tagOf(0) };
    const document = paged([page([]), page([figure], { label: '2' })]);
    const said = async (config: PdfConfig) => (await writePdf(document, config, host)).diagnostics;
    expect((await said(print)).map(({ code, values }) => [code, values])).toEqual([
      ['PDF-RESOLUTION', { path: 'a.jpeg', resolution: 72, page: '2', least: 150, width: 4 }],
    ]);
    expect((await said(archive)).filter(({ code }) => code === 'PDF-RESOLUTION')).toEqual([]);
    expect((await writePdf(one(image(asset)), print, host)).diagnostics).toEqual([]);
  });

  it('that cannot be read are an error', async () => {
    const broken = { ...(await picture('a', 'png', 'rgb')), bytes: Uint8Array.of(1, 2, 3) };
    expect(await codesOf(one(image(broken)), print)).toEqual(['PDF-IMAGE']);
  });
});

describe('no file is written', () => {
  const figure = paged([page([{ ...text, tag: tagOf(1) }])], {
    structure: elements([['Document'], ['Figure', 0]]),
  });
  const locked = (fsType: number): FontFace =>
    Object.assign(packageFace('source-serif-4/SourceSerif4-Regular.ttf'), { fsType });
  const inLocked = (fsType: number): PagedDocument =>
    one({ ...text, runs: [run(wordsOf('a').map((each) => ({ ...each, face: locked(fsType) })))] });
  const deep = Array.from({ length: 30 }).reduce<PageItem>(
    (item) => ({ type: 'group', items: [item] }),
    text,
  );

  it.each<[string, PagedDocument, PdfConfig, string[]]>([
    ['without pages', paged([]), print, ['PDF-EMPTY']],
    ['without a title', one(text), { ...archive, title: ' ' }, ['PDF-TITLE']],
    ['without a language', { ...one(text), language: '' }, archive, ['PDF-LANGUAGE']],
    ['with a figure that says nothing', figure, archive, ['PDF-ALT']],
    ['with a font that may not be embedded', inLocked(2), print, ['PDF-FONT-LICENCE']],
    ['with a font that may not be taken apart', inLocked(0x100), print, ['PDF-FONT-SUBSET']],
    ['with a font whose outlines may not be embedded', inLocked(0x200), print, ['PDF-FONT-BITMAPS']],
    [
      'with a page larger than a PDF may be',
      paged([page([text], { width: 20_000 })]),
      archive,
      ['PDF-PAGE-SIZE'],
    ],
    ['with groups too deep', one(deep), print, ['PDF-NESTING']],
    [
      'with a character that the font lacks',
      one({ ...text, runs: [run([wordLike(word('a'), { glyphs: [0] })])] }),
      archive,
      ['PDF-GLYPH'],
    ],
  ])('%s', async (_name, document, config, codes) => {
    expect(await codesOf(document, config)).toEqual(codes);
  });

  it('without the colour profile of its edition', async () => {
    const bare: Host = { ...host, read: () => ({ ok: false, reason: 'missing' }) };
    expect(await codesOf(one(text), archive, bare)).toEqual(['PDF-PROFILE']);
    const cut: Host = { ...host, read: (path) => shortened(host.read(path)) };
    expect(await codesOf(one(text), archive, cut)).toEqual(['PDF-PROFILE']);
    expect(await codesOf(one(text), print, bare)).toEqual(['PDF-PROFILE', 'PRINTER-PROFILE-MISSING']);
  });
});

describe('the figure without alternative text', () => {
  it('may be printed', async () => {
    const figure = paged([page([{ ...text, tag: tagOf(1) }])], {
      structure: elements([['Document'], ['Figure', 0]]),
    });
    expect(await codesOf(figure, print)).toEqual([]);
  });
});

describe('the description', () => {
  it('escapes what XML reserves, and agrees with the information dictionary', async () => {
    const file = await opened(one(text), archive);
    const stream = file.resolve(file.catalog.raw('Metadata'));
    const xmp = Buffer.from((stream instanceof PdfStream && file.decode(stream)) || []).toString('utf8');
    expect(xmp).toContain('Tom &amp; Jerry &lt;1&gt;: chữ quốc ngữ');
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    const information = file.dict(file.trailer.raw('Info'));
    expect(file.text(information?.raw('Title') ?? null)).toBe(archive.title);
    expect(file.text(information?.raw('Author') ?? null)).toBe('Hà My');
  });

  it('holds the record of the archive, described where the level wants it', async () => {
    const record = archiveRecord({ language: 'vi', title: 'A & B', archive: { FileCode: '02' } }, 3);
    const xmp = async (level: '1a' | '2b' | '4'): Promise<string> =>
      Buffer.from(await written(one(text), { ...archive, level, record })).toString('utf8');
    for (const level of ['1a', '2b', '4'] as const) {
      const packet = await xmp(level);
      expect(packet).toContain('<tt02:FileCode>02</tt02:FileCode><tt02:Subject>A &amp; B</tt02:Subject>');
      const described = [...packet.matchAll(/<pdfaProperty:name>(\w+)<.*?valueType>(\w+)</g)];
      expect(described.map(([, name, type]) => `${name} ${type}`)).toEqual([
        ...(level === '1a' ? ['part Integer'] : []),
        ...(level === '4' ? [] : ['FileCode Text', 'Subject Text', 'Language Text', 'PageAmount Integer']),
      ]);
    }
    const printed = Buffer.from(await written(one(text), print)).toString('utf8');
    expect(printed).not.toContain('tt02');
  });

  it('gives different content different identifiers', async () => {
    const identifier = async (document: PagedDocument): Promise<string> => {
      const file = await opened(document, archive);
      return JSON.stringify(file.array(file.trailer.raw('ID')));
    };
    expect(await identifier(one(text))).not.toBe(await identifier(one(line('Khác', [10, 20], tagOf(1)))));
  });
});
