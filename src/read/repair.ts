/**
 * Text → text in NFC, with the few characters put right that NFC leaves wrong: Vietnamese marks typed
 * tone first, the Icelandic Ð and the African Ɖ typed for Đ, invisible characters that no font has,
 * and control characters that XML forbids (XML 1.0, 2.2). The words stay the same. NFC itself is not
 * worth a message; every other repair is counted in one warning with its first place.
 */
import { diagnostic, type Staged } from '../diagnostic.js';

/** A base with a tone mark that NFC composed or left, and a shape mark (circumflex, breve) after it. */
const toneBeforeShape = /[aeoAEO][\u0300\u0301\u0303\u0309\u0323]+[\u0302\u0306]/gu;
const composedTone = /[\u00c0-\u1ef9][\u0300\u0301\u0303\u0309\u0323]*[\u0302\u0306]/gu;

/** Words: in some of them stands a letter that is not Đ but looks like it. */
const word = /[\p{L}\p{M}]+/gu;
const falseD = /[ÐƉð]/u;
const vowel = '[aăâeêioôơuưyàằầèềìòồờùừỳảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹáắấéếíóốớúứýạặậẹệịọộợụựỵ]';
/** Đ begins a syllable and nothing else; F, J, W and Z, like Æ and Þ, are in no Vietnamese word. */
const syllable = new RegExp(`^[ðđ]${vowel}{1,3}(?:ch|ng|nh|[cmnpt])?$`, 'u');
/** HĐND, QĐ, NĐ-CP: at most five capitals. */
const abbreviation = /^[A-ZÐƉƯƠÔ]{2,5}$/u;

/** ZWSP, BOM and CGJ: anti-copy noise and leftovers. A ZWSP between letters of Thai or Khmer is a word break. */
const invisible =
  /[\u034f\ufeff\ufdd0-\ufdef\ufffe\uffff]|(?<![\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])\u200b/gu;
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const control = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu;

/**
 * 1 for the Latin letters, signs and punctuation that are the same in NFC and that no repair is about
 * (Unicode 16, NFC_Quick_Check), by UTF-16 unit. Most texts hold nothing else, and one look is enough.
 */
const sound = new Uint8Array(0x205f);
for (const code of [0x09, 0x0a, 0x0d]) sound[code] = 1;
sound.fill(1, 0x20, 0x7f).fill(1, 0xa0, 0x300).fill(1, 0x1e00, 0x1f00);
sound.fill(1, 0x2010, 0x2028).fill(1, 0x2030, 0x205f);
// Ð, ð and Ɖ.
for (const code of [0xd0, 0xf0, 0x189]) sound[code] = 0;

function isSound(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= sound.length || sound[code] === 0) return false;
  }
  return true;
}

/** Repairs a decoded text. The value has the same lines. */
export function repair(decoded: string, file: string): Staged<string> {
  const made: { before: string; after: string; at: number }[] = [];
  if (isSound(decoded)) return { value: decoded, diagnostics: [] };
  let text = decoded.normalize('NFC');
  const apply = (pattern: RegExp, mend: (found: string) => string): void => {
    text = text.replace(pattern, (found: string, ...rest: unknown[]) => {
      const after = mend(found);
      const at = rest.find((value) => typeof value === 'number') ?? 0;
      if (after !== found) made.push({ before: found, after, at });
      return after;
    });
  };
  apply(toneBeforeShape, reorder);
  apply(composedTone, reorder);
  if (falseD.test(text)) apply(word, mendD);
  apply(invisible, () => '');
  apply(control, () => ' ');
  const first = made[0];
  if (!first) return { value: text, diagnostics: [] };
  const values = { count: made.length, before: shown(first.before), after: shown(first.after) };
  const span = { file, ...placeOf(text, first.at) };
  return { value: text, diagnostics: [diagnostic('READ-REPAIRED', values, { span })] };
}

/** Puts the shape mark next to its base: à + ̂ becomes ầ. Left alone where that makes no letter. */
function reorder(cluster: string): string {
  const [base = '', ...marks] = cluster.normalize('NFD');
  const isShape = (mark: string): boolean => mark === '\u0302' || mark === '\u0306';
  const shape = marks.filter(isShape);
  const tone = marks.filter((mark) => !isShape(mark));
  const composed = [base, ...shape, ...tone].join('').normalize('NFC');
  return composed.length === 1 ? composed : cluster;
}

function mendD(typed: string): string {
  if (!falseD.test(typed)) return typed;
  const vietnamese = syllable.test(typed.toLowerCase().replace('ɖ', 'đ')) || abbreviation.test(typed);
  return vietnamese ? typed.replace(/[ÐƉ]/gu, 'Đ').replace(/ð/gu, 'đ') : typed;
}

/** Characters that cannot be seen, by their code points. */
function shown(text: string): string {
  if (/^[\p{L}\p{M}]+$/u.test(text)) return text;
  return Array.from(text)
    .map((c) => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
}

function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
