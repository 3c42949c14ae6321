/** A page made by hand: a face whose glyphs are squares of 1 em, so that every place is worked out by hand. */
import type { FontFace, GlyphRun, ShapedWord } from '../../../src/document/glyph-run.js';
import type { Page, PageItem, Tag } from '../../../src/document/page.js';
import type { Color } from '../../../src/document/style.js';

export const black: Color = { space: 'rgb', r: 0, g: 0, b: 0, alpha: 1 };
export const tag: Tag = { type: 'artifact', kind: 'layout' };

const squareWords: ShapedWord[] = [];

export const squareFace: FontFace = {
  id: 3,
  family: 'Square & Co',
  weight: 700,
  style: 'italic',
  path: 'square.ttf',
  bytes: new Uint8Array(0),
  postscriptName: 'Square',
  unitsPerEm: 1000,
  ascent: 800,
  descent: -200,
  lineGap: 0,
  capHeight: 800,
  xHeight: 800,
  italicAngle: 0,
  underlinePosition: -100,
  underlineThickness: 50,
  strikeoutPosition: 250,
  strikeoutThickness: 50,
  boundingBox: [0, -200, 1000, 800],
  fsType: 0,
  words: squareWords,
  advance: () => 1000,
  outline: (glyph) => (glyph === 0 ? '' : 'M0-200V800H1000V-200Z'),
  ink: () => [-200, 800],
};

/** A word of 1 em squares; the space is glyph 0 and has no ink. */
export function squareWord(text: string, more: Partial<ShapedWord> = {}): ShapedWord {
  const space = text === ' ';
  const word = {
    face: squareFace,
    number: squareWords.length,
    text,
    glyphs: Array.from(text, (character) => (character === ' ' ? 0 : character.charCodeAt(0))),
    advances: Array.from(text, () => 1000),
    clusters: Array.from(text, (_, index) => index),
    width: 1000 * text.length,
    space,
    ...more,
  };
  squareWords.push(word);
  return word;
}

export function squareRun(words: readonly ShapedWord[], more: Partial<GlyphRun> = {}): GlyphRun {
  return {
    numbers: words.map(({ number }) => number),
    face: squareFace,
    size: 10,
    color: black,
    letterSpacing: 0,
    wordSpacing: 0,
    x: 0,
    rise: 0,
    width: words.reduce((sum, word) => sum + word.width / 100, 0),
    decorations: [],
    language: 'vi',
    origin: 'content',
    tag: 0,
    ...more,
  };
}

export function pageOf(items: readonly PageItem[], more: Partial<Page> = {}): Page {
  return {
    number: 2,
    label: '2',
    width: 200,
    height: 100,
    bleed: 0,
    marks: { crop: false, cross: false },
    items,
    ...more,
  };
}
