/**
 * `::first-letter` and `::first-line` (css-pseudo-4, 2), put into the boxes of a block container when
 * they are complete: both live on the first line of text in the flow, which may belong to a block
 * inside, but not to a table or an atomic box.
 */
import type { InlineText, Typesetter } from '../../document/inline.js';
import type { ComputedStyle } from '../../document/style.js';
import {
  artifact,
  isOutOfFlow,
  leavesFlow,
  type BlockBox,
  type Box,
  type InlineContent,
  type LinesBox,
  type OutOfFlow,
} from './box.js';
import { firstLetterEnd } from './first-letter-text.js';
import { sizeInitialLetter, type InitialLetter } from './initial-letter.js';
import { isVisible } from './inline-style.js';
import { blockBox, linesBox } from './make-box.js';

/** New items for the first line; `pass` when the lines have no text, so that the next box is asked. */
type LineEdit = (lines: LinesBox) => LinesBox | 'pass' | 'stop';

/** The boxes with their first line edited; the same boxes when there is none. */
export function editFirstLine(boxes: readonly Box[], edit: LineEdit): readonly Box[] {
  const result = edited(boxes, edit);
  return result === 'pass' || result === 'stop' ? boxes : result;
}

function edited(boxes: readonly Box[], edit: LineEdit): readonly Box[] | 'pass' | 'stop' {
  for (const [at, box] of boxes.entries()) {
    if (isOutOfFlow(box)) continue;
    if (box.type === 'image' || box.type === 'table') return 'stop';
    if (box.type === 'lines') {
      const lines = edit(box);
      if (lines === 'pass') continue;
      return lines === 'stop' ? 'stop' : boxes.with(at, lines);
    }
    const children = edited(box.children, edit);
    if (children === 'pass') continue;
    return children === 'stop' ? 'stop' : boxes.with(at, blockBox({ ...box, children }));
  }
  return 'pass';
}

/** Puts items in front of the first line; a line of their own when there is none. */
export function prependToFirstLine(
  boxes: readonly Box[],
  items: readonly InlineContent[],
  style: ComputedStyle,
): readonly Box[] {
  const result = edited(boxes, (lines) => linesBox({ ...lines, items: [...items, ...lines.items] }));
  if (result !== 'pass' && result !== 'stop') return result;
  return [linesBox({ style, items }), ...boxes];
}

/** The first letter's own style, what it is set against, and its number as an inline box. */
export interface FirstLetter {
  readonly style: ComputedStyle;
  /** Of the block container. */
  readonly block: ComputedStyle;
  readonly tag: () => number;
  readonly typesetter: Typesetter;
  /** Text of an inside marker comes before the first letter. */
  readonly isMarker: (item: InlineContent) => boolean;
}

/** Splits the first letter off, as an inline box, or out of the flow when it floats or sinks. */
export function applyFirstLetter(boxes: readonly Box[], letter: FirstLetter): readonly Box[] {
  return editFirstLine(boxes, (lines) => {
    for (const [at, item] of lines.items.entries()) {
      if (letter.isMarker(item)) continue;
      if ((item.type === 'open' || item.type === 'out-of-flow') && item.firstLetter) return 'stop';
      if (item.type === 'box' || item.type === 'break' || item.type === 'leader') return 'stop';
      const pieces = item.type === 'text' ? splitText(item, letter) : undefined;
      if (pieces) return { ...lines, items: lines.items.toSpliced(at, 1, ...pieces) };
    }
    return 'pass';
  });
}

function splitText(text: InlineText, letter: FirstLetter): readonly InlineContent[] | undefined {
  const start = /^\s*/u.exec(text.text)?.[0].length ?? 0;
  const length = firstLetterEnd(text.text.slice(start));
  if (length === undefined) return undefined;
  const part = (from: number, to: number): InlineText => ({
    ...text,
    text: text.text.slice(from, to),
    ...(text.source ? { source: { ...text.source, offset: text.source.offset + from } } : {}),
  });
  const style = overlay(letter.style, letter.block, text.style);
  const own: InlineText = { ...part(start, start + length), style };
  // `initial-letter` is nothing to what leaves the flow anyway (CSS Inline 3, 3.1).
  const initial = leavesFlow(style) ? undefined : sizeInitialLetter(own, letter.block, letter.typesetter);
  const { note: _, ...rest } = part(start + length, text.text.length);
  return [
    ...(start > 0 ? [part(0, start)] : []),
    ...outside(own, initial, letter),
    ...(rest.text === '' ? [] : [rest]),
  ];
}

function outside(
  text: InlineText,
  initial: InitialLetter | undefined,
  { tag }: FirstLetter,
): readonly InlineContent[] {
  if (initial) {
    const { box } = sunk(initial.text, initial.style);
    return [
      {
        type: 'out-of-flow',
        box: blockBox({ ...box, monolithic: true }),
        firstLetter: true,
        initial: initial.place,
      },
    ];
  }
  return leavesFlow(text.style) ? [sunk(text, text.style)] : raised(text, text.style, tag());
}

function raised(text: InlineText, style: ComputedStyle, tag: number): readonly InlineContent[] {
  return [
    { type: 'open', style, tag, continued: false, firstLetter: true },
    text,
    { type: 'close', style, tag, continued: false },
  ];
}

function sunk(text: InlineText, style: ComputedStyle): OutOfFlow & { readonly box: BlockBox } {
  const box = blockBox({ style, children: [linesBox({ style, items: [text] })], tag: artifact });
  return { type: 'out-of-flow', box, firstLetter: true };
}

/** Gives texts and inline boxes of the first line the styles that they have on it. */
export function applyFirstLine(
  boxes: readonly Box[],
  firstLine: ComputedStyle,
  block: ComputedStyle,
): readonly Box[] {
  // The container's own text and lines have the whole style, its background too.
  const styles = new Map<ComputedStyle, ComputedStyle>([[block, firstLine]]);
  const onFirstLine = (style: ComputedStyle): ComputedStyle => {
    let found = styles.get(style);
    if (!found) styles.set(style, (found = overlay(style, block, firstLine)));
    return found;
  };
  return editFirstLine(boxes, (lines) => {
    if (!lines.items.some(isVisible)) return 'pass';
    const items = lines.items.map((item): InlineContent =>
      item.type === 'text' || item.type === 'open'
        ? { ...item, firstLine: onFirstLine(item.firstLine ?? item.style) }
        : item,
    );
    return { ...lines, items, firstLine: onFirstLine(lines.firstLine ?? lines.style) };
  });
}

/** What text inherits from a pseudo-element around it. */
const textFields = [
  'fontFamily',
  'fontSize',
  'fontWeight',
  'fontStyle',
  'fontFeatures',
  'lineHeight',
  'letterSpacing',
  'wordSpacing',
  'textTransform',
  'textTransformFullWidth',
  'textTransformFullSizeKana',
  'textDecorations',
  'textUnderlineOffset',
  'color',
  'hyphens',
] as const satisfies readonly (keyof ComputedStyle)[];

/**
 * The style `inner` would have if it inherited from `outer` instead of `base`: fields in which it does
 * not differ from `base` are taken from `outer`. The cascade knows no element inside a pseudo-element,
 * so one that sets a field to just what it would have inherited is taken to inherit it.
 */
function overlay(inner: ComputedStyle, base: ComputedStyle, outer: ComputedStyle): ComputedStyle {
  const taken = textFields.filter((field) => inner[field] === base[field] && inner[field] !== outer[field]);
  if (taken.length === 0) return inner;
  return { ...inner, ...Object.fromEntries(taken.map((field) => [field, outer[field]])) };
}
