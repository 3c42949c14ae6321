/** The characters of PDF (ISO 32000-1, 7.2.2 and 7.3.4): what each byte is to one who reads objects. */

/** 0 for a regular character, 1 for white space, 2 for a delimiter. */
const kinds = new Uint8Array(256);
for (const c of [32, 10, 13, 9, 12, 0]) kinds[c] = 1;
for (const c of Buffer.from('()<>[]{}/%')) kinds[c] = 2;

/** White space. */
export const isSpace = (c: number): boolean => kinds[c] === 1;
/** `0` to `9`. */
export const isDigit = (c: number): boolean => c >= 0x30 && c <= 0x39;
/** Neither white space nor a delimiter. */
export const isRegular = (c: number): boolean => kinds[c] === 0;

/** What stands for a byte behind a reverse solidus in a string. */
export const escapes: Readonly<Record<number, number>> = { 0x6e: 10, 0x72: 13, 0x74: 9, 0x62: 8, 0x66: 12 };

/** The value of a hexadecimal digit; -1 for anything else. */
export function hexDigit(c: number): number {
  if (c >= 0x30 && c <= 0x39) return c - 0x30;
  const letter = c | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
