/**
 * A zip archive by its central directory (APPNOTE 6.3, 4.3): bytes in, entries out. Stored and deflated
 * entries, no encryption, no zip64 (an EPUB for shops stays far below 4 GB). Nothing here throws.
 */
import { crc32 } from './crc32.js';
import { inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly stored: boolean;
  /** Bytes that it says it has when unpacked. */
  readonly size: number;
  /** Byte offset of its local header: 0 for the first. */
  readonly offset: number;
  /** The local header has an extra field, which `mimetype` must not (EPUB 3.3, OCF 4.2.2). */
  readonly extra: boolean;
  /** Its bytes; undefined when they are damaged. */
  read(): Uint8Array | undefined;
}

const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;
/** More than this out of one entry is an attack. */
const maxBytes = 1 << 30;

/** Entries in the order of the directory; undefined when there is no directory to read. */
export function readZip(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== directorySignature) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > view.byteLength) return undefined;
    entries.push(entryAt(bytes, view, at, nameLength));
    at = next;
  }
  return entries;
}

/** The end record lies in the last 64 KiB (4.3.16): a comment may follow it. */
function findEnd(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return -1;
}

function entryAt(bytes: Uint8Array, view: DataView, at: number, nameLength: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const crc = view.getUint32(at + 16, true);
  const packed = view.getUint32(at + 20, true);
  const offset = view.getUint32(at + 42, true);
  const local = offset + 30 <= view.byteLength && view.getUint32(offset, true) === localSignature;
  const extra = local ? view.getUint16(offset + 28, true) : 0;
  return {
    name: new TextDecoder('utf-8').decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    stored: method === 0,
    size: view.getUint32(at + 24, true),
    offset,
    extra: extra > 0,
    read: () => {
      if (!local || (flags & 1) !== 0) return undefined;
      const start = offset + 30 + view.getUint16(offset + 26, true) + extra;
      const data = unpack(bytes.subarray(start, start + packed), method);
      return data && crc32(data) === crc ? data : undefined;
    },
  };
}

function unpack(data: Uint8Array, method: number): Uint8Array | undefined {
  if (method === 0) return data;
  if (method !== 8) return undefined;
  try {
    return inflateRawSync(data, { maxOutputLength: maxBytes });
  } catch {
    return undefined;
  }
}
