/**
 * Holds a PDF to standards: what was read and their names in; out, a diagnostic for each violation, with
 * the clauses of all standards that it breaks. Each rule runs once, however many standards have it.
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

/** Violations of a rule that are told one by one; of more, the rest is left out. */
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
    const [first] = concerned;
    if (!first) return [];
    const clauses = concerned.map(({ label, part }) => `${label} ${rule.clauses[part] ?? ''}`).join(', ');
    return [...take(rule.find(contents, first), told)].map((values) =>
      diagnostic(rule.code, { ...values, clauses }, at(contents)),
    );
  });
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

function* take<T>(values: Iterable<T>, count: number): Iterable<T> {
  let left = count;
  for (const value of values) {
    if (left-- === 0) return;
    yield value;
  }
}
