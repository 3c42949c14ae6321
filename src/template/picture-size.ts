/**
 * How large a picture may be printed, and so where it stands. In: a picture's pixels; out: its greatest
 * width, and whether it fills a page's measure or belongs into a column (art direction, pictures).
 */

/** What is known of a picture. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** A picture is never printed with fewer of its pixels an inch. */
const leastResolution = 150;

/** Width to height under which a picture of a page's width is higher than half the page. */
const tallRatio = 1.15;

/** Measure of a page, and the width under which a picture leaves a third of it white. Millimetres. */
const pageMeasure = 174;
const leastPageWidth = 120;

/** Width at the least resolution, millimetres. */
export function widestMillimetres({ width }: PictureSize): number {
  return Math.floor((width / leastResolution) * 25.4 * 10) / 10;
}

/** Tall, or of so few pixels, that across a page it would stand beside white: it goes into a column. */
export function belongsInColumn(picture: PictureSize): boolean {
  return picture.width / picture.height < tallRatio || widestMillimetres(picture) < leastPageWidth;
}

/** It can stand over the whole measure, as the front picture does. */
export function fillsMeasure(picture: PictureSize): boolean {
  const needed = Math.round((pageMeasure / 25.4) * leastResolution);
  return picture.width >= needed && !belongsInColumn(picture);
}
