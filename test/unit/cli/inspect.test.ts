/** `anpham inspect`: the table for people. */
import { describe, expect, it } from 'vitest';
import { inspect } from '../../../src/cli/inspect.js';
import type { Terminal } from '../../../src/cli/terminal.js';
import { memoryHost } from '../../support/memory-host.js';

const text = [
  'Lớp xóa mù chữ ở bản Mông',
  'LSO-Tối nào lớp xóa mù chữ của bản Mông cũng sáng đèn, học trò là những ông bố bà mẹ tay còn dính bùn ruộng nương.',
  'Thầy giáo là bộ đội, viết mẫu từng nét lên bảng đen, học trò lớn tuổi cặm cụi tô theo trong quyển vở ô ly.',
  'Giá xăng giảm mạnh từ chiều thứ hai đầu tuần',
  'Sau ba tháng, cả lớp đã đọc được biển báo, viết được tên mình và tính nhẩm khi mang gà ra chợ bán.',
].join('\n\n');

async function shown(colour: boolean, language: 'vi' | 'en'): Promise<string> {
  let out = '';
  const terminal: Terminal = {
    out: (said) => {
      out += said;
    },
    err: () => undefined,
    live: false,
    colour: { out: colour, err: false },
    width: 100,
    language,
    debug: false,
  };
  await inspect('bai.txt', { json: false }, terminal, memoryHost({ 'bai.txt': text }));
  return out;
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
    expect(said.split('\n').find((line) => line.includes('subhead'))).toContain('\u001b[31m');
  });
});
