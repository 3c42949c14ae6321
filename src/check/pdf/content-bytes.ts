/** The content of a page (ISO 32000-1, 7.8.2): a page in, the bytes of all its content streams out. */
import type { PdfFile } from './open-pdf.js';
import type { PdfPage } from './pages.js';

/** The streams of a page, joined by white space as 7.8.2 asks. */
export function contentBytes(file: PdfFile, page: PdfPage): Uint8Array {
  const contents = page.dict.raw('Contents');
  const parts = (file.array(contents) ?? [contents]).map((part) => {
    const stream = file.stream(part);
    return (stream && file.decode(stream)) ?? new Uint8Array();
  });
  return parts.length === 1 && parts[0]
    ? parts[0]
    : Buffer.concat(parts.flatMap((part) => [part, Buffer.of(10)]));
}
