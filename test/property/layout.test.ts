/**
 * Random trees under random sheets: every word of the tree stands on exactly one page and in reading
 * order by the tags, nothing leaves the page area sideways or below, and nothing throws.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Tag } from '../../src/document/page.js';
import type { ElementNode } from '../../src/document/tree.js';
import { textOf } from '../../src/document/tree.js';
import { flat, h, layOut, textOfItem } from '../support/lay-out.js';

const words = fc
  .array(fc.stringMatching(/^[a-z]{1,6}$/u), { minLength: 1, maxLength: 20 })
  .map((list) => list.join(' '));
const className = fc.constantFrom('plain', 'avoid', 'float', 'foot', 'span', 'padded', 'page');
const paragraph = fc.tuple(className, words).map(([name, content]) => h(`p.${name}`, content));
const list = fc
  .array(words, { minLength: 1, maxLength: 4 })
  .map((items) => h('ul', ...items.map((item) => h('li', item))));
const table = fc
  .array(fc.array(words, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 })
  .map((rows) => h('table', ...rows.map((cells) => h('tr', ...cells.map((cell) => h('td', cell))))));
const block: fc.Arbitrary<ElementNode> = fc.oneof(
  { weight: 5, arbitrary: paragraph },
  list,
  table,
  fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((inner) => h('blockquote', ...inner)),
);

const sheet = (columns: number, height: number): string => `
  @page { size: 200pt ${height}pt; margin: 10pt }
  body { column-count: ${columns}; column-gap: 10pt }
  p { orphans: 2; widows: 2; margin-bottom: 3pt }
  ul { padding-left: 20pt; list-style-type: none }
  blockquote { padding: 4pt; border: 1pt solid; margin: 5pt 0 }
  .avoid { break-inside: avoid } .float { float: block-start; float-reference: page }
  .foot { float: block-end; float-reference: page } .span { column-span: all }
  .padded { padding: 3pt; background: #eee } .page { break-before: page }`;

it('sets every word once, in reading order, inside the page', async () => {
  const trees = fc.array(block, { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(
      trees,
      fc.integer({ min: 1, max: 2 }),
      fc.integer({ min: 80, max: 200 }),
      async (body, columns, height) => {
        const { document } = await layOut(sheet(columns, height), body);
        const items = document.pages.flatMap((page) => flat(page.items));
        const tagged = items.flatMap((item) => {
          const tag: Tag | undefined = 'tag' in item ? item.tag : undefined;
          if (item.type !== 'text' || tag?.type !== 'structure') return [];
          return [{ element: tag.element, order: tag.order, text: textOfItem(item) }];
        });
        tagged.sort((a, b) => a.order - b.order);
        const wanted = body.map((node) => wordsOf(node)).join(' ');
        // Inside an element only a blank parts words: a word may be broken over lines.
        const shown = tagged.map(({ element, text }, i) =>
          element === tagged[i - 1]?.element ? text : ` ${text}`,
        );
        expect(shown.join('').replace(/\s+/gu, ' ').trim()).toBe(wanted);
        for (const item of items) {
          if (item.type !== 'text') continue;
          expect(item.x).toBeGreaterThanOrEqual(10 - 1e-6);
          expect(item.y).toBeLessThanOrEqual(height + 1e-6);
        }
      },
    ),
    { seed: 20200113, numRuns: 60 },
  );
});

function wordsOf(node: ElementNode): string {
  return node.children.map((child) => (child.type === 'element' ? wordsOf(child) : textOf(child))).join(' ');
}
