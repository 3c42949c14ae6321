/**
 * What a person should look at in a recognised text: captions that stand twice, a caption that runs on into
 * the text, and decisions that could as well be others with another effect on the page.
 */
import { diagnostic, type Diagnostic } from '../diagnostic.js';
import type { BlockType } from '../document/publication.js';
import { placeOf } from './newspaper-facts.js';
import { plain } from './places.js';
import type { Recognised } from './recognise.js';

/** Below this share a decision is worth a warning. */
const sure = 0.6;

/** Types that look and act alike: text, pictures, heads, names, what is left out. */
const effects: Readonly<Partial<Record<BlockType, string>>> = {
  p: 'text',
  lead: 'text',
  mixed: 'text',
  listhead: 'text',
  answer: 'text',
  question: 'text',
  letter: 'text',
  box: 'text',
  date: 'out',
  junk: 'out',
  imagefile: 'out',
  byline: 'names',
  source: 'names',
  signature: 'names',
  kicker: 'head',
  section: 'head',
};

/** A decision between types that differ in effect, and how near the other is. */
export function doubtOf(block: Recognised, file: string): Diagnostic | undefined {
  const effect = effectOf(block.type);
  let share = 0;
  for (const [type, own] of block.shares) if (effectOf(type) === effect) share += own;
  const other = block.shares.find(([type]) => effectOf(type) !== effect)?.[0];
  if (share >= sure || other === undefined) return undefined;
  const values = { type: block.type, other, percent: Math.round(share * 100) };
  return diagnostic('READ-DOUBT', values, { span: placeOf(block, file) });
}

function effectOf(type: BlockType): string {
  return effects[type] ?? type;
}

/**
 * The same caption twice in a row: behind a picture's slot they are the alternative text and the caption of
 * one photo, and the first is left out; anywhere else they are two photos, and both stay.
 */
export function settleTwins(
  blocks: readonly Recognised[],
  file: string,
): { readonly blocks: readonly Recognised[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const settled = blocks.map((block, at): Recognised => {
    const next = blocks[at + 1];
    if (block.type !== 'caption' || next?.type !== 'caption' || plain(block.measure) !== plain(next.measure))
      return block;
    const above = blocks[at - 1];
    if (above?.type === 'imagefile' && !above.measure.block.given)
      return { ...block, type: 'junk', shares: [], reasons: ['caption-again'] };
    diagnostics.push(diagnostic('READ-CAPTION-TWICE', {}, { span: placeOf(next, file) }));
    return block;
  });
  return { blocks: settled, diagnostics };
}
