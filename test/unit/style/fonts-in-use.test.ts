/** The fonts that the documents of an ebook ask for. */
import { describe, expect, it } from 'vitest';
import { element, text, type ElementNode } from '../../../src/document/tree.js';
import { fontsInUse } from '../../../src/style/fonts-in-use.js';
import { memoryHost } from '../../support/memory-host.js';

const h = (name: string, ...children: readonly (ElementNode | string)[]): ElementNode => {
  const [tagName = '', ...className] = name.split('.');
  const nodes = children.map((child) => (typeof child === 'string' ? text(child) : child));
  return element(tagName, className.length > 0 ? { className } : {}, nodes);
};

const css = `
  @font-face { font-family: Own; src: url('own.ttf') }
  body { font-family: Own, serif }
  h1 { font: 700 2em Display, serif }
  .lead { font-weight: 600 }
  .bar::before { content: '■'; font-family: Marks }
  h1 + p { font-weight: 500 }
  code { font-family: monospace }
`;

function asked(...bodies: readonly ElementNode[]): string[] {
  const { uses } = fontsInUse(bodies, [{ path: 'a/ebook.css', css }], memoryHost());
  return uses.map(({ families, weight, italic }) => `${families.join(', ')} ${weight}${italic ? 'i' : ''}`);
}

describe('fontsInUse', () => {
  it('names family, weight and style of all text, nested marks and generated content', () => {
    const body = h(
      'body',
      h('h1', 'Một ', h('em', 'hai')),
      h('p', 'a'),
      h('p', 'b ', h('strong', 'c ', h('em', 'd')), h('code', 'e')),
      h('div.bar', h('p.lead', h('i', 'f'))),
      h('div.empty', h('b', '\n')),
    );
    expect(asked(body)).toEqual([
      'Display, serif 700',
      'Display, serif 700i',
      'Own, serif 500',
      'Own, serif 400',
      'Own, serif 700',
      'Own, serif 700i',
      'monospace 400',
      'Marks 400',
      'Own, serif 600i',
    ]);
  });

  it('looks at every document, however many are alike', () => {
    const plain = Array.from({ length: 30 }, () => h('body', h('p', 'a')));
    expect(asked(...plain)).toEqual(['Own, serif 400']);
    expect(asked(...plain, h('body', h('p', h('em', 'b'))))).toEqual(['Own, serif 400', 'Own, serif 400i']);
  });

  it('knows the faces of the package and those of the sheet', () => {
    const { faces } = fontsInUse([h('body')], [{ path: 'a/ebook.css', css }], memoryHost());
    expect(faces.find(({ family }) => family === 'Own')?.src).toBe('a/own.ttf');
    expect(
      faces.some(
        ({ family, weight, style }) => family === 'Source Sans 3' && weight === 700 && style === 'italic',
      ),
    ).toBe(true);
  });
});
