/**
 * Our checks against veraPDF's over a checkout of the veraPDF corpus, clause by clause. See README.md.
 *
 *     node build/test/conform/corpus.js CHECKOUT [--verdicts FILE] [--only FOLDER]… [--clause N] [--list]
 *
 * A pair of file and clause is counted when the file was made to test the clause or either program says
 * that the clause is broken; the verdict is the same when both say so or neither. `--verdicts` keeps what
 * veraPDF said, so that it need not be asked again.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkPdf } from '../../src/check/pdf/check-pdf.js';
import { conformanceCodes } from '../../src/conformance-codes/conformance-codes.js';
import { describe } from '../../src/diagnostic.js';
import type { StandardName } from '../../src/check/pdf/conformance/standards.js';
import { veraPdfRules } from '../support/tools.js';

interface Level {
  /** Folder of the corpus. */
  readonly folder: string;
  readonly flavour: string;
  readonly standard: StandardName;
}

/** The parts of the corpus that test the levels we claim; 3b has what 3a adds. */
const levels: readonly Level[] = [
  { folder: 'PDF_A-1a', flavour: '1a', standard: 'pdfa-1a' },
  { folder: 'PDF_A-1b', flavour: '1b', standard: 'pdfa-1b' },
  { folder: 'PDF_A-2a', flavour: '2a', standard: 'pdfa-2a' },
  { folder: 'PDF_A-2b', flavour: '2b', standard: 'pdfa-2b' },
  { folder: 'PDF_A-2u', flavour: '2u', standard: 'pdfa-2u' },
  { folder: 'PDF_A-3b', flavour: '3b', standard: 'pdfa-3b' },
  { folder: 'PDF_A-4', flavour: '4', standard: 'pdfa-4' },
  { folder: 'PDF_A-4f', flavour: '4f', standard: 'pdfa-4f' },
  { folder: 'PDF_UA-1', flavour: 'ua1', standard: 'pdfua-1' },
  { folder: 'PDF_UA-2', flavour: 'ua2', standard: 'pdfua-2' },
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    verdicts: { type: 'string' },
    only: { type: 'string', multiple: true },
    clause: { type: 'string' },
    list: { type: 'boolean', default: false },
  },
});

/** A file and a clause, and whether each program says that it is broken. */
interface Pair {
  readonly file: string;
  readonly clause: string;
  readonly theirs: boolean;
  readonly ours: boolean;
}

const [checkout] = positionals;
if (checkout === undefined || !existsSync(join(checkout, 'PDF_A-2b'))) {
  console.error('usage: corpus.js CHECKOUT [--verdicts FILE] [--only FOLDER] [--clause N] [--list]');
  console.error('CHECKOUT is a folder with the veraPDF corpus; see test/conform/README.md');
  process.exitCode = 2;
} else compare(resolve(checkout));

function compare(root: string): void {
  const theirs = theirVerdicts(root);
  let same = 0;
  let counted = 0;
  for (const level of levels) {
    if (values.only && !values.only.includes(level.folder)) continue;
    const files = filesIn(root, level.folder);
    const pairs = files.flatMap((file) => pairsOf(root, file, level, theirs[file] ?? []));
    const shown = pairs.filter(({ clause }) => within(clause, values.clause ?? ''));
    report(level, files.length, shown);
    same += shown.filter(isSame).length;
    counted += shown.length;
  }
  console.log(`in all: ${same} of ${counted} the same, ${percent(same, counted)}`);
}

/** What veraPDF says of each file: the clauses that are broken. */
function theirVerdicts(root: string): Readonly<Record<string, readonly string[]>> {
  const kept = values.verdicts;
  if (kept !== undefined && existsSync(kept)) {
    // What this program wrote.
    return JSON.parse(readFileSync(kept, 'utf8')) as Record<string, readonly string[]>;
  }
  const said: Record<string, readonly string[]> = {};
  for (const { folder, flavour } of levels) {
    const files = filesIn(root, folder);
    const found = veraPdfRules(
      files.map((file) => join(root, file)),
      flavour,
    );
    for (const [i, file] of files.entries()) said[file] = [...new Set(found[i]?.map(({ clause }) => clause))];
  }
  if (kept !== undefined) writeFileSync(kept, JSON.stringify(said, null, 1));
  return said;
}

/** The PDFs below a folder, by their paths in the corpus. */
function filesIn(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.pdf'))
    .toSorted()
    .map((name) => join(folder, name));
}

function pairsOf(
  root: string,
  file: string,
  { standard }: Level,
  theirs: readonly string[],
): readonly Pair[] {
  const ours = ourClauses(join(root, file), standard);
  // `veraPDF test suite 6-2-11-3-1-t01-fail-a.pdf`
  const tested = /(\d+(?:[-.]\d+)*)-t\d+/.exec(basename(file))?.[1]?.replaceAll('-', '.');
  // veraPDF makes a clause of every pair of a table: `Table 5. StructTreeRoot-Document`.
  const whole = theirs.map((clause) => clause.replace(/^(Table \d+)\..*/, '$1'));
  const clauses = new Set([...(tested === undefined ? [] : [tested]), ...whole, ...ours]);
  // What is said of a clause below the one tested is said of that.
  const apart = [...clauses].filter((clause) => clause === tested || !within(clause, tested ?? '-'));
  return apart.map((clause) => {
    const says = (broken: readonly string[]): boolean =>
      broken.some((one) => (clause === tested ? within(one, clause) : one === clause));
    return { file, clause, theirs: says(whole), ours: says(ours) };
  });
}

/** The clauses that we say are broken. */
function ourClauses(path: string, standard: StandardName): readonly string[] {
  const { diagnostics } = checkPdf(readFileSync(path), path, { standards: [standard] });
  const found = diagnostics.filter(({ code }) => Object.hasOwn(conformanceCodes, code));
  if (values.list && values.clause !== undefined) {
    for (const one of found) console.log(`  ${basename(path)}: ${describe(one, 'en').message}`);
  }
  // `PDF/UA-2 Table 5`
  return [...new Set(found.map(({ values: { clauses } }) => String(clauses).replace(/^\S+ /, '')))];
}

function within(clause: string, above: string): boolean {
  return above === '' || clause === above || clause.startsWith(`${above}.`);
}

function isSame({ theirs, ours }: Pair): boolean {
  return theirs === ours;
}

function report({ folder }: Level, files: number, pairs: readonly Pair[]): void {
  console.log(`\n${folder}: ${files} files`);
  const clauses = [...new Set(pairs.map(({ clause }) => clause))].toSorted((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
  for (const clause of clauses) {
    const group = pairs.filter((pair) => pair.clause === clause);
    const same = group.filter(isSame).length;
    const missed = group.filter(({ theirs, ours }) => theirs && !ours);
    const alone = group.filter(({ theirs, ours }) => !theirs && ours);
    const counts = `${String(group.length).padStart(4)} ${String(same).padStart(4)} ${percent(same, group.length)}`;
    console.log(`  ${clause.padEnd(14)}${counts}  missed ${missed.length}, ours alone ${alone.length}`);
    if (!values.list) continue;
    for (const { file } of missed) console.log(`      missed  ${file}`);
    for (const { file } of alone) console.log(`      alone   ${file}`);
  }
}

function percent(part: number, whole: number): string {
  return `${(whole === 0 ? 100 : (100 * part) / whole).toFixed(1).padStart(5)} %`;
}
