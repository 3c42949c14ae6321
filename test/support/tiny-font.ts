/**
 * Small font programs for PDFs of tests, without outlines: TrueType, CFF (by names or by CIDs) and Type 1.
 * An em is 1000 units, and a glyph is 500 wide unless said.
 */

/** Big-endian numbers, two bytes each. */
const u16 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(2 * values.length);
  values.forEach((value, i) => bytes.writeUInt16BE(value & 0xffff, 2 * i));
  return bytes;
};

/** A subtable of `cmap`: codes from `first` on lead to these glyphs. */
export interface TinyCmap {
  readonly platform: number;
  readonly encoding: number;
  readonly first: number;
  readonly glyphs: readonly number[];
}

export interface TinyTrueType {
  /** Widths of all glyphs from `.notdef` on. */
  readonly widths: readonly number[];
  readonly cmaps: readonly TinyCmap[];
  readonly fsType?: number;
}

/** A TrueType program. */
export function tinyTrueType({ widths, cmaps, fsType = 0 }: TinyTrueType): Uint8Array {
  const head = Buffer.alloc(54);
  head.writeUInt16BE(1000, 18);
  const hhea = Buffer.alloc(36);
  // The last width that is written holds for all glyphs after it.
  const long = widths.findLastIndex((width) => width !== widths.at(-1)) + 2;
  hhea.writeUInt16BE(long, 34);
  const os2 = Buffer.alloc(10);
  os2.writeUInt16BE(fsType, 8);
  return sfnt({
    'OS/2': os2,
    cmap: cmapTable(cmaps),
    head,
    hhea,
    hmtx: u16(...widths.slice(0, long).flatMap((width) => [width, 0])),
    maxp: u16(1, 0, widths.length),
  });
}

/** The program of `tinyFont`: WinAnsi codes from 32 to 255 as Unicode, one glyph each. */
export function latinTrueType(fsType = 0): Uint8Array {
  const glyphs = Array.from({ length: 224 }, (_, i) => i + 1);
  return tinyTrueType({
    widths: Array<number>(225).fill(500),
    cmaps: [{ platform: 3, encoding: 1, first: 32, glyphs }],
    fsType,
  });
}

/** An sfnt of these tables, without checksums. */
export function sfnt(tables: Readonly<Record<string, Uint8Array>>, signature = '\0\u0001\0\0'): Uint8Array {
  const entries = Object.entries(tables);
  const records: Buffer[] = [];
  let offset = 12 + 16 * entries.length;
  for (const [tag, bytes] of entries) {
    const record = Buffer.alloc(16);
    record.write(tag, 'latin1');
    record.writeUInt32BE(offset, 8);
    record.writeUInt32BE(bytes.length, 12);
    records.push(record);
    offset += bytes.length;
  }
  const start = Buffer.concat([Buffer.from(signature, 'latin1'), u16(entries.length, 0, 0, 0)]);
  return Buffer.concat([start, ...records, ...entries.map(([, bytes]) => bytes)]);
}

function cmapTable(cmaps: readonly TinyCmap[]): Buffer {
  const parts = cmaps.map(subtable);
  let offset = 4 + 8 * cmaps.length;
  const records = cmaps.map(({ platform, encoding }, i) => {
    const record = u16(platform, encoding, 0, offset);
    offset += parts[i]?.length ?? 0;
    return record;
  });
  return Buffer.concat([u16(0, cmaps.length), ...records, ...parts]);
}

/** One segment of format 4 where the glyphs follow each other, else format 6. */
function subtable({ first, glyphs }: TinyCmap): Buffer {
  const [glyph = 0] = glyphs;
  if (glyphs.some((one, i) => one !== glyph + i)) {
    return u16(6, 10 + 2 * glyphs.length, 0, first, glyphs.length, ...glyphs);
  }
  const last = first + glyphs.length - 1;
  return u16(4, 32, 0, 4, 0, 0, 0, last, 0xffff, 0, first, 0xffff, glyph - first, 1, 0, 0);
}

export interface TinyCff {
  /** Names of the glyphs after `.notdef`, or their CIDs. */
  readonly glyphs: readonly (string | number)[];
  /** Widths of all glyphs from `.notdef` on. */
  readonly widths: readonly number[];
}

/** A CFF program; by CIDs when its glyphs are numbers. */
export function tinyCff({ glyphs, widths }: TinyCff): Uint8Array {
  const cid = typeof glyphs[0] === 'number';
  // SIDs after the standard strings: the names of the glyphs, or registry and ordering.
  const strings = cid ? ['Adobe', 'Identity'] : glyphs.map(String);
  const ids = glyphs.map((glyph, i) => (typeof glyph === 'number' ? glyph : 391 + i));
  const head = Buffer.concat([Buffer.of(1, 0, 4, 2), index([Buffer.from('T')])]);
  const tail = Buffer.concat([index(strings.map((text) => Buffer.from(text))), u16(0)]);
  const charset = Buffer.concat([Buffer.of(0), u16(...ids)]);
  const charStrings = index(widths.map(charstring));
  // defaultWidthX 500, nominalWidthX 0
  const secret = Buffer.concat([operand(500), Buffer.of(20), operand(0), Buffer.of(21)]);
  const dictOf = (at: readonly number[]): Buffer => {
    const [charsetAt = 0, charStringsAt = 0, secretAt = 0, fontsAt = 0, selectAt = 0] = at;
    return Buffer.concat([
      ...(cid ? [operand(391), operand(392), operand(0), Buffer.of(12, 30)] : []),
      operand(charsetAt),
      Buffer.of(15),
      operand(charStringsAt),
      Buffer.of(17),
      ...(cid
        ? [operand(fontsAt), Buffer.of(12, 36), operand(selectAt), Buffer.of(12, 37)]
        : [operand(secret.length), operand(secretAt), Buffer.of(18)]),
    ]);
  };
  const start = head.length + index([dictOf([])]).length + tail.length;
  const secretAt = start + charset.length + charStrings.length;
  const fonts = index([Buffer.concat([operand(secret.length), operand(secretAt), Buffer.of(18)])]);
  const fontsAt = secretAt + secret.length;
  const at = [start, start + charset.length, secretAt, fontsAt, fontsAt + fonts.length];
  const select = Buffer.alloc(1 + widths.length);
  return Buffer.concat([head, index([dictOf(at)]), tail, charset, charStrings, secret, fonts, select]);
}

/** The width in front of `endchar`; the default width is left out. */
function charstring(width: number): Buffer {
  if (width === 500) return Buffer.of(14);
  return Buffer.concat([Buffer.of(28), u16(width), Buffer.of(14)]);
}

/** An operand of a DICT in five bytes. */
function operand(value: number): Buffer {
  const bytes = Buffer.of(29, 0, 0, 0, 0);
  bytes.writeInt32BE(value, 1);
  return bytes;
}

function index(items: readonly Buffer[]): Buffer {
  if (items.length === 0) return u16(0);
  const offsets = [1];
  for (const item of items) offsets.push((offsets.at(-1) ?? 1) + item.length);
  return Buffer.concat([u16(items.length), Buffer.of(2), u16(...offsets), ...items]);
}

/** A Type 1 program: name of glyph → width. Its encoding has the names from code 65 on. */
export function tinyType1(glyphs: Readonly<Record<string, number>>): Uint8Array {
  const names = Object.keys(glyphs);
  const encoding = names.map((name, i) => `dup ${65 + i} /${name} put`).join('\n');
  const clear = `%!PS-AdobeFont-1.0: T\n/FontMatrix [0.001 0 0 0.001 0 0] def\n/Encoding 256 array\n${encoding}\nreadonly def\ncurrentfile eexec\n`;
  const parts: Uint8Array[] = [
    Buffer.from(`dup /Private 1 dict dup begin /lenIV 4 def /CharStrings ${names.length} dict dup begin\n`),
  ];
  for (const [name, width] of Object.entries(glyphs)) {
    const code = Buffer.alloc(12);
    // Noise, side bearing 0, the width in five bytes, hsbw, endchar.
    code.set([0, 0, 0, 0, 139, 255, 0, 0, width >> 8, width & 255, 13, 14]);
    parts.push(Buffer.from(`/${name} ${code.length} RD `), encrypt(code, 4330), Buffer.from(' ND\n'));
  }
  const secret = encrypt(Buffer.concat([Buffer.alloc(4), ...parts, Buffer.from('end\n')]), 55665);
  return Buffer.concat([Buffer.from(clear, 'latin1'), secret]);
}

function encrypt(bytes: Uint8Array, start: number): Buffer {
  let key = start;
  return Buffer.from(
    bytes.map((byte) => {
      const out = byte ^ (key >> 8);
      key = ((out + key) * 52845 + 22719) & 0xffff;
      return out;
    }),
  );
}
