/**
 * Reads a ZIP file back, from its central directory, with every field that a test may want to see.
 * Knows what our containers use: stored and deflated entries, no ZIP64.
 */
import { inflateRawSync } from 'node:zlib';

export interface ZipRecord {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  /** MS-DOS fields, as written. */
  readonly date: number;
  readonly time: number;
  /** Length of the extra field of the local header. */
  readonly extra: number;
  /** Of the local header. */
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** The entries in the order of the central directory. */
export function readZip(zip: Uint8Array): readonly ZipRecord[] {
  const bytes = Buffer.from(zip);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const records: ZipRecord[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const offset = bytes.readUInt32LE(at + 42);
    const extra = bytes.readUInt16LE(offset + 28);
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + extra;
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    const method = bytes.readUInt16LE(at + 10);
    records.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method,
      time: bytes.readUInt16LE(at + 12),
      date: bytes.readUInt16LE(at + 14),
      extra,
      offset,
      bytes: method === 8 ? inflateRawSync(packed) : packed,
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return records;
}

/** The text of each file, by name. */
export function zipTexts(zip: Uint8Array): ReadonlyMap<string, string> {
  return new Map(readZip(zip).map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]));
}
