/**
 * The photos that lie beside a pasted text: `bai-1.jpg`, `bai-2.png` … by number, or the pictures of a
 * folder `bai/` in natural order. And the sidecar that says what a photo shows: `bai-1.alt.txt`, or
 * `bai-1.jpg.txt`.
 */
import { diagnostic, type Diagnostic } from '../diagnostic.js';
import { pathName } from '../document/path-name.js';
import type { Host } from '../host.js';
import { decode } from './decode.js';
import { captionInside } from './images.js';
import { pictureEnding } from './photo-format.js';
import { repair } from './repair.js';

export interface Photos {
  /** Path of the photo of each caption, from 0; holes where a number is missing. */
  readonly paths: readonly (string | undefined)[];
  /** What the photo of caption number `index` should have been called. */
  wanted(index: number): string;
}

/** Finds the photos of an article by its path. */
export function findPhotos(article: string, host: Host): Photos {
  const name = pathName(article);
  const wanted = (index: number): string => `${name}-${index + 1}.jpg`;
  const numbered: (string | undefined)[] = [];
  for (const file of host.list(folderOf(article)) ?? []) {
    const number = /-(\d{1,3})$/.exec(pathName(file));
    if (!number?.[1] || !pictureEnding.test(file)) continue;
    if (sameName(pathName(file).slice(0, number.index), name) && Number(number[1]) > 0) {
      numbered[Number(number[1]) - 1] ??= host.resolve(article, file);
    }
  }
  if (numbered.length > 0) return { paths: Array.from(numbered), wanted };
  const folder = host.resolve(article, name);
  const collator = new Intl.Collator('en', { numeric: true });
  const files = (host.list(folder) ?? []).filter((file) => pictureEnding.test(file));
  const paths = [...files].sort(collator.compare).map((file) => `${folder}/${file}`);
  return { paths, wanted };
}

/**
 * Says which photos have no caption in the text of `article`, the first `shown` having one. What a photo
 * itself says of it is shown to the editor, never put into the text.
 */
export async function spareDiagnostics(
  { paths }: Photos,
  shown: number,
  article: string,
  host: Host,
): Promise<readonly Diagnostic[]> {
  const said: Diagnostic[] = [];
  for (const photo of paths.slice(shown)) {
    if (photo === undefined) continue;
    const caption = await captionInside(photo, host);
    const at = { span: { file: article } };
    said.push(
      caption === undefined
        ? diagnostic('READ-PHOTO-SPARE', { photo }, at)
        : diagnostic('READ-PHOTO-CAPTION', { photo, caption }, at),
    );
  }
  return said;
}

/** File names come decomposed from some systems. */
function sameName(a: string, b: string): boolean {
  return a.normalize('NFC') === b.normalize('NFC');
}

/** The folder that a path lies in. */
export function folderOf(path: string): string {
  const at = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return at < 0 ? '.' : at === 0 ? '/' : path.slice(0, at);
}

/** The alternative text in the photo's sidecar; undefined when there is none or it is empty. */
export async function sidecarAlt(photo: string, host: Host): Promise<string | undefined> {
  const beside = namesIn(folderOf(photo), host);
  for (const path of [sidecarName(photo), `${photo}.txt`]) {
    if (beside && !beside.has(folded(/[^/\\]*$/.exec(path)?.[0] ?? ''))) continue;
    const file = host.read(path);
    const text = file.ok ? (await decode(file.bytes, path)).value : undefined;
    const alt = text === undefined ? '' : repair(text, path).value.replace(/\s+/g, ' ').trim();
    if (alt !== '') return alt;
  }
  return undefined;
}

const namesOf = new WeakMap<readonly string[], ReadonlySet<string>>();

/**
 * The names in a folder: to ask the system for thousands of files that are not there takes its time. undefined for
 * a folder whose files may be read and whose names may not.
 */
function namesIn(folder: string, host: Host): ReadonlySet<string> | undefined {
  const list = host.list(folder);
  if (!list) return undefined;
  const known = namesOf.get(list) ?? new Set(list.map(folded));
  namesOf.set(list, known);
  return known;
}

/** A file name as systems compare it that know neither case nor how a letter is composed. */
function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Where the alternative text of a photo is looked for first. */
export function sidecarName(photo: string): string {
  return `${photo.replace(/\.[^./\\]*$/, '')}.alt.txt`;
}
