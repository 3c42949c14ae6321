import { expect, it } from 'vitest';
import { pathName } from '../../../src/document/path-name.js';

it.each([
  ['bai.txt', 'bai'],
  ['input/tin/bai.txt', 'bai'],
  ['C:\\Tin\\bài viết.md', 'bài viết'],
  ['tin\\2020/bai.v2.jpg', 'bai.v2'],
  ['so.2020/bai', 'bai'],
  ['so.2020\\bai', 'bai'],
  ['bai.', 'bai'],
  ['', ''],
])('the name in %s is “%s”', (path, name) => {
  expect(pathName(path)).toBe(name);
});
