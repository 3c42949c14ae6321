/**
 * Lays out any box: the one place where the formatting contexts meet. Blocks, columns, tables, pictures
 * and paragraphs call back here for what stands in them. Keeps what does not depend on the page: broken
 * paragraphs, floats and inline boxes laid out, intrinsic widths.
 */
import type { ComputedStyle } from '../../document/style.js';
import { artifact, type BlockBox, type Box, type ImageBox, type TableBox } from '../boxes/box.js';
import { blockBox } from '../boxes/make-box.js';
import type { LayoutScene } from '../scene.js';
import { imageSize, usedBox, type UsedBox } from '../used-values.js';
import { blockSpace } from './block-space.js';
import { DerivedStyles } from './derived-styles.js';
import { unfloated } from './fill.js';
import { boxFragment, noEdges, type BoxFragment, type FloatPiece } from './fragment.js';
import { IntrinsicSizes, type IntrinsicWidths } from './intrinsic.js';
import { layOutBlock } from './lay-out-block.js';
import { layOutImage } from './lay-out-image.js';
import { layOutTable } from '../table/lay-out-table.js';
import type { PreparedTable } from '../table/prepare-table.js';
import { tableWidth } from '../table/size-table.js';
import type { InlineSetting } from './inline-parts.js';
import { ParagraphBreaker } from './paragraph.js';
import { holdPositioned } from './positioned.js';
import { marginsOf, type FloatHome } from './side-floats.js';
import type { BlockSpace, BreakToken, Fragmentainer, Outcome, OutOfFlow } from './space.js';

/** What does not change while a document is laid out. */
export interface EngineSetup {
  /** Height of a page area, pt: pictures are made to fit it. */
  readonly pageHeight: number;
  /** Words wider than their line are broken, with a warning; else they stick out as CSS says. */
  readonly breakWideWords: boolean;
  /** Pages are no fragmentainers: the flow stands whole on the first. */
  readonly continuous: boolean;
}

/** A piece laid out without fragmentainer. */
export interface Piece {
  readonly fragment: BoxFragment;
  readonly outOfFlow: readonly OutOfFlow[];
  readonly token: BreakToken | undefined;
}

/** How a box apart from the flow is laid out. */
interface PieceTask {
  /** Content box of its containing block. */
  readonly width: number;
  readonly height?: number | undefined;
  readonly within?: { readonly fragmentainer: Fragmentainer; readonly room: number };
  readonly token?: BreakToken | undefined;
  readonly fixedHeight?: number | undefined;
}

/** A box without room is not beside a float but below it, pt. */
const someRoom = 0.01;

export class FlowEngine {
  readonly paragraphs: ParagraphBreaker;
  readonly intrinsic: IntrinsicSizes;
  /** How many boxes around the one being laid out look for a place beside floats. */
  besideDepth = 0;
  /** Some fragment holds the place of a page or column float; until then there is none to be looked for. */
  hasAnchors = false;
  /** How inline content gets at what it asks for. */
  readonly inlineSetting: InlineSetting;
  readonly #pieces = new Map<Box, FloatPiece & { readonly width: number }>();
  /** Tables whose cells have been laid out, by their sizes. */
  readonly tables = new Map<TableBox, Map<string, PreparedTable>>();
  /** Styles made of those of the tree. */
  readonly styles: DerivedStyles;

  constructor(
    readonly scene: LayoutScene,
    readonly setup: EngineSetup,
  ) {
    const { pageNumbers } = scene;
    this.inlineSetting = { layOut: (box, base) => this.layOutAtom(box, base), pageNumbers };
    this.paragraphs = new ParagraphBreaker(scene, this.inlineSetting, setup.breakWideWords);
    this.intrinsic = new IntrinsicSizes(scene);
    this.styles = new DerivedStyles(scene.styles);
  }

  /** A page is about to be set. */
  beginPage(): void {
    this.scene.pageNumbers.beginPage();
    this.paragraphs.beginPage();
  }

  /** Page numbers have changed: nothing that was laid out before holds. */
  restart(): void {
    this.paragraphs.restart();
    this.intrinsic.restart();
    this.#pieces.clear();
    this.tables.clear();
  }

  layOut(box: Exclude<Box, { type: 'lines' }>, space: BlockSpace, token: BreakToken | undefined): Outcome {
    switch (box.type) {
      case 'block':
        return layOutBlock(this, box, space, token);
      case 'image':
        return layOutImage(this, box, space);
      case 'table':
        // Its columns may hang on rows of other pages.
        this.scene.pageNumbers.use(box);
        return layOutTable(this, box, space, token);
    }
  }

  /** Horizontal used values in a containing block; `fit` is the width that an auto width has instead of all. */
  usedBoxOf(box: Exclude<Box, { type: 'lines' }>, base: number, fit: number | undefined): UsedBox {
    if (box.type === 'image') return this.#imageBox(box, base);
    if (box.type === 'table') return this.#tableBox(box, base, fit);
    return usedBox(box.style, base, fit === undefined ? undefined : this.#within(box, base, fit));
  }

  /** Content width of a box whose margin box may be `fit` wide. */
  #within(box: Box, base: number, fit: number): number {
    const plain = usedBox(box.style, base, 0);
    const left = box.style.marginLeft === 'auto' ? 0 : plain.margin.left;
    const right = box.style.marginRight === 'auto' ? 0 : plain.margin.right;
    return Math.max(0, fit - (plain.borderWidth - plain.contentWidth) - left - right);
  }

  #imageBox(box: ImageBox, base: number): UsedBox {
    const { width } = imageSize(box.style, box.image, base, this.setup.pageHeight);
    const used = usedBox(this.styles.unsized(box.style), base, width);
    return used;
  }

  /** The wrapper of a table has neither border nor padding: those are the grid's, inside (17.4). */
  #tableBox(box: TableBox, base: number, fit: number | undefined): UsedBox {
    const width = tableWidth(this, box, { available: fit ?? base, base });
    const { marginTop, marginRight, marginBottom, marginLeft } = box.style;
    return usedBox(
      { ...this.styles.bare(box.style), marginTop, marginRight, marginBottom, marginLeft },
      base,
      width,
    );
  }

  /**
   * Least width beside floats for the border box of a box that may not overlap them. An auto width takes
   * what there is (9.5 leaves open how little); where words are broken to fit, as much as they need.
   */
  leastBeside(box: Exclude<Box, { type: 'lines' }>, base: number): number {
    const margins = marginsOf(box, base);
    const fitting = this.usedBoxOf(box, base, margins.left + margins.right).borderWidth;
    const auto = box.type === 'block' && box.style.width === 'auto';
    const words = auto && this.setup.breakWideWords ? this.intrinsic.of(box).min : 0;
    return Math.max(fitting, words, someRoom);
  }

  /** Something stands in the fragmentainer from here on. */
  notePlaced(_: Box, space: BlockSpace): void {
    if (space.fragmentainer) space.fragmentainer.search.placed = true;
  }

  /** Content of these boxes stays in one piece whatever comes. */
  isMonolithic(box: Box): boolean {
    return box.type === 'image' || (box.type === 'block' && box.monolithic);
  }

  /** Shrink-to-fit content width (CSS 2.2, 10.3.5) of a block; `available` is for its content. */
  shrinkToFit(box: BlockBox, available: number, base: number): number {
    const { min, max } = this.intrinsic.of(box);
    const used = usedBox(box.style, base, 0);
    const edges = used.borderWidth - used.contentWidth;
    return Math.max(min - edges, Math.min(max - edges, available));
  }

  /** A float or another box that is as wide as it needs, all that is left of it in one piece. */
  layOutFloat(box: Box, home: FloatHome, token: BreakToken | undefined): Piece {
    const { width, height } = home;
    return this.#piece(box, this.usedToFit(box, width), { width, height, token });
  }

  /** What fits of a float into some height. */
  layOutFloatPart(
    box: Box,
    home: FloatHome,
    within: { readonly fragmentainer: Fragmentainer; readonly room: number },
    token: BreakToken | undefined,
  ): Outcome {
    const { width, height } = home;
    return this.#outcome(box, this.usedToFit(box, width), { width, height, within, token });
  }

  /** Used values of a box that shrinks to fit `base`. */
  usedToFit(box: Box, base: number): UsedBox {
    if (box.type === 'lines') return usedBox(box.style, base);
    if (box.type !== 'block') return this.#unCentred(this.usedBoxOf(box, base, undefined), box.style);
    const plain = usedBox(box.style, base, 0);
    const edges = plain.borderWidth - plain.contentWidth;
    const margins =
      (box.style.marginLeft === 'auto' ? 0 : plain.margin.left) +
      (box.style.marginRight === 'auto' ? 0 : plain.margin.right);
    const fit = this.shrinkToFit(box, base - edges - margins, base);
    return this.#unCentred(usedBox(box.style, base, Math.max(0, fit)), box.style);
  }

  /** Auto margins of floats and atoms are 0. */
  #unCentred(used: UsedBox, style: ComputedStyle): UsedBox {
    const left = style.marginLeft === 'auto' ? 0 : used.margin.left;
    return {
      ...used,
      margin: { ...used.margin, left },
      x: left,
      contentX: left + used.border.left + used.padding.left,
    };
  }

  /** An atomic inline box. */
  layOutAtom(box: Box, base: number): Piece {
    return this.#piece(box, this.usedToFit(box, base), { width: base });
  }

  /** A box with known used values as a whole; `fixedHeight` is the border box's. */
  layOutWhole(
    box: Box,
    used: UsedBox,
    block: Pick<PieceTask, 'width' | 'height'>,
    fixedHeight?: number,
  ): Piece {
    return this.#piece(box, used, { width: block.width, height: block.height, fixedHeight });
  }

  #piece(box: Box, used: UsedBox, task: PieceTask): Piece {
    const outcome = this.#outcome(box, used, task);
    if (outcome.refused) throw new Error('a box refused to begin in an empty place');
    return outcome;
  }

  #outcome(box: Box, used: UsedBox, task: PieceTask): Outcome {
    if (box.type === 'lines') throw new Error('lines have no box of their own');
    const { width, height, within, token, fixedHeight } = task;
    const fragmentainer = within?.fragmentainer;
    const room = within?.room ?? Infinity;
    const space = blockSpace({ used, width, height, fragmentainer, room, fixedHeight, isPiece: true });
    return this.layOut(box, space, token);
  }

  /** A float to the end of a page or column with its margins around it, as wide as that. */
  floatPiece(box: Box, width: number): FloatPiece {
    const kept = this.#pieces.get(box);
    this.scene.pageNumbers.use(box);
    if (kept && kept.width === width) return kept;
    const piece = { box, fragment: this.stack([box], width), width };
    this.#pieces.set(box, piece);
    return piece;
  }

  /** Boxes one below the other in a formatting context of their own, margins inside. */
  stack(boxes: readonly Box[], width: number): BoxFragment {
    const [first] = boxes;
    if (!first) throw new Error('nothing to stack');
    const style = this.scene.styles.anonymous(first.style, 'flow-root');
    const box = blockBox({ style, children: boxes.map(unfloated), tag: artifact });
    const piece = this.#piece(box, usedBox(style, width), { width });
    const held = holdPositioned(this, piece);
    return boxFragment({ ...held, box: undefined, border: noEdges, padding: noEdges });
  }

  widthsOf(box: Box): IntrinsicWidths {
    return this.intrinsic.of(box);
  }
}
