/**
 * The fast path against HarfBuzz: the same glyphs and advances for every font of the package, over
 * Vietnamese syllables, every pair of the characters of running text, and Latin words.
 */
import { describe, expect, it } from 'vitest';
import { nodeHost } from '../../../src/host-node.js';
import { FullShaper } from '../../../src/text/full-shaper.js';
import { sliceWord, WordShaper } from '../../../src/text/shape-word.js';
import { openPackageFont, packageRules, textRules, vietnameseLower } from '../../support/package-fonts.js';

const onsets = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ');
const rimes =
  'a ai am an ang anh ao au ay ăm ăng âm ân âng âu ây e em en eo ê êm ên ênh êu i ia im in inh iu iêm iên iêng iêu o oa oai oan oang oi om on ong ô ôi ôm ôn ông ơ ơi ơm ơn u ua uân uê ui um un ung uôi uôn uông uy uyên ư ưa ưi ưng ươi ươm ươn ương ươu y yêu'.split(
    ' ',
  );
const tones = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
/** Every onset and rime, the tone going round. */
const syllables = onsets.flatMap((onset, i) =>
  rimes.map((rime, k) => {
    const vowel = /[aăâeêioôơuưy](?![aăâeêioôơuưy])/u.exec(rime)?.index ?? 0;
    const tone = tones[(i + k) % tones.length] ?? '';
    const word = onset + rime.slice(0, vowel + 1) + tone + rime.slice(vowel + 1);
    const composed = word.normalize('NFC');
    return k % 5 === 0 ? composed.toLocaleUpperCase('vi') : composed;
  }),
);

const ascii = Array.from({ length: 0x7e - 0x20 }, (_, i) => String.fromCharCode(0x21 + i));
const characters = [
  ...ascii,
  ...vietnameseLower,
  ...vietnameseLower.map((letter) => letter.toLocaleUpperCase('vi')),
  ...Array.from('“”‘’–—…₫«»ßéçñøœ'),
];
/** Words of 16 characters that together hold every ordered pair once. */
const pairs: string[] = [];
for (let step = 0; step < characters.length; step++) {
  let chain = '';
  for (let i = 0; i < characters.length; i++) {
    chain += (characters[i] ?? '') + (characters[(i + step) % characters.length] ?? '');
    if (chain.length >= 16) {
      pairs.push(chain);
      chain = '';
    }
  }
}
const latin =
  'office affluent fjord waffle Typography AVATAR Ta. To, “Yes” 1.508,72 13/1 51/226 QĐ-UBND LSO-Chiều 50% kg/m³ VAV.fi ffi'.split(
    ' ',
  );

describe('the fast path', () => {
  const full = new FullShaper(nodeHost());

  const plain = {};
  const spaced = { liga: 0, clig: 0 };
  for (const [rule, features] of textRules.flatMap((one) => [
    [one, plain] as const,
    [one, spaced] as const,
  ])) {
    it(`sets ${rule.src} as HarfBuzz does${features === spaced ? ', spaced' : ''}`, () => {
      const face = openPackageFont(rule);
      const shaper = new WordShaper(full, features, 'vi');
      const differing: string[] = [];
      let fastWords = 0;
      for (const text of [...syllables, ...latin, ...pairs.filter((_, i) => i % 3 === 0)]) {
        const fast = shaper.shapeFast(text, face);
        if (!fast) continue;
        fastWords += 1;
        const slow = shaper.shapeFully(text, face);
        const same =
          String(fast.glyphs) === String(slow.glyphs) &&
          String(fast.clusters) === String(slow.clusters) &&
          fast.advances.every((advance, i) => Math.abs(advance - (slow.advances[i] ?? NaN)) < 0.01) &&
          slow.offsets === undefined;
        if (!same) differing.push(text);
      }
      expect(differing).toEqual([]);
      // Noto Sans takes letters with a dot below apart (ccmp), so many of its words need the full shaper.
      expect(fastWords).toBeGreaterThan(rule.family === 'Noto Sans' ? 1500 : 4000);
    });
  }

  const sourceSerif = packageRules[0] ?? { family: '', src: '', weight: 0, style: 'normal' as const };
  const face = openPackageFont(sourceSerif);
  const glyph = (character: string): number => face.glyphOf(character.codePointAt(0) ?? 0);

  it('leaves ligatures, marks and other scripts to HarfBuzz', () => {
    const shaper = new WordShaper(full, {}, 'vi');
    for (const text of ['ffi', 'fjord', 'n\u0308', 'Москва', '½⁄3', 'a\u200bb'])
      expect(shaper.shapeFast(text, face), text).toBeUndefined();
    const office = shaper.shape('office', face);
    expect(office.glyphs.length).toBeLessThan(6);
    expect(office.clusters[0]).toBe(0);
    const marked = shaper.shape('n\u0308m', face);
    expect(marked.offsets).toBeDefined();
    expect([...marked.clusters]).toEqual([0, 0, 2]);
  });

  it('takes words that a feature does not touch by the fast path, and others not', () => {
    const shaper = new WordShaper(full, { onum: 1 }, 'vi');
    expect(shaper.shapeFast('tháng', face)).toBeDefined();
    expect(shaper.shapeFast('2020', face)).toBeUndefined();
    expect([...shaper.shape('2020', face).glyphs]).not.toEqual(Array.from('2020', glyph));
    // As letter-spacing asks (CSS Text 3, 8.2): ligatures alone go to the full shaper, which makes none.
    const spaced = new WordShaper(full, { liga: 0, clig: 0 }, 'vi');
    expect(spaced.shapeFast('tháng', face)).toBeDefined();
    expect(spaced.shapeFast('office', face)).toBeUndefined();
    expect(spaced.shape('office', face).glyphs.length).toBe(6);
    const noKerning = new WordShaper(full, { kern: 0 }, 'vi');
    expect(noKerning.shape('AVA', face).width).toBeGreaterThan(shaper.shape('AVA', face).width);
  });

  it('knows only the languages whose letters it was proved for', () => {
    expect(new WordShaper(full, {}, 'en-GB').shapeFast('stone', face)).toBeDefined();
    expect(new WordShaper(full, {}, 'tr').shapeFast('stone', face)).toBeUndefined();
  });

  it('cuts a word between clusters, never inside one', () => {
    const shaper = new WordShaper(full, {}, 'vi');
    const word = shaper.shape('office', face);
    expect(sliceWord(word, 0, 1)?.text).toBe('o');
    expect(sliceWord(word, 1, 2)).toBeUndefined();
    const whole = shaper.shape('AVA', face);
    const [left, right] = [sliceWord(whole, 0, 1), sliceWord(whole, 1, 3)];
    expect((left?.width ?? 0) + (right?.width ?? 0)).toBeCloseTo(whole.width, 3);
    expect(right && [...right.clusters]).toEqual([0, 1]);
  });
});
