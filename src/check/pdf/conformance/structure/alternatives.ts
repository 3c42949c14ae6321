/** Rules of PDF/UA on elements that need words or relations of their own: figures, formulas, notes, lists. */
import { latin1, PdfString, type PdfDict } from '../../objects.js';
import type { PdfContents } from '../../read-pdf.js';
import type { Rule } from '../rule.js';
import { attributeOf } from './attributes.js';
import { elementsOf, elementValues, kidsOf, parentOf, type Element } from './find-elements.js';
import { namespaces } from './standard-types.js';

/** A rule on each element of a type. */
function elementRule(
  code: Rule['code'],
  clauses: Rule['clauses'],
  wrong: (element: Element, contents: PdfContents) => boolean,
): Rule {
  return {
    code,
    clauses,
    find: (contents) =>
      elementsOf(contents)
        .all.filter((element) => wrong(element, contents))
        .map(elementValues),
  };
}

/** An alternative that is not empty, or a replacement text. */
function isDescribed({ dict }: Element, { file }: PdfContents): boolean {
  return (file.text(dict.raw('Alt')) ?? '') !== '' || file.text(dict.raw('ActualText')) !== undefined;
}

function hasText({ dict }: Element, { file }: PdfContents): boolean {
  return ['Alt', 'ActualText'].some((key) => file.text(dict.raw(key)) !== undefined);
}

function idOf({ dict }: Element, { file }: PdfContents): string {
  const id = file.resolve(dict.raw('ID'));
  return id instanceof PdfString ? latin1(id.bytes) : '';
}

/** What `Ref` names. */
function referencesOf({ dict }: Element, { file }: PdfContents): readonly PdfDict[] {
  return (file.array(dict.raw('Ref')) ?? []).flatMap((item) => file.dict(item) ?? []);
}

function hasReference(element: Element, contents: PdfContents): boolean {
  return (
    referencesOf(element, contents).length > 0 || element.kids.some((kid) => hasReference(kid, contents))
  );
}

function isMath({ standard }: Element): boolean {
  return standard?.namespace === namespaces.mathMl;
}

export const alternativeRules: readonly Rule[] = [
  elementRule(
    'PDFUA-FIGURE',
    { UA1: '7.3' },
    (element, contents) => element.type === 'Figure' && !isDescribed(element, contents),
  ),
  elementRule(
    'PDFUA-FIGURE',
    { UA2: '8.2.5.28.2' },
    (element, contents) => element.type === 'Figure' && !hasText(element, contents),
  ),
  elementRule(
    'PDFUA-FORMULA',
    { UA1: '7.7' },
    (element, contents) => element.type === 'Formula' && !isDescribed(element, contents),
  ),
  elementRule('PDFUA-MATH', { UA2: '8.2.5.29' }, (element) => {
    const parent = parentOf(element);
    return isMath(element) && !(parent && (parent.type === 'Formula' || isMath(parent)));
  }),
];

export const noteRules: readonly Rule[] = [
  elementRule(
    'PDFUA-NOTE-ID',
    { UA1: '7.9' },
    (element, contents) => element.type === 'Note' && idOf(element, contents) === '',
  ),
  {
    code: 'PDFUA-NOTE-ID-TWICE',
    clauses: { UA1: '7.9' },
    *find(contents) {
      const seen = new Set<string>();
      for (const element of elementsOf(contents).all) {
        const id = element.type === 'Note' ? idOf(element, contents) : '';
        if (id !== '' && seen.has(id)) yield { ...elementValues(element), id };
        seen.add(id);
      }
    },
  },
  elementRule('PDFUA-NOTE', { UA2: '8.2.5.14' }, ({ type }) => type === 'Note'),
  elementRule('PDFUA-NOTE-TYPE', { UA2: '8.2.5.14' }, (element, { file }) => {
    if (element.type !== 'FENote') return false;
    const type = file.nameOf(attributeOf(file, element, 'FENote', 'NoteType')) ?? 'None';
    return !['Footnote', 'Endnote', 'None'].includes(type);
  }),
  {
    code: 'PDFUA-NOTE-REFERENCE',
    clauses: { UA2: '8.2.5.14' },
    *find(contents) {
      const { all, byDict } = elementsOf(contents);
      const references = new Map(all.map((element) => [element, new Set(referencesOf(element, contents))]));
      // Each of the two names the other.
      for (const [element, named] of references) {
        for (const dict of named) {
          const other = byDict.get(dict);
          if (other?.type !== 'FENote' && element.type !== 'FENote') continue;
          if (other && references.get(other)?.has(element.dict) !== true) yield elementValues(element);
        }
      }
    },
  },
];

/** A list that has labels says how it counts. */
function isUnnumbered(element: Element, { file }: PdfContents): boolean {
  if (element.type !== 'L') return false;
  const items = kidsOf(element.kids).filter(({ type }) => type === 'LI');
  if (!items.some((item) => kidsOf(item.kids).some(({ type }) => type === 'Lbl'))) return false;
  return (file.nameOf(attributeOf(file, element, 'List', 'ListNumbering')) ?? 'None') === 'None';
}

export const listRules: readonly Rule[] = [
  elementRule('PDFUA-LIST-NUMBERING', { UA2: '8.2.5.25' }, isUnnumbered),
  elementRule(
    'PDFUA-LIST-CONTENT',
    { UA2: '8.2.5.25' },
    ({ type, node }) => type === 'LI' && node.kids.some((kid) => kid.type !== 'element'),
  ),
  elementRule(
    'PDFUA-CONTENTS-TARGET',
    { UA2: '8.2.5.8' },
    (element, contents) => element.type === 'TOCI' && !hasReference(element, contents),
  ),
  orderRule('8.2.5.23', 'Ruby', ['RB RT', 'RB RP RT RP']),
  orderRule('8.2.5.24', 'Warichu', ['WP WT WP']),
  {
    code: 'PDFUA-CAPTION',
    clauses: { UA2: '8.2.5.27' },
    *find(contents) {
      for (const element of elementsOf(contents).all) {
        const types = kidsOf(element.kids).map(({ type }) => type);
        const place = types.slice(0, -1).indexOf('Caption', 1);
        if (place > 0) yield { ...elementValues(element), place: place + 1, count: types.length };
      }
    },
  },
];

/** A rule that the parts of a type stand in one of these orders. */
function orderRule(clause: string, type: string, orders: readonly string[]): Rule {
  return elementRule('PDFUA-ORDER', { UA2: clause }, (element) => {
    const parts = kidsOf(element.kids).map((kid) => kid.type);
    return element.type === type && !orders.includes(parts.join(' '));
  });
}
