/**
 * Bytes in, objects out (ISO 32000-1, 7.2–7.3). The same parser reads file bodies, object streams and
 * content streams, where what is no object is a `Keyword` (an operator). It never throws: what makes no
 * sense is skipped or comes back as a keyword; what breaks the syntax or a limit is noted in `faults`.
 */
import { escapes, hexDigit, isDigit, isRegular, isSpace } from './characters.js';
import {
  Keyword,
  latin1,
  PdfDict,
  PdfName,
  PdfRef,
  PdfString,
  type LexicalFault,
  type PdfObject,
} from './objects.js';

/** Arrays and dictionaries nested deeper than this are cut: no real file comes near, and the stack holds. */
const maxDepth = 200;

/** Operators that were met, by their bytes: nearly all of a page are a few of up to three. */
const operators = new Map<number, Keyword>();
const maxOperators = 4096;

/** Reads objects one after the other. `references` is off in content streams, where `R` means nothing. */
export class ObjectParser {
  #at: number;
  #faults: LexicalFault[] | undefined;

  constructor(
    readonly bytes: Uint8Array,
    start = 0,
    readonly references = true,
  ) {
    this.#at = start;
  }

  /** Where the next read begins. */
  get position(): number {
    return this.#at;
  }

  set position(at: number) {
    this.#at = at;
  }

  /** What was wrong in what has been read so far. */
  get faults(): readonly LexicalFault[] {
    return this.#faults ?? [];
  }

  /** The next object or keyword; undefined at the end. */
  read(depth = 0): PdfObject | Keyword | undefined {
    this.skipSpace();
    const c = this.bytes[this.#at];
    if (c === undefined) return undefined;
    if (c === 0x2f) return this.#name();
    if (c === 0x28) return this.#literalString();
    if (c === 0x5b) return this.#array(depth);
    if (c === 0x3c) return this.bytes[this.#at + 1] === 0x3c ? this.#dict(depth) : this.#hexString();
    if (c === 0x3e && this.bytes[this.#at + 1] === 0x3e) {
      this.#at += 2;
      return new Keyword('>>');
    }
    if (!isRegular(c)) {
      this.#at += 1;
      return new Keyword(String.fromCharCode(c));
    }
    return this.#word();
  }

  /** The next object; a keyword or the end gives null. */
  readObject(): PdfObject {
    const found = this.read();
    return found === undefined || found instanceof Keyword ? null : found;
  }

  /** Steps over white space and comments. */
  skipSpace(): void {
    const { bytes } = this;
    for (;;) {
      const c = bytes[this.#at];
      if (c === undefined) return;
      if (c === 0x25) {
        while (this.#at < bytes.length && bytes[this.#at] !== 10 && bytes[this.#at] !== 13) this.#at += 1;
      } else if (isSpace(c)) this.#at += 1;
      else return;
    }
  }

  #word(): PdfObject | Keyword {
    const start = this.#at;
    const number = this.#number();
    if (number !== undefined) {
      const plain = this.references && isDigit(this.bytes[start] ?? 0) && Number.isInteger(number);
      return plain ? (this.#reference(number) ?? number) : number;
    }
    while (this.#at < this.bytes.length && isRegular(this.bytes[this.#at] ?? 0)) this.#at += 1;
    const length = this.#at - start;
    return length <= 3 ? this.#operator(start, length) : this.#longWord(start);
  }

  #operator(start: number, length: number): Keyword {
    let key = length;
    for (let at = start; at < this.#at; at += 1) key = key * 256 + (this.bytes[at] ?? 0);
    const known = operators.get(key);
    if (known) return known;
    const made = new Keyword(latin1(this.bytes.subarray(start, this.#at)));
    if (operators.size < maxOperators) operators.set(key, made);
    return made;
  }

  #longWord(start: number): PdfObject | Keyword {
    const word = latin1(this.bytes.subarray(start, this.#at));
    if (word === 'true') return true;
    if (word === 'false') return false;
    return word === 'null' ? null : new Keyword(word);
  }

  /** A number (7.3.3); the position stays when the word is none. */
  #number(): number | undefined {
    const { bytes } = this;
    let at = this.#at;
    const sign = bytes[at] === 0x2d ? -1 : 1;
    if (bytes[at] === 0x2d || bytes[at] === 0x2b) at += 1;
    let value = 0;
    let digits = 0;
    let point = -1;
    let c = bytes[at];
    for (; c !== undefined && isRegular(c); at += 1, c = bytes[at]) {
      if (isDigit(c)) {
        value = value * 10 + c - 0x30;
        digits += 1;
      } else if (c === 0x2e && point < 0) point = digits;
      else return undefined;
    }
    if (digits === 0) return undefined;
    // Exact as long as the digits fit into a double; longer ones are read as a text.
    if (digits > 15) value = Number(latin1(bytes.subarray(this.#at, at)).replace(/^[+-]/, ''));
    else if (point >= 0) value /= 10 ** (digits - point);
    this.#at = at;
    if (value > 32767 || (value > 0 && value < 1e-37)) this.#checkNumber(sign * value, point >= 0);
    return value === 0 ? 0 : sign * value;
  }

  #checkNumber(value: number, real: boolean): void {
    if (real) this.#note('real', value);
    else if (value > 0x7fffffff || value < -0x80000000) this.#note('integer', value);
  }

  #note(type: LexicalFault['type'], value: number | string): void {
    (this.#faults ??= []).push({ type, value });
  }

  /** `12 0 R` after its first number; the position stays when it is none. */
  #reference(number: number): PdfRef | undefined {
    const { bytes } = this;
    let at = this.#at;
    const skip = (): void => {
      while (at < bytes.length && isSpace(bytes[at] ?? 0)) at += 1;
    };
    skip();
    let generation = 0;
    const first = at;
    for (let c = bytes[at] ?? 0; c >= 0x30 && c <= 0x39; c = bytes[at] ?? 0) {
      generation = generation * 10 + c - 0x30;
      at += 1;
    }
    if (at === first || at - first > 5) return undefined;
    skip();
    if (bytes[at] !== 0x52 || isRegular(bytes[at + 1] ?? 32)) return undefined;
    this.#at = at + 1;
    return new PdfRef(number, generation);
  }

  #name(): PdfName {
    let value = '';
    this.#at += 1;
    for (let c = this.bytes[this.#at]; c !== undefined && isRegular(c); c = this.bytes[this.#at]) {
      const high = c === 0x23 ? hexDigit(this.bytes[this.#at + 1] ?? 0) : -1;
      const low = high >= 0 ? hexDigit(this.bytes[this.#at + 2] ?? 0) : -1;
      value += String.fromCharCode(low >= 0 ? high * 16 + low : c);
      this.#at += low >= 0 ? 3 : 1;
    }
    if (value.length > 127) this.#note('name', value.length);
    return new PdfName(value);
  }

  #literalString(): PdfString {
    const plain = this.#plainString();
    if (plain) return plain;
    const out: number[] = [];
    let open = 1;
    this.#at += 1;
    while (this.#at < this.bytes.length) {
      const c = this.bytes[this.#at] ?? 0;
      this.#at += 1;
      if (c === 0x5c) this.#escape(out);
      else {
        if (c === 0x28) open += 1;
        if (c === 0x29) open -= 1;
        if (open === 0) break;
        // An end of line in a string counts as one line feed (7.3.4.2).
        if (c === 13) {
          out.push(10);
          if (this.bytes[this.#at] === 10) this.#at += 1;
        } else out.push(c);
      }
    }
    return this.#string(Uint8Array.from(out));
  }

  /** A string as it stands, without escapes, brackets and line ends; the position stays for any other. */
  #plainString(): PdfString | undefined {
    const { bytes } = this;
    const start = this.#at + 1;
    for (let at = start; at < bytes.length; at += 1) {
      const c = bytes[at];
      if (c === 0x29) {
        this.#at = at + 1;
        return this.#string(bytes.slice(start, at));
      }
      if (c === 0x5c || c === 0x28 || c === 13) return undefined;
    }
    return undefined;
  }

  #string(bytes: Uint8Array): PdfString {
    if (bytes.length > 32767) this.#note('string', bytes.length);
    return new PdfString(bytes);
  }

  #escape(out: number[]): void {
    const c = this.bytes[this.#at] ?? 0;
    this.#at += 1;
    if (c >= 0x30 && c <= 0x37) {
      let value = c - 0x30;
      for (let digits = 1; digits < 3; digits += 1) {
        const next = this.bytes[this.#at] ?? 0;
        if (next < 0x30 || next > 0x37) break;
        value = value * 8 + next - 0x30;
        this.#at += 1;
      }
      out.push(value & 255);
    } else if (c === 13) {
      if (this.bytes[this.#at] === 10) this.#at += 1;
    } else if (c !== 10) out.push(escapes[c] ?? c);
  }

  #hexString(): PdfString {
    const digits: number[] = [];
    let strange = 0;
    const start = this.#at;
    this.#at += 1;
    while (this.#at < this.bytes.length) {
      const c = this.bytes[this.#at] ?? 0;
      this.#at += 1;
      if (c === 0x3e) break;
      const digit = hexDigit(c);
      if (digit >= 0) digits.push(digit);
      else if (!isSpace(c)) strange += 1;
    }
    const written = (): string => latin1(this.bytes.subarray(start, Math.min(this.#at, start + 40)));
    // What is no digit counts as a character here (19005-2, 6.1.6).
    if ((digits.length + strange) % 2 !== 0) this.#note('odd-hex', written());
    if (strange > 0) this.#note('no-hex', written());
    const out = new Uint8Array((digits.length + 1) >> 1);
    digits.forEach((digit, i) => {
      out[i >> 1] = (out[i >> 1] ?? 0) | (i % 2 === 0 ? digit << 4 : digit);
    });
    return this.#string(out);
  }

  #array(depth: number): readonly PdfObject[] {
    const out: PdfObject[] = [];
    this.#at += 1;
    while (depth < maxDepth) {
      const item = this.read(depth + 1);
      if (item === undefined || (item instanceof Keyword && item.value === ']')) break;
      if (!(item instanceof Keyword)) out.push(item);
    }
    return out;
  }

  #dict(depth: number): PdfDict {
    const entries = new Map<string, PdfObject>();
    this.#at += 2;
    while (depth < maxDepth) {
      const key = this.read(depth + 1);
      if (key === undefined || (key instanceof Keyword && key.value === '>>')) break;
      if (!(key instanceof PdfName)) continue;
      const value = this.read(depth + 1);
      if (value === undefined || (value instanceof Keyword && value.value === '>>')) break;
      if (!(value instanceof Keyword)) entries.set(key.value, value);
    }
    if (entries.size > 4095) this.#note('dict', entries.size);
    return new PdfDict(entries);
  }
}
