/**
 * Broken twins of a good PDF: one change to an object's text, and which rules of a table of codes then
 * speak up. A change that changes nothing is a mistake of the test, and fails.
 */
import { checkPdf } from '../../src/check/pdf/check-pdf.js';
import type { StandardName } from '../../src/check/pdf/conformance/standards.js';
import { taggedPdf, type TinyObjects } from './tiny-pdf.js';

/** Object number, what is replaced in its text (all of it when empty), and by what. */
export type Change = readonly [object: number, from: string, to: string];

/** Codes of a table that are said of the good objects with the changes, each once. */
export function saidOf(
  table: Readonly<Record<string, unknown>>,
  good: TinyObjects,
  standard: StandardName,
  changes: readonly Change[],
): readonly string[] {
  const objects: Record<number, string> = { ...good };
  for (const [number, from, to] of changes) {
    const before = objects[number] ?? '';
    const after = from === '' ? to : before.replace(from, () => to);
    if (after === before) throw new Error(`object ${number} does not change: ${from}`);
    objects[number] = after;
  }
  const { diagnostics } = checkPdf(taggedPdf(objects), 'a.pdf', { standards: [standard] });
  const codes = diagnostics.map(({ code }) => code).filter((code) => Object.hasOwn(table, code));
  return [...new Set(codes)];
}
