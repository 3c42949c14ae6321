/**
 * What a page paints (ISO 32000-1, 7.8, 9.4 and 14.6): a page in; out, every string shown with its text,
 * place, colour and the marked content it stands in, and every path and picture. Form XObjects are entered.
 * Shadings, tiles of patterns and glyphs drawn by content streams are passed over.
 */
import {
  initialState,
  identity,
  matrixOf,
  multiply,
  type GraphicsState,
  type Matrix,
} from './graphics-state.js';
import { inlineDict, skipInlineImage } from './inline-picture.js';
import { MarkStack, type Mark } from './marked-content.js';
import { isArray, type PdfFile } from './open-pdf.js';
import { Keyword, PdfDict, PdfName, PdfRef, PdfString, type PdfObject, type PdfStream } from './objects.js';
import { rectangle, type PdfPage } from './pages.js';
import type { Painted } from './painted.js';
import { ObjectParser } from './parse-objects.js';
import { readFont, type PdfFont } from './read-font.js';
import { boxAround, clipTo, PathReader } from './read-paths.js';
import { readPicture } from './read-picture.js';
import { setColor } from './set-color.js';
import { showGlyphs, type Shown } from './show-glyphs.js';

/** One string (or array of strings) shown. */
export interface TextShow extends Shown {
  /** Page number from 1. */
  readonly page: number;
  readonly font: PdfFont;
  readonly mark: Mark;
  /** Text render mode 3 or 7: no ink (9.3.6). */
  readonly invisible: boolean;
}

export interface PageContent {
  readonly page: PdfPage;
  readonly shows: readonly TextShow[];
  /** Paths and pictures in painting order. */
  readonly painted: readonly Painted[];
  /** MCIDs met, by scope: 0 for the page, else the object number of the form XObject. */
  readonly mcids: ReadonlyMap<number, ReadonlySet<number>>;
}

/** Fonts read so far, by their dictionary: they are shared by pages. */
export type FontCache = Map<PdfDict, PdfFont>;

/** Forms nested deeper than this are a loop. */
const maxForms = 12;

/** Reads the content of one page. */
export function readContent(file: PdfFile, page: PdfPage, fonts: FontCache): PageContent {
  const reader = new ContentReader(file, page, fonts);
  reader.run(contentBytes(file, page), page.resources);
  return { page, shows: reader.shows, painted: reader.painted, mcids: reader.marks.mcids };
}

/** The streams of a page, joined by white space as 7.8.2 asks. */
export function contentBytes(file: PdfFile, page: PdfPage): Uint8Array {
  const contents = page.dict.raw('Contents');
  const parts = (file.array(contents) ?? [contents]).map((part) => {
    const stream = file.stream(part);
    return (stream && file.decode(stream)) ?? new Uint8Array();
  });
  return parts.length === 1 && parts[0]
    ? parts[0]
    : Buffer.concat(parts.flatMap((part) => [part, Buffer.of(10)]));
}

class ContentReader {
  readonly shows: TextShow[] = [];
  readonly painted: Painted[] = [];
  readonly #paths = new PathReader();
  readonly marks: MarkStack;
  #state: GraphicsState = initialState(identity);
  #saved: GraphicsState[] = [];
  #textMatrix: Matrix = identity;
  #lineMatrix: Matrix = identity;
  #resources = new PdfDict(new Map());
  #scope = 0;
  #forms = 0;

  constructor(
    readonly file: PdfFile,
    readonly page: PdfPage,
    readonly fonts: FontCache,
  ) {
    this.marks = new MarkStack(file);
  }

  /** Runs the operators of one content stream. */
  run(bytes: Uint8Array, resources: PdfDict): void {
    const outer = this.#resources;
    this.#resources = resources;
    const parser = new ObjectParser(bytes, 0, false);
    let operands: PdfObject[] = [];
    for (let item = parser.read(); item !== undefined; item = parser.read()) {
      if (!(item instanceof Keyword)) {
        operands.push(item);
        continue;
      }
      if (item.value === 'ID') {
        this.#paintPicture(inlineDict(operands), undefined);
        skipInlineImage(parser);
      } else this.#operator(item.value, operands);
      operands = [];
    }
    this.#resources = outer;
  }

  #operator(name: string, operands: readonly PdfObject[]): void {
    const numbers = operands.filter((item) => typeof item === 'number');
    const done =
      this.#graphics(name, operands, numbers) ||
      this.#position(name, numbers) ||
      this.#parameter(name, operands, numbers[0] ?? 0) ||
      setColor(this.#state, [name, operands], this.file, this.#resources) ||
      this.#path(name, numbers);
    if (!done) this.#show(name, operands, numbers);
  }

  #graphics(name: string, operands: readonly PdfObject[], numbers: readonly number[]): boolean {
    switch (name) {
      case 'q':
        this.#saved.push({ ...this.#state });
        return true;
      case 'Q':
        this.#state = this.#saved.pop() ?? this.#state;
        return true;
      case 'cm':
        this.#state.ctm = multiply(matrixOf(numbers), this.#state.ctm);
        return true;
      case 'Do':
        this.#paintObject(operands[0] ?? null);
        return true;
      case 'BMC':
      case 'BDC':
        this.marks.begin(operands, this.#resources, this.#scope);
        return true;
      case 'EMC':
        this.marks.end();
        return true;
      default:
        return false;
    }
  }

  #position(name: string, [a = 0, b = 0, ...more]: readonly number[]): boolean {
    switch (name) {
      case 'BT':
        this.#lineMatrix = identity;
        this.#textMatrix = identity;
        return true;
      case 'Tm':
        this.#lineMatrix = matrixOf([a, b, ...more]);
        this.#textMatrix = this.#lineMatrix;
        return true;
      case 'TD':
        this.#state.leading = -b;
        this.#newLine(a, b);
        return true;
      case 'Td':
        this.#newLine(a, b);
        return true;
      case 'T*':
        this.#newLine(0, -this.#state.leading);
        return true;
      default:
        return false;
    }
  }

  #parameter(name: string, operands: readonly PdfObject[], value: number): boolean {
    const state = this.#state;
    if (name === 'Tf') this.#selectFont(operands);
    else if (name === 'Tc') state.charSpacing = value;
    else if (name === 'Tw') state.wordSpacing = value;
    else if (name === 'Tz') state.scale = value / 100;
    else if (name === 'TL') state.leading = value;
    else if (name === 'Ts') state.rise = value;
    else if (name === 'Tr') state.renderMode = value;
    else if (name === 'w') state.lineWidth = value;
    else if (name === 'gs') this.#selectState(operands[0] ?? null);
    else return false;
    return true;
  }

  #path(name: string, numbers: readonly number[]): boolean {
    const found = this.#paths.run(name, numbers, this.#state);
    if (typeof found === 'object') this.painted.push(found);
    return found !== false;
  }

  /** The width of line that a graphics state parameter dictionary sets (8.4.5). */
  #selectState(name: PdfObject): void {
    const key = name instanceof PdfName ? name.value : '';
    const dict = this.file.dict(this.file.dict(this.#resources.raw('ExtGState'))?.raw(key) ?? null);
    const width = dict && this.file.number(dict.raw('LW'));
    if (width !== undefined) this.#state.lineWidth = width;
  }

  #show(name: string, operands: readonly PdfObject[], numbers: readonly number[]): void {
    if (!['Tj', 'TJ', "'", '"'].includes(name)) return;
    if (name === '"') [this.#state.wordSpacing = 0, this.#state.charSpacing = 0] = numbers;
    if (name === "'" || name === '"') this.#newLine(0, -this.#state.leading);
    const last = operands.at(-1) ?? null;
    const pieces = isArray(last) ? last : [last];
    const { font } = this.#state;
    if (!font || !pieces.some((piece) => piece instanceof PdfString && piece.bytes.length > 0)) return;
    const shown = showGlyphs(font, this.#state, this.#textMatrix, pieces);
    this.#textMatrix = multiply([1, 0, 0, 1, shown.advance, 0], this.#textMatrix);
    const invisible = this.#state.renderMode === 3 || this.#state.renderMode === 7;
    this.shows.push({ ...shown, page: this.page.number, font, mark: this.marks.current, invisible });
  }

  #newLine(x: number, y: number): void {
    this.#lineMatrix = multiply([1, 0, 0, 1, x, y], this.#lineMatrix);
    this.#textMatrix = this.#lineMatrix;
  }

  #selectFont([name, size]: readonly PdfObject[]): void {
    this.#state.size = typeof size === 'number' ? size : 0;
    const key = name instanceof PdfName ? name.value : '';
    const dict = this.file.dict(this.file.dict(this.#resources.raw('Font'))?.raw(key) ?? null);
    if (!dict) {
      this.#state.font = undefined;
      return;
    }
    const font = this.fonts.get(dict) ?? readFont(this.file, dict);
    this.fonts.set(dict, font);
    this.#state.font = font;
  }

  #paintPicture(dict: PdfDict, stream: PdfStream | undefined): void {
    const found = readPicture(this.file, { dict, stream }, this.#state, this.#resources);
    if (found) this.painted.push(found);
  }

  #paintObject(name: PdfObject): void {
    const key = name instanceof PdfName ? name.value : '';
    const target = this.file.dict(this.#resources.raw('XObject'))?.raw(key) ?? null;
    const stream = this.file.stream(target);
    const kind = stream && this.file.nameOf(stream.dict.raw('Subtype'));
    if (stream && kind === 'Image') this.#paintPicture(stream.dict, stream);
    if (stream && kind === 'Form') this.#paintForm(stream, target);
  }

  #paintForm(stream: PdfStream, target: PdfObject): void {
    if (this.#forms >= maxForms) return;
    const bytes = this.file.decode(stream);
    if (!bytes) return;
    const [state, saved, scope] = [this.#state, this.#saved, this.#scope];
    const matrix = matrixOf(this.file.numbers(stream.dict.raw('Matrix')));
    this.#state = { ...state, ctm: multiply(matrix, state.ctm) };
    const box = rectangle(this.file.numbers(stream.dict.raw('BBox')));
    if (box) {
      const [x1, y1, x2, y2] = box;
      this.#state.clip = clipTo(state.clip, [boxAround([x1, y1, x2, y1, x2, y2, x1, y2], this.#state)]);
    }
    this.#saved = [];
    this.#scope = target instanceof PdfRef ? target.number : scope;
    this.#forms += 1;
    const depth = this.marks.depth;
    this.run(bytes, this.file.dict(stream.dict.raw('Resources')) ?? this.#resources);
    this.marks.unwind(depth);
    this.#forms -= 1;
    [this.#state, this.#saved, this.#scope] = [state, saved, scope];
  }
}
