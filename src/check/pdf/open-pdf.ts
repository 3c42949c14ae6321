/**
 * A PDF file opened for reading: bytes in, objects on request out. Objects are parsed when asked for
 * and kept. Damage met on the way is collected in `problems`; nothing here throws.
 */
import { diagnostic, type Diagnostic, type DiagnosticCode, type Staged } from '../../diagnostic.js';
import { decodeStream } from './decode-stream.js';
import {
  latin1,
  PdfDict,
  PdfName,
  PdfRef,
  PdfStream,
  textString,
  type LexicalFault,
  type PdfObject,
} from './objects.js';
import { ObjectParser } from './parse-objects.js';
import { readIndirect, type Indirect } from './read-indirect.js';
import { bytesBehindEnd, predictorOf, readXref, type Xref } from './read-xref.js';

/** An object stream (7.5.7), its objects unparsed. */
interface ObjectStream {
  readonly data: Uint8Array;
  /** Number and offset of each object. */
  readonly index: readonly (readonly [number: number, offset: number])[];
}

/** What damage is said by. */
type DamageCode = Extract<DiagnosticCode, `CHECK-PDF-${string}` | `CHECK-PICTURE-${string}`>;

/** Filters that are undone by those who show pictures. */
const pictureFilters = new Set(['DCTDecode', 'DCT', 'JPXDecode', 'CCITTFaxDecode', 'CCF', 'JBIG2Decode']);

export class PdfFile {
  readonly #problems = new Map<string, Diagnostic>();
  readonly #objects = new Map<number, PdfObject>();
  readonly #written = new Map<number, Indirect>();
  readonly #faults = new Map<number, readonly LexicalFault[]>();
  readonly #streams = new Map<number, ObjectStream>();
  readonly #loading = new Set<number>();
  readonly #numbers = new WeakMap<PdfStream, number>();
  readonly #decoded = new WeakSet<PdfStream>();

  constructor(
    /** As the user named it, for messages. */
    readonly name: string,
    readonly bytes: Uint8Array,
    readonly trailer: PdfDict,
    readonly xref: Xref,
    /** The bytes in front of the header, which offsets do not count: none in a sound file. */
    readonly before: Uint8Array = new Uint8Array(),
  ) {}

  /** Damage found while reading. */
  get problems(): readonly Diagnostic[] {
    return [...this.#problems.values()];
  }

  get catalog(): PdfDict {
    return this.dict(this.trailer.raw('Root')) ?? new PdfDict(new Map());
  }

  /** The version: the header's, or the catalog's where it is later. */
  get version(): string {
    const header = /%PDF-(\d\.\d)/.exec(latin1(this.bytes.subarray(0, 1024)))?.[1] ?? '';
    const own = this.nameOf(this.catalog.raw('Version')) ?? '';
    return own > header ? own : header;
  }

  /** The object behind a reference; anything else as it is. A dangling reference is null (7.3.10). */
  resolve(value: PdfObject): PdfObject {
    let found = value;
    for (let hops = 0; found instanceof PdfRef; hops += 1) {
      if (hops > 32) return null;
      found = this.object(found.number);
    }
    return found;
  }

  /** A dictionary, or that of a stream. */
  dict(value: PdfObject): PdfDict | undefined {
    const found = this.resolve(value);
    if (found instanceof PdfStream) return found.dict;
    return found instanceof PdfDict ? found : undefined;
  }

  array(value: PdfObject): readonly PdfObject[] | undefined {
    const found = this.resolve(value);
    return isArray(found) ? found : undefined;
  }

  nameOf(value: PdfObject): string | undefined {
    const found = this.resolve(value);
    return found instanceof PdfName ? found.value : undefined;
  }

  number(value: PdfObject): number | undefined {
    const found = this.resolve(value);
    return typeof found === 'number' ? found : undefined;
  }

  /** The numbers of an array; undefined when it is none or holds anything else. */
  numbers(value: PdfObject): readonly number[] | undefined {
    const found = this.array(value)?.map((item) => this.number(item));
    return found?.every((item) => item !== undefined) ? found : undefined;
  }

  text(value: PdfObject): string | undefined {
    return textString(this.resolve(value));
  }

  stream(value: PdfObject): PdfStream | undefined {
    const found = this.resolve(value);
    return found instanceof PdfStream ? found : undefined;
  }

  /** The names of the filters of a stream, and their parameters. */
  filtersOf({ dict }: PdfStream): readonly (readonly [filter: string, parameters: PdfObject])[] {
    const list = (value: PdfObject): readonly PdfObject[] => {
      const found = this.resolve(value);
      return isArray(found) ? found : found === null ? [] : [found];
    };
    const parameters = list(dict.raw('DecodeParms'));
    return list(dict.raw('Filter')).map((filter, i) => [
      this.nameOf(filter) ?? '',
      this.resolve(parameters[i] ?? null),
    ]);
  }

  /** The decoded bytes of a stream; undefined for a picture's filter or damage (which is reported). */
  decode(stream: PdfStream): Uint8Array | undefined {
    this.#decoded.add(stream);
    let bytes = stream.encoded;
    for (const [filter, parameters] of this.filtersOf(stream)) {
      if (pictureFilters.has(filter)) return undefined;
      // What is encrypted is not opened: here the filter leaves bytes as they are (7.4.10).
      if (filter === 'Crypt') continue;
      const found = decodeStream(filter, bytes, predictorOf(parameters));
      if (!found) return this.reportStream('CHECK-PDF-DECODE', stream);
      if (found.cut) this.reportStream('CHECK-PDF-CUT', stream);
      ({ bytes } = found);
    }
    return bytes;
  }

  /** Whether somebody has asked for the bytes of a stream, so that its damage is known. */
  wasDecoded(stream: PdfStream): boolean {
    return this.#decoded.has(stream);
  }

  /** Every object in use, by its number. */
  *objects(): Generator<readonly [number: number, value: PdfObject]> {
    for (const [number, { type }] of this.xref.entries) {
      if (type !== 'free') yield [number, this.object(number)];
    }
  }

  /** What is wrong in how the object with this number is written. */
  faultsOf(number: number): readonly LexicalFault[] {
    return this.written(number)?.faults ?? this.#faults.get(number) ?? [];
  }

  /** How an object stands in the file; undefined when it stands in an object stream. */
  written(number: number): Indirect | undefined {
    this.object(number);
    return this.#written.get(number);
  }

  /** The object with this number, or null. */
  object(number: number): PdfObject {
    const known = this.#objects.get(number);
    if (known !== undefined) return known;
    // A loop (a Length that is its own stream) ends here.
    if (this.#loading.has(number)) return null;
    this.#loading.add(number);
    const value = this.#load(number);
    this.#loading.delete(number);
    this.#objects.set(number, value);
    return value;
  }

  #load(number: number): PdfObject {
    const entry = this.xref.entries.get(number);
    if (!entry || entry.type === 'free') return null;
    if (entry.type === 'compressed') return this.#loadCompressed(number, entry.stream, entry.index);
    const found = readIndirect(this.bytes, entry.offset, (length) => this.number(length));
    if (!found || found.number !== number) return this.report('CHECK-PDF-OBJECT', { object: number });
    if (!found.lengthRight) this.report('CHECK-PDF-STREAM', { object: number });
    this.#written.set(number, found);
    if (found.value instanceof PdfStream) this.#numbers.set(found.value, number);
    return found.value;
  }

  #loadCompressed(number: number, stream: number, index: number): PdfObject {
    const holder = this.#streams.get(stream) ?? this.#openStream(stream);
    // Of a stream that is damaged nothing more is said, whatever stands in it.
    if (!holder && this.#problems.has(`CHECK-PDF-DECODE ${stream}`)) return null;
    const entry = holder?.index[index];
    if (!holder || entry?.[0] !== number) return this.report('CHECK-PDF-OBJECT', { object: number });
    const parser = new ObjectParser(holder.data, entry[1]);
    const value = parser.readObject();
    this.#faults.set(number, parser.faults);
    return value;
  }

  #openStream(number: number): ObjectStream | undefined {
    const stream = this.stream(new PdfRef(number, 0));
    const data = stream && this.decode(stream);
    const first = stream && this.number(stream.dict.raw('First'));
    const count = stream && this.number(stream.dict.raw('N'));
    if (!data || first === undefined || count === undefined) return undefined;
    const parser = new ObjectParser(data, 0, false);
    const index: [number, number][] = [];
    for (let i = 0; i < count; i += 1) {
      const [object, offset] = [parser.readObject(), parser.readObject()];
      if (typeof object !== 'number' || typeof offset !== 'number') break;
      index.push([object, first + offset]);
    }
    const opened = { data, index };
    this.#streams.set(number, opened);
    return opened;
  }

  /** Adds damage that somebody met who reads on; said once for each object. */
  report(code: DamageCode, values: Diagnostic['values']): null {
    const key = `${code} ${values['object'] ?? ''}`;
    if (!this.#problems.has(key))
      this.#problems.set(key, diagnostic(code, values, { span: { file: this.name } }));
    return null;
  }

  /** Adds damage of a stream. */
  reportStream(code: DamageCode, stream: PdfStream, values: Diagnostic['values'] = {}): undefined {
    this.report(code, { ...values, object: this.#numbers.get(stream) ?? 0 });
  }
}

/** `Array.isArray` that keeps a read-only element type. */
export function isArray(value: PdfObject): value is readonly PdfObject[] {
  return Array.isArray(value);
}

/**
 * Opens a file; without a value when it cannot be read at all, and the diagnostic says why. Of an encrypted
 * file, of which that is said too, strings and streams mean nothing.
 */
export function openPdf(bytes: Uint8Array, name: string): Staged<PdfFile | undefined> {
  const at = { span: { file: name } };
  const before = latin1(bytes.subarray(0, 1024)).indexOf('%PDF-');
  if (before < 0) return { value: undefined, diagnostics: [diagnostic('CHECK-PDF-HEADER', {}, at)] };
  // Offsets count from the header in files to which something was put in front.
  const whole = readXref(bytes);
  const shifted = whole.broken !== undefined && before > 0 ? readXref(bytes.subarray(before)) : undefined;
  const found = shifted?.broken === undefined ? (shifted ?? whole) : whole;
  const body = found === shifted ? bytes.subarray(before) : bytes;
  if (!found.trailer || found.broken !== undefined) {
    const offset = found.broken ?? 0;
    const said =
      offset < 0 ? diagnostic('CHECK-PDF-STARTXREF', {}, at) : diagnostic('CHECK-PDF-XREF', { offset }, at);
    return { value: undefined, diagnostics: [said] };
  }
  const file = new PdfFile(
    name,
    body,
    found.trailer,
    found,
    bytes.subarray(0, found === shifted ? before : 0),
  );
  const behind = bytesBehindEnd(body);
  if (behind > 0) file.report('CHECK-PDF-BEHIND-END', { bytes: behind });
  const encrypted = found.trailer.raw('Encrypt') !== null;
  return { value: file, diagnostics: encrypted ? [diagnostic('CHECK-PDF-ENCRYPTED', {}, at)] : [] };
}
