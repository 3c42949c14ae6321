/**
 * One line → text items (a run of neighbours with one tag is one item), lines under and through text,
 * link areas, and the backgrounds and borders of the inline boxes on it.
 */
import type { GlyphRun } from '../../document/glyph-run.js';
import type { LinkItem, PageItem, Tag } from '../../document/page.js';
import { artifact, type TextTag } from '../boxes/box.js';
import type { BoxFragment, LineFragment } from '../flow/fragment.js';
import { resolve } from '../used-values.js';
import { boxItems } from './paint-box.js';
import type { Point } from './paint-fragments.js';

/** Link areas reach a little over the x-height letters, in em. */
const linkAscent = 0.8;
const linkDescent = 0.25;

export function lineItems(fragment: LineFragment, at: Point, tags: readonly TextTag[]): readonly PageItem[] {
  const { line } = fragment;
  const x = at.x + line.x;
  const y = at.y + line.ascent;
  const items: PageItem[] = [];
  let group: GlyphRun[] = [];
  let groupTag: TextTag | undefined;
  let groupShift: Point = { x: 0, y: 0 };
  const flush = (): void => {
    if (groupTag && group.length) {
      const from = { x: x + groupShift.x, y: y + groupShift.y };
      items.push({ type: 'text', tag: groupTag.tag, ...from, runs: group });
      if (groupTag.link) items.push(linkItem(groupTag.link, group, from));
    }
    group = [];
  };
  for (const run of line.runs) {
    const tag = tags[run.tag];
    if (!tag || tag.hidden) {
      flush();
      groupTag = undefined;
      continue;
    }
    const shift = shiftAt(fragment, run.x);
    if (!groupTag || !sameTag(groupTag.tag, tag.tag) || shift.x !== groupShift.x || shift.y !== groupShift.y)
      flush();
    groupTag = tag;
    groupShift = shift;
    group.push(run);
    if (run.decoration !== 'none') items.push(decorationItem(run, { x: x + shift.x, y: y + shift.y }));
  }
  flush();
  return items;
}

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
  if (a.type === 'artifact' || b.type === 'artifact')
    return a.type === b.type && 'kind' in a && 'kind' in b && a.kind === b.kind;
  return a.element === b.element && a.order === b.order;
}

function linkItem(link: NonNullable<TextTag['link']>, runs: readonly GlyphRun[], at: Point): LinkItem {
  const left = Math.min(...runs.map((run) => run.x));
  const right = Math.max(...runs.map((run) => run.x + run.width));
  const size = Math.max(...runs.map((run) => run.size));
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

/** Lines under or through text, a twentieth of an em thick. */
function decorationItem(run: GlyphRun, at: Point): PageItem {
  const thickness = run.size / 20;
  const offset = run.decoration === 'underline' ? 0.12 * run.size : -0.28 * run.size;
  return {
    type: 'path',
    tag: artifact,
    path: [
      { type: 'rect', x: at.x + run.x, y: at.y - run.rise + offset, width: run.width, height: thickness },
    ],
    fill: run.color,
  };
}

/** Backgrounds and borders of inline boxes, outer before inner (CSS 2.2, Appendix E, 7.2.1). */
export function inlineBoxItems(fragment: LineFragment, at: Point): readonly PageItem[] {
  const { line } = fragment;
  return line.boxes.flatMap((placed): readonly PageItem[] => {
    const part = fragment.inside.boxes.get(placed.tag);
    if (!part || part.style.visibility !== 'visible' || !isPainted(part.style)) return [];
    const { style, margin } = part;
    const base = fragment.width;
    const whole = style.boxDecorationBreak === 'clone';
    const start = placed.start || whole;
    const end = placed.end || whole;
    const top = style.borderTop.width + resolve(style.paddingTop, base);
    const bottom = style.borderBottom.width + resolve(style.paddingBottom, base);
    const left = placed.start ? margin.left : 0;
    const right = placed.end ? margin.right : 0;
    const shift = part.shift ?? unshifted;
    const box: BoxFragment = {
      type: 'box',
      style,
      width: placed.width - left - right,
      height: top + placed.ascent + placed.descent + bottom,
      border: {
        top: style.borderTop.width,
        bottom: style.borderBottom.width,
        left: start ? style.borderLeft.width : 0,
        right: end ? style.borderRight.width : 0,
      },
      padding: { top: 0, right: 0, bottom: 0, left: 0 },
      children: [],
      start,
      end,
    };
    const x = at.x + line.x + placed.x + left + shift.x;
    const y = at.y + line.ascent - placed.rise - placed.ascent - top + shift.y;
    return boxItems(box, { x, y });
  });
}

function isPainted(style: BoxFragment['style']): boolean {
  return (
    style.backgroundColor !== 'transparent' ||
    style.backgroundLayers.length > 0 ||
    style.borderTop.width + style.borderBottom.width + style.borderLeft.width + style.borderRight.width > 0
  );
}
