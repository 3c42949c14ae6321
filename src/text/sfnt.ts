/**
 * The container of a font file: finds the tables of a TrueType font and says why a file is none.
 * Comes in: bytes. Goes out: a DataView per table. Clauses are of ISO/IEC 14496-22 (OpenType); what a
 * table says is read in the files named after it. An own reader because shaping needs five tables
 * and a general library takes ten times as long to open a font.
 */

/** Why a font file cannot be used. */
export type FontProblem = 'not-a-font' | 'woff' | 'collection' | 'no-outlines' | 'variable' | 'damaged';

/** The tables of one font. */
export class Sfnt {
  readonly #tables = new Map<string, DataView>();

  private constructor(readonly bytes: Uint8Array) {
    const file = viewOf(bytes);
    const count = file.getUint16(4);
    for (let i = 0; i < count; i++) {
      const record = 12 + 16 * i;
      const tag = tagAt(file, record);
      const offset = file.getUint32(record + 8);
      const length = file.getUint32(record + 12);
      this.#tables.set(tag, new DataView(bytes.buffer, bytes.byteOffset + offset, length));
    }
  }

  /** Opens a font file, or names the problem. */
  static open(bytes: Uint8Array): Sfnt | FontProblem {
    const problem = signatureProblem(bytes);
    if (problem) return problem;
    try {
      const sfnt = new Sfnt(bytes);
      if (sfnt.has('fvar')) return 'variable';
      if (!sfnt.has('glyf') || !sfnt.has('loca')) return 'no-outlines';
      const needed = ['head', 'hhea', 'maxp', 'hmtx', 'cmap'];
      return needed.every((tag) => sfnt.has(tag)) ? sfnt : 'damaged';
    } catch (error) {
      if (error instanceof RangeError) return 'damaged';
      throw error;
    }
  }

  has(tag: string): boolean {
    return this.#tables.has(tag);
  }

  /** A table; an empty view when the font has none. */
  table(tag: string): DataView {
    return this.#tables.get(tag) ?? new DataView(new ArrayBuffer(0));
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The four letters of a tag. */
export function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(
    view.getUint8(at),
    view.getUint8(at + 1),
    view.getUint8(at + 2),
    view.getUint8(at + 3),
  );
}

function signatureProblem(bytes: Uint8Array): FontProblem | undefined {
  if (bytes.byteLength < 12) return 'not-a-font';
  switch (tagAt(viewOf(bytes), 0)) {
    case '\u0000\u0001\u0000\u0000':
    case 'true':
      return undefined;
    case 'wOFF':
    case 'wOF2':
      return 'woff';
    case 'ttcf':
      return 'collection';
    case 'OTTO':
      return 'no-outlines';
    default:
      return 'not-a-font';
  }
}
