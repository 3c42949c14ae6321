/**
 * The part of the pipeline that turns a dressed tree into finished pages: style, open the fonts, lay
 * out. It serves the print and the archive edition and the cover of the ebook, which is one such page
 * drawn as a picture.
 */
import type { Staged } from './diagnostic.js';
import type { Page, PagedDocument, PageSink } from './document/page.js';
import type {
  DressedEbook,
  DressedPublication,
  ImageAsset,
  Publication,
  StylesheetSource,
} from './document/publication.js';
import { TreeIndex } from './document/tree-index.js';
import type { RootNode } from './document/tree.js';
import type { Host } from './host.js';
import { layout } from './layout/layout.js';
import { readSheetPictures } from './read/sheet-pictures.js';
import { styleTree } from './style/style.js';
import { fontMeasure } from './text/font-units.js';
import { createTypesetter } from './text/typesetter.js';

/** A tree with what it takes to lay it out. */
interface Dressed {
  readonly publication: Publication;
  readonly tree: RootNode;
  readonly stylesheets: readonly StylesheetSource[];
  /** Pictures of the template, by id. */
  readonly assets: ReadonlyMap<string, ImageAsset>;
}

/** Lays a dressed publication out in pages; `sink` takes what stands on them as soon as it is set. */
export async function setPages(
  dressed: DressedPublication | Dressed,
  host: Host,
  sink?: PageSink,
): Promise<Staged<PagedDocument>> {
  const { publication, tree, stylesheets } = dressed;
  const { language } = publication.metadata;
  const index = new TreeIndex(tree);
  const styles = styleTree(index, stylesheets, host, {
    fonts: (faces) => fontMeasure(faces, host),
  });
  const { fontFaces, hyphenated } = styles.value;
  const fonts = await createTypesetter(fontFaces, host, hyphenated);
  const typesetter = fonts.value;
  const pictures = await readSheetPictures(styles.value.pictures, host);
  const assets = new Map([...pictures.value, ...dressed.assets, ...publication.assets]);
  const paged = layout({ index, styles: styles.value, typesetter, assets, language }, sink);

  // What the typesetter met while lines were broken stands on the typesetter itself.
  const met = [
    styles.diagnostics,
    pictures.diagnostics,
    fonts.diagnostics,
    paged.diagnostics,
    typesetter.diagnostics,
  ];
  return { value: paged.value, diagnostics: [...new Set(met.flat())] };
}

/** Width of the cover picture, pixels: the stores ask for 1600 on the short side. */
const coverWidth = 1600;

/**
 * Draws the cover of an ebook as a JPEG, which is begun when its page is set and made by other threads; nothing
 * when the template has no cover.
 */
export async function drawCover(
  ebook: DressedEbook,
  host: Host,
): Promise<Staged<Promise<Uint8Array> | undefined>> {
  if (ebook.cover === undefined) return { value: undefined, diagnostics: [] };
  const paged = await setPages({ ...ebook, ...ebook.cover }, host);
  const page = paged.value.pages[0];
  if (page === undefined) return { value: undefined, diagnostics: paged.diagnostics };
  const draw = await loadPainter();
  const drawn = draw(page);
  // A failure is told to who asks for the picture, and is none before.
  drawn.catch(() => undefined);
  return { value: drawn, diagnostics: paged.diagnostics };
}

/** Draws a page as a JPEG of the size of a cover. */
export async function drawPage(page: Page): Promise<Uint8Array> {
  const draw = await loadPainter();
  return draw(page);
}

/** What draws pages is loaded when one is to be drawn. */
async function loadPainter(): Promise<(page: Page) => Promise<Uint8Array>> {
  const { pageToSvg } = await import('./svg/page-to-svg.js');
  const { svgToJpeg } = await import('./svg/rasterise.js');
  return (page) => {
    const height = Math.round((coverWidth * page.height) / page.width);
    return svgToJpeg(pageToSvg(page), coverWidth, height);
  };
}
