/**
 * Whether what is shown has replacement text (ISO 32000-1, 14.9.4): in the properties of the marked content
 * around it, or in the structure element that the marked content belongs to or one above that.
 */
import type { PdfContents } from '../../read-pdf.js';
import type { Kid } from '../../structure.js';
import type { ContentMark, ContentStream, Operation } from '../content-streams.js';
import { shown } from './font-use.js';

/** What an element and those above it give. */
interface Given {
  readonly actualText: boolean;
  readonly alt: boolean;
}

const nothing: Given = { actualText: false, alt: false };

export class ReplacementTexts {
  /** By page, scope and number of the marked content. */
  readonly #elements = new Map<string, Given>();

  #last: { mark: ContentMark | undefined; stream: ContentStream; how: number } | undefined;

  constructor(readonly contents: PdfContents) {
    this.#collect(contents.structure?.kids ?? [], nothing);
  }

  /** The bits of `shown` that say what is missing. */
  how({ marks, stream }: Operation): number {
    const mark = marks.at(-1);
    const last = this.#last;
    // What is around a mark stays the same as long as it is the innermost one.
    if (last && last.mark === mark && last.stream === stream) return last.how;
    const how = this.#missing(marks, stream);
    this.#last = { mark, stream, how };
    return how;
  }

  #missing(marks: readonly ContentMark[], stream: ContentStream): number {
    let { actualText, alt } = nothing;
    let artifact = false;
    for (const mark of marks) {
      if (mark.tag === 'Artifact') artifact = true;
      const given = this.#given(mark, stream.page.number, stream.type === 'page' ? 0 : stream.object);
      actualText ||= given.actualText;
      alt ||= given.alt;
    }
    if (actualText) return 0;
    return shown.unreplaced | (artifact || alt ? 0 : shown.unexplained);
  }

  #given({ properties }: ContentMark, page: number, scope: number): Given {
    if (!properties) return nothing;
    const { file } = this.contents;
    const mcid = file.number(properties.raw('MCID'));
    const element =
      mcid === undefined
        ? nothing
        : (this.#elements.get(`${page} ${scope} ${mcid}`) ??
          this.#elements.get(`${page} 0 ${mcid}`) ??
          nothing);
    return {
      actualText: element.actualText || properties.entries.has('ActualText'),
      alt: element.alt || properties.entries.has('Alt'),
    };
  }

  #collect(kids: readonly Kid[], above: Given): void {
    for (const kid of kids) {
      if (kid.type === 'content') this.#elements.set(`${kid.page} ${kid.scope} ${kid.mcid}`, above);
      else if (kid.type === 'element') {
        this.#collect(kid.kids, {
          actualText: above.actualText || kid.actualText !== undefined,
          alt: above.alt || kid.alt !== undefined,
        });
      }
    }
  }
}
