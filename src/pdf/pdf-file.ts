/**
 * A PDF file being written: pdfkit's document with its objects gathered in object streams and a
 * cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8; a fifth off a tagged file), a file identifier
 * from the content, and bulk objects taken as ready-made syntax. In: dictionaries and bytes; out: the
 * whole file as one array. pdfkit's own pages, text, fonts and structure are not used.
 */
import { createHash } from 'node:crypto';
import { ContentBuffer } from './content-buffer.js';
import { deflate, type StoredStream } from './deflate.js';
import {
  PdfkitDocumentClass,
  type PdfDictionary,
  type PdfkitDocument,
  type PdfReference,
  type PdfkitOptions,
} from './pdfkit-internals.js';

/** Objects in one object stream: large enough to compress well, small enough to open a page quickly. */
const objectsPerStream = 200;

/** Where an object lies: at a byte offset, or as the n-th in an object stream. */
type Entry =
  | { readonly type: 'offset'; readonly offset: number }
  | { readonly type: 'packed'; readonly stream: number; readonly index: number };

export class PdfFile extends PdfkitDocumentClass {
  // Declared without initialisers: pdfkit's constructor writes the header before ours would run.
  declare private chunks: Uint8Array[] | undefined;
  declare private captured: string[] | undefined;
  private readonly entries = new Map<number, Entry>();
  /** The object stream in the making: its objects, one after the other, and where each begins. */
  private readonly packed = new ContentBuffer();
  private places: { readonly id: number; readonly at: number }[] = [];

  constructor(pdfVersion: PdfkitOptions['pdfVersion']) {
    super({ pdfVersion, displayTitle: true, font: null, autoFirstPage: false });
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

  /** Says what the file is: its language and the entries of its information dictionary. */
  describe(language: string, information: PdfkitDocument['info']): void {
    // oxlint-disable-next-line unicorn/new-for-builtins -- `String` objects are text to pdfkit
    this.catalog['Lang'] = new String(language);
    this.info = information;
  }

  /** A number for an object that is written later with `put`. */
  reserve(): number {
    this._offsets.push(null);
    return this._offsets.length;
  }

  /** Writes the object with a reserved number; `body` is PDF syntax in Latin-1. */
  put(id: number, body: string): void {
    this.places.push({ id, at: this.packed.size });
    this.packed.text(body).byte(10);
    if (this.places.length >= objectsPerStream) this.flushPacked();
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
    this.entries.set(id, { type: 'offset', offset: this._offset });
    const filter = deflated ? '/Filter /FlateDecode ' : '';
    this._write(`${id} 0 obj\n<<${entries}${filter}/Length ${bytes.length}>>\nstream`);
    this._write(bytes);
    this._write('\nendstream\nendobj');
    return id;
  }

  /** Ends the file and gives its bytes, in a buffer of their own. Nothing may be added afterwards. */
  finish(): Uint8Array {
    this.end();
    this.flushPacked();
    this.writeCrossReferences();
    const bytes = new Uint8Array(this._offset);
    let at = 0;
    for (const chunk of this.chunks ?? []) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return bytes;
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

  // Outline, structure and metadata are ours.
  override endOutline(): void {}

  override endMarkings(): void {}

  override endMetadata(): void {}

  /** pdfkit keeps these as objects of their own, and ends them itself. */
  private partOfCatalog(key: 'Names' | 'Pages'): PdfReference {
    const part = this._root.data[key];
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an object with number and data is a reference
    if (typeof part === 'object' && 'data' in part && 'id' in part) return part as PdfReference;
    throw new Error(`pdfkit's catalog has no ${key}`);
  }

  private writeStream(reference: PdfReference, bytes: Uint8Array): void {
    this.entries.set(reference.id, { type: 'offset', offset: this._offset });
    if (bytes.length === 0) {
      // pdfkit takes an object without bytes for no stream at all.
      this._write(`${reference.id} 0 obj\n<< /Length 0 >>\nstream\n\nendstream\nendobj`);
      return;
    }
    // Raw data must not be compressed once more: pdfkit asks `compress`, which it sets by `Filter`.
    Object.assign(reference, { compress: false });
    reference.end(bytes);
  }

  private flushPacked(): void {
    const { places } = this;
    if (places.length === 0) return;
    this.places = [];
    const head = `${places.map(({ id, at }) => `${id} ${at}`).join(' ')}\n`;
    const objects = this.packed.take();
    const bytes = Buffer.concat([Buffer.from(head, 'latin1'), objects]);
    const stream = this.addStream({ Type: 'ObjStm', N: places.length, First: head.length }, bytes);
    places.forEach(({ id }, index) => this.entries.set(id, { type: 'packed', stream: stream.id, index }));
  }

  private writeCrossReferences(): void {
    const start = this._offset;
    const id = this.reserve();
    this.entries.set(id, { type: 'offset', offset: start });
    // The identifier (14.4) is a hash of everything before the cross-references: only content changes it. In
    // one piece, for to begin with each of thousands of chunks takes longer than to hash them.
    const body = Buffer.concat(this.chunks ?? []);
    this.chunks = [body];
    const identifier = createHash('sha256').update(body).digest('hex').slice(0, 32).toUpperCase();
    const rows = deflate(crossReferenceRows(this.entries, id + 1));
    this._write(
      `${id} 0 obj\n<< /Type /XRef /Size ${id + 1} /W [1 4 2] /Root ${this._root.toString()} ` +
        `/Info ${this._info.toString()} /ID [<${identifier}> <${identifier}>] /Filter /FlateDecode ` +
        `/DecodeParms << /Predictor 12 /Columns 7 >> /Length ${rows.length} >>\nstream`,
    );
    this._write(rows);
    this._write(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF`);
  }
}

/** Rows of 7 bytes (type, 4 bytes, 2 bytes; 7.5.8.3), filtered with PNG "Up" so that they compress. */
function crossReferenceRows(entries: ReadonlyMap<number, Entry>, size: number): Uint8Array {
  const rows = new DataView(new ArrayBuffer(size * 7));
  rows.setUint16(5, 0xffff);
  for (let id = 1; id < size; id++) {
    const entry = entries.get(id);
    if (!entry) continue;
    const at = id * 7;
    rows.setUint8(at, entry.type === 'offset' ? 1 : 2);
    rows.setUint32(at + 1, entry.type === 'offset' ? entry.offset : entry.stream);
    rows.setUint16(at + 5, entry.type === 'offset' ? 0 : entry.index);
  }
  const filtered = new Uint8Array(size * 8);
  for (let id = 0; id < size; id++) {
    filtered[id * 8] = 2;
    for (let i = 0; i < 7; i++) {
      const above = id === 0 ? 0 : rows.getUint8(id * 7 - 7 + i);
      filtered[id * 8 + 1 + i] = rows.getUint8(id * 7 + i) - above;
    }
  }
  return filtered;
}
