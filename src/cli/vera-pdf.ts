/**
 * Finds an installed veraPDF and asks it about files: it is never needed, and what it says is only
 * compared (`second-opinion.ts`). It is looked for where ANPHAM_VERAPDF says (the program, or a folder
 * with the program or its jars), else on the path.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { findJava, isProgram, namesIn, pathFolders, type Program } from './find-program.js';
import type { Environment } from './terminal.js';

const mainClass = 'org.verapdf.apps.GreenfieldCliWrapper';

/** The veraPDF that is installed, if any is. */
export function findVeraPdf(env: Environment): Program | undefined {
  const path = pathFolders(env);
  const named = env['ANPHAM_VERAPDF'];
  if (named && /\.bat$/i.test(named)) return inFolder(dirname(named), path);
  if (named) return isProgram(named) ? { program: named, before: [] } : inFolder(named, path);
  for (const folder of path) {
    const found = inFolder(folder, path);
    if (found) return found;
  }
  return undefined;
}

/** The program in a folder; on Windows, where that is a batch file, its jars beside it. */
function inFolder(folder: string, path: readonly string[]): Program | undefined {
  const windows = process.platform === 'win32';
  const program = join(folder, 'verapdf');
  if (!windows && isProgram(program)) return { program, before: [] };
  for (const jars of [folder, join(folder, 'bin')]) {
    if (!namesIn(jars).some((name) => /^(?:greenfield-apps|cli)-.*\.jar$/.test(name))) continue;
    const java = findJava(path);
    if (java !== undefined) return { program: java, before: ['-cp', join(jars, '*'), mainClass] };
  }
  return undefined;
}

/** Its report on files as XML, or why there is none. Each file is held to what it claims. */
export function askVeraPdf(
  { program, before }: Program,
  files: readonly string[],
): { readonly report: string } | { readonly reason: string } {
  const others = files.every((file) => /\.pdf$/i.test(file)) ? [] : ['--nonpdfext'];
  const options = ['--flavour', '0', '--format', 'xml', '--maxfailuresdisplayed', '1', ...others];
  const run = spawnSync(program, [...before, ...options, ...files], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.error) return { reason: run.error.message };
  if (run.stdout.includes('</report>')) return { report: run.stdout };
  const said = run.stderr.split('\n').find((line) => line.trim() !== '');
  return { reason: said?.trim() ?? `exit code ${run.status ?? '–'}` };
}
