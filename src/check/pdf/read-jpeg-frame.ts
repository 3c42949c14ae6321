/** The frame of a JPEG (ITU-T T.81, annex B): its bytes in; out, its size and whether its end is there. */

export interface JpegFrame {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** True where nothing ends the picture: data of a scan hold no marker EOI (B.1.1.5). */
  readonly cut: boolean;
}

/** The frame, or undefined where there is none before the data end. */
export function readJpegFrame(bytes: Uint8Array): JpegFrame | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size: readonly [width: number, height: number] | undefined;
  let at = data.indexOf('\xff\xd8', 0, 'latin1');
  if (at < 0) return undefined;
  at += 2;
  while (at + 9 < data.length && data[at] === 0xff) {
    const marker = data[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) size = [data.readUInt16BE(at + 7), data.readUInt16BE(at + 5)];
    if (marker === 0xda) break;
    at += 2 + data.readUInt16BE(at + 2);
  }
  if (!size) return undefined;
  const cut = data.lastIndexOf('\xff\xd9', undefined, 'latin1') < at;
  return { width: size[0], height: size[1], cut };
}

/** SOF0 to SOF15 without DHT, JPG and DAC, which share the range. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
