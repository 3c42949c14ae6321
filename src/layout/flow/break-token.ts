/** Break tokens, where a flow goes on after a break: how they are made, and whether two say the same. */
import type { LinesRest } from './lines-rest.js';
import type { BreakToken } from './space.js';

type TokenParts = Pick<BreakToken, 'index' | 'consumed' | 'forced'> & Partial<BreakToken>;

/** A token in the one shape that all have, whatever is left out. */
export function breakToken(parts: TokenParts): BreakToken {
  return {
    index: parts.index,
    child: parts.child,
    lines: parts.lines,
    consumed: parts.consumed,
    forced: parts.forced,
    ended: parts.ended === true,
    beside: parts.beside,
    positioned: parts.positioned,
    columnFloats: parts.columnFloats,
    spanner: parts.spanner,
    cells: parts.cells,
  };
}

/** The token of a paragraph: the line to go on with. */
export function linesToken(index: number, lines: LinesRest): BreakToken {
  return breakToken({ index, lines, consumed: 0, forced: false });
}

type Token = BreakToken | 'done' | undefined;

export function sameToken(a: Token, b: Token): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined || a === 'done' || b === 'done') return false;
  return (
    a.index === b.index &&
    a.consumed === b.consumed &&
    a.forced === b.forced &&
    a.ended === b.ended &&
    sameToken(a.child, b.child) &&
    a.lines?.box === b.lines?.box &&
    a.lines?.width === b.lines?.width &&
    a.lines?.indent === b.lines?.indent &&
    sameList(
      a.beside ?? [],
      b.beside ?? [],
      (one, other) => one.box === other?.box && sameToken(one.token, other.token),
    ) &&
    sameList(
      a.positioned ?? [],
      b.positioned ?? [],
      (one, other) =>
        one.box === other?.box && one.x === other.x && one.y === other.y && sameToken(one.token, other.token),
    ) &&
    sameList(a.columnFloats ?? [], b.columnFloats ?? [], (one, other) => one.box === other?.box) &&
    a.spanner?.box === b.spanner?.box &&
    sameToken(a.spanner?.token, b.spanner?.token) &&
    sameList(a.cells ?? [], b.cells ?? [], sameToken)
  );
}

export function sameList<T>(
  a: readonly T[],
  b: readonly T[],
  same: (one: T, other: T | undefined) => boolean,
): boolean {
  return a === b || (a.length === b.length && a.every((one, i) => same(one, b[i])));
}
