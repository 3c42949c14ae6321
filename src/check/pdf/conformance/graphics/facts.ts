/** What the rules on graphics and on the syntax of content have to know, kept while content is walked. */
import type { LexicalFault } from '../../objects.js';
import type { PdfFile } from '../../open-pdf.js';
import type { ContentStream, ContentVisitor } from '../content-streams.js';

export class GraphicsFacts implements ContentVisitor {
  /** What is wrong in how streams are written, once for each. */
  readonly faults = new Map<ContentStream, readonly LexicalFault[]>();

  constructor(readonly file: PdfFile) {}

  leave(stream: ContentStream, faults: readonly LexicalFault[]): void {
    if (faults.length > 0) this.faults.set(stream, faults);
  }
}
