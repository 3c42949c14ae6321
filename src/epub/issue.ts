/**
 * What an issue of a periodical is besides a publication: it has a number, a periodical that it belongs to,
 * articles with authors of their own, and sections that its contents name. In: a publication; out: facts that
 * the source gave, and nothing of what is no issue.
 */
import type { Person } from '../document/bibliography.js';
import type { OutlineEntry, Publication, Section } from '../document/publication.js';
import { stripUnwritable } from '../document/xml.js';

/** `Số 12`, as the source or the template's option has it; empty where neither says. */
export function issueNumber({ metadata, options }: Publication): string {
  return wordsOf(metadata.extra['issue'] ?? options?.['issue']?.value);
}

/** `12`, where the number is one with or without a word before it: `Số 12`. */
export function issuePosition(publication: Publication): string | undefined {
  return /^\D*(\d+)$/.exec(issueNumber(publication))?.[1];
}

/**
 * The title of the periodical that an issue belongs to: the name on its masthead, else its own title where it
 * has a number or an ISSN besides. Without these nothing says that there is more than this one.
 */
export function periodicalOf(publication: Publication): string | undefined {
  if (publication.kind !== 'issue') return undefined;
  const { title, issn } = publication.metadata;
  const name = wordsOf(publication.options?.['publication']?.value);
  const counted = issueNumber(publication) !== '' || issn !== undefined;
  return name || (counted && wordsOf(title)) || undefined;
}

/** The title of an issue with its number, as its masthead says it: `Bản tin Đồng Mỏ, Số 12`. */
export function issueTitle(publication: Publication, title: string): string {
  if (publication.kind !== 'issue') return title;
  let named = title;
  const periodical = periodicalOf(publication);
  if (periodical !== undefined && !holds(named, periodical)) named = `${periodical}, ${named}`;
  const number = issueNumber(publication);
  return number === '' || holds(named, number) ? named : `${named}, ${number}`;
}

/** Whether words stand in a title as a whole: `Số 1` does not in `Số 12`. */
function holds(title: string, words: string): boolean {
  const at = title.toLowerCase().indexOf(words.toLowerCase());
  return at >= 0 && !/^[\p{L}\p{N}]/u.test(title.slice(at + words.length));
}

/** Who wrote the articles of an issue, each once. */
export function articleAuthors({ kind, sections }: Publication): readonly Person[] {
  const found = new Map<string, Person>();
  for (const { metadata } of kind === 'issue' ? sections : []) {
    for (const name of metadata.authors) {
      const known = metadata.people?.find((one) => one.name === name);
      if (!found.has(name)) found.set(name, known ?? { name, roles: ['aut'] });
    }
  }
  return [...found.values()];
}

/** The outline with the articles of each section of an issue below the name of the section. */
export function outlineWithSections(publication: Publication): readonly OutlineEntry[] {
  const { kind, sections, targets, outline } = publication;
  if (kind !== 'issue') return outline;
  const byId = new Map(sections.map((section) => [section.id, section]));
  const grouped: OutlineEntry[] = [];
  let last: string | undefined;
  for (const entry of outline) {
    const section = byId.get(targets.get(entry.target) ?? '');
    const name = wordsOf(section?.metadata.section);
    const open = grouped.at(-1);
    if (!section || name === '') grouped.push(entry);
    else if (open && name === last) grouped[grouped.length - 1] = withChild(open, entry);
    else grouped.push(groupOf(name, section, entry));
    last = name;
  }
  return grouped;
}

/** A section begins where its first article does. */
function groupOf(title: string, { id }: Section, first: OutlineEntry): OutlineEntry {
  return { title, level: 1, target: id, children: [first] };
}

function withChild(group: OutlineEntry, entry: OutlineEntry): OutlineEntry {
  return { ...group, children: [...group.children, entry] };
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? stripUnwritable(String(value)).trim() : '';
}
