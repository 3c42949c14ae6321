/**
 * A dressed ebook → the bytes of an EPUB 3.3. In come the documents as trees, the style sheet resolved,
 * the fonts by path, and what only layout knows (where printed pages begin, the cover drawn). Out
 * comes the file, or nothing when a picture has no words: `EPUB.md` lists the clauses.
 */
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import type { EbookOptions } from '../document/ebook-options.js';
import { joinParts } from '../document/join-parts.js';
import type { DressedEbook, EbookDocument, PageBreak } from '../document/publication.js';
import type { FontFaceRule, FontUse } from '../document/style.js';
import type { Host } from '../host.js';
import { buildNavigation } from './build-navigation.js';
import { describeAccessibility } from './describe-accessibility.js';
import { listManifest } from './describe-package.js';
import { describePublication } from './describe-publication.js';
import { outlineWithSections } from './issue.js';
import { fitPictures } from './fit-pictures.js';
import { embedFonts } from './fonts.js';
import {
  gatherPictures,
  namePictures,
  type PictureFile,
  type Pictures,
  type PictureSource,
} from './gather-pictures.js';
import { listCaptions, type Captions } from './list-captions.js';
import type { PackageFile } from './package-model.js';
import { phrasesFor, type Phrases } from './phrases.js';
import { findReferences, placeDocuments, type PlacedDocument } from './place-documents.js';
import { placePageBreaks } from './place-page-breaks.js';
import { repackPictures } from './repack-pictures.js';
import { renderPackage } from './render-package.js';
import {
  contentsPlace,
  coverPicture,
  navigationClasses,
  readingOrder,
  writeDocument,
} from './write-documents.js';
import { tellMissing } from './tell-missing.js';
import { overfull, packTexts, zipParts } from './write-zip.js';

/** What the ebook takes besides its documents. */
export interface EpubConfig {
  /** The style sheet for reading systems, custom properties resolved, without `@font-face`. */
  readonly css: string;
  /** The pictures that the sheet names, what stands in it for each, and their assets by path. */
  readonly pictures?: readonly { readonly path: string; readonly written: string }[];
  readonly sheetAssets?: ReadonlyMap<string, PictureSource>;
  /** The fonts that there are, and those that the text asks for, which are embedded. */
  readonly fonts: { readonly faces: readonly FontFaceRule[]; readonly uses: readonly FontUse[] };
  /** JPEG, 1600 × 2560 pixels or of like size; it may be drawn meanwhile. */
  readonly coverImage?: Uint8Array | Promise<Uint8Array>;
  /** What the cover shows, where the template does not say it. */
  readonly coverAlt?: string;
  /** `YYYY-MM-DDThh:mm:ssZ` */
  readonly modified: string;
  /** URN, `urn:uuid:…`. */
  readonly identifier: string;
  /** How the ebook is wanted. */
  readonly wanted?: EbookOptions;
}

/** The same with what only layout knows. */
export interface WholeConfig extends EpubConfig {
  /** Where the pages of the print edition begin, in reading order. */
  readonly pageBreaks?: readonly PageBreak[];
}

/** An ebook that is begun: all that does not wait for printed pages, its pictures under way on threads of their own. */
export interface BegunEpub {
  readonly ebook: DressedEbook;
  readonly config: EpubConfig;
  readonly phrases: Phrases;
  readonly documents: readonly EbookDocument[];
  readonly placed: readonly PlacedDocument[];
  readonly captions: Captions;
  readonly gathered: Staged<Pictures>;
  /** In the format that suits them; the others keep theirs. */
  readonly pictures: Promise<Pictures>;
  /** Their files, no larger than they are shown. */
  readonly fitted: Promise<Staged<readonly PackageFile[] | undefined>>;
}

/** Writes the EPUB; undefined when an error withholds it. */
export async function writeEpub(
  ebook: DressedEbook,
  { pageBreaks, ...config }: WholeConfig,
  host: Host,
): Promise<Staged<Uint8Array | undefined>> {
  const { value, diagnostics } = await finishEpub(beginEpub(ebook, config), pageBreaks, host);
  return { value: value && joinParts(value), diagnostics };
}

/** Gives every document its file, finds what they point at, and sets other threads to the pictures. */
export function beginEpub(ebook: DressedEbook, config: EpubConfig): BegunEpub {
  const phrases = phrasesFor(ebook.publication.metadata.language);
  // The contents page is the navigation document itself.
  const documents = readingOrder(ebook, config.coverImage && { alt: config.coverAlt }, phrases);
  const placed = placeDocuments(documents.filter(({ role }) => role !== 'contents'));
  const captions = listCaptions(placed, findReferences(placed));
  const gathered = gatherPictures(placed, pictureSources(ebook, config), sheetPictures(config));
  const pictures = gathered.value.wordless ? Promise.resolve(gathered.value) : repackPictures(gathered.value);
  const fitted = pictures.then(({ files }) => fitPictures(files));
  // A failure is told to who asks for them, and is none before.
  fitted.catch(() => undefined);
  return { ebook, config, phrases, documents, placed, captions, gathered, pictures, fitted };
}

/**
 * The EPUB part by part, each made when it is asked for and good until the next is; undefined when an error
 * withholds it. `pageBreaks` as in `WholeConfig`.
 */
export async function finishEpub(
  begun: BegunEpub,
  pageBreaks: readonly PageBreak[] | undefined,
  host: Host,
): Promise<Staged<Iterable<Uint8Array> | undefined>> {
  const { ebook, config, phrases, documents, placed, captions, gathered } = begun;
  const { publication } = ebook;
  const { references } = captions;
  const taken = new Set([...references.files.keys(), ...references.ids.values()]);
  const pages = placePageBreaks(pageBreaks ?? [], placed, taken);
  const diagnostics: Diagnostic[] = [...gathered.diagnostics];
  if (pages.lost.length > 0) {
    diagnostics.push(diagnostic('EPUB-PAGE', { labels: pages.lost.join(', ') }, { edition: 'ebook' }));
  }
  const withheld = gathered.value.wordless || diagnostics.some(({ severity }) => severity === 'error');
  if (withheld) return { value: undefined, diagnostics };
  const pictures = await begun.pictures;

  // The documents as XHTML, and what leads through them.
  const chapters = placed.filter(({ document }) => document.role === 'chapter');
  const context = { references, pages, pictures, phrases };
  const written = placed.map((each) =>
    writeDocument(each, chapters.length > 1 && each.document.role === 'chapter', context),
  );
  const found = { captions, pages: pages.targets, phrases };
  const navigation = buildNavigation(outlineWithSections(publication), placed, found);

  // The package: what it is, what it claims, what it holds.
  const cover = config.coverImage !== undefined;
  const judged = publication.metadata.accessibility?.certifiedBy !== undefined;
  const shown = { pictures, navigation, cover, css: config.css, judged };
  const accessibility = describeAccessibility(placed, shown, phrases);
  const hasPages = navigation.pages.length > 0;
  const metadata = describePublication(publication, { ...config, hasPages, accessibility, phrases });
  const texts = [...written.map(({ markup }) => markup), JSON.stringify([metadata, navigation, phrases])];
  const css = namePictures(config.css, pictures.named);
  const { faces, uses } = config.fonts;
  // Side by side: pictures are decoded on threads of their own.
  const [fitted, fonts] = await Promise.all([
    begun.fitted,
    embedFonts(faces, { css, texts, uses, format: config.wanted?.fonts }, host),
  ]);
  diagnostics.push(...fitted.diagnostics);
  if (!fitted.value) return { value: undefined, diagnostics };
  const shownFiles = await fillCover(fitted.value, pictures.files, config.coverImage);
  const others = [...shownFiles, ...fonts.value.files];
  const model = {
    metadata,
    navigation,
    phrases,
    navigationClasses: navigationClasses(ebook.documents),
    ...listManifest(written, others, {
      contentsAt: contentsPlace(documents),
      hasNcx: config.wanted?.ncx ?? true,
    }),
  };
  const files = await packTexts(await renderPackage(model, written, { css: fonts.value.css, others }));

  diagnostics.push(...fonts.diagnostics, ...tellMissing(fonts.value.missing, placed));
  const over = overfull(files);
  if (over !== undefined) {
    const code = over === 'files' ? 'EPUB-MANY-FILES' : 'EPUB-LARGE';
    return { value: undefined, diagnostics: [...diagnostics, diagnostic(code, {}, { edition: 'ebook' })] };
  }
  return { value: { [Symbol.iterator]: () => zipParts(files, config.modified) }, diagnostics };
}

/** The pictures of the sheet by what stands for them in it. */
function sheetPictures({ pictures = [], sheetAssets }: EpubConfig): ReadonlyMap<string, PictureSource> {
  return new Map(
    pictures.flatMap(({ path, written }) => {
      const asset = sheetAssets?.get(path);
      return asset ? [[written, asset] as const] : [];
    }),
  );
}

/** The files with the bytes of the cover, as soon as it is drawn. */
async function fillCover(
  files: readonly PackageFile[],
  pictures: readonly PictureFile[],
  drawn: EpubConfig['coverImage'],
): Promise<readonly PackageFile[]> {
  const at = pictures.findIndex(({ picture }) => picture.id === coverPicture);
  const [cover, bytes] = [files[at], await drawn];
  return cover && bytes ? files.with(at, { ...cover, bytes }) : files;
}

/** The pictures by the name the tree gives them: the template's own, the publication's, the cover. */
function pictureSources(ebook: DressedEbook, config: EpubConfig): ReadonlyMap<string, PictureSource> {
  const sources = new Map<string, PictureSource>([...ebook.assets, ...ebook.publication.assets]);
  if (config.coverImage) {
    sources.set(coverPicture, {
      id: coverPicture,
      path: 'cover.jpg',
      format: 'jpeg',
      // They are filled in at the end.
      bytes: new Uint8Array(),
    });
  }
  return sources;
}
