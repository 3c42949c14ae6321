/** The ids of a tree, looked up where links and lists of targets are made. */
import type { ElementNode } from '../document/tree.js';
import { visitElements } from './map-tree.js';

/** All ids of a section's tree, its root's first. */
export function idsIn(body: ElementNode): readonly string[] {
  const ids: string[] = [];
  visitElements(body, ({ properties }) => {
    const id = properties['id'];
    if (typeof id === 'string') ids.push(id);
  });
  return ids;
}
