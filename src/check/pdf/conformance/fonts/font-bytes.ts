/**
 * Big-endian numbers of a font program. What lies beyond its end is 0, so that damage never throws: the
 * rules notice that glyphs are not there.
 */
export class FontBytes {
  readonly #view: DataView;

  constructor(readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  u8(at: number): number {
    return this.bytes[at] ?? 0;
  }

  u16(at: number): number {
    return this.#holds(at, 2) ? this.#view.getUint16(at) : 0;
  }

  i16(at: number): number {
    return this.#holds(at, 2) ? this.#view.getInt16(at) : 0;
  }

  u32(at: number): number {
    return this.#holds(at, 4) ? this.#view.getUint32(at) : 0;
  }

  /** A number of 1 to 4 bytes. */
  uint(at: number, size: number): number {
    let value = 0;
    for (let i = 0; i < size; i += 1) value = value * 256 + this.u8(at + i);
    return value;
  }

  /** Bytes as characters of the same numbers. */
  text(at: number, length: number): string {
    return String.fromCharCode(...this.bytes.subarray(at, at + length));
  }

  /** A part, cut at the end of the whole. */
  part(at: number, length = this.length): FontBytes {
    const start = Math.min(Math.max(0, at), this.length);
    return new FontBytes(this.bytes.subarray(start, start + Math.max(0, length)));
  }

  #holds(at: number, size: number): boolean {
    return at >= 0 && at + size <= this.length;
  }
}
