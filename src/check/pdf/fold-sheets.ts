/**
 * The pages of a file as they are read: of sheets that are to be folded once and laid into one another, the
 * halves in the order of the folded booklet. In: what the pages of the file show; out: strings, page by page.
 */
import { boxOf } from './pages.js';
import type { PageContent, TextShow } from './read-content.js';
import type { PdfContents } from './read-pdf.js';

/** The strings of each page in reading order. */
export function readingPages(contents: PdfContents): readonly (readonly TextShow[])[] {
  const { pages } = contents;
  return isBooklet(contents) ? foldSheets(pages, contents) : pages.map(({ shows }) => shows);
}

/** Sheets printed on both sides and turned over their short edge (ISO 32000-1, table 150), two sides each. */
function isBooklet({ file, pages }: PdfContents): boolean {
  const preferences = file.dict(file.catalog.raw('ViewerPreferences'));
  const duplex = preferences && file.nameOf(preferences.raw('Duplex'));
  return duplex === 'DuplexFlipShortEdge' && pages.length % 2 === 0;
}

/**
 * Folds the sheets, the first outermost. In the folded booklet one leafs through the right halves of all fronts
 * and left halves of all backs to the middle, and then outwards through the others.
 */
function foldSheets(sides: readonly PageContent[], { file }: PdfContents): readonly (readonly TextShow[])[] {
  const inwards: (readonly TextShow[])[] = [];
  const outwards: (readonly TextShow[])[] = [];
  sides.forEach(({ page, shows }, index) => {
    const [left, , right] = boxOf(file, page, 'TrimBox') ?? boxOf(file, page, 'MediaBox') ?? [0, 0, 0, 0];
    const fold = (left + right) / 2;
    const halves = [shows.filter(({ from }) => from.x < fold), shows.filter(({ from }) => from.x >= fold)];
    const [first = [], second = []] = index % 2 === 0 ? halves.toReversed() : halves;
    inwards.push(first);
    outwards.unshift(second);
  });
  return [...inwards, ...outwards];
}
