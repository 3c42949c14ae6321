import { describe, expect, it } from 'vitest';
import { parseFragment } from '../../../src/template/parse-fragment.js';

function nodes(fragment: string): unknown {
  const parsed = parseFragment(fragment, 'template');
  return parsed.ok ? parsed.nodes : `${parsed.problem} at ${parsed.offset}`;
}

describe('parseFragment', () => {
  it('makes elements of template origin with hast properties', () => {
    expect(nodes('<p class="a  b" lang=\'vi\'>Số <b>1</b></p>')).toEqual([
      {
        type: 'element',
        tagName: 'p',
        properties: { className: ['a', 'b'], lang: 'vi' },
        origin: 'template',
        children: [
          { type: 'text', value: 'Số ', origin: 'template' },
          {
            type: 'element',
            tagName: 'b',
            properties: {},
            origin: 'template',
            children: [{ type: 'text', value: '1', origin: 'template' }],
          },
        ],
      },
    ]);
  });

  it('leaves indentation and comments out and keeps blanks between words', () => {
    expect(nodes('\n  <!-- note -->\n  <p>a</p>\n')).toHaveLength(1);
    expect(nodes('<p><b>a</b> <i>b</i></p>')).toMatchObject([{ children: [{}, { value: ' ' }, {}] }]);
  });

  it('knows character references', () => {
    expect(nodes('a &amp; b&#160;c&#x2013;d&hellip;')).toMatchObject([{ value: 'a & b\u00a0c–d…' }]);
  });

  it.each([
    ['<div><p>a</div>', '</div> closes nothing inside <p> at 9'],
    ['<p>a', '<p> is not closed at 0'],
    ['a</p>', '</p> closes nothing at 1'],
    ['<script>x</script>', '<script> is not allowed in furniture at 0'],
    ['<img src="a">', '<img> is not allowed in furniture at 0'],
    ['<p onclick="x">a</p>', 'the attribute onclick is not allowed in furniture at 0'],
    ['<p style="x">a</p>', 'the attribute style is not allowed in furniture at 0'],
    [
      '<a href="javascript:x">a</a>',
      'href="javascript:x" is neither a web address nor a place in the publication at 0',
    ],
    ['<p><div>a</div></p>', '<div> cannot stand in <p> at 3'],
    ['<div/>', '<div/> must be <div></div> at 0'],
    ['a < b', '"< b" is not a tag at 2'],
    ['a & b', '"&" must be written "&amp;" at 0'],
    ['&bogus;', 'the character reference &bogus; is not known at 0'],
    ['<!-- a', 'a comment is not closed at 0'],
    ['<p class=a>b</p>', '"<p class=a>b</p>" is not a tag at 0'],
  ])('refuses %s', (fragment, problem) => {
    expect(nodes(fragment)).toBe(problem);
  });
});
