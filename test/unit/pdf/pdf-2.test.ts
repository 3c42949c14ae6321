/** What PDF 2.0 files say of elements and destinations, read back by their objects: validators do not ask whether it is true. */
import { expect, it } from 'vitest';
import { PdfDict, PdfRef, PdfStream, type PdfObject } from '../../../src/check/pdf/objects.js';
import { isArray, openPdf, type PdfFile } from '../../../src/check/pdf/open-pdf.js';
import type { Destination, LinkItem, PagedDocument, PageItem } from '../../../src/document/page.js';
import { archive, elements, line, page, paged, tagOf, written } from '../../support/pdf-pages.js';

/** A page of contents, a text that calls a note twice, and the note; a long paragraph that goes on overleaf. */
const structure = elements([
  ['Document'],
  ['TOC', 0],
  ['L', 1],
  ['LI', 2],
  ['LBody', 3],
  ['Link', 4],
  ['Art', 0],
  ['H1', 6],
  ['P', 6],
  ['Reference', 8],
  ['Link', 9],
  ['Reference', 8],
  ['Link', 11],
  ['Note', 6, { noteType: 'Footnote', block: true }],
  ['Lbl', 13],
  ['P', 13],
  ['Div', 6],
  ['Figure', 16, { alt: 'ô' }],
  ['Caption', 16],
  ['Quote', 8],
  ['L', 6, { listNumbering: 'Description' }],
  ['Lbl', 20],
  ['Span', 0],
]);

function link(element: number, id: string): LinkItem {
  return {
    type: 'link',
    tag: tagOf(element, element + 0.5),
    target: { type: 'destination', id },
    description: 'x',
    x: 10,
    y: 10,
    width: 9,
    height: 9,
  };
}

function sample(more: ReadonlyMap<string, Destination> = new Map()): PagedDocument {
  const text = (element: number, order = element): PageItem =>
    line('chữ', [10, 20 + element], tagOf(element, order));
  const first = [text(5), link(5, 'dau'), text(7), text(8), text(10), link(10, 'chu')];
  const second = [text(19), text(12), link(12, 'chu'), text(14), text(15), text(17), text(18), text(21)];
  return paged([page(first), page(second, { number: 2 })], {
    structure,
    outline: [{ title: 'Một', level: 1, page: 0, y: 20, structure: 7 }],
    destinations: new Map([
      ['dau', { page: 0, y: 20, structure: 7 }],
      ['chu', { page: 1, y: 30, structure: 13 }],
      ...more,
    ]),
  });
}

async function opened(document: PagedDocument, level: '2a' | '4' = '4'): Promise<PdfFile> {
  const { value, diagnostics } = openPdf(await written(document, { ...archive, level }), 'x.pdf');
  if (!value) throw new Error(diagnostics.map(({ code }) => code).join(' '));
  return value;
}

/** Structure elements by object number, in reading order. */
function elementsOf(file: PdfFile): ReadonlyMap<number, PdfDict> {
  const found = new Map<number, PdfDict>();
  const visit = (value: PdfObject): void => {
    const dictionary = file.dict(value);
    if (!(value instanceof PdfRef) || dictionary === undefined || dictionary.raw('S') === null) return;
    found.set(value.number, dictionary);
    for (const kid of kidsOf(file, dictionary)) visit(kid);
  };
  for (const kid of kidsOf(file, file.dict(file.catalog.raw('StructTreeRoot')))) visit(kid);
  return found;
}

function kidsOf(file: PdfFile, dictionary: PdfDict | undefined): readonly PdfObject[] {
  const kids = dictionary?.raw('K') ?? null;
  return file.array(kids) ?? [kids];
}

function typeOf(file: PdfFile, value: PdfObject | undefined): string | undefined {
  return file.nameOf(file.dict(value ?? null)?.raw('S') ?? null);
}

function refs(file: PdfFile, dictionary: PdfDict | undefined): readonly number[] {
  return (file.array(dictionary?.raw('Ref') ?? null) ?? []).map((ref) =>
    ref instanceof PdfRef ? ref.number : 0,
  );
}

/** Type of the element that an SD leads to, and the height on its page. */
function landing(file: PdfFile, holder: PdfDict | undefined): readonly unknown[] {
  const [element, , , top] = file.array(holder?.raw('SD') ?? null) ?? [];
  return [typeOf(file, element), file.number(top ?? null)];
}

it('names the namespace of the types that PDF 2.0 has, and of no others', async () => {
  const file = await opened(sample());
  const types = [...elementsOf(file).values()].map((dictionary) => {
    const namespace = file.dict(dictionary.raw('NS') ?? null);
    const name = file.text(namespace?.raw('NS') ?? null) ?? '1.7';
    return `${typeOf(file, dictionary)} ${name.replace('http://iso.org/pdf2/ssn', '2.0')}`;
  });
  const known = [
    'Caption',
    'Document',
    'FENote',
    'Figure',
    'H1',
    'L',
    'LBody',
    'LI',
    'Lbl',
    'Link',
    'P',
    'Sect',
  ];
  const older = ['Art', 'Quote', 'Reference', 'TOC', 'TOCI'];
  const expected = [...known.map((type) => `${type} 2.0`), ...older.map((type) => `${type} 1.7`)];
  expect([...new Set(types)].sort()).toEqual(expected.sort());
  const first = await opened(sample(), '2a');
  expect([...elementsOf(first).values()].some((dictionary) => dictionary.raw('NS') !== null)).toBe(false);
});

it('ties notes and their calls both ways, and entries of contents to what they name', async () => {
  const file = await opened(sample());
  const all = elementsOf(file);
  const of = (type: string): [number, PdfDict][] =>
    [...all].filter(([, dictionary]) => typeOf(file, dictionary) === type);
  const [note] = of('FENote');
  const calls = of('Reference').filter(([, dictionary]) => dictionary.raw('Ref') !== null);
  expect(calls.map(([, call]) => refs(file, call))).toEqual([[note?.[0]], [note?.[0]]]);
  expect(refs(file, note?.[1])).toEqual(calls.map(([number]) => number));
  expect(of('TOCI').map(([, entry]) => refs(file, entry))).toEqual([of('H1').map(([number]) => number)]);
  const older = elementsOf(await opened(sample(), '2a')).values();
  expect([...older].some((dictionary) => dictionary.raw('Ref') !== null)).toBe(false);
});

it('leads links, names and bookmarks to an element, and to its page for viewers that know no more', async () => {
  const file = await opened(sample());
  const [sheet] = file.array(file.dict(file.catalog.raw('Pages'))?.raw('Kids') ?? null) ?? [];
  const links = file.array(file.dict(sheet ?? null)?.raw('Annots') ?? null) ?? [];
  const actions = links.map((annotation) => file.dict(file.dict(annotation)?.raw('A') ?? null));
  expect(actions.map((action) => landing(file, action))).toEqual([
    ['H1', 280],
    ['FENote', 270],
  ]);
  expect(actions.map((action) => file.text(action?.raw('D') ?? null))).toEqual(['dau', 'chu']);
  const outline = file.dict(file.dict(file.catalog.raw('Outlines'))?.raw('First') ?? null);
  const bookmark = file.dict(outline?.raw('A') ?? null);
  expect(landing(file, bookmark)).toEqual(['H1', 280]);
  expect(file.array(bookmark?.raw('D') ?? null)?.[0]).toEqual(sheet);
});

it.each([
  ['what goes on overleaf: what is in it there', { page: 1, y: 40, structure: 8 }, ['Reference', 260]],
  ['one that is left out: what is around it', { page: 0, y: 40, structure: 22 }, ['Document', 260]],
  ['furniture: the first of the page', { page: 1, y: 40 }, ['Reference', 260]],
  ['one whose page has nothing of it: the element', { page: 1, y: 40, structure: 7 }, ['H1', null]],
] as const)('finds an element for %s', async (_, destination, expected) => {
  const file = await opened(sample(new Map([['x', destination]])));
  const names = file.dict(file.dict(file.catalog.raw('Names'))?.raw('Dests') ?? null);
  const entries = file.array(names?.raw('Names') ?? null) ?? [];
  const at = entries.findIndex((entry) => file.text(entry) === 'x');
  expect(landing(file, file.dict(entries[at + 1] ?? null)).map((found) => found ?? null)).toEqual(expected);
});

it('has no object that nothing names', async () => {
  const file = await opened(sample());
  expect(Buffer.from(file.bytes).toString('latin1')).not.toContain('/Info');
  const reached = new Set<number>();
  const visit = (value: PdfObject): void => {
    if (value instanceof PdfRef) {
      if (reached.has(value.number)) return;
      reached.add(value.number);
      visit(file.resolve(value));
    }
    const dictionary = value instanceof PdfStream ? value.dict : value;
    if (dictionary instanceof PdfDict) for (const entry of dictionary.entries.values()) visit(entry);
    if (isArray(value)) for (const item of value) visit(item);
  };
  visit(file.trailer);
  const size = file.number(file.trailer.raw('Size')) ?? 0;
  const numbers = Array.from({ length: size }, (_, number) => number);
  const container = (value: PdfObject): boolean =>
    value instanceof PdfStream && ['ObjStm', 'XRef'].includes(file.nameOf(value.dict.raw('Type')) ?? '');
  const forgotten = numbers.filter((number) => {
    const value = reached.has(number) ? null : file.object(number);
    return value !== null && !container(value);
  });
  expect(forgotten).toEqual([]);
});
