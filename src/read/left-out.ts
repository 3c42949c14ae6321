/**
 * What a pasted text holds that is no part of its article (a site's clock, page furniture, slots of pictures)
 * → one diagnostic for each run of such lines, which shows all their words: nothing else does.
 */
import { diagnostic, type Diagnostic } from '../diagnostic.js';
import type { Guess } from '../document/publication.js';
import { placeOf } from './newspaper-facts.js';
import type { Recognised } from './recognise.js';

const types: ReadonlySet<Guess['type']> = new Set(['date', 'junk', 'imagefile']);

/** Whether blocks of a type are left out of the editions. */
export function isLeftOut({ type }: { readonly type: Guess['type'] }): boolean {
  return types.has(type);
}

/** What is said of the blocks that are left out, by the first of each run of neighbours. */
export function tellLeftOut(
  blocks: readonly Recognised[],
  file: string,
): ReadonlyMap<Recognised, Diagnostic> {
  const said = new Map<Recognised, Diagnostic>();
  let run: Recognised[] = [];
  for (const block of [...blocks, undefined]) {
    if (block && isLeftOut(block) && !block.measure.block.given) {
      run.push(block);
      continue;
    }
    const [first] = run;
    if (first) said.set(first, leftOut(first, run, file));
    run = [];
  }
  return said;
}

function leftOut(first: Recognised, run: readonly Recognised[], file: string): Diagnostic {
  const type = [...new Set(run.map((block) => block.type))].join(', ');
  const text = run.map((block) => block.measure.block.text).join('\n');
  const at = { span: placeOf(first, file) };
  return run.length === 1
    ? diagnostic('READ-LEFT-OUT', { type, text }, at)
    : diagnostic('READ-LINES-LEFT-OUT', { count: run.length, type, text }, at);
}
