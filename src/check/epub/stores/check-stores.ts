/**
 * What stores and their readers ask of a book beside the standard, as far as they have published it: a
 * book that was opened and the stores in; out, a warning for each rule that it breaks, with the stores
 * that ask for it. A rule speaks once, however often it is broken.
 */
import { diagnostic, type Diagnostic } from '../../../diagnostic.js';
import { packageFacts } from '../accessibility/package-facts.js';
import type { Epub } from '../open-epub.js';
import { fileRules } from './file-rules.js';
import { fontRules } from './font-rules.js';
import { pictureRules } from './picture-rules.js';
import { storeView } from './store-view.js';
import { stores, type StoreName } from './stores.js';
import { textRules } from './text-rules.js';

const rules = [...fileRules, ...pictureRules, ...fontRules, ...textRules];

/** Holds a book of so many bytes to the rules of these stores. */
export function checkStores(
  book: Epub,
  fileBytes: number,
  wanted: readonly StoreName[],
): readonly Diagnostic[] {
  const facts = packageFacts(book);
  if (!facts || wanted.length === 0) return [];
  const view = storeView(facts, fileBytes);
  return rules.flatMap((rule) => {
    const asking = rule.stores.filter((store) => wanted.includes(store));
    const found = asking.length === 0 ? undefined : rule.check(view);
    if (!found) return [];
    const values = { stores: asking.map((store) => stores[store]).join(', '), ...found.values };
    return [diagnostic(found.code, values, { span: found.span })];
  });
}
