/** The tables of `test/suite/style/`: every longhand has its row. */
import { describe, expect, test } from 'vitest';
import { longhandNames } from '../../../src/style/properties.js';
import { e, ofP, styled } from '../../support/style-of.js';
import { styleCases } from '../../support/style-suite.js';

const sections = styleCases('values.md');

describe.each(sections)('%s', (_heading, cases) => {
  test.each(cases)('$declarations: $field', ({ declarations, field, expected }) => {
    const found = styled(`#x { ${declarations} }`, e('p', { id: 'x' }, 't'));
    const style = found.style('x') as unknown as Record<string, unknown>;
    if (expected === 'reported') {
      expect(found.diagnostics).toHaveLength(1);
      expect(style[field]).toEqual((ofP('') as unknown as Record<string, unknown>)[field]);
    } else {
      expect(found.faults).toEqual([]);
      expect(style[field]).toEqual(JSON.parse(expected));
    }
  });
});

test('no longhand is without a case', () => {
  const text = sections
    .flatMap(([, cases]) => cases.map(({ declarations }) => ` ${declarations}`))
    .join('\n');
  expect(longhandNames.filter((name) => !text.includes(` ${name}:`))).toEqual([]);
});
