/** Constraint spaces in their one shape. */
import { FloatContext } from './float-context.js';
import type { BlockSpace, BreakSearch, Fragmentainer } from './space.js';

type SpaceParts = Pick<BlockSpace, 'used' | 'width' | 'room'> & Partial<BlockSpace>;

/** A space of its own, without what is left out: the corner of a formatting context, on any page, unbroken. */
export function blockSpace(parts: SpaceParts): BlockSpace {
  return {
    used: parts.used,
    width: parts.width,
    height: parts.height,
    x: parts.x ?? 0,
    y: parts.y ?? 0,
    floats: parts.floats ?? new FloatContext(),
    fragmentainer: parts.fragmentainer,
    room: parts.room,
    avoid: parts.avoid === true,
    isMain: parts.isMain === true,
    spanners: parts.spanners === true,
    page: parts.page ?? 'auto',
    lead: parts.lead ?? 0,
    margins: parts.margins,
    fixedHeight: parts.fixedHeight,
    initialBlock: parts.initialBlock,
    isPiece: parts.isPiece === true,
  };
}

/** The same fragmentainer, filled once more. */
export function filledAgain(fragmentainer: Fragmentainer, search: BreakSearch): Fragmentainer {
  return {
    kind: fragmentainer.kind,
    paged: fragmentainer.paged,
    size: fragmentainer.size,
    search,
    heldNotes: fragmentainer.heldNotes,
  };
}
