import { describe, expect, it } from 'vitest';
import { h } from '../../../support/lay-out.js';
import { boxesOf, showAll } from './show-boxes.js';

describe('generated content', () => {
  it('stands in front and after, in any display', async () => {
    const { shown } = await boxesOf(
      `.i::before { content: '«' } .i::after { content: '»'; color: red }
       .b::before { content: 'x'; display: block } .b::after { content: 'y'; display: inline-block }
       .f::before { content: 'z'; float: left } .f::after { content: 'w'; position: absolute }
       .n::before { content: none } .n::after { content: 'n'; display: none }`,
      ...['i', 'b', 'f', 'n'].map((name) => h(`p.${name}`, name)),
    );
    expect(shown).toBe(
      'block{[«i»]} block{block{[x]} [b(block{[y]})]} block{[^block{[z]}f^block{[w]}]} block{[n]}',
    );
  });

  it('holds strings, attributes, counters, pictures and leaders', async () => {
    const { shown } = await boxesOf(
      `p { counter-increment: c 2 } p::before { content: 'a' attr(title) counter(c, upper-roman) url(b.png) leader('.') url(none.png) }`,
      h('p', { title: 'T' }, 'x'),
    );
    expect(shown).toBe('c=2 block{[aTII(image:b.png)….…x]}');
  });

  it('has quotation marks by depth and language', async () => {
    const quotes = 'q::before { content: open-quote } q::after { content: close-quote }';
    const nested = h('p', h('q', 'a', h('q', 'b', h('q', 'c'))));
    expect((await boxesOf(quotes, nested)).shown).toBe('block{[“a‘b‘c’’”]}');
    const french = h('p', { lang: 'fr' }, h('q', { lang: 'ja' }, 'a', h('q', 'b')));
    expect((await boxesOf(quotes, french)).shown).toBe('block{[«a『b』»]}');
    expect(
      (await boxesOf(`${quotes} p { quotes: '<' '>' '(' ')' } q { quotes: inherit }`, nested)).shown,
    ).toBe('block{[<a(b(c))>]}');
    expect((await boxesOf(`${quotes} q { quotes: none }`, nested)).shown).toBe('block{[abc]}');
  });

  it('counts depth without showing, and closes nothing that is not open', async () => {
    const { shown } = await boxesOf(
      `.a::before { content: no-open-quote } .a::after { content: close-quote }
       .b::before { content: close-quote 'x' open-quote }`,
      h('p.a', 'a'),
      h('p.b', 'b'),
    );
    expect(shown).toBe('block{[a”]} block{[x“b]}');
  });
});

describe('counters', () => {
  it('nest, and are seen by siblings', async () => {
    const { shown } = await boxesOf(
      `ol { counter-reset: n } li { counter-increment: n; display: block } li::before { content: counters(n, '.') ' ' }`,
      h('ol', h('li', 'a', h('ol', h('li', 'b'), h('li', 'c'))), h('li', 'd')),
    );
    expect(shown.replaceAll(/n=[\d.]+ /gu, '')).toBe(
      'block{block{[1 a] block{block{[1.1 b]} block{[1.2 c]}}} block{[2 d]}}',
    );
  });

  it('of a sibling are not seen where the parent has one of the name', async () => {
    const { shown } = await boxesOf(
      `div { counter-reset: c 1 } i { counter-increment: c } i::before { content: counters(c, '.') } .r { counter-reset: c 8 }`,
      h('div', h('i', ''), h('i.r', h('i', '')), h('i', '')),
    );
    expect(shown.replaceAll(/c=[\d.]+ |[<>]/gu, '')).toBe('block{[22.92.103]}');
  });

  it('may be counted by markers, and stay within 32 bits', async () => {
    const { shown } = await boxesOf(
      `li::marker { counter-increment: m 2; content: counter(m) } ul { counter-reset: m big 2000000000 }
       li::before { counter-increment: big 100000000; content: counter(big) }`,
      h('ul', h('li', ''), h('li', '')),
    );
    expect(shown).toBe('m=0 big=2000000000 block{block{[2] [2100000000]} block{[4] [2100000000]}}');
  });

  it('of a sibling are replaced, of a pseudo-element end with its element', async () => {
    const { shown } = await boxesOf(
      `h2 { counter-reset: s } p { counter-increment: s } p::after { content: counters(s, '.') }
       div::before { content: ''; counter-reset: t 7 } b::after { content: counter(t) }`,
      h('h2', 'A'),
      h('p', 'a'),
      h('h2', 'B'),
      h('p', 'b'),
      h('div', h('b', 'c')),
      h('b', 'd'),
    );
    expect(shown.replaceAll(/s=[\d.]+ |@\w /gu, '')).toBe(
      'block{[A]} block{[a1]} block{[B]} block{[b1]} block{[<c7>]} [<d0>]',
    );
  });

  it('are reset, then incremented, then set; elements without a box count nothing', async () => {
    const { shown } = await boxesOf(
      `.r { counter-reset: c 5; counter-increment: c 2 } .s { counter-increment: c; counter-set: c 40 }
       .n { counter-increment: c; display: none } .c { counter-increment: c; display: contents }
       i::before { content: counter(c) ' ' }`,
      h('div.r', h('i', '')),
      h('div', h('i', '')),
      h('div.n'),
      h('div.c', h('i', '')),
      h('div.s', h('i', '')),
    );
    expect(shown.replaceAll(/c=[\d.]+ /gu, '')).toBe('block{[<7 >]} block{[<7 >]} [<8 >] block{[<40 >]}');
  });
});

describe('references', () => {
  const sheet = `h2 { counter-increment: chapter; bookmark-level: none } h2::before { content: 'Ch. ' counter(chapter, upper-roman) ' ' }
    .t a::after { content: ' = ' target-text(attr(href)) ' ' target-counter(attr(href), chapter) }
    .b a::after { content: target-text(attr(href), before) } .f a::after { content: target-text(attr(href), first-letter) }
    .p a::after { content: leader('.') target-counter(attr(href), page) }`;
  const chapters = [h('h2#one', 'One'), h('h2#two', '“Two”')];
  const texts = (shown: string): string => shown.replaceAll(/chapter=\d+ /gu, '').split(' #one')[0] ?? '';

  it('see counters and texts of what comes later', async () => {
    const { shown } = await boxesOf(sheet, h('p.t', h('a', { href: '#two' }, 'x')), ...chapters);
    expect(texts(shown)).toBe('block{[x = “Two” 2]}');
  });

  it('see the text before, and the first letter', async () => {
    const { shown } = await boxesOf(
      sheet,
      h('p.b', h('a', { href: '#two' }, 'x')),
      h('p.f', h('a', { href: '#two' }, 'y')),
      ...chapters,
    );
    expect(texts(shown)).toBe('block{[xCh. II ]} block{[y“T]}');
  });

  it('to pages leave a place for the number', async () => {
    const { shown, scene } = await boxesOf(sheet, h('p.p', h('a', { href: '#two' }, 'x')), ...chapters);
    expect(texts(shown)).toBe('block{[x….…page(two)]}');
    expect(scene.pageNumbers.inBoxes).toBe(false);
  });

  it('to nothing are 0 and empty', async () => {
    const { shown } = await boxesOf(sheet, h('p.t', h('a', { href: '#no' }, 'x')));
    expect(shown).toBe('block{[x =  0]}');
  });

  it('to the element itself show its pseudo-element', async () => {
    const { shown } = await boxesOf(
      `h3 { counter-increment: c; string-set: s content(before) content() ; bookmark-level: none } h3::before { counter-increment: c; content: counter(c) content(before) '. ' }`,
      h('h3', 'A'),
    );
    expect(shown.replace(/c=\d /u, '')).toBe('s="2. A" block{[2. A]}');
  });
});

describe('footnotes', () => {
  const note = (name: string): ReturnType<typeof h> => h('span.note', name);

  it('leave a call, and number themselves through the document', async () => {
    const { shown, builder } = await boxesOf(
      '.note { float: footnote }',
      h('p', 'a', note('one'), '.'),
      h('p', 'b', note('two')),
    );
    expect(shown).toBe('block{[a<1>.]} block{[b<2>]}');
    expect([...builder.notes.values()].map(({ children }) => showAll(children))).toEqual([
      '[1. one]',
      '[2. two]',
    ]);
  });

  it('have their number in the first paragraph, calls and markers as told', async () => {
    const { shown, builder } = await boxesOf(
      `.note { float: footnote } ::footnote-call { content: '(' counter(footnote, lower-alpha) ')'; vertical-align: baseline; font-size: inherit; line-height: inherit }
       ::footnote-marker { content: counter(footnote, lower-alpha) ' ' }`,
      h('p', 'x', h('div.note', ' ', h('p', 'one'), h('p', 'two'))),
    );
    expect(shown).toBe('block{[x(a)]}');
    expect([...builder.notes.values()].map(({ children }) => showAll(children))).toEqual([
      'block{[a one]} block{[two]}',
    ]);
  });

  it('have the number by which a reference in the text sends to them', async () => {
    const { builder } = await boxesOf(
      '.note { float: footnote }',
      h('p', h('a', { href: '#n' }, 'xem dưới'), h('a.noteref', { href: '#n' }, '(7)')),
      h('div.note#n', 'x'),
      h('p', 'b', h('span.note', 'y'), h('a', { href: '#m' }, '*')),
      h('div.note#m', 'z'),
    );
    expect([...builder.notes.values()].map(({ children }) => showAll(children))).toEqual([
      '[7. x]',
      '[8. y]',
      '[9. z]',
    ]);
  });

  it('that a reference names have no call of their own', async () => {
    const { shown, builder } = await boxesOf(
      '.note { float: footnote }',
      h('p', 'a', h('a', { href: '#n' }, '7')),
      h('div.note#n', 'x'),
    );
    expect(shown).toBe('block{[a7]}');
    expect([...builder.notes.keys()]).toEqual(['n']);
  });
});
