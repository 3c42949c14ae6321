/**
 * Content streams that paint what is no page and no form: a tile of a pattern (ISO 32000-1, 8.7.3), a glyph of
 * a Type 3 font (9.6.5). In: dictionaries; out: the stream, its resources, and the matrix from it outwards.
 */
import { matrixOf, multiply, type GraphicsState, type Matrix } from './graphics-state.js';
import { PdfName, type PdfDict, type PdfObject, type PdfStream } from './objects.js';
import { isArray, type PdfFile } from './open-pdf.js';

/** A stream that is painted by another. */
export interface Cell {
  readonly stream: PdfStream;
  /** Undefined where it uses those of the stream around it. */
  readonly resources: PdfDict | undefined;
  /** From its coordinates to those of what it belongs to. */
  readonly matrix: Matrix;
}

/** The tile that a colour is: the pattern of a name in the resources; undefined for shadings. */
export function tileOf(file: PdfFile, name: PdfObject, resources: PdfDict): Cell | undefined {
  const key = name instanceof PdfName ? name.value : '';
  const stream = file.stream(file.dict(resources.raw('Pattern'))?.raw(key) ?? null);
  if (!stream || file.number(stream.dict.raw('PatternType')) !== 1) return undefined;
  const matrix = matrixOf(file.numbers(stream.dict.raw('Matrix')));
  return { stream, resources: file.dict(stream.dict.raw('Resources')), matrix };
}

/** How the codes of a Type 3 font are drawn; undefined for other fonts. */
export function glyphCells(file: PdfFile, font: PdfDict): ((code: number) => Cell | undefined) | undefined {
  if (file.nameOf(font.raw('Subtype')) !== 'Type3') return undefined;
  const programs = file.dict(font.raw('CharProcs'));
  const resources = file.dict(font.raw('Resources'));
  const matrix = matrixOf(file.numbers(font.raw('FontMatrix')));
  const names = differences(file, file.dict(font.raw('Encoding')));
  return (code) => {
    const stream = file.stream(programs?.raw(names.get(code) ?? '') ?? null);
    return stream && { stream, resources, matrix };
  };
}

/** Names by code: numbers begin a run, names fill it (9.6.6.2). */
function differences(file: PdfFile, encoding: PdfDict | undefined): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  let code = 0;
  const list = file.resolve(encoding?.raw('Differences') ?? null);
  for (const item of isArray(list) ? list : []) {
    if (typeof item === 'number') code = item;
    else if (item instanceof PdfName) names.set(code++, item.value);
  }
  return names;
}

/** From the space of a glyph, `x` text units on in its string, to default user space (9.4.4). */
export function glyphMatrix(cell: Cell, state: Readonly<GraphicsState>, text: Matrix, x: number): Matrix {
  const { size, scale, rise, ctm } = state;
  const inString = multiply([size * scale, 0, 0, size, x, rise], text);
  return multiply(multiply(cell.matrix, inString), ctm);
}
