/**
 * The ZIP container of an EPUB (EPUB 3.3, 4.3), written by ourselves so that the same files give the
 * same bytes: `mimetype` first and stored without extra field, the others by name, one given date, no
 * directory entries, and what is compressed already (JPEG, PNG) stored.
 */
import { crc32, deflateRawSync } from 'node:zlib';

/** A file of the container. */
export interface ZipEntry {
  /** ASCII path with forward slashes. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Written {
  readonly name: Buffer;
  readonly method: 0 | 8;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
  /** Of the local header, from the start of the file. */
  readonly offset: number;
}

const localHeaderSize = 30;
const centralHeaderSize = 46;
const endSize = 22;
/** APPNOTE 4.4.3: 2.0 reads deflate. */
const versionNeeded = 20;
/** APPNOTE 4.4.2: made on Unix, so that the file mode counts. */
const versionMadeBy = (3 << 8) | versionNeeded;
/** A plain file that everybody may read. */
const fileMode = 0o100644;

/** Writes the container; `modified` is `YYYY-MM-DDThh:mm:ssZ` and dates every entry, in UTC. */
export function writeZip(entries: readonly ZipEntry[], modified: string): Uint8Array {
  const stamp = dosDate(modified);
  const parts: Uint8Array[] = [];
  const written: Written[] = [];
  let offset = 0;
  for (const entry of sorted(entries)) {
    const record = pack(entry, offset);
    const header = localHeader(record, stamp);
    parts.push(header, record.packed);
    offset += header.length + record.packed.length;
    written.push(record);
  }
  const central = Buffer.concat(written.map((record) => centralHeader(record, stamp)));
  return new Uint8Array(
    Buffer.concat([...parts, central, endRecord(written.length, central.length, offset)]),
  );
}

function sorted(entries: readonly ZipEntry[]): readonly ZipEntry[] {
  const rank = (entry: ZipEntry): number => (entry.name === 'mimetype' ? 0 : 1);
  return [...entries].sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function pack({ name, bytes }: ZipEntry, offset: number): Written {
  const stored = name === 'mimetype' || /\.(jpe?g|png)$/.test(name);
  const deflated = stored ? undefined : deflateRawSync(bytes, { level: 9 });
  const smaller = deflated !== undefined && deflated.length < bytes.length;
  return {
    name: Buffer.from(name, 'ascii'),
    method: smaller ? 8 : 0,
    crc: crc32(bytes),
    size: bytes.length,
    packed: smaller ? deflated : bytes,
    offset,
  };
}

/** The fields that local and central headers share (APPNOTE 4.3.7), from `at` on. */
function commonFields(target: Buffer, at: number, record: Written, stamp: DosDate): void {
  target.writeUInt16LE(versionNeeded, at);
  target.writeUInt16LE(0, at + 2);
  target.writeUInt16LE(record.method, at + 4);
  target.writeUInt16LE(stamp.time, at + 6);
  target.writeUInt16LE(stamp.date, at + 8);
  target.writeUInt32LE(record.crc, at + 10);
  target.writeUInt32LE(record.packed.length, at + 14);
  target.writeUInt32LE(record.size, at + 18);
  target.writeUInt16LE(record.name.length, at + 22);
}

function localHeader(record: Written, stamp: DosDate): Buffer {
  const header = Buffer.alloc(localHeaderSize + record.name.length);
  header.writeUInt32LE(0x04034b50, 0);
  commonFields(header, 4, record, stamp);
  record.name.copy(header, localHeaderSize);
  return header;
}

function centralHeader(record: Written, stamp: DosDate): Buffer {
  const header = Buffer.alloc(centralHeaderSize + record.name.length);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(versionMadeBy, 4);
  commonFields(header, 6, record, stamp);
  header.writeUInt32LE(fileMode * 0x10000, 38);
  header.writeUInt32LE(record.offset, 42);
  record.name.copy(header, centralHeaderSize);
  return header;
}

function endRecord(count: number, centralSize: number, centralOffset: number): Buffer {
  const end = Buffer.alloc(endSize);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(centralSize, 12);
  end.writeUInt32LE(centralOffset, 16);
  return end;
}

interface DosDate {
  readonly date: number;
  readonly time: number;
}

/** MS-DOS date and time of a UTC moment (APPNOTE 4.4.6): from 1980 to 2107, in steps of 2 seconds. */
function dosDate(modified: string): DosDate {
  const moment = new Date(modified);
  const year = Math.min(2107, Math.max(1980, moment.getUTCFullYear()));
  return {
    date: ((year - 1980) << 9) | ((moment.getUTCMonth() + 1) << 5) | moment.getUTCDate(),
    time: (moment.getUTCHours() << 11) | (moment.getUTCMinutes() << 5) | (moment.getUTCSeconds() >> 1),
  };
}
