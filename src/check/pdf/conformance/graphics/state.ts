/**
 * Rules on content streams and on the graphics state (ISO 19005-1, 6.2.8–6.2.10; 19005-2, 6.2.2, 6.2.5,
 * 6.2.6): operators, resources, transfer functions, halftones, rendering intents.
 */
import { PdfName, type PdfDict, type PdfObject } from '../../objects.js';
import type { PdfFile } from '../../open-pdf.js';
import type { PdfContents } from '../../read-pdf.js';
import { contentFacts } from '../content-facts.js';
import { streamPlace } from '../places.js';
import type { Rule } from '../rule.js';

export const contentRules: readonly Rule[] = [
  {
    code: 'PDFA-OPERATOR',
    clauses: { A1: '6.2.10', A2: '6.2.2', A3: '6.2.2', A4: '6.2.2' },
    find: (contents) =>
      [...contentFacts(contents).graphics.unknown].map(([operator, stream]) => ({
        operator,
        place: streamPlace(stream),
      })),
  },
  {
    code: 'PDFA-RESOURCE-OUTSIDE',
    clauses: { A2: '6.2.2', A3: '6.2.2', A4: '6.2.2' },
    find: (contents) => strayResources(contents, true),
  },
  {
    code: 'PDFA-RESOURCE-MISSING',
    clauses: { A4: '6.2.2' },
    find: (contents) => strayResources(contents, false),
  },
];

function* strayResources(
  contents: PdfContents,
  outside: boolean,
): Generator<{ readonly name: string; readonly category: string; readonly place: string }> {
  for (const { named, stream } of contentFacts(contents).graphics.strayResources.values()) {
    const { name, category } = named;
    if (named.outside === outside) yield { name, category, place: streamPlace(stream) };
  }
}

export const stateRules: readonly Rule[] = [
  stateRule({ A1: '6.2.8', A2: '6.2.5', A3: '6.2.5', A4: '6.2.5' }, 'TR', (dict) => dict.entries.has('TR')),
  stateRule({ A1: '6.2.8', A2: '6.2.5', A3: '6.2.5', A4: '6.2.5' }, 'TR2', (dict, file) => {
    return dict.entries.has('TR2') && file.nameOf(dict.raw('TR2')) !== 'Default';
  }),
  stateRule({ A2: '6.2.5', A3: '6.2.5' }, 'HTP', (dict) => dict.entries.has('HTP')),
  stateRule({ A4: '6.2.5' }, 'HTO', (dict) => dict.entries.has('HTO')),
  halftoneRule('HalftoneType', (file, { dict }) => {
    const type = file.number(dict.raw('HalftoneType'));
    return type !== 1 && type !== 5;
  }),
  halftoneRule('HalftoneName', (_, { dict }) => dict.entries.has('HalftoneName')),
  halftoneRule('TransferFunction', (file, { dict, ink }) => {
    const given = file.resolve(dict.raw('TransferFunction')) !== null;
    if (ink === 'Default') return false;
    // Process inks and a halftone for all take none; spot inks need one.
    return ink === undefined || processInks.includes(ink) ? given : !given;
  }),
  {
    code: 'PDFA-RENDERING-INTENT',
    clauses: { A1: '6.2.9', A2: '6.2.6', A3: '6.2.6' },
    *find(contents) {
      for (const [value, place] of intents(contents)) {
        const intent = contents.file.resolve(value);
        if (intent === null || (intent instanceof PdfName && knownIntents.includes(intent.value))) continue;
        yield { intent: intent instanceof PdfName ? intent.value : '', place };
      }
    },
  },
];

const processInks = ['Cyan', 'Magenta', 'Yellow', 'Black'];

const knownIntents = ['RelativeColorimetric', 'AbsoluteColorimetric', 'Perceptual', 'Saturation'];

/** Every rendering intent that content, states and pictures name. */
function* intents(contents: PdfContents): Generator<readonly [PdfObject, string]> {
  const { intents: named, states, objects, inlinePictures } = contentFacts(contents).graphics;
  for (const { value, stream } of named) yield [value, streamPlace(stream)];
  for (const [dict, stream] of states) yield [dict.raw('RI'), streamPlace(stream)];
  for (const [dict, { stream }] of objects) yield [dict.raw('Intent'), streamPlace(stream)];
  for (const { dict, stream } of inlinePictures) yield [dict.raw('Intent'), streamPlace(stream)];
}

/** A rule on graphics state parameter dictionaries that are used. */
function stateRule(
  clauses: Rule['clauses'],
  key: string,
  isWrong: (dict: PdfDict, file: PdfFile) => boolean,
): Rule {
  return {
    code: 'PDFA-STATE-KEY',
    clauses,
    *find(contents) {
      for (const [dict, stream] of contentFacts(contents).graphics.states) {
        if (isWrong(dict, contents.file)) yield { key, place: streamPlace(stream) };
      }
    },
  };
}

interface Halftone {
  readonly dict: PdfDict;
  /** Of a halftone within one for several inks (10.6.5.5). */
  readonly ink?: string;
}

/** A rule on halftones that are used. */
function halftoneRule(key: string, isWrong: (file: PdfFile, halftone: Halftone) => boolean): Rule {
  return {
    code: 'PDFA-HALFTONE',
    clauses: { A2: '6.2.5', A3: '6.2.5', A4: '6.2.5' },
    *find(contents) {
      const { file } = contents;
      for (const [state, stream] of contentFacts(contents).graphics.states) {
        for (const halftone of halftonesOf(file, state.raw('HT'))) {
          if (isWrong(file, halftone)) yield { key, place: streamPlace(stream) };
        }
      }
    },
  };
}

function halftonesOf(file: PdfFile, value: PdfObject): readonly Halftone[] {
  const dict = file.dict(value);
  if (!dict) return [];
  const parts = file.number(dict.raw('HalftoneType')) === 5 ? [...dict.entries] : [];
  return [
    { dict },
    ...parts.flatMap(([ink, part]) => {
      const own = file.dict(part);
      return own ? [{ dict: own, ink }] : [];
    }),
  ];
}
