/**
 * Reads the header of a JPEG file (ITU-T T.81, annex B): what a PDF must know of it to carry it
 * unchanged. In: the file; out: its frame and whether it is Adobe's.
 */

export interface JpegHeader {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  /** Bits of a sample. */
  readonly bits: number;
  /** Baseline, extended or progressive Huffman: what DCTDecode reads (ISO 32000-1, 7.4.8). */
  readonly decodable: boolean;
  /** With an Adobe APP14 segment: CMYK samples are stored inverted. */
  readonly adobe: boolean;
}

/** The header of the file, or undefined when it is no JPEG. */
export function readJpeg(bytes: Uint8Array): JpegHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  let adobe = false;
  for (let at = 2; at + 9 < bytes.length;) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    // Fill bytes, and markers that stand alone.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) {
      return {
        bits: view.getUint8(at + 4),
        height: view.getUint16(at + 5),
        width: view.getUint16(at + 7),
        components: view.getUint8(at + 9),
        decodable: marker <= 0xc2 && view.getUint8(at + 4) === 8,
        adobe,
      };
    }
    if (marker === 0xee && String.fromCharCode(...bytes.subarray(at + 4, at + 9)) === 'Adobe') adobe = true;
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** SOF0 to SOF15 without DHT, JPG and DAC, which share the range. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
