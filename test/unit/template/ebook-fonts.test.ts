/** The templates of the package never leave it to a reader to slant or to embolden letters. */
import { describe, expect, it } from 'vitest';
import { element, text, type ElementNode } from '../../../src/document/tree.js';
import { matchFace, neededFaces } from '../../../src/epub/font-css.js';
import { navigationBody } from '../../../src/epub/write-documents.js';
import { fontsInUse } from '../../../src/style/fonts-in-use.js';
import { dressEbook } from '../../../src/template/dress.js';
import { loadTemplate } from '../../../src/template/load-template.js';
import { memoryHost } from '../../support/memory-host.js';
import { article, imageAsset, publicationOf } from '../../support/template-publication.js';

const h = (tagName: string, className: string, ...children: readonly (ElementNode | string)[]): ElementNode =>
  element(
    tagName,
    className === '' ? {} : { className: className.split(' ') },
    children.map((child) => (typeof child === 'string' ? text(child) : child)),
  );
/** Every way in which words in a block are marked. */
const marked = (): ElementNode[] => [
  h('em', '', 'a ', h('strong', '', 'b')),
  h('strong', '', 'c ', h('em', '', 'd'), h('code', '', 'e')),
  h('code', '', 'f', h('em', '', 'g')),
];
const own = (tagName: string, className = ''): ElementNode => h(tagName, className, 'Chữ ', ...marked());

const story = article(
  own('p', 'kicker'),
  own('h1'),
  own('p', 'subtitle'),
  own('p', 'lead'),
  ...['h2', 'h3', 'h4', 'h5', 'h6', 'p', 'blockquote'].map((name) => own(name)),
  ...'byline source signature verse question answer related letterdate'
    .split(' ')
    .map((name) => own('p', name)),
  h('figure', '', element('img', { src: 'a.jpg', alt: 'ảnh' }, []), own('figcaption')),
  h('aside', 'box', own('p', 'box-title'), own('p')),
  h('aside', 'pull-quote', own('p')),
  h('ul', '', own('li')),
  h('dl', '', own('dt'), own('dd')),
  h(
    'table',
    '',
    own('caption'),
    h('thead', '', h('tr', '', own('th'))),
    h('tbody', '', h('tr', '', own('th'), own('td'))),
  ),
  h('pre', '', h('code', '', h('span', 'hljs-keyword', 'let'), h('span', 'hljs-comment', '// á'))),
  h('aside', 'footnote', own('p')),
);

describe.each(['article', 'bulletin'])('the ebook of the template %s', (name) => {
  const host = memoryHost();

  it('has a cut of its own for every weight and slant that text asks for', async () => {
    const template = loadTemplate(name, host).value;
    if (!template) throw new Error('no template');
    const given = { authors: ['An'], date: '2020-01-13', section: 'Thời sự', publisher: 'Sở' };
    const publication = publicationOf([story, story], given, [imageAsset('a.jpg', 1740, 950)]);
    const { documents, stylesheets } = (await dressEbook(publication, template)).value;
    const bodies = [...documents.map(({ body }) => body), navigationBody(documents)];
    const { uses, faces } = fontsInUse(bodies, stylesheets, host);
    expect(uses.length).toBeGreaterThan(15);
    const made = uses.filter((use) => {
      const [family = ''] = use.families;
      const face = matchFace(faces, { ...use, family });
      return !face || (face.style === 'italic') !== use.italic || use.weight >= 600 !== face.weight >= 600;
    });
    expect(made).toEqual([]);
    // The bold of running text, which Apple Books wants, and no cut that nothing asks for.
    const cuts = neededFaces(faces, uses).map(({ family, weight, style }) => `${family} ${weight} ${style}`);
    expect(cuts).toEqual([
      'Source Serif 4 400 normal',
      'Source Serif 4 400 italic',
      'Source Serif 4 700 normal',
      'Source Serif 4 700 italic',
      'Source Serif 4 Display 600 italic',
      'Source Serif 4 Display 700 normal',
      'Source Sans 3 400 normal',
      'Source Sans 3 400 italic',
      'Source Sans 3 600 normal',
      'Source Sans 3 600 italic',
      'Source Sans 3 700 normal',
      'Source Sans 3 700 italic',
      'Source Code Pro 400 normal',
      'Source Code Pro 400 italic',
      'Source Code Pro 700 normal',
      'Source Code Pro 700 italic',
    ]);
  });
});
