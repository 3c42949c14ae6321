/** The keys of a manifest → metadata: what is said of the whole, and of an article over what was found in its text. */
import type { Metadata } from '../../document/publication.js';
import { readArchiveFields } from '../archive-fields.js';
import { readFacts } from '../facts/read-facts.js';
import type { WrongFact } from '../facts/wrong-fact.js';
import type { ArticleKeys, ManifestKeys } from './schema.js';

/** Metadata, and what is wrong in them though it is of the right kind. */
interface Made {
  readonly value: Metadata;
  readonly wrong: readonly WrongFact[];
}

/** What the manifest says of the whole publication. */
export function publicationMetadata(keys: ManifestKeys): Made {
  const { fields, extra, wrong } = readFacts(Object.entries(keys));
  const archive = readArchiveFields(keys.archive ?? {});
  // Other keys than fields the schema has found already.
  const wrongFields = archive.wrong.flatMap((one) =>
    one.type === 'value' ? [{ ...one, path: ['archive', one.key] }] : [],
  );
  const editors = (fields.people ?? []).filter(({ roles }) => roles.includes('edt'));
  const value: Metadata = {
    sources: [],
    language: 'vi',
    ...fields,
    authors: fields.authors ?? editors.map(({ name }) => name),
    ...(keys.archive === undefined ? {} : { archive: archive.value }),
    extra,
  };
  return { value, wrong: [...wrong, ...wrongFields] };
}

/** An article's own metadata with what the manifest says of it, and what holds for the whole. */
export function articleMetadata(keys: Partial<ArticleKeys>, found: Metadata, whole: Metadata): Made {
  const { fields, wrong } = readFacts(Object.entries(keys));
  const { publisher } = whole;
  const value: Metadata = {
    ...found,
    ...(found.publisher === undefined && publisher !== undefined ? { publisher } : {}),
    ...fields,
  };
  return { value, wrong };
}
