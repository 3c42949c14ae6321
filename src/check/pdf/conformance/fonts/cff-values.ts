/** The two containers of CFF (Adobe Technical Note 5176, chapters 4 and 5): INDEX and DICT. */
import type { FontBytes } from './font-bytes.js';

/** A list of byte strings, and where the next thing begins. */
export interface Index {
  readonly items: readonly FontBytes[];
  readonly end: number;
}

/** Operator (those of two bytes as 0x0C00 and the second) → operands. */
export type Dict = ReadonlyMap<number, readonly number[]>;

export function readIndex(file: FontBytes, at: number): Index {
  const count = file.u16(at);
  if (count === 0 || at === 0) return { items: [], end: at + 2 };
  const size = file.u8(at + 2);
  const offsets = at + 3;
  const data = offsets + size * (count + 1) - 1;
  if (size < 1 || size > 4 || data > file.length) return { items: [], end: at + 2 };
  const offset = (i: number): number => file.uint(offsets + size * i, size);
  const items = Array.from({ length: count }, (_, i) =>
    file.part(data + offset(i), offset(i + 1) - offset(i)),
  );
  return { items, end: data + offset(count) };
}

export function readDict(bytes: FontBytes): Dict {
  const dict = new Map<number, readonly number[]>();
  let operands: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const b0 = bytes.u8(at);
    if (b0 <= 21) {
      const long = b0 === 12;
      dict.set(long ? 0x0c00 + bytes.u8(at + 1) : b0, operands);
      operands = [];
      at += long ? 2 : 1;
      continue;
    }
    const [value, length] = b0 === 30 ? realNumber(bytes, at + 1) : wholeNumber(bytes, at);
    operands.push(value);
    at += length;
  }
  return dict;
}

function wholeNumber(bytes: FontBytes, at: number): readonly [value: number, length: number] {
  const b0 = bytes.u8(at);
  if (b0 === 28) return [bytes.i16(at + 1), 3];
  if (b0 === 29) return [bytes.u32(at + 1) | 0, 5];
  return shortNumber(b0, bytes.u8(at + 1));
}

/** A number of one or two bytes, as DICTs and charstrings of both types write it. */
export function shortNumber(b0: number, b1: number): readonly [value: number, length: number] {
  if (b0 >= 32 && b0 <= 246) return [b0 - 139, 1];
  if (b0 >= 247 && b0 <= 250) return [(b0 - 247) * 256 + b1 + 108, 2];
  if (b0 >= 251 && b0 <= 254) return [-(b0 - 251) * 256 - b1 - 108, 2];
  return [0, 1];
}

const nibbles = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', 'E', 'E-', '', '-'];

/** A decimal number in half-bytes, ended by the half-byte 15. */
function realNumber(bytes: FontBytes, start: number): readonly [value: number, length: number] {
  let text = '';
  let at = start;
  for (; at < bytes.length; at += 1) {
    const [high, low] = [bytes.u8(at) >> 4, bytes.u8(at) & 15];
    text += nibbles[high] ?? '';
    if (high === 15 || low === 15) break;
    text += nibbles[low] ?? '';
  }
  const value = Number(text);
  return [Number.isFinite(value) ? value : 0, at + 2 - start];
}
