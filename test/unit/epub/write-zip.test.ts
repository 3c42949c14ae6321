import { describe, expect, it } from 'vitest';
import { writeZip } from '../../../src/epub/write-zip.js';
import { readZip } from '../../support/read-zip.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const long = bytesOf('ấn phẩm '.repeat(200));
const entries = [
  { name: 'OEBPS/b.xhtml', bytes: long },
  { name: 'OEBPS/images/a.jpg', bytes: long },
  { name: 'META-INF/container.xml', bytes: long },
  { name: 'mimetype', bytes: bytesOf('application/epub+zip') },
  { name: 'OEBPS/tiny.css', bytes: bytesOf('p{}') },
];

describe('writeZip', () => {
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
    for (const { name, bytes } of entries) {
      expect(Buffer.compare(records.find((record) => record.name === name)?.bytes ?? long, bytes)).toBe(0);
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
