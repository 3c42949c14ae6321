/** Breaks between two siblings of a flow: whether one is asked for, and how good it would be (css-break-3, 3 and 4). */
import type { Box } from '../boxes/box.js';
import { avoids, endPage, forcedBreak, startPage, valuesBetween, type BreakValue } from './break-values.js';
import { appeal, type Appeal, type BlockSpace, type Fragmentainer, type Stop } from './space.js';

/** What the container of the siblings tells. */
interface Around {
  readonly space: BlockSpace;
  /** A box around wants not to be broken. */
  readonly avoid: boolean;
  /** Used value of `page` of the container. */
  readonly page: string;
}

/** Appeal of a break before this child; a last resort where nothing stands above it in its fragment. */
export function appealBetween(previous: Box | undefined, box: Box, around: Around): Appeal {
  const { fragmentainer } = around.space;
  if (!fragmentainer || !previous) return appeal.lastResort;
  return appealWith(valuesBetween(previous, box), fragmentainer, around);
}

/** The same, where what the siblings say of the place is known. */
export function appealWith(
  values: readonly BreakValue[],
  fragmentainer: Fragmentainer,
  around: Pick<Around, 'avoid'>,
): Appeal {
  const avoided = around.avoid || values.some((value) => avoids(value, fragmentainer.kind));
  return avoided ? appeal.breakAvoid : appeal.perfect;
}

/** A break that is asked for: by a value on either side, or by another type of page. */
export function forcedBetween(
  previous: Box,
  box: Box,
  around: Pick<Around, 'page'>,
  {
    values,
    fragmentainer,
  }: { readonly values: readonly BreakValue[]; readonly fragmentainer: Fragmentainer },
): Stop | undefined {
  const page = startPage(box, around.page);
  const value = values.length > 0 ? forcedBreak(values, fragmentainer) : undefined;
  if (value) return { type: 'forced', value, page };
  const named = fragmentainer.paged && endPage(previous, around.page) !== page;
  return named ? { type: 'forced', value: 'page', page } : undefined;
}
