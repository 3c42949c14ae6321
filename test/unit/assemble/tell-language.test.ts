/** A text that nothing names the language of, and that plainly is not Vietnamese. */
import { expect, it } from 'vitest';
import { tellLanguage } from '../../../src/assemble/tell-language.js';
import type { Article } from '../../../src/document/publication.js';
import { h } from '../epub/ebook-fixture.js';

function article(words: string, language = 'vi', tagName = 'p'): Article {
  const body = { type: 'root', children: [h('article', {}, h(tagName, {}, words))] } as const;
  const metadata = { authors: [], sources: [], language, extra: {} };
  return { path: 'a.md', source: words, metadata, body, images: [], guesses: [] };
}

const english =
  'The river was high this year and the farmers were pleased with the harvest of rice in the delta.';
const vietnamese =
  'Năm nay nước sông lên cao, bà con phấn khởi thu hoạch vụ lúa đông xuân ở đồng bằng sông Cửu Long.';

it('is told of once, with how many there are', () => {
  const told = tellLanguage([
    article(vietnamese),
    article(english),
    article(`${english} Nguyễn. ${'3 × 4 ÷ 2 '.repeat(9)}`),
  ]);
  expect(told.map(({ code, values, span }) => [code, values['count'], span?.file])).toEqual([
    ['ASSEMBLE-LANGUAGE', 2, 'a.md'],
  ]);
});

it('is no text in Vietnamese, none whose language is named, no code and nothing short', () => {
  const fine = [
    article(vietnamese),
    article(vietnamese.normalize('NFC').toUpperCase()),
    article(english, 'en'),
    article(english, 'vi', 'pre'),
    article('The river was high.'),
    article(`${vietnamese} ${english}`),
  ];
  expect(tellLanguage(fine)).toEqual([]);
});
