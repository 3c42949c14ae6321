/**
 * `anpham check`: what PDF and EPUB files are and what is wrong with them, ours or anybody's; with a
 * source, whether each holds its words; where there is a veraPDF or an EPUBCheck, what it thinks. Findings as diagnostics,
 * then a table with a line for each file.
 */
import {
  checkFile,
  type CheckOptions,
  type DocumentReport,
  type Report as FileReport,
} from '../check/check.js';
import { publicationWords } from '../check/fidelity.js';
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import type { Host } from '../host.js';
import { loadPrinter } from '../printer/load-printer.js';
import { readPublication, type SourceOptions } from '../publish-source.js';
import { ownFault, Report } from './report.js';
import { shortenFindings } from './shorten-findings.js';
import type { SecondOpinion } from './second-opinion.js';
import { renderTable } from './table.js';
import { grouped, type Environment, type Style, type Terminal } from './terminal.js';
import { fill, words } from './words.js';

/** What the options of `check` come to. */
export interface CheckCommandOptions extends SourceOptions {
  readonly json: boolean;
  /** The article, issue or book whose words the files must hold. */
  readonly source?: string;
  /** Total ink that the paper takes, percent. */
  readonly inkLimit?: number;
  /** The standards that PDFs are held to; those that they claim unless given. */
  readonly standards?: CheckOptions['standards'];
  /** The stores that ebooks are held to; none unless given. */
  readonly stores?: CheckOptions['stores'];
  /** What the files will be printed on, by name or file. */
  readonly printer?: string;
  /** Where a veraPDF is looked for, whose opinion is asked too; without, none is. */
  readonly veraPdf?: Environment;
  /** The same for an EPUBCheck. */
  readonly epubCheck?: Environment;
}

/** A file that was looked at. */
interface Checked {
  readonly file: string;
  readonly report: FileReport;
  readonly found: readonly Diagnostic[];
  /** How many clauses or places veraPDF or EPUBCheck judges otherwise, where it was asked. */
  readonly differing?: number;
}

/** Runs the command; the exit code. */
export async function check(
  inputs: readonly string[],
  options: CheckCommandOptions,
  terminal: Terminal,
  host: Host,
): Promise<number> {
  const report = new Report(terminal, host, options.json);
  const files = findFiles(inputs, host);
  report.say(files.diagnostics);
  const source = options.source === undefined ? undefined : await sourceWords(options.source, options, host);
  report.say(source?.diagnostics ?? []);
  const printer = options.printer === undefined ? undefined : loadPrinter(options.printer, host);
  report.say(printer?.diagnostics ?? []);
  const { inkLimit, standards, stores } = options;
  const held: CheckOptions = {
    ...(source?.value && { source: source.value }),
    ...(printer?.value && { printer: printer.value }),
    ...(inkLimit !== undefined && { inkLimit }),
    ...(standards && { standards }),
    ...(stores && { stores }),
  };
  const own: Checked[] = [];
  for (const file of files.value) {
    const { value, diagnostics } = await checkOne(file, held, terminal, host);
    report.say(options.json ? diagnostics : shortenFindings(diagnostics));
    own.push({ file, report: value, found: diagnostics });
  }
  const checked = await withOpinions(own, options, report, terminal);
  if (options.json) {
    const result = { files: checked.map(fileJson), diagnostics: report.json };
    terminal.out(`${JSON.stringify(result, null, 2)}\n`);
  } else if (checked.length > 0) showChecked(checked, held.source !== undefined, terminal);
  return report.exitCode;
}

/** What was checked, with what veraPDF and EPUBCheck think of it, where there is one. */
async function withOpinions(
  checked: readonly Checked[],
  { veraPdf, epubCheck, json }: CheckCommandOptions,
  report: Report,
  terminal: Terminal,
): Promise<readonly Checked[]> {
  const opinions: SecondOpinion[] = [];
  const ask = async (name: string, opinion: () => Promise<SecondOpinion>): Promise<void> => {
    // Some seconds; the line is wiped when it has answered.
    if (terminal.live) terminal.err(`${name}…`);
    opinions.push(await opinion());
    if (terminal.live) terminal.err('\r\u001b[K');
  };
  if (veraPdf && checked.some(({ report: { type } }) => type === 'pdf')) {
    const { secondOpinion } = await import('./second-opinion.js');
    await ask('veraPDF', async () => secondOpinion(checked, veraPdf));
  }
  if (epubCheck && checked.some(({ report: { type } }) => type === 'epub')) {
    const { epubOpinion } = await import('./epub-opinion.js');
    await ask('EPUBCheck', () => epubOpinion(checked, epubCheck));
  }
  const diagnostics = opinions.flatMap((opinion) => opinion.diagnostics);
  report.say(json ? diagnostics : shortenFindings(diagnostics));
  return checked.map((one) => {
    const differing = opinions
      .map(({ differences }) => differences.get(one.file))
      .find((count) => count !== undefined);
    const more = diagnostics.filter(
      ({ span }) => span?.file === one.file || span?.file.startsWith(`${one.file}/`),
    );
    return { ...one, found: [...one.found, ...more], ...(differing !== undefined && { differing }) };
  });
}

/** The files that were named, and the PDF and EPUB files of the folders that were. */
function findFiles(inputs: readonly string[], host: Host): Staged<readonly string[]> {
  const diagnostics: Diagnostic[] = [];
  const value = inputs.flatMap((path) => {
    const kind = host.kind(path);
    if (kind === 'file') return [path];
    const folder = path.replace(/[\\/]+$/, '');
    const inside = (host.list(path) ?? [])
      .filter((name) => /\.(?:pdf|epub)$/i.test(name))
      .map((name) => `${folder}/${name}`)
      .filter((file) => host.kind(file) === 'file');
    if (kind === undefined) diagnostics.push(diagnostic('CLI-MISSING', { path }));
    else if (inside.length === 0) {
      const unpacked = host.kind(`${folder}/META-INF/container.xml`) === 'file';
      diagnostics.push(diagnostic(unpacked ? 'CLI-CHECK-UNPACKED' : 'CLI-NO-CHECK', { path }));
    }
    return inside;
  });
  return { value: [...new Set(value)], diagnostics };
}

/** The words of the source. What only a build cares about is left for the build to say. */
async function sourceWords(
  input: string,
  options: SourceOptions,
  host: Host,
): Promise<Staged<readonly string[] | undefined>> {
  if (host.kind(input) === undefined) {
    return { value: undefined, diagnostics: [diagnostic('CLI-MISSING', { path: input })] };
  }
  const { value, diagnostics } = await readPublication(input, host, options);
  return {
    value: value && publicationWords(value.publication),
    diagnostics: diagnostics.filter(({ severity }) => severity === 'error'),
  };
}

/** Checks a file. */
async function checkOne(
  file: string,
  options: CheckOptions,
  terminal: Terminal,
  host: Host,
): Promise<Staged<FileReport>> {
  const read = host.read(file);
  if (!read.ok) return { value: { type: 'unknown' }, diagnostics: [diagnostic('CLI-READ', { path: file })] };
  try {
    return await checkFile(file, read.bytes, options);
  } catch (error) {
    return { value: { type: 'unknown' }, diagnostics: [ownFault(error, file, terminal)] };
  }
}

function countsOf({ found }: Checked): { readonly errors: number; readonly warnings: number } {
  const counts = { errors: 0, warnings: 0 };
  for (const one of found) counts[one.severity === 'error' ? 'errors' : 'warnings'] += timesOf(one);
  return counts;
}

/** What is only counted counts too. */
function timesOf({ code, values }: Diagnostic): number {
  return code === 'EPUB-MORE' ? Number(values['count']) : 1;
}

function fileJson(checked: Checked): Record<string, unknown> {
  const { file, report, differing } = checked;
  const { errors, warnings } = countsOf(checked);
  return {
    file,
    ...report,
    ...(differing !== undefined && {
      [report.type === 'epub' ? 'epubCheckAgrees' : 'veraPdfAgrees']: differing === 0,
    }),
    errors,
    warnings,
    verdict: errors > 0 ? 'errors' : warnings > 0 ? 'warnings' : 'passed',
  };
}

function showChecked(checked: readonly Checked[], proved: boolean, terminal: Terminal): void {
  const word = words[terminal.language];
  const asked = askedPrograms(checked);
  const rows = checked.map((item) => [
    item.file,
    kindOf(item.report),
    claimsOf(item.report),
    item.report.type === 'pdf' && item.report.pages > 0 ? grouped(item.report.pages, terminal) : '',
    wordsOf(item.report, proved, terminal),
    ...(asked === '' ? [] : [opinionOf(item, terminal)]),
    verdictOf(item, terminal),
  ]);
  const colour = (row: number): Style => {
    const { errors, warnings } = checked[row] ? countsOf(checked[row]) : { errors: 0, warnings: 0 };
    return errors > 0 ? 'red' : warnings > 0 ? 'yellow' : 'green';
  };
  const columns = [
    { head: word.file },
    { head: word.kind },
    { head: word.claims },
    { head: word.pages, right: true },
    { head: word.wordCount, right: true },
    ...(asked === '' ? [] : [{ head: asked }]),
    { head: word.verdict, colour },
  ];
  terminal.out(renderTable(columns, rows, { colour: terminal.colour.out }));
}

/** Whose second opinions there are. */
function askedPrograms(checked: readonly Checked[]): string {
  const asked = checked.filter(({ differing }) => differing !== undefined);
  const types = new Set(asked.map(({ report }) => report.type));
  return [...(types.has('pdf') ? ['veraPDF'] : []), ...(types.has('epub') ? ['EPUBCheck'] : [])].join(', ');
}

/** In words: a tick would say that the file passes. */
function opinionOf({ differing }: Checked, { language }: Terminal): string {
  if (differing === undefined) return '';
  const word = words[language];
  return differing === 0 ? word.agrees : fill(word.differs, { count: differing });
}

function kindOf(report: FileReport): string {
  if (report.type === 'pdf') return `PDF ${report.version}`.trim();
  if (report.type === 'document') return documentKinds[report.kind];
  return report.type === 'epub' ? `EPUB ${report.version}`.trim() : '?';
}

/** Files of a book by themselves, by the names that both languages use. */
const documentKinds: Readonly<Record<DocumentReport['kind'], string>> = {
  package: 'OPF',
  xhtml: 'XHTML',
  navigation: 'NAV',
  svg: 'SVG',
  overlay: 'SMIL',
};

function claimsOf(report: FileReport): string {
  if (report.type === 'epub') return report.conformsTo.join(', ') || '–';
  if (report.type !== 'pdf') return '';
  const { pdfA, pdfUA, pdfX } = report.claims;
  const level = pdfA === undefined ? [] : [`PDF/A-${pdfA.toLowerCase()}`];
  const access = pdfUA === undefined ? [] : [`PDF/UA-${pdfUA}`];
  return [...level, ...access, ...(pdfX === undefined ? [] : [pdfX])].join(', ') || '–';
}

/** How many words there are, with a mark where they were compared with the source. */
function wordsOf(report: FileReport, proved: boolean, terminal: Terminal): string {
  if (report.type === 'unknown' || report.type === 'document') return '';
  const { fidelity } = report;
  const count = grouped(fidelity?.words ?? report.words, terminal);
  if (!proved || !fidelity) return report.words === 0 ? '' : count;
  return `${count} ${fidelity.lost + fidelity.added + fidelity.moved === 0 ? '✓' : '✗'}`;
}

function verdictOf(checked: Checked, { language }: Terminal): string {
  const word = words[language];
  const { errors, warnings } = countsOf(checked);
  return errors + warnings === 0 ? word.nothingFound : fill(word.counted, { errors, warnings });
}
