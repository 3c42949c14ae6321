/**
 * Breaks one paragraph. Comes in: the paragraph and its collector. Goes out: the chosen breaks, line by
 * line, and the rooms of the lines. Justified text is broken by total-fit, ragged text by `text-wrap`:
 * first-fit, total-fit (`pretty`) or balanced. Beside floats total-fit works with estimated tops.
 */
import type { ParagraphInput } from '../document/inline.js';
import type { ComputedStyle } from '../document/style.js';
import { usedLength } from '../document/used-length.js';
import { LineAligner } from './align-line.js';
import type { ItemCollector } from './collect-items.js';
import type { Collecting, FirstLineEnd } from './collecting.js';
import { slack, type FitRules, type LineFitter } from './fit-lines.js';
import { fitBalanced, fitFirst } from './fit-ragged.js';
import { fitInSequence, neededAt, type Sequence } from './fit-rooms.js';
import { LineRooms, type SetLine } from './line-rooms.js';
import { breakFlag } from './breaks.js';
import { setTabs } from './set-tabs.js';
import type { StyleFinder } from './text-style.js';

/**
 * What a ragged line may be short at ratio 1: three spaces (K–P, "ragged right"), in narrow columns an
 * eighth of the measure, else every short line is so bad there that a lone last syllable looks cheap.
 */
const raggedSpaces = 3;
const raggedPart = 1 / 8;
/** Demerits of a river, when the sheet says nothing: as many as a jump between spacings costs, and a little. */
const usualRiverCost = 4_000;

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

/** What breaking works with. */
export interface Breaker {
  readonly collector: ItemCollector;
  readonly fitter: LineFitter;
  readonly styleOf: StyleFinder;
}

/** Lines as breaks. */
export interface ChosenLines {
  readonly chosen: readonly number[];
  readonly rooms: LineRooms;
  readonly aligner: LineAligner;
}

/** Collects a paragraph and chooses its breaks; a second time, with more places to break, when a line is overfull. */
export function breakLines(paragraph: ParagraphInput, breaker: Breaker): ChosenLines {
  const { collector, styleOf } = breaker;
  const style = styleOf(paragraph.style);
  const { pieces, breaks, boxes } = collector;
  const rooms = new LineRooms(paragraph, style.lineHeight);
  // Field by field: to spread a paragraph costs V8 as much as to break a short one.
  const { items, ink } = paragraph;
  const aligner = new LineAligner({ items, ink: ink === true, pieces, breaks, boxes, styleOf });
  const attempt = new Attempt(paragraph, breaker, rooms, aligner);
  let chosen = attempt.lines({ style: paragraph.style });
  if (attempt.hasOverfull(chosen)) {
    const room = Math.min(...chosen.map((_, line) => rooms.widthOf(line)));
    chosen = attempt.lines({ style: paragraph.style, need: { room } });
  }
  return { chosen, rooms, aligner };
}

/** Breaks a paragraph once. */
class Attempt {
  constructor(
    private readonly paragraph: ParagraphInput,
    private readonly breaker: Breaker,
    private readonly rooms: LineRooms,
    private readonly aligner: LineAligner,
  ) {}

  /** Collects and chooses. A first line with a style of its own is chosen first, by first-fit. */
  lines(how: Collecting): readonly number[] {
    const { collector } = this.breaker;
    const { items } = this.paragraph;
    collector.collect(items, how);
    this.rooms.restart();
    if (!items.some((item) => item.type === 'text' && item.firstLine)) return this.#choose(-1, 0);
    const first = this.#firstLine();
    const firstLineEnd = this.#placeAfter(first);
    if (!firstLineEnd) return [first];
    collector.collect(items, { ...how, firstLineEnd });
    return [first, ...this.#choose(first, 1)];
  }

  /** Whether a line does not fit its room, shrunk as far as it goes. */
  hasOverfull(chosen: readonly number[]): boolean {
    const { pieces, breaks } = this.breaker.collector;
    const justified = this.paragraph.style.textAlign === 'justify';
    let a = 0;
    for (let line = 0; line < chosen.length; line++) {
      const end = chosen[line] ?? 0;
      const b = breaks.end[end] ?? 0;
      const shrink = justified ? pieces.shrinkOf(a, b) : 0;
      const narrowest = pieces.widthOf(a, b) + (breaks.extra[end] ?? 0) - (breaks.hang[end] ?? 0) - shrink;
      if (narrowest > this.rooms.widthOf(line) + slack) return true;
      a = breaks.next[end] ?? 0;
    }
    return false;
  }

  #firstLine(): number {
    const { breaks } = this.breaker.collector;
    let to = 0;
    while (to + 1 < breaks.count && !((breaks.flags[to] ?? 0) & breakFlag.forced)) to++;
    return fitInSequence(this.#sequence(), [-1, to], this.#rules(0))[0] ?? to;
  }

  /** Where the text after a break begins. */
  #placeAfter(at: number): FirstLineEnd | undefined {
    const { pieces, breaks } = this.breaker.collector;
    const next = breaks.next[at] ?? 0;
    if (next >= pieces.count) return undefined;
    const hyphen = ((breaks.flags[at] ?? 0) & breakFlag.hyphen) !== 0;
    return { item: pieces.item[next] ?? 0, offset: pieces.start[next] ?? 0, at, hyphen };
  }

  /** Breaks after `start`, which ends the line before `firstLine`. */
  #choose(start: number, firstLine: number): readonly number[] {
    if (this.#inSequence()) return this.#stretches(start, firstLine, true);
    for (;;) {
      const chosen = this.#stretches(start, firstLine, false);
      if (this.rooms.uniform) return chosen;
      const all = start < 0 ? chosen : [start, ...chosen];
      const agreed = this.rooms.agree(all.map((at, i) => this.#setLine(all[i - 1] ?? -1, at, i)));
      if (agreed === false) continue;
      if (agreed && !this.hasOverfull(all)) return chosen;
      // Estimates do not settle, or a line is too long beside its float: one line after the other, as ragged text.
      this.rooms.restart();
      if (firstLine > 0) this.#settleFirst(start);
      return this.#stretches(start, firstLine, true);
    }
  }

  #settleFirst(at: number): void {
    const { pieces, breaks } = this.breaker.collector;
    this.rooms.settle(0, neededAt(pieces, breaks, -1, at));
    this.rooms.advance(0, this.#setLine(-1, at, 0).height);
  }

  /** Lines that can only be set one after the other. */
  #inSequence(): boolean {
    const { textAlign, textWrap } = this.paragraph.style;
    const { pieces } = this.breaker.collector;
    const total = textAlign === 'justify' || textWrap === 'pretty' || textWrap === 'balance';
    return pieces.tabs || (!this.rooms.uniform && !total);
  }

  /** Each stretch between forced breaks is a paragraph of its own for the algorithms. */
  #stretches(start: number, firstLine: number, inSequence: boolean): readonly number[] {
    const { breaks } = this.breaker.collector;
    let chosen: readonly number[] = [];
    let from = start;
    for (let b = start + 1; b < breaks.count; b++) {
      if (!((breaks.flags[b] ?? 0) & breakFlag.forced)) continue;
      const line = firstLine + chosen.length;
      if (from !== start || start < 0) this.rooms.startStretch(line);
      const rules = this.#rules(line);
      const found = inSequence
        ? fitInSequence(this.#sequence(), [from, b], rules)
        : this.#fit(from, b, rules);
      chosen = chosen.length === 0 ? found : [...chosen, ...found];
      from = b;
    }
    return chosen;
  }

  #fit(from: number, to: number, rules: FitRules): readonly number[] {
    const { collector, fitter } = this.breaker;
    const { pieces, breaks } = collector;
    const { textWrap, textAlign } = this.paragraph.style;
    if (textWrap === 'balance') return fitBalanced(fitter, pieces, breaks, [from, to], rules);
    if (textAlign === 'justify' || textWrap === 'pretty') return fitter.fitTotally(from, to, rules);
    return fitFirst(pieces, breaks, [from, to], rules);
  }

  #rules(firstLine: number): FitRules {
    const { rooms, paragraph } = this;
    const { middle, last } = alignmentOf(paragraph.style);
    const { lineTolerance, riverCost, lastLineMin } = paragraph.style;
    const { space } = this.breaker.styleOf(paragraph.style);
    const length = (line: number): number => rooms.widthOf(line);
    const ragged = (): number => Math.max(raggedSpaces * space.width, raggedPart * length(firstLine + 1), 1);
    return {
      length,
      uniform: rooms.uniform,
      raggedStretch: middle === 'justify' ? 0 : ragged(),
      firstLine,
      fillsLast: last === 'justify' && middle === 'justify',
      tolerance: lineTolerance === 'auto' ? undefined : lineTolerance,
      lastLineMin: lastLineMin === 'auto' ? undefined : usedLength(lastLineMin, length(firstLine + 1)),
      riverCost: riverCost === 'auto' ? usualRiverCost : riverCost,
    };
  }

  #sequence(): Sequence {
    const { collector, styleOf } = this.breaker;
    const { pieces, breaks } = collector;
    const { items } = this.paragraph;
    return {
      pieces,
      breaks,
      rooms: this.rooms,
      heightOf: (from, at, line) => this.#height(from, at, line),
      setTabs: (from, x) => setTabs({ pieces, items, styleOf }, from, x),
    };
  }

  #setLine(start: number, at: number, line: number): SetLine {
    const { pieces, breaks } = this.breaker.collector;
    const from = start < 0 ? 0 : (breaks.next[start] ?? 0);
    return { needed: neededAt(pieces, breaks, start, at), height: this.#height(from, at, line) };
  }

  #height(from: number, at: number, line: number): number {
    if (this.rooms.uniform) return 0;
    const { breaks } = this.breaker.collector;
    const [to, hung] = [breaks.end[at] ?? 0, breaks.next[at] ?? 0];
    const { ascent, descent } = this.aligner.align({ from, to, hung, at, first: line === 0 });
    return ascent + descent;
  }
}
