/**
 * The checks of one PDF, without any other program: bytes in; out, what the file is and claims, and
 * what is wrong with it. It reads any PDF; which rules run follows from its claims and its tags.
 */
import type { Diagnostic, Staged } from '../../diagnostic.js';
import { openPdf } from './open-pdf.js';
import { paintedWords } from './pdf-words.js';
import { readPdf, type Claims, type PdfContents } from './read-pdf.js';
import { checkDocument } from './rules/document.js';
import { checkPrint } from './rules/print.js';
import { checkTagging } from './rules/tagging.js';
import { checkText } from './rules/text.js';

/** What a PDF is. */
export interface PdfReport {
  readonly type: 'pdf';
  /** Of the header or the catalog: `1.7`. */
  readonly version: string;
  readonly pages: number;
  /** Words painted that are not furniture. */
  readonly words: number;
  readonly tagged: boolean;
  readonly claims: Claims;
}

const rules: readonly ((contents: PdfContents) => readonly Diagnostic[])[] = [
  checkDocument,
  checkTagging,
  checkText,
  checkPrint,
];

/** Checks a PDF by all rules; `name` is the file as the user named it. */
export function checkPdf(bytes: Uint8Array, name: string): Staged<PdfReport> {
  const opened = openPdf(bytes, name);
  if (!opened.value) return { value: nothing, diagnostics: opened.diagnostics };
  const contents = readPdf(opened.value);
  const found = rules.flatMap((rule) => rule(contents));
  const { file } = contents;
  const report: PdfReport = {
    type: 'pdf',
    version: file.version,
    pages: contents.pages.length,
    words: paintedWords(contents).length,
    tagged: contents.structure !== undefined,
    claims: contents.claims ?? {},
  };
  // Damage is found while rules read on: asked for last, said first.
  return { value: report, diagnostics: [...file.problems, ...found] };
}

/** The report of a file that cannot be read. */
const nothing: PdfReport = { type: 'pdf', version: '', pages: 0, words: 0, tagged: false, claims: {} };
