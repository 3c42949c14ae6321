/** The keys of a manifest → metadata: synonyms brought together, dates and languages in their usual form. */
import type { Metadata } from '../../document/publication.js';
import { readArchiveFields } from '../archive-fields.js';
import { dateValue } from '../date-value.js';
import { languageTag } from '../front-matter.js';
import type { ArticleKeys, ManifestKeys } from './schema.js';

/** Metadata, and the keys whose values are of the right kind but wrong. */
interface Made {
  readonly value: Metadata;
  readonly wrong: readonly { readonly key: string; readonly expected: string }[];
}

type Common = Partial<Omit<ArticleKeys, 'url' | 'section' | 'kicker' | 'settings'>>;
type Word = string | number;

/** What the manifest says of the whole publication. */
export function publicationMetadata(keys: ManifestKeys): Made {
  const { fields, wrong } = commonFields(keys);
  const language = fields.language ?? 'vi';
  const number = keys.issueNumber;
  const issue =
    typeof number === 'number' || /^\d+$/.test(number ?? '')
      ? `${/^vi\b/i.test(language) ? 'Số' : 'No.'} ${number}`
      : number;
  const identifier = keys.identifier ?? keys.id;
  const archive = readArchiveFields(keys.archive ?? {});
  const wrongFields = archive.wrong.flatMap((one) =>
    one.type === 'value' ? [{ key: `archive.${one.key}`, expected: one.expected }] : [],
  );
  const value: Metadata = {
    sources: [],
    ...fields,
    authors: fields.authors ?? textsOf(keys.editor),
    language,
    ...(keys.publisher === undefined ? {} : { publisher: textOf(keys.publisher) }),
    ...(identifier === undefined ? {} : { identifier: textOf(identifier) }),
    ...(keys.archive === undefined ? {} : { archive: archive.value }),
    extra: {
      ...(issue === undefined ? {} : { issue }),
      ...(keys.imprint === undefined ? {} : { imprint: keys.imprint }),
    },
  };
  return { value, wrong: [...wrong, ...wrongFields] };
}

/** An article's own metadata with what the manifest says of it, and what holds for the whole. */
export function articleMetadata(keys: Partial<ArticleKeys>, found: Metadata, whole: Metadata): Made {
  const { fields, wrong } = commonFields(keys);
  const value: Metadata = {
    ...found,
    ...(found.publisher === undefined && whole.publisher !== undefined ? { publisher: whole.publisher } : {}),
    ...fields,
    ...(keys.section === undefined ? {} : { section: textOf(keys.section) }),
    ...(keys.kicker === undefined ? {} : { kicker: textOf(keys.kicker) }),
  };
  return { value, wrong };
}

function commonFields(keys: Common): {
  readonly fields: Partial<Metadata>;
  readonly wrong: Made['wrong'];
} {
  const wrong: { key: string; expected: string }[] = [];
  const fields: { -readonly [Key in keyof Metadata]?: Metadata[Key] } = {};
  const title = keys.title ?? keys.name;
  if (title !== undefined) fields.title = textOf(title);
  if (keys.subtitle !== undefined) fields.subtitle = textOf(keys.subtitle);
  const authors = keys.author ?? keys.authors ?? keys.creator;
  if (authors !== undefined) fields.authors = textsOf(authors);
  if (keys.source !== undefined) fields.sources = textsOf(keys.source);
  const subjects = keys.subject ?? keys.keywords;
  if (subjects !== undefined) fields.subjects = textsOf(subjects);
  if (keys.description !== undefined) fields.description = textOf(keys.description);
  if (keys.rights !== undefined) fields.rights = textOf(keys.rights);
  const dateKey = keys.datePublished === undefined ? 'date' : 'datePublished';
  const given = keys[dateKey];
  const date = given === undefined ? undefined : dateValue(textOf(given));
  if (date !== undefined) fields.date = date;
  else if (given !== undefined) wrong.push({ key: dateKey, expected: 'YYYY-MM-DD' });
  const languageKey = keys.inLanguage === undefined ? 'language' : 'inLanguage';
  const named = keys[languageKey];
  const language = named === undefined ? undefined : languageTag(textOf(named));
  if (language !== undefined) fields.language = language;
  else if (named !== undefined) wrong.push({ key: languageKey, expected: 'vi, en, fr-CA…' });
  return { fields, wrong };
}

function textOf(given: Word): string {
  return String(given).normalize('NFC').trim();
}

function textsOf(given: Word | readonly Word[] | undefined): readonly string[] {
  if (given === undefined) return [];
  return (typeof given === 'object' ? given : [given]).map(textOf).filter((one) => one !== '');
}
