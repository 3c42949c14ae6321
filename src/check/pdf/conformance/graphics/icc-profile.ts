/** The header of an ICC profile (ICC.1:2010, 7.2): stream in, what the rules ask for out. */
import { createHash } from 'node:crypto';
import { latin1, type PdfStream } from '../../objects.js';
import type { PdfFile } from '../../open-pdf.js';

export interface IccHeader {
  /** The major version. */
  readonly version: number;
  /** `mntr`, `prtr`… */
  readonly deviceClass: string;
  /** `RGB `, `CMYK`, `GRAY`, `Lab `…; four characters. */
  readonly space: string;
  /** The identifier of the profile (7.2.18), as given or computed. */
  readonly id: string;
}

const known = new WeakMap<PdfStream, IccHeader | undefined>();

/** Undefined for what has no header. */
export function iccHeader(file: PdfFile, stream: PdfStream): IccHeader | undefined {
  if (!known.has(stream)) known.set(stream, readHeader(file.decode(stream)));
  return known.get(stream);
}

function readHeader(bytes: Uint8Array = new Uint8Array()): IccHeader | undefined {
  if (bytes.length < 128) return undefined;
  const given = bytes.subarray(...idField);
  return {
    version: bytes[8] ?? 0,
    deviceClass: latin1(bytes.subarray(12, 16)),
    space: latin1(bytes.subarray(16, 20)),
    id: given.some((byte) => byte !== 0) ? Buffer.from(given).toString('hex') : computedId(bytes),
  };
}

const idField = [84, 100] as const;

/** MD5 of the profile with its flags, rendering intent and identifier set to zero (7.2.18). */
function computedId(bytes: Uint8Array): string {
  const blank = Uint8Array.from(bytes);
  for (const [from, to] of [[44, 48], [64, 68], idField] as const) blank.fill(0, from, to);
  return createHash('md5').update(blank).digest('hex');
}
