/**
 * A dressed ebook made by hand: colophon, contents and two articles with a picture, a table, notes and
 * links between them. Content nodes get keys in document order as `assemble` gives them.
 */
import sharp from 'sharp';
import type { DressedEbook, EbookDocument, ImageAsset } from '../../../src/document/publication.js';
import {
  element,
  text,
  type ElementNode,
  type Properties,
  type TreeNode,
} from '../../../src/document/tree.js';
import type { EpubConfig } from '../../../src/epub/write-epub.js';

/** An element; strings become text nodes. */
export function h(
  tagName: string,
  properties: Properties = {},
  ...children: readonly (TreeNode | string)[]
): ElementNode {
  return element(
    tagName,
    properties,
    children.map((child) => (typeof child === 'string' ? text(child) : child)),
  );
}

/** The same tree with keys from `first` on, in document order; furniture keeps none. */
export function keyed(root: ElementNode, first = 1): ElementNode {
  let next = first;
  const visit = (node: TreeNode): TreeNode => {
    const mark = node.origin === undefined || node.origin === 'content' ? { key: next++ } : {};
    return node.type === 'text'
      ? { ...node, ...mark }
      : { ...node, ...mark, children: node.children.map(visit) };
  };
  return visit(root) as ElementNode;
}

/** The same tree as furniture of a template. */
export function furniture(node: ElementNode): ElementNode {
  const visit = (each: TreeNode): TreeNode =>
    each.type === 'text'
      ? { ...each, origin: 'template' }
      : { ...each, origin: 'template', children: each.children.map(visit) };
  return visit(node) as ElementNode;
}

const firstArticle = h(
  'article',
  { id: 'bai-1' },
  h('p', { className: ['kicker'] }, 'Thời sự'),
  h('h1', { id: 'tieu-de' }, 'Sở Nội vụ triển khai nhiệm vụ'),
  h(
    'p',
    { className: ['lead'] },
    h('span', { className: ['dateline'] }, 'LSO'),
    ' – Chiều nay & ngày mai <13/1>',
  ),
  h(
    'figure',
    { id: 'hinh-1' },
    h('img', { src: 'Ảnh số 1.png', alt: 'Hội trường "lớn"' }),
    h('figcaption', {}, 'Quang cảnh hội nghị'),
  ),
  h('p', {}, 'Đồng chí phát biểu tại', h('a', { href: '#fn-1', className: ['noteref'] }, '1'), ' hội nghị.'),
  h(
    'p',
    {},
    'Xem thêm ',
    h('a', { href: '#bang' }, 'bảng ở bài hai'),
    ' và ',
    h('a', { href: '#khong-co' }, 'chỗ lạ'),
  ),
  h('aside', { id: 'fn-1', className: ['footnote'] }, h('p', {}, 'Chỉ số hiệu quả quản trị.')),
);

const secondArticle = h(
  'article',
  { id: 'bai-2' },
  h('h1', { id: 'tieu-de-2' }, 'Bài hai'),
  h('h2', { id: 'muc' }, 'Một mục'),
  h(
    'table',
    { id: 'bang' },
    h('caption', {}, 'Số liệu'),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Năm'), h('th', { scope: 'col' }, 'Số'))),
    h('tbody', {}, h('tr', {}, h('td', { colSpan: 2, className: ['align-right'] }, '4.800'))),
  ),
  h('blockquote', { lang: 'en' }, h('p', {}, 'A line', h('br'), 'another line')),
  h('aside', { className: ['box'] }, h('p', {}, 'Hộp')),
);

/** The articles with keys: the first has 1 to 24, the second from 101 on. */
export const articles = [keyed(firstArticle), keyed(secondArticle, 101)] as const;

const colophon = furniture(
  h('section', { className: ['colophon'] }, h('p', {}, 'Chịu trách nhiệm xuất bản')),
);

/** A small picture with real bytes. */
export async function picture(
  format: 'png' | 'jpeg',
  id: string,
  width = 8,
  height = 6,
): Promise<ImageAsset> {
  const bytes = await sharp({ create: { width, height, channels: 3, background: '#a81a1d' } })
    [format]()
    .toBuffer();
  return { id, path: `input/${id}`, format, bytes, width, height, colour: 'rgb', alpha: false };
}

/** The whole ebook; `documents` replaces the four. */
export async function ebookOf(documents?: readonly EbookDocument[]): Promise<DressedEbook> {
  const image = await picture('png', 'Ảnh số 1.png');
  return {
    publication: {
      slug: 'so-noi-vu',
      metadata: {
        title: 'Sở Nội vụ & "2020"',
        subtitle: 'Bản tin',
        authors: ['HÀ MY', 'Trần <B>'],
        sources: [],
        date: '2020-01-13',
        language: 'vi',
        extra: {},
      },
      sections: [],
      outline: [
        { title: 'Sở Nội vụ triển khai', level: 1, target: 'tieu-de', children: [] },
        {
          title: 'Bài hai',
          level: 1,
          target: 'tieu-de-2',
          children: [{ title: 'Một mục', level: 2, target: 'muc', children: [] }],
        },
      ],
      notes: ['fn-1'],
      targets: new Map(),
      assets: new Map([[image.id, image]]),
      sources: new Map(),
      identifier: 'urn:uuid:0b7a2a5e-38a1-5a52-9a0c-2f6c1de0a111',
      modified: '2020-01-13T00:00:00Z',
    },
    documents: documents ?? [
      { name: 'loi-nha-xuat-ban', title: 'Ấn phẩm này', body: colophon, language: 'vi', role: 'colophon' },
      { name: 'muc-luc', title: 'Mục lục', body: h('nav'), language: 'vi', role: 'contents' },
      { name: 'bai-1', title: 'Sở Nội vụ', body: articles[0], language: 'vi', role: 'chapter' },
      { name: 'bai-2', title: 'Bài hai', body: articles[1], language: 'vi', role: 'chapter' },
    ],
    stylesheets: [],
    assets: new Map(),
  };
}

/** One chapter with this body. */
export function chapterOf(body: ElementNode): EbookDocument {
  return { name: 'bai', title: 'Bài', body, language: 'vi', role: 'chapter' };
}

export const plainConfig: EpubConfig = {
  css: 'body { font-family: serif; }\n',
  fonts: { faces: [], uses: [] },
  modified: '2020-01-13T08:30:10Z',
  identifier: 'urn:uuid:0b7a2a5e-38a1-5a52-9a0c-2f6c1de0a111',
};
