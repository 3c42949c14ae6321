/**
 * Random documents for property tests: trees of everything that content is made of, under sheets of
 * random declarations. `tame` sheets only have what keeps boxes where there is room for them; `wild` ones
 * have anything: odd lengths, negative margins, positions, whatever contradicts itself.
 */
import fc from 'fast-check';
import type { ElementNode } from '../../src/document/tree.js';
import { h } from '../support/lay-out.js';

export interface RandomDocument {
  readonly css: string;
  readonly body: readonly ElementNode[];
}

const word = fc.stringMatching(/^[a-z]{1,7}$/u);
const words = fc.array(word, { minLength: 1, maxLength: 14 }).map((list) => list.join(' '));
const className = fc.integer({ min: 0, max: 7 }).map((n) => `c${n}`);

const inline = fc
  .tuple(words, className, words, fc.boolean())
  .map(([before, name, inside, linked]) => [
    `${before} `,
    linked ? h(`a.${name}`, { href: '#x' }, inside) : h(`b.${name}`, inside),
    ' ',
  ]);
const paragraph = fc
  .tuple(
    fc.constantFrom('p', 'h2', 'div'),
    className,
    fc.oneof(
      words.map((text) => [text]),
      inline,
    ),
  )
  .map(([name, own, content]) => h(`${name}.${own}`, ...content));
const list = fc
  .tuple(fc.constantFrom('ul', 'ol'), className, fc.array(words, { minLength: 1, maxLength: 4 }))
  .map(([name, own, items]) => h(`${name}.${own}`, ...items.map((item) => h('li', item))));
const picture = className.map((own) => h(`img.${own}`, { src: '40x20.jpg', alt: '' }));
const cell = fc.tuple(words, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), className);
const table = fc
  .tuple(
    className,
    fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([own, rows, headed, wide]) => {
    const all = rows.map((cells) => {
      // Three columns, for which there is room: a cell leaves one for each that comes after it.
      let free = 3;
      const spans = cells.map(([, colSpan], i) => {
        const columns = Math.min(colSpan, free - (cells.length - 1 - i));
        free -= columns;
        return columns;
      });
      return h(
        'tr',
        ...cells.map(([text, , rowSpan, name], i) =>
          // Cells that span both ways may lie on each other (CSS 2.2, 17.5).
          h(`td.${name}`, wide ? { colSpan: spans[i] ?? 1 } : { rowSpan }, text),
        ),
      );
    });
    const [first, ...rest] = all;
    return headed && first && rest.length
      ? h(`table.${own}`, h('thead', first), h('tbody', ...rest))
      : h(`table.${own}`, h('tbody', ...all));
  });
const note = fc.tuple(words, words).map(([text, inside]) => h('p', `${text} `, h('span.note', inside), ' z'));

const leaf = fc.oneof({ weight: 5, arbitrary: paragraph }, list, table, picture, note);
const block: fc.Arbitrary<ElementNode> = fc.letrec<{ block: ElementNode }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'blocks' },
    { weight: 4, arbitrary: leaf },
    {
      weight: 1,
      arbitrary: fc
        .tuple(className, fc.array(tie('block'), { minLength: 1, maxLength: 4 }))
        .map(([own, inner]) => h(`section.${own}`, ...inner)),
    },
  ),
})).block;

const oneOf = (...values: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...values);
const small = oneOf('0', '1pt', '3.7pt', '1.3em');
const breaks = oneOf('auto', 'avoid', 'page', 'column', 'left', 'right', 'avoid-page', 'avoid-column');

/** Property and values that leave room for everything. */
const tameValues: readonly (readonly [string, fc.Arbitrary<string>])[] = [
  ['float', oneOf('left', 'right', 'none')],
  ['clear', oneOf('left', 'both', 'none')],
  ['column-fill', oneOf('auto', 'balance', 'balance-all')],
  ['column-span', oneOf('all')],
  ['break-before', breaks],
  ['break-after', breaks],
  ['break-inside', oneOf('avoid', 'avoid-column', 'auto')],
  ['orphans', oneOf('1', '2', '4')],
  ['widows', oneOf('1', '3')],
  ['margin', small],
  ['padding', small],
  ['border', oneOf('1pt solid', '2.5pt double red', '0')],
  ['text-align', oneOf('justify', 'center', 'right', 'left')],
  ['text-indent', oneOf('0', '7pt')],
  ['border-collapse', oneOf('collapse', 'separate')],
  ['border-spacing', oneOf('0', '2pt 3pt')],
  ['caption-side', oneOf('top', 'bottom')],
  ['list-style-type', oneOf('none', 'disc', 'upper-roman')],
  ['box-decoration-break', oneOf('clone', 'slice')],
  ['overflow', oneOf('hidden', 'visible')],
  ['min-height', oneOf('0', '15pt')],
];

/** Anything else. */
const wildValues: typeof tameValues = [
  ...tameValues,
  [
    'display',
    oneOf(
      'block',
      'inline',
      'inline-block',
      'list-item',
      'flow-root',
      'table',
      'table-cell',
      'table-row',
      'inline-table',
      'contents',
    ),
  ],
  ['float', oneOf('block-start', 'block-end', 'snap-block', 'left', 'right')],
  ['float-reference', oneOf('page', 'column', 'inline')],
  ['float-defer', oneOf('1', '2', 'last', '-1')],
  ['-anpham-float-anchor', oneOf('flow-start')],
  ['position', oneOf('relative', 'absolute')],
  ['top', oneOf('-12.3pt', '50%', '7pt', 'auto')],
  ['left', oneOf('-30pt', '110%', '3pt')],
  ['bottom', oneOf('0', '-200pt')],
  ['margin', oneOf('25%', '-7.7pt', '0 -50%', '300pt', 'auto', '-1000pt 0')],
  ['padding', oneOf('25%', '90pt', '200%')],
  ['width', oneOf('0', '33.3%', '5pt', '1000pt', 'auto')],
  ['height', oneOf('0', '3pt', '250pt', '50%')],
  ['min-width', oneOf('50pt', '120%')],
  ['max-width', oneOf('0', '10pt')],
  ['max-height', oneOf('0', '20pt')],
  ['box-sizing', oneOf('border-box')],
  ['columns', oneOf('2', '7', '1pt', '1', '40pt')],
  ['column-gap', oneOf('0', '200%')],
  ['line-height', oneOf('0', '0.3', '4', '1000pt')],
  ['font-size', oneOf('0', '3pt', '40pt')],
  ['letter-spacing', oneOf('-10pt', '5pt')],
  ['text-indent', oneOf('-50pt', '200%')],
  ['white-space', oneOf('nowrap', 'pre', 'pre-wrap')],
  ['vertical-align', oneOf('top', 'bottom', 'super', '-30pt', 'middle')],
  ['table-layout', oneOf('fixed')],
  ['footnote-display', oneOf('inline', 'compact')],
  ['footnote-policy', oneOf('line', 'block')],
  ['page', oneOf('wide', 'narrow')],
  ['opacity', oneOf('0.5', '0')],
  ['block-step-size', oneOf('10pt', '7.3pt')],
  ['text-wrap', oneOf('balance', 'pretty')],
  ['hanging-punctuation', oneOf('first last allow-end')],
  ['z-index', oneOf('-1', '3')],
];

/** Rules for the eight classes of elements that `which` matches. */
function rules(values: typeof tameValues, which: string): fc.Arbitrary<string> {
  const declaration = fc
    .constantFrom(...values)
    .chain(([name, value]) => value.map((text) => `${name}: ${text}`));
  const rule = fc.array(declaration, { minLength: 0, maxLength: 4 }).map((list) => list.join('; '));
  return fc
    .array(rule, { minLength: 8, maxLength: 8 })
    .map((list) => list.map((body, n) => `${which}.c${n} { ${body} }`).join('\n'));
}

const fixed = '.note { float: footnote } a { color: black } li { list-style-position: inside }';

/** A document whose boxes have room. */
export const tame: fc.Arbitrary<RandomDocument> = fc
  .record({
    body: fc.array(block, { minLength: 1, maxLength: 8 }),
    sheet: rules(tameValues, ':not(td)'),
    height: fc.integer({ min: 90, max: 220 }),
    columns: fc.integer({ min: 1, max: 2 }),
  })
  .map(({ body, sheet, height, columns }) => ({
    body,
    css: `@page { size: 400pt ${height}pt; margin: 10pt } html { font-size: 5pt } body, p, h1, h2, h3, li, td, blockquote { font-size: 5pt } body { columns: ${columns} } ${fixed}\n${sheet}`,
  }));

/** A document under whatever declarations. */
export const wild: fc.Arbitrary<RandomDocument> = fc
  .record({
    body: fc.array(block, { minLength: 1, maxLength: 8 }),
    sheet: rules(wildValues, ''),
    page: oneOf(
      'size: 100pt 80pt',
      'size: 240pt 100pt; margin: 10pt',
      'size: 50pt 30pt; margin: 20pt',
      'size: 90pt; margin: 60pt',
    ),
    letter: fc.boolean(),
  })
  .map(({ body, sheet, page, letter }) => ({
    body,
    css: `@page { ${page} } @page wide { size: 300pt 60pt } @page narrow:left { margin: 5pt } ${fixed} ${
      letter ? 'p::first-letter { initial-letter: 2 }' : ''
    }\n${sheet}`,
  }));
