import { describe, expect, it } from 'vitest';
import { decodeStream } from '../../../src/check/pdf/decode-stream.js';

const plain = { predictor: 1, colors: 1, bitsPerComponent: 8, columns: 1, earlyChange: 1 };

/** Encodes by LZW as the standard tells it (7.4.4.2). */
function lzw(bytes: Uint8Array, early: number): Uint8Array {
  const out: number[] = [];
  let [held, bits, width] = [0, 0, 9];
  const put = (code: number): void => {
    held = (held << width) | code;
    bits += width;
    while (bits >= 8) {
      bits -= 8;
      out.push((held >> bits) & 255);
    }
    held &= (1 << bits) - 1;
  };
  let table = new Map<string, number>();
  let next = 258;
  const clear = (): void => {
    put(256);
    [table, next, width] = [new Map(), 258, 9];
  };
  const codeOf = (text: string): number => table.get(text) ?? text.charCodeAt(0);
  clear();
  let text = '';
  for (const byte of bytes) {
    const longer = text + String.fromCharCode(byte);
    if (longer.length === 1 || table.has(longer)) {
      text = longer;
      continue;
    }
    put(codeOf(text));
    table.set(longer, next++);
    text = longer.slice(-1);
    if (next + early > 1 << width) width += 1;
    if (next + early >= 4096) {
      put(codeOf(text));
      text = '';
      clear();
    }
  }
  if (text !== '') put(codeOf(text));
  put(257);
  width = 7;
  put(0);
  return Uint8Array.from(out);
}

describe('encoded streams', () => {
  it('are read from the example of the standard', () => {
    const encoded = Uint8Array.of(0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01);
    const decoded = decodeStream('LZWDecode', encoded, plain);
    expect([...(decoded?.bytes ?? [])]).toEqual([45, 45, 45, 45, 45, 65, 45, 45, 45, 66]);
  });

  it.each([0, 1])('are read from long LZW codes with an early change of %i', (earlyChange) => {
    const bytes = Uint8Array.from({ length: 20_000 }, (_, i) => ((i * i) % 251) ^ (i >> 7));
    const decoded = decodeStream('LZW', lzw(bytes, earlyChange), { ...plain, earlyChange });
    expect(Buffer.compare(decoded?.bytes ?? new Uint8Array(), bytes)).toBe(0);
  });

  it('are read from run lengths', () => {
    const decoded = decodeStream('RunLengthDecode', Uint8Array.of(2, 1, 2, 3, 254, 9, 128, 7), plain);
    expect([...(decoded?.bytes ?? [])]).toEqual([1, 2, 3, 9, 9, 9]);
  });

  it('give what they have when they are broken', () => {
    for (const filter of ['LZWDecode', 'RunLengthDecode']) {
      for (let byte = 0; byte < 256; byte += 1) {
        expect(() => decodeStream(filter, Uint8Array.of(byte, 255 - byte, byte), plain)).not.toThrow();
      }
    }
  });
});
