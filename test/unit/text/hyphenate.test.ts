/**
 * Hyphenation: known words by hand, and all words of an English page against the package's own, slower
 * hyphenation, which wants two letters on either side.
 */
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { Hyphenator, Hyphenators, type Patterns } from '../../../src/text/hyphenate.js';
import { gapTexts } from '../../bench/gap-texts.mjs';
import { h, layOut, placesOf, textsOf } from '../../support/lay-out.js';

const hyphenators = await Hyphenators.load(['en', 'de', 'fr', 'vi', 'xx-unknown']);

function shown(word: string, language = 'en'): string {
  const at = hyphenators.of(language)?.breaks(word) ?? [];
  return at.reduceRight((text, place) => `${text.slice(0, place)}-${text.slice(place)}`, word);
}

describe('hyphenation', () => {
  it.each([
    ['hyphenation', 'hy-phen-ation'],
    ['“Considerably,', '“Con-sid-er-ably,'],
    ['engineer’s', 'en-gi-neer’s'],
    // A word that the patterns get wrong, known whole.
    ['reformation', 'ref-or-ma-tion'],
  ])('%s → %s', (word, expected) => {
    expect(shown(word)).toBe(expected);
  });

  it.each(['UNESCO', 'well-known', 'photo\u00adgraph', 'x2abcdef', 'and', '2020'])(
    'leaves %s as it is',
    (word) => {
      expect(shown(word)).toBe(word);
    },
  );

  it('knows languages by the beginning of their tags, and Vietnamese has no patterns', () => {
    expect(shown('Zusammenarbeit', 'de-AT')).toBe('Zu-sam-men-ar-beit');
    expect(shown('imprimerie', 'fr')).toBe('im-pri-me-rie');
    expect(hyphenators.of('en-AU')).toBe(hyphenators.of('en'));
    expect(hyphenators.of('vi')).toBeUndefined();
    expect(hyphenators.of('es')).toBeUndefined();
  });

  it('finds what the package finds', () => {
    const require = createRequire(import.meta.url);
    const patterns = require('hyphen/patterns/en-us.js') as Patterns;
    const create = require('hyphen/hyphen.js') as (
      patterns: Patterns,
      options: { hyphenChar: string },
    ) => (text: string) => string;
    const theirs = create(patterns, { hyphenChar: '|' });
    const ours = new Hyphenator(patterns, 2, 2);
    const text = gapTexts.find((one) => one.language === 'en')?.paragraphs.join(' ') ?? '';
    const words = new Set(text.match(/[a-z]{5,}/gu));
    expect(words.size).toBeGreaterThan(200);
    for (const word of words) {
      const at = ours.breaks(word);
      expect(at.reduceRight((so, place) => `${so.slice(0, place)}|${so.slice(place)}`, word)).toBe(
        theirs(word),
      );
    }
  });
});

describe('hyphens: auto', () => {
  // The page is ten letters wide: "a hyphen-" takes nine of them.
  const placesWith = async (hyphens: string, lang: string): Promise<readonly string[]> => {
    const { pages } = await layOut(`p { hyphens: ${hyphens} }`, [h('p', { lang }, 'a hyphenate')]);
    return placesOf(pages[0]);
  };

  it('breaks words of a language that has patterns, with a hyphen', async () => {
    expect(await placesWith('auto', 'en')).toEqual(['a hyphen\u00ad@0,0', 'ate@0,10']);
  });

  it('leaves them alone in another language, and unless asked', async () => {
    const whole = ['a@0,0', 'hyphenate@0,10'];
    expect(await placesWith('auto', 'vi')).toEqual(whole);
    expect(await placesWith('manual', 'en')).toEqual(whole);
  });

  it('takes a word as one, however many elements it is made of', async () => {
    const broken = async (
      hyphens: string,
      ...word: Parameters<typeof h>[1][]
    ): Promise<readonly string[]> => {
      const { pages } = await layOut(`p { hyphens: ${hyphens} }`, [h('p', { lang: 'en' }, 'aaa ', ...word)]);
      return linesOf(pages[0]);
    };
    // "aaa high-" takes nine letters of ten.
    const wanted = ['aaa high-', 'way'];
    expect(await broken('auto', 'highway')).toEqual(wanted);
    expect(await broken('auto', h('b', 'h'), 'ighway')).toEqual(wanted);
    expect(await broken('auto', h('b', 'high'), 'way')).toEqual(wanted);
    expect(await broken('auto', 'hi', h('b', 'ghwa'), 'y')).toEqual(wanted);
    expect(await broken('manual', h('b', 'high'), '\u00adway')).toEqual(wanted);
    expect(await broken('manual', 'high', h('b', '\u00ad'), 'way')).toEqual(wanted);
    expect(await broken('manual', h('b', 'high\u00ad'), 'way')).toEqual(wanted);
    expect(await broken('none', h('b', 'high\u00ad'), 'way')).toEqual(['aaa', 'highway']);
  });
});

/** The texts of a page, line by line, a hyphen that is shown as one. */
function linesOf(page: Parameters<typeof textsOf>[0]): readonly string[] {
  const lines = new Map<number, string>();
  for (const { text, top, x } of textsOf(page)) {
    const before = lines.get(top) ?? '';
    const gap = ' '.repeat(Math.max(0, x / 10 - before.length));
    lines.set(top, before + gap + text.replace('\u00ad', '-'));
  }
  return [...lines.values()];
}
