/** Runs of a word processor's file that are set in fonts of the time before Unicode. */
import { describe, expect, it } from 'vitest';
import { decodeLegacyRun, fontEncoding } from '../../../../src/read/encoding/decode-legacy-run.js';

describe('the encoding of a font', () => {
  it('is told by its name', () => {
    expect(['.VnTime', '.VNARIALH', 'VNI-Times', 'VNI Helve', ' VNI-Aptima '].map(fontEncoding)).toEqual([
      'tcvn3',
      'tcvn3',
      'vni',
      'vni',
      'vni',
    ]);
    expect(['Times New Roman', 'Vni', 'Vnamese', 'UVN Bach Dang', ''].map(fontEncoding)).toEqual(
      Array.from({ length: 5 }),
    );
  });
});

describe('a run in an old font', () => {
  it('of TCVN3 becomes Unicode', () => {
    expect(decodeLegacyRun('Céng hßa x· héi', '.VnTime')).toBe('Cộng hòa xã hội');
    expect(decodeLegacyRun('t\u00adëng “tr\u00adêng”… §¶ng', '.VnArial')).toBe('tưởng “trường”… Đảng');
  });

  it('of VNI becomes Unicode', () => {
    expect(decodeLegacyRun('Coäng hoøa xaõ hoäi, 25 km vuoâng', 'VNI-Times')).toBe(
      'Cộng hòa xã hội, 25 km vuông',
    );
    expect(decodeLegacyRun('ÑOÄC LAÄP – TÖÏ DO – ÑÔØI', 'VNI-Helve')).toBe('ĐỘC LẬP – TỰ DO – ĐỜI');
    expect(decodeLegacyRun('kyõ só, chuû nghóa, vò trí, quyù', 'VNI-Times')).toBe(
      'kỹ sĩ, chủ nghĩa, vị trí, quý',
    );
  });

  it('of a font of capitals is capitals', () => {
    expect(decodeLegacyRun('Hµ my', '.VnTimeH')).toBe('HÀ MY');
  });

  it('may have the places of a font of symbols, or be read as windows-1258', () => {
    expect(decodeLegacyRun('C\uf0e9ng h\uf0dfa', '.VnTime')).toBe('Cộng hòa');
    // ò is a combining mark in windows-1258, õ is ơ.
    expect(decodeLegacyRun('v\u0323 trí, kyơ thuaät', 'VNI-Times')).toBe('vị trí, kỹ thuật');
  });

  it('is left alone when it is Unicode already, or nothing in it changes', () => {
    expect(decodeLegacyRun('Cộng hòa', '.VnTime')).toBeUndefined();
    expect(decodeLegacyRun('Céng hßa', 'Times New Roman')).toBeUndefined();
    expect(decodeLegacyRun('UBND 2020', '.VnTime')).toBeUndefined();
    expect(decodeLegacyRun('', 'VNI-Times')).toBeUndefined();
  });
});
