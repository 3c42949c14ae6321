/**
 * Every cut named in `fonts/fonts.css`, opened by our own reader: letters, marks, embedding, licences.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FontFaceRule } from '../../../src/document/style.js';
import { nodeHost } from '../../../src/host-node.js';
import { glyphTexts } from '../../../src/pdf/glyph-texts.js';
import { clustersOf } from '../../../src/text/clusters.js';
import { FullShaper } from '../../../src/text/full-shaper.js';
import type { OpenFace } from '../../../src/text/open-font.js';
import { WordShaper } from '../../../src/text/shape-word.js';
import {
  declaredRules,
  fontFolder,
  openPackageFont,
  packageRules,
  textRules,
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
      'Source Sans 3': ['400', '400i', '600', '600i', '700', '700i'],
      'Source Code Pro': ['400', '400i', '700', '700i'],
      'Be Vietnam Pro': ['600', '800'],
      Tinos: ['400', '400i', '700', '700i'],
      'Noto Serif': ['400', '400i', '700'],
      'Noto Sans': ['400', '700'],
      'Noto Emoji': ['400'],
    });
  });

  it('counts 134 Vietnamese letters', () => {
    expect(new Set(letters).size).toBe(134);
    expect(letters.every((letter) => letter === letter.normalize('NFC') && letter.length === 1)).toBe(true);
  });

  for (const one of textRules) {
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
        expectSound(one, face);
        expect(face.italicAngle !== 0).toBe(one.style === 'italic');
      });
    });
  }
});

function expectSound(one: FontFaceRule, face: OpenFace): void {
  expect(face.fsType & 2).toBe(0);
  expect(face.postscriptName).toMatch(/^[\w-]+$/u);
  expect(existsSync(join(fontFolder, dirname(one.src), 'OFL.txt'))).toBe(true);
}

describe('Noto Emoji', () => {
  const [rule] = packageRules.filter(({ family }) => family === 'Noto Emoji');
  if (!rule) throw new Error('no rule for Noto Emoji');
  const face = openPackageFont(rule);
  const glyphsOf = (text: string): readonly number[] =>
    Array.from(text, (character) => face.glyphOf(character.codePointAt(0) ?? 0));

  it('may be embedded and has its licence beside it', () => {
    expectSound(rule, face);
  });

  it('covers every character that is an emoji by itself, and what sequences are made of', () => {
    const missing: string[] = [];
    let covered = 0;
    // The blocks of emoji as of Unicode 16.
    for (const [from, to] of [
      [0x203c, 0x3299],
      [0x1f000, 0x1faff],
    ] as const)
      for (let code = from; code <= to; code++) {
        const character = String.fromCodePoint(code);
        if (!/\p{Emoji_Presentation}/u.test(character)) continue;
        if (face.glyphOf(code) === 0) missing.push(code.toString(16));
        else covered++;
      }
    expect(missing).toEqual([]);
    expect(covered).toBeGreaterThan(1200);
    // U+200D, U+20E3, U+FE0E, U+FE0F, skin tones, hair, halves of flags, tags.
    expect(
      glyphsOf('\u200d\u20e3\ufe0e\ufe0f🏻🏼🏽🏾🏿🦰🦱🦳🦲🇦🇿\u{e0067}\u{e007f}0123456789#*'),
    ).not.toContain(0);
  });

  it('sets a sequence as one picture that stands for all its characters', () => {
    const shaper = new WordShaper(new FullShaper(nodeHost()), {}, 'vi');
    for (const text of ['❤️', '👍🏽', '👨‍👩‍👧', '🏳️‍🌈', '👩🏽‍💻', '🇻🇳', '1️⃣', '#️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿']) {
      expect(
        clustersOf(`a${text}${text}`).map(({ cluster }) => cluster),
        text,
      ).toEqual(['a', text, text]);
      const word = shaper.shape(text, face);
      expect(word.glyphs, text).toHaveLength(1);
      expect(word.glyphs[0], text).not.toBe(0);
      expect(glyphTexts(word), text).toEqual({ texts: [text], exact: true });
    }
  });
});
