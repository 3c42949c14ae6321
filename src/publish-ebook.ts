/**
 * The part of the pipeline that makes the ebook: dress, style for reading systems, draw the cover, write.
 * Of the printed pages, where there are any, it takes where they begin.
 */
import { diagnostic, type Diagnostic, type Staged } from './diagnostic.js';
import { ebookPageBreaks } from './document/ebook-page-breaks.js';
import type { PagedDocument } from './document/page.js';
import type { Manuscript } from './document/publication.js';
import { joinParts } from './document/join-parts.js';
import type { Artifact, PublishOptions } from './document/result.js';
import { navigationBody } from './epub/write-documents.js';
import { openEpub } from './epub/write-epub.js';
import type { Host } from './host.js';
import { makeCover } from './publish-cover.js';
import { makeFixed } from './publish-fixed.js';
import type { FixedSource } from './publish-keep.js';
import type { ReadPublication } from './publish-source.js';
import { insideFolders } from './read/inside-folder.js';
import { folderOf } from './read/photos.js';
import { readSheetPictures } from './read/sheet-pictures.js';
import { fontsInUse } from './style/fonts-in-use.js';
import { readingSheet } from './style/reading-sheet.js';
import { dressEbook } from './template/dress.js';
import type { Template } from './template/template.js';

/** What an ebook takes besides its source. */
export interface EbookMaking {
  readonly template: Template;
  /** The pages of the print edition, where it was made. */
  readonly printed: PagedDocument | undefined;
  /** The same with all that stands on them, where an ebook of fixed pages is wanted. */
  readonly fixed: FixedSource | undefined;
  readonly options: PublishOptions;
}

/** Makes the ebook; no file when an error withholds it. */
export async function makeEbook(
  { manuscript, publication }: ReadPublication,
  { template, printed, fixed, options }: EbookMaking,
  host: Host,
): Promise<Staged<readonly Artifact[]>> {
  const { slug, identifier, modified } = publication;
  const diagnostics: Diagnostic[] = [];
  const take = <T>(staged: Staged<T>): T => {
    diagnostics.push(...staged.diagnostics);
    return staged.value;
  };
  const ebook = take(await dressEbook(publication, template));
  // The cover is drawn by other threads while the rest is made.
  const wanted = { ...manuscript.ebook, ...options.ebook };
  const within = coverHost(manuscript, options, host);
  const cover = await makeCover(ebook, wanted, { host, within });
  const sheet = take(readingSheet(ebook.stylesheets, host));
  const sheetAssets = take(await readSheetPictures(sheet.pictures, host));
  const bodies = [...ebook.documents.map(({ body }) => body), navigationBody(ebook.documents)];
  const fonts = fontsInUse(bodies, ebook.stylesheets, host);
  const { drawn: coverImage, coverAlt } = take(cover) ?? {};
  const shown = { ...(coverImage && { coverImage }), ...(coverAlt !== undefined && { coverAlt }) };
  const pageBreaks = printed && ebookPageBreaks(printed, publication.sections);
  const about = { modified, identifier, wanted };
  const pages = pageBreaks && { pageBreaks };
  const config = { ...sheet, fonts, sheetAssets, ...pages, ...shown, ...about };
  const parts = take(await openEpub(ebook, config, host));
  const artifact = parts && {
    edition: 'ebook' as const,
    name: `${slug}.epub`,
    parts,
    get bytes() {
      return joinParts(parts);
    },
  };
  const printing = options.editions?.includes('print') ?? true;
  if (printing && !printed)
    diagnostics.push(
      diagnostic('EPUB-PAGES-WITHHELD', {}, { span: { file: manuscript.path }, edition: 'ebook' }),
    );
  const fixedMaking = {
    wanted,
    printing,
    coverAlt: ebook.cover?.alt,
    ...shown,
    coverImage: await coverImage,
  };
  const pagesToo = take(await makeFixed(fixed, fixedMaking, host));
  return { value: [...(artifact ? [artifact] : []), ...pagesToo], diagnostics };
}

/** A cover that the source names lies in its folder, as its pictures do; the user's own lies anywhere. */
function coverHost({ path, kind }: Manuscript, { ebook, allow = [] }: PublishOptions, host: Host): Host {
  if (ebook?.cover) return host;
  return insideFolders(host, [kind === 'article' ? folderOf(path) : path, ...allow]);
}
