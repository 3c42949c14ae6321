/**
 * The pictures of style sheets (backgrounds, list marks, `content`): paths → assets by path, read as the
 * pictures of a text are. One that is not there is an error at the place that names it.
 */
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import type { ImageAsset } from '../document/publication.js';
import type { SheetPicture } from '../document/style.js';
import type { Host } from '../host.js';
import { openImage } from './images.js';

export async function readSheetPictures(
  pictures: readonly SheetPicture[],
  host: Host,
): Promise<Staged<ReadonlyMap<string, ImageAsset>>> {
  const assets = new Map<string, ImageAsset>();
  const diagnostics: Diagnostic[] = [];
  const taken = new Set<string>();
  for (const { path, span = { file: path } } of pictures) {
    const bytes = bytesOf(path, host);
    if (typeof bytes === 'string') {
      diagnostics.push(diagnostic(bytes, { path: path.slice(0, longestShown) }, { span }));
      continue;
    }
    const name = path.startsWith('data:') ? 'data' : path;
    const read = await openImage({ path: name, bytes, span }, taken);
    diagnostics.push(...read.diagnostics);
    if (read.value) assets.set(path, read.value);
  }
  return { value: assets, diagnostics };
}

const longestShown = 80;

/** What an address holds, or why it is not read. */
function bytesOf(path: string, host: Host): Uint8Array | 'IMG-REMOTE' | 'STYLE-PICTURE' {
  const [, base64, data] = /^data:[^,]*?(;base64)?,(.*)$/is.exec(path) ?? [];
  if (data !== undefined) return Buffer.from(decoded(data), base64 ? 'base64' : 'latin1');
  if (/^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(path)) return 'IMG-REMOTE';
  const file = host.read(path);
  return file.ok ? file.bytes : 'STYLE-PICTURE';
}

function decoded(data: string): string {
  return data.replace(/%([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
