/**
 * Line breaking classes of UAX 14, as far as scripts without spaces and their punctuation need them. Comes
 * in: a character. Goes out: its class, and whether a break is allowed between two of them.
 */

/** Classes of UAX 14 §5.1; `AL` is everything else. `SH` is the soft hyphen, one of BA there. */
export type LineClass =
  | 'AL'
  | 'B2'
  | 'BA'
  | 'BB'
  | 'CJ'
  | 'CL'
  | 'CM'
  | 'CP'
  | 'EX'
  | 'GL'
  | 'HY'
  | 'ID'
  | 'IN'
  | 'IS'
  | 'NS'
  | 'NU'
  | 'OP'
  | 'PO'
  | 'PR'
  | 'QU'
  | 'RI'
  | 'SA'
  | 'SH'
  | 'SY'
  | 'WJ'
  | 'ZW'
  | 'ZJ';

/** The first pattern that matches gives the class. */
const patterns: readonly (readonly [LineClass, RegExp])[] = [
  ['SH', /^\u00ad/u],
  ['ZW', /^\u200b/u],
  ['ZJ', /^\u200d/u],
  ['WJ', /^[\u2060\ufeff]/u],
  ['GL', /^[\u00a0\u034f\u035c-\u0362\u0f08\u0f0c\u0f12\u180e\u2007\u2011\u202f]/u],
  ['NU', /^[0-9\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/u],
  ['NS', /^[\u17d6\u203c\u203d\u2047-\u2049々〜〻〼゛゜ゝゞ゠・ヽヾ\ufe54\ufe55：；･ﾞﾟ]/u],
  ['BA', /^[\u0e5a\u0e5b\u17d4\u17d5\u17d8\u17da]/u],
  ['SA', /^[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff]/u],
  ['CM', /^\p{M}/u],
  ['CJ', /^[ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶー\u31f0-\u31ff\uff67-\uff70]/u],
  ['EX', /^[!?！？\ufe56\ufe57]/u],
  ['CP', /^[)\]]/u],
  ['CL', /^[、。，．｡､\ufe50\ufe52]|^\p{Pe}/u],
  ['QU', /^[\p{Pi}\p{Pf}"']/u],
  ['OP', /^[\p{Ps}¡¿]/u],
  ['IN', /^[\u2024-\u2026\u22ef\ufe19]/u],
  ['PO', /^[%\u00a2\u00b0\u2030-\u2037\u20a7\u20b6\u2103\u2109％￠]/u],
  ['PR', /^[$+\\\u00a3-\u00a5\u00b1\u20a0-\u20cf\u2116\u2212\u2213＄￡￥￦]/u],
  ['IS', /^[,.:;\u037e\u0589\u060c]/u],
  ['SY', /^\//u],
  ['HY', /^-/u],
  ['B2', /^\u2014/u],
  ['BB', /^\u00b4/u],
  ['BA', /^[|\u058a\u1680\u2000-\u2006\u2008-\u200a\u2010\u2012\u2013\u2027\u205f\u3000]/u],
  ['RI', /^[\u{1f1e6}-\u{1f1ff}]/u],
  [
    'ID',
    /^[\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{1b000}-\u{1b16f}\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}]/u,
  ],
];

/** The class of a character. */
export function lineClassOf(character: string): LineClass {
  return patterns.find(([, pattern]) => pattern.test(character))?.[0] ?? 'AL';
}

const never = 'never';
const always = 'always';
type Rule = readonly [
  before: readonly LineClass[] | 'any',
  after: readonly LineClass[] | 'any',
  typeof never | typeof always,
];

const letters: readonly LineClass[] = ['AL', 'SA'];

/** The rules of UAX 14 §6.1 in their order, without those for spaces and Hangul letters. */
const rules: readonly Rule[] = [
  /* LB7 */ ['any', ['ZW'], never],
  /* LB8 */ [['ZW'], 'any', always],
  /* LB8a */ [['ZJ'], 'any', never],
  /* LB9 */ ['any', ['CM', 'ZJ'], never],
  /* LB11 */ ['any', ['WJ'], never],
  [['WJ'], 'any', never],
  /* LB12 */ [['GL'], 'any', never],
  /* LB12a */ [['BA', 'HY', 'SH'], ['GL'], always],
  ['any', ['GL'], never],
  /* LB13 */ ['any', ['CL', 'CP', 'EX', 'IS', 'SY'], never],
  /* LB14 */ [['OP'], 'any', never],
  /* LB16 */ [['CL', 'CP'], ['NS'], never],
  /* LB17 */ [['B2'], ['B2'], never],
  /* LB19 */ ['any', ['QU'], never],
  [['QU'], 'any', never],
  /* LB21 */ ['any', ['BA', 'HY', 'NS', 'SH'], never],
  [['BB'], 'any', never],
  /* LB22 */ ['any', ['IN'], never],
  /* LB23 */ [letters, ['NU'], never],
  [['NU'], letters, never],
  /* LB23a */ [['PR'], ['ID', 'CJ'], never],
  [['ID', 'CJ'], ['PO'], never],
  /* LB24 */ [['PR', 'PO'], letters, never],
  [letters, ['PR', 'PO'], never],
  /* LB25 */ [['CL', 'CP', 'NU'], ['PO', 'PR'], never],
  [['PO', 'PR'], ['OP', 'NU'], never],
  [['HY', 'IS', 'NU', 'SY'], ['NU'], never],
  /* LB28 */ [letters, letters, never],
  /* LB29 */ [['IS'], letters, never],
  /* LB30 */ [['AL', 'NU'], ['OP'], never],
  [['CP'], ['AL', 'NU'], never],
  /* LB30a */ [['RI'], ['RI'], never],
];

/** Whether a character clings to what it touches, be it an atomic inline (CSS Text 3 §5.1). */
export function clings(character: string): boolean {
  const own = lineClassOf(character);
  return own === 'GL' || own === 'WJ' || own === 'ZJ';
}

/** Whether a line may be broken between two classes (LB31: yes, when no rule says no). */
export function mayBreakBetween(before: LineClass, after: LineClass): boolean {
  const holds = (classes: readonly LineClass[] | 'any', one: LineClass): boolean =>
    classes === 'any' || classes.includes(one);
  const rule = rules.find(([left, right]) => holds(left, before) && holds(right, after));
  return rule?.[2] !== never;
}
