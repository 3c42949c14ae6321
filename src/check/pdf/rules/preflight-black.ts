/**
 * Preflight of blacks: text that is meant as black or grey needs black ink alone, and black with other inks
 * must be so large that nobody sees when the plates do not meet. Only for what will be printed in inks: in a
 * file of which that is not known, black of RGB is as good as any.
 */
import { diagnostic, type Diagnostic } from '../../../diagnostic.js';
import type { Paint } from '../graphics-state.js';
import type { Painted } from '../painted.js';
import type { PdfContents } from '../read-pdf.js';
import type { PrintedPage } from './printed-page.js';
import { at, excerpt } from './report.js';

/** Blacks of one page. Under `richFrom` pt nothing may be in black and other inks. */
export function checkBlack(
  contents: PdfContents,
  { page, shows, painted }: PrintedPage,
  richFrom: number,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const large = ({ fill, em }: PrintedPage['shows'][number]): boolean =>
    isRich(fill) && em >= richFrom - slack;
  const wrong = shows.filter((show) => isFalseBlack(show.fill) && !large(show));
  const first = wrong[0];
  if (first) {
    const color = `${first.fill.space} ${percents(first.fill)}`;
    const values = { page: page.number, text: excerpt(first.text), color, count: wrong.length };
    found.push(diagnostic('CHECK-TEXT-NOT-K', values, at(contents)));
  }
  const blurred = [
    ...shows.flatMap(({ fill, em }) => (isFalseBlack(fill) ? [] : [{ paint: fill, size: em }])),
    ...painted.flatMap(sizesOf),
  ].filter(({ paint, size }) => isRich(paint) && size < richFrom - slack);
  const least = blurred.toSorted((a, b) => a.size - b.size)[0];
  if (least) {
    const size = Math.round(least.size * 10) / 10;
    const values = {
      page: page.number,
      size,
      least: richFrom,
      color: percents(least.paint),
      count: blurred.length,
    };
    found.push(diagnostic('CHECK-RICH-BLACK', values, at(contents)));
  }
  return found;
}

/** Rounding of sizes, pt. */
const slack = 0.01;

const percents = ({ values }: Paint): string => values.map((value) => Math.round(value * 100)).join(' ');

/** The colours of a path, each with how thick what it paints is. */
function sizesOf(item: Painted): readonly { readonly paint: Paint; readonly size: number }[] {
  if (item.type !== 'path') return [];
  const { fill, stroke, lineWidth, thinnest } = item;
  return [
    ...(stroke ? [{ paint: stroke, size: lineWidth }] : []),
    ...(fill && !stroke ? [{ paint: fill, size: thinnest }] : []),
  ];
}

/** Black ink as good as full, with others. */
function isRich({ space, values }: Paint): boolean {
  const [c = 0, m = 0, y = 0, k = 0] = values;
  return space === 'cmyk' && k >= 0.9 && c + m + y >= 0.05;
}

/** How far the components of a grey may lie apart; brand blacks like #1a1a2e are still meant as black. */
const greySpread = 0.12;

/**
 * A black or grey that is not made of black ink alone: neutral RGB but white (it turns into four inks),
 * or CMYK whose three colours together make a grey. A real colour is the designer's choice.
 */
function isFalseBlack({ space, values }: Paint): boolean {
  const colours = values.slice(0, 3);
  const spread = Math.max(...colours) - Math.min(...colours);
  if (space === 'rgb') return spread <= greySpread && Math.min(...colours) < 0.98;
  // Cyan carries more of a press's grey than magenta and yellow do: a wider spread is still neutral.
  if (space === 'cmyk') return Math.min(...colours) > 0.02 && spread <= 2 * greySpread;
  return false;
}
