/**
 * A Word file (`.docx`) → `Article`. mammoth reads it, its changes accepted; `shape-document.ts` says what
 * each paragraph is, and the HTML that mammoth writes takes the way of all HTML into our tree. Positions are
 * paragraphs: the `line` of a span is a paragraph's number, from 1, and `source` has a line for each.
 */
import { diagnostic, type Diagnostic, type Staged } from '../../diagnostic.js';
import type { Article, Metadata } from '../../document/publication.js';
import {
  element,
  hasClass,
  noProperties,
  text,
  textOf,
  walk,
  type ElementNode,
  type TreeNode,
} from '../../document/tree.js';
import { bylineOf, sourceOf } from '../byline.js';
import { metadataOf as newspaperFacts, placeOf } from '../newspaper-facts.js';
import { sayOfBlocks } from '../newspaper.js';
import type { Recognised } from '../recognise.js';
import { convertDocument } from './convert.js';
import { mapDocumentHtml } from './map-document.js';
import { openPackage, partText } from './open-package.js';
import type { RecognisedPieces } from './recognise-pieces.js';
import { readProperties, type DocumentProperties } from './read-properties.js';

/** BCP 47. What Word calls the language of a text is that of the machine it was typed on. */
const language = 'vi';

/** Reads the bytes of a file; undefined, with one error, when there is nothing to publish in them. */
export async function readWord(bytes: Uint8Array, path: string): Promise<Staged<Article | undefined>> {
  const opened = openPackage(bytes, path);
  if (!opened.ok) return { value: undefined, diagnostics: [opened.why] };
  const refuse = (code: 'READ-EMPTY' | 'READ-WORD-BROKEN', reason: string): Staged<undefined> => ({
    value: undefined,
    diagnostics: [diagnostic(code, { reason }, { span: { file: path } })],
  });
  const converted = await convertDocument(opened, path);
  if (!converted) return refuse('READ-WORD-BROKEN', 'word/document.xml');

  const diagnostics: Diagnostic[] = [...converted.diagnostics];
  const blocks = mapDocumentHtml(converted, path, language, diagnostics);
  const recognised = converted.recognised?.blocks ?? [];
  diagnostics.push(...sayRecognised(converted.recognised, path));
  if (blocks.length === 0) return refuse('READ-EMPTY', '');
  const properties = readProperties(partText(opened, 'docProps/core.xml'));
  const titled = withTitle(blocks, properties, path, diagnostics);
  const metadata = withRecognised(metadataOf(titled, properties), recognised);
  const body = { type: 'root', children: [element('article', noProperties, titled)] } as const;
  const images = [...converted.pictures.values()];
  const source = converted.lines.join('\n');
  return { value: { path, source, metadata, body, images, guesses: converted.guesses }, diagnostics };
}

/** A text without a title has that of the file's properties, or none. */
function withTitle(
  blocks: readonly TreeNode[],
  properties: DocumentProperties,
  file: string,
  diagnostics: Diagnostic[],
): readonly TreeNode[] {
  if (blocks.some((node) => is(node, 'h1'))) return blocks;
  const span = { file, line: 1 };
  if (properties.title === undefined) {
    diagnostics.push(diagnostic('READ-NO-TITLE', {}, { span }));
    return blocks;
  }
  diagnostics.push(diagnostic('READ-WORD-TITLE', { title: properties.title }, { span }));
  return [element('h1', noProperties, [text(properties.title, { span })], { span }), ...blocks];
}

/** What there is to say of what was recognised: a title by its look and place, what is left out, doubts. */
function sayRecognised(recognised: RecognisedPieces | undefined, file: string): readonly Diagnostic[] {
  if (!recognised) return [];
  const { blocks, diagnostics } = recognised;
  const guessed = blocks.filter(({ measure }) => !measure.block.given);
  const title = guessed.find(({ type }) => type === 'title');
  const subheads = guessed.filter(({ type }) => type === 'subhead').length;
  const values = { title: title?.measure.block.text ?? '', subheads };
  return [
    ...(title ? [diagnostic('READ-WORD-LOOK', values, { span: placeOf(title, file) })] : []),
    ...diagnostics,
    ...sayOfBlocks(blocks, file).map(endedByStyle),
  ];
}

/** A doubt, which in Word a style ends. */
function endedByStyle(said: Diagnostic): Diagnostic {
  if (said.code !== 'READ-DOUBT') return said;
  return diagnostic('READ-WORD-DOUBT', said.values, said.span ? { span: said.span } : {});
}

/** What the recognised words say of the article, the rest from the tree. */
function withRecognised(metadata: Metadata, blocks: readonly Recognised[]): Metadata {
  const { authors, sources, language: _, extra: __, ...facts } = newspaperFacts(blocks);
  return {
    ...metadata,
    ...facts,
    authors: authors.length > 0 ? authors : metadata.authors,
    sources: sources.length > 0 ? sources : metadata.sources,
  };
}

function metadataOf(blocks: readonly TreeNode[], properties: DocumentProperties): Metadata {
  const words = (find: (node: ElementNode) => boolean): string | undefined => {
    const node = blocks.find((block): block is ElementNode => block.type === 'element' && find(block));
    return node && plainWords(node);
  };
  const all = (name: string): readonly string[] =>
    blocks.filter((block) => block.type === 'element' && hasClass(block, name)).map(plainWords);
  const authors = all('byline').flatMap((line) => namesIn(line));
  const sources = all('source').flatMap((line) => sourceOf(line)?.map((named) => named.text) ?? [line]);
  const fields = {
    title: words((node) => node.tagName === 'h1'),
    subtitle: words((node) => hasClass(node, 'subtitle')),
    kicker: words((node) => hasClass(node, 'kicker')),
    section: words((node) => hasClass(node, 'section')),
    dateline: datelineIn(blocks),
  };
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const { subjects } = properties;
  return {
    ...given,
    authors: authors.length > 0 ? authors : properties.authors,
    sources,
    language,
    ...(subjects.length > 0 ? { subjects } : {}),
    extra: {},
  };
}

function namesIn(line: string): readonly string[] {
  const named = bylineOf(line)?.names.filter(({ type }) => type === 'author');
  return named ? named.map((name) => name.text) : [line];
}

function datelineIn(blocks: readonly TreeNode[]): string | undefined {
  for (const block of blocks) {
    if (block.type !== 'element' || !hasClass(block, 'lead')) continue;
    const span = block.children.find((node) => node.type === 'element' && hasClass(node, 'dateline'));
    if (span) return textOf(span).replace(/^[\s([]+|[\s\])–—-]+$/gu, '');
  }
  return undefined;
}

/** The words of a block in a line, numbers of notes left out. */
function plainWords(block: TreeNode): string {
  let words = '';
  walk(block, (node) => {
    if (node.type === 'text' && node.origin !== 'generated') words += node.value;
    else if (node.type === 'element' && node.tagName === 'br') words += ' ';
  });
  return words.replace(/\s+/g, ' ').trim();
}

function is(node: TreeNode, tagName: string): boolean {
  return node.type === 'element' && node.tagName === tagName;
}
