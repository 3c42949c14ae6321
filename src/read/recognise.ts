/**
 * Blocks of a pasted article → what each of them is, how sure that is, and why. A linear chain: every
 * block gets for every type the sum of its rules, every pair of neighbours the cost of its order; the
 * best way through is found by Viterbi's algorithm, the confidence of a block is the share of all ways
 * that agree (the marginal of the forward–backward algorithm, Rabiner 1989, III.B). Nothing is dropped:
 * every block comes out once, in order.
 */
import type { BlockType } from '../document/publication.js';
import type { Measure } from './measure.js';
import { neighbours, order, phases, rules, typesOf, type Phase } from './rules.js';

/** A block with what it was taken for. */
export interface Recognised {
  readonly measure: Measure;
  readonly type: BlockType;
  /** The part of the article it stands in. */
  readonly phase: Phase;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: string;
}

interface State {
  readonly phase: Phase;
  readonly type: BlockType;
}

const states: readonly State[] = phases.flatMap((phase) => typesOf[phase].map((type) => ({ phase, type })));

/** Log-odds of every step between states; minus infinity where there is none. */
const steps: readonly (readonly number[])[] = states.map((from) =>
  states.map((to) => {
    const cost = order[from.phase][to.phase];
    return cost === undefined ? -Infinity : neighbours(from.type, to.type) - cost;
  }),
);
const starts: readonly number[] = states.map((state) => -(order.start[state.phase] ?? Infinity));

/** Decides the type of every block. */
export function recognise(measures: readonly Measure[]): readonly Recognised[] {
  if (measures.length === 0) return [];
  const scores = measures.map((measure) => states.map((state) => score(measure, state.type)));
  const path = bestPath(scores);
  const shares = marginals(scores);
  return measures.map((measure, at) => {
    const state = states[path[at] ?? 0] ?? { phase: 'body', type: 'p' };
    // The type counts, in whatever part of the article.
    const agreeing = states.map((other, s) => (other.type === state.type ? (shares[at]?.[s] ?? 0) : 0));
    const confidence = Math.round(Math.min(1, sum(agreeing)) * 100) / 100;
    return { measure, ...state, confidence, reason: reasonFor(measure, state.type) };
  });
}

function score(measure: Measure, type: BlockType): number {
  return sum(rules.filter((rule) => rule.type === type && rule.holds(measure)).map((rule) => rule.weight));
}

/** The three strongest reasons that speak for a type. */
function reasonFor(measure: Measure, type: BlockType): string {
  const reasons = rules
    .filter((rule) => rule.type === type && rule.reason !== undefined && rule.holds(measure))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 3)
    .map((rule) => rule.reason);
  return reasons.length > 0 ? reasons.join('; ') : 'by its place; nothing else fits better';
}

/** Viterbi: the state of each block on the best way. */
function bestPath(scores: readonly (readonly number[])[]): readonly number[] {
  const back: number[][] = [];
  let best = states.map((_, s) => (starts[s] ?? 0) + (scores[0]?.[s] ?? 0));
  for (const own of scores.slice(1)) {
    const from = states.map((_, to) => indexOfMax(best.map((value, s) => value + (steps[s]?.[to] ?? 0))));
    back.push(from);
    best = from.map((s, to) => (best[s] ?? 0) + (steps[s]?.[to] ?? 0) + (own[to] ?? 0));
  }
  const backwards = [indexOfMax(best)];
  for (const from of back.reverse()) backwards.push(from[backwards.at(-1) ?? 0] ?? 0);
  return backwards.reverse();
}

/** Forward–backward in log space: for each block the share of each state. */
function marginals(scores: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const forward: number[][] = [];
  for (const own of scores) {
    const last = forward.at(-1);
    forward.push(
      states.map((_, to) => {
        const into = last ? logSum(last.map((value, s) => value + (steps[s]?.[to] ?? 0))) : (starts[to] ?? 0);
        return into + (own[to] ?? 0);
      }),
    );
  }
  let backward = states.map(() => 0);
  const backwards: number[][] = [];
  for (let at = scores.length - 1; at >= 0; at--) {
    const joint = (forward[at] ?? []).map((value, s) => value + (backward[s] ?? 0));
    const total = logSum(joint);
    backwards.push(joint.map((value) => Math.exp(value - total)));
    const behind = backward.map((value, s) => value + (scores[at]?.[s] ?? 0));
    backward = states.map((_, s) => logSum(behind.map((value, to) => value + (steps[s]?.[to] ?? 0))));
  }
  return backwards.reverse();
}

function logSum(values: readonly number[]): number {
  const most = Math.max(...values);
  return most === -Infinity ? most : most + Math.log(sum(values.map((value) => Math.exp(value - most))));
}

function indexOfMax(values: readonly number[]): number {
  return values.reduce((best, value, at) => (value > (values[best] ?? -Infinity) ? at : best), 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
