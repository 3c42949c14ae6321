/**
 * The rule of PDF/UA-2 on private use characters in texts for people (8.6); those that stand for content
 * (8.4.3) are looked at with the glyphs.
 */
import type { PdfContents } from '../../read-pdf.js';
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

/** Texts that people read, and languages. */
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

export const privateTextRules: readonly Rule[] = [
  {
    code: 'PDFUA-PRIVATE-TEXT',
    clauses: { UA2: '8.6' },
    *find(contents) {
      for (const { place, text } of texts(contents)) if (privateUse.test(text)) yield { place };
    },
  },
];
