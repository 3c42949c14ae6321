import { describe, expect, it } from 'vitest';
import { element, text, textOf, walk, type RootNode, type TreeNode } from '../../../src/document/tree.js';
import { dress, dressEbook } from '../../../src/template/dress.js';
import { loadTemplate } from '../../../src/template/load-template.js';
import type { Template } from '../../../src/template/template.js';
import { memoryHost } from '../../support/memory-host.js';
import { article, block, imageAsset, photo, publicationOf } from '../../support/template-publication.js';

const story = article(
  block('h1', 'Sở Nội vụ & <b>'),
  element('p', { className: ['lead'] }, [block('span', 'LSO-', 'dateline'), text('Chiều nay')]),
  block('p', 'Đoạn một.'),
  photo('a.jpg', 'Chú thích'),
  block('p', 'Đoạn hai.'),
  block('p', 'HÀ MY', 'byline'),
);
const given = { title: 'Sở Nội vụ & <b>', dateline: 'LSO', authors: ['HÀ MY'], accessDate: '2022-07-02' };
const wide = imageAsset('a.jpg', 1740, 950);

function load(name: string, files: Record<string, string> = {}): Template {
  const { value, diagnostics } = loadTemplate(name, memoryHost(files));
  expect(diagnostics).toEqual([]);
  if (!value) throw new Error('no template');
  return value;
}

/** A template of one's own with these slots. */
function own(slots: Readonly<Record<string, string>>, more = ''): Template {
  const names = Object.keys(slots);
  const pages = names.map((slot) => `    ${slot}: ${slot}.liquid\n`).join('');
  const yaml = `name: mine\ndescription: { vi: a, en: b }\neditions: [print, ebook]\nslots:\n  pages:\n${pages}stylesheets: {}\n${more}`;
  const files = Object.fromEntries(names.map((slot) => [`mine/${slot}.liquid`, slots[slot] ?? '']));
  return load('mine', { 'mine/template.yaml': yaml, ...files });
}

function contentNodes(tree: RootNode | TreeNode): TreeNode[] {
  const found: TreeNode[] = [];
  walk(tree, (node) => {
    if (node.type !== 'root' && (node.origin ?? 'content') === 'content') found.push(node);
  });
  return found;
}

/** The tree as `tag.class` lines, indented; content text left out, furniture's in quotes. */
function outline(node: RootNode | TreeNode, depth = 0): string[] {
  if (node.type === 'text') return node.origin === 'template' ? [`${'  '.repeat(depth)}"${node.value}"`] : [];
  if (node.type === 'root') return node.children.flatMap((child) => outline(child, depth));
  const name = [node.tagName, ...((node.properties['className'] as string[] | undefined) ?? [])].join('.');
  const inside = node.tagName === 'p' && node.origin !== 'template' ? [] : node.children;
  return ['  '.repeat(depth) + name, ...inside.flatMap((child) => outline(child, depth + 1))];
}

describe('dress', () => {
  it('puts furniture in its places', async () => {
    const slots = {
      masthead: '<header>{{ publication.title }}</header>',
      'running-heads': '<p class="run">{{ article.number }}</p>',
      'article-head': '<div class="head"></div>',
      'article-facts': '<p class="facts">{{ article.authors | join: ", " }}</p>',
      'article-foot': '<hr>',
      imprint: '<footer>{{ publication.accessDate | date: "short" }}</footer>',
    };
    const small = article(block('h1', 'Một'), block('p', 'Hai.'));
    const dressed = await dress(publicationOf([small], given), own(slots), 'print');
    expect(dressed.diagnostics).toEqual([]);
    expect(outline(dressed.value.tree)).toEqual([
      'html',
      '  body.mine.print',
      '    header',
      '      "Sở Nội vụ & <b>"',
      '    div.piece.first.last.no-front-photo.short',
      '      p.run',
      '        "1"',
      '      div.head',
      '      article',
      '        h1',
      '        p.facts',
      '          "HÀ MY"',
      '        p',
      '      hr',
      '    footer',
      '      "02/07/2022"',
    ]);
  });

  it.each(['article', 'bulletin'])(
    'keeps every content node of %s the same object, in order',
    async (name) => {
      const publication = publicationOf([story], given, [wide]);
      for (const edition of ['print', 'archive'] as const) {
        const { value, diagnostics } = await dress(publication, load(name), edition);
        expect(diagnostics).toEqual([]);
        const [shell, ...inside] = contentNodes(value.tree);
        const [source, ...wanted] = contentNodes(story);
        expect(inside.length).toBe(wanted.length);
        expect(inside.every((node, index) => node === wanted[index])).toBe(true);
        // The article itself is a new shell where furniture stands in it, with the same identity.
        expect(shell).toMatchObject({ tagName: 'article', key: 1 });
        if (name === 'bulletin') expect(shell).toBe(source);
      }
      const ebook = await dressEbook(publication, load(name));
      const chapter = ebook.value.documents.find(({ role }) => role === 'chapter');
      expect(chapter && contentNodes(chapter.body)[0]).toBe(story);
    },
  );

  it('escapes the words of the user and keeps them as typed', async () => {
    const title = '<script>alert(1)</script> & "{{ labels }}"';
    const template = own({ masthead: '<p title="{{ publication.title }}">{{ publication.title }}</p>' });
    const { value, diagnostics } = await dress(publicationOf([story], { title }), template, 'print');
    expect(diagnostics).toEqual([]);
    const shown: unknown[] = [];
    walk(value.tree, (node) => {
      if (node.type === 'element' && node.tagName === 'p' && node.origin === 'template')
        shown.push(textOf(node), node.properties['title']);
      return node.type !== 'element' || node.tagName !== 'script';
    });
    expect(shown).toEqual([title, title]);
    expect(JSON.stringify(value.tree)).not.toContain('"tagName":"script"');
  });

  it('leaves out what is not known: a bare bulletin has no invented words', async () => {
    const { value } = await dress(publicationOf([article(block('p', 'Chữ.'))]), load('bulletin'), 'print');
    const words: string[] = [];
    walk(value.tree, (node) => {
      if (node.type === 'text' && node.origin === 'template') words.push(node.value);
    });
    expect(words.join('|').replace(/\s+/g, ' ')).toBe('Bản tin|Bản tin |Bản tin ');
  });

  it('says where a slot fails when it is rendered, once for all articles', async () => {
    const template = own({ 'article-head': '<p>ok</p>\n{% render "nowhere" %}' });
    const { diagnostics } = await dress(publicationOf([story, story]), template, 'print');
    expect(diagnostics).toMatchObject([
      { code: 'TEMPLATE-LIQUID', span: { file: 'mine/article-head.liquid', line: 2, column: 1 } },
    ]);
  });

  it('says what is wrong with the markup of a slot', async () => {
    const template = own({ masthead: '<div>\n<p>{{ publication.title }}</div>' });
    const { diagnostics, value } = await dress(publicationOf([story]), template, 'print');
    expect(diagnostics).toMatchObject([
      {
        code: 'TEMPLATE-MARKUP',
        values: { problem: '</div> closes nothing inside <p>', line: 2 },
        span: { file: 'mine/masthead.liquid' },
      },
    ]);
    expect(contentNodes(value.tree)).toEqual(contentNodes(story));
  });

  it('renders partials of its own folder and stops a loop without end', async () => {
    const template = own({ masthead: '{% render "imprint" %}', imprint: '<p>x</p>' });
    const { value } = await dress(publicationOf([]), template, 'print');
    expect(outline(value.tree).filter((line) => line.endsWith('p'))).toHaveLength(2);
    const loop = own({ masthead: '{% for i in (1..100000000) %}{{ i }}{% endfor %}' });
    const { diagnostics } = await dress(publicationOf([]), loop, 'print');
    expect(diagnostics).toMatchObject([{ code: 'TEMPLATE-LIQUID', span: { line: 1, column: 1 } }]);
  });

  it('refuses an edition that the template is not made for', async () => {
    const { diagnostics } = await dress(publicationOf([story]), own({ imprint: '' }), 'archive');
    expect(diagnostics).toMatchObject([{ code: 'TEMPLATE-EDITION', edition: 'archive' }]);
  });

  it('tells style sheets about an article by classes', async () => {
    const classesOf = async (body: typeof story, picture = wide): Promise<unknown> => {
      const { value } = await dress(publicationOf([body], given, [picture]), load('article'), 'print');
      let found: unknown;
      walk(value.tree, (node) => {
        if (node.type === 'element' && node.tagName === 'div') found ??= node.properties['className'];
        return found === undefined;
      });
      return (found as string[]).slice(3).join(' ');
    };
    expect(await classesOf(story)).toBe('with-photo front-photo with-lead short');
    expect(await classesOf(story, imageAsset('a.jpg', 600, 400))).toBe(
      'with-photo no-front-photo small-photo with-lead short',
    );
    expect(await classesOf(story, imageAsset('a.jpg', 1500, 1500))).toContain('no-front-photo small-photo');
    const letter = article(block('h2', 'Mục'), photo('a.jpg', 'Hình'), block('p', 'Trân trọng./.'));
    expect(await classesOf(letter)).toBe('with-photo no-front-photo office-end short');
  });
});

describe('options', () => {
  const sheetOf = async (extra: Record<string, unknown>, options: Record<string, string> = {}) => {
    const publication = publicationOf([story], { ...given, extra }, [wide]);
    const { value, diagnostics } = await dress(publication, load('bulletin'), 'print', options);
    return { css: value.stylesheets.at(-1)?.css ?? '', diagnostics, tree: value.tree };
  };

  it('become custom properties, for print in ink', async () => {
    const { css } = await sheetOf({});
    expect(css).toContain('--accent: #a81a1d;');
    expect(css).toContain('.print {\n  --accent: device-cmyk(0.2 1 0.95 0.2, #a81a1d);');
    expect(css).toContain('--label-no-photo: "Chú thích ảnh (chưa có tệp ảnh)";');
  });

  it('come from the command line before the front matter', async () => {
    expect((await sheetOf({ accent: 'luc' })).css).toContain('--accent: #1b614d;');
    expect((await sheetOf({ accent: 'luc' }, { accent: 'cham' })).css).toContain('--accent: #204069;');
  });

  it('keep the default when a value does not fit, with a warning', async () => {
    const { css, diagnostics } = await sheetOf({ accent: 'hồng', issue: ['a'] });
    expect(css).toContain('--accent: #a81a1d;');
    expect(diagnostics).toMatchObject([
      { code: 'TEMPLATE-OPTION', severity: 'warning', values: { option: 'issue', value: '["a"]' } },
      { code: 'TEMPLATE-OPTION', values: { option: 'accent', value: 'hồng', used: 'son' } },
    ]);
  });

  it('that the template does not have are an error', async () => {
    expect((await sheetOf({}, { color: 'red' })).diagnostics).toMatchObject([
      { code: 'TEMPLATE-OPTION-UNKNOWN', values: { option: 'color', template: 'bulletin' } },
    ]);
  });

  it('that are switched on are classes of the body', async () => {
    const { tree } = await sheetOf({ illustrations: true });
    expect(outline(tree)[1]).toBe('  body.bulletin.print.illustrations');
  });

  it('tell the widest measure and the ratio of a picture', async () => {
    // 1740 pixels at 150 an inch are 294.64 mm.
    const { css } = await sheetOf({});
    expect(css).toContain('img[src="a.jpg"] {\n  --widest: 294.6mm;\n  --ratio: 1.8316;\n}');
  });

  it.each([
    ['one that is tall', 1500, 1400, true],
    ['one of few pixels', 700, 400, true],
    ['any other', 710, 400, false],
  ])('send a picture into its column or over the page: %s', async (_, width, height, column) => {
    const publication = publicationOf([story], given, [imageAsset('a.jpg', width, height)]);
    const { value } = await dress(publication, load('bulletin'), 'print');
    const written = 'figure:has(> img[src="a.jpg"]) {\n  --float-reference: column;\n}';
    expect(value.stylesheets.at(-1)?.css.includes(written)).toBe(column);
  });

  it('cannot break out of a CSS string', async () => {
    const publication = publicationOf([story], given, [imageAsset('a"]{}\n\\.jpg', 10, 10)]);
    const { value } = await dress(publication, load('bulletin'), 'print');
    expect(value.stylesheets.at(-1)?.css).toContain('img[src="a\\22 ]{}\\a \\5c .jpg"] {');
  });
});

describe('dressEbook', () => {
  it('makes a colophon and a document an article, and the cover to draw', async () => {
    const extra = { publication: 'Nội vụ Lạng Sơn', imprint: { responsible: 'Ông A' } };
    const publication = publicationOf([story], { ...given, extra }, [wide]);
    const { value, diagnostics } = await dressEbook(publication, load('bulletin'));
    expect(diagnostics).toEqual([]);
    expect(value.documents.map(({ name, role, title }) => [name, role, title])).toEqual([
      ['colophon', 'colophon', 'Thông tin ấn phẩm'],
      ['bai-1', 'chapter', 'Sở Nội vụ & <b>'],
    ]);
    const [colophon] = value.documents;
    expect(colophon?.body).toMatchObject({ tagName: 'body', origin: 'template' });
    expect(colophon && textOf(colophon.body)).toContain('Bản tin Nội vụ Lạng Sơn');
    expect(colophon && textOf(colophon.body)).toContain('02/07/2022');
    expect(colophon && textOf(colophon.body)).toContain('Ông A');
    expect(value.cover?.alt).toBe('Bìa: Bản tin. Nội vụ Lạng Sơn. Sở Nội vụ & <b>. HÀ MY');
    expect(value.cover && textOf(value.cover.tree)).toContain('Nội vụ Lạng Sơn');
  });

  it('begins the ebook with the imprint, the number of its registration first, without what is of paper', async () => {
    const imprint = { copies: 500, responsible: 'Ông A', registration: '12-2020/CXBIPH', price: 'Không bán' };
    const more = {
      authors: ['An', 'Bình'],
      people: [
        { name: 'Bình', roles: ['edt'] },
        { name: 'Chi', roles: ['trl'] },
      ],
      isbn: { ebook: '9786040000019', print: '9786040000026' },
      rights: '© An',
      extra: { imprint },
    } as const;
    for (const name of ['bulletin', 'article']) {
      const { value } = await dressEbook(publicationOf([story], { ...given, ...more }), load(name));
      const [colophon] = value.documents;
      const terms: string[] = [];
      walk(colophon?.body ?? element('p', {}, []), (node) => {
        if (node.type === 'element' && /^d[td]$/.test(node.tagName)) terms.push(textOf(node));
      });
      const said = terms.flatMap((term, at) => (at % 2 ? [`${terms[at - 1]}: ${term}`] : []));
      expect(said[0]).toBe('Số xác nhận đăng ký xuất bản: 12-2020/CXBIPH');
      expect(said).toContain('Tác giả: An');
      expect(said.slice(-6)).toEqual([
        'Biên tập: Bình',
        'Người dịch: Chi',
        'ISBN: 9786040000019',
        'Chịu trách nhiệm xuất bản: Ông A',
        'Giá bán: Không bán',
        'Bản quyền: © An',
      ]);
    }
  });

  it('sets the accent for a dark ground', async () => {
    const { value } = await dressEbook(publicationOf([story], given), load('bulletin'));
    expect(value.stylesheets.at(-1)?.css).toContain(
      '@media (prefers-color-scheme: dark) {\n:root {\n  --accent: #ff9d8f;\n}\n}',
    );
  });
});
