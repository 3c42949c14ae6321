/**
 * What keeps an edition from being made is told with its place in the source or in the style sheet, once, and only
 * of the editions that are made; the others come out.
 */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { PublishOptions, Result } from '../../src/document/result.js';
import { publish } from '../../src/publish.js';
import { memoryHost } from '../support/memory-host.js';
import { squareFont } from '../support/square-font.js';

const head = '---\ntitle: Chợ phiên\ndate: 2020-01-13\n---\n\n';

function make(
  body: string,
  more: { readonly css?: string; readonly files?: Record<string, Uint8Array | string> },
  options: PublishOptions = {},
): Promise<Result> {
  const files = {
    'in/bai.md': head + body,
    'mau/template.yaml':
      'name: mau\ndescription: { vi: Mẫu, en: Sample }\neditions: [print, archive, ebook]\n' +
      'stylesheets: { print: [all.css], ebook: [all.css] }\n',
    'mau/all.css': `@page { size: 100mm 100mm; margin: 5mm }\np { font-family: "Source Serif 4" }\n${more.css ?? ''}`,
    ...more.files,
  };
  return publish('in/bai.md', { template: 'mau', ...options }, memoryHost(files));
}

/** `code edition file:line` of each, and the editions made. */
function told({ diagnostics, artifacts }: Result): { said: readonly string[]; made: readonly string[] } {
  return {
    said: diagnostics.map(
      ({ code, edition = 'all', span }) => `${code} ${edition} ${span?.file}:${span?.line}`,
    ),
    made: artifacts.map(({ edition }) => edition),
  };
}

/** The square font with usage rights (OS/2 fsType). */
function licensed(fsType: number): Uint8Array {
  const bytes = squareFont().slice();
  const view = new DataView(bytes.buffer);
  // OS/2 is the second table; fsType stands at 8 in it.
  view.setUint16(view.getUint32(12 + 16 + 8) + 8, fsType);
  return bytes;
}

const png = (alpha: number): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 20, channels: 4, background: { r: 9, g: 9, b: 9, alpha } } })
    .png()
    .toBuffer();

describe('what keeps an edition from being made is told with its place:', () => {
  it('a font that may not be embedded, where the style sheet names it', async () => {
    const css = '@font-face { font-family: Square; src: url(f.ttf) }\np { font-family: Square }';
    for (const [fsType, code] of [
      [0x0002, 'PDF-FONT-LICENCE'],
      [0x0100, 'PDF-FONT-SUBSET'],
    ] as const) {
      const result = await make('Chữ.\n', { css, files: { 'mau/f.ttf': licensed(fsType) } });
      expect(told(result)).toEqual({
        said: [
          `${code} print mau/all.css:3`,
          `${code} archive mau/all.css:3`,
          'EPUB-FONT-FORBIDDEN ebook mau/all.css:3',
          'EPUB-PAGES-WITHHELD ebook in/bai.md:undefined',
        ],
        // The ebook does without the font.
        made: ['ebook'],
      });
    }
    // A font that no text needs is in no file.
    const unused = css.replace('p { font-family: Square }', '');
    const { made } = told(await make('Chữ.\n', { css: unused, files: { 'mau/f.ttf': licensed(2) } }));
    expect(made).toEqual(['print', 'archive', 'ebook']);
  });

  it('a picture with neither alternative text nor caption, but not where none is needed', async () => {
    const files = { 'in/a.png': await png(1) };
    const body = 'Chữ.\n\n![](a.png)\n';
    expect(told(await make(body, { files }))).toEqual({
      said: ['IMG-ALT-NONE ebook in/bai.md:8', 'IMG-ALT-NONE archive in/bai.md:8'],
      made: ['print'],
    });
    expect(told(await make(body, { files }, { editions: ['print'] }))).toEqual({ said: [], made: ['print'] });
    const plain = { editions: ['archive'], archive: '2b' } as const;
    expect(told(await make(body, { files }, plain))).toEqual({ said: [], made: ['archive'] });
  });

  it.each([
    ['text', 'p + p { color: rgb(0 0 0 / 50%) }'],
    ['the ground of a paragraph', 'p + p { background: rgb(0 0 255 / 10%) }'],
    ['a paragraph', 'p + p { opacity: 0.5; border: 1pt solid }'],
  ])('transparency of %s in PDF/A-1', async (_, css) => {
    const options = { archive: '1a' } as const;
    expect(told(await make('Một.\n\nHai.\n', { css }, options))).toEqual({
      said: ['PDF-TRANSPARENCY archive in/bai.md:8'],
      made: ['print', 'ebook'],
    });
  });

  it('a transparent picture in PDF/A-1', async () => {
    const files = { 'in/a.png': await png(0.5) };
    const result = await make(
      'Chữ.\n\n![Chợ](a.png)\n',
      { css: 'img { width: 5mm }', files },
      { archive: '1b' },
    );
    expect(told(result)).toEqual({
      said: ['PDF-SOFT-MASK archive in/bai.md:8'],
      made: ['print', 'ebook'],
    });
  });

  it('text that no font covers', async () => {
    expect(told(await make('Chữ.\n\nLạ 𓀀.\n', {}))).toEqual({
      said: [
        'TEXT-GLYPH print in/bai.md:8',
        'TEXT-GLYPH archive in/bai.md:8',
        'EPUB-CHARACTER ebook in/bai.md:8',
        'EPUB-PAGES-WITHHELD ebook in/bai.md:undefined',
      ],
      made: ['ebook'],
    });
  });

  it.each([
    ['missing', undefined, 'PRINTER-PROFILE-MISSING'],
    ['broken', 'no profile', 'PRINTER-PROFILE'],
  ])('a profile that is %s, where the printer names it', async (_, bytes, code) => {
    const files = {
      'nha-in.yaml':
        'name: { vi: Nhà in, en: Printer }\nintent:\n  profile: nha.icc\n  condition: Custom\n  info: Giấy\n' +
        'ink: { limit: 240, richFrom: 24 }\nphotos: { colours: keep, rendering: perceptual, least: 100, wanted: 200 }\n' +
        'bleed: 0\nmarks: []\n',
      ...(bytes === undefined ? {} : { 'nha.icc': bytes }),
    };
    const result = await make('Chữ.\n', { files }, { printer: 'nha-in.yaml' });
    expect(told(result)).toEqual({
      said: [`${code} print nha-in.yaml:3`, 'EPUB-PAGES-WITHHELD ebook in/bai.md:undefined'],
      made: ['archive', 'ebook'],
    });
  });
});

describe('what spoils a page without stopping it has its place too:', () => {
  it('a picture of few pixels', async () => {
    const files = { 'in/a.png': await png(1) };
    const css = 'img { width: 50mm }';
    const result = await make('Chữ.\n\n![Chợ](a.png)\n', { css, files }, { editions: ['print'] });
    expect(told(result)).toEqual({ said: ['PDF-RESOLUTION print in/bai.md:8'], made: ['print'] });
  });
});
