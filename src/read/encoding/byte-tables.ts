/**
 * The single-byte encodings that Vietnamese was written in before Unicode: bytes ↔ characters. The
 * tables are iconv-lite's: Node's `TextDecoder` takes windows-1252 for Latin-1. Loads iconv-lite: import it where such a text has been met.
 */
import { Buffer } from 'node:buffer';
import iconv from 'iconv-lite';

/** An encoding in which every byte stands for one character or combining mark. */
export type ByteEncoding = 'windows-1252' | 'windows-1258' | 'viscii' | 'tcvn3' | 'tcvn5712';

const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte);
const tables = new Map<ByteEncoding, readonly string[]>();
const inverses = new Map<ByteEncoding, ReadonlyMap<string, number>>();

/** The character of every byte, by the byte. */
export function byteTable(encoding: ByteEncoding): readonly string[] {
  const known = tables.get(encoding);
  if (known) return known;
  const made = Array.from(makeTable(encoding));
  tables.set(encoding, made);
  return made;
}

function makeTable(encoding: ByteEncoding): string {
  switch (encoding) {
    case 'windows-1252':
    case 'windows-1258':
    case 'viscii':
      return tableOf(encoding);
    case 'tcvn5712':
      return tableOf('tcvn');
    case 'tcvn3':
      // VN3, the set of the fonts of Windows (.VnTime): the letters of TCVN 5712 from A1 on, and below
      // them, where the standard has capitals, what Windows has: quotation marks, dashes, an ellipsis.
      return byteTable('windows-1252').slice(0, 0xa1).concat(byteTable('tcvn5712').slice(0xa1)).join('');
  }
}

/** A byte without a character is the control character of its number (WHATWG Encoding, windows-1252). */
function tableOf(name: string): string {
  const letters = Array.from(iconv.decode(Buffer.from(everyByte), name));
  return letters.map((letter, byte) => (letter === '\ufffd' ? String.fromCharCode(byte) : letter)).join('');
}

/** Decodes bytes, or a part of them; combining marks are composed (NFC). */
export function decodeBytes(bytes: Uint8Array, encoding: ByteEncoding): string {
  const table = byteTable(encoding);
  let text = '';
  for (const byte of bytes) text += table[byte] ?? '';
  return text.normalize('NFC');
}

/**
 * The bytes that a text was before someone read them in the wrong encoding; undefined when it holds a
 * character that this encoding lacks.
 */
export function bytesBehind(text: string, readAs: ByteEncoding): Uint8Array | undefined {
  const inverse = inverses.get(readAs) ?? new Map(byteTable(readAs).map((letter, byte) => [letter, byte]));
  inverses.set(readAs, inverse);
  const bytes: number[] = [];
  for (const letter of text) {
    // A control character that someone let through for a byte without a character.
    const byte = inverse.get(letter) ?? (/[\u0080-\u009f]/.test(letter) ? letter.charCodeAt(0) : undefined);
    // What was composed since: windows-1258 has a letter and a combining mark for it.
    const parts =
      byte === undefined ? Array.from(letter.normalize('NFD'), (part) => inverse.get(part)) : [byte];
    for (const part of parts) {
      if (part === undefined) return undefined;
      bytes.push(part);
    }
  }
  return Uint8Array.from(bytes);
}
