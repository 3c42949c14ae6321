import { beforeAll, describe, expect, it } from 'vitest';
import type { ImageAsset } from '../../../src/document/publication.js';
import type { ElementNode } from '../../../src/document/tree.js';
import { gatherPictures } from '../../../src/epub/gather-pictures.js';
import { placeDocuments } from '../../../src/epub/place-documents.js';
import { chapterOf, furniture, h, picture } from './ebook-fixture.js';

let assets: Map<string, ImageAsset>;
beforeAll(async () => {
  assets = new Map();
  for (const id of ['Ảnh Đẹp.png', 'anh-dep.png', 'c.png']) assets.set(id, await picture('png', id));
});

const gather = (body: ElementNode) => gatherPictures(placeDocuments([chapterOf(body)]), assets);
const shown = (body: ElementNode) => [...gather(body).value.shown.values()];

describe('gatherPictures', () => {
  it('tells of a formula without a text in its place', () => {
    const said = (properties = {}) =>
      gather(h('p', {}, h('math', properties, h('mi', {}, 'x')))).diagnostics.map(({ code }) => code);
    expect(said()).toEqual(['EPUB-FORMULA']);
    expect(said({ alttext: 'x' })).toEqual([]);
  });

  it('gives ASCII names that are unique, and each picture one file', () => {
    const body = h(
      'div',
      {},
      h('img', { src: 'Ảnh Đẹp.png', alt: 'a' }),
      h('img', { src: 'anh-dep.png', alt: 'b' }),
      h('img', { src: 'Ảnh Đẹp.png', alt: 'c' }),
    );
    const { value } = gather(body);
    expect(value.files.map(({ href, mediaType }) => [href, mediaType])).toEqual([
      ['images/anh-dep.png', 'image/png'],
      ['images/anh-dep-2.png', 'image/png'],
    ]);
    expect(value.files[0]?.bytes).toBe(assets.get('Ảnh Đẹp.png')?.bytes);
  });

  it('knows alternative text that was written from a caption that stands in', () => {
    const figure = (properties: object) =>
      h('figure', {}, h('img', { src: 'c.png', ...properties }), h('figcaption', {}, 'Chú  thích\nảnh'));
    expect(gather(figure({ alt: 'Tả' })).value.authored).toBe(true);
    expect(gather(figure({ alt: 'Chú thích', dataAltFrom: 'caption' })).value.authored).toBe(false);
    expect(shown(figure({}))).toEqual([{ href: 'images/c.png', alt: 'Chú thích ảnh' }]);
    expect(gather(figure({})).value.authored).toBe(false);
  });

  it('lets furniture and what is declared so be decoration', () => {
    expect(shown(furniture(h('p', {}, h('img', { src: 'c.png', alt: '' }))))).toEqual([
      { href: 'images/c.png', alt: '' },
    ]);
    expect(shown(h('img', { src: 'c.png', alt: '', role: 'presentation' }))).toHaveLength(1);
  });

  it('withholds the ebook for a picture without words and for one that is not there', () => {
    const bare = { ...h('img', { src: 'c.png' }), span: { file: 'bai.md', line: 7 } };
    expect(gather(h('p', {}, bare)).diagnostics).toEqual([
      {
        code: 'EPUB-ALT',
        severity: 'error',
        values: { path: 'input/c.png' },
        span: { file: 'bai.md', line: 7 },
        edition: 'ebook',
      },
    ]);
    expect(gather(h('img', { src: 'mat.png', alt: 'x' })).diagnostics.map(({ code }) => code)).toEqual([
      'EPUB-PICTURE',
    ]);
  });
});
