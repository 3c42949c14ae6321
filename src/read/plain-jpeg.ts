/**
 * A JPEG file that needs no work: whole, upright, grey or RGB. In: bytes; out: what an `ImageAsset`
 * says of them, or undefined for everything else, which is for sharp to look into. Most photographs
 * are plain, and loading sharp takes longer than setting an article. Clauses are those of ITU-T T.81.
 */

/** What the header of a plain JPEG says; pixels. */
export interface PlainJpeg {
  readonly width: number;
  readonly height: number;
  readonly colour: 'gray' | 'rgb';
  readonly icc?: Uint8Array;
}

/** Markers (table B.1). */
const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;
const huffmanTables = 0xc4;
const quantisationTables = 0xdb;
const app1 = 0xe1;
const app2 = 0xe2;

interface Found {
  frame: Omit<PlainJpeg, 'icc'> | undefined;
  readonly tables: Set<number>;
  /** Parts of the ICC profile by number (ICC.1:2010, B.4). */
  readonly icc: Map<number, Uint8Array>;
}

/** Looks through the whole file, scans included: one that was cut short has no end marker. */
export function readPlainJpeg(bytes: Uint8Array): PlainJpeg | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xff00 + startOfImage) return undefined;
  const found: Found = { frame: undefined, tables: new Set(), icc: new Map() };
  let scanned = false;
  for (let at = 2; at + 1 < bytes.length;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === endOfImage) return scanned ? factsOf(found) : undefined;
    if (at + 4 > bytes.length) return undefined;
    const end = at + 2 + view.getUint16(at + 2);
    const body = bytes.subarray(at + 4, end);
    if (end > bytes.length || !takeSegment(marker, body, found)) return undefined;
    if (marker === startOfScan) {
      if (!found.frame || !found.tables.has(huffmanTables) || !found.tables.has(quantisationTables)) {
        return undefined;
      }
      scanned = true;
      at = endOfScan(bytes, end);
    } else at = end;
  }
  return undefined;
}

/** Takes what counts from a segment; false for a file that is not plain. */
function takeSegment(marker: number, body: Uint8Array, found: Found): boolean {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  switch (marker) {
    // Baseline, extended and progressive Huffman frames (B.2.2).
    case 0xc0:
    case 0xc1:
    case 0xc2: {
      if (found.frame || body.length < 6) return false;
      const [height, width, components] = [view.getUint16(1), view.getUint16(3), body[5]];
      // No lines: their number would follow the scan (B.2.5).
      if (body[0] !== 8 || height === 0 || width === 0) return false;
      if (components !== 1 && components !== 3) return false;
      found.frame = { width, height, colour: components === 1 ? 'gray' : 'rgb' };
      return true;
    }
    case huffmanTables:
    case quantisationTables:
      found.tables.add(marker);
      return body.length > 16;
    case app1:
      return !startsWith(body, 'Exif\0\0') || isUpright(body.subarray(6));
    case app2:
      if (startsWith(body, 'ICC_PROFILE\0') && body.length > 14)
        found.icc.set(view.getUint8(12), body.subarray(14));
      return true;
    case startOfScan:
      return body.length >= 6;
    default:
      // Other segments of applications, comments, restart intervals; no other kind of frame.
      return (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe || marker === 0xdd;
  }
}

/** Where the coded data of a scan ends: at a marker that is neither a stuffed byte nor a restart (B.1.1.5). */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0) {
    const next = bytes[at + 1] ?? endOfImage;
    if (next === 0xff) at += 1;
    else if (next === 0 || (next >= 0xd0 && next <= 0xd7)) at = bytes.indexOf(0xff, at + 2);
    else break;
  }
  return at < 0 ? bytes.length : at;
}

/** Whether EXIF leaves the picture as it is: tag 274 is 1 or missing (TIFF 6.0, section 8). */
function isUpright(tiff: Uint8Array): boolean {
  if (tiff.length < 8) return false;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = startsWith(tiff, 'II');
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return false;
  const count = view.getUint16(directory, little);
  for (let i = 0; i < count; i++) {
    const entry = directory + 2 + 12 * i;
    if (entry + 12 > tiff.length) return false;
    if (view.getUint16(entry, little) === 274) return view.getUint16(entry + 8, little) === 1;
  }
  return true;
}

function factsOf({ frame, icc }: Found): PlainJpeg | undefined {
  if (!frame || icc.size === 0) return frame;
  const parts = Array.from({ length: icc.size }, (_, i) => icc.get(i + 1));
  if (!parts.every((part) => part !== undefined)) return undefined;
  const profile = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    profile.set(part, at);
    at += part.length;
  }
  return { ...frame, icc: profile };
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  if (bytes.length < text.length) return false;
  for (let i = 0; i < text.length; i++) if (bytes[i] !== text.charCodeAt(i)) return false;
  return true;
}
