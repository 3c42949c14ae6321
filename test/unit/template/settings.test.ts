/** What a manifest says to the template: settings of articles, options of the whole. */
import { describe, expect, it } from 'vitest';
import { assemble } from '../../../src/assemble/assemble.js';
import { describe as describeDiagnostic } from '../../../src/diagnostic.js';
import { element, walk } from '../../../src/document/tree.js';
import { readManuscript } from '../../../src/read/manuscript.js';
import { dress, dressEbook } from '../../../src/template/dress.js';
import { loadTemplate } from '../../../src/template/load-template.js';
import { memoryHost } from '../../support/memory-host.js';

const files = { 'so/mot.md': '# Một\n\nChữ một.', 'so/hai.md': '# Hai\n\nChữ hai.' };

/** The classes that settings give the two articles on pages and in the ebook, and what is said. */
async function set(yaml: string, name = 'bulletin') {
  const host = memoryHost({ ...files, 'so/publication.yaml': yaml });
  const manuscript = (await readManuscript('so', host)).value;
  const template = loadTemplate(name, host).value;
  if (!manuscript || !template) throw new Error('nothing to dress');
  const publication = assemble(manuscript, { name: 'so', date: '2020-01-15' }).value;
  const { value, diagnostics } = await dress(publication, template, 'print');
  const ebook = (await dressEbook(publication, template)).value;
  const found = (root: Parameters<typeof walk>[0]): string[] => {
    const classes: string[] = [];
    walk(root, (node) => {
      const names = node.type === 'element' ? node.properties['className'] : undefined;
      if (Array.isArray(names) && names.includes('piece'))
        classes.push(names.filter((one) => String(one).startsWith('set-')).join(' '));
    });
    return classes;
  };
  return {
    pages: found(value.tree),
    ebook: found(
      element(
        'div',
        {},
        ebook.documents.map(({ body }) => body),
      ),
    ),
    css: value.stylesheets.at(-1)?.css,
    said: diagnostics.map((d) => `${d.span?.line}:${d.span?.column} ${describeDiagnostic(d, 'en').message}`),
  };
}

describe('settings of an article', () => {
  it('are classes of its wrapper', async () => {
    const { pages, ebook, said } = await set(
      'readingOrder:\n  - { url: mot.md, settings: { columns: 3, rank: lead } }\n  - hai.md',
    );
    expect(pages).toEqual(['set-columns-3 set-rank-lead', '']);
    expect(ebook.filter(Boolean)).toEqual(['set-columns-3 set-rank-lead']);
    expect(said).toEqual([]);
  });

  it.each([
    ['colums: 3', 'the template bulletin has no setting “colums” for articles; did you mean “columns”?'],
    [
      'frame: true',
      'the template bulletin has no setting “frame” for articles, which does nothing here; it has: columns, start, rank',
    ],
    ['columns: 5', 'the setting columns of an article cannot be “5”; the template bulletin takes 2, 3'],
  ])('%s is told with its place, once', async (typed, message) => {
    const yaml = `readingOrder:\n  - section: Tin\n    settings: { ${typed} }\n    articles: [mot.md, hai.md]`;
    const { pages, said } = await set(yaml);
    expect(pages).toEqual(['', '']);
    expect(said).toEqual([`3:17 ${message}`]);
  });

  it('open a chapter on a right-hand page', async () => {
    const yaml = 'type: book\nreadingOrder:\n  - mot.md\n  - { url: hai.md, settings: { start: right } }';
    expect((await set(yaml, 'article')).pages).toEqual(['', 'set-start-right']);
  });
});

describe('options of a manifest', () => {
  it('reach the style sheets', async () => {
    const { css, said } = await set('options: { accent: luc }\nreadingOrder: [mot.md, hai.md]');
    expect(css).toContain('--accent: #1b614d;');
    expect(said).toEqual([]);
  });

  it.each([
    ['acent: luc', 'the template bulletin has no option “acent”; did you mean “accent”?'],
    [
      'accent: hồng',
      'the template option accent cannot be “hồng”; it takes son, cham, luc, nau-hoi, and “son” is used',
    ],
  ])('%s is told with its place', async (typed, message) => {
    const { said } = await set(`options: { ${typed} }\nreadingOrder: [mot.md, hai.md]`);
    expect(said).toEqual([`1:12 ${message}`]);
  });
});
