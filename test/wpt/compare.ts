/**
 * Two rasters → how far they differ, and whether a test allows that. The meaning of `fuzzy` is WPT's
 * (docs/writing-tests/reftests.md): the largest difference of a channel and the number of differing
 * pixels, each a range.
 */

/** A picture without alpha: three bytes a pixel, row by row. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export interface Difference {
  /** Largest difference of a channel, 0–255. */
  readonly channel: number;
  /** Number of pixels that differ at all. */
  readonly pixels: number;
}

/** What a test allows, ends included. */
export interface Fuzziness {
  readonly channel: readonly [number, number];
  readonly pixels: readonly [number, number];
}

/** Compares two documents page by page; a page that only one has differs in all its pixels. */
export function comparePages(a: readonly Raster[], b: readonly Raster[]): Difference {
  let channel = 0;
  let pixels = 0;
  for (let page = 0; page < Math.max(a.length, b.length); page += 1) {
    const found = compareRasters(a[page], b[page]);
    channel = Math.max(channel, found.channel);
    pixels += found.pixels;
  }
  return { channel, pixels };
}

function compareRasters(a: Raster | undefined, b: Raster | undefined): Difference {
  if (!a || !b || a.width !== b.width || a.height !== b.height) {
    const { width, height } = a ?? b ?? { width: 0, height: 0 };
    return { channel: 255, pixels: width * height };
  }
  let channel = 0;
  let pixels = 0;
  for (let at = 0; at < a.data.length; at += 3) {
    const most = Math.max(
      Math.abs((a.data[at] ?? 0) - (b.data[at] ?? 0)),
      Math.abs((a.data[at + 1] ?? 0) - (b.data[at + 1] ?? 0)),
      Math.abs((a.data[at + 2] ?? 0) - (b.data[at + 2] ?? 0)),
    );
    if (most === 0) continue;
    pixels += 1;
    channel = Math.max(channel, most);
  }
  return { channel, pixels };
}

/** Whether nothing is drawn: all pixels of all pages are white. */
export function isBlank(pages: readonly Raster[]): boolean {
  return pages.every(({ data }) => data.every((byte) => byte === 255));
}

/** What `<meta name=fuzzy>` allows for a reference; the last that speaks of it, or of none, counts. */
export function fuzziness(metas: readonly string[], reference: string): Fuzziness | undefined {
  let found: Fuzziness | undefined;
  for (const meta of metas) {
    const colon = meta.lastIndexOf(':');
    const name = colon < 0 ? '' : meta.slice(0, colon).trim();
    if (name !== '' && !reference.endsWith(`/${name.split('/').at(-1) ?? name}`)) continue;
    const parts = meta
      .slice(colon + 1)
      .split(';')
      .map((part) => part.trim());
    const range = (key: string, place: number): readonly [number, number] => {
      const part =
        parts.find((one) => one.startsWith(`${key}=`))?.slice(key.length + 1) ?? parts[place] ?? '';
      const [from, to] = part.split('-').map(Number);
      return [to === undefined ? 0 : (from ?? 0), to ?? from ?? 0];
    };
    found = { channel: range('maxDifference', 0), pixels: range('totalPixels', 1) };
  }
  return found;
}

/** Whether two pictures that differ so much are the same for a test. */
export function areAlike({ channel, pixels }: Difference, allowed: Fuzziness | undefined): boolean {
  if (pixels === 0) return true;
  if (!allowed) return false;
  return channel <= allowed.channel[1] && pixels <= allowed.pixels[1];
}
