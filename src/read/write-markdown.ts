/**
 * A pasted article, as it was recognised → Markdown with front matter that makes the same article and that a
 * person can edit: headings, paragraphs with the class of what they are (`{.lead}`), figures, lists, and
 * containers for letters and boxes. What is left out of the editions stands as a comment in the front matter.
 */
import { posix } from 'node:path';
import { stringify } from 'yaml';
import type { Diagnostic } from '../diagnostic.js';
import type { Article, Metadata } from '../document/publication.js';
import { classes, hasClass, textOf, type ElementNode, type TreeNode } from '../document/tree.js';
import { isLeftOut } from './left-out.js';

/** Writes the Markdown of an article. `elsewhere` names the fields that a file beside the Markdown gives. */
export function writeMarkdown(
  article: Article,
  diagnostics: readonly Diagnostic[],
  elsewhere: ReadonlySet<string>,
): string {
  const [root] = article.body.children;
  const blocks = root?.type === 'element' ? root.children : [];
  const paths = new Map(article.images.map((image) => [image.id, relative(article.path, image.path)]));
  const body = blocks.flatMap((block) => (block.type === 'element' ? [blockText(block, paths)] : []));
  return `---\n${comments(article, diagnostics)}${facts(article.metadata, elsewhere)}---\n\n${body.join('\n\n')}\n`;
}

/** What was left out, line by line, where YAML reads nothing. */
function comments({ guesses }: Article, diagnostics: readonly Diagnostic[]): string {
  const blocks = guesses.filter(isLeftOut);
  const at = new Set(blocks.map(({ line }) => line));
  const others = diagnostics
    .filter(({ code, span }) => code === 'READ-LEFT-OUT' && !at.has(span?.line ?? 0))
    .map(({ span, values }) => ({
      line: span?.line ?? '',
      type: values['type'],
      text: String(values['text']),
    }));
  return [...blocks, ...others]
    .map(({ line, type, text }) => `# ${line} ${type}: ${oneLine(text)}\n`)
    .join('');
}

function oneLine(words: string): string {
  return words.replace(/[\s\u0085]+/gu, ' ');
}

/** The facts that the text gives, but the title, which is the heading. */
function facts(metadata: Metadata, elsewhere: ReadonlySet<string>): string {
  const { title: _, extra, language, ...fields } = metadata;
  const given = Object.entries({ ...fields, ...(language === 'vi' ? {} : { language }) }).filter(
    ([name, value]) =>
      !elsewhere.has(name) && value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  const all = { ...Object.fromEntries(given), ...(elsewhere.has('extra') ? {} : extra) };
  return Object.keys(all).length > 0 ? stringify(all, { lineWidth: 0 }) : '';
}

/** The path of a picture seen from the text, as the address of a link. */
function relative(article: string, image: string): string {
  const path = posix.relative(posix.dirname(article.replaceAll('\\', '/')), image.replaceAll('\\', '/'));
  return path.replace(/[%\s<>()"\\?#]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

type Paths = ReadonlyMap<string, string>;

function blockText(block: ElementNode, paths: Paths): string {
  switch (block.tagName) {
    case 'h1':
      return `# ${line(titleText(block))}`;
    case 'h2':
      return `## ${line(textOf(block))}`;
    case 'ul':
      return `${block.children.map((item) => `- ${paragraphText(textOf(item))}`).join('\n')}\n{.as-typed}`;
    case 'figure':
      return figureText(block, paths);
    case 'blockquote':
      return container('letter', block.children, paths);
    case 'aside':
      return boxText(block, paths);
    default:
      return withClass(linesText(block), block);
  }
}

/** A title with its break marks as bars. */
function titleText(title: ElementNode): string {
  return title.children.map((node) => (node.type === 'text' ? node.value : '| ')).join('');
}

/** A heading's words; closing marks of a heading are no words. */
function line(words: string): string {
  return escaped(words.trim()).replace(/#/gu, '\\#');
}

/** The words of a paragraph; lines that stay lines end in a backslash. */
function linesText(block: ElementNode): string {
  const lines: string[] = [''];
  for (const node of block.children) {
    if (node.type === 'element' && node.tagName === 'br') lines.push('');
    else lines[lines.length - 1] += textOf(node);
  }
  const bars = lines.length > 1;
  return lines
    .map((words) => (bars ? paragraphText(words).replace(/\|/gu, '\\|') : paragraphText(words)))
    .join('\\\n');
}

function withClass(words: string, block: ElementNode): string {
  const names = classes(block).map((name) => `.${name}`);
  return names.length > 0 ? `${words} {${names.join(' ')}}` : words;
}

function container(head: string, children: readonly TreeNode[], paths: Paths): string {
  const inner = children.flatMap((node) => (node.type === 'element' ? [blockText(node, paths)] : []));
  return `::: ${head}\n\n${inner.join('\n\n')}\n\n:::`;
}

/** A box; a title that holds no braces stands behind its name. */
function boxText(box: ElementNode, paths: Paths): string {
  const [title, ...rest] = box.children;
  if (title?.type === 'element' && hasClass(title, 'box-title') && !/[{}]/u.test(textOf(title)))
    return container(`box ${textOf(title)}`, rest, paths);
  return container('box', box.children, paths);
}

/** A figure: the picture with its caption as title, or a caption that has none. */
function figureText(figure: ElementNode, paths: Paths): string {
  const elements = figure.children.filter((node) => node.type === 'element');
  const img = elements.find((node) => node.tagName === 'img');
  const caption = textOf(
    elements.find((node) => node.tagName === 'figcaption') ?? { type: 'text', value: '' },
  );
  if (!img) return `${paragraphText(caption)} {.caption}`;
  const { src, alt, dataAltFrom } = img.properties;
  const typed = dataAltFrom === undefined || dataAltFrom === 'placeholder';
  const words = typed ? escaped(String(alt)) : '';
  const title = caption === '' ? '' : ` "${caption.replace(/[\\"&]/gu, '\\$&')}"`;
  return `![${words}](${paths.get(String(src)) ?? String(src)}${title})`;
}

/** Words as a paragraph that is nothing else: no list, heading, quotation or definition. */
function paragraphText(words: string): string {
  return escaped(words.trim())
    .replace(/^[#+\-=>:]/u, '\\$&')
    .replace(/^(\d{1,9})([.)])/u, '$1\\$2');
}

/** Characters that mean something in a line of Markdown, made to mean themselves. */
function escaped(words: string): string {
  return words.replace(/[\\`*_{}[\]<&~^]/gu, '\\$&');
}
