/**
 * Markdown with front matter → `Article`. The front matter gives the metadata and, for a single
 * article, its title, kicker, section, byline and source; the text gives the rest. A file with several
 * first-level headings is a book: its front matter's title stays in the metadata.
 */
import { diagnostic, type Span, type Staged } from '../diagnostic.js';
import type { Article, Metadata } from '../document/publication.js';
import {
  classes,
  element,
  hasClass,
  noProperties,
  text,
  textOf,
  walk,
  type ElementNode,
  type TreeNode,
} from '../document/tree.js';
import type { Host } from '../host.js';
import { readFrontMatter, type FrontMatter } from './front-matter.js';
import { HtmlNames } from './html/tags.js';
import { loadHighlighter } from './highlight.js';
import { lineBlockNodes, parseLineBlock } from './line-blocks.js';
import { MarkdownContext } from './markdown-context.js';
import { parseMarkdown, type Token } from './markdown-parse.js';
import { markdownParts } from './markdown-parts.js';
import { PictureReader } from './markdown-pictures.js';
import { markdownBlocks } from './markdown-tree.js';
import { fillFromFile } from './metadata-file.js';
import { markNamedWords } from './named-words.js';
import { linesOf, withLineFeeds } from './source-text.js';
import { titleNodes } from './title.js';

/** Reads a decoded and repaired text. `bookLanguage` is for a text that names none. */
export async function readMarkdown(
  source: string,
  path: string,
  host: Host,
  bookLanguage?: string,
): Promise<Staged<Article>> {
  const typed = withLineFeeds(source);
  const lines = linesOf(typed);
  const front = readFrontMatter(lines, path);
  const pictures = new PictureReader(path, host);
  const language = front.value.places.has('language')
    ? front.value.metadata.language
    : (bookLanguage ?? front.value.metadata.language);
  const context = new MarkdownContext(path, lines, pictures.bySource, language);
  const parsed: TreeNode[] = [];
  const names = new HtmlNames(typed);
  // Part by part, so that the tokens of one are gone before those of the next are made.
  for (const part of markdownParts(typed, lines, front.value.lines)) {
    if (part.type === 'line') {
      const block = parseLineBlock(lines[part.line] ?? '', names);
      if (block.tokens && block.words.includes('![')) await pictures.read(block.tokens, part.line + 1);
      for (const node of lineBlockNodes(block, part.line, context)) parsed.push(node);
      continue;
    }
    const { tokens, notes } = parseMarkdown(part.text, part.line, names);
    if (part.text.includes('![')) await pictures.read(tokens, part.line + 1);
    if (tokens.some(namesLanguage)) context.highlight ??= await loadHighlighter();
    for (const block of markdownBlocks(tokens, notes, context)) parsed.push(block);
  }
  const blocks = context.holdsHtml
    ? await (await import('./markdown-html.js')).joinHtml(parsed, { context, pictures, names })
    : parsed;
  // A file beside the text is for one with front matter of its own, no chapter of a book.
  const alone = front.value.lines > 0 && bookLanguage === undefined;
  const filled = alone ? await fillFromFile(front.value, path, host) : undefined;
  const metadata = withTitle({ ...front.value.metadata, language, ...filled?.value }, blocks);
  const children = dressWithFrontMatter(
    markNamedWords(blocks),
    front.value,
    new MarkdownContext(path, context.lines, new Map(), language),
  );
  const untitled =
    metadata.title === undefined ? [diagnostic('READ-NO-TITLE', {}, { span: { file: path, line: 1 } })] : [];
  const body = { type: 'root', children: [element('article', noProperties, children)] } as const;
  const beside = filled?.diagnostics ?? [];
  const diagnostics = [
    ...front.diagnostics,
    ...beside,
    ...untitled,
    ...pictures.diagnostics,
    ...context.diagnostics,
  ];
  return { value: { path, source, metadata, body, images: pictures.images, guesses: [] }, diagnostics };
}

/** A code block whose language is given. */
function namesLanguage(token: Token): boolean {
  return token.type === 'fence' && token.info.trim() !== '';
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
    return value === undefined || blocks.some((block) => block.type === 'element' && hasClass(block, field))
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
  // `Thu Hòa/VOV4`: a byline may name the source, and a source the author.
  const own = blocks.filter(
    (block) => block.type === 'element' && /^(?:byline|source)$/.test(classes(block).join(' ')),
  );
  const named = own.map(textOf).join('\n');
  const line = (
    name: 'byline' | 'source',
    field: 'authors' | 'sources',
    all: readonly string[],
  ): readonly TreeNode[] => {
    const values = all.filter((value) => !named.includes(value));
    if (values.length === 0 || has(name)) return [];
    const children = values.flatMap((value, index) => {
      const words = node(value, field);
      const shown =
        name === 'byline'
          ? element('span', { className: ['author'] }, [words], { ...(words.span && { span: words.span }) })
          : words;
      return index === 0 ? [shown] : [text(', ', { origin: 'generated' }), shown];
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
