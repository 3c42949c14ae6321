/** Arrays of numbers that have become too short: what stands in one goes into a longer one. */

/** `to`, which is longer, with the numbers of `from`. */
export function longer<T extends { set(from: T): void }>(from: T, to: T): T {
  to.set(from);
  return to;
}
