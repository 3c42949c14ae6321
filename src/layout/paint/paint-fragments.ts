/**
 * Fragments → page items: the last step of layout, where everything gets its place on the page, in the
 * painting order of CSS 2.2, Appendix E: backgrounds and borders of blocks, floats, text and pictures,
 * positioned boxes. What the painters need to know beyond items (bookmarks, destinations, page breaks,
 * strings) is noted on the way.
 */
import type { PageItem, StructureElement, StructureId } from '../../document/page.js';
import type { NodeKey } from '../../document/tree.js';
import { isPositioned, paginationArtifact, type Mark, type TextTag } from '../boxes/box.js';
import type { BoxFragment, Fragment, LineFragment, Placed } from '../flow/fragment.js';
import type { PageRectangle } from '../page-master.js';
import type { LayoutScene } from '../scene.js';
import type { PageSurroundings } from './paint-background.js';
import { boxItems, contentRectangle, paddingClip, pictureItems } from './paint-box.js';
import { ruleItems, stretchItems } from './paint-borders.js';
import { inlineBoxItems, paintLine } from './paint-line.js';
import { noSlices, Slices } from './slices.js';

type BoundingBox = NonNullable<StructureElement['bbox']>;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A mark and where it fell: y in pt from the top of the page. */
export interface PlacedMark {
  readonly mark: Mark;
  readonly y: number;
  /** Nothing stands on the page before it. */
  readonly first: boolean;
}

/** Everything painted on one page. */
export interface PaintedPage {
  readonly items: PageItem[];
  readonly marks: PlacedMark[];
  /** The first character of the flow on this page. */
  start: { readonly node: NodeKey; readonly offset: number } | undefined;
  /** The first character of its floats and notes. */
  beside: PaintedPage['start'];
  /** Where pictures are, by structure element: pt. */
  readonly boxes: Map<StructureId, Omit<BoundingBox, 'page'>>;
}

/** The parts of a stacking context, in the order in which they are painted. */
interface Layers {
  readonly blocks: PageItem[];
  readonly floats: PageItem[];
  readonly inlines: PageItem[];
  readonly positioned: Apart[];
}

/** What is painted as a whole: positioned or translucent. */
interface Apart {
  readonly z: number;
  /** Place in the order of the tree: boxes are painted so, wherever their containing blocks hold them. */
  readonly order: number;
  readonly items: readonly PageItem[];
}

export class FragmentPainter {
  readonly page: PaintedPage = {
    items: [],
    marks: [],
    start: undefined,
    beside: undefined,
    boxes: new Map(),
  };
  /** Inside a head that is set again: nothing is noted. */
  #repeated = 0;
  /** Something stands on the page already. */
  #filled = false;

  readonly #tags: readonly TextTag[];
  #around: PageSurroundings;

  /** `page` is the page box. */
  constructor(scene: LayoutScene, page: PageRectangle) {
    this.#tags = scene.structure.tags;
    this.#around = { page, picture: (path) => scene.imageOf(path), slices: noSlices };
  }

  /** What the painting of what was given last knows of its surroundings. */
  get around(): PageSurroundings {
    return this.#around;
  }

  /** Paints fragments of the flow, floats, notes or margin boxes at their places. */
  paint(placed: readonly Placed[]): void {
    const { page, picture } = this.#around;
    this.#around = { page, picture, slices: new Slices(placed) };
    append(this.page.items, this.#context(placed, { x: 0, y: 0 }));
  }

  /** The page begins with the first of these characters, in reading order, if none before it was named. */
  begin(placed: readonly Placed[]): void {
    const found = firstCharacter(placed);
    const known = this.page.start;
    if (
      found &&
      (!known || found.node < known.node || (found.node === known.node && found.offset < known.offset))
    )
      this.page.start = found;
  }

  /** Floats or notes of the page: where it begins if nothing of the flow is on it. */
  accompany(placed: readonly Placed[]): void {
    this.page.beside ??= firstCharacter(placed);
  }

  /** A stacking context (or what is painted like one): its parts in order. */
  #context(placed: readonly Placed[], at: Point): readonly PageItem[] {
    const layers = newLayers();
    for (const child of placed) this.#visit(child, at, layers);
    return inOrder(layers);
  }

  /** A float, an atom: painted as a whole, but its positioned boxes belong to the context around (E.2, 5). */
  #whole(fragment: BoxFragment, at: Point, outer: Layers): readonly PageItem[] {
    const layers = newLayers(outer.positioned);
    this.#box(fragment, at, layers);
    return joined(layers);
  }

  #visit({ x, y, fragment }: Placed, origin: Point, layers: Layers): void {
    const at = { x: origin.x + x, y: origin.y + y };
    switch (fragment.type) {
      case 'box':
        return this.#boxLayer(fragment, at, layers);
      case 'line':
        return this.#line(fragment, at, layers);
      case 'mark':
        this.#mark(fragment.mark, at.y);
        return;
      case 'anchor':
        return;
    }
  }

  #boxLayer(fragment: BoxFragment, at: Point, layers: Layers): void {
    const { style, box } = fragment;
    const own = box !== undefined;
    if (own && isApart(fragment)) {
      this.#apart(fragment, at, layers);
    } else if (own && style.float !== 'none') {
      append(layers.floats, this.#clipped(fragment, at, layers));
    } else if (own && style.overflow === 'hidden') {
      append(layers.inlines, this.#clipped(fragment, at, layers));
    } else {
      this.#box(fragment, at, layers);
    }
  }

  #apart(fragment: BoxFragment, at: Point, { positioned }: Layers): void {
    const { style, box } = fragment;
    const z = style.zIndex === 'auto' ? 0 : style.zIndex;
    const order = box?.order ?? positioned.at(-1)?.order ?? 0;
    positioned.push({ z, order, items: this.#isolated(fragment, at) });
  }

  #isolated(fragment: BoxFragment, at: Point): readonly PageItem[] {
    const layers = newLayers();
    const items = this.#clipped(fragment, at, layers);
    const all = [...items, ...inOrder(newLayers(layers.positioned))];
    const opacity = opacityOf(fragment);
    return opacity < 1 && all.length > 0 ? [{ type: 'group', items: all, opacity }] : all;
  }

  /** A box whose content is cut at its padding edge when it must not show (CSS 2.2, 11.1.1). */
  #clipped(fragment: BoxFragment, at: Point, layers: Layers): readonly PageItem[] {
    if (fragment.style.overflow !== 'hidden') return this.#whole(fragment, at, layers);
    const frame = newLayers();
    this.#frame(fragment, at, frame);
    const inside = this.#context(fragment.children, at);
    if (inside.length === 0) return frame.blocks;
    return [...frame.blocks, { type: 'group', items: inside, clip: paddingClip(fragment, at) }];
  }

  #box(fragment: BoxFragment, at: Point, layers: Layers): void {
    if (fragment.paint?.repeated) {
      append(layers.inlines, this.#again(fragment, at));
      return;
    }
    this.#frame(fragment, at, layers);
    const { children } = fragment;
    // By index here and below: there is a child for each line of a book.
    for (let i = 0; i < children.length; i++) {
      const child = children[i];
      if (child) this.#visit(child, at, layers);
    }
    append(layers.blocks, stretchItems(fragment, at));
  }

  /** What is set once more is for the eye only (ISO 14289-1, 7.1): tagged, it would be read twice. */
  #again(fragment: BoxFragment, at: Point): readonly PageItem[] {
    this.#repeated += 1;
    const { repeated: _, ...paint } = fragment.paint ?? {};
    const items = this.#context([{ ...at, fragment: { ...fragment, paint } }], { x: 0, y: 0 });
    this.#repeated -= 1;
    return items.flatMap(asArtifact);
  }

  /** The box itself: marks, background, border, column rules, picture. */
  #frame(fragment: BoxFragment, at: Point, layers: Layers): void {
    const { box, style, paint } = fragment;
    if (box && fragment.start) for (const mark of box.marks) this.#mark(mark, at.y);
    if (style.visibility === 'visible' && !paint?.hideBox) {
      append(layers.blocks, boxItems(fragment, at, this.#around));
    }
    append(layers.blocks, ruleItems(fragment, at));
    if (box?.type !== 'image' || style.visibility !== 'visible') return;
    const frame = contentRectangle(fragment, at);
    if (!this.#repeated) this.#filled = true;
    append(layers.inlines, pictureItems(box, fragment, at));
    if (box.tag.type === 'structure' && !this.#repeated) this.page.boxes.set(box.tag.element, frame);
  }

  #mark(mark: Mark, y: number): void {
    if (!this.#repeated) this.page.marks.push({ mark, y, first: !this.#filled });
  }

  #line(fragment: LineFragment, at: Point, layers: Layers): void {
    if (!this.#repeated) this.#filled = true;
    const { line } = fragment;
    if (line.boxes.length > 0) append(layers.inlines, inlineBoxItems(fragment, at, this.#around));
    paintLine(fragment, at, this.#tags, layers.inlines);
    if (line.atoms.length === 0) return;
    const baseline = at.y + line.ascent;
    for (const { tag, x, rise } of line.atoms) {
      const atom = fragment.inside.atoms.get(tag);
      if (!atom) continue;
      const corner = { x: at.x + line.x + x + atom.left, y: baseline - rise - atom.rise };
      if (isApart(atom.fragment)) this.#apart(atom.fragment, corner, layers);
      else append(layers.inlines, this.#clipped(atom.fragment, corner, layers));
    }
  }
}

/** A context's parts in painting order; positioned ones by `z-index`, then by place in the tree. */
function inOrder(layers: Layers): readonly PageItem[] {
  const { positioned } = layers;
  if (positioned.length === 0) return joined(layers);
  const sorted = [...positioned].sort((a, b) => a.z - b.z || a.order - b.order);
  const below = sorted.filter(({ z }) => z < 0).flatMap(({ items }) => items);
  const above = sorted.filter(({ z }) => z >= 0).flatMap(({ items }) => items);
  return [...below, ...joined(layers), ...above];
}

/** All but the positioned parts; most contexts have text and nothing else. */
function joined({ blocks, floats, inlines }: Layers): readonly PageItem[] {
  if (blocks.length === 0 && floats.length === 0) return inlines;
  append(blocks, floats);
  append(blocks, inlines);
  return blocks;
}

function append(items: PageItem[], more: readonly PageItem[]): void {
  for (let i = 0; i < more.length; i++) {
    const item = more[i];
    if (item) items.push(item);
  }
}

function newLayers(positioned: Apart[] = []): Layers {
  return { blocks: [], floats: [], inlines: [], positioned };
}

function isApart(fragment: BoxFragment): boolean {
  return isPositioned(fragment.style) || opacityOf(fragment) < 1;
}

/** With the opacity of the boxes that it would stand in. */
function opacityOf({ style, paint }: BoxFragment): number {
  return style.opacity * (paint?.opacity ?? 1);
}

function asArtifact(item: PageItem): readonly PageItem[] {
  if (item.type === 'group') return [{ ...item, items: item.items.flatMap(asArtifact) }];
  return item.type === 'link' ? [] : [{ ...item, tag: paginationArtifact }];
}

function firstCharacter(placed: readonly Placed[]): PaintedPage['start'] {
  for (const { fragment } of placed) {
    const found = startOf(fragment);
    if (found) return found;
  }
  return undefined;
}

function startOf(fragment: Fragment): PaintedPage['start'] {
  if (fragment.type === 'line') return fragment.line.start;
  return fragment.type === 'box' && !fragment.paint?.repeated ? firstCharacter(fragment.children) : undefined;
}
