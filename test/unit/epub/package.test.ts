/** What the package document says: the metadata of the source, what the file proves of its accessibility, its parts. */
import { describe, expect, it } from 'vitest';
import { writeEpub, type EpubConfig } from '../../../src/epub/write-epub.js';
import { memoryHost } from '../../support/memory-host.js';
import { zipTexts } from '../../support/read-zip.js';
import { ebookOf, plainConfig } from './ebook-fixture.js';

async function write(more: Partial<EpubConfig> = {}): Promise<ReadonlyMap<string, string>> {
  const { value } = await writeEpub(await ebookOf(), { ...plainConfig, ...more }, memoryHost());
  return zipTexts(value ?? new Uint8Array(0));
}

describe('the contents for readers of EPUB 2', () => {
  it('go with the ebook, in the manifest and in the spine, unless they are not wanted', async () => {
    const files = await write();
    expect(files.get('OEBPS/content.opf')).toContain('<spine toc="ncx">');
    expect(files.get('OEBPS/content.opf')).toContain('<item id="ncx" href="toc.ncx"');
    const without = await write({ wanted: { ncx: false } });
    expect([...without.keys()].filter((name) => !files.has(name))).toEqual([]);
    expect([...files.keys()].filter((name) => !without.has(name))).toEqual(['OEBPS/toc.ncx']);
    expect(without.get('OEBPS/content.opf')).toContain('<spine>');
    expect(without.get('OEBPS/content.opf')).not.toContain('ncx');
  });
});
