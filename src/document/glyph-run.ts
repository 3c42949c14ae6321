/**
 * Shaped text as layout places it and the painters draw it. Words are shaped once per distinct word,
 * face and features; runs hold references to these shared, immutable words (never copies).
 * Amounts inside a word are in thousandths of an em, so that any size can use them.
 */
import type { Span } from '../diagnostic.js';
import type { NodeKey, Origin } from './tree.js';
import type { Color, TextDecoration } from './style.js';

/** A font file opened; painters get at its tables through `FontSet` in `text/`. Number in the font set. */
export type FaceId = number;

/** A face as every stage may know it. `bytes` is the whole font file (TrueType outlines). */
export interface FontFace {
  readonly id: FaceId;
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** File path, for messages. */
  readonly path: string;
  /** Where a style sheet names the file. */
  readonly span?: Span | undefined;
  readonly bytes: Uint8Array;
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  /** In thousandths of an em; descent negative. From hhea/OS-2 (USE_TYPO_METRICS respected). */
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly italicAngle: number;
  /** Top of the underline and of the line through the text, thousandths above the baseline; from post and OS/2. */
  readonly underlinePosition: number;
  readonly strikeoutPosition: number;
  /** Thousandths of an em. */
  readonly underlineThickness: number;
  readonly strikeoutThickness: number;
  /** xMin yMin xMax yMax of all glyphs, thousandths. */
  readonly boundingBox: readonly [number, number, number, number];
  /** OS/2 fsType; `mayEmbed` reads it. */
  readonly fsType: number;
  /** All words shaped in it so far, by their numbers. Words are only added, by `text/`, while lines are made. */
  readonly words: readonly ShapedWord[];
  /** Advance of a glyph in thousandths of an em, as in hmtx. */
  advance(glyph: number): number;
  /** Outline of a glyph as SVG path commands in thousandths of an em, y up. */
  outline(glyph: number): string;
  /** Ink of a glyph [yMin, yMax], thousandths, y up. */
  ink(glyph: number): readonly [number, number];
}

/** A word (or a space, or a piece of a word) shaped in one face: shared and immutable. */
export interface ShapedWord {
  readonly face: FontFace;
  /** Its place in `FontFace.words`: who keeps something of each word finds it in an array too. */
  readonly number: number;
  readonly text: string;
  /** Plain lists: a typed array takes three times the memory of a word of a few letters, and longer to make. */
  readonly glyphs: readonly number[];
  /** Advance of each glyph after kerning, thousandths. Differs from `face.advance` where kerned. */
  readonly advances: readonly number[];
  /** For marks that are placed: offsets in thousandths (y up); absent when all are zero. */
  readonly offsets?: { readonly x: readonly number[]; readonly y: readonly number[] } | undefined;
  /** UTF-16 index in `text` at which each glyph's cluster begins. */
  readonly clusters: readonly number[];
  /** Sum of advances. */
  readonly width: number;
  /** True for U+0020 and U+00A0: justification stretches it. */
  readonly space: boolean;
}

/** Words of one face, size and colour on one line, set from left to right. */
export interface GlyphRun {
  /** The numbers of its words in `face.words`: a painter that has met them before need not look at the words. */
  readonly numbers: readonly number[];
  readonly face: FontFace;
  /** pt */
  readonly size: number;
  readonly color: Color;
  /** pt after each glyph */
  readonly letterSpacing: number;
  /** pt added to each space by justification and `word-spacing` (may be negative) */
  readonly wordSpacing: number;
  /** pt from the line's left end to the run's origin, and baseline shift (up positive). */
  readonly x: number;
  readonly rise: number;
  /** pt; the advance of the whole run, spacing included */
  readonly width: number;
  /** Lines along the text, outermost first: layout makes them paths of their own. Painters leave them alone. */
  readonly decorations: readonly TextDecoration[];
  readonly language: string;
  /** The OpenType features that its style asks for, where it asks for any: tag and value. */
  readonly features?: Readonly<Record<string, number>>;
  /** It is the pattern of a leader, again and again: no words. */
  readonly leader?: true;
  readonly origin: Origin;
  /** Where the text came from; absent for generated and template text. UTF-16 offsets in that text node. */
  readonly source?: { readonly node: NodeKey; readonly start: number; readonly end: number } | undefined;
  /** Layout's own handle (`InlineText.tag`), passed through. */
  readonly tag: number;
}

/** The words of a run. */
export function wordsOf({ face, numbers }: Pick<GlyphRun, 'face' | 'numbers'>): readonly ShapedWord[] {
  const words: ShapedWord[] = [];
  for (const number of numbers) {
    const word = face.words[number];
    if (word) words.push(word);
  }
  return words;
}

/** An atom set in a line: an inline block, an inline picture. */
export interface PlacedAtom {
  /** Layout's handle (`InlineAtom.tag`), passed through. */
  readonly tag: number;
  /** pt from the line's left end. */
  readonly x: number;
  readonly width: number;
  /** How far its baseline stands above the line's (`vertical-align`), pt. */
  readonly rise: number;
}

/** The part of an inline box on one line. */
export interface PlacedInlineBox {
  /** Layout's handle (`InlineEdge.tag`), passed through. */
  readonly tag: number;
  /** Margin edge of its start, or where the line begins inside it, pt from the line's left end. */
  readonly x: number;
  /** To its end's margin edge, or to where the line ends inside it. */
  readonly width: number;
  /** How far its baseline stands above the line's, pt. */
  readonly rise: number;
  /** Content area above and below its baseline, pt: the face's ascent and descent. */
  readonly ascent: number;
  readonly descent: number;
  /** Its start and its end stand on this line. */
  readonly start: boolean;
  readonly end: boolean;
}

/** One line of a paragraph, relative to its left end and baseline. */
export interface Line {
  readonly runs: readonly GlyphRun[];
  readonly atoms: readonly PlacedAtom[];
  /** Inline boxes with a part on this line, outer before inner. */
  readonly boxes: readonly PlacedInlineBox[];
  /** Anchors on this line (`InlineAnchor.tag`), `x` in pt from the line's left end. */
  readonly anchors: readonly { readonly tag: number; readonly x: number }[];
  /** Blank above the line, pt: it was moved below a float (`LineRoom.top`). */
  readonly before: number;
  /** Left end of the first thing on the line from the left edge of the measure, pt (indent, alignment). */
  readonly x: number;
  /** Natural width of what is set after justification, pt. */
  readonly width: number;
  /** Adjustment ratio (Knuth–Plass). */
  readonly ratio: number;
  /** Line box above and below the baseline, pt (half-leading included). */
  readonly ascent: number;
  readonly descent: number;
  /** Ink above and below the baseline, pt, where `ParagraphInput.ink` asks for it; else 0. */
  readonly inkAscent: number;
  readonly inkDescent: number;
  /** Tags of the note calls that stand on this line (`InlineText.note`). */
  readonly notes: readonly number[];
  /** Content key and offset of the first character, for page breaks of the ebook. */
  readonly start?: { readonly node: NodeKey; readonly offset: number } | undefined;
  /** With what the line begins: the number of an inline item, and the place in its text. */
  readonly from: { readonly item: number; readonly offset: number };
  /** True when more than the measure is needed and nothing could be done. */
  readonly overfull: boolean;
}
