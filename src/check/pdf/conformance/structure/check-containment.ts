/** Rules of PDF/UA on what stands in what, read from the tables of `containment.ts`. */
import type { PdfContents } from '../../read-pdf.js';
import type { Rule } from '../rule.js';
import { containmentUa1, containmentUa2, lines, type Containment } from './containment.js';
import { elementsOf, elementValues, kidsOf, parentOf, typeName, type Element } from './find-elements.js';
import { headingLevel, namespaces } from './standard-types.js';

/** The type as the tables name it: `Hn` for every numbered heading in PDF 2.0, which has no last level. */
const inUa2 = (element: Element): string => (headingLevel(element.type) === undefined ? element.type : 'Hn');
const inUa1 = (element: Element): string => element.type;

/** A table of containment and how it names the types of elements. */
interface Table {
  readonly clauses: Rule['clauses'];
  readonly of: Readonly<Record<string, Containment>>;
  readonly typeOf: (element: Element) => string;
}

const tables: readonly Table[] = [
  { clauses: { UA1: '7.2' }, of: containmentUa1, typeOf: inUa1 },
  { clauses: { UA2: 'Table 5' }, of: containmentUa2, typeOf: inUa2 },
];

/** What is wrong with an element: values of the message beside those that say where it is. */
type Find = (
  element: Element,
  rules: Containment,
  typeOf: Table['typeOf'],
) => readonly Readonly<Record<string, string | number>>[];

/** The rule on one side of containment, for each table. */
function containmentRule(code: Rule['code'], find: Find): readonly Rule[] {
  return tables.map(({ clauses, of, typeOf }) => ({
    code,
    clauses,
    *find(contents) {
      for (const element of elementsOf(contents).all) {
        const rules = of[typeOf(element)];
        if (!rules) continue;
        for (const wrong of find(element, rules, typeOf)) yield { ...elementValues(element), ...wrong };
      }
    },
  }));
}

const findParent: Find = (element, { parents }, typeOf) => {
  if (!parents) return [];
  const parent = parentOf(element);
  if (parent && parents.has(typeOf(parent))) return [];
  return [{ parent: parent ? typeName(parent) : 'StructTreeRoot' }];
};

const findKids: Find = (element, { kids, notInLine }, typeOf) => {
  if (!kids) return [];
  const parent = parentOf(element);
  const not = parent && lines.has(typeOf(parent)) ? notInLine : undefined;
  // A type that is mapped to none is told already, and MathML has a rule of its own.
  const wrong = kidsOf(element.kids).filter((kid) => {
    if (!kid.standard || kid.standard.namespace === namespaces.mathMl) return false;
    return !kids.has(typeOf(kid)) || not?.has(typeOf(kid)) === true;
  });
  return wrong.length > 0 ? [{ kids: wrong.map(typeName).join(', ') }] : [];
};

const findMore: Find = (element, { single = [] }, typeOf) => {
  if (single.length === 0) return [];
  const types = kidsOf(element.kids).map(typeOf);
  return single
    .map((kid) => ({ kid, count: types.filter((type) => type === kid).length }))
    .filter(({ count }) => count > 1);
};

const findLess: Find = (element, { together = {} }, typeOf) => {
  const types = kidsOf(element.kids).map(typeOf);
  return Object.entries(together)
    .filter(([kid, other]) => types.includes(kid) && !types.includes(other))
    .map(([kid, other]) => ({ kid, other }));
};

const findCaption: Find = (element, { caption }, typeOf) => {
  if (caption === undefined) return [];
  const types = kidsOf(element.kids).map(typeOf);
  const end = caption === 'first' ? types.length : types.length - 1;
  const place = types.slice(0, end).indexOf('Caption', 1);
  return place > 0 ? [{ place: place + 1, count: types.length }] : [];
};

const findContent: Find = (element, { bare }) => (bare === true && hasContent(element) ? [{}] : []);

/** Content, or an annotation, that stands in the element itself and in no other. */
function hasContent({ node, kids }: Element): boolean {
  const own = node.kids.some(({ type }) => type !== 'element');
  return own || kids.some((kid) => kid.type === 'NonStruct' && hasContent(kid));
}

export const containmentRules: readonly Rule[] = [
  ...containmentRule('PDFUA-STANDS-IN', findParent),
  ...containmentRule('PDFUA-HOLDS', findKids),
  ...containmentRule('PDFUA-HOLDS-MORE', findMore),
  ...containmentRule('PDFUA-HOLDS-LESS', findLess),
  ...containmentRule('PDFUA-HOLDS-CONTENT', findContent),
  ...containmentRule('PDFUA-CAPTION', findCaption),
  {
    code: 'PDFUA-ROOT',
    clauses: { UA2: '8.2.5.2' },
    find: (contents) =>
      rootKids(contents, (kids) => kids.length === 1 && kids[0] !== undefined && isDocument(kids[0])),
  },
  {
    code: 'PDFUA-ROOT',
    clauses: { UA2: 'Table 5' },
    find: (contents) =>
      rootKids(contents, (kids) => kids.filter(({ type }) => type === 'Document').length === 1),
  },
];

/** The document element has to be that of PDF 2.0. */
function isDocument({ standard }: Element): boolean {
  return standard?.type === 'Document' && standard.namespace === namespaces.pdf20;
}

function rootKids(
  contents: PdfContents,
  right: (kids: readonly Element[]) => boolean,
): readonly { readonly types: string }[] {
  const kids = kidsOf(elementsOf(contents).top);
  if (!contents.structure || right(kids)) return [];
  const names = kids.map((kid) => `${typeName(kid)} (${kid.standard?.namespace ?? kid.named.namespace})`);
  return [{ types: names.join(', ') || '–' }];
}
