/**
 * Shapes of all blocks → the same, with the reporter of an interview whose lines open with names
 * (`Khánh An: …`, `Giám đốc sở: …`) told from who answers: of two names that come again and again, it is
 * the one who asks.
 */
import type { Shape } from './measure.js';

/** Lines that one name must open. */
const fewestTurns = 2;
/** UTF-16 units of a name with its office. */
const label = /^(\p{Lu}[^:?!]{1,70}?)\s*:\s+\S/u;

interface Turns {
  count: number;
  asked: number;
}

/** Marks the lines of the reporter; whoever is called one already (`PV:`) is left alone. */
export function tellReporters(shapes: readonly Shape[]): readonly Shape[] {
  if (shapes.some((shape) => shape.reporter)) return shapes;
  const turns = new Map<string, Turns>();
  for (const shape of shapes) {
    const name = labelOf(shape);
    if (name === undefined) continue;
    const own = turns.get(name) ?? { count: 0, asked: 0 };
    turns.set(name, { count: own.count + 1, asked: own.asked + (shape.asks ? 1 : 0) });
  }
  const speakers = [...turns].filter(([, { count }]) => count >= fewestTurns);
  const asking = speakers.filter(([, { count, asked }]) => asked >= count / 2);
  const [reporter] = asking;
  if (!reporter || asking.length > 1 || speakers.length < 2) return shapes;
  return shapes.map((shape) => (labelOf(shape) === reporter[0] ? { ...shape, reporter: true } : shape));
}

function labelOf(shape: Shape): string | undefined {
  return label.exec(shape.block.text.slice(0, 80))?.[1];
}
