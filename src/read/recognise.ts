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

/** The steps that can be, by the state they lead to: log-odds and odds. */
interface Steps {
  readonly from: Uint8Array;
  readonly logs: Float64Array;
  readonly odds: Float64Array;
}
const stepsTo: readonly Steps[] = states.map((to) => {
  const able = states.map((from, s) => [s, step(from, to)] as const).filter(([, log]) => log > -Infinity);
  const logs = Float64Array.from(able, ([, log]) => log);
  return { from: Uint8Array.from(able, ([s]) => s), logs, odds: logs.map(Math.exp) };
});
const starts = Float64Array.from(states, (state) => -startCost(state));

/** More than all rules together: what the file says of a block. It stands even where nothing else can be. */
const certainly = 60;

/** Decides the type of every block. */
export function recognise(measures: readonly Measure[]): readonly Recognised[] {
  if (measures.length === 0) return [];
  const scores = measures.map(scoresOf);
  const path = bestPath(scores);
  const shares = marginals(scores);
  return measures.map((measure, at) => {
    const state = states[path[at] ?? 0];
    const phase = state?.phase ?? 'body';
    const { given } = measure.block;
    if (given) return { measure, phase, type: given, confidence: 1, reasons: [], shares: [[given, 1]] };
    const type = state?.type ?? 'p';
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
    scores[type] = sum + (types[type] === measure.block.given ? certainly : 0);
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
  let best: Float64Array = starts.map((start, s) => start + at(scores[0], typeAt[s]));
  for (let block = 1; block < scores.length; block++) {
    const from = new Uint8Array(count);
    const next = new Float64Array(count);
    stepsTo.forEach((steps, to) => {
      let [most, by] = [-Infinity, 0];
      for (let k = 0; k < steps.from.length; k++) {
        const sum = at(best, steps.from[k]) + at(steps.logs, k);
        if (sum <= most) continue;
        most = sum;
        by = at(steps.from, k);
      }
      from[to] = by;
      next[to] = most + at(scores[block], typeAt[to]);
    });
    back.push(from);
    best = next;
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
    forward.push(scaled(last ? forwards(last) : starts.map(Math.exp), own));
  }
  let backward: Float64Array = new Float64Array(count).fill(1);
  const backwards: Float64Array[] = [];
  for (let block = weights.length - 1; block >= 0; block--) {
    backwards.push(scaled((forward[block] ?? backward).slice(), backward));
    backward = scaled(behind(backward, weights[block] ?? backward));
  }
  return backwards.reverse();
}

/** The odds of the states of a block by its scores alone, the largest 1. */
function weightsOf(scores: Float64Array): Float64Array {
  let most = -Infinity;
  for (const score of scores) if (score > most) most = score;
  const odds = scores.map((score) => Math.exp(score - most));
  const weights = new Float64Array(count);
  for (let s = 0; s < count; s++) weights[s] = at(odds, typeAt[s]);
  return weights;
}

/** One step on: the shares of the states before their own weights. */
function forwards(last: Float64Array): Float64Array {
  const sums = new Float64Array(count);
  stepsTo.forEach(({ from, odds }, to) => {
    let sum = 0;
    for (let k = 0; k < from.length; k++) sum += at(last, from[k]) * at(odds, k);
    sums[to] = sum;
  });
  return sums;
}

/** One step back: what the states lead to. */
function behind(backward: Float64Array, own: Float64Array): Float64Array {
  const sums = new Float64Array(count);
  stepsTo.forEach(({ from, odds }, to) => {
    const value = at(backward, to) * at(own, to);
    for (let k = 0; k < from.length; k++) {
      const s = at(from, k);
      sums[s] = at(sums, s) + value * at(odds, k);
    }
  });
  return sums;
}

/** The values, times those of `by`, scaled to a sum of 1 in place. */
function scaled(values: Float64Array, by?: Float64Array): Float64Array {
  let sum = 0;
  for (let s = 0; s < values.length; s++) {
    const value = at(values, s) * (by ? at(by, s) : 1);
    values[s] = value;
    sum += value;
  }
  if (sum > 0) for (let s = 0; s < values.length; s++) values[s] = at(values, s) / sum;
  return values;
}

/** A number of a typed array; every index that is asked for is there. */
function at(values: Float64Array | Uint8Array | undefined, index: number | undefined): number {
  return values?.[index ?? 0] ?? 0;
}
