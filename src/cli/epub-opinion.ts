/**
 * The second opinion of an EPUBCheck that is installed: what it says of ebooks, against what our checks
 * found. What it alone finds is a warning in its words, at its place; errors that ours alone find are named.
 */
import { resolve } from 'node:path';
import { diagnostic, type Diagnostic, type Span } from '../diagnostic.js';
import { askEpubCheck, findEpubCheck, type EpubCheckMessage } from './epub-check.js';
import type { Program } from './find-program.js';
import type { Judged, SecondOpinion } from './second-opinion.js';
import type { Environment } from './terminal.js';

/** Books that are asked about at once: each takes a Java of its own. */
const atOnce = 2;

/** Asks about all ebooks. */
export async function epubOpinion(judged: readonly Judged[], env: Environment): Promise<SecondOpinion> {
  const books = judged.filter(({ report }) => report.type === 'epub');
  const program = books.length === 0 ? undefined : findEpubCheck(env);
  if (!program) {
    const path = books.length === 0 ? undefined : env['ANPHAM_EPUBCHECK'];
    return { differences: new Map(), diagnostics: path ? [diagnostic('CLI-EPUBCHECK-NONE', { path })] : [] };
  }
  const differences = new Map<string, number>();
  const diagnostics: Diagnostic[] = [];
  for (let at = 0; at < books.length; at += atOnce) {
    const group = books.slice(at, at + atOnce);
    const answers = await Promise.all(group.map(({ file }) => askEpubCheck(program, resolve(file))));
    for (const [i, one] of group.entries()) {
      const answer = answers[i];
      if (!answer) continue;
      if ('reason' in answer) diagnostics.push(noAnswer(program, one.file, answer.reason));
      else {
        const differing = compare(one, answer.messages);
        differences.set(one.file, differing.count);
        diagnostics.push(...differing.said);
      }
    }
  }
  return { differences, diagnostics };
}

function noAnswer({ program }: Program, file: string, reason: string): Diagnostic {
  return diagnostic('CLI-EPUBCHECK', { program, reason }, { span: { file } });
}

/** What only one of the two finds, and in how many places. */
function compare(
  { file, found }: Judged,
  theirs: readonly EpubCheckMessage[],
): { readonly said: readonly Diagnostic[]; readonly count: number } {
  const ours = found.filter(({ code }) => idsOf(code) !== undefined);
  const more = theirs.filter((one) => !ours.some((own) => isSame(file, own, one)));
  const less = ours.filter(
    (own) => own.severity === 'error' && !theirs.some((one) => isSame(file, own, one)),
  );
  const codes = [...new Set(less.map(({ code }) => code))].join(', ');
  const said = more.map(({ id, message, ...place }) =>
    diagnostic('CHECK-OPINION-EPUB', { id, message: shortened(message) }, { span: spanOf(file, place) }),
  );
  if (less.length > 0) {
    said.push(diagnostic('CHECK-OPINION-EPUB-NOT', { codes, count: less.length }, { span: { file } }));
  }
  return { said, count: more.length + less.length };
}

/** What EPUBCheck names otherwise: the ids of its messages. */
const ids: Readonly<Record<string, readonly string[]>> = {
  'CHECK-EPUB-MISSING': ['RSC-001', 'RSC-002', 'RSC-007', 'OPF-002'],
  'CHECK-EPUB-XML': ['RSC-016', 'RSC-005', 'HTM-011', 'CSS-008'],
  'CHECK-EPUB-MIMETYPE': ['PKG-005', 'PKG-006', 'PKG-007'],
  'CHECK-ZIP-CUT': ['PKG-004', 'PKG-008', 'PKG-003'],
  'CHECK-ZIP': ['PKG-004', 'PKG-008', 'PKG-003', 'RSC-001'],
};

/** The ids of a code that is about the standard; none where only its place tells; undefined for other codes. */
function idsOf(code: string): readonly string[] | undefined {
  const id = /^EPUB-([A-Z]{3}-\d{3}[a-z]?)/.exec(code)?.[1];
  if (id !== undefined) return [id];
  return code.startsWith('CHECK-XHTML-') ? [] : ids[code.replace(/^(CHECK-EPUB-XML)-.*/, '$1')];
}

/** What EPUBCheck says of elements and attributes, of which our codes have names of their own. */
const byContent = /^(?:RSC-005|RSC-017|HTM-)/;

/** Whether both say the same: an id of the same file, or, where ours has none, the same line. */
function isSame(file: string, own: Diagnostic, their: EpubCheckMessage): boolean {
  const known = idsOf(own.code) ?? [];
  if (known.length > 1) return known.includes(their.id);
  const place = own.span?.file === spanOf(file, their).file;
  if (known.length === 1) return place && known[0] === their.id;
  return (
    byContent.test(their.id) &&
    place &&
    (own.span?.line === undefined || their.line === undefined || own.span.line === their.line)
  );
}

function spanOf(
  file: string,
  { path, line, column }: Omit<EpubCheckMessage, 'id' | 'message' | 'severity'>,
): Span {
  return {
    file: path === undefined ? file : `${file}/${path}`,
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
  };
}

/** It lists all elements that might have stood there. */
const mostMessage = 200;

function shortened(message: string): string {
  return message.length <= mostMessage ? message : `${message.slice(0, mostMessage).replace(/\s+\S*$/, '')}…`;
}
