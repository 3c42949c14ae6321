/** HarfBuzz as we call it against the objects of the package that brings it, and when it is started. */
import { Blob, Buffer, BufferFlag, Direction, Face, Feature, Font, shape } from 'harfbuzzjs';
import { describe, expect, it } from 'vitest';
import { nodeHost } from '../../../src/host-node.js';
import type { Host } from '../../../src/host.js';
import { FullShaper, type Features } from '../../../src/text/full-shaper.js';
import { openPackageFont, packageRules } from '../../support/package-fonts.js';
import { setter } from '../../support/set-text.js';

const words = 'office fjord n\u0308m Nghị 2020 ½⁄3 a\u200bb AVAfi 👨‍👩‍👧 a\u0301\u0323 Ắ'.split(' ');
const others = ['Москва', 'ខ្មែរ', 'שלום', 'العربية', 'ไทย', ''];
const sets: readonly Features[] = [{}, { kern: 0 }, { onum: 1, smcp: 1, liga: 0 }, { ss01: 2, x: 1 }];

describe('the full shaper', () => {
  it('says what the objects of harfbuzzjs say', () => {
    const shaper = new FullShaper(nodeHost());
    for (const rule of packageRules.slice(0, 4)) {
      const face = openPackageFont(rule);
      const font = new Font(new Face(new Blob(face.bytes)));
      for (const features of sets)
        for (const language of ['vi', 'en-GB', 'tr', '', 'không'])
          for (const [text, latin] of [...words.map((word) => [word, true] as const), ...rest]) {
            const got = shaper.shape(text, face, features, language);
            expect(got, `${text} ${language}`).toEqual(
              asThePackage(text, font, { features, language, latin }),
            );
          }
    }
  });

  it('takes many fonts and long texts into its memory', () => {
    const shaper = new FullShaper(nodeHost());
    const faces = packageRules.slice(0, 8).map(openPackageFont);
    const long = 'fi'.repeat(10_000);
    const first = faces.map((face) => shaper.shape(long, face, {}, 'vi').length);
    expect(faces.map((face) => shaper.shape(long, face, {}, 'vi').length)).toEqual(first);
  });

  it('starts HarfBuzz when a word needs it', async () => {
    const asked: string[] = [];
    const disk = nodeHost();
    const host: Host = {
      ...disk,
      dependency: (path) => {
        asked.push(path);
        return disk.dependency(path);
      },
    };
    const [regular] = packageRules.map((rule) => ({ ...rule, src: disk.resource(`fonts/${rule.src}`) }));
    const text = await setter(regular ? [regular] : [], host);
    const css = `font-family: '${regular?.family}'; language: vi`;
    text.lines('Sở Nội vụ triển khai 12 nhiệm vụ năm 2020.', 500, css);
    expect(asked).toEqual([]);
    text.lines('n\u0308 n\u0308m', 500, css);
    expect(asked).toEqual(['harfbuzzjs/dist/harfbuzz.wasm']);
  });
});

const rest = others.map((word) => [word, word === ''] as const);

interface Request {
  readonly features: Features;
  readonly language: string;
  readonly latin: boolean;
}

function asThePackage(text: string, font: Font, { features, language, latin }: Request): unknown {
  const buffer = new Buffer();
  buffer.addText(text);
  if (latin) {
    buffer.setScript('Latn');
    buffer.setDirection(Direction.LTR);
  } else buffer.guessSegmentProperties();
  if (/^[\w-]+$/.test(language)) buffer.setLanguage(language);
  buffer.setFlags(BufferFlag.REMOVE_DEFAULT_IGNORABLES);
  shape(
    font,
    buffer,
    Object.entries(features).map(([tag, value]) => new Feature(tag, value)),
  );
  const positions = buffer.getGlyphPositions();
  return buffer.getGlyphInfos().map(({ codepoint, cluster }, i) => ({
    glyph: codepoint,
    cluster,
    advance: positions[i]?.xAdvance,
    x: positions[i]?.xOffset,
    y: positions[i]?.yOffset,
  }));
}
