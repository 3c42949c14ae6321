/** One line → text items (a run of neighbours with one tag is one item), underlines and link areas. */
import type { GlyphRun, Line } from '../document/glyph-run.js';
import type { LinkItem, PageItem, Tag } from '../document/page.js';
import { artifact, type TextTag } from './box.js';
import type { Point } from './emit-page.js';

/** Link areas reach a little over the x-height letters, in em. */
const linkAscent = 0.8;
const linkDescent = 0.25;

export function lineItems(line: Line, at: Point, tags: readonly TextTag[]): readonly PageItem[] {
  const x = at.x + line.x;
  const y = at.y + line.ascent;
  const items: PageItem[] = [];
  let group: GlyphRun[] = [];
  let groupTag: TextTag | undefined;
  const flush = (): void => {
    if (groupTag && group.length) {
      items.push({ type: 'text', tag: groupTag.tag, x, y, runs: group });
      if (groupTag.link) items.push(linkItem(groupTag.link, group, { x, y }));
    }
    group = [];
  };
  for (const run of line.runs) {
    const tag = tags[run.tag];
    if (!tag) continue;
    if (!groupTag || !sameTag(groupTag.tag, tag.tag)) flush();
    groupTag = tag;
    group.push(run);
    if (run.decoration !== 'none') items.push(decorationItem(run, { x, y }));
  }
  flush();
  return items;
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
