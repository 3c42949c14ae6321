/** Compression of stream data (ISO 32000-1, 7.4.4). */
import { Deflater } from './deflater.js';
import type { PaintedContent } from './painted.js';

/** zlib level: on page content 3 takes four fifths of the time of 4 for a fiftieth more (measured). */
const level = 3;
/** Bytes. What is shorter gains less than it takes to name the filter; half the streams of an issue are. */
const shortStream = 256;

/** Data of a stream as it stands in the file. */
export interface StoredStream {
  readonly bytes: Uint8Array;
  readonly deflated: boolean;
}

let deflater: Deflater | undefined;

export function deflate(bytes: Uint8Array): Uint8Array {
  return (deflater ??= new Deflater({ level })).deflate(bytes);
}

/** Deflates a stream, unless it is short. */
export function stored(bytes: Uint8Array): StoredStream {
  return bytes.length < shortStream ? { bytes, deflated: false } : { bytes: deflate(bytes), deflated: true };
}

/** The same content, its streams as they will stand in the file. */
export function storedContent(content: PaintedContent): PaintedContent<StoredStream> {
  const forms = content.forms.map((form) => ({ ...form, content: stored(form.content) }));
  const { marks, transparent, faint, images, links, mixed } = content;
  const kept = { marks, transparent, faint, images, links, forms, ...(mixed && { mixed }) };
  return { content: stored(content.content), ...kept };
}
