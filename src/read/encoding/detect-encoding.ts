/**
 * Bytes that are no Unicode → the old encoding of Vietnamese that they are in. All are tried; the right
 * one makes syllables of the language out of nearly all words with marks, the others out of few. A text
 * that none fits clearly better than all others is not guessed at.
 */
import { decodeLegacy, type LegacyEncoding } from './decode-legacy.js';
import { countWords, type WordCount } from './vietnamese-words.js';

/** The encodings by kin: those in one row share most of their letters. */
const kin: readonly (readonly LegacyEncoding[])[] = [
  ['windows-1258'],
  ['tcvn3', 'tcvn5712'],
  ['vni'],
  ['viscii'],
];

/** Bytes that are tried: some 15,000 words. */
const sampleSize = 0x1_0000;

/**
 * Of the words with marks so many are syllables in the right encoding. Measured: 0.96 and more over
 * texts of 40 words; 0.5 at most in a wrong one.
 */
const leastSyllables = 0.75;
/** Of all words so many have marks: two thirds in Vietnamese, a fifth in the languages of Western Europe. */
const leastMarked = 0.3;
/** So much better than the next must the right one be. */
const leastLead = 0.25;

/** The encoding; undefined where the bytes stay doubtful. */
export function detectEncoding(bytes: Uint8Array): LegacyEncoding | undefined {
  const sample = bytes.subarray(0, sampleSize);
  const [best, next] = kin
    .map((row) => row.map((encoding) => rate(sample, encoding)).reduce(better))
    .sort((a, b) => b.rating - a.rating);
  if (!best || best.count.marked < 2 || best.rating < leastSyllables) return undefined;
  if (best.count.marked < leastMarked * best.count.words) return undefined;
  return best.rating - (next?.rating ?? 0) < leastLead ? undefined : best.encoding;
}

interface Rated {
  readonly encoding: LegacyEncoding;
  readonly count: WordCount;
  /** Share of the words with marks that are syllables. */
  readonly rating: number;
}

function rate(sample: Uint8Array, encoding: LegacyEncoding): Rated {
  const count = countWords(decodeLegacy(sample, encoding));
  return { encoding, count, rating: count.marked === 0 ? 0 : count.syllables / count.marked };
}

function better(a: Rated, b: Rated): Rated {
  return b.rating > a.rating ? b : a;
}
