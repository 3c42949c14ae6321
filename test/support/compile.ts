/**
 * Run once before the tests: compiles `src/` to `dist/` when that is older, so that the tests of the
 * command line run the program that a user runs.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run-cli.js';

export function setup(): void {
  if (newest('dist') > newest('src')) return;
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  // A mistake of types is for `npm run typecheck` to tell; the program is made all the same.
  spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { cwd: root });
}

/** Time of the last change to a file of a folder; 0 when it is not there. */
function newest(folder: string): number {
  const from = join(root, folder);
  if (!statSync(from, { throwIfNoEntry: false })) return 0;
  // The bundle in `dist/bin` is no sign of what `tsc` has done.
  const names = readdirSync(from, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !/^bin\b/.test(name),
  );
  return Math.max(0, ...names.map((name) => statSync(join(from, name)).mtimeMs));
}
