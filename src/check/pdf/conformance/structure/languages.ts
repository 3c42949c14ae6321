/** Rules on natural language: every `Lang` is a language tag, and the language of all text is known. */
import { attributeOf, elementsOf as xmlElementsOf, readXml } from '../../../../document/read-xml.js';
import type { PdfDict } from '../../objects.js';
import type { PdfContents } from '../../read-pdf.js';
import { contentFacts } from '../content-facts.js';
import { annotationsOf } from '../interaction/find-annotations.js';
import { bookmarksOf } from '../interaction/find-bookmarks.js';
import { fieldsOf } from '../interaction/find-fields.js';
import type { Rule } from '../rule.js';
import type { Part } from '../standards.js';
import { elementsOf, languageOf } from './find-elements.js';

/** RFC 1766, on which part 1 of PDF/A stands, has letters alone; RFC 3066 has digits after the first tag. */
const tags: Readonly<Partial<Record<Part, RegExp>>> = { A1: /^[a-z]{1,8}(?:-[a-z]{1,8})*$/i };
const laterTag = /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i;

/** A value of `Lang` and where it stands. */
interface Language {
  readonly place: string;
  readonly language: string;
}

function* languagesOf(contents: PdfContents): Generator<Language> {
  const language = languageOf(contents, contents.file.catalog);
  if (language !== undefined) yield { place: '/Root', language };
  for (const { dict, named, node } of elementsOf(contents).all) {
    const own = languageOf(contents, dict);
    if (own !== undefined) yield { place: `${named.type} ${node.object} 0 R`, language: own };
  }
  for (const { page, text } of contentFacts(contents).tags.languages) {
    yield { place: `p. ${page}, BDC`, language: text };
  }
}

/** `Lang` of the catalog, without which each text has to say its own. */
function hasCatalogLanguage(contents: PdfContents): boolean {
  return languageOf(contents, contents.file.catalog) !== undefined;
}

/** Texts whose language nothing tells, where the catalog does not. */
function* withoutLanguage(contents: PdfContents): Generator<string> {
  const { file } = contents;
  for (const { title } of bookmarksOf(contents)) yield `/Outlines: ${title}`;
  for (const { dict, named, node, language } of elementsOf(contents).all) {
    if (language !== undefined) continue;
    for (const key of ['ActualText', 'Alt', 'E']) {
      if (file.text(dict.raw(key)) !== undefined) yield `${named.type} ${node.object} 0 R /${key}`;
    }
  }
  const tagged = languagesOfAnnotations(contents);
  for (const { dict, values } of annotationsOf(contents)) {
    const says = file.text(dict.raw('Contents')) !== undefined;
    if (says && tagged.get(dict) === undefined) yield `${values.annotation} /Contents`;
  }
  for (const { dict, name } of fieldsOf(contents)) {
    if (file.text(dict.raw('TU')) !== undefined && tagged.get(dict) === undefined) yield `${name} /TU`;
  }
  const facts = contentFacts(contents).tags;
  for (const { page, key } of facts.spansWithoutLanguage) yield `p. ${page}, Span /${key}`;
  for (const page of facts.textWithoutLanguage) yield `p. ${page}`;
  if (hasDefaultAlternative(contents)) yield 'XMP x-default';
}

/** Languages of annotations, and of the fields that they are widgets of: their own, or of their element. */
function languagesOfAnnotations(contents: PdfContents): ReadonlyMap<PdfDict, string | undefined> {
  const { file } = contents;
  const { byDict } = elementsOf(contents);
  const languages = new Map<PdfDict, string | undefined>();
  for (const { dict, element } of annotationsOf(contents)) {
    const language = languageOf(contents, dict) ?? (element && byDict.get(element)?.language);
    const field = file.dict(dict.raw('Parent'));
    languages.set(dict, language);
    if (field) languages.set(field, languages.get(field) ?? language);
  }
  return languages;
}

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

const rdfNamespace = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** True when the metadata has a text in no language but the default one. */
function hasDefaultAlternative({ file }: PdfContents): boolean {
  const stream = file.stream(file.catalog.raw('Metadata'));
  const bytes = stream && file.decode(stream);
  const xml = bytes && readXml(new TextDecoder('utf-8').decode(bytes).trim());
  if (!xml?.ok) return false;
  for (const element of xmlElementsOf(xml.root)) {
    if (element.namespace !== rdfNamespace || element.name !== 'Alt') continue;
    const items = [...xmlElementsOf(element)].filter(({ name }) => name === 'li');
    const languages = items.map((item) => attributeOf(item, xmlNamespace, 'lang'));
    if (languages.length > 0 && languages.every((language) => language === 'x-default')) return true;
  }
  return false;
}

export const languageRules: readonly Rule[] = [
  {
    code: 'PDFA-LANGUAGE',
    clauses: { A1: '6.8.4', A2: '6.7.4', A3: '6.7.4', UA1: '7.2', UA2: '8.4.4' },
    levels: ['A'],
    *find(contents, { part }) {
      const tag = tags[part] ?? laterTag;
      // In PDF/A an empty text may say that a language is unknown.
      const mayBeEmpty = part === 'A1' || part === 'A2' || part === 'A3';
      for (const { place, language } of languagesOf(contents)) {
        if (!tag.test(language) && !(language === '' && mayBeEmpty)) yield { place, language };
      }
    },
  },
  {
    code: 'PDFUA-NO-LANGUAGE',
    clauses: { UA1: '7.2' },
    *find(contents) {
      if (hasCatalogLanguage(contents)) return;
      for (const place of withoutLanguage(contents)) yield { place };
    },
  },
  {
    code: 'PDFUA-DEFAULT-LANGUAGE',
    clauses: { UA2: '8.4.4' },
    find: (contents) => (hasCatalogLanguage(contents) ? [] : [{}]),
  },
];
