/**
 * Rules that only all documents of a book together can break: titles that are all the same, languages
 * that the package does not name (WCAG 2.4.2, 3.1.1; EPUB 3.3, 5.5.3.1.3).
 */
import type { Diagnostic } from '../../../diagnostic.js';
import { xmlText } from '../../../document/read-xml.js';
import { languageOf } from './check-text.js';
import { collapsed, named, said, xhtml, type DocumentView } from './document-view.js';
import { packageSaid, type PackageFacts } from './package-facts.js';

/** Holds the documents of the spine to these rules. */
export function checkBook(views: readonly DocumentView[], facts: PackageFacts): readonly Diagnostic[] {
  return [...checkPackageLanguage(facts), ...checkLanguages(views, facts), ...checkTitles(views)];
}

function checkPackageLanguage(facts: PackageFacts): readonly Diagnostic[] {
  return facts.version < 3 || (facts.root.attributes.get('xml:lang') ?? '').trim() !== ''
    ? []
    : [packageSaid(facts, 'CHECK-EPUB-PACKAGE-LANG')];
}

function checkLanguages(views: readonly DocumentView[], facts: PackageFacts): readonly Diagnostic[] {
  const listed = facts.languages.map(primary);
  if (listed.length === 0) return [];
  const told = new Set<string>();
  return views.flatMap((view) => {
    const { root } = view.document;
    const language = primary(languageOf(root));
    if (language === '' || listed.includes(language) || told.has(language)) return [];
    told.add(language);
    return [said(view, 'CHECK-EPUB-LANG-OTHER', root, { language, listed: facts.languages.join(', ') })];
  });
}

function primary(language: string): string {
  return language.trim().toLowerCase().split('-')[0] ?? '';
}

/** Fewer documents than this may well be parts of one chapter. */
const fewTitles = 3;

/** One title on half of the documents tells nobody where in the book they are. */
function checkTitles(views: readonly DocumentView[]): readonly Diagnostic[] {
  const first = new Map<string, { readonly view: DocumentView; count: number }>();
  for (const view of views) {
    const element = named(view, xhtml, 'title')[0];
    const title = element ? collapsed(xmlText(element)) : '';
    const before = first.get(title);
    if (before) before.count += 1;
    else if (title !== '') first.set(title, { view, count: 1 });
  }
  return [...first]
    .filter(([, { count }]) => count >= fewTitles && count * 2 >= views.length)
    .map(([title, { view, count }]) =>
      said(view, 'CHECK-EPUB-TITLE-REPEATED', named(view, xhtml, 'title')[0] ?? view.document.root, {
        title,
        count,
      }),
    );
}
