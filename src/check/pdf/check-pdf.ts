/**
 * The checks of one PDF, without any other program: bytes in; out, what the file is and claims, and
 * what is wrong with it. It reads any PDF; which rules run follows from its claims and its tags.
 */
import type { ConformanceCode } from '../../diagnostic-codes.js';
import { diagnostic, type Diagnostic, type DiagnosticCode, type Staged } from '../../diagnostic.js';
import type { CheckOptions } from '../options.js';
import { proveWords, type Fidelity } from '../prove-words.js';
import { checkConformance } from './conformance/check-conformance.js';
import { claimedStandards } from './conformance/standards.js';
import { openPdf, type PdfFile } from './open-pdf.js';
import { paintedParts, paintedWords, structureWords } from './pdf-words.js';
import { readClaims, readPdf, type Claims, type PdfContents } from './read-pdf.js';
import { checkDocument } from './rules/document.js';
import { checkFontRights } from './rules/font-rights.js';
import { checkPreflight, checkPreflightPhotos } from './rules/preflight.js';
import { checkNavigation } from './rules/navigation.js';
import { checkOutlines } from './rules/outlines.js';
import { checkPrint } from './rules/print.js';
import { at } from './rules/report.js';
import { checkTagging } from './rules/tagging.js';
import { checkStreams } from './rules/streams.js';
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
  /** How it keeps to its source, where one was given. */
  readonly fidelity?: Fidelity;
}

const rules: readonly ((contents: PdfContents) => readonly Diagnostic[])[] = [
  checkDocument,
  checkTagging,
  checkText,
  checkFontRights,
  checkOutlines,
  checkNavigation,
  checkPrint,
];

/** What rules for every file say, and a clause says again of a file that is held to it: told once, by the clause. */
const toldByClause: Readonly<Partial<Record<DiagnosticCode, readonly ConformanceCode[]>>> = {
  'CHECK-FONT-EMBED': ['PDFA-FONT-EMBED'],
  'CHECK-TOUNICODE': ['PDFA-UNICODE'],
  'CHECK-ALT': ['PDFUA-FIGURE'],
  'CHECK-LANG': ['PDFUA-NO-LANGUAGE', 'PDFUA-DEFAULT-LANGUAGE'],
  'CHECK-PDF-BEHIND-END': ['PDFA-BEHIND-END'],
  'CHECK-PDF-RESOURCE': ['PDFA-RESOURCE-MISSING'],
};

/** The same for what a claim needs. */
const needToldByClause: Readonly<Record<string, readonly ConformanceCode[]>> = {
  '/MarkInfo /Marked true': ['PDFA-MARKED'],
  '/StructTreeRoot': ['PDFA-STRUCTURE'],
};

/** True for what a clause has told. */
function isToldBy(clauses: ReadonlySet<string>, { code, values }: Diagnostic): boolean {
  const told = code === 'CHECK-CLAIM' ? needToldByClause[String(values['missing'])] : toldByClause[code];
  return told?.some((clause) => clauses.has(clause)) === true;
}

/** Checks a PDF by all rules that only look; `name` is the file as the user named it. */
export function checkPdf(bytes: Uint8Array, name: string, options: CheckOptions = {}): Staged<PdfReport> {
  return look(bytes, name, options).found;
}

/** Checks a PDF by all rules, those too for which its photographs are decoded. */
export async function checkPdfFile(
  bytes: Uint8Array,
  name: string,
  options: CheckOptions = {},
): Promise<Staged<PdfReport>> {
  const { found, contents } = look(bytes, name, options);
  if (!contents) return found;
  const photos = await checkPreflightPhotos(contents, options);
  return { ...found, diagnostics: [...found.diagnostics, ...photos] };
}

/** What was found, and the contents of a file that can be read. */
interface Looked {
  readonly found: Staged<PdfReport>;
  readonly contents?: PdfContents;
}

function look(bytes: Uint8Array, name: string, options: CheckOptions): Looked {
  const opened = openPdf(bytes, name);
  if (!opened.value) return { found: { value: nothing, diagnostics: opened.diagnostics } };
  if (opened.diagnostics.length > 0) return { found: checkClosed(opened.value, opened.diagnostics, options) };
  const contents = readPdf(opened.value);
  return { found: judge(contents, name, options), contents };
}

function judge(contents: PdfContents, name: string, options: CheckOptions): Staged<PdfReport> {
  const held = options.standards ?? claimedStandards(contents.claims ?? {});
  const broken = checkConformance(contents, held);
  const clauses = new Set<string>(broken.map(({ code }) => code));
  const found = [...rules.flatMap((rule) => rule(contents)), ...broken, ...checkPreflight(contents, options)];
  const { file } = contents;
  const painted = paintedWords(contents);
  // Along the tags where there are any: what is painted may stand in another order.
  const read = contents.structure
    ? { words: structureWords(contents), ordered: true, styled: true }
    : { words: paintedParts(contents), ordered: false, styled: true };
  const proof = options.source && proveWords(options.source, read, name);
  const report: PdfReport = {
    type: 'pdf',
    version: file.version,
    pages: contents.pages.length,
    words: painted.length,
    tagged: contents.structure !== undefined,
    claims: contents.claims ?? {},
    ...(proof && { fidelity: proof.value }),
  };
  checkStreams(contents);
  // Damage is found while rules read on: asked for last, said first.
  const told = [...file.problems, ...found].filter((item) => !isToldBy(clauses, item));
  return { value: report, diagnostics: [...told, ...(proof?.diagnostics ?? [])] };
}

/** The checks of an encrypted file: what can be seen from outside, by what it claims where that is left open. */
function checkClosed(
  file: PdfFile,
  diagnostics: readonly Diagnostic[],
  options: CheckOptions,
): Staged<PdfReport> {
  const claims = openClaims(file);
  const contents = { file, pages: [], structure: undefined, claims: claims ?? {} };
  const held = options.standards ?? claimedStandards(contents.claims);
  const unknown = claims ? [] : [diagnostic('CHECK-CLAIM-CLOSED', {}, at(contents))];
  return {
    value: { ...nothing, version: file.version, claims: contents.claims },
    diagnostics: [...diagnostics, ...unknown, ...checkConformance(contents, held)],
  };
}

/** What an encrypted file claims; undefined where its metadata is encrypted too (ISO 32000-1, table 21). */
function openClaims(file: PdfFile): Claims | undefined {
  const open = file.dict(file.trailer.raw('Encrypt'))?.raw('EncryptMetadata') ?? null;
  return file.resolve(open) === false ? readClaims(file) : undefined;
}

/** The report of a file that cannot be read. */
const nothing: PdfReport = { type: 'pdf', version: '', pages: 0, words: 0, tagged: false, claims: {} };
