/**
 * Whether bytes are an ICC profile (ICC.1:2010), and a whole one: looked into before a file carries them, for
 * what is cut off or broken is told by no picture and found by the printing house. In: bytes; out: the colour
 * space of the profile, or that there is something wrong with it.
 */

/** Colour spaces of profiles that PDF files carry (ISO 32000-1, 8.6.5.5). */
export type ProfileSpace = 'GRAY' | 'RGB ' | 'CMYK';

/** Where the data of a tag lie (7.3). */
interface TagPlace {
  readonly offset: number;
  readonly size: number;
}

const headerLength = 128;

/** Tags that a file has at most: more are a count that was never written as one. */
const mostTags = 256;

/** Signature at a place: four characters. */
const signatureAt = (profile: Uint8Array, at: number): string =>
  String.fromCharCode(...profile.subarray(at, at + 4));

/** Whether the header is that of an ICC profile of version 2 or 4 (7.2). */
export function isProfile(profile: Uint8Array): boolean {
  return profile.length >= headerLength && signatureAt(profile, 36) === 'acsp' && (profile[8] ?? 0) <= 4;
}

/** Device class: `mntr`, `prtr`… (7.2.5). */
export function profileClass(profile: Uint8Array): string {
  return signatureAt(profile, 12);
}

/** What the header says of the colours (7.2.6), four characters. */
export function profileColours(profile: Uint8Array): string {
  return signatureAt(profile, 16);
}

/** Colour space of a profile of a device, by its header, or undefined when it is none. */
export function profileSpace(profile: Uint8Array): ProfileSpace | undefined {
  if (!isProfile(profile) || !['mntr', 'prtr', 'scnr', 'spac'].includes(profileClass(profile)))
    return undefined;
  return (['GRAY', 'RGB ', 'CMYK'] as const).find((space) => space === profileColours(profile));
}

/** Whether a profile has all its bytes, and all tags that its class needs, with tables that can be read. */
export function isWhole(profile: Uint8Array): boolean {
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  if (profile.length < headerLength + 4 || view.getUint32(0) > profile.length) return false;
  const tags = tagsOf(profile, view);
  if (!tags || !requiredTags(profile, tags)) return false;
  return Array.from(tags).every(([name, place]) => !/^[AB]2[AB]\d$/.test(name) || isTable(profile, place));
}

/** The tags of a profile; undefined when one lies beyond its end. */
function tagsOf(profile: Uint8Array, view: DataView): ReadonlyMap<string, TagPlace> | undefined {
  const count = view.getUint32(headerLength);
  const start = headerLength + 4;
  if (count > mostTags || start + 12 * count > profile.length) return undefined;
  const tags = new Map<string, TagPlace>();
  for (let at = start; at < start + 12 * count; at += 12) {
    const [offset, size] = [view.getUint32(at + 4), view.getUint32(at + 8)];
    if (offset < start || size < 8 || offset + size > profile.length) return undefined;
    tags.set(signatureAt(profile, at), { offset, size });
  }
  return tags;
}

/** Ways to say what colours mean: for printers by tables both ways (8.5), for others by curves as well (8.3, 8.4). */
function requiredTags(profile: Uint8Array, tags: ReadonlyMap<string, TagPlace>): boolean {
  const space = profileSpace(profile);
  const curves = {
    GRAY: ['kTRC'],
    'RGB ': ['rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC'],
    CMYK: undefined,
  };
  const tables = profileClass(profile) === 'prtr' ? ['A2B0', 'B2A0'] : ['A2B0'];
  const all = (names: readonly string[] | undefined): boolean =>
    names?.every((name) => tags.has(name)) ?? false;
  return all(['desc', 'cprt', 'wtpt']) && (all(tables) || (space !== undefined && all(curves[space])));
}

/** Whether a table is of a known type and has all its values (10.8 to 10.11). */
function isTable(profile: Uint8Array, { offset, size }: TagPlace): boolean {
  if (size < 32) return false;
  const view = new DataView(profile.buffer, profile.byteOffset + offset, size);
  const [inputs, outputs, points] = [view.getUint8(8), view.getUint8(9), view.getUint8(10)];
  const type = signatureAt(profile, offset);
  if (inputs < 1 || outputs < 1) return false;
  if (type === 'mft1') return 48 + 256 * (inputs + outputs) + points ** inputs * outputs <= size;
  if (type === 'mft2') {
    if (size < 52) return false;
    const curves = inputs * view.getUint16(48) + outputs * view.getUint16(50);
    return 52 + 2 * (curves + points ** inputs * outputs) <= size;
  }
  if (type !== 'mAB ' && type !== 'mBA ') return false;
  return [12, 16, 20, 24, 28].every((at) => view.getUint32(at) < size) && hasGrid(view, inputs, outputs);
}

/** Whether the grid of a table of elements has all its values, if there is one (10.10.5). */
function hasGrid(view: DataView, inputs: number, outputs: number): boolean {
  const at = view.getUint32(24);
  if (at === 0) return true;
  if (at + 20 > view.byteLength) return false;
  const values = Array.from({ length: inputs }, (_, i) => (i < 16 ? view.getUint8(at + i) : 0));
  const count = values.reduce((product, points) => product * points, outputs);
  return at + 20 + count * view.getUint8(at + 16) <= view.byteLength;
}
