/** ISBN, ISSN and other identifiers, and the place in a series, as a source types them → checked. */
import type { Isbns, Series } from '../../document/bibliography.js';
import { readIsbn, readIssn, type BookNumber } from '../../document/book-numbers.js';
import { nearest, type YamlPath } from '../../document/checked-yaml.js';
import { someWords } from '../../document/expected-words.js';
import { memberOf, membersOf, textValue } from './plain-values.js';
import { needsKey, right, wrongValue, type Reading, type WrongFact } from './wrong-fact.js';

const isbnExample = '978-604-…';
const editionKeys: Readonly<Record<string, keyof Isbns>> = {
  ebook: 'ebook',
  'điện tử': 'ebook',
  print: 'print',
  in: 'print',
};

/** An ISBN that is the ebook's, or a mapping with one an edition. */
export function readIsbns(given: unknown, path: YamlPath): Reading<Isbns> {
  const members = membersOf(given);
  if (!members) {
    const { value, wrong } = isbnAt(given, path);
    return { value: value === undefined ? undefined : { ebook: value }, wrong };
  }
  const found: { -readonly [Edition in keyof Isbns]?: string } = {};
  const wrong: WrongFact[] = [];
  for (const [key, value] of members) {
    const edition = memberOf(editionKeys, key);
    const at = [...path, key];
    if (edition === undefined) {
      wrong.push({ type: 'key', path: at, near: nearest(key, Object.keys(editionKeys)) });
      continue;
    }
    const read = isbnAt(value, at);
    wrong.push(...read.wrong);
    if (read.value !== undefined) found[edition] = read.value;
  }
  return { value: found, wrong };
}

/** The ISBN of the print edition alone. */
export function readPrintIsbn(given: unknown, path: YamlPath): Reading<Isbns> {
  const { value, wrong } = isbnAt(given, path);
  return { value: value === undefined ? undefined : { print: value }, wrong };
}

function isbnAt(given: unknown, path: YamlPath): Reading<string> {
  return numberAt(readIsbn(textValue(given) ?? ''), { name: 'ISBN', example: isbnExample, path });
}

/** An ISSN. */
export function issnAt(given: unknown, path: YamlPath): Reading<string> {
  return numberAt(readIssn(textValue(given) ?? ''), { name: 'ISSN', example: '1859-…', path });
}

function numberAt(
  read: BookNumber,
  {
    name,
    example,
    path,
  }: { readonly name: 'ISBN' | 'ISSN'; readonly example: string; readonly path: YamlPath },
): Reading<string> {
  if (read.type === 'right') return right(read.number);
  if (read.type === 'none') return wrongValue(path, `${name} “${example}”`);
  return { value: undefined, wrong: [{ type: 'digit', path, number: name, digit: read.digit }] };
}

/**
 * Whatever identifies the publication. An ISBN becomes its URN; an ISSN is not the publication's own but that of
 * the periodical.
 */
export function readIdentifier(
  given: unknown,
  path: YamlPath,
): Reading<{ readonly identifier?: string; readonly issn?: string }> {
  const text = textValue(given);
  if (text === undefined) return wrongValue(path, someWords);
  if (/^(?:urn:issn:|issn\b)/i.test(text)) {
    const { value, wrong } = issnAt(text, path);
    return { value: value === undefined ? undefined : { issn: value }, wrong };
  }
  const isIsbn = /^(?:urn:isbn:|isbn\b)/i.test(text) || readIsbn(text).type === 'right';
  if (!isIsbn) return right({ identifier: text });
  const { value, wrong } = isbnAt(text, path);
  return { value: value === undefined ? undefined : { identifier: `urn:isbn:${value}` }, wrong };
}

const seriesKeys: Readonly<Record<string, 'name' | 'position' | 'issn' | 'type'>> = {
  name: 'name',
  tên: 'name',
  number: 'position',
  position: 'position',
  số: 'position',
  tập: 'position',
  issn: 'issn',
  type: 'type',
  loại: 'type',
};

/** The name of a series, or a mapping of its name, the number in it, its ISSN and its type. */
export function readSeries(given: unknown, path: YamlPath): Reading<Series> {
  const plain = textValue(given);
  if (plain !== undefined) return right({ name: plain, type: 'series' });
  const members = membersOf(given);
  if (!members) return wrongValue(path, '“…” | { name: “…”, number: 12, issn: “…” }');
  const found: { name?: string; position?: string; issn?: string; type: Series['type'] } = { type: 'series' };
  const wrong: WrongFact[] = [];
  for (const [key, value] of members) {
    const at = [...path, key];
    const member = memberOf(seriesKeys, key);
    const read = member === undefined ? undefined : seriesMember(member, value, at);
    if (read === undefined)
      wrong.push({ type: 'key', path: at, near: nearest(key, Object.keys(seriesKeys)) });
    wrong.push(...(read?.wrong ?? []));
    Object.assign(found, read?.value);
  }
  const { name, ...more } = found;
  if (name === undefined) return { value: undefined, wrong: [...wrong, needsKey(path, 'name')] };
  return { value: { name, ...more }, wrong };
}

function seriesMember(
  member: 'name' | 'position' | 'issn' | 'type',
  value: unknown,
  path: YamlPath,
): Reading<Partial<Series>> {
  const as = (read: Reading<string>): Reading<Partial<Series>> => ({
    value: read.value === undefined ? undefined : { [member]: read.value },
    wrong: read.wrong,
  });
  if (member === 'issn') return as(issnAt(value, path));
  if (member === 'position') return as(readPosition(value, path));
  const text = textValue(value);
  if (member === 'name') return as(text === undefined ? wrongValue(path, someWords) : right(text));
  return text === 'series' || text === 'set' ? right({ type: text }) : wrongValue(path, 'series | set');
}

/** A number, or numbers with points between (EPUB 3.3, D.3.6). */
export function readPosition(given: unknown, path: YamlPath): Reading<string> {
  const text = textValue(given) ?? '';
  return /^\d+(?:\.\d+)*$/.test(text) ? right(text) : wrongValue(path, '12 | “98.4”');
}
