/**
 * Texts that stand in photographs: bytes in an encoding that nobody named → characters, and characters →
 * one clean line.
 */
import { isUtf8 } from 'node:buffer';

/** UTF-8 if it is such, else the code page of Vietnamese Windows, which has Western letters too. */
export function decodeLegacy(bytes: Uint8Array): string {
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1258').decode(bytes);
}

/** NFC, in one line, without control characters; undefined when nothing is left. */
export function cleanText(text: string | undefined): string | undefined {
  const clean = text
    ?.normalize('NFC')
    .replace(/[\p{Cc}\ufeff\s]+/gu, ' ')
    .trim();
  return clean === '' ? undefined : clean;
}
