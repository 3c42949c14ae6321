/** A name tree (ISO 32000-1, 7.9.6) as a list: its root in; out, keys and values in the order of the file. */
import { latin1, PdfString, type PdfDict, type PdfObject } from '../../objects.js';
import type { PdfFile } from '../../open-pdf.js';

export interface NamedValue {
  /** The bytes of the key as Latin-1. */
  readonly key: string;
  /** As written: perhaps a reference. */
  readonly value: PdfObject;
}

/** Deeper than any tree that a program writes. */
const maxDepth = 32;

/** All names of a tree; loops are left. */
export function namesIn(file: PdfFile, root: PdfObject): readonly NamedValue[] {
  const found: NamedValue[] = [];
  const seen = new Set<PdfDict>();
  const visit = (node: PdfObject, depth: number): void => {
    const dict = file.dict(node);
    if (!dict || seen.has(dict) || depth > maxDepth) return;
    seen.add(dict);
    const names = file.array(dict.raw('Names')) ?? [];
    for (let i = 0; i + 1 < names.length; i += 2) {
      const key = file.resolve(names[i] ?? null);
      if (key instanceof PdfString) found.push({ key: latin1(key.bytes), value: names[i + 1] ?? null });
    }
    for (const kid of file.array(dict.raw('Kids')) ?? []) visit(kid, depth + 1);
  };
  visit(root, 0);
  return found;
}
