/** What stands beside an archive edition: the record as XML, the conformity sheet; and the record inside. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { conformitySheet } from '../../src/archive/conformity-sheet.js';
import { levelStandards } from '../../src/document/archive-level.js';
import { diagnostic } from '../../src/diagnostic.js';
import { publish } from '../../src/publish.js';
import { memoryHost } from './../support/memory-host.js';

const article = [
  '---',
  'title: Bản tin <số> & 1',
  'author: An',
  'date: 2026-01-05',
  'archive: { mã hồ sơ: H56.07, Mode: Công khai }',
  '---',
  '# Bản tin',
  '',
  'Một đoạn văn ngắn.',
].join('\n');

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

it('puts the record and a sheet with the hash beside the file, which holds the record too', async () => {
  const options = { editions: ['archive'], archive: '3a', sheet: 'own', verify: true } as const;
  const { artifacts, diagnostics } = await publish('bai.md', options, memoryHost({ 'bai.md': article }));
  expect(diagnostics).toEqual([]);
  expect(artifacts.map(({ name, beside }) => [name, beside])).toEqual([
    ['bai.archive.pdf', undefined],
    ['bai.archive.xml', 'record'],
    ['bai.archive.html', 'sheet'],
  ]);
  const [file, record, sheet] = artifacts.map(({ bytes }) => bytes);
  const pages = artifacts[0]?.pages ?? 0;
  expect(text(record)).toBe(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<Document>',
      '  <FileCode>H56.07</FileCode>',
      '  <IssuedDate>2026-01-05</IssuedDate>',
      '  <Subject>Bản tin &lt;số&gt; &amp; 1</Subject>',
      '  <Language>vi</Language>',
      `  <PageAmount>${pages}</PageAmount>`,
      '  <Mode>Công khai</Mode>',
      '</Document>\n',
    ].join('\n'),
  );
  const said = text(sheet);
  expect(said).toContain('<html lang="vi">');
  expect(said).toContain(
    createHash('sha256')
      .update(file ?? '')
      .digest('hex'),
  );
  expect(said).toContain('<th scope="row">Mã hồ sơ</th><td>H56.07</td>');
  expect(said).toContain('<li>PDF/A-3a: ISO 19005-3:2012 (tiêu chuẩn quốc gia TCVN 14159-1:2024');
  expect(said).toContain('<li>PDF/UA-1: ISO 14289-1:2014</li>');
  expect(said).toMatch(/<li>SourceSerif4-Regular: đã nhúng<\/li>/);
  expect(said).toContain(`${artifacts[0]?.words} tiếng`);
  expect(said).toContain('không thấy lỗi');
  expect(Buffer.from(file ?? []).toString('latin1')).toContain('/Subtype /application#2Fxml');
});

it('makes neither unless asked', async () => {
  const host = memoryHost({ 'bai.md': article });
  const { artifacts } = await publish('bai.md', { editions: ['archive'] }, host);
  expect(artifacts.map(({ name }) => name)).toEqual(['bai.archive.pdf']);
});

it('says what was found, and that nobody else has looked', () => {
  const found = {
    version: '1.4',
    pages: 1,
    fonts: [{ name: 'Tinos', embedded: false }],
    diagnostics: [diagnostic('PDF-TITLE', {}), diagnostic('READ-ARCHIVE-KEY', { key: 'x' })],
  };
  const subject = {
    name: 'x.pdf',
    bytes: new Uint8Array(),
    level: '1b',
    record: [],
    found,
    words: undefined,
  } as const;
  const said = text(conformitySheet(subject, 'en'));
  expect(said).toContain('1 error(s), 1 warning(s)');
  expect(said).toContain('Tinos: not embedded');
  expect(said).toContain('The words were not compared');
  expect(said).toContain('No outside validator');
});

it('claims the national standard for PDF/A-1 alone, and tells of it at every level', () => {
  expect(levelStandards('1a', 'vi')).toEqual([
    'PDF/A-1a: ISO 19005-1:2005 (tương ứng TCVN 14159-1:2024)',
    'PDF/UA-1: ISO 14289-1:2014',
  ]);
  expect(levelStandards('4f', 'en')).toEqual([
    'PDF/A-4f: ISO 19005-4:2020 (the Vietnamese standard TCVN 14159-1:2024 corresponds to PDF/A-1, which --archive 1a makes)',
    'PDF/UA-2: ISO 14289-2:2024',
  ]);
});
