import { describe, expect, it } from 'vitest';
import type { PagedDocument, Tag } from '../../../src/document/page.js';
import { text } from '../../../src/document/tree.js';
import { flat, h, layOut, textOfItem } from '../../support/lay-out.js';

/** `P(text)` of every structure element with what is tagged in it, in reading order. */
function reading(document: PagedDocument): string {
  const items = document.pages.flatMap((page) => flat(page.items));
  const show = (id: number): string => {
    const own = items.flatMap((item) => {
      const tag: Tag | undefined = 'tag' in item ? item.tag : undefined;
      return item.type === 'text' && tag?.type === 'structure' && tag.element === id
        ? [{ order: tag.order, text: textOfItem(item).trim() }]
        : [];
    });
    const inner = document.structure
      .filter(({ parent }) => parent === id)
      .map((child) => ({ order: child.order, text: show(child.id) }));
    const kids = [...own, ...inner].sort((a, b) => a.order - b.order).map(({ text: shown }) => shown);
    return `${document.structure[id]?.type}(${kids.join(' ')})`;
  };
  return show(0);
}

describe('structure', () => {
  it('follows the tree, text and elements interleaved', async () => {
    const { document } = await layOut('', [
      h('article', h('h1', 'A'), h('p', 'b ', h('a', { href: 'https://example.org/' }, 'c'), ' d')),
    ]);
    expect(reading(document)).toBe('Document(Art(H1(A) P(b Link(c) d)))');
  });

  it('leaves furniture of the template out', async () => {
    const furniture = { ...h('div', text('logo', { origin: 'template' })), origin: 'template' as const };
    const { document } = await layOut('', [furniture, h('p', 'a')]);
    expect(reading(document)).toBe('Document(P(a))');
    expect(flat(document.pages[0]?.items ?? []).map(({ tag }) => ('type' in tag ? tag.type : ''))).toEqual([
      'artifact',
      'structure',
    ]);
  });

  it('keeps a note where it is called in the text, whatever its place on the page', async () => {
    const { document } = await layOut('aside { float: footnote }', [
      h('p', 'a', h('a.noteref', { href: '#n' }, '1')),
      h('aside.footnote#n', h('p', 'note')),
      h('p', 'b'),
    ]);
    expect(reading(document)).toBe('Document(P(a Reference(Link(1))) Note(Lbl(1.) P(note)) P(b))');
  });

  it('names the language where it changes', async () => {
    const { document } = await layOut('', [h('p', 'a ', h('em', { lang: 'fr' }, 'b'))]);
    expect(document.structure.map(({ type, language }) => [type, language])).toEqual([
      ['Document', undefined],
      ['P', undefined],
      ['Span', 'fr'],
    ]);
  });
});

describe('what elements say of themselves', () => {
  it('is that they are blocks, where their type stands in lines', async () => {
    const { document } = await layOut('pre, .b { display: block } aside { float: footnote }', [
      h('pre', 'a'),
      h('p', h('code', 'b'), h('a.noteref', { href: '#n' }, '1')),
      h('aside.footnote#n', 'c'),
      h('a.b', { href: '#n' }, 'd'),
      h('p', h('q', 'e')),
    ]);
    const said = document.structure.map(({ type, block }) => (block ? `${type}!` : type));
    expect(said.join(' ')).toBe('Document Code! P Code Reference Link Note! Lbl Link! P Quote');
  });

  it('is where a note stands', async () => {
    const tree = [h('p', h('a.noteref', { href: '#n' }, '1')), h('aside.footnote#n', 'c')];
    const types = async (css: string): Promise<unknown> =>
      (await layOut(css, tree)).document.structure.find(({ type }) => type === 'Note')?.noteType;
    expect([await types('aside { float: footnote }'), await types('')]).toEqual(['Footnote', 'Endnote']);
  });

  it('is how a list is numbered', async () => {
    const css =
      'dl, ol, ul, dt, dd { display: block } li { display: list-item } .r { list-style: upper-roman }';
    const { document } = await layOut(css, [
      h('ol', h('li', 'a')),
      h('ol.r', h('li', 'a')),
      h('ul', h('li', 'a')),
      h('dl', h('dt', 'a'), h('dd', 'b')),
    ]);
    const lists = document.structure.filter(({ type }) => type === 'L');
    expect(lists.map(({ listNumbering }) => listNumbering)).toEqual([
      'Decimal',
      'UpperRoman',
      'Disc',
      'Description',
    ]);
  });
});

describe('links and destinations', () => {
  it('lie over their text and know their targets', async () => {
    const { document } = await layOut('', [h('p', 'aa ', h('a', { href: '#end' }, 'bb')), h('p#end', 'c')]);
    const link = flat(document.pages[0]?.items ?? []).find((item) => item.type === 'link');
    expect(link).toMatchObject({
      x: 30,
      y: 0,
      width: 20,
      target: { type: 'destination', id: 'end' },
      description: 'bb',
    });
    expect(document.destinations.get('end')).toMatchObject({ page: 0, y: 10 });
  });
});

describe('outline and page breaks', () => {
  it('list headings with their levels and places', async () => {
    const { document } = await layOut('h2 { break-before: page }', [
      h('h1', 'A'),
      h('h2', 'B ', h('em', 'c')),
    ]);
    expect(document.outline).toEqual([
      expect.objectContaining({ title: 'A', level: 1, page: 0, y: 0 }),
      expect.objectContaining({ title: 'B c', level: 2, page: 1, y: 0 }),
    ]);
  });

  it('say with which character each page begins', async () => {
    const { document } = await layOut('@page { size: 100pt 20pt }', [h('p', 'aaaaaa bbbbbb cccccc')]);
    const [first, second] = document.breaks;
    expect(first).toMatchObject({ label: '1', offset: 0 });
    expect(second).toEqual({ label: '2', node: first?.node, offset: 14 });
  });

  it('begin a page of floats where the text goes on, the last with what is on it', async () => {
    const float = (words: string) => h('div', { style: 'float: block-start; height: 20pt' }, words);
    const { document } = await layOut('@page { size: 100pt 20pt }', [
      h('p', 'aaa', float('x'), ' bbbbbbbbb ccccccccc'),
      h('p', 'ddd', float('y')),
    ]);
    // Keys: html 1, body 2, the paragraphs 3 and 8.
    expect(document.breaks).toEqual([
      { label: '1', node: 4, offset: 0 },
      { label: '2', node: 7, offset: 11 },
      { label: '3', node: 7, offset: 11 },
      { label: '4', node: 11, offset: 0 },
    ]);
  });
});

describe('generated content', () => {
  it('shows counters, attributes and page numbers of targets', async () => {
    const css = `h2 { counter-increment: part } h2::before { content: counter(part) '. ' }
      a::after { content: ' ' target-counter(attr(href), page) }`;
    const { document } = await layOut(css, [
      h('p', h('a', { href: '#x' }, 'see')),
      h('h2', 'A'),
      h('h2#x', { style: 'break-before: page' }, 'B'),
    ]);
    const shown = document.pages.map((page) =>
      flat(page.items).flatMap((item) => (item.type === 'text' ? [textOfItem(item).trim()] : [])),
    );
    expect(shown).toEqual([
      ['see', '2', '1.', 'A'],
      ['2.', 'B'],
    ]);
  });
});
