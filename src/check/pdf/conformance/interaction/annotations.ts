/**
 * Rules of PDF/A on annotations: which types there may be, that they are printed and never hidden, and
 * that their appearance stands in the file.
 */
import { PdfDict, PdfStream } from '../../objects.js';
import type { PdfContents } from '../../read-pdf.js';
import type { Rule } from '../rule.js';
import type { Part, Standard } from '../standards.js';
import { annotationFlags, annotationsOf, inherited, type Annotation } from './find-annotations.js';

const words = (list: string): readonly string[] => list.split(' ');

const oldTypes = words(
  'Text Link FreeText Line Square Circle Highlight Underline Squiggly StrikeOut Stamp Ink Popup Widget ' +
    'PrinterMark TrapNet',
);
const types = [...oldTypes, ...words('Polygon PolyLine Caret Watermark Redact')];

/** The types that each part allows. */
const allowed: Readonly<Partial<Record<Part, ReadonlySet<string>>>> = {
  A1: new Set(oldTypes),
  A2: new Set([...types, 'FileAttachment']),
  A3: new Set([...types, 'FileAttachment']),
  A4: new Set([...types, 'Projection']),
};

/** What the levels of part 4 allow besides. */
const allowedByLevel: Readonly<Partial<Record<NonNullable<Standard['level']>, readonly string[]>>> = {
  E: ['FileAttachment', '3D', 'RichMedia'],
  F: ['FileAttachment'],
};

function mayBe(subtype: string, { part, level }: Standard): boolean {
  if (allowed[part]?.has(subtype) !== false) return true;
  return part === 'A4' && level !== undefined && allowedByLevel[level]?.includes(subtype) === true;
}

/** Bits of `F` that are wrong, by their names. */
function wrongFlags(flags: number, part: Part): readonly string[] {
  const forbidden: readonly (keyof typeof annotationFlags)[] = ['Invisible', 'Hidden', 'NoView'];
  // Part 1 knows PDF 1.4, which had no such bit.
  const names = part === 'A1' ? forbidden : [...forbidden, 'ToggleNoView' as const];
  const wrong = names.filter((name) => (flags & annotationFlags[name]) !== 0);
  return (flags & annotationFlags.Print) === 0 ? [...wrong, 'no Print'] : wrong;
}

/** No area: both corners are one point. */
function isPoint({ file }: PdfContents, { dict }: Annotation): boolean {
  const [x1, y1, x2, y2] = file.numbers(dict.raw('Rect')) ?? [];
  return x1 !== undefined && x1 === x2 && y1 !== undefined && y1 === y2;
}

/** Keys of the appearance dictionary besides `N`; undefined where there is no such dictionary. */
function appearance({ file }: PdfContents, { dict }: Annotation): PdfDict | undefined {
  const found = file.resolve(dict.raw('AP'));
  return found instanceof PdfDict ? found : undefined;
}

function isButton({ file }: PdfContents, { dict, subtype }: Annotation): boolean {
  return subtype === 'Widget' && file.nameOf(inherited(file, dict, 'FT')) === 'Btn';
}

/** True for a dictionary of appearances by state. */
function isStates(contents: PdfContents, normal: PdfDict | PdfStream | undefined): boolean {
  if (!(normal instanceof PdfDict)) return false;
  const states = [...normal.entries.values()];
  return states.length > 0 && states.every((state) => contents.file.stream(state) !== undefined);
}

function normalAppearance(contents: PdfContents, annotation: Annotation): PdfDict | PdfStream | undefined {
  const found = contents.file.resolve(appearance(contents, annotation)?.raw('N') ?? null);
  return found instanceof PdfDict || found instanceof PdfStream ? found : undefined;
}

/** An annotation's colours need an output intent that tells what its RGB is. */
function isColored({ file }: PdfContents, { dict }: Annotation): boolean {
  return ['C', 'IC'].some((key) => file.array(dict.raw(key)) !== undefined);
}

function hasRgbIntent({ file }: PdfContents): boolean {
  return (file.array(file.catalog.raw('OutputIntents')) ?? []).some((item) => {
    const profile = file.dict(file.dict(item)?.raw('DestOutputProfile') ?? null);
    return file.number(profile?.raw('N') ?? null) === 3;
  });
}

/** What is wrong with an annotation, where anything is: further values of the message. */
type Find = (
  annotation: Annotation,
  contents: PdfContents,
  standard: Standard,
) => Readonly<Record<string, string | number>> | undefined;

/** A rule that looks at each annotation for itself. */
export function annotationRule(code: Rule['code'], clauses: Rule['clauses'], find: Find): Rule {
  return {
    code,
    clauses,
    *find(contents, standard) {
      for (const annotation of annotationsOf(contents)) {
        const wrong = find(annotation, contents, standard);
        if (wrong) yield { ...annotation.values, ...wrong };
      }
    },
  };
}

const dictionaries = { A1: '6.5.3', A2: '6.3.2', A3: '6.3.2', A4: '6.3.2' };
const appearances = { A1: '6.5.3', A2: '6.3.3', A3: '6.3.3', A4: '6.3.3' };

export const annotationRules: readonly Rule[] = [
  annotationRule(
    'PDFA-ANNOTATION-TYPE',
    { A1: '6.5.2', A2: '6.3.1', A3: '6.3.1', A4: '6.3.1' },
    ({ subtype }, _, standard) => (mayBe(subtype, standard) ? undefined : { type: subtype }),
  ),
  annotationRule('PDFA-ANNOTATION-F', dictionaries, ({ subtype, flags }, _, { part }) =>
    flags === undefined && (subtype !== 'Popup' || part === 'A1') ? {} : undefined,
  ),
  annotationRule('PDFA-ANNOTATION-HIDDEN', dictionaries, ({ flags }, _, { part }) => {
    const wrong = flags === undefined ? [] : wrongFlags(flags, part);
    return wrong.length > 0 ? { flags: wrong.join(', ') } : undefined;
  }),
  annotationRule('PDFA-ANNOTATION-OPACITY', { A1: '6.5.3' }, ({ dict }, { file }) => {
    const opacity = file.number(dict.raw('CA')) ?? 1;
    return opacity === 1 ? undefined : { opacity };
  }),
  annotationRule('PDFA-ANNOTATION-COLOR', { A1: '6.5.3' }, (annotation, contents) =>
    isColored(contents, annotation) && !hasRgbIntent(contents) ? {} : undefined,
  ),
  annotationRule(
    'PDFA-APPEARANCE',
    { A2: '6.3.3', A3: '6.3.3', A4: '6.3.3' },
    (annotation, contents, { part }) => {
      const without = ['Popup', 'Link', ...(part === 'A4' ? ['Projection'] : [])];
      if (without.includes(annotation.subtype) || isPoint(contents, annotation)) return undefined;
      return appearance(contents, annotation) ? undefined : {};
    },
  ),
  annotationRule('PDFA-APPEARANCE-KEYS', appearances, (annotation, contents) => {
    const keys = [...(appearance(contents, annotation)?.entries.keys() ?? [])];
    return keys.length === 0 || keys.join(' ') === 'N' ? undefined : { keys: keys.join(', ') };
  }),
  annotationRule('PDFA-APPEARANCE-BUTTON', appearances, (annotation, contents) => {
    const normal = normalAppearance(contents, annotation);
    if (!normal || !isButton(contents, annotation)) return undefined;
    return isStates(contents, normal) ? undefined : {};
  }),
  annotationRule('PDFA-APPEARANCE-STREAM', appearances, (annotation, contents) => {
    const normal = normalAppearance(contents, annotation);
    if (!normal || isButton(contents, annotation)) return undefined;
    return normal instanceof PdfStream ? undefined : {};
  }),
];
