/** The field that is kept for a signature, read back; and that all before it stays as it was. */
import { expect, it } from 'vitest';
import { PdfRef, PdfStream } from '../../../src/check/pdf/objects.js';
import { openPdf, type PdfFile } from '../../../src/check/pdf/open-pdf.js';
import { archive, line, page, paged, tagOf, written } from '../../support/pdf-pages.js';

const document = paged([
  page([line('Chữ', [10, 20], tagOf(1))], { width: 595, height: 842 }),
  page([line('Chữ', [10, 20], tagOf(1, 1))], { number: 2 }),
]);

async function opened(level: '1a' | '2a' | '4', signature = true): Promise<PdfFile> {
  const bytes = await written(document, { ...archive, level, signature });
  const { value } = openPdf(bytes, 'x.pdf');
  if (!value) throw new Error('no PDF');
  return value;
}

it.each(['1a', '2a', '4'] as const)('is one empty field on the first page at level %s', async (level) => {
  const file = await opened(level);
  const form = file.dict(file.catalog.raw('AcroForm'));
  const fields = file.array(form?.raw('Fields') ?? null) ?? [];
  expect(fields).toHaveLength(1);
  expect(form?.raw('NeedAppearances')).toBeNull();
  const field = file.dict(fields[0] ?? null);
  expect(['Subtype', 'FT'].map((key) => file.nameOf(field?.raw(key) ?? null))).toEqual(['Widget', 'Sig']);
  expect(['T', 'TU', 'Contents'].map((key) => file.text(field?.raw(key) ?? null))).toEqual([
    'Signature',
    'Chữ ký số',
    'Chữ ký số',
  ]);
  // Not signed: a value is for whoever signs.
  expect([field?.raw('V'), field?.raw('A'), field?.raw('AA')]).toEqual([null, null, null]);
  expect(file.number(field?.raw('F') ?? null)).toBe(4);
  const [left = 0, bottom = 0, right = 0, top = 0] = file.numbers(field?.raw('Rect') ?? null) ?? [];
  // 70 × 10 mm, 3 mm from the corner.
  expect([right - left, top - bottom].map(Math.round)).toEqual([198, 28]);
  expect([595 - right, 842 - top].map(Math.round)).toEqual([9, 9]);
  const look = file.resolve(file.dict(field?.raw('AP') ?? null)?.raw('N') ?? null);
  expect(look instanceof PdfStream && file.decode(look)).toHaveLength(0);
  const [first, second] = file.array(file.dict(file.catalog.raw('Pages'))?.raw('Kids') ?? null) ?? [];
  expect(file.array(file.dict(first ?? null)?.raw('Annots') ?? null)).toEqual(fields);
  expect(file.dict(second ?? null)?.raw('Annots')).toBeNull();
});

it('stands in an element of its own, behind all others', async () => {
  const file = await opened('4');
  const root = file.dict(file.catalog.raw('StructTreeRoot'));
  const top = file.dict(file.array(root?.raw('K') ?? null)?.[0] ?? null);
  const last = file.array(top?.raw('K') ?? null)?.at(-1) ?? null;
  const element = file.dict(last);
  expect(file.nameOf(element?.raw('S') ?? null)).toBe('Form');
  const field = file.array(file.dict(file.catalog.raw('AcroForm'))?.raw('Fields') ?? null)?.[0] ?? null;
  expect(file.dict(element?.raw('K') ?? null)?.raw('Obj')).toEqual(field);
  const key = file.number(file.dict(field)?.raw('StructParent') ?? null) ?? -1;
  const entries = file.array(file.dict(root?.raw('ParentTree') ?? null)?.raw('Nums') ?? null) ?? [];
  const at = entries.findIndex((entry, i) => i % 2 === 0 && file.number(entry) === key);
  expect(entries[at + 1]).toEqual(last);
  expect(last).toBeInstanceOf(PdfRef);
});

it('is there when it is asked for, and only in the archive', async () => {
  expect((await opened('2a', false)).catalog.raw('AcroForm')).toBeNull();
});

it('fits a page that is smaller than its box', async () => {
  const small = paged([page([line('Chữ', [10, 20], tagOf(1))], { width: 100, height: 30 })]);
  const { value: file } = openPdf(await written(small, { ...archive, signature: true }), 'x.pdf');
  const field = file?.array(file.dict(file.catalog.raw('AcroForm'))?.raw('Fields') ?? null)?.[0] ?? null;
  const [left = 0, bottom = 0, right = 0, top = 0] =
    file?.numbers(file.dict(field)?.raw('Rect') ?? null) ?? [];
  expect(left).toBeGreaterThan(0);
  expect(bottom).toBeGreaterThan(0);
  expect([right > left, top > bottom]).toEqual([true, true]);
});
