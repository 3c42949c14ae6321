/** Names in capitals are so by style sheet alone: a screen reader spells words that are typed in capitals. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../../../templates/', import.meta.url);

test('no template types capitals into the text', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.liquid'),
  );
  expect(files.length).toBeGreaterThan(8);
  expect(files.filter((file) => readFileSync(new URL(file, folder), 'utf8').includes('upcase'))).toEqual([]);
});

test.each(['shared/ebook.css', 'bulletin/print.css'])('%s shows them in capitals', (sheet) => {
  expect(readFileSync(new URL(sheet, folder), 'utf8')).toMatch(
    /\.capitals \{\s*text-transform: uppercase;\s*\}/,
  );
});
