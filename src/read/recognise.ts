/**
 * Blocks of a pasted article → what each of them is, how sure that is, and why. A linear chain: every
 * block gets for every type the sum of its rules, every pair of neighbours the cost of its order; the
 * best way through is found by Viterbi's algorithm, the confidence of a block is the share of all ways
 * that agree (the marginal of the forward–backward algorithm with scaling, Rabiner 1989, III.B and V.A).
 * Nothing is dropped: every block comes out once, in order.
 */
import type { BlockType } from '../document/publication.js';
import type { Measure } from './measure.js';
import { startCost, states, step, type Phase } from './phases.js';
import type { Reason } from '../document/reasons.js';
import { rules, type Rule } from './rules.js';

/** A block with what it was taken for. */
export interface Recognised {
  readonly measure: Measure;
  readonly type: BlockType;
  /** The part of the article it stands in. */
  readonly phase: Phase;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reasons: readonly Reason[];
  /** The shares of all types that have any, the largest first. */
  readonly shares: readonly (readonly [type: BlockType, share: number])[];
}

const count = states.length;
const types = [...new Set(states.map((state) => state.type))];
/** The index of each state's type. */
const typeAt = Uint8Array.from(states, (state) => types.indexOf(state.type));
const rulesOf: readonly (readonly Rule[])[] = types.map((type) => rules.filter((rule) => rule.type === type));

/** Log-odds of the steps from state to state, row by row, and their odds. */
const steps = Float64Array.from(states.flatMap((from) => states.map((to) => step(from, to))));
const odds = steps.map(Math.exp);
const starts = Float64Array.from(states, (state) => -startCost(state));

/** Decides the type of every block. */
export function recognise(measures: readonly Measure[]): readonly Recognised[] {
  if (measures.length === 0) return [];
  const scores = measures.map(scoresOf);
  const path = bestPath(scores);
  const shares = marginals(scores);
  return measures.map((measure, at) => {
    const { phase, type } = states[path[at] ?? 0] ?? { phase: 'body', type: 'p' };
    const all = typeShares(shares[at] ?? new Float64Array());
    // The type counts, in whatever part of the article.
    const own = all.find(([other]) => other === type)?.[1] ?? 0;
    const confidence = Math.round(Math.min(1, own) * 100) / 100;
    return { measure, phase, type, confidence, reasons: reasonsFor(measure, type), shares: all };
  });
}

/** The sum of the rules of every type. */
function scoresOf(measure: Measure): Float64Array {
  const scores = new Float64Array(types.length);
  rulesOf.forEach((own, type) => {
    let sum = 0;
    for (const rule of own) if (rule.holds(measure)) sum += rule.weight;
    scores[type] = sum;
  });
  return scores;
}

/** The three strongest reasons that speak for a type. */
function reasonsFor(measure: Measure, type: BlockType): readonly Reason[] {
  const found = (rulesOf[types.indexOf(type)] ?? [])
    .filter((rule) => rule.reason !== undefined && rule.holds(measure))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 3)
    .flatMap((rule) => rule.reason ?? []);
  return found.length > 0 ? found : ['by-place'];
}

function typeShares(own: Float64Array): readonly (readonly [BlockType, number])[] {
  const sums = new Float64Array(types.length);
  own.forEach((share, s) => (sums[typeAt[s] ?? 0] = (sums[typeAt[s] ?? 0] ?? 0) + share));
  return types
    .map((type, at) => [type, sums[at] ?? 0] as const)
    .filter(([, share]) => share >= 0.005)
    .sort(([, a], [, b]) => b - a);
}

/** Viterbi: the state of each block on the best way. */
function bestPath(scores: readonly Float64Array[]): readonly number[] {
  const back: Uint8Array[] = [];
  let best = starts.map((start, s) => start + at(scores[0], typeAt[s]));
  for (const own of scores.slice(1)) {
    const from = new Uint8Array(count);
    const next = new Float64Array(count).fill(-Infinity);
    for (let s = 0; s < count; s++) {
      const value = at(best, s);
      if (value === -Infinity) continue;
      for (let to = 0; to < count; to++) {
        const sum = value + at(steps, s * count + to);
        if (sum > at(next, to)) [next[to], from[to]] = [sum, s];
      }
    }
    back.push(from);
    best = next.map((value, to) => value + at(own, typeAt[to]));
  }
  const backwards = [best.indexOf(best.reduce((most, value) => Math.max(most, value), -Infinity))];
  for (const from of back.reverse()) backwards.push(at(from, backwards.at(-1)));
  return backwards.reverse();
}

/** Forward–backward: for each block the share of each state; every step is scaled to sums of 1. */
function marginals(scores: readonly Float64Array[]): readonly Float64Array[] {
  const weights = scores.map(weightsOf);
  const forward: Float64Array[] = [];
  for (const own of weights) {
    const last = forward.at(-1);
    const sums = last ? forwards(last) : starts.map(Math.exp);
    forward.push(scaled(sums.map((value, s) => value * at(own, s))));
  }
  let backward: Float64Array = new Float64Array(count).fill(1);
  const backwards: Float64Array[] = [];
  for (let block = weights.length - 1; block >= 0; block--) {
    const own = backward;
    backwards.push(scaled((forward[block] ?? own).map((value, s) => value * at(own, s))));
    const behind = own.map((value, s) => value * at(weights[block], s));
    backward = scaled(own.map((_, s) => sumOfSteps(s, behind)));
  }
  return backwards.reverse();
}

/** The odds of the states of a block by its scores alone, the largest 1. */
function weightsOf(scores: Float64Array): Float64Array {
  const most = scores.reduce((a, b) => Math.max(a, b), -Infinity);
  return Float64Array.from(typeAt, (type) => Math.exp(at(scores, type) - most));
}

function forwards(last: Float64Array): Float64Array {
  const sums = new Float64Array(count);
  for (let s = 0; s < count; s++) {
    const value = at(last, s);
    if (value === 0) continue;
    for (let to = 0; to < count; to++) sums[to] = at(sums, to) + value * at(odds, s * count + to);
  }
  return sums;
}

function sumOfSteps(from: number, behind: Float64Array): number {
  let sum = 0;
  for (let to = 0; to < count; to++) sum += at(odds, from * count + to) * at(behind, to);
  return sum;
}

function scaled(values: Float64Array): Float64Array {
  let sum = 0;
  for (const value of values) sum += value;
  return sum > 0 ? values.map((value) => value / sum) : values;
}

/** A number of a typed array; every index that is asked for is there. */
function at(values: Float64Array | Uint8Array | undefined, index: number | undefined): number {
  return values?.[index ?? 0] ?? 0;
}
