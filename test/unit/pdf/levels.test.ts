/** What the levels of the archive file are made of, where validators look away or a file must not come out. */
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { checkConformance, standardOf, type Checked } from '../../../src/pdf/conformance.js';
import { limitKids } from '../../../src/pdf/limit-kids.js';
import { dropRowGroups } from '../../../src/pdf/row-groups.js';
import { structureNode, type StructureKid, type StructureNode } from '../../../src/pdf/structure-node.js';
import { archive, elements, host, page, paged, line, tagOf, written } from '../../support/pdf-pages.js';
import { picture, sampleDocument } from '../../support/sample-pages.js';
import { writePdf } from '../../support/write-pdf.js';

const plain = paged([page([line('chữ', [10, 20], tagOf(1))])]);

it('writes level 1 without object streams, with a cross-reference table that finds every object', async () => {
  const bytes = await written(plain, { ...archive, level: '1b' });
  const text = Buffer.from(bytes).toString('latin1');
  expect(text.startsWith('%PDF-1.4\n')).toBe(true);
  expect(text).not.toMatch(/ObjStm|\/XRef/);
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const rows = text.slice(start).split('\n').slice(2);
  const size = Number(/\/Size (\d+)/.exec(text)?.[1]);
  rows.slice(0, size).forEach((row, id) => {
    expect(row).toHaveLength(19);
    if (row.includes(' n'))
      expect(text.slice(Number(row.slice(0, 10)))).toMatch(new RegExp(`^${id} 0 obj\n`));
  });
});

it('has no information dictionary in PDF 2.0, and says in XMP what it is', async () => {
  const bytes = await written(plain, { ...archive, level: '4' });
  const text = Buffer.from(bytes).toString('utf8');
  expect(text.startsWith('%PDF-2.0\n')).toBe(true);
  expect(text).not.toContain('/Info');
  expect(text).toContain('<pdfaid:part>4</pdfaid:part><pdfaid:rev>2020</pdfaid:rev>');
});

it('names the CIDs of a subset at level 1 only', async () => {
  const text = async (level: '1b' | '2b'): Promise<string> =>
    Buffer.from(await written(plain, { ...archive, level })).toString('latin1');
  expect(await text('1b')).toMatch(/\/CIDSet \d+ 0 R/);
  expect(await text('2b')).not.toContain('/CIDSet');
});

it.each(['1a', '1b'] as const)('withholds a file of level %s that has transparency', async (level) => {
  const { value, diagnostics } = await writePdf(await sampleDocument(), { ...archive, level }, host);
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ code, values }) => [code, values])).toEqual([
    ['PDF-TRANSPARENCY', { page: '1' }],
    ['PDF-TRANSPARENCY', { page: '2' }],
  ]);
});

it('withholds a file of level 1 with a picture that shines through, and names it', async () => {
  const image = await picture('dau', 'png', 'rgb', true);
  const shown = { type: 'image', tag: tagOf(1), image, x: 0, y: 0, width: 24, height: 16 } as const;
  const content = { width: 24, height: 16 };
  const document = paged([page([{ ...shown, content: { ...content, x: 0, y: 0 } }])]);
  const { value, diagnostics } = await writePdf(document, { ...archive, level: '1b' }, host);
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([{ code: 'PDF-SOFT-MASK', values: { path: 'dau.png', page: '1' } }]);
});

it('converts a photo whose profile is too new for level 1, and only there', async () => {
  const pixels = sharp({ create: { width: 16, height: 16, channels: 3, background: '#c81e1e' } });
  const bytes = new Uint8Array(await pixels.withIccProfile('p3').jpeg({ quality: 100 }).toBuffer());
  const icc = (await sharp(bytes).metadata()).icc;
  if (!icc) throw new Error('no profile');
  expect(icc[8]).toBe(4);
  const plainPhoto = await picture('anh', 'jpeg', 'rgb', false, { width: 16, height: 16 });
  const image = { ...plainPhoto, bytes, icc: new Uint8Array(icc) };
  const area = { x: 0, y: 0, width: 16, height: 16 };
  const document = paged([page([{ type: 'image', tag: tagOf(1), image, ...area, content: area }])]);
  const first = Buffer.from(await written(document, { ...archive, level: '1b' }));
  expect(first.toString('latin1')).not.toContain('/ICCBased');
  const photo = first.subarray(first.indexOf(Buffer.of(0xff, 0xd8, 0xff)));
  const red = await sharp(photo, { failOn: 'none' }).raw().toBuffer();
  [200, 30, 30].forEach((value, i) => expect(Math.abs((red[i] ?? 0) - value)).toBeLessThan(6));
  const second = Buffer.from(await written(document, { ...archive, level: '2b' }));
  expect(second.includes(Buffer.from(bytes))).toBe(true);
});

it('has no groups of rows at level 1, whose PDF knows none', () => {
  const body = structureNode('TBody', nodes('TR', 2));
  const table = structureNode('Table', [{ type: 'element', order: 0, node: body }, ...nodes('TR', 1)]);
  dropRowGroups(table);
  expect(outline(table)).toBe('Table(TR() TR() TR())');
});

it('gives level 1 one creator, who are all authors', async () => {
  const metadata = { ...archive.metadata, authors: ['Hà My', 'Lê An'] };
  const creators = async (level: '1b' | '2b'): Promise<number> =>
    Buffer.from(await written(plain, { ...archive, metadata, level }))
      .toString('utf8')
      .match(/<dc:creator>.*<\/dc:creator>/)?.[0]
      .split('<rdf:li>').length ?? 0;
  expect([await creators('1b'), await creators('2b')]).toEqual([2, 3]);
});

function outline(node: StructureNode): string {
  const kids = node.kids.map((kid) => (kid.type === 'element' ? outline(kid.node) : '*'));
  return `${node.type}(${kids.join(' ')})`;
}

function nodes(type: StructureNode['type'], count: number): StructureKid[] {
  return Array.from({ length: count }, (_, order) => ({
    type: 'element',
    order,
    node: structureNode(type, []),
  }));
}

it.each([
  ['Document', 'P', 5, 'Document(Sect(Sect(P() P()) Sect(P() P())) Sect(Sect(P())))'],
  ['P', 'Span', 3, 'P(Span(Span() Span()) Span(Span()))'],
  ['L', 'LI', 3, 'L(L(LI() LI()) L(LI()))'],
  ['Table', 'TR', 3, 'Table(TR() TR() TR())'],
  ['Document', 'P', 2, 'Document(P() P())'],
] as const)('keeps %s with %s short', (parent, child, count, expected) => {
  const node = structureNode(parent, nodes(child, count));
  limitKids(node, 2);
  expect(outline(node)).toBe(expected);
});

it('refuses in level 1 what is too large for it, and in level 2 nothing', () => {
  const rows = (count: number, parent: number): readonly ['TR', number][] =>
    Array.from({ length: count }, () => ['TR', parent]);
  const file = (pages: number, objects: number, inGroup: number, inTable: number): Checked => ({
    labels: Array.from({ length: pages }, (_, i) => String(i + 1)),
    structure: elements([['Table'], ['TBody', 0], ...rows(inGroup, 1), ...rows(inTable, 0)]),
    survey: { faces: [], shown: new Map(), depth: 0, objects, transparent: [], misfits: [] },
    about: { metadata: { authors: [] }, title: 'Bài', identifier: 'urn:x', modified: '', language: 'vi' },
  });
  const said = (level: '1b' | '2b', checked: Checked): readonly (readonly unknown[])[] =>
    checkConformance(standardOf('archive', level), checked).map(({ code, values }) => [
      code,
      values['count'],
    ]);
  expect(said('1b', file(8191, 4095, 8000, 191))).toEqual([]);
  const large = file(8192, 4096, 8000, 192);
  expect(said('1b', large)).toEqual([
    ['PDF-PAGES', 8192],
    ['PDF-OBJECTS', 4096],
    ['PDF-ROWS', 8192],
  ]);
  expect(said('2b', large)).toEqual([]);
});
