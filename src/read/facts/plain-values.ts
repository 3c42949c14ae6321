/** Plain values of YAML → the texts, dates and languages that they stand for; undefined for another kind. */
import { plainWord } from '../../document/plain-word.js';
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

/** A list of keywords, or one text in which commas or semicolons part them. */
export function keywordValues(given: unknown): readonly string[] | undefined {
  const text = textValue(given);
  if (text === undefined) return textValues(given);
  const parts = text.split(/[,;]/).map((part) => part.trim());
  const words = parts.filter((part) => part !== '');
  return words.length > 0 ? words : undefined;
}

/** What a table has for a key as a person types it: English keys as they are, Vietnamese ones in any spelling. */
export function memberOf<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  if (Object.hasOwn(table, key)) return table[key];
  const plain = plainWord(key);
  return Object.entries(table).find(([known]) => /[^a-z-]/i.test(known) && plainWord(known) === plain)?.[1];
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
