/**
 * Photographs whose credit nobody typed: the credit that stands in the picture's file becomes the end of
 * the caption, `Ảnh: TTXVN`, as words of the text, and the editor is told. What an author typed goes before:
 * a credit in the caption, a byline that names who took the photos, the same name anywhere in the article.
 * A picture without a caption stays without words.
 */
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import type { Article, ImageAsset } from '../document/publication.js';
import {
  element,
  hasClass,
  text,
  textOf,
  walk,
  type ElementNode,
  type RootNode,
  type TreeNode,
} from '../document/tree.js';
import { creditOf } from './credit.js';

/** The article with the credits that its photos bring. */
export function creditPhotos(article: Article): Staged<Article> {
  const credited = article.images.filter(({ photo }) => photo?.credit !== undefined);
  if (credited.length === 0 || creditsAll(article.body)) return { value: article, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const { language } = article.metadata;
  const words = textOf(article.body).toLowerCase();
  const images = new Map(credited.map((image) => [image.id, image]));
  const visit = <Node extends RootNode | ElementNode>(node: Node): Node => ({
    ...node,
    children: node.children.map((child): TreeNode => {
      if (child.type !== 'element') return child;
      const credit = child.tagName === 'figure' ? missingCredit(child, images) : undefined;
      if (!credit || words.includes(credit.name.toLowerCase())) return visit(child);
      const shown = creditOf(credit.name)?.start === 0 ? credit.name : `${markIn(language)}: ${credit.name}`;
      const values = { credit: shown, photo: credit.path };
      diagnostics.push(diagnostic('READ-PHOTO-CREDIT', values, { span: child.span }));
      return withCredit(child, shown);
    }),
  });
  return { value: { ...article, body: visit(article.body) }, diagnostics };
}

/** Whether the article says at one place who took its photos: `Bài, ảnh: Hà My`. */
function creditsAll(body: RootNode): boolean {
  let found = false;
  walk(body, (node) => {
    if (node.type === 'element' && (hasClass(node, 'byline') || hasClass(node, 'source')))
      found ||= /(?<!\p{L})(?:ảnh|photos?)(?!\p{L})/iu.test(textOf(node));
  });
  return found;
}

/** What the one picture of a captioned figure says of its photographer, where the caption says nothing. */
function missingCredit(
  figure: ElementNode,
  images: ReadonlyMap<string, ImageAsset>,
): { readonly name: string; readonly path: string } | undefined {
  const caption = figure.children.find(isCaption);
  const found: ElementNode[] = [];
  let credited = false;
  walk(figure, (node) => {
    if (node.type !== 'element') return;
    if (node.tagName === 'img') found.push(node);
    credited ||= hasClass(node, 'credit');
  });
  const [only, ...others] = found;
  if (!caption || !only || others.length > 0 || credited) return undefined;
  if (textOf(caption).trim() === '' || creditOf(textOf(caption).trim())) return undefined;
  const image = images.get(String(only.properties['src'] ?? ''));
  const name = image?.photo?.credit;
  return image && name !== undefined ? { name, path: image.path } : undefined;
}

function isCaption(node: TreeNode): node is ElementNode {
  return node.type === 'element' && node.tagName === 'figcaption';
}

/** The figure with the credit behind the last words of its caption. */
function withCredit(figure: ElementNode, credit: string): ElementNode {
  const children = figure.children.map((child) => (isCaption(child) ? withLast(child, credit) : child));
  return { ...figure, children };
}

function withLast(node: ElementNode, credit: string): ElementNode {
  const last = node.children.at(-1);
  if (last?.type === 'element' && last.tagName === 'p')
    return { ...node, children: [...node.children.slice(0, -1), withLast(last, credit)] };
  const at = node.span ? { span: node.span } : {};
  const span = element('span', { className: ['credit'] }, [text(credit, at)], at);
  return { ...node, children: [...node.children, text(' ', at), span] };
}

function markIn(language: string): string {
  return /^vi\b/i.test(language) ? 'Ảnh' : 'Photo';
}
