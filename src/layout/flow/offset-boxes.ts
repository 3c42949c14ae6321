/**
 * Positioned boxes of which a containing block says where they begin in height: in a container that is
 * broken they may begin before the place where the flow meets them. Found in the box tree, once.
 */
import { isOutOfFlow, isPositioned, type BlockBox, type Box, type LinesBox } from '../boxes/box.js';
import { usedBox, type UsedBox } from '../used-values.js';
import { inlineAround } from './out-of-flow.js';
import { isFormattingRoot, type OutOfFlow } from './space.js';

/** The block container that holds such boxes, for itself or for positioned inline boxes in it. */
export interface Positioner {
  readonly box: BlockBox;
  /** Elements in it span columns around it. */
  readonly spanners: boolean;
}

/** A positioned box, the boxes between its container and it, and the inline box that is its containing block. */
interface Found {
  readonly box: Box;
  readonly path: readonly Box[];
  readonly inline: number | undefined;
}

interface OffsetBoxes {
  readonly found: readonly Found[];
  /** Containing blocks of those in the list. */
  readonly homes: ReadonlyMap<Box, number | undefined>;
}

const known = new WeakMap<BlockBox, OffsetBoxes>();

function offsetBoxes({ box, spanners }: Positioner): OffsetBoxes {
  const before = known.get(box);
  if (before) return before;
  const { found } = new Search(box, spanners);
  const boxes = { found, homes: new Map(found.map((one) => [one.box, one.inline])) };
  known.set(box, boxes);
  return boxes;
}

/** Where the search stands in the tree. */
interface Place {
  readonly path: readonly Box[];
  /** What spans the columns around the container is no content of it. */
  readonly spanners: boolean;
  /** The positioned inline box of the container around this place. */
  readonly inline: number | undefined;
}

class Search {
  readonly found: Found[] = [];
  readonly #isHome: boolean;

  constructor(container: BlockBox, spanners: boolean) {
    this.#isHome = isPositioned(container.style);
    for (const child of container.children) {
      const inline = inlineAround(child);
      const place = { path: [], spanners, inline };
      if (child.type === 'lines') this.#lines(child, place, true);
      else if (this.#isHome || inline !== undefined) this.#meet(child, place);
    }
  }

  #children(box: Box, place: Place): void {
    if (box.type === 'lines') this.#lines(box, place, false);
    else if (box.type === 'block') {
      // Inline boxes of blocks inside position by themselves.
      for (const child of box.children) if (inlineAround(child) === undefined) this.#meet(child, place);
    } else if (box.type === 'table') {
      for (const { box: cell } of box.groups.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)))
        if (!isPositioned(cell.style)) this.#children(cell, { ...place, spanners: false });
    }
  }

  /** Boxes in a text; the container's own has inline boxes that may position them. */
  #lines({ items }: LinesBox, place: Place, own: boolean): void {
    const open: (number | undefined)[] = [];
    for (const item of items) {
      const home = open.at(-1);
      if (item.type === 'open') open.push(item.style.position === 'relative' ? item.tag : home);
      else if (item.type === 'close') open.pop();
      else if ((item.type === 'out-of-flow' || item.type === 'box') && (own || home === undefined))
        this.#meet(item.box, { ...place, inline: home ?? place.inline });
    }
  }

  #meet(box: Box, place: Place): void {
    const { style } = box;
    const { path, spanners, inline } = place;
    if (box.type === 'lines') {
      this.#lines(box, place, false);
    } else if (style.position === 'absolute') {
      const asked = style.top !== 'auto' || style.bottom !== 'auto';
      if (asked && (this.#isHome || inline !== undefined)) this.found.push({ box, path, inline });
    } else {
      const apart = isOutOfFlow(box) && style.float !== 'left' && style.float !== 'right';
      if (apart || isPositioned(style) || (spanners && style.columnSpan === 'all')) return;
      const inside = spanners && !isFormattingRoot(style);
      this.#children(box, { path: [...path, box], spanners: inside, inline });
    }
  }
}

/** Those boxes at their static place across, from the container's border-box corner. */
export function offsetBoxesOf(container: Positioner, used: UsedBox): readonly OutOfFlow[] {
  const left = used.border.left + used.padding.left;
  return offsetBoxes(container).found.map(({ box, path, inline }) => {
    let x = left;
    let width = used.contentWidth;
    for (const { type, style } of path) {
      const { display, float } = style;
      if (type !== 'block' || display === 'table-cell' || display === 'inline-block' || float !== 'none')
        continue;
      const inner = usedBox(style, width);
      x += inner.contentX;
      width = inner.contentWidth;
    }
    const opacity = path.reduce((product, { style }) => product * style.opacity, 1);
    return { box, x, y: 0, inline, opacity: opacity < 1 ? opacity : undefined };
  });
}

/** Whether a box is among those. */
export function isOffsetBox(container: Positioner, { box, inline }: OutOfFlow): boolean {
  const { homes } = offsetBoxes(container);
  return homes.has(box) && homes.get(box) === inline;
}
