/**
 * The part of the pipeline that makes the ebook: dress, style for reading systems, draw the cover; then, of the
 * printed pages, where there are any, where they begin; and write.
 */
import { diagnostic, type Staged } from './diagnostic.js';
import type { EbookOptions } from './document/ebook-options.js';
import { ebookPageBreaks } from './document/ebook-page-breaks.js';
import type { PagedDocument } from './document/page.js';
import type { DressedEbook, Manuscript } from './document/publication.js';
import { ebookArtifact } from './document/ebook-artifact.js';
import type { Artifact, PublishOptions } from './document/result.js';
import { navigationBody } from './epub/write-documents.js';
import { beginEpub, finishEpub, type BegunEpub, type EpubConfig } from './epub/write-epub.js';
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

/** An ebook that is begun: cover and pictures are drawn by other threads while pages are set. */
export interface BegunEbook {
  readonly epub: BegunEpub;
  readonly wanted: EbookOptions;
  readonly cover: Pick<EpubConfig, 'coverImage' | 'coverAlt'>;
}

/** The pages of the print edition, where it was made. */
export interface PrintedPages {
  readonly printed: PagedDocument | undefined;
  /** The same with all that stands on them, where an ebook of fixed pages is wanted. */
  readonly fixed: FixedSource | undefined;
}

/** Begins the ebook: all of it that does not wait for printed pages; nothing without a template. */
export async function beginEbook(
  { manuscript, publication }: ReadPublication,
  { value: template, diagnostics: said }: Staged<Template | undefined>,
  options: PublishOptions,
  host: Host,
): Promise<Staged<BegunEbook | undefined>> {
  if (!template) return { value: undefined, diagnostics: said };
  const diagnostics = [...said];
  const take = <T>(staged: Staged<T>): T => {
    diagnostics.push(...staged.diagnostics);
    return staged.value;
  };
  const ebook = take(await dressEbook(publication, template));
  const wanted = { ...manuscript.ebook, ...options.ebook };
  const drawn = await makeCover(ebook, wanted, { host, within: coverHost(manuscript, options, host) });
  const style = take(await styleEbook(ebook, host));
  const { drawn: coverImage, coverAlt } = take(drawn) ?? {};
  const cover = { ...(coverImage && { coverImage }), ...(coverAlt !== undefined && { coverAlt }) };
  const { identifier, modified } = publication;
  const epub = beginEpub(ebook, { ...style, ...cover, identifier, modified, wanted });
  return { value: { epub, wanted, cover }, diagnostics };
}

/** Writes the ebook, and one of the printed pages where it is wanted; no file when an error withholds it. */
export async function finishEbook(
  { manuscript, publication }: ReadPublication,
  { epub, wanted, cover }: BegunEbook,
  { printed, fixed }: PrintedPages,
  { editions }: PublishOptions,
  host: Host,
): Promise<Staged<readonly Artifact[]>> {
  const { slug, sections } = publication;
  const pageBreaks = printed && ebookPageBreaks(printed, sections);
  const { value: parts, diagnostics } = await finishEpub(epub, pageBreaks, host);
  const artifacts = parts ? [ebookArtifact(`${slug}.epub`, parts)] : [];
  const printing = editions?.includes('print') ?? true;
  const at = { span: { file: manuscript.path }, edition: 'ebook' } as const;
  const withheld = printing && !printed ? [diagnostic('EPUB-PAGES-WITHHELD', {}, at)] : [];
  const said = [...diagnostics, ...withheld];
  if (!wanted.fixedLayout) return { value: artifacts, diagnostics: said };
  const { makeFixed } = await import('./publish-fixed.js');
  const coverAlt = cover.coverAlt ?? epub.ebook.cover?.alt;
  const making = { wanted, printing, coverAlt, coverImage: await cover.coverImage };
  const pages = await makeFixed(fixed, making, host);
  return { value: [...artifacts, ...pages.value], diagnostics: [...said, ...pages.diagnostics] };
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
