/**
 * The one place where numbers and colours of a page become SVG text, so that the same page gives the
 * same bytes whatever the order of the arithmetic that made it.
 */
import { hexColour } from '../document/hex-colour.js';
import type { Color } from '../document/style.js';

/** Decimals kept: 0.001 pt is a third of a micrometre, far below any device. */
const decimals = 3;

/** A length, coordinate or opacity, rounded, without trailing zeros and without a minus before zero. */
export function number(value: number): string {
  const rounded = Number(value.toFixed(decimals));
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

/** `fill="…"` or `stroke="…"`, with its opacity when it is not opaque. */
export function paint(attribute: 'fill' | 'stroke', color: Color): string {
  const opacity = color.alpha < 1 ? ` ${attribute}-opacity="${number(color.alpha)}"` : '';
  return `${attribute}="${hexColour(color)}"${opacity}`;
}
