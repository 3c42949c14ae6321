/**
 * Holds a PDF to standards: what was read and their names in; out, a diagnostic for each violation, with
 * the clauses of exactly those standards that it breaks.
 */
import { diagnostic, type Diagnostic } from '../../../diagnostic.js';
import { openPdf } from '../open-pdf.js';
import { readPdf, type PdfContents } from '../read-pdf.js';
import { at } from '../rules/report.js';
import { fileRules } from './file/rules.js';
import { fontRules } from './fonts/rules.js';
import { graphicsRules } from './graphics/rules.js';
import { interactionRules } from './interaction/rules.js';
import { metadataRules } from './metadata/rules.js';
import type { Rule } from './rule.js';
import { structureRules } from './structure/rules.js';
import { claimedStandards, standards, type Standard, type StandardName } from './standards.js';

/** All rules, in the order in which violations are told. */
const rules: readonly Rule[] = [
  ...fileRules,
  ...graphicsRules,
  ...fontRules,
  ...metadataRules,
  ...interactionRules(isArchivePdf),
  ...structureRules,
];

/** Violations of a rule that are told one by one; of more, the number is. */
const told = 20;

/** Every violation of these standards. */
export function checkConformance(
  contents: PdfContents,
  names: readonly StandardName[],
): readonly Diagnostic[] {
  const held: readonly Standard[] = names.map((name) => standards[name]);
  const closed = contents.file.trailer.raw('Encrypt') !== null;
  return rules.flatMap((rule) => {
    if (closed && !rule.encrypted) return [];
    const concerned = held.filter((standard) => concerns(rule, standard));
    return concerned.length === 0 ? [] : tell(rule, violationsOf(rule, contents, concerned), contents);
  });
}

/** One violation and the standards that it breaks. */
interface Violation {
  readonly values: Diagnostic['values'];
  readonly broken: readonly Standard[];
}

/** The rule is asked for each standard, unless it judges alike for all; what several say is said once. */
function violationsOf(
  rule: Rule,
  contents: PdfContents,
  concerned: readonly Standard[],
): readonly Violation[] {
  const [first] = concerned;
  if (first && (concerned.length === 1 || !judgesApart(rule))) {
    return Array.from(rule.find(contents, first), (values) => ({ values, broken: concerned }));
  }
  const found = new Map<string, { readonly values: Diagnostic['values']; readonly broken: Standard[] }>();
  for (const standard of concerned) {
    const times = new Map<string, number>();
    for (const values of rule.find(contents, standard)) {
      const said = JSON.stringify(values);
      const time = (times.get(said) ?? 0) + 1;
      times.set(said, time);
      const key = `${time} ${said}`;
      const known = found.get(key) ?? { values, broken: [] };
      known.broken.push(standard);
      found.set(key, known);
    }
  }
  return [...found.values()];
}

/** A rule that asks for no standard finds the same for each. */
function judgesApart(rule: Rule): boolean {
  return rule.find.length > 1;
}

function tell(rule: Rule, violations: readonly Violation[], contents: PdfContents): readonly Diagnostic[] {
  const said = violations
    .slice(0, told)
    .map(({ values, broken }) =>
      diagnostic(rule.code, { ...values, clauses: clausesOf(rule, broken) }, at(contents)),
    );
  const rest = violations.slice(told);
  if (rest.length === 0) return said;
  const clauses = clausesOf(rule, [...new Set(rest.flatMap(({ broken }) => broken))]);
  return [...said, diagnostic('PDF-MORE', { clauses, count: rest.length, code: rule.code }, at(contents))];
}

/** `PDF/A-2a 6.7.3.4, PDF/UA-1 7.1` */
function clausesOf({ clauses }: Rule, broken: readonly Standard[]): string {
  return broken.map(({ label, part }) => `${label} ${clauses[part] ?? ''}`).join(', ');
}

function concerns({ clauses, levels }: Rule, { part, level }: Standard): boolean {
  if (clauses[part] === undefined) return false;
  if (levels === undefined || part === 'UA1' || part === 'UA2') return true;
  return level !== undefined && levels.includes(level);
}

/** True for the bytes of a PDF that claims a part of PDF/A, except the third, and keeps to it. */
function isArchivePdf(bytes: Uint8Array): boolean {
  const file = openPdf(bytes, '').value;
  const contents = file && readPdf(file);
  if (!contents) return false;
  const claimed = claimedStandards(contents.claims ?? {}).filter((name) => name.startsWith('pdfa-'));
  const held = claimed.filter((name) => standards[name].part !== 'A3');
  return held.length > 0 && checkConformance(contents, held).length === 0;
}
