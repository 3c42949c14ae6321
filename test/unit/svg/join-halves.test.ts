import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { joinHalves } from '../../../src/svg/join-halves.js';

/** A picture of one grey. */
function half(
  grey: number,
  height: number,
  more: { width?: number; quality?: number } = {},
): Promise<Buffer> {
  const background = { r: grey, g: grey, b: grey };
  return sharp({ create: { width: more.width ?? 50, height, channels: 3, background } })
    .jpeg({ quality: more.quality ?? 90, chromaSubsampling: '4:4:4', optimiseCoding: false })
    .toBuffer();
}

describe('joinHalves', () => {
  it('has all rows of both, at any width', async () => {
    const joined = joinHalves(await half(40, 24), await half(200, 13));
    const { data, info } = await sharp(joined).greyscale().raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([50, 37]);
    const rows = Array.from({ length: 37 }, (_, y) => [...data.subarray(50 * y, 50 * y + 50)]);
    expect(
      rows
        .slice(0, 24)
        .flat()
        .every((value) => Math.abs(value - 40) < 4),
    ).toBe(true);
    expect(
      rows
        .slice(24)
        .flat()
        .every((value) => Math.abs(value - 200) < 4),
    ).toBe(true);
  });

  it('refuses parts that were not coded alike, or whose seam is inside a block', async () => {
    const above = await half(40, 24);
    const others = [half(200, 16, { width: 58 }), half(200, 16, { quality: 50 }), half(200, 32)];
    for (const below of await Promise.all(others)) expect(() => joinHalves(above, below)).toThrow('match');
    expect(() => joinHalves(above.subarray(0, 100), above)).toThrow('no baseline JPEG');
    const uneven = await half(40, 20);
    expect(() => joinHalves(uneven, uneven)).toThrow('match');
  });
});
