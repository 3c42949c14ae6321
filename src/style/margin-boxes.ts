/** The names of the sixteen page-margin boxes (CSS Page 3 §5.1), clockwise from the top left corner, and of ours. */
import type { MarginBoxName } from '../document/style.js';

export const marginBoxNames: readonly MarginBoxName[] = [
  'top-left-corner',
  'top-left',
  'top-center',
  'top-right',
  'top-right-corner',
  'right-top',
  'right-middle',
  'right-bottom',
  'bottom-right-corner',
  'bottom-right',
  'bottom-center',
  'bottom-left',
  'bottom-left-corner',
  'left-bottom',
  'left-middle',
  'left-top',
  '-anpham-slug',
];

export function isMarginBoxName(name: string): name is MarginBoxName {
  return marginBoxNames.some((known) => known === name);
}
