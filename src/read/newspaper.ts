/**
 * The text of a newspaper article, as pasted → `Article`. Blocks are cut, measured and recognised;
 * then each becomes its element, words as typed, every text node with its place. What is no part of
 * the article (a site's clock, page furniture) is left out, and a diagnostic shows it.
 */
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import type { Article, Guess, ImageAsset, Metadata } from '../document/publication.js';
import { element, noProperties, type ElementNode, type TreeNode } from '../document/tree.js';
import type { Host } from '../host.js';
import { bylineOf, sourceOf, type Named } from './byline.js';
import { creditOf } from './credit.js';
import { figure } from './figure.js';
import { readImage } from './images.js';
import { measureBlocks } from './measure.js';
import { addMetadataFile } from './metadata-file.js';
import { findPhotos, sidecarAlt, spareDiagnostics, type Photos } from './photos.js';
import { recognise, type Recognised } from './recognise.js';
import { spanOf, textNodes } from './source-text.js';
import { splitBlocks } from './split-blocks.js';
import { titleNodes, titleText } from './title.js';

/** Reads a decoded and repaired text. */
export async function readNewspaper(source: string, path: string, host: Host): Promise<Staged<Article>> {
  const blocks = recognise(measureBlocks(splitBlocks(source)));
  const diagnostics: Diagnostic[] = [];
  const found = metadataOf(blocks);
  const { value: metadata, diagnostics: besides } = addMetadataFile(found, path, host);
  diagnostics.push(...besides);
  if (metadata.title === undefined)
    diagnostics.push(diagnostic('READ-NO-TITLE', {}, { span: { file: path, line: 1 } }));
  // Whoever gave the article's date need not be told that the page's is another.
  if (metadata.date === found.date) diagnostics.push(...yearConflict(blocks, path));
  const pictures = await readPhotos(blocks, path, host);
  const children: ElementNode[] = [];
  for (const block of blocks) {
    const made = pictures.figures.get(block) ?? blockElement(block, path);
    if (made) children.push(made);
    else diagnostics.push(leftOut(block, path));
    if (block.type === 'mixed') diagnostics.push(diagnostic('READ-MIXED', {}, { span: place(block, path) }));
  }
  const body = { type: 'root', children: [element('article', noProperties, children)] } as const;
  const guesses = blocks.map(guessOf);
  const value = { path, source, metadata, body, images: pictures.images, guesses };
  return { value, diagnostics: [...diagnostics, ...pictures.diagnostics] };
}

function place(block: Recognised, file: string): ReturnType<typeof spanOf> {
  const piece = block.measure.block.parts[0]?.piece;
  return piece ? spanOf(file, piece) : { file, line: block.measure.block.line };
}

function leftOut(block: Recognised, file: string): Diagnostic {
  const values = { type: block.type, text: block.measure.block.text };
  return diagnostic('READ-LEFT-OUT', values, { span: place(block, file) });
}

/** The element of a block that is text; undefined for what is left out. */
function blockElement(block: Recognised, file: string): ElementNode | undefined {
  const span = place(block, file);
  const make = (tagName: string, className: string | undefined, children: readonly TreeNode[]): ElementNode =>
    element(tagName, className === undefined ? noProperties : { className: [className] }, children, { span });
  const words = block.measure.block;
  switch (block.type) {
    case 'title':
      return make('h1', undefined, titleNodes(textNodes(words, file)));
    case 'section':
    case 'kicker':
      return make('p', block.type, textNodes(words, file));
    case 'lead':
      return make('p', 'lead', leadNodes(block, file));
    case 'subhead':
      return make('h2', undefined, textNodes(words, file));
    case 'byline':
      return make('p', 'byline', namedNodes(block, bylineOf(words.text)?.names ?? [], file));
    case 'source':
      return make('p', 'source', namedNodes(block, sourceOf(words.text) ?? [], file));
    case 'date':
    case 'junk':
    case 'imagefile':
      return undefined;
    default:
      // Types that later readers will know are set as what they surely are: paragraphs.
      return make('p', undefined, textNodes(words, file));
  }
}

/** The dateline keeps its characters as typed, dash included: the template decides how it is shown. */
function leadNodes(block: Recognised, file: string): readonly TreeNode[] {
  const words = block.measure.block;
  const length = block.measure.dateline?.text.length ?? 0;
  if (length === 0) return textNodes(words, file);
  const dateline = textNodes(words, file, 0, length);
  const span = place(block, file);
  return [
    element('span', { className: ['dateline'] }, dateline, { span }),
    ...textNodes(words, file, length),
  ];
}

/** The words of a line with `span.author` around every author. */
function namedNodes(block: Recognised, names: readonly Named[], file: string): readonly TreeNode[] {
  const words = block.measure.block;
  const nodes: TreeNode[] = [];
  let at = 0;
  for (const name of names.filter((named) => named.type === 'author')) {
    const end = name.start + name.text.length;
    const own = textNodes(words, file, name.start, end);
    nodes.push(...textNodes(words, file, at, name.start));
    nodes.push(element('span', { className: ['author'] }, own, { span: own[0]?.span ?? place(block, file) }));
    at = end;
  }
  return [...nodes, ...textNodes(words, file, at)];
}

function captionNodes(block: Recognised, file: string): readonly TreeNode[] {
  const words = block.measure.block;
  const credit = creditOf(words.text);
  if (!credit) return textNodes(words, file);
  const own = textNodes(words, file, credit.start, credit.end);
  return [
    ...textNodes(words, file, 0, credit.start),
    element('span', { className: ['credit'] }, own, { span: own[0]?.span ?? place(block, file) }),
    ...textNodes(words, file, credit.end),
  ];
}

interface Pictures {
  readonly figures: ReadonlyMap<Recognised, ElementNode>;
  readonly images: readonly ImageAsset[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Gives every caption its photo, in order; a caption without one stays, a photo without one is named. */
async function readPhotos(blocks: readonly Recognised[], file: string, host: Host): Promise<Pictures> {
  const captions = blocks.filter((block) => block.type === 'caption');
  const photos = findPhotos(file, host);
  const figures = new Map<Recognised, ElementNode>();
  const images: ImageAsset[] = [];
  const diagnostics: Diagnostic[] = [];
  const taken = new Set<string>();
  for (const [index, block] of captions.entries()) {
    const photo = photos.paths[index];
    const span = place(block, file);
    const read =
      photo === undefined ? missing(photos, index, span) : await readImage(photo, host, span, taken);
    diagnostics.push(...read.diagnostics);
    if (read.value) images.push(read.value);
    const alt = photo === undefined ? undefined : sidecarAlt(photo, host);
    const captionText = block.measure.block.text;
    const made = figure({ image: read.value, alt, caption: captionNodes(block, file), captionText, span });
    figures.set(block, made.node);
    diagnostics.push(...made.diagnostics);
  }
  diagnostics.push(...(await spareDiagnostics(photos, captions.length, file, host)));
  return { figures, images, diagnostics };
}

function missing(photos: Photos, index: number, span: ReturnType<typeof spanOf>): Staged<undefined> {
  const wanted = photos.wanted(index);
  return { value: undefined, diagnostics: [diagnostic('READ-CAPTION-ALONE', { wanted }, { span })] };
}

/** What the blocks say about the article. */
function metadataOf(blocks: readonly Recognised[]): Metadata {
  const textOfFirst = (type: Recognised['type']): string | undefined =>
    blocks.find((block) => block.type === type)?.measure.block.text;
  const title = textOfFirst('title');
  const kicker = textOfFirst('kicker');
  const section = textOfFirst('section')?.replace(/^chuyên mục\s*:\s*|\s*\|.*$/giu, '');
  const dateline = blocks.find((block) => block.type === 'lead')?.measure.dateline?.name;
  const dates = blocks.filter((block) => block.type === 'date');
  // A bare date above the title is the site's clock when the page was saved; one with a time of day,
  // or below the title, was printed by the content system when the article appeared.
  const isClock = (block: Recognised): boolean =>
    block.phase === 'head' && block.measure.date?.timed === false;
  const accessDate = dates.find(isClock)?.measure.date?.date;
  const date = dates.find((block) => !isClock(block))?.measure.date?.date;
  const names = blocks.flatMap((block) => {
    if (block.type === 'byline') return bylineOf(block.measure.block.text)?.names ?? [];
    return block.type === 'source' ? (sourceOf(block.measure.block.text) ?? []) : [];
  });
  const texts = (type: Named['type']): readonly string[] => [
    ...new Set(names.filter((name) => name.type === type).map((name) => name.text)),
  ];
  return {
    ...(title === undefined ? {} : { title: titleText(title) }),
    ...(kicker === undefined ? {} : { kicker }),
    ...(section === undefined ? {} : { section }),
    ...(dateline === undefined ? {} : { dateline }),
    authors: texts('author'),
    sources: texts('source'),
    ...(date === undefined ? {} : { date }),
    ...(accessDate === undefined ? {} : { accessDate }),
    language: 'vi',
    extra: {},
  };
}

/** A page saved in another year than the article speaks of: “this afternoon (13/1)” must not be dated by it. */
function yearConflict(blocks: readonly Recognised[], file: string): readonly Diagnostic[] {
  const dated = blocks.find((block) => block.type === 'date');
  const pageYear = Number(dated?.measure.date?.date.slice(0, 4));
  const spoken = blocks
    .filter((block) => block.type === 'title' || block.type === 'lead')
    .flatMap((block) => [...block.measure.block.text.matchAll(/(?<![\d./-])(?:19|20)\d{2}(?![\d.,]\d|\d)/g)])
    .map((match) => Number(match[0]));
  const textYear = Math.max(...spoken);
  if (!dated || spoken.length === 0 || !(textYear < pageYear)) return [];
  return [diagnostic('READ-YEAR', { pageYear, textYear }, { span: place(dated, file) })];
}

/** A block as `inspect` shows it; a lead without its dateline, which the metadata has. */
function guessOf(block: Recognised): Guess {
  const { text, line } = block.measure.block;
  const dateline = block.type === 'lead' ? block.measure.dateline : undefined;
  const { type, confidence, reason } = block;
  return { type, text: dateline ? text.slice(dateline.text.length).trim() : text, line, confidence, reason };
}
