/**
 * The printed pages → the bytes of an EPUB 3.3 of fixed layout (chapter 8), one content document a page. In
 * come the pages as layout left them, the dressed tree that they were set from, and a painter for what is only
 * drawn; out comes the file, or nothing when a picture has no words.
 */
import { diagnostic, type Staged } from '../../diagnostic.js';
import type { EbookOptions } from '../../document/ebook-options.js';
import type { Page, PagedDocument, PageItem } from '../../document/page.js';
import type { DressedPublication, ImageAsset, Publication } from '../../document/publication.js';
import { TreeIndex } from '../../document/tree-index.js';
import type { ElementNode, NodeKey } from '../../document/tree.js';
import { escapeAttribute, stripUnwritable } from '../../document/xml.js';
import type { Host } from '../../host.js';
import { describePublication } from '../describe-publication.js';
import { outlineWithSections } from '../issue.js';
import { fitPictures } from '../fit-pictures.js';
import { embedFonts } from '../fonts.js';
import type { ContentFile } from '../package-model.js';
import { fillPhrase, phrasesFor } from '../phrases.js';
import { renderPackage } from '../render-package.js';
import { overfull, zipParts } from '../write-zip.js';
import { describeFixed, fixedNavigation, listFixed } from './describe-fixed.js';
import { gatherFixed, type FixedPictures } from './gather-fixed.js';
import { fixedPhrasesFor } from './phrases.js';
import { LeafPlacer } from './place-leaves.js';
import { coverHref, pageHref, Places } from './places.js';
import { splitWords } from './split-words.js';
import { TextLooks } from './text-looks.js';
import { pixelsPerPoint } from './units.js';
import { bodyOrigin, planPage, writePage, type PageContext, type PlannedPage } from './write-page.js';

/** What the file takes besides its pages. */
export interface FixedConfig {
  /** JPEG */
  readonly coverImage: Uint8Array;
  /** What it shows. */
  readonly coverAlt: string;
  /** `YYYY-MM-DDThh:mm:ssZ` */
  readonly modified: string;
  /** URN of these pages, not that of the reflowable ebook: reading systems take files of one name for one book. */
  readonly identifier: string;
  readonly wanted?: EbookOptions;
  /** Draws some items of a page as SVG for a page of HTML. */
  readonly draw: (page: Page, items: readonly PageItem[], drawing: DrawingNames) => string;
}

/** What a drawing calls what it needs. */
export interface DrawingNames {
  /** Begins the ids, which are unique in a document. */
  readonly prefix: string;
  readonly pictureAt: (image: ImageAsset) => string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The EPUB part by part, each made when it is asked for and good until the next is; undefined when an error withholds it. */
export async function writeFixedEpub(
  { publication, tree, assets }: DressedPublication,
  paged: PagedDocument,
  config: FixedConfig,
  host: Host,
): Promise<Staged<Iterable<Uint8Array> | undefined>> {
  const { language } = publication.metadata;
  const phrases = phrasesFor(language);

  // Where everything on the pages stands in the tree, and which page has what.
  const index = new TreeIndex(tree);
  const places = new Places(paged);
  const placer = new LeafPlacer(index, paged.structure);
  const pages = paged.pages.map((page, i) => planPage({ page, href: pageHref(i) }, { placer, places }));

  // The pictures on them: those that are read out, those that are only drawn, and the cover.
  const sources = { assets: new Map([...assets, ...publication.assets]), cover: config.coverImage };
  const { value: pictures, diagnostics } = await gatherFixed(pages, index, sources);
  const withheld = pictures.wordless || diagnostics.some(({ severity }) => severity === 'error');
  if (withheld) return { value: undefined, diagnostics };

  // The pages as XHTML.
  const looks = new TextLooks();
  const draw: PageContext['draw'] = (page, items, layer) =>
    config.draw(page, items, drawingNames(layer, pictures));
  const texts = textsOf(index);
  const words = splitWords(pages, texts);
  const context = { index, looks, places, texts, words, shown: pictures.shown, draw };
  const title = stripUnwritable(publication.metadata.title ?? publication.slug);
  const documents = [
    coverDocument(
      pages,
      { language, title: phrases.cover, picture: pictures.cover, alt: config.coverAlt },
      looks,
    ),
    ...pages.map((page) => writeDocument(page, { title, language }, context)),
  ];

  // The package: what it is, what it claims, what it holds.
  const navigation = fixedNavigation(outlineWithSections(publication), pages, { places, phrases, title });
  const body = index.nodes.find(isBody);
  const accessibility = describeFixed(body, { pictures, navigation }, language);
  const { edition } = fixedPhrasesFor(language);
  const facts = { ...config, hasPages: true, accessibility, phrases, edition };
  const metadata = describePublication(ofPages(publication), facts);
  const spoken = [...documents.map(({ markup }) => markup), JSON.stringify([metadata, navigation, phrases])];
  const { fonts: format, ncx = true } = config.wanted ?? {};
  const fonts = await embedFonts(
    looks.faces,
    { css: looks.css, texts: spoken, uses: looks.uses, format },
    host,
  );
  const fitted = await fitPictures(pictures.files);
  if (!fitted.value) return { value: undefined, diagnostics: [...diagnostics, ...fitted.diagnostics] };
  const others = [...fitted.value, ...fonts.value.files];
  const listed = listFixed(documents, others, pages, { cover: pictures.cover, hasNcx: ncx });
  const model = { metadata, navigation, phrases, navigationClasses: 'contents-page', ...listed };
  const files = await renderPackage(model, documents, { css: fonts.value.css, others });
  const said = [...diagnostics, ...fonts.diagnostics];
  const over = overfull(files);
  if (over !== undefined) {
    const code = over === 'files' ? 'EPUB-MANY-FILES' : 'EPUB-LARGE';
    return { value: undefined, diagnostics: [...said, diagnostic(code, {}, { edition: 'ebook' })] };
  }
  return { value: { [Symbol.iterator]: () => zipParts(files, config.modified) }, diagnostics: said };
}

/** What is said of the publication, but for what is said of its other ebook: the ISBN, the judgement of somebody. */
function ofPages(publication: Publication): Publication {
  const { isbn, accessibility: _judged, ...metadata } = publication.metadata;
  const print = isbn?.print;
  return { ...publication, metadata: print === undefined ? metadata : { ...metadata, isbn: { print } } };
}

function isBody(node: TreeIndex['nodes'][number]): node is ElementNode {
  return node.type === 'element' && node.tagName === 'body';
}

/** The cover picture alone in a document: beside the pages, the first of which is a cover by itself in most. */
function coverDocument(
  pages: readonly PlannedPage[],
  about: {
    readonly language: string;
    readonly title: string;
    readonly picture: string;
    readonly alt: string;
  },
  looks: TextLooks,
): ContentFile {
  const { language, title, picture, alt } = about;
  const viewport = viewportOf(pages[0]?.page ?? { width: 0, height: 0 });
  const { width, height } = viewport;
  const markup =
    `<figure><img class="cover" src="${escapeAttribute(picture)}" alt="${escapeAttribute(alt)}"` +
    ` role="doc-cover" width="${width}" height="${height}"/></figure>`;
  const className = `page ${looks.ofPage(width, height)}`;
  const rest = {
    language,
    markup,
    epubType: 'cover',
    className,
    origin: bodyOrigin,
    properties: '',
    viewport,
  };
  return { href: coverHref, title, ...rest };
}

/** Reading systems scale whole pixels: a page is at most half a pixel larger or smaller than in print. */
function viewportOf({ width, height }: Pick<Page, 'width' | 'height'>): NonNullable<ContentFile['viewport']> {
  return { width: Math.round(width * pixelsPerPoint), height: Math.round(height * pixelsPerPoint) };
}

/** One page as a content document. */
function writeDocument(
  planned: PlannedPage,
  { title, language }: { readonly title: string; readonly language: string },
  context: PageContext,
): ContentFile {
  const { page, href } = planned;
  const viewport = viewportOf(page);
  const markup = writePage(planned, context);
  const phrase = fixedPhrasesFor(language).page;
  return {
    href,
    title: fillPhrase(phrase, { title, label: stripUnwritable(page.label) }),
    language,
    markup,
    epubType: 'bodymatter',
    className: `page ${context.looks.ofPage(viewport.width, viewport.height)}`,
    origin: bodyOrigin,
    properties: planned.drawn.some((items) => items.length > 0) ? 'svg' : '',
    viewport,
  };
}

/** What a drawing calls what it needs: a page has several, each with ids of its own. */
function drawingNames(layer: number, pictures: FixedPictures): DrawingNames {
  const style = layer > 0 ? { style: `z-index:${layer}` } : {};
  return {
    prefix: `d${layer}-`,
    pictureAt: pictures.drawnAt,
    attributes: { class: 'drawn', 'aria-hidden': 'true', ...style },
  };
}

/** The text nodes of the content by their keys. */
function textsOf({ nodes }: TreeIndex): ReadonlyMap<NodeKey, string> {
  const texts = new Map<NodeKey, string>();
  for (const node of nodes)
    if (node.type === 'text' && node.key !== undefined) texts.set(node.key, node.value);
  return texts;
}
