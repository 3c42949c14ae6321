/**
 * What is wrong in the same way on many pages of a PDF, or at many places of an ebook, is shown for the first
 * of them; the others are named in one line. For people only: tools get every finding.
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
    const [rest, first] = [all.slice(shown), all[0]];
    const named = first && rest.length > 1 ? (onPages(first, rest) ?? inFiles(first, rest)) : undefined;
    if (!first || !named) return all;
    return [...all.slice(0, shown), { ...named, severity: first.severity }];
  });
}

function onPages(first: Diagnostic, rest: readonly Diagnostic[]): Diagnostic | undefined {
  const pages = rest.map(pageOf).filter((page) => page !== undefined);
  if (pages.length < rest.length) return undefined;
  const values = { code: first.code, count: pages.length, pages: pageRanges(pages) };
  return diagnostic('CLI-MORE-PAGES', values, first);
}

/** Files that are named before an ellipsis stands for the others. */
const namedFiles = 4;

/** Findings in files within an ebook: `sach.epub/OEBPS/chuong-1.xhtml`. */
function inFiles(first: Diagnostic, rest: readonly Diagnostic[]): Diagnostic | undefined {
  const paths = rest.map(({ span }) => /^.*?\.epub\/(.+)$/i.exec(span?.file ?? '')?.[1]);
  const files = [...new Set(paths.filter((path) => path !== undefined))];
  if (paths.includes(undefined)) return undefined;
  const more = files.length > namedFiles ? ', …' : '';
  const values = {
    code: first.code,
    count: rest.length,
    files: files.slice(0, namedFiles).join(', ') + more,
  };
  return diagnostic('CLI-MORE-FILES', values, first);
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
