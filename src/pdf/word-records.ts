/**
 * What the painter needs of each word of a face, in a record of 16 bytes by the word's own number: the slice
 * and the string between `[(` and `)]`. In: strings, once per distinct word; out: the strings of whole runs.
 *
 * It is asked once for every word of a book, and waiting for memory is what costs there: a record lies in one
 * cache line with its string, which is longer in one of a hundred words (Vietnamese) and stands elsewhere then.
 */
import type { ContentBuffer } from './content-buffer.js';

/** In place of a slice's number: a space, which every slice of the face has. */
export const anySlice = 0xffff;
/** In place of a slice's number: the word has no string of its own (`SpecialWord`). */
export const noSlice = 0xfffe;

const recordSize = 16;
/** From the beginning of a record: the length of the string or one of those below, the slice (2 bytes), the string. */
const sliceAt = 1;
const stringAt = 3;
/** Bytes of a string that has room in its record. */
const longest = recordSize - stringAt;
/** In place of the length: nothing is known of the word. */
const unknown = 0;
/** In place of the length: 4 bytes each say where the string begins and ends in `LongStrings`. */
const elsewhere = 254;
const [startAt, endAt] = [4, 8];
/** In place of the length: the word has no string of its own. */
const special = 255;

/** Where the strings stand that have no room in their records. */
export interface LongStrings {
  readonly bytes: Uint8Array;
}

export class WordRecords {
  #bytes = new Uint8Array(256 * recordSize);
  #places = new Int32Array(this.#bytes.buffer);

  constructor(private readonly strings: LongStrings) {}

  /** The index of the first of these words, from `from` on, that has no record; their count where all have one. */
  firstUnknown(numbers: readonly number[], from: number): number {
    const bytes = this.#bytes;
    let i = from;
    for (; i < numbers.length; i++) {
      const at = (numbers[i] ?? 0) * recordSize;
      if (at >= bytes.length || bytes[at] === unknown) break;
    }
    return i;
  }

  /** The word has this part of `LongStrings` as its string; whether that was copied. */
  put(number: number, slice: number, [start, end]: readonly [start: number, end: number]): boolean {
    const at = this.#open(number, slice);
    const bytes = this.#bytes;
    const length = end - start;
    if (length > 0 && length <= longest) {
      bytes[at] = length;
      bytes.set(this.strings.bytes.subarray(start, end), at + stringAt);
      return true;
    }
    bytes[at] = elsewhere;
    this.#places[(at + startAt) >> 2] = start;
    this.#places[(at + endAt) >> 2] = end;
    return false;
  }

  /** The word has no string of its own. */
  putSpecial(number: number): void {
    const at = this.#open(number, noSlice);
    this.#bytes[at] = special;
  }

  /** The slice of a word that has a record. */
  sliceOf(number: number): number {
    const at = number * recordSize + sliceAt;
    return (this.#bytes[at] ?? 0) | ((this.#bytes[at + 1] ?? 0) << 8);
  }

  /** Writes the strings of the words from `from` on, as long as they are in this slice; the index of the first that is not. */
  write(out: ContentBuffer, numbers: readonly number[], from: number, slice: number): number {
    const bytes = this.#bytes;
    const most = numbers.length * longest;
    let target = out.room(most);
    let to = out.size;
    let i = from;
    // By index: this loop runs once for every word and every space of a book.
    for (; i < numbers.length; i++) {
      const at = (numbers[i] ?? 0) * recordSize;
      const length = bytes[at] ?? special;
      if (length === special) break;
      const own = (bytes[at + sliceAt] ?? 0) | ((bytes[at + sliceAt + 1] ?? 0) << 8);
      if (own !== slice && own !== anySlice) break;
      if (length === elsewhere) {
        out.fill(to);
        const [start, end] = [this.#places[(at + startAt) >> 2] ?? 0, this.#places[(at + endAt) >> 2] ?? 0];
        out.copy(this.strings.bytes, start, end);
        target = out.room(most);
        to = out.size;
        continue;
      }
      const end = at + stringAt + length;
      for (let k = at + stringAt; k < end; k++) target[to++] = bytes[k] ?? 0;
    }
    out.fill(to);
    return i;
  }

  /** Where the record of a word begins, which from now on has this slice. */
  #open(number: number, slice: number): number {
    const at = number * recordSize;
    if (at >= this.#bytes.length) {
      const longer = new Uint8Array(2 * (at + recordSize));
      longer.set(this.#bytes);
      this.#bytes = longer;
      this.#places = new Int32Array(longer.buffer);
    }
    this.#bytes[at + sliceAt] = slice & 0xff;
    this.#bytes[at + sliceAt + 1] = slice >> 8;
    return at;
  }
}
