/**
 * Colour spaces that content uses, taken apart (ISO 32000-1, 8.6): base and alternate spaces, inks, and
 * device spaces after the default ones of their resources were put in their place (8.6.5.6).
 */
import { PdfName, type PdfObject, type PdfStream } from '../../objects.js';
import { isArray, type PdfFile } from '../../open-pdf.js';
import type { PdfContents } from '../../read-pdf.js';
import { contentFacts } from '../content-facts.js';
import type { ContentStream } from '../content-streams.js';
import { groupOf } from './transparent.js';

/** One space without those that it is made of, and where it is used. */
export type ColorUse = {
  readonly stream: ContentStream;
  /** True for the space in which the group of a stream is blended. */
  readonly group?: boolean;
} & (
  | { readonly type: 'device'; readonly name: 'DeviceGray' | 'DeviceRGB' | 'DeviceCMYK' }
  | { readonly type: 'icc'; readonly profile: PdfStream }
  | { readonly type: 'separation' | 'deviceN'; readonly space: readonly PdfObject[] }
);

const maxDepth = 8;

const known = new WeakMap<PdfContents, readonly ColorUse[]>();

/** Every colour space that the content of the file uses; groups' own spaces too. */
export function colorUses(contents: PdfContents): readonly ColorUse[] {
  const found = known.get(contents) ?? [...findUses(contents)];
  known.set(contents, found);
  return found;
}

function* findUses(contents: PdfContents): Generator<ColorUse> {
  const { file } = contents;
  const { spaces, streams } = contentFacts(contents).graphics;
  for (const [stream, used] of spaces) {
    // What a soft mask paints gives its alpha, and is not seen.
    if (!isMask(stream)) for (const space of used.values()) yield* takeApart(file, space, stream);
  }
  for (const stream of streams) {
    const space = groupOf(file, stream.dict)?.raw('CS') ?? null;
    if (space === null || isMask(stream)) continue;
    for (const use of takeApart(file, space, stream)) yield { ...use, group: true };
  }
}

function isMask(stream: ContentStream | undefined): boolean {
  return stream !== undefined && (stream.type === 'mask' || isMask(stream.outer));
}

/** A space, and those that it is made of. */
function* takeApart(file: PdfFile, value: PdfObject, stream: ContentStream, depth = 0): Generator<ColorUse> {
  const space = file.resolve(value);
  if (depth > maxDepth) return;
  if (space instanceof PdfName) yield* deviceUse(file, space.value, stream, depth);
  if (!isArray(space)) return;
  const [family = null, first = null, second = null, , fourth = null] = space;
  const name = file.nameOf(family) ?? '';
  if (space.length === 1) yield* deviceUse(file, name, stream, depth);
  else if (name === 'ICCBased') {
    const profile = file.stream(first);
    if (profile) yield { type: 'icc', profile, stream };
  } else if (name === 'Indexed' || name === 'I' || name === 'Pattern') {
    yield* takeApart(file, first, stream, depth + 1);
  } else if (name === 'Separation' || name === 'DeviceN') {
    yield { type: name === 'DeviceN' ? 'deviceN' : 'separation', space, stream };
    yield* takeApart(file, second, stream, depth + 1);
    const attributes = file.dict(fourth);
    const inProcess = file.dict(attributes?.raw('Process') ?? null)?.raw('ColorSpace') ?? null;
    yield* takeApart(file, inProcess, stream, depth + 1);
    const colorants = file.dict(attributes?.raw('Colorants') ?? null);
    for (const ink of colorants?.entries.values() ?? []) yield* takeApart(file, ink, stream, depth + 1);
  }
}

const names = {
  DeviceGray: 'DeviceGray',
  G: 'DeviceGray',
  DeviceRGB: 'DeviceRGB',
  RGB: 'DeviceRGB',
  DeviceCMYK: 'DeviceCMYK',
  CMYK: 'DeviceCMYK',
} as const;

const isDevice = (name: string): name is keyof typeof names => Object.hasOwn(names, name);

function* deviceUse(file: PdfFile, name: string, stream: ContentStream, depth: number): Generator<ColorUse> {
  if (!isDevice(name)) return;
  const whole = names[name];
  const instead = file.resolve(defaultSpace(file, stream, whole.replace('Device', 'Default')));
  if (isArray(instead) && instead.length > 1) yield* takeApart(file, instead, stream, depth + 1);
  else yield { type: 'device', name: whole, stream };
}

/** A default colour space in the resources of the stream; in those around it when it has none. */
function defaultSpace(file: PdfFile, stream: ContentStream, name: string): PdfObject {
  const { resources, outer } = stream;
  if (resources) return file.dict(resources.raw('ColorSpace'))?.raw(name) ?? null;
  return outer ? defaultSpace(file, outer, name) : null;
}
