/** `anpham inspect`: the table for people. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { inspect } from '../../../src/cli/inspect.js';
import { listener } from '../../support/listener.js';
import { makeDocx, paragraph, picture, run, style, styled } from '../../support/make-docx.js';
import { memoryHost } from '../../support/memory-host.js';

const text = [
  'Lớp xóa mù chữ ở bản Mông',
  'LSO-Tối nào lớp xóa mù chữ của bản Mông cũng sáng đèn, học trò là những ông bố bà mẹ tay còn dính bùn ruộng nương.',
  'Thầy giáo là bộ đội, viết mẫu từng nét lên bảng đen, học trò lớn tuổi cặm cụi tô theo trong quyển vở ô ly.',
  'Giá xăng giảm mạnh từ chiều thứ hai đầu tuần',
  'Sau ba tháng, cả lớp đã đọc được biển báo, viết được tên mình và tính nhẩm khi mang gà ra chợ bán.',
].join('\n\n');

const square = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#888' } })
  .png()
  .toBuffer();

async function shown(colour: boolean, language: 'vi' | 'en'): Promise<string> {
  const { terminal, said } = listener(language, colour);
  await inspect('bai.txt', {}, terminal, memoryHost({ 'bai.txt': text }));
  return said.all;
}

describe('the table', () => {
  it('says line, type, certainty, words and reason of every block', async () => {
    const lines = (await shown(false, 'en')).split('\n');
    expect(lines.find((line) => line.includes('Lớp xóa') && line.includes('%'))).toMatch(
      /^ +1 {2}title +100 % {2}Lớp xóa mù chữ ở bản Mông +2 to 30 words; text follows; no full stop$/,
    );
    expect(lines.join('')).not.toContain('\u001b');
  });

  it('gives its reasons in the language of the messages', async () => {
    expect(await shown(false, 'vi')).toContain('từ 2 đến 30 tiếng; bên dưới là văn bản; không có dấu chấm');
  });

  it('shows on a terminal by colour how sure it is', async () => {
    const said = await shown(true, 'en');
    expect(said).toContain('\u001b[32m100 %\u001b[0m');
    expect(said.split('\n').find((line) => / 7 {2}subhead/.test(line))).toContain('\u001b[31m');
  });
});

describe('of a Word file', () => {
  const inspected = async (body: string, styles = ''): Promise<readonly (readonly unknown[])[]> => {
    const { terminal, said } = listener();
    const bytes = makeDocx(body, { styles, pictures: [square] });
    await inspect('bai.docx', { json: true }, terminal, memoryHost({ 'bai.docx': bytes }));
    const { blocks } = JSON.parse(said.all) as { blocks: Readonly<Record<string, unknown>>[] };
    return blocks.map(({ line, type, confidence, reason }) => [line, type, confidence, reason]);
  };
  const table = `<w:tbl><w:tr><w:tc>${paragraph('Ô')}</w:tc></w:tr></w:tbl>`;

  it('the blocks have their paragraphs, and the names of styles as reasons', async () => {
    const styles = style('T', 'Title') + style('H', 'heading 1') + style('Q', 'Trích dẫn');
    const body =
      styled('T', 'Chợ phiên') +
      styled('H', 'Đường lên') +
      paragraph('Lời.') +
      styled('Q', 'Lời.') +
      paragraph(picture(1, 'Tả')) +
      paragraph(run('Chợ sớm. Ảnh: Lò Mai', '<w:i/>')) +
      table;
    expect(await inspected(body, styles)).toEqual([
      [1, 'title', 1, 'the style in Word says so (Title)'],
      [2, 'subhead', 1, 'the style in Word says so (heading 1)'],
      [3, 'p', 1, 'no style in Word says anything else'],
      [4, 'quote', 1, 'the style in Word says so (Trích dẫn)'],
      [5, 'picture', 1, 'made as such in Word'],
      [6, 'caption', 0.8, 'stands with a picture; ends in a credit; in italics'],
      [7, 'table', 1, 'made as such in Word'],
    ]);
  });

  it('a text without styles has the reasons of its words and looks', async () => {
    const [title = '', lead = '', more = ''] = text.split('\n\n');
    const body =
      paragraph('') +
      paragraph(run(title, '<w:b/>')) +
      paragraph(lead) +
      paragraph(picture(1, 'Tả')) +
      paragraph('Lớp học dưới ánh đèn dầu') +
      paragraph(more) +
      table;
    const found = await inspected(body);
    expect(found.map(([line, type]) => [line, type])).toEqual([
      [2, 'title'],
      [3, 'lead'],
      [4, 'picture'],
      [5, 'caption'],
      [6, 'p'],
      [7, 'table'],
    ]);
    expect(found[0]?.[3]).toContain('in bold, as most of the text is not');
    expect(found[3]?.[3]).toContain('right below a picture');
  });

  it('is not written as Markdown, with what to do instead', async () => {
    const { terminal, said } = listener();
    const host = memoryHost({ 'bai.docx': makeDocx(paragraph(text)) });
    const code = await inspect('bai.docx', { write: { path: undefined, force: false } }, terminal, host);
    expect([code, said.all]).toEqual([1, expect.stringContaining('CLI-WRITE-WORD')]);
  });
});

describe('the Markdown', () => {
  const write = async (
    files: Readonly<Record<string, string>>,
    file: string,
    destination: { path?: string; force?: boolean } = {},
  ): Promise<{ code: number; said: string; read: (path: string) => string | undefined }> => {
    const host = memoryHost(files);
    const { terminal, said } = listener();
    const { path, force = false } = destination;
    const code = await inspect(file, { write: { path, force } }, terminal, host);
    const read = (name: string): string | undefined => {
      const found = host.read(name);
      return found.ok ? new TextDecoder().decode(found.bytes) : undefined;
    };
    return { code, said: said.all, read };
  };

  it('is written beside the text, under its name', async () => {
    const { code, said, read } = await write({ 'bai.txt': text }, 'bai.txt');
    expect([code, said]).toEqual([0, expect.stringContaining('Written: bai.md')]);
    expect(read('bai.md')).toBe(
      [
        '---\ndateline: LSO\n---',
        '# Lớp xóa mù chữ ở bản Mông',
        `${text.split('\n\n')[1] ?? ''} {.lead}`,
        text.split('\n\n')[2],
        '## Giá xăng giảm mạnh từ chiều thứ hai đầu tuần',
        `${text.split('\n\n')[4] ?? ''}\n`,
      ].join('\n\n'),
    );
  });

  it('overwrites nothing unless it is told to', async () => {
    const files = { 'bai.txt': text, 'bai.md': 'của tôi' };
    const refused = await write(files, 'bai.txt');
    expect([refused.code, refused.read('bai.md')]).toEqual([1, 'của tôi']);
    expect(refused.said).toContain('error[CLI-EXISTS]: bai.md is there already and is not overwritten');
    const forced = await write(files, 'bai.txt', { force: true });
    expect([forced.code, forced.read('bai.md')]).toEqual([0, expect.stringContaining('{.lead}')]);
  });

  it('takes the facts beside the text along under another name', async () => {
    const files = { 'bai.txt': text, 'bai.yaml': 'date: 2020-01-14\nissue: Số 01\n' };
    expect((await write(files, 'bai.txt')).read('bai.md')).not.toContain('2020-01-14');
    const { read } = await write(files, 'bai.txt', { path: 'khac.md' });
    expect(read('khac.md')).toMatch(/^---\ndateline: LSO\ndate: 2020-01-14\nissue: Số 01\n---\n/);
  });

  it.each([
    ['x/bai.md', 'CLI-WRITE-PLACE'],
    ['bai', 'CLI-WRITE-PLACE'],
  ])('does not go to %s', async (path, code) => {
    const { code: exit, said, read } = await write({ 'bai.txt': text }, 'bai.txt', { path });
    expect([exit, read(path)]).toEqual([1, undefined]);
    expect(said).toContain(code);
  });

  it('is made of pasted texts only', async () => {
    const { code, said } = await write({ 'bai.md': '# Tít' }, 'bai.md');
    expect([code, said]).toEqual([1, expect.stringContaining('CLI-WRITE-KIND')]);
  });
});
