/**
 * The text of a newspaper article, as pasted → `Article`. Blocks are cut, measured and recognised;
 * then each becomes its element, words as typed, every text node with its place. What is no part of
 * the article (a site's clock, page furniture) is left out, and a diagnostic shows it.
 */
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import type { Article, Guess } from '../document/publication.js';
import { element, noProperties } from '../document/tree.js';
import type { Host } from '../host.js';
import { doubtOf, settleTwins } from './doubts.js';
import { cutGluedSection } from './glued-section.js';
import { isLeftOut, tellLeftOut } from './left-out.js';
import { measureBlocks } from './measure.js';
import { addMetadataFile } from './metadata-file.js';
import { metadataOf, placeOf, yearConflict } from './newspaper-facts.js';
import { readPhotos, type Caption } from './newspaper-photos.js';
import { blockElements, typedWords } from './newspaper-tree.js';
import { recognise, type Recognised } from './recognise.js';
import { splitBlocks } from './split-blocks.js';

/** Reads a decoded and repaired text. */
export async function readNewspaper(source: string, path: string, host: Host): Promise<Staged<Article>> {
  // Lines into blocks, blocks into what they are.
  const { blocks: cut, cut: section } = cutGluedSection(splitBlocks(source));
  const settled = settleTwins(recognise(measureBlocks(cut)), path);
  const { blocks } = settled;

  // What they say about the article, and what stands beside it.
  const found = metadataOf(blocks);
  const { value: metadata, diagnostics: besides } = await addMetadataFile(found, path, host);
  const said: Diagnostic[] = [...besides];
  if (metadata.title === undefined)
    said.push(diagnostic('READ-NO-TITLE', {}, { span: { file: path, line: 1 } }));
  // Whoever gave the article's date need not be told that the page's is another.
  if (metadata.date === found.date) said.push(...yearConflict(blocks, path));
  for (const one of [...settled.diagnostics, ...sayOfBlocks(blocks, path)]) said.push(one);
  if (section)
    said.push(
      diagnostic('READ-SECTION-GLUED', { text: section.text }, { span: { file: path, line: section.line } }),
    );

  // Elements, with the photos of the captions.
  const kept = blocks.filter((block) => !isLeftOut(block));
  const captions = captionsOf(kept);
  const pictures = await readPhotos(captions, path, host);
  const credits = new Set(captions.map((caption) => caption.credit));
  const shown = kept.filter((block) => !credits.has(block));
  const children = blockElements(shown, pictures.figures, typedWords(path));
  const body = { type: 'root', children: [element('article', noProperties, children)] } as const;
  const value = { path, source, metadata, body, images: pictures.images, guesses: blocks.map(guessOf) };
  return { value, diagnostics: [...said, ...pictures.diagnostics] };
}

/** What there is to say of blocks, but of those that are what their author said. */
export function sayOfBlocks(blocks: readonly Recognised[], file: string): readonly Diagnostic[] {
  const out = tellLeftOut(blocks, file);
  const guessed = blocks.filter(({ measure }) => !measure.block.given);
  return guessed.flatMap((block) => sayOf(block, out.get(block), file));
}

function sayOf(block: Recognised, out: Diagnostic | undefined, file: string): readonly Diagnostic[] {
  const doubt = doubtOf(block, file);
  return [
    ...(out ? [out] : []),
    ...(block.type === 'mixed' ? [diagnostic('READ-MIXED', {}, { span: placeOf(block, file) })] : []),
    ...(doubt ? [doubt] : []),
  ];
}

/** The captions; a line of nothing but a credit right below one without a credit belongs to it. */
export function captionsOf(blocks: readonly Recognised[]): readonly Caption[] {
  const captions: { block: Recognised; credit: Recognised | undefined }[] = [];
  let above: Recognised | undefined;
  for (const block of blocks) {
    const last = captions.at(-1);
    if (block.type === 'caption') {
      const belongs = last !== undefined && last.block === above && !last.block.measure.credited;
      if (belongs && block.measure.creditOnly) last.credit = block;
      else captions.push({ block, credit: undefined });
    }
    above = block;
  }
  return captions;
}

/** A block as `inspect` shows it; a lead without its dateline, which the metadata has. */
export function guessOf(block: Recognised): Guess {
  const { text, line } = block.measure.block;
  const dateline = block.type === 'lead' ? block.measure.dateline : undefined;
  const { type, confidence, reasons } = block;
  return { type, text: dateline ? text.slice(dateline.text.length).trim() : text, line, confidence, reasons };
}
