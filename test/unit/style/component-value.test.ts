/** Component values: what is read without css-tree against what css-tree says of it. */
import { describe, expect, it } from 'vitest';
import { componentValues, parseComponentValues } from '../../../src/style/component-value.js';
import { parseCss } from '../../../src/style/parse-css.js';

const texts = [
  'auto',
  'Bold',
  '0',
  '-1.5',
  '.5EM',
  '1e3',
  '1e3em',
  '1em',
  '50%',
  '+5pt',
  'solid 0.4pt  currentColor',
  ' 0\n1em\t2% auto ',
  'inline-block -x --y a1 u+26',
  '1.5.5',
  'a\u00a0b Ảnh',
  'counter(page) "." / 2',
  '#fff a,b',
];

describe('component values', () => {
  it.each(texts)('of %j are those of css-tree', (text) => {
    const ast = parseCss(text, { context: 'value' });
    expect(parseComponentValues(text)).toEqual(ast.type === 'Value' ? componentValues(ast.children) : []);
  });

  it('tell a real number from an integer', () => {
    expect(parseComponentValues('2 2.0')).toEqual([
      { type: 'number', value: 2 },
      { type: 'number', value: 2, real: true },
    ]);
  });
});
