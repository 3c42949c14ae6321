/**
 * The second opinion of a veraPDF that is installed: what it says of the standards that files claim,
 * against what our checks found, clause by clause. A difference is a warning that names the clauses.
 */
import { resolve } from 'node:path';
import { claimedStandards, standards } from '../check/pdf/conformance/standards.js';
import type { Report } from '../check/check.js';
import { diagnostic, type Diagnostic } from '../diagnostic.js';
import { elementsOf, readXml, type XmlElement } from '../document/read-xml.js';
import type { Environment } from './terminal.js';
import { askVeraPdf, findVeraPdf } from './vera-pdf.js';

/** A file as our checks left it. */
export interface Judged {
  readonly file: string;
  readonly report: Report;
  readonly found: readonly Diagnostic[];
}

/** What comes of asking: how far the two agree on each file that was asked about, and what to say. */
export interface SecondOpinion {
  /** How many clauses they judge otherwise, by file; a file that veraPDF was not asked about, or could not judge, is not in it. */
  readonly differences: ReadonlyMap<string, number>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Clauses that are broken, by standard: `PDF/A-2b` → `6.1.2`. */
type Broken = ReadonlyMap<string, ReadonlySet<string>>;

/** Clauses of a standard that only one of the two finds broken: veraPDF (`more`) or we (`less`). */
interface Difference {
  readonly standard: string;
  readonly more: readonly string[];
  readonly less: readonly string[];
}

/** Asks about all files that claim a standard, at once: starting takes veraPDF longer than most files do. */
export function secondOpinion(judged: readonly Judged[], env: Environment): SecondOpinion {
  const asked = judged.filter(({ report }) => claimsOf(report).length > 0);
  const program = asked.length === 0 ? undefined : findVeraPdf(env);
  if (!program) {
    const path = asked.length === 0 ? undefined : env['ANPHAM_VERAPDF'];
    return { differences: new Map(), diagnostics: path ? [diagnostic('CLI-VERAPDF-NONE', { path })] : [] };
  }
  const paths = asked.map(({ file }) => resolve(file));
  const answer = askVeraPdf(program, paths);
  if ('reason' in answer) {
    const values = { program: program.program, reason: answer.reason };
    return { differences: new Map(), diagnostics: [diagnostic('CLI-VERAPDF', values)] };
  }
  const opinions = readOpinions(answer.report);
  const differences = new Map<string, number>();
  const diagnostics = asked.flatMap((one, i) => {
    const theirs = opinions.get(paths[i] ?? '');
    const at = { span: { file: one.file } };
    if (!theirs || theirs.size === 0) return [diagnostic('CHECK-OPINION-NONE', {}, at)];
    const differing = compare(one, theirs);
    differences.set(
      one.file,
      differing.reduce((sum, { more, less }) => sum + more.length + less.length, 0),
    );
    return differing.map(({ standard, more, less }) =>
      diagnostic('CHECK-OPINION', { standard, more: list(more), less: list(less) }, at),
    );
  });
  return { differences, diagnostics };
}

/** The standards that a file claims, as veraPDF names them too. */
function claimsOf(report: Report): readonly string[] {
  return report.type === 'pdf' ? claimedStandards(report.claims).map((name) => standards[name].label) : [];
}

/** The clauses that one of the two finds broken and the other does not, by standard. */
function compare({ report, found }: Judged, theirs: Broken): readonly Difference[] {
  const ours = ourBroken(found);
  return claimsOf(report).flatMap((standard) => {
    const said = theirs.get(standard);
    if (!said) return [];
    const own = ours.get(standard) ?? new Set<string>();
    const more = [...said].filter((clause) => !own.has(clause));
    const less = [...own].filter((clause) => !said.has(clause));
    return more.length + less.length === 0 ? [] : [{ standard, more, less }];
  });
}

function list(clauses: readonly string[]): string {
  return clauses.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })).join(', ') || '–';
}

/** What our rules say is broken. */
function ourBroken(found: readonly Diagnostic[]): Broken {
  const broken = new Map<string, Set<string>>();
  for (const { values } of found) {
    const { clauses } = values;
    if (typeof clauses !== 'string') continue;
    for (const one of clauses.split(', ')) {
      const [standard = '', clause = ''] = one.split(' ');
      broken.set(standard, (broken.get(standard) ?? new Set()).add(clause));
    }
  }
  return broken;
}

/** veraPDF's report: a job for each file, in it a report for each standard that the file claims. */
function readOpinions(report: string): ReadonlyMap<string, Broken> {
  const xml = readXml(report.trim());
  const jobs = xml.ok ? named(xml.root, 'job') : [];
  return new Map(
    jobs.map((job) => {
      const opinions = named(job, 'validationReport').map((one) => {
        const profile = one.attributes.get('profileName')?.split(' ')[0] ?? '';
        // Older versions write the level in capitals.
        const standard = profile.replace(/(?<=^PDF\/A-\d)[A-Z]/, (level) => level.toLowerCase());
        const failed = named(one, 'rule').filter(({ attributes }) => attributes.get('status') === 'failed');
        return [standard, new Set(failed.map(({ attributes }) => attributes.get('clause') ?? ''))] as const;
      });
      return [textOf(named(job, 'name')[0]), new Map(opinions)] as const;
    }),
  );
}

function named(root: XmlElement, name: string): readonly XmlElement[] {
  return [...elementsOf(root)].filter((element) => element.name === name);
}

function textOf(element: XmlElement | undefined): string {
  return element?.children.map((node) => (node.type === 'text' ? node.value : '')).join('') ?? '';
}
