/** Small facts about one element that box generation asks for. */
import type { ComputedStyle } from '../document/style.js';

/** Whether an inline box has padding, border or margin at its ends. */
export function hasInlineEdge(style: ComputedStyle): boolean {
  return (
    [style.paddingLeft, style.paddingRight, style.marginLeft, style.marginRight].some(
      (v) => v !== 0 && v !== 'auto',
    ) ||
    style.borderLeft.width > 0 ||
    style.borderRight.width > 0
  );
}

/** A list item counts itself unless its style already speaks of the counter (css-lists-3, 4.6). */
export function numbersItself(style: ComputedStyle): boolean {
  return [...style.counterIncrement, ...style.counterSet].some(({ name }) => name === 'list-item');
}

/** Blanks of a marker are its distance from the text: they neither collapse nor hang (css-lists-3, appendix A). */
export function markerBlanks(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}
