/** Where and why a flow ended before its last child: what becomes a break token of its container. */
import type { Appeal, BreakToken, Stop } from './space.js';

const full: Stop = { type: 'full' };

export interface Ended {
  readonly index: number;
  readonly child: BreakToken | undefined;
  readonly spanner: BreakToken['spanner'];
  readonly columnFloats: BreakToken['columnFloats'];
  /** The flow itself has come to its end: only parallel flows go on. */
  readonly parallel: 'any' | 'positioned' | undefined;
  readonly stop: Stop;
  readonly appeal: Appeal;
}

type EndParts = Pick<Ended, 'index' | 'appeal'> &
  Partial<Omit<Ended, 'stop'>> & {
    readonly stop?: Stop | undefined;
  };

/** The end of a flow, for want of room if no other reason is given. */
export function endedAt(parts: EndParts): Ended {
  return {
    index: parts.index,
    child: parts.child,
    spanner: parts.spanner,
    columnFloats: parts.columnFloats,
    parallel: parts.parallel,
    stop: parts.stop ?? full,
    appeal: parts.appeal,
  };
}
