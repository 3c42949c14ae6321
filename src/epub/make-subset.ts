/**
 * One font cut down to some of its characters, under a name that it may bear, and deflated as the container
 * takes it. A host that keeps what earlier runs made is asked first: most books have the same letters, and
 * what makes fonts smaller is a program of its own, which takes longer to load than a short book to write.
 */
import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { FontFormat } from '../document/ebook-options.js';
import type { Host } from '../host.js';
import { renameFont } from './rename-font.js';

/** Name ids kept in a subset: what the font is, whose it is, and under which licence. */
const keptNameIds = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14, 16, 17];

/** What a subset is made from. */
export interface SubsetSource {
  /** The font's file. */
  readonly path: string;
  /** SHA-256 of its bytes. */
  readonly digest: Uint8Array;
  /** Code points that the font has. */
  readonly characters: ReadonlySet<number>;
  /** Names that a changed font must not bear. */
  readonly reserved: readonly string[];
}

/** A font as a file, and the same deflated (RFC 1951) where that makes it smaller. */
export interface Subset {
  readonly bytes: Uint8Array;
  readonly deflated?: Uint8Array;
}

/** Makes the subset with those of the characters that the font has. */
export async function makeSubset(
  source: SubsetSource,
  { characters, format }: { readonly characters: string; readonly format: FontFormat },
  host: Host,
): Promise<Subset> {
  const own = Array.from(characters)
    .filter((one) => source.characters.has(one.codePointAt(0) ?? -1))
    .join('');
  const name = host.kept ? nameOf(source, [own, format], host) : '';
  const known = host.kept?.get(`${name}.${format}`);
  const bytes = known ?? (await subset(source, { characters: own, format }, host));
  if (!known) host.kept?.put(`${name}.${format}`, bytes);
  if (format !== 'ttf') return { bytes };
  const packed = host.kept?.get(`${name}.deflate`);
  const deflated = packed ?? deflateRawSync(bytes, { level: 9 });
  if (!packed) host.kept?.put(`${name}.deflate`, deflated);
  return deflated.length < bytes.length ? { bytes, deflated } : { bytes };
}

async function subset(
  { path, digest, reserved }: SubsetSource,
  { characters, format }: { readonly characters: string; readonly format: FontFormat },
  host: Host,
): Promise<Uint8Array> {
  const { default: subsetFont } = await import('subset-font');
  const file = host.read(path);
  if (!file.ok) throw new Error(`${path}: ${file.reason}`);
  // What is made of it is kept under the old digest.
  if (!createHash('sha256').update(file.bytes).digest().equals(digest))
    throw new Error(`${path} changed while it was published`);
  const named = reserved.length > 0 ? renameFont(file.bytes, reserved) : file.bytes;
  const made = await subsetFont(Buffer.from(named), characters, {
    targetFormat: format === 'ttf' ? 'truetype' : format,
    preserveNameIds: keptNameIds,
  });
  return new Uint8Array(made);
}

/** All that the bytes of a subset come from: the font, what is wanted of it, and the program that makes it. */
function nameOf({ digest, reserved }: SubsetSource, wanted: readonly string[], host: Host): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([reserved, keptNameIds, wanted]))
    .update(digest)
    .update(programOf(host));
  return hash.digest('hex');
}

const programs = new WeakMap<Host, Uint8Array>();

/** SHA-256 of the program that makes subsets, the same for all fonts. */
function programOf(host: Host): Uint8Array {
  const known = programs.get(host);
  if (known) return known;
  const hash = createHash('sha256');
  for (const part of ['harfbuzzjs/dist/harfbuzz-subset.wasm', 'subset-font/package.json']) {
    const file = host.read(host.dependency(part));
    if (file.ok) hash.update(file.bytes);
  }
  const digest = new Uint8Array(hash.digest());
  programs.set(host, digest);
  return digest;
}
