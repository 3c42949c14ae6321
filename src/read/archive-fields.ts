/**
 * What a source says for the archive, under the key `archive` of a front matter or a manifest: fields of
 * `document/archive-record.ts` by either name → their values. Pages are no field of a source: they are
 * counted. In: a mapping; out: fields, and the keys that are wrong with what they must be.
 */
import { nearest } from '../document/checked-yaml.js';
import {
  recordFieldNames,
  recordFieldOf,
  recordFields,
  type ArchiveFields,
  type RecordFieldName,
} from '../document/archive-record.js';
import { someDay, someWords } from '../document/expected-words.js';
import { dateValue } from './date-value.js';

/** A key that is no field, or whose value is of another kind. */
export type WrongField =
  | { readonly type: 'key'; readonly key: string; readonly near: string | undefined }
  | { readonly type: 'value'; readonly key: string; readonly expected: string };

/** Fields that a source may give. */
export const givenFields: readonly RecordFieldName[] = recordFieldNames.filter(
  (name) => name !== 'PageAmount',
);

/** The name of a field for those who write by hand: as archivists call it, in small letters. */
export function writtenName(name: RecordFieldName): string {
  return recordFields[name].vi.toLowerCase();
}

/** Reads the fields of a mapping. */
export function readArchiveFields(given: Readonly<Record<string, unknown>>): {
  readonly value: ArchiveFields;
  readonly wrong: readonly WrongField[];
} {
  const fields: { [Name in RecordFieldName]?: string } = {};
  const wrong: WrongField[] = [];
  for (const [key, value] of Object.entries(given)) {
    if (value === null || value === undefined) continue;
    const name = recordFieldOf(key);
    if (name === undefined || !givenFields.includes(name)) {
      wrong.push({
        type: 'key',
        key,
        near: nearest(
          key,
          givenFields.flatMap((one) => [one, writtenName(one)]),
        ),
      });
      continue;
    }
    const text = textOf(value);
    const read = name === 'IssuedDate' && text !== undefined ? dateValue(text) : text;
    if (read === undefined) {
      wrong.push({ type: 'value', key, expected: name === 'IssuedDate' ? someDay : someWords });
    } else {
      fields[name] = read;
    }
  }
  return { value: fields, wrong };
}

/** A text, a number as it is written, or several with commas between. */
function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const all = value.map(textOf);
    return all.every((one) => one !== undefined) && all.length > 0 ? all.join(', ') : undefined;
  }
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  return text.trim() === '' ? undefined : text.normalize('NFC').trim();
}
