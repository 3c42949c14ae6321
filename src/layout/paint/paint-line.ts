/**
 * One line → text items (a run of neighbours with one tag is one item), their decorations, link areas,
 * and the backgrounds and borders of the inline boxes on it.
 */
import type { GlyphRun, PlacedInlineBox } from '../../document/glyph-run.js';
import type { LinkItem, PageItem, Tag } from '../../document/page.js';
import type { TextTag } from '../boxes/box.js';
import { boxFragment, type BoxFragment, type InlineBoxPart, type LineFragment } from '../flow/fragment.js';
import { borderEdges, paddingEdges } from '../used-values.js';
import type { PageSurroundings } from './paint-background.js';
import { boxItems } from './paint-box.js';
import { decorationItems } from './paint-decorations.js';
import type { Point } from './paint-fragments.js';

/** Link areas reach a little over the x-height letters, in em. */
const linkAscent = 0.8;
const linkDescent = 0.25;

/** Adds the items of a line to those of its context. */
export function paintLine(
  fragment: LineFragment,
  at: Point,
  tags: readonly TextTag[],
  items: PageItem[],
): void {
  const { line } = fragment;
  const { runs } = line;
  const x = at.x + line.x;
  const y = at.y + line.ascent;
  const only = runs.length === 1 ? runs[0] : undefined;
  const own = only && tags[only.tag];
  // A line of plain text, as nearly all are.
  if (only?.decorations.length === 0 && own && !own.link && !own.hidden && line.boxes.length === 0) {
    items.push({ type: 'text', tag: own.tag, x, y, runs });
    return;
  }
  const seen = runs.filter((run) => tags[run.tag] && !tags[run.tag]?.hidden);
  const decorations = seen.some((run) => run.decorations.length > 0)
    ? decorationItems(seen, { x, y }, (place) => shiftAt(fragment, place))
    : undefined;
  if (decorations) items.push(...decorations.below);
  for (const group of groupsOf(fragment, tags)) {
    const from = { x: x + group.shift.x, y: y + group.shift.y };
    items.push({ type: 'text', tag: group.tag.tag, x: from.x, y: from.y, runs: group.runs });
    if (group.tag.link) items.push(linkItem(group.tag.link, group.runs, from));
  }
  if (decorations) items.push(...decorations.above);
}

/** Neighbouring runs with one tag and one shift. */
interface RunGroup {
  readonly tag: TextTag;
  readonly shift: Point;
  readonly runs: GlyphRun[];
}

function groupsOf(fragment: LineFragment, tags: readonly TextTag[]): readonly RunGroup[] {
  const groups: RunGroup[] = [];
  let open: RunGroup | undefined;
  for (const run of fragment.line.runs) {
    const tag = tags[run.tag];
    if (!tag || tag.hidden) {
      open = undefined;
      continue;
    }
    const shift = shiftAt(fragment, run.x);
    if (open && sameTag(open.tag.tag, tag.tag) && shift.x === open.shift.x && shift.y === open.shift.y) {
      open.runs.push(run);
    } else groups.push((open = { tag, shift, runs: [run] }));
  }
  return groups;
}

const none: readonly PageItem[] = [];
const unshifted: Point = { x: 0, y: 0 };

/** The shift of the innermost relatively positioned inline box around a place on the line. */
function shiftAt(fragment: LineFragment, x: number): Point {
  let shift = unshifted;
  for (const box of fragment.line.boxes) {
    const part = fragment.inside.boxes.get(box.tag);
    if (part?.shift && x >= box.x - 1e-6 && x < box.x + box.width) shift = part.shift;
  }
  return shift;
}

function sameTag(a: Tag, b: Tag): boolean {
  if (a === b) return true;
  if (a.type === 'structure') return b.type === 'structure' && a.element === b.element && a.order === b.order;
  return b.type === 'artifact' && a.kind === b.kind && placeOf(a) === placeOf(b);
}

/** Number of an artifact's place in the tree. */
function placeOf(tag: Extract<Tag, { readonly type: 'artifact' }>): number | undefined {
  return tag.kind === 'pagination' ? undefined : tag.place?.order;
}

function linkItem(link: NonNullable<TextTag['link']>, runs: readonly GlyphRun[], at: Point): LinkItem {
  let [left, right, size] = [Infinity, -Infinity, 0];
  for (const run of runs) {
    left = Math.min(left, run.x);
    right = Math.max(right, run.x + run.width);
    size = Math.max(size, run.size);
  }
  return {
    type: 'link',
    tag: link.tag,
    x: at.x + left,
    y: at.y - linkAscent * size,
    width: right - left,
    height: (linkAscent + linkDescent) * size,
    target: link.target,
    description: link.description,
  };
}

/** Backgrounds and borders of inline boxes, outer before inner (CSS 2.2, Appendix E, 7.2.1). */
export function inlineBoxItems(
  fragment: LineFragment,
  at: Point,
  around: PageSurroundings,
): readonly PageItem[] {
  if (fragment.line.boxes.length === 0) return none;
  return fragment.line.boxes.flatMap((placed): readonly PageItem[] => {
    const part = fragment.inside.boxes.get(placed.tag);
    if (!part || part.style.visibility !== 'visible' || !isPainted(part.style)) return [];
    const { box, x, y } = inlinePart(fragment, placed, part);
    const slice = box.start && box.end ? undefined : around.slices.inlineOf(part, fragment);
    const whole = slice && { x: -slice.before, y: 0, width: slice.total, height: box.height };
    return boxItems(whole ? { ...box, paint: { whole } } : box, { x: at.x + x, y: at.y + y }, around);
  });
}

/** The part of an inline box on a line, and where: pt from the line's corner. */
function inlinePart(
  { line, width: base }: LineFragment,
  placed: PlacedInlineBox,
  { style, margin, shift = unshifted }: InlineBoxPart,
): { readonly box: BoxFragment; readonly x: number; readonly y: number } {
  const whole = style.boxDecorationBreak === 'clone';
  const start = placed.start || whole;
  const end = placed.end || whole;
  const edges = borderEdges(style);
  const padded = paddingEdges(style, base);
  const border = { ...edges, left: start ? edges.left : 0, right: end ? edges.right : 0 };
  const padding = { ...padded, left: start ? padded.left : 0, right: end ? padded.right : 0 };
  const above = border.top + padding.top;
  const left = placed.start ? margin.left : 0;
  const right = placed.end ? margin.right : 0;
  const box = boxFragment({
    style,
    width: placed.width - left - right,
    height: above + placed.ascent + placed.descent + padding.bottom + border.bottom,
    border,
    padding,
    children: [],
    start,
    end,
  });
  const y = line.ascent - placed.rise - placed.ascent - above + shift.y;
  return { box, x: line.x + placed.x + left + shift.x, y };
}

function isPainted(style: BoxFragment['style']): boolean {
  return (
    style.backgroundColor !== 'transparent' ||
    style.backgroundLayers.length > 0 ||
    style.borderTop.width + style.borderBottom.width + style.borderLeft.width + style.borderRight.width > 0
  );
}
