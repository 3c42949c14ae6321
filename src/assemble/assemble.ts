/**
 * The second stage: articles → one `Publication`. Sections are cut, ids and keys given, headings put
 * in order, links resolved; what all editions carry (slug, identifier, date) is settled here. The
 * articles are not changed: every element of the publication is a new one.
 */
import { type Diagnostic, type Staged } from '../diagnostic.js';
import type { Manuscript, Metadata, Publication } from '../document/publication.js';
import { slug } from '../document/slug.js';
import { askedOf } from './asked.js';
import { adoptAssets } from './assets.js';
import { nameCrossReferences } from './cross-references.js';
import { settleDate } from './date.js';
import { fillLists } from './fill-lists.js';
import { giveIds } from './give-ids.js';
import { giveKeys } from './give-keys.js';
import { identifierOf } from './identifier.js';
import { resolveLinks } from './links.js';
import { numberNotes } from './number-notes.js';
import { notesOf, outlineOf, targetsOf } from './outline.js';
import { repairHeadings } from './headings.js';
import { draftSections } from './sections.js';
import { tellLanguage } from './tell-language.js';

/** What the caller knows of the publication. */
export interface AssembleConfig {
  /** Base name of the input, for the file names and for a publication without a title. */
  readonly name: string;
  /** `--date` or SOURCE_DATE_EPOCH: before any date of the articles. */
  readonly date?: string;
}

/** Assembles the articles of a manuscript in their order. */
export function assemble(manuscript: Manuscript, config: AssembleConfig): Staged<Publication> {
  const diagnostics: Diagnostic[] = [];
  const take = <T>(staged: Staged<T>): T => {
    diagnostics.push(...staged.diagnostics);
    return staged.value;
  };

  // One namespace for pictures, then sections: one an article, one a chapter of a book.
  const articles = manuscript.chapters.map(({ article }) => article);
  diagnostics.push(...tellLanguage(articles));
  const { chapters, assets } = adoptAssets(manuscript.chapters);
  const cut = draftSections({ ...manuscript, chapters }, config.name);

  // Levels without gaps, ids that are unique, lists and references with their words, links that lead
  // somewhere, keys in document order.
  const levelled = take(repairHeadings(cut));
  const asked = askedOf(levelled);
  const named = take(giveIds(levelled, asked));
  const numbered = asked.ids ? numberNotes(named) : named;
  const listed = asked.lists ? take(fillLists(numbered)) : numbered;
  const linked = asked.links ? take(resolveLinks(nameCrossReferences(listed))) : listed;
  const sections = giveKeys(linked);

  // What stands on the imprint of every edition.
  const metadata = metadataOf(manuscript, config.name);
  const dated = take(settleDate(metadata, config.date, manuscript.path));
  const value = {
    kind: manuscript.kind,
    slug: slug(config.name) || slug(metadata.title ?? '') || 'an-pham',
    metadata: { ...metadata, ...dated.metadata },
    sections,
    outline: outlineOf(sections),
    notes: notesOf(sections),
    targets: targetsOf(sections),
    assets,
    sources: new Map(articles.map((article) => [article.path, article.source])),
    identifier: metadata.identifier ?? identifierOf(articles),
    modified: dated.modified,
    ...(manuscript.options === undefined ? {} : { options: manuscript.options }),
  };
  return { value, diagnostics };
}

/** A single article's own metadata; of several what is said of the whole, or else what they name together. */
function metadataOf({ chapters, metadata }: Manuscript, name: string): Metadata {
  const first = chapters[0]?.article.metadata;
  if (metadata) return { ...metadata, title: metadata.title ?? name };
  if (first && chapters.length === 1) return { ...first, title: first.title ?? name };
  const all = (list: (metadata: Metadata) => readonly string[]): readonly string[] => [
    ...new Set(chapters.flatMap(({ article }) => list(article.metadata))),
  ];
  const people = chapters.flatMap(({ article }) => article.metadata.people ?? []);
  return {
    title: name,
    authors: all(({ authors }) => authors),
    // What the first article says of a person holds.
    people: people.filter((one, at) => people.findIndex(({ name }) => name === one.name) === at),
    sources: all(({ sources }) => sources),
    language: first?.language ?? 'vi',
    subjects: all(({ subjects }) => subjects ?? []),
    extra: {},
  };
}
