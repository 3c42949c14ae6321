/**
 * Notes one after the other in the lines of one paragraph (css-gcpm-3, 2.6, `footnote-display`): with
 * `inline` as many as follow each other, with `compact` as many as stand on one line together. A note
 * with blocks in it is a block of its own whatever the sheet says (CSS 2.2, 9.2.1.1).
 */
import { changedStyle } from '../../document/changed-style.js';
import type { ComputedStyle } from '../../document/style.js';
import { artifact, type BlockBox, type InlineContent, type LinesBox } from '../boxes/box.js';
import { blockBox, linesBox } from '../boxes/make-box.js';
import type { LayoutScene } from '../scene.js';

/** The lines of a note that may share them. */
export function linesOf(box: BlockBox): LinesBox | undefined {
  const [lines] = box.children;
  if (box.style.footnoteDisplay === 'block' || box.children.length !== 1 || box.marker) return undefined;
  return lines?.type === 'lines' ? lines : undefined;
}

/** Notes as one block: their inline boxes in a paragraph of the area, a word space between two. */
export function joinNotes(notes: readonly BlockBox[], area: ComputedStyle, scene: LayoutScene): BlockBox {
  const style = scene.styles.anonymous(area, 'block');
  const items: InlineContent[] = [];
  for (const box of notes) {
    const lines = linesOf(box);
    if (!lines) throw new Error('a note with blocks is not set in lines');
    if (items.length > 0) {
      const tag = scene.structure.tag({ tag: artifact }, style);
      items.push({ type: 'text', text: ' ', style, origin: 'generated', tag });
    }
    items.push(...inlineNote(box, lines, scene));
  }
  return blockBox({ style, children: [linesBox({ style, items })], tag: artifact });
}

function inlineNote(box: BlockBox, lines: LinesBox, scene: LayoutScene): readonly InlineContent[] {
  const tag = scene.structure.tag({ tag: box.tag });
  const style = changedStyle(box.style, { float: 'none', display: 'inline' });
  const marks = [...box.marks, ...lines.marks];
  return [
    { type: 'open', style, tag, continued: false },
    ...marks.map((mark): InlineContent => ({ type: 'mark', mark })),
    ...lines.items,
    { type: 'close', style, tag, continued: false },
  ];
}
