/**
 * Rules on the document as a whole: its claims hold in its structure, it says its language, and its
 * name trees can be searched.
 */
import { diagnostic, type Diagnostic } from '../../../diagnostic.js';
import { PdfDict, PdfString, type PdfObject } from '../objects.js';
import { unknownClaims } from '../conformance/standards.js';
import type { PdfContents } from '../read-pdf.js';
import { at } from './report.js';

/** Rules for every file; most look at what the file claims. */
export function checkDocument(contents: PdfContents): readonly Diagnostic[] {
  const { file, claims } = contents;
  const found: Diagnostic[] = [];
  if (contents.pages.length === 0) found.push(diagnostic('CHECK-PDF-PAGES', {}, at(contents)));
  if (!claims) found.push(diagnostic('CHECK-XMP', {}, at(contents)));
  else found.push(...checkClaims(contents));
  if (contents.structure && (file.text(file.catalog.raw('Lang')) ?? '').trim() === '') {
    found.push(diagnostic('CHECK-LANG', {}, at(contents)));
  }
  return [...found, ...checkNameTrees(contents), ...checkResources(contents)];
}

/** What content names and resources do not have cannot be shown (7.8.3). */
function checkResources(contents: PdfContents): readonly Diagnostic[] {
  return contents.pages.flatMap(({ page, missing }) =>
    [...missing].map((item) => {
      const [category = '', name = ''] = item.split(/ (.*)/s);
      return diagnostic('CHECK-PDF-RESOURCE', { page: page.number, category, name }, at(contents));
    }),
  );
}

function checkClaims(contents: PdfContents): readonly Diagnostic[] {
  const { pdfA = '', pdfUA } = contents.claims ?? {};
  const found = unknownClaims(contents.claims ?? {}).map((claim) =>
    diagnostic('CHECK-CLAIM-UNKNOWN', { claim }, at(contents)),
  );
  // Level A, and PDF/UA, are about tags (ISO 19005-2, 6.7; ISO 14289-1, 7.1).
  if (/A$/i.test(pdfA)) found.push(...needsTags(contents, `PDF/A-${pdfA}`));
  if (pdfUA !== undefined) found.push(...needsTags(contents, `PDF/UA-${pdfUA}`));
  if (pdfA !== '' && !hasIntent(contents, 'GTS_PDFA1')) {
    found.push(
      diagnostic(
        'CHECK-CLAIM',
        { claim: `PDF/A-${pdfA}`, missing: '/OutputIntents GTS_PDFA1' },
        at(contents),
      ),
    );
  }
  return found;
}

function needsTags(contents: PdfContents, claim: string): readonly Diagnostic[] {
  const { file } = contents;
  const missing: string[] = [];
  if (file.resolve(file.dict(file.catalog.raw('MarkInfo'))?.raw('Marked') ?? null) !== true) {
    missing.push('/MarkInfo /Marked true');
  }
  if (!contents.structure || contents.structure.kids.length === 0) missing.push('/StructTreeRoot');
  return missing.map((item) => diagnostic('CHECK-CLAIM', { claim, missing: item }, at(contents)));
}

/** True when an output intent of this kind brings its profile. */
export function hasIntent(contents: PdfContents, subtype: string): boolean {
  const { file } = contents;
  return (file.array(file.catalog.raw('OutputIntents')) ?? []).some((item) => {
    const intent = file.dict(item);
    if (!intent || file.nameOf(intent.raw('S')) !== subtype) return false;
    return file.stream(intent.raw('DestOutputProfile')) !== undefined;
  });
}

/** Keys of a name tree are sorted by bytes (7.9.6): viewers halve their way to a name. */
function checkNameTrees(contents: PdfContents): readonly Diagnostic[] {
  const { file } = contents;
  const names = file.dict(file.catalog.raw('Names'));
  return [...(names?.entries ?? [])].flatMap(([tree, root]) => {
    const keys = treeKeys(contents, root);
    const wrong = keys.findIndex((key, i) => i > 0 && Buffer.compare(keys[i - 1] ?? key, key) >= 0);
    const key = keys[wrong];
    if (!key) return [];
    return [diagnostic('CHECK-NAME-TREE', { tree, key: file.text(new PdfString(key)) ?? '' }, at(contents))];
  });
}

function treeKeys(contents: PdfContents, root: PdfObject): readonly Uint8Array[] {
  const { file } = contents;
  const keys: Uint8Array[] = [];
  const seen = new Set<PdfDict>();
  const visit = (node: PdfObject, depth: number): void => {
    const dict = file.dict(node);
    if (!dict || seen.has(dict) || depth > 32) return;
    seen.add(dict);
    (file.array(dict.raw('Names')) ?? []).forEach((item, i) => {
      const key = file.resolve(item);
      if (i % 2 === 0 && key instanceof PdfString) keys.push(key.bytes);
    });
    for (const kid of file.array(dict.raw('Kids')) ?? []) visit(kid, depth + 1);
  };
  visit(root, 0);
  return keys;
}
