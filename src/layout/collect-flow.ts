/**
 * Box tree → flow: every box gets its width, every paragraph its lines, margins collapse, break rules
 * become `glued` on the children, and the flow is cut into segments (at columns and spanning
 * elements) and runs (at forced page breaks). Boxes that do not break become fragments.
 */
import type { Box, BlockBox, ImageBox, LinesBox, Mark } from './box.js';
import { isAtomic, relativeShift, shifted } from './atomic-boxes.js';
import { columnsOf, FlowDraft, type ColumnSetup } from './flow-draft.js';
import type { FlowRun, Fragment, FragmentChild, LineChild, OpenChild, PositionedFragment } from './flow.js';
import { inlineItems } from './inline-items.js';
import { collectTable } from './collect-table.js';
import { clearInk } from './clear-ink.js';
import { breakWithin } from './break-within.js';
import { FragmentLayouter } from './lay-out-fragment.js';
import { splitFragment } from './split-fragment.js';
import type { LayoutScene } from './scene.js';
import { imageSize, minimumHeight, resolve, usedBox, type UsedBox } from './used-values.js';

/** Where boxes are put: the containing block's left edge in the column, and its width. */
export interface Place {
  readonly x: number;
  readonly width: number;
}

export interface CollectorSetup {
  /** Inside a fragment: no page breaks, no page floats. */
  readonly atomic: boolean;
  /** Height of a whole page's content area, pt: pictures are made to fit it. */
  readonly pageHeight: number;
  readonly pageWidth: number;
}

export class FlowCollector {
  readonly draft: FlowDraft;
  readonly fragments: FragmentLayouter;
  /** Used value of `page` of the boxes around (css-page-3, 5.3): auto takes the parent's. */
  readonly #pageNames: string[] = ['auto'];

  constructor(
    readonly scene: LayoutScene,
    readonly setup: CollectorSetup,
  ) {
    this.draft = new FlowDraft(setup.pageWidth, setup.pageHeight);
    this.fragments = new FragmentLayouter(
      (width) => new FlowCollector(scene, { ...setup, atomic: true, pageWidth: width }),
    );
  }

  /** The flow of a box tree's root. */
  collectRuns(root: BlockBox): readonly FlowRun[] {
    this.box(root, { x: 0, width: this.setup.pageWidth }, false);
    return this.draft.finish();
  }

  boxes(boxes: readonly Box[], place: Place): void {
    boxes.forEach((box, i) => this.box(box, place, i === 0));
  }

  box(box: Box, place: Place, first: boolean): void {
    switch (box.type) {
      case 'lines':
        return this.#lines(box, place, first);
      case 'image':
        return this.#around(box, () => this.#image(box, place));
      case 'table':
        return this.#around(box, () => collectTable(this, box, place));
      case 'page-box':
        this.draft.delay({
          type: 'page-box',
          size: 0,
          glued: true,
          positioned: this.fragments.positioned(box.box, this.setup.pageWidth),
        });
        return;
      case 'block':
        return this.#around(box, () => this.#block(box, place));
    }
  }

  marks(marks: readonly Mark[]): void {
    for (const mark of marks) this.draft.delay({ type: 'mark', size: 0, glued: true, mark });
  }

  /** Breaks before and after, floats, then the box itself. */
  #around(box: BlockBox | ImageBox | Extract<Box, { type: 'table' }>, collect: () => void): void {
    const { style } = box;
    if (style.float === 'block-start' || style.float === 'block-end') {
      if (!this.setup.atomic) return this.#float(box);
    }
    const page = style.page === 'auto' ? (this.#pageNames.at(-1) ?? 'auto') : style.page;
    this.#breakHere(style.breakBefore, page);
    const avoid = style.breakInside !== 'auto';
    if (avoid) this.draft.avoid(1);
    this.#pageNames.push(page);
    const before = this.draft.extent();
    collect();
    this.#pageNames.pop();
    if (avoid) this.draft.avoid(-1);
    // A float is no part of the flow that its step would keep level.
    if (style.blockStepSize > 0 && style.float === 'none') this.#step(style.blockStepSize, before);
    this.#breakHere(style.breakAfter, this.draft.pageName);
  }

  /** Rounds what has been put in since `before`, margins included, up to a multiple of `step`. */
  #step(step: number, before: number): void {
    this.draft.settle();
    const size = this.draft.extent() - before;
    this.draft.space(Math.ceil(size / step - 1e-6) * step - size);
  }

  #breakHere(value: BlockBox['style']['breakBefore'], page: string): void {
    if (value === 'avoid' || value === 'avoid-page' || value === 'avoid-column') this.draft.glue();
    if (this.setup.atomic) return;
    const named = page !== this.draft.pageName;
    if (value === 'page' || value === 'left' || value === 'right')
      this.draft.breakPage(value, named ? page : undefined);
    else if (named) this.draft.breakPage('page', page);
    else if (value === 'column') this.draft.breakColumn();
  }

  #float(box: BlockBox | ImageBox | Extract<Box, { type: 'table' }>): void {
    this.draft.float(
      {
        type: 'float',
        size: 0,
        glued: true,
        side: box.style.float === 'block-end' ? 'end' : 'start',
        fragment: this.fragments.withMargins(box, this.setup.pageWidth),
      },
      box.style.floatAnchor === 'flow-start',
    );
  }

  #block(box: BlockBox, place: Place): void {
    const columns = columnsOf(box.style, usedBox(box.style, place.width).contentWidth);
    if (box.style.columnSpan === 'all' && this.draft.columns && !this.setup.atomic) {
      const outside = this.draft.columns;
      this.draft.startSpan();
      this.#inFlow(box, { x: 0, width: outside.fullWidth });
      this.draft.endSpan();
    } else if (columns && !this.draft.columns) {
      this.#inFlow(box, place, columns);
    } else if (isAtomic(box)) {
      this.#atomic(box, place);
    } else {
      this.#inFlow(box, place);
    }
  }

  /** A block that may break: its edges, then its children, in this flow. */
  #inFlow(box: BlockBox, place: Place, columns?: ColumnSetup): void {
    const { style } = box;
    const used = usedBox(style, place.width);
    const open = this.openChild(box, used, place.x + used.x);
    const hasTop = used.border.top + used.padding.top > 0;
    const hasBottom = used.border.bottom + used.padding.bottom > 0;
    const root = style.display === 'flow-root' || columns !== undefined;
    this.draft.margin(used.margin.top);
    this.marks(box.marks);
    if (open) this.draft.delay(open);
    if (hasTop || root) this.draft.settle();
    const before = this.draft.extent();
    const inner = { x: place.x + used.contentX, width: used.contentWidth };
    if (box.marker) this.outsideMarker(box.marker, inner);
    if (columns) this.draft.startColumns({ ...columns, x: inner.x });
    this.boxes(box.children, columns ? { x: 0, width: columns.columnWidth } : inner);
    if (columns) this.draft.endColumns();
    this.#fillUp(box, used, before);
    if (hasBottom || root) {
      if (hasBottom) this.draft.glue();
      this.draft.settle();
    }
    if (open) this.draft.close(open, used.border.bottom + used.padding.bottom);
    this.draft.margin(used.margin.bottom);
  }

  /** `min-height` of a block that may break: blank at its end. */
  #fillUp(box: BlockBox, used: UsedBox, before: number): void {
    const { border, padding } = used;
    const minimum = minimumHeight(box.style, border.top + border.bottom + padding.top + padding.bottom);
    if (minimum <= 0) return;
    this.draft.settle();
    const missing = minimum - (this.draft.extent() - before);
    if (missing > 0)
      this.draft.push({
        type: 'fragment',
        size: missing,
        glued: false,
        x: 0,
        fragment: { width: 0, height: missing, regions: [] },
      });
  }

  /** The start of a box that is painted or positions others; `x` is its left border edge. */
  openChild(box: BlockBox, used: UsedBox, x: number): OpenChild | undefined {
    const { style } = box;
    const size = used.border.top + used.padding.top;
    const bottom = used.border.bottom + used.padding.bottom;
    const painted = style.backgroundColor !== 'transparent' || used.border.left + used.border.right > 0;
    if (!painted && size === 0 && bottom === 0 && box.absolutes.length === 0) return undefined;
    const paddingBox = used.contentWidth + used.padding.left + used.padding.right;
    const absolutes = box.absolutes.map((absolute): PositionedFragment =>
      this.fragments.positioned(absolute, paddingBox),
    );
    return {
      type: 'open',
      size,
      glued: true,
      box,
      style,
      x,
      used,
      absolutes,
      inColumns: this.draft.columns !== undefined,
    };
  }

  #atomic(box: BlockBox, place: Place): void {
    const used = usedBox(box.style, place.width);
    this.draft.margin(used.margin.top);
    this.marks(box.marks);
    const fragment = this.fragments.block(box, used);
    const shift = relativeShift(box, place.width);
    this.pushFragment(shifted(fragment, shift), { x: place.x + used.x, glued: false });
    this.draft.margin(used.margin.bottom);
  }

  /** A fragment in one piece, or in several when it is taller than a page. */
  pushFragment(fragment: Fragment, at: Pick<FragmentChild, 'x' | 'glued' | 'repeat'>): void {
    const height = this.setup.atomic ? Infinity : this.setup.pageHeight - (at.repeat?.height ?? 0);
    for (const piece of splitFragment(fragment, height)) {
      this.draft.push({ type: 'fragment', size: piece.height, fragment: piece, ...at });
    }
  }

  #image(box: ImageBox, place: Place): void {
    const size = imageSize(box.style, box.image, place.width, this.setup.pageHeight);
    const used = { ...usedBox(box.style, place.width, size.width), contentWidth: size.width };
    const { border, padding } = used;
    this.draft.margin(used.margin.top);
    this.marks(box.marks);
    const height = size.height + border.top + border.bottom + padding.top + padding.bottom;
    this.draft.push({ type: 'image', size: height, glued: false, box, used, x: place.x + used.x });
    this.draft.margin(used.margin.bottom);
  }

  #lines(box: LinesBox, place: Place, first: boolean): void {
    this.marks(box.marks);
    const { items, atoms } = inlineItems(box.items, place.width, (inner, base) =>
      this.fragments.inline(inner, base),
    );
    const { style } = box;
    const broken = breakWithin(this.scene, {
      items,
      style,
      measure: place.width,
      indent: first ? resolve(style.textIndent, place.width) : 0,
    });
    const lines = clearInk(broken, style.fontSize);
    const count = lines.length;
    lines.forEach((line, i) => {
      // A break after line i leaves i + 1 lines behind and count − i − 1 for the next column.
      const glued = i + 1 < count && (i + 1 < style.orphans || count - i - 1 < style.widows);
      const child: LineChild = {
        type: 'line',
        size: line.ascent + line.descent,
        glued,
        line,
        x: place.x,
        atoms,
      };
      this.draft.push(child);
    });
  }

  /** An outside marker: its text ends where the item's text begins; it takes no room of its own. */
  outsideMarker(marker: LinesBox, inner: Place): void {
    const { items, atoms } = inlineItems(marker.items, inner.width, (box, base) =>
      this.fragments.inline(box, base),
    );
    const [line] = this.scene.typesetter.breakLines({ items, style: marker.style, measure: 1e4, indent: 0 });
    if (!line) return;
    const width = this.scene.typesetter.intrinsicWidths(items, marker.style).max;
    this.draft.delay({
      type: 'line',
      size: 0,
      glued: true,
      line: { ...line, x: 0 },
      x: inner.x - width,
      atoms,
    });
  }
}
