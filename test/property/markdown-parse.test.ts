/** The short cuts of our Markdown parser change nothing: its tokens are markdown-it's, whatever is typed. */
import { assert, array, constantFrom, property } from 'fast-check';
import MarkdownIt, { type PluginWithOptions } from 'markdown-it';
import attributes from 'markdown-it-attrs';
import definitionLists from 'markdown-it-deflist';
import footnotes from 'markdown-it-footnote';
import { expect, it } from 'vitest';
import { parseMarkdown, type Token } from '../../src/read/markdown-parse.js';
import { markdownParts } from '../../src/read/markdown-parts.js';

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

/** What does not reach across a cut. */
const within = pieces.filter((piece) => !/^[:~^]|^\[\^/.test(piece));

it('parses part by part like the whole', () => {
  let cut = 0;
  assert(
    property(array(constantFrom(...within), { maxLength: 40 }), (typed) => {
      const source = `---\n---\nĐầu.\n${typed.join('')}\n# Hai\n${typed.toReversed().join('')}`;
      const parts = [...markdownParts(source, 2, 1)];
      if (parts.length > 1) cut++;
      const tokens = parts.flatMap(({ text, line }) => parseMarkdown(text, line).tokens);
      expect(plain(tokens)).toEqual(plain(full.parse(source.replace('---\n---', '\n'), {})));
    }),
    { seed: 2020, numRuns: 3000 },
  );
  expect(cut).toBeGreaterThan(2000);
});
