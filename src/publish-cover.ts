/**
 * The part of the pipeline that makes the cover of the ebook: the picture that is given, fitted to what
 * stores take, or the template's first page, drawn.
 */
import type { Staged } from './diagnostic.js';
import type { EbookOptions } from './document/ebook-options.js';
import type { DressedEbook } from './document/publication.js';
import { fitCover } from './epub/fit-cover.js';
import { phrasesFor } from './epub/phrases.js';
import type { Host } from './host.js';
import { drawCover } from './publish-pages.js';
import { readCover } from './read/read-cover.js';

/** A cover as the ebook carries it. */
export interface EbookCover {
  /** JPEG, as soon as it is drawn. */
  readonly drawn: Promise<Uint8Array>;
  /** What it shows, where that is another than the template's words. */
  readonly coverAlt?: string;
}

/** Where its files are read. */
interface CoverHosts {
  readonly host: Host;
  /** What a given picture may be read from. */
  readonly within: Host;
}

/** Makes the cover; none where there is none, or where the given one cannot be used. */
export async function makeCover(
  ebook: DressedEbook,
  { cover }: EbookOptions,
  { host, within }: CoverHosts,
): Promise<Staged<EbookCover | undefined>> {
  if (cover === undefined) {
    const { value, diagnostics } = await drawCover(ebook, host);
    return { value: value && { drawn: value }, diagnostics };
  }
  const read = await readCover(cover, within);
  if (!read.value) return { value: undefined, diagnostics: read.diagnostics };
  const { picture, alt } = read.value;
  const fitted = await fitCover(picture, cover.span);
  const diagnostics = [...read.diagnostics, ...fitted.diagnostics];
  if (!fitted.value) return { value: undefined, diagnostics };
  const { slug, metadata } = ebook.publication;
  const named = `${phrasesFor(metadata.language).cover}: ${metadata.title ?? slug}`;
  return {
    value: { drawn: Promise.resolve(fitted.value), coverAlt: alt ?? named },
    diagnostics,
  };
}
