/** What a template is told of a section. */
import { describe, expect, it } from 'vitest';
import { element, noProperties, text } from '../../../src/document/tree.js';
import { describePiece, pieceClasses } from '../../../src/template/describe-piece.js';
import { article, block, publicationOf } from '../../support/template-publication.js';

const place = { number: 1, count: 1 };

function wordsOf(...texts: readonly string[]): number {
  const body = article(
    element(
      'p',
      noProperties,
      texts.map((value) => text(value)),
    ),
  );
  const [section] = publicationOf([body]).sections;
  if (!section) throw new Error('no section');
  return describePiece(section, place, new Map()).words;
}

describe('the words of a section', () => {
  it('are parted by every kind of blank', () => {
    const units = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
    const blanks = units.filter((unit) => /\s/.test(unit));
    expect(wordsOf(blanks.map((blank) => `a${blank}`).join(''))).toBe(blanks.length);
    expect(wordsOf(units.filter((unit) => !blanks.includes(unit)).join(''))).toBe(1);
  });

  it('go on from one text to the next', () => {
    expect(wordsOf('  Sở Nội', 'vụ ', ' tỉnh', '\n')).toBe(3);
    expect(wordsOf('', ' ')).toBe(0);
  });

  it('make a section short or long', () => {
    const kinds = [249, 250, 1200, 1201].map((count) => {
      const [section] = publicationOf([article(block('p', 'từ '.repeat(count)))]).sections;
      return section ? pieceClasses(describePiece(section, place, new Map())) : [];
    });
    expect(kinds.map((names) => names.filter((name) => name === 'short' || name === 'long'))).toEqual([
      ['short'],
      [],
      [],
      ['long'],
    ]);
  });
});
