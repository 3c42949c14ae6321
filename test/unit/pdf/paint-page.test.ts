/** Paths, clips, transforms and groups in content streams, read from a page of 200 × 300 pt. */
import { describe, expect, it } from 'vitest';
import type { PageItem, PathItem, StructureElement } from '../../../src/document/page.js';
import type { ImageAsset } from '../../../src/document/publication.js';
import type { PdfEdition } from '../../../src/pdf/colour.js';
import { WordEncoder } from '../../../src/pdf/encode-words.js';
import { GraphicsStates } from '../../../src/pdf/graphics-states.js';
import { PagePainter } from '../../../src/pdf/paint-page.js';
import { ContentRecorder } from '../../../src/pdf/record-content.js';
import { SpotInks } from '../../../src/pdf/spot-inks.js';
import type { PaintedPage, PaintedPattern } from '../../../src/pdf/painted.js';
import { background, black, elements, line, page, tagOf } from '../../support/pdf-pages.js';

const structure: StructureElement[] = elements([['Document'], ['P', 0], ['P', 0]]);

function painted(
  items: readonly PageItem[],
  edition: PdfEdition = 'archive',
  tell: (pattern: PaintedPattern) => void = () => undefined,
): PaintedPage {
  const recorder = edition === 'archive' ? new ContentRecorder() : undefined;
  const [encoder, states] = [new WordEncoder(), new GraphicsStates()];
  const inks = new SpotInks();
  const imageName = (_asset: ImageAsset): string => 'I0';
  const patternName = (pattern: PaintedPattern): string => {
    tell(pattern);
    return 'P0';
  };
  const resources = { edition, encoder, states, inks, imageName, patternName, recorder };
  return new PagePainter(resources).paint(page(items), structure);
}

const textOf = (content: Uint8Array | undefined): string => Buffer.from(content ?? []).toString('latin1');
/** The content stream without its marks. */
const drawn = (items: readonly PageItem[]): string =>
  textOf(painted(items).content).replace(/.* BDC\n|EMC\n/g, '');

const square: PathItem['path'] = [{ type: 'rect', x: 10, y: 20, width: 30, height: 40 }];
const area: PathItem = { type: 'path', tag: background, path: square, fill: black };

describe('tiles', () => {
  it('lie where the transforms of their own content stream put them', () => {
    // Page of 300: a tile of 10 × 10 at 0, 0 has its lower left corner at 0, 290.
    const image = { id: 'a' } as ImageAsset;
    const box = { x: 0, y: 0, width: 10, height: 10 };
    const step = { x: 10, y: 10 };
    const tiles: PageItem = { type: 'tiles', tag: background, image, ...box, tile: box, step };
    const moved: PageItem = { type: 'group', transform: [2, 0, 0, 2, 5, 7], items: [tiles] };
    // Doubled from the top left corner, then 5 to the right and 7 down: the corner is at 5, 300 − 7 − 20.
    const form: PageItem = { type: 'group', opacity: 0.5, items: [tiles, area] };
    const inForm: PageItem = { type: 'group', transform: [2, 0, 0, 2, 5, 7], items: [form] };
    const matrices: unknown[] = [];
    painted([tiles, moved, inForm], 'archive', ({ matrix }) => matrices.push(matrix.map((n) => n + 0)));
    expect(matrices).toEqual([
      [1, 0, 0, 1, 0, 290],
      [2, 0, 0, 2, 5, 273],
      [1, 0, 0, 1, 0, 290],
    ]);
  });
});

describe('paths', () => {
  it('are filled by the nonzero rule unless told otherwise', () => {
    expect(drawn([area])).toBe('10 240 30 40 re\nf\n');
    expect(drawn([{ ...area, fillRule: 'evenodd' }])).toBe('10 240 30 40 re\nf*\n');
    const both = { ...area, stroke: { color: black, width: 2 } };
    expect(drawn([{ ...both, fillRule: 'evenodd' }])).toContain('re\nB*\n');
    expect(drawn([{ ...both, fillRule: 'evenodd', stroke: both.stroke }, both])).toMatch(/B\*\n[^]*B\n$/);
  });

  it('are stroked in dashes with round or cut ends, set only when they change', () => {
    const stroke = { color: black, width: 2, dash: [0, 4] };
    const dots: PathItem = {
      type: 'path',
      tag: background,
      path: square,
      stroke: { ...stroke, cap: 'round' },
    };
    expect(drawn([dots, dots, { ...dots, stroke }])).toBe(
      '2 w\n1 J\n[0 4 ] 0 d\n10 240 30 40 re\nS\n10 240 30 40 re\nS\n0 J\n10 240 30 40 re\nS\n',
    );
  });

  it('have an opacity each for what is filled and what is stroked', () => {
    const faint = { ...black, alpha: 0.5 };
    const item: PathItem = { ...area, fill: faint, stroke: { color: black, width: 1 } };
    expect(drawn([item])).toBe('/G0 gs\n10 240 30 40 re\nf\n/G1 gs\n10 240 30 40 re\nS\n');
  });
});

describe('groups', () => {
  it('are clipped to curves', () => {
    const clip: PathItem['path'] = [
      { type: 'move', x: 0, y: 5 },
      { type: 'curve', x1: 0, y1: 2, x2: 2, y2: 0, x: 5, y: 0 },
      { type: 'close' },
    ];
    expect(drawn([{ type: 'group', clip, items: [area] }])).toBe(
      'q\n0 295 m\n0 298 2 300 5 300 c\nh\nW n\n10 240 30 40 re\nf\nQ\n',
    );
  });

  it('are turned and scaled about the corner of the page, with six decimals', () => {
    const turned = drawn([{ type: 'group', transform: [0, 1, -1, 0, 100, 50], items: [area] }]);
    // (10, 20) on the page goes to (80, 60); in the PDF (10, 280) to (80, 240).
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] =
      /q\n(.*) cm/.exec(turned)?.[1]?.split(' ').map(Number) ?? [];
    expect([a * 10 + c * 280 + e, b * 10 + d * 280 + f]).toEqual([80, 240]);
    const scaled = drawn([{ type: 'group', transform: [1 / 3, 0, 0, 1e-7, 0, 0], items: [area] }]);
    expect(scaled).toContain('0.333333 0 0 0 ');
  });

  it('of one object are faint by a graphics state, of several as a transparency group', () => {
    const one = painted([{ type: 'group', opacity: 0.5, items: [area] }]);
    expect(one.forms).toEqual([]);
    expect(textOf(one.content)).toContain('/G0 gs\n10 240 30 40 re\nf');
    const two = painted([{ type: 'group', opacity: 0.5, items: [area, area] }]);
    expect(textOf(two.content)).toBe('q\n/G1 gs\n/X0 Do\nQ\n');
    expect(two.transparent).toBe(true);
    // Inside nothing is taken as set: a form begins with what holds where it is painted.
    expect(textOf(two.forms[0]?.content)).toBe(
      '/Artifact <</Type /Layout>> BDC\n0 g\n/G0 gs\n10 240 30 40 re\nf\n10 240 30 40 re\nf\nEMC\n',
    );
    expect(two.forms[0]?.box).toEqual([0, 0, 200, 300]);
  });

  it('that are transparency groups count their own marked content', () => {
    const faint: PageItem = {
      type: 'group',
      opacity: 0.5,
      items: [line('a', [10, 20], tagOf(1)), line('b', [10, 40], tagOf(2))],
    };
    const { marks, forms } = painted([line('c', [10, 10], tagOf(2)), faint, line('d', [10, 60], tagOf(1))]);
    expect(Array.from(marks?.elements ?? [])).toEqual([2, 1]);
    expect(forms.map((form) => Array.from(form.marks?.elements ?? []))).toEqual([[1, 2]]);
  });

  it('show through their box as far as the page does, whatever turns it', () => {
    const faint: PageItem = { type: 'group', opacity: 0.5, items: [area, area] };
    const { forms } = painted([{ type: 'group', transform: [2, 0, 0, 2, 0, 0], items: [faint] }]);
    expect(forms[0]?.box).toEqual([0, 150, 100, 300]);
  });
});
