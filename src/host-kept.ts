/**
 * Files that runs of the program keep for later ones, beside the program. They can be lost at any time: one
 * that is spoilt, or cannot be read or written, is as if it were not there. There are never many.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Host } from './host.js';

/** Files of some 100 kB. */
const most = 200;
/** Bytes of the checksum before the rest. */
const head = 4;

/** A store in a folder inside of another, where that other is there. */
export function keptIn(parent: string, name: string): Host['kept'] {
  if (!existsSync(parent)) return undefined;
  const folder = join(parent, name);
  return {
    get: (file) => {
      try {
        const bytes = readFileSync(join(folder, file));
        const rest = bytes.subarray(head);
        return bytes.length > head && crc32(rest) === bytes.readUInt32LE(0) ? rest : undefined;
      } catch {
        return undefined;
      }
    },
    put: (file, bytes) => {
      try {
        mkdirSync(folder, { recursive: true });
        if (readdirSync(folder).length >= most) return;
        const sum = Buffer.alloc(head);
        sum.writeUInt32LE(crc32(bytes));
        const temporary = join(folder, `${file}.${process.pid}.tmp`);
        writeFileSync(temporary, Buffer.concat([sum, bytes]));
        renameSync(temporary, join(folder, file));
      } catch {
        // An installation that may not be written to.
      }
    },
  };
}
