/**
 * What the package document says of the publication (EPUB 3.3, 5.5 and appendix D.3). Only what the source gave
 * is said: no ISBN, role, sort form, rights, date or claim is invented, and no name is turned round.
 */
import { isWebAddress, type ConformanceClaim, type Person, type Series } from '../document/bibliography.js';
import type { Metadata, Publication } from '../document/publication.js';
import { stripUnwritable } from '../document/xml.js';
import { articleAuthors, issueNumber, issuePosition, issueTitle, periodicalOf } from './issue.js';
import type { AccessibilityClaims, MetadataItem, PackageMetadata } from './package-model.js';
import { fillPhrase, type Phrases } from './phrases.js';

/** What comes from outside the publication. */
interface PackageFacts {
  /** Of all editions: a URN made of the content, unless the source gives one. */
  readonly identifier: string;
  readonly modified: string;
  /** Whether the ebook has a page list. */
  readonly hasPages: boolean;
  readonly accessibility: AccessibilityClaims;
  readonly phrases: Phrases;
  /** What tells this ebook from another of the same publication. */
  readonly edition?: string;
}

/** Title, persons and so on, cleaned of what XML cannot hold. */
export function describePublication(publication: Publication, facts: PackageFacts): PackageMetadata {
  const { metadata, slug } = publication;
  const title = issueTitle(publication, clean(metadata.title) || slug);
  const isbn = metadata.isbn?.ebook;
  // An ISBN stays the same when a word is corrected, and shops look for it here; the content's URN does not.
  const identifier = isbn === undefined ? clean(facts.identifier) : `urn:isbn:${isbn}`;
  const others = identifier === clean(facts.identifier) ? [] : [clean(facts.identifier)];
  const collected = metadata.series !== undefined || periodicalOf(publication) !== undefined;
  if (metadata.issn !== undefined && !collected) others.push(`urn:issn:${metadata.issn}`);
  const creators = metadata.authors.map(clean).filter(Boolean);
  return {
    identifier,
    title,
    language: metadata.language,
    creators,
    modified: facts.modified,
    items: [
      ...identifierItems([identifier, ...others]),
      ...titleItems({ main: title, subtitle: clean(metadata.subtitle), edition: clean(facts.edition) }),
      dc('language', metadata.language),
      ...personItems(creators, [...(metadata.people ?? []), ...articleAuthors(publication)]),
      ...bibliographicItems(metadata),
      ...collectionItems(publication),
      meta('dcterms:modified', facts.modified),
      ...accessibilityItems(facts.accessibility),
      ...(metadata.accessibility ? claimItems(metadata.accessibility) : []),
      ...(facts.hasPages ? [meta('pageBreakSource', printEdition(publication, title, facts.phrases))] : []),
    ],
  };
}

/** What names the print edition whose pages are listed: its ISBN, else what stands on it. */
function printEdition(publication: Publication, title: string, phrases: Phrases): string {
  const { metadata } = publication;
  const isbn = metadata.isbn?.print;
  if (isbn !== undefined) return `urn:isbn:${isbn}`;
  const issue = issueNumber(publication);
  const named = [
    title,
    ...(title.includes(issue) ? [] : [issue]),
    ...(metadata.date === undefined ? [] : [dayOf(metadata.date, metadata.language)]),
  ];
  return fillPhrase(phrases.printEdition, { title: named.join(', ') });
}

/** A date as it is written in Vietnamese, or as it is. */
function dayOf(date: string, language: string): string {
  if (!/^vi\b/i.test(language)) return date;
  return date
    .split('-')
    .toReversed()
    .map((part) => String(Number(part)))
    .join('/');
}

/** The first is the unique one. */
function identifierItems(identifiers: readonly string[]): readonly MetadataItem[] {
  return identifiers.flatMap((value, at) => {
    const id = at === 0 ? 'pub-id' : `identifier-${at + 1}`;
    const isbn = /^urn:isbn:(.*)$/.exec(value)?.[1];
    // ONIX code list 5: 15 is an ISBN of 13 digits, 02 one of 10.
    const type = isbn === undefined ? undefined : isbn.length === 13 ? '15' : '02';
    const typed = type === undefined ? [] : [refined(id, 'identifier-type', type, 'onix:codelist5')];
    return [dc('identifier', value, id), ...typed];
  });
}

/**
 * The main title first, which is the one that readers show who know no types (EPUB 3.3, 5.5.3.1.2). Where an
 * edition is named, all have their place in a row: what has none would not be shown (D.3.5).
 */
function titleItems(titles: {
  readonly main: string;
  readonly subtitle: string;
  readonly edition: string;
}): readonly MetadataItem[] {
  const given = (['main', 'subtitle', 'edition'] as const).filter((type) => titles[type] !== '');
  return given.flatMap((type, at) => {
    const id = type === 'main' ? 'title' : type;
    const place = titles.edition === '' ? [] : [refined(id, 'display-seq', String(at + 1))];
    return [dc('title', titles[type], id), refined(id, 'title-type', type), ...place];
  });
}

/** Authors in their order, then everyone else who is named. */
function personItems(authors: readonly string[], people: readonly Person[]): readonly MetadataItem[] {
  const known = people.map((one) => ({ ...one, name: clean(one.name) }));
  const creators = authors.map(
    (name): Person => known.find((one) => one.name === name) ?? { name, roles: ['aut'] },
  );
  const others = known.filter(
    ({ name }, at) =>
      name !== '' && !authors.includes(name) && known.findIndex((one) => one.name === name) === at,
  );
  const itemsOf = (term: 'creator' | 'contributor', all: readonly Person[]): readonly MetadataItem[] =>
    all.flatMap(({ name, roles, fileAs }, at) => {
      const id = `${term}-${at + 1}`;
      const sorted = fileAs === undefined ? [] : [refined(id, 'file-as', clean(fileAs))];
      return [
        dc(term, name, id),
        ...roles.map((role) => refined(id, 'role', role, 'marc:relators')),
        ...sorted,
      ];
    });
  return [...itemsOf('creator', creators), ...itemsOf('contributor', others)];
}

function bibliographicItems(metadata: Metadata): readonly MetadataItem[] {
  const { publisher, date, description, subjects = [], sources, rights } = metadata;
  const { licence, originalDate, bookEdition, section } = metadata;
  const all = (name: string, values: readonly (string | undefined)[]): readonly MetadataItem[] =>
    values.flatMap((value) => (clean(value) === '' ? [] : [dc(name, clean(value))]));
  const more = (property: string, value: string | undefined): readonly MetadataItem[] =>
    clean(value) === '' ? [] : [meta(property, clean(value))];
  return [
    ...all('publisher', [publisher]),
    ...all('date', [date]),
    ...more('dcterms:created', originalDate),
    ...all('description', [description]),
    ...all('subject', subjects),
    ...all('source', sources),
    ...all('rights', [rights]),
    ...(licence !== undefined && isWebAddress(licence)
      ? [link('dcterms:license', licence)]
      : more('dcterms:license', licence)),
    ...more('schema:bookEdition', bookEdition),
    ...more('schema:articleSection', section),
  ];
}

/** The periodical of an issue, and the series or the set of any publication (D.3.1, D.3.3, D.3.6). */
function collectionItems(publication: Publication): readonly MetadataItem[] {
  const { series, issn } = publication.metadata;
  const periodical = periodicalOf(publication);
  const position = issuePosition(publication);
  const isSame = series !== undefined && (periodical === undefined || clean(series.name) === periodical);
  return [
    ...(periodical === undefined || isSame
      ? []
      : collection('periodical', { name: periodical, type: 'series', position, issn })),
    ...(series === undefined
      ? []
      : collection(
          'series',
          isSame ? { ...series, position: series.position ?? position, issn: series.issn ?? issn } : series,
        )),
  ];
}

interface Collection {
  readonly name: string;
  readonly type: Series['type'];
  readonly position?: string | undefined;
  readonly issn?: string | undefined;
}

function collection(id: string, { name, type, position, issn }: Collection): readonly MetadataItem[] {
  return [
    { type: 'meta', property: 'belongs-to-collection', value: clean(name), id },
    refined(id, 'collection-type', type),
    ...(position === undefined ? [] : [refined(id, 'group-position', position)]),
    ...(issn === undefined ? [] : [refined(id, 'dcterms:identifier', `urn:issn:${issn}`)]),
  ];
}

/** What the file shows (EPUB Accessibility 1.1, 2.2). */
function accessibilityItems(claims: AccessibilityClaims): readonly MetadataItem[] {
  return [
    ...claims.modes.map((mode) => meta('schema:accessMode', mode)),
    ...claims.sufficient.map((modes) => meta('schema:accessModeSufficient', modes)),
    ...claims.features.map((feature) => meta('schema:accessibilityFeature', feature)),
    meta('schema:accessibilityHazard', claims.hazard),
    meta('schema:accessibilitySummary', claims.summary),
  ];
}

/** What the publisher says (EPUB Accessibility 1.1, 3.5): the judge refines the first judgement. */
function claimItems(claim: ConformanceClaim): readonly MetadataItem[] {
  const { conformsTo, certifiedBy, credentials, report, exemptions } = claim;
  const textOrLink = (
    term: string,
    value: string,
    own: Pick<MetadataItem & { refines?: string }, 'id' | 'refines'>,
  ) =>
    isWebAddress(value)
      ? ({ type: 'link', rel: term, href: value, ...own } as const)
      : ({ type: 'meta', property: term, value: clean(value), ...own } as const);
  return [
    ...conformsTo.map((one, at) => textOrLink('dcterms:conformsTo', one, { id: `conformance-${at + 1}` })),
    ...(certifiedBy === undefined
      ? []
      : [
          { ...refined('conformance-1', 'a11y:certifiedBy', clean(certifiedBy)), id: 'certifier' },
          ...credentials.map((one) => textOrLink('a11y:certifierCredential', one, { refines: 'certifier' })),
          ...(report === undefined
            ? []
            : [textOrLink('a11y:certifierReport', report, { refines: 'certifier' })]),
        ]),
    ...exemptions.map((one) => meta('a11y:exemption', one)),
  ];
}

function clean(value: string | undefined): string {
  return stripUnwritable(value ?? '').trim();
}

function dc(name: string, value: string, id?: string): MetadataItem {
  return { type: 'dc', name, value, ...(id !== undefined && { id }) };
}

function meta(property: string, value: string): MetadataItem {
  return { type: 'meta', property, value };
}

function link(rel: string, href: string): MetadataItem {
  return { type: 'link', rel, href };
}

function refined(refines: string, property: string, value: string, scheme?: string): MetadataItem {
  return { type: 'meta', refines, property, value, ...(scheme !== undefined && { scheme }) };
}
