/** Presentational attributes of HTML (HTML standard §15.3), weaker than any rule. */
import { expect, test } from 'vitest';
import type { ElementNode, Properties } from '../../../src/document/tree.js';
import { e, styled } from '../../support/style-of.js';

const red = { space: 'rgb', r: 1, g: 0, b: 0, alpha: 1 };

function hinted(tag: string, properties: Properties, ...children: readonly ElementNode[]) {
  const s = styled('', e(tag, { id: 'x', ...properties }, ...children));
  expect(s.faults).toEqual([]);
  return s.style('x');
}

test.each<readonly [string, Properties, object]>([
  ['img', { width: 96, height: '50%' }, { width: 72, height: { percent: 50 } }],
  ['img', { align: 'left', hSpace: 4 }, { float: 'left', marginLeft: 3, marginRight: 3 }],
  ['img', { align: 'middle' }, { verticalAlign: 'middle' }],
  [
    'table',
    { width: '80%', align: 'center' },
    { width: { percent: 80 }, marginLeft: 'auto', marginRight: 'auto' },
  ],
  ['table', { align: 'RIGHT' }, { float: 'right' }],
  [
    'table',
    { cellSpacing: 4, bgColor: 'red' },
    { borderSpacing: 3, borderSpacingBlock: 3, backgroundColor: red },
  ],
  ['table', { border: '' }, { borderTop: { width: 0.75, style: 'outset' } }],
  ['td', { noWrap: true, vAlign: 'bottom' }, { whiteSpace: 'nowrap', verticalAlign: 'bottom' }],
  [
    'td',
    { align: 'center', height: 20, bgColor: '#f00' },
    { textAlign: 'center', height: 15, backgroundColor: red },
  ],
  ['tr', { align: 'middle' }, { textAlign: 'center' }],
  ['p', { align: 'justify' }, { textAlign: 'justify' }],
  ['div', { align: 'nonsense' }, { textAlign: 'start' }],
  ['ol', { start: 5 }, { counterReset: [{ name: 'list-item', value: 4 }] }],
  [
    'li',
    { value: 3, type: 'I' },
    { counterSet: [{ name: 'list-item', value: 3 }], listStyleType: 'upper-roman' },
  ],
  [
    'font',
    { color: 'f00', size: '+2', face: 'A, serif' },
    { color: red, fontSize: 18, fontFamily: ['A', 'serif'] },
  ],
  [
    'hr',
    { size: 4, align: 'left', width: '50%' },
    { borderTop: { width: 3 }, marginLeft: 0, width: { percent: 50 } },
  ],
  ['caption', { align: 'bottom' }, { captionSide: 'bottom' }],
  ['br', { clear: 'all' }, { clear: 'both' }],
])('%s %o', (tag, properties, expected) => {
  expect(hinted(tag, properties)).toMatchObject(expected);
});

test('cells take the padding and the border of their table', () => {
  const cell = e('td', { id: 'c' }, 't');
  const table = (properties: Properties) => e('table', properties, e('tbody', {}, e('tr', {}, cell)));
  const s = styled('', table({ cellPadding: 8, border: 1 }));
  expect(s.style('c')).toMatchObject({ paddingLeft: 6, borderTop: { width: 0.75, style: 'inset' } });
  expect(styled('', table({ border: 0 })).style('c').borderTop.width).toBe(0);
});

test('any rule of the author is stronger', () => {
  const s = styled(
    '* { width: auto; text-align: start }',
    e('td', { id: 'x', width: 10, align: 'right' }, 't'),
  );
  expect(s.style('x')).toMatchObject({ width: 'auto', textAlign: 'start' });
});
