/**
 * Encoded stream bytes in, plain bytes out (ISO 32000-1, 7.4): Flate and LZW with their PNG and TIFF
 * predictors, run lengths, ASCIIHex and ASCII85. The filters of pictures are not undone; a stream that
 * cannot be decoded gives undefined, and one that is cut short what it has, which is said.
 */
import { constants, inflateRawSync, inflateSync } from 'node:zlib';
import { decodeLzw, decodeRuns } from './decode-lzw.js';

/** The predictor's parameters (7.4.4.4), their defaults filled in. */
export interface Predictor {
  readonly predictor: number;
  readonly colors: number;
  readonly bitsPerComponent: number;
  readonly columns: number;
  /** Of LZW: 1 where codes get longer one entry before they must. */
  readonly earlyChange: number;
}

/** What a filter gave. */
export interface Decoded {
  readonly bytes: Uint8Array;
  /** True where the encoded bytes end before their end mark. */
  readonly cut: boolean;
}

/** More than this out of one stream is an attack, not a page. */
const maxBytes = 1 << 29;

/** Undoes one filter. */
export function decodeStream(filter: string, bytes: Uint8Array, predictor: Predictor): Decoded | undefined {
  switch (filter) {
    case 'FlateDecode':
    case 'Fl': {
      const plain = inflate(bytes);
      return plain && { ...plain, bytes: unpredict(plain.bytes, predictor) };
    }
    case 'LZWDecode':
    case 'LZW': {
      const plain = decodeLzw(bytes, predictor.earlyChange, maxBytes);
      return whole(plain && unpredict(plain, predictor));
    }
    case 'RunLengthDecode':
    case 'RL':
      return whole(decodeRuns(bytes, maxBytes));
    case 'ASCIIHexDecode':
    case 'AHx':
      return whole(asciiHex(bytes));
    case 'ASCII85Decode':
    case 'A85':
      return whole(ascii85(bytes));
    default:
      return undefined;
  }
}

const whole = (bytes: Uint8Array | undefined): Decoded | undefined => bytes && { bytes, cut: false };

/**
 * Undoes Flate alone. A stream without any byte is one without content, and one that lacks no more than
 * the sum at its end (RFC 1950, 2.2) is whole: viewers and qpdf take both.
 */
export function inflate(bytes: Uint8Array): Decoded | undefined {
  if (bytes.length === 0) return { bytes, cut: false };
  const all = attempt(() => inflateSync(bytes, { maxOutputLength: maxBytes }));
  if (all) return { bytes: all, cut: false };
  const flushed = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: maxBytes };
  const part = attempt(() => inflateSync(bytes, flushed));
  if (!part) return undefined;
  const body = attempt(() => inflateRawSync(bytes.subarray(2), { maxOutputLength: maxBytes }));
  return { bytes: part, cut: body === undefined };
}

function attempt(decode: () => Uint8Array): Uint8Array | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}

function unpredict(bytes: Uint8Array, p: Predictor): Uint8Array {
  if (p.predictor < 2) return bytes;
  const pixel = Math.max(1, (p.colors * p.bitsPerComponent + 7) >> 3);
  const row = Math.max(1, (p.columns * p.colors * p.bitsPerComponent + 7) >> 3);
  return p.predictor === 2 ? unpredictTiff(bytes, row, pixel) : unpredictPng(bytes, row, pixel);
}

/** TIFF predictor 2 for whole-byte components. */
function unpredictTiff(bytes: Uint8Array, row: number, pixel: number): Uint8Array {
  const out = Uint8Array.from(bytes);
  for (let i = 0; i < out.length; i += 1) {
    if (i % row >= pixel) out[i] = (out[i] ?? 0) + (out[i - pixel] ?? 0);
  }
  return out;
}

/** PNG predictors (PNG, 9): each row begins with the number of its filter. */
function unpredictPng(bytes: Uint8Array, row: number, pixel: number): Uint8Array {
  const rows = Math.ceil(bytes.length / (row + 1));
  const out = new Uint8Array(rows * row);
  for (let r = 0; r < rows; r += 1) {
    const filter = bytes[r * (row + 1)];
    for (let i = 0; i < row; i += 1) {
      const at = r * row + i;
      const left = i >= pixel ? (out[at - pixel] ?? 0) : 0;
      const up = r > 0 ? (out[at - row] ?? 0) : 0;
      const corner = r > 0 && i >= pixel ? (out[at - row - pixel] ?? 0) : 0;
      const guess =
        filter === 1
          ? left
          : filter === 2
            ? up
            : filter === 3
              ? (left + up) >> 1
              : filter === 4
                ? paeth(left, up, corner)
                : 0;
      out[at] = (bytes[r * (row + 1) + 1 + i] ?? 0) + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [l, u, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (l <= u && l <= c) return left;
  return u <= c ? up : corner;
}

function asciiHex(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes)
    .toString('latin1')
    .replace(/>[^]*$/, '')
    .replace(/\s/g, '');
  return Buffer.from(text.length % 2 ? `${text}0` : text, 'hex');
}

function ascii85(bytes: Uint8Array): Uint8Array | undefined {
  const out: number[] = [];
  let group: number[] = [];
  const flush = (): void => {
    const missing = 5 - group.length;
    const value = [...group, ...Array<number>(missing).fill(84)].reduce((sum, digit) => sum * 85 + digit, 0);
    for (let i = 0; i < 4 - missing; i += 1) out.push(Math.floor(value / 256 ** (3 - i)) & 255);
    group = [];
  };
  for (const c of bytes) {
    if (c === 0x7e) break;
    if (c === 0x7a && group.length === 0) out.push(0, 0, 0, 0);
    else if (c >= 0x21 && c <= 0x75) group.push(c - 0x21);
    else if (c > 0x20) return undefined;
    if (group.length === 5) flush();
  }
  if (group.length > 1) flush();
  return Uint8Array.from(out);
}
