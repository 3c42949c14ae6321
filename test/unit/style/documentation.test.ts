/**
 * The list of properties for authors of templates says what the table of the engine says, row for row.
 * After a change of the table, write the list anew:
 *
 *     UPDATE_PROPERTIES=1 npx vitest run test/unit/style/documentation.test.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
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
  const file = new URL('../../../templates/README.md', import.meta.url);
  const wanted = [
    '| property | values | initial | inherited |',
    '| --- | --- | --- | --- |',
    ...rows.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ row }) => row),
  ];
  const list = /(?<=<!-- properties -->\n)[^]*?(?=<!-- \/properties -->)/;
  if (process.env['UPDATE_PROPERTIES'] !== undefined)
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(list, () => `\n${wanted.join('\n')}\n\n`),
    );
  const [listed = ''] = list.exec(readFileSync(file, 'utf8')) ?? [];
  expect(listed.trim().split('\n')).toEqual(wanted);
});
