/**
 * EXIF: a TIFF structure (TIFF 6.0, section 2; CIPA DC-008) → how the picture lies, and the few texts in it
 * that people write. Nothing else is read, the place least of all. A damaged structure says nothing.
 */
import { decodeLegacy } from './photo-text.js';

/** The texts as they stand. */
export interface ExifTexts {
  readonly description?: string;
  readonly artist?: string;
  readonly copyright?: string;
  /** `YYYY:MM:DD hh:mm:ss` */
  readonly taken?: string;
}

const tags = {
  description: 270,
  orientation: 274,
  artist: 315,
  copyright: 33_432,
  exif: 34_665,
  taken: 36_867,
};

/** Bytes of one value of a type (TIFF 6.0, section 2): BYTE, ASCII, SHORT, LONG; the rest is not asked for. */
const sizes: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4 };

interface Directory {
  readonly view: DataView;
  readonly little: boolean;
  /** Offset of the value of each tag, with its type and how many there are. */
  readonly entries: ReadonlyMap<
    number,
    { readonly type: number; readonly count: number; readonly at: number }
  >;
}

/** Tag 274: 1 (upright) to 8, 1 where it is missing; undefined where the structure is damaged. */
export function orientationOf(tiff: Uint8Array): number | undefined {
  const directory = firstDirectory(tiff);
  if (!directory) return undefined;
  const entry = directory.entries.get(tags.orientation);
  return entry === undefined ? 1 : directory.view.getUint16(entry.at, directory.little);
}

/** The texts of a picture. */
export function exifTexts(tiff: Uint8Array): ExifTexts {
  const first = firstDirectory(tiff);
  if (!first) return {};
  const pointer = first.entries.get(tags.exif);
  const second =
    pointer && directoryAt(first.view, first.little, first.view.getUint32(pointer.at, first.little));
  const given = {
    description: textOf(first, tags.description),
    artist: textOf(first, tags.artist),
    copyright: textOf(first, tags.copyright),
    taken: second && textOf(second, tags.taken),
  };
  return Object.fromEntries(Object.entries(given).filter(([, text]) => text !== undefined));
}

function firstDirectory(tiff: Uint8Array): Directory | undefined {
  if (tiff.length < 8) return undefined;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return undefined;
  const little = order === 0x4949;
  return directoryAt(view, little, view.getUint32(4, little));
}

function directoryAt(view: DataView, little: boolean, at: number): Directory | undefined {
  if (at + 2 > view.byteLength) return undefined;
  const entries = new Map<number, { type: number; count: number; at: number }>();
  const count = view.getUint16(at, little);
  for (let i = 0; i < count; i++) {
    const entry = at + 2 + 12 * i;
    if (entry + 12 > view.byteLength) return undefined;
    const type = view.getUint16(entry + 2, little);
    const values = view.getUint32(entry + 4, little);
    // What has no room in the entry stands elsewhere.
    const length = (sizes[type] ?? 8) * values;
    const place = length <= 4 ? entry + 8 : view.getUint32(entry + 8, little);
    // One that points out of the structure says nothing.
    if (place + Math.max(4, length) > view.byteLength) continue;
    entries.set(view.getUint16(entry, little), { type, count: values, at: place });
  }
  return { view, little, entries };
}

/** Type 2 is ASCII, ended by NUL; programs write UTF-8 and their own code pages into it. */
function textOf({ view, entries }: Directory, tag: number): string | undefined {
  const entry = entries.get(tag);
  if (!entry || entry.type !== 2 || entry.at + entry.count > view.byteLength) return undefined;
  return decodeLegacy(new Uint8Array(view.buffer, view.byteOffset + entry.at, entry.count));
}
