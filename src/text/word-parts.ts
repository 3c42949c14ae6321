/**
 * Parts of a shaped word. Comes in: a word in one face and the places where it may be broken. Goes out: its
 * parts, which cover the word with all characters that set nothing.
 */
import { forbidden, type InnerBreak } from './glue.js';
import { sliceWord, type FontWord } from './shape-word.js';

/** A part of a word: one face, no place to break inside. */
export interface WordPart {
  readonly word: FontWord;
  /** UTF-16 range in the word; more than `word.text` where characters set nothing. */
  readonly start: number;
  readonly end: number;
  /** Where `word.text` begins in the word. */
  readonly textStart: number;
  /** Penalty of a break after this part; `forbidden` where none is allowed. */
  readonly cost: number;
  /** A break after this part shows a hyphen. */
  readonly hyphen: boolean;
}

/** Cuts a shaped word at the breaks that fall between clusters. */
export function cutWord(word: FontWord, breaks: readonly InnerBreak[]): readonly WordPart[] {
  const parts: WordPart[] = [];
  let from = 0;
  for (const { at, cost, hyphen } of breaks) {
    // A cluster begins there; to slice what follows, only to see whether it can be done, would leave a word in the face.
    const begins = word.clusters.find((cluster) => cluster >= at) === at;
    const piece = begins ? sliceWord(word, from, at) : undefined;
    if (piece) {
      parts.push({ word: piece, start: from, end: at, textStart: from, cost, hyphen });
      from = at;
    }
  }
  const last = from === 0 ? word : (sliceWord(word, from, word.text.length) ?? word);
  const end = word.text.length;
  const { cost, hyphen } = breaks.find((one) => one.at === end) ?? { cost: forbidden, hyphen: false };
  parts.push({ word: last, start: from, end, textStart: from, cost, hyphen });
  return parts;
}

/** Parts moved to the right in their word. */
export function shifted(parts: readonly WordPart[], by: number): readonly WordPart[] {
  return parts.map((part) => ({
    ...part,
    start: part.start + by,
    end: part.end + by,
    textStart: part.textStart + by,
  }));
}

/** Makes parts cover a range: characters that set nothing belong to the part before or after them. */
export function spanAll(parts: readonly WordPart[], start: number, end: number): readonly WordPart[] {
  return parts.map((part, i) => {
    const next = parts[i + 1];
    return { ...part, start: i === 0 ? start : part.start, end: next ? next.start : end };
  });
}
