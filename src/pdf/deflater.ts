/**
 * Deflates one piece of data after the other with one zlib state and one output buffer. In: bytes; out: a
 * zlib stream (RFC 1950) of them, the same as `deflateSync` gives.
 *
 * `deflateSync` makes a stream object, a quarter of a megabyte of tables and a buffer for every call: with a
 * page in each, that takes a third as long as the compression. Node can begin anew on the same object
 * (`reset`, documented), but has no documented way to run it without waiting; the members that it runs it
 * with itself are looked for, and `deflateSync` does the work where they are not found.
 */
import { constants, createDeflate, deflateSync, type Deflate, type ZlibOptions } from 'node:zlib';

/** zlib's `deflate` on what lies in memory. */
interface NativeDeflate {
  writeSync(
    flush: number,
    input: Uint8Array,
    inputAt: number,
    inputLength: number,
    output: Uint8Array,
    outputAt: number,
    outputLength: number,
  ): void;
}

/** A state of zlib, and how to run it. */
interface Engine {
  readonly native: NativeDeflate;
  /** After a run: bytes of output that were not needed, bytes of input that were not read. */
  readonly left: Uint32Array;
  readonly stream: Deflate;
}

/** Bytes. Of what is longer the compression takes nearly all of the time, and its output should not stay. */
const longest = 1 << 18;

export class Deflater {
  readonly #engine: Engine | undefined;
  #output = new Uint8Array(1 << 15);

  constructor(private readonly options: ZlibOptions) {
    this.#engine = openEngine(options);
  }

  deflate(bytes: Uint8Array): Uint8Array {
    const engine = bytes.length <= longest ? this.#engine : undefined;
    return (engine && this.#run(engine, bytes)) ?? deflateSync(bytes, this.options);
  }

  /** undefined when not all came out. */
  #run({ native, left, stream }: Engine, bytes: Uint8Array): Uint8Array | undefined {
    const bound = deflateBound(bytes.length);
    if (this.#output.length < bound) this.#output = new Uint8Array(bound);
    const output = this.#output;
    stream.reset();
    native.writeSync(constants.Z_FINISH, bytes, 0, bytes.length, output, 0, output.length);
    const [room = 0, unread = 0] = left;
    return room > 0 && unread === 0 ? output.slice(0, output.length - room) : undefined;
  }
}

/** More than deflated data may take: zlib stores what it cannot make shorter, in blocks of 16 kB or less. */
function deflateBound(length: number): number {
  return length + (length >> 8) + 1024;
}

function openEngine(options: ZlibOptions): Engine | undefined {
  const stream = createDeflate(options);
  const native: unknown = Reflect.get(stream, '_handle');
  const left: unknown = Reflect.get(stream, '_writeState');
  if (!isNativeDeflate(native) || !(left instanceof Uint32Array)) return undefined;
  return { native, left, stream };
}

function isNativeDeflate(value: unknown): value is NativeDeflate {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'writeSync') === 'function';
}
