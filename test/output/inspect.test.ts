/**
 * `anpham inspect --json` of the sample says what a reader sees in it: the facts of a real article as
 * it was pasted.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, root, runCli } from '../support/run-cli.js';

interface Inspected {
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly blocks: readonly {
    readonly type: string;
    readonly text: string;
    readonly line: number;
    readonly confidence: number;
    readonly reason: string;
  }[];
  readonly diagnostics: readonly { readonly code: string; readonly line: number | null }[];
}

/** The pasted text alone, without the pictures and facts that the sample has beside it. */
const text = readFileSync(join(root, 'input', 'so-noi-vu-2020.txt'));
const lines = text.toString('utf8').normalize('NFC').split(/\r?\n/);
const folder = makeFolder({ 'so-noi-vu-2020.txt': text });
let inspected: Inspected;

beforeAll(() => {
  const ran = runCli(['inspect', 'so-noi-vu-2020.txt', '--json'], folder.path);
  expect([ran.code, ran.stderr]).toEqual([0, '']);
  inspected = JSON.parse(ran.stdout) as Inspected;
  folder.remove();
});

const textsOf = (type: string): string[] =>
  inspected.blocks.filter((block) => block.type === type).map((block) => block.text);

describe('the pasted article', () => {
  it('has its metadata, and none that it does not give', () => {
    expect(inspected.metadata).toEqual({
      title: 'Sở Nội vụ triển khai nhiệm vụ năm 2020',
      kicker: null,
      section: null,
      dateline: 'LSO',
      authors: ['HÀ MY'],
      sources: [],
      accessDate: '2022-07-02',
      date: null,
      language: 'vi',
    });
  });

  it('has its blocks in the order of the text', () => {
    const p = (count: number): string[] => Array.from({ length: count }, () => 'p');
    const body = [...p(6), 'caption', ...p(3), 'caption', ...p(1)];
    expect(inspected.blocks.map((block) => block.type)).toEqual(['date', 'title', 'lead', ...body, 'byline']);
  });

  it('has its lead without the dateline, and the caption of two lines as one', () => {
    expect(textsOf('lead')[0]).toMatch(/^Chiều nay \(13\/1\), Sở Nội vụ Lạng Sơn tổng kết/);
    expect(textsOf('caption')).toEqual([
      'Đồng chí Phạm Ngọc Thưởng, Phó Bí thư Tỉnh uỷ, Chủ tịch UBND tỉnh phát biểu tại hội nghị',
      'Đại biểu dự hội nghị',
    ]);
  });

  it('says of every block where it begins, how sure it is and why', () => {
    for (const { line, text: words, confidence, reason } of inspected.blocks) {
      const [first = ''] = words.split(' ');
      expect(lines[line - 1]).toContain(first);
      expect(confidence).toBeGreaterThan(0.5);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(reason).not.toBe('');
    }
  });

  it('is told of the date that is left out and of the two pictures that are not there', () => {
    const said = inspected.diagnostics.map(({ code, line }) => [code, line]);
    expect(said).toContainEqual(['READ-LEFT-OUT', 1]);
    expect(said.filter(([code]) => code === 'READ-CAPTION-ALONE')).toHaveLength(2);
  });
});
