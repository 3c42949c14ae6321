/** What a line holds besides text and inline boxes: page floats, marks, positioned boxes. pt. */
import type { Line } from '../../document/glyph-run.js';
import type { Placed } from './fragment.js';
import type { Inline } from './inline-parts.js';
import { leaving, metIn } from './out-of-flow.js';
import type { OutOfFlow } from './space.js';

interface LinePlace {
  /** Of the line box, from the container's border-box corner. */
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** Page floats and marks of the text, at the line on which they stand. */
export function anchorsOf(inline: Inline, line: Line, at: LinePlace): readonly Placed[] {
  return line.anchors.flatMap(({ tag, x }): readonly Placed[] => {
    const anchor = inline.anchors[tag];
    if (!anchor) return [];
    if (anchor.type === 'mark')
      return [
        { x: at.x + line.x + x, y: at.y, fragment: { type: 'mark', mark: anchor.mark, width: 0, height: 0 } },
      ];
    const { float } = anchor.box.style;
    if (float !== 'block-start' && float !== 'block-end' && float !== 'snap-block') return [];
    return [{ x: at.x, y: at.y, fragment: { type: 'anchor', box: anchor.box, width: 0, height: 0 } }];
  });
}

/** Positioned boxes of the text: inline ones would stand at their place on the line, block ones below it (10.3.7). */
export function positionedOn(inline: Inline, line: Line, at: LinePlace): readonly OutOfFlow[] {
  const own = line.anchors.flatMap(({ tag, x }): readonly OutOfFlow[] => {
    const anchor = inline.anchors[tag];
    if (anchor?.type !== 'out-of-flow' || anchor.box.style.position !== 'absolute') return [];
    const { box } = anchor;
    if (box.style.display.startsWith('inline')) return [placed(inline, box, at.x + line.x + x, at.y)];
    return [placed(inline, box, at.x, x > 0 ? at.y + at.height : at.y)];
  });
  return inline.waiting.size === 0 ? own : [...own, ...fromAtoms(inline, line, at)];
}

/** Positioned boxes of a text without lines. */
export function positionedIn(inline: Inline, at: Pick<LinePlace, 'x' | 'y'>): readonly OutOfFlow[] {
  return inline.anchors.flatMap((anchor) =>
    anchor.type === 'out-of-flow' && anchor.box.style.position === 'absolute'
      ? [placed(inline, anchor.box, at.x, at.y)]
      : [],
  );
}

function placed({ homes, parts }: Inline, box: OutOfFlow['box'], x: number, y: number): OutOfFlow {
  const inline = homes.get(box);
  if (inline === undefined) return { box, x, y, inline, opacity: undefined };
  const { shift } = parts.boxes.get(inline) ?? {};
  return { box, x: x + (shift?.x ?? 0), y: y + (shift?.y ?? 0), inline, opacity: undefined };
}

/** Boxes that the atoms of a line do not position. */
function fromAtoms({ parts, waiting, homes }: Inline, line: Line, at: LinePlace): readonly OutOfFlow[] {
  const baseline = at.y + line.ascent;
  return line.atoms.flatMap(({ tag, x, rise }) => {
    const atom = parts.atoms.get(tag);
    const boxes = waiting.get(tag);
    if (!atom || !boxes) return [];
    const corner = { x: at.x + line.x + x + atom.left, y: baseline - rise - atom.rise };
    const { box, style } = atom.fragment;
    return metIn(leaving(boxes, corner, style.opacity), box && homes.get(box));
  });
}
