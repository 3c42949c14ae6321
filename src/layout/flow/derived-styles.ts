/** Styles that layout makes of those of the tree, one for each: what is known of a style is kept by its object. */
import { changedStyle } from '../../document/changed-style.js';
import type { ComputedStyle, StyledTree } from '../../document/style.js';

export class DerivedStyles {
  readonly #unsized = new Map<ComputedStyle, ComputedStyle>();
  readonly #bare = new Map<ComputedStyle, ComputedStyle>();

  constructor(private readonly styles: StyledTree) {}

  /** That of a picture whose width has been found. */
  unsized(style: ComputedStyle): ComputedStyle {
    const kept = this.#unsized.get(style);
    if (kept) return kept;
    const unsized = changedStyle(style, { width: 'auto', minWidth: 'auto', maxWidth: 'none' });
    this.#unsized.set(style, unsized);
    return unsized;
  }

  /** Inherited values alone, in a block: a table's wrapper, a column. */
  bare(style: ComputedStyle): ComputedStyle {
    const kept = this.#bare.get(style);
    if (kept) return kept;
    const bare = this.styles.anonymous(style, 'block');
    this.#bare.set(style, bare);
    return bare;
  }
}
