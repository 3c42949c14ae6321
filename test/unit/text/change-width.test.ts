/** `text-transform: full-width` and `full-size-kana`, and cases by language (CSS Text 3 §2.1). */
import { expect, it } from 'vitest';
import { changeCase } from '../../../src/text/change-case.js';
import { fullSizeKana, fullWidth } from '../../../src/text/change-width.js';
import { runText, setter, styleWith } from '../../support/set-text.js';

it('widens what has a wide form', () => {
  expect(fullWidth('A~¥ﾃﾞｽ｡ﾡￇ￩é')).toBe('Ａ～￥テ\u3099ス。ㄱㅔ←é');
});

it('enlarges small kana', () => {
  expect(fullSizeKana('ぁァㇰｧん')).toBe('あアクｱん');
});

it('makes spaces as wide as letters', async () => {
  const set = await setter();
  const css = 'text-transform: full-width; word-spacing: 2pt';
  const [line] = set.lines('   1 2', 100, css);
  expect(line?.runs.map(runText).join('')).toBe('１\u3000２');
});

it('changes case by language and script', () => {
  const change = (text: string, css: string, language: string): string =>
    changeCase(text, { ...styleWith(css), language }, false)
      .map((part) => part.text)
      .join('');
  expect(change('I', 'text-transform: lowercase', 'tr')).toBe('ı');
  expect(change('I', 'text-transform: lowercase', 'tr-Cyrl')).toBe('i');
  expect(change('cancel·lar un·e', 'text-transform: capitalize', 'ca')).toBe('Cancel·lar Un·e');
});
