/** Formulas on pages: in one line, with signs between what MathML puts above and beside each other. */
import { expect, it } from 'vitest';
import { element, text, textOf, type ElementNode, type RootNode } from '../../../src/document/tree.js';
import { openPdf } from '../../../src/check/pdf/open-pdf.js';
import { readPdf } from '../../../src/check/pdf/read-pdf.js';
import { publish } from '../../../src/publish.js';
import { lineFormulas } from '../../../src/template/line-formulas.js';
import { memoryHost } from '../../support/memory-host.js';

const m = (name: string, ...children: (ElementNode | string)[]): ElementNode =>
  element(
    name,
    {},
    children.map((child) => (typeof child === 'string' ? text(child) : child)),
  );
const x = m('mi', 'x');
const plus = m('mo', '+');
const [one, two, three] = ['1', '2', '3'].map((digit) => m('mn', digit)) as [
  ElementNode,
  ElementNode,
  ElementNode,
];
const sum = m('mrow', x, plus, one);
const half = m('mfrac', one, two);

function set(...parts: ElementNode[]): { shown: string; said: number } {
  const root: RootNode = { type: 'root', children: [m('p', m('math', ...parts))] };
  const { value, diagnostics } = lineFormulas(root);
  return { shown: textOf(value), said: diagnostics.length };
}

it.each([
  ['1/2', half],
  ['(x+1)/2', m('mfrac', sum, two)],
  ['1/(1/2)', m('mfrac', one, half)],
  ['x2/3', m('mfrac', m('msup', x, two), three)],
  ['(1/2)x', m('mrow', half, x)],
  ['x+1/2', m('mrow', x, plus, half)],
  ['√(3)', m('msqrt', three)],
  ['√(x+1)', m('msqrt', x, plus, one)],
  ['(x+1)1/3', m('mroot', sum, three)],
  ['1, 2; 3, x', m('mtable', m('mtr', m('mtd', one), m('mtd', two)), m('mtr', m('mtd', three), m('mtd', x)))],
])('%s', (shown, formula) => {
  expect(set(formula)).toEqual({ shown, said: 1 });
});

it('makes no fraction of a binomial coefficient', () => {
  expect(set(element('mfrac', { linethickness: '0' }, [x, two])).shown).toBe('x¦2');
});

it('brackets what is raised as a whole, and has no need to say so', () => {
  expect(set(m('msup', sum, two))).toEqual({ shown: '(x+1)2', said: 0 });
  expect(set(m('msub', x, one))).toEqual({ shown: 'x1', said: 0 });
});

it('keeps the words of the source, tells each formula once an edition, and reads alttext out in the archive', async () => {
  const typed =
    '---\ntitle: Bài\ndate: 2020-01-13\n---\n\nMột <math alttext="một phần hai">\n<mfrac> <mn>1</mn> <mn>2</mn> </mfrac></math>, ' +
    '<math alttext="bình phương"><msup><mi>x</mi><mn>2</mn></msup></math>.\n';
  const options = { editions: ['print', 'archive'], verify: true } as const;
  const { artifacts, diagnostics } = await publish('bai.md', options, memoryHost({ 'bai.md': typed }));
  const told = diagnostics.map(({ code, span }) => `${code} ${span?.line}`);
  expect([...new Set(told)]).toEqual(['TEMPLATE-FORMULA 6']);
  expect(artifacts).toHaveLength(2);
  for (const { edition, bytes } of artifacts) {
    const file = openPdf(bytes, '').value;
    const contents = file && readPdf(file);
    const shows = contents?.pages.flatMap((page) => page.shows) ?? [];
    expect(shows.map((show) => show.text).join('')).toContain('1/2');
    const [base, raised] = ['x', '2'].map((one) => shows.findLast((show) => show.text === one));
    if (edition === 'print' && base && raised) expect(raised.from.y).toBeGreaterThan(base.from.y);
    if (edition === 'print' || !contents) continue;
    expect(
      JSON.stringify(contents.structure, (key, value: unknown) => (key === 'parent' ? undefined : value)),
    ).toContain('một phần hai');
  }
});
