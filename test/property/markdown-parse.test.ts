/** The short cuts of our Markdown parser change nothing: its tokens are markdown-it's, whatever is typed. */
import { assert, array, constantFrom, property } from 'fast-check';
import MarkdownIt, { type PluginWithOptions } from 'markdown-it';
import attributes from 'markdown-it-attrs';
import definitionLists from 'markdown-it-deflist';
import footnotes from 'markdown-it-footnote';
import { expect, it } from 'vitest';
import { parseMarkdown, type Token } from '../../src/read/markdown-parse.js';

const full = new MarkdownIt({ html: false, linkify: false, typographer: false });
full
  .use(footnotes)
  .use(definitionLists)
  .use(attributes as unknown as PluginWithOptions);
full.core.ruler.disable('footnote_tail');

/** Pieces of lines, and line ends often enough that blocks come about. */
const pieces = constantFrom(
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
);

const plain = (tokens: readonly Token[]): unknown => JSON.parse(JSON.stringify(tokens));

it('parses like markdown-it', () => {
  assert(
    property(array(pieces, { maxLength: 24 }), (typed) => {
      const source = typed.join('');
      expect(plain(parseMarkdown(source).tokens)).toEqual(plain(full.parse(source, {})));
    }),
    { seed: 2020, numRuns: 3000 },
  );
});
