/**
 * A font as text extraction needs it (ISO 32000-1, 9.6–9.10): the font dictionary in; out, for each
 * string shown, its glyphs with code, advance and text. Glyph shapes are not read.
 */
import { PdfDict, PdfName, PdfStream, type PdfObject } from './objects.js';
import type { PdfFile } from './open-pdf.js';
import { glyphCells, type Cell } from './read-cells.js';
import { CMap, identityCMap, oneByteCMap, readCMap } from './read-cmap.js';

/** One glyph shown. */
export interface Glyph {
  readonly code: number;
  /** Advance in text space units: an em is 1. */
  readonly width: number;
  /** Undefined where neither ToUnicode nor the encoding says. */
  readonly text: string | undefined;
  /** One-byte code 32: `Tw` widens it (9.3.3). */
  readonly wordSpace: boolean;
}

export interface PdfFont {
  /** BaseFont, its subset tag left on. */
  readonly name: string;
  readonly embedded: boolean;
  /** The font descriptor; of a composite font, that of its CIDFont. */
  readonly descriptor: PdfDict | undefined;
  readonly glyphs: (bytes: Uint8Array) => readonly Glyph[];
  /** How codes are drawn, where content streams do that. */
  readonly cell: ((code: number) => Cell | undefined) | undefined;
}

const fontFiles = ['FontFile', 'FontFile2', 'FontFile3'] as const;

/** Glyphs of strings whose every byte is a code: most there are. */
function oneByteGlyphs(glyph: (code: number, length: number) => Glyph): PdfFont['glyphs'] {
  const table: (Glyph | undefined)[] = Array.from({ length: 256 });
  return (bytes) => {
    const shown: Glyph[] = [];
    for (const code of bytes) shown.push((table[code] ??= glyph(code, 1)));
    return shown;
  };
}

/** Reads a font dictionary. */
export function readFont(file: PdfFile, dict: PdfDict): PdfFont {
  const type0 = file.nameOf(dict.raw('Subtype')) === 'Type0';
  const descendant = type0 ? file.dict(file.array(dict.raw('DescendantFonts'))?.[0] ?? null) : dict;
  const inner = descendant ?? dict;
  const descriptor = file.dict(inner.raw('FontDescriptor'));
  const type3 = file.nameOf(dict.raw('Subtype')) === 'Type3';
  const codes = type0 ? encodingCMap(file, dict.raw('Encoding')) : oneByteCMap();
  const widths = type0 ? cidWidths(file, inner) : simpleWidths(file, dict, type3);
  const unicode = toUnicode(file, dict.raw('ToUnicode'));
  const named = type0 ? undefined : simpleEncoding(file, dict.raw('Encoding'));
  const known = new Map<number, Glyph>();
  const glyph = (code: number, length: number): Glyph => {
    const key = code * 8 + length;
    const made = known.get(key) ?? {
      code,
      width: widths(type0 ? codes.cid(code) : code),
      text: unicode?.get(code) ?? named?.(code),
      wordSpace: length === 1 && code === 32,
    };
    known.set(key, made);
    return made;
  };
  return {
    name: file.nameOf(dict.raw('BaseFont')) ?? '?',
    embedded: type3 || fontFiles.some((key) => file.stream(descriptor?.raw(key) ?? null) !== undefined),
    descriptor,
    cell: glyphCells(file, dict),
    glyphs: codes.oneByte
      ? oneByteGlyphs(glyph)
      : (bytes) => codes.split(bytes).map(([code, length]) => glyph(code, length)),
  };
}

/** CMaps that build on each other further than this are a loop. */
const maxCMaps = 8;

/** The CMap of a composite font (9.7.5); one that is not in the file stands as Identity. */
export function encodingCMap(file: PdfFile, encoding: PdfObject, depth = 0): CMap {
  const value = file.resolve(encoding);
  if (!(value instanceof PdfStream)) return identityCMap();
  const map = readCMap(file.decode(value) ?? new Uint8Array());
  const base = file.resolve(value.dict.raw('UseCMap'));
  if (base instanceof PdfStream && depth < maxCMaps) {
    const under = encodingCMap(file, base, depth + 1);
    map.codeSpaces.push(...under.codeSpaces);
    map.cidRanges.push(...under.cidRanges);
    map.base = under.base;
  } else if (map.base === undefined && base !== null) map.base = file.nameOf(base) ?? 'Identity-H';
  return map;
}

function toUnicode(file: PdfFile, value: PdfObject): ReadonlyMap<number, string> | undefined {
  const stream = file.stream(value);
  return stream && readCMap(file.decode(stream) ?? new Uint8Array()).text;
}

/** `W` and `DW` of a CIDFont (9.7.4.3), in ems, by CID. */
export function cidWidths(file: PdfFile, dict: PdfDict): (cid: number) => number {
  const widths = new Map<number, number>();
  const ranges: (readonly [number, number, number])[] = [];
  const list = file.array(dict.raw('W')) ?? [];
  for (let i = 0; i < list.length;) {
    const first = file.number(list[i] ?? null) ?? 0;
    const each = file.numbers(list[i + 1] ?? null);
    if (each) {
      each.forEach((width, n) => widths.set(first + n, width));
      i += 2;
    } else {
      ranges.push([first, file.number(list[i + 1] ?? null) ?? 0, file.number(list[i + 2] ?? null) ?? 0]);
      i += 3;
    }
  }
  const otherwise = file.number(dict.raw('DW')) ?? 1000;
  const ranged = (cid: number): number =>
    ranges.find(([low, high]) => cid >= low && cid <= high)?.[2] ?? otherwise;
  return (cid) => (widths.get(cid) ?? ranged(cid)) / 1000;
}

/** `Widths` of a simple font; a Type 3 font measures in its own matrix (9.6.5). */
function simpleWidths(file: PdfFile, dict: PdfDict, type3: boolean): (code: number) => number {
  const first = file.number(dict.raw('FirstChar')) ?? 0;
  const widths = file.array(dict.raw('Widths')) ?? [];
  const unit = type3 ? (file.numbers(dict.raw('FontMatrix'))?.[0] ?? 0.001) : 0.001;
  return (code) => (file.number(widths[code - first] ?? null) ?? 500) * unit;
}

/**
 * Text of a simple font without ToUnicode: Windows or Mac encoding, Differences by the names `uni1EA1`
 * and single letters. Other names stay unknown, and the rule on ToUnicode says so.
 */
function simpleEncoding(
  file: PdfFile,
  encoding: PdfObject,
): ((code: number) => string | undefined) | undefined {
  const value = file.resolve(encoding);
  const dict = value instanceof PdfDict ? value : undefined;
  const base = value instanceof PdfName ? value.value : file.nameOf(dict?.raw('BaseEncoding') ?? null);
  const labels: Readonly<Record<string, string>> = {
    WinAnsiEncoding: 'windows-1252',
    MacRomanEncoding: 'macintosh',
  };
  const decoder = base === undefined ? undefined : labels[base];
  const differences = new Map<number, string | undefined>();
  let code = 0;
  for (const item of file.array(dict?.raw('Differences') ?? null) ?? []) {
    const found = file.resolve(item);
    if (typeof found === 'number') code = found;
    else if (found instanceof PdfName) differences.set(code++, glyphText(found.value));
  }
  return (at) => {
    if (differences.has(at)) return differences.get(at);
    return decoder === undefined ? undefined : new TextDecoder(decoder).decode(Uint8Array.of(at));
  };
}

function glyphText(name: string): string | undefined {
  if (name === 'space') return ' ';
  if (/^[A-Za-z]$/.test(name)) return name;
  const hex = /^uni([0-9A-F]{4})$/.exec(name)?.[1] ?? /^u([0-9A-F]{4,6})$/.exec(name)?.[1];
  const point = hex === undefined ? 0x110000 : Number.parseInt(hex, 16);
  return point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}
