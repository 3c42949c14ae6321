/**
 * The pictures of all articles in one namespace: a name that two articles use is changed in the later
 * one, in its list and in its tree.
 */
import { copyWith } from '../document/lent-bytes.js';
import type { Article, Chapter, ImageAsset } from '../document/publication.js';
import type { TreeNode } from '../document/tree.js';
import { mapElements } from './map-tree.js';

/** The chapters with their final picture names, and the pictures by name. */
export function adoptAssets(chapters: readonly Chapter[]): {
  readonly chapters: readonly Chapter[];
  readonly assets: ReadonlyMap<string, ImageAsset>;
} {
  const assets = new Map<string, ImageAsset>();
  const adopted = chapters.map((chapter) => {
    const { article } = chapter;
    const renamed = new Map<string, string>();
    for (const image of article.images) {
      const id = freeName(image.id, assets);
      if (id !== image.id) renamed.set(image.id, id);
      assets.set(id, id === image.id ? image : copyWith(image, { id }));
    }
    return renamed.size === 0 ? chapter : { ...chapter, article: renameIn(article, renamed) };
  });
  return { chapters: adopted, assets };
}

function freeName(id: string, taken: ReadonlyMap<string, ImageAsset>): string {
  const [, name = id, ending = ''] = /^(.*?)(\.[^.]*)?$/s.exec(id) ?? [];
  let free = id;
  for (let n = 2; taken.has(free); n++) free = `${name}-${n}${ending}`;
  return free;
}

function renameIn(article: Article, renamed: ReadonlyMap<string, string>): Article {
  const rename = (node: TreeNode): TreeNode =>
    node.type === 'text'
      ? node
      : mapElements(node, (element) => {
          const src = renamed.get(String(element.properties['src'] ?? ''));
          const applies = element.tagName === 'img' && src !== undefined;
          return applies ? { ...element, properties: { ...element.properties, src } } : element;
        });
  return { ...article, body: { ...article.body, children: article.body.children.map(rename) } };
}
