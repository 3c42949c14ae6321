/**
 * Our check of ebooks against EPUBCheck's, over the EPUB 3 cases of EPUBCheck's own tests and over the books
 * of IDPF/epub3-samples. See README.md.
 *
 *     node build/test/conform/epub-corpus.js EPUBCHECK [--books EPUB3-SAMPLES] [--verdicts FILE]
 *         [--only TEXT]… [--list] [--ids]
 *
 * A case has the same verdict when both find an error (EPUBCheck: error or fatal error) or neither does. What
 * we say beyond EPUB 3.3, of accessibility and of stores, has no part in it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkDocument } from '../../src/check/epub/check-document.js';
import { checkFile } from '../../src/check/check.js';
import { describe, type Diagnostic } from '../../src/diagnostic.js';
import { accessibilityBookCodes } from '../../src/epub-codes/accessibility-book.js';
import { accessibilityCodes } from '../../src/epub-codes/accessibility.js';
import { storeCodes } from '../../src/epub-codes/stores.js';
import { findTool } from '../support/tools.js';
import { bytesOf, epubCheckCases, fileName, kinds, sampleBooks, type Case } from './epub-cases.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    books: { type: 'string' },
    verdicts: { type: 'string' },
    only: { type: 'string', multiple: true },
    list: { type: 'boolean', default: false },
    ids: { type: 'boolean', default: false },
  },
});

/** Codes of rules that EPUBCheck does not have: not of the standard itself. */
const beyond = new Set<string>(
  [accessibilityCodes, accessibilityBookCodes, storeCodes].flatMap((table) => Object.keys(table)),
);

/** What EPUBCheck says of a case, a line a message: severity, ID, place, text. */
type Verdicts = Record<string, readonly string[]>;

const [checkout] = positionals;
if (checkout === undefined || !existsSync(join(checkout, 'src/test/resources/epub3'))) {
  console.error(
    'usage: epub-corpus.js EPUBCHECK [--books SAMPLES] [--verdicts FILE] [--only TEXT] [--list] [--ids]',
  );
  console.error('EPUBCHECK is a checkout of w3c/epubcheck; see test/conform/README.md');
  process.exitCode = 2;
} else await compare(resolve(checkout));

async function compare(root: string): Promise<void> {
  const books = values.books === undefined ? [] : sampleBooks(resolve(values.books));
  const cases = epubCheckCases(root);
  const theirs = theirVerdicts([...cases, ...books]);
  await report('EPUB 3 cases of EPUBCheck', cases, theirs);
  if (books.length > 0) await report('books of epub3-samples', books, theirs);
}

/** What EPUBCheck says of each case, as kept or asked now. */
function theirVerdicts(cases: readonly Case[]): Verdicts {
  const kept = values.verdicts;
  // What this program wrote.
  const known =
    kept !== undefined && existsSync(kept) ? (JSON.parse(readFileSync(kept, 'utf8')) as Verdicts) : {};
  const unknown = cases.filter(({ name }) => known[name] === undefined);
  if (unknown.length === 0) return known;
  const all = { ...known, ...askEpubCheck(unknown) };
  if (kept !== undefined) writeFileSync(kept, JSON.stringify(all, null, 1));
  return all;
}

/** Asks EPUBCheck of all cases in one process; packed folders and single files stand in a folder for the time. */
function askEpubCheck(cases: readonly Case[]): Verdicts {
  const jars = findTool('epubcheck');
  if (jars === undefined) throw new Error('EPUBCheck is not installed: run .ci/install-tools');
  const folder = mkdtempSync(join(tmpdir(), 'anpham-epubs-'));
  try {
    const lines = cases.map((one, i) => {
      if (one.mode !== 'epub') return `${one.mode}\t${one.path}`;
      const file = fileName(one) === one.path.split('/').at(-1) ? one.path : join(folder, `${i}.epub`);
      if (file !== one.path) writeFileSync(file, bytesOf(one));
      return `epub\t${file}`;
    });
    const { stdout, status, stderr } = spawnSync(
      findTool('java') ?? 'java',
      ['-cp', jars, join('test', 'conform', 'EpubCheckBatch.java')],
      { input: `${lines.join('\n')}\n`, encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    const said: string[][] = cases.map(() => []);
    const done = new Set<number>();
    for (const line of stdout.split('\n').filter(Boolean)) {
      const [number = '', severity, id, path = '', row, column, text] = line.split('\t');
      if (severity === undefined) done.add(Number(number));
      // The path of a single file is where it stands on this machine.
      const place = `${path.startsWith('/') ? '' : path}:${row ?? ''}:${column ?? ''}`;
      if (severity !== undefined)
        said[Number(number)]?.push(`${severity} ${id ?? ''} ${place} ${text ?? ''}`);
    }
    if (status !== 0 || done.size < cases.length)
      throw new Error(`EPUBCheck stopped: ${stderr.slice(-2000)}`);
    return Object.fromEntries(cases.map(({ name }, i) => [name, said[i] ?? []]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function report(title: string, cases: readonly Case[], theirs: Verdicts): Promise<void> {
  const chosen = cases.filter(({ name }) => values.only?.some((text) => name.includes(text)) ?? true);
  const missed: string[] = [];
  const alone: string[] = [];
  for (const one of chosen) {
    const ours = await ourFindings(one);
    const said = theirs[one.name] ?? [];
    const broken = said.some((line) => /^(?:ERROR|FATAL)/.test(line));
    const same = broken === ours.some(({ severity }) => severity === 'error');
    if (!same) (broken ? missed : alone).push(one.name);
    if ((values.list && !same) || values.ids) show(one, same, said, ours);
  }
  const same = chosen.length - missed.length - alone.length;
  console.log(
    `${title}: ${same} of ${chosen.length} the same, ${((100 * same) / chosen.length).toFixed(1)} %`,
  );
  for (const name of missed) console.log(`  missed  ${name}`);
  for (const name of alone) console.log(`  alone   ${name}`);
}

/** What we say of a case as a file that breaks the standard. */
async function ourFindings(one: Case): Promise<readonly Diagnostic[]> {
  const bytes = bytesOf(one);
  const name = fileName(one);
  const { diagnostics } =
    one.mode === 'epub' ? await checkFile(name, bytes) : await checkDocument(bytes, name, kinds[one.mode]);
  return diagnostics.filter(
    ({ code, values: { code: more } }) => !beyond.has(code) && !beyond.has(String(more)),
  );
}

/** Both sides of a case: what EPUBCheck says, then what we say. */
function show(one: Case, same: boolean, said: readonly string[], ours: readonly Diagnostic[]): void {
  console.log(`\n${same ? 'same' : 'DIFFERENT'}  ${one.name}`);
  for (const line of said) if (!/^(?:INFO|USAGE)/.test(line)) console.log(`  theirs  ${line.slice(0, 240)}`);
  for (const found of ours) {
    const { file = '', line = '', column = '' } = found.span ?? {};
    const place = file.replace(`${fileName(one)}/`, '');
    console.log(
      `  ours    ${found.severity} ${found.code} ${place}:${line}:${column} ${describe(found, 'en').message}`,
    );
  }
}
