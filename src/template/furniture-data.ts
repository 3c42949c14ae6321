/**
 * What Liquid furniture may speak of: the publication's and the article's metadata, the option values
 * and the labels, as plain values. Names are those of `Metadata`; a thing that is not known is null.
 */
import type { Edition, Metadata, Publication } from '../document/publication.js';
import { labelsFor, type ChosenOptions } from './choose-options.js';
import type { Piece } from './describe-piece.js';
import type { FurnitureData } from './furniture.js';
import type { Template } from './template.js';

/** Data for slots that stand once in a publication. */
export function publicationData(
  publication: Publication,
  template: Template,
  chosen: ChosenOptions,
  edition: Edition,
): FurnitureData {
  return {
    publication: {
      ...metadataData(publication.metadata),
      slug: publication.slug,
      identifier: publication.identifier,
      articles: publication.sections.map(({ id, title, metadata }) => ({
        ...metadataData(metadata),
        id,
        title,
      })),
    },
    options: chosen.values,
    labels: labelsFor(template, publication.metadata.language),
    template: template.name,
    edition,
  };
}

/** Data for the slots about one article: the same, and `article`. */
export function pieceData(common: FurnitureData, piece: Piece): FurnitureData {
  const { section } = piece;
  return {
    ...common,
    article: {
      ...metadataData(section.metadata),
      id: section.id,
      title: section.title,
      number: piece.number,
      first: piece.first,
      last: piece.last,
      words: piece.words,
      photos: piece.photos,
      hasLead: piece.hasLead,
      hasKicker: piece.hasKicker,
    },
  };
}

function metadataData(metadata: Metadata): Record<string, unknown> {
  return {
    title: metadata.title ?? null,
    subtitle: metadata.subtitle ?? null,
    kicker: metadata.kicker ?? null,
    section: metadata.section ?? null,
    dateline: metadata.dateline ?? null,
    authors: metadata.authors,
    sources: metadata.sources,
    date: metadata.date ?? null,
    accessDate: metadata.accessDate ?? null,
    language: metadata.language,
    publisher: metadata.publisher ?? null,
    description: metadata.description ?? null,
    rights: metadata.rights ?? null,
    extra: metadata.extra,
  };
}
