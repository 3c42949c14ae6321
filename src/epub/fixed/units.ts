/** Points of the page as CSS pixels of the ebook, rounded in one place: the same page gives the same bytes. */

/** CSS pixels of a point. */
export const pixelsPerPoint = 4 / 3;

/** A length of the page (pt) in CSS pixels, as CSS writes it. */
export function pixels(points: number, digits = 2): string {
  return `${decimal(points * pixelsPerPoint, digits)}px`;
}

/** A number with so many decimals at most, without minus before zero. */
export function decimal(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)) + 0);
}
