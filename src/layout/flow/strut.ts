/** Adjoining margins before they are set (CSS 2.2, 8.3.1): the largest positive and the least negative one, pt. */
export interface Strut {
  readonly positive: number;
  readonly negative: number;
}

export const noMargin: Strut = { positive: 0, negative: 0 };

export function margin(size: number): Strut {
  return size >= 0 ? { positive: size, negative: 0 } : { positive: 0, negative: size };
}

export function collapse(a: Strut, b: Strut): Strut {
  if (a === noMargin) return b;
  if (b === noMargin) return a;
  return { positive: Math.max(a.positive, b.positive), negative: Math.min(a.negative, b.negative) };
}

/** What collapsed margins come to, pt. */
export function extentOf(strut: Strut): number {
  return strut.positive + strut.negative;
}
