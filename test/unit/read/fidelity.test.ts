/**
 * Markdown loses no word, whatever blocks are thrown together (pasted texts: `property/newspaper.test.ts`);
 * and no text, however odd, stops a reader or takes it long.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentText, readArticle } from '../../support/read-helpers.js';

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
describe('fidelity', () => {
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
    ['hyphens', `Khai mạc hội sách Xuân\n\nĐại biểu dự hội sách ${'-'.repeat(20_000)} xem 7`],
    [
      'blanks behind a headline',
      `Khai mạc hội sách Xuân${' \u00a0'.repeat(5000)}\n\nĐại biểu dự hội sách xem 7`,
    ],
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
