/**
 * Spot colours of a printed document: Separation colour spaces (ISO 32000-1, 8.6.6.4), one for each ink,
 * shared by all pages. The resource has the ink's name, so page content needs no table. A tint
 * goes in a straight line from no ink to the process inks of the full tint.
 */
import type { SpotInk } from '../document/style.js';
import type { Paint } from './colour.js';
import type { MixedColours } from './mixed-inks.js';
import { name, numbers, spotName } from './syntax.js';

/** Every ink at once: the colorant All (8.6.6.4), in which printer's marks are; no style sheet can name it. */
export const registration: SpotInk = { name: 'All', tint: 1, full: [1, 1, 1, 1] };

/** The inks that a document uses. */
export class SpotInks {
  private readonly inks = new Map<string, SpotInk>();
  private mixed = new Map<Paint, number>();

  /** Notes the ink of what is painted. */
  use(paint: Paint | undefined): void {
    if (paint?.spot && !this.inks.has(paint.spot.name)) this.inks.set(paint.spot.name, paint.spot);
  }

  /** Notes what is painted in a colour of several inks, `size` pt tall or thick. */
  mix(paint: Paint, size: number): void {
    if (paint.inks) this.mixed.set(paint, Math.min(size, this.mixed.get(paint) ?? Infinity));
  }

  /** The colours of several inks since this was asked last. */
  takeMixed(): MixedColours {
    const { mixed } = this;
    if (mixed.size > 0) this.mixed = new Map();
    return mixed;
  }

  /** In the order of first use. */
  list(): readonly SpotInk[] {
    return [...this.inks.values()];
  }
}

/** Resource name and colour space of an ink, as PDF syntax. */
export function spotSpace(ink: SpotInk): readonly [resource: string, space: string] {
  const tint =
    '<</FunctionType 2 /Domain [0 1] /Range [0 1 0 1 0 1 0 1] /N 1 ' +
    `/C0 [0 0 0 0] /C1 [${numbers(ink.full)}]>>`;
  return [spotName(ink), `[/Separation ${name(ink.name)} /DeviceCMYK ${tint}]`];
}
