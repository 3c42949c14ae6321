import { describe, expect, it } from 'vitest';
import type { GlyphRun } from '../../../src/document/glyph-run.js';
import type { ImageAsset } from '../../../src/document/publication.js';
import type { TextDecoration } from '../../../src/document/style.js';
import { pageToSvg } from '../../../src/svg/page-to-svg.js';
import { black, pageOf, squareRun, squareWord, tag } from './page-fixture.js';

const underline: TextDecoration = {
  lines: ['underline'],
  color: { space: 'rgb', r: 0, g: 0, b: 0, alpha: 1 },
  style: 'solid',
  thickness: 'auto',
  underlineOffset: 'auto',
};

function line(run: GlyphRun): string {
  return pageToSvg(pageOf([{ type: 'text', tag, x: 20, y: 50, runs: [run] }]));
}

/** x of every glyph drawn, 1/1000 em from the run's origin. */
function glyphPlaces(svg: string): string[] {
  return [...svg.matchAll(/<use [^>]*x="([^"]*)"/g)].map((match) => match[1] ?? '');
}

describe('pageToSvg, text as outlines', () => {
  it('shows the trim box in pt', () => {
    expect(pageToSvg(pageOf([], { width: 595.2756, height: 841.8898 }))).toContain(
      'width="595.276pt" height="841.89pt" viewBox="0 0 595.276 841.89"',
    );
  });

  it('defines each distinct glyph once and skips glyphs without ink', () => {
    const svg = line(squareRun([squareWord('aba'), squareWord(' '), squareWord('b')]));
    expect(svg.match(/<path id=/g)).toHaveLength(2);
    expect(svg).toContain('<path id="p2-g3-97" d="M0-200V800H1000V-200Z"/>');
    expect(glyphPlaces(svg)).toEqual(['0', '1000', '2000', '4000']);
  });

  it('adds letter spacing to every glyph and word spacing to spaces only', () => {
    const words = [squareWord('ab'), squareWord(' '), squareWord('c')];
    // 10 pt: 0.5 pt are 50 thousandths, 2 pt are 200. a at 0, b at 1050, space at 2100, c at 2100 + 1000 + 50 + 200.
    expect(glyphPlaces(line(squareRun(words, { letterSpacing: 0.5, wordSpacing: 2 })))).toEqual([
      '0',
      '1050',
      '3350',
    ]);
  });

  it('leaves out text without a size', () => {
    const run = squareRun([squareWord('ab')], { size: 0, letterSpacing: 1 });
    expect(glyphPlaces(line(run))).toEqual([]);
  });

  it('follows kerned advances and the offsets of marks', () => {
    const word = squareWord('abc', {
      advances: [900, 0, 1000],
      offsets: { x: [0, -250, 0], y: [0, 130, 0] },
    });
    expect(line(squareRun([word]))).toContain(
      '<use xlink:href="#p2-g3-97" x="0"/><use xlink:href="#p2-g3-98" x="650" y="130"/><use xlink:href="#p2-g3-99" x="900"/>',
    );
  });

  it('places the run by its x and rise, y upwards in the glyphs', () => {
    const svg = line(squareRun([squareWord('a')], { x: 7.5, rise: 3 }));
    expect(svg).toContain('transform="translate(27.5 47) scale(0.01 -0.01)"');
  });

  it('leaves the line under a run to layout, which has put it on the page', () => {
    const words = [squareWord('ab')];
    expect(line(squareRun(words, { decorations: [underline] }))).toBe(line(squareRun(words)));
  });
});

describe('pageToSvg, text as text', () => {
  it('keeps words, spaces and places, and escapes', () => {
    const run = squareRun([squareWord('a<b'), squareWord(' '), squareWord('c')], { wordSpacing: 2 });
    const svg = pageToSvg(pageOf([{ type: 'text', tag, x: 20, y: 50, runs: [run] }]), { text: 'text' });
    expect(svg).toContain('<tspan x="20">a&lt;b </tspan><tspan x="62">c</tspan>');
    expect(svg).toContain(
      'font-family="Square &amp; Co" font-weight="700" font-style="italic" font-size="10"',
    );
    expect(svg).not.toContain('<defs>');
  });
});

describe('pageToSvg, paths and colours', () => {
  it('draws rectangles, lines, curves and dashes', () => {
    const svg = pageToSvg(
      pageOf([
        {
          type: 'path',
          tag,
          fill: { space: 'rgb', r: 1, g: 0.5, b: 0, alpha: 0.5 },
          path: [{ type: 'rect', x: 1, y: 2, width: 3, height: 4 }],
        },
        {
          type: 'path',
          tag,
          stroke: { color: black, width: 0.4, dash: [1, 2] },
          path: [
            { type: 'move', x: 0, y: 0 },
            { type: 'line', x: 1 / 3, y: 10 },
            { type: 'curve', x1: 1, y1: 2, x2: 3, y2: 4, x: 5, y: 6 },
            { type: 'close' },
          ],
        },
      ]),
    );
    expect(svg).toContain('<path d="M1 2h3v4h-3Z" fill="#ff8000" fill-opacity="0.5"/>');
    expect(svg).toContain(
      '<path d="M0 0L0.333 10C1 2 3 4 5 6Z" fill="none" stroke="#000000" stroke-width="0.4" stroke-dasharray="1 2"/>',
    );
  });

  it('leaves holes by the even-odd rule, and rounds the ends of lines', () => {
    const ring = [
      { type: 'rect', x: 0, y: 0, width: 9, height: 9 },
      { type: 'rect', x: 3, y: 3, width: 3, height: 3 },
    ] as const;
    const dots = { color: black, width: 2, dash: [0, 4], cap: 'round' } as const;
    const svg = pageToSvg(
      pageOf([
        { type: 'path', tag, path: ring, fill: black, fillRule: 'evenodd' },
        { type: 'path', tag, path: [{ type: 'move', x: 0, y: 1 }], stroke: dots },
      ]),
    );
    expect(svg).toContain('fill="#000000" fill-rule="evenodd"/>');
    expect(svg).toContain('stroke-width="2" stroke-dasharray="0 4" stroke-linecap="round"/>');
  });

  it('shows the fallback of a CMYK colour, or the plain conversion', () => {
    const path = [{ type: 'rect', x: 0, y: 0, width: 1, height: 1 }] as const;
    const ink = { space: 'cmyk', c: 0.2, m: 1, y: 0.95, k: 0.2, alpha: 1 } as const;
    const svg = pageToSvg(
      pageOf([
        { type: 'path', tag, path, fill: { ...ink, fallback: { r: 168 / 255, g: 26 / 255, b: 29 / 255 } } },
        { type: 'path', tag, path, fill: ink },
      ]),
    );
    expect(svg).toContain('fill="#a81a1d"');
    expect(svg).toContain('fill="#a3000a"');
  });
});

describe('pageToSvg, pictures, groups and links', () => {
  const image: ImageAsset = {
    id: 'a',
    path: 'a.png',
    format: 'png',
    bytes: Uint8Array.of(1, 2, 3),
    width: 1,
    height: 1,
    colour: 'rgb',
    alpha: false,
  };

  it('clips a picture to its box only when it is larger', () => {
    const area = { x: 10, y: 10, width: 20, height: 20 };
    const wide = { x: 5, y: 10, width: 30, height: 20 };
    const fits = pageToSvg(pageOf([{ type: 'image', tag, image, ...area, content: area }]));
    expect(fits).toContain('xlink:href="data:image/png;base64,AQID"');
    expect(fits).not.toContain('clip-path');
    const cut = pageToSvg(pageOf([{ type: 'image', tag, image, ...area, content: wide }]));
    expect(cut).toContain('<clipPath id="p2-c1"><path d="M10 10h20v20h-20Z"/></clipPath>');
    expect(cut).toContain('clip-path="url(#p2-c1)"');
  });

  it('fills an area with tiles of one picture', () => {
    const svg = pageToSvg(
      pageOf([
        {
          type: 'tiles',
          tag,
          image,
          x: 10,
          y: 10,
          width: 50,
          height: 20,
          tile: { x: 5, y: 10, width: 10, height: 20 },
          step: { x: 15, y: 20 },
        },
      ]),
    );
    expect(svg).toContain(
      '<pattern id="p2-t1" patternUnits="userSpaceOnUse" width="15" height="20" patternTransform="translate(5 10)">' +
        '<image x="0" y="0" width="10" height="20"',
    );
    expect(svg).toContain('<rect x="10" y="10" width="50" height="20" fill="url(#p2-t1)"/>');
  });

  it('nests groups with transform, clip and opacity', () => {
    const svg = pageToSvg(
      pageOf([
        {
          type: 'group',
          opacity: 0.5,
          transform: [0, 1, -1, 0, 10, 20],
          clip: [{ type: 'rect', x: 0, y: 0, width: 9, height: 9 }],
          items: [{ type: 'path', tag, path: [{ type: 'move', x: 1, y: 1 }], fill: black }],
        },
      ]),
    );
    expect(svg).toContain('<g transform="matrix(0 1 -1 0 10 20)" clip-path="url(#p2-c1)" opacity="0.5">');
  });

  it('clips to curves', () => {
    const clip = [
      { type: 'move', x: 0, y: 5 },
      { type: 'curve', x1: 0, y1: 2, x2: 2, y2: 0, x: 5, y: 0 },
      { type: 'line', x: 5, y: 5 },
      { type: 'close' },
    ] as const;
    const svg = pageToSvg(pageOf([{ type: 'group', clip, items: [] }]));
    expect(svg).toContain('<clipPath id="p2-c1"><path d="M0 5C0 2 2 0 5 0L5 5Z"/></clipPath>');
  });

  it('makes links to places whose address the caller knows', () => {
    const page = pageOf([
      {
        type: 'link',
        tag,
        x: 10,
        y: 20,
        width: 30,
        height: 12,
        target: { type: 'destination', id: 'hai' },
        description: 'Mục hai',
      },
    ]);
    expect(pageToSvg(page)).not.toContain('<a');
    const addressOf = (id: string) => (id === 'hai' ? 'trang-2.svg' : undefined);
    expect(pageToSvg(page, { text: 'outline', addressOf })).toContain(
      '<a xlink:href="trang-2.svg"><title>Mục hai</title><rect x="10" y="20" width="30" height="12"',
    );
  });

  it('makes links to the web, none to scripts or to other pages', () => {
    const link = (url: string) =>
      pageToSvg(
        pageOf([
          {
            type: 'link',
            tag,
            x: 0,
            y: 0,
            width: 5,
            height: 5,
            target: { type: 'url', url },
            description: 'đi',
          },
        ]),
      );
    expect(link('https://a.vn/?a=1&b=2')).toContain(
      '<a xlink:href="https://a.vn/?a=1&amp;b=2"><title>đi</title>',
    );
    expect(link('javascript:alert(1)')).not.toContain('<a');
  });

  it('gives the same bytes for the same page', () => {
    const make = (): string => line(squareRun([squareWord('abc')], { x: 0.1 + 0.2 }));
    expect(make()).toBe(make());
  });
});
