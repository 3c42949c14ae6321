/** When a constant opacity needs no transparency group (ISO 32000-1, 11.4). */
import type { PageItem } from '../document/page.js';

/**
 * True when the items paint one object, to which a constant opacity does the same as a group: a text
 * object counts as one (ISO 32000-1, 9.3.8, text knockout), a path filled and stroked does not.
 */
export function isElementary(items: readonly PageItem[]): boolean {
  const painted = items.filter(({ type }) => type !== 'link');
  const [only] = painted;
  if (only === undefined) return true;
  if (painted.length > 1) return false;
  if (only.type === 'group') return isElementary(only.items);
  return only.type === 'path' ? !(only.fill && only.stroke) : only.type !== 'text' || only.runs.length === 1;
}
