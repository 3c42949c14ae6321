/**
 * What a mapping of YAML says of a publication → metadata. In: keys and plain values; out: the fields that are
 * right, what belongs to templates, everything that is wrong with its place. Keys that are no facts are left to
 * the caller: a front matter keeps them for templates, a manifest knows none.
 */
import type { Isbns, Person, Series } from '../../document/bibliography.js';
import type { YamlPath } from '../../document/checked-yaml.js';
import { someDay, someWords } from '../../document/expected-words.js';
import type { Metadata } from '../../document/publication.js';
import { readClaims } from './claims.js';
import { factOf, type Fact } from './fact-keys.js';
import { readImprint } from './imprint.js';
import { issnAt, readIdentifier, readIsbns, readPosition, readPrintIsbn, readSeries } from './numbers.js';
import { joinPeople, readPeople } from './people.js';
import { dayValue, keywordValues, languageValue, textValue, textValues } from './plain-values.js';
import { needsKey, right, wrongValue, type Reading, type WrongFact } from './wrong-fact.js';

/** What was read. */
export interface FactsRead {
  readonly fields: Partial<Metadata>;
  /** For templates: `issue`, `imprint`. */
  readonly extra: Readonly<Record<string, unknown>>;
  readonly wrong: readonly WrongFact[];
  /** The key that gave each field its value. */
  readonly keys: ReadonlyMap<string, string>;
}

type Fields = { -readonly [Name in keyof Metadata]?: Metadata[Name] };

/** What is gathered of several keys. */
interface Gathered {
  readonly fields: Fields;
  readonly extra: Record<string, unknown>;
  readonly people: Person[];
  isbn: Isbns;
  position?: { readonly value: string; readonly key: string };
}

/** Reads the facts among the members of a mapping. */
export function readFacts(members: readonly (readonly [key: string, value: unknown])[]): FactsRead {
  const gathered: Gathered = { fields: {}, extra: {}, people: [], isbn: {} };
  const wrong: WrongFact[] = [];
  const keys = new Map<string, string>();
  for (const [key, value] of members) {
    const fact = factOf(key);
    if (!fact || value === null || value === undefined) continue;
    const read = gather(fact, value, key, gathered);
    wrong.push(...read.wrong);
    if (read.value === true) keys.set(fact.field, key);
  }
  wrong.push(...settle(gathered, keys));
  return { fields: gathered.fields, extra: gathered.extra, wrong, keys };
}

/** Reads one fact into what is gathered; true when it said something. */
function gather(fact: Fact, given: unknown, key: string, gathered: Gathered): Reading<true> {
  const { fields, extra, people } = gathered;
  const take = <T>(read: Reading<T>, use: (value: T) => void): Reading<true> => {
    if (read.value !== undefined) use(read.value);
    return { value: read.value === undefined ? undefined : true, wrong: read.wrong };
  };
  const path: YamlPath = [key];
  switch (fact.kind) {
    case 'people':
      return take(readPeople(given, fact.role ?? 'ctb', path), (all) => {
        people.push(...all);
        if (fact.field === 'authors') fields.authors = all.map(({ name }) => name);
      });
    case 'isbn':
    case 'print-isbn': {
      const read = fact.kind === 'isbn' ? readIsbns(given, path) : readPrintIsbn(given, path);
      return take(read, (value) => (gathered.isbn = { ...gathered.isbn, ...value }));
    }
    case 'issn':
      return take(issnAt(given, path), (value) => (fields.issn = value));
    case 'identifier':
      return take(readIdentifier(given, path), (value) => Object.assign(fields, value));
    case 'series':
      return take(readSeries(given, path), (value) => (fields.series = value));
    case 'position':
      return take(readPosition(given, path), (value) => (gathered.position = { value, key }));
    case 'claims':
      return take(readClaims(given, path), (value) => (fields.accessibility = value));
    case 'imprint':
      return take(readImprint(given, path), (value) => (extra['imprint'] = value));
    case 'issue':
      return take(plain('text', given, path), (value) => (extra['issue'] = key === 'issue' ? given : value));
    case 'text':
    case 'texts':
    case 'keywords':
    case 'date':
    case 'language':
      return take(plain(fact.kind, given, path), (value) => Object.assign(fields, { [fact.field]: value }));
  }
}

/** What a value must look like, in the words of `expected-words.ts` or by example. */
const examples = {
  text: someWords,
  texts: `${someWords} | a list of them`,
  keywords: `${someWords} | a list of them`,
  date: someDay,
  language: 'vi, en, fr-CA…',
} as const;

function plain(
  kind: keyof typeof examples,
  given: unknown,
  path: YamlPath,
): Reading<string | readonly string[]> {
  const readers = {
    text: textValue,
    texts: textValues,
    keywords: keywordValues,
    date: dayValue,
    language: languageValue,
  };
  const value = readers[kind](given);
  return value === undefined ? wrongValue(path, examples[kind]) : right(value);
}

/** Joins what several keys say; what is wrong between them. */
function settle(gathered: Gathered, keys: Map<string, string>): readonly WrongFact[] {
  const { fields, extra, isbn, position } = gathered;
  const people = joinPeople(gathered.people);
  if (people.length > 0) {
    fields.people = people;
    if (!keys.has('people')) keys.set('people', keys.get('authors') ?? '');
  }
  if (isbn.ebook !== undefined || isbn.print !== undefined) fields.isbn = isbn;
  if (fields.issn !== undefined && !keys.has('issn')) keys.set('issn', keys.get('identifier') ?? '');
  // What stands under `issue` is the template's, and stays as it is typed.
  const { issue } = extra;
  if (keys.get('issue') !== 'issue' && typeof issue === 'string' && /^\d+$/.test(issue))
    extra['issue'] = `${/^vi\b/i.test(fields.language ?? 'vi') ? 'Số' : 'No.'} ${issue}`;
  if (!position) return [];
  if (!fields.series) return [needsKey([position.key], 'series')];
  const series: Series = { ...fields.series, position: position.value };
  fields.series = series;
  return [];
}
