/** Selectors (Selectors 4): what each means, on one small tree. */
import { describe, expect, test } from 'vitest';
import { e, styled } from '../../support/style-of.js';

const tree = [
  e(
    'section',
    { id: 's', className: ['A', 'b'], dataKind: 'news item', lang: 'vi-VN' },
    e('h1', { id: 'h' }, 'h'),
    e(
      'p',
      { id: 'p1', title: 'Tết-2020' },
      'a',
      e('em', { id: 'e1' }),
      e('a', { id: 'a1', href: '#x' }, 'l'),
    ),
    e('p', { id: 'p2', className: ['c:d'] }, e('em', { id: 'e2' }, 't')),
    e('div', { id: 'd', lang: 'en' }, e('p', { id: 'p3' }, 'c'), e('a', { id: 'a2' }, 'l')),
    e('p', { id: 'p4' }, 'd'),
    e(
      'ol',
      { id: 'o', type: 'A' },
      ...['l1', 'l2', 'l3', 'l4', 'l5'].map((id) => e('li', { id, className: id > 'l2' ? ['x'] : [] }, id)),
    ),
  ),
];

/** Ids of all elements that a selector means. */
function meant(selector: string): string {
  const s = styled(`${selector} { orphans: 7 } * { orphans: 2 } ${selector} { orphans: 7 !important }`, tree);
  expect(s.faults).toEqual([]);
  return s.index.nodes
    .flatMap((node) => (node.type === 'element' && typeof node.properties['id'] === 'string' ? [node] : []))
    .flatMap((node) => {
      const id = String(node.properties['id']);
      return s.style(id).orphans === 7 && s.index.parentElement(node) !== undefined ? [id] : [];
    })
    .join(' ');
}

const em = 'e1 e2';

describe('what a selector means', () => {
  test.each([
    ['EM', em],
    ['*|em', em],
    ['.A', 's'],
    ['.a', ''],
    ['.A.b', 's'],
    ['.c\\:d', 'p2'],
    ['#p\\31', 'p1'],
    ['[href]', 'a1'],
    ['[data-kind~="news"]', 's'],
    ['[data-kind~="news item"]', ''],
    ['[data-kind^="news"]', 's'],
    ['[data-kind$="item" s]', 's'],
    ['[data-kind*="W" i]', 's'],
    ['[data-kind*=""]', ''],
    ['[title|="Tết"]', 'p1'],
    ['[type="a"]', 'o'],
    ['[type="a" s]', ''],
    ['[TITLE]', 'p1'],
    ['section > p', 'p1 p2 p4'],
    ['section p', 'p1 p2 p3 p4'],
    ['h1 + p', 'p1'],
    ['h1 ~ p', 'p1 p2 p4'],
    ['div ~ p, p + div', 'd p4'],
    ['section > p + p em', 'e2'],
    ['p:first-child', 'p3'],
    ['a:last-child', 'a1 a2'],
    ['em:only-child', 'e2'],
    ['p:first-of-type', 'p1 p3'],
    ['section > p:last-of-type', 'p4'],
    ['section > :only-of-type', 'h d o'],
    ['li:nth-child(2n+1)', 'l1 l3 l5'],
    ['li:nth-child(EVEN)', 'l2 l4'],
    ['li:nth-child(-n + 2)', 'l1 l2'],
    ['li:nth-last-child(2)', 'l4'],
    ['li:nth-child(1 of .x)', 'l3'],
    ['li:nth-last-child(odd of .x)', 'l3 l5'],
    ['section > p:nth-of-type(2)', 'p2'],
    ['section > p:nth-last-of-type(2)', 'p2'],
    ['em:empty', 'e1'],
    [':is(h1, div > p)', 'h p3'],
    [':where(h1)', 'h'],
    ['p:not(section > p, #x)', 'p3'],
    ['p:not(:first-child, :nth-child(2))', 'p2 p4'],
    ['p:has(em)', 'p1 p2'],
    ['p:has(> em:empty)', 'p1'],
    ['p:has(+ div)', 'p2'],
    ['p:has(~ div a:not([href]))', 'p1 p2'],
    ['section:has(div p)', 's'],
    ['div:has(section p)', ''],
    [':lang(vi) > h1', 'h'],
    ['p:lang(en)', 'p3'],
    ['p:lang("*-VN")', 'p1 p2 p4'],
    [':any-link', 'a1'],
    ['a:link', 'a1'],
    ['a:visited, a:hover, :focus, :target', ''],
    ['h1:dir(ltr)', 'h'],
    ['h1:dir(rtl)', ''],
    [':root > body > section', 's'],
    ['p:is()', ''],
  ])('%s', (selector, ids) => {
    expect(meant(selector)).toBe(ids);
  });
});

describe('refused with its rule', () => {
  test.each([
    'p:nonsense',
    'p:nth-child(x)',
    'svg|p',
    'p::before em',
    '> p',
    'p:not()',
    '[a?=b]',
    'p:contains(a)',
  ])('%s', (selector) => {
    const s = styled(`h1, ${selector} { orphans: 7 } p { widows: 5 }`, tree);
    expect(s.diagnostics).toHaveLength(1);
    expect(s.style('h').orphans).toBe(2);
    expect(s.style('p1').widows).toBe(5);
  });
});

describe('specificity', () => {
  test.each([
    ['#p1', 'p.c.d.e'],
    ['p:not(#zz)', '.A p[title]'],
    ['section p', ':where(#s) p'],
    ['p:is(#zz, p)', 'section.A p'],
    ['p:nth-child(1 of #p1)', 'section.A p'],
    ['p[title]', 'section p'],
  ])('%s is stronger than %s', (strong, weak) => {
    const weaker = weak.replace('.c.d.e', '');
    const s = styled(`${strong} { orphans: 7 } ${weaker} { orphans: 3 }`, tree);
    expect(s.style('p1').orphans).toBe(7);
  });
});

test('alike elements with other ancestors, ids or attributes are told apart', () => {
  const s = styled('[title] em { orphans: 5 } .b > #p2 em { orphans: 6 }', tree);
  expect([s.style('e1').orphans, s.style('e2').orphans]).toEqual([5, 6]);
});

test('first-letter and first-line inherit from their element; a class of a rule reaches them', () => {
  const s = styled(
    'p { color: red } .A p::first-letter { font-size: 3em } p:first-line { orphans: 3 }',
    tree,
  );
  expect(s.pseudo('p1', 'first-letter')).toMatchObject({ fontSize: 36, color: s.style('p1').color });
  expect(s.pseudo('p1', 'first-line')?.orphans).toBe(3);
  expect(s.pseudo('h', 'first-letter')).toBeUndefined();
});
