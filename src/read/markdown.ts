/**
 * Markdown with front matter → `Article`. The front matter gives the metadata and, for a single
 * article, its title, kicker, section, byline and source; the text gives the rest. A file with several
 * first-level headings is a book: its front matter's title stays in the metadata.
 */
import { diagnostic, type Diagnostic, type Span, type Staged } from '../diagnostic.js';
import type { Article, ImageAsset, Metadata } from '../document/publication.js';
import {
  element,
  hasClass,
  noProperties,
  text,
  walk,
  type ElementNode,
  type TreeNode,
} from '../document/tree.js';
import type { Host } from '../host.js';
import { readFrontMatter, type FrontMatter } from './front-matter.js';
import { readImage } from './images.js';
import { MarkdownContext, type Picture } from './markdown-context.js';
import { parseMarkdown, type Token } from './markdown-parse.js';
import { markdownBlocks } from './markdown-tree.js';
import { sidecarAlt } from './photos.js';
import { linesOf } from './source-text.js';
import { titleNodes } from './title.js';

/** Reads a decoded and repaired text. */
export async function readMarkdown(source: string, path: string, host: Host): Promise<Staged<Article>> {
  const front = readFrontMatter(source, path);
  const lines = linesOf(source);
  const { tokens, notes } = parseMarkdown(withoutHead(source, front.value.lines));
  const pictures = await readPictures(tokens, path, host);
  const context = new MarkdownContext(path, lines, pictures.bySource);
  const blocks = markdownBlocks(tokens, notes, context);
  const metadata = withTitle(front.value.metadata, blocks);
  const children = dressWithFrontMatter(blocks, front.value, new MarkdownContext(path, lines, new Map()));
  const untitled =
    metadata.title === undefined ? [diagnostic('READ-NO-TITLE', {}, { span: { file: path, line: 1 } })] : [];
  const body = { type: 'root', children: [element('article', noProperties, children)] } as const;
  const diagnostics = [...front.diagnostics, ...untitled, ...pictures.diagnostics, ...context.diagnostics];
  return { value: { path, source, metadata, body, images: pictures.images, guesses: [] }, diagnostics };
}

/** Blank lines in place of the front matter keep the line numbers. */
function withoutHead(source: string, lines: number): string {
  const lineEnd = /\r\n|\r|\n/g;
  for (let line = 0; line < lines; line++) if (!lineEnd.exec(source)) return '\n'.repeat(lines);
  return lines === 0 ? source : '\n'.repeat(lines) + source.slice(lineEnd.lastIndex);
}

function topHeadings(blocks: readonly TreeNode[]): readonly ElementNode[] {
  return blocks.filter((node): node is ElementNode => node.type === 'element' && node.tagName === 'h1');
}

/** The words of a heading, numbers of notes left out. */
function headingText(heading: ElementNode): string {
  let words = '';
  walk(heading, (node) => {
    if (node.type === 'text' && node.origin !== 'generated') words += node.value;
  });
  return words.replace(/\s+/g, ' ').trim();
}

/** Without a title in the front matter the first heading of the first level is the title. */
function withTitle(metadata: Metadata, blocks: readonly TreeNode[]): Metadata {
  const first = topHeadings(blocks)[0];
  if (metadata.title !== undefined || !first) return metadata;
  return { ...metadata, title: headingText(first) };
}

/** Puts the words of the front matter into their places around the text of a single article. */
function dressWithFrontMatter(
  blocks: readonly TreeNode[],
  front: FrontMatter,
  context: MarkdownContext,
): readonly TreeNode[] {
  const headings = topHeadings(blocks);
  if (headings.length > 1) return blocks;
  const { metadata, places } = front;
  const node = (value: string, field: string): ReturnType<typeof text> => {
    const place = places.get(field);
    if (place?.line === undefined) return text(value);
    context.enter([place.line - 1, place.line]);
    return text(value, { span: narrow(context.locate(value), place) });
  };
  const paragraph = (field: 'section' | 'kicker' | 'subtitle'): readonly TreeNode[] => {
    const value = metadata[field];
    return value === undefined
      ? []
      : [element('p', { className: [field] }, [node(value, field)], spanOfField(places, field))];
  };
  const own = headings[0];
  const titled = front.title !== undefined && (!own || headingText(own) !== metadata.title);
  const title = titled
    ? [
        element(
          'h1',
          noProperties,
          titleNodes([node(front.title ?? '', 'title')]),
          spanOfField(places, 'title'),
        ),
      ]
    : [];
  const at = titled || !own ? 0 : blocks.indexOf(own) + 1;
  const [before, after] = [blocks.slice(0, at), blocks.slice(at)];
  const head = [...paragraph('section'), ...paragraph('kicker'), ...title];
  return [...head, ...before, ...paragraph('subtitle'), ...after, ...names(blocks, front, node)];
}

/** Byline and source from the front matter, unless the text has its own. */
function names(
  blocks: readonly TreeNode[],
  front: FrontMatter,
  node: (value: string, field: string) => ReturnType<typeof text>,
): readonly TreeNode[] {
  const has = (name: string): boolean =>
    blocks.some((block) => block.type === 'element' && hasClass(block, name));
  const { authors, sources } = front.metadata;
  const line = (
    name: 'byline' | 'source',
    field: 'authors' | 'sources',
    values: readonly string[],
  ): readonly TreeNode[] => {
    if (values.length === 0 || has(name)) return [];
    const children = values.flatMap((value, index) => {
      const words = node(value, field);
      const named =
        name === 'byline'
          ? element('span', { className: ['author'] }, [words], { ...(words.span && { span: words.span }) })
          : words;
      return index === 0 ? [named] : [text(', ', { origin: 'generated' }), named];
    });
    return [element('p', { className: [name] }, children, spanOfField(front.places, field))];
  };
  return [...line('byline', 'authors', authors), ...line('source', 'sources', sources)];
}

function spanOfField(places: ReadonlyMap<string, Span>, field: string): { span?: Span } {
  const span = places.get(field);
  return span ? { span } : {};
}

/** The found place, or that of the value when it is not typed on one line. */
function narrow(found: Span, place: Span): Span {
  return found.column === undefined ? place : found;
}

interface Pictures {
  readonly bySource: ReadonlyMap<string, Picture>;
  readonly images: readonly ImageAsset[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads every picture that the tokens refer to, each once. */
async function readPictures(tokens: readonly Token[], path: string, host: Host): Promise<Pictures> {
  const bySource = new Map<string, Picture>();
  const images: ImageAsset[] = [];
  const diagnostics: Diagnostic[] = [];
  const taken = new Set<string>();
  for (const { source, line } of imageReferences(tokens)) {
    if (bySource.has(source)) continue;
    const span = { file: path, line };
    const named = decoded(source.replace(/[?#].*$/s, ''));
    const refused = refusal(named);
    if (refused) {
      diagnostics.push(diagnostic(refused, { path: named.slice(0, 80) }, { span }));
      bySource.set(source, { image: undefined, sidecar: undefined });
      continue;
    }
    const file = host.resolve(path, named);
    const read = await readImage(file, host, span, taken);
    diagnostics.push(...read.diagnostics);
    if (read.value) images.push(read.value);
    bySource.set(source, { image: read.value, sidecar: sidecarAlt(file, host) });
  }
  return { bySource, images, diagnostics };
}

/** Why a picture is not even looked for: it is not on this machine, or not one of the article's files. */
function refusal(address: string): 'IMG-REMOTE' | 'IMG-OUTSIDE' | undefined {
  if (/^(?:[a-z][a-z\d+.-]+:|\/\/)/i.test(address)) return 'IMG-REMOTE';
  return leavesFolder(address) ? 'IMG-OUTSIDE' : undefined;
}

/**
 * Whether a path is absolute (`/…`, `C:…`) or climbs out of the text's folder: an article from elsewhere
 * must not carry other files of this machine into the editions. Backslashes part folders on some systems.
 */
function leavesFolder(path: string): boolean {
  if (/^(?:[a-z]:|[\\/])/i.test(path)) return true;
  let depth = 0;
  return path.split(/[\\/]/).some((name) => {
    if (name === '..') depth--;
    else if (name !== '.' && name !== '') depth++;
    return depth < 0;
  });
}

function* imageReferences(tokens: readonly Token[], line = 1): Generator<{ source: string; line: number }> {
  let at = line;
  for (const token of tokens) {
    at = token.map ? token.map[0] + 1 : at;
    if (token.type === 'softbreak' || token.type === 'hardbreak') at++;
    const source = token.type === 'image' ? token.attrGet('src') : null;
    if (source !== null) yield { source: String(source), line: at };
    if (token.children) yield* imageReferences(token.children, at);
  }
}

/** markdown-it percent-encodes addresses; file names are plain. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
