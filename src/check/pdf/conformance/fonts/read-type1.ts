/**
 * Type 1 programs (Adobe Type 1 Font Format, 1990): bytes in; out, the encoding of the clear part, and of
 * the encrypted part the glyphs with their names and widths.
 */
import { latin1 } from '../../objects.js';
import { encodingOf, type Encoding } from './encodings.js';
import { FontBytes } from './font-bytes.js';
import type { FontProgram } from './font-program.js';
import { type1Width } from './type1-width.js';

/** Keys of the two ciphers (7.1 and 7.3). */
const eexecKey = 55665;
const charstringKey = 4330;

/** True for bytes that begin as a Type 1 program does, in one piece or in segments (PFB). */
export function isType1(bytes: Uint8Array): boolean {
  return latin1(bytes.subarray(bytes[0] === 0x80 ? 6 : 0, 64))
    .trimStart()
    .startsWith('%!');
}

/** Reads a program; undefined when it has no glyphs. */
export function readType1(bytes: Uint8Array): FontProgram | undefined {
  const joined = withoutSegments(bytes);
  const text = latin1(joined);
  const marked = /\beexec[ \t\r\n]{1,2}/.exec(text);
  if (!marked) return undefined;
  const clear = text.slice(0, marked.index);
  const secret = decrypt(binary(joined.subarray(marked.index + marked[0].length)), eexecKey, 4);
  const { glyphs, subrs } = readSecret(secret);
  if (glyphs.size === 0) return undefined;
  const unit = 1000 * Number(/\/FontMatrix\s*\[\s*([-+.\deE]+)/.exec(clear)?.[1] ?? 0.001);
  // The glyph that stands in for others is the first, as in other programs.
  const names = ['.notdef', ...[...glyphs.keys()].filter((name) => name !== '.notdef')];
  const numbers = new Map(names.map((name, glyph) => [name, glyph]));
  const encoding = readEncoding(clear);
  return {
    kind: 'type1',
    glyphs: names.length,
    width: (glyph) => {
      const code = glyphs.get(names[glyph] ?? '');
      const width = code && type1Width(code, subrs);
      return width === undefined ? undefined : width * unit;
    },
    named: (name) => numbers.get(name),
    names,
    encoded: (code) => numbers.get(encoding[code] ?? ''),
    encodedName: (code) => encoding[code],
    cids: undefined,
    cmaps: [],
    fsType: readFsType(clear),
  };
}

/** Embedding permissions, which newer programs state in their `FontInfo`. */
function readFsType(clear: string): number | undefined {
  const found = /\/FSType\s+(\d+)/.exec(clear)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** A PFB without the heads of its segments: 0x80, a type, a length of four bytes, the lowest first. */
function withoutSegments(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x80) return bytes;
  const parts: Uint8Array[] = [];
  for (let at = 0; bytes[at] === 0x80 && (bytes[at + 1] ?? 3) < 3;) {
    const length = [2, 3, 4, 5].reduce((sum, i) => sum + (bytes[at + i] ?? 0) * 256 ** (i - 2), 0);
    parts.push(bytes.subarray(at + 6, at + 6 + length));
    at += 6 + length;
  }
  return Buffer.concat(parts);
}

/** The encrypted part may be written in hexadecimal digits (7.2). */
function binary(bytes: Uint8Array): Uint8Array {
  const start = latin1(bytes.subarray(0, 4));
  return /^[\da-fA-F]{4}$/.test(start) ? Buffer.from(latin1(bytes).replace(/\s/g, ''), 'hex') : bytes;
}

/** Both ciphers (7.1): each byte with a key that runs on, the first `skip` bytes being noise. */
function decrypt(bytes: Uint8Array, start: number, skip: number): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let key = start;
  for (const [i, byte] of bytes.entries()) {
    out[i] = byte ^ (key >> 8);
    key = ((byte + key) * 52845 + 22719) & 0xffff;
  }
  return out.subarray(skip);
}

interface Secret {
  /** Charstrings by the names of their glyphs. */
  readonly glyphs: ReadonlyMap<string, FontBytes>;
  readonly subrs: readonly (FontBytes | undefined)[];
}

function readSecret(bytes: Uint8Array): Secret {
  const text = latin1(bytes);
  const noise = Number(/\/lenIV\s+(-?\d+)/.exec(text)?.[1] ?? 4);
  const code = (at: number, length: number): FontBytes => {
    const raw = bytes.subarray(at, at + length);
    return new FontBytes(noise < 0 ? raw : decrypt(raw, charstringKey, noise));
  };
  const glyphs = new Map<string, FontBytes>();
  const subrs: (FontBytes | undefined)[] = [];
  const start = text.search(/\/CharStrings\b/);
  if (start < 0) return { glyphs, subrs };
  // `/A 123 RD `, then the bytes; whatever the operator is called.
  for (const [name = '', at, length] of entries(
    text,
    /\/(\S{1,127})\s+(\d{1,9})\s+\S{1,127} /g,
    start + 12,
  )) {
    if (!glyphs.has(name)) glyphs.set(name, code(at, length));
  }
  const first = text.search(/\/Subrs\b/);
  if (first >= 0) {
    for (const [index, at, length] of entries(text, /dup\s+(\d{1,9})\s+(\d{1,9})\s+\S{1,127} /g, first)) {
      if (Number(index) < 0x10000) subrs[Number(index)] ??= code(at, length);
    }
  }
  return { glyphs, subrs };
}

/** Finds heads of byte strings, and steps over the bytes. */
function* entries(
  text: string,
  head: RegExp,
  start: number,
): Generator<readonly [key: string, at: number, length: number]> {
  head.lastIndex = start;
  for (let found = head.exec(text); found; found = head.exec(text)) {
    const length = Number(found[2]);
    const at = found.index + found[0].length;
    if (length > text.length - at) continue;
    yield [found[1] ?? '', at, length];
    head.lastIndex = at + length;
  }
}

/** `StandardEncoding def`, or a list of `dup 65 /A put`. */
function readEncoding(clear: string): Encoding {
  const start = clear.search(/\/Encoding\b/);
  if (start < 0 || /^\/Encoding\s+StandardEncoding\b/.test(clear.slice(start))) {
    return encodingOf('StandardEncoding');
  }
  const encoding: (string | undefined)[] = [];
  for (const [, code, name] of clear.slice(start).matchAll(/dup\s+(\d+|8#[0-7]+)\s*\/(\S{1,127})\s+put/g)) {
    const at = code?.startsWith('8#') ? Number.parseInt(code.slice(2), 8) : Number(code);
    if (at < 256) encoding[at] = name;
  }
  return encoding;
}
