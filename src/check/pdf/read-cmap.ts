/**
 * CMaps (ISO 32000-1, 9.7.5 and 9.10.3): the bytes of a string into codes, codes into CIDs (Encoding)
 * or into text (ToUnicode). In: the decoded stream; out: lookup tables.
 */
import { isArray } from './open-pdf.js';
import { Keyword, PdfName, PdfString, utf16, type PdfObject } from './objects.js';
import { ObjectParser } from './parse-objects.js';

/** Codes of `length` bytes from `low` to `high`. */
interface CodeSpace {
  readonly length: number;
  readonly low: number;
  readonly high: number;
}

interface Range {
  readonly low: number;
  readonly high: number;
  readonly cid: number;
}

export class CMap {
  readonly codeSpaces: CodeSpace[] = [];
  readonly cidRanges: Range[] = [];
  /** Code to text. */
  readonly text = new Map<number, string>();
  /** The predefined CMap that this one builds on. */
  base: string | undefined;

  /**
   * The codes of a string with the bytes that each takes; unmatched bytes are taken as one-byte codes,
   * and are not valid.
   */
  split(bytes: Uint8Array): readonly (readonly [code: number, length: number, valid: boolean])[] {
    const out: [number, number, boolean][] = [];
    for (let at = 0; at < bytes.length;) {
      const next = this.#next(bytes, at);
      out.push(next);
      at += next[1];
    }
    return out;
  }

  /** True where every byte of a string is a code; unmatched ones are taken as such. */
  get oneByte(): boolean {
    return this.codeSpaces.every(({ length }) => length === 1);
  }

  /** The CID of a code; 0 (notdef) when no range holds it. */
  cid(code: number): number {
    for (const range of this.cidRanges) {
      if (code >= range.low && code <= range.high) return range.cid + code - range.low;
    }
    return this.base?.startsWith('Identity') ? code : 0;
  }

  #next(bytes: Uint8Array, at: number): [number, number, boolean] {
    let code = 0;
    for (let length = 1; length <= 4 && at + length <= bytes.length; length += 1) {
      code = code * 256 + (bytes[at + length - 1] ?? 0);
      for (const space of this.codeSpaces) {
        if (space.length === length && inSpace(code, space)) return [code, length, true];
      }
    }
    return [bytes[at] ?? 0, 1, false];
  }
}

/** Each byte of a code lies in its own range (9.7.6.2): the space is a box, not a line. */
function inSpace(code: number, space: CodeSpace): boolean {
  for (let shift = 0; shift < space.length; shift += 1) {
    const byte = Math.floor(code / 256 ** shift) & 255;
    const low = Math.floor(space.low / 256 ** shift) & 255;
    const high = Math.floor(space.high / 256 ** shift) & 255;
    if (byte < low || byte > high) return false;
  }
  return true;
}

/** Identity-H: two-byte codes, CID = code. Stands in for other predefined CMaps too, whose text comes from ToUnicode. */
export function identityCMap(): CMap {
  const map = new CMap();
  map.codeSpaces.push({ length: 2, low: 0, high: 0xffff });
  map.base = 'Identity-H';
  return map;
}

/** One code, one byte, for simple fonts. */
export function oneByteCMap(): CMap {
  const map = new CMap();
  map.codeSpaces.push({ length: 1, low: 0, high: 255 });
  map.base = 'Identity';
  return map;
}

/** A range of more codes than this is damage: no code has more than two bytes in practice. */
const maxRange = 0x10000;

/** Reads a CMap program. Unknown operators are stepped over. */
export function readCMap(bytes: Uint8Array): CMap {
  const map = new CMap();
  const parser = new ObjectParser(bytes, 0, false);
  let operands: PdfObject[] = [];
  for (let item = parser.read(); item !== undefined; item = parser.read()) {
    if (!(item instanceof Keyword)) {
      operands.push(item);
      continue;
    }
    apply(map, item.value, operands);
    operands = [];
  }
  if (map.base !== undefined && map.codeSpaces.length === 0) {
    map.codeSpaces.push({ length: 2, low: 0, high: 0xffff });
  }
  return map;
}

function apply(map: CMap, operator: string, operands: readonly PdfObject[]): void {
  const last = operands.at(-1);
  switch (operator) {
    case 'usecmap':
      if (last instanceof PdfName) map.base = last.value;
      return;
    case 'endcodespacerange':
      for (const [low, high] of groups(operands, 2)) {
        if (!(low instanceof PdfString)) continue;
        map.codeSpaces.push({ length: low.bytes.length, low: code(low), high: code(high) });
      }
      return;
    case 'endcidrange':
      for (const [low, high, cid] of groups(operands, 3)) {
        map.cidRanges.push({ low: code(low), high: code(high), cid: typeof cid === 'number' ? cid : 0 });
      }
      return;
    case 'endcidchar':
      for (const [at, cid] of groups(operands, 2)) {
        map.cidRanges.push({ low: code(at), high: code(at), cid: typeof cid === 'number' ? cid : 0 });
      }
      return;
    case 'endbfchar':
      for (const [at, text] of groups(operands, 2)) {
        if (text instanceof PdfString) map.text.set(code(at), utf16(text.bytes));
      }
      return;
    case 'endbfrange':
      for (const [low, high, text] of groups(operands, 3)) addRange(map, code(low), code(high), text ?? null);
      return;
    default:
  }
}

/** A bfrange: an array with one text a code, or one text whose last unit counts up (9.10.3). */
function addRange(map: CMap, low: number, high: number, text: PdfObject): void {
  const last = Math.min(high, low + maxRange);
  if (isArray(text)) {
    text.forEach((item, i) => {
      if (item instanceof PdfString && low + i <= last) map.text.set(low + i, utf16(item.bytes));
    });
  } else if (text instanceof PdfString) {
    const first = utf16(text.bytes);
    const head = first.slice(0, -1);
    const unit = first.charCodeAt(first.length - 1);
    for (let at = low; at <= last; at += 1) map.text.set(at, head + String.fromCharCode(unit + at - low));
  }
}

/** The operands in groups; the count that opens a section (`3 beginbfchar`) was dropped with its operator. */
function* groups(operands: readonly PdfObject[], size: number): Generator<readonly PdfObject[]> {
  for (let i = 0; i + size <= operands.length; i += size) yield operands.slice(i, i + size);
}

function code(value: PdfObject | undefined): number {
  if (!(value instanceof PdfString)) return 0;
  return value.bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}
