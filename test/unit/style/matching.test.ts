import { describe, expect, test } from 'vitest';
import { e, styled } from '../../support/style-of.js';

describe('selectors on our tree', () => {
  const content = e(
    'article',
    { id: 'a', lang: 'vi' },
    e('h1', { id: 'h', className: ['title'] }, 'T'),
    e('p', { id: 'p1', className: ['lead'], dataKind: 'x y' }, 'a'),
    e('p', { id: 'p2' }, e('a', { id: 'l', href: '#n', ariaLabel: 'Chú thích' }, 'n')),
    'text',
    e('p', { id: 'p3' }),
    e('table', {}, e('tr', {}, e('td', { id: 'td', colSpan: 2 }, 'c'))),
  );

  test.each([
    ['h1 + p', 'p1'],
    ['h1 ~ p:last-of-type', 'p3'],
    ['article > p:nth-of-type(2)', 'p2'],
    ['p:empty', 'p3'],
    ['p:has(> a)', 'p2'],
    ['[colspan="2"]', 'td'],
    ['[data-kind~=y]', 'p1'],
    ['a[aria-label^="Chú"]', 'l'],
    ['a:any-link', 'l'],
    [':root > body > article > h1.title', 'h'],
    ['article:lang(vi) h1', 'h'],
    ['H1', 'h'],
    ['p:not(.lead, :empty)', 'p2'],
    ['article :is(h1, h2):first-child', 'h'],
  ])('%s', (selector, id) => {
    const s = styled(`${selector} { orphans: 9 }`, content);
    expect(s.faults).toEqual([]);
    const hit = s.index.nodes.flatMap((node, number) =>
      node.type === 'element' && s.tree.of(number).orphans === 9 ? [node] : [],
    );
    expect(hit[0]?.properties['id']).toBe(id);
  });

  test(':hover and :visited never match', () => {
    expect(styled('p:hover { orphans: 9 } a:visited { orphans: 9 }', content).style('p1').orphans).toBe(2);
  });

  test('pseudo-elements with one and two colons, alone and after a combinator', () => {
    const s = styled('p:before { content: "a" } article > ::after { content: "b" }', content);
    expect(s.pseudo('p1', 'before')?.content).toEqual([{ type: 'string', value: 'a' }]);
    expect(s.pseudo('h', 'after')?.content).toEqual([{ type: 'string', value: 'b' }]);
    expect(s.pseudo('l', 'after')).toBeUndefined();
  });

  test('alike elements that a positional selector tells apart', () => {
    const s = styled('p + p { text-indent: 4mm }', [
      e('p', { id: 'one' }, 'a'),
      e('p', { id: 'two' }, 'b'),
      e('h2', {}, 'c'),
      e('p', { id: 'three' }, 'd'),
    ]);
    expect(['one', 'two', 'three'].map((id) => s.style(id).textIndent === 0)).toEqual([true, false, true]);
  });

  test('an attribute that a selector speaks of tells alike elements apart', () => {
    const s = styled('p[lang] { orphans: 4 } p[title=a] { orphans: 5 }', [
      e('p', { id: 'one' }, 'a'),
      e('p', { id: 'two', title: 'a' }, 'a'),
      e('p', { id: 'three', title: 'b', lang: 'en' }, 'a'),
    ]);
    expect(['one', 'two', 'three'].map((id) => s.style(id).orphans)).toEqual([2, 5, 4]);
  });
});

describe('the same object for equal styles', () => {
  test('alike elements, whatever their ids and text', () => {
    const s = styled('p { text-indent: 4mm }', [e('p', { id: 'one' }, 'a'), e('p', { id: 'two' }, 'b')]);
    expect(s.style('one')).toBe(s.style('two'));
  });

  test('elements that come to equal values by different ways', () => {
    const s = styled('.a { color: red } .b { color: #f00 } .b, .c { margin: 1in } .a { margin: 72pt }', [
      e('div', { id: 'one', className: ['a'] }, e('p', { id: 'x' }, 't')),
      e('section', { id: 'two', className: ['b'] }, e('p', { id: 'y' }, 't')),
    ]);
    expect(s.style('one')).toBe(s.style('two'));
    expect(s.style('x')).toBe(s.style('y'));
  });

  test('a factor and a length of the same height stay apart for the children', () => {
    const s = styled(
      'div { font-size: 10pt } .a { line-height: 2 } .b { line-height: 20pt } p { font-size: 20pt }',
      [
        e('div', { id: 'one', className: ['a'] }, e('p', { id: 'x' }, 't')),
        e('div', { id: 'two', className: ['b'] }, e('p', { id: 'y' }, 't')),
      ],
    );
    expect(s.style('one')).toBe(s.style('two'));
    expect([s.style('x').lineHeight, s.style('y').lineHeight]).toEqual([40, 20]);
  });

  test('five thousand paragraphs are a handful of frozen objects', () => {
    const blocks = Array.from({ length: 5000 }, (_, i) => e(i % 10 === 0 ? 'h2' : 'p', { id: `b${i}` }, 't'));
    const s = styled('h2 + p { text-indent: 0 } p { text-indent: 5mm } h2 { font-size: 14pt }', blocks);
    const styles = new Set(s.index.nodes.map((_, number) => s.tree.of(number)));
    expect(styles.size).toBeLessThanOrEqual(6);
    for (const style of styles) {
      expect(Object.isFrozen(style)).toBe(true);
      expect(Object.isFrozen(style.borderTop.color)).toBe(true);
    }
  });
});

test('an anonymous box inherits and is otherwise initial, the same object each time', () => {
  const s = styled('#x { color: red; margin: 4pt; letter-spacing: 1pt; float: top; line-height: 2 }', [
    e('p', { id: 'x', lang: 'km' }, 't'),
  ]);
  const anonymous = s.tree.anonymous(s.style('x'), 'block');
  expect(anonymous).toMatchObject({
    color: { r: 1, g: 0, b: 0 },
    letterSpacing: 1,
    lineHeight: 24,
    language: 'km',
    marginTop: 0,
    float: 'none',
    display: 'block',
  });
  expect(s.tree.anonymous(s.style('x'), 'block')).toBe(anonymous);
  expect(s.tree.anonymous(s.style('x'), 'inline')).not.toBe(anonymous);
});

test('an empty tree has styles and pages', () => {
  const s = styled('', []);
  expect(s.tree.of(0).fontSize).toBe(12);
  expect(s.faults).toEqual([]);
});
