/**
 * Total ink: what a sheet takes on one spot before it dries badly and sets off. Pixels over the limit lose
 * cyan, magenta and yellow in the same proportion and keep their black, which gives the shadow its depth;
 * all others stay as they are.
 */

/** Brings pixels (C M Y K, a byte each, 255 full) under a limit in percent, in place; how many there were. */
export function limitInk(pixels: Uint8Array, limit: number): number {
  // The limit as the sum of the four bytes of a pixel.
  const most = Math.floor(limit * 2.55);
  let over = 0;
  for (let i = 0; i + 3 < pixels.length; i += 4) {
    const [c, m, y, k] = [pixels[i] ?? 0, pixels[i + 1] ?? 0, pixels[i + 2] ?? 0, pixels[i + 3] ?? 0];
    if (c + m + y + k <= most) continue;
    over += 1;
    const share = (most - k) / (c + m + y);
    pixels[i] = Math.floor(c * share);
    pixels[i + 1] = Math.floor(m * share);
    pixels[i + 2] = Math.floor(y * share);
  }
  return over;
}

/** The most ink of a pixel, percent, and the share of pixels over a limit in percent, 0 to 1. */
export function measureInk(
  pixels: Uint8Array,
  limit: number,
): { readonly most: number; readonly share: number } {
  const allowed = limit * 2.55;
  let [most, over] = [0, 0];
  for (let i = 0; i + 3 < pixels.length; i += 4) {
    const ink = (pixels[i] ?? 0) + (pixels[i + 1] ?? 0) + (pixels[i + 2] ?? 0) + (pixels[i + 3] ?? 0);
    if (ink > most) most = ink;
    if (ink > allowed) over += 1;
  }
  return { most: Math.round(most / 2.55), share: pixels.length === 0 ? 0 : over / (pixels.length / 4) };
}
