/** A text file → its text: decoded, its look-alikes and invisible characters put right. */
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import type { Host } from '../host.js';
import { decode } from './decode.js';
import { repair } from './repair.js';

/** Reads a text; undefined, with one error, when there is none. */
export function readText(path: string, host: Host): Staged<string | undefined> {
  const file = host.read(path);
  if (!file.ok) return { value: undefined, diagnostics: [unreadable(path, file.reason === 'missing')] };
  return textIn(file.bytes, path);
}

/** The text in the bytes of a file. */
export function textIn(bytes: Uint8Array, path: string): Staged<string | undefined> {
  const decoded = decode(bytes, path);
  if (decoded.value === undefined) return { value: undefined, diagnostics: decoded.diagnostics };
  const repaired = repair(decoded.value, path);
  return { value: repaired.value, diagnostics: [...decoded.diagnostics, ...repaired.diagnostics] };
}

/** What is said of a file that cannot be read. */
export function unreadable(path: string, missing: boolean): Diagnostic {
  return diagnostic(missing ? 'READ-MISSING' : 'READ-UNREADABLE', { path }, { span: { file: path } });
}
