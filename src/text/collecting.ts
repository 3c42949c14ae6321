/** How a paragraph is collected: types between `break-lines.ts` and the collectors. */
import type { InlineText } from '../document/inline.js';
import type { ComputedStyle } from '../document/style.js';
import type { pieceKind } from './pieces.js';
import type { Need } from './place-breaks.js';
import type { TextStyle } from './text-style.js';
import type { SetText } from './transform-text.js';

/** Where the first line of a paragraph ends, when it has a style of its own. */
export interface FirstLineEnd {
  readonly item: number;
  /** UTF-16, in the item's own text. */
  readonly offset: number;
  /** The break it ends with. */
  readonly at: number;
  /** It shows a hyphen. */
  readonly hyphen: boolean;
}

/** How a paragraph is collected. */
export interface Collecting {
  readonly style: ComputedStyle;
  readonly need?: Need | undefined;
  /** Absent: everything in the style of the first line; then up to here. */
  readonly firstLineEnd?: FirstLineEnd | undefined;
}

/** Text of an item as it is being collected. */
export interface TextSource {
  readonly item: InlineText;
  readonly index: number;
  readonly style: TextStyle;
  readonly set: SetText;
  /** Kind of the pieces that its words make. */
  readonly kind: typeof pieceKind.box | typeof pieceKind.small;
}

/** Index in an item's own text of an index in its text as it is set. */
export function sourceOf({ set: { map } }: TextSource, at: number): number {
  return map ? (map[at] ?? at) : at;
}
