/**
 * The ZIP container of an EPUB (EPUB 3.3, 4.3), written by ourselves so that the same files give the
 * same bytes: `mimetype` first and stored without extra field, the others by name, one given date, no
 * directory entries, and what is compressed already (JPEG, PNG) stored.
 */
import { crc32, deflateRaw, deflateRawSync, type ZlibOptions } from 'node:zlib';
import type { LentBytes } from '../document/lent-bytes.js';

/** A file of the container: its ASCII path with forward slashes, and what is in it. */
export type ZipEntry =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly file: ZipFile }
  | { readonly name: string; readonly packed: Packed };

/** Bytes, or the way to them that keeps none. */
export interface ZipFile {
  readonly bytes: Uint8Array;
  readonly lent?: LentBytes;
  /** The same deflated and smaller, where that was done already. */
  readonly deflated?: Uint8Array;
}

/** A file as it stands in the container. */
interface Packed {
  readonly method: 0 | 8;
  readonly crc: number;
  readonly size: number;
  /** What stands in the container, and its length. */
  readonly pieces: readonly Uint8Array[];
  readonly length: number;
}

interface Written extends Omit<Packed, 'pieces'> {
  readonly name: Buffer;
  /** Of the local header, from the start of the file. */
  readonly offset: number;
}

const deflating: ZlibOptions = { level: 9 };

const localHeaderSize = 30;
const centralHeaderSize = 46;
const endSize = 22;
/** APPNOTE 4.4.3: 2.0 reads deflate. */
const versionNeeded = 20;
/** APPNOTE 4.4.2: made on Unix, so that the file mode counts. */
const versionMadeBy = (3 << 8) | versionNeeded;
/** A plain file that everybody may read. */
const fileMode = 0o100644;

/**
 * The container part by part, each made when it is asked for and good until the next is; `modified` is
 * `YYYY-MM-DDThh:mm:ssZ` and dates every entry, in UTC.
 */
export function* zipParts(entries: readonly ZipEntry[], modified: string): Generator<Uint8Array> {
  const stamp = dosDate(modified);
  const written: Written[] = [];
  let offset = 0;
  for (const entry of sorted(entries)) {
    const { pieces, ...packed } = pack(entry);
    const record = { ...packed, name: Buffer.from(entry.name, 'ascii'), offset };
    const header = localHeader(record, stamp);
    yield header;
    yield* pieces;
    offset += header.length + record.length;
    written.push(record);
  }
  const central = Buffer.concat(written.map((record) => centralHeader(record, stamp)));
  yield central;
  yield endRecord(written.length, central.length, offset);
}

/** Why no container can hold the files: without ZIP64, which old readers do not know, it has 16 bits for their number and 32 for its size. */
export function overfull(entries: readonly ZipEntry[]): 'files' | 'bytes' | undefined {
  if (entries.length > 0xffff) return 'files';
  // Both headers and three bytes of each unit of text are the most that there can be.
  const most = entries.map(
    (entry) => localHeaderSize + centralHeaderSize + 2 * entry.name.length + mostBytes(entry),
  );
  return most.reduce((sum, size) => sum + size, endSize) > 0xffffffff ? 'bytes' : undefined;
}

function mostBytes(entry: ZipEntry): number {
  if ('packed' in entry) return entry.packed.length;
  return 'text' in entry ? 3 * entry.text.length : (entry.file.lent ?? entry.file.bytes).length;
}

function sorted(entries: readonly ZipEntry[]): readonly ZipEntry[] {
  const rank = (entry: ZipEntry): number => (entry.name === 'mimetype' ? 0 : 1);
  return [...entries].sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Texts that are deflated at a time: more than there are cores, for the next of each is made meanwhile. */
const lanes = 4;

/** The entries with their texts deflated, by the threads of the pool: it is half of the time that a container takes. */
export async function packTexts(entries: readonly ZipEntry[]): Promise<readonly ZipEntry[]> {
  const packed = [...entries];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let at = next++; at < entries.length; at = next++) {
      const entry = entries[at];
      if (entry && 'text' in entry && !isStored(entry.name)) packed[at] = await packText(entry);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return packed;
}

async function packText({ name, text }: { readonly name: string; readonly text: string }): Promise<ZipEntry> {
  const bytes = Buffer.from(text, 'utf8');
  const deflated = await deflateInPool(bytes);
  return { name, packed: smaller(bytes, deflated, crc32(bytes)) };
}

function deflateInPool(bytes: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    deflateRaw(bytes, deflating, (error, made) => {
      if (error) reject(error);
      else resolve(made);
    });
  });
}

function isStored(name: string): boolean {
  return name === 'mimetype' || /\.(jpe?g|png|woff2)$/.test(name);
}

/** Deflated where that is smaller. */
function smaller(bytes: Uint8Array, deflated: Uint8Array, crc: number): Packed {
  const method = deflated.length < bytes.length ? 8 : 0;
  const stands = method === 8 ? deflated : bytes;
  return { method, crc, size: bytes.length, pieces: [stands], length: stands.length };
}

function pack(entry: ZipEntry): Packed {
  if ('packed' in entry) return entry.packed;
  const pieces = piecesOf(entry);
  const size = lengthOf(pieces);
  const known = 'file' in entry ? entry.file.lent?.crc : undefined;
  const crc = known ?? pieces.reduce((sum, piece) => crc32(piece, sum), 0);
  if (isStored(entry.name)) return { method: 0, crc, size, pieces, length: size };
  const bytes = pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
  const ready = 'file' in entry ? entry.file.deflated : undefined;
  return smaller(bytes, ready ?? deflateRawSync(bytes, deflating), crc);
}

function piecesOf(entry: ZipEntry): readonly Uint8Array[] {
  if ('packed' in entry) return entry.packed.pieces;
  if ('text' in entry) return [Buffer.from(entry.text, 'utf8')];
  return entry.file.lent?.pieces() ?? [entry.file.bytes];
}

function lengthOf(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((length, piece) => length + piece.length, 0);
}

/** The fields that local and central headers share (APPNOTE 4.3.7), from `at` on. */
function commonFields(target: Buffer, at: number, record: Written, stamp: DosDate): void {
  target.writeUInt16LE(versionNeeded, at);
  target.writeUInt16LE(0, at + 2);
  target.writeUInt16LE(record.method, at + 4);
  target.writeUInt16LE(stamp.time, at + 6);
  target.writeUInt16LE(stamp.date, at + 8);
  target.writeUInt32LE(record.crc, at + 10);
  target.writeUInt32LE(record.length, at + 14);
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
