/**
 * Inline content of a box → items for the typesetter, once the width of the block is known: atomic
 * boxes are laid out and sized, edges of inline boxes become spaces.
 */
import type { InlineAtom, InlineItem } from '../document/inline.js';
import type { ComputedStyle } from '../document/style.js';
import type { Box, InlineContent } from './box.js';
import type { Fragment, InlineFragment } from './flow.js';
import { resolve, resolveAuto } from './used-values.js';

/** Lays out an atomic inline box against a containing width. */
export type AtomLayouter = (box: Box, base: number) => Fragment;

export interface InlineItems {
  readonly items: readonly InlineItem[];
  /** The atoms' fragments, by the tag the typesetter hands back. */
  readonly atoms: ReadonlyMap<number, InlineFragment>;
}

const noAtoms: ReadonlyMap<number, InlineFragment> = new Map();

export function inlineItems(
  content: readonly InlineContent[],
  base: number,
  layOut: AtomLayouter,
): InlineItems {
  if (
    content.every(
      (item): item is Exclude<InlineContent, { type: 'box' | 'edge' }> =>
        item.type !== 'box' && item.type !== 'edge',
    )
  ) {
    return { items: content, atoms: noAtoms };
  }
  const atoms = new Map<number, InlineFragment>();
  const items = content.map((item): InlineItem => {
    if (item.type === 'edge') return { type: 'space', width: inlineEdge(item.style, item.side, base) };
    if (item.type !== 'box') return item;
    const fragment = layOut(item.box, base);
    const tag = atoms.size;
    const atom = atomOf(item.box.style, fragment, base, tag);
    const left = resolveAuto(item.box.style.marginLeft, base) ?? 0;
    const top = resolveAuto(item.box.style.marginTop, base) ?? 0;
    atoms.set(tag, { fragment, left, rise: atom.ascent - top });
    return atom;
  });
  return { items, atoms };
}

/** The margin box of an inline block on the line: its baseline is its last line's, else its bottom margin edge. */
function atomOf(style: ComputedStyle, fragment: Fragment, base: number, tag: number): InlineAtom {
  const top = resolveAuto(style.marginTop, base) ?? 0;
  const bottom = resolveAuto(style.marginBottom, base) ?? 0;
  const baseline = style.overflow === 'hidden' ? undefined : fragment.lastBaseline;
  const ascent = top + (baseline ?? fragment.height + bottom);
  return {
    type: 'atom',
    width:
      (resolveAuto(style.marginLeft, base) ?? 0) +
      fragment.width +
      (resolveAuto(style.marginRight, base) ?? 0),
    ascent,
    descent: top + fragment.height + bottom - ascent,
    style,
    tag,
  };
}

function inlineEdge(style: ComputedStyle, side: 'start' | 'end', base: number): number {
  return side === 'start'
    ? (resolveAuto(style.marginLeft, base) ?? 0) + style.borderLeft.width + resolve(style.paddingLeft, base)
    : (resolveAuto(style.marginRight, base) ?? 0) +
        style.borderRight.width +
        resolve(style.paddingRight, base);
}
