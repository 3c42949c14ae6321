/**
 * A section's name glued in front of a headline, as content systems print it (`KINH TẾ . TX. PHÚ MỸ: …`)
 * → two blocks, the name and the headline, each with its own place. The words stay as they are, in their
 * order; only lines above the text are looked at.
 */
import { cutPassage } from './source-text.js';
import type { Block } from './split-blocks.js';
import { gluedSection } from './vocabulary.js';

/** Blocks in which a headline may be looked for; words of a headline at most. */
const headBlocks = 5;
const longestHeadline = 40;

/** The blocks, a glued section cut off; `cut` is the block that the section has become. */
export function cutGluedSection(blocks: readonly Block[]): {
  readonly blocks: readonly Block[];
  readonly cut?: Block;
} {
  const at = blocks.slice(0, headBlocks).findIndex(isGlued);
  const block = blocks[at];
  if (!block) return { blocks };
  const parts = cutPassage(block, gluedSection.exec(block.text)?.[0].length ?? 0);
  if (!parts) return { blocks };
  const [name, headline] = parts;
  const upper = { ...block, ...name, blanksAfter: 0, isolatedAfter: false };
  const lower = { ...block, ...headline, blanksBefore: 0, isolatedBefore: false };
  return { blocks: [...blocks.slice(0, at), upper, lower, ...blocks.slice(at + 1)], cut: upper };
}

function isGlued(block: Block): boolean {
  const name = gluedSection.exec(block.text)?.[0];
  if (name === undefined || block.text.split(' ').length > longestHeadline) return false;
  // A full stop behind a word in small letters ends a sentence; behind a section's name it is in capitals.
  const letters = name.replace(/[^\p{L}]/gu, '');
  return /[|»>]/u.test(name) || letters === letters.toLocaleUpperCase('vi');
}
