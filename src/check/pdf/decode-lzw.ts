/**
 * LZW and run-length streams (ISO 32000-1, 7.4.4 and 7.4.5): encoded bytes in, plain ones out; what comes
 * after damage is left away, and more than `limit` bytes are none.
 */

/** Codes with a meaning of their own, and the first that stands for a longer text. */
const [clear, end, first] = [256, 257, 258];

/** Undoes LZW; `early` is 1 where codes get longer one entry before they must (`EarlyChange`). */
export function decodeLzw(bytes: Uint8Array, early: number, limit: number): Uint8Array | undefined {
  const out = new Pieces(limit);
  let table: Uint8Array[] = [];
  let width = 9;
  let before: Uint8Array | undefined;
  let [held, bits] = [0, 0];
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    if (code === end) break;
    if (code === clear) [table, width, before] = [[], 9, undefined];
    else {
      const known = code < clear ? Uint8Array.of(code) : table[code - first];
      const entry = known ?? (before && longer(before, before[0] ?? 0));
      if (!entry || !out.add(entry)) break;
      if (before && table.length < 4096 - first) table.push(longer(before, entry[0] ?? 0));
      before = entry;
      width = widthFor(table.length + first + early);
    }
  }
  return out.whole();
}

function longer(text: Uint8Array, byte: number): Uint8Array {
  const out = new Uint8Array(text.length + 1);
  out.set(text);
  out[text.length] = byte;
  return out;
}

/** Bits of a code when so many are given out. */
function widthFor(codes: number): number {
  if (codes >= 2048) return 12;
  return codes >= 1024 ? 11 : codes >= 512 ? 10 : 9;
}

/** Undoes run lengths. */
export function decodeRuns(bytes: Uint8Array, limit: number): Uint8Array | undefined {
  const out = new Pieces(limit);
  for (let at = 0; at < bytes.length; at += 1) {
    const length = bytes[at] ?? 128;
    if (length === 128) break;
    const run =
      length < 128
        ? bytes.subarray(at + 1, at + 2 + length)
        : new Uint8Array(257 - length).fill(bytes[at + 1] ?? 0);
    if (!out.add(run)) break;
    at += length < 128 ? length + 1 : 1;
  }
  return out.whole();
}

/** Bytes put together until there are too many. */
class Pieces {
  readonly #pieces: Uint8Array[] = [];
  #length = 0;

  constructor(readonly limit: number) {}

  /** False when it is too much. */
  add(piece: Uint8Array): boolean {
    this.#pieces.push(piece);
    this.#length += piece.length;
    return this.#length <= this.limit;
  }

  whole(): Uint8Array | undefined {
    return this.#length > this.limit ? undefined : Buffer.concat(this.#pieces);
  }
}
