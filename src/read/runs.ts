/**
 * Shapes of all blocks → those that are lines of a run: three or more short lines in a row, none of
 * which ends as a sentence does. Verse and lists without marks look so. A gallery looks so too, but its
 * lines are announced (`Một số hình ảnh …:`), credited, or each set off by itself.
 */
import type { Shape } from './measure.js';

/** Neighbours that make a run. */
const fewest = 3;
/** Syllables; the longest common line of verse has eight, an item of a list some more. */
const longest = 16;

/** The blocks that are lines of a run. */
export function linesInRuns(shapes: readonly Shape[]): ReadonlySet<Shape> {
  const found = new Set<Shape>();
  let run: Shape[] = [];
  let gallery = false;
  const close = (): void => {
    if (run.length >= fewest) for (const shape of run) found.add(shape);
    run = [];
  };
  // The first line of a text is its headline, or above it.
  for (const [index, shape] of shapes.entries()) {
    if (index > 0 && isLoose(shape)) {
      if (!gallery) run.push(shape);
      continue;
    }
    close();
    gallery = shape.announces && /(?:^|\s)ảnh(?:\s|:)/iu.test(shape.block.text);
  }
  close();
  return found;
}

function isLoose(shape: Shape): boolean {
  const { block } = shape;
  const named = shape.byline !== undefined || shape.source || shape.date !== undefined;
  const furniture = shape.junk || shape.section || shape.imageFile;
  const ends = shape.closed || shape.announces;
  const captioned = shape.credited || (block.isolatedBefore && block.isolatedAfter);
  const told = shape.captionOpener && shape.captionAction;
  return shape.words <= longest && !ends && !named && !furniture && !captioned && !told && !shape.dateline;
}
