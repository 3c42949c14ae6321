/**
 * SVG → JPEG, for the cover of the ebook. The SVG must carry its text as outlines: then no font of the
 * machine takes part and the same drawing gives the same pixels.
 */
import sharp from 'sharp';

/** JPEG without visible rings around type; one cover is a few hundred kB. */
const quality = 88;

/** Draws `svg` at `width` × `height` pixels on white; sRGB, colour not subsampled (red type stays sharp). */
export async function svgToJpeg(svg: string, width: number, height: number): Promise<Uint8Array> {
  const bytes = Buffer.from(svg, 'utf8');
  // At 72 dpi one pt is one pixel; the density then draws the vectors at the size asked for, not enlarges pixels.
  const natural = await sharp(bytes, { density: 72 }).metadata();
  const density = Math.min(2400, Math.max(72, (72 * width) / Math.max(1, natural.width)));
  const jpeg = await sharp(bytes, { density })
    .resize(width, height, { fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality, chromaSubsampling: '4:4:4' })
    .toBuffer();
  return new Uint8Array(jpeg);
}
