/**
 * Every row of the list of supported CSS is shown by a case of `test/suite/pages/` that comes out
 * differently without it; which file that is stands in the README there. After a change, write it anew:
 *
 *     UPDATE_SUITE=1 npx vitest run test/unit/layout/suite-coverage.test.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fileShowing, rows, unshown } from '../../support/suite-coverage.js';

const readme = new URL('../../suite/pages/README.md', import.meta.url);
const list = /(?<=<!-- rows -->\n)[^]*?(?=<!-- \/rows -->)/;

test('every row of the list is shown by a case', { timeout: 120_000 }, async () => {
  const shown: string[] = [];
  const missing: string[] = [];
  for (const row of rows) {
    const file = await fileShowing(row);
    if (file !== undefined) shown.push(`| \`${row}\` | [${file}](${file}) |`);
    else if (unshown[row] !== undefined) shown.push(`| \`${row}\` | ${unshown[row]} |`);
    else missing.push(row);
  }
  expect(missing).toEqual([]);
  const wanted = ['| row | shown in |', '| --- | --- |', ...shown];
  if (process.env['UPDATE_SUITE'] !== undefined)
    writeFileSync(
      readme,
      readFileSync(readme, 'utf8').replace(list, () => `\n${wanted.join('\n')}\n\n`),
    );
  const [listed = ''] = list.exec(readFileSync(readme, 'utf8')) ?? [];
  expect(listed.trim().split('\n')).toEqual(wanted);
});
