/**
 * Rules on transparency (ISO 19005-1, 6.4; 19005-2, 6.2.10; 19005-4, 6.2.9): none at all at part 1; later
 * parts want known blend modes, and a blending space where no output intent gives one.
 */
import type { PdfObject } from '../../objects.js';
import type { PdfFile } from '../../open-pdf.js';
import type { PdfPage } from '../../pages.js';
import type { PdfContents } from '../../read-pdf.js';
import { contentFacts } from '../content-facts.js';
import { streamPlace } from '../places.js';
import type { Rule } from '../rule.js';
import { outputProfile } from './output-intents.js';
import { blends, groupOf, maskKey, transparentKey } from './transparent.js';

export const transparencyRules: readonly Rule[] = [
  {
    code: 'PDFA-TRANSPARENCY',
    clauses: { A1: '6.4' },
    *find(contents) {
      yield* transparencies(contents);
    },
  },
  {
    code: 'PDFA-BLEND-MODE',
    clauses: { A2: '6.2.10', A3: '6.2.10', A4: '6.2.9' },
    *find(contents, { part }) {
      const { file } = contents;
      for (const [dict, stream] of contentFacts(contents).graphics.states) {
        for (const mode of unknownModes(file, dict.raw('BM'))) yield { mode, place: streamPlace(stream) };
      }
      if (part !== 'A4') return;
      for (const { page } of contents.pages) {
        for (const annotation of file.array(page.dict.raw('Annots')) ?? []) {
          for (const mode of unknownModes(file, file.dict(annotation)?.raw('BM') ?? null))
            yield { mode, place: `p. ${page.number}` };
        }
      }
    },
  },
  {
    code: 'PDFA-BLENDING-SPACE',
    clauses: { A2: '6.2.10', A3: '6.2.10', A4: '6.2.9' },
    *find(contents, { part }) {
      const { file } = contents;
      if (outputProfile(file)) return;
      for (const { page } of contents.pages) {
        const key =
          contentFacts(contents).graphics.transparent.get(page) ??
          (part === 'A4' ? transparentAnnotation(file, page) : undefined);
        const known = (groupOf(file, page.dict)?.raw('CS') ?? null) !== null;
        if (key === undefined || known || (part === 'A4' && outputProfile(file, page))) continue;
        yield { key, page: page.number };
      }
    },
  },
];

function* transparencies(contents: PdfContents): Generator<{ readonly key: string; readonly place: string }> {
  const { file } = contents;
  const { states, objects, streams } = contentFacts(contents).graphics;
  for (const [dict, stream] of states) {
    const key = transparentKey(file, dict);
    if (key !== undefined) yield { key, place: streamPlace(stream) };
  }
  for (const [dict, { stream }] of objects) {
    const key = file.nameOf(dict.raw('Subtype')) === 'Image' ? maskKey(file, dict) : undefined;
    if (key !== undefined) yield { key, place: streamPlace(stream) };
  }
  for (const stream of streams)
    if (groupOf(file, stream.dict)) yield { key: 'Group', place: streamPlace(stream) };
}

/** From PDF 2.0 on: the key of an annotation that lets the page shine through. */
function transparentAnnotation(file: PdfFile, page: PdfPage): string | undefined {
  for (const item of file.array(page.dict.raw('Annots')) ?? []) {
    const annotation = file.dict(item);
    if (annotation && blends(file, annotation.raw('BM'))) return 'BM';
  }
  return undefined;
}

/** Blend modes (ISO 32000-1, tables 136 and 137). */
const modes = new Set(
  `Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight
  Difference Exclusion Hue Saturation Color Luminosity`.split(/\s+/),
);

function unknownModes(file: PdfFile, value: PdfObject): readonly string[] {
  const found = file.resolve(value) === null ? [] : (file.array(value) ?? [value]);
  return found.map((one) => file.nameOf(one) ?? '').filter((mode) => !modes.has(mode));
}
