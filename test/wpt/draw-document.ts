/**
 * A document of the checkout → its pages as pixels: style, layout and SVG of the package, then sharp.
 * It uses the public functions of the stages and nothing inside them.
 */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import sharp from 'sharp';
import { describe, type Diagnostic } from '../../src/diagnostic.js';
import type { ImageAsset, StylesheetSource } from '../../src/document/publication.js';
import { TreeIndex } from '../../src/document/tree-index.js';
import { attribute, walk, type RootNode, type TreeNode } from '../../src/document/tree.js';
import type { Host } from '../../src/host.js';
import { layout } from '../../src/layout/layout.js';
import { styleTree } from '../../src/style/style.js';
import { pageToSvg } from '../../src/svg/page-to-svg.js';
import { fontMeasure } from '../../src/text/font-units.js';
import { createTypesetter } from '../../src/text/typesetter.js';
import { attributeRules } from './attribute-rules.js';
import { projectRoot } from './checkout.js';
import type { Raster } from './compare.js';
import { fitSheet, fitToScreen } from './fit-sheets.js';
import type { TestDocument } from './read-document.js';
import { withoutEffect } from './rules.js';
import { snapToPixels } from './snap-to-pixels.js';

/** Where a checkout is and what reads it. */
export interface Checkout {
  readonly root: string;
  readonly host: Host;
}

export interface Drawing {
  readonly pages: readonly Raster[];
  /** Codes and messages, each once. */
  readonly diagnostics: readonly string[];
}

const htmlSheet = readFileSync(join(projectRoot, 'test/wpt/html.css'), 'utf8');

/** The screen that references are made for, pixels. */
const screenWidth = 800;
const screenHeight = 600;
/** No test has more pages; a run-away document is cut here. */
const maximumPages = 40;
const ptPerPx = 0.75;
const idle = new RegExp(`: (?:${[...withoutEffect].join('|')}):`);

/** Draws a document as its kind asks: pages, or the first screenful. */
export async function drawDocument(
  document: TestDocument,
  checkout: Checkout,
  print: boolean,
): Promise<Drawing> {
  const { tree, stylesheets } = prepare(document, checkout, print);
  const index = new TreeIndex(tree);
  const styles = styleTree(index, stylesheets, checkout.host, {
    fonts: (faces) => fontMeasure(faces, checkout.host),
    ...(print ? { pageSize: { width: 5 * 72, height: 3 * 72 } } : {}),
  });
  const { fontFaces, hyphenated } = styles.value;
  const fonts = await createTypesetter(fontFaces, checkout.host, hyphenated);
  const assets = await readImages(document, tree, checkout);
  const typesetter = fonts.value;
  const paged = layout({
    index,
    styles: styles.value,
    typesetter,
    assets,
    language: document.language,
    // As CSS says; what publications do with words wider than their line is a safety net of our own.
    wideWords: 'overflow',
    // A screen is not a page: nothing is broken over it.
    continuous: !print,
  });
  const kept = print ? chosenPages(paged.value.pages, document.pages) : paged.value.pages.slice(0, 1);
  const pages: Raster[] = [];
  for (const page of kept) {
    const shown = print ? page : { ...page, height: screenHeight * ptPerPx };
    pages.push(await rasterise(pageToSvg(snapToPixels(shown, ptPerPx))));
  }
  const met = [styles.diagnostics, fonts.diagnostics, paged.diagnostics, typesetter.diagnostics]
    .flat()
    // What the runner's own sheet asks for in vain is not the test's.
    .filter(({ span }) => span?.file !== ownSheet(checkout))
    .map(shownDiagnostic)
    // Nor is what would change nothing on paper.
    .filter((message) => !idle.test(message));
  return { pages, diagnostics: [...new Set(met)] };
}

/** Where the sheet below the author's pretends to lie. */
function ownSheet({ root }: Checkout): string {
  return posix.join(root, 'html.css');
}

function shownDiagnostic(found: Diagnostic): string {
  return `${found.code}: ${describe(found, 'en').message}`;
}

function chosenPages<T>(pages: readonly T[], chosen: string | undefined): readonly T[] {
  if (chosen === undefined || chosen.includes(':')) return pages.slice(0, maximumPages);
  const ranges = chosen.split(',').map((part) => part.split('-').map(Number));
  const wanted = (page: number): boolean =>
    ranges.some(([from = 1, to = from]) => page >= (from || 1) && page <= (to || Infinity));
  return pages.filter((_, i) => wanted(i + 1)).slice(0, maximumPages);
}

interface Prepared {
  readonly tree: RootNode;
  readonly stylesheets: readonly StylesheetSource[];
}

function prepare(document: TestDocument, checkout: Checkout, print: boolean): Prepared {
  const marked = attributeRules(document.tree);
  const tree = print ? marked.tree : mapStyles(marked.tree);
  const page = print ? 'size: 5in 3in; margin: 0.5in' : `size: ${screenWidth}px ${screenHeight}px; margin: 0`;
  const base = [
    htmlSheet,
    marked.css,
    `@page { ${page} }`,
    `@font-face { font-family: Ahem; src: url("${posix.join(checkout.root, 'fonts/Ahem.ttf')}") }`,
  ].join('\n');
  const sheets = document.sheets.map((sheet) => fitSheet(sheet, !print));
  return { tree, stylesheets: [{ path: ownSheet(checkout), css: base }, ...sheets] };
}

function inlineStyles(tree: RootNode): readonly string[] {
  const found: string[] = [];
  walk(tree, (node) => {
    const style = node.type === 'element' ? attribute(node, 'style') : undefined;
    if (style !== undefined) found.push(style);
  });
  return found;
}

/** The same tree, its `style` attributes made fit for the screen. */
function mapStyles(tree: RootNode): RootNode {
  const visit = (node: TreeNode): TreeNode => {
    if (node.type === 'text') return node;
    const children = node.children.map(visit);
    const { style } = node.properties;
    if (typeof style !== 'string' || !/break-/.test(style)) return { ...node, children };
    return {
      ...node,
      children,
      properties: { ...node.properties, style: fitToScreen(style, 'declarationList') },
    };
  };
  return { ...tree, children: tree.children.map(visit) };
}

// ── pictures ──

async function readImages(
  document: TestDocument,
  tree: RootNode,
  { host }: Checkout,
): Promise<ReadonlyMap<string, ImageAsset>> {
  const assets = new Map<string, ImageAsset>();
  const add = async (written: string, from: string): Promise<void> => {
    const path = host.resolve(from, written);
    const asset = written.startsWith('data:') ? await dataImage(written) : await fileImage(path, host);
    // By the address as written and as resolved: whichever of both a stage asks by.
    if (asset) for (const id of [written, path]) assets.set(id, { ...asset, id });
  };
  const tasks: Promise<void>[] = [];
  walk(tree, (node) => {
    const source = node.type === 'element' && node.tagName === 'img' ? attribute(node, 'src') : undefined;
    if (source) tasks.push(add(source, document.path));
  });
  const texts = [...document.sheets, ...inlineStyles(tree).map((css) => ({ css, path: document.path }))];
  for (const { css, path } of texts)
    for (const [, , address] of css.matchAll(/url\(\s*(["']?)(.*?)\1\s*\)/g))
      if (address && !/\.(?:ttf|otf|woff2?|css)$/.test(address)) tasks.push(add(address, path));
  await Promise.all(tasks);
  return assets;
}

async function fileImage(path: string, host: Host): Promise<ImageAsset | undefined> {
  const read = host.read(path);
  return read.ok ? imageOf(read.bytes, path) : undefined;
}

async function dataImage(address: string): Promise<ImageAsset | undefined> {
  const [, head = '', body = ''] = /^data:([^,]*),(.*)$/s.exec(address) ?? [];
  const bytes = head.endsWith(';base64')
    ? Buffer.from(body, 'base64')
    : Buffer.from(decodeURIComponent(body));
  return imageOf(bytes, 'data:');
}

/** Every format becomes PNG, but for JPEG: the painters know these two. */
async function imageOf(bytes: Uint8Array, path: string): Promise<ImageAsset | undefined> {
  try {
    const { width, height, format, hasAlpha } = await sharp(bytes).metadata();
    const keep = format === 'png' || format === 'jpeg';
    const written = keep ? bytes : new Uint8Array(await sharp(bytes).png().toBuffer());
    const colour = 'rgb';
    return {
      id: path,
      path,
      format: format === 'jpeg' ? 'jpeg' : 'png',
      bytes: written,
      width,
      height,
      colour,
      alpha: hasAlpha,
    };
  } catch {
    return undefined;
  }
}

// ── pixels ──

/** An SVG page at 96 dpi, on white, its edges hard: browsers snap boxes to device pixels. */
export async function rasterise(svg: string): Promise<Raster> {
  // Sizes become pixels, which librsvg draws one to one at 72 dpi; in pt it would scale them twice.
  const px = svg.replace(/^<svg [^>]*>/, (open) =>
    open
      .replace('<svg ', '<svg shape-rendering="crispEdges" ')
      .replace(
        / (width|height)="([\d.]+)pt"/g,
        (_, side: string, pt: string) => ` ${side}="${Number(pt) / ptPerPx}"`,
      ),
  );
  const { data, info } = await sharp(Buffer.from(px, 'utf8'), { density: 72, unlimited: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data) };
}
