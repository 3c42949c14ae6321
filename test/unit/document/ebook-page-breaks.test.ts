import { describe, expect, it } from 'vitest';
import type { PagedDocument } from '../../../src/document/page.js';
import type { Section } from '../../../src/document/publication.js';
import { ebookPageBreaks } from '../../../src/document/ebook-page-breaks.js';
import { h, keyed } from '../epub/ebook-fixture.js';

const metadata = { authors: [], sources: [], language: 'vi', extra: {} };
const section = (id: string, first: number): Section => ({
  id,
  title: id,
  body: keyed(h('article', { id }, ' ', h('h1', {}, id), h('p', {}, 'chữ')), first),
  language: 'vi',
  metadata,
});

describe('ebookPageBreaks', () => {
  it('tells an article that begins below another its page, and only such a one', () => {
    // The words of the titles have the keys 4, 104 and 204.
    const sections = [section('a', 1), section('b', 101), section('c', 201)];
    const pages = ['1', '2'].map((label) => ({ label }));
    const destinations = new Map([
      ['a', { page: 0, y: 0 }],
      ['b', { page: 0, y: 90 }],
      ['c', { page: 1, y: 0 }],
    ]);
    const breaks = [
      { label: '1', node: 4, offset: 0 },
      { label: '2', node: 204, offset: 0 },
    ];
    const printed = { pages, destinations, breaks } as unknown as PagedDocument;
    expect(ebookPageBreaks(printed, sections)).toEqual([
      { label: '1', node: 4, offset: 0 },
      { label: '1', node: 104, offset: 0 },
      { label: '2', node: 204, offset: 0 },
    ]);
  });
});
