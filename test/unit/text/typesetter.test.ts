/** Running text in the package's own fonts: the measures that the art direction sets for a page. */
import { describe, expect, it } from 'vitest';
import type { InlineItem } from '../../../src/document/inline.js';
import { wordsOf, type Line } from '../../../src/document/glyph-run.js';
import { setter, shown, styleWith, textItem } from '../../support/set-text.js';

const paragraphs = [
  'Năm 2019, công tác nội vụ được triển khai sâu rộng, hiệu quả, chất lượng ở tất cả các lĩnh vực: tổ chức nhà nước; thi đua, khen thưởng; tín ngưỡng, tôn giáo; văn thư, lưu trữ và thanh tra, kiểm tra, giải quyết khiếu nại, tố cáo, giải quyết ý kiến, kiến nghị của cử tri liên quan đến công tác nội vụ.',
  'Trong năm, toàn tỉnh có gần 4.800 lượt cán bộ, công chức viên chức được đào tạo, bồi dưỡng; 30 trường hợp được UBND tỉnh thực hiện điều động, bổ nhiệm, bổ nhiệm lại, cho thôi chức vụ và quyết định nghỉ hưu; 149 trường hợp được phê duyệt nghỉ theo chế độ tinh giản biên chế…',
  'Nhân dịp này, Sở Nội vụ phát động đợt thi đua đặc biệt chào mừng đại hội đảng bộ các cấp, Đại hội thi đua yêu nước toàn quốc lần thứ X, các ngày lễ lớn trong năm và kỷ niệm 75 năm ngày truyền thống ngành tổ chức nhà nước (28/8/1945 – 28/8/2020).',
  'LSO-Chiều nay (13/1), Sở Nội vụ tổ chức hội nghị tổng kết công tác năm 2019, triển khai nhiệm vụ năm 2020. Đồng chí Hồ Tiến Thiệu, Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch Thường trực UBND tỉnh dự, chỉ đạo hội nghị.',
];
const millimetre = 72 / 25.4;

/** Widths of a line's spaces over their natural width, one for each line but the last. */
function spaceFactors(lines: readonly Line[]): readonly number[] {
  return lines.slice(0, -1).map(({ runs }) => {
    const run = runs[0];
    const space = runs.flatMap(wordsOf).find((word) => word.space);
    const natural = ((space?.width ?? 0) * (run?.size ?? 0)) / 1000;
    return (natural + (run?.wordSpacing ?? 0)) / natural;
  });
}

/** Lines whose words are not told apart by their numbers. */
function withoutNumbers(lines: readonly Line[]): readonly unknown[] {
  return lines.map(({ runs, ...line }) => ({
    ...line,
    runs: runs.map((run) => ({
      ...run,
      numbers: wordsOf(run).map((word) => ({ ...word, number: 0 })),
    })),
  }));
}

describe('running Vietnamese text', async () => {
  const set = await setter([]);

  it.each([
    [84, 10],
    [114, 10.5],
    [106, 10.5],
  ])('has word spaces of at most twice their width at %i mm', (measure, size) => {
    for (const paragraph of paragraphs) {
      const css = `font: ${size}pt/14pt serif; text-align: justify`;
      const lines = set.lines(paragraph, measure * millimetre, css, 4 * millimetre);
      // The last paragraph has "năm 2020" at the end of a line, which may not be parted.
      expect(Math.max(...spaceFactors(lines))).toBeLessThanOrEqual(paragraph === paragraphs[3] ? 2.25 : 2);
      expect(Math.min(...spaceFactors(lines))).toBeGreaterThanOrEqual(0.72 - 1e-6);
      expect(shown(lines).at(-1)?.split(/\s/u).length).toBeGreaterThanOrEqual(2);
      expect(lines.some((line) => line.overfull)).toBe(false);
    }
  });

  it('ends ragged paragraphs with two syllables in a narrow column', () => {
    const lines = set.lines(paragraphs[3] ?? '', 140, 'font: 9.2pt/12pt serif; text-wrap: pretty');
    expect(shown(lines).slice(-2)).toEqual(['trực UBND tỉnh dự, chỉ đạo', 'hội nghị.']);
  });

  it('balances a headline and measures its ink', () => {
    const css = 'font: 700 30pt/35pt "Source Serif 4"; text-wrap: balance';
    const lines = set.lines('Ngành nội vụ triển khai nhiệm vụ năm 2020', 493, css);
    expect(shown(lines)).toEqual(['Ngành nội vụ triển khai', 'nhiệm vụ năm 2020']);
    // The tallest letters of the first line stand above its line box's share of an unaccented one.
    expect(lines[0]?.inkAscent).toBeGreaterThan(30 * 0.7);
    expect(lines[0]?.inkDescent).toBeGreaterThan(30 * 0.2);
  });

  it('gives the same lines however often it is asked', () => {
    const css = 'font: 10pt/14pt serif; text-align: justify';
    const once = set.lines(paragraphs[0] ?? '', 200, css);
    set.lines(paragraphs[1] ?? '', 90, css);
    expect(set.lines(paragraphs[0] ?? '', 200, css)).toEqual(once);
  });

  // Words that were met before take a shorter way.
  it.each([
    '',
    'letter-spacing: 0.3pt',
    '-anpham-tracking-min: -0.02em; -anpham-tracking-max: 0.02em',
    'hyphens: auto; hanging-punctuation: first allow-end',
    'font-variant-caps: small-caps',
    'text-transform: uppercase',
    'text-transform: full-width',
    'white-space: pre-line',
    'white-space: nowrap',
    'overflow-wrap: anywhere',
  ])('sets words that it knows as those that it does not (%s)', async (more) => {
    const css = `font: 10pt/14pt serif; text-align: justify; ${more}`;
    const fresh = await setter([], undefined, ['vi']);
    const text =
      '“Sở\u00a0Nội vụ”  dự, chỉ\tđạo\nhội\u2003nghị — 4.800 lượt; TP. Lạng Sơn, 75 năm. Sở Nội vụ dự.';
    const style = styleWith(css);
    const items: InlineItem[] = [
      { ...textItem(text), style },
      { ...textItem(text, 'font-weight: 700'), style },
      { type: 'opportunity', preferred: true },
      { ...textItem(` ${text}`), style },
    ];
    for (const measure of [20, 90, 200]) {
      const once = fresh.lines(items, measure, css);
      const [first] = once.flatMap(({ runs }) => runs);
      const known = first?.face.words.length;
      const again = fresh.lines(items, measure, css);
      expect(first?.face.words).toHaveLength(known ?? 0);
      expect(withoutNumbers(again)).toEqual(withoutNumbers(once));
      for (const run of again.flatMap(({ runs }) => runs))
        expect(run.numbers).toEqual(wordsOf(run).map(({ number }) => number));
    }
  });
});
