/**
 * The actions of a file (ISO 32000-1, 12.6): contents in; out, every action that opening the document,
 * turning a page, an annotation, a field or a bookmark starts, and those that follow it.
 */
import { PdfDict, PdfName, type PdfObject } from '../../objects.js';
import { isArray } from '../../open-pdf.js';
import type { PdfContents } from '../../read-pdf.js';
import { once } from '../once.js';
import { annotationsOf } from './find-annotations.js';
import { fieldsOf } from './find-fields.js';
import { bookmarksOf } from './find-bookmarks.js';
import { namesIn } from './name-tree.js';

export interface Action {
  readonly dict: PdfDict;
  /** `GoTo`; empty where there is none. */
  readonly type: string;
  /** What starts it: `/OpenAction`, `Link 12 0 R`. */
  readonly place: string;
}

/** An additional-actions dictionary and what it belongs to. */
export interface Triggers {
  readonly owner: 'catalog' | 'page' | 'annotation' | 'widget' | 'field';
  readonly dict: PdfDict;
  readonly place: string;
}

const words = (list: string): readonly string[] => list.split(' ');

/** The events that each may have (tables 194–197); no program looks at other keys. */
const events: Readonly<Record<Triggers['owner'], readonly string[]>> = {
  catalog: words('WC WS DS WP DP'),
  page: words('O C'),
  annotation: words('E X D U Fo Bl PO PC PV PI'),
  widget: words('E X D U Fo Bl PO PC PV PI K F V C'),
  field: words('K F V C'),
};

/** All additional-actions dictionaries (`AA`, 12.6.3). */
export const triggersOf = once((contents): readonly Triggers[] => {
  const { file } = contents;
  const of = (owner: Triggers['owner'], place: string, holder: PdfDict): readonly Triggers[] => {
    const dict = file.dict(holder.raw('AA'));
    return dict ? [{ owner, place, dict }] : [];
  };
  return [
    ...of('catalog', '/Root', file.catalog),
    ...contents.pages.flatMap(({ page }) => of('page', `page ${page.number}`, page.dict)),
    ...annotationsOf(contents).flatMap(({ dict, subtype, values }) =>
      of(subtype === 'Widget' ? 'widget' : 'annotation', values.annotation, dict),
    ),
    ...fieldsOf(contents).flatMap(({ dict, name }) => of('field', name, dict)),
  ];
});

/** All actions, each told once. */
export const actionsOf = once((contents): readonly Action[] => {
  const seen = new Set<PdfDict>();
  return startedActions(contents).flatMap(([value, place]) => chain(contents, value, place, seen));
});

type Started = readonly [value: PdfObject, place: string];

function startedActions(contents: PdfContents): readonly Started[] {
  const { file } = contents;
  const names = file.dict(file.catalog.raw('Names'));
  return [
    [file.catalog.raw('OpenAction'), '/OpenAction'],
    ...bookmarksOf(contents).map(({ dict, title }): Started => [dict.raw('A'), title]),
    ...annotationsOf(contents).map(({ dict, values }): Started => [dict.raw('A'), values.annotation]),
    ...fieldsOf(contents).map(({ dict, name }): Started => [dict.raw('A'), name]),
    ...triggersOf(contents).flatMap(({ owner, dict, place }) =>
      events[owner].map((key): Started => [dict.raw(key), `${place} /AA /${key}`]),
    ),
    ...namesIn(file, names?.raw('JavaScript') ?? null).map(({ key, value }): Started => [value, key]),
  ];
}

/** An action and those that its `Next` names. A destination (`OpenAction` may be one) is none. */
function chain(
  { file }: PdfContents,
  first: PdfObject,
  place: string,
  seen: Set<PdfDict>,
): readonly Action[] {
  const found: Action[] = [];
  const waiting: PdfObject[] = [first];
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    const value = file.resolve(item);
    if (isArray(value)) {
      if (item !== first) waiting.push(...value);
      continue;
    }
    if (!(value instanceof PdfDict) || seen.has(value)) continue;
    seen.add(value);
    const type = file.resolve(value.raw('S'));
    found.push({ dict: value, type: type instanceof PdfName ? type.value : '', place });
    if (value.entries.has('Next')) waiting.push(value.raw('Next'));
  }
  return found;
}
