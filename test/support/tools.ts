/**
 * The outside programs that the checks call: where each one is, and what it says of a file. They are
 * looked for on the path and, for jars, in ANPHAM_VERAPDF and ANPHAM_EPUBCHECK (folders), else, as DAISY Ace
 * always, where `.ci/install-tools` puts them. veraPDF and EPUBCheck never share a class path: each brings another
 * Saxon.
 */
import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

const env = process.env;
const cache = env['ANPHAM_TOOLS'] ?? join(homedir(), '.cache', 'anpham-tools');

/** Names on the path, the first that is there counts. */
const programs = {
  java: ['java'],
  qpdf: ['qpdf'],
  mutool: ['mutool'],
  pdfinfo: ['pdfinfo'],
  pdftotext: ['pdftotext'],
  pdftoppm: ['pdftoppm'],
  ghostscript: ['gs'],
  chromium: ['chromium', 'chromium-browser', 'google-chrome'],
} as const;

/** Ace is a script that Node runs. */
const aceScript = join(cache, 'ace', 'node_modules', '@daisy', 'ace-cli', 'bin', 'ace.js');

const jarFolders = {
  verapdf: env['ANPHAM_VERAPDF'] ?? join(cache, 'verapdf'),
  epubcheck: env['ANPHAM_EPUBCHECK'] ?? join(cache, 'epubcheck'),
} as const;

export type ToolName = keyof typeof programs | keyof typeof jarFolders | 'ace';

/**
 * Where a tool is: the program's path, or the class path of the jars, or the script; undefined when it is
 * missing. The jars stand in the order of their names: EPUBCheck's own has to come before that of jing, which would else read
 * the Schematron rules and make errors of all its warnings; Java's `*` keeps to no order.
 */
export function findTool(name: ToolName): string | undefined {
  if (name === 'ace')
    return existsSync(aceScript) && findTool('chromium') !== undefined ? aceScript : undefined;
  if (name !== 'verapdf' && name !== 'epubcheck') return onPath(programs[name]);
  const folder = jarFolders[name];
  const jars = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.jar')) : [];
  if (jars.length === 0 || findTool('java') === undefined) return undefined;
  const inOrder = jars.toSorted();
  return inOrder.map((jar) => join(folder, jar)).join(delimiter);
}

/** The tools that are missing of those asked for. */
export function missingTools(names: readonly ToolName[]): readonly ToolName[] {
  return names.filter((name) => findTool(name) === undefined);
}

function onPath(names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const folder of (env['PATH'] ?? '').split(delimiter)) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not in this folder.
      }
    }
  }
  return undefined;
}

/** How a program ended, and what it wrote. */
export interface ToolRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a tool that is there; throws when it is not (ask `missingTools` before). */
export function runTool(name: ToolName, args: readonly string[]): ToolRun {
  const found = findTool(name);
  if (found === undefined) throw new Error(`${name} is not installed: run .ci/install-tools`);
  const run = spawnSync(found, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  return { code: run.status, stdout: run.stdout, stderr: run.stderr };
}

function runJava(jars: 'verapdf' | 'epubcheck', mainClass: string, args: readonly string[]): ToolRun {
  const classPath = findTool(jars);
  if (classPath === undefined) throw new Error(`${jars} is not installed: run .ci/install-tools`);
  // Another tool's options in the environment have no place here, its notice on standard error neither.
  return runTool('java', ['-cp', classPath, mainClass, ...args]);
}

/** What a check says of one file. */
export interface Verdict {
  readonly file: string;
  readonly passed: boolean;
  /** One line each: rule numbers, messages. */
  readonly said: readonly string[];
}

/** For tools that read only files: the bytes stand in a folder of their own for the time. */
export function withFile<T>(name: string, bytes: Uint8Array, use: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'anpham-check-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    return use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A check of bytes that stand in no file. */
export function checkBytes(name: string, bytes: Uint8Array, check: (file: string) => Verdict): Verdict {
  return withFile(name, bytes, (file) => {
    const { passed, said } = check(file);
    return { file: name, passed, said: said.map((line) => line.replaceAll(file, name)) };
  });
}

/** veraPDF over all files at once (its start takes longer than most files). Flavours: `2a`, `ua1`, … */
export function veraPdf(files: readonly string[], flavour: string): readonly Verdict[] {
  if (files.length === 0) return [];
  const paths = files.map((file) => resolve(file));
  const args = ['-f', flavour, '--format', 'text', '-v', ...paths];
  const lines = runJava('verapdf', 'org.verapdf.apps.GreenfieldCliWrapper', args).stdout.split('\n');
  return files.map((file, i) => {
    const at = lines.findIndex((line) => /^(?:PASS|FAIL) /.test(line) && line.includes(` ${paths[i]} `));
    const after = at < 0 ? [] : lines.slice(at + 1);
    const end = after.findIndex((line) => !line.startsWith('  '));
    const failed = after.slice(0, end < 0 ? undefined : end).map((line) => line.trim());
    return {
      file,
      passed: at >= 0 && lines[at]?.startsWith('PASS') === true,
      said: at < 0 ? ['not checked'] : failed,
    };
  });
}

/** veraPDF over all files at once: of each, what it says of every standard that the file claims. */
export function veraPdfClaims(files: readonly string[]): readonly (readonly {
  readonly claim: string;
  readonly passed: boolean;
  readonly said: readonly string[];
}[])[] {
  const paths = files.map((file) => resolve(file));
  const args = ['-f', '0', '--format', 'text', '-v', ...paths];
  const output = runJava('verapdf', 'org.verapdf.apps.GreenfieldCliWrapper', args).stdout;
  // One line for each file and claim, and below it, indented, the rules that are broken.
  const verdicts = output.split(/^(?=PASS |FAIL )/m).map((part) => {
    const [head = '', ...said] = part.split('\n').map((line) => line.trim());
    return { head, said: said.filter(Boolean) };
  });
  return paths.map((path) =>
    verdicts
      .filter(({ head }) => head.includes(` ${path} `))
      .map(({ head, said }) => ({
        claim: head.slice(head.lastIndexOf(' ') + 1),
        passed: head.startsWith('PASS'),
        said,
      })),
  );
}

/** A rule of a standard that veraPDF found broken. */
export interface BrokenRule {
  readonly clause: string;
  readonly test: string;
}

/** veraPDF over all files at once: of each, the rules that are broken. */
export function veraPdfRules(files: readonly string[], flavour: string): readonly (readonly BrokenRule[])[] {
  const paths = files.map((file) => resolve(file));
  const args = ['-f', flavour, '--format', 'xml', '--maxfailuresdisplayed', '1', ...paths];
  const output = runJava('verapdf', 'org.verapdf.apps.GreenfieldCliWrapper', args).stdout;
  const jobs = new Map(
    output.split('<job>').map((job) => {
      const rules = job.matchAll(/<rule [^>]*?clause="([^"]*)" testNumber="([^"]*)" status="failed"/g);
      const broken = [...rules].map(([, clause = '', test = '']) => ({ clause, test }));
      return [/<name>([^<]*)<\/name>/.exec(job)?.[1] ?? '', broken] as const;
    }),
  );
  return paths.map((path) => jobs.get(path) ?? []);
}

/** EPUBCheck over one file; a warning is a failure, a usage message too, but that a font is embedded. */
export function epubCheck(file: string): Verdict {
  const args = [file, '--failonwarnings', '--usage'];
  const run = runJava('epubcheck', 'com.adobe.epubcheck.tool.Checker', args);
  const said = `${run.stdout}\n${run.stderr}`
    .split('\n')
    .filter(
      (line) => /^(?:FATAL|ERROR|WARNING|INFO|USAGE)\b/.test(line) && !line.startsWith('USAGE(CSS-028)'),
    );
  return { file, passed: run.code === 0 && said.length === 0, said };
}

/** DAISY Ace over one file. It starts a Chromium, whose first page takes its time where all cores are busy. */
export function ace(file: string): Verdict {
  const folder = mkdtempSync(join(tmpdir(), 'anpham-ace-'));
  try {
    const found = {
      PUPPETEER_EXECUTABLE_PATH: findTool('chromium'),
      ACE_TIMEOUT_INITIAL: '60000',
      // Where it keeps its logs.
      XDG_CONFIG_HOME: folder,
      XDG_STATE_HOME: folder,
    };
    const args = [aceScript, '--silent', '--force', '--outdir', join(folder, 'report'), file];
    const run = spawnSync(process.execPath, args, { encoding: 'utf8', env: { ...env, ...found } });
    const report = join(folder, 'report', 'report.json');
    if (!existsSync(report)) return { file, passed: false, said: ['no report', run.stderr || run.stdout] };
    const said = aceViolations(readFileSync(report, 'utf8'));
    return { file, passed: run.status === 0 && said.length === 0, said };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What is read of Ace's report: the violations of each document. */
interface AceReport {
  readonly assertions: readonly {
    readonly 'earl:testSubject': { readonly url: string };
    readonly assertions: readonly {
      readonly 'earl:test': { readonly 'dct:title': string };
      readonly 'earl:result': { readonly 'dct:description': string; readonly html?: string };
    }[];
  }[];
}

function aceViolations(report: string): readonly string[] {
  // As version 1.4.6 writes it, which is the one that is installed.
  const { assertions } = JSON.parse(report) as AceReport;
  return assertions.flatMap(({ 'earl:testSubject': { url }, assertions: violations }) =>
    violations.map(({ 'earl:test': rule, 'earl:result': { 'dct:description': why, html = '' } }) => {
      const [first = ''] = why.split('\n');
      return `${rule['dct:title']}: ${url}: ${first} ${html}`.trimEnd();
    }),
  );
}

/** The structure of a PDF's objects, read by qpdf. A warning is a failure. */
export function qpdfCheck(file: string): Verdict {
  const run = runTool('qpdf', ['--check', file]);
  return { file, passed: run.code === 0, said: run.stderr.split('\n').filter(Boolean) };
}

/** A PDF opened and every page drawn by MuPDF. A warning is a failure; its own lack of colour profiles is not the file's. */
export function mutoolCheck(file: string): Verdict {
  const runs = [runTool('mutool', ['info', file]), runTool('mutool', ['draw', '-q', '-r', '36', file])];
  const said = runs
    .flatMap(({ stderr }) => stderr.split('\n'))
    .filter((line) => line !== '' && !noProfiles.test(line));
  return { file, passed: said.length === 0 && runs.every(({ code }) => code === 0), said };
}
const noProfiles = /ICC support is not available/;

/** A PDF opened by poppler. Whatever it says beside the facts is a failure. */
export function popplerCheck(file: string): Verdict {
  const run = runTool('pdfinfo', ['-box', file]);
  const said = run.stderr.split('\n').filter(Boolean);
  return { file, passed: run.code === 0 && said.length === 0, said };
}

/** The text of a PDF as poppler reads it, words with single blanks. */
export function popplerText(file: string): string {
  return runTool('pdftotext', [file, '-']).stdout.replace(/\s+/g, ' ').trim();
}

/** Share of the trim covered by each ink (cyan, magenta, yellow, black), per page. */
export function inkCoverage(file: string): readonly (readonly number[])[] {
  const options = ['-q', '-dUseTrimBox', '-sDEVICE=inkcov', '-o', '-', file];
  const rows = runTool('ghostscript', options).stdout.trim().split('\n');
  return rows.map((row) => row.trim().split(/\s+/).slice(0, 4).map(Number));
}
