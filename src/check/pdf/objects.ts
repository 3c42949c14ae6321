/**
 * The objects of a PDF file (ISO 32000-1, 7.2–7.3): bytes in, values out. The same parser reads file
 * bodies, object streams and content streams, where what is no object is a `Keyword` (an operator).
 * It never throws: what makes no sense is skipped or comes back as a keyword, and the rules notice.
 */
export class PdfName {
  constructor(readonly value: string) {}
}

export class PdfString {
  constructor(readonly bytes: Uint8Array) {}
}

export class PdfRef {
  constructor(
    readonly number: number,
    readonly generation: number,
  ) {}
}

export class PdfDict {
  constructor(readonly entries: ReadonlyMap<string, PdfObject>) {}
  /** The value as written: perhaps a reference. */
  raw(key: string): PdfObject {
    return this.entries.get(key) ?? null;
  }
}

/** A stream with its bytes still encoded. */
export class PdfStream {
  constructor(
    readonly dict: PdfDict,
    readonly encoded: Uint8Array,
  ) {}
}

/** What stands where an object could: an operator, `obj`, `R`, a stray bracket. */
export class Keyword {
  constructor(readonly value: string) {}
}

export type PdfObject =
  null | boolean | number | PdfName | PdfString | PdfRef | PdfDict | PdfStream | readonly PdfObject[];

/** Arrays and dictionaries nested deeper than this are cut: no real file comes near, and the stack holds. */
const maxDepth = 200;

const isSpace = (c: number): boolean => c === 32 || c === 10 || c === 13 || c === 9 || c === 12 || c === 0;
// ( ) < > [ ] { } / %
const delimiters = new Set([0x28, 0x29, 0x3c, 0x3e, 0x5b, 0x5d, 0x7b, 0x7d, 0x2f, 0x25]);
const isRegular = (c: number): boolean => !isSpace(c) && !delimiters.has(c);

const escapes: Readonly<Record<number, number>> = { 0x6e: 10, 0x72: 13, 0x74: 9, 0x62: 8, 0x66: 12 };

function hexDigit(c: number): number {
  if (c >= 0x30 && c <= 0x39) return c - 0x30;
  const letter = c | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/** Reads objects one after the other. `references` is off in content streams, where `R` means nothing. */
export class ObjectParser {
  #at: number;

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
    while (this.#at < this.bytes.length && isRegular(this.bytes[this.#at] ?? 0)) this.#at += 1;
    const word = latin1(this.bytes.subarray(start, this.#at));
    if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)) {
      const value = Number(word);
      return this.references && /^\d+$/.test(word) ? (this.#reference(value) ?? value) : value;
    }
    if (word === 'true') return true;
    if (word === 'false') return false;
    return word === 'null' ? null : new Keyword(word);
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
    return new PdfName(value);
  }

  #literalString(): PdfString {
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
    return new PdfString(Uint8Array.from(out));
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
    this.#at += 1;
    while (this.#at < this.bytes.length) {
      const c = this.bytes[this.#at] ?? 0;
      this.#at += 1;
      if (c === 0x3e) break;
      const digit = hexDigit(c);
      if (digit >= 0) digits.push(digit);
    }
    const out = new Uint8Array((digits.length + 1) >> 1);
    digits.forEach((digit, i) => {
      out[i >> 1] = (out[i >> 1] ?? 0) | (i % 2 === 0 ? digit << 4 : digit);
    });
    return new PdfString(out);
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
    return new PdfDict(entries);
  }
}

/** Bytes as characters of the same numbers. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** A text string (7.9.2): UTF-16BE or UTF-8 with their marks, else PDFDocEncoding (its Latin-1 part). */
export function textString(value: PdfObject): string | undefined {
  if (!(value instanceof PdfString)) return undefined;
  const { bytes } = value;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes.subarray(2));
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return new TextDecoder('utf-8').decode(bytes.subarray(3));
  }
  return latin1(bytes);
}

/** UTF-16BE bytes as text; an odd last byte is dropped. */
export function utf16(bytes: Uint8Array): string {
  let out = '';
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    out += String.fromCharCode(((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0));
  }
  return out;
}
