/**
 * Inline content of a box → items for the typesetter, once the width of the block is known: atomic boxes
 * are laid out and sized, inline boxes get the widths of their edges, places without extent (floats,
 * positioned boxes, marks) become anchors.
 */
import type { InlineAtom, InlineItem } from '../../document/inline.js';
import type { ComputedStyle } from '../../document/style.js';
import type { Box, FlowText, InlineContent, InlineMark, LinesBox, OutOfFlow } from '../boxes/box.js';
import { formatPageLabel } from '../boxes/generate-content.js';
import type { PageNumbers } from '../page-numbers.js';
import { resolve, resolveAuto } from '../used-values.js';
import type { BoxFragment, InlineBoxPart, InlineParts } from './fragment.js';
import type { OutOfFlow as Waiting } from './space.js';

/** An atomic inline box: its border box, and boxes in it that it does not position. */
export interface AtomPiece {
  readonly fragment: BoxFragment;
  readonly outOfFlow: readonly Waiting[];
}

/** Lays out an atomic inline box against a containing width. */
export type AtomLayouter = (box: Box, base: number) => AtomPiece;

export interface Inline {
  readonly items: readonly InlineItem[];
  readonly parts: InlineParts;
  /** What the anchors stand for, by tag. */
  readonly anchors: readonly (InlineMark | OutOfFlow)[];
  /** Some anchors are floats of this formatting context. */
  readonly floats: boolean;
  /** Positioned boxes that atoms (by tag) do not position. */
  readonly waiting: ReadonlyMap<number, readonly Waiting[]>;
  /** The innermost positioned inline box around atoms and boxes out of the flow, by its tag (CSS 2.2, 10.1). */
  readonly homes: ReadonlyMap<Box, number>;
}

const none: ReadonlyMap<never, never> = new Map<never, never>();
const noParts: InlineParts = { atoms: new Map(), boxes: new Map() };

/** True for items that the typesetter takes as they are. */
function isPlain(item: InlineContent): item is Extract<InlineContent, InlineItem> {
  if (item.type === 'text') return item.pageOf === undefined;
  return item.type === 'break' || item.type === 'opportunity' || item.type === 'leader';
}

/** What inline content asks for beyond its own data. */
export interface InlineSetting {
  readonly layOut: AtomLayouter;
  readonly pageNumbers: PageNumbers;
}

export function inlineOf(content: readonly InlineContent[], base: number, setting: InlineSetting): Inline {
  if (content.every(isPlain))
    return { items: content, parts: noParts, anchors: [], floats: false, waiting: none, homes: none };
  const reader = new InlineReader(base, setting);
  // Lists of one kind, as those that come plain are: what `map` makes may have holes for V8.
  const items: InlineItem[] = [];
  for (const item of content) items.push(reader.item(item));
  const { atoms, boxes, anchors, waiting, homes } = reader;
  const floats = anchors.some((anchor) => anchor.type === 'out-of-flow' && isSideFloat(anchor.box.style));
  return { items, parts: { atoms, boxes }, anchors, floats, waiting, homes };
}

export function isSideFloat(style: ComputedStyle): boolean {
  return style.float === 'left' || style.float === 'right';
}

class InlineReader {
  readonly atoms = new Map<number, { fragment: BoxFragment; left: number; rise: number }>();
  readonly boxes = new Map<number, InlineBoxPart>();
  readonly anchors: (InlineMark | OutOfFlow)[] = [];
  readonly waiting = new Map<number, readonly Waiting[]>();
  readonly homes = new Map<Box, number>();
  /** Of the inline boxes around: their shift together, and the innermost that is positioned. */
  readonly #around: { readonly x: number; readonly y: number; readonly home: number | undefined }[] = [];

  constructor(
    private readonly base: number,
    private readonly setting: InlineSetting,
  ) {}

  item(item: InlineContent): InlineItem {
    switch (item.type) {
      case 'text':
        return item.pageOf ? this.#pageNumber(item, item.pageOf) : item;
      case 'box':
        return this.#atom(item.box);
      case 'open':
        return this.#open(item);
      case 'close': {
        this.#around.pop();
        const width = item.continued ? 0 : this.#edge(item.style, 'right');
        return { type: 'close', width, style: item.style, tag: item.tag };
      }
      case 'out-of-flow':
        this.#enter(item.box);
        return { type: 'anchor', tag: this.anchors.push(item) - 1 };
      case 'mark':
        return { type: 'anchor', tag: this.anchors.push(item) - 1 };
      default:
        return item;
    }
  }

  #pageNumber(item: FlowText, { id, style }: NonNullable<FlowText['pageOf']>): InlineItem {
    return { ...item, text: formatPageLabel(this.setting.pageNumbers.show(id), style) };
  }

  #open(item: Extract<InlineContent, { type: 'open' }>): InlineItem {
    const { style, tag } = item;
    const outer = this.#around.at(-1);
    const own = relativeShift(style, this.base, undefined);
    const x = (outer?.x ?? 0) + own.x;
    const y = (outer?.y ?? 0) + own.y;
    this.#around.push({ x, y, home: style.position === 'relative' ? tag : outer?.home });
    const shift = x || y ? { x, y } : undefined;
    const margin = {
      left: item.continued ? 0 : (resolveAuto(style.marginLeft, this.base) ?? 0),
      right: resolveAuto(style.marginRight, this.base) ?? 0,
    };
    this.boxes.set(tag, { style, margin, shift });
    return { type: 'open', width: item.continued ? 0 : this.#edge(style, 'left'), style, tag };
  }

  #enter(box: Box): void {
    const home = this.#around.at(-1)?.home;
    if (home !== undefined) this.homes.set(box, home);
  }

  #edge(style: ComputedStyle, side: 'left' | 'right'): number {
    return side === 'left'
      ? (resolveAuto(style.marginLeft, this.base) ?? 0) +
          style.borderLeft.width +
          resolve(style.paddingLeft, this.base)
      : (resolveAuto(style.marginRight, this.base) ?? 0) +
          style.borderRight.width +
          resolve(style.paddingRight, this.base);
  }

  /** The margin box of an inline block on the line: its baseline is its last line's, else its bottom margin edge. */
  #atom(box: Box): InlineAtom {
    const { style } = box;
    const { fragment, outOfFlow } = this.setting.layOut(box, this.base);
    const [top = 0, bottom = 0, left = 0, right = 0] = [
      style.marginTop,
      style.marginBottom,
      style.marginLeft,
      style.marginRight,
    ].map((value) => resolveAuto(value, this.base) ?? 0);
    const ascent = top + (baselineOf(box, fragment) ?? fragment.height + bottom);
    const tag = this.atoms.size;
    if (outOfFlow.length > 0) this.waiting.set(tag, outOfFlow);
    this.#enter(box);
    const shift = this.#around.at(-1) ?? { x: 0, y: 0 };
    const own = relativeShift(style, this.base, undefined);
    this.atoms.set(tag, { fragment, left: left + own.x + shift.x, rise: ascent - top - own.y - shift.y });
    const width = left + fragment.width + right;
    return { type: 'atom', width, ascent, descent: top + fragment.height + bottom - ascent, style, tag };
  }
}

/** Baseline of an atomic box from its top; tables take their first row's (CSS 2.2, 10.8.1). */
function baselineOf(box: Box, fragment: BoxFragment): number | undefined {
  if (box.type === 'image') return undefined;
  if (box.type === 'table') return fragment.firstBaseline;
  return box.style.overflow === 'visible' ? fragment.lastBaseline : undefined;
}

const unmoved = { x: 0, y: 0 } as const;

/** Offset of `position: relative`; percentages of an unknown height count as auto (9.4.3). */
export function relativeShift(
  style: ComputedStyle,
  width: number,
  height: number | undefined,
): { readonly x: number; readonly y: number } {
  if (style.position !== 'relative') return unmoved;
  const vertical = (value: ComputedStyle['top']): number | undefined =>
    typeof value === 'number' ? value : height === undefined ? undefined : resolveAuto(value, height);
  return {
    x: resolveAuto(style.left, width) ?? -(resolveAuto(style.right, width) ?? 0),
    y: vertical(style.top) ?? -(vertical(style.bottom) ?? 0),
  };
}

/** Whether inline content makes any line box (9.4.2): text, atoms, forced breaks, edges that take room. */
export function hasLines(box: LinesBox): boolean {
  return box.items.some((item) => {
    switch (item.type) {
      case 'text':
        return item.style.whiteSpace.startsWith('pre') || item.style.whiteSpace === 'break-spaces'
          ? item.text !== ''
          : /[^ \t\n\r\f]/u.test(item.text);
      case 'open':
        return !item.continued && hasEdge(item.style, 'left');
      case 'close':
        return !item.continued && hasEdge(item.style, 'right');
      case 'mark':
      case 'out-of-flow':
      case 'opportunity':
        return false;
      default:
        return true;
    }
  });
}

function hasEdge(style: ComputedStyle, side: 'left' | 'right'): boolean {
  const values =
    side === 'left'
      ? [style.marginLeft, style.paddingLeft, style.borderLeft.width]
      : [style.marginRight, style.paddingRight, style.borderRight.width];
  return values.some((value) => value !== 0 && value !== 'auto');
}
