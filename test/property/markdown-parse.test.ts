/** The short cuts of our Markdown parser change nothing: its tokens are markdown-it's, whatever is typed. */
import { assert, array, constantFrom, property } from 'fast-check';
import MarkdownIt, { type PluginWithOptions } from 'markdown-it';
import attributes from 'markdown-it-attrs';
import definitionLists from 'markdown-it-deflist';
import footnotes from 'markdown-it-footnote';
import { expect, it } from 'vitest';
import type { TreeNode } from '../../src/document/tree.js';
import { lineBlockNodes, parseLineBlock } from '../../src/read/line-blocks.js';
import { MarkdownContext } from '../../src/read/markdown-context.js';
import { parseMarkdown, type Token } from '../../src/read/markdown-parse.js';
import { markdownParts } from '../../src/read/markdown-parts.js';
import { markdownBlocks } from '../../src/read/markdown-tree.js';
import { withLineFeeds } from '../../src/read/source-text.js';

const full = new MarkdownIt({ html: false, linkify: false, typographer: false });
full
  .use(footnotes)
  .use(definitionLists)
  .use(attributes as unknown as PluginWithOptions);
full.core.ruler.disable('footnote_tail');

/** Pieces of lines, and line ends often enough that blocks come about. */
const pieces = [
  'Một câu.',
  'hai',
  'Ấn phẩm',
  '“Ba”',
  '–',
  '1. ',
  '- ',
  '> ',
  '# ',
  '    ',
  '\t',
  ' ',
  ': ',
  '~ ',
  '~~~',
  '```',
  '---',
  '===',
  '| a | b |',
  '|--|--|',
  '*',
  '**',
  '_',
  '`',
  '[a](b)',
  '![c](d.jpg "e")',
  '[^1]',
  '[^1]: ',
  '^[n]',
  '<b>',
  '&amp;',
  '\\',
  '~~',
  '\n',
  '\n',
  '\n',
  '\n\n',
  '\n\n',
  '\n\n',
  '\n\n\n',
  '  \n',
  '\r\n',
  '\u00a0',
  'x\u00a0\n',
];

/** Attributes where they may stand and where they are words. */
const curly = [
  '*a*',
  '**b**{.x}',
  '`c`',
  '![d](e.jpg)',
  '[f](g)',
  '{.a}',
  '{#b .c}',
  '{lang=en title="h i"}',
  "{title='j'}",
  '{onclick=x .k}',
  '{.l}}',
  '{m}',
  '{',
  '}',
  ' ',
  'n',
  '\n',
  '\n\n',
  '# ',
  '- ',
];
const limited = new MarkdownIt({ html: false });
limited.use(attributes as unknown as PluginWithOptions, {
  allowedAttributes: ['class', 'id', 'lang', 'title'],
});

it('sets attributes as the plugin does', () => {
  const shown = (tokens: readonly Token[]): unknown =>
    tokens.flatMap(({ type, attrs, content, children }) => [
      type === 'inline' ? '' : [type, attrs, content],
      // Texts without words and words in several texts are as good as one.
      (children ?? [])
        .filter((child) => child.content !== '' || child.type !== 'text')
        .map((child) => [child.type, child.attrs, child.content]),
    ]);
  assert(
    property(array(constantFrom(...curly), { maxLength: 12 }), (typed) => {
      const source = typed.join('');
      const groups = source.match(/\{[^{}]*\}+/g) ?? [];
      if (
        groups.some((group) => !/^\{\s*(?:(?:[.#]\w+|\w+=(?:"[^"]*"|'[^']*'|\w+))\s*)+\}$/.test(group)) ||
        /\{[^}]*$|\{[^}]*\{/.test(source)
      )
        return;
      expect(shown(parseMarkdown(source).tokens)).toEqual(shown(limited.parse(source, {})));
    }),
    { seed: 2020, numRuns: 3000 },
  );
});

it('sets ten thousand attributes in one line in linear time', () => {
  const start = performance.now();
  const { tokens } = parseMarkdown('*a*{.b} `c`{.d} '.repeat(10_000));
  expect(tokens[1]?.children?.filter((child) => child.attrs !== null)).toHaveLength(20_000);
  // Milliseconds: the plugin takes a minute.
  expect(performance.now() - start).toBeLessThan(2000);
});

const plain = (tokens: readonly Token[]): unknown => JSON.parse(JSON.stringify(tokens));

it('parses like markdown-it', () => {
  assert(
    property(array(constantFrom(...pieces), { maxLength: 24 }), (typed) => {
      const source = typed.join('');
      expect(plain(parseMarkdown(source).tokens)).toEqual(plain(full.parse(source, {})));
    }),
    { seed: 2020, numRuns: 3000 },
  );
});

/** What does not reach across a cut, and what a line that is a block may hold. */
const within = [
  ...pieces.filter((piece) => !/^[:~^]|^\[\^/.test(piece)),
  '**đậm**',
  '_nghiêng_',
  '{.a}',
  '|',
  '## ',
];

it('reads part by part like the whole', () => {
  let lines = 0;
  let texts = 0;
  assert(
    property(array(constantFrom(...within), { maxLength: 40 }), (typed) => {
      const source = withLineFeeds(
        `---\n---\nĐầu.\n${typed.join('')}\n# Hai\n${typed.toReversed().join('')}`,
      );
      const rows = source.split('\n');
      const context = (): MarkdownContext => new MarkdownContext('a.md', rows, new Map(), 'vi');
      const whole = context();
      const tokens = full.parse(source.replace('---\n---', '\n'), {});
      const expected = markdownBlocks(tokens, {}, whole);
      const own = context();
      const nodes: TreeNode[] = [];
      for (const part of markdownParts(source, rows, 2)) {
        if (part.type === 'line') {
          lines++;
          nodes.push(...lineBlockNodes(parseLineBlock(rows[part.line] ?? ''), part.line, own));
        } else {
          texts++;
          nodes.push(...markdownBlocks(parseMarkdown(part.text, part.line).tokens, {}, own));
        }
      }
      expect(nodes).toEqual(expected);
      expect(own.diagnostics).toEqual(whole.diagnostics);
    }),
    { seed: 2020, numRuns: 3000 },
  );
  expect(Math.min(lines, texts)).toBeGreaterThan(2000);
});
