/**
 * Marked content of one content stream (ISO 32000-1, 14.6 to 14.8): everything painted stands in a
 * sequence of its structure element or of an artifact; what follows with the same tag stays in it. In:
 * the tag of each item before it is painted; out: operators, and records of what belongs to whom.
 */
import type { Tag } from '../document/page.js';
import type { Origin } from '../document/tree.js';
import type { Canvas } from './canvas.js';
import type { ContentBuffer } from './content-buffer.js';
import type { ContentRecorder } from './record-content.js';

/** Kinds of artifacts (ISO 32000-1, table 330). */
const artifactKinds = {
  layout: '/Layout',
  pagination: '/Pagination',
  head: '/Pagination /Subtype /Header',
  foot: '/Pagination /Subtype /Footer',
} as const;

export class ContentMarker {
  // The sequence that is open. An element of its own, or a key of an artifact or of an origin.
  private element = -1;
  private key = '';
  /** Place of the last item among the kids of its element. */
  private order = 0;

  constructor(
    private readonly canvas: Canvas,
    /** Where marked content is told; undefined leaves the stream untagged. */
    private readonly recorder: ContentRecorder | undefined,
  ) {}

  /**
   * Makes sure that what follows stands in the marked content of its tag. Text that the article does not
   * hold says so under our private key (third-class name, ISO 32000-1, annex E): whoever proves that no
   * word was lost leaves it out. Print has artifacts and origins, but no tags.
   */
  mark(tag: Tag, origin: Origin = 'content'): void {
    if (tag.type === 'artifact') {
      // Rules and background screens are both "Layout" (table 330); "Background" would need a BBox.
      const kind = artifactKinds[tag.kind === 'pagination' ? (tag.part ?? 'pagination') : 'layout'];
      if (this.element === -1 && this.key === kind) return;
      this.begin(-1, kind).text(`/Artifact <</Type ${kind}>> BDC\n`);
      return;
    }
    const { recorder } = this;
    if (!recorder) {
      if (this.key === origin || (this.key === '' && origin === 'content')) return;
      if (origin === 'content') this.end();
      else this.begin(-1, origin).text(`/Span <</XXOrigin /${origin}>> BDC\n`);
      return;
    }
    const { element, order } = tag;
    if (this.element === element && this.key === origin && !recorder.separated(element, this.order, order)) {
      this.order = order;
      return;
    }
    const mcid = recorder.content(element, order);
    const out = this.begin(element, origin);
    out.byte(47).text(recorder.typeOf(element)).text(' <</MCID ').integer(mcid);
    if (origin !== 'content') out.text(` /XXOrigin /${origin}`);
    out.text('>> BDC\n');
    this.order = order;
  }

  /** Ends the sequence that is open. */
  end(): void {
    this.canvas.endMark();
    this.element = -1;
    this.key = '';
  }

  private begin(element: number, key: string): ContentBuffer {
    this.element = element;
    this.key = key;
    return this.canvas.beginMark();
  }
}
