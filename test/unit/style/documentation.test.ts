/** The list of properties for authors of templates says what the table of the engine says, row for row. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { propertyTable } from '../../../src/style/property-table.js';
import { aliases } from '../../../src/style/shorthands.js';

const code = (text: string): string => (text === '' ? '' : `\`${text.replaceAll('|', '\\|')}\``);

const rows = [
  ...propertyTable().map(({ name, values, initial, inherited }) => ({
    name,
    row: `| ${code(name)} | ${code(values)} | ${code(initial)} | ${inherited ? 'yes' : ''} |`,
  })),
  ...Array.from(aliases, ([name, target]) => ({ name, row: `| ${code(name)} | as ${code(target)} | | |` })),
];

test('templates/README.md lists every property with its values', () => {
  const readme = readFileSync(new URL('../../../templates/README.md', import.meta.url), 'utf8');
  const [, listed = ''] = /<!-- properties -->\n([^]*?)<!-- \/properties -->/.exec(readme) ?? [];
  const wanted = rows.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ row }) => row);
  expect(listed.trim().split('\n')).toEqual([
    '| property | values | initial | inherited |',
    '| --- | --- | --- | --- |',
    ...wanted,
  ]);
});
