/**
 * JPEG 2000 pictures (ISO/IEC 15444-1, annex I): the boxes of a file in; out, what PDF/A does not allow
 * in them (ISO 19005-2, 6.2.8.3).
 */
import { latin1 } from '../../objects.js';

interface Box {
  readonly type: string;
  readonly body: Uint8Array;
}

/** A colour specification (I.5.3.3). */
interface ColorBox {
  readonly method: number;
  readonly approximation: number;
  /** Number of an enumerated space; undefined without one. */
  readonly space: number | undefined;
}

/** Boxes one after the other; a broken length ends them. */
function* boxes(bytes: Uint8Array): Generator<Box> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at + 8 <= bytes.length) {
    const short = view.getUint32(at);
    const head = short === 1 ? 16 : 8;
    if (at + head > bytes.length) return;
    const length = short === 1 ? Number(view.getBigUint64(at + 8)) : short === 0 ? bytes.length - at : short;
    if (length < head) return;
    yield { type: latin1(bytes.subarray(at + 4, at + 8)), body: bytes.subarray(at + head, at + length) };
    at += length;
  }
}

/** What is not allowed in a picture, each by the name of its box; `ownSpace`: PDF says the colour space. */
export function jpxFaults(bytes: Uint8Array, ownSpace: boolean): readonly string[] {
  const header = [...boxes(bytes)].find(({ type }) => type === 'jp2h');
  if (!header) return [];
  const inner = [...boxes(header.body)];
  const size = inner.find(({ type }) => type === 'ihdr')?.body;
  const channels = size ? (size[8] ?? 0) * 256 + (size[9] ?? 0) : 0;
  const colors = channels - opacityChannels(inner);
  const faults: string[] = [];
  if (size && ![1, 3, 4].includes(colors)) faults.push(`ihdr: ${colors}`);
  // Seven bits hold the depth less one; 255 leads to a box of depths.
  const depth = ((size?.[10] ?? 0) & 0x7f) + 1;
  if (inner.some(({ type }) => type === 'bpcc') || depth > 38) faults.push('bpcc');
  return ownSpace ? faults : [...faults, ...colorFaults(inner)];
}

function colorFaults(inner: readonly Box[]): readonly string[] {
  const specifications = inner.filter(({ type }) => type === 'colr').map(({ body }) => colorBox(body));
  const best = specifications.filter(({ approximation }) => approximation === 1);
  const used = best[0] ?? specifications[0];
  const faults: string[] = [];
  if (specifications.length > 1 && best.length !== 1) faults.push('colr APPROX');
  if (used && ![1, 2, 3].includes(used.method)) faults.push(`colr METH ${used.method}`);
  if (used?.space === 19) faults.push('colr EnumCS 19');
  return faults;
}

function colorBox(body: Uint8Array): ColorBox {
  const [method = 0, , approximation = 0, a = 0, b = 0, c = 0, d = 0] = body;
  const space = method === 1 ? ((a * 256 + b) * 256 + c) * 256 + d : undefined;
  return { method, approximation, space };
}

/** Channels that a channel definition box calls opacity (I.5.3.6). */
function opacityChannels(inner: readonly Box[]): number {
  const body = inner.find(({ type }) => type === 'cdef')?.body ?? new Uint8Array();
  let count = 0;
  for (let at = 2; at + 6 <= body.length; at += 6) {
    const type = (body[at + 2] ?? 0) * 256 + (body[at + 3] ?? 0);
    if (type === 1 || type === 2) count += 1;
  }
  return count;
}
