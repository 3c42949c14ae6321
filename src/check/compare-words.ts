/**
 * How two lists of words differ: what was lost, added or moved, with positions. Myers, "An O(ND)
 * difference algorithm" (Algorithmica 1, 1986), greedy forward variant, between the common ends.
 */

export interface WordChange {
  readonly word: string;
  /** Index in the list that has it: expected for a lost word, actual for an added one. */
  readonly position: number;
}

export interface WordMove {
  readonly word: string;
  /** Index in the expected and in the actual list. */
  readonly from: number;
  readonly to: number;
}

export interface WordDifference {
  readonly lost: readonly WordChange[];
  readonly added: readonly WordChange[];
  /** Words that are in both lists, but not in the same order. */
  readonly moved: readonly WordMove[];
}

/**
 * Edits after which the search for the shortest difference is given up and the rest counts as replaced
 * (then matched by word): the trace grows by the square of it.
 */
const maxEdits = 3000;

/** Compares the words that should be there with those that are. */
export function compareWords(expected: readonly string[], actual: readonly string[]): WordDifference {
  let start = 0;
  while (start < expected.length && start < actual.length && expected[start] === actual[start]) start += 1;
  let tail = 0;
  const shorter = Math.min(expected.length, actual.length) - start;
  while (tail < shorter && expected[expected.length - 1 - tail] === actual[actual.length - 1 - tail])
    tail += 1;
  const a = expected.slice(start, expected.length - tail);
  const b = actual.slice(start, actual.length - tail);
  const kept = commonPairs(a, b);
  const keptA = new Set(kept.map(([i]) => i));
  const keptB = new Set(kept.map(([, j]) => j));
  const lost = a.flatMap((word, i) => (keptA.has(i) ? [] : [{ word, position: start + i }]));
  const added = b.flatMap((word, j) => (keptB.has(j) ? [] : [{ word, position: start + j }]));
  return pairMoves(lost, added);
}

/** A word both lost and added has moved. */
function pairMoves(lost: readonly WordChange[], added: readonly WordChange[]): WordDifference {
  const waiting = new Map<string, WordChange[]>();
  for (const change of added) {
    const list = waiting.get(change.word);
    if (list) list.push(change);
    else waiting.set(change.word, [change]);
  }
  const moved: WordMove[] = [];
  const gone: WordChange[] = [];
  const found = new Set<WordChange>();
  for (const change of lost) {
    const match = waiting.get(change.word)?.shift();
    if (!match) gone.push(change);
    else {
      found.add(match);
      moved.push({ word: change.word, from: change.position, to: match.position });
    }
  }
  return { lost: gone, added: added.filter((change) => !found.has(change)), moved };
}

/** Index pairs of a longest common subsequence. */
function commonPairs(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const limit = Math.min(a.length + b.length, maxEdits);
  const trace: Int32Array[] = [];
  // reach[k + limit]: the furthest x on diagonal k = x - y.
  const reach = new Int32Array(2 * limit + 2);
  for (let d = 0; d <= limit; d += 1) {
    // Only diagonals -d … d + 1 are in use: the rest need not be kept.
    trace.push(reach.slice(limit - d, limit + d + 2));
    for (let k = -d; k <= d; k += 2) {
      const at = k + limit;
      const down = k === -d || (k !== d && (reach[at - 1] ?? 0) < (reach[at + 1] ?? 0));
      let x = down ? (reach[at + 1] ?? 0) : (reach[at - 1] ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      reach[at] = x;
      if (x >= a.length && x - k >= b.length) return walkBack(trace, a.length, b.length);
    }
  }
  return [];
}

/** Goes back along the trace and collects the diagonal steps. */
function walkBack(
  trace: readonly Int32Array[],
  endX: number,
  endY: number,
): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  let [x, y] = [endX, endY];
  for (let d = trace.length - 1; d >= 0; d -= 1) {
    const reach = trace[d] ?? new Int32Array();
    const at = (k: number): number => reach[k + d] ?? 0;
    const k = x - y;
    const previous = k === -d || (k !== d && at(k - 1) < at(k + 1)) ? k + 1 : k - 1;
    const [fromX, fromY] = d === 0 ? [0, 0] : [at(previous), at(previous) - previous];
    while (x > fromX && y > fromY) {
      x -= 1;
      y -= 1;
      pairs.push([x, y]);
    }
    [x, y] = [fromX, fromY];
  }
  return pairs.toReversed();
}
