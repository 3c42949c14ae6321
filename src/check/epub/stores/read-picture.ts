/** The kind and size of a raster picture by its first bytes: PNG, JPEG, GIF, WebP, AVIF. Bytes in, facts out. */

export interface PictureFacts {
  readonly kind: 'png' | 'jpeg' | 'gif' | 'webp' | 'avif' | 'unknown';
  /** Pixels; undefined where they are not read. */
  readonly width?: number;
  readonly height?: number;
  /** Of several frames one after another. */
  readonly animated?: boolean;
  /** In the inks of a press. */
  readonly cmyk?: boolean;
}

/** Looks at the head of a picture. */
export function readPicture(bytes: Uint8Array): PictureFacts {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (from: number, to: number): string => data.toString('latin1', from, to);
  if (text(0, 8) === '\x89PNG\r\n\x1a\n' && data.length >= 24) {
    return { kind: 'png', width: data.readUInt32BE(16), height: data.readUInt32BE(20) };
  }
  if (text(0, 2) === '\xff\xd8') return readJpeg(data);
  if (/^GIF8[79]a$/.test(text(0, 6)) && data.length >= 13) {
    return {
      kind: 'gif',
      width: data.readUInt16LE(6),
      height: data.readUInt16LE(8),
      // The extension that says how often the frames are shown.
      animated: data.includes('NETSCAPE2.0', 0, 'latin1'),
    };
  }
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return { kind: 'webp' };
  if (text(4, 8) === 'ftyp' && /^avi[fs]$/.test(text(8, 12))) return { kind: 'avif' };
  return { kind: 'unknown' };
}

/** The frame header of a JPEG (ITU-T T.81, B.2.2): lines, samples in a line, components. */
function readJpeg(data: Buffer): PictureFacts {
  let at = 2;
  while (at + 10 <= data.length && data[at] === 0xff) {
    const marker = data[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) {
      const [height, width] = [data.readUInt16BE(at + 5), data.readUInt16BE(at + 7)];
      return { kind: 'jpeg', width, height, cmyk: data[at + 9] === 4 };
    }
    at += 2 + data.readUInt16BE(at + 2);
  }
  return { kind: 'jpeg' };
}
