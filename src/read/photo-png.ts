/**
 * A PNG file (W3C PNG, third edition, 5) without what does not belong to its picture: texts, EXIF, times,
 * animation and chunks of programs are cut out; what is left stays as it is, byte for byte.
 */

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Chunks that make the picture: critical ones, transparency, colour, density. */
const kept = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'cHRM',
  'gAMA',
  'iCCP',
  'sRGB',
  'cICP',
  'sBIT',
  'bKGD',
  'pHYs',
]);

/** The stripped file; undefined when its chunks do not follow one another to the end. */
export function stripPng(bytes: Uint8Array): Uint8Array | undefined {
  if (!signature.every((byte, at) => bytes[at] === byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  let from = 0;
  for (let at = signature.length; at + 12 <= bytes.length;) {
    // Length, type, data, check sum.
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return undefined;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!kept.has(type)) {
      parts.push(bytes.subarray(from, at));
      from = end;
    }
    if (type === 'IEND') {
      if (from === 0 && end === bytes.length) return bytes;
      return new Uint8Array(Buffer.concat([...parts, bytes.subarray(from, end)]));
    }
    at = end;
  }
  return undefined;
}
