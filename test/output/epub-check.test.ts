/** EPUBCheck over ebooks made by hand: everything the serialiser can write is in one of them. */
import { expect, it } from 'vitest';
import { writeEpub, type WholeConfig } from '../../src/epub/write-epub.js';
import type { DressedEbook, Metadata } from '../../src/document/publication.js';
import { memoryHost } from '../support/memory-host.js';
import { checkBytes, epubCheck } from '../support/tools.js';
import { describeWith } from '../support/with-tools.js';
import { everything } from '../unit/epub/everything.js';
import { chapterOf, ebookOf, h, keyed, picture, plainConfig } from '../unit/epub/ebook-fixture.js';

const clean = { file: 'book.epub', passed: true, said: [] };
const host = memoryHost();

const nothing: Metadata = { authors: [], sources: [], language: 'vi', extra: {} };

async function check(made: DressedEbook, metadata: Metadata, more: Partial<WholeConfig> = {}) {
  const ebook = { ...made, publication: { ...made.publication, metadata } };
  const { value } = await writeEpub(ebook, { ...plainConfig, ...more }, host);
  return checkBytes('book.epub', value ?? new Uint8Array(0), epubCheck);
}

describeWith(['epubcheck'], 'EPUBCheck finds nothing', () => {
  it('in an issue with cover, fonts, contents, pages and notes, of which everything is said', async () => {
    const src = host.resource('fonts/source-serif-4/SourceSerif4-Regular.ttf');
    const found = await check(await ebookOf(), everything, {
      css: 'body { font-family: "Source Serif 4", serif; }\n',
      fonts: {
        faces: [{ family: 'Source Serif 4', src, weight: 400, style: 'normal' }],
        uses: [{ families: ['Source Serif 4', 'serif'], weight: 400, italic: false }],
      },
      coverImage: (await picture('jpeg', 'c', 160, 256)).bytes,
      pageBreaks: [
        { label: '1', node: 3, offset: 0 },
        { label: '2', node: 5, offset: 0 },
        { label: '3', node: 9, offset: 7 },
        { label: '3', node: 103, offset: 0 },
      ],
    });
    expect(found).toEqual(clean);
  });

  it('in a single article without contents page, with every kind of block, of which nothing is said', async () => {
    const body = h(
      'article',
      { id: 'bai' },
      h(
        'header',
        {},
        h('p', { className: ['kicker'] }, 'Nhãn'),
        h('h1', { id: 'h' }, 'Đầu ', h('wbr'), 'đề'),
      ),
      h(
        'p',
        {},
        'Chữ ',
        h('em', {}, 'nghiêng'),
        h('sup', {}, '2'),
        ' ',
        h('a', { href: 'https://a.vn/tìm?a=ễ b' }, 'web'),
      ),
      h('figure', { className: ['without-photo'] }, h('figcaption', {}, 'Ảnh thiếu')),
      h('ol', { start: 3, reversed: true }, h('li', { value: 5 }, 'a'), h('li', {}, h('p', {}, 'b'))),
      h('dl', { className: ['interview'] }, h('dt', {}, 'Hỏi'), h('dd', {}, 'Đáp')),
      h('p', { className: ['verse'] }, 'một', h('br'), 'hai'),
      h('aside', { className: ['pull-quote'] }, h('p', {}, 'Trích')),
      h('pre', {}, h('code', {}, 'a < b && c\n  d')),
      h('p', {}, 'x', h('a', { href: '#fn-1', className: ['noteref'], id: 'fnref-1' }, '1')),
      h(
        'section',
        { className: ['footnotes'] },
        h('aside', { id: 'fn-1', className: ['footnote'] }, h('p', {}, 'n')),
      ),
      h('math', { display: 'block', alttext: 'x' }, h('mi', {}, 'x')),
      h('p', { lang: 'lo' }, 'ສະບາຍດີ', h('time', { dateTime: '2020-01-13' }, '13/1'), h('q', {}, 'q')),
    );
    expect(await check(await ebookOf([chapterOf(keyed(body))]), nothing)).toEqual(clean);
  });
});
