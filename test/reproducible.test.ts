/**
 * Same input, same bytes: the sample is built twice, the second time from another folder, by another
 * path, in another time zone and locale, more than a year later by the clock, and with other file
 * times.
 */
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, root, runCli } from './support/run-cli.js';

const here = makeFolder();
const there = makeFolder({ 'một nơi khác/ghi-chú.pdf': '' });

/** Moves the clock of a process forward by 400 days and 7 hours. */
const laterClock = `
  const shift = (400 * 24 + 7) * 3600_000;
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given) { given.length ? super(...given) : super(Real.now() + shift); }
    static now() { return Real.now() + shift; }
  };`;

/** Name and digest of every file of a folder. */
function digests(folder: string): Record<string, string> {
  const names = readdirSync(folder).sort();
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}

beforeAll(() => {
  const first = runCli(['build', 'input', '-o', join(here.path, 'out')], root, { TZ: 'UTC' });
  expect(first.stderr).not.toContain('error[');
  expect(first.code).toBe(0);

  const copy = join(there.path, 'một nơi khác');
  cpSync(join(root, 'input'), copy, { recursive: true });
  for (const name of readdirSync(copy)) utimesSync(join(copy, name), 1_000_000_000, 1_000_000_000);
  const second = runCli(['build', copy, '-o', '../out'], copy, {
    TZ: 'Asia/Ho_Chi_Minh',
    LC_ALL: 'vi_VN.UTF-8',
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(laterClock)}`,
  });
  expect(second.code).toBe(0);
}, 120_000);

afterAll(() => {
  here.remove();
  there.remove();
});

/** Letters that sort and change case by locale, a day that is another one west of here. */
const locale = [
  '---',
  'title: Ístanbul, ığdır và Đà Lạt',
  'author: [Íİ, ıi, Ông Ái]',
  'archive: { mã hồ sơ: H56 }',
  '---',
  '# Ístanbul, ığdır và Đà Lạt',
  '',
  '[Tới](#iıi) [nữa](#đa) chữ.[^i]',
  '',
  '## I {#iıi}',
  '',
  '## Đ {#đa}',
  '',
  '[^i]: Chú thích.',
].join('\n');

describe('an archive with all that goes with it', () => {
  it('gives the same bytes in each time zone and locale', () => {
    const folder = makeFolder({ 'bai.md': locale });
    try {
      const places = [
        { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
        { TZ: 'Asia/Ho_Chi_Minh', LANG: 'vi_VN.UTF-8', LC_ALL: 'vi_VN.UTF-8' },
        { TZ: 'America/New_York', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      ];
      const args = ['build', 'bai.md', '-e', 'archive', '--archive', '4f', '--sheet', '--signature'];
      const [first, ...others] = places.map((env) => {
        const out = env.TZ.replace('/', '-');
        const ran = runCli([...args, '-o', out], folder.path, { ...env, SOURCE_DATE_EPOCH: '1577840400' });
        expect(ran.code).toBe(0);
        return digests(join(folder.path, out));
      });
      expect(Object.keys(first ?? {})).toEqual(['bai.archive.html', 'bai.archive.pdf', 'bai.archive.xml']);
      for (const other of others) expect(other).toEqual(first);
    } finally {
      folder.remove();
    }
  }, 60_000);
});

describe('the sample', () => {
  it('gives the same bytes from another folder, time zone, locale and hour', () => {
    const first = digests(join(here.path, 'out'));
    expect(Object.keys(first).length).toBeGreaterThanOrEqual(3);
    expect(digests(join(there.path, 'out'))).toEqual(first);
  });
});
