import { Blob as FontBlob, Face } from 'harfbuzzjs';
import subsetFont from 'subset-font';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FontFaceRule, FontUse } from '../../../src/document/style.js';
import { addFamilies, neededFaces, renameFamilies } from '../../../src/epub/font-css.js';
import { embedFonts, type EmbeddedFonts } from '../../../src/epub/fonts.js';
import { readNames, reservedNames } from '../../../src/epub/rename-font.js';
import { memoryHost } from '../../support/memory-host.js';

const host = memoryHost();
const face = (
  family: string,
  file: string,
  weight = 400,
  style: 'normal' | 'italic' = 'normal',
): FontFaceRule => ({
  family,
  src: host.resource(`fonts/${file}`),
  weight,
  style,
});

const serif = face('Source Serif 4', 'source-serif-4/SourceSerif4-Regular.ttf');
const display = face('Source Serif 4 Display', 'source-serif-4/SourceSerif4Display-Bold.ttf', 700);
const brand = face('Be Vietnam Pro', 'be-vietnam-pro/BeVietnamPro-ExtraBold.ttf', 800);
const css =
  'body { font-family: "Source Serif 4", serif; }\n' +
  "h1 { font: 700 2rem/1.2 'Source Serif 4 Display', source serif 4; }\n" +
  '.brand { font-family: Be Vietnam Pro; font-weight: 800 }\n.quote::before { content: "Source Serif 4"; }\n';

const use = (families: string, weight = 400, italic = false): FontUse => ({
  families: families.split(', '),
  weight,
  italic,
});
const uses = [
  use('Source Serif 4, serif'),
  use('Source Serif 4 Display, source serif 4', 700),
  use('Be Vietnam Pro', 800),
];

function fontFile(fonts: EmbeddedFonts, href: string): Uint8Array {
  return fonts.files.find((file) => file.href === href)?.bytes ?? new Uint8Array(0);
}

/** Sum of all words of a font with a right `checkSumAdjustment` (OpenType, head). */
function checksum(font: Uint8Array): number {
  const bytes = Buffer.from(font);
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}

describe('embedFonts', () => {
  let fonts: EmbeddedFonts;
  beforeAll(async () => {
    const embedded = await embedFonts([serif, display, brand], { css, texts: ['Ω'], uses }, host);
    expect(embedded.diagnostics).toEqual([]);
    fonts = embedded.value;
  });

  it('renames what its author reserved, in file names, sheet and licence keeping the original', () => {
    expect(fonts.files.map(({ href, mediaType }) => `${href} ${mediaType}`)).toEqual([
      'fonts/AnphamSerif4-Regular.ttf font/ttf',
      'fonts/OFL-source-serif-4.txt text/plain',
      'fonts/AnphamSerif4Display-Bold.ttf font/ttf',
      'fonts/BeVietnamPro-ExtraBold.ttf font/ttf',
      'fonts/OFL-be-vietnam-pro.txt text/plain',
    ]);
    const licence = host.read(host.resource('fonts/source-serif-4/OFL.txt'));
    expect(licence.ok && Buffer.compare(licence.bytes, fontFile(fonts, 'fonts/OFL-source-serif-4.txt'))).toBe(
      0,
    );
  });

  it('bears the reserved name in no naming entry, and keeps copyright and licence', () => {
    const names = readNames(fontFile(fonts, 'fonts/AnphamSerif4Display-Bold.ttf'));
    const naming = names.filter(({ id }) => [1, 2, 3, 4, 6, 16, 17, 18, 20, 21, 22, 25].includes(id));
    expect(naming.find(({ id }) => id === 6)?.text).toBe('AnphamSerif4Display-Bold');
    expect(naming.filter(({ text }) => /source/i.test(text))).toEqual([]);
    expect(names.find(({ id }) => id === 0)?.text).toContain('Adobe');
    expect(names.find(({ id }) => id === 13)?.text).toContain('SIL Open Font License');
  });

  it('leaves a font without reserved names as it is called', () => {
    const names = readNames(fontFile(fonts, 'fonts/BeVietnamPro-ExtraBold.ttf'));
    expect(names.find(({ id }) => id === 6)?.text).toBe('BeVietnamPro-ExtraBold');
  });

  it('is a sound font with all of Vietnamese and the characters of the book', () => {
    const bytes = fontFile(fonts, 'fonts/AnphamSerif4-Regular.ttf');
    const covered = new Set(new Face(new FontBlob(bytes)).collectUnicodes());
    for (const character of 'ẾỖẴợịđĐưƯ₫…“”–—ẢỵéßΩ\u0323') expect(covered).toContain(character.codePointAt(0));
    expect(covered).not.toContain(0x416);
    expect(readNames(bytes).find(({ id }) => id === 1)?.text).toBe('Anpham Serif 4');
    expect(bytes.length).toBeLessThan(150_000);
    expect(checksum(bytes)).toBe(0xb1b0afba);
  });

  it('writes the new names into the sheet, only where fonts are named', () => {
    expect(fonts.css).toContain(
      '@font-face { font-family: "Anpham Serif 4 Display"; font-weight: 700; font-style: normal; src: url("fonts/AnphamSerif4Display-Bold.ttf"); }',
    );
    expect(fonts.css).toContain('body { font-family: "Anpham Serif 4", serif; }');
    expect(fonts.css).toContain("h1 { font: 700 2rem/1.2 'Anpham Serif 4 Display', Anpham Serif 4; }");
    expect(fonts.css).toContain('content: "Source Serif 4"');
    expect(fonts.css).toContain('.brand { font-family: Be Vietnam Pro;');
  });

  it('gives the same bytes twice', async () => {
    const again = (await embedFonts([serif, display, brand], { css, texts: ['Ω'], uses }, host)).value;
    again.files.forEach((file, index) =>
      expect(Buffer.compare(file.bytes, fonts.files[index]?.bytes ?? new Uint8Array(0))).toBe(0),
    );
  });
});

describe('embedFonts, WOFF2', () => {
  it('is the same font, packed, under its own media type', async () => {
    const { value } = await embedFonts([serif], { css, texts: ['Ω'], uses, format: 'woff2' }, host);
    const [font] = value.files;
    expect(font?.href).toBe('fonts/AnphamSerif4-Regular.woff2');
    expect(font?.mediaType).toBe('font/woff2');
    const bytes = Buffer.from(font?.bytes ?? []);
    expect(bytes.toString('latin1', 0, 4)).toBe('wOF2');
    expect(bytes.length).toBeLessThan(50_000);
    expect(value.css).toContain('src: url("fonts/AnphamSerif4-Regular.woff2")');
    const unpacked = await subsetFont(bytes, 'Ω', { targetFormat: 'truetype', preserveNameIds: [1] });
    expect(readNames(unpacked).find(({ id }) => id === 1)?.text).toBe('Anpham Serif 4');
    expect([...new Face(new FontBlob(unpacked)).collectUnicodes()]).toContain(0x3a9);
  });
});

describe('embedFonts, fonts that cannot be embedded', () => {
  it('warns of a missing font, of one that is not TrueType and of a forbidden one, and goes on', async () => {
    const read = host.read(serif.src);
    const forbidden = Buffer.from(read.ok ? read.bytes : []);
    for (let at = 12; at < 12 + 16 * forbidden.readUInt16BE(4); at += 16) {
      if (forbidden.toString('latin1', at, at + 4) !== 'OS/2') continue;
      forbidden.writeUInt16BE(2, forbidden.readUInt32BE(at + 8) + 8);
    }
    const own = memoryHost({ 'f/locked.ttf': forbidden, 'f/a.woff2': 'wOF2…' });
    const rule = (family: string, src: string): FontFaceRule => ({
      family,
      src,
      weight: 400,
      style: 'normal',
    });
    const { value, diagnostics } = await embedFonts(
      [rule('A', 'f/locked.ttf'), rule('B', 'f/a.woff2'), rule('C', 'f/none.ttf')],
      { css: 'p { font-family: A, B, C }', texts: [], uses: [use('A, B, C')] },
      own,
    );
    expect(value).toEqual({ files: [], css: 'p { font-family: A, B, C }', missing: [] });
    expect(diagnostics.map(({ code, values }) => `${code} ${values['path']}`)).toEqual([
      'EPUB-FONT-FORBIDDEN f/locked.ttf',
      'EPUB-FONT f/a.woff2',
      'EPUB-FONT f/none.ttf',
    ]);
  });
});

describe('neededFaces', () => {
  const cut = (weight: number, style: 'normal' | 'italic' = 'normal'): FontFaceRule =>
    face('F', `${weight}`, weight, style);
  const chosen = (uses: readonly FontUse[], faces: readonly FontFaceRule[]): string[] =>
    neededFaces(faces, uses).map(({ weight, style }) => weight + (style === 'italic' ? 'i' : ''));
  const all = [cut(300), cut(400), cut(400, 'italic'), cut(600), cut(700), cut(700, 'italic'), cut(800)];

  it('takes the cuts that the text asks for, and bold beside plain', () => {
    expect(chosen([use('F')], all)).toEqual(['400', '700']);
    expect(chosen([use('G, f'), use('F', 400, true)], all)).toEqual(['400', '400i', '700']);
    expect(chosen([use('F', 700, true), use('F', 600)], all)).toEqual(['600', '700i']);
    expect(chosen([use('F', 300)], all)).toEqual(['300', '700']);
  });

  it('falls back by the rule of CSS Fonts 4, 5.2', () => {
    expect(chosen([use('F')], [cut(300), cut(600)])).toEqual(['300', '600']);
    expect(chosen([use('F')], [cut(500), cut(600)])).toEqual(['500', '600']);
    expect(chosen([use('F')], [cut(600), cut(900)])).toEqual(['600', '900']);
    // Style before weight; an upright cut where there is no other.
    expect(chosen([use('F', 700, true)], [cut(700), cut(400, 'italic')])).toEqual(['400i']);
    expect(chosen([use('F', 400, true)], [cut(400)])).toEqual(['400']);
  });

  it('takes nothing of a family that no text asks for', () => {
    expect(chosen([use('G, F2, F-x')], all)).toEqual([]);
  });
});

describe('embedFonts, characters that the fonts lack', () => {
  const packaged = (family: string, file: string, weight = 400): FontFaceRule => face(family, file, weight);
  const faces = [
    serif,
    packaged('Source Serif 4', 'source-serif-4/SourceSerif4-Bold.ttf', 700),
    packaged('Noto Serif', 'noto-serif/NotoSerif-Regular.ttf'),
    packaged('Noto Serif', 'noto-serif/NotoSerif-Bold.ttf', 700),
    packaged('Noto Sans', 'noto-sans/NotoSans-Regular.ttf'),
  ];
  const embed = async (text: string, uses: readonly FontUse[]) => {
    const sheet = 'p { font-family: "Source Serif 4", serif } b { font: 700 1em Arial, sans-serif }';
    const { value, diagnostics } = await embedFonts(faces, { css: sheet, texts: [text], uses }, host);
    expect(diagnostics).toEqual([]);
    const of = (name: string): string[] =>
      [...new Face(new FontBlob(fontFile(value, `fonts/${name}.ttf`))).collectUnicodes()].map((code) =>
        String.fromCodePoint(code),
      );
    return {
      ...value,
      of,
      names: value.files.map(({ href }) => href).filter((href) => href.endsWith('ttf')),
    };
  };
  const body = [use('Source Serif 4, serif')];

  it('come from the faces that set them on pages, which hold no more than them', async () => {
    // U+2C6F, turned A: of Noto Serif alone.
    const { names, of, css, missing } = await embed('Chữ \u2c6f', body);
    expect(names).toEqual([
      'fonts/AnphamSerif4-Regular.ttf',
      'fonts/AnphamSerif4-Bold.ttf',
      'fonts/NotoSerif-Regular.ttf',
    ]);
    expect(of('NotoSerif-Regular')).toEqual([' ', '\u2c6f']);
    expect(css).toContain('p { font-family: "Anpham Serif 4", "Noto Serif", serif }');
    expect(css).toContain('b { font: 700 1em Arial, sans-serif }');
    expect(missing).toEqual([]);
  });

  it('come in the weight of the text', async () => {
    const { names } = await embed('\u2c6f', [use('Source Serif 4, serif', 700)]);
    expect(names).toEqual(['fonts/AnphamSerif4-Bold.ttf', 'fonts/NotoSerif-Bold.ttf']);
  });

  it('are told where no face has them, but for emoji, which readers have in colour', async () => {
    const { names, missing } = await embed('漢ព 😀👍🏽 \u200d\ue000', body);
    expect(names).toHaveLength(2);
    expect(missing).toEqual(['ព', '漢', '\ue000']);
  });

  it('are not looked for where the text is in the reader’s own fonts', async () => {
    expect(await embed('漢', [use('serif')])).toMatchObject({ names: [], missing: [] });
  });
});

describe('addFamilies', () => {
  const added = (css: string): string =>
    addFamilies(css, ['A b'], { serif: ['S', 'T'], 'sans-serif': ['T', 'S'] });

  it('puts them before the generic family, or last', () => {
    expect(added('p { font: 1em "A b", serif; }')).toBe('p { font: 1em "A b", "S", "T", serif; }');
    expect(added("p { font-family: 'a b', sans-serif }")).toBe(
      'p { font-family: \'a b\', "T", "S", sans-serif }',
    );
    expect(added('p{font-family:A b,T!important}')).toBe('p{font-family:A b,T, "S"!important}');
    expect(added('p { font-family: B, serif; font-weight: 400 }')).toBe(
      'p { font-family: B, serif; font-weight: 400 }',
    );
  });
});

describe('reserved names', () => {
  it('reads them from licences as they are written', () => {
    expect(
      reservedNames("Copyright 2010 Adobe, with Reserved Font Name 'Source'. All Rights Reserved."),
    ).toEqual(['Source']);
    expect(reservedNames('X, with Reserved Font Name ‘Source’.')).toEqual(['Source']);
    expect(reservedNames('X, with Reserved Font Names "Gentium" and "SIL".')).toEqual(['Gentium', 'SIL']);
    expect(
      reservedNames('5) … the Reserved Font Name(s) …\n"Reserved Font Name" refers to any names'),
    ).toEqual([]);
  });

  it('replaces the longer of two names that begin alike', () => {
    const names = new Map([
      ['A b', 'X b'],
      ['A b C', 'X b C'],
    ]);
    expect(renameFamilies('p { font-family: "A b C", a  b }', names)).toBe('p { font-family: "X b C", X b }');
  });
});
