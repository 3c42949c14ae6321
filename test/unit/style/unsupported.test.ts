/** What layout does not obey is said, with its place, and leaves no trace in the style. */
import { describe, expect, test } from 'vitest';
import { e, ofP, styled } from '../../support/style-of.js';

describe('declarations that would have no effect', () => {
  test.each([
    'display: flex',
    'display: inline grid',
    'position: fixed',
    'position: sticky',
    'float: snap-inline',
    'direction: rtl',
    'writing-mode: vertical-rl',
    'background-image: linear-gradient(red, blue)',
    'overflow: overlay',
    'outline: 1pt solid',
    'box-shadow: 1pt 1pt',
    'transform: rotate(3deg)',
    'animation: a 1s',
  ])('%s is a warning', (declaration) => {
    const found = styled(`p { ${declaration} }`, e('p', { id: 'x' }, 't'));
    expect(found.diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'warning STYLE-UNSUPPORTED',
    ]);
    expect(found.style('x')).toEqual(ofP(''));
  });

  test.each([
    'direction: ltr',
    'writing-mode: horizontal-tb',
    'unicode-bidi: normal',
    'background-attachment: fixed',
  ])('%s says what is so anyway', (declaration) => {
    expect(styled(`p { ${declaration} }`, e('p', {}, 't')).faults).toEqual([]);
  });
});

describe('pseudo-elements that layout does not make', () => {
  test.each(['p::selection', 'p::placeholder', 'p::before::marker'])(
    'a rule for %s is dropped with a warning',
    (selector) => {
      const found = styled(`b, ${selector} { color: red }`, e('p', { id: 'x' }, 't'));
      expect(found.faults).toEqual(['STYLE-UNSUPPORTED a.css:1:4']);
      expect(found.style('x')).toEqual(ofP(''));
    },
  );

  test.each(['before', 'after', 'marker', 'first-letter', 'first-line', 'footnote-call', 'footnote-marker'])(
    '::%s is made',
    (name) => {
      expect(styled(`p::${name} { content: "a" }`, e('p', {}, 't')).faults).toEqual([]);
    },
  );
});
