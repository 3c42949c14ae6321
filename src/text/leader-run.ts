/** What fills a leader. Comes in: a leader and its place. Goes out: a run of its pattern, again and again. */
import type { InlineLeader } from '../document/inline.js';
import type { OpenRun } from './open-run.js';
import type { FontWord } from './shape-word.js';
import { leaderPattern, type TextStyle } from './text-style.js';

/** Where a leader stands: its piece, its left end and width on the line and how far it is raised, pt. */
interface LeaderPlace {
  readonly piece: number;
  readonly x: number;
  readonly width: number;
  readonly rise: number;
}

/** As many patterns as fit, the last at the right end, so that leaders of several lines stand in columns. */
export function leaderRun(item: InlineLeader, style: TextStyle, place: LeaderPlace): OpenRun | undefined {
  const { piece, x, width, rise } = place;
  const { words, width: step } = leaderPattern(style, item.pattern);
  const count = step > 0 ? Math.floor((width + 1e-6) / step) : 0;
  // A pattern of two faces cannot be one run; only its first face repeats.
  const face = words[0]?.face;
  if (count === 0 || !face) return undefined;
  const own = words.filter((word) => word.face === face);
  const repeated: FontWord[] = [];
  for (let i = 0; i < count; i++) for (const word of own) repeated.push(word);
  return {
    item,
    look: item.style,
    face,
    words: repeated,
    from: piece,
    to: piece,
    x: x + width - count * step,
    rise,
    width: count * step,
    letterSpacing: item.style.letterSpacing,
    wordSpacing: 0,
    start: -1,
    end: -1,
  };
}
