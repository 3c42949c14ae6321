/** Files in encodings of before Unicode, and in Unicode in all its forms. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodingByName, type EncodingName } from '../../../../src/document/encoding.js';
import { decode } from '../../../../src/read/decode.js';
import { decodeLegacy } from '../../../../src/read/encoding/decode-legacy.js';
import { readSource } from '../../../../src/read/read.js';
import { encodeText, type OldEncoding } from '../../../support/encode-text.js';
import { memoryHost } from '../../../support/memory-host.js';
import { dump, readArticle, said } from '../../../support/read-helpers.js';

const path = 'so-noi-vu-2020.txt';
const seed = readFileSync(new URL(`../../../../input/${path}`, import.meta.url), 'utf8');
const old: readonly OldEncoding[] = ['windows-1258', 'tcvn3', 'tcvn5712', 'vni', 'viscii'];

/** The tree of the seed and what is said of its encoding. */
const read = async (bytes: Uint8Array) => {
  const { article, diagnostics } = await readArticle({ [path]: bytes });
  const about = diagnostics.filter(
    ({ code }) => !['READ-CAPTION-ALONE', 'READ-LEFT-OUT', 'READ-YEAR'].includes(code),
  );
  return { tree: dump(article.body), about };
};
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16be = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());
const asWritten = await read(utf8(seed));

/** A text without the punctuation that the encodings of 1993 lack. */
const plain = (text: string, encoding: OldEncoding) =>
  /viscii|tcvn5712/.test(encoding)
    ? text.replaceAll('…', '...').replaceAll('–', '-').replace(/[“”]/g, '"').replaceAll('\u00a0', ' ')
    : text;

describe('the seed gives the same tree', () => {
  it.each<[string, Uint8Array]>([
    ['UTF-8 with a byte order mark', utf8(`\ufeff${seed}`)],
    ['UTF-8, decomposed', utf8(seed.normalize('NFD'))],
    ['UTF-16LE with its mark', new Uint8Array(Buffer.from(`\ufeff${seed}`, 'utf16le'))],
    ['UTF-16BE with its mark', utf16be(`\ufeff${seed}`)],
  ])('in %s, without a word', async (_, bytes) => {
    expect(await read(bytes)).toEqual(asWritten);
  });

  it.each<[string, Uint8Array]>([
    ['UTF-16LE', new Uint8Array(Buffer.from(seed, 'utf16le'))],
    ['UTF-16BE', utf16be(seed)],
  ])('in %s without a mark, which is said', async (encoding, bytes) => {
    const { tree, about } = await read(bytes);
    expect(tree).toBe(asWritten.tree);
    expect(about.map(({ code, values }) => [code, values])).toEqual([['READ-GUESSED', { encoding }]]);
  });

  it.each(old.filter((encoding) => encoding !== 'tcvn3'))('in %s', async (encoding) => {
    const text = plain(seed, encoding);
    const { tree, about } = await read(encodeText(text, encoding));
    expect(tree).toBe((await read(utf8(text))).tree);
    expect(said(about)).toEqual(['READ-CONVERTED 1']);
    expect(about[0]?.values['count']).toBe(/1258|viscii/.test(encoding) ? 16 : 17);
    expect(about[0]?.values['after']).toContain('bảy,');
  });

  it('in TCVN3, but for the capitals that it lacks', async () => {
    const { tree, about } = await read(encodeText(seed, 'tcvn3'));
    expect(tree).toBe(asWritten.tree);
    expect(about.map(({ code, values }) => [code, values])).toEqual([
      [
        'READ-CONVERTED',
        {
          encoding: 'TCVN3 (ABC)',
          count: 17,
          before: 'Thø b¶y,\u00a0 02/07/2022',
          after: 'Thứ bảy,\u00a0 02/07/2022',
        },
      ],
      ['READ-TCVN3-CAPITALS', { count: 1, words: 'HÀ' }],
    ]);
  });
});

const news = [
  'Khai mạc hội sách Xuân ở thị xã Đồng Mỏ',
  'Sáng 5/2, thư viện thị xã mở cửa “phòng đọc” mới cho thiếu nhi. Hơn 1.200 cuốn sách được các trường góp lại trong ba tháng; một nửa là truyện, còn lại là sách về cây cỏ, con vật và những vì sao.',
  'Bà Lý Thị Én, người giữ sách, nói: “Các cháu đến từ lúc chưa mở cửa…”',
].join('\n\n');

describe('a short text', () => {
  it.each(old)('in %s', async (encoding) => {
    const text = plain(news, encoding);
    const { value } = await decode(encodeText(text, encoding), 'bai.txt');
    // É is a capital that TCVN3 lacks, and nothing shows that it was one.
    expect(value).toBe(encoding === 'tcvn3' ? text.replace('Én', 'én') : text);
  });

  it.each(old)('of a line in %s', async (encoding) => {
    const line = 'Đường làng rợp bóng tre, mùa gặt đã về trên những thửa ruộng';
    expect((await decode(encodeText(line, encoding), 'bai.txt')).value).toBe(line);
  });

  it('with the quotation marks of Windows is TCVN3, with capitals in their place TCVN 5712', async () => {
    const typed = 'TỈNH ỦY họp “hội nghị” về “sản xuất” của các huyện';
    expect((await decode(encodeText(typed, 'tcvn3'), 'a.txt')).value).toBe(typed);
    const capitals = 'TỈNH ỦY HỌP HỘI NGHỊ VỀ SẢN XUẤT CỦA CÁC HUYỆN';
    expect((await decode(encodeText(capitals, 'tcvn5712'), 'a.txt')).value).toBe(capitals);
  });
});

describe('every letter', () => {
  const small = 'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ';
  it.each(old)('comes back from %s', (encoding) => {
    const letters = encoding === 'tcvn3' ? `${small}ĂÂĐÊÔƠƯ` : small + small.toUpperCase();
    expect(decodeLegacy(encodeText(letters, encoding), encoding)).toBe(letters);
  });
});

describe('a text that stays doubtful', () => {
  const latin = Uint8Array.from(
    Buffer.from('Le garçon était allé à la fête du village, où il avait rêvé.', 'latin1'),
  );

  it.each<[string, Uint8Array]>([
    ['French in windows-1252', latin],
    [
      'a broken UTF-8 text',
      Uint8Array.from([...utf8(news).subarray(0, 200), 0xf8, ...utf8(news).subarray(200)]),
    ],
    ['noise', Uint8Array.from({ length: 900 }, (_, at) => 1 + ((at * at * 7919 + at * 31) % 255))],
    ['two words', encodeText('Hội nghị', 'vni').subarray(0, 5)],
  ])('is an error: %s', async (_, bytes) => {
    const { value, diagnostics } = await decode(bytes, 'bai.txt');
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['READ-ENCODING', 'error']]);
    expect(diagnostics[0]?.values['names']).toContain('tcvn3, tcvn5712, vni');
  });

  it('is read as the user says', async () => {
    expect(await decode(latin, 'bai.txt', 'windows-1252')).toEqual({
      value: 'Le garçon était allé à la fête du village, où il avait rêvé.',
      diagnostics: [],
    });
    const one = encodeText('Ô', 'vni');
    expect((await decode(one, 'bai.txt', 'vni')).value).toBe('Ô');
    const { value } = await readSource('bai.md', memoryHost({ 'bai.md': latin }), {
      encoding: 'windows-1252',
    });
    expect(value?.source).toContain('garçon');
  });

  it('but not against its bytes', async () => {
    const as = async (bytes: Uint8Array, encoding: EncodingName) =>
      said((await decode(bytes, 'bai.txt', encoding)).diagnostics);
    expect(await as(latin, 'utf-8')).toEqual(['READ-ENCODING 1']);
    expect(await as(utf8('abc'), 'utf-16le')).toEqual(['READ-BINARY 1']);
    expect(await as(utf8('%PDF-1.7'), 'utf-8')).toEqual(['READ-BINARY 1']);
  });

  it('takes an encoding by any of its names', () => {
    expect(['UTF8', 'TCVN3', 'abc', ' cp1258', 'latin1'].map(encodingByName)).toEqual([
      'utf-8',
      'tcvn3',
      'tcvn3',
      'windows-1258',
      'windows-1252',
    ]);
    expect(['', 'ebcdic', 'constructor'].map(encodingByName)).toEqual(Array.from({ length: 3 }));
  });
});

describe('bytes with NUL', () => {
  it('are UTF-16 where all stand on one side, and binary otherwise', async () => {
    const khmer = new Uint8Array(Buffer.from('ភាសាខ្មែរ ជាភាសាផ្លូវការ\n'.repeat(9), 'utf16le'));
    expect((await decode(khmer, 'a.txt')).value).toContain('ភាសាខ្មែរ');
    const binary = Uint8Array.from({ length: 512 }, (_, at) => (at % 7 === 0 || at % 4 === 1 ? 0 : at % 251));
    expect(said((await decode(binary, 'a.txt')).diagnostics)).toEqual(['READ-BINARY 1']);
  });
});
