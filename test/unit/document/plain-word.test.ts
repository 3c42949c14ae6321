/** Words as they are compared: the tone of oa, oe, uy on either letter. */
import { expect, test } from 'vitest';
import { plainWord, spellings } from '../../../src/document/plain-word.js';

test.each([
  ['Minh  hoạ', 'minh họa'],
  ['từ khoá', 'TỪ KHÓA'],
  ['khoẻ', 'khỏe'],
  ['thuý', 'thúy'],
  ['qúy', 'quý'],
  ['minh hoạ'.normalize('NFD'), 'minh họa'],
])('plain word: %s is %s', (one, other) => {
  expect(plainWord(one)).toBe(plainWord(other));
});

test('plain word: other tones part words', () => {
  expect(plainWord('hòa')).not.toBe(plainWord('hóa'));
  expect(plainWord('hoàn')).not.toBe(plainWord('hoán'));
});

test('plain word: both spellings, one where only one is right', () => {
  expect(spellings('từ khóa')).toEqual(['từ khóa', 'từ khoá']);
  expect(spellings('từ khoá')).toEqual(['từ khoá', 'từ khóa']);
  expect(spellings('ngày quý, hoàn toàn')).toEqual(['ngày quý, hoàn toàn']);
});
