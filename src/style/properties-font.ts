/**
 * Fonts (CSS Fonts 4): family, size, weight, style and the OpenType features that `font-variant-*`,
 * `font-kerning` and `font-feature-settings` switch.
 */
import { inherited, keywordLonghand, type TableValues } from './longhand.js';
import { lengthOfFont, number } from './lengths.js';
import { commaList, mapped, oneOf, type Parser } from './value-reader.js';

/** OpenType features, each with its value. */
export type Features = Readonly<Record<string, number>>;

/** pt; a browser's sizes at its usual 16 px, `medium` being 12 pt (CSS Fonts 4 §2.5). */
const sizeKeywords: Readonly<Record<string, number>> = {
  'xx-small': 6.75,
  'x-small': 7.5,
  small: 9.75,
  medium: 12,
  large: 13.5,
  'x-large': 18,
  'xx-large': 24,
  'xxx-large': 36,
};

const numericFeatures: Readonly<Record<string, Features>> = {
  'lining-nums': { lnum: 1 },
  'oldstyle-nums': { onum: 1 },
  'proportional-nums': { pnum: 1 },
  'tabular-nums': { tnum: 1 },
  'diagonal-fractions': { frac: 1 },
  'stacked-fractions': { afrc: 1 },
  ordinal: { ordn: 1 },
  'slashed-zero': { zero: 1 },
};

const capsFeatures: Readonly<Record<string, Features>> = {
  'small-caps': { smcp: 1 },
  'all-small-caps': { c2sc: 1, smcp: 1 },
  'petite-caps': { pcap: 1 },
  'all-petite-caps': { c2pc: 1, pcap: 1 },
  unicase: { unic: 1 },
  'titling-caps': { titl: 1 },
};

const ligatureFeatures: Readonly<Record<string, Features>> = {
  none: { liga: 0, clig: 0, dlig: 0, hlig: 0, calt: 0 },
  'common-ligatures': { liga: 1, clig: 1 },
  'no-common-ligatures': { liga: 0, clig: 0 },
  'discretionary-ligatures': { dlig: 1 },
  'no-discretionary-ligatures': { dlig: 0 },
  'historical-ligatures': { hlig: 1 },
  'no-historical-ligatures': { hlig: 0 },
  contextual: { calt: 1 },
  'no-contextual': { calt: 0 },
};

const eastAsianFeatures: Readonly<Record<string, Features>> = {
  jis78: { jp78: 1 },
  jis83: { jp83: 1 },
  jis90: { jp90: 1 },
  jis04: { jp04: 1 },
  simplified: { smpl: 1 },
  traditional: { trad: 1 },
  'full-width': { fwid: 1 },
  'proportional-width': { pwid: 1 },
  ruby: { ruby: 1 },
};

const positionFeatures: Readonly<Record<string, Features>> = { sub: { subs: 1 }, super: { sups: 1 } };

/** `normal`, or one or more keywords of a table; their features together. */
function featureKeywords(table: Readonly<Record<string, Features>>): Parser<Features> {
  const one = mapped(table);
  return (reader, context) => {
    if (reader.keyword(['normal'])) return {};
    const found: Record<string, number> = {};
    let count = 0;
    for (let next = one(reader, context); next; next = one(reader, context), count++)
      Object.assign(found, next);
    return count > 0 ? found : undefined;
  };
}

function featureLonghand(table: Readonly<Record<string, Features>>, several = true) {
  const names = Object.keys(table).join(' | ');
  return inherited('normal', `normal | ${several ? `[ ${names} ]+` : names}`, featureKeywords(table));
}

const featureSettings: Parser<Features> = (reader, context) => {
  if (reader.keyword(['normal'])) return {};
  const pairs = commaList((inner): readonly [string, number] | undefined => {
    const tag = inner.string();
    if (tag === undefined || !/^[\x20-\x7e]{4}$/.test(tag)) return undefined;
    const word = inner.keyword(['on', 'off']);
    if (word !== undefined) return [tag, word === 'on' ? 1 : 0];
    return [tag, inner.peek()?.type === 'number' ? (number(0)(inner, context) ?? 1) : 1];
  })(reader, context);
  return pairs && Object.fromEntries(pairs);
};

/** A family: a string, or identifiers joined by blanks. */
const family: Parser<string> = (reader) => {
  const text = reader.string();
  if (text !== undefined) return text;
  const words: string[] = [];
  for (let word = reader.ident(); word !== undefined; word = reader.ident()) words.push(word);
  return words.length > 0 ? words.join(' ') : undefined;
};

/** Relative sizes refer to the context's font size, which here is the parent's. */
const fontSize: Parser<number> = oneOf((reader, context) => {
  const word = reader.keyword(['larger', 'smaller']);
  if (word !== undefined) return word === 'larger' ? context.fontSize * 1.2 : context.fontSize / 1.2;
  return mapped(sizeKeywords)(reader, context);
}, lengthOfFont(0));

/** `bolder` and `lighter` by the table of CSS Fonts 4 §2.2.1. */
const fontWeight: Parser<number> = oneOf(
  (reader, context) => {
    const word = reader.keyword(['normal', 'bold', 'bolder', 'lighter']);
    if (word === 'normal') return 400;
    if (word === 'bold') return 700;
    const weight = context.fontWeight;
    if (word === 'bolder') return weight < 350 ? 400 : weight < 550 ? 700 : Math.max(900, weight);
    if (word === 'lighter') return weight < 550 ? Math.min(100, weight) : weight < 750 ? 400 : 700;
    return undefined;
  },
  number(1, 1000),
);

/** Faces are slanted or not: the angle of `oblique` chooses none (CSS Fonts 4 §2.4). */
const fontStyle: Parser<'normal' | 'italic' | 'oblique'> = (reader) => {
  const word = reader.keyword(['normal', 'italic', 'oblique']);
  const next = word === 'oblique' ? reader.peek() : undefined;
  if (next?.type === 'dimension' && /^(?:deg|grad|rad|turn)$/.test(next.unit)) reader.at += 1;
  return word;
};

export const fontLonghands = {
  'font-family': inherited('serif', '[ <string> | <ident>+ ]#', commaList(family)),
  'font-size': inherited(
    'medium',
    `<length-percentage> | larger | smaller | ${Object.keys(sizeKeywords).join(' | ')}`,
    fontSize,
  ),
  'font-weight': inherited('normal', 'normal | bold | bolder | lighter | <number 1–1000>', fontWeight),
  'font-style': inherited('normal', 'normal | italic | oblique <angle>?', fontStyle),
  'font-variant-numeric': featureLonghand(numericFeatures),
  'font-variant-caps': featureLonghand(capsFeatures, false),
  'font-variant-ligatures': featureLonghand(ligatureFeatures),
  'font-variant-position': featureLonghand(positionFeatures, false),
  'font-variant-east-asian': featureLonghand(eastAsianFeatures),
  'font-kerning': keywordLonghand(inherited, 'auto', 'normal', 'none'),
  'font-feature-settings': inherited(
    'normal',
    'normal | [ <string> [ <integer> | on | off ]? ]#',
    featureSettings,
  ),
} as const;

/** All features together; `font-feature-settings` has the last word (CSS Fonts 4 §7.2). */
export function fontFeatures(values: TableValues<typeof fontLonghands>): Features {
  const kerning = values['font-kerning'];
  const all: Record<string, number> = {
    ...(kerning === 'auto' ? {} : { kern: kerning === 'none' ? 0 : 1 }),
    ...values['font-variant-ligatures'],
    ...values['font-variant-caps'],
    ...values['font-variant-numeric'],
    ...values['font-variant-position'],
    ...values['font-variant-east-asian'],
    ...values['font-feature-settings'],
  };
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}
