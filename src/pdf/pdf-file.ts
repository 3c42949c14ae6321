/**
 * A PDF file being written: pdfkit's document with its objects gathered in object streams and a
 * cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8; a fifth off a tagged file), a file identifier
 * from the content, and bulk objects taken as ready-made syntax. In: dictionaries and bytes; out: the
 * whole file as one array. pdfkit's own pages, text, fonts and structure are not used.
 */
import { createHash } from 'node:crypto';
import { deflate, type StoredStream } from './deflate.js';
import { ObjectPacker, type PackedObjects } from './object-packer.js';
import { PdfkitDocumentClass, type PdfDictionary, type PdfReference } from './pdfkit-internals.js';
import { Raw, textString } from './syntax.js';

/** An object stream: the numbers of its objects. */
interface ObjectStream {
  readonly id: number;
  readonly objects: readonly number[];
}

/** What tells the files of one standard from those of another. */
export interface FileForm {
  readonly pdfVersion: '1.4' | '1.6' | '1.7' | '2.0';
  /** Otherwise every object stands by itself, and the cross-references are a table. */
  readonly objectStreams: boolean;
  /** Whether the trailer names the information dictionary. */
  readonly information: boolean;
}

export class PdfFile extends PdfkitDocumentClass {
  // Declared without initialisers: pdfkit's constructor writes the header before ours would run.
  declare private chunks: Uint8Array[] | undefined;
  declare private captured: string[] | undefined;
  /** Those in the file; where other objects begin stands in `_offsets`. */
  private readonly objectStreams: ObjectStream[] = [];
  private information: PdfReference | undefined;
  /** Takes the objects that are no streams. */
  readonly packer = new ObjectPacker(this._offsets, (packed) => {
    if (!this.form.objectStreams) {
      this.writeLoose(packed);
      return;
    }
    const { objects, bytes, first } = packed;
    const entries = `/Type /ObjStm /N ${objects.length} /First ${first} `;
    const id = this.addContent({ bytes: deflate(bytes), deflated: true }, entries);
    this.objectStreams.push({ id, objects });
  });

  constructor(private readonly form: FileForm) {
    // pdfkit knows no version after 1.7, which has a header of the same length.
    const pdfVersion = form.pdfVersion === '2.0' ? '1.7' : form.pdfVersion;
    super({ pdfVersion, displayTitle: true, font: null, autoFirstPage: false });
    if (this.chunks) this.chunks[0] = Buffer.from(`%PDF-${form.pdfVersion}\n`, 'latin1');
    // pdfkit begins with an empty tree of its own.
    this.names['Dests'] = undefined;
  }

  /** The document catalog. */
  get catalog(): PdfDictionary {
    return this._root.data;
  }

  /** The name dictionary. */
  get names(): PdfDictionary {
    return this.partOfCatalog('Names').data;
  }

  /** The page tree. */
  get pageTree(): PdfReference {
    return this.partOfCatalog('Pages');
  }

  /** How a viewer shows and prints it. */
  get viewerPreferences(): PdfDictionary {
    return this.partOfCatalog('ViewerPreferences').data;
  }

  /** Says what the file is: its language and the entries of its information dictionary, if it has one. */
  describe(language: string, information: Readonly<Record<string, string | Date | Raw>>): void {
    this.catalog['Lang'] = new Raw(textString(language));
    if (!this.form.information) return;
    const entries = Object.entries(information).map(([key, value]) => {
      return [key, typeof value === 'string' ? new Raw(textString(value)) : value] as const;
    });
    this.information = this.add(Object.fromEntries(entries));
  }

  /** A number for an object that is written later with `put`. */
  reserve(): number {
    return this.packer.reserve();
  }

  /** Writes the object with a reserved number; `body` is PDF syntax in Latin-1. */
  put(id: number, body: string): void {
    this.packer.begin(id).text(body);
    this.packer.end();
  }

  /** Writes an object that is no stream. */
  add(data: PdfDictionary): PdfReference {
    const reference = this.ref(data);
    reference.end();
    return reference;
  }

  /** Writes a stream; compressed unless the dictionary names its filter, or `plain` asks for none. */
  addStream(data: PdfDictionary, bytes: Uint8Array, plain = false): PdfReference {
    const compress = data['Filter'] === undefined && !plain;
    const stored = compress ? deflate(bytes) : bytes;
    const reference = super.ref({ ...data, ...(compress ? { Filter: 'FlateDecode' } : {}) });
    this.writeStream(reference, stored);
    return reference;
  }

  /** Writes a content stream past pdfkit: there are hundreds. `entries` are more of its dictionary. */
  addContent({ bytes, deflated }: StoredStream, entries = ''): number {
    const id = this.reserve();
    this.beginStream(id);
    const filter = deflated ? '/Filter /FlateDecode ' : '';
    this._write(`${id} 0 obj\n<<${entries}${filter}/Length ${bytes.length}>>\nstream`);
    this._write(bytes);
    this._write('\nendstream\nendobj');
    return id;
  }

  /** Ends the file and gives its bytes, in a buffer of their own. Nothing may be added afterwards. */
  finish(): Uint8Array {
    this._root.end();
    for (const part of ['Pages', 'Names', 'ViewerPreferences'] as const) this.partOfCatalog(part).end();
    this.packer.flush();
    const start = this._offset;
    const { head, rows, end } = this.form.objectStreams
      ? this.crossReferenceStream(start)
      : this.crossReferenceTable(start);
    // All in place, before the identifier is known, whose length is.
    const file = new Uint8Array(start + head(noIdentifier).length + rows.length + end.length);
    let at = 0;
    for (const chunk of this.chunks ?? []) {
      file.set(chunk, at);
      at += chunk.length;
    }
    // The identifier (14.4) is a hash of everything before the cross-references: only content changes it.
    const hash = createHash('sha256').update(file.subarray(0, start)).digest('hex');
    const tail = Buffer.from(head(hash.slice(0, noIdentifier.length).toUpperCase()), 'latin1');
    file.set(tail, start);
    file.set(rows, start + tail.length);
    file.set(Buffer.from(end, 'latin1'), start + tail.length + rows.length);
    return file;
  }

  /** Objects as they are, one after the other (7.3.10). */
  private writeLoose({ objects, bytes, first, starts }: PackedObjects): void {
    objects.forEach((id, i) => {
      const body = bytes.subarray(first + (starts[i] ?? 0), first + (starts[i + 1] ?? bytes.length));
      this.beginStream(id);
      this._write(`${id} 0 obj`);
      this._write(body);
      this._write('endobj');
    });
  }

  /** The trailer's entries but for the identifier's value. */
  private trailer(size: number, identifier: string): string {
    const information = this.information ? `/Info ${this.information.toString()} ` : '';
    return `/Size ${size} /Root ${this._root.toString()} ${information}/ID [<${identifier}> <${identifier}>]`;
  }

  /** A cross-reference stream, which is the last object (7.5.8). */
  private crossReferenceStream(start: number): CrossReferences {
    const id = this.reserve();
    this.beginStream(id);
    const rows = deflate(crossReferenceRows(this._offsets, this.objectStreams));
    const head = (identifier: string): string =>
      `${id} 0 obj\n<< /Type /XRef /W [1 4 2] ${this.trailer(id + 1, identifier)} /Filter /FlateDecode ` +
      `/DecodeParms << /Predictor 12 /Columns 7 >> /Length ${rows.length} >>\nstream\n`;
    return { head, rows, end: `\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n` };
  }

  /** A cross-reference table and a trailer (7.5.4, 7.5.5): rows of 20 bytes; numbers never used are free for good. */
  private crossReferenceTable(start: number): CrossReferences {
    const size = this._offsets.length + 1;
    const free = '0000000000 65535 f \n';
    const places = this._offsets.map((offset) =>
      typeof offset === 'number' ? `${String(offset).padStart(10, '0')} 00000 n \n` : free,
    );
    const table = `xref\n0 ${size}\n${free}${places.join('')}`;
    const head = (identifier: string): string => `${table}trailer\n<<${this.trailer(size, identifier)}>>\n`;
    return { head, rows: new Uint8Array(), end: `startxref\n${start}\n%%EOF\n` };
  }

  /** As pdfkit's, but an object without stream data goes into an object stream. */
  override ref(data: PdfDictionary): PdfReference {
    const reference = super.ref(data);
    const finalize = reference.finalize.bind(reference);
    reference.finalize = () => {
      // pdfkit writes `n 0 obj`, the body, `endobj`; the body alone is wanted.
      const written: string[] = [];
      this.captured = written;
      finalize();
      this.captured = undefined;
      this.put(reference.id, written[1] ?? 'null');
    };
    return reference;
  }

  override _write(data: string | Uint8Array): void {
    if (this.captured) {
      this.captured.push(typeof data === 'string' ? data : '');
      return;
    }
    const bytes = typeof data === 'string' ? Buffer.from(`${data}\n`, 'latin1') : data;
    (this.chunks ??= []).push(bytes);
    this._offset += bytes.length;
  }

  // pdfkit would write its own cross-reference table as soon as the last object is done.
  override _refEnd(): void {}

  /** pdfkit keeps these as objects of their own. */
  private partOfCatalog(key: 'Names' | 'Pages' | 'ViewerPreferences'): PdfReference {
    const part = this._root.data[key];
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an object with number and data is a reference
    if (typeof part === 'object' && 'data' in part && 'id' in part) return part as PdfReference;
    throw new Error(`pdfkit's catalog has no ${key}`);
  }

  private writeStream(reference: PdfReference, bytes: Uint8Array): void {
    this.beginStream(reference.id);
    if (bytes.length === 0) {
      // pdfkit takes an object without bytes for no stream at all.
      this._write(`${reference.id} 0 obj\n<< /Length 0 >>\nstream\n\nendstream\nendobj`);
      return;
    }
    // Raw data must not be compressed once more: pdfkit asks `compress`, which it sets by `Filter`.
    Object.assign(reference, { compress: false });
    reference.end(bytes);
  }

  /** Notes where the object begins that is to be written next. */
  private beginStream(id: number): void {
    this._offsets[id - 1] = this._offset;
  }
}

/** What stands after the last object: the identifier is known when the rest is in place. */
interface CrossReferences {
  readonly head: (identifier: string) => string;
  readonly rows: Uint8Array;
  readonly end: string;
}

/** Hexadecimal digits of 16 bytes. */
const noIdentifier = '0'.repeat(32);

/**
 * For each object number from 0 a row of 7 bytes (type, 4 bytes, 2 bytes; 7.5.8.3), filtered with PNG "Up" so
 * that they compress: 8 bytes, of which the first names the filter.
 */
function crossReferenceRows(
  offsets: readonly (number | null)[],
  streams: readonly ObjectStream[],
): Uint8Array {
  const count = offsets.length + 1;
  const places = new Uint32Array(count);
  // Type and index side by side: the other seven bytes but the place.
  const kinds = new Uint32Array(count);
  kinds[0] = 0xffff;
  for (let i = 0; i < offsets.length; i++) {
    const offset = offsets[i];
    if (typeof offset !== 'number') continue;
    places[i + 1] = offset;
    kinds[i + 1] = 0x10000;
  }
  for (const { id, objects } of streams) {
    objects.forEach((object, index) => {
      places[object] = id;
      kinds[object] = 0x20000 + index;
    });
  }
  const rows = new Uint8Array(count * 8);
  let [place, kind] = [0, 0];
  for (let i = 0, at = 0; i < count; i++) {
    const [above, kindAbove] = [place, kind];
    place = places[i] ?? 0;
    kind = kinds[i] ?? 0;
    rows[at++] = 2;
    rows[at++] = (kind >> 16) - (kindAbove >> 16);
    for (let shift = 24; shift >= 0; shift -= 8) rows[at++] = (place >> shift) - (above >> shift);
    rows[at++] = (kind >> 8) - (kindAbove >> 8);
    rows[at++] = kind - kindAbove;
  }
  return rows;
}
