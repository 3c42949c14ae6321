/**
 * The members of pdfkit's document and reference classes that we use and its published types lack.
 * They belong to the pinned release; `test/unit/pdf/pdfkit-contract.test.ts` holds them against the
 * installed one. Nothing else in the project looks inside pdfkit.
 */
import PDFDocument from 'pdfkit';
import type { Raw } from './syntax.js';

/** What pdfkit converts: strings become names, `String` objects text, arrays and plain objects as they are. */
export type PdfValue =
  | string
  | number
  | boolean
  // oxlint-disable-next-line typescript/no-wrapper-object-types -- how pdfkit tells text from names
  | String
  | Date
  | Raw
  | PdfReference
  | readonly PdfValue[]
  | PdfDictionary
  | undefined;

export interface PdfDictionary {
  [key: string]: PdfValue;
}

/** An indirect object in the making. */
export interface PdfReference {
  readonly id: number;
  data: PdfDictionary;
  /** Byte offset in the file once written. */
  offset: number;
  /** Stream data so far; empty for an object that is no stream. */
  readonly buffer: readonly Uint8Array[];
  /** Ends the object, with stream data if given, and writes it. */
  end(chunk?: Uint8Array): void;
  finalize(): void;
  toString(): string;
}

/** The document: catalog, numbering and writing of objects. */
export interface PdfkitDocument {
  /** One entry for each object number given out; where it begins in the file, if that was noted. */
  readonly _offsets: (number | null)[];
  /** Bytes written so far. */
  _offset: number;
  readonly _root: PdfReference;
  ref(data: PdfDictionary): PdfReference;
  _write(data: string | Uint8Array): void;
  _refEnd(reference: PdfReference): void;
}

export interface PdfkitOptions {
  readonly pdfVersion: '1.4' | '1.6' | '1.7';
  readonly font: null;
  readonly autoFirstPage: false;
  readonly displayTitle: boolean;
}

/** pdfkit's document class under the type above. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- checked by the contract test
export const PdfkitDocumentClass = PDFDocument as unknown as new (options: PdfkitOptions) => PdfkitDocument;
