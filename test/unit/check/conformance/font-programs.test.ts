/** Readers of embedded font programs: each kind, written byte by byte, gives back its names, widths and codes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCmaps } from '../../../../src/check/pdf/conformance/fonts/read-cmap-table.js';
import { FontBytes } from '../../../../src/check/pdf/conformance/fonts/font-bytes.js';
import type { FontProgram } from '../../../../src/check/pdf/conformance/fonts/font-program.js';
import { charstringWidth } from '../../../../src/check/pdf/conformance/fonts/charstring-width.js';
import { nameText } from '../../../../src/check/pdf/conformance/fonts/glyph-names.js';
import { readProgram } from '../../../../src/check/pdf/conformance/fonts/read-program.js';
import { type1Width } from '../../../../src/check/pdf/conformance/fonts/type1-width.js';
import { latinTrueType, sfnt, tinyCff, tinyTrueType, tinyType1 } from '../../../support/tiny-font.js';

function read(bytes: Uint8Array): FontProgram {
  const program = readProgram(bytes);
  if (!program) throw new Error('no program');
  return program;
}

const widths = (program: FontProgram): (number | undefined)[] =>
  Array.from({ length: program.glyphs + 1 }, (_, glyph) => program.width(glyph));

const bytes = (...values: readonly number[]): FontBytes => new FontBytes(Uint8Array.from(values));

describe('a TrueType program', () => {
  it('has widths, the last one for all glyphs after it, cmaps and permissions', () => {
    const cmaps = [
      { platform: 3, encoding: 0, first: 0xf041, glyphs: [1, 2] },
      { platform: 1, encoding: 0, first: 65, glyphs: [2, 1] },
    ];
    const program = read(tinyTrueType({ widths: [600, 250, 500, 500], cmaps, fsType: 8 }));
    expect(widths(program)).toEqual([600, 250, 500, 500, undefined]);
    expect(program.cmaps.map(({ platform, encoding }) => [platform, encoding])).toEqual([
      [3, 0],
      [1, 0],
    ]);
    expect([0xf040, 0xf041, 0xf042, 0xf043].map((code) => program.cmaps[0]?.glyph(code))).toEqual([
      0, 1, 2, 0,
    ]);
    expect([64, 65, 66, 67].map((code) => program.cmaps[1]?.glyph(code))).toEqual([0, 2, 1, 0]);
    expect(program.fsType).toBe(8);
  });

  it('has names in its post table, those of the Macintosh order or its own', () => {
    const post = Buffer.alloc(34 + 6 + 4);
    post.writeUInt32BE(0x20000, 0);
    post.writeUInt16BE(3, 32);
    post.writeUInt16BE(36, 36);
    post.writeUInt16BE(258, 38);
    post.write('\u0003abc', 40, 'latin1');
    const maxp = Buffer.from([0, 1, 0, 0, 0, 3]);
    const program = read(sfnt({ maxp, post }));
    expect(program.names).toEqual(['.notdef', 'A', 'abc']);
    expect(program.named('abc')).toBe(2);
    expect(program.width(1)).toBeUndefined();
  });

  it('reads a CFF program that it wraps', () => {
    const program = read(sfnt({ 'CFF ': tinyCff({ glyphs: ['A'], widths: [500, 321] }) }, 'OTTO'));
    expect(widths(program)).toEqual([500, 321, undefined]);
    expect(program.named('A')).toBe(1);
  });
});

describe('cmap', () => {
  const table = (...subtable: readonly number[]): FontBytes =>
    new FontBytes(Uint8Array.from([0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12, ...subtable]));
  const glyphs = (found: FontBytes, ...codes: readonly number[]): (number | undefined)[] =>
    codes.map((code) => readCmaps(found)[0]?.glyph(code));

  it('is read in formats 0, 4 with a list of glyphs, 10 and 12', () => {
    expect(glyphs(table(0, 0, 1, 6, 0, 0, 7, 8, 9), 1, 2, 300)).toEqual([8, 9, 0]);
    // One segment, 65 to 66, with an offset to the list 5, 0 that follows the offsets.
    const list = [0, 4, 0, 28, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 66, 0, 0, 0, 65, 0, 1, 0, 2, 0, 5, 0, 0];
    expect(glyphs(table(...list), 64, 65, 66, 67)).toEqual([0, 6, 0, 0]);
    const trimmed = [0, 10, 0, 0, 0, 0, 0, 24, 0, 0, 0, 0, 0, 0, 0, 65, 0, 0, 0, 1, 0, 9];
    expect(glyphs(table(...trimmed), 65, 66)).toEqual([9, 0]);
    const groups = [
      0, 12, 0, 0, 0, 0, 0, 28, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0xf6, 0, 0, 1, 0xf6, 5, 0, 0, 0, 3,
    ];
    expect(glyphs(table(...groups), 0x1f5ff, 0x1f600, 0x1f605, 0x1f606)).toEqual([0, 3, 8, 0]);
    expect(glyphs(table(0, 14), 65)).toEqual([0]);
  });
});

describe('a CFF program', () => {
  it('has names, widths, and the standard encoding', () => {
    const program = read(tinyCff({ glyphs: ['A', 'custom'], widths: [500, 722, 300] }));
    expect(program.names).toEqual(['.notdef', 'A', 'custom']);
    expect(widths(program)).toEqual([500, 722, 300, undefined]);
    expect([program.encoded(65), program.encodedName(65), program.encoded(66)]).toEqual([1, 'A', undefined]);
    expect(program.cids).toBeUndefined();
  });

  it('has CIDs where it is keyed by them', () => {
    const program = read(tinyCff({ glyphs: [34, 1000], widths: [1000, 500, 250] }));
    expect(program.cids).toEqual([0, 34, 1000]);
    expect(widths(program)).toEqual([1000, 500, 250, undefined]);
  });

  it('has the width in front of the first operator that clears the stack', () => {
    const none = { global: [], local: [] };
    const width = (...code: readonly number[]): unknown => charstringWidth(bytes(...code), none);
    // 139 + n is the number n: rmoveto of two, hstem of a pair, hintmask, endchar.
    expect(width(140, 141, 21)).toBe('default');
    expect(width(149, 140, 141, 21)).toBe(10);
    expect(width(149, 140, 141, 1)).toBe(10);
    expect(width(140, 141, 18)).toBe('default');
    expect(width(149, 140, 22)).toBe(10);
    expect(width(149, 14)).toBe(10);
    expect(width(14)).toBe('default');
    expect(width(140, 5)).toBeUndefined();
    // Subroutine 0 (-107 by its bias) states the width.
    const calls = { global: [bytes(149, 11)], local: [bytes(32, 10)] };
    expect(charstringWidth(bytes(32, 29, 14), calls)).toBe(10);
    expect(charstringWidth(bytes(32, 10), calls)).toBeUndefined();
  });
});

describe('a Type 1 program', () => {
  it('has names and widths behind its cipher, and an encoding before it', () => {
    const program = read(tinyType1({ '.notdef': 250, A: 722, abc: 300 }));
    expect(program.names).toEqual(['.notdef', 'A', 'abc']);
    expect(widths(program)).toEqual([250, 722, 300, undefined]);
    expect([program.encoded(66), program.encodedName(67), program.encoded(1)]).toEqual([1, 'abc', undefined]);
  });

  it('is the same in segments', () => {
    const plain = tinyType1({ '.notdef': 250, A: 722 });
    const segment = (type: number, part: Uint8Array): Buffer => {
      const head = Buffer.from([0x80, type, 0, 0, 0, 0]);
      head.writeUInt32LE(part.length, 2);
      return Buffer.concat([head, part]);
    };
    const at = Buffer.from(plain).indexOf('eexec') + 6;
    const program = read(
      Buffer.concat([segment(1, plain.subarray(0, at)), segment(2, plain.subarray(at)), Buffer.of(0x80, 3)]),
    );
    expect(program.width(1)).toBe(722);
  });

  it('has the width that hsbw or sbw states, divided or from a subroutine', () => {
    expect(type1Width(bytes(139, 149, 13), [])).toBe(10);
    expect(type1Width(bytes(139, 139, 149, 139, 12, 7), [])).toBe(10);
    expect(type1Width(bytes(139, 159, 141, 12, 12, 13), [])).toBe(10);
    expect(type1Width(bytes(139, 10), [bytes(139, 149, 13, 11)])).toBe(10);
    expect(type1Width(bytes(14), [])).toBeUndefined();
  });
});

describe('names of glyphs', () => {
  it('stand for characters by the list or by its rules', () => {
    const texts = ['A', 'Abreveacute', 'uni1EA1', 'u1F600', 'f_i', 'a.alt', 'uniD', 'g12', '.notdef'].map(
      nameText,
    );
    expect(texts).toEqual(['A', 'Ắ', 'ạ', '😀', 'fi', 'a', undefined, undefined, undefined]);
  });
});

describe('reading a font program', () => {
  it('never throws, wherever it is cut or changed', () => {
    const programs = [
      latinTrueType(),
      tinyCff({ glyphs: ['A', 'b'], widths: [500, 722, 300] }),
      tinyCff({ glyphs: [3, 4], widths: [500, 722, 300] }),
      tinyType1({ '.notdef': 250, A: 722 }),
    ];
    fc.assert(
      fc.property(fc.nat(3), fc.nat(400), fc.nat(255), fc.nat(400), (which, at, value, end) => {
        const changed = Buffer.from(programs[which] ?? '');
        changed[at % changed.length] = value;
        const program = readProgram(changed.subarray(0, changed.length - (end < 200 ? 0 : end)));
        if (!program) return;
        for (const glyph of [0, 1, 2, 60000]) program.width(glyph);
        for (const code of [0, 65, 0xf041, 0x1f600]) program.cmaps[0]?.glyph(code);
        program.encoded(65);
      }),
      { seed: 1, numRuns: 2000 },
    );
    expect(readProgram(Buffer.from('wOF2 and more'))).toBeUndefined();
  });
});
