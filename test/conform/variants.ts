/**
 * Every sample in every form that it can take: the archive file at each level, the print file for each
 * printer, the booklet; each through our own rules, qpdf, mutool, poppler, for print Ghostscript's plates and, for the
 * archive, veraPDF. A line for each file, with
 * what each check says of it. Out: how many checks passed and failed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { archiveClaims, archiveLevels } from '../../src/document/archive-level.js';
import { nodeHost } from '../../src/host-node.js';
import { listPrinters } from '../../src/printer/load-printer.js';
import { blackText } from '../support/black-text.js';
import { mutoolCheck, popplerCheck, qpdfCheck, veraPdf, type Verdict } from '../support/tools.js';

/** What a check says of a file, or `undefined` where it has nothing to say of its kind. */
type Column = readonly [head: string, verdicts: readonly (Verdict | undefined)[]];

/** Makes the files, checks them, and shows the table. */
export async function conformVariants(
  ownRules: (file: string) => Promise<Verdict>,
  missing: readonly string[],
): Promise<{ readonly passed: number; readonly failed: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'anpham-variants-'));
  try {
    const files = makeVariants(folder);
    const own: Verdict[] = [];
    for (const file of files) own.push(await ownRules(file));
    const columns: Column[] = [['own rules', own]];
    for (const [tool, check] of [
      ['qpdf', qpdfCheck],
      ['mutool', mutoolCheck],
      ['pdfinfo', popplerCheck],
    ] as const)
      if (!missing.includes(tool)) columns.push([tool, files.map(check)]);
    const printed = /\.(?:print|booklet)\.pdf$/;
    if (!missing.includes('ghostscript'))
      columns.push(['gs', files.map((file) => (printed.test(file) ? blackText(file) : undefined))]);
    if (!missing.includes('verapdf')) columns.push(['veraPDF', claimed(files)]);
    return show(files, columns, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The samples of `input/` in all forms, made by the program as it is given to users. */
function makeVariants(folder: string): readonly string[] {
  const forms = [
    ...archiveLevels.map((level) => ({ name: level, options: ['-e', 'archive', '--archive', level] })),
    { name: 'print', options: ['-e', 'print', '--impose', 'booklet'] },
    ...listPrinters(nodeHost()).map(({ name }) => ({
      name: `print-${name}`,
      options: ['-e', 'print', '--printer', name, '--marks', 'crop,cross,info'],
    })),
  ];
  return forms.flatMap(({ name, options }) => {
    const into = join(folder, name);
    const args = ['dist/bin/anpham.js', 'build', 'input', '-o', into, ...options];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return readdirSync(into)
      .filter((file) => file.endsWith('.pdf'))
      .toSorted()
      .map((file) => join(into, file));
  });
}

/** veraPDF on each archive file by all that its level claims; its start takes longer than most files. */
function claimed(files: readonly string[]): readonly (Verdict | undefined)[] {
  const claimsOf = (file: string): readonly string[] => {
    const level = archiveLevels.find((each) => basename(dirname(file)) === each);
    return level === undefined ? [] : archiveClaims[level].split(', ').map(flavourOf);
  };
  const verdicts = new Map<string, Verdict>();
  for (const flavour of new Set(files.flatMap(claimsOf))) {
    const judged = files.filter((file) => claimsOf(file).includes(flavour));
    for (const { file, passed, said } of veraPdf(judged, flavour)) {
      const before = verdicts.get(file) ?? { passed: true, said: [] };
      const broken = said.map((rule) => `${flavour} ${rule}`);
      verdicts.set(file, { file, passed: before.passed && passed, said: [...before.said, ...broken] });
    }
  }
  return files.map((file) => verdicts.get(file));
}

/** `PDF/A-2a` is veraPDF's 2a, `PDF/UA-1` its ua1. */
const flavourOf = (claim: string): string => claim.replace('PDF/A-', '').replace('PDF/UA-', 'ua');

function show(
  files: readonly string[],
  columns: readonly Column[],
  folder: string,
): { readonly passed: number; readonly failed: number } {
  const counts = { passed: 0, failed: 0 };
  const width = Math.max(...files.map((file) => relative(folder, file).length));
  console.log(`\n${'file'.padEnd(width)}  ${columns.map(([head]) => head).join('  ')}`);
  files.forEach((file, i) => {
    const verdicts = columns.map(([head, found]) => [head, found[i]] as const);
    const cells = verdicts.map(([head, verdict]) => {
      if (verdict) counts[verdict.passed ? 'passed' : 'failed'] += 1;
      return (verdict === undefined ? '–' : verdict.passed ? 'pass' : 'FAIL').padEnd(head.length);
    });
    console.log(`${relative(folder, file).padEnd(width)}  ${cells.join('  ')}`.trimEnd());
    for (const [head, verdict] of verdicts) {
      if (!verdict || verdict.passed) continue;
      for (const line of verdict.said.slice(0, 20))
        console.log(`        ${head}: ${line.replaceAll(`${folder}/`, '')}`);
    }
  });
  return counts;
}
