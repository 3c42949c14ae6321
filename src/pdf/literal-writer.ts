/**
 * Contents of literal strings with displacements, one after the other in one array: the one place where
 * kerning is rounded. Comes in: codes and moves. Goes out: where each string stands.
 */

const opening = 0x28;
const closing = 0x29;
const minus = 0x2d;
const zero = 0x30;

/** Writes string after string. */
export class LiteralWriter {
  bytes = new Uint8Array(1 << 14);
  /** Where the string in the making begins. */
  start = 0;
  private length = 0;
  /** What was moved and not written; a fraction to V8 from the beginning, of no word yet. */
  private pending = NaN;

  /** Begins a word. */
  begin(): void {
    this.pending = 0;
  }

  /** A code, after and before moves to the right by thousandths of an em (TJ numbers move left). */
  code(before: number, code: number, after: number): void {
    this.pending += before;
    this.flush();
    this.push(code);
    this.pending += after;
  }

  /** Ends a string, and says where; what was moved but not yet written waits for the next of the word. */
  end(): number {
    this.flush();
    return (this.start = this.length);
  }

  /** Takes back what was written from here on. */
  drop(from: number): void {
    this.start = this.length = from;
  }

  private flush(): void {
    const { pending } = this;
    // Nearly always: rounded it is 0.
    if (pending < 0.5 && pending >= -0.5) return;
    const whole = Math.round(pending);
    // What rounding left over goes to the next displacement.
    this.pending -= whole;
    this.push(closing);
    // To the right is negative.
    if (whole > 0) this.push(minus);
    this.digits(Math.abs(whole));
    this.push(opening);
  }

  private digits(value: number): void {
    if (value >= 10) this.digits(Math.floor(value / 10));
    this.push(zero + (value % 10));
  }

  private push(byte: number): void {
    if (this.length === this.bytes.length) {
      const larger = new Uint8Array(this.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes[this.length++] = byte;
  }
}
