/**
 * The outlines of a TrueType program (ISO/IEC 14496-22, `glyf` and `loca`): bytes in; out, whether they can be
 * drawn. Only their form is looked at. Programs with other outlines, or without any, have nothing wrong here.
 */
import { FontBytes } from './conformance/fonts/font-bytes.js';

/** Glyphs whose outlines no viewer can draw. */
export interface BrokenOutlines {
  readonly count: number;
  /** The first. */
  readonly glyph: number;
}

/** What is broken in a program; undefined when nothing is. */
export function brokenOutlines(bytes: Uint8Array): BrokenOutlines | undefined {
  const tables = tablesOf(new FontBytes(bytes));
  const [glyf, loca] = [tables.get('glyf'), tables.get('loca')];
  if (!glyf || !loca) return undefined;
  const glyphs = tables.get('maxp')?.u16(4) ?? 0;
  const isLong = (tables.get('head')?.u16(50) ?? 0) === 1;
  const placeOf = (glyph: number): number => (isLong ? loca.u32(4 * glyph) : 2 * loca.u16(2 * glyph));
  const missing = loca.length < (isLong ? 4 : 2) * (glyphs + 1);
  const broken: number[] = [];
  for (let glyph = 0; glyph < glyphs; glyph += 1) {
    const [start, end] = [placeOf(glyph), placeOf(glyph + 1)];
    const fits = !missing && start <= end && end <= glyf.length;
    if (!fits || (start < end && !isDrawable(glyf.part(start, end - start), glyphs))) broken.push(glyph);
  }
  const [first] = broken;
  return first === undefined ? undefined : { count: broken.length, glyph: first };
}

function tablesOf(file: FontBytes): ReadonlyMap<string, FontBytes> {
  const tables = new Map<string, FontBytes>();
  for (let i = 0; i < file.u16(4); i += 1) {
    const record = 12 + 16 * i;
    tables.set(file.text(record, 4), file.part(file.u32(record + 8), file.u32(record + 12)));
  }
  return tables;
}

function isDrawable(glyph: FontBytes, glyphs: number): boolean {
  const contours = glyph.i16(0);
  const end = contours < 0 ? endOfParts(glyph, glyphs) : endOfContours(glyph, contours);
  return end !== undefined && end <= glyph.length;
}

/** Where the description of a glyph of contours ends; undefined when its points are out of order. */
function endOfContours(glyph: FontBytes, contours: number): number | undefined {
  let points = 0;
  for (let i = 0; i < contours; i += 1) {
    const last = glyph.u16(10 + 2 * i);
    if (last + 1 <= points && i > 0) return undefined;
    points = last + 1;
  }
  let at = 10 + 2 * contours;
  at += 2 + glyph.u16(at);
  let coordinates = 0;
  for (let point = 0; point < points && at <= glyph.length; point += 1) {
    const flag = glyph.u8(at);
    const times = (flag & flags.repeat) === 0 ? 0 : glyph.u8(at + 1);
    at += times === 0 && (flag & flags.repeat) === 0 ? 1 : 2;
    coordinates +=
      (times + 1) * (sizeOf(flag, flags.shortX, flags.sameX) + sizeOf(flag, flags.shortY, flags.sameY));
    point += times;
  }
  return at + coordinates;
}

/** Bits of the flag of a point. */
const flags = { shortX: 2, shortY: 4, repeat: 8, sameX: 16, sameY: 32 };

/** Bytes of a coordinate: one, none where it is as before, else two. */
function sizeOf(flag: number, short: number, same: number): number {
  return (flag & short) !== 0 ? 1 : (flag & same) !== 0 ? 0 : 2;
}

/** Bits of the flag of a part. */
const partFlags = { words: 1, scale: 8, more: 32, scales: 64, matrix: 128, instructions: 256 };

/** Where the description of a glyph of other glyphs ends; undefined when one of them is not there. */
function endOfParts(glyph: FontBytes, glyphs: number): number | undefined {
  let at = 10;
  let flag = partFlags.more;
  while ((flag & partFlags.more) !== 0) {
    if (at + 4 > glyph.length) return undefined;
    flag = glyph.u16(at);
    if (glyph.u16(at + 2) >= glyphs) return undefined;
    const has = (bit: number): boolean => (flag & bit) !== 0;
    at += 4 + (has(partFlags.words) ? 4 : 2);
    at += has(partFlags.scale) ? 2 : has(partFlags.scales) ? 4 : has(partFlags.matrix) ? 8 : 0;
  }
  return (flag & partFlags.instructions) === 0 ? at : at + 2 + glyph.u16(at);
}
