/** What authors write in Markdown beside paragraphs, on the pages of both templates. */
import { runText } from '../../support/set-text.js';
import { describe, expect, it } from 'vitest';
import type { GlyphRun } from '../../../src/document/glyph-run.js';
import type { LinkItem, Page, PageItem, TextItem } from '../../../src/document/page.js';
import { jpeg, setMarkdown } from '../../support/set-markdown.js';

const sentence = 'Chợ phiên họp từ lúc tờ mờ sáng, khi sương còn phủ kín các mái nhà sàn dưới chân núi. ';
const prose = (paragraphs: number): string => `${sentence.repeat(5)}\n\n`.repeat(paragraphs);

function itemsOf(page: Page | undefined): readonly PageItem[] {
  const open = (item: PageItem): readonly PageItem[] =>
    item.type === 'group' ? item.items.flatMap(open) : [item];
  return page?.items.flatMap(open) ?? [];
}

const linesOf = (page: Page | undefined): readonly TextItem[] =>
  itemsOf(page).filter((item): item is TextItem => item.type === 'text');

const wordsOf = (runs: readonly GlyphRun[]): string =>
  runs.map(runText).join('').replaceAll('\u00a0', ' ').trim();

interface Line {
  readonly text: string;
  readonly page: number;
  readonly runs: readonly GlyphRun[];
  /** Ends of what it shows, pt. */
  readonly from: number;
  readonly to: number;
}

/** The lines of a document: items that follow each other on one baseline, links and all. */
function lines(pages: readonly Page[]): readonly Line[] {
  const found: { page: number; y: number; to: number; from: number; runs: GlyphRun[] }[] = [];
  for (const page of pages) {
    for (const { x, y, runs } of linesOf(page)) {
      const inked = runs.filter((run) => wordsOf([run]) !== '');
      const [from, to] = [
        Math.min(...inked.map((run) => x + run.x)),
        Math.max(...inked.map((run) => x + run.x + run.width)),
      ];
      const last = found.at(-1);
      if (last && last.page === page.number && last.y === y && from >= last.from) {
        last.runs.push(...runs);
        last.to = Math.max(last.to, to);
      } else found.push({ page: page.number, y, from, to, runs: [...runs] });
    }
  }
  return found.map((line) => ({ ...line, text: wordsOf(line.runs) }));
}

describe.each(['bulletin', 'article'])('the template %s', (template) => {
  const set = async (markdown: string, edition: 'print' | 'archive' = 'archive') => {
    const pictures = { 'a.jpg': await jpeg(1600, 1000), 'b.jpg': await jpeg(700, 1200) };
    const { paged, diagnostics } = await setMarkdown(markdown, template, pictures, edition);
    expect(diagnostics).toEqual([]);
    return paged;
  };

  it('sets no indent where a text or a part of it begins, with a picture between or not', async () => {
    const begin = async (markdown: string): Promise<number> => {
      const { pages } = await set(`# Phiên chợ\n\n${markdown}${prose(2)}`);
      const starts = lines(pages).filter(({ text }) => text.startsWith('Chợ phiên'));
      return (
        (starts[0]?.from ?? 0) -
        Math.min(
          ...lines(pages)
            .filter(({ text }) => /^[a-zà-ỹ]/.test(text))
            .map(({ from }) => from),
        )
      );
    };
    for (const before of [
      '',
      '![Tranh](a.jpg "Chú thích")\n\n',
      '<div>\n\n',
      '## Một\n\n![Tranh](b.jpg "Chú thích")\n\n',
    ])
      expect(Math.abs(await begin(before)), before).toBeLessThan(1);
  });

  it.each(['', '![Tranh](a.jpg "Chú thích")\n\n'])(
    'hangs a subtitle below its title, before all else',
    async (picture) => {
      const { pages } = await set(
        `---\ntitle: Phiên chợ\nsubtitle: Một ngày ở vùng biên\nauthor: Hà My\n---\n\n# Phiên chợ\n\n${picture}${prose(3)}`,
      );
      const placed = linesOf(pages[0]).map(({ x, y, runs }) => ({
        x,
        y,
        size: runs[0]?.size ?? 0,
        text: wordsOf(runs),
      }));
      const title = placed.find(({ text }) => text === 'Phiên chợ');
      const subtitle = placed.find(({ text }) => text === 'Một ngày ở vùng biên');
      if (!title || !subtitle) throw new Error('no title');
      const text = placed.filter(({ text }) => /^Chợ phiên|^Hà My/.test(text));
      expect(subtitle.x).toBeCloseTo(title.x, 3);
      expect(subtitle.y).toBeGreaterThan(title.y);
      // Closer to its title than to the text.
      expect(subtitle.y - title.y).toBeLessThan(
        Math.min(...text.map(({ y }) => y)) - subtitle.y + subtitle.size,
      );
      expect(title.size / subtitle.size).toBeGreaterThan(1.5);
      expect(subtitle.size).toBeGreaterThan(12);
    },
  );

  it.each(['print', 'archive'] as const)(
    'lists contents, figures and tables with their pages in %s',
    async (edition) => {
      const paged = await set(
        `# Bài\n\n[[toc]]\n\n[[figures]]\n\n[[tables]]\n\n${prose(12)}## Mục hai\n\n${prose(6)}` +
          `![cảnh](a.jpg "Đường đèo")\n\n${prose(6)}| a |\n| - |\n| 1 |\n\n: Dân số\n\n${prose(3)}`,
        edition,
      );
      const all = lines(paged.pages);
      for (const [entry, place] of [
        ['Mục hai', 'Mục hai'],
        ['Đường đèo', 'Đường đèo'],
        ['Dân số', 'Dân số'],
      ] as const) {
        // The first line with these words is the entry, the last one what it speaks of.
        const first = all.find(({ text }) => text.startsWith(entry));
        const last = all.findLast(({ text }) => text === place || text.startsWith(`${place} `));
        expect(last?.page, entry).toBeGreaterThan(1);
        expect(first?.text.split(/\D+/).at(-1), entry).toBe(String(last?.page));
      }
      const targets = paged.pages
        .flatMap(itemsOf)
        .flatMap((item) =>
          item.type === 'link' && item.target.type === 'destination' ? [item.target.id] : [],
        );
      expect(targets).toEqual(expect.arrayContaining(['muc-hai', 'figure-duong-deo', 'table-dan-so']));
      for (const target of targets) expect([...paged.destinations.keys()]).toContain(target);
    },
  );

  it('says the page of a cross reference, as a link to it', async () => {
    const paged = await set(
      `# Bài\n\nXem [](#hai){.page} và [chỗ này](#hai).\n\n${prose(20)}## Mục hai {#hai}\n\n${prose(1)}`,
    );
    const page = lines(paged.pages).find(({ text }) => text === 'Mục hai')?.page;
    expect(page).toBeGreaterThan(1);
    expect(
      lines(paged.pages)[0] &&
        lines(paged.pages)
          .map(({ text }) => text)
          .join(' '),
    ).toContain(`Xem Mục hai (trang ${page}) và chỗ này.`);
    const links = itemsOf(paged.pages[0]).filter((item): item is LinkItem => item.type === 'link');
    expect(links.map(({ target }) => target)).toEqual([
      { type: 'destination', id: 'hai' },
      { type: 'destination', id: 'hai' },
    ]);
  });

  it('sets the words of code apart, and a line that goes on stands in', async () => {
    const paged = await set(
      '# Bài\n\nChữ.\n\n```js\nconst a = "b"; // một dòng dài hơn bề rộng của cột chữ, để xem nó xuống dòng ra sao và thụt vào ở đâu\nlet c;\n```\n',
    );
    const code = lines(paged.pages).filter(({ runs }) => runs[0]?.face.family === 'Source Code Pro');
    // 1.8 em of 8 pt. The first line, those that it goes on in, and the second line; columns are 90 mm apart.
    const left = code[0]?.from ?? Number.NaN;
    const places = code.map(({ from }) => Math.round(10 * ((from - left) % ((90 / 25.4) * 72))) / 10);
    expect(places).toEqual([0, ...places.slice(2).map(() => 14.4), 0]);
    expect(places.length).toBeGreaterThan(2);
    const runs = code.flatMap((line) => line.runs);
    const look = (word: string) => runs.find((run) => wordsOf([run]).startsWith(word));
    expect(look('const')?.face.weight).toBe(700);
    expect(look('a =')?.face.weight).toBe(400);
    const inks = ['const', 'a =', '"b"', '//'].map((word) => JSON.stringify(look(word)?.color));
    expect(new Set(inks).size).toBe(4);
  });

  it('hangs the boxes of tasks where others have their dash', async () => {
    const paged = await set('# Bài\n\nChữ.\n\n- [x] soạn chữ\n- [ ] chụp ảnh\n');
    const placed = paged.pages.flatMap(linesOf).map((item) => ({
      text: wordsOf(item.runs),
      x: Math.min(...item.runs.filter((run) => wordsOf([run]) !== '').map((run) => item.x + run.x)),
    }));
    const xOf = (words: string): number => placed.find(({ text }) => text === words)?.x ?? Number.NaN;
    expect(xOf('☑')).toBeCloseTo(xOf('Chữ.'), 0);
    // The words stand where those of other lists do: 4 mm in the bulletin, 5 mm in the article.
    const hang = template === 'bulletin' ? 11.3 : 14.2;
    expect(xOf('soạn chữ') - xOf('☑')).toBeCloseTo(hang, 0);
    expect(xOf('chụp ảnh') - xOf('☐')).toBeCloseTo(hang, 0);
  });

  it('sets numbers of a table right under each other', async () => {
    const paged = await set(
      '# Bài\n\nChữ.\n\n| Huyện | Dân số |\n| - | -: |\n| Cao Lộc | 79.900 |\n| Bình Gia | 1 |\n',
    );
    const all = lines(paged.pages);
    const ends = [/Dân số$/, /79\.900$/, /Gia ?1$/].map((words) => {
      const line = all.findLast(({ text }) => words.test(text));
      return Math.round(line?.to ?? Number.NaN);
    });
    expect(new Set(ends).size).toBe(1);
  });

  it('keeps a table with a caption below the headline', async () => {
    const paged = await set(`# Bài\n\n${prose(1)}| a |\n| - |\n| 1 |\n\n: Dân số\n\n${prose(2)}`);
    const yOf = (words: string): number =>
      linesOf(paged.pages[0]).find(({ runs }) => wordsOf(runs) === words)?.y ?? Number.NaN;
    expect(yOf('Dân số')).toBeGreaterThan(yOf('Bài'));
  });

  it('leaves no page without text between figures and text that goes on', async () => {
    const paged = await set(
      `# Bài\n\n${prose(8)}![cảnh](b.jpg "Cao")\n\n${prose(2)}![cảnh](a.jpg "Rộng")\n\n${prose(2)}` +
        `![cảnh](b.jpg "Cao nữa")\n\n${prose(14)}`,
    );
    const pages = paged.pages.slice(0, -1);
    expect(pages.length).toBeGreaterThan(1);
    const size = template === 'bulletin' ? 10 : 10.5;
    for (const page of pages) {
      const text = lines([page]).filter(({ runs }) => runs[0]?.size === size);
      expect(text.length, `page ${page.number}`).toBeGreaterThan(2);
    }
  });
});
