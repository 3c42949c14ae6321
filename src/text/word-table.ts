/**
 * Finds distinct words by their characters, without a string being made for each place they stand at. Comes
 * in: a text and the range of a word in it. Goes out: the word's record, and what is known of it.
 *
 * A hash table with open addressing, all that is compared and asked of a word in one stretch of memory: a `Map`
 * by string touches four places that lie far apart for each word of a book, and waits for each of them
 * longer than all the rest takes.
 */
import type { FontWord } from './shape-word.js';
import { SimpleWord, type WordEntry } from './word-entry.js';

/** The hash of no character; `mixed` adds one after the other. */
export const noHash = 0;

/** The hash of a word and one UTF-16 unit more. */
export function mixed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x9e3779b1);
}

/** Where in a record, in units of 4 bytes, stand hash, class, numbers and length of a word; its advance stands first. */
const hashAt = 2;
const kindAt = 3;
/** Of a word of one part: its place among these; of another one: its place among those, as −1, −2… */
const numberAt = 4;
const lengthAt = 5;
/** Of a word of one part: its number in its face. */
const faceNumberAt = 6;
/** In units of 2 bytes: where its characters begin. */
const unitsAt = 14;

/** Distinct words. Each has a record, by which it is found. */
export class WordTable {
  /** What the usual words are made of: those of one part. */
  readonly #words: FontWord[] = [];
  readonly #entries: WordEntry[] = [];
  #count = 0;
  /** Records, one after the other: all that is asked of a word stands together. A record is told by its 8 bytes. */
  #floats = new Float64Array(1 << 10);
  #ints = new Int32Array(this.#floats.buffer);
  #units = new Uint16Array(this.#floats.buffer);
  #end = 1;
  /** Records by hash; 0 is a free place. At most half of them are taken. */
  #slots = new Int32Array(512);

  /** The record of the word from `start` to before `end` with this hash; 0 for one that is not known. */
  find(text: string, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let at = placeOf(hash) & mask; ; at = (at + 1) & mask) {
      const record = slots[at] ?? 0;
      if (record === 0 || (this.#ints[2 * record + hashAt] === hash && this.#is(record, text, start, end)))
        return record;
    }
  }

  /** Looks for words by their hashes: to each its record, or another one, or 0. `found` tells. */
  guess(hashes: Int32Array, count: number, records: Int32Array): void {
    const slots = this.#slots;
    const ints = this.#ints;
    const mask = slots.length - 1;
    for (let i = 0; i < count; i++) records[i] = slots[placeOf(hashes[i] ?? 0) & mask] ?? 0;
    for (let i = 0; i < count; i++) if (ints[2 * (records[i] ?? 0) + hashAt] !== hashes[i]) records[i] = 0;
  }

  /** What `find` finds, which may be this record. */
  found(guess: number, text: string, start: number, end: number, hash: number): number {
    return guess !== 0 && this.#is(guess, text, start, end) ? guess : this.find(text, start, end, hash);
  }

  /** The word of a record when it is of one part. */
  wordAt(record: number): FontWord | undefined {
    const number = this.#ints[2 * record + numberAt] ?? 0;
    return number < 0 ? undefined : this.#words[number];
  }

  /** The number of that word in its face. */
  numberAt(record: number): number {
    return this.#ints[2 * record + faceNumberAt] ?? 0;
  }

  /** Its advance, thousandths. */
  widthAt(record: number): number {
    return this.#floats[record] ?? 0;
  }

  /** For `glueCost`. */
  kindAt(record: number): number {
    return this.#ints[2 * record + kindAt] ?? 0;
  }

  /** The entry of a record. */
  entryAt(record: number): WordEntry {
    const word = this.wordAt(record);
    if (word) return new SimpleWord(word, this.kindAt(record));
    const entry = this.#entries[-1 - (this.#ints[2 * record + numberAt] ?? 0)];
    if (!entry) throw new Error(`there is no word with the record ${record}`);
    return entry;
  }

  /** Adds a word of one part and this class that is not known; returns its record. */
  addWord(text: string, word: FontWord, kind: number, hash = hashOf(text)): number {
    const record = this.#add(text, hash);
    this.#floats[record] = word.width;
    this.#ints[2 * record + kindAt] = kind;
    this.#ints[2 * record + numberAt] = this.#words.length;
    this.#ints[2 * record + faceNumberAt] = word.number;
    this.#words.push(word);
    return record;
  }

  /** Adds any other word that is not known; returns its record. */
  add(text: string, entry: WordEntry, hash = hashOf(text)): number {
    if (entry.simple) return this.addWord(text, entry.simple, entry.kind, hash);
    const record = this.#add(text, hash);
    this.#floats[record] = entry.width;
    this.#ints[2 * record + kindAt] = entry.kind;
    this.#entries.push(entry);
    this.#ints[2 * record + numberAt] = -this.#entries.length;
    return record;
  }

  #add(text: string, hash: number): number {
    const record = this.#end;
    this.#end += Math.ceil((2 * unitsAt + 2 * text.length) / 8);
    this.#reserve();
    this.#ints[2 * record + hashAt] = hash;
    this.#ints[2 * record + lengthAt] = text.length;
    for (let i = 0; i < text.length; i++) this.#units[4 * record + unitsAt + i] = text.charCodeAt(i);
    this.#count += 1;
    if (2 * this.#count > this.#slots.length) this.#rehash();
    this.#place(record, hash);
    return record;
  }

  #is(record: number, text: string, start: number, end: number): boolean {
    const units = this.#units;
    if (this.#ints[2 * record + lengthAt] !== end - start) return false;
    let at = 4 * record + unitsAt;
    for (let i = start; i < end; i++) if (units[at++] !== text.charCodeAt(i)) return false;
    return true;
  }

  #place(record: number, hash: number): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let at = placeOf(hash) & mask;
    while (slots[at] !== 0) at = (at + 1) & mask;
    slots[at] = record;
  }

  #rehash(): void {
    const records = this.#slots;
    this.#slots = new Int32Array(2 * records.length);
    for (const record of records) if (record !== 0) this.#place(record, this.#ints[2 * record + hashAt] ?? 0);
  }

  #reserve(): void {
    if (this.#end <= this.#floats.length) return;
    const longer = new Float64Array(2 * this.#end);
    longer.set(this.#floats);
    this.#floats = longer;
    this.#ints = new Int32Array(longer.buffer);
    this.#units = new Uint16Array(longer.buffer);
  }
}

/** Multiplication leaves the best bits at the top. */
function placeOf(hash: number): number {
  return hash ^ (hash >>> 15);
}

/** The hash of a word. */
export function hashOf(text: string): number {
  let hash = noHash;
  for (let i = 0; i < text.length; i++) hash = mixed(hash, text.charCodeAt(i));
  return hash;
}
