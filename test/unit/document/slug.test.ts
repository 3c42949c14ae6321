/** Names become ASCII; marks of any script are taken off. */
import { expect, it } from 'vitest';
import { slug } from '../../../src/document/slug.js';

it.each([
  ['Sở Nội vụ “Đổi mới”', 'so-noi-vu-doi-moi'],
  ['Ấn-phẩm số 7!', 'an-pham-so-7'],
  // A mark that is not among the Latin ones joins nothing and parts nothing.
  ['a\u20d0b \u0e01\u0e47c', 'ab-c'],
  ['——', ''],
])('%s', (name, expected) => {
  expect(slug(name)).toBe(expected);
});
