import { describe, expect, it } from 'vitest';
import { breaksInside, classifyWord, forbidden, glueCost, openingDash } from '../../../src/text/glue.js';

const cost = (left: string, right: string): number => glueCost(classifyWord(left), classifyWord(right));

describe('between two words', () => {
  it.each([
    ['50', '%'],
    ['ngày', '13/1'],
    ['Ngày', '05'],
    ['tháng', '3'],
    ['năm', '2020'],
    ['TP.', 'Hồ'],
    ['Q.', '3'],
    ['P.', 'Tân'],
    ['A.', 'Nguyễn'],
    ['N.', 'V.'],
    ['Văn', 'A'],
    ['Văn', 'A,'],
    ['tế', '-'],
    ['1945', '–'],
    ['sao', '?'],
    ['viết', ':'],
    ['rồi', '…'],
    ['từ', ')'],
    ['(', 'từ'],
    ['“', 'Từ'],
  ])('never parts “%s %s”', (left, right) => {
    expect(cost(left, right)).toBe(forbidden);
  });

  it.each([
    ['22', 'm', 150],
    ['1.500.000', 'đồng', 150],
    ['5', 'năm', 150],
    ['Điều', '5', 150],
    ['khoản', '2', 150],
    ['thứ', 'X,', 150],
    ['ông', 'Nguyễn', 100],
    ['đồng chí'.split(' ')[1] ?? '', 'Hoàng', 100],
    ['51/226', 'ĐVHC', 40],
    ['30', 'trường', 40],
  ])('parts “%s %s” at a cost', (left, right, expected) => {
    expect(cost(left, right)).toBe(expected);
  });

  it.each([
    ['công', 'tác'],
    ['-', 'xã'],
    ['–', '28/8/2020).'],
    ['năm,', '13'],
    ['Nội,', 'A'],
    ['ông', 'già'],
    ['Sở', 'Nội'],
    ['hội.', 'Năm'],
    ['3.', 'Kết'],
  ])('parts “%s %s” freely', (left, right) => {
    expect(cost(left, right)).toBe(0);
  });

  it('keeps a dash that opens a speech with what is said', () => {
    expect(glueCost(openingDash(classifyWord('-')), classifyWord('Xin'))).toBe(forbidden);
    expect(glueCost(openingDash(classifyWord('Xin')), classifyWord('chào'))).toBe(0);
  });
});

describe('inside a word', () => {
  const broken = (text: string): readonly string[] => {
    const places = [0, ...breaksInside(text).map((one) => one.at), text.length];
    return places.slice(1).map((at, i) => text.slice(places[i], at));
  };

  it.each(['13/1', '51/226', '4-1', '30-4-2022', '1.508,72', 'NQ/TW', 'Ê-đê', '25R/07L', '-abc', 'abc-'])(
    'never breaks “%s”',
    (word) => {
      expect(breaksInside(word)).toEqual([]);
    },
  );

  it.each(['QĐ-UBND', 'NĐ-CP'])('breaks “%s” as a last resort', (word) => {
    expect(breaksInside(word)).toEqual([{ at: 3, cost: 1000, hyphen: false }]);
  });

  it('breaks after hyphens, dashes and slashes between words', () => {
    expect(broken('LSO-Chiều')).toEqual(['LSO-', 'Chiều']);
    expect(broken('well-known')).toEqual(['well-', 'known']);
    expect(broken('nghĩa—trang')).toEqual(['nghĩa—', 'trang']);
    expect(broken('và/hoặc')).toEqual(['và/', 'hoặc']);
  });

  it('breaks web addresses after their marks, not inside //', () => {
    expect(broken('https://baolangson.vn/xa-hoi/tin?id=5')).toEqual([
      'https://',
      'baolangson.',
      'vn/',
      'xa-hoi/',
      'tin?',
      'id=',
      '5',
    ]);
  });

  it('breaks at soft hyphens and zero-width spaces', () => {
    expect(breaksInside('siêu\u00adthị')).toEqual([{ at: 5, cost: 50, hyphen: true }]);
    expect(breaksInside('siêu\u200bthị')).toEqual([{ at: 5, cost: 0, hyphen: false }]);
  });

  it('breaks ideographs one by one, closing marks excepted, and Thai at words', () => {
    expect(broken('越南語。「好」')).toEqual(['越', '南', '語。', '「好」']);
    expect(broken('ภาษาไทย').length).toBe(2);
  });
});
