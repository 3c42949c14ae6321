/** Files inside of a PDF, read back by their objects: what validators do not compare. */
import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { writeAttachments } from '../../../src/pdf/attachments.js';
import { PdfFile } from '../../../src/pdf/pdf-file.js';
import { archive, page, line, paged, tagOf, written } from '../../support/pdf-pages.js';

const text = new TextEncoder().encode('Một đoạn văn.\n');
const photo = Uint8Array.of(0xff, 0xd8, 0xff, 0xd9);
const attachments = [
  { name: 'bài.txt', bytes: text, relationship: 'Source' },
  { name: 'hinh/anh.jpg', bytes: photo, relationship: 'Source' },
] as const;

/** The objects of the file in Latin-1, object streams unpacked. */
function syntaxOf(bytes: Uint8Array): string {
  const plain = Buffer.from(bytes).toString('latin1');
  const unpacked = [...plain.matchAll(/\/ObjStm[^>]*>>\nstream\n/g)].map(({ index, 0: head }) =>
    inflateSync(bytes.subarray(index + head.length)).toString('latin1'),
  );
  return [plain, ...unpacked].join('\n');
}

function carrying(): string {
  const file = new PdfFile({ pdfVersion: '1.7', objectStreams: true, information: true });
  file.describe('vi', {});
  writeAttachments(file, attachments, '2020-01-13T00:00:00Z');
  return syntaxOf(file.finish());
}

it('says size, checksum, type and the date of the publication', () => {
  const syntax = carrying();
  const md5 = createHash('md5').update(text).digest('hex');
  expect(syntax).toContain('/Subtype /text#2Fplain');
  expect(syntax).toContain('/Subtype /image#2Fjpeg');
  expect(syntax).toContain(`/Size ${text.length} /CheckSum <${md5}> /ModDate (D:20200113000000Z)`);
  expect(syntax).toContain('/AFRelationship /Source');
});

it('names them in a sorted tree of ASCII keys, and by their own names', () => {
  const syntax = carrying();
  const keys = ['(SHA256SUMS.txt)', '(b_e0_i.txt)', '(hinh_2f_anh.jpg)'];
  expect(syntax.match(/\/Names \[(\(SHA[^\]]*)\]/)?.[1]?.replace(/ \d+ 0 R/g, '')).toBe(keys.join(' '));
  expect(syntax).toContain('/UF <FEFF006200E00069002E007400780074>');
  expect(syntax).toMatch(/\/AF \[\d+ 0 R \d+ 0 R \d+ 0 R\]/);
});

it('carries a list of hashes that sha256sum reads', () => {
  const lines = attachments.map(
    ({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`,
  );
  expect(carrying()).toContain(`/Size ${Buffer.byteLength(lines.join(''))} `);
});

it('is for the levels that have files inside, whatever was given', async () => {
  const document = paged([page([line('chữ', [10, 20], tagOf(1))])]);
  const has = async (level: '2a' | '3a' | '4' | '4f'): Promise<boolean> =>
    syntaxOf(await written(document, { ...archive, level, attachments })).includes('/EmbeddedFile');
  expect([await has('2a'), await has('3a')]).toEqual([false, true]);
  expect([await has('4'), await has('4f')]).toEqual([false, true]);
});
