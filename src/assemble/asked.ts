/** What the sections ask of the passes that follow, found in one pass: those with nothing to do are left out. */
import type { Draft } from './sections.js';
import { isListPlace } from './listed.js';
import { visitElements } from './map-tree.js';

export interface Asked {
  /** Some element has an id that was typed. */
  readonly ids: boolean;
  /** Some list is to be filled. */
  readonly lists: boolean;
  /** There are links, or lists that will hold some. */
  readonly links: boolean;
}

export function askedOf(drafts: readonly Draft[]): Asked {
  let [ids, lists, links] = [false, false, false];
  for (const { body } of drafts) {
    visitElements(body, (node) => {
      if (typeof node.properties['id'] === 'string') ids = true;
      if (node.tagName === 'a') links = true;
      else if (isListPlace(node)) lists = true;
    });
  }
  return { ids, lists, links: links || lists };
}
