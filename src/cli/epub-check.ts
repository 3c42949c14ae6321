/**
 * Finds an installed EPUBCheck and asks it about files: it is never needed, and what it says is only
 * compared (`epub-opinion.ts`). It is looked for where ANPHAM_EPUBCHECK says (the program, its jar, or a
 * folder with one of them), else on the path as `epubcheck`. It checks one file at a time.
 */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { findJava, isProgram, namesIn, pathFolders, type Program } from './find-program.js';
import type { Environment } from './terminal.js';

const mainClass = 'com.adobe.epubcheck.tool.Checker';

/** The EPUBCheck that is installed, if any is. */
export function findEpubCheck(env: Environment): Program | undefined {
  const path = pathFolders(env);
  const named = env['ANPHAM_EPUBCHECK'];
  if (!named) return path.map((folder) => inFolder(folder, [])).find((found) => found !== undefined);
  if (/\.jar$/i.test(named)) return withJar(named, path);
  return isProgram(named) ? { program: named, before: [] } : inFolder(named, path);
}

/** The program in a folder, or its jar, if there is a Java for it. */
function inFolder(folder: string, path: readonly string[]): Program | undefined {
  const program = join(folder, 'epubcheck');
  // On Windows that is a batch file.
  if (process.platform !== 'win32' && isProgram(program)) return { program, before: [] };
  const jar = path.length === 0 ? undefined : namesIn(folder).find((name) => ownJar.test(name));
  return jar === undefined ? undefined : withJar(join(folder, jar), path);
}

const ownJar = /^epubcheck.*\.jar$/i;
/** Jars that must not stand beside it: veraPDF's has another Saxon, by which warnings become errors. */
const strangers = /verapdf|greenfield|^cli-/i;

/**
 * Java with the jar first and after it those that it needs, by name: another order lets one of them read the
 * Schematron rules, which makes errors of warnings. As it is published they are in `lib`, and it names them.
 */
function withJar(jar: string, path: readonly string[]): Program | undefined {
  const java = findJava(path);
  const folder = dirname(jar);
  const names = namesIn(folder);
  if (java === undefined || !names.some((name) => join(folder, name) === join(jar))) return undefined;
  if (names.includes('lib')) return { program: java, before: ['-jar', jar] };
  const others = names.filter((name) => /\.jar$/i.test(name) && !ownJar.test(name) && !strangers.test(name));
  const jars = [jar, ...others.toSorted().map((name) => join(folder, name))];
  return { program: java, before: ['-cp', jars.join(process.platform === 'win32' ? ';' : ':'), mainClass] };
}

/** One thing that EPUBCheck says, at one place. */
export interface EpubCheckMessage {
  /** `RSC-005` */
  readonly id: string;
  readonly severity: 'error' | 'warning';
  /** In English: it does not speak Vietnamese. */
  readonly message: string;
  /** Path in the book; undefined when it is of the file as a whole. */
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
}

/** More than this for one book, and it hangs. */
const patience = 300_000;

/** What it says of a file, errors and warnings, or why it says nothing. */
export async function askEpubCheck(
  { program, before }: Program,
  file: string,
  limit = patience,
): Promise<{ readonly messages: readonly EpubCheckMessage[] } | { readonly reason: string }> {
  const run = await start(program, [...before, file, '--json', '-', '--quiet'], limit);
  const messages = readMessages(run.stdout);
  if (messages) return { messages };
  const said = `${run.stderr}\n${run.stdout}`.split('\n').find((line) => line.trim() !== '');
  return { reason: run.failed ?? said?.trim().slice(0, 200) ?? 'no answer' };
}

interface Run {
  readonly stdout: string;
  readonly stderr: string;
  /** Why it could not be started, or was stopped. */
  readonly failed?: string;
}

function start(program: string, args: readonly string[], limit: number): Promise<Run> {
  return new Promise((done) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const written = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => (written[name] += text));
    }
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      // What a script started may live on, and would keep these open.
      child.stdout.destroy();
      child.stderr.destroy();
      done({ ...written, stdout: '', failed: `no answer in ${limit / 1000} s` });
    }, limit);
    child.on('error', ({ message }) => {
      clearTimeout(timer);
      done({ ...written, failed: message });
    });
    child.on('close', () => {
      clearTimeout(timer);
      done(written);
    });
  });
}

/** Its report: JSON, before which Java may have written notices of its own. Undefined when it is none. */
function readMessages(report: string): readonly EpubCheckMessage[] | undefined {
  let json: unknown;
  try {
    json = JSON.parse(report.slice(Math.max(0, report.indexOf('{'))));
  } catch {
    return undefined;
  }
  const { messages } = json as { readonly messages?: unknown };
  return Array.isArray(messages) ? messages.flatMap(readMessage) : undefined;
}

/** The fields of a message that are read; a newer version may have others. */
interface RawMessage {
  readonly ID?: unknown;
  readonly severity?: unknown;
  readonly message?: unknown;
  readonly locations?: readonly {
    readonly path?: unknown;
    readonly line?: unknown;
    readonly column?: unknown;
  }[];
}

function readMessage(raw: unknown): readonly EpubCheckMessage[] {
  const { ID, severity, message, locations = [] } = raw as RawMessage;
  const grave = severity === 'FATAL' || severity === 'ERROR';
  if (typeof ID !== 'string' || (!grave && severity !== 'WARNING')) return [];
  const said = {
    id: ID,
    severity: grave ? 'error' : 'warning',
    message: typeof message === 'string' ? message : '',
  } as const;
  if (locations.length === 0) return [said];
  return locations.map(({ path, line, column }) => ({
    ...said,
    ...(typeof path === 'string' && !isWhole(path) && { path }),
    ...(isPlace(line) && { line }),
    ...(isPlace(column) && { column }),
  }));
}

/** The file itself is named from the working folder: `./a.epub`, `/books/a.epub`. */
function isWhole(path: string): boolean {
  return /\.epub$/i.test(path);
}

function isPlace(value: unknown): value is number {
  return typeof value === 'number' && value > 0;
}
