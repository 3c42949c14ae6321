/**
 * Heights of one line box (CSS 2.2 §10.8). Comes in: the boxes and atoms that stand on a line. Goes
 * out: the line box above and below its baseline, the ink, and how far each box and atom is raised. Boxes
 * aligned to the line's top or bottom are subtrees of their own, placed when the rest is known.
 */
import type { InlineAtom, InlineItem } from '../document/inline.js';
import type { ComputedStyle } from '../document/style.js';
import type { InlineBoxes } from './inline-boxes.js';
import type { Breaks } from './breaks.js';
import { pieceKind, type Pieces } from './pieces.js';
import { inkOf } from './shape-word.js';
import { shiftOf, type Extent, type StyleFinder, type TextStyle } from './text-style.js';

/** What alignment has to know of a paragraph. */
export interface AlignedParagraph {
  readonly items: readonly InlineItem[];
  /** Ink is to be measured. */
  readonly ink: boolean;
  readonly pieces: Pieces;
  readonly breaks: Breaks;
  readonly boxes: InlineBoxes;
  readonly styleOf: StyleFinder;
}

/** The pieces of a line: from `from` up to `hung`, those from `to` on hanging; `at` is its break. */
export interface LinePieces {
  readonly from: number;
  readonly to: number;
  readonly hung: number;
  readonly at: number;
  /** It is the paragraph's first line. */
  readonly first: boolean;
}

/** A line box and its ink above and below the baseline, pt; 0 where nobody asks for the ink. */
export interface LineHeights extends Extent {
  readonly inkAscent: number;
  readonly inkDescent: number;
}

/** Boxes whose baselines are tied to each other: the line's own, or one aligned to the line's top or bottom. */
interface Subtree {
  readonly align: 'baseline' | 'top' | 'bottom';
  ascent: number;
  descent: number;
  shift: number;
}

const noBoxes = new Uint8Array(0);
const noNumbers = new Float64Array(0);
const noTrees = new Int32Array(0);

/** Aligns line after line; what it says of boxes and atoms holds until the next line. */
export class LineAligner {
  /** 1 for the boxes with a part on the line. */
  #present = noBoxes;
  #rises = noNumbers;
  #subtreeOf = noTrees;
  #subtrees: Subtree[] = [];
  /** By piece; most paragraphs have none. */
  #atoms: Map<number, { readonly subtree: number; readonly rise: number }> | undefined;
  #simple = true;
  /** Heights of a line of text without boxes, and its style: they are those of the line before. */
  #plain: LineHeights | undefined;
  #plainStyle: TextStyle | undefined;

  constructor(private readonly paragraph: AlignedParagraph) {}

  /** Heights of a line. */
  align(line: LinePieces): LineHeights {
    const { boxes, styleOf } = this.paragraph;
    this.#simple = boxes.count === 1 && !this.paragraph.pieces.atoms;
    if (this.#simple) {
      const style = styleOf(boxes.styleOn(0, line.first));
      if (this.paragraph.ink) return this.#inked(line, style.ascent, style.descent);
      return this.#plainHeights(style);
    }
    this.#prepare();
    this.#mark(line);
    this.#alignBoxes(line.first);
    this.#alignAtoms(line);
    const { ascent, descent } = this.#placeSubtrees();
    return this.#inked(line, ascent, descent);
  }

  /** Whether a box has a part on the line. */
  isPresent(box: number): boolean {
    return !this.#simple && this.#present[box] === 1;
  }

  /** How far the baseline of a box stands above the line's, pt. */
  riseOf(box: number): number {
    if (this.#simple) return 0;
    return (this.#rises[box] ?? 0) + (this.#subtrees[this.#subtreeOf[box] ?? 0]?.shift ?? 0);
  }

  /** The same of an atom, by its piece. */
  riseOfAtom(piece: number): number {
    const atom = this.#atoms?.get(piece);
    return atom ? atom.rise + (this.#subtrees[atom.subtree]?.shift ?? 0) : 0;
  }

  #plainHeights(style: TextStyle): LineHeights {
    if (this.#plain && style === this.#plainStyle) return this.#plain;
    this.#plainStyle = style;
    this.#plain = { ascent: style.ascent, descent: style.descent, inkAscent: 0, inkDescent: 0 };
    return this.#plain;
  }

  #prepare(): void {
    const { count } = this.paragraph.boxes;
    if (count > this.#present.length) {
      this.#present = new Uint8Array(2 * count);
      this.#rises = new Float64Array(2 * count);
      this.#subtreeOf = new Int32Array(2 * count);
    }
    this.#present.fill(0, 0, count);
    this.#subtrees = [];
    this.#atoms?.clear();
  }

  /** Boxes of the line's pieces and all around them; an empty line has the boxes around its break. */
  #mark({ from, hung, at }: LinePieces): void {
    const { pieces, breaks } = this.paragraph;
    this.#markUp(0);
    for (let i = from; i < hung; i++) this.#markUp(pieces.box[i] ?? 0);
    if (from === hung) this.#markUp(breaks.box[at] ?? 0);
  }

  #markUp(box: number): void {
    for (let one = box; this.#present[one] === 0; one = this.paragraph.boxes.parents[one] ?? 0)
      this.#present[one] = 1;
  }

  #alignBoxes(first: boolean): void {
    const { boxes, styleOf } = this.paragraph;
    for (let box = 0; box < boxes.count; box++) {
      if (!this.#present[box]) continue;
      const own = styleOf(boxes.styleOn(box, first));
      const parent = boxes.parents[box] ?? 0;
      const around = styleOf(boxes.styleOn(parent, first));
      const aligned = box === 0 || (!boxes.edges[box] && own.style.display !== 'inline');
      this.#alignBox(box, own, aligned ? undefined : around);
    }
  }

  /** On text whose element is no inline (a table cell) vertical-align places the content, not its text: no `around`. */
  #alignBox(box: number, own: TextStyle, around: TextStyle | undefined): void {
    const { verticalAlign } = own.style;
    const parent = this.paragraph.boxes.parents[box] ?? 0;
    if (box === 0 || (around && isApart(verticalAlign))) {
      this.#subtreeOf[box] = this.#addSubtree(box === 0 ? 'baseline' : verticalAlign);
      this.#rises[box] = 0;
    } else {
      this.#subtreeOf[box] = this.#subtreeOf[parent] ?? 0;
      this.#rises[box] = (this.#rises[parent] ?? 0) + (around ? shiftOf(verticalAlign, own, around) : 0);
    }
    this.#extend(this.#subtreeOf[box] ?? 0, own, this.#rises[box] ?? 0);
  }

  #alignAtoms({ from, to, first }: LinePieces): void {
    const { pieces, items, boxes, styleOf } = this.paragraph;
    for (let i = from; i < to; i++) {
      if (pieces.kind[i] !== pieceKind.atom) continue;
      const item = items[pieces.item[i] ?? 0];
      if (item?.type === 'atom') this.#alignAtom(i, item, styleOf(boxes.styleOn(pieces.box[i] ?? 0, first)));
    }
  }

  #alignAtom(piece: number, atom: InlineAtom, around: TextStyle): void {
    const box = this.paragraph.pieces.box[piece] ?? 0;
    const { verticalAlign } = atom.style;
    const apart = isApart(verticalAlign);
    const subtree = apart ? this.#addSubtree(verticalAlign) : (this.#subtreeOf[box] ?? 0);
    const { ascent, descent } = this.paragraph.styleOf(atom.style);
    // A percentage is one of the atom's own line height, not of its box (CSS 2.2 §10.8.1).
    const own = { ascent: atom.ascent, descent: atom.descent, lineHeight: ascent + descent };
    const rise = apart ? 0 : (this.#rises[box] ?? 0) + shiftOf(verticalAlign, own, around);
    (this.#atoms ??= new Map()).set(piece, { subtree, rise });
    this.#extend(subtree, atom, rise);
  }

  #addSubtree(align: ComputedStyle['verticalAlign']): number {
    const kind = align === 'top' || align === 'bottom' ? align : 'baseline';
    return this.#subtrees.push({ align: kind, ascent: -Infinity, descent: -Infinity, shift: 0 }) - 1;
  }

  #extend(subtree: number, { ascent, descent }: Extent, rise: number): void {
    const tree = this.#subtrees[subtree];
    if (!tree) return;
    tree.ascent = Math.max(tree.ascent, ascent + rise);
    tree.descent = Math.max(tree.descent, descent - rise);
  }

  /** The line's own subtree first; those at its top make it deeper, those at its bottom higher, if they have to. */
  #placeSubtrees(): Extent {
    let { ascent = 0, descent = 0 } = this.#subtrees[0] ?? {};
    for (const tree of this.#subtrees) {
      const height = tree.ascent + tree.descent;
      if (tree.align === 'top') descent = Math.max(descent, height - ascent);
      if (tree.align === 'bottom') ascent = Math.max(ascent, height - descent);
    }
    for (const tree of this.#subtrees) {
      if (tree.align === 'top') tree.shift = ascent - tree.ascent;
      if (tree.align === 'bottom') tree.shift = tree.descent - descent;
    }
    return { ascent, descent };
  }

  #inked(line: LinePieces, ascent: number, descent: number): LineHeights {
    const { pieces, items, ink: wanted } = this.paragraph;
    if (!wanted) return { ascent, descent, inkAscent: 0, inkDescent: 0 };
    let inkAscent = 0;
    let inkDescent = 0;
    let seen = -1;
    let rise = 0;
    let size = 0;
    for (let i = line.from; i < line.to; i++) {
      const index = pieces.item[i] ?? 0;
      const item = items[index];
      if (index !== seen && item?.type === 'text') {
        rise = this.riseOf(pieces.box[i] ?? 0);
        size = ((line.first ? item.firstLine : undefined) ?? item.style).fontSize / 1000;
      } else if (item?.type === 'atom') {
        const up = this.riseOfAtom(i);
        inkAscent = Math.max(inkAscent, item.ascent + up);
        inkDescent = Math.max(inkDescent, item.descent - up);
      }
      seen = index;
      const word = pieces.words[i];
      if (!word) continue;
      const ink = inkOf(word);
      inkAscent = Math.max(inkAscent, ink.top * size + rise);
      inkDescent = Math.max(inkDescent, -ink.bottom * size - rise);
    }
    return { ascent, descent, inkAscent, inkDescent };
  }
}

function isApart(align: ComputedStyle['verticalAlign']): boolean {
  return align === 'top' || align === 'bottom';
}
