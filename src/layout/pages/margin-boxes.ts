/**
 * The margin boxes of one page (css-page-3, 5 and 6): running heads and feet from counters, named
 * strings and running elements. They are laid out after all pages are known, and are artifacts.
 */
import { markBand } from '../../document/mark-band.js';
import { changedStyle } from '../../document/changed-style.js';
import type { ContentPart, ComputedStyle, MarginBoxName } from '../../document/style.js';
import type { ElementNode } from '../../document/tree.js';
import type { Tag } from '../../document/page.js';
import { footArtifact, headArtifact, paginationArtifact, type BlockBox, type Box } from '../boxes/box.js';
import { BoxBuilder } from '../boxes/build-boxes.js';
import { blockBox, linesBox } from '../boxes/make-box.js';
import { FlowEngine } from '../flow/engine.js';
import { boxFragment, type BoxFragment, type Placed } from '../flow/fragment.js';
import type { PageMaster, PageRectangle } from '../page-master.js';
import type { LayoutScene } from '../scene.js';
import { resolveAuto, usedBox } from '../used-values.js';
import { rootContext } from '../tag-element.js';

/** The element that `element(name)` stands for on the page. */
export type RunningElement = (
  name: string,
  keyword: 'first' | 'start' | 'last' | 'first-except',
) => ElementNode | undefined;

const edges: readonly {
  readonly side: 'top' | 'bottom' | 'left' | 'right';
  readonly names: readonly [MarginBoxName, MarginBoxName, MarginBoxName];
}[] = [
  { side: 'top', names: ['top-left', 'top-center', 'top-right'] },
  { side: 'bottom', names: ['bottom-left', 'bottom-center', 'bottom-right'] },
  { side: 'left', names: ['left-top', 'left-middle', 'left-bottom'] },
  { side: 'right', names: ['right-top', 'right-middle', 'right-bottom'] },
];

const corners: readonly MarginBoxName[] = [
  'top-left-corner',
  'top-right-corner',
  'bottom-left-corner',
  'bottom-right-corner',
];

export function layOutMarginBoxes(
  master: PageMaster,
  scene: LayoutScene,
  running: RunningElement,
): readonly Placed[] {
  const maker = new MarginBoxMaker(master, scene, running);
  const placed: Placed[] = [];
  for (const { side, names } of edges) {
    const boxes = names.map((name) => maker.box(name));
    if (boxes.every((box) => box === undefined)) continue;
    const area = sideArea(master, side);
    placed.push(...(side === 'top' || side === 'bottom' ? maker.row(boxes, area) : maker.stack(boxes, area)));
  }
  for (const name of corners) {
    const box = maker.box(name);
    if (box) placed.push(maker.place(box, cornerArea(master, name)));
  }
  return placed;
}

/** Page information: below the left half of the page, between the marks of its corner and of its middle. */
export function layOutSlug(master: PageMaster, scene: LayoutScene): readonly Placed[] {
  const maker = new MarginBoxMaker(master, scene, () => undefined);
  const box = maker.box('-anpham-slug');
  const { width, height, bleed } = master.style;
  const { from, to } = markBand(bleed);
  const beside = to - from;
  const area = {
    x: beside / 2,
    y: height + from,
    width: Math.max(1, width / 2 - 1.5 * beside),
    height: beside,
  };
  return box ? [maker.place(box, area)] : [];
}

function sideArea(master: PageMaster, side: 'top' | 'bottom' | 'left' | 'right'): PageRectangle {
  const { margins, style } = master;
  const width = style.width - margins.left - margins.right;
  const height = style.height - margins.top - margins.bottom;
  switch (side) {
    case 'top':
      return { x: margins.left, y: 0, width, height: margins.top };
    case 'bottom':
      return { x: margins.left, y: style.height - margins.bottom, width, height: margins.bottom };
    case 'left':
      return { x: 0, y: margins.top, width: margins.left, height };
    case 'right':
      return { x: style.width - margins.right, y: margins.top, width: margins.right, height };
  }
}

/** Running heads and feet are told apart (ISO 14289-1, 7.8). */
function artifactOf(name: MarginBoxName): Tag {
  if (name.startsWith('top')) return headArtifact;
  return name.startsWith('bottom') ? footArtifact : paginationArtifact;
}

function cornerArea(master: PageMaster, name: MarginBoxName): PageRectangle {
  const { margins, style } = master;
  const left = name.includes('left');
  const top = name.startsWith('top');
  return {
    x: left ? 0 : style.width - margins.right,
    y: top ? 0 : style.height - margins.bottom,
    width: left ? margins.left : margins.right,
    height: top ? margins.top : margins.bottom,
  };
}

class MarginBoxMaker {
  readonly #engine: FlowEngine;

  constructor(
    private readonly master: PageMaster,
    private readonly scene: LayoutScene,
    private readonly running: RunningElement,
  ) {
    this.#engine = new FlowEngine(scene, {
      pageHeight: master.area.height,
      breakWideWords: false,
      continuous: false,
    });
  }

  /** The block of a margin box; undefined when it generates none (`content: none`, the initial value). */
  box(name: MarginBoxName): BlockBox | undefined {
    const style = this.master.style.marginBoxes.get(name);
    if (!style || typeof style.content === 'string' || style.display === 'none') return undefined;
    const tag = artifactOf(name);
    const children = this.#children(style, style.content, tag);
    return blockBox({ style, children, tag });
  }

  #children(style: ComputedStyle, content: readonly ContentPart[], artifact: Tag): readonly Box[] {
    const builder = new BoxBuilder(this.scene);
    const context = rootContext(undefined, this.scene.input.language, artifact);
    const reference = content.find((part) => part.type === 'element-ref');
    if (reference) {
      const node = this.running(reference.name, reference.keyword);
      return node ? builder.alone(node, context) : [];
    }
    const tag = this.scene.structure.tag({ tag: artifact }, style);
    const items = builder.generated(style, tag);
    return items.length > 0 ? [linesBox({ style, items })] : [];
  }

  /** Top or bottom edge: the middle box centred, the outer ones share what it leaves (6.3.2). */
  row(boxes: readonly (BlockBox | undefined)[], area: PageRectangle): readonly Placed[] {
    const [left, center, right] = boxes;
    const widths = this.#rowWidths(boxes, area.width);
    const placed: Placed[] = [];
    const { x, y, width, height } = area;
    const put = (box: BlockBox | undefined, from: number, wide: number): void => {
      if (box) placed.push(this.place(box, { x: from, y, width: wide, height }));
    };
    put(left, x, widths[0]);
    put(center, x + (width - widths[1]) / 2, widths[1]);
    put(right, x + width - widths[2], widths[2]);
    return placed;
  }

  /** Widths of the three boxes of an edge (5.3.2.2): the middle one is in the middle, whatever stands beside it. */
  #rowWidths(boxes: readonly (BlockBox | undefined)[], available: number): readonly [number, number, number] {
    const [alone, ...others] = boxes.flatMap((box) => box ?? []);
    // The most usual case: what it holds need not be measured.
    if (alone && others.length === 0) {
      const width = outerWidth(alone.style, available) ?? available;
      return [width, width, width];
    }
    const [left, center, right] = boxes.map((box) => box && this.#extent(box, available));
    if (center) {
      const beside = { min: 0, max: 0 };
      for (const { min, max } of [left, right].flatMap((one) => one ?? [])) {
        beside.min = Math.max(beside.min, 2 * min);
        beside.max = Math.max(beside.max, 2 * max);
      }
      const middle = center.given ?? shared(center, beside, available);
      const side = (available - middle) / 2;
      return [left?.given ?? side, middle, right?.given ?? side];
    }
    if (!left || !right) throw new Error('one box has a whole edge');
    const first =
      left.given ?? (right.given === undefined ? shared(left, right, available) : available - right.given);
    return [first, 0, right.given ?? available - first];
  }

  /** The width that a box is given, or else the least and the greatest that its content asks for. */
  #extent(box: BlockBox, available: number): Extent {
    const given = outerWidth(box.style, available);
    return given === undefined ? this.#engine.intrinsic.of(box) : { min: given, max: given, given };
  }

  /** Left or right edge: thirds, one below the other. */
  stack(boxes: readonly (BlockBox | undefined)[], area: PageRectangle): readonly Placed[] {
    const height = area.height / 3;
    return boxes.flatMap((box, i) =>
      box ? [this.place(box, { ...area, y: area.y + i * height, height })] : [],
    );
  }

  /** A margin box in its area: as tall as the area less its margins, content aligned inside. */
  place(box: BlockBox, area: PageRectangle): Placed {
    const { style } = box;
    const used = usedBox(style.width === 'auto' ? style : changedStyle(style, { width: 'auto' }), area.width);
    const natural = this.#engine.layOutWhole(box, used, { width: area.width }).fragment;
    const room = area.height - used.margin.top - used.margin.bottom;
    const slack = Math.max(0, room - natural.height);
    const align = box.style.verticalAlign;
    const shift = align === 'top' ? 0 : align === 'bottom' ? slack : slack / 2;
    const height = typeof box.style.height === 'number' ? natural.height : natural.height + slack;
    return {
      fragment: stretched(natural, height, height > natural.height ? shift : 0),
      x: area.x + used.x,
      y: area.y + used.margin.top,
    };
  }
}

/** Makes a fragment taller, its content moved down by `shift` pt. */
function stretched(fragment: BoxFragment, height: number, shift: number): BoxFragment {
  const children = fragment.children.map(({ x, y, fragment: inner }) => ({
    x,
    y: y + shift,
    fragment: inner,
  }));
  return boxFragment({ ...fragment, height, children });
}

interface Extent {
  readonly min: number;
  readonly max: number;
  readonly given?: number;
}

/** What the first of two boxes has of a room that they share by what they hold (css-page-3, 5.3.2.3). */
function shared(first: Extent, second: Extent, room: number): number {
  const grown = (sizes: readonly [number, number], factors: readonly [number, number]): number => {
    const sum = factors[0] + factors[1];
    return sizes[0] + (room - sizes[0] - sizes[1]) * (sum > 0 ? factors[0] / sum : 0.5);
  };
  const least = [first.min, second.min] as const;
  const most = [first.max, second.max] as const;
  if (first.max + second.max <= room) return grown(most, most);
  if (first.min + second.min <= room) return grown(least, [first.max - first.min, second.max - second.min]);
  return grown(least, least);
}

/** Widths given count with their margins. */
function outerWidth(style: ComputedStyle, available: number): number | undefined {
  if (style.width === 'auto') return undefined;
  const used = usedBox(style, available);
  return (
    used.borderWidth +
    (resolveAuto(style.marginLeft, available) ?? 0) +
    (resolveAuto(style.marginRight, available) ?? 0)
  );
}
