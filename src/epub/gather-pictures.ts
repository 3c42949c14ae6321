/**
 * The pictures that the documents show: each becomes one file with an ASCII name, its bytes as they are,
 * and gets the words that stand for it. A picture without any withholds the edition.
 */
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import { withLent } from '../document/lent-bytes.js';
import type { ImageAsset } from '../document/publication.js';
import {
  attribute,
  textOf,
  walk,
  type ElementNode,
  type ParentNode,
  type RootNode,
  type TreeNode,
} from '../document/tree.js';
import { asciiName, type PackageFile } from './package-model.js';
import type { PlacedDocument } from './place-documents.js';

/** What is needed of a picture; one whose size is not told is taken as it is. */
export type PictureSource = Pick<ImageAsset, 'id' | 'path' | 'format' | 'bytes' | 'lent'> &
  Partial<Pick<ImageAsset, 'width' | 'height' | 'colour' | 'alpha'>>;

/** A picture as a file of the package. */
export interface PictureFile extends PackageFile {
  readonly picture: PictureSource;
}

/** A picture where it is shown. */
export interface ShownPicture {
  readonly href: string;
  /** Empty for decoration. */
  readonly alt: string;
}

/** The pictures of all documents. */
export interface Pictures {
  readonly shown: ReadonlyMap<ElementNode, ShownPicture>;
  /** Figures whose picture does not fill the width of a text: it is small, or tall. */
  readonly narrow: ReadonlySet<ElementNode>;
  /** Names in the package of the style sheet's pictures, by what stands for them in it. */
  readonly named: ReadonlyMap<string, string>;
  readonly files: readonly PictureFile[];
  /** Whether every picture's alternative text was written for it, none being its caption or a mere placeholder. */
  readonly authored: boolean;
  /** Whether a picture has words that do not describe it. */
  readonly undescribed: boolean;
  /** Whether a picture has no words at all: such an ebook is not written. */
  readonly wordless: boolean;
}

/** Finds the pictures; `assets` by the name that `img src` gives, `ofSheet` by what stands for each in the sheet. */
export function gatherPictures(
  placed: readonly Pick<PlacedDocument, 'document'>[],
  assets: ReadonlyMap<string, PictureSource>,
  ofSheet: ReadonlyMap<string, PictureSource> = new Map(),
): Staged<Pictures> {
  const shown = new Map<ElementNode, ShownPicture>();
  const narrow = new Set<ElementNode>();
  const files = new Map<PictureSource, PictureFile>();
  const names = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  let authored = true;
  let undescribed = false;
  let wordless = false;
  for (const { document } of placed) {
    walk(document.body, (node, ancestors) => {
      if (node.type !== 'element') return;
      if (node.tagName === 'math') diagnostics.push(...aboutFormula(node));
      if (node.tagName !== 'img') return;
      const at = { span: node.span, edition: 'ebook' } as const;
      const source = String(node.properties['src'] ?? '');
      const asset = assets.get(source);
      if (!asset) {
        diagnostics.push(diagnostic('EPUB-PICTURE', { picture: source }, at));
        return;
      }
      const words = alternativeText(node, ancestors);
      if (words === undefined) {
        wordless = true;
        // Whoever marked the picture so has said it to the user already, with the place in the text.
        if (node.properties['dataAltFrom'] !== 'none')
          diagnostics.push(diagnostic('EPUB-ALT', { path: asset.path }, at));
        return;
      }
      if (words.from !== 'author') authored = false;
      if (words.from === 'placeholder') undescribed = true;
      const file = files.get(asset) ?? pictureFile(asset, names);
      files.set(asset, file);
      shown.set(node, { href: file.href, alt: words.text });
      const around = ancestors.at(-1);
      if (around?.type === 'element' && around.tagName === 'figure' && isNarrow(asset)) narrow.add(around);
    });
  }
  const named = new Map<string, string>();
  for (const [written, asset] of ofSheet) {
    const file = files.get(asset) ?? pictureFile(asset, names);
    files.set(asset, file);
    named.set(written, file.href);
  }
  const value = { shown, narrow, named, files: [...files.values()], authored, undescribed, wordless };
  return { value, diagnostics };
}

/** A formula is read out by its parts only where a reading system knows how. */
function aboutFormula(node: ElementNode): readonly Diagnostic[] {
  if (attribute(node, 'alttext')?.trim()) return [];
  const words = textOf(node).replace(/\s+/g, '').trim();
  return [diagnostic('EPUB-FORMULA', { words }, { span: node.span, edition: 'ebook' })];
}

/** CSS pixels of a column of text on a large screen. */
export const fullWidth = 640;

function isNarrow({ width, height }: PictureSource): boolean {
  return width !== undefined && height !== undefined && (width < fullWidth || width < height);
}

/** Writes the names that the sheet's pictures have in the package into the sheet, which lies beside their folder. */
export function namePictures(css: string, named: ReadonlyMap<string, string>): string {
  let renamed = css;
  for (const [written, href] of named) renamed = renamed.replaceAll(written, `url("${href}")`);
  return renamed;
}

/** What may stand where nobody wrote words for a picture. */
const standIns = ['caption', 'placeholder'] as const;

/** What stands for a picture: its own words, else the caption of its figure; empty for decoration. */
function alternativeText(
  node: ElementNode,
  ancestors: readonly ParentNode[],
): { readonly text: string; readonly from: 'author' | 'caption' | 'placeholder' } | undefined {
  const own = String(node.properties['alt'] ?? '').trim();
  if (own !== '')
    return { text: own, from: standIns.find((from) => from === node.properties['dataAltFrom']) ?? 'author' };
  if (node.properties['role'] === 'presentation' || node.origin === 'template') {
    return { text: '', from: 'author' };
  }
  const figure = ancestors.findLast((each) => each.type === 'element' && each.tagName === 'figure');
  const caption = figure ? captionOf(figure) : '';
  return caption === '' ? undefined : { text: caption, from: 'caption' };
}

function captionOf(figure: ElementNode | RootNode): string {
  const isCaption = (child: TreeNode): boolean => child.type === 'element' && child.tagName === 'figcaption';
  const caption = figure.children.find(isCaption);
  return caption ? textOf(caption).replace(/\s+/g, ' ').trim() : '';
}

function pictureFile(asset: PictureSource, names: Set<string>): PictureFile {
  // Lower case: names must differ even where case does not count (EPUB 3.3, 4.2.3).
  const base = asciiName(asset.id.replace(/\.[A-Za-z]+$/, '')).toLowerCase();
  const extension = endingOf(asset);
  let href = `images/${base}.${extension}`;
  for (let count = 2; names.has(href); count++) href = `images/${base}-${count}.${extension}`;
  names.add(href);
  const mediaType = asset.format === 'svg' ? 'image/svg+xml' : `image/${asset.format}`;
  const file = { href, mediaType, picture: asset };
  return asset.lent ? withLent(file, asset.lent) : { ...file, bytes: asset.bytes };
}

/** Ending of the file name. */
export function endingOf({ format }: PictureSource): string {
  return format === 'jpeg' ? 'jpg' : format;
}
