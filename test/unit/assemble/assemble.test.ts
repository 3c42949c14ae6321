/** Articles → publication: sections, ids, keys, outline, notes, links, dates, names. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { manuscriptOf } from '../../support/manuscript-of.js';
import { assemble, type AssembleConfig } from '../../../src/assemble/assemble.js';
import type { OutlineEntry } from '../../../src/document/publication.js';
import { textOf, walk, type ElementNode } from '../../../src/document/tree.js';
import { readManuscript } from '../../../src/read/manuscript.js';
import { memoryHost } from '../../support/memory-host.js';
import { dump, readArticle, said } from '../../support/read-helpers.js';

async function publish(
  files: Readonly<Record<string, string | Uint8Array>>,
  config: Partial<AssembleConfig> = {},
) {
  const paths = Object.keys(files).filter((path) => /\.(?:txt|md)$/.test(path));
  const read = await Promise.all(paths.map((path) => readArticle(files, path)));
  const articles = read.map(({ article }) => article);
  const { value, diagnostics } = assemble(manuscriptOf(...articles), {
    name: 'thu',
    date: '2020-01-13',
    ...config,
  });
  return { articles, publication: value, diagnostics };
}

const lines = (entries: readonly OutlineEntry[], depth = 0): readonly string[] =>
  entries.flatMap((entry) => [
    `${'  '.repeat(depth)}${entry.level} ${entry.title} #${entry.target}`,
    ...lines(entry.children, depth + 1),
  ]);

describe('sections', () => {
  it('an article is one, named by its file', async () => {
    const { publication, diagnostics } = await publish({
      'tin/Chợ Đồng Đăng.md': '# Chợ\n\n## Sáng\n\nChữ.',
    });
    expect(diagnostics).toEqual([]);
    expect(publication.sections.map(({ id, title, language }) => [id, title, language])).toEqual([
      ['cho-dong-dang', 'Chợ', 'vi'],
    ]);
    expect(dump(publication.sections[0]?.body as ElementNode)).toBe(
      'article id="cho-dong-dang"\n  h1 id="cho"\n    "Chợ"\n  h2 id="sang"\n    "Sáng"\n  p\n    "Chữ."\n',
    );
  });

  it('a file with several first-level headings is a book, what precedes them a section too', async () => {
    const { publication } = await publish({
      'sach.md': '---\ntitle: Sách\n---\n\nLời tựa.\n\n# Một\n\na\n\n## Một hai\n\n# 2020\n\nb',
    });
    expect(publication.sections.map(({ id, title, body }) => [id, title, body.tagName])).toEqual([
      ['sach', 'Sách', 'section'],
      ['mot', 'Một', 'section'],
      ['muc-2020', '2020', 'section'],
    ]);
    expect(lines(publication.outline)).toEqual([
      '1 Sách #sach',
      '1 Một #mot-2',
      '  2 Một hai #mot-hai',
      '1 2020 #muc-2020-2',
    ]);
    expect(publication.metadata.title).toBe('Sách');
  });

  it('an article without a title stands by the name of the publication', async () => {
    const { publication } = await publish({ 'a.md': 'Chữ.' });
    expect(publication.metadata.title).toBe('thu');
    expect(lines(publication.outline)).toEqual(['1 thu #a']);
  });
});

describe('keys', () => {
  it('number every node in document order from 1, through all sections; articles stay as they were', async () => {
    const { publication, articles } = await publish({ 'a.md': '# A\n\nmột *hai*', 'b.md': '# B' });
    const keys: number[] = [];
    for (const section of publication.sections) walk(section.body, (node) => void keys.push(node.key ?? 0));
    expect(keys).toEqual(keys.map((_, index) => index + 1));
    expect(keys).toHaveLength(10);
    for (const article of articles) walk(article.body, (node) => expect(node.key).toBeUndefined());
  });
});

describe('ids', () => {
  it('are unique, and an author’s own is kept', async () => {
    const { publication, diagnostics } = await publish({
      'a.md': '# A {#b}\n\n## Mục\n\n## Mục\n\n## C {#rieng}\n\nx {#rieng}\n\n[đến](#rieng)',
    });
    expect([...publication.targets.keys()]).toEqual(['a', 'b', 'muc', 'muc-2', 'rieng', 'rieng-2']);
    expect(said(diagnostics)).toEqual(['ASSEMBLE-ID 9']);
  });

  it('of equal headings are numbered past those that an author typed', async () => {
    const heading = '\n\n## Mục';
    const { publication } = await publish({
      'a.md': `# A${heading}${heading}${heading} {#muc-3}${heading.repeat(4000)}\n\n## Mục 2`,
    });
    const targets = [...publication.targets.keys()].slice(2);
    expect(targets.slice(0, 5)).toEqual(['muc', 'muc-2', 'muc-3', 'muc-4', 'muc-5']);
    // “Mục 2” makes `muc-2`, which is taken.
    expect(targets.slice(-2)).toEqual(['muc-4003', 'muc-2-2']);
  });

  it('of two articles do not clash: notes and links follow', async () => {
    const text = '# T\n\nchữ[^1] [xem](#x)\n\nđích {#x}\n\n[^1]: chú';
    const { publication, diagnostics } = await publish({ 'a.md': text, 'b.md': text });
    expect(diagnostics).toEqual([]);
    expect(publication.notes).toEqual(['a-fn-1', 'b-fn-1']);
    const second = dump(publication.sections[1]?.body as ElementNode);
    expect(second).toContain('a class="noteref" id="b-fnref-1" href="#b-fn-1"');
    expect(second).toContain('a href="#x-2"');
    expect(publication.targets.get('b-fn-1')).toBe('b');
  });

  it('stay as they are when text comes or goes elsewhere', async () => {
    const other = '# Hai\n\n## Mục\n\nchữ[^1]\n\n## Mục\n\n[^1]: chú';
    const idsOf = async (first: string): Promise<readonly string[]> => {
      const { publication } = await publish({ 'a.md': first, 'hai.md': other });
      const { sections, targets } = publication;
      return [...targets].filter(([, section]) => section === sections[1]?.id).map(([id]) => id);
    };
    const before = await idsOf('# Một\n\n## Mục');
    expect(before).toEqual(['hai', 'hai-2', 'hai-muc', 'hai-fnref-1', 'hai-fn-1', 'hai-muc-2']);
    expect(await idsOf('# Một\n\n## Hai\n\n## Mục\n\n## Mục\n\nchữ[^1]\n\n[^1]: chú')).toEqual(before);
  });

  it('of pictures too', async () => {
    const bytes = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const text = '# T\n\n![một](p.png)';
    const { publication } = await publish({
      'a/a.md': text,
      'a/p.png': bytes,
      'b/b.md': text,
      'b/p.png': bytes,
    });
    expect([...publication.assets].map(([id, image]) => [id, image.id, image.path])).toEqual([
      ['p.png', 'p.png', 'a/p.png'],
      ['p-2.png', 'p-2.png', 'b/p.png'],
    ]);
    expect(dump(publication.sections[1]?.body as ElementNode)).toContain('img src="p-2.png"');
  });
});

describe('links', () => {
  it('that lead nowhere lose the link, not the words', async () => {
    const { publication, diagnostics } = await publish({
      'a.md': '# A\n\n[chữ](#khong) [xa](https://example.org) [tệp](b.md)',
    });
    expect(said(diagnostics)).toEqual(['ASSEMBLE-LINK 3', 'ASSEMBLE-LINK 3']);
    const tree = dump(publication.sections[0]?.body as ElementNode);
    expect(tree).toContain('    a\n      "chữ"\n');
    expect(tree).toContain('a href="https://example.org"');
  });

  it('to the file of another article lead to its section, Vietnamese ids too', async () => {
    const { publication, diagnostics } = await publish({
      'tin/a.md': '# A\n\n[b](b.md) [mục](./b.md#mục)',
      'tin/b.md': '# B\n\n## C {#mục}',
    });
    expect(diagnostics).toEqual([]);
    const hrefs: unknown[] = [];
    for (const { body } of publication.sections) {
      walk(
        body,
        (node) =>
          void (node.type === 'element' && node.tagName === 'a' && hrefs.push(node.properties['href'])),
      );
    }
    expect(hrefs).toEqual(['#b', '#mục']);
  });
});

describe('headings', () => {
  it('that skip a level are put right with their equals, and told once', async () => {
    const { publication, diagnostics } = await publish({ 'a.md': '# A\n\n### B\n\n### C\n\n## D\n\n### E' });
    expect(said(diagnostics)).toEqual(['ASSEMBLE-HEADING 3']);
    expect(diagnostics[0]?.values).toEqual({ typed: 3, before: 1, level: 2 });
    expect(lines(publication.outline)).toEqual([
      '1 A #a-2',
      '  2 B #b',
      '  2 C #c',
      '  2 D #d',
      '    3 E #e',
    ]);
    expect(dump(publication.sections[0]?.body as ElementNode)).toContain('h2 class="typed-h3" id="c"');
  });
});

describe('dates', () => {
  const dated = async (text: string, date?: string) => {
    const { articles } = await publish({ 'a.txt': text });
    const { value, diagnostics } = assemble(manuscriptOf(...articles), {
      name: 'a',
      ...(date === undefined ? {} : { date }),
    });
    return [value.modified, value.metadata.date, ...said(diagnostics)];
  };
  const clocked =
    'Thứ bảy, 02/07/2022\n\nTít của bài\n\nLSO-Chiều nay, hội đồng nhân dân xã họp phiên thường kỳ.';
  it('the caller’s goes first', async () => {
    expect(await dated(clocked, '2020-01-13')).toEqual(['2020-01-13T00:00:00Z', '2020-01-13']);
    expect(await dated(clocked, '2020-01-13T23:30:00-05:00')).toEqual(['2020-01-14T04:30:00Z', '2020-01-14']);
    expect(await dated(clocked, '2020')).toEqual(['2020-01-01T00:00:00Z', '2020']);
  });
  it('the day a page was saved is the last resort', async () => {
    expect(await dated(clocked)).toEqual(['2022-07-02T00:00:00Z', undefined, 'ASSEMBLE-DATE-ACCESS']);
  });
  it('none at all, and one that is none', async () => {
    expect(await dated('Tít của bài')).toEqual(['1980-01-01T00:00:00Z', undefined, 'ASSEMBLE-DATE-NONE']);
    expect(await dated(clocked, '2020-02-30')).toEqual(['1980-01-01T00:00:00Z', undefined, 'ASSEMBLE-DATE']);
  });
});

describe('the publication', () => {
  it('has names from the file, an identifier from its content', async () => {
    const one = await publish({ 'a.md': '# A' }, { name: 'Số Đặc Biệt 7' });
    const other = await publish({ 'khac/b.md': '# A' }, { name: 'x' });
    const changed = await publish({ 'a.md': '# B' });
    expect(one.publication.slug).toBe('so-dac-biet-7');
    expect(one.publication.identifier).toMatch(
      /^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
    expect(other.publication.identifier).toBe(one.publication.identifier);
    expect(changed.publication.identifier).not.toBe(one.publication.identifier);
    const given = await publish({ 'a.md': '---\nidentifier: urn:isbn:9786040000002\n---\n# A' });
    expect(given.publication.identifier).toBe('urn:isbn:9786040000002');
  });

  it('of several articles names all their authors', async () => {
    const { publication } = await publish({
      'a.md': '---\nauthor: X\n---\n# A',
      'b.md': '---\nauthors: [Y, X]\n---\n# B',
    });
    expect(publication.metadata).toMatchObject({ title: 'thu', authors: ['X', 'Y'] });
    expect(publication.sections.map((section) => section.metadata.authors)).toEqual([['X'], ['Y', 'X']]);
  });

  it('of the seed is whole', async () => {
    const path = 'input/so-noi-vu-2020.txt';
    const { publication, articles } = await publish({
      [path]: readFileSync(new URL(`../../../${path}`, import.meta.url)),
    });
    expect(publication.sections.map(({ id, title }) => [id, title])).toEqual([
      ['so-noi-vu-2020', 'Sở Nội vụ triển khai nhiệm vụ năm 2020'],
    ]);
    expect(lines(publication.outline)).toEqual([
      '1 Sở Nội vụ triển khai nhiệm vụ năm 2020 #so-noi-vu-trien-khai-nhiem-vu-nam-2020',
    ]);
    expect(publication.sections.map((section) => textOf(section.body)).join('')).toBe(
      articles.map((article) => textOf(article.body)).join(''),
    );
    expect(publication.sources.get(path)).toContain('HÀ MY');
  });
});

describe('a book of many files', () => {
  const book = async (files: Readonly<Record<string, string>>) => {
    const { value } = await readManuscript('sach', memoryHost(files));
    if (!value) throw new Error('no manuscript');
    return assemble(value, { name: 'sach', date: '2020-01-13' });
  };
  const files = {
    'sach/SUMMARY.md':
      '# Sách\n\n[Tựa](README.md)\n\n## Phần\n\n* [Một](mot.md)\n  * [Trong](a/hai.md)\n* [Ba](ba.md)',
    'sach/README.md':
      '# Tựa\n\n[1](mot.md) [2](a/hai.html#muc-con) [3](a/) [4](ba.md#chu-x) [5](https://a.vn)',
    'sach/mot.md': '# Một\n\n## Mục con\n\n[sang](a/hai.md)',
    'sach/a/hai.md': '# Hai\n\n## Mục con\n\n[về](../mot.md#mục-con) [đây](#mục-con) [đầu](../index.html)',
    'sach/ba.md': '## Thấp\n\n[x](mot.md#khong)',
  };
  const hrefs = (body: ElementNode): readonly string[] => {
    const found: string[] = [];
    walk(body, (node) => {
      if (node.type === 'element' && node.tagName === 'a') found.push(String(node.properties['href']));
    });
    return found;
  };

  it('has a section for each part and chapter, headings by depth, numbers on the headings', async () => {
    const { value } = await book(files);
    expect(
      value.sections.map(({ id, title, number, body }) => [id, title, number, body.properties['className']]),
    ).toEqual([
      ['tua', 'Tựa', undefined, ['chapter']],
      ['phan', 'Phần', undefined, ['part']],
      ['mot', 'Một', '1', ['chapter', 'in-part']],
      ['hai', 'Hai', '1.1', ['chapter', 'nested', 'in-part']],
      ['ba', 'Ba', '2', ['chapter', 'in-part']],
    ]);
    expect(dump(value.sections[3]?.body as ElementNode)).toMatch(/h2 data-number="1.1"[^]*"Hai"[^]*h3/);
    expect(lines(value.outline)).toEqual([
      '1 Tựa #tua-2',
      '1 Phần #phan-2',
      '  2 Một #mot-2',
      '    3 Mục con #muc-con',
      '    3 Hai #hai-2',
      '      4 Mục con #hai-muc-con',
      '  2 Thấp #thap',
    ]);
  });

  it('links lead to chapters and headings by file, page, folder and web name', async () => {
    const { value, diagnostics } = await book(files);
    expect(value.sections.map(({ body }) => hrefs(body))).toEqual([
      ['#mot', '#hai-muc-con', 'undefined', 'undefined', 'https://a.vn'],
      [],
      ['#hai'],
      ['#muc-con', '#hai-muc-con', '#tua'],
      ['undefined'],
    ]);
    expect(said(diagnostics)).toEqual(['ASSEMBLE-LINK 3', 'ASSEMBLE-LINK 3', 'ASSEMBLE-LINK 3']);
  });
});
