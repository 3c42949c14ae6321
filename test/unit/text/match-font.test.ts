/** Which face sets what, what is missing, and what is wrong with a font file. */
import { wordsOf } from '../../../src/document/glyph-run.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FontFaceRule } from '../../../src/document/style.js';
import { memoryHost } from '../../support/memory-host.js';
import { fontFolder, packageRules } from '../../support/package-fonts.js';
import { setter, styleWith, textItem } from '../../support/set-text.js';
import { squareFont } from '../../support/square-font.js';

const host = memoryHost({ 'square.ttf': squareFont() });
const packaged = packageRules.map((rule) => ({ ...rule, src: host.resource(`fonts/${rule.src}`) }));

async function faceOf(css: string, text = 'a', rules: readonly FontFaceRule[] = packaged): Promise<string> {
  const set = await setter(rules, host);
  const [line] = set.lines([textItem(text, css)], 1000);
  return (line?.runs ?? []).map((run) => run.face.postscriptName).join(' ');
}

describe('choosing a face', () => {
  it.each([
    ["font: 10pt 'Source Serif 4'", 'SourceSerif4-Regular'],
    ["font: italic 10pt 'source serif 4'", 'SourceSerif4-It'],
    ["font: bold 10pt 'Source Serif 4'", 'SourceSerif4-Bold'],
    ["font: 600 10pt 'Source Serif 4'", 'SourceSerif4-Semibold'],
    ["font: 500 10pt 'Source Serif 4'", 'SourceSerif4-Regular'],
    ["font: 800 10pt 'Source Serif 4'", 'SourceSerif4-Bold'],
    ["font: 200 10pt 'Source Serif 4'", 'SourceSerif4-Regular'],
    ["font: 400 10pt 'Source Serif 4 Display'", 'SourceSerif4Display-Light'],
    ["font: 700 10pt 'Be Vietnam Pro'", 'BeVietnamPro-ExtraBold'],
    ["font: italic 400 10pt 'Be Vietnam Pro'", 'BeVietnamPro-SemiBold'],
    ['font: 10pt serif', 'SourceSerif4-Regular'],
    ['font: bold 10pt sans-serif', 'SourceSans3-Bold'],
    ['font: 10pt monospace', 'SourceCodePro-Regular'],
    ["font: 10pt 'No Such', Tinos, serif", 'Tinos-Regular'],
  ])('%s is %s', async (css, name) => {
    expect(await faceOf(css)).toBe(name);
  });

  it('goes on to the next face character by character, marks staying with their letter', async () => {
    const css = "font: 600 10pt 'Be Vietnam Pro', 'Source Serif 4'";
    expect(await faceOf(css, 'a→b')).toBe(
      'BeVietnamPro-SemiBold SourceSerif4-Semibold BeVietnamPro-SemiBold',
    );
    expect(
      await faceOf('font: 10pt Square', 'aЖ', [
        ...packaged,
        { family: 'Square', src: 'square.ttf', weight: 400, style: 'normal' },
      ]),
    ).toBe('Square-Regular NotoSerif-Regular');
    expect(await faceOf("font: 10pt 'Be Vietnam Pro'", 'n\u0308\u200d')).toBe('BeVietnamPro-SemiBold');
  });

  it('falls back to the package’s fonts when the sheets declare none', async () => {
    expect(await faceOf('font: 10pt serif', 'a', [])).toBe('SourceSerif4-Regular');
  });

  it('lists the faces used, once each, in order', async () => {
    const set = await setter(packaged, host);
    set.lines([textItem('b', 'font: bold 10pt serif'), textItem('a', 'font: 10pt serif')], 100);
    const names = set.typesetter.usedFaces.map((face) => face.postscriptName);
    expect(names).toEqual(['SourceSerif4-Bold', 'SourceSerif4-Regular']);
  });
});

describe('missing characters', () => {
  it('are reported once each, with their place, and shown', async () => {
    const set = await setter();
    const span = { file: 'bai.txt', line: 3, column: 5 };
    const text = 'aa \u{10330}b\nc \u{10330} ⴰ';
    const lines = set.lines([textItem(text, '', { span })], 500);
    expect(set.typesetter.diagnostics.map((d) => [d.code, d.values['codePoint'], d.span])).toEqual([
      ['TEXT-GLYPH', 'U+10330', { file: 'bai.txt', line: 3, column: 8, length: 2 }],
      ['TEXT-GLYPH', 'U+2D30', { file: 'bai.txt', line: 4, column: 6, length: 1 }],
    ]);
    expect(set.typesetter.diagnostics[0]?.values['fonts']).toBe('Square, Noto Serif, Noto Sans, Noto Emoji');
    const words = lines.flatMap((line) => line.runs.flatMap(wordsOf));
    expect(words.map((word) => word.text).join('')).toBe('aa \u{10330}b c \u{10330} ⴰ');
    const shown = words.find((word) => word.text === '\u{10330}');
    expect(shown?.width).toBeGreaterThan(0);
    expect(shown?.glyphs[0]).not.toBe(0);
  });

  it('are told once a script, at the first, for one font brings them all', async () => {
    const set = await setter([], host);
    const span = { file: 'bai.md', line: 2, column: 1 };
    set.lines([textItem('a 你好こ שלום 세 العالمين', 'font: 10pt serif', { span })], 500);
    const told = set.typesetter.diagnostics.filter((d) => d.code === 'TEXT-GLYPH');
    expect(told.map(({ values, span }) => [values['character'], values['codePoint'], span?.column])).toEqual([
      ['你 好 こ 세', 'U+4F60, U+597D, U+3053, U+C138', 3],
      ['ש ל ו ם', 'U+05E9, U+05DC, U+05D5, U+05DD', 7],
      ['ا ل ع م ي ن', 'U+0627, U+0644, U+0639, U+0645, U+064A, U+0646', 14],
    ]);
    // The layout hands them on too: the same objects, so that none is told twice.
    const again = set.typesetter.diagnostics.filter((d) => d.code === 'TEXT-GLYPH');
    expect(again.every((one, at) => one === told[at])).toBe(true);
  });

  it('for private use are told apart: they are to be replaced', async () => {
    const set = await setter([], host);
    set.lines([textItem('a \uf0b7 b \uf0e0', 'font: 10pt serif')], 500);
    const told = set.typesetter.diagnostics.filter((d) => d.code.startsWith('TEXT-P'));
    expect(told.map(({ code, values }) => [code, values['codePoint']])).toEqual([
      ['TEXT-PRIVATE', 'U+F0B7, U+F0E0'],
    ]);
  });

  it('are no emoji, whatever they are made of, and a sequence is one word of its font', async () => {
    const set = await setter([], host);
    const lines = set.lines([textItem('Tết👍🏽🇻🇳👨‍👩‍👧 ❤️1️⃣ x🦀', 'font: 10pt serif')], 500);
    expect(set.typesetter.diagnostics.filter((d) => d.code === 'TEXT-GLYPH')).toEqual([]);
    const words = lines.flatMap((line) => line.runs.flatMap(wordsOf));
    expect(words.map((word) => word.text).join('')).toBe('Tết👍🏽🇻🇳👨‍👩‍👧 ❤️1️⃣ x🦀');
    const emoji = words.filter((word) => word.face.family === 'Noto Emoji');
    expect(emoji.map((word) => word.glyphs.length)).toEqual(
      Array.from(emoji, ({ text }) => [...new Intl.Segmenter('vi').segment(text)].length),
    );
    expect(emoji.map((word) => word.text).join('')).toBe('👍🏽🇻🇳👨‍👩‍👧❤️1️⃣🦀');
  });

  it('keep words apart at a forced break behind a word of another font', async () => {
    const set = await setter([], host);
    const lines = set.lines([textItem('free 🦀\n}', 'font: 10pt serif; white-space: pre')], 500);
    expect(lines[0]?.runs.flatMap(wordsOf).map((word) => word.text)).toEqual(['free', ' ', '🦀', ' ']);
    const [, crab, space] = lines[0]?.runs ?? [];
    // The space stands behind the line and takes no room in it.
    expect(space?.face.family).toBe('Source Serif 4');
    expect([space?.x, space?.width]).toEqual([(crab?.x ?? 0) + (crab?.width ?? 0), 0]);
    expect(lines[0]?.width).toBe(space?.x);
  });

  it('open the font of emoji for nothing else', async () => {
    const read: string[] = [];
    const watched = {
      ...host,
      resource: host.resource.bind(host),
      read: (path: string, limit?: number) => {
        read.push(path);
        return host.read(path, limit);
      },
    };
    const set = await setter([], watched);
    set.lines([textItem('Một → ■ ½ Ж', 'font: 10pt serif')], 500);
    expect(read.filter((path) => /emoji/i.test(path))).toEqual([]);
  });

  it('do not count where another character stands in, nor where nothing is to be seen', async () => {
    const set = await setter([], host);
    set.lines([textItem('a\u2011b c\u2060d e\ufeff\u200b', "font: 600 10pt 'Be Vietnam Pro'")], 500);
    expect(set.typesetter.diagnostics.filter((d) => d.code === 'TEXT-GLYPH')).toEqual([]);
  });
});

describe('font files', () => {
  const square = squareFont();
  const signed = (signature: string): Uint8Array => {
    const bytes = square.slice();
    for (let i = 0; i < 4; i++) bytes[i] = signature.charCodeAt(i);
    return bytes;
  };
  it.each([
    ['TEXT-FONT-FILE', undefined],
    ['TEXT-FONT-WOFF', signed('wOF2')],
    ['TEXT-FONT-WOFF', signed('wOFF')],
    ['TEXT-FONT-FORMAT', signed('OTTO')],
    ['TEXT-FONT-FORMAT', signed('ttcf')],
    ['TEXT-FONT-FORMAT', new TextEncoder().encode('<html>not a font</html>')],
    ['TEXT-FONT-FORMAT', new Uint8Array(0)],
    ['TEXT-FONT-FORMAT', square.slice(0, 400)],
  ])('%s is reported once and text is set all the same', async (code, bytes) => {
    const files = bytes ? { 'f.ttf': bytes } : {};
    const set = await setter(
      [{ family: 'Square', src: 'f.ttf', weight: 400, style: 'normal' }],
      memoryHost(files),
    );
    const lines = set.lines('aa bb', 500);
    set.lines([textItem('cc', 'font-size: 20pt')], 500);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.width).toBeGreaterThan(10);
    expect(set.typesetter.diagnostics.map((d) => [d.code, d.values['file']])).toEqual([[code, 'f.ttf']]);
  });

  it('reports a family that no rule declares, once', async () => {
    const set = await setter();
    set.lines(
      [textItem('a', 'font-family: Georgia, Square'), textItem('b', 'font: bold 10pt Georgia, Square')],
      100,
    );
    expect(set.typesetter.diagnostics.map((d) => [d.code, d.values['family']])).toEqual([
      ['TEXT-FAMILY', 'Georgia'],
    ]);
  });

  it('takes no word of JavaScript for a generic family', async () => {
    const families = ['constructor', 'toString', '__proto__', 'hasOwnProperty'];
    const set = await setter();
    const lines = set.lines([textItem('a', `font-family: ${families.join(', ')}, Square`)], 100);
    expect(lines[0]?.runs[0]?.face.family).toBe('Square');
    expect(set.typesetter.diagnostics.map((d) => d.values['family'])).toEqual(families);
  });

  it('opens a font only when text asks for it', async () => {
    const read: string[] = [];
    const watched = memoryHost({}, { read: (path) => (read.push(path), host.read(path)) });
    const set = await setter(packaged, watched);
    expect(read).toEqual([]);
    set.lines([textItem('a', "font: 10pt 'Source Serif 4'")], 100);
    expect(read.every((path) => /SourceSerif4-Regular/u.test(path) || /square/u.test(path))).toBe(true);
  });

  it('knows the metrics of a face', async () => {
    const set = await setter(packaged, host);
    set.lines([textItem('x', 'font: 10pt Tinos')], 100);
    const tinos = set.typesetter.usedFaces.find((face) => face.family === 'Tinos');
    expect(tinos?.unitsPerEm).toBe(2048);
    expect(tinos?.ascent).toBeCloseTo((1825 / 2048) * 1000);
    expect(tinos?.bytes.length).toBe(readFileSync(join(fontFolder, 'tinos/Tinos-Regular.ttf')).length);
    expect(set.typesetter.strut(styleWith('font: 10pt/normal Tinos')).ascent).toBeCloseTo(9.12, 1);
  });
});
