/**
 * The boxes positioned against a block, in its fragment: those that its flow met, those that its offsets
 * put there whatever the flow says, and those that go on from earlier fragments (CSS 2.2, 10.1 and 10.6.4).
 */
import { isPositioned, type BlockBox } from '../boxes/box.js';
import type { FlowEngine } from './engine.js';
import type { BoxFragment, Placed } from './fragment.js';
import {
  beginPositioned,
  isOffsetBox,
  offsetBoxesOf,
  placeFlows,
  type PositionedRest,
} from './positioned-flows.js';
import { placePositioned } from './positioned.js';
import {
  isFormattingRoot,
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
}

interface PositionedPart {
  readonly fragment: BoxFragment;
  /** Boxes that this block does not position. */
  readonly outOfFlow: readonly OutOfFlow[];
  readonly rests: readonly PositionedRest[];
}

export function withPositioned(
  engine: FlowEngine,
  block: PositionedBlock,
  { fragment, met, stop }: PositionedFragment,
): PositionedPart {
  const { box, space, token } = block;
  const isHome = isPositioned(box.style);
  const { fragmentainer, initialBlock } = space;
  if (!isHome && !initialBlock) return { fragment, outOfFlow: met, rests: [] };
  const begun = token?.positioned ?? [];
  if (!fragmentainer) {
    const home = isHome || !initialBlock ? paddingBox(block, fragment, fragment.height) : initialBlock;
    const placed = met.map((one) => placePositioned(engine, one, home));
    return { fragment: withChildren(fragment, placed), outOfFlow: [], rests: [] };
  }
  const positioner = { box, spanners: space.spanners && !space.isPiece && !isFormattingRoot(box.style) };
  const offset = isHome && !token ? offsetBoxesOf(positioner, space.used) : [];
  const waiting = [...offset, ...met.filter((one) => !isHome || !isOffsetBox(positioner, one.box))];
  if (waiting.length === 0 && begun.length === 0) return { fragment, outOfFlow: [], rests: [] };
  const home = {
    block:
      isHome || !initialBlock
        ? paddingBox(block, fragment, wholeHeight(engine, block, { fragment, stop, waiting }))
        : initialBlock,
    fragmentainer,
    // Where a spanning element comes between, the flow goes on below it.
    room: stop?.type === 'spanner' ? fragment.height : space.room,
    waits: isHome && (!fragmentainer.paged || stop !== undefined),
  };
  const flows = [...begun, ...beginPositioned(engine, waiting, home)];
  const { placed, rests } = placeFlows(engine, flows, home);
  return { fragment: withChildren(fragment, placed), outOfFlow: [], rests };
}

/** Height of all fragments together; of a block that goes on as it would be in one piece, if anyone asks. */
function wholeHeight(
  engine: FlowEngine,
  { box, space, definite, consumed }: PositionedBlock,
  at: {
    readonly fragment: BoxFragment;
    readonly stop: Stop | undefined;
    readonly waiting: readonly OutOfFlow[];
  },
): number {
  if (definite !== undefined) return definite;
  const asked = at.waiting.some(({ box: { style } }) => {
    const percent = [style.top, style.height, style.minHeight, style.maxHeight].some(
      (length) => typeof length === 'object',
    );
    return style.bottom !== 'auto' || percent;
  });
  if (!at.stop || !asked) return consumed + at.fragment.height;
  const { used, width, height } = space;
  const around = { width, ...(height === undefined ? {} : { height }) };
  return engine.layOutWhole(box, used, around).fragment.height;
}

function withChildren(fragment: BoxFragment, more: readonly Placed[]): BoxFragment {
  return more.length ? { ...fragment, children: [...fragment.children, ...more] } : fragment;
}

/** The padding box of a block whose border box comes to `height`, from the corner of its fragment. */
function paddingBox(
  { space }: PositionedBlock,
  { border, width }: BoxFragment,
  height: number,
): ContainingBlock {
  const { top, bottom } = space.used.border;
  return {
    x: border.left,
    y: border.top,
    width: width - border.left - border.right,
    height: Math.max(0, height - top - bottom),
  };
}
