/**
 * Boxes that do not break, laid out into fragments: atomic blocks, positioned boxes, floats, notes,
 * table cells, inline blocks. Each gets a flow of its own, stacked without a limit of height.
 */
import type { Box, BlockBox } from './box.js';
import type { FlowCollector } from './collect-flow.js';
import { fillSegment } from './fill-segment.js';
import { columnsOf } from './flow-draft.js';
import type { Fragment, Placed, PositionedFragment, Region, Segment } from './flow.js';
import { intrinsicWidths } from './intrinsic-widths.js';
import { minimumHeight, resolveAuto, usedBox, wantedHeight, type UsedBox } from './used-values.js';

export class FragmentLayouter {
  /** `collector` makes a collector for a flow of the given width. */
  constructor(readonly collector: (width: number) => FlowCollector) {}

  /** The border box of a block whose horizontal values are known. */
  block(box: BlockBox, used: UsedBox): Fragment {
    const { border, padding, contentWidth } = used;
    const collector = this.collector(contentWidth);
    const columns = columnsOf(box.style, contentWidth);
    const place = { x: 0, width: columns ? columns.columnWidth : contentWidth };
    if (box.marker) collector.outsideMarker(box.marker, place);
    if (columns) collector.draft.startColumns(columns);
    collector.boxes(box.children, place);
    const top = border.top + padding.top;
    const edges = top + border.bottom + padding.bottom;
    const inner = stack(collector.draft.finish().flatMap((run) => run.segments));
    const height = Math.max(wantedHeight(box.style, edges) ?? inner.height, minimumHeight(box.style, edges));
    const regions = inner.regions.map((region) => ({
      ...region,
      x: region.x + border.left + padding.left,
      y: region.y + top,
    }));
    const [open, ...close] = this.frame(box, used, height + edges);
    return {
      width: used.borderWidth,
      height: height + edges,
      regions: open ? [open, ...regions, ...close] : regions,
      ...(inner.lastBaseline === undefined ? {} : { lastBaseline: inner.lastBaseline + top }),
      ...(box.style.overflow === 'hidden' ? { clip: true } : {}),
      ...(box.style.opacity < 1 ? { opacity: box.style.opacity } : {}),
    };
  }

  /** Start and end of a border box `height` pt tall, as regions; none where nothing is painted or positioned. */
  frame(box: BlockBox, used: UsedBox, height: number): readonly Region[] {
    const open = this.collector(used.contentWidth).openChild(box, used, 0);
    if (!open) return [];
    const bottom = used.border.bottom + used.padding.bottom;
    return [edge('start', { child: open, x: 0, y: 0 }), closing(open, height - bottom)];
  }

  /** Any box as one piece against a containing width: its border box, margins left to the caller. */
  box(box: Box, base: number, fit?: number): Fragment {
    if (box.type === 'block') return this.block(box, usedBox(box.style, base, fit));
    return this.flow([box], base);
  }

  /** An atomic inline box: as wide as its content unless told otherwise (CSS 2.2, 10.3.9). */
  inline(box: Box, base: number): Fragment {
    if (box.type !== 'block') {
      const width = intrinsicWidths(box, this.collector(base).scene).max;
      return this.flow([box], Math.min(base, width));
    }
    return this.box(box, base, this.#shrinkToFit(box, base));
  }

  /** A box positioned against a containing block of this width (CSS 2.2, 10.3.7). */
  positioned(box: Box, base: number): PositionedFragment {
    const { style } = box;
    const left = resolveAuto(style.left, base);
    const right = resolveAuto(style.right, base);
    const room = base - (left ?? 0) - (right ?? 0);
    const stretched = left !== undefined && right !== undefined;
    const fit = stretched ? undefined : this.#shrinkToFit(box, room);
    const fragment = this.box(box, room, fit);
    const margin = resolveAuto(style.marginLeft, base) ?? 0;
    const x = left ?? (right === undefined ? 0 : base - right - fragment.width);
    const fromBottom = style.top === 'auto' && style.bottom !== 'auto';
    const y = typeof style.top === 'number' ? style.top : typeof style.bottom === 'number' ? style.bottom : 0;
    const marginTop = resolveAuto(style.marginTop, base) ?? 0;
    return {
      fragment,
      x: x + margin,
      y: fromBottom ? y + (resolveAuto(style.marginBottom, base) ?? 0) : y + marginTop,
      fromBottom,
    };
  }

  /** A float or note with its margins around it. */
  withMargins(box: Box, base: number): Fragment {
    return this.flow([box], base, true);
  }

  /** Boxes stacked in a flow of this width. */
  flow(boxes: readonly Box[], width: number, margins = false): Fragment {
    const collector = this.collector(width);
    if (margins) collector.draft.settle();
    collector.boxes(boxes, { x: 0, width });
    const segments = collector.draft.finish().flatMap((run) => run.segments);
    return { width, ...stack(segments) };
  }

  #shrinkToFit(box: Box, available: number): number {
    const { min, max } = intrinsicWidths(box, this.collector(available).scene);
    return Math.max(min, Math.min(max, available));
  }
}

/** Makes a fragment taller (a cell as tall as its row), its content moved down by `shift`. */
export function stretched(fragment: Fragment, height: number, shift: number): Fragment {
  const regions = fragment.regions.map((region) => {
    if (region.edge === 'start') return region;
    return { ...region, y: region.y + (region.edge === 'end' ? height - fragment.height : shift) };
  });
  return { ...fragment, height, regions };
}

/** Segments one below the other, without a limit of height: columns balance. */
export function stack(segments: readonly Segment[]): Omit<Fragment, 'width'> {
  const regions: Region[] = [];
  let y = 0;
  for (const segment of segments) {
    const filled = fillSegment(segment, 0, {
      limit: Infinity,
      full: Infinity,
      atPageTop: false,
      force: true,
    });
    regions.push(...filled.regions.map((region) => ({ ...region, y: region.y + y })));
    y += filled.height + filled.trailing;
  }
  const lastBaseline = regions.flatMap(baselines).at(-1);
  return { height: y, regions, ...(lastBaseline === undefined ? {} : { lastBaseline }) };
}

function baselines(region: Region): readonly number[] {
  return region.placed.flatMap(({ child, y }): readonly number[] => {
    if (child.type === 'line') return child.size > 0 ? [region.y + y + child.line.ascent] : [];
    if (child.type === 'fragment' && child.fragment.lastBaseline !== undefined)
      return [region.y + y + child.fragment.lastBaseline];
    return [];
  });
}

function edge(side: 'start' | 'end', placed: Placed): Region {
  return { x: 0, y: 0, width: 0, height: 0, inColumns: false, edge: side, placed: [placed] };
}

function closing(open: Extract<Placed['child'], { type: 'open' }>, y: number): Region {
  const { border, padding } = open.used;
  const size = border.bottom + padding.bottom;
  return edge('end', { child: { type: 'close', size, glued: false, open }, x: 0, y });
}
