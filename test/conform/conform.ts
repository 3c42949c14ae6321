/**
 * `npm run conform`: every file in the output folder through everything that can judge it: our own
 * rules, veraPDF (2a and ua1), EPUBCheck with warnings and usage messages as errors, DAISY Ace, qpdf. One
 * line for each file and check; then a table of the samples in all forms that they can take (`variants.ts`), and at last
 * `N passed, N failed`. Anything missing, a tool or the files, is a failure.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFile } from '../../src/check/check.js';
import { storeNames } from '../../src/check/epub/stores/stores.js';
import { describe } from '../../src/diagnostic.js';
import { ace, epubCheck, missingTools, qpdfCheck, veraPdf, type Verdict } from '../support/tools.js';
import { conformVariants } from './variants.js';

const folder = process.argv[2] ?? 'output';
const counts = { passed: 0, failed: 0 };

function show(check: string, { file, passed, said }: Verdict): void {
  counts[passed ? 'passed' : 'failed'] += 1;
  console.log(`${passed ? 'pass' : 'FAIL'}  ${check.padEnd(13)} ${file}`);
  if (passed) return;
  for (const line of said.slice(0, 20)) console.log(`        ${line}`);
  if (said.length > 20) console.log(`        … and ${said.length - 20} more`);
}

/** Our own rules: the ones that veraPDF and EPUBCheck do not have, those of all stores too. */
async function ownRules(file: string): Promise<Verdict> {
  const { diagnostics } = await checkFile(file, readFileSync(file), { stores: storeNames });
  const said = diagnostics.map((d) => {
    const at = d.span?.line === undefined ? '' : `${d.span.file}:${d.span.line}:${d.span.column ?? 1}: `;
    return `${at}${d.severity}[${d.code}]: ${describe(d, 'en').message}`;
  });
  return { file, passed: said.length === 0, said };
}

async function conform(): Promise<void> {
  const missing = missingTools(['verapdf', 'epubcheck', 'ace', 'qpdf', 'mutool', 'pdfinfo', 'ghostscript']);
  for (const tool of missing)
    show(tool, { file: '', passed: false, said: ['not installed: run .ci/install-tools'] });
  const files = filesIn(folder);
  const ending = (end: string): readonly string[] => files.filter((file) => file.endsWith(end));
  for (const end of ['.epub', '.print.pdf', '.archive.pdf']) {
    if (ending(end).length > 0) continue;
    show('files', { file: join(folder, `*${end}`), passed: false, said: ['no such file: run npm start'] });
  }

  for (const file of files) show('own rules', await ownRules(file));
  if (!missing.includes('qpdf')) for (const file of ending('.pdf')) show('qpdf', qpdfCheck(file));
  if (!missing.includes('epubcheck')) for (const file of ending('.epub')) show('EPUBCheck', epubCheck(file));
  if (!missing.includes('ace')) for (const file of ending('.epub')) show('DAISY Ace', ace(file));
  if (!missing.includes('verapdf'))
    for (const flavour of ['2a', 'ua1'])
      for (const verdict of veraPdf(ending('.archive.pdf'), flavour)) show(`veraPDF ${flavour}`, verdict);
  const variants = await conformVariants(ownRules, missing);
  counts.passed += variants.passed;
  counts.failed += variants.failed;
}

/** The editions in a folder and those below it, in order. */
function filesIn(path: string): readonly string[] {
  try {
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:epub|pdf)$/.test(name))
      .toSorted()
      .map((name) => join(path, name));
  } catch {
    return [];
  }
}

await conform();
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;
