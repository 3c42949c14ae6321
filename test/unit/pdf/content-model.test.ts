import { describe, expect, it } from 'vitest';
import type { ArchiveLevel } from '../../../src/document/archive-level.js';
import type { StructureElement, StructureType } from '../../../src/document/page.js';
import { standardOf } from '../../../src/pdf/conformance.js';
import { buildStructure } from '../../../src/pdf/build-structure.js';
import { ContentRecorder } from '../../../src/pdf/record-content.js';
import type { ContentRecord, StructureKid } from '../../../src/pdf/structure-node.js';
import { elements } from '../../support/pdf-pages.js';

type Sketch = readonly [StructureType, number?, Partial<StructureElement>?][];

const content = (order: number, mcid: number, page = 0): ContentRecord => ({
  type: 'content',
  order,
  page,
  mcid,
  form: undefined,
});

/** Builds the tree with one piece of content in each element named, and writes it as `Type(kids)`. */
function tree(
  list: Sketch,
  filled: readonly number[],
  annotated: readonly number[] = [],
  level?: ArchiveLevel,
): string {
  const records: ContentRecord[][] = list.map(() => []);
  filled.forEach((id, mcid) => records[id]?.push(content(id + 0.1, mcid)));
  for (const id of annotated) records[id]?.push({ type: 'annotation', order: id + 0.2, page: 0, object: 99 });
  const show = (kid: StructureKid): string =>
    kid.type === 'element'
      ? `${kid.node.type}(${kid.node.kids.map(show).join(' ')})`
      : kid.type === 'content'
        ? String(kid.mcid)
        : '@';
  const node = buildStructure(elements(list), records, standardOf('archive', level));
  return show({ type: 'element', order: 0, node });
}

describe('the structure tree', () => {
  it('leaves out elements without content, but no table cells', () => {
    const list: Sketch = [['Document'], ['P', 0], ['P', 0], ['Table', 0], ['TR', 3], ['TD', 4], ['TD', 4]];
    expect(tree(list, [2, 6])).toBe('Document(P(0) Table(TR(TD() TD(1))))');
  });

  it('has one Document, made if layout gives none', () => {
    expect(tree([['P'], ['P']], [0, 1])).toBe('Document(P(0) P(1))');
  });

  it('orders kids by their place in the text, whatever was painted first', () => {
    const structure = elements([['P'], ['Link', 0, { order: 5 }]]);
    const records = [[content(9, 0), content(1, 0, 3), content(1, 0, 2)], [content(0, 1)]];
    const [paragraph] = buildStructure(structure, records, standardOf('archive')).kids;
    const kids = paragraph?.type === 'element' ? paragraph.node.kids : [];
    expect(kids.map((kid) => (kid.type === 'content' ? kid.page : kid.type))).toEqual([2, 3, 'element', 0]);
  });

  it('keeps pieces apart between which a child element stands', () => {
    const recorder = new ContentRecorder();
    recorder.begin(elements([['P'], ['Link', 0, { order: 5 }]]));
    expect(recorder.separated(0, 1, 9)).toBe(true);
    expect(recorder.separated(0, 6, 9)).toBe(false);
    expect(recorder.separated(0, 9, 6)).toBe(true);
  });
});

describe('the content model', () => {
  it('puts items around stray content of lists', () => {
    const list: Sketch = [['Document'], ['L', 0], ['P', 1], ['LI', 1], ['P', 3]];
    expect(tree(list, [2, 4])).toBe('Document(L(LI(LBody(P(0))) LI(LBody(P(1)))))');
  });

  it('takes a list in a table of contents for its entries', () => {
    const list: Sketch = [['Document'], ['TOC', 0], ['L', 1], ['LI', 2], ['LBody', 3], ['Link', 4]];
    expect(tree(list, [5], [5])).toBe('Document(TOC(TOCI(Reference(Link(0 @)))))');
  });

  it('puts cells around stray content of rows', () => {
    expect(tree([['Document'], ['Table', 0], ['TR', 1], ['P', 2]], [3])).toBe(
      'Document(Table(TR(TD(P(0)))))',
    );
  });

  it('makes a Div of a part that stands outside its whole', () => {
    expect(tree([['Document'], ['LI', 0], ['LBody', 1]], [2])).toBe('Document(Div(Div(P(0))))');
  });

  it('skips no heading level on the way down', () => {
    const list: Sketch = [['Document'], ['H2', 0], ['H4', 0], ['H1', 0], ['H3', 0]];
    expect(tree(list, [1, 2, 3, 4])).toBe('Document(H1(0) H2(1) H1(2) H2(3))');
  });

  it('holds a link annotation in a Link, in a Reference with all its text', () => {
    expect(tree([['Document'], ['Reference', 0]], [1], [1])).toBe('Document(P(Reference(Link(0 @))))');
    expect(tree([['Document'], ['P', 0]], [1], [1])).toBe('Document(P(0 Link(@)))');
  });

  it('takes a Link whose target is nowhere for text', () => {
    expect(tree([['Document'], ['Link', 0]], [1])).toBe('Document(P(Span(0)))');
  });
});

describe('text that stands among blocks', () => {
  it('is a paragraph, with what stands in its lines', () => {
    const list: Sketch = [['Document'], ['Sect', 0], ['Quote', 1], ['P', 1], ['Code', 1, { block: true }]];
    expect(tree(list, [1, 2, 3, 4])).toBe('Document(Sect(P(0 Quote(1)) P(2) Code(3)))');
    expect(tree([['Document'], ['TD', 0], ['Span', 1]], [2])).toBe('Document(Div(P(Span(0))))');
    expect(tree([['Document'], ['Link', 0, { block: true }]], [1], [1])).toBe('Document(Link(0 @))');
  });

  it('holds no blocks', () => {
    const list: Sketch = [['Document'], ['P', 0], ['Link', 1], ['H2', 2], ['Div', 3]];
    expect(tree(list, [4, 2], [2])).toBe('Document(P(Link(1 @ Span(Span(0)))))');
  });
});

describe('what is one in two elements', () => {
  it('is one: code in pre, terms and what they mean', () => {
    expect(tree([['Document'], ['Code', 0, { block: true }], ['Code', 1]], [2])).toBe('Document(Code(0))');
    const list: Sketch = [
      ['Document'],
      ['L', 0, { listNumbering: 'Description' }],
      ['LI', 1],
      ['Lbl', 2],
      ['LI', 1],
      ['LBody', 4],
      ['LI', 1],
      ['LBody', 6],
    ];
    expect(tree(list, [3, 5, 7])).toBe('Document(L(LI(Lbl(0) LBody(1)) LI(LBody(2))))');
  });
});

describe('what PDF 2.0 has in place of older types', () => {
  const list: Sketch = [
    ['Document'],
    ['Art', 0],
    ['Aside', 1],
    ['Aside', 2],
    ['P', 3],
    ['BlockQuote', 1],
    ['Aside', 5],
    ['P', 6],
    ['Note', 1],
    ['Div', 1],
    ['Figure', 9],
    ['Caption', 9],
    ['Art', 1],
    ['P', 12],
  ];

  it('is used where it may stand', () => {
    const filled = [4, 7, 8, 10, 11, 13];
    expect(tree(list, filled)).toBe(
      'Document(Art(Sect(Sect(P(0))) BlockQuote(Sect(P(1))) Note(2) Div(Figure(3) Caption(4)) Art(P(5))))',
    );
    expect(tree(list, filled, [], '4')).toBe(
      'Document(Art(Aside(Sect(P(0))) BlockQuote(Sect(P(1))) FENote(2) Sect(Figure(3) Caption(4)) Sect(P(5))))',
    );
  });

  it('has one caption in an element, first or last', () => {
    const captions: Sketch = [['Document'], ['Sect', 0], ['Caption', 1], ['P', 1], ['Caption', 1], ['P', 1]];
    expect(tree(captions, [2, 3, 4, 5], [], '4')).toBe('Document(Sect(Caption(0) P(1) P(2) P(3)))');
    const between: Sketch = [['Document'], ['Sect', 0], ['P', 1], ['Caption', 1], ['P', 3], ['P', 1]];
    expect(tree(between, [2, 4, 5], [], '4')).toBe('Document(Sect(P(0) Div(P(1)) P(2)))');
  });
});

describe('tables', () => {
  it('get empty cells where rows are short', () => {
    const list: Sketch = [['Document'], ['Table', 0], ['TR', 1], ['TH', 2], ['TH', 2], ['TR', 1], ['TD', 5]];
    expect(tree(list, [3, 4, 6])).toBe('Document(Table(TR(TH(0) TH(1)) TR(TD(2) TD())))');
  });

  it('count spans from the left and from above', () => {
    const list: Sketch = [
      ['Document'],
      ['Table', 0],
      ['TR', 1],
      ['TD', 2, { rowSpan: 5 }],
      ['TD', 2, { colSpan: 2 }],
      ['TR', 1],
      ['TD', 5],
      ['TD', 5],
    ];
    expect(tree(list, [3, 4, 6, 7])).toBe('Document(Table(TR(TD(0) TD(1)) TR(TD(2) TD(3))))');
  });
});
