/**
 * The part of the pipeline that makes the ebook: dress, style for reading systems, draw the cover, write.
 * Of the printed pages, where there are any, it takes where they begin.
 */
import { diagnostic, type Diagnostic, type Staged } from './diagnostic.js';
import { ebookPageBreaks } from './document/ebook-page-breaks.js';
import type { PagedDocument } from './document/page.js';
import type { DressedEbook, Manuscript } from './document/publication.js';
import { ebookArtifact } from './document/ebook-artifact.js';
import type { Artifact, PublishOptions } from './document/result.js';
import { navigationBody } from './epub/write-documents.js';
import { openEpub, type EpubConfig } from './epub/write-epub.js';
import type { Host } from './host.js';
import { makeCover } from './publish-cover.js';
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

/** Makes the ebook, and one of the printed pages where it is wanted; no file when an error withholds it. */
export async function makeEbook(
  source: ReadPublication,
  { template, printed, fixed, options }: EbookMaking,
  host: Host,
): Promise<Staged<readonly Artifact[]>> {
  const { manuscript, publication } = source;
  const { sections, identifier, modified } = publication;
  const diagnostics: Diagnostic[] = [];
  const take = <T>(staged: Staged<T>): T => {
    diagnostics.push(...staged.diagnostics);
    return staged.value;
  };
  const ebook = take(await dressEbook(publication, template));
  // The cover is drawn by other threads while the rest is made.
  const wanted = { ...manuscript.ebook, ...options.ebook };
  const drawn = await makeCover(ebook, wanted, { host, within: coverHost(manuscript, options, host) });
  const style = take(await styleEbook(ebook, host));
  const { drawn: coverImage, coverAlt } = take(drawn) ?? {};
  const cover = { ...(coverImage && { coverImage }), ...(coverAlt !== undefined && { coverAlt }) };
  const pages = printed && { pageBreaks: ebookPageBreaks(printed, sections) };
  const parts = take(
    await openEpub(ebook, { ...style, ...pages, ...cover, modified, identifier, wanted }, host),
  );
  const artifacts = parts ? [ebookArtifact(`${publication.slug}.epub`, parts)] : [];
  const printing = options.editions?.includes('print') ?? true;
  if (printing && !printed)
    diagnostics.push(
      diagnostic('EPUB-PAGES-WITHHELD', {}, { span: { file: manuscript.path }, edition: 'ebook' }),
    );
  if (!wanted.fixedLayout) return { value: artifacts, diagnostics };
  const { makeFixed } = await import('./publish-fixed.js');
  const making = { wanted, printing, coverAlt: coverAlt ?? ebook.cover?.alt, coverImage: await coverImage };
  return { value: [...artifacts, ...take(await makeFixed(fixed, making, host))], diagnostics };
}

/** How the ebook looks: its style sheet with the pictures that it names, and the fonts that its text asks for. */
async function styleEbook(
  { documents, stylesheets }: DressedEbook,
  host: Host,
): Promise<Staged<Pick<EpubConfig, 'css' | 'pictures' | 'sheetAssets' | 'fonts'>>> {
  const { value: sheet, diagnostics } = readingSheet(stylesheets, host);
  const assets = await readSheetPictures(sheet.pictures, host);
  const bodies = [...documents.map(({ body }) => body), navigationBody(documents)];
  const fonts = fontsInUse(bodies, stylesheets, host);
  return {
    value: { css: sheet.css, pictures: sheet.pictures, sheetAssets: assets.value, fonts },
    diagnostics: [...diagnostics, ...assets.diagnostics],
  };
}

/** A cover that the source names lies in its folder, as its pictures do; the user's own lies anywhere. */
function coverHost({ path, kind }: Manuscript, { ebook, allow = [] }: PublishOptions, host: Host): Host {
  if (ebook?.cover) return host;
  return insideFolders(host, [kind === 'article' ? folderOf(path) : path, ...allow]);
}
