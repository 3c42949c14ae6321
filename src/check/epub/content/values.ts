/**
 * The types of attribute values (HTML, 2.3 “Common microsyntaxes”; XML Schema datatypes where XML has its own):
 * what each accepts and, for the reader of a message, what such a value looks like. As wide as the schemas that
 * books are held to: a date is not looked up in the calendar.
 */

/** A type of value. */
export interface ValueType {
  accepts(value: string): boolean;
  /** Allowed words, or examples, that stand in messages of every language. */
  readonly like: string;
}

/** White space as XML Schema's `collapse` leaves it. */
export const collapsed = (value: string): string => value.trim().replace(/\s+/g, ' ');

/** Values of one shape, after white space around them is taken away. */
export const matching = (shape: RegExp, like: string): ValueType => ({
  accepts: (value) => shape.test(collapsed(value)),
  like,
});

/** Values of one shape as they stand. */
const exactly = (shape: RegExp, like: string): ValueType => ({ accepts: (value) => shape.test(value), like });

/** One of a few words. */
export function oneOf(...words: readonly string[]): ValueType {
  const set = new Set(words);
  return {
    accepts: (value) => set.has(collapsed(value)),
    like: words.map((word) => word || '""').join(', '),
  };
}

/** Each of a list is one of a few words, and none comes twice. */
export function list(...words: readonly string[]): ValueType {
  return {
    accepts: (value) => {
      const said = collapsed(value).split(' ');
      return said.every((word) => words.includes(word)) && new Set(said).size === said.length;
    },
    like: words.join(' '),
  };
}

/** Every one of a list of at least `least`. */
export function listOf(one: ValueType, least = 1): ValueType {
  return {
    accepts: (value) => {
      const said = collapsed(value).split(' ').filter(Boolean);
      return said.length >= least && said.every((word) => one.accepts(word));
    },
    like: one.like,
  };
}

/** Either of two types. */
export function either(...types: readonly ValueType[]): ValueType {
  return {
    accepts: (value) => types.some((type) => type.accepts(value)),
    like: types.map(({ like }) => like).join(', '),
  };
}

/** An attribute that is true by being there: empty or its own name. */
export const flag = (name: string): ValueType => oneOf(name, '');

export const anyValue: ValueType = { accepts: () => true, like: '…' };
export const none: ValueType = oneOf('');
export const nonEmpty: ValueType = { accepts: (value) => value.trim() !== '', like: 'muc-1' };
/** Where a file is; what is wrong with it otherwise is said where files are looked for. */
export const filePath: ValueType = { ...nonEmpty, like: 'hinh/anh-1.jpg' };
export const integer = matching(/^[+-]?\d+$/, '-1, 0, 1 …');
export const nonNegative = matching(/^(?:\+?\d+|-0+)$/, '0, 1, 2 …');
export const positive = matching(/^\+?0*[1-9]\d*$/, '1, 2, 3 …');
const float = /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|-?INF|NaN)$/;
export const number = matching(float, '0.5, 1, 2 …');
export const positiveNumber: ValueType = {
  accepts: (value) => float.test(collapsed(value)) && (collapsed(value) === 'INF' || Number(value) > 0),
  like: '0.5, 1, 2 …',
};
export const nonNegativeNumber: ValueType = {
  accepts: (value) => float.test(collapsed(value)) && (collapsed(value) === 'INF' || Number(value) >= 0),
  like: '0, 0.5, 1 …',
};
/** Something without white space in it: an id, or the id of another element. */
export const token = exactly(/^[^ \t\r\n]+$/, 'muc-1');
export const idList: ValueType = { accepts: () => true, like: 'muc-1 muc-2' };
export const ncName = matching(/^[\p{L}_][\p{L}\p{N}\p{M}\p{Pc}._·-]*$/u, 'muc-1');
export const nameToken = matching(/^[\p{L}\p{N}\p{M}\p{Pc}.:·-]+$/u, 'muc-1');
export const nameTokens = listOf(nameToken);
/** BCP 47, its shape; empty where the language is unknown. */
export const language = matching(/^(?:[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)?$/, 'vi, en-GB');
export const mimeType = exactly(/^[\w!#$&+^-]+\/[\w!#$&+^-]+.*$/, 'text/html, image/png');
export const hashName = exactly(/^#.+$/, '#ban-do');
export const color = exactly(/^#[0-9A-Fa-f]{6}$/, '#1a2b3c');
export const target = exactly(/^(?:[^_].*|_(?:blank|self|parent|top)|)$/i, '_blank, khung');
export const frameName = exactly(/^(?:[^_].*|)$/, 'khung');

/** An address or part of one (RFC 3986, RFC 3987): the percent signs, one fragment, and the scheme are in order. */
export const address: ValueType = {
  accepts: (value) => {
    const said = collapsed(value);
    if (/%(?![0-9A-Fa-f]{2})/.test(said) || said.split('#').length > 2) return false;
    const [, scheme, rest = said] = /^([^:/?#]*):(.*)$/.exec(said) ?? [];
    if (scheme !== undefined && (!/^[A-Za-z][A-Za-z0-9+.-]*$/.test(scheme) || rest === '')) return false;
    if (scheme !== undefined && !rest.startsWith('/')) return true;
    return !/^\/\/(?:[?#]|$)/.test(rest) && hasBracketsInPlace(rest);
  },
  like: 'chuong-1.xhtml#muc-1',
};

/** Brackets stand round a host of numbers, and in queries and fragments. */
function hasBracketsInPlace(rest: string): boolean {
  const [, host = '', path = ''] = /^(?:\/\/([^/?#]*))?([^?#]*)/.exec(rest) ?? [];
  return !/[[\]]/.test(path) && /^[^[\]]*(?:\[[^[\]]*\][^[\]]*)?$/.test(host);
}

/** A name of RDFa (RDFa Core 1.1, 6 and 7): a term, a prefix with a name, or an address. */
const compact = exactly(/^(?:[\p{L}_][\p{L}\p{N}._-]*)?:\S*$/u, 'dc:title');
export const rdfaName: ValueType = { ...either(compact, address), like: 'dc:title' };
export const rdfaNames: ValueType = { ...listOf(rdfaName, 0), like: 'dc:title schema:name' };
export const rdfaResource: ValueType = {
  accepts: (value) => rdfaName.accepts(value) || /^\[\S*\]$/.test(value),
  like: 'chuong-1.xhtml, [dc:title]',
};
/** Prefixes and what they stand for. */
const prefixOf = '[\\p{L}_][\\p{L}\\p{N}._-]*: [^ ]+';
export const rdfaPrefixes = exactly(
  new RegExp(`^(?: *${prefixOf}(?: +${prefixOf})* *)?$`, 'u'),
  'dc: http://purl.org/dc/terms/',
);

const date = '\\d{4,}-\\d{2}-\\d{2}';
const clock = '\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,3})?)?';
const zone = '(?:Z|[+-]\\d{2}:?\\d{2})';
export const calendarDate = matching(new RegExp(`^${date}$`), '2026-11-29');
export const month = matching(/^\d{4,}-\d{2}$/, '2026-11');
export const week = matching(/^\d{4,}-W\d{2}$/, '2026-W48');
export const timeOfDay = matching(new RegExp(`^${clock}$`), '07:30');
export const localDateTime = matching(new RegExp(`^${date}[T ]${clock}$`), '2026-11-29T07:30');
export const dateTime = matching(new RegExp(`^${date}[T ]${clock}${zone}?$`), '2026-11-29T07:30+07:00');
const year = matching(/^\d{4}$/, '2026');
const yearlessDate = matching(/^(?:--)?(?:0\d|1[0-2])-(?:0\d|[12]\d|3[01])$/, '11-29');
const seconds = '\\d+(?:\\.\\d{1,3})?S';
const duration = matching(
  new RegExp(
    `^(?:P\\d+D|P(?:\\d+D)?T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:${seconds})?|(?: *(?:\\d+ *[WDHM]|\\d+(?:\\.\\d{1,3})? *S) *)+)$`,
  ),
  'PT30M',
);
export const dateOrDateTime = either(calendarDate, dateTime);
/** Of `time`: everything that HTML, 4.5.14 counts. */
export const moment: ValueType = {
  accepts: (value) =>
    [year, yearlessDate, week, month, timeOfDay, dateOrDateTime, duration].some((type) =>
      type.accepts(value),
    ),
  like: '2026-11-29, 07:30, 2026, PT30M',
};
