/** Colours of a page as screens show them: what the SVG of a page and the pages of an ebook are painted in. */
import type { Color } from './style.js';

/** `#rrggbb`. CMYK shows its fallback, or the plain conversion (1 − ink)(1 − black) of CSS Color 5, 7.3. */
export function hexColour(color: Color): string {
  const { r, g, b } = toRgb(color);
  return `#${[r, g, b].map(hexByte).join('')}`;
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
