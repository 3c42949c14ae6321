/**
 * The files that a publication was made from, for an edition that carries them. In: what was read; out:
 * texts as they were given, and whatever was read with them (the manifest or list of chapters, facts, alternative
 * texts, included files), photos as the publication has them: whole, but without place, camera and scripts,
 * which no edition gives away. A picture out of a Word file is in that file, and a file that was since
 * removed is left out.
 */
import type { Attachment } from '../document/attachment.js';
import type { ImageAsset, ImageFormat, Manuscript, Publication } from '../document/publication.js';
import type { Host } from '../host.js';
import { insideFolders } from './inside-folder.js';
import { pictureEnding } from './photo-format.js';

const endings: Readonly<Record<ImageFormat, RegExp>> = {
  jpeg: /\.jpe?g$/i,
  png: /\.png$/i,
  svg: /\.svg$/i,
};

/** What was read, and what became of it. */
interface ReadFiles {
  readonly manuscript: Manuscript;
  readonly publication: Pick<Publication, 'assets'>;
  /** Paths of all files that were read. */
  readonly files: Iterable<string>;
}

/** The files, texts first, each once. `allow` are folders besides that of the publication whose files it may use. */
export function sourceFiles(
  { manuscript, publication, files }: ReadFiles,
  host: Host,
  allow: readonly string[] = [],
): readonly Attachment[] {
  const { path, chapters, printer } = manuscript;
  const folder = host.kind(path) === 'folder' ? path : host.resolve(path, '.');
  const inside = insideFolders(host, [folder, ...allow]);
  const photos = new Map(Array.from(publication.assets.values(), (picture) => [picture.path, picture]));
  const texts = new Set(chapters.map(({ article }) => article.path));
  const others = [...files].filter((file) => {
    return !texts.has(file) && !photos.has(file) && !pictureEnding.test(file) && file !== printer?.value;
  });
  const found = [
    ...Array.from(texts, (file) => given(file, 'Source', host)),
    ...others.map((file) => beside(file, inside)),
    ...Array.from(photos.values(), (photo) => cleaned(photo, host)),
  ];
  const names = new Set<string>();
  return found.flatMap((file) => (file ? [{ ...file, name: nameWithin(folder, file.name, names) }] : []));
}

/** A file as it was given, under its path. */
function given(path: string, relationship: Attachment['relationship'], host: Host): Attachment | undefined {
  if (host.kind(path) !== 'file') return undefined;
  const read = host.read(path);
  return read.ok ? { name: path, bytes: read.bytes, relationship } : undefined;
}

/** What is said about the texts: manifests and lists of chapters, facts, alternative texts of photos. */
const aboutTexts = /\.(?:ya?ml|json|toml)$|(?:^|[\\/])summary\.md$|\.alt\.txt$/i;

/**
 * A file that was read with the texts: said about them, or a part of one that it includes. A picture that
 * goes by another name is given away by its bytes: texts have no zeros, but those in UTF-16.
 */
function beside(path: string, host: Host): Attachment | undefined {
  const isAbout = aboutTexts.test(path) || pictureEnding.test(path.replace(/\.txt$/i, ''));
  const file = given(path, isAbout ? 'Data' : 'Source', host);
  if (!file || file.bytes.length === 0) return undefined;
  const [first = 0, second = 0] = file.bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isWide || !file.bytes.includes(0) ? file : undefined;
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
