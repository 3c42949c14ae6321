/**
 * A file of HTML → `Article`: a page that was saved, of which the article is found and the rest left out
 * with a message, or a document that somebody wrote, which comes through whole. Words, order and places are
 * those of the file; what its head says goes into the metadata.
 */
import { diagnostic, type Diagnostic, type Staged } from '../../diagnostic.js';
import type { Article, Metadata } from '../../document/publication.js';
import { element, hasClass, noProperties, text, textOf, walk, type TreeNode } from '../../document/tree.js';
import type { Host } from '../../host.js';
import { PictureReader } from '../markdown-pictures.js';
import { dressFigures } from './dress-figures.js';
import { dressHeads } from './dress-heads.js';
import { findArticle } from './find-article.js';
import { mapHtml } from './map-html.js';
import { pageMetadata } from './page-metadata.js';
import {
  isElement,
  nestingDiagnostics,
  parseHtmlDocument,
  type HtmlElement,
  type HtmlNode,
} from './parse.js';
import { pictureAddress } from './picture-address.js';
import { settleBlocks } from './settle.js';

/** Reads a decoded and repaired text. */
export async function readHtml(source: string, path: string, host: Host): Promise<Staged<Article>> {
  const { content: page, leftOut: tooDeep } = parseHtmlDocument(source);
  const found = await findArticle(page, source);
  const metadata = pageMetadata(page, found);
  const lineAt = lineFinder(source);
  const diagnostics: Diagnostic[] = [...nestingDiagnostics(tooDeep, path, lineAt)];

  // Pictures first: the mapping asks for them by their elements. Saved pages often come without theirs.
  const pictures = new PictureReader(path, host, 'IMG-NOT-SAVED');
  const addresses = new Map<HtmlElement, string>();
  for (const node of picturesIn(found.nodes)) {
    const address = pictureAddress(node, path, host);
    if (address !== undefined) addresses.set(node, address);
  }
  await pictures.readAll(
    [...addresses].map(([node, address]) => ({
      source: address,
      line: lineAt(node.sourceCodeLocation?.startOffset ?? 0),
    })),
  );

  const mapped = mapHtml(found.nodes, {
    file: path,
    language: metadata.language,
    diagnostics,
    lineAt,
    pictureOf: (node) => pictures.bySource.get(addresses.get(node) ?? ''),
  });
  const settled = dressFigures(unwrapped(settleBlocks(mapped)));
  const { blocks, heads } = found.page ? dressHeads(settled) : { blocks: settled, heads: [] };
  const children = withNames(withTitle(blocks, metadata, path), metadata, path);
  const titled = headingOf(children) ?? metadata.title;
  if (titled === undefined)
    diagnostics.push(diagnostic('READ-NO-TITLE', {}, { span: { file: path, line: 1 } }));
  const [head] = heads;
  if (head)
    diagnostics.push(
      diagnostic(
        'READ-HTML-HEADS',
        { count: heads.length, text: textOf(head) },
        { span: head.span ?? { file: path } },
      ),
    );
  if (found.leftOut.words > 0)
    diagnostics.push(
      diagnostic('READ-HTML-FURNITURE', found.leftOut, {
        span: { file: path, line: lineAt(found.leftOut.at) },
      }),
    );
  const value = {
    path,
    source,
    metadata: { ...metadata, ...(titled === undefined ? {} : { title: titled }) },
    body: { type: 'root', children: [element('article', noProperties, children)] } as const,
    images: pictures.images,
    guesses: [],
  };
  return { value, diagnostics: [...pictures.diagnostics, ...diagnostics] };
}

const wrappers = new Set(['div', 'main', 'article', 'section']);

/** The blocks of an article without the boxes around all or parts of them that say nothing. */
function unwrapped(nodes: readonly TreeNode[]): readonly TreeNode[] {
  return nodes.flatMap((node) =>
    node.type === 'element' && wrappers.has(node.tagName) && Object.keys(node.properties).length === 0
      ? unwrapped(node.children)
      : [node],
  );
}

/** From an offset to its line, from 1. */
function lineFinder(source: string): (offset: number) => number {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [from, to] = [0, starts.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((starts[middle] ?? 0) <= offset) from = middle + 1;
      else to = middle;
    }
    return Math.max(1, from);
  };
}

function picturesIn(nodes: readonly HtmlNode[]): readonly HtmlElement[] {
  return nodes.filter(isElement).flatMap((node) => {
    if (node.tagName === 'img') return [node];
    return [...picturesIn(node.childNodes)];
  });
}

function headingOf(nodes: readonly TreeNode[]): string | undefined {
  const heading = nodes.find((node) => node.type === 'element' && node.tagName === 'h1');
  const words = heading ? textOf(heading).replace(/\s+/g, ' ').trim() : '';
  return words === '' ? undefined : words;
}

/** The title of the head stands above a text that has no heading of the first level. */
function withTitle(nodes: readonly TreeNode[], { title }: Metadata, file: string): readonly TreeNode[] {
  let headed = false;
  for (const node of nodes)
    walk(node, (inner) => {
      headed ||= inner.type === 'element' && inner.tagName === 'h1';
    });
  if (headed || title === undefined) return nodes;
  const span = { file, line: 1 };
  return [element('h1', noProperties, [text(title, { span })], { span }), ...nodes];
}

/** The authors of the head stand below a text that does not name them. */
function withNames(nodes: readonly TreeNode[], { authors }: Metadata, file: string): readonly TreeNode[] {
  const named = nodes.some((node) => node.type === 'element' && hasClass(node, 'byline'));
  const words = nodes.map(textOf).join(' ').replace(/\s+/g, ' ');
  const missing = authors.filter((author) => !words.includes(author));
  if (named || missing.length === 0) return nodes;
  const span = { file, line: 1 };
  const line = missing.flatMap((author, index): readonly TreeNode[] => {
    const name = element('span', { className: ['author'] }, [text(author, { span })], { span });
    return index === 0 ? [name] : [text(', ', { origin: 'generated' }), name];
  });
  return [...nodes, element('p', { className: ['byline'] }, line, { span })];
}
