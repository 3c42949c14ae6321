/** Photos stay in their files: they are looked into, and read again for each edition that shows them. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../../src/assemble/assemble.js';
import { beginEpub, finishEpub } from '../../../src/epub/write-epub.js';
import { noteReads } from '../../../src/read/note-reads.js';
import { openImage, readImage } from '../../../src/read/images.js';
import { readManuscript } from '../../../src/read/manuscript.js';
import { dressEbook } from '../../../src/template/dress.js';
import { loadTemplate } from '../../../src/template/load-template.js';
import { plainConfig } from '../epub/ebook-fixture.js';
import { memoryHost } from '../../support/memory-host.js';
import { withSegment } from '../../support/photo-data.js';

const draw = async (background: string): Promise<Uint8Array> =>
  new Uint8Array(
    await sharp({ create: { width: 40, height: 30, channels: 3, background } })
      .jpeg()
      .toBuffer(),
  );
const photo = withSegment(withSegment(await draw('#a33'), 0xfe, Buffer.from('mine')), 0xe5, Buffer.from('x'));
const span = { file: 'bai.md', line: 1 };

describe('a photo that is read', () => {
  it('is what it is when its bytes are given, cleaned, and lent in pieces', async () => {
    const host = memoryHost({ 'a.jpg': photo });
    const { value } = await readImage('a.jpg', host, span, new Set());
    const held = await openImage({ path: 'a.jpg', bytes: photo, span }, new Set());
    const { lent, ...rest } = value ?? {};
    expect(rest).toEqual(held.value);
    expect(value?.bytes.length).toBe(photo.length - 8 - 5);
    expect(Buffer.concat(lent?.pieces() ?? [])).toEqual(Buffer.from(value?.bytes ?? []));
    expect(lent?.length).toBe(value?.bytes.length);
  });

  it('is not given out when its file is another one meanwhile', async () => {
    const host = memoryHost({ 'a.jpg': photo });
    const { value } = await readImage('a.jpg', host, span, new Set());
    host.files.set('a.jpg', await draw('#3a3'));
    expect(() => value?.bytes).toThrow('a.jpg changed while it was published');
    host.files.delete('a.jpg');
    expect(() => value?.lent?.pieces()).toThrow('a.jpg changed while it was published');
  });
});

describe('a book of photos', () => {
  const names = ['1/a.jpg', '1/b.jpg', '2/a.jpg', '2/b.jpg'];
  it('reads each when it is met and when it is written, and at no other time', async () => {
    const files = Object.fromEntries(names.map((name) => [`sach/${name}`, photo]));
    const chapter = '# Bài\n\n![Ảnh một](a.jpg)\n\n![Ảnh hai](b.jpg)\n';
    const memory = memoryHost({ ...files, 'sach/1/bai.md': chapter, 'sach/2/bai.md': chapter });
    const read: string[] = [];
    const host = {
      ...memory,
      read: (path: string, most?: number) => {
        if (path.endsWith('.jpg')) read.push(path.replace('sach/', ''));
        return memory.read(path, most);
      },
    };
    const { value: manuscript } = await readManuscript('sach', noteReads(host).host);
    if (!manuscript) throw new Error('no book');
    expect(read.splice(0)).toEqual(names);
    const { value: publication } = assemble(manuscript, { name: 'sach', date: '2020-01-13' });
    const template = loadTemplate('article', host).value;
    if (!template) throw new Error('no template');
    const ebook = (await dressEbook(publication, template)).value;
    const { value: parts } = await finishEpub(beginEpub(ebook, plainConfig), [], host);
    expect(read).toEqual([]);
    for (const part of parts ?? []) expect(part).toBeInstanceOf(Uint8Array);
    // In the order of the container.
    expect(read).toEqual(['2/a.jpg', '1/a.jpg', '2/b.jpg', '1/b.jpg']);
  });
});
