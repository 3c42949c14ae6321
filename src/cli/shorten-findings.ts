/**
 * What is wrong in the same way on many pages is shown for the first of them; the others are named in one
 * line. For people only: tools get every finding.
 */
import { diagnostic, type Diagnostic } from '../diagnostic.js';

/** Findings of one code that are shown before the rest are named by their pages. */
const shown = 3;

/** The findings of one file, in order, the later ones of each code joined behind its first ones. */
export function shortenFindings(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Map<string, Diagnostic[]>();
  for (const said of found) {
    const alike = seen.get(said.code);
    if (alike) alike.push(said);
    else seen.set(said.code, [said]);
  }
  return [...seen.values()].flatMap((all) => {
    const [pages, first] = [all.slice(shown).map(pageOf), all[0]];
    const known = pages.filter((page) => page !== undefined);
    if (!first || known.length < 2 || known.length < pages.length) return all;
    const values = { code: first.code, count: known.length, pages: pageRanges(known) };
    const rest = { ...diagnostic('CLI-MORE-PAGES', values, first), severity: first.severity };
    return [...all.slice(0, shown), rest];
  });
}

function pageOf({ values }: Diagnostic): number | undefined {
  return typeof values['page'] === 'number' ? values['page'] : undefined;
}

/** Page numbers as `4–7, 9`. */
function pageRanges(pages: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const page of [...new Set(pages)].toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last[1] === page - 1) last[1] = page;
    else ranges.push([page, page]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
