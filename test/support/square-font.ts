/**
 * A tiny TrueType font for tests, built in memory: every glyph is a square of 1 em (advance 1 em,
 * from 0.2 em below the baseline to 0.8 em above it), the space an empty one. Widths and line
 * heights can then be worked out by hand: ten letters of 12 pt are 120 pt wide, `line-height: normal`
 * is 12 pt. No kerning, no ligatures; with the features `fwid`, `jp78`, `ruby` and `trad` the letters
 * a, b, c and d are 2 em wide, in this order. Covers printable ASCII, no-break space, the 134 Vietnamese
 * letters and the punctuation below; it lacks everything else on purpose.
 */
const unitsPerEm = 1000;
const ascender = 800;
const descender = -200;

const vietnamese = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ';
const punctuation = '\u00a0«°·»‐‑–—‘’“”•…₫→■';

/** The characters of the square font, in order of code point. */
export const squareCharacters: readonly string[] = [
  ...new Set([
    ...Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCodePoint(0x20 + i)),
    ...Array.from(vietnamese.normalize('NFC')),
    ...Array.from(vietnamese.normalize('NFC').toLocaleUpperCase('vi')),
    ...Array.from(punctuation),
  ]),
].sort((a, b) => code(a) - code(b));

function code(character: string): number {
  return character.codePointAt(0) ?? 0;
}

/** East Asian features, in order of tag, and the letter that each makes a glyph of 2 em. */
const wideForms = [
  ['fwid', 'a'],
  ['jp78', 'b'],
  ['ruby', 'c'],
  ['trad', 'd'],
] as const;

/** Glyphs: `.notdef`, the characters, the wide one. */
const wideGlyph = squareCharacters.length + 1;
const glyphCount = wideGlyph + 1;

/** Big-endian fields: [size in bytes, value]. */
type Field = readonly [1 | 2 | 4 | 8, number];

function pack(fields: readonly Field[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 1) view.setUint8(at, value);
    else if (size === 2) view.setUint16(at, value & 0xffff);
    else if (size === 4) view.setUint32(at, value >>> 0);
    else view.setBigInt64(at, BigInt(value));
    at += size;
  }
  return bytes;
}

const u16 = (...values: readonly number[]): Field[] => values.map((value) => [2, value]);

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** One contour of four points; coordinates as differences (glyf: first point from the origin). */
function squareGlyph(width: number): Uint8Array {
  const height = ascender - descender;
  const header = u16(1, 0, descender, width, ascender, 3, 0);
  const flags: Field[] = [1, 1, 1, 1].map((flag) => [1, flag]);
  return pack([...header, ...flags, ...u16(0, 0, width, 0), ...u16(descender, height, 0, -height)]);
}

function outlines(): { glyf: Uint8Array; loca: Uint8Array } {
  const square = squareGlyph(unitsPerEm);
  const wide = squareGlyph(2 * unitsPerEm);
  const parts: Uint8Array[] = [];
  const offsets = [0];
  for (const character of ['.notdef', ...squareCharacters]) {
    const blank = character === ' ' || character === '\u00a0';
    parts.push(blank ? new Uint8Array(0) : square);
    offsets.push((offsets.at(-1) ?? 0) + (blank ? 0 : square.length));
  }
  parts.push(wide);
  offsets.push((offsets.at(-1) ?? 0) + wide.length);
  return { glyf: concat(parts), loca: pack(offsets.map((offset) => [4, offset])) };
}

/** cmap format 4, one segment a character: plain, not small. */
function cmap(): Uint8Array {
  const codes = squareCharacters.map(code);
  const count = codes.length + 1;
  const entrySelector = Math.floor(Math.log2(count));
  const searchRange = 2 * 2 ** entrySelector;
  return pack([
    ...u16(0, 1, 3, 1),
    [4, 12],
    ...u16(4, 16 + 8 * count, 0, 2 * count, searchRange, entrySelector, 2 * count - searchRange),
    ...u16(...codes, 0xffff, 0, ...codes, 0xffff),
    ...u16(...codes.map((value, index) => index + 1 - value), 1),
    ...u16(...codes.map(() => 0), 0),
  ]);
}

/** GSUB: one script, one single substitution for each of `wideForms`. */
function substitutions(): Uint8Array {
  const count = wideForms.length;
  const scripts = [[4, tagOf('DFLT')] as const, ...u16(8, 4, 0, 0, 0xffff, count, ...wideForms.keys())];
  const features: Field[] = wideForms.flatMap(([tag], i): Field[] => [
    [4, tagOf(tag)],
    ...u16(2 + 6 * count + 6 * i),
  ]);
  const lookups = wideForms.flatMap(([, letter]) => {
    const glyph = squareCharacters.indexOf(letter) + 1;
    return u16(1, 0, 1, 8, 1, 6, wideGlyph - glyph, 1, 1, glyph);
  });
  const scriptList = pack([...u16(1), ...scripts]);
  const featureList = pack([...u16(count), ...features, ...wideForms.flatMap((_, i) => u16(0, 1, i))]);
  const lookupList = pack([...u16(count, ...wideForms.map((_, i) => 2 + 2 * count + 20 * i)), ...lookups]);
  const featuresAt = 10 + scriptList.length;
  const header = pack(u16(1, 0, 10, featuresAt, featuresAt + featureList.length));
  return concat([header, scriptList, featureList, lookupList]);
}

function tagOf(tag: string): number {
  return Array.from(tag, code).reduce((sum, byte) => sum * 256 + byte, 0);
}

function name(): Uint8Array {
  const entries: readonly (readonly [number, string])[] = [
    [1, 'Square'],
    [2, 'Regular'],
    [3, 'Square Regular 1.0'],
    [4, 'Square Regular'],
    [5, 'Version 1.0'],
    [6, 'Square-Regular'],
  ];
  const records: Field[] = [];
  const strings: Field[] = [];
  for (const [id, value] of entries) {
    records.push(...u16(3, 1, 0x409, id, value.length * 2, strings.length * 2));
    strings.push(...u16(...Array.from(value, code)));
  }
  return pack([...u16(0, entries.length, 6 + 12 * entries.length), ...records, ...strings]);
}

function os2(): Uint8Array {
  const codes = squareCharacters.map(code);
  const subAndSuperscript = u16(unitsPerEm, 600, 0, 75, unitsPerEm, 600, 0, 350, 50, 250, 0);
  const panose: Field[] = Array.from({ length: 10 }, () => [1, 0]);
  return pack([
    ...u16(4, unitsPerEm, 400, 5, 0),
    ...subAndSuperscript,
    ...panose,
    ...Array.from({ length: 4 }, (): Field => [4, 0]),
    [4, 0x54455354],
    ...u16(0x40 | 0x80, 0x20, codes.at(-1) ?? 0),
    ...u16(ascender, descender, 0, ascender, -descender),
    [4, 1],
    [4, 0],
    ...u16(ascender, ascender, 0, 0x20, 1),
  ]);
}

function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4)
    sum =
      (sum +
        (((bytes[at] ?? 0) << 24) |
          ((bytes[at + 1] ?? 0) << 16) |
          ((bytes[at + 2] ?? 0) << 8) |
          (bytes[at + 3] ?? 0))) >>>
      0;
  return sum;
}

function padded(bytes: Uint8Array): Uint8Array {
  return concat([bytes, new Uint8Array((4 - (bytes.length % 4)) % 4)]);
}

function assemble(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const selector = Math.floor(Math.log2(tables.length));
  const range = 16 * 2 ** selector;
  const directory: Field[] = [
    [4, 0x00010000],
    ...u16(tables.length, range, selector, 16 * tables.length - range),
  ];
  const bodies: Uint8Array[] = [];
  let at = 12 + 16 * tables.length;
  for (const [tag, table] of tables) {
    const body = padded(table);
    for (const letter of tag) directory.push([1, code(letter)]);
    directory.push([4, checksum(body)], [4, at], [4, table.length]);
    bodies.push(body);
    at += body.length;
  }
  return concat([pack(directory), ...bodies]);
}

/** The bytes of the square font. */
export function squareFont(): Uint8Array {
  const { glyf, loca } = outlines();
  const box = u16(0, descender, 2 * unitsPerEm, ascender);
  const head = pack([
    ...u16(1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 3, unitsPerEm),
    [8, 0],
    [8, 0],
    ...box,
    ...u16(0, 8, 2, 1, 0),
  ]);
  const hhea = pack([
    ...u16(
      1,
      0,
      ascender,
      descender,
      0,
      2 * unitsPerEm,
      0,
      0,
      2 * unitsPerEm,
      1,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      glyphCount,
    ),
  ]);
  const advances = Array.from({ length: glyphCount }, (_, glyph) =>
    glyph === wideGlyph ? 2 * unitsPerEm : unitsPerEm,
  );
  const font = assemble([
    ['GSUB', substitutions()],
    ['OS/2', os2()],
    ['cmap', cmap()],
    ['glyf', glyf],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', pack(advances.flatMap((advance) => u16(advance, 0)))],
    ['loca', loca],
    ['maxp', pack([[4, 0x00010000], ...u16(glyphCount, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)])],
    ['name', name()],
    ['post', pack([[4, 0x00030000], [4, 0], ...u16(-100, 50), [4, 0], [4, 0], [4, 0], [4, 0], [4, 0]])],
  ]);
  // head.checkSumAdjustment: 0xB1B0AFBA less the sum of the whole file with the field at 0.
  const headOffset = new DataView(font.buffer).getUint32(12 + 16 * 4 + 8);
  new DataView(font.buffer).setUint32(headOffset + 8, (0xb1b0afba - checksum(font)) >>> 0);
  return font;
}
