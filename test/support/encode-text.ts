/**
 * Text → bytes in the encodings of Vietnamese before Unicode, for tests: written from the descriptions
 * of the encodings, not from what decodes them. A letter that an encoding lacks becomes its small letter
 * (TCVN3) or a question mark.
 */
import iconv from 'iconv-lite';

export type OldEncoding = 'windows-1258' | 'tcvn3' | 'tcvn5712' | 'viscii' | 'vni';

export function encodeText(text: string, encoding: OldEncoding): Uint8Array {
  const bytes = Array.from(text.normalize('NFC'), (letter) => encoders[encoding](letter)).flat();
  return Uint8Array.from(bytes);
}

/** A Unicode text as it looks when its bytes in an old encoding are taken for windows-1252. */
export function garble(text: string, encoding: OldEncoding | 'utf-8'): string {
  const bytes = encoding === 'utf-8' ? new TextEncoder().encode(text) : encodeText(text, encoding);
  return Array.from(bytes, western).join('');
}

function western(byte: number): string {
  const letter = iconv.decode(Buffer.from([byte]), 'windows1252');
  return letter === '\ufffd' ? String.fromCharCode(byte) : letter;
}

function inWestern(letter: string): number[] {
  return [...iconv.encode(letter, 'windows1252')];
}

const encoders: Readonly<Record<OldEncoding, (letter: string) => number[]>> = {
  'windows-1258': (letter) => {
    const whole = [...iconv.encode(letter, 'windows1258')];
    if (whole[0] !== 0x3f || letter === '?') return whole;
    const [base = '', ...marks] = letter.normalize('NFD');
    const shape = marks.filter((mark) => '\u0302\u0306\u031b'.includes(mark));
    const tone = marks.filter((mark) => !'\u0302\u0306\u031b'.includes(mark));
    return [...iconv.encode([base, ...shape].join('').normalize('NFC') + tone.join(''), 'windows1258')];
  },
  tcvn3: (letter) => {
    // Below A1 the fonts have what windows-1252 has.
    if (/[\u2010-\u2040]/.test(letter)) return inWestern(letter);
    const toned = /[\u0300\u0301\u0303\u0309\u0323]/.test(letter.normalize('NFD'));
    return [...iconv.encode(toned ? letter.toLowerCase() : letter, 'tcvn')];
  },
  tcvn5712: (letter) => [...iconv.encode(letter, 'tcvn')],
  viscii: (letter) => [...iconv.encode(letter, 'viscii')],
  vni: (letter) => {
    const small = letter.toLowerCase();
    const single = { đ: 'ñ', ỉ: 'æ', ĩ: 'ó', ị: 'ò', ỵ: 'î' }[small];
    const [base = '', ...marks] = letter.normalize('NFD');
    const behind = vniMarks[marks.filter((mark) => mark !== '\u031b').join('')] ?? '';
    const bases: Readonly<Record<string, string>> = { o: 'ô', u: 'ö', O: 'Ô', U: 'Ö' };
    const horned = marks.includes('\u031b') ? (bases[base] ?? base) : base;
    const plain = /[iI]/.test(base) || marks.length === 0 ? letter : horned + behind;
    const typed = single ?? plain;
    return inWestern(letter === small ? typed : typed.toUpperCase());
  },
};

/** By the decomposition of the letter, the horn left out: dot below comes before circumflex and breve. */
const vniMarks: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['\u0300', 'ø'],
    ['\u0301', 'ù'],
    ['\u0309', 'û'],
    ['\u0303', 'õ'],
    ['\u0323', 'ï'],
    ['\u0302', 'â'],
    ['\u0302\u0300', 'à'],
    ['\u0302\u0301', 'á'],
    ['\u0302\u0309', 'å'],
    ['\u0302\u0303', 'ã'],
    ['\u0323\u0302', 'ä'],
    ['\u0306', 'ê'],
    ['\u0306\u0300', 'è'],
    ['\u0306\u0301', 'é'],
    ['\u0306\u0309', 'ú'],
    ['\u0306\u0303', 'ü'],
    ['\u0323\u0306', 'ë'],
  ].map(([marks = '', letter = '']) => [marks, letter]),
);
