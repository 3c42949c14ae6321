/** Readings beside the text, as Markdown and HTML type them: what EPUB takes, and the line that pages set. */
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/document/tree.js';
import { contentText, dump, readArticle, said } from '../../support/read-helpers.js';

/** The paragraph that a line of text makes, and its text as pages set it. */
async function paragraph(line: string, path = 'bai.md'): Promise<{ tree: string; line: string }> {
  const { article, diagnostics } = await readArticle({ [path]: line });
  expect(said(diagnostics).filter((code) => /HTML|LEFT|NEST/.test(code))).toEqual([]);
  const [block] = article.body.children;
  const p = block?.type === 'element' ? block.children.at(-1) : undefined;
  if (!p) throw new Error('no paragraph');
  const tree = dump(p).replace(/\n\s*/g, ' ').trim();
  return { tree, line: textOf(p) };
}

const page = (line: string): string => `<html lang="vi"><body><h1>Bài</h1><p>${line}</p></body></html>`;
const markdown = (line: string): string => `# Bài\n\n${line}\n`;

describe('ruby', () => {
  it('is kept, with parentheses of ours that are none of its words', async () => {
    const typed = 'Viết <ruby>漢<rt>かん</rt>字<rt lang="ja">じ</rt></ruby> đó.';
    const { tree, line } = await paragraph(markdown(typed));
    expect(tree).toBe(
      'p "Viết " ruby "漢" rp ~"(" rt "かん" rp ~")" "字" rp ~"(" rt lang="ja" "じ" rp ~")" " đó."',
    );
    expect(line).toBe('Viết 漢(かん)字(じ) đó.');
    expect((await paragraph(page(typed), 'bai.html')).tree).toBe(tree);
  });

  it.each([
    // Words of letters have a blank before the parenthesis.
    ['<ruby>**Hà** Nội<rt>河內</rt></ruby>', 'p ruby strong "Hà" " Nội" rp ~" (" rt "河內" rp ~")"'],
    // Parentheses that were typed.
    ['<ruby>漢<rp>（</rp><rt>hán</rt><rp>）</rp></ruby>', 'p ruby "漢" rp ~"（" rt "hán" rp ~"）"'],
    [
      '<ruby>漢<rp>**[**</rp><rt>a</rt><rp>]</rp><rp>[</rp><rt>b</rt><rp>]</rp></ruby>',
      /rp ~"\[" rt "a" rp ~"\]" ~"\[" rt "b" rp ~"\]"$/,
    ],
    ['<ruby>漢<rp></rp><rt>a</rt><rp></rp></ruby>', 'p ruby "漢" rp ~"(" rt "a" rp ~")"'],
    // Ends that HTML lets go, readings of two kinds, the elements of before.
    ['<ruby>漢<rt>a<rt>b</ruby>', 'p ruby "漢" rp ~"(" rt "a" rp ~") (" rt "b" rp ~")"'],
    [
      '<ruby><rb lang="zh">漢</rb><rtc><rt>a</rt></rtc></ruby>',
      'p ruby span lang="zh" "漢" rp ~"(" rt "a" rp ~")"',
    ],
    ['<ruby>り<rt></rt></ruby>', 'p ruby "り" rt'],
    // What needs no ruby stands behind it.
    ['<ruby>漢<rt>a</rt>り</ruby>x', 'p ruby "漢" rp ~"(" rt "a" rp ~")" "り" "x"'],
    ['<ruby><ruby>漢<rt>a</rt></ruby><rt>b</rt></ruby>', /^p ruby ruby "漢" .* rp ~" \(" rt "b" rp ~"\)"$/],
  ])('%s', async (typed, expected) => {
    const { tree } = await paragraph(markdown(typed));
    if (typeof expected === 'string') expect(tree).toBe(expected);
    else expect(tree).toMatch(expected);
  });

  it.each([
    ['<ruby>Đông Kinh</ruby>', 'p span class="ruby" "Đông Kinh"'],
    ['<ruby><rt>a</rt></ruby>', 'p span class="ruby" ~"(" span class="rt" "a" ~")"'],
    ['<ruby>漢<rp>(</rp><rt>a</rt></ruby>', 'p span class="ruby" "漢" "(" span class="rt" "a"'],
    ['x<rt>a</rt><rp>b</rp>', 'p "x" ~"(" span class="rt" "a" ~")" "b"'],
    [
      '<ruby>漢<ruby>字<rt>a</rt></ruby><rt>b</rt></ruby>',
      /^p span class="ruby" "漢" ruby "字" .*~"\(" span class="rt" "b" ~"\)"$/,
    ],
  ])('is a part of the line where HTML allows none: %s', async (typed, expected) => {
    const { tree } = await paragraph(markdown(typed));
    if (typeof expected === 'string') expect(tree).toBe(expected);
    else expect(tree).toMatch(expected);
  });

  it('holds no blocks', async () => {
    const { article } = await readArticle({
      'bai.html': page('').replace('<p></p>', '<ruby><div>漢</div><rt>a</rt></ruby>'),
    });
    expect(dump(article.body)).not.toMatch(/\bruby\n/);
    expect(contentText(article.body).replace(/\s+/g, '')).toContain('漢a');
  });
});
