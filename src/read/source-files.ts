/**
 * The files that a publication was made from, for an edition that carries them. In: what was read; out:
 * texts and the manifest or list of chapters as they were given, photos as the publication has them: whole,
 * but without place, camera and scripts, which no edition gives away. A picture out of a Word file is in
 * that file, and a file that was since removed is left out.
 */
import type { Attachment } from '../document/attachment.js';
import type { ImageAsset, ImageFormat, Manuscript } from '../document/publication.js';
import type { Host } from '../host.js';
import { insideFolders } from './inside-folder.js';

/** What says in which order the texts of a folder stand, and what they are together. */
const descriptions = ['publication.yaml', 'publication.yml', 'SUMMARY.md', 'book.toml', 'book.json'];

const endings: Readonly<Record<ImageFormat, RegExp>> = {
  jpeg: /\.jpe?g$/i,
  png: /\.png$/i,
  svg: /\.svg$/i,
};

/** The files, texts first, each once. */
export function sourceFiles(
  manuscript: Manuscript,
  pictures: Iterable<ImageAsset>,
  host: Host,
): readonly Attachment[] {
  const { path, chapters } = manuscript;
  const folder = host.kind(path) === 'folder' ? path : host.resolve(path, '.');
  const texts = new Set(chapters.map(({ article }) => article.path));
  const about = new Set([path, ...descriptions.map((name) => host.resolve(`${folder}/x`, name))]);
  // Beside one article such a file speaks of others.
  const facts = manuscript.kind === 'article' ? [] : [...about].filter((file) => !texts.has(file));
  const inside = insideFolders(host, [folder]);
  const photos = new Map(Array.from(pictures, (picture) => [picture.path, picture]));
  const files = [
    ...Array.from(texts, (file) => given(file, 'Source', host)),
    ...facts.map((file) => given(file, 'Data', inside)),
    ...Array.from(photos.values(), (photo) => cleaned(photo, host)),
  ];
  const names = new Set<string>();
  return files.flatMap((file) => (file ? [{ ...file, name: nameWithin(folder, file.name, names) }] : []));
}

/** A file as it was given, under its path. */
function given(path: string, relationship: Attachment['relationship'], host: Host): Attachment | undefined {
  if (host.kind(path) !== 'file') return undefined;
  const read = host.read(path);
  return read.ok ? { name: path, bytes: read.bytes, relationship } : undefined;
}

/** A photo as the publication has it, with the ending of what it is now. */
function cleaned({ path, bytes, format }: ImageAsset, host: Host): Attachment | undefined {
  if (host.kind(path) !== 'file') return undefined;
  const fits = endings[format].test(path);
  return { name: fits ? path : `${path}.${format}`, bytes, relationship: 'Source' };
}

/** The path of a file seen from the folder of the publication; one from elsewhere goes by its bare name. */
function nameWithin(folder: string, file: string, taken: Set<string>): string {
  const path = file.replaceAll('\\', '/');
  const root = `${folder.replaceAll('\\', '/').replace(/\/+$/, '')}/`;
  const inside = path.startsWith(root) ? path.slice(root.length) : '';
  const plain = inside !== '' && !inside.startsWith('../') ? inside : path.replace(/^.*\//s, '');
  let name = plain;
  for (let count = 2; taken.has(name); count++) name = `${count}-${plain}`;
  taken.add(name);
  return name;
}
