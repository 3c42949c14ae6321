/**
 * Breaks one paragraph. Comes in: pieces and breaks collected, the paragraph's style and measure. Goes
 * out: the chosen breaks, line by line. Justified text is broken by total-fit always, ragged text by
 * `text-wrap`: first-fit, total-fit (`pretty`) or balanced.
 */
import type { LineRoom, ParagraphInput } from '../document/inline.js';
import type { ComputedStyle } from '../document/style.js';
import type { ItemCollector } from './collect-items.js';
import { slack, type FitRules, type LineFitter } from './fit-lines.js';
import { fitBalanced, fitFirst } from './fit-ragged.js';
import { breakFlag } from './pieces.js';
import type { TextStyle } from './text-style.js';

/**
 * What a ragged line may be short at ratio 1: three spaces (K–P, "ragged right"), in narrow columns an
 * eighth of the measure, else every short line is so bad there that a lone last syllable looks cheap.
 */
const raggedSpaces = 3;
const raggedPart = 1 / 8;

/** How a line is aligned, first and middle ones and those that end a paragraph or stand before a forced break. */
export interface Alignment {
  readonly middle: ComputedStyle['textAlign'];
  readonly last: ComputedStyle['textAlign'];
}

export function alignmentOf(style: ComputedStyle): Alignment {
  const { textAlign, textAlignLast } = style;
  const initial = textAlign === 'justify' ? 'start' : textAlign;
  return { middle: textAlign, last: textAlignLast === 'auto' ? initial : textAlignLast };
}

/** Room of a line by its number, the first line's indent taken off. */
export function roomOf(paragraph: ParagraphInput, line: number): LineRoom {
  const { measure, indent } = paragraph;
  const room = typeof measure === 'number' ? { left: 0, width: measure } : measure(line, 0, 0);
  return line === 0 && indent !== 0 ? { left: room.left + indent, width: room.width - indent } : room;
}

/** Collects a paragraph and chooses its breaks; a second time, with more places to break, when a line is overfull. */
export function breakLines(
  paragraph: ParagraphInput,
  style: TextStyle,
  collector: ItemCollector,
  fitter: LineFitter,
): readonly number[] {
  collector.collect(paragraph.items);
  const chosen = chooseBreaks(paragraph, style, collector, fitter);
  if (!hasOverfull(paragraph, chosen, collector)) return chosen;
  const room = Math.min(...chosen.map((_, line) => roomOf(paragraph, line).width));
  collector.collect(paragraph.items, { room });
  return chooseBreaks(paragraph, style, collector, fitter);
}

/** Each stretch between forced breaks is a paragraph of its own for the algorithms. */
function chooseBreaks(
  paragraph: ParagraphInput,
  style: TextStyle,
  collector: ItemCollector,
  fitter: LineFitter,
): readonly number[] {
  const { breaks } = collector;
  const chosen: number[] = [];
  const base = rulesFor(paragraph, style);
  let from = -1;
  for (let b = 0; b < breaks.count; b++) {
    if (!((breaks.flags[b] ?? 0) & breakFlag.forced)) continue;
    const rules = { ...base, firstLine: chosen.length };
    chosen.push(...fitStretch([from, b], rules, paragraph.style, { collector, fitter }));
    from = b;
  }
  return chosen;
}

function rulesFor(paragraph: ParagraphInput, style: TextStyle): FitRules {
  const { middle, last } = alignmentOf(paragraph.style);
  const { measure, indent } = paragraph;
  const length =
    typeof measure === 'number'
      ? (line: number): number => (line === 0 ? measure - indent : measure)
      : (line: number): number => roomOf(paragraph, line).width;
  return {
    length,
    uniform: typeof measure === 'number',
    raggedStretch:
      middle === 'justify' ? 0 : Math.max(raggedSpaces * style.space.width, raggedPart * length(1), 1),
    firstLine: 0,
    fillsLast: last === 'justify' && middle === 'justify',
  };
}

function fitStretch(
  range: readonly [number, number],
  rules: FitRules,
  style: ComputedStyle,
  { collector, fitter }: { readonly collector: ItemCollector; readonly fitter: LineFitter },
): readonly number[] {
  const { pieces, breaks } = collector;
  if (style.textWrap === 'balance') return fitBalanced(fitter, pieces, breaks, range, rules);
  if (style.textAlign === 'justify' || style.textWrap === 'pretty') return fitter.fitTotally(...range, rules);
  return fitFirst(pieces, breaks, range, rules);
}

function hasOverfull(
  paragraph: ParagraphInput,
  chosen: readonly number[],
  collector: ItemCollector,
): boolean {
  const { pieces, breaks } = collector;
  const justified = paragraph.style.textAlign === 'justify';
  return chosen.some((end, line) => {
    const start = chosen[line - 1];
    const a = start === undefined ? 0 : (breaks.next[start] ?? 0);
    const b = breaks.end[end] ?? 0;
    const shrink = justified ? (pieces.shrink[b] ?? 0) - (pieces.shrink[a] ?? 0) : 0;
    const narrowest = pieces.widthOf(a, b) + (breaks.extra[end] ?? 0) - shrink;
    return narrowest > roomOf(paragraph, line).width + slack;
  });
}
