/** Numbers that Word counts for headings: no words of the file, but somebody saw them. */
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/document/tree.js';
import { makeDocx, paragraph, run, style, styled } from '../../support/make-docx.js';
import { readArticle, said } from '../../support/read-helpers.js';

const numbering = (format: string): string =>
  `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl></w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
const numbered = (words: string): string =>
  paragraph(run(words), '<w:pStyle w:val="H1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
const text = paragraph(run('Một đoạn văn đủ dài, kết thúc bằng dấu chấm.'));
const body = styled('T', 'Báo cáo') + numbered('Kết quả') + text + numbered('Nhiệm vụ') + text;
const styles = style('T', 'Title') + style('H1', 'heading 1');

describe('headings that Word numbers', () => {
  it('come without their numbers, which is told once', async () => {
    const bytes = makeDocx(body, { styles, numbering: numbering('upperRoman') });
    const { article, diagnostics } = await readArticle({ 'b.docx': bytes });
    expect(said(diagnostics)).toEqual(['READ-WORD-NUMBERS 2']);
    expect(diagnostics[0]?.values).toEqual({ count: 2, heading: 'Kết quả' });
    expect(textOf(article.body)).toContain('Kết quả');
  });

  it.each(['bullet', 'none'])('may have the format %s without a word', async (format) => {
    const bytes = makeDocx(body, { styles, numbering: numbering(format) });
    expect(said((await readArticle({ 'b.docx': bytes })).diagnostics)).toEqual([]);
  });
});
