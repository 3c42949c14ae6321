/** A text file → its text: decoded, its look-alikes and invisible characters put right. */
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import type { EncodingName } from '../document/encoding.js';
import type { Host, HostFailure } from '../host.js';
import { decode } from './decode.js';
import { inMegabytes, limits } from './limits.js';
import { repair } from './repair.js';

/** Reads a text, in the encoding that is said; undefined, with one error, when there is none. */
export async function readText(
  path: string,
  host: Host,
  encoding?: EncodingName,
): Promise<Staged<string | undefined>> {
  const file = host.read(path, limits.source);
  if (!file.ok) return { value: undefined, diagnostics: [unreadable(path, file.reason)] };
  return textIn(file.bytes, path, encoding);
}

/** The text in the bytes of a file. */
export async function textIn(
  bytes: Uint8Array,
  path: string,
  encoding?: EncodingName,
): Promise<Staged<string | undefined>> {
  const decoded = await decode(bytes, path, encoding);
  if (decoded.value === undefined) return { value: undefined, diagnostics: decoded.diagnostics };
  const repaired = repair(decoded.value, path);
  return { value: repaired.value, diagnostics: [...decoded.diagnostics, ...repaired.diagnostics] };
}

/** What is said of a file that cannot be read. */
export function unreadable(path: string, reason: HostFailure): Diagnostic {
  const span = { file: path };
  switch (reason) {
    case 'missing':
      return diagnostic('READ-MISSING', { path }, { span });
    case 'outside':
      return diagnostic('READ-OUTSIDE', { path }, { span });
    case 'large':
      return diagnostic('READ-LARGE', { path, limit: inMegabytes(limits.source) }, { span });
    default:
      return diagnostic('READ-UNREADABLE', { path }, { span });
  }
}
