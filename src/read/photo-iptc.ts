/**
 * IPTC-IIM 4.2 (the “Photoshop” fields of old): image resources or bare datasets → the texts that say what
 * a photograph shows. Their encoding is named by dataset 1:90, or guessed.
 */
import type { DecodeText } from './photo-text.js';

/** The texts as they stand; of repeated datasets all. */
export interface IptcTexts {
  readonly caption?: string;
  readonly credit?: string;
  readonly byline?: string;
  readonly copyright?: string;
  /** `YYYYMMDD` */
  readonly created?: string;
}

/** Datasets of record 2. */
const datasets: ReadonlyMap<number, keyof IptcTexts> = new Map([
  [55, 'created'],
  [80, 'byline'],
  [110, 'credit'],
  [116, 'copyright'],
  [120, 'caption'],
]);

/** The IPTC-IIM block among Photoshop's image resources (`8BIM`, id 0x0404); undefined when there is none. */
export function iptcResource(resources: Uint8Array): Uint8Array | undefined {
  const view = new DataView(resources.buffer, resources.byteOffset, resources.byteLength);
  for (let at = 0; at + 12 <= resources.length;) {
    if (view.getUint32(at) !== 0x3842494d) return undefined;
    const id = view.getUint16(at + 4);
    // The name is a Pascal string, it and the data padded to even lengths.
    const data = at + 6 + even(1 + view.getUint8(at + 6)) + 4;
    if (data > resources.length) return undefined;
    const size = view.getUint32(data - 4);
    if (id === 0x0404) return resources.subarray(data, data + size);
    at = data + even(size);
  }
  return undefined;
}

function even(length: number): number {
  return length + (length % 2);
}

/** The texts of a block of datasets; `decodeUnnamed` takes those whose encoding it does not name. */
export function iptcTexts(block: Uint8Array, decodeUnnamed: DecodeText): IptcTexts {
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  const found = new Map<keyof IptcTexts, Uint8Array[]>();
  let utf8 = false;
  for (let at = 0; at + 5 <= block.length && view.getUint8(at) === 0x1c;) {
    const [record, dataset] = [view.getUint8(at + 1), view.getUint8(at + 2)];
    const length = view.getUint16(at + 3);
    // Extended datasets are for pictures inside.
    if (length > 0x7fff) break;
    const value = block.subarray(at + 5, at + 5 + length);
    // ESC % G: UTF-8 (ISO 2022).
    if (record === 1 && dataset === 90) utf8 = value[0] === 0x1b && value[1] === 0x25 && value[2] === 0x47;
    const name = record === 2 ? datasets.get(dataset) : undefined;
    if (name) found.set(name, [...(found.get(name) ?? []), value]);
    at += 5 + length;
  }
  const decode: DecodeText = utf8 ? (bytes) => new TextDecoder().decode(bytes) : decodeUnnamed;
  return Object.fromEntries(Array.from(found, ([name, values]) => [name, values.map(decode).join(', ')]));
}
