/**
 * Where a Vietnamese line may end and what it costs: between two words (`classifyWord`, `glueCost`) and
 * inside one (`breaksInside`). Costs are Knuth–Plass penalties: 0 is free, about 100 is as bad as a
 * line stretched to its limit. Only few places are forbidden, because a forbidden place tears lines
 * open: number and %, ngày/tháng/năm and number, abbreviated place names, initials, a dash that
 * would begin a line, punctuation that stands alone.
 */

/** Breaking here is not allowed unless nothing else helps. */
export const forbidden = Infinity;

/** A number and its unit: "22 m", "4.800 đồng". */
const unitCost = 150;
/** A word that announces a number: "Điều 5", "khoản 2", "lần thứ X". */
const numberedCost = 150;
/** A form of address and the name: "ông Nguyễn", "đồng chí Hoàng". */
const addressCost = 100;
/** A number and what it counts: "51/226 ĐVHC", "13 người". */
const countCost = 40;
/** Inside a word after a hyphen, a dash or a slash. */
const hyphenCost = 50;
const slashCost = 200;
/** Inside the code of a document, "818/NQ-UBTVQH14": only when a line would have spaces of twice their width. */
const codeCost = 1000;
/** Inside a web address. */
const addressPartCost = 150;

/** What a word is, as bits: some matter when it stands before the gap, some after it. */
const bit = {
  endsAsNumber: 1 << 0,
  startsAsNumber: 1 << 1,
  date: 1 << 2,
  numbered: 1 << 3,
  address: 1 << 4,
  place: 1 << 5,
  initial: 1 << 6,
  percent: 1 << 7,
  unit: 1 << 8,
  capital: 1 << 9,
  singleCapital: 1 << 10,
  dash: 1 << 11,
  closing: 1 << 12,
  opening: 1 << 13,
  lowercase: 1 << 14,
  /** A capitalised word with no punctuation after it. */
  name: 1 << 15,
  roman: 1 << 16,
} as const;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const dates = words('ngày tháng năm Ngày Tháng Năm NGÀY THÁNG NĂM');
const numberedWords = words(
  'điều khoản điểm mục chương phần số trang tập quyển quý bảng hình kỳ khóa lớp thứ bài mùng',
);
const addresses = words('ông bà anh chị em cô chú bác chí thầy cụ đ/c');
const units = words(
  'm m² m³ m2 m3 km km² km2 cm mm ha kg g mg tấn tạ yến lít ml °C °F oC kW kWh MW V W Hz ' +
    'đ ₫ $ € đồng USD VND VNĐ EUR nghìn ngàn triệu tỷ tỉ trăm giờ phút giây ngày tháng năm tuổi lần độ',
);
const places = words('TP. Tp. Q. P. TX. Tx. TT. Tt. H. X. KP. KĐT. KCN.');

/** What a word may be by a list: the first ones as they are written, the others in any case. */
const asWritten = new Map<string, number>();
const inAnyCase = new Map<string, number>();
list(asWritten, dates, bit.date);
list(asWritten, units, bit.unit);
list(inAnyCase, numberedWords, bit.numbered);
list(inAnyCase, addresses, bit.address);

/** Both in one, for words of letters of which only the first may be a capital: so that one look tells. */
const usually = new Map(asWritten);
for (const [word, kind] of inAnyCase)
  for (const form of [word, word.charAt(0).toUpperCase() + word.slice(1)])
    usually.set(form, (usually.get(form) ?? 0) | kind);

function list(into: Map<string, number>, of: ReadonlySet<string>, kind: number): void {
  for (const word of of) into.set(word, (into.get(word) ?? 0) | kind);
}

/** Letters, the first perhaps a capital, and the marks that end a clause: nearly all words of a text. */
const usualWord = /^\p{Lu}?\p{Ll}+[,.;:!?]*$/u;
/** Where wide letters are, which may be parted. */
const beyond = /[\u2e80-\uffff]/;

/** What a UTF-16 unit may be in a usual word, below `tableSize`; asked once of each. */
const unitKind = { unknown: 0, capital: 1, small: 2, mark: 3, other: 4 } as const;
const tableSize = 0x2000;
const unitKinds = new Uint8Array(tableSize);

function kindOfUnit(unit: number): number {
  const known = unitKinds[unit] ?? unitKind.other;
  if (known !== unitKind.unknown) return known;
  const character = String.fromCharCode(unit);
  let kind: number = unitKind.other;
  if (/\p{Lu}/u.test(character)) kind = unitKind.capital;
  else if (/\p{Ll}/u.test(character)) kind = unitKind.small;
  else if (/[,.;:!?]/u.test(character)) kind = unitKind.mark;
  return (unitKinds[unit] = kind);
}

/** What the first character of a text is. */
function kindOfFirst(text: string): number {
  const unit = text.charCodeAt(0);
  if (unit < tableSize) return kindOfUnit(unit);
  return /^\p{Lu}/u.test(text) ? unitKind.capital : /^\p{Ll}/u.test(text) ? unitKind.small : unitKind.other;
}

/** Whether a word is of the usual kind: nothing in it but letters of which only the first may be a capital, and marks after it. */
export function isUsual(text: string): boolean {
  let last: number = unitKind.unknown;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= tableSize) return usualWord.test(text) && !beyond.test(text);
    const kind = kindOfUnit(unit);
    const follows =
      kind === unitKind.small
        ? last !== unitKind.mark
        : kind === unitKind.mark
          ? last === unitKind.small || last === unitKind.mark
          : kind === unitKind.capital && i === 0;
    if (!follows) return false;
    last = kind;
  }
  return last === unitKind.small || last === unitKind.mark;
}

/** Classifies a word once, `isUsual` being known or not; the result goes into `glueCost`. */
export function classifyWord(text: string, usual = isUsual(text)): number {
  return usual ? classifyUsual(text) : classifyAny(text);
}

/** The same as `classifyAny`, with less to ask. */
function classifyUsual(text: string): number {
  let length = text.length;
  // All marks come before the letters in Unicode.
  while (text.charCodeAt(length - 1) < 0x41) length -= 1;
  const end = length < text.length ? text.slice(0, length) : text;
  const capital = kindOfFirst(text) === unitKind.capital;
  let kind: number = capital ? bit.capital : bit.lowercase;
  const listed = usually.get(end) ?? 0;
  kind |= listed & bit.unit;
  if (length < text.length) return capital && places.has(text) ? kind | bit.place : kind;
  if (capital) kind |= bit.name;
  return kind | listed;
}

function classifyAny(text: string): number {
  if (/^[-–—−]$/u.test(text)) return bit.dash;
  if (/^[)\]}»”’,.;:!?…%‰]+$/u.test(text)) return /^[%‰]/u.test(text) ? bit.percent : bit.closing;
  if (/^[([{«“‘]+$/u.test(text)) return bit.opening;
  let kind = 0;
  const bare = text.replace(/^[([{«“‘"']+/u, '');
  const end = bare.replace(/[)\]}»”’"',.;:!?…]+$/u, '');
  if (/^[+-]?\d/u.test(bare)) kind |= bit.startsAsNumber;
  if (/^%|^‰/u.test(bare)) kind |= bit.percent;
  if (units.has(end)) kind |= bit.unit;
  const first = kindOfFirst(bare);
  if (first === unitKind.capital) kind |= bit.capital;
  if (first === unitKind.small) kind |= bit.lowercase;
  if (first === unitKind.capital && end.length === ((end.codePointAt(0) ?? 0) > 0xffff ? 2 : 1))
    kind |= bare === `${end}.` ? bit.initial : bit.singleCapital;
  if (/^[IVXLC]+$/u.test(end)) kind |= bit.roman;
  if (places.has(bare)) kind |= bit.place;
  // What follows belongs to this word only when no punctuation stands between them.
  if (end !== bare) return kind;
  if (kind & bit.capital) kind |= bit.name;
  if (/\d$/u.test(end)) kind |= bit.endsAsNumber;
  const listed = (asWritten.get(end) ?? 0) | (inAnyCase.get(end.toLowerCase()) ?? 0);
  return kind | listed;
}

/** The class of a dash that opens a paragraph or a speech: what follows must not leave it. */
export function openingDash(kind: number): number {
  return kind & bit.dash ? bit.opening : kind;
}

/** What it costs to end a line at the blank between two classified words. */
export function glueCost(left: number, right: number): number {
  // Two letters without a trait, the usual case.
  if ((left | right) === bit.lowercase) return 0;
  if (right & (bit.dash | bit.closing) || left & bit.opening) return forbidden;
  if (left & bit.endsAsNumber && right & bit.percent) return forbidden;
  if (left & bit.date && right & bit.startsAsNumber) return forbidden;
  if (left & bit.place && right & (bit.capital | bit.startsAsNumber)) return forbidden;
  if (left & bit.initial && right & bit.capital) return forbidden;
  if (left & bit.name && right & bit.singleCapital) return forbidden;
  if (left & bit.endsAsNumber && right & bit.unit) return unitCost;
  if (left & bit.numbered && right & (bit.startsAsNumber | bit.roman)) return numberedCost;
  if (left & bit.address && right & bit.capital) return addressCost;
  if (left & bit.endsAsNumber && right & (bit.lowercase | bit.capital)) return countCost;
  return 0;
}

/** A place inside a word where a line may end. */
export interface InnerBreak {
  /** UTF-16 index before which the next line begins. */
  readonly at: number;
  readonly cost: number;
  /** A hyphen is set at the line's end (soft hyphen). */
  readonly hyphen: boolean;
}

const worthLooking =
  /[-‐–—/\u00ad\u200b\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\ud840-\ud8bf]/u;
const webAddress = /^\W*(?:https?:|ftp:|www\.)|^[\w.-]+\.[a-z]{2,}\/|@[\w-]+\./iu;
const ideographic = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{2ffff}]/u;
const withoutBlanks = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/u;

/** The places where a word may be broken, in order. */
export function breaksInside(text: string): readonly InnerBreak[] {
  if (!worthLooking.test(text)) return [];
  const breaks: InnerBreak[] = [];
  const add = (at: number, cost: number, hyphen = false): void => {
    if (at > 0 && at < text.length && breaks.at(-1)?.at !== at) breaks.push({ at, cost, hyphen });
  };
  const address = webAddress.test(text);
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === '\u00ad') add(i + 1, hyphenCost, true);
    else if (character === '\u200b') add(i + 1, 0);
    else if (address) {
      if (/[/?&=#.]/u.test(character) && !/[/?&=#.]/u.test(text.charAt(i + 1))) add(i + 1, addressPartCost);
    } else if (/[-‐–—/]/u.test(character)) {
      const cost = costAfterMark(text.slice(0, i), character, text.slice(i + 1));
      if (cost !== forbidden) add(i + 1, cost);
    }
  }
  return withoutBlanks.test(text) || ideographic.test(text) ? merge(breaks, segmented(text)) : breaks;
}

/**
 * After a hyphen, dash or slash between words. Not in numbers (13/1, 4-1), not after the slash of a document
 * code (NQ/TW), after its hyphen (QĐ-UBND) as a last resort, and not so that a single letter stands alone (Ê-đê).
 */
function costAfterMark(before: string, mark: string, after: string): number {
  const left = /[\p{L}\p{M}]+$/u.exec(before)?.[0] ?? '';
  const right = /^[\p{L}\p{M}]+/u.exec(after)?.[0] ?? '';
  if (mark === '—') return left && right ? hyphenCost : forbidden;
  const code = (part: string): boolean => part === part.toLocaleUpperCase('vi');
  if (left.length < 2 || right.length < 2) return forbidden;
  if (code(left) && code(right)) return mark === '/' ? forbidden : codeCost;
  return mark === '/' ? slashCost : hyphenCost;
}

/**
 * Scripts that write no blanks: words by ICU's dictionaries; ideographs one by one, short of punctuation.
 * A locale is named so that no machine's own one has a say.
 */
function segmented(text: string): readonly InnerBreak[] {
  const granularity = withoutBlanks.test(text) ? 'word' : 'grapheme';
  const breaks: InnerBreak[] = [];
  let previous = '';
  for (const { segment, index } of new Intl.Segmenter('vi', { granularity }).segment(text)) {
    const here = ideographic.test(previous) || ideographic.test(segment) || granularity === 'word';
    const kept =
      /^[\p{Pe}\p{Pf}\p{Po}ーぁぃぅぇぉっゃゅょ々]/u.test(segment) || /[\p{Ps}\p{Pi}]$/u.test(previous);
    if (previous && here && !kept) breaks.push({ at: index, cost: 0, hyphen: false });
    previous = segment;
  }
  return breaks;
}

function merge(a: readonly InnerBreak[], b: readonly InnerBreak[]): readonly InnerBreak[] {
  const places = new Set(a.map((one) => one.at));
  return [...a, ...b.filter((one) => !places.has(one.at))].sort((x, y) => x.at - y.at);
}
