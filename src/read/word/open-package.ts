/**
 * The bytes of a `.docx` → its parts, opened within limits before any other code sees them (ECMA-376,
 * part 2: a zip archive); or one error that says what the file is instead.
 */
import { Buffer } from 'node:buffer';
import { inflateRawSync } from 'node:zlib';
import { diagnostic, type Diagnostic } from '../../diagnostic.js';
import { checkZip } from '../check-zip.js';
import { inMegabytes, limits } from '../limits.js';

/** A document that can be opened. */
export interface WordPackage {
  readonly ok: true;
  /** Unpacked bytes by name in the archive. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

/** The text of a part; undefined when there is none. */
export function partText({ parts }: WordPackage, name: string): string | undefined {
  const bytes = parts.get(name);
  return bytes && new TextDecoder().decode(bytes);
}

export type OpenedPackage = WordPackage | { readonly ok: false; readonly why: Diagnostic };

const oldFile = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** More than is read, or undefined bytes: said by the code of a diagnostic and its values. */
class Refusal extends Error {
  constructor(
    readonly code: 'READ-WORD-BROKEN' | 'READ-ZIP',
    readonly values: Readonly<Record<string, string>>,
  ) {
    super(code);
  }
}

/** Opens the archive; every part is unpacked here, so that no size is believed that is not proved. */
export function openPackage(bytes: Uint8Array, path: string): OpenedPackage {
  const span = { file: path };
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.length === 0) return { ok: false, why: diagnostic('READ-EMPTY', {}, { span }) };
  if (data.subarray(0, 8).equals(oldFile)) {
    const locked = data.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    return { ok: false, why: diagnostic(locked ? 'READ-WORD-LOCKED' : 'READ-WORD-OLD', {}, { span }) };
  }
  if (data.toString('latin1', 0, 2) !== 'PK')
    return { ok: false, why: diagnostic('READ-WORD-BROKEN', { reason: 'ZIP' }, { span }) };
  const wrong = checkZip(bytes, path);
  if (wrong) return { ok: false, why: wrong };
  try {
    return { ok: true, parts: unpack(data) };
  } catch (error) {
    const { code, values } =
      error instanceof Refusal ? error : new Refusal('READ-WORD-BROKEN', { reason: 'ZIP' });
    return { ok: false, why: diagnostic(code, values, { span }) };
  }
}

/** APPNOTE 4.3.12 and 4.3.16: the directory at the end, one header a file. */
function unpack(data: Buffer): ReadonlyMap<string, Uint8Array> {
  const end = data.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const entries = data.readUInt16LE(end + 10);
  const parts = new Map<string, Uint8Array>();
  let [at, left] = [data.readUInt32LE(end + 16), limits.zipSize];
  let hasText = false;
  for (let n = 0; n < entries; n++) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => data.readUInt16LE(at + offset));
    const name = data.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const plain = contentOf(data, at, /\.(?:xml|rels)$/i.test(name) ? Math.min(left, limits.xml) : left);
    left -= plain.length;
    hasText ||= /^word\/.*\.xml$/i.test(name);
    parts.set(name, plain);
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  if (!hasText) throw new Refusal('READ-WORD-BROKEN', { reason: 'word/document.xml' });
  return parts;
}

/** The unpacked bytes of the file whose header stands here. */
function contentOf(data: Buffer, header: number, most: number): Buffer {
  const large = new Refusal('READ-ZIP', { limit: `${inMegabytes(most)} MB` });
  const method = data.readUInt16LE(header + 10);
  const packed = data.readUInt32LE(header + 20);
  const local = data.readUInt32LE(header + 42);
  const from = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
  const body = data.subarray(from, from + packed);
  if (data.readUInt32LE(header + 24) > most) throw large;
  if (method === 0) return body;
  try {
    return inflateRawSync(body, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if (error instanceof RangeError) throw large;
    throw new Refusal('READ-WORD-BROKEN', { reason: 'ZIP' });
  }
}
