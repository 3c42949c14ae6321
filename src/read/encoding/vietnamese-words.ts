/**
 * How Vietnamese a text is: the words that it ought to have, and the shape of its syllables. A text in
 * the right encoding has a third of its words among the sixty most frequent, one in a wrong encoding
 * less than a twelfth; of its words with marks nearly all are syllables of the language, of those of a
 * wrong encoding less than a half.
 */

/** The sixty most frequent words of newspapers, those without marks left out: any encoding has them. */
const frequent = new Set(
  `và của là các có được với những một đã người để này ở từ đến về như thì cũng nhà nước phải vào lại nhiều
  năm đó không ngày tại trên bị việc đồng số tỉnh xã hội công đầu mới làm sẽ còn thể việt hành sản phát
  triển chính huyện thành học dân tế quốc ông đảng bộ cộng`.split(/\s+/),
);

/** Consonants that a syllable begins with. The u of qu and the i of gi belong to the rimes. */
const onset = /^(?:ngh|ch|gh|kh|ng|nh|ph|th|tr|[bcdđghklmnpqrstvx])?/u;

/** Rimes by their vowels: what may follow each; `-` is nothing. */
const rimes = new Set(
  [
    'a:- c ch i m n ng nh o p t u y',
    'ă:c m n ng p t',
    'â:c m n ng p t u y',
    'e:- c m n ng o p t',
    'ê:- ch m n nh p t u',
    'i:- a ch m n nh p t u',
    'iê:c m n ng p t u',
    'o:- a ai ac ach am an ang anh ao ap at ay c e em en eng eo et i m n ng p t',
    'oă:c m n ng t',
    'oo:c ng',
    'ô:- c i m n ng p t',
    'ơ:- i m n p t',
    'u:- a c i m n ng p t y ya ych yn ynh yp yt yu',
    'uâ:c n ng t y',
    'uê:- ch n nh',
    'uô:c i m n ng t',
    'uơ:- n',
    'uyê:n t',
    'ư:- a c i m n ng t u',
    'ươ:c i m n ng p t u',
    'y:-',
    'yê:m n ng t u',
    // Behind q.
    'ua:c ch i n ng nh o t u y',
    'uă:c m n ng p t',
    'ue:- n o t',
    'uê:t u',
    'ui:t',
    'uô:-',
    'uơ:i t',
  ].flatMap((line) => {
    const [vowels = '', endings = ''] = line.split(':');
    return endings.split(' ').map((ending) => (ending === '-' ? vowels : vowels + ending));
  }),
);

const tone = /[\u0300\u0301\u0303\u0309\u0323]/gu;
/** Before a stop a syllable rises or falls: sắc and nặng only. */
const stopWithoutTone = /(?:ch|[cpt])$/u;
const risingOrFalling = /[\u0301\u0323]/u;
const known = new Map<string, boolean>();
/** Syllables remembered: more than the language has, less than hostile input may bring. */
const mostKnown = 20_000;

/** Whether a word, in NFC and in any case, could be a syllable of Vietnamese. */
export function isSyllable(word: string): boolean {
  const remembered = known.get(word);
  if (remembered !== undefined) return remembered;
  const is = word.length <= longestSyllable && hasItsShape(word.toLocaleLowerCase('vi'));
  if (known.size < mostKnown) known.set(word, is);
  return is;
}

/** nghiêng */
const longestSyllable = 7;

function hasItsShape(word: string): boolean {
  const apart = word.normalize('NFD');
  const tones = apart.match(tone) ?? [];
  if (tones.length > 1) return false;
  const plain = apart.replace(tone, '').normalize('NFC');
  const first = onset.exec(plain)?.[0] ?? '';
  const rest = plain.slice(first.length);
  const stopped = stopWithoutTone.test(rest);
  if (stopped && tones.length > 0 && !risingOrFalling.test(tones[0] ?? '')) return false;
  // gì, gìn, giếng: one i for two.
  return rimes.has(rest) || (first === 'g' && rest.startsWith('i') && rimes.has(rest.slice(1)));
}

/** What counting the words of a text gives. */
export interface WordCount {
  /** All words: runs of letters and signs between blanks and punctuation, numbers left out. */
  readonly words: number;
  /** Those with a character beyond ASCII, and how many of them are syllables. */
  readonly marked: number;
  readonly syllables: number;
  /** Those among the most frequent. */
  readonly frequent: number;
}

/** Everything but blanks, ASCII punctuation and the punctuation of books. Signs of wrong encodings are in words. */
const word = /[^\s\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e\u2010-\u2027\u2030-\u205e]+/gu;
const beyondAscii = /[^\u0000-\u007f]/u; // oxlint-disable-line no-control-regex
const onlyDigits = /^\d+$/u;

/** Counts the words of a text in NFC. */
export function countWords(text: string): WordCount {
  const count = { words: 0, marked: 0, syllables: 0, frequent: 0 };
  for (const [found] of text.matchAll(word)) {
    if (onlyDigits.test(found)) continue;
    count.words++;
    if (!beyondAscii.test(found)) continue;
    count.marked++;
    if (isSyllable(found)) count.syllables++;
    if (frequent.has(found.toLocaleLowerCase('vi'))) count.frequent++;
  }
  return count;
}
