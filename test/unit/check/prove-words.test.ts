/** The proof of fidelity: what is counted, and which places are shown. */
import { describe, expect, it } from 'vitest';
import { proveWords } from '../../../src/check/prove-words.js';

const words = (line: string): readonly string[] => line.split(' ');

function shown(source: string, read: string, ordered = true): readonly (readonly [string, number, string])[] {
  const { diagnostics } = proveWords(words(source), { words: words(read), ordered, styled: false }, 'a.pdf');
  return diagnostics.map((d) => [d.code, Number(d.values['count']), String(d.values['places'])]);
}

describe('the proof', () => {
  it('has nothing to say of equal words', () => {
    expect(proveWords(['a', 'b'], { words: ['a', 'b'], ordered: true, styled: false }, 'a.pdf')).toEqual({
      value: { words: 2, lost: 0, added: 0, moved: 0 },
      diagnostics: [],
    });
  });

  it('shows words in a row as one place, with two words around them', () => {
    expect(shown('a b c d e f g', 'a b e f g')).toEqual([['CHECK-WORDS-LOST', 2, '“a b [c d] e f”']]);
  });

  it('shows three places, and says that there are more', () => {
    expect(shown('1 a 2 b 3 c 4 d 5', '1 2 3 4 5')).toEqual([
      ['CHECK-WORDS-LOST', 4, '“1 [a] 2 b”, “a 2 [b] 3 c”, “b 3 [c] 4 d”, …'],
    ]);
  });

  it('cuts a long place', () => {
    expect(shown('x a b c d e f g h y', 'x y')).toEqual([['CHECK-WORDS-LOST', 8, '“x [a b c d e f …] y”']]);
  });

  it('counts a lost diacritic as a lost and an added word', () => {
    expect(shown('Sở Nội vụ', 'Sở Nôi vụ').map(([code]) => code)).toEqual([
      'CHECK-WORDS-LOST',
      'CHECK-WORDS-ADDED',
    ]);
  });

  it('lets a style sheet set capitals on pages, and no other letters', () => {
    const proof = (read: string, styled: boolean): number =>
      proveWords(words('Sở Nội vụ'), { words: words(read), ordered: true, styled }, 'a.pdf').diagnostics
        .length;
    expect([proof('SỞ NỘI VỤ', true), proof('SỞ NÔI VỤ', true), proof('SỞ NỘI VỤ', false)]).toEqual([
      0, 2, 2,
    ]);
  });

  it('puts words together that a painted line broke, and loses no letter by it', () => {
    const source = 'the well-known page https://a.vn/b/c is down';
    expect(shown(source, 'the well- known page https:// a.vn/ b/c is down', false)).toEqual([]);
    expect(shown(source, 'the well- know page https:// a.vn/ b/c is down', false).length).toBe(2);
    expect(shown(source, 'the well- known page https:// a.vn/ b/c is down').length).toBe(2);
  });

  it('finds the rest of a word behind the figure or note that a page ends with', () => {
    const source = 'a hyphenated word in print Figure one';
    expect(shown(source, 'a hyphen\ufdd1 ated word in print Figure one', false)).toEqual([]);
    expect(shown(source, 'a hyphen\ufdd1 Figure one ated word in print', false)).toEqual([]);
    expect(shown(source, 'a hy\ufdd1 phen\ufdd1 Figure one ated word in print', false)).toEqual([]);
    expect(shown(source, 'a hyphen\ufdd1 Fi\ufdd1 gure one ated word in print', false)).toEqual([]);
    expect(shown(source, 'a hyphen\ufdd1 Figure one aded word in print', false).length).toBe(2);
  });

  it('minds the order only where the file has one', () => {
    expect(shown('x a b c', 'a b c x')).toEqual([['CHECK-WORDS-MOVED', 1, '“b c [x]”']]);
    expect(shown('x a b c', 'a b c x', false)).toEqual([]);
  });
});
