/**
 * Bytes of one content stream, written into one growing scratch array: no string is made per glyph,
 * word or number. Shared by all pages of a document; `take` copies a page's bytes out and starts anew.
 */

/** Room for one number or short operator; asked for before each. */
const slack = 64;

export class ContentBuffer {
  private bytes = new Uint8Array(1 << 16);
  private length = 0;

  /** Bytes written so far. */
  get size(): number {
    return this.length;
  }

  /** Operators and names, ASCII; other syntax in Latin-1. */
  text(value: string): this {
    this.need(value.length);
    const { bytes } = this;
    let at = this.length;
    for (let i = 0; i < value.length; i++) bytes[at++] = value.charCodeAt(i);
    this.length = at;
    return this;
  }

  /** The array written into, with room for so many more bytes: `fill` says how far it was filled. Until then nothing else is written. */
  room(count: number): Uint8Array {
    this.need(count);
    return this.bytes;
  }

  /** What was written into `room` ends here. */
  fill(end: number): void {
    this.length = end;
  }

  byte(value: number): this {
    this.need(1);
    this.bytes[this.length++] = value;
    return this;
  }

  /** Bytes of another array, from `start` to before `end`. */
  copy(values: Uint8Array, start: number, end: number): this {
    this.need(end - start);
    const { bytes } = this;
    let at = this.length;
    // Words are a few bytes long; `set` costs more than the loop for them.
    for (let i = start; i < end; i++) bytes[at++] = values[i] ?? 0;
    this.length = at;
    return this;
  }

  /** A number with at most three decimals and a blank after it. */
  number(value: number): this {
    this.need(0);
    const thousandths = Math.round(value * 1000);
    // Whole numbers of 32 bits are what the processor is quick with.
    let rest = thousandths | 0;
    if (rest !== thousandths) return this.largeNumber(thousandths);
    if (rest < 0) {
      this.bytes[this.length++] = 45;
      rest = -rest;
    }
    const whole = (rest / 1000) | 0;
    this.digits(whole);
    rest -= whole * 1000;
    if (rest > 0) this.decimals(rest);
    this.bytes[this.length++] = 32;
    return this;
  }

  /** A number that multiplies lengths of a page: six decimals, and a blank after it. */
  coefficient(value: number): this {
    const rounded = Number(value.toFixed(6));
    // `String` writes an exponent below 1e-6 only, which rounding has taken away.
    return this.text(Object.is(rounded, -0) ? '0' : String(rounded)).byte(32);
  }

  /** The stream so far, copied; the buffer is empty afterwards. */
  take(): Uint8Array {
    const result = this.bytes.slice(0, this.length);
    this.length = 0;
    return result;
  }

  /** A whole number from 0 to 2³¹, and nothing after it. */
  integer(value: number): this {
    this.need(0);
    this.digits(value);
    return this;
  }

  /** An indirect reference to an object (ISO 32000-1, 7.3.10), and nothing after it. */
  reference(id: number): this {
    return this.integer(id).text(' 0 R');
  }

  /** A number of thousandths that 32 bits do not hold. */
  private largeNumber(thousandths: number): this {
    if (!Number.isSafeInteger(thousandths)) throw new Error(`not a PDF number: ${thousandths / 1000}`);
    const size = Math.abs(thousandths);
    if (thousandths < 0) this.byte(45);
    this.text(String(Math.floor(size / 1000)));
    if (size % 1000 > 0) this.decimals(size % 1000);
    return this.byte(32);
  }

  /** A whole number from 0 to 2³¹. */
  private digits(value: number): void {
    const { bytes } = this;
    let end = this.length + 1;
    for (let rest = value; rest >= 10; rest = (rest / 10) | 0) end++;
    this.length = end;
    let rest = value;
    do {
      const tenth = (rest / 10) | 0;
      bytes[--end] = 48 + rest - tenth * 10;
      rest = tenth;
    } while (rest > 0);
  }

  /** The point, and as many of three decimals as it takes. */
  private decimals(thousandths: number): void {
    const { bytes } = this;
    let at = this.length;
    const tenths = (thousandths / 100) | 0;
    const rest = thousandths - tenths * 100;
    bytes[at++] = 46;
    bytes[at++] = 48 + tenths;
    if (rest > 0) {
      const hundredths = (rest / 10) | 0;
      bytes[at++] = 48 + hundredths;
      if (rest > hundredths * 10) bytes[at++] = 48 + rest - hundredths * 10;
    }
    this.length = at;
  }

  private need(count: number): void {
    if (this.length + count + slack <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + count + slack));
    larger.set(this.bytes);
    this.bytes = larger;
  }
}
