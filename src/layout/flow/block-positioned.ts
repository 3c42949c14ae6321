/**
 * The boxes positioned against a block or inline boxes of it, in its fragment: those that its flow met, those
 * that offsets put there whatever the flow says, and those that go on from earlier fragments (CSS 2.2, 10.1
 * and 10.6.4).
 */
import type { ComputedStyle } from '../../document/style.js';
import { isPositioned, type BlockBox } from '../boxes/box.js';
import type { FlowEngine } from './engine.js';
import { withChildren, type BoxFragment } from './fragment.js';
import { inlineBlockIn } from './inline-blocks.js';
import { isOffsetBox, offsetBoxesOf } from './offset-boxes.js';
import { placePositioned } from './positioned.js';
import { beginPositioned, placeFlows, placeWhole, type PositionedRest } from './positioned-flows.js';
import {
  isFormattingRoot,
  isMulticol,
  type BlockSpace,
  type BreakToken,
  type ContainingBlock,
  type OutOfFlow,
  type Stop,
} from './space.js';

/** The block whose fragment it is. */
interface PositionedBlock {
  readonly box: BlockBox;
  readonly space: BlockSpace;
  readonly token: BreakToken | undefined;
  /** Height of the border box, if definite, pt. */
  readonly definite: number | undefined;
  /** Height of the fragments before, pt. */
  readonly consumed: number;
}

interface PositionedFragment {
  readonly fragment: BoxFragment;
  /** Boxes that the flow met and no block inside positions. */
  readonly met: readonly OutOfFlow[];
  /** Why the block is broken here. */
  readonly stop: Stop | undefined;
  /** The block, or something in it, goes on in the next fragmentainer. */
  readonly goesOn: boolean;
}

interface PositionedPart {
  readonly fragment: BoxFragment;
  /** Boxes that this block does not position. */
  readonly outOfFlow: readonly OutOfFlow[];
  readonly rests: readonly PositionedRest[];
}

/** Whether there is anything to place in a fragment of a block: for nearly all there is not. */
export function mayHoldPositioned(
  {
    engine,
    box,
    space,
    token,
  }: Pick<PositionedBlock, 'box' | 'space' | 'token'> & { readonly engine: FlowEngine },
  met: readonly OutOfFlow[],
  goesOn: boolean,
): boolean {
  if (met.length > 0) return true;
  if (token) return token.positioned !== undefined && token.positioned.length > 0;
  return (
    engine.scene.hasPositioned && space.fragmentainer !== undefined && (goesOn || isPositioned(box.style))
  );
}

export function withPositioned(
  engine: FlowEngine,
  block: PositionedBlock,
  at: PositionedFragment,
): PositionedPart {
  return new PositionedLayout(engine, block, at).run(block.token?.positioned ?? []);
}

class PositionedLayout {
  readonly #isHome: boolean;
  #whole: BoxFragment | undefined;

  constructor(
    readonly engine: FlowEngine,
    readonly block: PositionedBlock,
    readonly at: PositionedFragment,
  ) {
    this.#isHome = isPositioned(block.box.style);
  }

  run(begun: readonly PositionedRest[]): PositionedPart {
    const { engine, at } = this;
    const { fragment, met, stop } = at;
    const { fragmentainer, initialBlock, room } = this.block.space;
    const holdsAll = this.#isHome || initialBlock !== undefined;
    const outOfFlow = holdsAll ? [] : met.filter(({ inline }) => inline === undefined);
    const held = holdsAll ? met : met.filter(({ inline }) => inline !== undefined);
    if (!fragmentainer) {
      const here = held.map((one) => placePositioned(engine, one, this.#blockOf(one)));
      const placed = [...placeWhole(engine, begun), ...here];
      return { fragment: withChildren(fragment, placed), outOfFlow, rests: [] };
    }
    const flows = [...begun];
    for (const one of this.#beginning(held)) flows.push(beginPositioned(engine, one, this.#blockOf(one)));
    if (flows.length === 0) return { fragment, outOfFlow, rests: [] };
    const { placed, rests } = placeFlows(engine, flows, {
      fragmentainer,
      // Where a spanning element comes between, the flow goes on below it.
      room: stop?.type === 'spanner' ? fragment.height : room,
      waits: (this.#isHome || !initialBlock) && (!fragmentainer.paged || stop !== undefined),
    });
    return { fragment: withChildren(fragment, placed), outOfFlow, rests };
  }

  /** The boxes that begin in a fragment: those met there, and in the first those that offsets put somewhere. */
  #beginning(held: readonly OutOfFlow[]): readonly OutOfFlow[] {
    const { box, space, token } = this.block;
    const spanners = space.spanners && !space.isPiece && !isFormattingRoot(box.style);
    const positioner = { box, spanners };
    /** Against an inline box of a block in one piece they stand where the flow meets them. */
    const isOffset = (one: OutOfFlow): boolean => (one.inline === undefined ? this.#isHome : this.#isParted);
    const offset = token ? [] : offsetBoxesOf(positioner, space.used).filter(isOffset);
    return [...offset, ...held.filter((one) => !(isOffset(one) && isOffsetBox(positioner, one)))];
  }

  /** The block has more than this fragment. */
  get #isParted(): boolean {
    return this.block.token !== undefined || this.at.goesOn;
  }

  #blockOf(one: OutOfFlow): ContainingBlock {
    if (one.inline !== undefined) return this.#inlineBlock(one.inline) ?? { ...one, width: 0, height: 0 };
    const { initialBlock } = this.block.space;
    if (!this.#isHome && initialBlock) return initialBlock;
    return this.#paddingBox(this.#wholeHeight(one.box.style));
  }

  /** An inline box of this block as it would be in one piece, from the corner of this fragment. */
  #inlineBlock(tag: number): ContainingBlock | undefined {
    const { box, consumed } = this.block;
    const { fragment } = this.at;
    if (!this.#isParted || isMulticol(box.style)) return inlineBlockIn(fragment, tag);
    const found = inlineBlockIn(this.#inOnePiece, tag);
    return found && { ...found, y: found.y - consumed };
  }

  get #inOnePiece(): BoxFragment {
    const { box, space } = this.block;
    const { used, width, height } = space;
    return (this.#whole ??= this.engine.layOutWhole(box, used, { width, height }).fragment);
  }

  /** The padding box of the block, its fragments together `height` high, from the corner of this one. */
  #paddingBox(height: number): ContainingBlock {
    const { border, width } = this.at.fragment;
    const { top, bottom } = this.block.space.used.border;
    return {
      x: border.left,
      y: border.top,
      width: width - border.left - border.right,
      height: Math.max(0, height - top - bottom),
    };
  }

  /** Height of all fragments together, of a block that goes on as it would be in one piece, if a box asks for it. */
  #wholeHeight({ top, bottom, height, minHeight, maxHeight }: ComputedStyle): number {
    const { definite, consumed, space } = this.block;
    const { fragment, stop } = this.at;
    if (!space.fragmentainer) return fragment.height;
    if (definite !== undefined) return definite;
    const percent = [top, height, minHeight, maxHeight].some((length) => typeof length === 'object');
    const asked = bottom !== 'auto' || percent;
    return stop && asked ? this.#inOnePiece.height : consumed + fragment.height;
  }
}
