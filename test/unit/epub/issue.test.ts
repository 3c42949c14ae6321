/** What the ebook says of an issue: its number, its periodical, who wrote it, its sections in the contents. */
import { describe, expect, it } from 'vitest';
import type { Metadata, Publication } from '../../../src/document/publication.js';
import { outlineWithSections } from '../../../src/epub/issue.js';
import { writeEpub } from '../../../src/epub/write-epub.js';
import { memoryHost } from '../../support/memory-host.js';
import { zipTexts } from '../../support/read-zip.js';
import { chapterOf, ebookOf, h, keyed, plainConfig } from './ebook-fixture.js';

const plain: Metadata = { authors: [], sources: [], language: 'vi', extra: {} };

async function said(
  more: Partial<Metadata>,
  kind: Publication['kind'] = 'issue',
  authors: readonly string[] = [],
) {
  const ebook = await ebookOf([chapterOf(keyed(h('article', {}, h('p', {}, 'x'))))]);
  const metadata = { ...plain, title: 'Bản tin Đồng Mỏ', ...more };
  const section = {
    id: 's',
    title: 'x',
    body: h('article'),
    language: 'vi',
    metadata: { ...plain, authors },
  };
  const publication: Publication = { ...ebook.publication, kind, metadata, sections: [section, section] };
  const { value } = await writeEpub({ ...ebook, publication }, plainConfig, memoryHost());
  const opf = zipTexts(value ?? new Uint8Array(0)).get('OEBPS/content.opf') ?? '';
  return opf
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /id="title"|collection|group-position|issn|contributor/.test(line));
}

const numbered = { issn: '0866-7055', extra: { issue: 'Số 12' } };

describe('an issue', () => {
  it('has its number in its title, and belongs to its periodical', async () => {
    expect(await said(numbered)).toEqual([
      '<dc:title id="title">Bản tin Đồng Mỏ, Số 12</dc:title>',
      '<meta id="periodical" property="belongs-to-collection">Bản tin Đồng Mỏ</meta>',
      '<meta refines="#periodical" property="collection-type">series</meta>',
      '<meta refines="#periodical" property="group-position">12</meta>',
      '<meta refines="#periodical" property="dcterms:identifier">urn:issn:0866-7055</meta>',
    ]);
  });

  it('has its ISSN on its periodical, not on a series beside it', async () => {
    const lines = await said({ ...numbered, series: { name: 'Tủ sách', type: 'series', position: '3' } });
    expect(lines.slice(4)).toEqual([
      '<meta refines="#periodical" property="dcterms:identifier">urn:issn:0866-7055</meta>',
      '<meta id="series" property="belongs-to-collection">Tủ sách</meta>',
      '<meta refines="#series" property="collection-type">series</meta>',
      '<meta refines="#series" property="group-position">3</meta>',
    ]);
  });

  it('keeps its bare title where no number is given, and a book has none', async () => {
    const bare = '<dc:title id="title">Bản tin Đồng Mỏ</dc:title>';
    expect(await said({})).toEqual([bare]);
    expect(await said({ extra: { issue: 'Số 12' } }, 'book', ['An'])).toEqual([bare]);
    expect(await said({ title: 'Số 12', extra: { issue: 'Số 1' } }).then(([title]) => title)).toContain(
      '>Số 12, Số 1<',
    );
  });

  it('names the authors of its articles, each once', async () => {
    const named = (await said({}, 'issue', ['Hà My', 'Nguyễn An'])).filter((line) =>
      line.startsWith('<dc:con'),
    );
    expect(named).toEqual([
      '<dc:contributor id="contributor-1">Hà My</dc:contributor>',
      '<dc:contributor id="contributor-2">Nguyễn An</dc:contributor>',
    ]);
  });

  it('has its articles below their sections in the contents', () => {
    const entry = (target: string) => ({ title: target, level: 1, target, children: [] });
    const section = (id: string, name?: string) => ({
      id,
      title: id,
      body: h('article'),
      language: 'vi',
      metadata: { ...plain, ...(name === undefined ? {} : { section: name }) },
    });
    const publication = {
      kind: 'issue',
      sections: [section('a', 'Thời sự'), section('b', 'Thời sự'), section('c'), section('d', 'Thời sự')],
      outline: ['a1', 'b1', 'c1', 'd1'].map(entry),
      targets: new Map(['a', 'b', 'c', 'd'].map((id) => [`${id}1`, id])),
    } as unknown as Publication;
    const shape = outlineWithSections(publication).map(({ title, target, children }) => [
      title,
      target,
      children.map((child) => child.title).join(),
    ]);
    expect(shape).toEqual([
      ['Thời sự', 'a', 'a1,b1'],
      ['c1', 'c1', ''],
      ['Thời sự', 'd', 'd1'],
    ]);
    expect(outlineWithSections({ ...publication, kind: 'book' })).toBe(publication.outline);
  });
});
