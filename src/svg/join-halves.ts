/**
 * The upper and the lower part of a picture, each a JPEG of its own → one JPEG, without decoding: between them
 * the coder starts afresh, which the format provides for (ITU-T T.81, B.2.4.4 and E.1.4: restart markers).
 * Both are coded alike: width, tables, no chroma subsampling.
 */

/** Pixels of a side of a block, the unit of coding where chroma is not subsampled (T.81, A.2). */
export const blockSize = 8;

/** Blocks that the upper part may have: the format counts them in 16 bits (T.81, B.2.4.4). */
export const mostBlocks = 0xffff;

const marker = { startOfFrame: 0xc0, restart: 0xd0, restartInterval: 0xdd, startOfScan: 0xda } as const;

/** A JPEG taken apart. */
interface Parts {
  /** Markers and tables up to the scan. */
  readonly head: Buffer;
  readonly scanHead: Buffer;
  readonly coded: Buffer;
  readonly size: Size;
}

/** Pixels, and where in the head they stand. */
interface Size {
  readonly at: number;
  readonly width: number;
  readonly height: number;
}

/** Joins two parts; the upper one is the higher, by whole blocks. Throws for others: they were not made for it. */
export function joinHalves(upper: Uint8Array, lower: Uint8Array): Uint8Array {
  const [above, below] = [takeApart(upper), takeApart(lower)];
  const height = above.size.height + below.size.height;
  const head = withHeight(above, height);
  const blocks = Math.ceil(above.size.width / blockSize) * (above.size.height / blockSize);
  if (
    !withHeight(below, height).equals(head) ||
    !below.scanHead.equals(above.scanHead) ||
    below.size.height > above.size.height ||
    !Number.isInteger(blocks) ||
    blocks > mostBlocks
  )
    throw new Error('the halves of a picture do not match');
  const interval = Buffer.from([0xff, marker.restartInterval, 0, 4, blocks >> 8, blocks & 0xff]);
  const again = Buffer.from([0xff, marker.restart]);
  const end = Buffer.from([0xff, 0xd9]);
  return new Uint8Array(
    Buffer.concat([head, interval, above.scanHead, above.coded, again, below.coded, end]),
  );
}

function takeApart(jpeg: Uint8Array): Parts {
  const bytes = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.length);
  let size: Size | undefined;
  for (let at = 2; at + 4 <= bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const kind = bytes[at + 1];
    if (kind === marker.startOfFrame)
      size = { at: at + 5, height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    if (kind !== marker.startOfScan || !size) continue;
    const codedAt = at + 2 + bytes.readUInt16BE(at + 2);
    const [head, scanHead] = [bytes.subarray(0, at), bytes.subarray(at, codedAt)];
    return { head, scanHead, coded: bytes.subarray(codedAt, bytes.length - 2), size };
  }
  throw new Error('half a picture is no baseline JPEG');
}

function withHeight({ head, size }: Parts, height: number): Buffer {
  const changed = Buffer.from(head);
  changed.writeUInt16BE(height, size.at);
  return changed;
}
