/**
 * CFF programs (Adobe Technical Note 5176), name-keyed and CID-keyed: bytes in; out, the charset, the
 * encoding and the widths, which stand in the charstrings.
 */
import { standardStrings } from './cff-strings.js';
import { readCharset, readEncoding } from './cff-tables.js';
import { readDict, readIndex, type Dict, type Index } from './cff-values.js';
import { charstringWidth, type Subroutines } from './charstring-width.js';
import { FontBytes } from './font-bytes.js';
import type { FontProgram } from './font-program.js';

const operators = {
  charset: 15,
  encoding: 16,
  charStrings: 17,
  privateDict: 18,
  subrs: 19,
  defaultWidth: 20,
  nominalWidth: 21,
  fontMatrix: 0x0c07,
  ros: 0x0c1e,
  fdArray: 0x0c24,
  fdSelect: 0x0c25,
} as const;

/** The private part of a font or of one font of a CID-keyed program. */
interface Private {
  readonly subrs: Index;
  readonly defaultWidth: number;
  readonly nominalWidth: number;
  /** Units of the charstrings in 1/1000 em. */
  readonly unit: number;
}

/** True for bytes that begin as a CFF program does: version 1, a header of 4 bytes or more, offsets of 1 to 4. */
export function isCff(bytes: Uint8Array): boolean {
  const [major, , header = 0, offset = 0] = bytes;
  return major === 1 && header >= 4 && offset >= 1 && offset <= 4;
}

/** Reads a program; undefined when it is none or has no glyphs. */
export function readCff(bytes: Uint8Array): FontProgram | undefined {
  if (!isCff(bytes)) return undefined;
  const file = new FontBytes(bytes);
  const names = readIndex(file, file.u8(2));
  const tops = readIndex(file, names.end);
  const strings = readIndex(file, tops.end);
  const global = readIndex(file, strings.end);
  const top = readDict(tops.items[0] ?? file.part(0, 0));
  const charStrings = readIndex(file, top.get(operators.charStrings)?.[0] ?? 0);
  const count = charStrings.items.length;
  if (count === 0) return undefined;
  const ids = readCharset(file, top.get(operators.charset)?.[0] ?? 0, count);
  const privateOf = readPrivates(file, top, count);
  const widths = new Map<number, number | undefined>();
  const width = (glyph: number): number | undefined => {
    const code = charStrings.items[glyph];
    if (!code) return undefined;
    const known = widths.get(glyph) ?? widthOf(code, privateOf(glyph), global);
    widths.set(glyph, known);
    return known;
  };
  const shared = { kind: 'cff', glyphs: count, width, cmaps: [], fsType: undefined } as const;
  if (top.has(operators.ros)) {
    const none = (): undefined => undefined;
    return { ...shared, cids: ids, names: [], named: none, encoded: none, encodedName: none };
  }
  const standard = standardStrings();
  const texts = strings.items.map((item) => item.text(0, item.length));
  const glyphNames = ids.map((sid) => standard[sid] ?? texts[sid - standard.length] ?? '');
  const byName = new Map(glyphNames.map((name, glyph) => [name, glyph] as const).toReversed());
  const encoding = readEncoding(file, top.get(operators.encoding)?.[0] ?? 0, byName, ids);
  return {
    ...shared,
    cids: undefined,
    names: glyphNames,
    named: (name) => byName.get(name),
    encoded: (code) => encoding.get(code),
    encodedName: (code) => glyphNames[encoding.get(code) ?? 0],
  };
}

function widthOf(code: FontBytes, own: Private, global: Index): number | undefined {
  const subroutines: Subroutines = { global: global.items, local: own.subrs.items };
  const found = charstringWidth(code, subroutines);
  if (found === undefined) return undefined;
  return (found === 'default' ? own.defaultWidth : own.nominalWidth + found) * own.unit;
}

/** The private part that belongs to each glyph: one for all, or chosen by `FDSelect`. */
function readPrivates(file: FontBytes, top: Dict, count: number): (glyph: number) => Private {
  const whole = readPrivate(file, top, top);
  const array = top.get(operators.fdArray)?.[0];
  if (array === undefined) return () => whole;
  const fonts = readIndex(file, array).items.map((item) => readPrivate(file, readDict(item), top));
  const select = readSelect(file, top.get(operators.fdSelect)?.[0] ?? 0, count);
  return (glyph) => fonts[select(glyph)] ?? whole;
}

function readPrivate(file: FontBytes, font: Dict, top: Dict): Private {
  const [size = 0, offset = 0] = font.get(operators.privateDict) ?? [];
  const dict = readDict(file.part(offset, size));
  const subrs = dict.get(operators.subrs)?.[0];
  return {
    subrs: subrs === undefined ? { items: [], end: 0 } : readIndex(file, offset + subrs),
    defaultWidth: dict.get(operators.defaultWidth)?.[0] ?? 0,
    nominalWidth: dict.get(operators.nominalWidth)?.[0] ?? 0,
    unit: 1000 * matrixScale(font, top),
  };
}

/** The horizontal scale of the font's matrix, times that of the whole program's where both have one. */
function matrixScale(font: Dict, top: Dict): number {
  const own = font.get(operators.fontMatrix)?.[0];
  const whole = top.get(operators.fontMatrix)?.[0];
  if (own === undefined || whole === undefined || font === top) return own ?? whole ?? 0.001;
  // Programs that say a thousandth twice mean it once.
  return own * whole < 1e-5 ? whole : own * whole;
}

/** `FDSelect`, formats 0 and 3. */
function readSelect(file: FontBytes, at: number, count: number): (glyph: number) => number {
  if (file.u8(at) === 0) return (glyph) => (glyph < count ? file.u8(at + 1 + glyph) : 0);
  const ranges = file.u16(at + 1);
  return (glyph) => {
    for (let i = 0; i < ranges; i += 1) {
      if (glyph < file.u16(at + 6 + 3 * i)) return file.u8(at + 5 + 3 * i);
    }
    return 0;
  };
}
