/** What could be a syllable of Vietnamese. */
import { expect, it } from 'vitest';
import { countWords, isSyllable } from '../../../../src/read/encoding/vietnamese-words.js';

it('knows the syllables of the language', () => {
  const words =
    'gì gìn giếng quý quyển khuỷu nghiêng thuở uống ướt yêu oanh xoong quốc khoẻ khỏe hoà hòa quẩy ngoằn ngoèo Ủy ĐƯỜNG nguyễn huỳnh quýt quờ quắp tuýp';
  expect(words.split(' ').filter((word) => !isSyllable(word))).toEqual([]);
});

it('knows what is none', () => {
  const words = 'hßa x· héi vuoâng nöôùc Ä‘Æ°á»£c été çà fò ngứt̀ hôit cừt bạnn nghiêngg quuyển ĐVHC';
  expect(words.split(' ').filter(isSyllable)).toEqual([]);
});

it('counts words, those with marks, syllables among them, and frequent ones', () => {
  expect(countWords('Các em và 25 bạn của em, theo “Sở”: hßa')).toEqual({
    words: 9,
    marked: 6,
    syllables: 5,
    frequent: 3,
  });
});
