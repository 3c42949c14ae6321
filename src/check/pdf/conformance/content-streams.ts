/**
 * Content streams and what they name (ISO 32000-1, 7.8): the stream of a page and the forms, patterns,
 * glyphs and appearances reached from it, each with the resources that its names are looked up in.
 */
import { PdfName, type LexicalFault, type PdfDict, type PdfObject } from '../objects.js';
import type { PdfFile } from '../open-pdf.js';
import type { PdfPage } from '../pages.js';
import { isDirectSpace, type ContentState } from './content-state.js';

export interface ContentStream {
  /** `glyph`: a procedure of a Type 3 font; `mask`: the group of a soft mask in a graphics state. */
  readonly type: 'page' | 'form' | 'pattern' | 'glyph' | 'appearance' | 'mask';
  /** The page that it is reached from. */
  readonly page: PdfPage;
  /** Object number of the page or stream; 0 when it is direct. */
  readonly object: number;
  /** Of the page or the stream; `Group` stands here. */
  readonly dict: PdfDict;
  /** Its own resources (those of its font for a glyph, inherited ones for a page); undefined without any. */
  readonly resources: PdfDict | undefined;
  /** True for a page whose resources are those of a node above it. */
  readonly inherits?: boolean;
  /** False for a glyph that stands in a font of the page, but not in its text. */
  readonly shown?: boolean;
  /** What it is painted in; undefined for a page and an appearance. */
  readonly outer?: ContentStream;
  /** The annotation of an appearance. */
  readonly annotation?: PdfDict;
}

/** A resource as an operator names it. */
export interface NamedResource {
  /** `Font`, `XObject`… */
  readonly category: string;
  readonly name: string;
  /** As written: perhaps a reference; null when no resources have the name. */
  readonly value: PdfObject;
  /** True when only resources have it that the stream has not itself: of what it is painted in, of a node above. */
  readonly outside: boolean;
}

/** An operator where it stands. */
export interface Operation {
  readonly operator: string;
  /** For `BI`, the dictionary with the bytes of the picture as one stream. */
  readonly operands: readonly PdfObject[];
  /** The state after the operator; it changes with the next one. */
  readonly state: Readonly<ContentState>;
  readonly stream: ContentStream;
  readonly named: NamedResource | undefined;
  /** `q` that are open in the stream. */
  readonly depth: number;
  /** Marked content that is open, the outermost first; goes on changing. */
  readonly marks: readonly ContentMark[];
}

/** A marked-content sequence (14.6). */
export interface ContentMark {
  readonly tag: string;
  readonly properties: PdfDict | undefined;
}

/** Looks at content as it is walked; what it finds it keeps. */
export interface ContentVisitor {
  enter?(stream: ContentStream): void;
  /** `faults`: what is wrong in how the stream is written. */
  leave?(stream: ContentStream, faults: readonly LexicalFault[]): void;
  operation?(operation: Operation): void;
}

const categories: Readonly<Record<string, string>> = {
  Do: 'XObject',
  gs: 'ExtGState',
  Tf: 'Font',
  cs: 'ColorSpace',
  CS: 'ColorSpace',
  scn: 'Pattern',
  SCN: 'Pattern',
  sh: 'Shading',
  BDC: 'Properties',
  DP: 'Properties',
};

/** The resource that an operator names. */
export function namedResource(
  file: PdfFile,
  stream: ContentStream,
  operator: string,
  operands: readonly PdfObject[],
): NamedResource | undefined {
  const category = categories[operator];
  if (category === undefined) return undefined;
  const last = category === 'Pattern' || category === 'Properties';
  const name = last ? operands.at(-1) : operands[0];
  if (!(name instanceof PdfName)) return undefined;
  // A tag alone names no properties.
  if (category === 'Properties' && operands.length < 2) return undefined;
  if (category === 'ColorSpace' && isDirectSpace(name)) return undefined;
  return findResource(file, stream, category, name.value);
}

/** A resource by its name, in the stream's own resources, else in those around it. */
export function findResource(
  file: PdfFile,
  stream: ContentStream,
  category: string,
  name: string,
): NamedResource {
  let outside = false;
  for (let at: ContentStream | undefined = stream; at; at = at.outer) {
    const value = file.dict(at.resources?.raw(category) ?? null)?.raw(name) ?? null;
    if (value !== null) return { category, name, value, outside: outside || at.inherits === true };
    outside = true;
  }
  return { category, name, value: null, outside: false };
}
