import { describe, expect, it } from 'vitest';
import { formatDate } from '../../../src/template/format-date.js';

describe('formatDate', () => {
  it.each([
    ['2020-01-14', 'long', 'vi', 'Ngày 14 tháng 01 năm 2020'],
    ['2020-03-05', 'long', 'vi', 'Ngày 05 tháng 3 năm 2020'],
    ['2020-12', 'long', 'vi', 'Tháng 12 năm 2020'],
    ['2020', 'long', 'vi', 'Năm 2020'],
    ['2020-03-05', 'long', 'en', '5 March 2020'],
    ['2022-07-02', 'short', 'vi', '02/07/2022'],
    ['2022-07', 'short', 'vi', '07/2022'],
    ['now', 'short', 'vi', 'now'],
    ['', 'long', 'vi', ''],
  ] as const)('writes %s (%s, %s) as %s', (date, form, language, words) => {
    expect(formatDate(date, form, language)).toBe(words);
  });
});
