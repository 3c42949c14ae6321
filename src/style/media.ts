/**
 * Media queries (Media Queries 5) as paper answers them: the type `print`, an upright A4 page (the page's
 * own size comes from rules that the query may stand around), colour, and nobody there to hover, point
 * or run a script.
 */
import { answerCondition, both, not, splitList, type Answer } from './conditions.js';
import { parseComponentValues } from './component-value.js';
import { quantity } from './math-functions.js';
import { initialContext } from './properties.js';
import { parseWhole } from './value-reader.js';

const { width, height } = initialContext.viewport;

/** Features with a range; lengths in pt, resolution in dots per CSS pixel. */
const ranges: Readonly<Record<string, number>> = {
  width,
  height,
  'device-width': width,
  'device-height': height,
  'aspect-ratio': width / height,
  'device-aspect-ratio': width / height,
  resolution: 300 / 96,
  color: 8,
  'color-index': 0,
  monochrome: 0,
};

/** Features with words: those that are so here. */
const words: Readonly<Record<string, readonly string[]>> = {
  orientation: ['portrait'],
  grid: ['0'],
  scan: ['progressive'],
  update: ['none'],
  'overflow-block': ['paged'],
  'overflow-inline': ['none'],
  hover: ['none'],
  'any-hover': ['none'],
  pointer: ['none'],
  'any-pointer': ['none'],
  scripting: ['none'],
  'color-gamut': ['srgb'],
  'dynamic-range': ['standard'],
  'inverted-colors': ['none'],
  'forced-colors': ['none'],
  'prefers-color-scheme': ['light'],
  'prefers-contrast': ['no-preference'],
  'prefers-reduced-motion': ['reduce'],
  'prefers-reduced-transparency': ['no-preference'],
  'prefers-reduced-data': ['no-preference'],
};

/** Words that a feature without a value does not count as true. */
const falsy: ReadonlySet<string> = new Set(['none', '0', 'no-preference']);

/** Whether rules under this query list apply to pages; `unknown` when it asks what we do not know. */
export function mediaApplies(list: string): Answer {
  const queries = splitList(list);
  if (queries.join('') === '') return true;
  const answers = queries.map(queryApplies);
  if (answers.includes(true)) return true;
  return answers.includes('unknown') ? 'unknown' : false;
}

function queryApplies(query: string): Answer {
  const match = /^(?:(not|only)\s+)?([a-z][-\w]*)(?:\s+and\s+([^]+))?$/i.exec(query);
  const type = match?.[2]?.toLowerCase();
  if (!match || type === undefined || type === 'not' || type === 'and' || type === 'or')
    return answerCondition(query, askFeature);
  const ofType = type === 'print' || type === 'all';
  const features = match[3] === undefined ? true : answerCondition(match[3], askFeature);
  const result = both(ofType, features);
  return match[1]?.toLowerCase() === 'not' ? not(result) : result;
}

function askFeature(text: string, name: string): Answer {
  if (name !== '') return 'unknown';
  const [, feature = '', value] = /^([-\w]+)\s*(?::\s*([^]+))?$/.exec(text.toLowerCase()) ?? [];
  if (feature === '') return askRange(text.toLowerCase());
  const [, bound, plain = feature] = /^(min|max)-(.+)$/.exec(feature) ?? [];
  if (Object.hasOwn(ranges, plain)) {
    if (value === undefined) return bound === undefined ? ranges[plain] !== 0 : 'unknown';
    return compare(plain, bound === 'min' ? '>=' : bound === 'max' ? '<=' : '=', value);
  }
  const own = Object.hasOwn(words, feature) ? words[feature] : undefined;
  if (own === undefined) return 'unknown';
  return value === undefined ? !own.some((word) => falsy.has(word)) : own.includes(value.trim());
}

/** `width >= 4in`, `4in < width`, `4in <= width <= 8in`. */
function askRange(text: string): Answer {
  const parts = text.split(/(<=|>=|<|>|=)/).map((part) => part.trim());
  const [first = '', sign = '', second = '', sign2, third] = parts;
  if (parts.length === 3) {
    if (Object.hasOwn(ranges, first)) return compare(first, sign, second);
    return Object.hasOwn(ranges, second) ? compare(second, turned(sign), first) : 'unknown';
  }
  if (parts.length !== 5 || sign2 === undefined || third === undefined) return 'unknown';
  if (!Object.hasOwn(ranges, second) || sign.charAt(0) !== sign2.charAt(0)) return 'unknown';
  return both(compare(second, turned(sign), first), compare(second, sign2, third));
}

function turned(sign: string): string {
  return sign.replace(/[<>]/, (one) => (one === '<' ? '>' : '<'));
}

function compare(feature: string, sign: string, text: string): Answer {
  const own = ranges[feature] ?? 0;
  const value = valueOf(feature, text);
  if (value === undefined) return 'unknown';
  const same = Math.abs(own - value) < 1e-3;
  if (sign === '=') return same;
  if (same) return sign.endsWith('=');
  return sign.startsWith('<') ? own < value : own > value;
}

function valueOf(feature: string, text: string): number | undefined {
  const [, left, right] = /^([\d.]+)\s*(?:\/\s*([\d.]+))?$/.exec(text.trim()) ?? [];
  if (feature.endsWith('aspect-ratio'))
    return left === undefined ? undefined : Number(left) / Number(right ?? 1);
  if (feature === 'resolution') {
    const [, dots, unit = ''] = /^([\d.]+)(dpi|dpcm|dppx|x)$/.exec(text.trim()) ?? [];
    const perPixel = unit === 'dpi' ? 1 / 96 : unit === 'dpcm' ? 2.54 / 96 : 1;
    return dots === undefined ? undefined : Number(dots) * perPixel;
  }
  const found = parseWhole(quantity, parseComponentValues(text), initialContext);
  if (found === undefined || typeof found.value !== 'number') return undefined;
  const isLength = /width|height/.test(feature);
  if (found.kind === 'number') return isLength && found.value !== 0 ? undefined : found.value;
  return isLength && found.kind === 'length' ? found.value : undefined;
}
