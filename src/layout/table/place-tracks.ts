/**
 * Places of columns and rows from their sizes and the spacing between them (CSS 2.2, 17.6.1), those that
 * are collapsed (17.5.5), merged or without a height left out; and the areas cells have on them.
 */

/** One column or row; pt from the edge of the grid (inside of the table's padding) where they start. */
export interface Track {
  readonly start: number;
  readonly size: number;
  /** Takes no room and has no spacing of its own. */
  readonly absent: boolean;
}

export interface Tracks {
  readonly tracks: readonly Track[];
  /** All tracks with the spacing before, between and after them, pt. */
  readonly total: number;
}

/** Places tracks of these sizes, those `absent` at the end of what is before them. */
export function placeTracks(
  sizes: readonly number[],
  spacing: number,
  absent: (index: number) => boolean,
): Tracks {
  let end = 0;
  let any = false;
  const tracks = sizes.map((size, i): Track => {
    if (absent(i)) return { start: end, size: 0, absent: true };
    const start = end + spacing;
    end = start + size;
    any = true;
    return { start, size, absent: false };
  });
  return { tracks, total: any ? end + spacing : 0 };
}

/** Where a span of tracks starts and how long it is, inner spacing included; length 0 if all are absent. */
export function spanOf(
  { tracks }: Tracks,
  first: number,
  count: number,
): { readonly start: number; readonly size: number } {
  let start: number | undefined;
  let end = 0;
  for (let i = first; i < first + count; i += 1) {
    const track = tracks[i];
    if (!track || track.absent) continue;
    start ??= track.start;
    end = track.start + track.size;
  }
  return start === undefined ? { start: tracks[first]?.start ?? 0, size: 0 } : { start, size: end - start };
}
