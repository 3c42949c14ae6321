/** Builds zip archives for tests: names and texts in, bytes out. Small, and open to being made wrong. */
import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../src/check/epub/crc32.js';

export interface ZipInput {
  readonly name: string;
  readonly text: string | Uint8Array;
  /** Left out: stored. */
  readonly deflate?: boolean;
  /** A checksum to write instead of the right one. */
  readonly crc?: number;
}

/** An archive with these entries in this order. */
export function makeZip(inputs: readonly ZipInput[]): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const input of inputs) {
    const name = Buffer.from(input.name);
    const plain = typeof input.text === 'string' ? Buffer.from(input.text) : Buffer.from(input.text);
    const data = input.deflate ? deflateRawSync(plain) : plain;
    // From "version needed" to the length of the extra field: common to both headers (APPNOTE 4.3.7, 4.3.12).
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    // Bit 11: the name is UTF-8 (APPNOTE 4.4.4).
    common.writeUInt16LE(name.length > input.name.length ? 0x800 : 0, 2);
    common.writeUInt16LE(input.deflate ? 8 : 0, 4);
    common.writeUInt32LE(input.crc ?? crc32(plain), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(plain.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.alloc(2), common, tail, name]));
    bodies.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(inputs.length, 8);
  end.writeUInt16LE(inputs.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, list, end]);
}
