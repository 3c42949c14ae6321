/**
 * What Liquid furniture may speak of: the publication's and the article's metadata, the option values
 * and the labels, as plain values. Names are those of `Metadata`; a thing that is not known is null.
 */
import type { Edition, Metadata, OutlineEntry, Publication } from '../document/publication.js';
import { hasClass, type ElementNode } from '../document/tree.js';
import { labelsFor, type ChosenOptions } from './choose-options.js';
import type { Piece } from './describe-piece.js';
import { authorsOf, imprintData } from './imprint-data.js';
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
      ...imprintData(publication.metadata, edition, labelsFor(template, publication.metadata.language)),
      slug: publication.slug,
      identifier: publication.identifier,
      articles: publication.sections.map(({ id, title, metadata }) => ({
        ...metadataData(metadata),
        id,
        title,
      })),
      outline: publication.outline.flatMap((entry) => outlineData(entry, 1)),
      hasContents: publication.sections.some(({ body }) => holdsContents(body)),
    },
    options: chosen.values,
    labels: labelsFor(template, publication.metadata.language),
    template: template.name,
    edition,
  };
}

/** An entry of the outline and those below it, one after the other; `depth` from 1. */
function outlineData(entry: OutlineEntry, depth: number): readonly Record<string, unknown>[] {
  const { title, number = null, target, children } = entry;
  return [{ title, number, target, depth }, ...children.flatMap((child) => outlineData(child, depth + 1))];
}

/** The author has put a list of contents into the text. */
function holdsContents(node: ElementNode): boolean {
  if (node.tagName === 'nav' && hasClass(node, 'contents')) return true;
  return node.children.some((child) => child.type === 'element' && holdsContents(child));
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
    authors: authorsOf(metadata),
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
