/**
 * Words that two pages share. Each page is a document, so the page on which a word begins has all of it, the
 * rest unseen, and what stands at the head of the next is not read out again. In: the leaves of all pages;
 * out: what is done to which text.
 */
import type { NodeKey } from '../../document/tree.js';
import type { TextPart } from './page-parts.js';
import type { PlannedPage } from './write-page.js';

/** What is done to the two parts of such words. */
export interface SplitWords {
  /** What is missing of the word that a text ends with. */
  readonly rest: ReadonlyMap<TextPart, string>;
  /** Texts whose first word began on a page before. */
  readonly again: ReadonlySet<TextPart>;
}

/** Finds them; `texts` are the text nodes of the content. */
export function splitWords(pages: readonly PlannedPage[], texts: ReadonlyMap<NodeKey, string>): SplitWords {
  const rest = new Map<TextPart, string>();
  const again = new Set<TextPart>();
  // Texts of earlier pages by the place in the source at which they end.
  const ends = new Map<string, TextPart>();
  for (const { leaves } of pages) {
    const parts = leaves.flatMap(({ part }) => (part?.type === 'text' ? [part] : []));
    for (const part of parts) {
      const { source } = part.run;
      const before = source && ends.get(`${source.node} ${source.start}`);
      const word = before && wordAt(texts.get(source.node) ?? '', source.start, source.end);
      if (!word) continue;
      rest.set(before, word);
      again.add(part);
    }
    for (const part of parts) {
      const { source } = part.run;
      if (source) ends.set(`${source.node} ${source.end}`, part);
    }
  }
  return { rest, again };
}

/** What stands from `at` to the next blank, when that is the middle of a word. */
function wordAt(text: string, at: number, end: number): string | undefined {
  if (at === 0 || !/^\S\S$/u.test(text.slice(at - 1, at + 1))) return undefined;
  return /^\S+/u.exec(text.slice(at, end))?.[0].replace(/\u00ad/g, '');
}
