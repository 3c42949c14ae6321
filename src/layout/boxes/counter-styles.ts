/**
 * Numbers in the predefined counter styles (css-counter-styles-3, 6 and 7) and the text of list
 * markers. A number outside a style's range is written in decimal; an unknown style is decimal.
 */

/** How a style writes a whole number, and where it can. */
interface CounterStyle {
  readonly write: (value: number) => string;
  /** Least and greatest number; all numbers when absent. */
  readonly range?: readonly [number, number];
  /** Between number and text of a list item; `. ` when absent. */
  readonly suffix?: string;
}

type Weights = readonly (readonly [number, string])[];

const romanDigits: Weights = Object.entries({
  m: 1000,
  cm: 900,
  d: 500,
  cd: 400,
  c: 100,
  xc: 90,
  l: 50,
  xl: 40,
  x: 10,
  ix: 9,
  v: 5,
  iv: 4,
  i: 1,
}).map(([digits, weight]) => [weight, digits]);

/** Letters of an additive alphabet in rising order: 1–9, 10–90, 100–900, 1000–9000 … */
function alphabetWeights(letters: string): Weights {
  return Array.from(letters, (letter, i): readonly [number, string] => [
    ((i % 9) + 1) * 10 ** Math.floor(i / 9),
    letter,
  ]).reverse();
}

const armenian = alphabetWeights('ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔ');
const georgian = alphabetWeights('აბგდევზჱთიკლმნჲოპჟრსტჳფქღყშჩცძწჭხჴჯჰჵ');
/** 15 and 16 are written 9 + 6 and 9 + 7, so all up to 19 stand in the table; letters end at 400. */
const hebrew: Weights = [
  ...alphabetWeights('אבגדהוזחטיכלמנסעפצקרשת'),
  ...Object.entries({ טו: 15, טז: 16, יז: 17, יח: 18, יט: 19 }).map(
    ([written, weight]): readonly [number, string] => [weight, written],
  ),
].sort(([a], [b]) => b - a);

function additive(weights: Weights): (value: number) => string {
  return (value) => {
    let rest = value;
    let out = '';
    for (const [weight, letters] of weights) {
      for (; rest >= weight; rest -= weight) out += letters;
    }
    return out;
  };
}

function alphabetic(letters: string): CounterStyle['write'] {
  const symbols = Array.from(letters);
  return (value) => {
    let out = '';
    for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / symbols.length)) {
      out = (symbols[(rest - 1) % symbols.length] ?? '') + out;
    }
    return out;
  };
}

function numeric(digits: string): CounterStyle {
  const symbols = Array.from(digits);
  const write = (value: number): string =>
    (value < 0 ? '-' : '') +
    Array.from(String(Math.abs(value)), (digit) => symbols[Number(digit)] ?? digit).join('');
  return { write };
}

/** Ten digits from the one for zero. */
function digitsFrom(zero: number): CounterStyle {
  return numeric(Array.from({ length: 10 }, (_, i) => String.fromCodePoint(zero + i)).join(''));
}

function letters(all: string, suffix?: string): CounterStyle {
  const base: CounterStyle = { write: alphabetic(all), range: [1, Number.MAX_SAFE_INTEGER] };
  return suffix === undefined ? base : { ...base, suffix };
}

function fixed(symbols: string, suffix: string): CounterStyle {
  const all = Array.from(symbols);
  return { write: (value) => all[value - 1] ?? '', range: [1, all.length], suffix };
}

function bullet(symbol: string): CounterStyle {
  return { write: () => symbol, suffix: ' ' };
}

const latin = 'abcdefghijklmnopqrstuvwxyz';
const roman = additive(romanDigits);
const hiragana =
  'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわゐゑをん';
const katakana =
  'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヰヱヲン';
const hiraganaIroha =
  'いろはにほへとちりぬるをわかよたれそつねならむうゐのおくやまけふこえてあさきゆめみしゑひもせす';
const katakanaIroha =
  'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス';

const lowerRoman: CounterStyle = { write: roman, range: [1, 3999] };
const lowerLatin = letters(latin);
const upperLatin = letters(latin.toUpperCase());
const upperArmenian: CounterStyle = { write: additive(armenian), range: [1, 9999] };

const counterStyles: ReadonlyMap<string, CounterStyle> = new Map(
  Object.entries({
    none: { write: () => '', suffix: '' },
    disc: bullet('•'),
    circle: bullet('◦'),
    square: bullet('▪'),
    'disclosure-open': bullet('▾'),
    'disclosure-closed': bullet('▸'),
    decimal: { write: String },
    'decimal-leading-zero': {
      write: (value) => (value < 0 ? '-' : '') + String(Math.abs(value)).padStart(value < 0 ? 1 : 2, '0'),
    },
    'lower-roman': lowerRoman,
    'upper-roman': { ...lowerRoman, write: (value) => roman(value).toUpperCase() },
    'lower-alpha': lowerLatin,
    'lower-latin': lowerLatin,
    'upper-alpha': upperLatin,
    'upper-latin': upperLatin,
    'lower-greek': letters('αβγδεζηθικλμνξοπρστυφχψω'),
    armenian: upperArmenian,
    'upper-armenian': upperArmenian,
    'lower-armenian': { ...upperArmenian, write: (value) => additive(armenian)(value).toLowerCase() },
    georgian: { write: additive(georgian), range: [1, 19_999] },
    hebrew: { write: additive(hebrew), range: [1, 999] },
    'cjk-decimal': { ...numeric('〇一二三四五六七八九'), range: [0, Number.MAX_SAFE_INTEGER], suffix: '、' },
    'cjk-earthly-branch': fixed('子丑寅卯辰巳午未申酉戌亥', '、'),
    'cjk-heavenly-stem': fixed('甲乙丙丁戊己庚辛壬癸', '、'),
    hiragana: letters(hiragana, '、'),
    katakana: letters(katakana, '、'),
    'hiragana-iroha': letters(hiraganaIroha, '、'),
    'katakana-iroha': letters(katakanaIroha, '、'),
    'arabic-indic': digitsFrom(0x660),
    persian: digitsFrom(0x6f0),
    devanagari: digitsFrom(0x966),
    bengali: digitsFrom(0x9e6),
    gurmukhi: digitsFrom(0xa66),
    gujarati: digitsFrom(0xae6),
    oriya: digitsFrom(0xb66),
    tamil: digitsFrom(0xbe6),
    telugu: digitsFrom(0xc66),
    kannada: digitsFrom(0xce6),
    malayalam: digitsFrom(0xd66),
    thai: digitsFrom(0xe50),
    lao: digitsFrom(0xed0),
    tibetan: digitsFrom(0xf20),
    myanmar: digitsFrom(0x1040),
    khmer: { ...digitsFrom(0x17e0), suffix: '. ' },
    cambodian: digitsFrom(0x17e0),
    mongolian: digitsFrom(0x1810),
  } satisfies Record<string, CounterStyle>),
);

/** The string that a quoted style stands for. */
function quotedString(style: string): string | undefined {
  return /^(['"])(.*)\1$/su.exec(style)?.[2];
}

/** A number in a counter style. */
export function formatCounter(value: number, style: string): string {
  const quoted = quotedString(style);
  if (quoted !== undefined) return quoted;
  const known = counterStyles.get(style.toLowerCase());
  if (!known || (known.range && (value < known.range[0] || value > known.range[1]))) return String(value);
  return known.write(value);
}

/** Text of a list marker with the blanks that part it from the text; '' for none. A string stands bare. */
export function markerText(value: number, listStyleType: string): string {
  const quoted = quotedString(listStyleType);
  if (quoted !== undefined) return quoted;
  const shown = formatCounter(value, listStyleType);
  return shown === '' ? '' : shown + (counterStyles.get(listStyleType.toLowerCase())?.suffix ?? '. ');
}
