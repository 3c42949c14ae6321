/**
 * Every cut named in `fonts/fonts.css`, opened by our own reader: letters, marks, embedding, licences.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  declaredRules,
  fontFolder,
  openPackageFont,
  packageRules,
  vietnameseLower,
} from '../../support/package-fonts.js';

const letters = [...vietnameseLower, ...vietnameseLower.map((letter) => letter.toLocaleUpperCase('vi'))];
const marks = Array.from('\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323');
const punctuation = Array.from('₫“”‘’–—…«»·•°²³§©×−\u00a0');
/** Useful, but not in every family. */
const extra = Array.from('\u2010\u2011→■□\u2009\u202f\ufffd½✓');

/** What a family lacks of `extra`: written down so that a new version of a font shows. */
const lacks: Readonly<Record<string, string>> = {
  'Source Serif 4': '□\ufffd',
  'Source Serif 4 Display': '□\ufffd',
  'Source Serif 4 Subhead': '□\ufffd',
  'Source Serif 4 SmText': '□\ufffd',
  'Source Sans 3': '\ufffd',
  'Source Code Pro': '\u2011\u2009\ufffd',
  'Be Vietnam Pro': '\u2010\u2011→■□\u2009\u202f\ufffd✓',
  Tinos: '✓',
  'Noto Serif': '→■□✓',
  'Noto Sans': '→■□✓',
};

describe('fonts.css', () => {
  it('declares every cut of the art direction', () => {
    expect(packageRules.length).toBe(declaredRules);
    const cuts = new Map<string, string[]>();
    for (const { family, weight, style } of packageRules)
      cuts.set(family, [...(cuts.get(family) ?? []), `${weight}${style === 'italic' ? 'i' : ''}`]);
    expect(Object.fromEntries(cuts)).toEqual({
      'Source Serif 4': ['400', '400i', '600', '700', '700i'],
      'Source Serif 4 Display': ['300', '600', '600i', '700'],
      'Source Serif 4 Subhead': ['400', '600'],
      'Source Serif 4 SmText': ['400', '400i', '700'],
      'Source Sans 3': ['400', '400i', '600', '700'],
      'Source Code Pro': ['400', '700'],
      'Be Vietnam Pro': ['600', '800'],
      Tinos: ['400', '400i', '700', '700i'],
      'Noto Serif': ['400', '400i', '700'],
      'Noto Sans': ['400', '700'],
    });
  });

  it('counts 134 Vietnamese letters', () => {
    expect(new Set(letters).size).toBe(134);
    expect(letters.every((letter) => letter === letter.normalize('NFC') && letter.length === 1)).toBe(true);
  });

  for (const one of packageRules) {
    describe(one.src, () => {
      const face = openPackageFont(one);
      const missing = (characters: readonly string[]): string =>
        characters.filter((character) => face.glyphOf(character.codePointAt(0) ?? 0) === 0).join('');

      it('covers Vietnamese, its marks and its punctuation', () => {
        expect(missing(letters)).toBe('');
        expect(missing(marks)).toBe('');
        expect(missing(punctuation)).toBe('');
        expect(missing(extra)).toBe(lacks[one.family]);
      });

      it('draws every Vietnamese letter with ink and an advance', () => {
        for (const letter of letters) {
          const glyph = face.glyphOf(letter.codePointAt(0) ?? 0);
          const [bottom, top] = face.ink(glyph);
          expect(top - bottom, letter).toBeGreaterThan(300);
          expect(face.advance(glyph), letter).toBeGreaterThan(150);
          expect(face.outline(glyph), letter).toMatch(/^M.*Z$/u);
        }
      });

      it('may be embedded, is what the rule says, and has its licence beside it', () => {
        expect(face.fsType & 2).toBe(0);
        expect(face.italicAngle !== 0).toBe(one.style === 'italic');
        expect(face.postscriptName).toMatch(/^[\w-]+$/u);
        expect(existsSync(join(fontFolder, dirname(one.src), 'OFL.txt'))).toBe(true);
      });
    });
  }
});
