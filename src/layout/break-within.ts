/**
 * Lines that stay inside their measure. Where a word is wider than its line and the style sheet does not
 * let it break, it is broken all the same, with a warning: text that runs off the page or over its
 * neighbour is lost.
 */
import { diagnostic } from '../diagnostic.js';
import { changedStyle } from '../document/changed-style.js';
import type { InlineItem, ParagraphInput } from '../document/inline.js';
import { wordsOf, type Line } from '../document/glyph-run.js';
import type { ComputedStyle } from '../document/style.js';
import type { LayoutScene } from './scene.js';

export function breakWithin(scene: LayoutScene, paragraph: ParagraphInput): readonly Line[] {
  const lines = scene.typesetter.breakLines(paragraph);
  const wide = lines.find((line) => line.overfull);
  if (!wide) return lines;
  const span = paragraph.items.flatMap((item) => (item.type === 'text' && item.span ? [item.span] : []))[0];
  const text = wide.runs
    .flatMap((run) => wordsOf(run).map((word) => word.text))
    .join('')
    .trim();
  scene.report(diagnostic('LAYOUT-WIDE-WORD', { text: shortened(text) }, { span }));
  return scene.typesetter.breakLines({
    ...paragraph,
    items: paragraph.items.map(breakable),
    style: wrapped(paragraph.style),
  });
}

function breakable(item: InlineItem): InlineItem {
  if (item.type !== 'text') return item;
  return { ...item, style: wrapped(item.style) };
}

function wrapped(style: ComputedStyle): ComputedStyle {
  return changedStyle(style, { overflowWrap: 'anywhere', whiteSpace: wrapping(style.whiteSpace) });
}

function wrapping(whiteSpace: ComputedStyle['whiteSpace']): ComputedStyle['whiteSpace'] {
  if (whiteSpace === 'nowrap') return 'normal';
  return whiteSpace === 'pre' ? 'pre-wrap' : whiteSpace;
}

/** As much of a text as a message needs. */
function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
