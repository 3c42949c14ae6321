/**
 * Pasted texts of any mixture: every word of the source is, in its order, either in the tree or in a
 * diagnostic that shows what was left out, and never in both. Reading never throws, gives the same twice,
 * and takes time that grows with the length.
 */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic.js';
import type { Article } from '../../src/document/publication.js';
import type { ElementNode } from '../../src/document/tree.js';
import { contentText, readArticle, wordsOf } from '../support/read-helpers.js';

const syllables =
  'xã Tân hội NGHỊ năm 2019 13/1 UBND (Ảnh: Theo “hồi” ông 4.800 – TTXVN) Ảnh: và, tỉnh. họp: hay? rừng {.lead} *chợ* [suối] núi | bản; PV: Nguồn -'.split(
    ' ',
  );
const phrase = (minLength: number, maxLength: number) =>
  fc.array(fc.constantFrom(...syllables), { minLength, maxLength }).map((words) => words.join(' '));
const whole = (words: string): string => `Trong năm ${words}, người dân trong vùng đã nhận đủ giống cây.`;

/** Blocks of every kind, well formed and not. */
const kinds: readonly fc.Arbitrary<string>[] = [
  phrase(1, 60),
  phrase(20, 40).map(whole),
  phrase(1, 16),
  phrase(10, 30).map((words) => `LSO-Chiều ${words}.`),
  phrase(4, 12).map((words) => `${words}. Ảnh: Tuệ Mẫn |`),
  phrase(3, 9).map((words) => `IMG_2031\n\nLớp ${words}\n\nLớp ${words}`),
  phrase(3, 9).map((words) => `PV: Thưa bà, ${words}?\n\nBà Mùi: ${whole(words)}\n\n- Còn ${words}?`),
  phrase(3, 9).map(
    (words) =>
      `Hà Nội, ngày 21/10/2019\n\nKính gửi ${words}\n\n${whole(words)}\n\nCHỦ TỊCH\n(Đã ký)\nNGUYỄN VĂN A`,
  ),
  phrase(2, 8).map((words) => `Những việc phải làm:\n\n1/ ${words};\n\n2/ ${words};\n- ${words}`),
  phrase(2, 6).map(
    (words) =>
      `Rừng xanh là của mọi nhà\nGiữ rừng là giữ nước và giữ quê\nAi ơi chớ đốt lửa kề\n${words}\n\nMột tàn than nhỏ mất về trăm năm`,
  ),
  phrase(2, 6).map((words) => `HOÀNG HUẤN\n\nĐôi nét về ${words}\n\n${whole(words)}`),
  phrase(2, 6).map((words) => `TIN LIÊN QUAN\n\nMở đường ${words}\n\nNước sạch ${words}`),
  phrase(3, 9).map((words) => `KINH TẾ . ${words}`),
  fc.constantFrom(
    'HÀ MY',
    'Thứ bảy,\u00a0 02/07/2022',
    'NDO -',
    'Moitruong.net.vn',
    '– Sau mùa mưa',
    'Theo VOV',
    'Thời sự',
    'Bình luận (0)',
    'IMG 4824',
    'Bài: Hải Yến\nẢnh: Tuệ Mẫn',
    'Lễ ra quân huấn luyện',
    'Một số hình ảnh tại buổi lễ:',
    'Lớp học (Ảnh: A B) Thầy cho biết từ nay các em không còn phải nghỉ học nữa.',
    '1.508,72 điểm',
    '#',
    '---',
    '|',
    '\u200bẨn chữ\u00ad',
  ),
];
const mixture = fc
  .array(
    fc.tuple(fc.oneof(...kinds), fc.constantFrom('\n', '\n\n', '\n\n\n', '\r\n\r\n', '\n\u00a0\n', '\r')),
    { minLength: 1, maxLength: 16 },
  )
  .map((parts) => parts.map(([text, gap]) => text + gap).join(''));

const run = { seed: 20200113, numRuns: 250 };

/** The words of a text; a bar, which in a title is a break mark, is one by itself. */
function wordsIn(text: string): readonly string[] {
  return wordsOf(text.replaceAll('|', ' | '));
}

/** What stands where: the blocks of the tree, and what was left out. */
function shownWords({ body }: Article, diagnostics: readonly Diagnostic[]): readonly string[] {
  const [root] = body.children;
  const kept = leaves(root?.type === 'element' ? root : undefined);
  const left = diagnostics
    .filter(({ code }) => code === 'READ-LEFT-OUT')
    .map(({ span, values }) => ({
      line: span?.line ?? 0,
      column: span?.column ?? 1,
      text: String(values['text']),
    }));
  const all = [...kept, ...left].sort((a, b) => a.line - b.line || a.column - b.column);
  // What is in the tree is in order without being sorted.
  expect(all.filter((one) => kept.includes(one))).toEqual(kept);
  return all.flatMap(({ text }) => wordsIn(text));
}

/** The lowest blocks and the text nodes between line breaks, each with its place. */
function leaves(of: ElementNode | undefined): { line: number; column: number; text: string }[] {
  return (of?.children ?? []).flatMap((node) => {
    if (
      node.type === 'element' &&
      /^(?:article|ul|li|blockquote|aside|figure|figcaption|p)$/.test(node.tagName)
    ) {
      const lines = node.children.some((child) => child.type === 'element' && child.tagName === 'br');
      const blocks = node.tagName !== 'p' && node.tagName !== 'li' && node.tagName !== 'figcaption';
      if (lines || blocks) return leaves(node);
    }
    const { line = 0, column = 1 } = node.span ?? {};
    return [{ line, column, text: contentText(node) }];
  });
}

describe('pasted texts', () => {
  it('lose no word and show none twice', async () => {
    await fc.assert(
      fc.asyncProperty(mixture, async (source) => {
        const { article, diagnostics } = await readArticle({ 'bai.txt': `x ${source}` });
        expect(shownWords(article, diagnostics)).toEqual(wordsIn(article.source));
      }),
      run,
    );
  });

  it('give the same every time', async () => {
    await fc.assert(
      fc.asyncProperty(mixture, async (source) => {
        const once = await readArticle({ 'bai.txt': `x ${source}` });
        expect(await readArticle({ 'bai.txt': `x ${source}` })).toEqual(once);
      }),
      { ...run, numRuns: 30 },
    );
  });

  it('are told of every line what it was taken for', async () => {
    await fc.assert(
      fc.asyncProperty(mixture, async (source) => {
        const { article } = await readArticle({ 'bai.txt': `x ${source}` });
        for (const { confidence, reasons } of article.guesses) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          expect(reasons.length).toBeGreaterThan(0);
        }
      }),
      { ...run, numRuns: 30 },
    );
  });

  it('of five thousand lines take no longer than their length asks', async () => {
    const [one = ''] = fc.sample(mixture, { seed: 7, numRuns: 1 });
    const source = `Đầu bài\n\n${one}\n\n`.repeat(Math.ceil(5000 / (one.split('\n').length + 4)));
    const started = performance.now();
    const { article, diagnostics } = await readArticle({ 'bai.txt': source });
    expect(shownWords(article, diagnostics)).toEqual(wordsIn(source));
    // Half a second alone; what grows with the square of the length takes minutes.
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  const input = new URL('../../input/', import.meta.url);
  const texts = readdirSync(input).filter((name) => name.endsWith('.txt') && !name.endsWith('.alt.txt'));
  it.each(texts)('hold for %s', async (name) => {
    const { article, diagnostics } = await readArticle({ [name]: readFileSync(new URL(name, input)) });
    expect(shownWords(article, diagnostics)).toEqual(wordsIn(article.source));
  });
});
