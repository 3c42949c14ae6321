/**
 * The graphics state dictionaries (ISO 32000-1, 8.4.5) that a document needs: transparency and black
 * overprint. Each distinct one is written once and shared by all pages.
 */
import type { PdfDictionary } from './pdfkit-internals.js';

export interface StateParameters {
  /** Opacity of fills and strokes, 0 to 1. */
  readonly alpha: number;
  /** What is painted in DeviceCMYK leaves the other plates alone (8.6.7, overprint mode 1). */
  readonly overprint: boolean;
}

export class GraphicsStates {
  private readonly names = new Map<string, { readonly name: string; readonly state: StateParameters }>();

  /** Resource name of a state. */
  name(state: StateParameters): string {
    const key = `${state.alpha} ${state.overprint}`;
    let entry = this.names.get(key);
    if (!entry) {
      entry = { name: `G${this.names.size}`, state };
      this.names.set(key, entry);
    }
    return entry.name;
  }

  /** All states by resource name, in the order of first use. */
  list(): (readonly [name: string, state: StateParameters])[] {
    return Array.from(this.names.values(), ({ name, state }) => [name, state] as const);
  }
}

/** The ExtGState resource dictionaries. Overprint keys only where asked for: PDF/A knows none here. */
export function stateDictionaries(
  states: readonly (readonly [name: string, state: StateParameters])[],
): ReadonlyMap<string, PdfDictionary> {
  const overprinting = states.some(([, { overprint }]) => overprint);
  return new Map(
    states.map(([name, { alpha, overprint }]) => {
      const extra = overprinting ? { OP: overprint, op: overprint, OPM: 1 } : {};
      return [name, { Type: 'ExtGState', ca: alpha, CA: alpha, ...extra }] as const;
    }),
  );
}
