/**
 * Lays out small trees with the square test font (every glyph 1 em wide, 0.8 em above and 0.2 em below
 * the baseline), so that places can be worked out by hand. Unless a test says otherwise: 10 pt text on
 * 10 pt lines, a page of 100 × 100 pt without margins.
 */
import { wordsOf } from '../../src/document/glyph-run.js';
import type { Diagnostic } from '../../src/diagnostic.js';
import type { Page, PagedDocument, PageItem, TextItem } from '../../src/document/page.js';
import type { ImageAsset } from '../../src/document/publication.js';
import { TreeIndex } from '../../src/document/tree-index.js';
import {
  element,
  text,
  type ElementNode,
  type Properties,
  type RootNode,
  type TreeNode,
} from '../../src/document/tree.js';
import { layout, type LayoutInput } from '../../src/layout/layout.js';
import { styleTree } from '../../src/style/style.js';
import { fontMeasure } from '../../src/text/font-units.js';
import { createTypesetter } from '../../src/text/typesetter.js';
import { memoryHost } from './memory-host.js';
import { squareFont } from './square-font.js';

/** `h('p.lead#a', 'words', h('em', …))`; properties may follow the name. Content has no keys yet. */
export function h(name: string, ...rest: readonly (Properties | TreeNode | string)[]): ElementNode {
  const [, tagName = 'div', marks = ''] = /^([a-z0-9]+)(.*)$/u.exec(name) ?? [];
  const className = [...marks.matchAll(/\.([\w-]+)/gu)].map((match) => match[1] ?? '');
  const id = /#([\w-]+)/u.exec(marks)?.[1];
  const properties: Record<string, Properties[string]> = {};
  if (className.length) properties['className'] = className;
  if (id !== undefined) properties['id'] = id;
  const children: TreeNode[] = [];
  for (const item of rest) {
    if (typeof item === 'string') children.push(text(item));
    else if ('type' in item) children.push(item as TreeNode);
    else Object.assign(properties, item);
  }
  return element(tagName, properties, children);
}

const baseSheet = `
@font-face { font-family: Square; src: url(square.ttf) }
@page { size: 100pt 100pt; margin: 0 }
html { font: 10pt/10pt Square; text-align: left }
body, p, h1, h2, h3, ul, ol, li, figure, table, td, th, dl, dd, blockquote { margin: 0; padding: 0; font-size: 10pt; font-weight: 400; border-spacing: 0 }
h1, h2, h3 { break-after: auto; break-inside: auto }
p { orphans: 1; widows: 1 }
`;

export interface LaidOut {
  readonly document: PagedDocument;
  readonly diagnostics: readonly Diagnostic[];
  readonly pages: readonly Page[];
}

/** Gives every node of a tree a key, as `assemble` does. */
export function keyed(root: TreeNode): TreeNode {
  let key = 0;
  const visit = (node: TreeNode): TreeNode => {
    key += 1;
    const own = node.origin === 'template' ? {} : { key };
    return node.type === 'text'
      ? { ...node, ...own }
      : { ...node, ...own, children: node.children.map(visit) };
  };
  return visit(root);
}

export async function layOut(
  css: string,
  body: readonly TreeNode[],
  assets: ReadonlyMap<string, ImageAsset> = new Map(),
  media: Pick<LayoutInput, 'continuous'> & { readonly sheets?: Readonly<Record<string, string>> } = {},
): Promise<LaidOut> {
  const root: RootNode = {
    type: 'root',
    children: [keyed(element('html', { lang: 'vi' }, [element('body', {}, body)]))],
  };
  const host = memoryHost({ 'square.ttf': squareFont(), 'fonts/fonts.css': '', ...media.sheets });
  const index = new TreeIndex(root);
  const sheets = [
    { path: 'base.css', css: baseSheet },
    { path: 'test.css', css },
  ];
  const styles = styleTree(index, sheets, host, {
    fonts: (faces) => fontMeasure(faces, host),
  });
  const { fontFaces, hyphenated } = styles.value;
  const typesetter = await createTypesetter(fontFaces, host, hyphenated);
  const paged = layout({
    index,
    styles: styles.value,
    typesetter: typesetter.value,
    assets,
    language: 'vi',
    ...media,
  });
  return {
    document: paged.value,
    pages: paged.value.pages,
    diagnostics: [...styles.diagnostics, ...typesetter.diagnostics, ...paged.diagnostics],
  };
}

/** A picture of this many pixels (no real bytes: layout looks at sizes only). */
export function picture(id: string, width: number, height: number): ImageAsset {
  return {
    id,
    path: id,
    format: 'jpeg',
    bytes: new Uint8Array(),
    width,
    height,
    colour: 'rgb',
    alpha: false,
  };
}

/** All items, groups opened. */
export function flat(items: readonly PageItem[]): readonly Exclude<PageItem, { type: 'group' }>[] {
  return items.flatMap((item) => (item.type === 'group' ? flat(item.items) : [item]));
}

export function textOfItem(item: TextItem): string {
  return item.runs
    .flatMap(wordsOf)
    .map((word) => word.text)
    .join('');
}

export interface PlacedText {
  readonly text: string;
  /** Left end of the first glyph, pt. */
  readonly x: number;
  /** Top of the em box (baseline − 0.8 em), pt. */
  readonly top: number;
}

/** Texts of a page in the order they are painted, blanks at their ends left out. */
export function textsOf(page: Page | undefined): readonly PlacedText[] {
  return flat(page?.items ?? []).flatMap((item): PlacedText[] => {
    if (item.type !== 'text') return [];
    const [run] = item.runs;
    const size = run?.size ?? 0;
    const round = (value: number): number => Math.round(value * 1000) / 1000;
    return [
      {
        text: textOfItem(item).trim(),
        x: round(item.x + (run?.x ?? 0)),
        top: round(item.y - (run?.rise ?? 0) - 0.8 * size),
      },
    ];
  });
}

/** `text@x,top` of each text of a page: the usual thing to compare. */
export function placesOf(page: Page | undefined): readonly string[] {
  return textsOf(page).map(({ text: shown, x, top }) => `${shown}@${x},${top}`);
}
