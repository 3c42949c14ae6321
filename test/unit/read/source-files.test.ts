/** The files that an archive edition carries: each once, under a name of its own, photos without their secrets. */
import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { Attachment } from '../../../src/document/attachment.js';
import { readPublication } from '../../../src/publish-source.js';
import { sourceFiles } from '../../../src/read/source-files.js';
import { memoryHost, type MemoryHost } from '../../support/memory-host.js';
import { secrets, telephone } from '../../support/photo-data.js';
import { picture } from '../../support/sample-pages.js';

async function filesOf(input: string, host: MemoryHost): Promise<readonly Attachment[]> {
  const { value } = await readPublication(input, host);
  if (!value) throw new Error('nothing was read');
  return sourceFiles(value, host);
}

async function carried(input: string, host: MemoryHost): Promise<readonly string[]> {
  const files = await filesOf(input, host);
  return files.map(({ name, relationship }) => `${relationship} ${name}`);
}

it('takes the text of an article, byte for byte, and its photos', async () => {
  const { bytes } = await picture('anh', 'jpeg', 'rgb');
  const host = memoryHost({
    'tin/bai.md': '# Bài một\n\nMột đoạn.\n\n![Hai ô màu](hinh/anh.jpg)\n',
    'tin/hinh/anh.jpg': bytes,
    'tin/khac.md': '# Không phải bài này\n',
  });
  expect(await carried('tin/bai.md', host)).toEqual(['Source bai.md', 'Source hinh/anh.jpg']);
  const [text, photo] = await filesOf('tin/bai.md', host);
  expect([text?.bytes, photo?.bytes]).toEqual([host.files.get('tin/bai.md'), bytes]);
});

it('takes the manifest of a book, and its texts by their places', async () => {
  const host = memoryHost({
    'so/publication.yaml': 'name: Số một\ntype: book\nreadingOrder: [a/bai.md, b/bai.md]\n',
    'so/a/bai.md': '# Bài một\n\nMột đoạn.\n',
    'so/b/bai.md': '# Bài hai\n\nMột đoạn.\n',
  });
  const names = ['Source a/bai.md', 'Source b/bai.md', 'Data publication.yaml'];
  expect(await carried('so', host)).toEqual(names);
  expect(await carried('so/publication.yaml', host)).toEqual(names);
});

it('does not take for a file what stands in the text itself', async () => {
  const { bytes } = await picture('anh', 'png', 'rgb');
  const inside = `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
  const host = memoryHost({ 'bai.md': `# Bài một\n\n![Hai ô màu](${inside})\n`, 'anh.png': bytes });
  expect(await carried('bai.md', host)).toEqual(['Source bai.md']);
});

it('gives away neither place nor camera of a photo, whatever its format was', async () => {
  const photo = sharp({ create: { width: 8, height: 8, channels: 3, background: 'teal' } }).withExif(
    telephone,
  );
  const host = memoryHost({
    'bai.md': '# Bài một\n\n![Một](a.jpg)\n\n![Hai](b.webp)\n\n![Một lần nữa](a.jpg)\n',
    'a.jpg': await photo.clone().jpeg().toBuffer(),
    'b.webp': await photo.clone().webp({ lossless: true }).toBuffer(),
  });
  const files = await filesOf('bai.md', host);
  expect(files.map(({ name }) => name)).toEqual(['bai.md', 'a.jpg', 'b.webp.png']);
  for (const { bytes } of files)
    for (const secret of secrets) expect(Buffer.from(bytes).includes(secret)).toBe(false);
  // The file that was given does tell.
  expect(Buffer.from(host.files.get('a.jpg') ?? '').includes(secrets[0])).toBe(true);
});

it('carries no file that a link in the folder leads to elsewhere', async () => {
  const files = {
    'so/SUMMARY.md': '* [Bài](bai.md)',
    'so/bai.md': '# Bài\n\nLời.\n',
    'so/book.json': '{"k":1}',
  };
  const host = memoryHost(files);
  const linked = {
    ...host,
    real: (path: string) => (path === 'so/book.json' ? '/etc/passwd' : host.real(path)),
  };
  const { value } = await readPublication('so', host);
  if (!value) throw new Error('nothing was read');
  const names = (of: typeof linked): readonly string[] => sourceFiles(value, of).map(({ name }) => name);
  expect(names(host).toSorted()).toEqual(['SUMMARY.md', 'bai.md', 'book.json']);
  expect(names(linked).toSorted()).toEqual(['SUMMARY.md', 'bai.md']);
});

it('takes what stands beside a text: facts, and what its photos show', async () => {
  const { bytes } = await picture('anh', 'jpeg', 'rgb');
  const host = memoryHost({
    'bai.txt': 'Chợ phiên\n\nMột đoạn dài về chợ phiên ở xã.\n\nẢnh: Hai ô màu.\n',
    'bai.yaml': 'date: 2020-01-13\n',
    'bai-1.jpg': bytes,
    'bai-1.alt.txt': 'Hai ô màu cạnh nhau',
    'khac.yaml': 'date: 2020-01-14\n',
  });
  const names = await carried('bai.txt', host);
  expect(names.toSorted()).toEqual([
    'Data bai-1.alt.txt',
    'Data bai.yaml',
    'Source bai-1.jpg',
    'Source bai.txt',
  ]);
});

it('takes the list of chapters wherever it lies, and the files that chapters include', async () => {
  const host = memoryHost({
    'sach/book.toml': '[book]\ntitle = "Sách"\n',
    'sach/src/SUMMARY.md': '* [Một](mot.md)',
    'sach/src/mot.md': '# Một\n\n{{#include phan/hai.md}}\n\n```rust\n{{#include ma.rs}}\n```\n',
    'sach/src/phan/hai.md': 'Phần hai.\n',
    'sach/src/ma.rs': 'fn main() {}\n',
    'sach/src/khac.md': '# Không ai nhắc tới\n',
  });
  expect((await carried('sach', host)).toSorted()).toEqual([
    'Data book.toml',
    'Data src/SUMMARY.md',
    'Source src/ma.rs',
    'Source src/mot.md',
    'Source src/phan/hai.md',
  ]);
});

it('carries neither the file of a printer nor a picture that could not be read', async () => {
  const photo = sharp({ create: { width: 8, height: 8, channels: 3, background: 'teal' } }).withExif(
    telephone,
  );
  const cut = (await photo.jpeg().toBuffer()).subarray(0, 200);
  const host = memoryHost({
    'so/publication.yaml': 'printer: nha-in.yaml\nreadingOrder: [bai.md]\n',
    'so/nha-in.yaml': 'name: x\n',
    'so/bai.md': '# Bài một\n\n![Một](a.jpg)\n\n![Hai](b.txt)\n',
    'so/a.jpg': cut,
    'so/b.txt': cut,
  });
  expect((await carried('so', host)).toSorted()).toEqual(['Data publication.yaml', 'Source bai.md']);
});
