/**
 * Pairs of a space and a word in a row. Comes in: a text and a place in it. Goes out: where the words end, and
 * the record that each probably has in a table. All are looked for together: the table of a book is larger
 * than the caches, and a loop that does nothing else waits for many words at once.
 */
import { longer } from './longer.js';
import { endsWord, space } from './white-space.js';
import { mixed, noHash, type WordTable } from './word-table.js';

/** The pairs of one text, kept while its words are collected. */
export class WordPairs {
  count = 0;
  /** Past each word, where the space of the next one stands. */
  ends = new Int32Array(256);
  hashes = new Int32Array(256);
  /** For `WordTable.found`. */
  records = new Int32Array(256);
  #text = '';
  #table: WordTable | undefined;
  /** Where the first pair begins. */
  #start = 0;
  /** The pair that was asked for last. */
  #at = 0;

  /** The pair that begins at `from`; `count` when there is none. */
  from(text: string, from: number, table: WordTable): number {
    if (this.#table !== table || this.#text !== text || !this.#goTo(from)) this.#scan(text, from, table);
    return this.#at;
  }

  /** Whether a pair that is known begins there. */
  #goTo(from: number): boolean {
    while (this.#at < this.count && this.#startOf(this.#at) < from) this.#at++;
    return this.#at < this.count && this.#startOf(this.#at) === from;
  }

  #startOf(pair: number): number {
    return pair === 0 ? this.#start : (this.ends[pair - 1] ?? 0);
  }

  #scan(text: string, from: number, table: WordTable): void {
    this.#text = text;
    this.#table = table;
    this.#start = from;
    this.#at = 0;
    let count = 0;
    for (let at = from; at < text.length && text.charCodeAt(at) === space; count++) {
      let hash = noHash;
      let end = at + 1;
      for (; end < text.length; end++) {
        const unit = text.charCodeAt(end);
        if (endsWord(unit)) break;
        hash = mixed(hash, unit);
      }
      if (end === at + 1) break;
      if (count === this.ends.length) this.#grow();
      this.ends[count] = end;
      this.hashes[count] = hash;
      at = end;
    }
    this.count = count;
    table.guess(this.hashes, count, this.records);
  }

  #grow(): void {
    const size = 2 * this.ends.length;
    this.ends = longer(this.ends, new Int32Array(size));
    this.hashes = longer(this.hashes, new Int32Array(size));
    this.records = new Int32Array(size);
  }
}
