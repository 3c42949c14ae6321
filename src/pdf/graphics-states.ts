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

/** The state a page begins with. */
export const initialState: StateParameters = { alpha: 1, overprint: false };

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

  /** The ExtGState resource dictionary. Overprint keys only where asked for: PDF/A knows none here. */
  resources(): ReadonlyMap<string, PdfDictionary> {
    const overprinting = [...this.names.values()].some(({ state }) => state.overprint);
    const result = new Map<string, PdfDictionary>();
    for (const { name, state } of this.names.values()) {
      const overprint = overprinting ? { OP: state.overprint, op: state.overprint, OPM: 1 } : {};
      result.set(name, { Type: 'ExtGState', ca: state.alpha, CA: state.alpha, ...overprint });
    }
    return result;
  }
}
