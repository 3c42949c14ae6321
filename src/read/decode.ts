/**
 * Bytes → text. Goes in: the bytes of a file, and the encoding if someone said which. Comes out: its text
 * in Unicode, or one error that says where the bytes stop being text and what to do. UTF-8 is read at
 * once; the encodings of before Unicode (`encoding/`) are loaded when a text is met that needs them.
 */
import { Buffer, isAscii, isUtf8, transcode } from 'node:buffer';
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import { encodingNames, type EncodingName } from '../document/encoding.js';
import { guessUtf16 } from './encoding/guess-utf16.js';
import { suspectsLegacy } from './encoding/suspect-legacy.js';

/** First bytes of files that people mistake for text. */
const signatures: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['ZIP, .docx, .odt, .epub', [0x50, 0x4b, 0x03, 0x04]],
  ['.doc', [0xd0, 0xcf, 0x11, 0xe0]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
];

/**
 * Decodes a whole file; undefined when it is no text. A byte order mark is dropped. A text whose
 * encoding is said is taken at that word; otherwise what was guessed is reported.
 */
export async function decode(
  bytes: Uint8Array,
  file: string,
  said?: EncodingName,
): Promise<Staged<string | undefined>> {
  if (said !== undefined) return binaryKind(bytes, file) ?? decodeAs(bytes, file, said);
  const unicode = decodeUnicode(bytes, file);
  if (unicode.value === undefined)
    return unicode.diagnostics[0]?.code === 'READ-ENCODING' ? decodeOld(bytes, file, unicode) : unicode;
  const suspected = suspectsLegacy(unicode.value);
  if (!suspected && !mayHaveLost(unicode.value)) return unicode;
  const [{ convertMisread }, { findDamage }] = await Promise.all([
    import('./encoding/convert-misread.js'),
    import('./encoding/find-damage.js'),
  ]);
  const found = suspected ? convertMisread(unicode.value, file) : { value: unicode.value, diagnostics: [] };
  const damage = findDamage(found.value, file);
  const diagnostics = [...unicode.diagnostics, ...found.diagnostics, ...(damage ? [damage] : [])];
  return { value: damage?.severity === 'error' ? undefined : found.value, diagnostics };
}

/** A question mark within a word. */
const askedInside = /(?<=\p{L})\?\p{L}/u;

/** Whether there are signs of letters that were lost before the text came here. */
function mayHaveLost(text: string): boolean {
  return text.includes('\ufffd') || (text.includes('?') && askedInside.test(text));
}

/** Decodes a file that has to be Unicode, as those that programs read have; undefined when it is not. */
export function decodeUnicode(bytes: Uint8Array, file: string): Staged<string | undefined> {
  const binary = binaryKind(bytes, file);
  if (binary) return binary;
  const marked = markedUtf16(bytes);
  if (marked) return decodeUtf16(bytes, marked, file);
  const nul = bytes.indexOf(0);
  if (nul >= 0) return decodeUnmarked(bytes, nul, file);
  if (!isUtf8(bytes)) return fail(doubtful(bytes, file));
  return { value: withoutMark(decodeUtf8(bytes)), diagnostics: [] };
}

/** What is said of a file that is another kind by its first bytes; undefined when it may be text. */
function binaryKind(bytes: Uint8Array, file: string): Staged<undefined> | undefined {
  const kind = signatures.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0];
  return kind === undefined
    ? undefined
    : fail(diagnostic('READ-BINARY', { kind, byte: 1 }, { span: { file, line: 1 } }));
}

/** Control characters that texts have not: a guess that gives some is wrong. */
const binaryControl = /[\u0001-\u0008\u000e-\u001a\u001c-\u001f]/; // oxlint-disable-line no-control-regex

/** Bytes with NUL among them: UTF-16 whose mark is missing, or no text. */
function decodeUnmarked(bytes: Uint8Array, nul: number, file: string): Staged<string | undefined> {
  const encoding = guessUtf16(bytes);
  const guessed = encoding && decodeUtf16(bytes, encoding, file).value;
  if (encoding === undefined || guessed === undefined || binaryControl.test(guessed)) {
    const span = { file, line: lineAt(bytes, nul) };
    return fail(diagnostic('READ-BINARY', { kind: 'NUL', byte: nul + 1 }, { span }));
  }
  const said = diagnostic('READ-GUESSED', { encoding: encoding.toUpperCase() }, { span: { file, line: 1 } });
  return { value: guessed, diagnostics: [said] };
}

/** Bytes that are no Unicode: Vietnamese of before it, or nothing that can be told. */
async function decodeOld(
  bytes: Uint8Array,
  file: string,
  refused: Staged<undefined | string>,
): Promise<Staged<string | undefined>> {
  const { detectEncoding } = await import('./encoding/detect-encoding.js');
  const encoding = detectEncoding(bytes);
  if (encoding === undefined) return refused;
  const { convertFile } = await import('./encoding/convert-misread.js');
  return convertFile(bytes, encoding, file);
}

/** Decodes bytes as someone says that they are. */
async function decodeAs(
  bytes: Uint8Array,
  file: string,
  said: EncodingName,
): Promise<Staged<string | undefined>> {
  switch (said) {
    case 'utf-8':
      if (!isUtf8(bytes)) return fail(doubtful(bytes, file));
      return { value: withoutMark(decodeUtf8(bytes)), diagnostics: [] };
    case 'utf-16le':
    case 'utf-16be':
      return decodeUtf16(bytes, said, file);
    default: {
      const { decodeLegacy } = await import('./encoding/decode-legacy.js');
      return { value: decodeLegacy(bytes, said), diagnostics: [] };
    }
  }
}

function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, '');
}

/** Where the bytes are no UTF-8, and what encodings a person can name. */
function doubtful(bytes: Uint8Array, file: string): Diagnostic {
  const at = firstInvalid(bytes);
  const value = `0x${(bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
  const span = { file, line: lineAt(bytes, at), column: columnAt(bytes, at) };
  return diagnostic('READ-ENCODING', { value, byte: at + 1, names: encodingNames.join(', ') }, { span });
}

/** Well-formed UTF-8 → text, by way of UTF-16: a third of the time of `TextDecoder`. */
function decodeUtf8(bytes: Uint8Array): string {
  if (isAscii(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return transcode(bytes, 'utf8', 'ucs2').toString('ucs2');
}

function fail(said: Diagnostic): Staged<undefined> {
  return { value: undefined, diagnostics: [said] };
}

function markedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
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
