import {
  existsSync,
  mkdtempSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeHost, prepareFolder } from '../../src/host-node.js';
import { memoryHost } from '../support/memory-host.js';

const host = nodeHost();
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anpham-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('nodeHost', () => {
  it('gives the reason when a file cannot be read', () => {
    expect(host.read(join(folder, 'no.txt'))).toEqual({ ok: false, reason: 'missing' });
    expect(host.read(folder)).toEqual({ ok: false, reason: 'directory' });
    writeFileSync(join(folder, 'a'), 'a');
    expect(host.read(join(folder, 'a', 'b'))).toEqual({ ok: false, reason: 'missing' });
  });

  it('lists a folder by code unit', () => {
    for (const name of ['b', 'a', 'B', 'ă', '10', '9']) writeFileSync(join(folder, name), '');
    expect(host.list(folder)).toEqual(['10', '9', 'B', 'a', 'b', 'ă']);
    expect(host.list(join(folder, 'a'))).toBeUndefined();
  });

  it('tells files from folders', () => {
    writeFileSync(join(folder, 'a'), '');
    expect(host.kind(join(folder, 'a'))).toBe('file');
    expect(host.kind(folder)).toBe('folder');
    expect(host.kind(join(folder, 'none'))).toBeUndefined();
    expect(host.kind(join(folder, 'a', 'below-a-file'))).toBeUndefined();
  });

  it('resolves a path from the folder of a file', () => {
    expect(host.resolve('input/bai.md', 'anh/1.jpg')).toBe('input/anh/1.jpg');
    expect(host.resolve('input/bai.md', '../1.jpg')).toBe('1.jpg');
    expect(host.resolve('bai.md', './1.jpg')).toBe('1.jpg');
  });

  it('finds the resources of the package', () => {
    expect(host.kind(host.resource('icc/FOGRA39L_coated.icc'))).toBe('file');
  });

  it('writes a file with its folder and leaves nothing beside it', async () => {
    const path = join(folder, 'new', 'a.pdf');
    expect(await host.write(path, bytes('1'))).toBeUndefined();
    expect(await host.write(path, bytes('2'))).toBeUndefined();
    expect(readFileSync(path, 'utf8')).toBe('2');
    expect(readdirSync(join(folder, 'new'))).toEqual(['a.pdf']);
  });

  it('lends the bytes of a file until others are borrowed', () => {
    writeFileSync(join(folder, 'a'), 'aaaa');
    writeFileSync(join(folder, 'b'), 'bb');
    const borrowed = (name: string) => host.borrow?.(join(folder, name));
    const first = borrowed('a');
    expect(first).toEqual({ ok: true, bytes: Buffer.from('aaaa') });
    expect(borrowed('b')).toEqual({ ok: true, bytes: Buffer.from('bb') });
    expect(first).toEqual({ ok: true, bytes: Buffer.from('bbaa') });
    expect(borrowed('c')).toEqual({ ok: false, reason: 'missing' });
    expect(host.borrow?.(folder)).toEqual({ ok: false, reason: 'directory' });
    expect(host.borrow?.(join(folder, 'a'), 3)).toEqual({ ok: false, reason: 'large' });
  });

  it('writes parts of all sizes in their order, each before the next is made', async () => {
    const place = new Uint8Array(700_000);
    const sizes = [3, 700_000, 0, 262_144, 1, 262_143, 500_000];
    const parts = function* (): Generator<Uint8Array> {
      for (const [i, size] of sizes.entries()) yield place.subarray(0, size).fill(i + 1);
    };
    const path = join(folder, 'a.epub');
    expect(await host.write(path, parts())).toBeUndefined();
    const whole = Buffer.concat(sizes.map((size, i) => Buffer.alloc(size, i + 1)));
    expect(readFileSync(path).equals(whole)).toBe(true);
  });

  it('lends nothing that parts still stand in, while the disk is waited for', async () => {
    for (const name of ['a', 'b']) writeFileSync(join(folder, name), name.repeat(9));
    const parts = function* (): Generator<Uint8Array> {
      const lent = host.borrow?.(join(folder, 'a'));
      yield new Uint8Array(2 ** 23);
      if (lent?.ok) yield lent.bytes;
    };
    let writing = true;
    const written = Promise.resolve(host.write(join(folder, 'a.epub'), parts())).finally(() => {
      writing = false;
    });
    const other: boolean[] = [];
    while (writing) {
      await new Promise(setImmediate);
      other.push(host.borrow?.(join(folder, 'b')).ok ?? false);
    }
    expect(await written).toBeUndefined();
    expect(other).toContain(true);
    expect(
      readFileSync(join(folder, 'a.epub'))
        .subarray(2 ** 23)
        .toString(),
    ).toBe('a'.repeat(9));
  });

  it('leaves nothing of a file whose parts cannot be made', async () => {
    const parts = function* (): Generator<Uint8Array> {
      yield bytes('1');
      throw new Error('no more');
    };
    expect(await host.write(join(folder, 'a.epub'), parts())).toBe('unreadable');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('removes the temporary file when the target cannot be replaced', async () => {
    const path = join(folder, 'a.pdf');
    mkdirSync(join(path, 'inside'), { recursive: true });
    expect(await host.write(path, bytes('1'))).toBe('directory');
    expect(readdirSync(folder)).toEqual(['a.pdf']);
    expect(readdirSync(path)).toEqual(['inside']);
  });
});

describe('prepareFolder', () => {
  it('makes the folder with its parents', () => {
    expect(prepareFolder(join(folder, 'a', 'b'))).toBeUndefined();
    expect(existsSync(join(folder, 'a', 'b'))).toBe(true);
  });

  it.runIf(process.platform === 'linux')('gives up where no folder can be made', async () => {
    // The system says ENOENT here, which sends Node's own recursive mkdir round for ever.
    expect(prepareFolder('/proc/anpham/out')).toBe('denied');
    expect(await host.write('/proc/anpham/a.pdf', bytes('1'))).toBe('missing');
  });

  it('says that a file stands in the way', () => {
    writeFileSync(join(folder, 'a'), '');
    expect(prepareFolder(join(folder, 'a'))).toBe('unreadable');
    expect(prepareFolder(join(folder, 'a', 'b'))).toBe('unreadable');
  });
});

describe('memoryHost', () => {
  const memory = memoryHost({ 'in/bai.txt': 'Bài', './in/bai/1.jpg': new Uint8Array([1]) });

  it('holds files and the folders that they make', () => {
    expect(memory.read('in/./bai.txt')).toEqual({ ok: true, bytes: bytes('Bài') });
    expect(memory.read('in')).toEqual({ ok: false, reason: 'directory' });
    expect(memory.read('in/b')).toEqual({ ok: false, reason: 'missing' });
    expect(memory.list('in')).toEqual(['bai', 'bai.txt']);
    expect(memory.list('.')).toEqual(['in']);
    expect(memory.kind('in/bai')).toBe('folder');
  });

  it('falls through to the real resources under a name without a machine path', () => {
    const profile = memory.resource('icc/FOGRA39L_coated.icc');
    expect(profile).toBe('package:/icc/FOGRA39L_coated.icc');
    expect(memory.read(profile).ok).toBe(true);
    expect(memory.list(memory.resource('icc'))).toContain('FOGRA39L_coated.icc');
    expect(memory.resolve(memory.resource('templates/a/print.css'), '../../icc/x')).toBe('package:/icc/x');
  });
});
