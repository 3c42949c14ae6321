/**
 * Blanks become pieces (CSS Text 3 §4): collapsible ones, preserved ones, spaces of fixed width and those
 * that never end a line. Comes in: text and a place in it. Goes out: `Pieces`, with the breaks that blanks
 * allow.
 */
import type { InlineItem } from '../document/inline.js';
import { sourceOf, type TextSource } from './collecting.js';
import { joinsText } from './neighbour-text.js';
import type { Breaks } from './breaks.js';
import { pieceKind, type Pieces } from './pieces.js';
import { needCost, type BreakPlacer } from './place-breaks.js';
import type { FontWord } from './shape-word.js';
import { advanceOf, type TextStyle } from './text-style.js';
import { hasLineFeed } from './white-space.js';

/** Collects the blanks of a paragraph. */
export class BlankCollector {
  /** The items of the paragraph. */
  items: readonly InlineItem[] = [];

  constructor(
    private readonly pieces: Pieces,
    private readonly breaks: Breaks,
    private readonly placer: BreakPlacer,
  ) {}

  /** One space for a run of blanks; none at the start of a line or after another one. */
  space(source: TextSource, start: number, end: number): void {
    if (this.placer.swallows) return;
    const { style, index, set } = source;
    if (hasLineFeed(set.text, start, end) && joinsText(this.items, index, source, [start, end])) return;
    this.placer.beforeBlank(style, false);
    const { width, stretch, shrink } = style.space;
    this.pieces.add(pieceKind.space, index, this.#wide(style) ?? width, this.#spaceOf(style));
    this.#range(source, start, end);
    this.pieces.give(stretch, shrink);
  }

  /** A blank kept as it is; a tab is as wide as it must be once it is known where its line begins. */
  preserved(source: TextSource, at: number, isTab: boolean): void {
    const { style, index } = source;
    const { hangs, breaksAfterEach } = style.whiteSpace;
    const { width, stretch, shrink } = style.space;
    if (hangs) this.placer.beforeBlank(style, true);
    else this.placer.beforePreserved(style);
    const wide = isTab ? 0 : (this.#wide(style) ?? width);
    const word = isTab ? style.store.space : this.#spaceOf(style);
    this.pieces.add(isTab ? pieceKind.tab : pieceKind.space, index, wide, word);
    this.#range(source, at, at + 1);
    if (isTab) this.pieces.tabs = true;
    else this.pieces.give(stretch, shrink);
    if (breaksAfterEach) this.placer.offer();
  }

  /** A space of fixed width hangs at the end of a line, save in `pre` and `break-spaces` (§4.1.3). */
  separator(source: TextSource, at: number): void {
    const { style, index, set } = source;
    const { collapse, wraps, breaksAfterEach } = style.whiteSpace;
    const word = style.store.separator(set.text.charAt(at));
    if (breaksAfterEach || (!collapse && !wraps)) this.placer.beforePreserved(style);
    else this.placer.beforeBlank(style, true);
    this.pieces.add(pieceKind.separator, index, advanceOf(word, style.style), word);
    this.#range(source, at, at + 1);
    if (breaksAfterEach) this.placer.offer();
  }

  /** Stretches like a space (a fixed one makes lines gape) but ends a line only where words may be broken anywhere. */
  noBreakSpace(source: TextSource, at: number): void {
    const { style, index } = source;
    this.placer.beforeNoBreakSpace();
    const { width, stretch, shrink } = style.space;
    const begun = this.pieces.count > this.placer.lineStart;
    this.pieces.add(pieceKind.space, index, width, style.store.noBreakSpace);
    this.#range(source, at, at + 1);
    this.pieces.give(stretch, shrink);
    if (begun && this.placer.breaksAnywhere(style))
      this.breaks.add(this.pieces.count - 1, this.pieces.count, needCost);
    this.placer.glue('touching');
  }

  /** `text-transform: full-width` makes a space as wide as a letter (§2.1). */
  #spaceOf({ store, style }: TextStyle): FontWord {
    return style.textTransformFullWidth ? store.separator('\u3000') : store.space;
  }

  #wide({ store, style }: TextStyle): number | undefined {
    if (!style.textTransformFullWidth) return undefined;
    return advanceOf(store.separator('\u3000'), style) + style.wordSpacing;
  }

  /** Range of the last piece in its item's own text. */
  #range(source: TextSource, start: number, end: number): void {
    this.pieces.range(sourceOf(source, start), sourceOf(source, end));
  }
}
