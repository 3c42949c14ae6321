/**
 * Texts that count as Vietnamese and plainly are not: a text of which nothing names the language is taken for
 * Vietnamese, and would be read out, hyphenated and sorted so. Which language it is, nobody guesses.
 */
import { diagnostic, type Diagnostic } from '../diagnostic.js';
import type { Article } from '../document/publication.js';
import { walk } from '../document/tree.js';

/** Letters: fewer say nothing; more need not be looked at. */
const letters = { least: 60, most: 4000 };

/** Of a Vietnamese text at least a tenth of the letters have marks; names in one of another language are fewer. */
const leastMarked = 0.03;

/** What is code, or names its own language. */
const apart = new Set(['pre', 'code', 'kbd', 'samp', 'math', 'svg']);

/** A warning at the first of these articles, with how many there are. */
export function tellLanguage(articles: readonly Article[]): readonly Diagnostic[] {
  const strange = articles.filter(
    (article) => /^vi\b/i.test(article.metadata.language) && isStrange(article),
  );
  const [first] = strange;
  if (!first) return [];
  const values = { count: strange.length };
  return [diagnostic('ASSEMBLE-LANGUAGE', values, { span: { file: first.path, line: 1 } })];
}

function isStrange({ body }: Article): boolean {
  let all = 0;
  let marked = 0;
  walk(body, (node) => {
    // Enough is known of it, or as much is marked as would do for all.
    if (all >= letters.most || marked >= letters.most * leastMarked) return false;
    if (node.type === 'text') {
      all += lengthOf(node.value.match(/\p{L}+/gu));
      marked += lengthOf(node.value.match(vietnamese));
    }
    return node.type !== 'element' || !(apart.has(node.tagName) || 'lang' in node.properties);
  });
  return all >= letters.least && marked < all * leastMarked;
}

/** Vietnamese letters that ASCII does not have; among them in the code stand the signs × and ÷, which are none. */
const vietnamese =
  /[đ\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u0102\u0103\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]+/giu;

function lengthOf(found: readonly string[] | null): number {
  return found?.reduce((sum, { length }) => sum + length, 0) ?? 0;
}
