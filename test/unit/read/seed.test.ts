/** The real article, exactly: what issue 3 says the seed gives. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { textOf, walk, type ElementNode } from '../../../src/document/tree.js';
import { linesOf } from '../../../src/read/source-text.js';
import { readArticle, said } from '../../support/read-helpers.js';

const path = 'input/so-noi-vu-2020.txt';
const seed = readFileSync(new URL(`../../../${path}`, import.meta.url));
const read = () => readArticle({ [path]: seed });

describe('the seed', () => {
  it('is recognised block by block', async () => {
    const { article } = await read();
    expect(article.guesses.map(({ type, line }) => `${line} ${type}`)).toEqual([
      '1 date',
      '3 title',
      '5 lead',
      ...[7, 9, 11, 13, 15, 17].map((line) => `${line} p`),
      '20 caption',
      ...[23, 25, 27].map((line) => `${line} p`),
      '30 caption',
      '32 p',
      '34 byline',
    ]);
    expect(Math.min(...article.guesses.map((guess) => guess.confidence))).toBeGreaterThanOrEqual(0.85);
    expect(article.guesses.every((guess) => guess.reasons.length > 0)).toBe(true);
  });

  it('gives its metadata', async () => {
    const { article } = await read();
    expect(article.metadata).toEqual({
      title: 'Sở Nội vụ triển khai nhiệm vụ năm 2020',
      dateline: 'LSO',
      authors: ['HÀ MY'],
      sources: [],
      accessDate: '2022-07-02',
      language: 'vi',
      extra: {},
    });
  });

  it('gives lead and captions as typed, blanks closed', async () => {
    const { article } = await read();
    const text = (type: string): readonly string[] =>
      article.guesses.filter((guess) => guess.type === type).map((guess) => guess.text);
    expect(text('lead')[0]).toBe(
      'Chiều nay (13/1), Sở Nội vụ Lạng Sơn tổng kết công tác năm 2019, triển khai nhiệm vụ năm 2020.',
    );
    expect(text('caption')).toEqual([
      'Đồng chí Phạm Ngọc Thưởng, Phó Bí thư Tỉnh uỷ, Chủ tịch UBND tỉnh phát biểu tại hội nghị',
      'Đại biểu dự hội nghị',
    ]);
    expect(text('p')).toHaveLength(10);
    expect(text('p')[5]).toContain('đạt được và chia sẻ');
  });

  it('makes the elements of the design', async () => {
    const { article } = await read();
    const root = article.body.children[0] as ElementNode;
    const tags = root.children.map((node) => {
      const { tagName, properties } = node as ElementNode;
      return [tagName, properties['className'] ?? []].flat(2).join('.');
    });
    expect(tags).toEqual([
      'h1',
      'p.lead',
      ...Array<string>(6).fill('p'),
      'figure.without-photo',
      ...Array<string>(3).fill('p'),
      'figure.without-photo',
      'p',
      'p.byline',
    ]);
    const lead = root.children[1] as ElementNode;
    expect(lead.children.map(textOf)[0]).toBe('LSO-');
    expect(textOf(lead)).toMatch(/^LSO-Chiều nay \(13\/1\), /);
  });

  it('gives every text node the place where its characters stand', async () => {
    const { article } = await read();
    const lines = linesOf(article.source);
    walk(article.body, (node) => {
      if (node.type !== 'text') return;
      const { line = 0, column = 0, length = 0 } = node.span ?? {};
      const typed = lines[line - 1]?.slice(column - 1, column - 1 + length);
      expect(typed?.replace(/[ \u00a0]{2,}/g, ' ')).toBe(node.value.replace(/ $/, ''));
    });
  });

  it('tells what it left out, and that the page is younger than the article', async () => {
    const { diagnostics } = await read();
    expect(said(diagnostics)).toEqual([
      'READ-YEAR 1',
      'READ-LEFT-OUT 1',
      'READ-CAPTION-ALONE 20',
      'READ-CAPTION-ALONE 30',
    ]);
    expect(diagnostics[0]?.values).toEqual({ pageYear: 2022, textYear: 2020 });
    expect(diagnostics[1]?.values['text']).toBe('Thứ bảy, 02/07/2022');
    expect(diagnostics[2]?.values['wanted']).toBe('so-noi-vu-2020-1.jpg');
  });
});
