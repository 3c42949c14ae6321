/**
 * VNI-Windows (VNI-Times and its sisters) → Unicode. A letter is a base and, behind it, one byte for its
 * marks; nine letters are a byte alone. Here the bytes are the characters that windows-1252 has for them.
 */

/** Bases that are another letter. */
const bases: Readonly<Record<string, string>> = { ô: 'ơ', ö: 'ư', Ô: 'Ơ', Ö: 'Ư' };

/** Letters that are a byte alone. */
const alone: Readonly<Record<string, string>> = withCapitals({ ñ: 'đ', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' });

/** The marks that stand behind a base. */
const marks: Readonly<Record<string, string>> = withCapitals(
  {
    ø: '\u0300',
    ù: '\u0301',
    û: '\u0309',
    õ: '\u0303',
    ï: '\u0323',
    â: '\u0302',
    à: '\u0302\u0300',
    á: '\u0302\u0301',
    å: '\u0302\u0309',
    ã: '\u0302\u0303',
    ä: '\u0302\u0323',
    ê: '\u0306',
    è: '\u0306\u0300',
    é: '\u0306\u0301',
    ú: '\u0306\u0309',
    ü: '\u0306\u0303',
    ë: '\u0306\u0323',
  },
  (mark) => mark,
);

function withCapitals(
  small: Readonly<Record<string, string>>,
  raise: (value: string) => string = (letter) => letter.toUpperCase(),
): Readonly<Record<string, string>> {
  const large = Object.entries(small).map(([key, value]) => [key.toUpperCase(), raise(value)]);
  return { ...small, ...Object.fromEntries(large) };
}

const isBase = /[aeouyôö]/i;

/** The Unicode text, in NFC, of VNI bytes read as windows-1252. */
export function decodeVni(typed: string): string {
  let text = '';
  for (let at = 0; at < typed.length; at++) {
    const letter = typed.charAt(at);
    const mark = isBase.test(letter) ? marks[typed.charAt(at + 1)] : undefined;
    text += (bases[letter] ?? (mark === undefined ? alone[letter] : undefined) ?? letter) + (mark ?? '');
    if (mark !== undefined) at++;
  }
  return text.normalize('NFC');
}
