/**
 * The SVG and the PDF of a page agree: every word of the SVG's text stands where the PDF, read back, has
 * it, and its outlines begin at the same places.
 */
import { describe, expect, it } from 'vitest';
import { openPdf } from '../../../src/check/pdf/open-pdf.js';
import type { TextShow } from '../../../src/check/pdf/read-content.js';
import { readPdf } from '../../../src/check/pdf/read-pdf.js';
import { writePdf } from '../../support/write-pdf.js';
import { pageToSvg } from '../../../src/svg/page-to-svg.js';
import { jpeg, setMarkdown } from '../../support/set-markdown.js';

const sentence =
  'Chợ *phiên* họp từ lúc **tờ mờ** sáng, khi sương còn phủ kín các mái nhà sàn dưới chân núi. ';
const markdown = `# Chợ phiên vùng biên

${sentence.repeat(4)}[^1]

[^1]: Ghi theo lời kể.

## Những việc

- [x] soạn chữ, rồi gửi cho ban biên tập đọc lại một lần nữa trước khi in
- [ ] chụp ảnh H~2~O, xem [](#bang){.page}

| Huyện | Dân số |
| --- | ---: |
| Cao Lộc | 79.900 |

: Dân số {#bang}

> [!NOTE]
> ${sentence}

![cảnh](a.jpg "Chợ Đồng Đăng. Ảnh: Hà My")

\`\`\`js
const a = "b"; // một dòng dài hơn bề rộng của cột chữ để xem nó xuống dòng ra sao, và ở đâu
\`\`\`

${sentence.repeat(6)}
`;

/** A word and the place of its first letter, pt from the top left corner. */
interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** The words of an operator. Nothing scales text on these pages: text space is the page's. */
function wordsOf({ glyphs, starts, from }: TextShow, height: number): readonly Placed[] {
  const words: { text: string; x: number; y: number }[] = [];
  let open: { text: string; x: number; y: number } | undefined;
  glyphs.forEach(({ text = '', wordSpace }, index) => {
    if (wordSpace) open = undefined;
    else if (open) open.text += text;
    else words.push((open = { text, x: from.x + (starts[index] ?? 0), y: height - from.y }));
  });
  return words;
}

/** The words of the SVG that begin behind a blank or at the head of a run. */
function wordsOfSvg(svg: string): readonly Placed[] {
  return [...svg.matchAll(/<text x="([^"]*)" y="([^"]*)"[^>]*>(.*?)<\/text>/g)].flatMap(
    ([, left = '', y = '', spans = '']) =>
      [...spans.matchAll(/<tspan(?: x="([^"]*)")?>([^<]*)<\/tspan>/g)].map(([, x = left, text = '']) => ({
        text: text.replaceAll('&lt;', '<').replaceAll('&amp;', '&').trim(),
        x: Number(x),
        y: Number(y),
      })),
  );
}

describe.each(['bulletin', 'article'])('a page of the template %s', (template) => {
  it('has every word of the SVG where the PDF has it', async () => {
    const { paged, publication, host } = await setMarkdown(markdown, template, {
      'a.jpg': await jpeg(1200, 800),
    });
    const { metadata, identifier, modified } = publication;
    const config = { edition: 'archive', metadata, title: 'Chợ', identifier, modified } as const;
    const { value: bytes } = await writePdf(paged, config, host);
    const { value: file } = openPdf(bytes ?? new Uint8Array(), 'x.pdf');
    if (!file) throw new Error('the file cannot be read');
    const contents = readPdf(file);
    let compared = 0;
    paged.pages.forEach((page, index) => {
      const shows = contents.pages[index]?.shows ?? [];
      const inPdf = shows.flatMap((show) => wordsOf(show, page.height));
      for (const word of wordsOfSvg(pageToSvg(page, { text: 'text' }))) {
        if (word.text === '') continue;
        const near = inPdf.find(
          ({ text, x, y }) =>
            Math.abs(x - word.x) < 0.03 &&
            Math.abs(y - word.y) < 0.03 &&
            word.text.startsWith(text.slice(0, 1)),
        );
        expect(near, `page ${page.number}: ${word.text} at ${word.x}, ${word.y}`).toBeDefined();
        compared += 1;
      }
    });
    expect(compared).toBeGreaterThan(150);
  });

  it('has the same places in text as in outlines', async () => {
    const { paged } = await setMarkdown(markdown, template, { 'a.jpg': await jpeg(1200, 800) });
    for (const page of paged.pages) {
      const outlined = [...pageToSvg(page).matchAll(/translate\(([-\d.]+) ([-\d.]+)\) scale/g)];
      const begins = new Set(outlined.map(([, x, y]) => `${x} ${y}`));
      const runs = [
        ...pageToSvg(page, { text: 'text' }).matchAll(/<text x="([^"]*)" y="([^"]*)"[^>]*>(.*?)<\/text>/g),
      ];
      const visible = runs.filter(([, , , spans = '']) => spans.replace(/<[^>]*>/g, '').trim() !== '');
      for (const [, x, y] of visible) expect(begins).toContain(`${x} ${y}`);
    }
  });
});
