/** Text decorations go down to all text in the flow (CSS Text Decoration 4 §2). */
import { expect, test } from 'vitest';
import { e, styled } from '../../support/style-of.js';

const tree = e('p', { id: 'p' }, 'a', e('em', { id: 'e' }, 'b'), e('b', { id: 'b' }, 'c'));
const lines = (css: string, id: string) =>
  styled(css, tree)
    .style(id)
    .textDecorations.map(({ lines: own, style }) => `${own.join(' ')} ${style}`);

test('a descendant cannot take off the line of its ancestor, and adds its own', () => {
  const css =
    'p { text-decoration: underline double } em { text-decoration: none } b { text-decoration: overline }';
  expect(lines(css, 'e')).toEqual(['underline double']);
  expect(lines(css, 'b')).toEqual(['underline double', 'overline solid']);
});

test('the line keeps the colour and thickness of the element that draws it', () => {
  const css =
    'p { color: red; text-decoration: underline; font-size: 10pt; text-decoration-thickness: 0.1em } em { color: blue; font-size: 30pt }';
  expect(styled(css, tree).style('e').textDecorations).toEqual([
    {
      lines: ['underline'],
      color: { space: 'rgb', r: 1, g: 0, b: 0, alpha: 1 },
      style: 'solid',
      thickness: 1,
      underlineOffset: 'auto',
    },
  ]);
});

test.each(['display: inline-block', 'float: left', 'position: absolute', 'float: footnote'])(
  'not to what has %s',
  (declaration) => {
    expect(lines(`p { text-decoration: underline } em { ${declaration} }`, 'e')).toEqual([]);
  },
);

test('an anonymous box carries them on', () => {
  const s = styled('p { text-decoration: underline }', tree);
  expect(s.tree.anonymous(s.style('p'), 'block').textDecorations).toHaveLength(1);
});
