/** Nothing outside a publication's folder is opened; what is too large is not opened either. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeHost } from '../../../src/host-node.js';
import { checkZip } from '../../../src/read/check-zip.js';
import { insideFolders } from '../../../src/read/inside-folder.js';
import { readManuscript } from '../../../src/read/manuscript.js';
import { readSource } from '../../../src/read/read.js';
import { makeZip } from '../../support/make-zip.js';
import { memoryHost } from '../../support/memory-host.js';
import { said } from '../../support/read-helpers.js';

const host = memoryHost({
  'sach/src/a.md': 'A',
  'sach/img/x.txt': 'X',
  'khac/y.txt': 'Y',
  '/etc/z.txt': 'Z',
});

describe('a host inside a folder', () => {
  const inside = insideFolders(host, ['sach', 'khac']);
  const opened = (path: string) => {
    const file = inside.read(path);
    return file.ok ? new TextDecoder().decode(file.bytes) : file.reason;
  };
  it('opens what lies in its folders, from wherever it is named', () => {
    expect(['sach/src/a.md', 'sach/src/../img/x.txt', 'khac/y.txt'].map(opened)).toEqual(['A', 'X', 'Y']);
    expect(opened('sach/khong-co.md')).toBe('missing');
  });
  it('opens nothing else', () => {
    expect(['/etc/z.txt', 'sach/../../etc/z.txt', '../sach/a', 'sachkhac/a'].map(opened)).toEqual(
      Array.from({ length: 4 }, () => 'outside'),
    );
    expect(inside.borrow?.('/etc/z.txt')).toEqual({ ok: false, reason: 'outside' });
    expect([inside.list('/etc'), inside.kind('/etc/z.txt'), inside.kind('sach/src')]).toEqual([
      undefined,
      undefined,
      'folder',
    ]);
  });
});

describe('a chapter', () => {
  const picture = (path: string) => `# A\n\n![ảnh](${path})\n`;
  const files = { 's/src/SUMMARY.md': '- [A](a.md)\n', 's/book.toml': '', 'x.jpg': 'x', 's/img/x.jpg': 'x' };
  const codes = async (path: string) => {
    const { diagnostics } = await readManuscript('s', memoryHost({ ...files, 's/src/a.md': picture(path) }));
    return said(diagnostics);
  };
  it('may name pictures of its book, above its own folder', async () => {
    // The file is no picture: it was opened.
    expect(await codes('../img/x.jpg')).toEqual(['IMG-NONE 3']);
    expect(await codes('../../x.jpg')).toEqual(['IMG-OUTSIDE 3']);
    expect(await codes('/x.jpg')).toEqual(['IMG-OUTSIDE 3']);
  });
  it('may name those of folders that are allowed', async () => {
    const given = memoryHost({ 'bai/a.md': picture('../x.jpg'), 'x.jpg': 'x' });
    expect(said((await readSource('bai/a.md', given)).diagnostics)).toEqual(['IMG-OUTSIDE 3']);
    expect(said((await readSource('bai/a.md', given, { allow: ['.'] })).diagnostics)).toEqual(['IMG-NONE 3']);
  });
});

describe('on a real machine', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'anpham-inside-'));
    mkdirSync(join(folder, 'bai'));
    mkdirSync(join(folder, 'kin'));
    writeFileSync(join(folder, 'kin', 'a.jpg'), 'x');
    symlinkSync(join(folder, 'kin', 'a.jpg'), join(folder, 'bai', 'lien-ket.jpg'));
    symlinkSync(join(folder, 'kin'), join(folder, 'bai', 'thu-muc'));
    symlinkSync(join(folder, 'bai'), join(folder, 'loi-tat'));
    writeFileSync(
      join(folder, 'bai', 'a.md'),
      '# A\n\n![a](lien-ket.jpg)\n\n![a](thu-muc/a.jpg)\n\n![a](thu-muc/b.jpg)\n',
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('symbolic links that lead out are not followed', async () => {
    const outside = ['IMG-OUTSIDE 3', 'IMG-OUTSIDE 5', 'IMG-OUTSIDE 7'];
    expect(said((await readSource(join(folder, 'bai', 'a.md'), nodeHost())).diagnostics)).toEqual(outside);
    expect(said((await readSource(join(folder, 'loi-tat', 'a.md'), nodeHost())).diagnostics)).toEqual(
      outside,
    );
  });
  it('a file over the limit is not opened', () => {
    expect(nodeHost().read(join(folder, 'bai', 'a.md'), 10)).toEqual({ ok: false, reason: 'large' });
  });
});

describe('a text or picture over its limit', () => {
  it('is named with the limit', async () => {
    const large = memoryHost({ 'a.md': '# A\n\n![a](a.jpg)' }, {});
    const limited = memoryHost(
      { 'a.md': '# A\n\n![a](a.jpg)' },
      {
        read: (path, most) =>
          most === undefined || path === 'a.jpg' ? { ok: false, reason: 'large' } : large.read(path),
      },
    );
    const { diagnostics } = await readSource('a.md', limited);
    expect(diagnostics.map(({ code, values }) => [code, values['limit']])).toEqual([['IMG-FILE-LARGE', 256]]);
    const all = memoryHost({ 'a.md': 'x' }, { read: () => ({ ok: false, reason: 'large' }) });
    const text = await readSource('a.md', all);
    expect(text.diagnostics.map(({ code, values }) => [code, values['limit']])).toEqual([['READ-LARGE', 16]]);
  });
});

describe('YAML that is nested without end', () => {
  it('is an error, whichever way it is nested', async () => {
    for (const deep of [
      '['.repeat(20_000),
      '- '.repeat(20_000),
      '{a: '.repeat(20_000),
      '? '.repeat(20_000),
      'b: '.repeat(9_000),
      ': '.repeat(9_000),
    ]) {
      const { diagnostics } = await readSource(
        'a.md',
        memoryHost({ 'a.md': `---\na:\n  ${deep}\n---\n# A\n` }),
      );
      expect(said(diagnostics)[0]).toMatch(/^READ-FRONT-MATTER /);
    }
  });
});

it('metadata that are nothing but an alias are an error', async () => {
  const { diagnostics } = await readSource(
    'a.md',
    memoryHost({ 'a.md': `---\n${'*'.repeat(500)}\n---\n# A\n` }),
  );
  expect(said(diagnostics)).toEqual(['READ-FRONT-MATTER 2']);
  expect(String(diagnostics[0]?.values['message']).length).toBeLessThan(130);
});

describe('an archive', () => {
  it('is checked before it is unpacked', () => {
    const small = makeZip([{ name: 'a.xml', text: 'x'.repeat(100) }]);
    expect(checkZip(small, 'a.docx')).toBeUndefined();
    const bomb = Uint8Array.from(small);
    const view = new DataView(bomb.buffer);
    const entry = bomb.findIndex((_, at) => at + 4 <= bomb.length && view.getUint32(at, true) === 0x02014b50);
    view.setUint32(entry + 24, 100_000_000, true);
    expect(checkZip(bomb, 'a.docx')?.values).toEqual({ limit: '1 : 250' });
    view.setUint32(entry + 24, 0xf000_0000, true);
    expect(checkZip(bomb, 'a.docx')?.values).toEqual({ limit: '512 MB' });
    expect(checkZip(small.subarray(0, small.length - 30), 'a.docx')?.code).toBe('READ-ZIP-BROKEN');
    expect(checkZip(new Uint8Array(3), 'a.docx')?.code).toBe('READ-ZIP-BROKEN');
  });
});
