/**
 * Styles that differ in a few values from one of the tree. Frozen like those of the tree, so that V8 gives all
 * styles one shape: the first one of another shape undoes the code made for the others, half of all layout.
 */
import type { ComputedStyle } from './style.js';

/** The style with these values in place of its own. */
export function changedStyle(style: ComputedStyle, changes: Partial<ComputedStyle>): ComputedStyle {
  return Object.freeze({ ...style, ...changes });
}
