/**
 * Rules of PDF/UA-2 on annotations (8.9), links (8.2.5.20) and the widgets of forms (8.10): what is met
 * stands in its element and has words, what is not met is no part of the structure.
 */
import type { PdfContents } from '../../read-pdf.js';
import { elementsOf, elementValues, type Element } from '../structure/find-elements.js';
import type { Rule } from '../rule.js';
import { annotationRule } from './annotations.js';
import { annotationFlags, annotationsOf, type Annotation } from './find-annotations.js';
import { enclosing, enclosingType, isField, targetOf } from './tagged-annotations.js';

const markup = new Set(
  (
    'Text FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Caret Stamp ' +
    'Ink FileAttachment Redact Projection'
  ).split(' '),
);

/** True for an annotation that the structure tree presents as real content. */
function isReal(contents: PdfContents, annotation: Annotation): boolean {
  const element = enclosing(contents, annotation);
  return element !== undefined && element.type !== 'Artifact';
}

function isInvisible({ flags = 0 }: Annotation): boolean {
  const { Invisible, NoView, ToggleNoView } = annotationFlags;
  return (flags & Invisible) !== 0 || ((flags & NoView) !== 0 && (flags & ToggleNoView) === 0);
}

function hasNoArea({ file }: PdfContents, { dict }: Annotation): boolean {
  const [x1, y1, x2, y2] = file.numbers(dict.raw('Rect')) ?? [];
  return x1 !== undefined && x1 === x2 && y1 === y2;
}

/** A rule that annotations of some types bring `Contents`. */
function contentsRule(clause: string, types: readonly string[]): Rule {
  return annotationRule('PDFUA-ANNOTATION-CONTENTS', { UA2: clause }, ({ dict, subtype }, { file }) => {
    if (!types.includes(subtype) || file.text(dict.raw('Contents')) !== undefined) return undefined;
    return subtype === 'Stamp' && dict.entries.has('Name') ? undefined : {};
  });
}

/** A rule that an annotation of some kind is no part of the structure. */
function artifactRule(clause: string, is: (annotation: Annotation, contents: PdfContents) => boolean): Rule {
  return annotationRule('PDFUA-ANNOTATION-ARTIFACT', { UA2: clause }, (annotation, contents) =>
    is(annotation, contents) && isReal(contents, annotation) ? {} : undefined,
  );
}

const typeRule = (clause: string, types: readonly string[]): Rule =>
  annotationRule('PDFUA-ANNOTATION-TYPE', { UA2: clause }, ({ subtype }) =>
    types.includes(subtype) ? { type: subtype } : undefined,
  );

const annotationRules: readonly Rule[] = [
  artifactRule('8.9.2.2', isInvisible),
  annotationRule('PDFUA-ANNOTATION-TAG', { UA2: '8.9.2.3' }, (annotation, contents) => {
    if (!markup.has(annotation.subtype) || !isReal(contents, annotation)) return undefined;
    const type = enclosingType(contents, annotation);
    return type === 'Annot' ? undefined : { type };
  }),
  contentsRule('8.9.2.4.7', ['Stamp']),
  contentsRule('8.9.2.4.8', ['Ink']),
  artifactRule('8.9.2.4.9', ({ subtype }) => subtype === 'Popup'),
  typeRule('8.9.2.4.11', ['Sound', 'Movie']),
  contentsRule('8.9.2.4.12', ['Screen']),
  artifactRule(
    '8.9.2.4.13',
    (annotation, contents) => annotation.subtype === 'Widget' && hasNoArea(contents, annotation),
  ),
  annotationRule('PDFUA-PRINTER-MARK', { UA2: '8.9.2.4.14' }, (annotation, contents) =>
    annotation.subtype === 'PrinterMark' && isReal(contents, annotation) ? {} : undefined,
  ),
  typeRule('8.9.2.4.15', ['TrapNet']),
  annotationRule('PDFUA-ANNOTATION-TAG', { UA2: '8.9.2.4.16' }, (annotation, contents) => {
    if (annotation.subtype !== 'Watermark' || !isReal(contents, annotation)) return undefined;
    const type = enclosingType(contents, annotation);
    return type === 'Annot' ? undefined : { type };
  }),
  contentsRule('8.9.2.4.19', ['3D', 'RichMedia']),
  annotationRule('PDFUA-ANNOTATION-ALT', { UA2: '8.9.4.2' }, ({ dict, element }, { file }) => {
    const own = file.text(dict.raw('Contents'));
    const alt = file.text(element?.raw('Alt') ?? null);
    return own === undefined || alt === undefined || own === alt ? undefined : {};
  }),
];

const linkRules: readonly Rule[] = [
  annotationRule('PDFUA-LINK-TAG', { UA2: '8.2.5.20' }, (annotation, contents) => {
    if (annotation.subtype !== 'Link' || !isReal(contents, annotation)) return undefined;
    const type = enclosingType(contents, annotation);
    return type === 'Link' || type === 'Reference' ? undefined : { type };
  }),
  {
    code: 'PDFUA-LINK-TARGETS',
    clauses: { UA2: '8.2.5.20' },
    *find(contents) {
      const targets = new Map<Element, string>();
      for (const annotation of annotationsOf(contents)) {
        const element = enclosing(contents, annotation);
        if (annotation.subtype !== 'Link' || !element) continue;
        const target = targetOf(contents, annotation);
        const first = targets.get(element) ?? target;
        targets.set(element, first);
        if (first !== target) yield annotation.values;
      }
    },
  },
];

/** True when a label stands in the element of a field. */
function hasLabel(contents: PdfContents, annotation: Annotation): boolean {
  return enclosing(contents, annotation)?.kids.some(({ type }) => type === 'Lbl') === true;
}

const widgetRules: readonly Rule[] = [
  annotationRule('PDFUA-WIDGET-TAG', { UA2: '8.10.1' }, (annotation, contents) => {
    if (!isField(contents, annotation) || !isReal(contents, annotation)) return undefined;
    const type = enclosingType(contents, annotation);
    return type === 'Form' ? undefined : { type };
  }),
  {
    code: 'PDFUA-FORM-WIDGETS',
    clauses: { UA2: '8.10.1' },
    *find(contents) {
      const widgets = annotationsOf(contents).filter(({ subtype }) => subtype === 'Widget');
      const objects = new Set(widgets.map(({ object }) => object));
      for (const element of elementsOf(contents).all) {
        const held = element.node.kids.filter((kid) => kid.type === 'object' && objects.has(kid.object));
        if (element.type !== 'Form' || held.length < 2) continue;
        yield { page: elementValues(element).page, count: held.length };
      }
    },
  },
  annotationRule('PDFUA-WIDGET-LABEL', { UA2: '8.10.2.3' }, (annotation, contents) => {
    const { dict } = annotation;
    if (!isField(contents, annotation) || !isReal(contents, annotation)) return undefined;
    if (contents.file.text(dict.raw('Contents')) !== undefined) return undefined;
    // What reacts to input has to be described even beside a label.
    return hasLabel(contents, annotation) && !dict.entries.has('AA') ? undefined : {};
  }),
];

export const annotationRulesUa2: readonly Rule[] = [...annotationRules, ...linkRules, ...widgetRules];
