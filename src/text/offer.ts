/** Breaks that stand where there is no blank: beside an atom, at `<wbr>`, at an author's mark. */
import { breakFlag } from './breaks.js';

/** A break that needs no blank. */
export interface Offer {
  readonly cost: number;
  readonly flags: number;
  /** Beside an atom: not even a no-break space takes it away. */
  readonly atom: boolean;
}

/** Beside an atom. */
export const besideAtom: Offer = { cost: 0, flags: breakFlag.none, atom: true };
/** For nothing. */
export const freeOffer: Offer = { cost: 0, flags: breakFlag.none, atom: false };
