/** What a page paints beside text: types only. Boxes are in default user space, pt, cut by the clip. */
import type { Paint } from './graphics-state.js';
import type { PdfStream } from './objects.js';
import type { Box } from './pages.js';

/** A path filled, stroked or both. */
export interface PaintedPath {
  readonly type: 'path';
  /** Each subpath; control points count as points. */
  readonly boxes: readonly Box[];
  readonly fill: Paint | undefined;
  readonly stroke: Paint | undefined;
  /** Of the stroke, pt; 0 is the thinnest line of the device. */
  readonly lineWidth: number;
  /** The thinner side of the thinnest subpath that is long enough to be seen as a line, uncut, pt. */
  readonly thinnest: number;
}

/** A picture painted, inline ones too. */
export interface PaintedPicture {
  readonly type: 'picture';
  readonly boxes: readonly Box[];
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  /** A stencil is painted in the colour of filling. */
  readonly stencil: boolean;
  readonly space: Paint['space'];
  /** RGB whose meaning nothing in the file tells. */
  readonly deviceRgb: boolean;
  /** Effective resolution: pixels an inch along the side that has fewer. */
  readonly ppi: number;
  /** Undefined for an inline picture. */
  readonly stream: PdfStream | undefined;
}

export type Painted = PaintedPath | PaintedPicture;
