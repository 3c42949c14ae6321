/**
 * Preflight of photographs in four inks: how much ink their pixels have. They are JPEGs, so that somebody has
 * to decode them: sharp, loaded when the first such picture is met, and never for other files.
 */
import { diagnostic, type Diagnostic } from '../../../diagnostic.js';
import type { PdfStream } from '../objects.js';
import type { PdfFile } from '../open-pdf.js';
import type { PdfContents } from '../read-pdf.js';
import { leastShare, pixelInk, type PixelInk } from './preflight-inks.js';
import { printedPage } from './printed-page.js';
import { at } from './report.js';

/** One finding for each photograph of a page with more ink than `limit` percent. */
export async function checkPhotos(contents: PdfContents, limit: number): Promise<readonly Diagnostic[]> {
  const known = new Map<PdfStream, PixelInk>();
  const found: Diagnostic[] = [];
  for (const content of contents.pages) {
    const { page, painted } = printedPage(contents, content);
    const photos = new Set(
      painted.flatMap((item) =>
        item.type === 'picture' && item.space === 'cmyk' && item.stream ? [item.stream] : [],
      ),
    );
    for (const stream of photos) {
      if (!isJpeg(contents.file, stream)) continue;
      const ink = known.get(stream) ?? (await photoInk(contents.file, stream, limit));
      known.set(stream, ink);
      if (ink.share < leastShare) continue;
      const share = Math.max(1, Math.round(ink.share * 100));
      const values = { page: page.number, limit, ink: ink.most, share };
      found.push(diagnostic('CHECK-INK-PICTURE', values, at(contents)));
    }
  }
  return found;
}

/** A stream that is a JPEG file and nothing round it. */
function isJpeg(file: PdfFile, { dict }: PdfStream): boolean {
  const filter = dict.raw('Filter');
  const only = file.array(filter);
  const name = only ? (only.length === 1 ? file.nameOf(only[0] ?? null) : undefined) : file.nameOf(filter);
  return name === 'DCTDecode' || name === 'DCT';
}

/** Percent over the limit that compression alone may make of a pixel at it. */
const compression = 1;

async function photoInk(file: PdfFile, stream: PdfStream, limit: number): Promise<PixelInk> {
  const { default: sharp } = await import('sharp');
  try {
    const { data, info } = await sharp(stream.encoded, { ignoreIcc: true })
      .pipelineColourspace('cmyk')
      .toColourspace('cmyk')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 4) return nothing;
    // The decoder has turned the numbers of Adobe's files round; `Decode` speaks of those in the file.
    const turned = hasAdobeMarker(stream.encoded);
    const [low = 0, high = 1] = file.numbers(stream.dict.raw('Decode')) ?? [];
    return pixelInk(data, turned !== low > high, limit + compression);
  } catch {
    // No picture that anybody can show: the damage is for other rules.
    return nothing;
  }
}

const nothing: PixelInk = { most: 0, share: 0 };

/** Adobe's segment stands before the frame (T.81, B.2.4.6). */
function hasAdobeMarker(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 9 < bytes.length && view.getUint8(at) === 0xff;) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xda) return false;
    if (marker === 0xee && Buffer.from(bytes.subarray(at + 4, at + 9)).toString('latin1') === 'Adobe')
      return true;
    at += 2 + view.getUint16(at + 2);
  }
  return false;
}
