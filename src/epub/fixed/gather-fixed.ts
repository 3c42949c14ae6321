/**
 * The pictures of fixed pages as files: those that are read out, by their elements, and those that are only
 * drawn (backgrounds, ornaments), by what stands for each; and the cover, which is no page.
 */
import type { Staged } from '../../diagnostic.js';
import type { PageItem } from '../../document/page.js';
import type { ImageAsset } from '../../document/publication.js';
import type { TreeIndex } from '../../document/tree-index.js';
import type { ElementNode, RootNode, TreeNode } from '../../document/tree.js';
import { gatherPictures, type Pictures, type PictureSource } from '../gather-pictures.js';
import { repackPictures } from '../repack-pictures.js';
import type { PlannedPage } from './write-page.js';

/** Stands for the cover among the pictures; no asset of a reader begins with a colon. */
const coverPicture = ':cover';

/** What pictures may be asked for. */
interface Sources {
  /** By the name that `img src` gives. */
  readonly assets: ReadonlyMap<string, ImageAsset>;
  /** JPEG */
  readonly cover: Uint8Array;
}

/** The pictures of all pages. */
export interface FixedPictures extends Pictures {
  /** Address of a picture that is drawn. */
  readonly drawnAt: (image: ImageAsset) => string | undefined;
  /** Name of the cover in the package. */
  readonly cover: string;
}

/** Finds the pictures that the pages show. */
export async function gatherFixed(
  pages: readonly PlannedPage[],
  index: TreeIndex,
  { assets, cover }: Sources,
): Promise<Staged<FixedPictures>> {
  const drawn = new Map<ImageAsset, string>();
  for (const page of pages) for (const items of page.drawn) items.forEach((item) => note(item, drawn));
  const coverSource: PictureSource = { id: coverPicture, path: 'cover.jpg', format: 'jpeg', bytes: cover };
  const others = new Map<string, PictureSource>([[coverPicture, coverSource]]);
  for (const [asset, name] of drawn) others.set(name, asset);
  const body = index.nodes.find(isBody);
  const document = body && { name: '', title: '', body, language: '', role: 'chapter' as const };
  const gathered = gatherPictures(document ? [{ document }] : [], assets, others);
  const value = await repackPictures(gathered.value);

  // The tree may hold pictures that the style sheet does not show.
  const nodes = new Set(pages.flatMap(({ leaves }) => leaves.map(({ node }) => index.nodes[node])));
  const shown = new Map([...value.shown].filter(([node]) => nodes.has(node)));
  const used = new Set([...[...shown.values()].map(({ href }) => href), ...value.named.values()]);
  const pictures: FixedPictures = {
    ...value,
    shown,
    files: value.files.filter(({ href }) => used.has(href)),
    drawnAt: (image) => value.named.get(drawn.get(image) ?? ''),
    cover: value.named.get(coverPicture) ?? '',
  };
  // Formulas are text in lines here.
  const diagnostics = gathered.diagnostics.filter(({ code }) => code !== 'EPUB-FORMULA');
  return { value: pictures, diagnostics };
}

function isBody(node: TreeNode | RootNode): node is ElementNode {
  return node.type === 'element' && node.tagName === 'body';
}

/** Notes the pictures that an item draws, each with a name. */
function note(item: PageItem, drawn: Map<ImageAsset, string>): void {
  if (item.type === 'group') for (const each of item.items) note(each, drawn);
  else if ((item.type === 'image' || item.type === 'tiles') && !drawn.has(item.image))
    drawn.set(item.image, `:drawn-${drawn.size + 1}`);
}
