/**
 * SVG → JPEG, for the cover of the ebook. The SVG must carry its text as outlines: then no font of the
 * machine takes part and the same drawing gives the same pixels.
 */
import sharp from 'sharp';

/** JPEG without visible rings around type; one cover is a few hundred kB. */
const quality = 88;

/** Draws `svg` at `width` × `height` pixels on white; sRGB, colour not subsampled (red type stays sharp). */
export async function svgToJpeg(svg: string, width: number, height: number): Promise<Uint8Array> {
  // In pixels where the page has pt: the vectors are drawn at the size asked for, no pixels enlarged.
  const sized = svg.replace(/ width="[^"]*" height="[^"]*"/, ` width="${width}" height="${height}"`);
  const jpeg = await sharp(Buffer.from(sized, 'utf8'))
    .resize(width, height, { fit: 'fill' })
    .flatten({ background: '#ffffff' })
    // Huffman tables for this very picture would need all of it in memory three times, to save a third of the file.
    .jpeg({ quality, chromaSubsampling: '4:4:4', optimiseCoding: false })
    .toBuffer();
  return new Uint8Array(jpeg);
}
