/**
 * Finds distinct words by their characters, without a string being made for each place they stand at. Comes
 * in: a text and the range of a word in it. Goes out: the word's number, and what is known of it by number.
 *
 * A hash table with open addressing over arrays of numbers, the characters of all words in one of them: a
 * `Map` by string touches four places in memory that lie far apart for each word of a book, and waits for
 * each of them longer than for all the rest.
 */
import type { FontWord } from './shape-word.js';
import type { WordEntry } from './word-entry.js';

/** The hash of no character; `mixed` adds one after the other. */
export const noHash = 0;

/** The hash of a word and one UTF-16 unit more. */
export function mixed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x9e3779b1);
}

/** Distinct words, numbered from 0 as they come. */
export class WordTable {
  readonly entries: WordEntry[] = [];
  /** What the usual word is made of; undefined for one of several parts. */
  readonly words: (FontWord | undefined)[] = [];
  /** Its advance, thousandths. */
  widths = new Float64Array(256);
  /** For `glueCost`. */
  kinds = new Int32Array(256);
  #hashes = new Int32Array(256);
  /** Where the characters of a word begin, and past the last word those of the next one. */
  #starts = new Int32Array(257);
  #units = new Uint16Array(2048);
  /** Numbers by hash, plus 1; 0 is a free place. At most half of them are taken. */
  #slots = new Int32Array(512);

  /** The number of the word from `start` to before `end` with this hash; −1 for one that is not known. */
  find(text: string, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let at = placeOf(hash) & mask; ; at = (at + 1) & mask) {
      const number = (slots[at] ?? 0) - 1;
      if (number < 0 || (this.#hashes[number] === hash && this.#is(number, text, start, end))) return number;
    }
  }

  /** The entry of a word; undefined for one that is not known. */
  entry(text: string): WordEntry | undefined {
    const number = this.find(text, 0, text.length, hashOf(text));
    return number < 0 ? undefined : this.entries[number];
  }

  /** Adds a word that is not known, and returns its entry. */
  add(text: string, entry: WordEntry): WordEntry {
    const number = this.entries.length;
    const start = this.#starts[number] ?? 0;
    this.#reserve(number + 1, start + text.length);
    this.entries.push(entry);
    this.words.push(entry.simple);
    this.widths[number] = entry.width;
    this.kinds[number] = entry.kind;
    for (let i = 0; i < text.length; i++) this.#units[start + i] = text.charCodeAt(i);
    this.#starts[number + 1] = start + text.length;
    this.#hashes[number] = hashOf(text);
    this.#place(number);
    return entry;
  }

  #is(number: number, text: string, start: number, end: number): boolean {
    const units = this.#units;
    let at = this.#starts[number] ?? 0;
    if ((this.#starts[number + 1] ?? 0) - at !== end - start) return false;
    for (let i = start; i < end; i++) if (units[at++] !== text.charCodeAt(i)) return false;
    return true;
  }

  #place(number: number): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let at = placeOf(this.#hashes[number] ?? 0) & mask;
    while (slots[at] !== 0) at = (at + 1) & mask;
    slots[at] = number + 1;
  }

  #reserve(words: number, units: number): void {
    if (units > this.#units.length) this.#units = longer(this.#units, new Uint16Array(2 * units));
    if (words <= this.kinds.length) return;
    const size = 2 * this.kinds.length;
    this.widths = longer(this.widths, new Float64Array(size));
    this.kinds = longer(this.kinds, new Int32Array(size));
    this.#hashes = longer(this.#hashes, new Int32Array(size));
    this.#starts = longer(this.#starts, new Int32Array(size + 1));
    this.#slots = new Int32Array(2 * size);
    for (let number = 0; number < this.entries.length; number++) this.#place(number);
  }
}

/** Multiplication leaves the best bits at the top. */
function placeOf(hash: number): number {
  return hash ^ (hash >>> 15);
}

function hashOf(text: string): number {
  let hash = noHash;
  for (let i = 0; i < text.length; i++) hash = mixed(hash, text.charCodeAt(i));
  return hash;
}

/** A copy with room for more. */
function longer<T extends { set(from: T): void }>(from: T, to: T): T {
  to.set(from);
  return to;
}
