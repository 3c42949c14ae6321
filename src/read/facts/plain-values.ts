/** Plain values of YAML → the texts, dates and languages that they stand for; undefined for another kind. */
import { dateValue } from '../date-value.js';

/** A text in NFC without blanks round it; a number as it is written. */
export function textValue(given: unknown): string | undefined {
  if (typeof given === 'number') return String(given);
  return typeof given === 'string' && given.trim() !== '' ? given.normalize('NFC').trim() : undefined;
}

/** One text, or a list of them. */
export function textValues(given: unknown): readonly string[] | undefined {
  const text = textValue(given);
  if (text !== undefined) return [text];
  const all = Array.isArray(given) ? given.map(textValue) : [undefined];
  return all.every((item) => item !== undefined) ? all : undefined;
}

/** A day, a month or a year. */
export function dayValue(given: unknown): string | undefined {
  const text = textValue(given);
  return text === undefined ? undefined : dateValue(text);
}

/** A language as BCP 47 writes it. */
export function languageValue(given: unknown): string | undefined {
  const text = textValue(given);
  return text === undefined ? undefined : languageTag(text);
}

/** The tag as BCP 47 writes it; undefined for what is none. */
export function languageTag(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
}

/** The members of a mapping that have values; undefined for what is none. */
export function membersOf(given: unknown): readonly (readonly [key: string, value: unknown])[] | undefined {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined;
  return Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
}
