/**
 * PDF object syntax (ISO 32000-1, 7.3) for what we write ourselves: numbers, names, strings, references.
 * Numbers are rounded in this one place (and, for page content, in `content-buffer.ts`).
 */

/** Ready-made PDF syntax as a value in a pdfkit dictionary: pdfkit writes what `toString` gives. */
export class Raw {
  constructor(readonly syntax: string) {}

  toString(): string {
    return this.syntax;
  }

  // pdfkit takes anything tagged "Object" for a dictionary.
  get [Symbol.toStringTag](): string {
    return 'Raw';
  }
}

/** A number with at most three decimals and never an exponent, which PDF does not know (7.3.3). */
export function number(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) > 1e9) throw new Error(`not a PDF number: ${value}`);
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

/** Numbers that are multiplied with lengths of a page, or with counts: six decimals. */
export function coefficients(values: readonly number[]): string {
  return values.map((value) => String(Number(value.toFixed(6)) + 0)).join(' ');
}

/** Numbers with blanks between. */
export function numbers(values: readonly number[]): string {
  return values.map(number).join(' ');
}

/** A name (7.3.5); bytes that are no regular characters are written `#xx`. */
export function name(value: string): string {
  let result = '/';
  for (const byte of new TextEncoder().encode(value)) {
    const regular = byte > 0x20 && byte < 0x7f && !'#%()/<>[]{}'.includes(String.fromCharCode(byte));
    result += regular ? String.fromCharCode(byte) : `#${hex(byte, 2)}`;
  }
  return result;
}

/** Resource name of a spot colour's space: never that of a device space. */
export function spotName(ink: { readonly name: string }): string {
  return name(`Ink ${ink.name}`);
}

/** A text string (7.9.2.2): literal when printable ASCII, else UTF-16BE in hex with its byte-order mark. */
export function textString(value: string): string {
  if (/^[\x20-\x7e]*$/.test(value)) return `(${value.replace(/[\\()]/g, String.raw`\$&`)})`;
  return `<FEFF${utf16(value)}>`;
}

/** UTF-16BE code units in hex. */
export function utf16(value: string): string {
  let result = '';
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    result += `${bytePairs[unit >> 8] ?? ''}${bytePairs[unit & 0xff] ?? ''}`;
  }
  return result;
}

/** Upper-case hex of a fixed number of digits. */
export function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}

/** All bytes in hex. */
const bytePairs: readonly string[] = Array.from({ length: 256 }, (_, byte) => hex(byte, 2));

/** An indirect reference to the object with this number. */
export function reference(id: number): string {
  return `${id} 0 R`;
}
