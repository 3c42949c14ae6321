/** Units of length (CSS Values 4 §6) in pt. */
import { millimetre } from '../document/units.js';
import type { ValueContext } from './value-reader.js';

/** pt of one absolute unit. */
const absoluteUnits: Readonly<Record<string, number>> = {
  pt: 1,
  mm: millimetre,
  cm: 72 / 2.54,
  in: 72,
  px: 0.75,
  pc: 12,
  q: 18 / 25.4,
};

/**
 * pt of one `unit` (in lower case), undefined for a unit that is no length. Only what the unit refers to is
 * looked at: a value that has looked at nothing is the same everywhere, and the viewport takes a page to find.
 */
export function ptOfUnit(unit: string, context: ValueContext): number | undefined {
  switch (unit) {
    case 'em':
      return context.fontSize;
    case 'rem':
      return context.rootFontSize;
    case 'ex':
      return context.ex;
    case 'ch':
      return context.ch;
    case 'lh':
      return context.lineHeight;
    case 'rlh':
      return context.rootLineHeight;
    case 'vw':
    case 'vi':
    case 'vh':
    case 'vb':
    case 'vmin':
    case 'vmax':
      return ptOfViewportUnit(unit, context.viewport);
    default:
      return Object.hasOwn(absoluteUnits, unit) ? absoluteUnits[unit] : undefined;
  }
}

function ptOfViewportUnit(
  unit: 'vw' | 'vi' | 'vh' | 'vb' | 'vmin' | 'vmax',
  { width, height }: ValueContext['viewport'],
): number {
  switch (unit) {
    case 'vw':
    case 'vi':
      return width / 100;
    case 'vh':
    case 'vb':
      return height / 100;
    case 'vmin':
      return Math.min(width, height) / 100;
    case 'vmax':
      return Math.max(width, height) / 100;
    default:
      return unit satisfies never;
  }
}
