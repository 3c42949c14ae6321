/** The small recognisers, pattern by pattern as met in newspapers. */
import { describe, expect, it } from 'vitest';
import { bylineOf, sourceOf } from '../../../src/read/byline.js';
import { creditOf, wordsAfterCredit } from '../../../src/read/credit.js';
import { datelineAlone, datelineOf } from '../../../src/read/dateline.js';
import { siteDateOf } from '../../../src/read/site-date.js';

describe('datelines', () => {
  it.each([
    ['LSO-Chiều nay', 'LSO-', 'LSO'],
    ['(GLO)- Sáng nay', '(GLO)-', 'GLO'],
    ['NDĐT-Ngày 3', 'NDĐT-', 'NDĐT'],
    ['VOV.VN - Sáng', 'VOV.VN -', 'VOV.VN'],
    ['VOV4.VN - Sáng', 'VOV4.VN -', 'VOV4.VN'],
    ['TPO - Hôm nay', 'TPO -', 'TPO'],
    ['(Dân trí) - Hôm', '(Dân trí) -', 'Dân trí'],
    ['(LĐ online) – Hôm', '(LĐ online) –', 'LĐ online'],
    ['(LĐTĐ) Hôm nay', '(LĐTĐ)', 'LĐTĐ'],
    ['(PLO)-“Chúng tôi', '(PLO)-', 'PLO'],
  ])('%s', (line, text, name) => {
    expect(datelineOf(line)).toEqual({ text, name });
  });

  it.each([
    'QĐ-UBND ngày',
    'COVID-19 lan',
    'ASEAN - Nhật',
    'UBND-HĐND xã',
    'LSO-',
    '(Ảnh) không',
    'Kinh tế - xã hội',
  ])('not in %s', (line) => {
    expect(datelineOf(line)).toBeUndefined();
  });

  it('alone on a line', () => {
    expect(datelineAlone('NDO -', 'Sáng nay')).toBe(true);
    expect(datelineAlone('Moitruong.net.vn', '– Sáng nay')).toBe(true);
    expect(datelineAlone('Sáng nay', '– Sáng nay')).toBe(false);
  });
});

describe('lines that are a date', () => {
  it.each([
    ['Thứ bảy,\u00a0 02/07/2022', '2022-07-02', false],
    ['Thứ sáu, 09:21, 23/04/2021 Việt Phú Việt Phú', '2021-04-23', true],
    ['• Cập nhật: Thứ ba, 2/12/2014 | 8:34:31 AM', '2014-12-02', true],
    ['07 / 12 / 2019 - 12:41 PM', '2019-12-07', true],
    ['Thứ Ba, 17/09/2024 - 19:25', '2024-09-17', true],
    ['14/08/2008 01:01 GMT+7', '2008-08-14', true],
    ['Chủ Nhật, 06:22, 23/10/2016', '2016-10-23', true],
  ])('%s', (line, date, timed) => {
    expect(siteDateOf(line)).toEqual({ date, timed });
  });

  it.each([
    'Hà Nội, ngày 21/10/2019',
    'Chiều nay (13/1)',
    '51/226',
    '31/02/2020',
    'Ngày 3/2/2020 là ngày hội',
  ])('not %s', (line) => {
    expect(siteDateOf(line)).toBeUndefined();
  });
});

describe('credits', () => {
  const found = (caption: string): string | undefined => {
    const credit = creditOf(caption);
    return credit && caption.slice(credit.start, credit.end);
  };
  it.each([
    ['Chợ phiên, Ảnh: Tuệ Mẫn', 'Ảnh: Tuệ Mẫn'],
    ['Chợ phiên - Ảnh: Lương Tuấn/TTXVN', 'Ảnh: Lương Tuấn/TTXVN'],
    ['Chợ phiên. (Ảnh: Phương Hoa/TTXVN)', '(Ảnh: Phương Hoa/TTXVN)'],
    ['Chợ. Ảnh: Quang Thịnh - TTXVN', 'Ảnh: Quang Thịnh - TTXVN'],
    ['Chợ Ảnh KT', 'Ảnh KT'],
    ['Xuân Phúc.Ảnh VGP', 'Ảnh VGP'],
    ['Chợ. ẢNH: QUANG ĐỊNH.', 'ẢNH: QUANG ĐỊNH.'],
    ['Chợ. Ảnh: TR.T.', 'Ảnh: TR.T.'],
    ['Ảnh minh họa. Nguồn: baolangson.vn', 'Ảnh minh họa. Nguồn: baolangson.vn'],
    ['Chợ (Nguồn: Vietnam+)', '(Nguồn: Vietnam+)'],
    ['Chợ. Nguồn ảnh: Người lao động', 'Nguồn ảnh: Người lao động'],
    ['Chợ © Phương Hoa/TTXVN', '© Phương Hoa/TTXVN'],
    ['Chợ. Ảnh: Tuệ Mẫn |', 'Ảnh: Tuệ Mẫn'],
  ])('%s', (caption, credit) => {
    expect(found(caption)).toBe(credit);
  });

  it.each(['Hình ảnh chợ phiên', 'Ảnh hưởng của bão số 3', 'Đại biểu dự hội nghị'])(
    'none in %s',
    (caption) => {
      expect(found(caption)).toBeUndefined();
    },
  );

  it('words behind a credit in brackets', () => {
    expect(wordsAfterCredit('Lớp học (Ảnh: A B) Thầy cho biết')).toBe(3);
    expect(wordsAfterCredit('Lớp học (Ảnh: A B)')).toBe(0);
  });
});

describe('bylines and sources', () => {
  const names = (line: string): readonly string[] | undefined =>
    bylineOf(line)?.names.map((name) => `${name.type} ${name.text}`);
  it.each([
    ['HÀ MY', ['author HÀ MY']],
    ['BBT', ['author BBT']],
    ['P.V', ['author P.V']],
    ['Văn Hiến - Mạnh Hùng', ['author Văn Hiến', 'author Mạnh Hùng']],
    ['Thu Hòa/VOV4', ['author Thu Hòa', 'source VOV4']],
    ['Doãn Tấn (TTXVN)', ['author Doãn Tấn', 'source TTXVN']],
    ['(Vnews/Vietnam+)', ['source Vnews/Vietnam+']],
    ['Tin, ảnh: Thế Mạnh –Thanh Giang', ['author Thế Mạnh', 'author Thanh Giang']],
    ['Tin bài, ảnh: Việt Anh, Minh Quang', ['author Việt Anh', 'author Minh Quang']],
    ['Tác giả: Hải Thượng', ['author Hải Thượng']],
    ['Nhóm Phóng viên', ['author Nhóm Phóng viên']],
    ['Quang Tám (Tổng hợp)', ['author Quang Tám']],
  ])('%s', (line, expected) => {
    expect(names(line)).toEqual(expected);
    for (const name of bylineOf(line)?.names ?? []) {
      expect(line.slice(name.start, name.start + name.text.length)).toBe(name.text);
    }
  });

  it.each(['Trân trọng!', 'Đại biểu dự hội nghị', 'Giá cao, người trồng phấn khởi', 'Hội nghị'])(
    'not %s',
    (line) => {
      expect(bylineOf(line)).toBeUndefined();
    },
  );

  it('sources', () => {
    expect(sourceOf('Theo VOV')).toEqual([{ type: 'source', text: 'VOV', start: 5 }]);
    expect(sourceOf('Nguồn tin: qdnd.vn')?.[0]?.text).toBe('qdnd.vn');
    expect(sourceOf('Theo Hương Giang (TTXVN)')?.map((name) => name.type)).toEqual(['author', 'source']);
    expect(sourceOf('Theo các cụ già trong bản, lễ hội có từ lâu.')).toBeUndefined();
  });
});
