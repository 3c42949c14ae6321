/** What is said of the lines of a page that are no part of its article. */
import { expect, it } from 'vitest';
import { describe as describeDiagnostic } from '../../../src/diagnostic.js';
import { readArticle } from '../../support/read-helpers.js';

it('lines left out beside each other are told once, with all their words', async () => {
  const { diagnostics } = await readArticle({
    'bai.txt': [
      'Nhảy đến nội dung',
      'Thứ bảy,  02/07/2022',
      'Trạm bơm Khòn Lèng vận hành trở lại',
      'LSO-Sau hai tháng sửa chữa, trạm bơm Khòn Lèng đã vận hành trở lại, đưa nước về hơn một trăm héc-ta ruộng của ba thôn.',
      'Bình luận (0)',
    ].join('\n\n'),
  });
  const [run, one] = diagnostics;
  expect(diagnostics.map(({ code, span }) => [code, span?.line])).toEqual([
    ['READ-LINES-LEFT-OUT', 1],
    ['READ-LEFT-OUT', 9],
  ]);
  expect(run?.values).toEqual({
    count: 2,
    type: 'junk, date',
    text: 'Nhảy đến nội dung\nThứ bảy, 02/07/2022',
  });
  expect(run && describeDiagnostic(run, 'en').message).toBe(
    'left out of the editions, 2 lines (junk, date): “Nhảy đến nội dung / Thứ bảy, 02/07/2022”',
  );
  expect(one?.values).toEqual({ type: 'junk', text: 'Bình luận (0)' });
});
