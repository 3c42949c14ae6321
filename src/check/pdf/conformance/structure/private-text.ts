/** Rules of PDF/UA-2 on private use characters (8.4.3, 8.6): no text for people has any. */
import type { PdfContents } from '../../read-pdf.js';
import { contentFacts } from '../content-facts.js';
import { annotationsOf } from '../interaction/find-annotations.js';
import { bookmarksOf } from '../interaction/find-bookmarks.js';
import { fieldsOf } from '../interaction/find-fields.js';
import type { Rule } from '../rule.js';
import { elementsOf, languageOf } from './find-elements.js';

const privateUse = /\p{Co}/u;

/** A text and where it stands. */
interface Text {
  readonly place: string;
  readonly text: string;
}

/** Texts that stand for content. */
function* alternatives(contents: PdfContents): Generator<Text> {
  for (const { dict, named, node } of elementsOf(contents).all) {
    for (const key of ['ActualText', 'Alt']) {
      const text = contents.file.text(dict.raw(key));
      if (text !== undefined) yield { place: `${named.type} ${node.object} 0 R /${key}`, text };
    }
  }
  for (const { page, key, text } of contentFacts(contents).tags.texts) {
    if (key !== 'E') yield { place: `p. ${page} /${key}`, text };
  }
}

/** Other texts that people read, and languages. */
function* texts(contents: PdfContents): Generator<Text> {
  const { file } = contents;
  yield { place: '/Root /Lang', text: languageOf(contents, file.catalog) ?? '' };
  for (const { title } of bookmarksOf(contents)) yield { place: '/Outlines', text: title };
  for (const { dict, values } of annotationsOf(contents)) {
    yield { place: values.annotation, text: file.text(dict.raw('Contents')) ?? '' };
  }
  for (const { dict, name } of fieldsOf(contents)) {
    yield { place: name, text: file.text(dict.raw('TU')) ?? '' };
  }
  for (const { dict, named, node } of elementsOf(contents).all) {
    for (const key of ['E', 'T', 'Lang']) {
      yield { place: `${named.type} ${node.object} 0 R /${key}`, text: file.text(dict.raw(key)) ?? '' };
    }
  }
}

function privateRule(clause: string, all: (contents: PdfContents) => Iterable<Text>): Rule {
  return {
    code: 'PDFUA-PRIVATE-TEXT',
    clauses: { UA2: clause },
    *find(contents) {
      for (const { place, text } of all(contents)) if (privateUse.test(text)) yield { place };
    },
  };
}

export const privateTextRules: readonly Rule[] = [
  privateRule('8.4.3', alternatives),
  privateRule('8.6', texts),
];
