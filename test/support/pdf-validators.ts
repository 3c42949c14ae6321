/**
 * Runs what judges PDFs on this machine: veraPDF where `.ci/install-tools` has put it, qpdf, pdftotext,
 * Ghostscript. A missing program skips its tests here; in CI (`CI=true`) it fails them.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

const jars = join(process.env['ANPHAM_TOOLS'] ?? join(homedir(), '.cache', 'anpham-tools'), 'verapdf');
const required = process.env['CI'] === 'true';

function runs(command: string, option: string): boolean {
  return required || spawnSync(command, [option]).status === 0;
}

export const has = {
  verapdf: required || (existsSync(join(jars, 'cli-1.30.2.jar')) && runs('java', '-version')),
  qpdf: runs('qpdf', '--version'),
  pdftotext: runs('pdftotext', '-v'),
  // Not among the tools that CI installs.
  ghostscript: spawnSync('gs', ['--version']).status === 0,
};

function withFile<T>(bytes: Uint8Array, use: (path: string) => T): T {
  const work = mkdtempSync(join(tmpdir(), 'anpham-pdf-'));
  try {
    const path = join(work, 'file.pdf');
    writeFileSync(path, bytes);
    return use(path);
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** What veraPDF says of a file by one flavour: `PASS`, or `FAIL` with the rules broken. */
export function veraPdf(bytes: Uint8Array, flavour: '2a' | 'ua1'): string {
  return withFile(bytes, (path) => {
    const options = ['-f', flavour, '--format', 'text', '-v', path];
    const main = 'org.verapdf.apps.GreenfieldCliWrapper';
    const { stdout } = spawnSync('java', ['-cp', `${jars}/*`, main, ...options], { encoding: 'utf8' });
    return stdout.replaceAll(path, '').replace(/\s+/g, ' ').trim();
  });
}

/** What `qpdf --check` finds wrong; empty when nothing. */
export function qpdfProblems(bytes: Uint8Array): string {
  return withFile(bytes, (path) => {
    const { status, stdout, stderr } = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' });
    return status === 0 ? '' : `${stdout}${stderr}`;
  });
}

/** The text as poppler reads it, words with single blanks. */
export function popplerText(bytes: Uint8Array): string {
  return withFile(bytes, (path) =>
    spawnSync('pdftotext', [path, '-'], { encoding: 'utf8' }).stdout.replace(/\s+/g, ' ').trim(),
  );
}

/** Share of the trim covered by each ink, per page. */
export function inkCoverage(bytes: Uint8Array): number[][] {
  return withFile(bytes, (path) => {
    const options = ['-q', '-dUseTrimBox', '-sDEVICE=inkcov', '-o', '-', path];
    const { stdout } = spawnSync('gs', options, { encoding: 'utf8' });
    return stdout
      .trim()
      .split('\n')
      .map((row) => row.trim().split(/\s+/).slice(0, 4).map(Number));
  });
}
