/**
 * Rules on what leads somewhere: the outline counts its items as viewers need it to show them, and links and
 * bookmarks lead to a place that is there. veraPDF looks at neither.
 */
import { diagnostic, type Diagnostic } from '../../../diagnostic.js';
import { latin1, PdfDict, PdfName, PdfRef, PdfString, type PdfObject } from '../objects.js';
import { isArray, type PdfFile } from '../open-pdf.js';
import type { PdfContents } from '../read-pdf.js';
import { bookmarksOf } from '../conformance/interaction/find-bookmarks.js';
import { namesIn } from '../conformance/interaction/name-tree.js';
import { at, excerpt } from './report.js';

/** Rules for every file. */
export function checkNavigation(contents: PdfContents): readonly Diagnostic[] {
  return [...checkCounts(contents), ...checkTargets(contents)];
}

/**
 * `Count` of an item with items below it: how many of them are seen when it is open, negative while it is
 * closed (12.3.3). One finding: the first that is wrong.
 */
function checkCounts(contents: PdfContents): readonly Diagnostic[] {
  const { file } = contents;
  for (const { dict, title } of bookmarksOf(contents)) {
    const expected = seenBelow(file, dict);
    const count = file.number(dict.raw('Count')) ?? 0;
    if (Math.abs(count) === expected) continue;
    const values = { title: excerpt(title), count, expected };
    return [diagnostic('CHECK-OUTLINE', values, at(contents))];
  }
  return [];
}

/** Items right below, and below those that are open. */
function seenBelow(file: PdfFile, dict: PdfDict): number {
  let count = 0;
  const seen = new Set<PdfDict>();
  for (let kid = file.dict(dict.raw('First')); kid && !seen.has(kid); kid = file.dict(kid.raw('Next'))) {
    seen.add(kid);
    count += 1 + Math.max(0, file.number(kid.raw('Count')) ?? 0);
  }
  return count;
}

/** Where links and bookmarks lead. One finding, with the first that leads nowhere. */
function checkTargets(contents: PdfContents): readonly Diagnostic[] {
  const { file } = contents;
  const pages = new Set(contents.pages.map(({ page }) => page.object));
  const names = file.dict(file.catalog.raw('Names'));
  const named = new Map<string, PdfObject>([
    ...(file.dict(file.catalog.raw('Dests'))?.entries ?? []),
    ...namesIn(file, names?.raw('Dests') ?? null).map(({ key, value }) => [key, value] as const),
  ]);
  const leads = (target: PdfObject, depth = 0): boolean => {
    const found = file.resolve(target);
    if (isArray(found)) return found[0] instanceof PdfRef && pages.has(found[0].number);
    if (found instanceof PdfDict) return depth < 2 && leads(found.raw('D'), depth + 1);
    const name =
      found instanceof PdfName ? found.value : found instanceof PdfString ? latin1(found.bytes) : undefined;
    return name !== undefined && depth < 2 && leads(named.get(name) ?? null, depth + 1);
  };
  const dead = [...linksOf(contents)].filter(({ target }) => !leads(target));
  const [first] = dead;
  if (!first) return [];
  const values = { place: first.place, count: dead.length };
  return [diagnostic('CHECK-TARGET', values, at(contents))];
}

interface Link {
  /** A page number, or the words of a bookmark. */
  readonly place: string | number;
  readonly target: PdfObject;
}

/** Links and bookmarks that lead to a place in the file itself. */
function* linksOf(contents: PdfContents): Generator<Link> {
  const { file } = contents;
  for (const { page } of contents.pages) {
    for (const item of file.array(page.dict.raw('Annots')) ?? []) {
      const target = targetOf(file, file.dict(item));
      if (target !== undefined) yield { place: page.number, target };
    }
  }
  for (const { dict, title } of bookmarksOf(contents)) {
    const target = targetOf(file, dict);
    if (target !== undefined) yield { place: excerpt(title), target };
  }
}

/** The destination that an annotation or a bookmark names, itself or by its action. */
function targetOf(file: PdfFile, dict: PdfDict | undefined): PdfObject | undefined {
  if (!dict) return undefined;
  if (file.resolve(dict.raw('Dest')) !== null) return dict.raw('Dest');
  const action = file.dict(dict.raw('A'));
  return action && file.nameOf(action.raw('S')) === 'GoTo' ? action.raw('D') : undefined;
}
