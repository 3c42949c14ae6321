/** What the rules on graphics and on the syntax of content have to know, kept while content is walked. */
import { PdfStream, type LexicalFault, type PdfDict } from '../../objects.js';
import type { PdfFile } from '../../open-pdf.js';
import type { ContentStream, ContentVisitor, Operation } from '../content-streams.js';

/** `q` within each other (19005-1, 6.1.12; 19005-2, 6.1.13). */
const maxNesting = 28;

export class GraphicsFacts implements ContentVisitor {
  /** What is wrong in how streams are written, once for each. */
  readonly faults = new Map<ContentStream, readonly LexicalFault[]>();

  /** Pictures in content, their keys as written. */
  readonly inlinePictures: { readonly dict: PdfDict; readonly stream: ContentStream }[] = [];
  /** The streams in which more `q` are open than the limit allows. */
  readonly deep = new Map<ContentStream, number>();

  constructor(readonly file: PdfFile) {}

  operation({ operator, operands: [first], stream, depth }: Operation): void {
    if (operator === 'BI' && first instanceof PdfStream)
      this.inlinePictures.push({ dict: first.dict, stream });
    if (depth > maxNesting) this.deep.set(stream, Math.max(depth, this.deep.get(stream) ?? 0));
  }

  leave(stream: ContentStream, faults: readonly LexicalFault[]): void {
    if (faults.length > 0) this.faults.set(stream, faults);
  }
}
