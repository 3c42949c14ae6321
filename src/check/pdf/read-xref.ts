/**
 * Where each object of a file lies (ISO 32000-1, 7.5.4–7.5.8): cross-reference tables and streams,
 * hybrid files and incremental updates, newest first. No repair: a file whose table is wrong is broken,
 * and the offset at fault is said.
 */
import { decodeStream } from './decode-stream.js';
import { Keyword, latin1, PdfDict, PdfName, PdfStream, type PdfObject } from './objects.js';
import { ObjectParser } from './parse-objects.js';
import { readIndirect } from './read-indirect.js';

/** Where an object lies; `free` objects are null. */
export type XrefEntry =
  | { readonly type: 'free' }
  | { readonly type: 'offset'; readonly offset: number; readonly generation: number }
  | { readonly type: 'compressed'; readonly stream: number; readonly index: number };

export interface Xref {
  readonly entries: ReadonlyMap<number, XrefEntry>;
  /** The newest trailer (or cross-reference stream dictionary); undefined when none could be read. */
  readonly trailer: PdfDict | undefined;
  /** The newest first. */
  readonly sections: readonly XrefSection[];
  /** Byte offset at which no cross-reference section could be read. */
  readonly broken?: number;
}

/** A cross-reference table with its trailer, or a cross-reference stream. */
export interface XrefSection {
  readonly type: 'table' | 'stream';
  /** Of `xref`, or of the stream object. */
  readonly offset: number;
  readonly entries: ReadonlyMap<number, XrefEntry>;
  readonly trailer: PdfDict;
}

/** Reads all cross-reference sections from the last `startxref` on. */
export function readXref(bytes: Uint8Array): Xref {
  const entries = new Map<number, XrefEntry>();
  const seen = new Set<number>();
  const sections: XrefSection[] = [];
  const pending = [lastStart(bytes)];
  for (let offset = pending.pop(); offset !== undefined; offset = pending.pop()) {
    if (seen.has(offset)) continue;
    seen.add(offset);
    const section = readSection(bytes, offset);
    if (!section) return { entries, trailer: sections[0]?.trailer, sections, broken: offset };
    sections.push(section);
    for (const [number, entry] of section.entries) if (!entries.has(number)) entries.set(number, entry);
    // A hybrid file's stream counts before the older sections (7.5.8.4): pushed last, read next.
    for (const key of ['Prev', 'XRefStm']) {
      const older = section.trailer.raw(key);
      if (typeof older === 'number') pending.push(older);
    }
  }
  return { entries, trailer: sections[0]?.trailer, sections };
}

/**
 * The offset that the last `startxref` tells; -1 without. It stands in the last bytes of a file, or further up
 * where something that is no PDF was put behind.
 */
function lastStart(bytes: Uint8Array): number {
  const tail = latin1(bytes.subarray(Math.max(0, bytes.length - 2048)));
  const found = /startxref\s+(\d+)(?![^]*startxref)/.exec(tail)?.[1];
  return found === undefined ? (endOf(bytes)?.start ?? -1) : Number(found);
}

/** Where a file ends by its last `startxref`, and the offset told there. */
function endOf(bytes: Uint8Array): { readonly start: number; readonly end: number } | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = data.lastIndexOf('startxref', undefined, 'latin1');
  const told = at < 0 ? null : /^startxref\s+(\d+)\s+%%EOF\s*/.exec(latin1(data.subarray(at, at + 64)));
  if (!told) return undefined;
  const end = at + told[0].length;
  // Objects behind the end are an update whose own end is missing (7.5.6).
  const update = /^\d+\s+\d+\s+obj\b/.test(latin1(data.subarray(end, end + 64)));
  return update ? undefined : { start: Number(told[1]), end };
}

/** Bytes behind the end of a file by which viewers may miss it: they look for it in the last 1024 (Annex H, 3.4.4). */
export function bytesBehindEnd(bytes: Uint8Array): number {
  const end = endOf(bytes)?.end ?? bytes.length;
  const behind = bytes.length - end;
  return behind > 1024 ? behind : 0;
}

function readSection(bytes: Uint8Array, offset: number): XrefSection | undefined {
  if (offset < 0 || offset >= bytes.length) return undefined;
  const parser = new ObjectParser(bytes, offset, false);
  const first = parser.read();
  if (first instanceof Keyword && first.value === 'xref') return readTable(parser, offset);
  return typeof first === 'number' ? readStream(bytes, offset) : undefined;
}

function readTable(parser: ObjectParser, start: number): XrefSection | undefined {
  const entries = new Map<number, XrefEntry>();
  for (;;) {
    const first = parser.read();
    if (first instanceof Keyword && first.value === 'trailer') break;
    const count = parser.read();
    if (typeof first !== 'number' || typeof count !== 'number') return undefined;
    for (let i = 0; i < count; i += 1) {
      const [offset, generation, kind] = [parser.read(), parser.read(), parser.read()];
      if (typeof offset !== 'number' || typeof generation !== 'number' || !(kind instanceof Keyword)) {
        return undefined;
      }
      entries.set(first + i, kind.value === 'n' ? { type: 'offset', offset, generation } : { type: 'free' });
    }
  }
  const trailer = new ObjectParser(parser.bytes, parser.position).read();
  return trailer instanceof PdfDict ? { type: 'table', offset: start, entries, trailer } : undefined;
}

function readStream(bytes: Uint8Array, offset: number): XrefSection | undefined {
  const stream = readIndirect(bytes, offset, (length) => (typeof length === 'number' ? length : undefined));
  if (!(stream?.value instanceof PdfStream)) return undefined;
  const { dict, encoded } = stream.value;
  const data = decodePlain(dict, encoded);
  const widths = dict.raw('W');
  const size = dict.raw('Size');
  if (!data || !isNumbers(widths) || widths.length < 3 || typeof size !== 'number') return undefined;
  const index = dict.raw('Index');
  const ranges = isNumbers(index) ? index : [0, size];
  return { type: 'stream', offset, entries: unpack(data, widths, ranges), trailer: dict };
}

const isNumbers = (value: PdfObject): value is readonly number[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'number');

/** The fields of a cross-reference stream (7.5.8.3). */
function unpack(
  data: Uint8Array,
  widths: readonly number[],
  ranges: readonly number[],
): Map<number, XrefEntry> {
  const entries = new Map<number, XrefEntry>();
  const [w0 = 0, w1 = 0, w2 = 0] = widths;
  let at = 0;
  const field = (width: number): number => {
    let value = 0;
    for (let i = 0; i < width; i += 1) value = value * 256 + (data[at + i] ?? 0);
    at += width;
    return value;
  };
  for (let r = 0; r + 1 < ranges.length; r += 2) {
    for (let i = 0; i < (ranges[r + 1] ?? 0) && at < data.length; i += 1) {
      const type = w0 === 0 ? 1 : field(w0);
      const [a, b] = [field(w1), field(w2)];
      const entry: XrefEntry =
        type === 1
          ? { type: 'offset', offset: a, generation: b }
          : type === 2
            ? { type: 'compressed', stream: a, index: b }
            : { type: 'free' };
      entries.set((ranges[r] ?? 0) + i, entry);
    }
  }
  return entries;
}

/** Decodes a stream whose dictionary has no references: what a cross-reference stream must be (7.5.8.2). */
function decodePlain(dict: PdfDict, encoded: Uint8Array): Uint8Array | undefined {
  const only = (value: PdfObject): PdfObject => (Array.isArray(value) ? (value[0] ?? null) : value);
  const filter = only(dict.raw('Filter'));
  if (!(filter instanceof PdfName)) return encoded;
  return decodeStream(filter.value, encoded, predictorOf(only(dict.raw('DecodeParms'))))?.bytes;
}

/** The predictor's parameters of a `DecodeParms` dictionary without references. */
export function predictorOf(parameters: PdfObject): Parameters<typeof decodeStream>[2] {
  const number = (key: string, otherwise: number): number => {
    const value = parameters instanceof PdfDict ? parameters.raw(key) : null;
    return typeof value === 'number' ? value : otherwise;
  };
  return {
    predictor: number('Predictor', 1),
    colors: number('Colors', 1),
    bitsPerComponent: number('BitsPerComponent', 8),
    columns: number('Columns', 1),
    earlyChange: number('EarlyChange', 1),
  };
}
