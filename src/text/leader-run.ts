/** What fills a leader. Comes in: a leader and its place. Goes out: a run of its pattern, again and again. */
import type { InlineLeader } from '../document/inline.js';
import { noWords, type OpenRun } from './open-run.js';
import { leaderPattern, type TextStyle } from './text-style.js';

/** Where a leader stands: its left end and width on the line and how far it is raised, pt. */
interface LeaderPlace {
  readonly x: number;
  readonly width: number;
  readonly rise: number;
}

/** As many patterns as fit, the last at the right end, so that leaders of several lines stand in columns. */
export function leaderRun(
  item: InlineLeader,
  style: TextStyle,
  { x, width, rise }: LeaderPlace,
): { readonly run: OpenRun; readonly numbers: number[] } | undefined {
  const { words, width: step } = leaderPattern(style, item.pattern);
  const count = step > 0 ? Math.floor((width + 1e-6) / step) : 0;
  // A pattern of two faces cannot be one run; only its first face repeats.
  const face = words[0]?.face;
  if (count === 0 || !face) return undefined;
  const own = words.filter((word) => word.face === face);
  const numbers: number[] = [];
  for (let i = 0; i < count; i++) for (const word of own) numbers.push(word.number);
  const { fontSize, color, letterSpacing, textDecorations, language, fontFeatures } = item.style;
  const run = {
    numbers: noWords,
    face,
    size: fontSize,
    color,
    letterSpacing,
    wordSpacing: 0,
    x: x + width - count * step,
    rise,
    width: count * step,
    decorations: textDecorations,
    language,
    features: fontFeatures,
    leader: true,
    origin: 'generated',
    tag: item.tag,
    source: undefined,
  } as const;
  return { run, numbers };
}
