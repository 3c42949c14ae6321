/** What a style means to the line that its inline box stands on. */
import type { ComputedStyle } from '../../document/style.js';
import type { InlineContent } from './box.js';

/** Whether an inline box must be told to the line: it is drawn, moved, sized or aligned in its own way. */
export function mattersToLine(style: ComputedStyle, parent: ComputedStyle): boolean {
  if (style === parent) return false;
  return (
    style.fontSize !== parent.fontSize ||
    style.lineHeight !== parent.lineHeight ||
    style.verticalAlign !== 'baseline' ||
    style.position === 'relative' ||
    style.opacity !== 1 ||
    style.backgroundColor !== 'transparent' ||
    style.backgroundLayers.length > 0 ||
    style.fontFamily !== parent.fontFamily ||
    style.fontWeight !== parent.fontWeight ||
    style.fontStyle !== parent.fontStyle ||
    style.borderTop.width > 0 ||
    style.borderBottom.width > 0 ||
    style.paddingTop !== 0 ||
    style.paddingBottom !== 0 ||
    hasEdge(style, 'start') ||
    hasEdge(style, 'end')
  );
}

/** Whether an inline box takes room at its start or end. */
export function hasEdge(style: ComputedStyle, side: 'start' | 'end'): boolean {
  const [margin, padding, border] =
    side === 'start'
      ? [style.marginLeft, style.paddingLeft, style.borderLeft]
      : [style.marginRight, style.paddingRight, style.borderRight];
  return (margin !== 0 && margin !== 'auto') || padding !== 0 || border.width > 0;
}

const blank = /^[ \t\n\r\f]*$/u;

/** Text of nothing but white space, whatever `white-space` says. */
export function isBlank(item: InlineContent): boolean {
  return item.type === 'text' && blank.test(item.text);
}

/**
 * Whether an item makes its line box real: text, preserved white space, atoms, breaks and the edges of
 * inline boxes do (CSS 2.2, 9.4.2); collapsible white space, marks and boxes out of the flow do not.
 */
export function isVisible(item: InlineContent): boolean {
  switch (item.type) {
    case 'text':
      if (!blank.test(item.text)) return true;
      if (item.style.whiteSpace === 'pre-line') return item.text.includes('\n');
      return item.text !== '' && item.style.whiteSpace !== 'normal' && item.style.whiteSpace !== 'nowrap';
    case 'open':
      return !item.continued && hasEdge(item.style, 'start');
    case 'close':
      return !item.continued && hasEdge(item.style, 'end');
    case 'box':
    case 'break':
    case 'leader':
      return true;
    case 'opportunity':
    case 'mark':
    case 'out-of-flow':
      return false;
  }
}
