/**
 * Bytes that nobody holds: they are read anew each time that they are asked for, so that a publication of
 * many photos needs no room for all of them.
 */
export interface LentBytes {
  readonly length: number;
  /** SHA-256 of all. */
  readonly digest: Uint8Array;
  /** CRC-32 of all. */
  readonly crc: number;
  /**
   * The bytes in pieces, which are good until bytes are asked for again, of this or of another file. Throws
   * when the file is no longer what it was.
   */
  pieces(): readonly Uint8Array[];
}

/** An object with bytes that are lent; `bytes` are read each time that they are asked for, by `{ … }` too. */
export function withLent<About extends object>(
  about: About,
  lent: LentBytes,
): About & { readonly bytes: Uint8Array; readonly lent: LentBytes } {
  return {
    ...about,
    lent,
    get bytes() {
      return new Uint8Array(Buffer.concat(lent.pieces()));
    },
  };
}

/** A copy with other values, which does not ask for bytes that are lent. */
export function copyWith<Whole extends object>(whole: Whole, changes: Partial<Whole>): Whole {
  const copy: Whole = Object.create(Object.prototype, {
    ...Object.getOwnPropertyDescriptors(whole),
    ...Object.getOwnPropertyDescriptors(changes),
  });
  return copy;
}
