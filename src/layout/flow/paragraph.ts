/**
 * Lines of one inline formatting context at a width: broken once and kept, so that filling a column
 * again costs nothing. Beside floats the lines are broken for the room they have there; a float in the
 * text is placed at the line on which it is met, and what follows is broken again.
 */
import type { Line } from '../../document/glyph-run.js';
import type { LineRoom, ParagraphInput } from '../../document/inline.js';
import { initialOf, type Box, type LinesBox } from '../boxes/box.js';
import { breakWithin } from '../break-within.js';
import { clearInk } from '../clear-ink.js';
import type { LayoutScene } from '../scene.js';
import { resolve } from '../used-values.js';
import type { FloatContext } from './float-context.js';
import { inlineOf, isSideFloat, type Inline, type InlineSetting } from './inline-parts.js';

/** Broken lines with what stands in them. */
export interface Paragraph {
  readonly lines: readonly Line[];
  readonly inline: Inline;
}

/** Where a paragraph stands beside floats. */
export interface FloatRoom {
  readonly floats: FloatContext;
  /** The content box: left edge and top in the formatting context, pt. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Lays out a float met on a line and puts it into the context, its top not above `top`; false when it waits. */
  place(box: Box, top: number): void;
  /** Width of the margin box of a float, pt. */
  widthOf(box: Box): number;
}

interface Kept {
  readonly width: number;
  readonly indent: boolean;
  readonly paragraph: Paragraph;
}

/** At most so many paragraphs are kept of a page: it may be a very long one. */
const keptParagraphs = 400;

export class ParagraphBreaker {
  /** Of the page being set, and of the one before it, which may have looked further than it came. */
  #kept = new Map<LinesBox, Kept>();
  #before = new Map<LinesBox, Kept>();

  constructor(
    private readonly scene: LayoutScene,
    private readonly setting: InlineSetting,
    private readonly breakWideWords: boolean,
  ) {}

  restart(): void {
    this.#kept.clear();
    this.#before.clear();
  }

  /** A page begins: what only pages before the last one had is not asked for again. */
  beginPage(): void {
    this.#before = this.#kept;
    this.#kept = new Map();
  }

  /** The lines at full width; `indent` for the first lines of their container. */
  plain(box: LinesBox, width: number, indent: boolean): Paragraph {
    const here = this.#kept.get(box);
    const kept = here ?? this.#before.get(box);
    if (kept && kept.width === width && kept.indent === indent) {
      if (!here) this.#kept.set(box, kept);
      this.setting.pageNumbers.use(box);
      return kept.paragraph;
    }
    const inline = inlineOf(box.items, width, this.setting);
    const lines = this.#break(this.#input(box, inline, { width, indent }));
    const paragraph = { lines: clearInk(lines, box.style), inline };
    // The youngest comes last.
    if (here) this.#kept.delete(box);
    this.#kept.set(box, { width, indent, paragraph });
    if (this.#kept.size > keptParagraphs) {
      for (const oldest of this.#kept.keys()) {
        this.#kept.delete(oldest);
        break;
      }
    }
    return paragraph;
  }

  /** The lines beside floats. */
  beside(box: LinesBox, room: FloatRoom, indent: boolean): Paragraph {
    const { width } = room;
    const inline = inlineOf(box.items, width, this.setting);
    const waiting = inline.anchors.flatMap((anchor, tag) =>
      anchor.type === 'out-of-flow' && isSideFloat(anchor.box.style) ? [{ ...anchor, tag }] : [],
    );
    // A drop cap stands where the paragraph begins, and its first line, without indent, where it has room.
    const initial = initialOf(box);
    const lineRoom = (line: number, top: number, needed: number, height: number): LineRoom =>
      roomAt(room, line === 0 ? Math.max(top, initial?.push ?? 0) : top, { width: needed, height });
    const at = { width, indent: indent && !initial };
    const input = { ...this.#input(box, inline, at), measure: lineRoom };
    for (;;) {
      const lines = this.#break(input);
      const next = waiting.shift();
      if (!next) return { lines: clearInk(lines, box.style), inline };
      room.place(next.box, room.y + (next.initial ? 0 : floatTop(lines, next, room)));
    }
  }

  #input(
    box: LinesBox,
    inline: Inline,
    at: { readonly width: number; readonly indent: boolean },
  ): ParagraphInput {
    const { style } = box;
    const indent = at.indent ? resolve(style.textIndent, at.width) : 0;
    return { items: inline.items, style, measure: at.width, indent, ink: style.inkClearance !== 'none' };
  }

  #break(input: ParagraphInput): readonly Line[] {
    if (!this.breakWideWords) return this.scene.typesetter.breakLines(input);
    return breakWithin(this.scene, input);
  }
}

/** The room of a line: below the floats when what must stand on it does not fit beside them. */
function roomAt(
  room: FloatRoom,
  top: number,
  needed: { readonly width: number; readonly height: number },
): LineRoom {
  const within = { left: room.x, right: room.x + room.width };
  const found = room.floats.find(room.y + top, needed, within);
  return { left: found.left - room.x, width: Math.max(0, found.right - found.left), top: found.top - room.y };
}

/** Where a float may begin at the earliest: on its own line when it fits beside the text before it, else below (9.5). */
function floatTop(
  lines: readonly Line[],
  float: { readonly tag: number; readonly box: Box },
  room: FloatRoom,
): number {
  let y = 0;
  for (const line of lines) {
    y += line.before;
    const anchor = line.anchors.find(({ tag }) => tag === float.tag);
    if (anchor) {
      const within = { left: room.x, right: room.x + room.width };
      const band = room.floats.band(room.y + y, room.y + y, within);
      // Text that cannot be broken stays before a float in it.
      const fits = !line.overfull && anchor.x + room.widthOf(float.box) <= band.right - band.left + 1e-4;
      return fits || anchor.x <= 1e-4 ? y : y + line.ascent + line.descent;
    }
    y += line.ascent + line.descent;
  }
  return y;
}
