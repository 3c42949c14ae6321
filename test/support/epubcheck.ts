/**
 * Runs EPUBCheck 5.3 where `.ci/install-tools` has put it (ANPHAM_TOOLS, else ~/.cache/anpham-tools)
 * and Java is there. Only EPUBCheck's own jars may be on its class path.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = join(process.env['ANPHAM_TOOLS'] ?? join(homedir(), '.cache', 'anpham-tools'), 'epubcheck');

/** Whether EPUBCheck can run here; in CI (`CI=true`) it must, and a missing one fails the test. */
export const hasEpubcheck =
  process.env['CI'] === 'true' ||
  (existsSync(join(folder, 'epubcheck-5.3.0.jar')) && spawnSync('java', ['-version']).status === 0);

/** Lines that EPUBCheck says of an ebook: errors, warnings and the summary; none of usage. */
export function runEpubcheck(epub: Uint8Array): {
  readonly status: number | null;
  readonly said: readonly string[];
} {
  const work = mkdtempSync(join(tmpdir(), 'anpham-epubcheck-'));
  try {
    const file = join(work, 'book.epub');
    writeFileSync(file, epub);
    const run = spawnSync(
      'java',
      ['-cp', `${folder}/*`, 'com.adobe.epubcheck.tool.Checker', file, '--failonwarnings'],
      { encoding: 'utf8' },
    );
    const said = `${run.stdout}\n${run.stderr}`
      .split('\n')
      .filter((line) => /^(FATAL|ERROR|WARNING|Messages)/.test(line))
      .map((line) => line.replaceAll(file, 'book.epub'));
    return { status: run.status, said };
  } finally {
    rmSync(work, { recursive: true });
  }
}
