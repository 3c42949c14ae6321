/**
 * What a content stream is painted with, and what all the streams of a file share: encoded words, graphics
 * states, inks, pictures, and where marked content is told.
 */
import type { ImageAsset } from '../document/publication.js';
import { Canvas } from './canvas.js';
import type { PdfEdition } from './colour.js';
import { ContentBuffer } from './content-buffer.js';
import type { WordEncoder } from './encode-words.js';
import type { GraphicsStates } from './graphics-states.js';
import { ContentMarker } from './mark-content.js';
import { TextPainter } from './paint-text.js';
import type { ContentRecorder } from './record-content.js';
import type { SpotInks } from './spot-inks.js';
import type { PaintedPattern } from './painted.js';

/** What all pages share. */
export interface PaintResources {
  readonly edition: PdfEdition;
  readonly encoder: WordEncoder;
  readonly states: GraphicsStates;
  readonly inks: SpotInks;
  /** Resource name of a picture, which the writer is told of when it is first met. */
  imageName(asset: ImageAsset): string;
  /** Resource name of a pattern, in the same way. */
  patternName(pattern: PaintedPattern): string;
  /** Where marked content is told; undefined leaves the page untagged. */
  readonly recorder: ContentRecorder | undefined;
}

/** What a content stream is painted with. */
export interface Surface {
  readonly canvas: Canvas;
  readonly text: TextPainter;
  readonly marker: ContentMarker;
}

/** Begins streams of a kind. */
export function openSurface(resources: PaintResources, kind: 'page' | 'form'): Surface {
  const { encoder, edition, states, inks, recorder } = resources;
  const canvas = new Canvas(new ContentBuffer(), states, kind);
  const text = new TextPainter(canvas, encoder, { edition, inks });
  return { canvas, text, marker: new ContentMarker(canvas, recorder) };
}
