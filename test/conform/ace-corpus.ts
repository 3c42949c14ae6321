/**
 * Our rules on accessibility against DAISY Ace's over the fixtures of a checkout of Ace. See README.md.
 *
 *     node build/test/conform/ace-corpus.js CHECKOUT [--verdicts FILE] [--list]
 *
 * A pair of fixture and rule is counted when either finds the rule broken; both say the same when both do.
 * What only our codes know is not counted, and named with `--list`. `--verdicts` keeps what Ace said, so that
 * it need not be asked again: it takes a browser and three seconds for each.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkAccessibility } from '../../src/check/epub/accessibility/check-accessibility.js';
import { openEpub } from '../../src/check/epub/open-epub.js';
import { makeZip } from '../support/make-zip.js';
import { ace, withFile } from '../support/tools.js';

/** Rules of Ace and the codes of ours that say the same; all of one line are one rule. */
const rules: Readonly<Record<string, readonly string[]>> = {
  'image-alt, role-img-alt, svg-img-alt': ['ALT', 'SVG'],
  'link-name': ['LINK'],
  'html-has-lang, epub-lang': ['LANG', 'PACKAGE-LANG'],
  'document-title': ['TITLE'],
  'epub-type-has-matching-role': ['ROLE', 'ROLE-BODY'],
  'pagebreak-label': ['PAGE-LABEL'],
  'epub-pagelist-broken': ['PAGE-LIST', 'PAGE-TARGET'],
  'epub-pagelist-missing-pagebreak': ['PAGE-UNLISTED', 'PAGE-LIST-NONE'],
  'epub-pagelist-mediaoverlays': ['PAGE-SPOKEN'],
  'epub-pagesource': ['PAGE-SOURCE'],
  'metadata-accessmode, metadata-accessibilityfeature, metadata-accessibilityhazard': ['METADATA'],
  'metadata-accessmodesufficient, metadata-accessibilitysummary': ['METADATA', 'METADATA-ADVISED'],
  'metadata-accessmode-invalid, metadata-accessmodesufficient-invalid, metadata-accessibilityfeature-invalid, metadata-accessibilityhazard-invalid':
    ['METADATA-VALUE', 'METADATA-AGAINST'],
  'metadata-conformsto-invalid': ['CONFORMS'],
  'metadata-accessibilityFeature-printPageNumbers-nopagelist, metadata-accessibilityFeature-printPageNumbers-nopagebreaks':
    ['CLAIM'],
  'frame-title': ['FRAME'],
};
/** Rules of Ace that the checks of the standard hold, or that take a browser. */
const elsewhere = new Set([
  'epub-toc-order',
  'aria-allowed-role',
  'aria-deprecated-role',
  'aria-prohibited-attr',
  'landmark-unique',
]);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { verdicts: { type: 'string' }, list: { type: 'boolean', default: false } },
});
const [checkout] = positionals;
const data = join(resolve(checkout ?? '.'), 'tests', 'data');
if (checkout === undefined || !existsSync(data)) {
  console.error('usage: ace-corpus.js CHECKOUT [--verdicts FILE] [--list]');
  console.error('CHECKOUT is a folder with the source of DAISY Ace; see test/conform/README.md');
  process.exitCode = 2;
} else compare(resolve(checkout));

function compare(root: string): void {
  const fixtures = readdirSync(data).filter((name) => existsSync(join(data, name, 'mimetype')));
  const books = new Map(fixtures.map((name) => [name, pack(join(data, name))]));
  const theirs = theirVerdicts(books);
  const expected = expectedOutcomes(root);
  let [same, counted] = [0, 0];
  for (const [name, bytes] of books) {
    const said = theirs[name] ?? [];
    const ours = ourCodes(name, bytes);
    const pairs = pairsOf(said, ours);
    counted += pairs.length;
    same += pairs.filter(({ differs }) => differs === undefined).length;
    const words = pairs.map(({ rule, differs }) => (differs === undefined ? rule : `${rule} (${differs})`));
    const others = said.filter((rule) => elsewhere.has(rule)).map((rule) => `${rule} (elsewhere)`);
    const verdict = expected.get(name) ?? '–';
    console.log(
      `${name}: Ace’s tests expect ${verdict}; ${[...words, ...others].join('; ') || 'nothing found'}`,
    );
    if (values.list) console.log(`    ours: ${ours.join(', ') || '–'}`);
  }
  console.log(`in all: ${same} of ${counted} rules of ${books.size} fixtures the same`);
}

/** A rule that one or both find broken, and who finds it alone. */
function pairsOf(
  theirs: readonly string[],
  ours: readonly string[],
): readonly { readonly rule: string; readonly differs?: 'missed' | 'ours alone' }[] {
  return Object.entries(rules).flatMap(([names, codes]) => {
    const their = names.split(', ').filter((name) => theirs.includes(name));
    const own = codes.filter((code) => ours.includes(code));
    const [rule = names.split(', ')[0] ?? ''] = their;
    if (their.length === 0 && own.length === 0) return [];
    if (own.length === 0) return [{ rule, differs: 'missed' as const }];
    return their.length === 0 ? [{ rule: own.join(', '), differs: 'ours alone' as const }] : [{ rule }];
  });
}

function ourCodes(name: string, bytes: Uint8Array): readonly string[] {
  const { value } = openEpub(bytes, name);
  const found = value ? checkAccessibility(value) : [];
  return [...new Set(found.map(({ code }) => code.replace('CHECK-EPUB-', '')))];
}

/** The names of the rules that Ace finds broken, by fixture. */
function theirVerdicts(books: ReadonlyMap<string, Uint8Array>): Readonly<Record<string, readonly string[]>> {
  const kept = values.verdicts;
  if (kept !== undefined && existsSync(kept)) {
    // What this program wrote.
    return JSON.parse(readFileSync(kept, 'utf8')) as Record<string, readonly string[]>;
  }
  const said: Record<string, readonly string[]> = {};
  for (const [name, bytes] of books) {
    const { said: lines } = withFile(`${name}.epub`, bytes, ace);
    said[name] = [...new Set(lines.map((line) => line.slice(0, line.indexOf(':'))))];
  }
  if (kept !== undefined) writeFileSync(kept, JSON.stringify(said, null, 1));
  return said;
}

/** What Ace's own tests expect of fixtures as wholes: the first outcome behind each run. */
function expectedOutcomes(root: string): ReadonlyMap<string, string> {
  const folder = join(root, 'tests', '__tests__');
  const found = new Map<string, string>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.test.js'))) {
    const runs = readFileSync(join(folder, file), 'utf8').split(/\bace\((?=[^)]*\.\.\/data\/)/);
    for (const run of runs.slice(1)) {
      const [, name] = /\.\.\/data\/([\w-]+)'/.exec(run) ?? [];
      const [, outcome] = /earl:outcome'(?:\]\)\.toEqual\(|: )'(pass|fail)'/.exec(run) ?? [];
      if (name !== undefined && outcome !== undefined && !found.has(name)) found.set(name, outcome);
    }
  }
  return found;
}

/** A fixture is a book that was not packed. */
function pack(folder: string): Uint8Array {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== '.DS_Store')
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((name) => name !== 'mimetype');
  const read = (name: string): Uint8Array => readFileSync(join(folder, name));
  return makeZip([
    { name: 'mimetype', text: read('mimetype') },
    ...names.toSorted().map((name) => ({ name, text: read(name), deflate: true })),
  ]);
}
