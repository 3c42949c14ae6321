/** Lines in old encodings inside a Unicode text; and texts that are none of that, which stay as they are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../../src/read/decode.js';
import { convertLines } from '../../../../src/read/encoding/convert-lines.js';
import { suspectsLegacy } from '../../../../src/read/encoding/suspect-legacy.js';
import { garble, type OldEncoding } from '../../../support/encode-text.js';

const unicode = 'Thị xã nằm trên một khu đồi thấp, bốn bề là rừng hồi và những thửa ruộng bậc thang.';
const legacy = 'Huyện rộng hơn 25 km vuông, có mười hai xã, dân số hai vạn người, phần lớn làm nghề rừng.';

const convert = async (text: string) => {
  const { value, diagnostics } = await decode(new TextEncoder().encode(text), 'bai.txt');
  return {
    value,
    about: diagnostics.map(({ code, values, span }) => ({ code, ...values, line: span?.line })),
  };
};

describe('a line in an old encoding', () => {
  it.each<OldEncoding | 'utf-8'>(['tcvn3', 'vni', 'viscii', 'windows-1258', 'utf-8'])(
    'of %s is converted, and nothing else',
    async (encoding) => {
      const { value, about } = await convert([unicode, garble(legacy, encoding), unicode].join('\r\n'));
      expect(value).toBe([unicode, legacy, unicode].join('\r\n'));
      expect(about).toEqual([expect.objectContaining({ code: 'READ-CONVERTED', count: 1, line: 2 })]);
    },
  );

  it('may be short', async () => {
    expect((await convert('Céng hßa x· héi')).value).toBe('Cộng hòa xã hội');
    expect((await convert('Ñoäc laäp, töï do')).value).toBe('Độc lập, tự do');
    expect((await convert('Cá»™ng hÃ²a xÃ£ há»™i')).value).toBe('Cộng hòa xã hội');
  });

  it('of a word or two goes with the lines around it', async () => {
    const lines = [legacy, 'HÀ MY', '2020', 'Núi đá', legacy];
    const { value, about } = await convert(lines.map((line) => garble(line, 'vni')).join('\n'));
    expect(value).toBe(lines.join('\n'));
    expect(about).toEqual([
      {
        code: 'READ-CONVERTED',
        encoding: 'VNI',
        count: 4,
        before: 'Huyeän roäng hôn 25 km vuoâng, coù möôøi…',
        after: 'Huyện rộng hơn 25 km vuông, có mười hai…',
        line: 1,
      },
    ]);
    const among = [unicode, garble('Núi đá', 'vni'), garble(legacy, 'vni')].join('\n');
    expect((await convert(among)).value).toBe([unicode, garble('Núi đá', 'vni'), legacy].join('\n'));
  });

  it('may have been read on a Vietnamese Windows', async () => {
    // In windows-1258, õ is ơ and ò a combining mark.
    const misread = garble(legacy, 'vni')
      .replaceAll('õ', 'ơ')
      .replaceAll('ò', '\u0323')
      .replaceAll('ì', '\u0301');
    expect((await convert(`${misread} Xaơ Myơ Sôn`)).value).toBe(`${legacy} Xã Mỹ Sơn`);
  });

  it('keeps à although its second byte became a space', async () => {
    expect((await convert(garble('và là đã có những', 'utf-8').replaceAll('\u00a0', ' '))).value).toBe(
      'và là đã có những',
    );
  });

  it('of TCVN3 gets back the capitals that are sure', async () => {
    const { value, about } = await convert(
      garble('ỦY BAN NHÂN DÂN TỈNH\nỞ đây, VIỆT NAM và các nước bạn bè đã họp', 'tcvn3'),
    );
    expect(value).toBe('ỦY BAN NHÂN DÂN TỈNH\nở đây, VIỆT NAM và các nước bạn bè đã họp');
    expect(about[1]).toEqual({ code: 'READ-TCVN3-CAPITALS', count: 4, words: 'ỦY, TỈNH, VIỆT, ở', line: 1 });
  });
});

const foreign = [
  'The café was naïve about its “façade”: 50 % of the Märchen, 25 m², 15 °C, © 2020 Müller & Søn.',
  'Où étaient-ils allés ? Là-bas, à la fête, près du château, où l’on dînait en été : « voilà », dit-il.',
  'El niño pequeño comió piñas y añadió azúcar; mañana vendrá el señor Núñez con más caña.',
  'As ações não são irmãs: os pães, as mãos e os corações estão à mercê dos verões e das estações.',
  'Så må vi nå båten på ön, där är små flickor från våra städer; även pojkar går på våra ängar.',
  'Þetta er ekki ætlað öðrum en þeim sem þekkja þjóðina, sögu hennar og fjöllin á Íslandi.',
  'Größere Bäume wüchsen höher, müßten aber früher gefällt werden; schöne Grüße aus Österreich.',
  'È già così: perché il caffè più buono è là, però la città è già più in giù, e sì, è virtù.',
  'Ősi falvaink közt a legszebb út vezet; árvíztűrő tükörfúrógép.',
  'Türkçe öğrenmek güzel; şehirde çay içtik, çünkü hava çok soğuktu.',
  'ភាសាខ្មែរ ជាភាសាផ្លូវការ និងជាភាសាដែលមានអ្នកប្រើប្រាស់ច្រើន',
  'const µ = 1e-6; // ±µ, ¶ and § are signs; "\u00a9" is ©\nif (a¹ > b²) { x = "ß"; }',
  'Русский текст, ελληνικά, עברית, العربية, 中文, 日本語, ไทย',
  '½ cup, ¾ cup, ¼ cup; 3×4, 8÷2, ¿qué?, ¡sí!, ª, º, «a», »b«, ®, ™, ¥100, £5',
];

describe('a text that is none', () => {
  it.each(foreign)('stays as it is: %s', async (text) => {
    expect(await convert(text)).toEqual({ value: text, about: [] });
    const all = Array.from({ length: 6 }, () => text).join('\n');
    expect(convertLines(all)).toEqual({ text: all, converted: [] });
  });

  it('stays as it is beside Vietnamese', async () => {
    const text = foreign.flatMap((line) => [line, unicode, 'Hà My', '']).join('\n');
    expect(await convert(text)).toEqual({ value: text, about: [] });
  });

  it('stays as it is, whatever its characters', () => {
    const letters = fc.oneof(
      fc.constantFrom(...Array.from(' aeoubcdnt\n')),
      fc.integer({ min: 0xa1, max: 0x1ff }).map((code) => String.fromCharCode(code)),
    );
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 200 }), (text) => {
        expect(convertLines(text)).toEqual({ text, converted: [] });
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('is told at the first look when it is Unicode Vietnamese', () => {
    const vowels = 'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ';
    const rimes = 'hoà hoá tuân xuân xoăn huề khuê quý quà toán oà hoạt ngoèo khoẻ luỹ thuỷ';
    expect(
      suspectsLegacy(`${vowels} ${vowels.toUpperCase()} ${rimes} 25 m² 15 °C § “…” – ½`.replace('½', '')),
    ).toBe(false);
  });
});
