/**
 * The files that a publication was made from, as they were given, for an edition that carries them: texts,
 * the manifest or list of chapters, photos. In: what was read; out: their bytes once more. A picture out of
 * a Word file is in that file, and a photo that was since removed is left out.
 */
import type { Attachment } from '../document/attachment.js';
import type { ImageAsset, Manuscript } from '../document/publication.js';
import type { Host } from '../host.js';

/** What says in which order the texts of a folder stand, and what they are together. */
const descriptions = ['publication.yaml', 'publication.yml', 'SUMMARY.md', 'book.toml', 'book.json'];

/** The files, texts first, each once. */
export function sourceFiles(
  manuscript: Manuscript,
  pictures: Iterable<ImageAsset>,
  host: Host,
): readonly Attachment[] {
  const { path, chapters } = manuscript;
  const folder = host.kind(path) === 'folder' ? path : host.resolve(path, '.');
  const files = new Map<string, Attachment['relationship']>();
  for (const { article } of chapters) files.set(article.path, 'Source');
  if (manuscript.kind !== 'article') {
    const inFolder = descriptions.map((name) => host.resolve(`${folder}/x`, name));
    for (const file of [path, ...inFolder]) if (!files.has(file)) files.set(file, 'Data');
  }
  for (const { path: picture } of pictures) files.set(picture, 'Source');
  const names = new Set<string>();
  return Array.from(files).flatMap(([file, relationship]) => {
    if (host.kind(file) !== 'file') return [];
    const read = host.read(file);
    if (!read.ok) return [];
    return [{ name: nameWithin(folder, file, names), bytes: read.bytes, relationship }];
  });
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
