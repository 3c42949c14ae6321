/**
 * What a page paints (ISO 32000-1, 7.8, 9.4 and 14.6): a page in; out, every string shown with its text,
 * place, colour and the marked content it stands in, and every path and picture. Form XObjects are entered.
 * Of tiles of patterns and of glyphs drawn by content streams, what they paint is taken, but no words; shadings
 * are passed over.
 */
import {
  initialState,
  identity,
  matrixOf,
  multiply,
  type GraphicsState,
  type Matrix,
} from './graphics-state.js';
import { contentBytes } from './content-bytes.js';
import { MarkStack, type Mark } from './marked-content.js';
import { isArray, type PdfFile } from './open-pdf.js';
import { PdfDict, PdfName, PdfRef, PdfStream, PdfString, type PdfObject } from './objects.js';
import { operators } from './operators.js';
import { rectangle, type Box, type PdfPage } from './pages.js';
import type { Painted } from './painted.js';
import { ObjectParser } from './parse-objects.js';
import { glyphMatrix, type Cell } from './read-cells.js';
import { readFont, type PdfFont } from './read-font.js';
import { boxAround, clipTo, PathReader } from './read-paths.js';
import { readPicture } from './read-picture.js';
import { setColor } from './set-color.js';
import { showGlyphs, type Shown } from './show-glyphs.js';
import { TextPosition } from './text-position.js';

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
  /** Fonts, objects and graphics states that are named and are nowhere: `Font F1`. */
  readonly missing: ReadonlySet<string>;
}

/** Fonts read so far, by their dictionary: they are shared by pages. */
export type FontCache = Map<PdfDict, PdfFont>;

/** Forms nested deeper than this are a loop. */
const maxForms = 12;
/** Glyphs of a page that are looked into. */
const maxDrawnGlyphs = 1000;

/** Reads the content of one page. */
export function readContent(file: PdfFile, page: PdfPage, fonts: FontCache): PageContent {
  const reader = new ContentReader(file, page, fonts);
  reader.run(contentBytes(file, page), page.resources);
  const { shows, painted, missing } = reader;
  return { page, shows, painted, mcids: reader.marks.mcids, missing };
}

class ContentReader {
  readonly shows: TextShow[] = [];
  readonly painted: Painted[] = [];
  readonly missing = new Set<string>();
  readonly #paths = new PathReader();
  readonly marks: MarkStack;
  #state: GraphicsState;
  /** From the coordinates that the stream begins with. */
  #base: Matrix;
  #tiles = new Map<PdfStream, readonly Painted[]>();
  #saved: GraphicsState[] = [];
  readonly #text = new TextPosition();
  #resources = new PdfDict(new Map());
  #scope = 0;
  #drawn = 0;
  #forms: number;

  constructor(
    readonly file: PdfFile,
    readonly page: PdfPage,
    readonly fonts: FontCache,
    { state, depth }: { readonly state: GraphicsState; readonly depth: number } = {
      state: initialState(identity),
      depth: 0,
    },
  ) {
    this.marks = new MarkStack(file);
    this.#state = state;
    this.#base = state.ctm;
    this.#forms = depth;
  }

  /** Runs the operators of one content stream. */
  run(bytes: Uint8Array, resources: PdfDict): void {
    const outer = this.#resources;
    this.#resources = resources;
    for (const [operator, operands] of operators(new ObjectParser(bytes, 0, false))) {
      const [picture] = operands;
      if (operator === 'BI' && picture instanceof PdfStream) this.#paintPicture(picture.dict, undefined);
      else this.#operator(operator, operands);
    }
    this.#resources = outer;
  }

  #operator(name: string, operands: readonly PdfObject[]): void {
    const numbers = operands.filter((item) => typeof item === 'number');
    const done =
      this.#graphics(name, operands, numbers) ||
      this.#text.run(name, numbers, this.#state) ||
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
    if (typeof found === 'object') {
      this.painted.push(found);
      for (const paint of [found.fill, found.stroke])
        if (paint?.tile) this.#fillWith(paint.tile, found.boxes);
    }
    return found !== false;
  }

  /** What a tile paints, as if it stood wherever the path is: a tile looks the same at each of its places. */
  #fillWith(tile: Cell, boxes: readonly Box[]): void {
    let items = this.#tiles.get(tile.stream);
    if (!items) {
      const state = initialState(multiply(tile.matrix, this.#base));
      this.#tiles.set(tile.stream, (items = this.#paintedBy(tile, state)));
    }
    this.painted.push(...items.map((item) => ({ ...item, boxes })));
  }

  /** What a stream paints that belongs to neither page nor form. */
  #paintedBy({ stream, resources }: Cell, state: GraphicsState): readonly Painted[] {
    const bytes = this.#forms < maxForms ? this.file.decode(stream) : undefined;
    if (!bytes) return [];
    const inner = new ContentReader(this.file, this.page, this.fonts, { state, depth: this.#forms + 1 });
    inner.run(bytes, resources ?? this.#resources);
    for (const name of inner.missing) this.missing.add(name);
    return inner.painted;
  }

  /** A resource by its name (7.8.3). */
  #named(category: string, name: PdfObject): PdfObject {
    const key = name instanceof PdfName ? name.value : '';
    const found = this.file.dict(this.#resources.raw(category))?.raw(key) ?? null;
    if (this.file.resolve(found) === null) this.missing.add(`${category} ${key}`);
    return found;
  }

  /** The width of line that a graphics state parameter dictionary sets (8.4.5). */
  #selectState(name: PdfObject): void {
    const dict = this.file.dict(this.#named('ExtGState', name));
    const width = dict && this.file.number(dict.raw('LW'));
    if (width !== undefined) this.#state.lineWidth = width;
  }

  #show(name: string, operands: readonly PdfObject[], numbers: readonly number[]): void {
    if (!['Tj', 'TJ', "'", '"'].includes(name)) return;
    if (name === '"') [this.#state.wordSpacing = 0, this.#state.charSpacing = 0] = numbers;
    if (name === "'" || name === '"') this.#text.newLine(0, -this.#state.leading);
    const last = operands.at(-1) ?? null;
    const pieces = isArray(last) ? last : [last];
    const { font } = this.#state;
    if (!font || !pieces.some((piece) => piece instanceof PdfString && piece.bytes.length > 0)) return;
    const shown = showGlyphs(font, this.#state, this.#text.matrix, pieces);
    if (font.cell) this.#drawGlyphs(shown, font.cell);
    this.#text.advance(shown.advance);
    const invisible = this.#state.renderMode === 3 || this.#state.renderMode === 7;
    this.shows.push({ ...shown, page: this.page.number, font, mark: this.marks.current, invisible });
  }

  /** Glyphs that are content streams; of a page full of them the first tell enough. */
  #drawGlyphs({ glyphs, starts }: Shown, cellOf: (code: number) => Cell | undefined): void {
    glyphs.forEach(({ code }, i) => {
      const cell = this.#drawn < maxDrawnGlyphs ? cellOf(code) : undefined;
      if (!cell) return;
      this.#drawn += 1;
      const ctm = glyphMatrix(cell, this.#state, this.#text.matrix, starts[i] ?? 0);
      const { fill, clip } = this.#state;
      this.painted.push(...this.#paintedBy(cell, { ...initialState(ctm), fill, stroke: fill, clip }));
    });
  }

  #selectFont([name, size]: readonly PdfObject[]): void {
    this.#state.size = typeof size === 'number' ? size : 0;
    const dict = this.file.dict(this.#named('Font', name ?? null));
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
    const target = this.#named('XObject', name);
    const stream = this.file.stream(target);
    const kind = stream && this.file.nameOf(stream.dict.raw('Subtype'));
    if (stream && kind === 'Image') this.#paintPicture(stream.dict, stream);
    if (stream && kind === 'Form') this.#paintForm(stream, target);
  }

  #paintForm(stream: PdfStream, target: PdfObject): void {
    if (this.#forms >= maxForms) return;
    const bytes = this.file.decode(stream);
    if (!bytes) return;
    const [state, saved, scope, base, tiles] = [
      this.#state,
      this.#saved,
      this.#scope,
      this.#base,
      this.#tiles,
    ];
    const matrix = matrixOf(this.file.numbers(stream.dict.raw('Matrix')));
    this.#base = multiply(matrix, state.ctm);
    this.#tiles = new Map();
    this.#state = { ...state, ctm: this.#base };
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
    [this.#state, this.#saved, this.#scope, this.#base, this.#tiles] = [state, saved, scope, base, tiles];
  }
}
