/**
 * No word is lost: the words of the tree and of what was left out with a diagnostic are the words of
 * the source, in their order, whatever blocks are thrown together.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentText, readArticle, wordsOf } from '../../support/read-helpers.js';

const syllables = [
  'xã',
  'Tân',
  'hội',
  'NGHỊ',
  'năm',
  '2019',
  '13/1',
  'UBND',
  '(Ảnh:',
  'Theo',
  '“hồi”',
  'ông',
  '4.800',
  '–',
  'TTXVN)',
  'Ảnh:',
  'và,',
  'tỉnh.',
  'họp:',
  'hay?',
];
const phrase = (min: number, max: number) =>
  fc.array(fc.constantFrom(...syllables), { minLength: min, maxLength: max }).map((words) => words.join(' '));
const block = fc.oneof(
  phrase(1, 4),
  phrase(5, 15),
  phrase(20, 60).map((text) => `${text}.`),
  phrase(4, 12).map((text) => `${text}. Ảnh: Tuệ Mẫn`),
  phrase(10, 30).map((text) => `LSO-Chiều ${text}.`),
  fc.constantFrom(
    'HÀ MY',
    'Thứ bảy,\u00a0 02/07/2022',
    'NDO -',
    'Theo VOV',
    'Thời sự',
    'Bình luận (0)',
    'IMG 4824',
    'Tin, ảnh: Thế Mạnh –Thanh Giang',
    'Lớp học (Ảnh: A B) Thầy cho biết từ nay các em không còn phải nghỉ học nữa.',
  ),
  fc.tuple(phrase(4, 9), phrase(4, 9)).map((lines) => lines.join('\n')),
);
const mixture = fc
  .array(fc.tuple(block, fc.constantFrom('\n', '\n\n', '\n\n\n', '\r\n\r\n', '\n\u00a0\n')), {
    minLength: 1,
    maxLength: 14,
  })
  .map((parts) => parts.map(([text, gap]) => text + gap).join(''));

describe('fidelity', () => {
  it('of newspaper text', async () => {
    await fc.assert(
      fc.asyncProperty(mixture, async (source) => {
        const { article, diagnostics } = await readArticle({ 'bai.txt': source });
        const [root] = article.body.children;
        const blocks = root?.type === 'element' ? root.children : [];
        const kept = blocks.map((node) => ({ line: node.span?.line ?? 0, text: contentText(node) }));
        const left = diagnostics
          .filter((d) => d.code === 'READ-LEFT-OUT')
          .map((d) => ({ line: d.span?.line ?? 0, text: String(d.values['text']) }));
        expect(kept.map(({ line }) => line)).toEqual(kept.map(({ line }) => line).sort((a, b) => a - b));
        const all = [...kept, ...left].sort((a, b) => a.line - b.line);
        expect(all.flatMap(({ text }) => wordsOf(text))).toEqual(wordsOf(source));
      }),
      { seed: 20200113, numRuns: 400 },
    );
  });

  it('of Markdown: every word of prose is in the tree, once and in order', async () => {
    const inline = fc.oneof(
      phrase(1, 6),
      phrase(1, 3).map((text) => `*${text}*`),
      phrase(1, 3).map((text) => `[${text}](https://example.org)`),
      phrase(1, 3).map((text) => `\`${text}\``),
    );
    const paragraph = fc
      .array(inline, { minLength: 1, maxLength: 5 })
      .map((parts) => `từ ${parts.join(' ')}`);
    const blocks = fc.oneof(
      paragraph,
      paragraph.map((text) => `> ${text}`),
      paragraph.map((text) => `- ${text}\n- ${text}`),
      paragraph.map((text) => `## ${text}`),
      paragraph.map((text) => `| ${text} | b |\n|---|---|\n| c | d |`),
      paragraph.map((text) => `${text} {1, 2}`),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(blocks, { minLength: 1, maxLength: 8 }), async (parts) => {
        const source = `# Tít\n\n${parts.join('\n\n')}\n`;
        const { article } = await readArticle({ 'bai.md': source });
        const plain = source
          .replace(/\]\(https:\/\/example\.org\)/g, '')
          .replace(/^\|---\|---\|$/gm, '')
          .replace(/^(?:#+|>|-) /gm, '')
          .replace(/[*`[|]/g, '');
        expect(contentText(article.body).replace(/\s/g, '')).toBe(plain.replace(/\s/g, ''));
      }),
      { seed: 20200113, numRuns: 200 },
    );
  });

  it('reads anything without throwing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.constantFrom('a.txt', 'a.md'),
        async (text, name) => {
          const source = `x${text}`;
          const { article } = await readArticle({ [name]: source.replaceAll('\0', '') });
          expect(article.body.children).toHaveLength(1);
        },
      ),
      { seed: 20200113, numRuns: 300 },
    );
  });

  it.each([
    ['a word without end', 'a'.repeat(200_000)],
    ['no-break spaces', `a${'\u00a0'.repeat(50_000)}b`],
    ['names without end', 'Hà - '.repeat(20_000)],
    ['credits without end', 'Ảnh: '.repeat(20_000)],
    ['braces', `${'{'.repeat(20_000)}{${'a=b.c'.repeat(2000)}`],
  ])(
    'reads %s in time that grows with its length',
    async (_, source) => {
      // Minutes, not milliseconds, when an expression backtracks.
      for (const name of ['a.txt', 'a.md']) await readArticle({ [name]: source });
    },
    10_000,
  );
});
