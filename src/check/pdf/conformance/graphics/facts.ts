/** What the rules on graphics and on the syntax of content have to know, kept while content is walked. */
import { PdfName, PdfStream, type LexicalFault, type PdfDict, type PdfObject } from '../../objects.js';
import type { PdfFile } from '../../open-pdf.js';
import { isColorOperator, paints, type ContentColor } from '../content-state.js';
import {
  findResource,
  type ContentStream,
  type ContentVisitor,
  type NamedResource,
  type Operation,
} from '../content-streams.js';
import type { PdfPage } from '../../pages.js';
import { isOperator } from './operators.js';
import { groupOf, maskKey, transparentKey } from './transparent.js';

/** `q` within each other (19005-1, 6.1.12; 19005-2, 6.1.13). */
const maxNesting = 28;

/** A picture in content (8.9.7). */
export interface InlinePicture {
  readonly dict: PdfDict;
  readonly stream: ContentStream;
}

/** An external object where it is painted first. */
export interface UsedObject {
  readonly stream: ContentStream;
  /** Its bytes. */
  readonly encoded: Uint8Array;
}

export class GraphicsFacts implements ContentVisitor {
  /** All streams that were walked. */
  readonly streams: ContentStream[] = [];
  /** What is wrong in how streams are written. */
  readonly faults = new Map<ContentStream, readonly LexicalFault[]>();
  /** Pictures in content, their keys as written. */
  readonly inlinePictures: InlinePicture[] = [];
  /** The streams in which more `q` are open than the limit allows. */
  readonly deep = new Map<ContentStream, number>();
  /** Operators that there are not. */
  readonly unknown = new Map<string, ContentStream>();
  /** Resources that are missing, or that the stream has not itself. */
  readonly strayResources = new Map<
    string,
    { readonly named: NamedResource; readonly stream: ContentStream }
  >();
  /** Colour spaces that are set or painted with, by the stream that they stand in; names by their text. */
  readonly spaces = new Map<ContentStream, Map<PdfObject | string, PdfObject>>();
  /** Colour spaces that are painted with while mode 1 overprints (8.6.7). */
  readonly overprinted = new Map<PdfObject, ContentStream>();
  /** Graphics state parameter dictionaries and external objects that are used, where first. */
  readonly states = new Map<PdfDict, ContentStream>();
  readonly objects = new Map<PdfDict, UsedObject>();
  /** Of each page on which something is transparent, what it is first. */
  readonly transparent = new Map<PdfPage, string>();
  /** How often each external object is painted by content. */
  readonly paintings = new Map<PdfDict, number>();
  /** Streams with content that belongs to structure elements. */
  readonly tagged = new Map<PdfDict, ContentStream>();
  /** Rendering intents that are named in content. */
  readonly intents: { readonly value: PdfObject; readonly stream: ContentStream }[] = [];

  /** The colour noted last, and where: most content paints on in the same one. */
  #last: ContentColor | undefined;
  #lastIn: ContentStream | undefined;

  constructor(readonly file: PdfFile) {}

  enter(stream: ContentStream): void {
    this.streams.push(stream);
    if (stream.type !== 'page' && groupOf(this.file, stream.dict)) this.#shines('Group', stream);
  }

  leave(stream: ContentStream, faults: readonly LexicalFault[]): void {
    if (faults.length > 0) this.faults.set(stream, faults);
  }

  operation(operation: Operation): void {
    const { operator, operands, state, stream, named, depth } = operation;
    if (depth > maxNesting) this.deep.set(stream, Math.max(depth, this.deep.get(stream) ?? 0));
    if (!isOperator(operator) && !this.unknown.has(operator)) this.unknown.set(operator, stream);
    if (named) this.#resource(named, operation);
    if (operator === 'ri') this.intents.push({ value: operands[0] ?? null, stream });
    else if (operator === 'BI') this.#inlinePicture(operands[0] ?? null, operation);
    else if (operator === 'BDC') this.#mark(operation);
    else if (isColorOperator(operator)) this.#use(operator > 'Z' ? state.fill : state.stroke, stream);
    else {
      const { fill, stroke } = paints(operator, state);
      if (fill) this.#paint(state.fill, state.fillOverprint, operation);
      if (stroke) this.#paint(state.stroke, state.strokeOverprint, operation);
    }
  }

  #resource(named: NamedResource, { stream }: Operation): void {
    const { category, name, value, outside } = named;
    if (value === null || outside) {
      const key = `${category} ${name} ${stream.object}`;
      if (!this.strayResources.has(key)) this.strayResources.set(key, { named, stream });
    }
    const found = this.file.dict(value);
    if (!found) return;
    if (category === 'ExtGState') {
      if (!this.states.has(found)) this.states.set(found, stream);
      this.#shines(transparentKey(this.file, found), stream);
    }
    if (category === 'Shading') this.useSpace(found.raw('ColorSpace'), stream);
    const object = category === 'XObject' ? this.file.stream(value) : undefined;
    if (object) this.#object(object, stream);
  }

  #object({ dict, encoded }: PdfStream, stream: ContentStream): void {
    if (!this.objects.has(dict)) this.objects.set(dict, { stream, encoded });
    this.paintings.set(dict, 1 + (this.paintings.get(dict) ?? 0));
    if (this.file.nameOf(dict.raw('Subtype')) !== 'Image') return;
    if (dict.entries.has('ColorSpace')) this.useSpace(dict.raw('ColorSpace'), stream);
    this.#shines(maskKey(this.file, dict), stream);
  }

  #shines(key: string | undefined, { page, shown }: ContentStream): void {
    if (key !== undefined && shown !== false && !this.transparent.has(page)) this.transparent.set(page, key);
  }

  /** Keys may be short, and the colour space a resource (table 93). */
  #inlinePicture(picture: PdfObject, { stream }: Operation): void {
    if (!(picture instanceof PdfStream)) return;
    const { dict } = picture;
    this.inlinePictures.push({ dict, stream });
    const space = dict.entries.has('CS') ? dict.raw('CS') : dict.raw('ColorSpace');
    if (!(space instanceof PdfName)) return this.useSpace(space, stream);
    const whole = shortSpaces[space.value] ?? space.value;
    if (whole.startsWith('Device')) return this.useSpace(new PdfName(whole), stream);
    const named = findResource(this.file, stream, 'ColorSpace', space.value);
    const key = `ColorSpace ${space.value} ${stream.object}`;
    if (named.value === null || named.outside) this.strayResources.set(key, { named, stream });
    this.useSpace(named.value, stream);
  }

  #mark({ operands, named, stream }: Operation): void {
    const properties = this.file.dict(
      operands[1] instanceof PdfName ? (named?.value ?? null) : (operands[1] ?? null),
    );
    if (properties?.entries.has('MCID')) this.tagged.set(stream.dict, stream);
  }

  #paint(color: ContentColor, overprint: boolean, { state, stream }: Operation): void {
    this.#use(color, stream);
    if (overprint && state.overprintMode === 1 && !this.overprinted.has(color.space)) {
      this.overprinted.set(color.space, stream);
    }
  }

  #use(color: ContentColor, stream: ContentStream): void {
    if (color === this.#last && stream === this.#lastIn) return;
    [this.#last, this.#lastIn] = [color, stream];
    const { space, pattern } = color;
    this.useSpace(space, stream);
    const shading =
      pattern === undefined ? undefined : this.file.dict(this.file.dict(pattern)?.raw('Shading') ?? null);
    if (shading) this.useSpace(shading.raw('ColorSpace'), stream);
  }

  /** Notes a colour space as used. */
  useSpace(value: PdfObject, stream: ContentStream): void {
    const space = this.file.resolve(value);
    if (space === null) return;
    const known = this.spaces.get(stream) ?? new Map<PdfObject | string, PdfObject>();
    if (known.size === 0) this.spaces.set(stream, known);
    known.set(space instanceof PdfName ? space.value : space, space);
  }
}

/** Names of colour spaces in pictures in content. */
const shortSpaces: Readonly<Record<string, string>> = {
  G: 'DeviceGray',
  RGB: 'DeviceRGB',
  CMYK: 'DeviceCMYK',
};
