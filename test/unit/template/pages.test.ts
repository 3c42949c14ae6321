/** The templates of the package set in pages: what a reader would see at once if it were wrong. */
import { runText } from '../../support/set-text.js';
import { describe, expect, it } from 'vitest';
import type { Page, PageItem, PagedDocument, TextItem } from '../../../src/document/page.js';
import type { ImageAsset } from '../../../src/document/publication.js';
import { element, text, type ElementNode } from '../../../src/document/tree.js';
import { setPages } from '../../../src/publish-pages.js';
import { dress } from '../../../src/template/dress.js';
import { loadTemplate } from '../../../src/template/load-template.js';
import { memoryHost } from '../../support/memory-host.js';
import { picture } from '../../support/sample-pages.js';
import { article, block, photo, publicationOf } from '../../support/template-publication.js';

const sentence = 'Sáng 12/3, huyện Văn Quan tổ chức hội nghị đánh giá ba năm trồng hồi theo hướng hữu cơ. ';
const paragraph = (times = 6): ElementNode => block('p', sentence.repeat(times).trim());

async function set(
  name: string,
  bodies: readonly ElementNode[],
  assets: readonly ImageAsset[] = [],
): Promise<PagedDocument> {
  const host = memoryHost();
  const template = loadTemplate(name, host).value;
  if (!template) throw new Error('no template');
  const dressed = await dress(publicationOf(bodies, {}, assets), template, 'archive');
  const { value, diagnostics } = await setPages(dressed.value, host);
  expect(diagnostics).toEqual([]);
  return value;
}

/** Everything on a page, groups opened. */
function itemsOf(page: Page): readonly PageItem[] {
  const open = (item: PageItem): readonly PageItem[] =>
    item.type === 'group' ? item.items.flatMap(open) : [item];
  return page.items.flatMap(open);
}

const linesOf = (page: Page): readonly TextItem[] =>
  itemsOf(page).filter((item): item is TextItem => item.type === 'text');

function endOf({ x, runs }: TextItem): number {
  return Math.max(...runs.map((run) => x + run.x + run.width));
}

describe('a book of chapters', () => {
  const chapter = (title: string): ElementNode => ({
    ...article(
      block('h1', title),
      paragraph(),
      block('h2', 'Mục'),
      ...Array.from({ length: 9 }, () => paragraph()),
    ),
    tagName: 'section',
    properties: { className: ['chapter'] },
  });
  const chapters = [chapter('Chương một: hành trình hồi xứ Lạng'), chapter('Chương hai: những mùa hoa')];

  it.each(['article', 'bulletin'])('keeps all text on the paper in the template %s', async (name) => {
    const part: ElementNode = {
      ...article(block('h1', 'Phần một: những nẻo đường biên')),
      tagName: 'section',
      properties: { className: ['part'] },
    };
    const nested: ElementNode = {
      ...article(block('h2', 'Một chương nằm trong chương khác'), paragraph()),
      tagName: 'section',
      properties: { className: ['chapter', 'nested', 'in-part'] },
    };
    const { pages } = await set(name, [part, ...chapters, nested]);
    expect(pages.length).toBeGreaterThan(1);
    const left = pages.map((page) => Math.min(...linesOf(page).map(({ x }) => x)));
    const right = pages.map((page) => page.width - Math.max(...linesOf(page).map(endOf)));
    // 18 mm (51 pt) of margin on either side, less a comma that hangs.
    for (const free of [...left, ...right]) expect(free).toBeGreaterThan(47);
  });

  it('names the part of the chapter in the running heads of the article', async () => {
    const { pages } = await set('article', chapters);
    const head = (page: Page): string =>
      linesOf(page)
        .filter(({ y }) => y < 60)
        .flatMap(({ runs }) => runs.map(runText))
        .join('');
    expect(pages.slice(1, 3).map((page) => head(page).includes('· Mục'))).toEqual([false, true]);
  });

  it('stands in two columns in the bulletin', async () => {
    const { pages } = await set('bulletin', chapters);
    const starts = pages
      .slice(0, 1)
      .flatMap(linesOf)
      .map(({ x }) => Math.round((x / 72) * 25.4));
    expect(starts).toContain(18);
    expect(starts).toContain(18 + 90);
  });
});

/** The lower edge of a rectangle painted, pt from the top of the page. */
function bottomOf({ path }: Extract<PageItem, { type: 'path' }>): number {
  return Math.max(...path.map((part) => (part.type === 'rect' ? part.y + part.height : 0)));
}

describe('the end mark', () => {
  const last = block('p', 'Lời cuối.');
  const byline = block('p', 'HỒNG MINH', 'byline');
  const source = block('p', 'Theo TTXVN', 'source');
  const notes = element('section', { className: ['footnotes'] }, [block('p', 'Một.', 'footnote')]);
  const endings: readonly (readonly [string, readonly ElementNode[]])[] = [
    ['nothing', []],
    ['a byline', [byline]],
    ['a source', [source]],
    ['a source and a byline', [source, byline]],
    ['a byline and a source', [byline, source]],
    ['notes', [notes]],
  ];
  /** Small squares of 5.2 pt. */
  const marksOf = (page: Page): readonly PageItem[] =>
    itemsOf(page).filter(
      (item) =>
        item.type === 'path' &&
        item.path.some(
          (part) => part.type === 'rect' && Math.abs(part.width - part.height) < 0.01 && part.height < 6,
        ),
    );

  for (const name of ['article', 'bulletin']) {
    it.each(endings)(`stands once before %s in the template ${name}`, async (_, closing) => {
      const { pages } = await set(name, [article(block('h1', 'Tiêu đề'), paragraph(1), last, ...closing)]);
      expect(pages.flatMap(marksOf)).toHaveLength(1);
    });

    it(`stands in the line of the last word however long that is in the template ${name}`, async () => {
      // Last words a little longer than each other, so that one of them fills its line but for the mark.
      const ends = Array.from({ length: 60 }, (_, n) =>
        element('p', {}, [
          block('em', 'Sáng'),
          text(` ${sentence}${'tuần sau đó '.repeat(n / 20)}${'n'.repeat((n % 20) + 1)}.`),
        ]),
      );
      const { pages } = await set(
        name,
        ends.map((end) => article(block('h1', 'Tiêu đề'), end)),
      );
      const beside = pages.flatMap((page) =>
        marksOf(page).map((mark) => {
          const y = mark.type === 'path' ? bottomOf(mark) : 0;
          return linesOf(page).filter((line) => Math.abs(line.y - y) < 3 && line.tag.type !== 'artifact');
        }),
      );
      expect(beside).toHaveLength(ends.length);
      for (const lines of beside) expect(lines).not.toEqual([]);
    });
  }
});

describe('a tall picture', () => {
  it('stands in a column of the bulletin beside text, no wider than the column', async () => {
    const asset = await picture('a.jpg', 'jpeg', 'rgb');
    const tall = { ...asset, width: 900, height: 1600 };
    const body = article(
      block('h1', 'Tiêu đề'),
      photo('a.jpg', 'Hình'),
      ...Array.from({ length: 9 }, () => paragraph()),
    );
    const { pages } = await set('bulletin', [body], [tall]);
    const page = pages[0];
    if (!page) throw new Error('no page');
    const image = itemsOf(page).find((item) => item.type === 'image');
    if (image?.type !== 'image') throw new Error('no picture on the first page');
    expect(image.width).toBeLessThanOrEqual((84 / 25.4) * 72 + 0.01);
    const beside = linesOf(page).filter(({ x, y }) => {
      return x > image.x + image.width && y > image.y && y < image.y + image.height;
    });
    expect(beside.length).toBeGreaterThan(15);
  });
});

it('gives a table of nine columns a page across in the article', async () => {
  const cells = (count: number): ElementNode =>
    element('table', {}, [
      element(
        'tr',
        {},
        Array.from({ length: count }, (_, i) => block('td', `ô ${i + 1}`)),
      ),
    ]);
  const sizes = async (count: number): Promise<readonly string[]> => {
    const { pages } = await set('article', [
      article(block('h1', 'Bảng'), paragraph(), cells(count), paragraph()),
    ]);
    return pages.map(({ width, height }) => (width > height ? 'across' : 'upright'));
  };
  expect(await sizes(8)).toEqual(['upright']);
  expect(await sizes(9)).toEqual(['upright', 'across', 'upright']);
});
