/**
 * Rules of PDF/UA-1 on annotations: each that can be met stands in the structure tree at its place, and
 * says in words what it is.
 */
import type { Rule } from '../rule.js';
import { attributeOf } from '../structure/attributes.js';
import { elementsOf, elementValues } from '../structure/find-elements.js';
import { annotationRule } from './annotations.js';
import { annotationsOf } from './find-annotations.js';
import { enclosingType, isNamed, says } from './tagged-annotations.js';

const others = new Set(['Widget', 'Link', 'PrinterMark']);

export const annotationRulesUa1: readonly Rule[] = [
  annotationRule('PDFUA-ANNOTATION-TAG', { UA1: '7.18.1' }, (annotation, contents) => {
    if (annotation.unseen || others.has(annotation.subtype)) return undefined;
    const type = enclosingType(contents, annotation);
    return type === 'Annot' ? undefined : { type };
  }),
  annotationRule('PDFUA-ANNOTATION-DESCRIPTION', { UA1: '7.18.1' }, (annotation, contents) => {
    const { dict, element, subtype, unseen } = annotation;
    if (unseen || subtype === 'Widget') return undefined;
    return says(contents, dict, 'Contents') || says(contents, element, 'Alt') ? undefined : {};
  }),
  annotationRule('PDFUA-FIELD-NAME', { UA1: '7.18.1' }, (annotation, contents) => {
    if (annotation.unseen || annotation.subtype !== 'Widget') return undefined;
    return isNamed(contents, annotation) || says(contents, annotation.element, 'Alt') ? undefined : {};
  }),
  annotationRule('PDFUA-ANNOTATION-TYPE', { UA1: '7.18.2' }, ({ subtype, unseen }) =>
    subtype === 'TrapNet' && !unseen ? { type: subtype } : undefined,
  ),
  annotationRule('PDFUA-WIDGET-TAG', { UA1: '7.18.4' }, (annotation, contents) => {
    if (annotation.unseen || annotation.subtype !== 'Widget') return undefined;
    const type = enclosingType(contents, annotation);
    return type === 'Form' ? undefined : { type };
  }),
  annotationRule('PDFUA-LINK-TAG', { UA1: '7.18.5' }, (annotation, contents) => {
    if (annotation.unseen || annotation.subtype !== 'Link') return undefined;
    const type = enclosingType(contents, annotation);
    return type === 'Link' ? undefined : { type };
  }),
  annotationRule('PDFUA-LINK-DESCRIPTION', { UA1: '7.18.5' }, (annotation, contents) => {
    if (annotation.unseen || annotation.subtype !== 'Link') return undefined;
    return says(contents, annotation.dict, 'Contents') ? undefined : {};
  }),
  annotationRule('PDFUA-PRINTER-MARK', { UA1: '7.18.8' }, ({ subtype, element, unseen }) =>
    subtype === 'PrinterMark' && element && !unseen ? {} : undefined,
  ),
];

/** A form field in the structure (14.8.4.5): one widget, or the fields of a printed form that say what they are. */
export const formElementRules: readonly Rule[] = [
  {
    code: 'PDFUA-FORM-CHILD',
    clauses: { UA1: '7.18.4' },
    *find(contents) {
      const widgets = annotationsOf(contents).filter(({ subtype }) => subtype === 'Widget');
      const objects = new Set(widgets.map(({ object }) => object));
      for (const element of elementsOf(contents).all) {
        if (element.type !== 'Form') continue;
        const { kids } = element.node;
        const [kid] = kids;
        const one = kids.length === 1 && kid?.type === 'object' && objects.has(kid.object);
        if (one || attributeOf(contents.file, element, 'PrintField', 'Role') !== null) continue;
        const { page, object } = elementValues(element);
        yield { page, object };
      }
    },
  },
];

/** Values of `Tabs` that put the order of the tab key to something: PDF/UA-2 leaves a choice. */
const tabs = { UA1: ['S'], UA2: ['A', 'W', 'S'] } as const;

/** The order in which the tab key goes through a page (ISO 32000-1, table 30). */
export const tabRules: readonly Rule[] = [
  {
    code: 'PDFUA-TABS',
    clauses: { UA1: '7.18.3', UA2: '8.9.3.3' },
    *find(contents, { part }) {
      const allowed: readonly string[] = part === 'UA2' ? tabs.UA2 : tabs.UA1;
      for (const page of new Set(annotationsOf(contents).map((one) => one.page))) {
        const order = contents.file.nameOf(page.dict.raw('Tabs')) ?? '';
        if (!allowed.includes(order)) yield { page: page.number, tabs: allowed.join(', ') };
      }
    },
  },
];
