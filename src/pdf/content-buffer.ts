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
    let thousandths = Math.round(value * 1000);
    if (!Number.isSafeInteger(thousandths)) throw new Error(`not a PDF number: ${value}`);
    if (thousandths < 0) {
      this.bytes[this.length++] = 45;
      thousandths = -thousandths;
    }
    const whole = Math.floor(thousandths / 1000);
    const fraction = thousandths - whole * 1000;
    this.digits(whole);
    if (fraction > 0) this.decimals(fraction);
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

  /** A whole number from 0, and nothing after it. */
  integer(value: number): this {
    this.need(0);
    this.digits(value);
    return this;
  }

  /** An indirect reference to an object (ISO 32000-1, 7.3.10), and nothing after it. */
  reference(id: number): this {
    return this.integer(id).text(' 0 R');
  }

  private digits(value: number): void {
    if (value >= 10) this.digits(Math.floor(value / 10));
    this.bytes[this.length++] = 48 + (value % 10);
  }

  private decimals(thousandths: number): void {
    this.bytes[this.length++] = 46;
    let rest = thousandths;
    for (let unit = 100; rest > 0; unit /= 10) {
      const digit = Math.floor(rest / unit);
      this.bytes[this.length++] = 48 + digit;
      rest -= digit * unit;
    }
  }

  private need(count: number): void {
    if (this.length + count + slack <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + count + slack));
    larger.set(this.bytes);
    this.bytes = larger;
  }
}
