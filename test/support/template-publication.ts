/** A small publication as `assemble` hands it on, for tests of the stages behind it. */
import type { ImageAsset, Metadata, Publication, Section } from '../../src/document/publication.js';
import { element, text, type ElementNode, type TreeNode } from '../../src/document/tree.js';

const plain: Metadata = { title: 'Tiêu đề', authors: [], sources: [], language: 'vi', extra: {} };

/** Metadata with these fields over an otherwise bare one. */
export function metadata(given: Partial<Metadata> = {}): Metadata {
  return { ...plain, ...given };
}

/** A publication of these article bodies; all share the metadata given. */
export function publicationOf(
  bodies: readonly ElementNode[],
  given: Partial<Metadata> = {},
  assets: readonly ImageAsset[] = [],
): Publication {
  const own = metadata(given);
  const sections = bodies.map((body, index): Section => {
    const id = `bai-${index + 1}`;
    return { id, title: own.title ?? '', body, language: own.language, metadata: own };
  });
  return {
    slug: 'bai',
    metadata: own,
    sections,
    outline: [],
    notes: [],
    targets: new Map(sections.map(({ id }) => [id, id])),
    assets: new Map(assets.map((asset) => [asset.id, asset])),
    sources: new Map(),
    identifier: 'urn:uuid:00000000-0000-5000-8000-000000000000',
    modified: '2020-01-14T00:00:00Z',
  };
}

/** An article with keys on every node, in document order. */
export function article(...children: readonly TreeNode[]): ElementNode {
  let key = 0;
  const keyed = (node: TreeNode): TreeNode => {
    key += 1;
    const own = key;
    if (node.type === 'text') return { ...node, key: own };
    return { ...node, key: own, children: node.children.map(keyed) };
  };
  return keyed(element('article', {}, children)) as ElementNode;
}

/** `<tag class="…">words</tag>` */
export function block(tagName: string, words: string, ...className: readonly string[]): ElementNode {
  return element(tagName, className.length > 0 ? { className } : {}, [text(words)]);
}

/** A photo with its caption, and its asset. */
export function photo(id: string, caption: string): ElementNode {
  return element('figure', {}, [
    element('img', { src: id, alt: 'ảnh' }, []),
    element('figcaption', {}, [text(caption)]),
  ]);
}

export function imageAsset(id: string, width: number, height: number): ImageAsset {
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
