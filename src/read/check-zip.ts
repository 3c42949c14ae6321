/**
 * A ZIP archive (a Word file) before it is unpacked: how many files it has and how large they say that they
 * are (APPNOTE 4.3.12, the central directory). An archive that would fill the memory is refused by a limit.
 */
import { diagnostic, type Diagnostic } from '../diagnostic.js';
import { inMegabytes, limits } from './limits.js';

const [endMark, entryMark] = [0x06054b50, 0x02014b50];
/** A comment behind the end of the directory has at most so many bytes, and 22 before it. */
const longestEnd = 0xffff + 22;

/** What is wrong with an archive; undefined when it may be unpacked. */
export function checkZip(bytes: Uint8Array, file: string): Diagnostic | undefined {
  const refuse = (limit: string): Diagnostic => diagnostic('READ-ZIP', { limit }, { span: { file } });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - longestEnd && view.getUint32(end, true) !== endMark) end--;
  if (end < 0 || view.getUint32(end, true) !== endMark)
    return diagnostic('READ-ZIP-BROKEN', {}, { span: { file } });
  const entries = view.getUint16(end + 10, true);
  if (entries > limits.zipEntries) return refuse(`${limits.zipEntries} × ZIP`);
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let n = 0; n < entries; n++) {
    if (at + 46 > end || view.getUint32(at, true) !== entryMark)
      return diagnostic('READ-ZIP-BROKEN', {}, { span: { file } });
    const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    total += size;
    if (total > limits.zipSize) return refuse(`${inMegabytes(limits.zipSize)} MB`);
    if (size > limits.zipSmall && size > packed * limits.zipRatio) return refuse(`1 : ${limits.zipRatio}`);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return undefined;
}
