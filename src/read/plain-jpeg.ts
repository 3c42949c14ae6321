/**
 * A JPEG file that needs no work: whole, upright, grey or RGB. In: its segments; out: what an `ImageAsset`
 * says of them, or undefined for everything else, which is for sharp to look into. Most photographs
 * are plain, and loading sharp takes longer than setting an article. Clauses are those of ITU-T T.81.
 */
import { orientationOf } from './photo-exif.js';
import { exifOf, iccHeader, jpegMarkers, startsWith, type JpegFile, type JpegSegment } from './photo-jpeg.js';

/** What the header of a plain JPEG says; pixels. */
export interface PlainJpeg {
  readonly width: number;
  readonly height: number;
  readonly colour: 'gray' | 'rgb';
  readonly icc?: Uint8Array;
}

/** Markers (table B.1). */
const huffmanTables = 0xc4;
const quantisationTables = 0xdb;
const restartInterval = 0xdd;

interface Found {
  frame: Omit<PlainJpeg, 'icc'> | undefined;
  readonly tables: Set<number>;
  scanned: boolean;
  /** Parts of the ICC profile by number (ICC.1:2010, B.4). */
  readonly icc: Map<number, Uint8Array>;
}

/** What the segments of a plain file say. */
export function readPlainJpeg({ segments }: JpegFile): PlainJpeg | undefined {
  const found: Found = { frame: undefined, tables: new Set(), scanned: false, icc: new Map() };
  return segments.every((segment) => takeSegment(segment, found)) && found.scanned
    ? factsOf(found)
    : undefined;
}

/** Takes what counts from a segment; false for a file that is not plain. */
function takeSegment(segment: JpegSegment, found: Found): boolean {
  const { marker, body } = segment;
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
    case jpegMarkers.app1: {
      const exif = exifOf(segment);
      return exif === undefined || orientationOf(exif) === 1;
    }
    case jpegMarkers.app2:
      if (startsWith(body, iccHeader) && body.length > 14)
        found.icc.set(view.getUint8(12), body.subarray(14));
      return true;
    case jpegMarkers.startOfScan:
      found.scanned = true;
      return (
        body.length >= 6 &&
        found.frame !== undefined &&
        found.tables.has(huffmanTables) &&
        found.tables.has(quantisationTables)
      );
    default:
      // Other segments of applications, comments, restart intervals; no other kind of frame.
      return (
        (marker >= jpegMarkers.app0 && marker <= jpegMarkers.app15) ||
        marker === jpegMarkers.comment ||
        marker === restartInterval
      );
  }
}

function factsOf({ frame, icc }: Found): PlainJpeg | undefined {
  if (!frame || icc.size === 0) return frame;
  const parts = Array.from({ length: icc.size }, (_, i) => icc.get(i + 1));
  if (!parts.every((part) => part !== undefined)) return undefined;
  return { ...frame, icc: new Uint8Array(Buffer.concat(parts)) };
}
