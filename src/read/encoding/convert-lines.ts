/**
 * Lines of a Unicode text that are Vietnamese in an encoding of before Unicode, read by someone as
 * Western European (`Céng hßa` for `Cộng hòa`) → Unicode, line by line: they stand among others in texts
 * pasted together. A line is converted when it becomes Vietnamese beyond doubt, a short one when the
 * lines around it were; all others, in whatever language, stay as they are.
 */
import { bytesBehind, type ByteEncoding } from './byte-tables.js';
import { decodeLegacy, type LegacyEncoding } from './decode-legacy.js';
import { suspectsLine } from './suspect-legacy.js';
import { countWords, type WordCount } from './vietnamese-words.js';

/** What a line was before it was misread. */
type Behind = LegacyEncoding | 'utf-8';

/** A line that was misread: what it is, and what it was taken for. */
export interface Misread {
  readonly encoding: Behind;
  readonly readAs: ByteEncoding;
}

/** A line that was converted; numbers from 0. */
export interface ConvertedLine extends Misread {
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

/** The ways in which a text may have been misread: on a Western, then on a Vietnamese Windows. */
const ways: readonly Misread[] = [
  { encoding: 'utf-8', readAs: 'windows-1252' },
  { encoding: 'tcvn3', readAs: 'windows-1252' },
  { encoding: 'vni', readAs: 'windows-1252' },
  { encoding: 'windows-1258', readAs: 'windows-1252' },
  { encoding: 'viscii', readAs: 'windows-1252' },
  { encoding: 'utf-8', readAs: 'windows-1258' },
  { encoding: 'tcvn3', readAs: 'windows-1258' },
  { encoding: 'vni', readAs: 'windows-1258' },
];

/**
 * What a line is: nothing but ASCII; sound; too short to tell, perhaps misread; or misread beyond doubt.
 */
type Verdict = { readonly type: 'silent' | 'sound' | 'short' } | ({ readonly type: 'misread' } & Misread);

/** Converts what is to be converted; the text has the same lines. */
export function convertLines(text: string): { text: string; converted: readonly ConvertedLine[] } {
  const lines = text.split('\n');
  const verdicts = lines.map(judge);
  const converted: ConvertedLine[] = [];
  if (!verdicts.some(({ type }) => type === 'misread')) return { text, converted };
  const neighbours = nearestDecided(verdicts);
  const made = lines.map((line, at) => {
    const verdict = verdicts[at];
    const way =
      verdict?.type === 'misread' ? verdict : verdict?.type === 'short' ? neighbours[at] : undefined;
    const after = way && convert(line, way);
    if (!way || after === undefined || after === line) return line;
    converted.push({ line: at, before: line, after, encoding: way.encoding, readAs: way.readAs });
    return after;
  });
  return { text: made.join('\n'), converted };
}

const beyondAscii = /[^\u0000-\u007f]/; // oxlint-disable-line no-control-regex

function judge(line: string): Verdict {
  if (!beyondAscii.test(line)) return { type: 'silent' };
  if (!suspectsLine(line)) return { type: marksMany(line, few, 0) ? 'sound' : 'short' };
  // Most lines of the languages of Western Europe go no further.
  if (!marksMany(line, few, leastMarked * 0.75)) return { type: marksMany(line, few, 0) ? 'sound' : 'short' };
  const way = likeliestWay(line);
  if (way && isConvincing(line, way)) return { type: 'misread', ...way };
  return { type: 'sound' };
}

/** Words with marks that it takes to be sure. */
const few = 3;
/** Of them so many are syllables in a line that is right as it is, and in one that has been converted. */
const leastSound = 0.6;
const leastConverted = 0.85;
/** Of all words so many have marks: two thirds in Vietnamese, a fifth in the languages of Western Europe. */
const leastMarked = 0.4;
/** So many different characters beyond ASCII make a line that is converted for its own sake. */
const fewCharacters = 3;

/** Whether at least so many words between blanks, and such a share of them, have a character beyond ASCII. */
function marksMany(line: string, least: number, share: number): boolean {
  let words = 0;
  let marked = 0;
  let [inWord, isMarked] = [false, false];
  for (let at = 0; at <= line.length; at++) {
    const code = at < line.length ? line.charCodeAt(at) : 0x20;
    if (code > 0x20) {
      inWord = true;
      isMarked ||= code > 0x7f;
    } else if (inWord) {
      words++;
      if (isMarked) marked++;
      [inWord, isMarked] = [false, false];
    }
  }
  return marked >= least && marked >= share * words;
}

function isMostlySyllables({ marked, syllables }: WordCount, least: number): boolean {
  return marked > 0 && syllables >= least * marked;
}

/** Whether the whole line becomes Vietnamese, and is clearly something else as it stands. */
function isConvincing(line: string, way: Misread): boolean {
  const asIs = countWords(line.normalize('NFC'));
  if (isMostlySyllables(asIs, leastSound)) return false;
  const after = convert(line, way);
  if (after === undefined) return false;
  const count = countWords(after);
  const characters = new Set(line.match(/[^\u0000-\u007f]/gu)); // oxlint-disable-line no-control-regex
  return (
    count.marked >= few &&
    characters.size >= fewCharacters &&
    count.marked >= leastMarked * count.words &&
    isMostlySyllables(count, leastConverted) &&
    asIs.syllables / asIs.marked <= count.syllables / count.marked - leastGain
  );
}

/** So much must the share of syllables grow. */
const leastGain = 0.35;

/** Words that are tried in every way: enough to tell most ways wrong. */
const probeWords = 12;

/** The way that makes syllables of most of the first words beyond ASCII; undefined where none makes enough. */
function likeliestWay(line: string): Misread | undefined {
  const words: string[] = [];
  for (const word of line.split(/[ \t\r]+/)) {
    if (beyondAscii.test(word)) words.push(word);
    if (words.length === probeWords) break;
  }
  const tried = words.map(tryWord);
  const made = ways.map((_, way) => tried.filter((results) => results[way]).length);
  const most = Math.max(...made);
  // One word in four may be a name, or have a sign of its own.
  return most >= words.length * leastProbed ? ways[made.indexOf(most)] : undefined;
}

const leastProbed = 0.75;

const triedWords = new Map<string, readonly boolean[]>();
/** Words remembered, lest each be converted in all ways wherever it stands. */
const mostTried = 20_000;

/** Whether each way makes a syllable of a word. */
function tryWord(word: string): readonly boolean[] {
  const known = triedWords.get(word);
  if (known) return known;
  const results = ways.map((way) => {
    const after = convert(`${word} `, way);
    if (after === undefined) return false;
    const { marked, syllables } = countWords(after);
    return marked > 0 && syllables === marked;
  });
  if (triedWords.size < mostTried) triedWords.set(word, results);
  return results;
}

/** A line read anew; undefined where it cannot have been misread in this way. */
function convert(line: string, { encoding, readAs }: Misread): string | undefined {
  const bytes = bytesBehind(line, readAs);
  if (bytes === undefined) return undefined;
  if (encoding !== 'utf-8') return decodeLegacy(bytes, encoding);
  // The second byte of à and Ơ looks like a no-break space, which many a program makes a space.
  const mended = bytes.map((byte, at) =>
    byte === 0x20 && (bytes[at - 1] === 0xc3 || bytes[at - 1] === 0xc6) ? 0xa0 : byte,
  );
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(mended).normalize('NFC');
  } catch {
    return undefined;
  }
}

/** For every line the way in which the nearest decided lines before and behind it were misread, where they agree. */
function nearestDecided(verdicts: readonly Verdict[]): readonly (Misread | undefined)[] {
  const before = lastDecided(verdicts);
  const behind = lastDecided(verdicts.toReversed()).toReversed();
  return verdicts.map((_, at) => {
    const [above, below] = [before[at], behind[at]];
    if (above?.type === 'sound' || below?.type === 'sound') return undefined;
    const way = above ?? below;
    return above && below && above.encoding !== below.encoding ? undefined : way;
  });
}

type Decided = { readonly type: 'sound' } | ({ readonly type: 'misread' } & Misread);

function lastDecided(verdicts: readonly Verdict[]): readonly (Decided | undefined)[] {
  let last: Decided | undefined;
  return verdicts.map((verdict) => {
    if (verdict.type === 'sound') last = { type: 'sound' };
    else if (verdict.type === 'misread') last = verdict;
    return last;
  });
}
