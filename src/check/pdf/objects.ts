/** The objects of a PDF file as values (ISO 32000-1, 7.3), and their bytes as text (7.9.2). */
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

/** What breaks the syntax, or a limit of a standard, in what a parser has read. */
export interface LexicalFault {
  readonly type:
    | 'odd-hex' // a hexadecimal string with an odd number of digits
    | 'no-hex' // a hexadecimal string with something that is no digit
    | 'integer' // outside 32 bits
    | 'real' // beyond ±32767, or within ±1e-37 and not zero
    | 'name' // longer than 127 bytes
    | 'string' // longer than 32767 bytes
    | 'dict'; // more than 4095 entries
  /** The number, the count of bytes or entries, or the string as written. */
  readonly value: number | string;
}

/** Bytes as characters of the same numbers. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** Where PDFDocEncoding (Annex D.2) is not Latin-1: from 0x18 and from 0x80 on. */
const docAccents = '˘ˇˆ˙˝˛˚˜';
const docSigns = '•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\ufffd€';

/** A text string (7.9.2): UTF-16BE or UTF-8 with their marks, else PDFDocEncoding. */
export function textString(value: PdfObject): string | undefined {
  if (!(value instanceof PdfString)) return undefined;
  const { bytes } = value;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes.subarray(2));
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return new TextDecoder('utf-8').decode(bytes.subarray(3));
  }
  return Array.from(latin1(bytes), (character) => {
    const code = character.charCodeAt(0);
    return (code < 0x20 ? docAccents[code - 0x18] : docSigns[code - 0x80]) ?? character;
  }).join('');
}

/** UTF-16BE bytes as text; an odd last byte is dropped. */
export function utf16(bytes: Uint8Array): string {
  let out = '';
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    out += String.fromCharCode(((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0));
  }
  return out;
}
