/**
 * The captions of a pasted text and the photos beside it → figures. Every caption gets its photo, in order;
 * a caption without one stays, a photo without one is named.
 */
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import type { ImageAsset } from '../document/publication.js';
import { element, type ElementNode, type TreeNode } from '../document/tree.js';
import type { Host } from '../host.js';
import { creditOf } from './credit.js';
import { figure } from './figure.js';
import { readImage } from './images.js';
import { placeOf } from './newspaper-facts.js';
import { findPhotos, sidecarAlt, spareDiagnostics, type Photos } from './photos.js';
import type { Recognised } from './recognise.js';
import { typedWords, type WordSource } from './newspaper-tree.js';
import { passage, type Passage } from './source-text.js';

export interface Pictures {
  /** By the block of the caption. */
  readonly figures: ReadonlyMap<Recognised, ElementNode>;
  readonly images: readonly ImageAsset[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A caption; the photographer's credit may stand on a line of its own below it. */
export interface Caption {
  readonly block: Recognised;
  readonly credit: Recognised | undefined;
}

/** Reads the photos of an article's captions. */
export async function readPhotos(captions: readonly Caption[], file: string, host: Host): Promise<Pictures> {
  const photos = findPhotos(file, host);
  const figures = new Map<Recognised, ElementNode>();
  const images: ImageAsset[] = [];
  const diagnostics: Diagnostic[] = [];
  const taken = new Set<string>();
  for (const [index, caption] of captions.entries()) {
    const photo = photos.paths[index];
    const span = placeOf(caption.block, file);
    const read =
      photo === undefined ? missing(photos, index, span) : await readImage(photo, host, span, taken);
    diagnostics.push(...read.diagnostics);
    if (read.value) images.push(read.value);
    const alt = photo === undefined ? undefined : await sidecarAlt(photo, host);
    const captionText = [caption.block, caption.credit]
      .map((block) => block?.measure.block.text ?? '')
      .join(' ');
    const nodes = captionNodes(caption, typedWords(file));
    const made = figure({ image: read.value, alt, caption: nodes, captionText: captionText.trim(), span });
    figures.set(caption.block, made.node);
    diagnostics.push(...made.diagnostics);
  }
  diagnostics.push(...(await spareDiagnostics(photos, captions.length, file, host)));
  return { figures, images, diagnostics };
}

function missing(photos: Photos, index: number, span: ReturnType<typeof placeOf>): Staged<undefined> {
  const wanted = photos.wanted(index);
  return { value: undefined, diagnostics: [diagnostic('READ-CAPTION-ALONE', { wanted }, { span })] };
}

/** The words of a caption, the photographer's credit marked. */
export function captionNodes({ block, credit: below }: Caption, source: WordSource): readonly TreeNode[] {
  const words = below ? joined(block, below) : block.measure.block;
  const credit = creditOf(words.text);
  if (!credit) return source.nodes(words);
  return [
    ...source.nodes(words, 0, credit.start),
    creditNode(source.nodes(words, credit.start, credit.end), block, source.file),
    ...source.nodes(words, credit.end),
  ];
}

/** The words of two lines as one text. */
function joined(...blocks: readonly Recognised[]): Passage {
  return passage(blocks.flatMap((block) => block.measure.block.parts.map(({ piece }) => piece)));
}

function creditNode(words: readonly TreeNode[], block: Recognised, file: string): ElementNode {
  return element('span', { className: ['credit'] }, words, { span: words[0]?.span ?? placeOf(block, file) });
}
