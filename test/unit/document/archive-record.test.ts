import { expect, it } from 'vitest';
import { archiveRecord, recordFieldOf } from '../../../src/document/archive-record.js';

const metadata = {
  title: 'Bản tin số 1',
  publisher: 'Sở Nội vụ',
  date: '2026-01-05',
  language: 'vi',
  subjects: ['nội vụ', 'lưu trữ'],
};

it('says what the source says, and what it says in other words, in the order of the circular', () => {
  const archive = { Mode: 'Công khai', FileCode: '02.07', Subject: 'Về bản tin' };
  const record = archiveRecord({ ...metadata, archive }, 12);
  expect(record.map(({ name, value }) => `${name}=${value}`)).toEqual([
    'FileCode=02.07',
    'IssuedDate=2026-01-05',
    'OrganName=Sở Nội vụ',
    'Subject=Về bản tin',
    'Language=vi',
    'PageAmount=12',
    'Keyword=nội vụ, lưu trữ',
    'Mode=Công khai',
  ]);
});

it('says nothing that nobody says', () => {
  expect(archiveRecord({ language: 'vi' }, 1).map(({ name }) => name)).toEqual(['Language', 'PageAmount']);
});

it.each([
  ['DocCode', 'DocCode'],
  ['doccode', 'DocCode'],
  ['Mã  hồ sơ', 'FileCode'],
  ['mã hồ sơ'.normalize('NFD'), 'FileCode'],
  ['ma ho so', undefined],
])('finds the field that %s names', (key, name) => {
  expect(recordFieldOf(key)).toBe(name);
});
