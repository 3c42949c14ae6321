/** Drawings: what draws is kept; what runs, moves, embeds or fetches is not. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cleanSvg, isSvg } from '../../../src/read/clean-svg.js';
import { readArticle, said } from '../../support/read-helpers.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const svg = (inside: string, attributes = 'viewBox="0 0 40 20"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`;
const clean = (source: string) => {
  const cleaned = cleanSvg(utf8(source));
  if ('reason' in cleaned) throw new Error(cleaned.reason);
  return { ...cleaned, markup: new TextDecoder().decode(cleaned.bytes) };
};

describe('a drawing', () => {
  it('keeps what draws, as it is', () => {
    const drawing =
      '<title>Sơ đồ &amp; số</title><defs><linearGradient id="g"><stop offset="0" stop-color="#a33"/></linearGradient></defs>' +
      '<g transform="scale(2)"><rect width="9" height="5" fill="url(#g)" style="stroke:#000;mask:url( \'#g\' )"/><use xlink:href="#g"/></g>' +
      '<style>rect{fill:url(#g)}</style>';
    const { markup, removed, text } = clean(svg(drawing));
    expect(markup).toContain(drawing);
    expect([removed, text]).toEqual([[], false]);
    // Cleaned again it is the same.
    expect(clean(markup).markup).toBe(markup);
  });

  it.each([
    ['<script>alert(1)</script>', 'script'],
    ['<rect onclick="alert(1)" width="3"/>', 'onclick'],
    ['<rect ONLOAD="alert(1)"/>', 'ONLOAD'],
    ['<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>', 'foreignObject'],
    ['<animate attributeName="href" to="javascript:alert(1)"/>', 'animate'],
    ['<set attributeName="onclick" to="alert(1)"/>', 'set'],
    ['<image xlink:href="http://example.org/a.png" width="3"/>', 'href=http://example.org/a.png'],
    ['<image href="data:image/svg+xml;base64,PHN2Zz4="/>', 'href=data:image/svg+xml;base64,PHN2Zz4='],
    ['<use href="other.svg#a"/>', 'href=other.svg#a'],
    ['<rect fill="url(http://example.org/a#b)"/>', 'fill=url(http://example.org/a#b)'],
    ['<rect style="fill:u\\72l(x)"/>', 'style=fill:u\\72l(x)'],
    ['<rect style="fill:image-set(&quot;a.css&quot; 1x)"/>', 'style=fill:image-set("a.css" 1x)'],
    ['<style>@import "a.css"; rect{fill:red}</style>', 'style'],
    ["<style>rect{fill:url( 'http://example.org' )}</style>", 'style'],
    ['<a xlink:href="javascript:alert(1)"><rect width="3"/></a>', 'a'],
  ])('loses %s', (inside, removed) => {
    const cleaned = clean(svg(inside));
    expect(cleaned.removed).toEqual([removed]);
    expect(cleaned.markup).not.toMatch(/alert|example\.org|other\.svg|a\.css|<p|\\|data:/);
    expect(clean(cleaned.markup).removed).toEqual([]);
  });

  it('loses what programs keep for themselves, without a word', () => {
    const own =
      'viewBox="0 0 4 2" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:version="1"';
    const { markup, removed } = clean(
      svg('<metadata>GPS</metadata><inkscape:grid/><path d="M0 0h4" inkscape:x="1"/>', own),
    );
    expect(removed).toEqual([]);
    expect(markup).not.toMatch(/inkscape|GPS/);
    expect(markup).toContain('<path d="M0 0h4"/>');
  });

  it('keeps a picture in its address and the namespaces that are entities', () => {
    const subset =
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd" [<!ENTITY ns "http://www.w3.org/2000/svg">]>';
    const source = `<?xml version="1.0"?>${subset}<svg xmlns="&ns;" width="1in" height="36pt"><rect width="3"/></svg>`;
    expect(isSvg(utf8(source))).toBe(true);
    expect([clean(source).width, clean(source).height]).toEqual([96, 48]);
    expect(clean(source).markup).toContain('viewBox="0 0 96 48"');
    const image = '<image width="3" xlink:href="data:image/png;base64,AAAA"/>';
    expect(clean(svg(image)).markup).toContain(image);
  });

  it.each([
    ['viewBox="0 0 40 20"', 40, 20],
    ['viewBox="0 0 40 20" width="100%"', 40, 20],
    ['viewBox="0,0,40,20" height="50"', 100, 50],
    ['width="2cm"', 75.59, 37.8],
    ['', 300, 150],
  ])('asks for its size by %s', (attributes, width, height) => {
    const drawing = clean(svg('', attributes));
    expect(drawing.width).toBeCloseTo(width, 1);
    expect(drawing.height).toBeCloseTo(height, 1);
  });

  it('that is none, or broken, has a reason', () => {
    for (const source of [
      '<svg',
      '<svg xmlns="http://www.w3.org/2000/svg">',
      '<svg/>',
      '<html><svg></svg></html>',
    ])
      expect(cleanSvg(utf8(source))).toHaveProperty('reason');
    const bomb = '<!DOCTYPE svg [<!ENTITY a "xx"><!ENTITY b "&a;&a;">]>' + svg('<text>&b;</text>');
    expect(cleanSvg(utf8(bomb))).toHaveProperty('reason');
  });
});

describe('a drawing in an article', () => {
  it('is an SVG picture; text in it and what it lost are told', async () => {
    const drawing = svg('<text y="9">chữ</text><script>x</script>');
    const files = { 'b.md': '# T\n\n![mô tả](a.svg)\n\n![hỏng](b.svg)', 'a.svg': drawing, 'b.svg': '<svg>' };
    const { article, diagnostics } = await readArticle(files);
    expect(said(diagnostics)).toEqual(['IMG-SVG-CLEANED 3', 'IMG-SVG-TEXT 3', 'IMG-SVG-BROKEN 5']);
    const [image] = article.images;
    expect([image?.id, image?.format, image?.width, image?.height]).toEqual(['a.svg', 'svg', 40, 20]);
    const drawn = await sharp(image?.bytes).metadata();
    expect([drawn.format, drawn.width, drawn.height]).toEqual(['svg', 40, 20]);
  });
});
