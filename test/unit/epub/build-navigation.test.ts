import { describe, expect, it } from 'vitest';
import type { EbookDocument } from '../../../src/document/publication.js';
import type { ElementNode } from '../../../src/document/tree.js';
import { buildNavigation } from '../../../src/epub/build-navigation.js';
import { listCaptions } from '../../../src/epub/list-captions.js';
import type { Navigation } from '../../../src/epub/package-model.js';
import { phrasesFor } from '../../../src/epub/phrases.js';
import { findReferences, placeDocuments } from '../../../src/epub/place-documents.js';
import { chapterOf, h } from './ebook-fixture.js';

function navigationOf(documents: readonly EbookDocument[]): Navigation {
  const placed = placeDocuments(documents);
  const captions = listCaptions(placed, findReferences(placed));
  return buildNavigation([], placed, { captions, pages: [], phrases: phrasesFor('en') });
}

const figure = (caption: string, properties = {}): ElementNode =>
  h('figure', properties, h('img', { src: 'a.jpg' }), h('figcaption', {}, caption));

describe('the lists of figures and tables', () => {
  it('have what has a caption, by its words without the credit', () => {
    const credit = h('span', { className: ['credit'] }, 'Ảnh: A');
    const call = h('a', { href: '#fn-1', className: ['noteref'] }, '1');
    const body = h(
      'article',
      {},
      h('figure', {}, h('img', { src: 'a.jpg' }), h('figcaption', {}, 'Núi ', call, credit)),
      h('figure', {}, h('img', { src: 'a.jpg' })),
      h('figure', { className: ['without-photo'] }, h('figcaption', {}, 'Ảnh mất')),
      h('table', { id: 'b' }, h('caption', {}, 'Số liệu')),
      h('table', {}, h('tr', {}, h('td', {}, 'x'))),
    );
    const { figures, tables } = navigationOf([chapterOf(body)]);
    expect(figures).toEqual([{ label: 'Núi', href: 'bai.xhtml#figure-nui' }]);
    expect(tables).toEqual([{ label: 'Số liệu', href: 'bai.xhtml#b' }]);
  });

  it('name a figure by its caption, so that another one before it changes nothing', () => {
    const long = figure('Đồng chí phát biểu tại hội nghị tổng kết năm 2019');
    const alone = navigationOf([chapterOf(h('article', {}, long))]).figures[0]?.href;
    expect(alone).toBe('bai.xhtml#figure-dong-chi-phat-bieu-tai-hoi-nghi-tong');
    expect(navigationOf([chapterOf(h('article', {}, figure('Núi'), long))]).figures[1]?.href).toBe(alone);
    const twice = navigationOf([chapterOf(h('article', {}, figure('Núi'), figure('Núi')))]).figures;
    expect(twice.map(({ href }) => href)).toEqual(['bai.xhtml#figure-nui', 'bai.xhtml#figure-nui-2']);
  });
});

describe('the landmarks', () => {
  const types = (documents: readonly EbookDocument[]): readonly string[] =>
    navigationOf(documents).landmarks.map(({ type, href }) => `${type} ${href}`);

  it('are the places that the book has', () => {
    const chapter = chapterOf(h('article', {}, 'x'));
    const colophon: EbookDocument = { ...chapter, name: 'colophon', title: 'About', role: 'colophon' };
    expect(types([chapter])).toEqual(['toc toc.xhtml#toc', 'bodymatter bai.xhtml']);
    expect(types([colophon, chapter])).toEqual([
      'colophon colophon.xhtml',
      'toc toc.xhtml#toc',
      'bodymatter bai.xhtml',
    ]);
  });

  it('name the list of figures that the author has put into the text', () => {
    const lists = h('article', {}, h('nav', { className: ['figures'] }, h('ol')));
    expect(types([chapterOf(lists)])).toContain('loi bai.xhtml#list-of-figures');
    expect(types([chapterOf(h('article', {}, figure('Núi')))])).not.toContain('loi bai.xhtml');
  });
});
