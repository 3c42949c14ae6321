/**
 * What layout hands to `text/` for one paragraph (one inline formatting context), in order, and how
 * it asks for lines. `text/` knows no tree, no pages and no blocks.
 */
import type { Diagnostic, Span } from '../diagnostic.js';
import type { Line } from './glyph-run.js';
import type { ComputedStyle, FontFaceRule } from './style.js';
import type { NodeKey, Origin } from './tree.js';

export interface InlineText {
  readonly type: 'text';
  /** As in the tree; `text/` collapses white space by `style.whiteSpace` across items and keeps offsets right. */
  readonly text: string;
  readonly style: ComputedStyle;
  readonly origin: Origin;
  /** The content text node and the offset of `text` in it. */
  readonly source?: { readonly node: NodeKey; readonly offset: number };
  /** For messages about characters: where this text stands. */
  readonly span?: Span;
  /** Comes back on every GlyphRun made of it. */
  readonly tag: number;
  /** This text is the call of a footnote: the tag comes back in `Line.notes`. */
  readonly note?: number;
  /** Its style on the paragraph's first line, when `::first-line` gives it another. */
  readonly firstLine?: ComputedStyle;
}

/** A box in the line: pt. It counts as one word; its baseline is `ascent` below its top. */
export interface InlineAtom {
  readonly type: 'atom';
  readonly width: number;
  readonly ascent: number;
  readonly descent: number;
  readonly style: ComputedStyle;
  readonly tag: number;
}

/** `<br>`: a forced line break. */
export interface InlineBreak {
  readonly type: 'break';
}

/** `<wbr>` or an author's break mark: a place where a break is liked (headline) or merely allowed. */
export interface InlineOpportunity {
  readonly type: 'opportunity';
  readonly preferred: boolean;
}

/** A leader: fills the rest of the line with repetitions of `pattern`. */
export interface InlineLeader {
  readonly type: 'leader';
  readonly pattern: string;
  readonly style: ComputedStyle;
  readonly tag: number;
}

/** Padding, border and margin of an inline box at its start or end, pt. */
export interface InlineSpace {
  readonly type: 'space';
  readonly width: number;
}

/**
 * An inline box begins or ends. Boxes nest; each open has its close in the same paragraph. The box
 * brings its own strut to the lines it stands on (CSS 2.2, 10.8) and comes back in `Line.boxes`. Text
 * straight in it has its style, the same object; text in another style is taken for an inline box in it.
 */
export interface InlineEdge {
  readonly type: 'open' | 'close';
  /** Margin, border and padding at this edge, pt; may be negative. */
  readonly width: number;
  readonly style: ComputedStyle;
  readonly tag: number;
}

/**
 * A place in the text without extent, that of a float or a positioned box; comes back in `Line.anchors`,
 * after the last forced break in those of the last line. A paragraph without lines does not bring it back.
 */
export interface InlineAnchor {
  readonly type: 'anchor';
  readonly tag: number;
}

export type InlineItem =
  | InlineText
  | InlineAtom
  | InlineBreak
  | InlineOpportunity
  | InlineLeader
  | InlineSpace
  | InlineEdge
  | InlineAnchor;

/** Room for a line: pt from the left of the containing block. */
export interface LineRoom {
  readonly left: number;
  readonly width: number;
  /** Where the line may begin, pt from the paragraph's top, when that is below the place asked for (floats). */
  readonly top?: number | undefined;
}

/** One paragraph to be broken. */
export interface ParagraphInput {
  readonly items: readonly InlineItem[];
  /** Of the block container: alignment, indent, wrap, strut. */
  readonly style: ComputedStyle;
  /**
   * pt; the same for all lines, or beside floats a function of the line's number from 0, its top in pt
   * from the paragraph's top (known or, in total-fit, estimated by the strut), the width in pt that the
   * narrowest beginning of the line needs, and its height in pt (the strut's until it is known better). It
   * is asked several times for a line, and must always say the same.
   */
  readonly measure: number | ((line: number, top: number, needed: number, height: number) => LineRoom);
  /** Indent of the first line in pt, percentages resolved. */
  readonly indent: number;
  /** The ink of each line is wanted; it takes time to measure. */
  readonly ink?: boolean;
}

/** The typesetter: fonts opened, words shaped so far. One for a publication; layout owns none of its state. */
export interface Typesetter {
  /** Lines of a paragraph, total-fit when justified. An empty paragraph gives no lines. */
  breakLines(paragraph: ParagraphInput): readonly Line[];
  /** Narrowest (longest unbreakable piece) and widest (no break) widths of the items, pt: for tables and shrink-to-fit. */
  intrinsicWidths(
    items: readonly InlineItem[],
    style: ComputedStyle,
  ): { readonly min: number; readonly max: number };
  /** Height of `line-height: normal` or the given one, and its split about the baseline, pt. */
  strut(style: ComputedStyle): { readonly ascent: number; readonly descent: number };
  /** Cap height of the first face, pt. */
  capHeight(style: ComputedStyle): number;
  /** The faces that were used, in order of first use. */
  readonly usedFaces: readonly import('./glyph-run.js').FontFace[];
  /** Missing glyphs and unreadable fonts met so far, each reported once. */
  readonly diagnostics: readonly Diagnostic[];
}

export type { FontFaceRule };
