/** What is supported, as rows for the documentation: made from the tables that compute the values. */
import { longhandNames, longhands } from './properties.js';
import { pageDescriptorTable } from './page-descriptors.js';
import { shorthandEntries } from './shorthands.js';

export interface PropertyRow {
  readonly name: string;
  /** Value syntax. */
  readonly values: string;
  /** '' for a shorthand: see its longhands. */
  readonly initial: string;
  readonly inherited: boolean;
}

/** Every longhand, shorthand and `@page` descriptor, by name. */
export function propertyTable(): readonly PropertyRow[] {
  const rows: PropertyRow[] = [
    ...longhandNames.map((name) => {
      const { values, initial, inherited } = longhands[name];
      return { name, values, initial, inherited };
    }),
    ...shorthandEntries.map(([name, { values, longhands: targets }]) => ({
      name,
      values,
      initial: '',
      inherited: targets.every((target) => longhands[target].inherited),
    })),
    ...pageDescriptorTable,
  ];
  return rows.sort((a, b) => (a.name < b.name ? -1 : 1));
}
