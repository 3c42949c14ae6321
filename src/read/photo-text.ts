/**
 * Texts that stand in photographs: bytes in an encoding that nobody named → characters, and characters →
 * one clean line.
 */
import { isUtf8 } from 'node:buffer';

/** Bytes in an encoding that nobody named → characters. */
export type DecodeText = (bytes: Uint8Array) => string;

/** UTF-8 if it is such, else the code page of Vietnamese Windows, which has Western letters too. */
export function decodeLegacy(bytes: Uint8Array): string {
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1258').decode(bytes);
}

/** What can decode the texts of a block: the encodings of old Vietnamese are loaded where it is no UTF-8. */
export async function decoderFor(block: Uint8Array): Promise<DecodeText> {
  if (isUtf8(block)) return decodeLegacy;
  const { detectEncoding } = await import('./encoding/detect-encoding.js');
  const { decodeLegacy: decodeOld } = await import('./encoding/decode-legacy.js');
  return (bytes) => {
    const encoding = isUtf8(bytes) ? undefined : detectEncoding(bytes);
    return encoding === undefined ? decodeLegacy(bytes) : decodeOld(bytes, encoding);
  };
}

/** NFC, in one line, without control characters; undefined when nothing is left. */
export function cleanText(text: string | undefined): string | undefined {
  const clean = text
    ?.normalize('NFC')
    .replace(/[\p{Cc}\ufeff\s]+/gu, ' ')
    .trim();
  return clean === '' ? undefined : clean;
}
