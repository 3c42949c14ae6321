/**
 * The cover that is given for an ebook: a path → a picture, read as those of a text are, with the words that
 * stand for it where somebody wrote them. What is wrong with it concerns the ebook alone.
 */
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import { isWebAddress } from '../document/bibliography.js';
import type { EbookOptions } from '../document/ebook-options.js';
import type { ImageAsset } from '../document/publication.js';
import type { Host } from '../host.js';
import { readImage } from './images.js';
import { sidecarAlt } from './photos.js';

/** A cover that was read. */
export interface GivenCover {
  readonly picture: ImageAsset;
  /** From a file beside it (`bia.alt.txt`), or from the picture itself. */
  readonly alt?: string;
}

/** Reads the cover; one that a file names is seen from there. */
export async function readCover(
  { path: written, span }: NonNullable<EbookOptions['cover']>,
  host: Host,
): Promise<Staged<GivenCover | undefined>> {
  const path = span ? host.resolve(span.file, written) : written;
  const at = { span: span ?? { file: path }, edition: 'ebook' } as const;
  if (isWebAddress(written))
    return { value: undefined, diagnostics: [diagnostic('IMG-REMOTE', { path: written }, at)] };
  const read = await readImage(path, host, at.span, new Set());
  const ofCover = (said: Diagnostic): Diagnostic =>
    said.code === 'IMG-MISSING'
      ? diagnostic('EPUB-COVER-MISSING', { path: written }, at)
      : { ...said, edition: 'ebook' };
  const diagnostics = read.diagnostics.map(ofCover);
  if (!read.value) return { value: undefined, diagnostics };
  const alt = (await sidecarAlt(path, host)) ?? read.value.photo?.alt;
  return { value: { picture: read.value, ...(alt !== undefined && { alt }) }, diagnostics };
}
