import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { joinParts } from '../../../src/document/join-parts.js';
import { overfull, packTexts, zipParts, type ZipEntry } from '../../../src/epub/write-zip.js';
import { readZip } from '../../support/read-zip.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const long = bytesOf('ấn phẩm '.repeat(200));
const writeZip = (files: readonly ZipEntry[], modified: string): Uint8Array =>
  joinParts(zipParts(files, modified));
const entries = [
  { name: 'OEBPS/b.xhtml', file: { bytes: long } },
  { name: 'OEBPS/images/a.jpg', file: { bytes: long } },
  { name: 'META-INF/container.xml', file: { bytes: long } },
  { name: 'mimetype', file: { bytes: bytesOf('application/epub+zip') } },
  { name: 'OEBPS/tiny.css', file: { bytes: bytesOf('p{}') } },
];

describe('zipParts', () => {
  const zip = writeZip(entries, '2020-01-13T08:30:10Z');
  const records = readZip(zip);

  it('puts mimetype first, stored, readable at byte 38 without an extra field (EPUB 3.3, 4.3.3)', () => {
    expect(Buffer.from(zip).toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip');
    expect(records[0]).toMatchObject({ name: 'mimetype', method: 0, extra: 0, offset: 0 });
  });

  it('sorts the others, without folders, pictures and what would grow stored', () => {
    expect(records.map(({ name, method }) => [name, method])).toEqual([
      ['mimetype', 0],
      ['META-INF/container.xml', 8],
      ['OEBPS/b.xhtml', 8],
      ['OEBPS/images/a.jpg', 0],
      ['OEBPS/tiny.css', 0],
    ]);
  });

  it('gives every file back', () => {
    for (const { name, file } of entries) {
      expect(Buffer.compare(records.find((record) => record.name === name)?.bytes ?? long, file.bytes)).toBe(
        0,
      );
    }
  });

  it('dates every entry in UTC whatever the zone', () => {
    // 2020-01-13: (2020 − 1980) · 512 + 1 · 32 + 13; 08:30:10: 8 · 2048 + 30 · 32 + 5.
    expect(new Set(records.map(({ date, time }) => `${date} ${time}`))).toEqual(new Set(['20525 17349']));
  });

  it('clamps dates before 1980', () => {
    expect(readZip(writeZip(entries, '1975-05-19T00:00:00Z'))[0]?.date).toBe((5 << 5) | 19);
  });

  it('does not depend on the order it is given', () => {
    expect(Buffer.compare(zip, writeZip(entries.toReversed(), '2020-01-13T08:30:10Z'))).toBe(0);
  });
});

describe('bytes that are lent', () => {
  it('are asked for when their turn comes, and never held', () => {
    const place = new Uint8Array(6);
    const asked: string[] = [];
    const lent = (name: string, content: string): ZipEntry => ({
      name,
      file: {
        get bytes(): never {
          throw new Error('held');
        },
        lent: {
          length: 6,
          digest: new Uint8Array(32),
          crc: crc32(bytesOf(content)),
          pieces: () => {
            asked.push(name);
            place.set(bytesOf(content));
            return [place.subarray(0, 2), place.subarray(2)];
          },
        },
      },
    });
    const parts = zipParts([lent('b.jpg', 'bbbbbb'), lent('a.jpg', 'aaaaaa')], '2020-01-13T08:30:10Z');
    parts.next();
    expect(asked).toEqual(['a.jpg']);
    const all = readZip(writeZip([lent('b.jpg', 'bbbbbb'), lent('a.jpg', 'aaaaaa')], '2020-01-13T08:30:10Z'));
    expect(all.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(['aaaaaa', 'bbbbbb']);
    const held = [
      { name: 'a.jpg', file: { bytes: bytesOf('aaaaaa') } },
      { name: 'b.jpg', file: { bytes: bytesOf('bbbbbb') } },
    ];
    expect(writeZip(held, '2020-01-13T08:30:10Z')).toEqual(
      writeZip([lent('a.jpg', 'aaaaaa'), lent('b.jpg', 'bbbbbb')], '2020-01-13T08:30:10Z'),
    );
  });
});

describe('overfull', () => {
  const many = (count: number): ZipEntry[] =>
    Array.from({ length: count }, (_, i) => ({ name: `${i}`, text: '' }));
  const large = (length: number): ZipEntry => ({
    name: 'a.jpg',
    file: {
      bytes: new Uint8Array(0),
      lent: { length, digest: new Uint8Array(32), crc: 0, pieces: () => [] },
    },
  });

  it('tells of more files than 16 bits count', () => {
    expect([overfull(many(0xffff)), overfull(many(0x10000))]).toEqual([undefined, 'files']);
  });

  it('tells of more bytes than 32 bits count', () => {
    // 22 of the end, 30 and 46 of the headers, twice the name of 5.
    expect([overfull([large(0xffffffff - 108)]), overfull([large(0xffffffff - 107)])]).toEqual([
      undefined,
      'bytes',
    ]);
  });
});

describe('packTexts', () => {
  it('changes no byte of the container', async () => {
    const texts = Array.from({ length: 9 }, (_, i) => ({
      name: `${i}.xhtml`,
      text: 'ấn phẩm '.repeat(i * 40),
    }));
    const files = [...entries, { name: 'mimetype.txt', text: 'x' }, ...texts];
    expect(
      Buffer.compare(
        writeZip(await packTexts(files), '2020-01-13T08:30:10Z'),
        writeZip(files, '2020-01-13T08:30:10Z'),
      ),
    ).toBe(0);
  });
});
