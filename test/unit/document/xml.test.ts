import { describe, expect, it } from 'vitest';
import { escapeAttribute, escapeText } from '../../../src/document/xml.js';

describe('XML escaping', () => {
  it('escapes markup and leaves Vietnamese and emoji alone', () => {
    expect(escapeText('a < b & c > d "ễ" 😀')).toBe('a &lt; b &amp; c &gt; d "ễ" 😀');
    expect(escapeAttribute('a "b"\n\tc')).toBe('a &quot;b&quot;&#10;&#9;c');
  });

  it('leaves out what XML cannot hold', () => {
    expect(escapeText('a\u0000b\u000bc\u001bd\u0085e\ufffef\tg\nh')).toBe('abcdef\tg\nh');
    expect(escapeText('x\ud800y\udc00z')).toBe('xyz');
  });
});
