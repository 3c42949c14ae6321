/**
 * Gathers what a block container holds while its children are visited: runs of inline content become
 * anonymous `LinesBox`es, blocks stay blocks (CSS 2.2, 9.2.1.1). Marks wait for the next box.
 */
import type { ComputedStyle } from '../document/style.js';
import type { Box, InlineContent, LinesBox, Mark } from './box.js';

export class ContentSink {
  readonly boxes: Box[] = [];
  #inline: InlineContent[] = [];
  #marks: Mark[] = [];

  /** `style` is the container's: it rules the lines. `prefix` stands before its first inline content. */
  constructor(
    readonly style: ComputedStyle,
    prefix: readonly InlineContent[] = [],
  ) {
    this.#inline.push(...prefix);
  }

  addInline(...items: readonly InlineContent[]): void {
    this.#inline.push(...items);
  }

  addMark(mark: Mark): void {
    this.#marks.push(mark);
  }

  addBlock(box: Box): void {
    this.flush();
    this.boxes.push(this.#marks.length ? { ...box, marks: [...this.takeMarks(), ...box.marks] } : box);
  }

  /** Ends the current run of inline content. Collapsible blanks alone make no box. */
  flush(): void {
    if (this.#inline.length === 0 || !this.#inline.some((item) => isVisible(item))) {
      this.#inline = [];
      return;
    }
    const lines: LinesBox = {
      type: 'lines',
      style: this.style,
      marks: this.takeMarks(),
      items: this.#inline,
    };
    this.boxes.push(lines);
    this.#inline = [];
  }

  /** All boxes; marks that found no box stand on an empty one. */
  finish(): readonly Box[] {
    this.flush();
    if (this.#marks.length) {
      this.boxes.push({ type: 'lines', style: this.style, marks: this.takeMarks(), items: [] });
    }
    return this.boxes;
  }

  takeMarks(): Mark[] {
    const marks = this.#marks;
    this.#marks = [];
    return marks;
  }
}

function isVisible(item: InlineContent): boolean {
  if (item.type !== 'text') return item.type !== 'edge' && item.type !== 'opportunity';
  return item.style.whiteSpace.startsWith('pre') ? item.text !== '' : /[^ \t\n\r\f]/u.test(item.text);
}
