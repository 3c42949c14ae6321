/**
 * Bytes → text: UTF-8, or UTF-16 with a byte order mark. Goes in: the bytes of a file. Comes out: its
 * text, or one error that says where the bytes stop being text and what to do. Other encodings are
 * told apart from binary files, so that the writer knows whether to convert or to export.
 */
import { Buffer, isAscii, isUtf8, transcode } from 'node:buffer';
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';

/** First bytes of files that people mistake for text. */
const signatures: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['ZIP, .docx, .odt, .epub', [0x50, 0x4b, 0x03, 0x04]],
  ['.doc', [0xd0, 0xcf, 0x11, 0xe0]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
];

/** Decodes a whole file; undefined when it is no text. A byte order mark is dropped. */
export function decode(bytes: Uint8Array, file: string): Staged<string | undefined> {
  const kind = signatures.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0];
  if (kind) return fail(diagnostic('READ-BINARY', { kind, byte: 1 }, { span: { file, line: 1 } }));
  const utf16 = utf16Of(bytes);
  if (utf16) return decodeUtf16(bytes, utf16, file);
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const span = { file, line: lineAt(bytes, nul) };
    return fail(diagnostic('READ-BINARY', { kind: 'NUL', byte: nul + 1 }, { span }));
  }
  if (isUtf8(bytes)) return { value: decodeUtf8(bytes).replace(/^\ufeff/, ''), diagnostics: [] };
  const at = firstInvalid(bytes);
  const value = `0x${(bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
  const span = { file, line: lineAt(bytes, at), column: columnAt(bytes, at) };
  return fail(diagnostic('READ-ENCODING', { value, byte: at + 1 }, { span }));
}

/** Well-formed UTF-8 → text, by way of UTF-16: a third of the time of `TextDecoder`. */
function decodeUtf8(bytes: Uint8Array): string {
  if (isAscii(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return transcode(bytes, 'utf8', 'ucs2').toString('ucs2');
}

function fail(said: Diagnostic): Staged<undefined> {
  return { value: undefined, diagnostics: [said] };
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function decodeUtf16(bytes: Uint8Array, encoding: string, file: string): Staged<string | undefined> {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return { value: text, diagnostics: [] };
  } catch {
    // An unpaired surrogate or an odd number of bytes: no text either.
  }
  return fail(diagnostic('READ-BINARY', { kind: encoding, byte: 1 }, { span: { file, line: 1 } }));
}

/** Index of the first byte that no UTF-8 sequence takes (RFC 3629, 4: the well-formed sequences). */
function firstInvalid(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (length > 1) {
      try {
        decoder.decode(bytes.subarray(at, at + length));
      } catch {
        return at;
      }
    }
    at += length;
  }
  return Math.max(0, bytes.length - 1);
}

function lineAt(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let i = 0; i < at; i++) if (bytes[i] === 0x0a || (bytes[i] === 0x0d && bytes[i + 1] !== 0x0a)) line++;
  return line;
}

/** Column in characters: everything before the byte on its line is well-formed. */
function columnAt(bytes: Uint8Array, at: number): number {
  let start = at;
  while (start > 0 && bytes[start - 1] !== 0x0a && bytes[start - 1] !== 0x0d) start--;
  return new TextDecoder().decode(bytes.subarray(start, at)).length + 1;
}
