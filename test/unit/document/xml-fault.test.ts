/** Why a text is no XML: each reason, with the names that stand in the text. */
import { describe, expect, it } from 'vitest';
import { readXml } from '../../../src/document/read-xml.js';

const faultOf = (text: string): unknown => {
  const read = readXml(text);
  return read.ok ? undefined : read.fault;
};

describe('what is wrong with a text that is no XML', () => {
  it.each([
    ['<a>\n<p>x<i/></a>', { kind: 'end', found: 'a', tag: 'p', line: 2 }],
    ['<a>\n<!-- <b> --><p title="<">x</p>', { kind: 'attribute', tag: 'p' }],
    ['<a>\n<p>x</p>', { kind: 'unclosed', tag: 'a', line: 1 }],
    ['<a>x&nbsp;y</a>', { kind: 'entity', entity: 'nbsp' }],
    ['<a b="x&nbsp;y"/>', { kind: 'entity', entity: 'nbsp' }],
    ['<a>R&D</a>', { kind: 'ampersand' }],
    ['<a>\u0001</a>', { kind: 'character', character: 'U+0001' }],
    ['<a><p b=c>x</p></a>', { kind: 'attribute', tag: 'p' }],
    ['<a><p b="1" b="2">x</p></a>', { kind: 'attribute', tag: 'p' }],
    ['<a><p epub:type="toc">x</p></a>', { kind: 'prefix', tag: 'p' }],
    ['<a><m:math/></a>', { kind: 'prefix', tag: 'm:math' }],
    ['<a/><b/>', { kind: 'outside' }],
    ['words', { kind: 'outside' }],
    ['<a>'.repeat(600), { kind: 'depth' }],
  ])('%s', (text, fault) => {
    expect(faultOf(text)).toEqual(fault);
  });

  it('is that entities grow', () => {
    const grown = ['b', 'c', 'd', 'e', 'f', 'g', 'h'].reduce(
      (all, name) =>
        `${all}<!ENTITY ${name} "${`&${String.fromCharCode(name.charCodeAt(0) - 1)};`.repeat(10)}">`,
      '<!ENTITY a "aaaaaaaaaa">',
    );
    expect(faultOf(`<!DOCTYPE a [${grown}]>\n<a>&h;</a>`)).toEqual({ kind: 'size' });
  });
});
