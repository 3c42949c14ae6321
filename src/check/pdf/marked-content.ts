/**
 * The stack of marked content (ISO 32000-1, 14.6 and 14.7.4): which MCID, artifact, origin and
 * replacement text hold for what is painted now. The origin stands under our private key `XXOrigin`
 * (third-class name, Annex E.3) in the property list of a sequence: `template` or `generated`.
 */
import type { PdfFile } from './open-pdf.js';
import { PdfDict, PdfName, type PdfObject } from './objects.js';

/** What holds for a string shown; one object for all strings of the same sequence. */
export interface Mark {
  /** Identifies the sequence within its page, in painting order, from 1; 0 outside any. */
  readonly sequence: number;
  readonly artifact: boolean;
  readonly mcid: number | undefined;
  /** Where the MCID counts: 0 for the page, else the object number of the form XObject. */
  readonly scope: number;
  readonly origin: 'content' | 'template' | 'generated';
  /** Replacement text, and the sequence that it replaces as a whole. */
  readonly actualText?: { readonly text: string; readonly sequence: number };
  readonly language?: string;
}

const outside: Mark = { sequence: 0, artifact: false, mcid: undefined, scope: 0, origin: 'content' };

export class MarkStack {
  readonly #stack: Mark[] = [];
  readonly #mcids = new Map<number, Set<number>>();
  #count = 0;

  constructor(readonly file: PdfFile) {}

  get current(): Mark {
    return this.#stack.at(-1) ?? outside;
  }

  get depth(): number {
    return this.#stack.length;
  }

  /** MCIDs begun so far, by scope. */
  get mcids(): ReadonlyMap<number, ReadonlySet<number>> {
    return this.#mcids;
  }

  /** `BMC` or `BDC` with its operands. */
  begin([tag, properties]: readonly PdfObject[], resources: PdfDict, scope: number): void {
    const { file, current } = this;
    const list =
      properties instanceof PdfName
        ? this.#named(properties.value, resources)
        : file.dict(properties ?? null);
    this.#count += 1;
    const mcid = list && file.number(list.raw('MCID'));
    const actual = list && file.text(list.raw('ActualText'));
    const language = list && file.text(list.raw('Lang'));
    const origin = list && file.nameOf(list.raw('XXOrigin'));
    if (mcid !== undefined) {
      const known = this.#mcids.get(scope) ?? new Set();
      this.#mcids.set(scope, known.add(mcid));
    }
    this.#stack.push({
      ...current,
      sequence: this.#count,
      artifact: current.artifact || (tag instanceof PdfName && tag.value === 'Artifact'),
      ...(mcid === undefined ? {} : { mcid, scope }),
      ...(origin === 'template' || origin === 'generated' ? { origin } : {}),
      ...(actual === undefined || current.actualText
        ? {}
        : { actualText: { text: actual, sequence: this.#count } }),
      ...(language === undefined ? {} : { language }),
    });
  }

  /** `EMC`; one too many is ignored. */
  end(): void {
    this.#stack.pop();
  }

  /** Drops what a form XObject left open. */
  unwind(depth: number): void {
    this.#stack.length = Math.min(this.#stack.length, depth);
  }

  #named(name: string, resources: PdfDict): PdfDict | undefined {
    return this.file.dict(this.file.dict(resources.raw('Properties'))?.raw(name) ?? null);
  }
}
