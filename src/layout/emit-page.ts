/**
 * Composed regions → page items: the last step of layout, where everything gets its place on the page.
 * Backgrounds and borders come first, then content, then positioned boxes. What the painters need to
 * know beyond items (bookmarks, destinations, page breaks, strings) is noted on the way.
 */
import type { PageItem } from '../document/page.js';
import type { StructureId, StructureElement } from '../document/page.js';
import type { NodeKey } from '../document/tree.js';
import type { Mark, TextTag } from './box.js';
import { artifact, paginationArtifact } from './box.js';
import { BoxTracker, type DrawnBox } from './track-boxes.js';
import type { FlowChild, Fragment, OpenChild, PositionedFragment, Region } from './flow.js';
import { lineItems } from './emit-line.js';
import { boxItems, contentRectangle, imageItem } from './paint-box.js';
import type { PageRectangle } from './page-master.js';

type BoundingBox = NonNullable<StructureElement['bbox']>;

/** A mark and where it fell: y in pt from the top of the page. */
export interface PlacedMark {
  readonly mark: Mark;
  readonly y: number;
}

/** Everything emitted for one page. */
export interface EmittedPage {
  readonly items: PageItem[];
  readonly marks: PlacedMark[];
  /** The first character of the flow on this page. */
  start: { readonly node: NodeKey; readonly offset: number } | undefined;
  /** Where pictures are, by structure element: pt. */
  readonly boxes: Map<StructureId, Omit<BoundingBox, 'page'>>;
}

export class PageEmitter {
  readonly page: EmittedPage = { items: [], marks: [], start: undefined, boxes: new Map() };
  readonly #positioned: (() => void)[] = [];

  constructor(
    private readonly tags: readonly TextTag[],
    private readonly area: PageRectangle,
  ) {}

  /** Regions of the flow; boxes left open come from the page before (`carried`) and are handed on. */
  flow(regions: readonly Region[], carried: readonly OpenChild[]): readonly OpenChild[] {
    const open = this.regions(regions, { x: 0, y: 0 }, carried);
    this.begin(regions);
    this.#flushPositioned();
    return open;
  }

  /** The page begins with the first of these characters, in reading order, if none before it was named. */
  begin(regions: readonly Region[]): void {
    const found = firstCharacter(regions);
    const known = this.page.start;
    if (
      found &&
      (!known || found.node < known.node || (found.node === known.node && found.offset < known.offset))
    ) {
      this.page.start = found;
    }
  }

  /** Floats, notes, margin boxes: nothing is carried over. */
  regions(
    regions: readonly Region[],
    origin: Point,
    carried: readonly OpenChild[] = [],
  ): readonly OpenChild[] {
    const tracker = new BoxTracker(carried, this.area.x);
    const { drawn, open } = tracker.track(regions, origin);
    for (const box of drawn) this.#box(box);
    for (const region of regions) this.#region(region, origin, drawn);
    return open;
  }

  /** Draws the positioned boxes that waited: above everything before them. */
  #flushPositioned(): void {
    for (const draw of this.#positioned.splice(0)) draw();
  }

  finish(): EmittedPage {
    this.#flushPositioned();
    return this.page;
  }

  #box(box: DrawnBox): void {
    this.page.items.push(...boxItems(box.open.style, box));
  }

  #region(region: Region, origin: Point, drawn: readonly DrawnBox[]): void {
    const x = origin.x + region.x;
    const y = origin.y + region.y;
    if (region.rule) {
      const { side, before, height } = region.rule;
      this.page.items.push({
        type: 'path',
        tag: artifact,
        path: [{ type: 'rect', x: x - before - side.width / 2, y, width: side.width, height }],
        fill: side.color,
      });
    }
    for (const placed of region.placed)
      this.#child(placed.child, { x: x + placed.x, y: y + placed.y }, drawn);
  }

  #child(child: FlowChild, at: Point, drawn: readonly DrawnBox[]): void {
    switch (child.type) {
      case 'line':
        this.page.items.push(...lineItems(child.line, at, this.tags));
        this.#atoms(child, at);
        return;
      case 'image': {
        const frame = contentRectangle(child.used, at, child.size);
        this.page.items.push(
          ...boxItems(child.box.style, {
            x: at.x,
            y: at.y,
            width: child.used.borderWidth,
            height: child.size,
            first: true,
            last: true,
          }),
        );
        this.page.items.push(imageItem(child.box, frame));
        if (child.box.tag.type === 'structure') this.page.boxes.set(child.box.tag.element, frame);
        return;
      }
      case 'fragment':
        return child.repeated ? this.#again(child.fragment, at) : this.fragment(child.fragment, at);
      case 'open': {
        const box = drawn.find((candidate) => candidate.open === child && candidate.first);
        if (box) for (const positioned of child.absolutes) this.#positionedIn(positioned, child, box);
        return;
      }
      case 'mark':
        this.page.marks.push({ mark: child.mark, y: at.y });
        return;
      case 'page-box':
        this.#positioned.push(() => this.#place(child.positioned, this.area));
        return;
      case 'close':
      case 'space':
      case 'float':
      case 'column-break':
        return;
    }
  }

  #atoms(child: Extract<FlowChild, { type: 'line' }>, at: Point): void {
    const baseline = at.y + child.line.ascent;
    for (const atom of child.line.atoms) {
      const inline = child.atoms.get(atom.tag);
      if (inline)
        this.fragment(inline.fragment, {
          x: at.x + child.line.x + atom.x + inline.left,
          y: baseline - inline.rise,
        });
    }
  }

  /** A fragment; clipped or translucent ones become a group of their own. */
  fragment(fragment: Fragment, at: Point): void {
    if (!fragment.clip && fragment.opacity === undefined) {
      this.regions(fragment.regions, at);
      return;
    }
    const outside = this.page.items.splice(0);
    this.regions(fragment.regions, at);
    this.#flushPositioned();
    const inside = this.page.items.splice(0);
    this.page.items.push(...outside, {
      type: 'group',
      items: inside,
      ...(fragment.clip
        ? { clip: [{ type: 'rect', x: at.x, y: at.y, width: fragment.width, height: fragment.height }] }
        : {}),
      ...(fragment.opacity === undefined ? {} : { opacity: fragment.opacity }),
    });
  }

  /** What is set once more is for the eye only (ISO 14289-1, 7.1): tagged, it would be read twice. */
  #again(fragment: Fragment, at: Point): void {
    const once = new PageEmitter(this.tags, this.area);
    once.fragment(fragment, at);
    this.page.items.push(...once.finish().items.flatMap(asArtifact));
  }

  #positionedIn(positioned: PositionedFragment, open: OpenChild, box: DrawnBox): void {
    const { border } = open.used;
    const padding = {
      x: box.x + border.left,
      y: box.y + border.top,
      width: box.width - border.left - border.right,
      height: box.height - border.top - border.bottom,
    };
    this.#positioned.push(() => this.#place(positioned, padding));
  }

  #place(positioned: PositionedFragment, block: PageRectangle): void {
    const { fragment, x, y, fromBottom } = positioned;
    this.fragment(fragment, {
      x: block.x + x,
      y: fromBottom ? block.y + block.height - y - fragment.height : block.y + y,
    });
  }
}

function asArtifact(item: PageItem): readonly PageItem[] {
  if (item.type === 'group') return [{ ...item, items: item.items.flatMap(asArtifact) }];
  return item.type === 'link' ? [] : [{ ...item, tag: paginationArtifact }];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

function firstCharacter(regions: readonly Region[]): EmittedPage['start'] {
  for (const region of regions) {
    for (const { child } of region.placed) {
      if (child.type === 'line' && child.line.start) return child.line.start;
      const inside = child.type === 'fragment' ? firstCharacter(child.fragment.regions) : undefined;
      if (inside) return inside;
    }
  }
  return undefined;
}
