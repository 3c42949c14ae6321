/** Rules of PDF/UA on what stands in what, read from the tables of `containment.ts`. */
import type { PdfContents } from '../../read-pdf.js';
import type { Rule } from '../rule.js';
import { containmentUa1, containmentUa2, lines, type Containment } from './containment.js';
import { elementsOf, elementValues, kidsOf, parentOf, typeName, type Element } from './find-elements.js';
import { headingLevel, namespaces } from './standard-types.js';

/** The type as the tables name it: `Hn` for every numbered heading in PDF 2.0, which has no last level. */
const inUa2 = (element: Element): string => (headingLevel(element.type) === undefined ? element.type : 'Hn');
const inUa1 = (element: Element): string => element.type;

type Values = Readonly<Record<'page' | 'type' | 'object' | 'what', string | number>>;

interface Table {
  readonly of: Readonly<Record<string, Containment>>;
  readonly typeOf: (element: Element) => string;
}

function* wrongKids(element: Element, { of, typeOf }: Table): Generator<string> {
  const rules = of[typeOf(element)];
  const kids = kidsOf(element.kids);
  const types = kids.map(typeOf);
  // A type that is mapped to none is told already, and MathML has a rule of its own.
  const known = kids.filter(({ standard }) => standard && standard.namespace !== namespaces.mathMl);
  const parent = parentOf(element);
  const inLine = parent !== undefined && lines.has(typeOf(parent));
  const wrong = known.filter((kid) => {
    const type = typeOf(kid);
    return rules?.kids?.has(type) === false || (inLine && rules?.notInLine?.has(type) === true);
  });
  if (wrong.length > 0) yield `> ${wrong.map(typeName).join(', ')}`;
  if (rules?.parents && !rules.parents.has(parent ? typeOf(parent) : '')) {
    yield `< ${parent ? typeName(parent) : 'StructTreeRoot'}`;
  }
  for (const type of rules?.single ?? []) {
    const count = types.filter((one) => one === type).length;
    if (count > 1) yield `> ${count} × ${type}`;
  }
  for (const [type, other] of Object.entries(rules?.together ?? {})) {
    if (types.includes(type) && !types.includes(other)) yield `> ${type}, 0 × ${other}`;
  }
  const caption = types.indexOf('Caption', rules?.caption === undefined ? types.length : 1);
  const last = caption === types.length - 1 && rules?.caption === 'first or last';
  if (caption >= 0 && !last) yield `> ${caption + 1}. Caption`;
  if (rules?.orders && !rules.orders.includes(types.join(' '))) yield `> ${types.join(', ')}`;
  if (rules?.bare === true && hasContent(element)) yield '> MCID';
}

/** Content that stands in the element itself, in no other element. */
function hasContent({ node, kids }: Element): boolean {
  const own = node.kids.some(({ type }) => type === 'content');
  return own || kids.some((kid) => kid.type === 'NonStruct' && hasContent(kid));
}

function containmentRule(clauses: Rule['clauses'], table: Table): Rule {
  return {
    code: 'PDFUA-CONTAINMENT',
    clauses,
    *find(contents): Generator<Values> {
      for (const element of elementsOf(contents).all) {
        for (const what of wrongKids(element, table)) yield { ...elementValues(element), what };
      }
    },
  };
}

export const containmentRules: readonly Rule[] = [
  containmentRule({ UA1: '7.2' }, { of: containmentUa1, typeOf: inUa1 }),
  containmentRule({ UA2: 'Table 5' }, { of: containmentUa2, typeOf: inUa2 }),
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
