import { describe, expect, it } from 'vitest';
import { diagnosticJson, joinRepeats, renderDiagnostic } from '../../../src/cli/render-diagnostics.js';
import { diagnostic, type Diagnostic } from '../../../src/diagnostic.js';

const plain = { colour: { out: false, err: false }, language: 'en', width: 80 } as const;
const source = ['Tiêu đề', '', 'Chữ \u{1F600} lạ\tở đây'];
const lines = (path: string): readonly string[] | undefined => (path === 'bai.txt' ? source : undefined);
const once = (said: Diagnostic): { said: Diagnostic; editions: string[] } => ({ said, editions: [] });

const glyph = diagnostic(
  'TEXT-GLYPH',
  { character: '\u{1F600}', codePoint: 'U+1F600', fonts: 'Tinos' },
  { span: { file: 'bai.txt', line: 3, column: 5, length: 2 } },
);

describe('renderDiagnostic', () => {
  it('shows place, code, message, source line, caret and hint', () => {
    expect(renderDiagnostic(once(glyph), plain, lines)).toBe(
      [
        'bai.txt:3:5: error[TEXT-GLYPH]: no font has \u{1F600} (U+1F600); tried: Tinos',
        '  3 | Chữ \u{1F600} lạ ở đây',
        '    |     ^^',
        '  what to do: Copy the folder of the template, put a font that has them there (static TrueType, .ttf), declare it with @font-face in print.css, name it last in the font-family of the text, and build with “-t FOLDER”.',
      ].join('\n'),
    );
  });

  it('speaks Vietnamese', () => {
    const text = renderDiagnostic(once(glyph), { ...plain, language: 'vi' }, lines);
    expect(text).toContain('bai.txt:3:5: lỗi[TEXT-GLYPH]: không phông chữ nào có');
    expect(text).toContain('  cách xử lý: Hãy chép');
    const named = { said: glyph, editions: ['ebook', 'print'] };
    expect(renderDiagnostic(named, { ...plain, language: 'vi' }, lines)).toContain('(sách điện tử, bản in)');
    expect(renderDiagnostic(named, plain, lines)).toContain('(ebook, print)');
  });

  it('shows only the file when no line is known, and no caret without a column', () => {
    const at = (span: Diagnostic['span']): string =>
      renderDiagnostic(once(diagnostic('READ-EMPTY', {}, { span })), plain, lines);
    expect(at({ file: 'bai.txt' }).split('\n')[0]).toBe('bai.txt: error[READ-EMPTY]: the file is empty');
    expect(at({ file: 'bai.txt', line: 1 }).split('\n').slice(0, 3)).toEqual([
      'bai.txt:1: error[READ-EMPTY]: the file is empty',
      '  1 | Tiêu đề',
      '  what to do: Paste the article text into it.',
    ]);
  });

  it('shows no source line of a file that cannot be shown', () => {
    const said = diagnostic('READ-EMPTY', {}, { span: { file: 'nhi-phan.txt', line: 1, column: 1 } });
    expect(renderDiagnostic(once(said), plain, lines).split('\n')).toHaveLength(2);
  });

  it('shows the part of a long line in which the place lies', () => {
    const long = `${'a'.repeat(200)}X${'b'.repeat(200)}`;
    const said = diagnostic('READ-EMPTY', {}, { span: { file: 'f', line: 1, column: 201 } });
    const [, text = '', caret = ''] = renderDiagnostic(once(said), { ...plain, width: 46 }, () => [
      long,
    ]).split('\n');
    expect(text).toHaveLength(46);
    expect(text).toMatch(/^ {2}1 \| …a+Xb+…$/);
    expect(text[caret.indexOf('^')]).toBe('X');
  });

  it('colours the place, the severity and the caret when asked', () => {
    const text = renderDiagnostic(once(glyph), { ...plain, colour: { out: true, err: true } }, lines);
    expect(text).toContain('\u001b[31merror[TEXT-GLYPH]\u001b[0m');
    expect(text).toContain('\u001b[31m^^\u001b[0m');
  });
});

describe('joinRepeats', () => {
  it('says once what concerns several editions, and names them', () => {
    const joined = joinRepeats([
      { ...glyph, edition: 'print' },
      diagnostic('READ-EMPTY'),
      { ...glyph, edition: 'archive' },
    ]);
    expect(joined.map(({ said, editions }) => [said.code, editions])).toEqual([
      ['TEXT-GLYPH', ['print', 'archive']],
      ['READ-EMPTY', []],
    ]);
    const [first] = joined;
    if (first)
      expect(renderDiagnostic(first, plain, lines).split('\n')[0]).toMatch(/Tinos \(print, archive\)$/);
  });

  it('keeps apart what stands in different places', () => {
    const other = { ...glyph, span: { file: 'bai.txt', line: 1 } };
    expect(joinRepeats([glyph, other])).toHaveLength(2);
  });
});

describe('diagnosticJson', () => {
  it('has every field, null where nothing is known', () => {
    expect(diagnosticJson(diagnostic('READ-EMPTY', {}, { span: { file: 'a.txt' } }), 'vi')).toEqual({
      code: 'READ-EMPTY',
      severity: 'error',
      message: 'tệp rỗng',
      hint: 'Hãy dán nội dung bài vào tệp.',
      file: 'a.txt',
      line: null,
      column: null,
      edition: null,
    });
  });
});
