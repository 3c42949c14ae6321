/**
 * The imprint as furniture shows it: facts with their names in the publication's language, in the order of the
 * law. In: metadata; out: what stands first (numbers of registration and licence) and what follows. Persons,
 * numbers and rights come from the metadata, the rest from `imprint`; what nobody says is left out.
 */
import { relators, type Relator } from '../document/bibliography.js';
import { imprintFields } from '../document/imprint.js';
import type { Edition, Metadata } from '../document/publication.js';

/** A fact with its name. */
interface NamedFact {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

/** Names for what is no field of `imprint`. */
const otherNames: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  series: { vi: 'Bộ sách', en: 'Series' },
  'original-date': { vi: 'Xuất bản lần đầu', en: 'First published' },
  edition: { vi: 'Lần xuất bản', en: 'Edition' },
  isbn: { vi: 'ISBN', en: 'ISBN' },
  issn: { vi: 'ISSN', en: 'ISSN' },
  rights: { vi: 'Bản quyền', en: 'Rights' },
  terms: { vi: 'Giấy phép sử dụng', en: 'Licence for use' },
};

/** The facts of an edition; `labels` are the template's own names for some of them. */
export function imprintData(
  metadata: Metadata,
  edition: Edition,
  labels: Readonly<Record<string, string>>,
): { readonly imprintFirst: readonly NamedFact[]; readonly imprint: readonly NamedFact[] } {
  const language = metadata.language.split('-')[0] === 'vi' ? 'vi' : 'en';
  const fact = (name: string, value: string | undefined): readonly NamedFact[] => {
    const label = labels[name] ?? imprintFields[name]?.[language] ?? otherNames[name]?.[language] ?? name;
    return value === undefined || value === '' ? [] : [{ name, label, value }];
  };
  const { isbn, issn, series, originalDate, bookEdition, rights, licence } = metadata;
  const fields = (of: 'first' | 'paper' | undefined): readonly NamedFact[] =>
    Object.keys(imprintFields)
      .filter((name) => imprintFields[name]?.of === of)
      .flatMap((name) => fact(name, givenText(metadata, name)));
  return {
    imprintFirst: fields('first'),
    imprint: [
      ...peopleByRole(metadata, language),
      ...fact('original-date', originalDate),
      ...fact('edition', bookEdition),
      ...fact('series', series && [series.name, series.position].filter(Boolean).join(', ')),
      ...fact('isbn', edition === 'ebook' ? isbn?.ebook : isbn?.print),
      ...fact('issn', series?.issn ?? issn),
      ...fields(undefined),
      ...(edition === 'ebook' ? [] : fields('paper')),
      ...fact('rights', rights),
      ...fact('terms', licence),
    ],
  };
}

function givenText({ extra }: Metadata, name: string): string | undefined {
  const { imprint } = extra;
  const given: unknown =
    typeof imprint === 'object' && imprint !== null ? Reflect.get(imprint, name) : undefined;
  return typeof given === 'string' || typeof given === 'number' ? String(given) : undefined;
}

/** Authors in the narrower sense: those of a whole may be its editors. */
export function authorsOf({ authors, people = [] }: Metadata): readonly string[] {
  return authors.filter((name) => people.find((one) => one.name === name)?.roles.includes('aut') ?? true);
}

/** Who did something else than write, by what they did first. */
function peopleByRole(metadata: Metadata, language: 'vi' | 'en'): readonly NamedFact[] {
  const authors = authorsOf(metadata);
  const names = new Map<Relator, string[]>();
  for (const { name, roles } of metadata.people ?? []) {
    const [role] = roles;
    if (authors.includes(name) || role === undefined) continue;
    names.set(role, [...(names.get(role) ?? []), name]);
  }
  return [...names].map(([role, all]) => {
    const [word] = relators[role][language];
    return { name: role, label: word.charAt(0).toUpperCase() + word.slice(1), value: all.join(', ') };
  });
}
