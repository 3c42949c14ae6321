/**
 * Bytes of one of the encodings that Vietnamese was written in before Unicode → text in NFC. Loads
 * iconv-lite: import it where such a text has been met.
 */
import type { EncodingName } from '../../document/encoding.js';
import { byteTable, decodeBytes } from './byte-tables.js';
import { decodeVni } from './decode-vni.js';

/** The encodings of Vietnamese before Unicode. */
export type LegacyEncoding = Exclude<EncodingName, 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'>;

/** Decodes bytes that are in the encoding of this name; any bytes give a text. */
export function decodeLegacy(bytes: Uint8Array, encoding: LegacyEncoding | 'windows-1252'): string {
  return encoding === 'vni' ? decodeVni(asWestern(bytes)) : decodeBytes(bytes, encoding);
}

/** What bytes look like to someone who takes them for windows-1252. */
export function asWestern(bytes: Uint8Array): string {
  const table = byteTable('windows-1252');
  let text = '';
  for (const byte of bytes) text += table[byte] ?? '';
  return text;
}
