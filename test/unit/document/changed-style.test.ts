/** A style with other values in it is one like those of the tree: frozen, with the same fields in the same order. */
import { expect, test } from 'vitest';
import { changedStyle } from '../../../src/document/changed-style.js';
import { e, styled } from '../../support/style-of.js';

test('a changed style has the new values and leaves the old style as it was', () => {
  const style = styled('p { width: 10pt }', e('p', { id: 'x' })).style('x');
  const changed = changedStyle(style, { width: 'auto', float: 'left' });
  expect(changed).toEqual({ ...style, width: 'auto', float: 'left' });
  expect(style.width).toBe(10);
  expect(Object.isFrozen(changed)).toBe(true);
  expect(Object.keys(changed)).toEqual(Object.keys(style));
});
