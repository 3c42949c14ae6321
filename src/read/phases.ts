/**
 * The order of an article: its parts, the types of block that each may hold, and what it costs to go from
 * one block to the next. Costs are log-odds; what is not listed cannot be.
 */
import type { BlockType } from '../document/publication.js';

/** The parts of an article in their order; a type may stand in some of them. */
export const phases = ['head', 'title', 'under', 'lead', 'body', 'letter', 'talk', 'tail'] as const;
export type Phase = (typeof phases)[number];

export const typesOf: Readonly<Record<Phase, readonly BlockType[]>> = {
  head: ['date', 'junk', 'section', 'kicker', 'imagefile', 'caption', 'related'],
  title: ['title'],
  under: ['date', 'junk', 'section', 'byline', 'source', 'imagefile', 'caption', 'related'],
  lead: ['lead'],
  body: [
    'p',
    'caption',
    'subhead',
    'mixed',
    'date',
    'junk',
    'imagefile',
    'list',
    'listhead',
    'verse',
    'box',
    'related',
  ],
  // A letter or document that the article quotes, from its place and day to its signature.
  letter: ['letterdate', 'letter', 'signature', 'caption', 'imagefile'],
  // An interview, from its first question.
  talk: ['question', 'answer', 'caption', 'imagefile', 'subhead', 'junk', 'related'],
  tail: ['byline', 'source', 'date', 'junk', 'imagefile', 'caption', 'box', 'related'],
};

/** What it costs to go from one part to another. */
const order: Readonly<Record<Phase | 'start', Partial<Record<Phase, number>>>> = {
  start: { head: 0, title: 0, lead: 3, body: 5, letter: 5, talk: 5 },
  head: { head: 0, title: 0, lead: 3, body: 4, letter: 4, talk: 4 },
  title: { under: 0.5, lead: 0, body: 2, letter: 2, talk: 2, tail: 3 },
  under: { under: 0.5, lead: 0, body: 2, letter: 2, talk: 2 },
  lead: { body: 0, letter: 1, talk: 1, tail: 1 },
  body: { body: 0, letter: 1, talk: 1, tail: 0 },
  letter: { letter: 0, body: 0.5, tail: 0 },
  talk: { talk: 0, body: 2.5, tail: 0 },
  // A closing paragraph may stand behind the byline.
  tail: { tail: 0, body: 4 },
};

/** A part of the article and a type of block in it. */
export interface State {
  readonly phase: Phase;
  readonly type: BlockType;
}

export const states: readonly State[] = phases.flatMap((phase) =>
  typesOf[phase].map((type) => ({ phase, type })),
);

/** What it costs to begin with a state. */
export function startCost(state: State): number {
  return order.start[state.phase] ?? Infinity;
}

/** Log-odds of one state right behind another; minus infinity where that cannot be. */
export function step(from: State, to: State): number {
  const cost = order[from.phase][to.phase];
  return cost === undefined ? -Infinity : neighbours(from.type, to.type) + borders(from, to) - cost;
}

/** What a type gains or loses by the one before it. */
function neighbours(before: BlockType, type: BlockType): number {
  if (before === type) return byItself[type] ?? 0;
  if (type === 'caption' && before === 'imagefile') return 1.5;
  if (type === 'list' && before === 'listhead') return 2;
  if (type === 'answer' && before === 'question') return 2;
  return 0;
}

/** What a type gains or loses below another block of it. */
const byItself: Partial<Record<BlockType, number>> = {
  caption: 0.5,
  list: 1.5,
  verse: 1,
  answer: 0.5,
  letter: 0.5,
  signature: 0.5,
  related: 0.5,
  subhead: -1.5,
  byline: -1,
  question: -2,
};

/** Where the parts that are quoted or set apart may begin and end. */
function borders(from: State, to: State): number {
  if (from.phase === to.phase) return to.type === 'letterdate' && from.type === 'letter' ? -1 : 0;
  if (to.phase === 'letter') return to.type === 'letterdate' ? 0 : to.type === 'letter' ? -2.5 : -8;
  if (from.phase === 'letter') return from.type === 'signature' ? 0 : -2.5;
  if (to.phase === 'talk') return to.type === 'question' ? 0 : -8;
  if (to.phase === 'tail')
    return to.type === 'box' ? -8 : to.type === 'byline' || to.type === 'source' ? 0 : -2;
  return 0;
}
