/**
 * Our own findings and those of epubcheck-ts as one list: one message for one fault, and no flood of one
 * kind.
 */
import { diagnostic, type Diagnostic, type DiagnosticCode } from '../../../diagnostic.js';
import { saysUnreadable } from '../read-document.js';

/** Findings of one kind that are told one by one; of more, the number is. */
const told = 20;

/** Ours, and which of the library's say the same of the same file; those are left out. */
const alike: Readonly<Partial<Record<DiagnosticCode, readonly DiagnosticCode[]>>> = {
  'CHECK-EPUB-MIMETYPE': ['CHECK-EPUB-MIMETYPE'],
  'CHECK-EPUB-MISSING': ['EPUB-RSC-001', 'EPUB-RSC-002', 'EPUB-OPF-002'],
  'CHECK-ZIP': ['EPUB-RSC-001', 'EPUB-PKG-004', 'EPUB-PKG-008'],
};

/**
 * What is said of a book by both, ours first. In a file that is not well-formed nothing else is known, as for
 * EPUBCheck, which stops there.
 */
export function joinFindings(
  ours: readonly Diagnostic[],
  theirs: readonly Diagnostic[],
): readonly Diagnostic[] {
  const said = new Set(ours.flatMap((one) => (alike[one.code] ?? []).map((code) => key(code, one))));
  const seen = new Set(ours.filter(({ code }) => code.startsWith('CHECK-XHTML-')).map(lineOf));
  const rules = new Set(ours.map((one) => `${one.code} ${lineOf(one)}`));
  const broken = filesOf(ours.filter(({ code }) => saysUnreadable(code)));
  const missing = ours.flatMap(({ code, values }) =>
    code === 'CHECK-EPUB-MISSING' ? String(values['path']) : [],
  );
  const navs = filesOf(ours.filter(({ code }) => code.startsWith('CHECK-XHTML-NAV')));
  const known = filesOf([...ours, ...theirs].filter(({ code }) => bySchema.has(code)));
  const more = theirs.filter(
    (one) =>
      !said.has(key(one.code, one)) &&
      !(one.code === 'EPUB-RSC-001' && isAmong(missing, String(one.values['path']))) &&
      !(byNavigation.test(one.code) && one.span?.line === undefined && navs.has(one.span?.file ?? '')) &&
      !(one.code.startsWith('EPUB-RSC-005-SCHEMA') && known.has(one.span?.file ?? '')) &&
      !broken.has(one.span?.file ?? '') &&
      !(byContent.test(one.code) && seen.has(lineOf(one))) &&
      !(byRules.has(one.code) && rules.has(`${one.code} ${lineOf(one)}`)),
  );
  const unread = filesOf(more.filter(({ code }) => saysUnreadable(code)));
  const read = more.filter(({ code, span }) => saysUnreadable(code) || !unread.has(span?.file ?? ''));
  return bySeverity(capped([...distinct(ours), ...read]));
}

/** The library's rules of content documents, which our own (`content/`) hold too, with more of them. */
const byContent = /^EPUB-(?:RSC-005|RSC-017|HTM-061|NAV-00)/;

/** The library's rules of the navigation, which it tells of the file as a whole. */
const byNavigation = /^EPUB-(?:RSC-005-NAV|NAV-001$)/;

/** What says why the schema of the package is broken; its own words then only repeat it, or name the wrong child. */
const bySchema = new Set<DiagnosticCode>([
  'EPUB-OPF-001-VERSION',
  'EPUB-RSC-005-TITLE',
  'EPUB-RSC-005-LANGUAGE',
  'EPUB-RSC-005-MODIFIED',
]);

/** Rules that both have, and tell by the same code. */
const byRules = new Set<DiagnosticCode>([
  'EPUB-RSC-020',
  'EPUB-RSC-029',
  'EPUB-RSC-030',
  'EPUB-RSC-033',
  'EPUB-OPF-028',
]);

/** The library names a file as the manifest does, from the folder of the package. */
function isAmong(paths: readonly string[], path: string): boolean {
  return paths.some((one) => one === path || one.endsWith(`/${path}`));
}

/** Errors before warnings, each in their order. */
function bySeverity(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const errors = found.filter(({ severity }) => severity === 'error');
  return [...errors, ...found.filter(({ severity }) => severity !== 'error')];
}

function lineOf({ span }: Diagnostic): string {
  return `${span?.file ?? ''}:${span?.line ?? ''}`;
}

function filesOf(found: readonly Diagnostic[]): ReadonlySet<string> {
  return new Set(found.map(({ span }) => span?.file ?? ''));
}

/** What a fault is known by: the file that is missing, else the file that the fault is in. */
function key(code: DiagnosticCode, { values, span }: Diagnostic): string {
  if (code === 'CHECK-EPUB-MIMETYPE') return code;
  if (code === 'EPUB-RSC-002') return `${code} META-INF/container.xml`;
  return `${code} ${values['path'] ?? values['entry'] ?? span?.file ?? ''}`;
}

/** The same file may be missing from the manifest and from the spine. */
function distinct(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Map(found.map((one) => [JSON.stringify(one), one]));
  return [...seen.values()];
}

/** Of each kind the first ones, then how many more there are. */
export function capped(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const counts = new Map<DiagnosticCode, Diagnostic[]>();
  const kept: Diagnostic[] = [];
  for (const one of found) {
    const group = counts.get(one.code) ?? [];
    group.push(one);
    counts.set(one.code, group);
    if (group.length <= told) kept.push(one);
  }
  for (const [code, group] of counts) {
    const [first] = group;
    if (!first || group.length <= told) continue;
    const more = diagnostic('EPUB-MORE', { code, count: group.length - told }, { span: fileSpan(first) });
    kept.push({ ...more, severity: first.severity });
  }
  return kept;
}

/** The file as the user named it; a place in it would be that of one finding. */
function fileSpan({ span }: Diagnostic): { file: string } | undefined {
  const file = span?.file.replace(/(\.epub)\/.*$/i, '$1');
  return file === undefined ? undefined : { file };
}
