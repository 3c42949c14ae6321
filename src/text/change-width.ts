/**
 * Letters as wide as an em and small kana as large ones (CSS Text 3 §2.1). Comes in: text. Goes out: the
 * same with characters of other widths or sizes, one for each UTF-16 unit.
 */

/** Where runs of halfwidth characters have their fullwidth counterparts: first, last, first of those. */
const runs: readonly (readonly [number, number, number])[] = [
  [0x21, 0x7e, 0xff01],
  [0xa2, 0xa3, 0xffe0],
  [0xac, 0xac, 0xffe2],
  [0xaf, 0xaf, 0xffe3],
  [0xa6, 0xa6, 0xffe4],
  [0xa5, 0xa5, 0xffe5],
  [0x20a9, 0x20a9, 0xffe6],
  [0x2985, 0x2986, 0xff5f],
  // Halfwidth letters of Hangul.
  [0xffa0, 0xffa0, 0x3164],
  [0xffa1, 0xffbe, 0x3131],
  [0xffc2, 0xffc7, 0x314f],
  [0xffca, 0xffcf, 0x3155],
  [0xffd2, 0xffd7, 0x315b],
  [0xffda, 0xffdc, 0x3161],
  // Halfwidth symbols.
  [0xffe8, 0xffe8, 0x2502],
  [0xffe9, 0xffec, 0x2190],
  [0xffed, 0xffed, 0x25a0],
  [0xffee, 0xffee, 0x25cb],
];

/** Halfwidth kana and their punctuation; compatibility decomposition knows the others. */
const kana = /[\uff61-\uff9f]/u;
const mayWiden = /[!-~\u00a2-\u00af\u20a9\u2985\u2986\uff61-\uffee]/gu;

/** Fullwidth forms of the characters that have them. */
export function fullWidth(text: string): string {
  return text.replace(mayWiden, (one) => {
    if (kana.test(one)) return one.normalize('NFKC');
    const code = one.charCodeAt(0);
    const run = runs.find(([first, last]) => code >= first && code <= last);
    return run ? String.fromCharCode(run[2] + code - run[0]) : one;
  });
}

const small = 'ぁぃぅぇぉゕゖっゃゅょゎァィゥェォヵヶッャュョヮㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｯｬｭｮ';
const large = 'あいうえおかけつやゆよわアイウエオカケツヤユヨワクシストヌハヒフヘホムラリルレロｱｲｳｴｵﾂﾔﾕﾖ';

/** Small kana as large ones, for text too small to tell them. */
export function fullSizeKana(text: string): string {
  return text.replace(/[\u3041-\u3096\u30a1-\u30fa\u31f0-\u31ff\uff67-\uff6f]/gu, (one) => {
    const at = small.indexOf(one);
    return at < 0 ? one : large.charAt(at);
  });
}
