/**
 * HarfBuzz itself: the WebAssembly program that the package `harfbuzzjs` ships, called by the names of its
 * C functions. The package's own objects are left aside: they can only be had by waiting, in layout nobody
 * waits, and what they take to load is a tenth of the time of a short publication. Comes in: the program,
 * fonts, texts. Goes out: glyphs in font units. Whatever a program has been given goes when it goes.
 */

/** What HarfBuzz says of a word; font units, clusters are UTF-16 indexes. */
export interface ShapedGlyph {
  readonly glyph: number;
  readonly cluster: number;
  readonly advance: number;
  readonly x: number;
  readonly y: number;
}

/** How a text is to be shaped. */
export interface ShapeRequest {
  /** OpenType features by tag. */
  readonly features: readonly (readonly [tag: string, value: number])[];
  /** A language tag in ASCII; '' for none. */
  readonly language: string;
  /** Left to right as Latin; otherwise script and direction are found in the text. */
  readonly latin: boolean;
}

/** The exports of `harfbuzz.wasm` that we call; numbers are addresses, unless the name says otherwise. */
interface Program {
  readonly memory: WebAssembly.Memory;
  __wasm_call_ctors(): void;
  malloc(bytes: number): number;
  free(address: number): void;
  hb_blob_create(data: number, length: number, mode: number, userData: number, destroy: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_font_create(face: number): number;
  hb_buffer_create(): number;
  hb_buffer_reset(buffer: number): void;
  hb_buffer_add_utf16(buffer: number, text: number, units: number, offset: number, length: number): void;
  hb_buffer_guess_segment_properties(buffer: number): void;
  hb_buffer_set_script(buffer: number, script: number): void;
  hb_buffer_set_direction(buffer: number, direction: number): void;
  hb_buffer_set_language(buffer: number, language: number): void;
  hb_buffer_set_flags(buffer: number, flags: number): void;
  hb_buffer_get_length(buffer: number): number;
  hb_buffer_get_glyph_infos(buffer: number, length: number): number;
  hb_buffer_get_glyph_positions(buffer: number, length: number): number;
  hb_language_from_string(text: number, length: number): number;
  hb_shape(font: number, buffer: number, features: number, count: number): void;
}

/** `HB_MEMORY_MODE_WRITABLE`: the bytes are HarfBuzz's own. */
const writable = 2;
/** `HB_DIRECTION_LTR` */
const leftToRight = 4;
/** `HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES` */
const removeDefaultIgnorables = 8;
/** `HB_FEATURE_GLOBAL_END`: a feature for all of a text. */
const toTheEnd = 0xffffffff;
/** A page of WebAssembly's memory, bytes. */
const pageSize = 0x10000;
/** `sizeof(hb_feature_t)`: tag, value, start, end. */
const featureSize = 16;
/** `hb_glyph_info_t` and `hb_glyph_position_t` have five words of 32 bits each. */
const glyphWords = 5;

/** A run of the program with its memory. */
export class HarfBuzz {
  readonly #program: Program;
  /** The one buffer, emptied for each text. */
  readonly #buffer: number;

  /** `bytes` are those of `harfbuzz.wasm`. */
  constructor(bytes: Uint8Array) {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes)), {
      env: {
        _abort_js: stopped,
        _emscripten_runtime_keepalive_clear: () => undefined,
        // An alarm for programs that run too long; shaping sets none.
        _setitimer_js: () => 0,
        emscripten_resize_heap: (size: number) => grow(this.#program.memory, size),
      },
      wasi_snapshot_preview1: { proc_exit: stopped },
    });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what a test holds the program to
    this.#program = exports as unknown as Program;
    this.#program.__wasm_call_ctors();
    this.#buffer = this.#program.hb_buffer_create();
  }

  /** Hands over a font file; the font's address. */
  openFont(bytes: Uint8Array): number {
    const program = this.#program;
    const data = program.malloc(bytes.length);
    new Uint8Array(program.memory.buffer, data, bytes.length).set(bytes);
    const blob = program.hb_blob_create(data, bytes.length, writable, 0, 0);
    return program.hb_font_create(program.hb_face_create(blob, 0));
  }

  /** Shapes a text with a font of this program. */
  shape(text: string, font: number, request: ShapeRequest): readonly ShapedGlyph[] {
    const buffer = this.#buffer;
    const program = this.#program;
    program.hb_buffer_reset(buffer);
    this.#addText(text);
    if (request.latin) {
      program.hb_buffer_set_script(buffer, tagOf('Latn'));
      program.hb_buffer_set_direction(buffer, leftToRight);
    } else program.hb_buffer_guess_segment_properties(buffer);
    if (request.language !== '') this.#setLanguage(request.language);
    program.hb_buffer_set_flags(buffer, removeDefaultIgnorables);
    const features = this.#writeFeatures(request.features);
    program.hb_shape(font, buffer, features, request.features.length);
    program.free(features);
    return this.#glyphs();
  }

  #addText(text: string): void {
    const program = this.#program;
    const address = program.malloc(text.length * 2);
    const units = new Uint16Array(program.memory.buffer, address, text.length);
    for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
    program.hb_buffer_add_utf16(this.#buffer, address, text.length, 0, text.length);
    program.free(address);
  }

  #setLanguage(language: string): void {
    const program = this.#program;
    const address = program.malloc(language.length);
    const bytes = new Uint8Array(program.memory.buffer, address, language.length);
    for (let i = 0; i < language.length; i++) bytes[i] = language.charCodeAt(i);
    program.hb_buffer_set_language(this.#buffer, program.hb_language_from_string(address, language.length));
    program.free(address);
  }

  #writeFeatures(features: ShapeRequest['features']): number {
    const address = this.#program.malloc(features.length * featureSize);
    const words = new Uint32Array(this.#program.memory.buffer, address, (features.length * featureSize) / 4);
    features.forEach(([tag, value], i) => words.set([tagOf(tag), value, 0, toTheEnd], i * 4));
    return address;
  }

  #glyphs(): readonly ShapedGlyph[] {
    const program = this.#program;
    const infos = program.hb_buffer_get_glyph_infos(this.#buffer, 0) / 4;
    const positions = program.hb_buffer_get_glyph_positions(this.#buffer, 0) / 4;
    const words = new Int32Array(program.memory.buffer);
    return Array.from({ length: program.hb_buffer_get_length(this.#buffer) }, (_, i) => {
      const info = infos + i * glyphWords;
      const position = positions + i * glyphWords;
      return {
        glyph: words[info] ?? 0,
        cluster: words[info + 2] ?? 0,
        advance: words[position] ?? 0,
        x: words[position + 2] ?? 0,
        y: words[position + 3] ?? 0,
      };
    });
  }
}

/** `HB_TAG`: four characters in one number. */
function tagOf(name: string): number {
  let tag = 0;
  for (let i = 0; i < 4; i++) tag = (tag << 8) | (name.charCodeAt(i) & 0xff);
  return tag;
}

/** Room for `size` bytes: a fifth more than there was, lest memory is asked for again and again. */
function grow(memory: WebAssembly.Memory, size: number): number {
  const has = memory.buffer.byteLength;
  const wanted = Math.max(size, has * 1.2);
  try {
    memory.grow(Math.ceil((wanted - has) / pageSize));
    return 1;
  } catch {
    return 0;
  }
}

function stopped(): never {
  throw new Error('HarfBuzz has stopped');
}
