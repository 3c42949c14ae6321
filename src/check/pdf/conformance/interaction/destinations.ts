/** Rules of PDF/UA-2 on destinations (8.8): they lead to structure elements, not to places on a page. */
import { PdfDict, PdfName, PdfString, latin1, type PdfObject } from '../../objects.js';
import { isArray } from '../../open-pdf.js';
import type { PdfContents } from '../../read-pdf.js';
import type { Rule } from '../rule.js';
import { actionsOf } from './find-actions.js';
import { annotationsOf } from './find-annotations.js';
import { bookmarksOf } from './find-bookmarks.js';
import { namesIn } from './name-tree.js';
import { once } from '../once.js';

/** Named destinations of both kinds (ISO 32000-2, 12.3.2.4). */
const namedDestinationsOf = once(({ file }): ReadonlyMap<string, PdfObject> => {
  const names = file.dict(file.catalog.raw('Names'));
  const old = file.dict(file.catalog.raw('Dests'));
  return new Map([
    ...(old?.entries ?? []),
    ...namesIn(file, names?.raw('Dests') ?? null).map(({ key, value }) => [key, value] as const),
  ]);
});

/** True for a destination whose target is an element, straight or by a name. */
function isStructural(contents: PdfContents, value: PdfObject, depth = 0): boolean {
  const { file } = contents;
  const found = file.resolve(value);
  if (isArray(found)) {
    const target = file.dict(found[0] ?? null);
    return target?.entries.has('S') === true && file.nameOf(target.raw('Type')) !== 'Page';
  }
  if (depth > 1) return false;
  if (found instanceof PdfDict) {
    return found.entries.has('SD') || isStructural(contents, found.raw('D'), depth + 1);
  }
  const name =
    found instanceof PdfName ? found.value : found instanceof PdfString ? latin1(found.bytes) : undefined;
  const named = name === undefined ? undefined : namedDestinationsOf(contents).get(name);
  return named !== undefined && isStructural(contents, named, depth + 1);
}

export const destinationRules: readonly Rule[] = [
  {
    code: 'PDFUA-DESTINATION',
    clauses: { UA2: '8.8' },
    *find(contents) {
      const { file } = contents;
      const open = file.resolve(file.catalog.raw('OpenAction'));
      const places: readonly (readonly [string, PdfObject])[] = [
        ['/OpenAction', isArray(open) ? open : null],
        ...bookmarksOf(contents).map(({ dict, title }) => [title, dict.raw('Dest')] as const),
        ...annotationsOf(contents).map(({ dict, values }) => [values.annotation, dict.raw('Dest')] as const),
      ];
      for (const [place, value] of places) {
        if (file.resolve(value) !== null && !isStructural(contents, value)) yield { place };
      }
    },
  },
  {
    code: 'PDFUA-GOTO',
    clauses: { UA2: '8.8' },
    find: (contents) =>
      actionsOf(contents)
        .filter(
          ({ dict, type }) =>
            type === 'GoTo' && !dict.entries.has('SD') && !isStructural(contents, dict.raw('D')),
        )
        .map(({ place }) => ({ place })),
  },
];
