/**
 * A photograph whose bytes stay in its file: what its header says, and the way to what an edition shows of
 * it, which is read from the file again for each that wants it. In: a path; out: the parts of an
 * `ImageAsset`, or undefined for whatever is no plain JPEG.
 */
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { LentBytes } from '../document/lent-bytes.js';
import { borrow, type Host } from '../host.js';
import { limits } from './limits.js';
import type { PhotoData } from './photo-description.js';
import { mostPixels } from './photo-format.js';
import { keptOfJpeg, photoDataOf, readJpegFile } from './photo-jpeg.js';
import { readPlainJpeg, type PlainJpeg } from './plain-jpeg.js';

/** A photograph whose bytes are lent, and what its file says of it. */
export interface LentPhoto {
  readonly plain: PlainJpeg;
  readonly lent: LentBytes;
  readonly data: PhotoData | undefined;
}

/** Looks into a file. */
export function lendPhoto(path: string, host: Host): LentPhoto | undefined {
  const file = borrow(host, path, limits.picture);
  const jpeg = file.ok ? readJpegFile(file.bytes) : undefined;
  const plain = jpeg && readPlainJpeg(jpeg);
  if (!plain || plain.width * plain.height > mostPixels) return undefined;
  const kept = keptOfJpeg(jpeg);
  const hash = createHash('sha256');
  for (const piece of kept) hash.update(piece);
  const digest = new Uint8Array(hash.digest());
  const lent = new LentFile({ path, host }, { whole: jpeg.bytes, kept }, digest);
  return { plain, lent, data: photoDataOf(jpeg) };
}

/** A stretch of a file. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** What was kept of a file, found again as long as the file is what it was: by a checksum, which takes no time beside reading. */
class LentFile implements LentBytes {
  readonly length: number;
  readonly #path: string;
  readonly #host: Host;
  readonly #places: readonly Place[];

  readonly crc: number;

  /** `kept` are pieces of `whole`. */
  constructor(
    { path, host }: { readonly path: string; readonly host: Host },
    { whole, kept }: { readonly whole: Uint8Array; readonly kept: readonly Uint8Array[] },
    readonly digest: Uint8Array,
  ) {
    this.#path = path;
    this.#host = host;
    this.crc = sumOf(kept);
    this.#places = kept.map((piece) => {
      const start = piece.byteOffset - whole.byteOffset;
      return { start, end: start + piece.length };
    });
    this.length = kept.reduce((length, piece) => length + piece.length, 0);
  }

  pieces(): readonly Uint8Array[] {
    const file = borrow(this.#host, this.#path, limits.picture);
    const kept = file.ok ? this.#places.map(({ start, end }) => file.bytes.subarray(start, end)) : [];
    if (sumOf(kept) !== this.crc) throw new Error(`${this.#path} changed while it was published`);
    return kept;
  }
}

function sumOf(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, piece) => crc32(piece, sum), 0);
}
