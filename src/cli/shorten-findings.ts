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
  // A check of an ebook tells of the first twenty of a kind, and how many more there are.
  const untold = new Map<unknown, Diagnostic>();
  for (const said of found) if (said.code === 'EPUB-MORE') untold.set(said.values['code'], said);
  for (const said of found) {
    if (said.code === 'EPUB-MORE') continue;
    const alike = seen.get(said.code);
    if (alike) alike.push(said);
    else seen.set(said.code, [said]);
  }
  return [...seen.values()].flatMap((all) => {
    const [rest, first] = [all.slice(shown), all[0]];
    const more = untold.get(first?.code);
    const named =
      first && rest.length > 1
        ? (onPages(first, rest) ?? inFiles(first, rest, Number(more?.values['count'] ?? 0)))
        : undefined;
    if (!first || !named) return more ? [...all, more] : all;
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
function inFiles(first: Diagnostic, rest: readonly Diagnostic[], untold: number): Diagnostic | undefined {
  const paths = rest.map(({ span }) => {
    const [file, path] = /^.*?\.epub(?:\/(.+))?$/i.exec(span?.file ?? '') ?? [];
    return path ?? file;
  });
  const files = [...new Set(paths.filter((path) => path !== undefined))];
  if (paths.includes(undefined)) return undefined;
  const more = files.length > namedFiles || untold > 0 ? ', …' : '';
  const values = {
    code: first.code,
    count: rest.length + untold,
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
