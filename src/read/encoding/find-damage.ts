/**
 * A Unicode text → what is wrong with it that nobody can put right: letters that an earlier program replaced
 * by � or ?, and words that were read in a wrong encoding and then changed, so that the way back is lost.
 * Whoever says the encoding says that the text is as it should be.
 */
import { diagnostic, type Diagnostic } from '../../diagnostic.js';
import { countWords } from './vietnamese-words.js';

/** A letter lost inside or at the end of a word: `B?NH VI?N`, `b�nh`. */
const lost = /\ufffd|(?<=\p{L})\?(?=\p{L})/gu;
/** So many, and such a share of all words, make a text that cannot be published. */
const fewLost = 5;
const lostShare = 0.05;

/** UTF-16 units: enough of a text to judge it by. */
const sampleLength = 20_000;
/** Words with marks that it takes to call a text garbled, and their share of all words. */
const fewMarked = 20;
const markedShare = 0.5;
/** Of the words with marks so many are syllables in Vietnamese (0.96), in a wrong encoding 0.3 at most. */
const soundShare = 0.3;
/** Characters that no wrong encoding of Western Europe gives: other alphabets. */
const foreign = /[\u0180-\u01ae\u01b1-\u02c5\u02dd-\u02ff\u0370-\u1dff\u2c00-\ud7ff]/gu;

/** What to tell of a text that is damaged; undefined for a sound one. */
export function findDamage(text: string, file: string): Diagnostic | undefined {
  const [first] = text.matchAll(lost);
  if (first) return lostLetters(text, first.index, file);
  return isGarbled(text) ? diagnostic('READ-GARBLED', {}, { span: { file, line: 1 } }) : undefined;
}

function lostLetters(text: string, at: number, file: string): Diagnostic | undefined {
  const count = [...text.matchAll(lost)].length;
  const words = text.split(/\s+/u).length;
  const many = count >= fewLost && count >= lostShare * words;
  // A question mark between letters may be one whose blank is missing.
  if (!many && !text.includes('\ufffd')) return undefined;
  const place = many ? at : text.indexOf('\ufffd');
  const lines = text.slice(0, place).split('\n');
  const span = { file, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  return diagnostic(many ? 'READ-LETTERS-LOST' : 'READ-LETTER-LOST', { count }, { span });
}

/** Most words have marks, as in Vietnamese, and hardly any of them is a syllable. */
function isGarbled(text: string): boolean {
  const sample = text.slice(0, sampleLength);
  const { words, marked, syllables } = countWords(sample.normalize('NFC'));
  if (marked < fewMarked || marked < markedShare * words || syllables > soundShare * marked) return false;
  return (sample.match(foreign)?.length ?? 0) < marked / 10;
}
