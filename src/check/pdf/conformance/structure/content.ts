/** Rules of PDF/UA on content: it is real and tagged, or an artifact, and never both. */
import type { PdfContents } from '../../read-pdf.js';
import { contentFacts } from '../content-facts.js';
import type { Rule } from '../rule.js';
import type { TagFacts } from './tag-facts.js';

/** A rule on a set of pages that the walk through the content has filled. */
function pageRule(
  code: Rule['code'],
  clauses: Rule['clauses'],
  pages: (facts: TagFacts, contents: PdfContents) => Iterable<number>,
): Rule {
  return {
    code,
    clauses,
    find: (contents) => Array.from(pages(contentFacts(contents).tags, contents), (page) => ({ page })),
  };
}

export const contentRules: readonly Rule[] = [
  pageRule('PDFUA-ARTIFACT-IN-TAGGED', { UA1: '7.1' }, (facts) => facts.artifactsInTagged),
  pageRule('PDFUA-TAGGED-IN-ARTIFACT', { UA1: '7.1' }, (facts) => facts.taggedInArtifacts),
  pageRule('PDFUA-UNTAGGED', { UA1: '7.1', UA2: '8.2.2' }, (facts) => facts.untagged),
];
