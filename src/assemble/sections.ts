/**
 * A manuscript → its sections, before ids and keys. An article is one section; a file with several
 * first-level headings is a book, and each of them opens a section of its own; what stands before the
 * first of them is a section too. Of a book in many files each is a section, whose headings begin as many
 * levels down as it stands inside of others; the title of a part is a section of its own.
 */
import { pathName } from '../document/path-name.js';
import type { Article, Chapter, Manuscript, Metadata, Settings } from '../document/publication.js';
import { element, noProperties, text, walk, type ElementNode, type TreeNode } from '../document/tree.js';
import { levelOf } from './headings.js';
import { mapElements } from './map-tree.js';

/** A section on its way. */
export interface Draft {
  readonly article: Article;
  /** What its id is made from. */
  readonly name: string;
  readonly title: string;
  readonly body: ElementNode;
  readonly language: string;
  readonly metadata: Metadata;
  readonly number?: string;
  readonly settings?: Settings;
}

/** Cuts a manuscript. `fallback` names a section that has no title. */
export function draftSections(manuscript: Manuscript, fallback: string): readonly Draft[] {
  const [only, ...others] = manuscript.chapters;
  if (only && others.length === 0 && only.part === undefined) {
    const { settings } = only;
    const drafts = splitArticle(only.article, fallback);
    return settings === undefined ? drafts : drafts.map((draft) => ({ ...draft, settings }));
  }
  return manuscript.chapters.flatMap((chapter, index, all) => {
    const draft = draftChapter(chapter, manuscript);
    const begins = chapter.part !== undefined && chapter.part !== all[index - 1]?.part;
    return begins ? [draftPart(chapter.part, draft), draft] : [draft];
  });
}

/** One article by itself: one section, or a section for each of its first-level headings. */
function splitArticle(article: Article, fallback: string): readonly Draft[] {
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

/** One of several: an article of an issue, a chapter of a book. */
function draftChapter(chapter: Chapter, { kind }: Manuscript): Draft {
  const { article, depth, number, part, settings } = chapter;
  const { metadata } = article;
  const fileName = pathName(article.path);
  const blocks = contentOf(article);
  const className = ['chapter', ...(depth > 0 ? ['nested'] : []), ...(part === undefined ? [] : ['in-part'])];
  const body =
    kind === 'issue'
      ? element('article', articleOf(article)?.properties ?? noProperties, blocks, spanOf(blocks))
      : element('section', { className }, blocks, spanOf(blocks));
  return {
    article,
    // Many files of a book may be called README or index.
    name: /^(?:readme|index)$/i.test(fileName) ? (metadata.title ?? fileName) : fileName,
    title: metadata.title ?? fileName,
    body: withNumber(kind === 'issue' ? body : placeHeadings(body, depth), number),
    language: metadata.language,
    metadata,
    ...(number === undefined ? {} : { number }),
    ...(settings === undefined ? {} : { settings }),
  };
}

/** The leaf with the title of a part; its words were typed in the list of chapters. */
function draftPart(title: string, { article, language, metadata }: Draft): Draft {
  const heading = element('h1', noProperties, [text(title)]);
  const body = element('section', { className: ['part'] }, [heading]);
  return { article, name: title, title, body, language, metadata: { ...metadata, title } };
}

/** Headings moved so that the first of a chapter has the level of its depth; the sixth is the lowest. */
function placeHeadings(body: ElementNode, depth: number): ElementNode {
  const first = body.children.map((node) => (node.type === 'element' ? levelOf(node) : undefined));
  const down = depth + 1 - (first.find((level) => level !== undefined) ?? depth + 1);
  if (down === 0) return body;
  return mapElements(body, (node) => {
    const level = levelOf(node);
    return level === undefined ? node : { ...node, tagName: `h${Math.min(6, Math.max(1, level + down))}` };
  });
}

/** The number stands on the heading that the chapter begins with, for style sheets to show. */
function withNumber(body: ElementNode, number: string | undefined): ElementNode {
  const at = body.children.findIndex((node) => node.type === 'element' && levelOf(node) !== undefined);
  const heading = body.children[at];
  if (number === undefined || heading?.type !== 'element') return body;
  const numbered = { ...heading, properties: { ...heading.properties, dataNumber: number } };
  return { ...body, children: body.children.with(at, numbered) };
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
