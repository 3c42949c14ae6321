/** The files that an archive edition carries: what was given, each once, under a name of its own. */
import { expect, it } from 'vitest';
import { readPublication } from '../../../src/publish-source.js';
import { sourceFiles } from '../../../src/read/source-files.js';
import { memoryHost, type MemoryHost } from '../../support/memory-host.js';
import { picture } from '../../support/sample-pages.js';

async function carried(input: string, host: MemoryHost): Promise<readonly string[]> {
  const { value } = await readPublication(input, host);
  if (!value) throw new Error('nothing was read');
  const files = sourceFiles(value.manuscript, value.publication.assets.values(), host);
  for (const { bytes } of files) expect([...host.files.values()]).toContain(bytes);
  return files.map(({ name, relationship }) => `${relationship} ${name}`);
}

it('takes the text of an article and its photos, byte for byte', async () => {
  const { bytes } = await picture('anh', 'jpeg', 'rgb');
  const host = memoryHost({
    'tin/bai.md': '# Bài một\n\nMột đoạn.\n\n![Hai ô màu](hinh/anh.jpg)\n',
    'tin/hinh/anh.jpg': bytes,
    'tin/khac.md': '# Không phải bài này\n',
  });
  expect(await carried('tin/bai.md', host)).toEqual(['Source bai.md', 'Source hinh/anh.jpg']);
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
