/**
 * Checks a finished file, ours or anybody's: bytes in; out, what the file is and what is wrong with it.
 * What it is is seen by its first bytes, not by its name. Reads files only: knows nothing of how ours
 * are made.
 */
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import { checkDocument, documentKind, kindByName, type DocumentReport } from './epub/check-document.js';
import { checkEpubFile, isEpub, type EpubReport } from './epub/check-epub.js';
import { readDocument, unreadable } from './epub/read-document.js';
import type { CheckOptions } from './options.js';
import { checkPdfFile, type PdfReport } from './pdf/check-pdf.js';

export type { DocumentReport } from './epub/check-document.js';
export type { EpubReport } from './epub/check-epub.js';
export type { CheckOptions } from './options.js';
export type { PdfReport } from './pdf/check-pdf.js';
export type { Fidelity } from './prove-words.js';

/** What a checked file is. */
export type Report = PdfReport | EpubReport | DocumentReport | { readonly type: 'unknown' };

/** Checks one file; `name` is the file as the user named it. */
export async function checkFile(
  name: string,
  bytes: Uint8Array,
  options: CheckOptions = {},
): Promise<Staged<Report>> {
  // A PDF may have up to 1024 bytes of anything in front (ISO 32000-1, Annex H, 3.4.1).
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (head.includes('%PDF-')) return checkPdfFile(bytes, name, options);
  if (head.startsWith('PK') && isEpub(bytes)) return checkEpubFile(bytes, name, options);
  const kind = documentKind(bytes);
  if (kind) return checkDocument(bytes, name, kind);
  return { value: { type: 'unknown' }, diagnostics: [unknownFile(name, bytes)] };
}

/** Of a file that its name says is one of a book: why it cannot be read as XML, or what its root is. */
function unknownFile(name: string, bytes: Uint8Array): Diagnostic {
  const span = { span: { file: name } };
  if (bytes.length === 0) return diagnostic('CHECK-FILE-EMPTY', {}, span);
  if (!kindByName(name)) return diagnostic('CHECK-FILE-TYPE', {}, span);
  const xml = readDocument(bytes);
  if (!xml.ok) return unreadable(name, xml);
  return diagnostic('CHECK-FILE-ROOT', { root: xml.root.name }, span);
}
