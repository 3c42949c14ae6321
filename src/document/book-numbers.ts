/**
 * The numbers by which books and periodicals are known, checked by their check digits: ISBN (ISO 2108; ten
 * digits before 2007) and ISSN (ISO 3297). Pure functions on text; hyphens and blanks do not count.
 */

/** A number that was read. */
export type BookNumber =
  | { readonly type: 'right'; readonly number: string }
  /** All digits are there, but the last would have to be another. */
  | { readonly type: 'digit'; readonly digit: string }
  /** It has not the digits of such a number. */
  | { readonly type: 'none' };

/** An ISBN of 13 or 10 digits, also behind `ISBN` or `urn:isbn:`; right ones come without hyphens. */
export function readIsbn(text: string): BookNumber {
  const digits = plainDigits(text, /^(?:urn:isbn:|isbn(?:-1[03])?:?)/i);
  if (/^97[89]\d{10}$/.test(digits)) return judged(digits, digits, lastOf13(digits));
  if (/^\d{9}[\dX]$/.test(digits)) return judged(digits, digits, lastBy11(digits, 10));
  return { type: 'none' };
}

/** An ISSN, also behind `ISSN` or `urn:issn:`; a right one comes as `1859-0128`. */
export function readIssn(text: string): BookNumber {
  const digits = plainDigits(text, /^(?:urn:issn:|e?issn(?:-l)?:?)/i);
  if (!/^\d{7}[\dX]$/.test(digits)) return { type: 'none' };
  return judged(`${digits.slice(0, 4)}-${digits.slice(4)}`, digits, lastBy11(digits, 8));
}

function plainDigits(text: string, before: RegExp): string {
  return text
    .trim()
    .replace(before, '')
    .replace(/[\s\u00ad\p{Pd}]/gu, '')
    .toUpperCase();
}

function judged(number: string, digits: string, last: string): BookNumber {
  return digits.endsWith(last) ? { type: 'right', number } : { type: 'digit', digit: last };
}

/** Weights 1 and 3 in turn, to a multiple of ten (ISO 2108, annex C). */
function lastOf13(digits: string): string {
  const sum = digits
    .slice(0, 12)
    .split('')
    .reduce((all, digit, at) => all + Number(digit) * (at % 2 ? 3 : 1), 0);
  return String((10 - (sum % 10)) % 10);
}

/** Falling weights from the count of digits on, to a multiple of eleven; X stands for ten. */
function lastBy11(digits: string, count: number): string {
  const sum = digits
    .slice(0, count - 1)
    .split('')
    .reduce((all, d, at) => all + Number(d) * (count - at), 0);
  const last = (11 - (sum % 11)) % 11;
  return last === 10 ? 'X' : String(last);
}
