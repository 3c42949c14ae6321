/** Rules on actions: those that depend on nothing outside the file, or at least change nothing in it. */
import type { Rule } from '../rule.js';
import type { Part } from '../standards.js';
import { actionsOf, triggersOf } from './find-actions.js';

const words = (list: string): readonly string[] => list.split(' ');

/** The types that each part allows. */
const allowed: Readonly<Partial<Record<Part, readonly string[]>>> = {
  A1: words('GoTo GoToR Thread URI Named SubmitForm'),
  A2: words('GoTo GoToR GoToE Thread URI Named SubmitForm'),
  A3: words('GoTo GoToR GoToE Thread URI Named SubmitForm'),
  A4: words('GoTo GoToR GoToE GoToDp Thread URI Named SubmitForm JavaScript RichMediaExecute'),
};

const named = new Set(['NextPage', 'PrevPage', 'FirstPage', 'LastPage']);

/** Keys of additional actions in part 4: what the reader does with the pointer and the keyboard. */
const triggers = new Set(['E', 'X', 'D', 'U', 'Fo', 'Bl']);

export const actionRules: readonly Rule[] = [
  {
    code: 'PDFA-ACTION',
    clauses: { A1: '6.6.1', A2: '6.5.1', A3: '6.5.1', A4: '6.6.1' },
    find: (contents, { part }) =>
      actionsOf(contents)
        .filter(({ type }) => allowed[part]?.includes(type) === false)
        .map(({ type, place }) => ({ type, place })),
  },
  {
    code: 'PDFA-NAMED-ACTION',
    clauses: { A1: '6.6.1', A2: '6.5.1', A3: '6.5.1', A4: '6.6.1' },
    find: (contents) =>
      actionsOf(contents)
        .filter(({ type }) => type === 'Named')
        .map(({ dict, place }) => ({ name: contents.file.nameOf(dict.raw('N')) ?? '', place }))
        .filter(({ name }) => !named.has(name)),
  },
  {
    code: 'PDFA-CATALOG-TRIGGER',
    clauses: { A1: '6.6.2', A2: '6.5.2', A3: '6.5.2' },
    find: ({ file }) => (file.catalog.entries.has('AA') ? [{}] : []),
  },
  {
    code: 'PDFA-PAGE-TRIGGER',
    clauses: { A2: '6.5.2', A3: '6.5.2' },
    find: ({ pages }) =>
      pages.filter(({ page }) => page.dict.entries.has('AA')).map(({ page }) => ({ page: page.number })),
  },
  {
    code: 'PDFA-TRIGGER',
    clauses: { A4: '6.6.3' },
    find: (contents) =>
      triggersOf(contents)
        .filter(({ owner }) => owner !== 'widget' && owner !== 'field')
        .flatMap(({ dict, place }) => {
          const keys = [...dict.entries.keys()].filter((key) => !triggers.has(key));
          return keys.length > 0 ? [{ place, keys: keys.join(', ') }] : [];
        }),
  },
];
