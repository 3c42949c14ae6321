/** The bundle: what a user runs does what the modules do, with its cache, without it and with a spoilt one. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, root, runCli } from '../support/run-cli.js';

const head = '---\ntitle: Sách\ndate: 2020-01-13\n---\n';
/** Chapters on pages of their own. */
const chapters = Array.from({ length: 410 }, (_, i) => `# Chương ${i + 1}\n\nMột câu.\n`);
const place = makeFolder({
  'tin.md': `---\ntitle: Tin\nauthor: Văn An\nlang: vi\ndate: 2020-01-13\n---\n\n## Một\n\n![Ô đỏ](o.svg)\n\nMột *câu*[^1].\n\n[^1]: Chú thích.\n`,
  'o.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h40v20H0z" fill="#a33"/></svg>',
  'bai.md': `${head}\n${chapters[0]}`,
  'sach.md': `${head}\n${chapters.join('\n')}`,
});
const bin = join(place.path, 'dist', 'bin');
const caches = join(bin, 'cache');

beforeAll(() => {
  // The bundle finds the package's files above itself, and the packages that stay outside.
  mkdirSync(join(place.path, 'dist'));
  for (const name of ['fonts', 'templates', 'printers', 'icc', 'node_modules', 'package.json']) {
    symlinkSync(join(root, name), join(place.path, name));
  }
  const made = spawnSync(
    process.execPath,
    [join(root, 'scripts', 'bundle.mjs'), '--out', bin, '--no-cache'],
    { encoding: 'utf8' },
  );
  expect(made.stderr).toBe('');
}, 60_000);
afterAll(place.remove);

const command = (output: string, input = 'bai.md') => ['build', input, '-e', 'archive', '-o', output];
const env = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', NODE_DISABLE_COMPILE_CACHE: '1' };
const run = (output: string, input?: string) =>
  spawnSync(process.execPath, [join(bin, 'anpham.js'), ...command(output, input)], {
    cwd: place.path,
    env,
    encoding: 'utf8',
  });
const filesIn = (folder: string) =>
  readdirSync(join(place.path, folder)).map((name) => [name, readFileSync(join(place.path, folder, name))]);

describe('the bundle', () => {
  it('writes what the modules write', () => {
    const bundled = run('a');
    const modules = runCli(command('b'), place.path);
    expect([bundled.stderr, bundled.status]).toEqual([modules.stderr, 0]);
    expect(filesIn('a').length).toBe(1);
    expect(filesIn('a')).toEqual(filesIn('b'));
  });

  it('writes an ebook as the modules do, with fewer parts of the packages', () => {
    const ebook = (output: string) => [
      'build',
      'tin.md',
      '-e',
      'ebook',
      '--date',
      '2020-01-13',
      '-o',
      output,
    ];
    const bundled = spawnSync(process.execPath, [join(bin, 'anpham.js'), ...ebook('h')], {
      cwd: place.path,
      env,
      encoding: 'utf8',
    });
    expect([bundled.stderr, bundled.status]).toEqual([runCli(ebook('i'), place.path).stderr, 0]);
    expect(filesIn('h').map(([name]) => name)).toEqual(['tin.epub']);
    expect(filesIn('h')).toEqual(filesIn('i'));
  });

  it('writes a book of many pages', () => {
    expect(run('f', 'sach.md').stderr).toBe('');
    runCli(command('g', 'sach.md'), place.path);
    expect(filesIn('f')).toEqual(filesIn('g'));
  });

  it('leaves a cache, and works from it', () => {
    expect(existsSync(caches)).toBe(true);
    const [version] = readdirSync(caches);
    const before = readdirSync(join(caches, version ?? ''));
    expect(before).toContain('anpham.code.js');
    expect(run('c').status).toBe(0);
    expect(filesIn('c')).toEqual(filesIn('a'));
    expect(readdirSync(join(caches, version ?? ''))).toEqual(before);
  });

  it('makes a spoilt cache anew', () => {
    const [version] = readdirSync(caches);
    const file = join(caches, version ?? '', 'anpham.code.js');
    writeFileSync(file, 'no cache');
    expect(run('d').status).toBe(0);
    expect(readFileSync(file).length).toBeGreaterThan(1000);
  });

  it('does without where none can be kept', () => {
    rmSync(caches, { recursive: true });
    writeFileSync(caches, 'a file stands in the way');
    const ran = run('e');
    expect([ran.stderr, ran.status]).toEqual(['', 0]);
    expect(filesIn('e')).toEqual(filesIn('a'));
  });
});
