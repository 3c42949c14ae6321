/**
 * An article → its sections, before ids and keys. An article is one section; a file with several
 * first-level headings is a book, and each of them opens a section of its own. What stands before the
 * first of them is a section too.
 */
import { pathName } from '../document/path-name.js';
import type { Article, Metadata } from '../document/publication.js';
import { element, noProperties, walk, type ElementNode, type TreeNode } from '../document/tree.js';

/** A section on its way. */
export interface Draft {
  readonly article: Article;
  /** What its id is made from. */
  readonly name: string;
  readonly title: string;
  readonly body: ElementNode;
  readonly language: string;
  readonly metadata: Metadata;
}

/** Cuts one article. `fallback` names a section that has no title. */
export function splitSections(article: Article, fallback: string): readonly Draft[] {
  const blocks = contentOf(article);
  const chapters = chaptersOf(blocks);
  const { metadata } = article;
  const common = { article, language: metadata.language, metadata };
  const fileName = pathName(article.path);
  if (chapters.length < 2) {
    const body = element('article', articleOf(article)?.properties ?? noProperties, blocks, spanOf(blocks));
    return [{ ...common, name: fileName, title: metadata.title ?? fallback, body }];
  }
  return chapters.map((chapter) => {
    const heading = chapter[0];
    const titled = heading?.type === 'element' && heading.tagName === 'h1';
    const title = titled ? plainText(heading) : (metadata.title ?? fallback);
    const body = element('section', { className: ['chapter'] }, chapter, spanOf(chapter));
    return { ...common, name: titled ? title : fileName, title, body, metadata: { ...metadata, title } };
  });
}

function articleOf(article: Article): ElementNode | undefined {
  const first = article.body.children[0];
  return article.body.children.length === 1 && first?.type === 'element' && first.tagName === 'article'
    ? first
    : undefined;
}

function contentOf(article: Article): readonly TreeNode[] {
  return articleOf(article)?.children ?? article.body.children;
}

/** The blocks cut before every h1; a single piece when there are fewer than two. */
function chaptersOf(blocks: readonly TreeNode[]): readonly (readonly TreeNode[])[] {
  const isTop = (node: TreeNode): boolean => node.type === 'element' && node.tagName === 'h1';
  if (blocks.filter(isTop).length < 2) return [blocks];
  const chapters: TreeNode[][] = [];
  for (const block of blocks) {
    const open = chapters.at(-1);
    if (!open || isTop(block)) chapters.push([block]);
    else open.push(block);
  }
  return chapters;
}

function spanOf(nodes: readonly TreeNode[]): { span?: NonNullable<TreeNode['span']> } {
  const span = nodes.find((node) => node.span)?.span;
  return span ? { span } : {};
}

/** The words of an element as one line; what we generated (the numbers of notes) left out. */
export function plainText(node: TreeNode): string {
  let words = '';
  walk(node, (child) => {
    if (child.type === 'text' && child.origin !== 'generated') words += child.value;
    if (child.type === 'element' && child.tagName === 'br') words += ' ';
  });
  return words.replace(/\s+/g, ' ').trim();
}
