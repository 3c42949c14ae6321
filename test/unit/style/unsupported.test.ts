/** What layout does not obey is said, with its place, and leaves no trace in the style. */
import { describe, expect, test } from 'vitest';
import { e, ofP, styled } from '../../support/style-of.js';

describe('declarations that would have no effect', () => {
  test.each([
    'float: left',
    'float: right',
    'float: inline-start',
    'float-reference: column',
    'clear: both',
    'box-decoration-break: clone',
    'empty-cells: hide',
    'hyphens: auto',
    'object-fit: none',
    'object-fit: scale-down',
    'quotes: none',
  ])('%s is a warning', (declaration) => {
    const found = styled(`p { ${declaration} }`, e('p', { id: 'x' }, 't'));
    expect(found.diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'warning STYLE-UNSUPPORTED',
    ]);
    expect(found.style('x')).toEqual(ofP(''));
  });

  test.each([
    'float: none',
    'float: top',
    'float: bottom',
    'float: footnote',
    'float-reference: page',
    'float-reference: inline',
    'clear: none',
    'box-decoration-break: slice',
    'empty-cells: show',
    'hyphens: manual',
  ])('%s is what layout does', (declaration) => {
    expect(styled(`p { ${declaration} }`, e('p', {}, 't')).faults).toEqual([]);
  });
});

describe('pseudo-elements that layout does not make', () => {
  test.each(['p::first-letter', 'p:first-letter', 'p::first-line', 'p::selection'])(
    'a rule for %s is dropped with a warning',
    (selector) => {
      const found = styled(`b, ${selector} { color: red }`, e('p', { id: 'x' }, 't'));
      expect(found.faults).toEqual(['STYLE-UNSUPPORTED a.css:1:4']);
      expect(found.style('x')).toEqual(ofP(''));
    },
  );

  test.each(['before', 'after', 'marker', 'footnote-call', 'footnote-marker'])('::%s is made', (name) => {
    expect(styled(`p::${name} { content: "a" }`, e('p', {}, 't')).faults).toEqual([]);
  });
});
