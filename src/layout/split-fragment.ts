/**
 * Cuts a fragment that is taller than a page into pieces that fit one: a table row with a long cell, a
 * positioned container full of text. Each region (each cell) is cut between its own children, and what
 * is left of it moves up; so no line is lost, though the box is no longer drawn in one piece.
 */
import type { Fragment, Placed, Region } from './flow.js';

/** Pieces of at most `height` pt each, in order; a child taller than that makes a piece of its own. */
export function splitFragment(fragment: Fragment, height: number): readonly Fragment[] {
  if (fragment.height <= height) return [fragment];
  const pieces: Fragment[] = [];
  let rest: readonly Region[] = fragment.regions;
  while (rest.length > 0) {
    const cuts = rest.map((region) => cutRegion(region, height));
    const kept = cuts.flatMap((cut) => (cut.kept ? [cut.kept] : []));
    const left = cuts.flatMap((cut) => (cut.left ? [cut.left] : []));
    // Nothing fits: the first child of each region goes, whatever its height.
    const moved = kept.some((region) => region.placed.some(({ child }) => child.size > 0));
    if (!moved && left.length > 0) {
      const forced = left.map((region) => cutRegion(region, Infinity, 1));
      kept.push(...forced.flatMap((cut) => (cut.kept ? [cut.kept] : [])));
      rest = forced.flatMap((cut) => (cut.left ? [cut.left] : []));
    } else {
      rest = left;
    }
    pieces.push({ width: fragment.width, height: bottomOf(kept), regions: kept });
  }
  return pieces;
}

interface Cut {
  readonly kept?: Region;
  /** The rest, moved up so that it begins at the top of its piece. */
  readonly left?: Region;
}

/** Children of a region down to `height`, at most `count` of them, and the others. */
function cutRegion(region: Region, height: number, count = Infinity): Cut {
  const fits = ({ child, y }: Placed, i: number): boolean =>
    i < count && region.y + y + child.size <= height + 1e-6;
  const end = region.placed.findIndex((placed, i) => !fits(placed, i));
  if (end < 0) return { kept: region };
  const rest = region.placed.slice(end);
  const top = rest[0]?.y ?? 0;
  const bottom = Math.max(...rest.map(({ child, y }) => y + child.size)) - top;
  const left = {
    ...region,
    y: 0,
    height: bottom,
    placed: rest.map((placed) => ({ ...placed, y: placed.y - top })),
  };
  if (end === 0) return { left };
  return { kept: { ...region, height: top, placed: region.placed.slice(0, end) }, left };
}

function bottomOf(regions: readonly Region[]): number {
  return Math.max(
    0,
    ...regions.flatMap((region) => region.placed.map(({ child, y }) => region.y + y + child.size)),
  );
}
