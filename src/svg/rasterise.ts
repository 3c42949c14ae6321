/**
 * SVG → JPEG, for the cover of the ebook. The SVG must carry its text as outlines: then no font of the
 * machine takes part and the same drawing gives the same pixels.
 */
import sharp from 'sharp';
import { blockSize, joinHalves, mostBlocks } from './join-halves.js';

/** JPEG without visible rings around type; one cover is a few hundred kB. */
const quality = 88;

/** Rows of pixels that are drawn at once; four bytes a pixel, all of a cover would be 16 MB. */
interface Rows {
  readonly top: number;
  readonly count: number;
}

/** Draws `svg` at `width` × `height` pixels on white; sRGB, colour not subsampled (red type stays sharp). */
export async function svgToJpeg(svg: string, width: number, height: number): Promise<Uint8Array> {
  const size = { width, height };
  const half = blockSize * (Math.ceil(height / 2 / blockSize) + 1);
  const blocks = Math.ceil(width / blockSize) * (half / blockSize);
  // A picture in the drawing would be decoded twice.
  if (half >= height || blocks > mostBlocks || svg.includes('<image'))
    return drawRows(svg, size, { top: 0, count: height });
  // The smaller half first: the system's C library keeps room of its size, and would use it again for no larger one.
  const lower = await drawRows(svg, size, { top: half, count: height - half });
  return joinHalves(await drawRows(svg, size, { top: 0, count: half }), lower);
}

async function drawRows(
  svg: string,
  size: { readonly width: number; readonly height: number },
  rows: Rows,
): Promise<Uint8Array> {
  // In pixels where the page has pt: the vectors are drawn at the size asked for, no pixels enlarged.
  const sized = svg.replace(
    / width="[^"]*" height="[^"]*" viewBox="0 0 ([\d.]+) ([\d.]+)"/,
    (_, width: string, height: string) => {
      const pixel = Number(height) / size.height;
      const view = `0 ${rows.top * pixel} ${width} ${rows.count * pixel}`;
      return ` width="${size.width}" height="${rows.count}" viewBox="${view}" preserveAspectRatio="none"`;
    },
  );
  const jpeg = await sharp(Buffer.from(sized, 'utf8'))
    .resize(size.width, rows.count, { fit: 'fill' })
    .flatten({ background: '#ffffff' })
    // Huffman tables for this very picture would need all of it in memory three times, to save a third of the
    // file; and the two halves must have the same.
    .jpeg({ quality, chromaSubsampling: '4:4:4', optimiseCoding: false })
    .toBuffer();
  return new Uint8Array(jpeg);
}
