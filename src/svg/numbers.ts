/**
 * The one place where numbers and colours of a page become SVG text, so that the same page gives the
 * same bytes whatever the order of the arithmetic that made it.
 */
import type { Color } from '../document/style.js';

/** Decimals kept: 0.001 pt is a third of a micrometre, far below any device. */
const decimals = 3;

/** A length, coordinate or opacity, rounded, without trailing zeros and without a minus before zero. */
export function number(value: number): string {
  const rounded = Number(value.toFixed(decimals));
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

/** `#rrggbb`. CMYK shows its fallback, or the plain conversion (1 − ink)(1 − black) of CSS Color 5, 7.3. */
export function hexColour(color: Color): string {
  const { r, g, b } = toRgb(color);
  return `#${[r, g, b].map(hexByte).join('')}`;
}

/** `fill="…"` or `stroke="…"`, with its opacity when it is not opaque. */
export function paint(attribute: 'fill' | 'stroke', color: Color): string {
  const opacity = color.alpha < 1 ? ` ${attribute}-opacity="${number(color.alpha)}"` : '';
  return `${attribute}="${hexColour(color)}"${opacity}`;
}

function toRgb(color: Color): { r: number; g: number; b: number } {
  if (color.space === 'rgb') return color;
  if (color.fallback) return color.fallback;
  const channel = (ink: number): number => (1 - ink) * (1 - color.k);
  return { r: channel(color.c), g: channel(color.m), b: channel(color.y) };
}

function hexByte(component: number): string {
  const byte = Math.round(Math.min(1, Math.max(0, component)) * 255);
  return byte.toString(16).padStart(2, '0');
}
