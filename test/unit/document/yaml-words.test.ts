/** What is wrong in a YAML text, in the reader's language, and paths as people count. */
import { expect, test } from 'vitest';
import { CheckedYaml, shownPath } from '../../../src/document/checked-yaml.js';
import { yamlFault } from '../../../src/document/yaml-words.js';

const faultsOf = (yaml: string): readonly string[] =>
  new CheckedYaml('a.yaml', yaml).problems.map((one) => (one.type === 'syntax' ? one.fault : one.type));

test.each([
  ['a: 1\n\tb: 2', 'TAB_AS_INDENT', 'dòng này thụt vào bằng phím Tab; YAML chỉ nhận dấu cách'],
  ['a: 1\na: 2', 'DUPLICATE_KEY', 'một khóa được ghi hai lần'],
  ['a: b: c', 'BLOCK_AS_IMPLICIT_KEY', 'giá trị ở đây có “: ” hoặc “- ” mà không đặt trong ngoặc kép'],
  ['a: *b', 'BAD_ALIAS', 'có từ bắt đầu bằng * hoặc & mà không chỉ đến gì; hãy đặt trong ngoặc kép'],
  ['['.repeat(300), 'RESOURCE_EXHAUSTION', 'lồng quá nhiều tầng, hoặc lặp lại quá nhiều lần'],
])('yaml words: %j', (yaml, code, words) => {
  expect(faultsOf(yaml)).toContain(code);
  expect(yamlFault(code, 'vi')).toBe(words);
});

test('yaml words: a code of its own kind has words too', () => {
  expect(yamlFault('NEVER_SEEN', 'en')).toBe('something here cannot be read');
});

test('items of a path are counted from 1', () => {
  expect(shownPath(['readingOrder', 0, 'articles', 1, 'kicke'])).toBe('readingOrder.1.articles.2.kicke');
});
