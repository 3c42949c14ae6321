/**
 * A JPEG file as its segments (ITU-T T.81, annex B): what an editor wrote into it, and the file without
 * that. In: bytes; out: segments, the texts' raw bytes, and the same coded picture with nothing else in
 * the file: no EXIF, GPS or maker's data, no XMP, no thumbnails, no second picture behind the first.
 * Nothing is decoded, so nothing is lost of the picture.
 */
import type { PhotoData } from './photo-description.js';

/** Markers (table B.1). */
export const jpegMarkers = {
  startOfImage: 0xd8,
  endOfImage: 0xd9,
  startOfScan: 0xda,
  app0: 0xe0,
  app1: 0xe1,
  app2: 0xe2,
  app13: 0xed,
  app14: 0xee,
  app15: 0xef,
  comment: 0xfe,
} as const;

/** One marker segment; a start of scan without the coded data that follows it. */
export interface JpegSegment {
  readonly marker: number;
  /** Of the marker, and behind the segment; bytes of the file. */
  readonly start: number;
  readonly end: number;
  /** What stands after the length. */
  readonly body: Uint8Array;
}

export interface JpegFile {
  readonly bytes: Uint8Array;
  readonly segments: readonly JpegSegment[];
  /** Behind the end marker of the picture; a telephone puts films and other pictures there. */
  readonly end: number;
}

/** Looks through the whole file, scans included; undefined for another kind of file, or one that was cut short. */
export function readJpegFile(bytes: Uint8Array): JpegFile | undefined {
  const { startOfImage, endOfImage, startOfScan } = jpegMarkers;
  if (bytes.length < 4 || bytes[0] !== 0xff || bytes[1] !== startOfImage) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const segments: JpegSegment[] = [];
  for (let at = 2; at + 1 < bytes.length;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === endOfImage) return { bytes, segments, end: at + 2 };
    // A fill byte (B.1.1.2).
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (at + 4 > bytes.length) return undefined;
    const length = view.getUint16(at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return undefined;
    segments.push({ marker, start: at, end, body: bytes.subarray(at + 4, end) });
    at = marker === startOfScan ? endOfScan(bytes, end) : end;
  }
  return undefined;
}

/** Where the coded data of a scan ends: at a marker that is neither a stuffed byte nor a restart (B.1.1.5). */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0) {
    const next = bytes[at + 1] ?? jpegMarkers.endOfImage;
    if (next === 0xff) at += 1;
    else if (next === 0 || (next >= 0xd0 && next <= 0xd7)) at = bytes.indexOf(0xff, at + 2);
    else break;
  }
  return at < 0 ? bytes.length : at;
}

const exifHeader = 'Exif\0\0';
const xmpHeader = 'http://ns.adobe.com/xap/1.0/\0';
const photoshopHeader = 'Photoshop 3.0\0';
export const iccHeader = 'ICC_PROFILE\0';

/** The TIFF structure of an EXIF segment; undefined for any other segment. */
export function exifOf({ marker, body }: JpegSegment): Uint8Array | undefined {
  const found = marker === jpegMarkers.app1 && startsWith(body, exifHeader);
  return found ? body.subarray(exifHeader.length) : undefined;
}

/** What the file says of its picture; undefined when it says nothing. */
export function photoDataOf({ segments }: JpegFile): PhotoData | undefined {
  const { app1, app13 } = jpegMarkers;
  let [exif, xmp]: (Uint8Array | undefined)[] = [];
  const photoshop: Uint8Array[] = [];
  for (const segment of segments) {
    const { marker, body } = segment;
    exif ??= exifOf(segment);
    if (marker === app1 && startsWith(body, xmpHeader)) xmp ??= body.subarray(xmpHeader.length);
    if (marker === app13 && startsWith(body, photoshopHeader))
      photoshop.push(body.subarray(photoshopHeader.length));
  }
  if (!exif && !xmp && photoshop.length === 0) return undefined;
  // Resources longer than a segment go on in the next.
  const resources = photoshop.length > 0 ? { photoshop: Buffer.concat(photoshop) } : {};
  // Copies: the file's bytes may be lent.
  return { ...(exif && { exif: exif.slice() }), ...(xmp && { xmp: xmp.slice() }), ...resources };
}

/** The file without what does not belong to the picture: the very same bytes where there is nothing else. */
export function stripJpeg(file: JpegFile): Uint8Array {
  const kept = keptOfJpeg(file);
  const [only] = kept;
  if (kept.length === 1 && only?.length === file.bytes.length) return file.bytes;
  return new Uint8Array(Buffer.concat(kept));
}

/** What belongs to the picture, in pieces of the file. */
export function keptOfJpeg({ bytes, segments, end }: JpegFile): readonly Uint8Array[] {
  const kept: Uint8Array[] = [];
  let from = 0;
  for (const segment of segments) {
    if (belongsToPicture(segment)) continue;
    if (segment.start > from) kept.push(bytes.subarray(from, segment.start));
    from = segment.end;
  }
  return [...kept, bytes.subarray(from, end)];
}

/** Length of a JFIF segment without a thumbnail (ITU-T T.871, 10.1), the marker and the length not counted. */
const bareJfif = 14;

/** Colour needs the JFIF and Adobe segments and the ICC profile; of the others no reader makes a picture. */
function belongsToPicture({ marker, body }: JpegSegment): boolean {
  const { app0, app2, app14, app15, comment } = jpegMarkers;
  if (marker === app0) return body.length === bareJfif && startsWith(body, 'JFIF\0');
  if (marker === app2) return startsWith(body, iccHeader);
  if (marker === app14) return startsWith(body, 'Adobe');
  return !((marker > app0 && marker <= app15) || marker === comment);
}

export function startsWith(bytes: Uint8Array, text: string): boolean {
  if (bytes.length < text.length) return false;
  for (let i = 0; i < text.length; i++) if (bytes[i] !== text.charCodeAt(i)) return false;
  return true;
}
