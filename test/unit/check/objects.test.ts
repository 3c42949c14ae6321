import { describe, expect, it } from 'vitest';
import {
  Keyword,
  PdfDict,
  PdfName,
  PdfRef,
  PdfString,
  latin1,
  textString,
  type PdfObject,
} from '../../../src/check/pdf/objects.js';
import { ObjectParser } from '../../../src/check/pdf/parse-objects.js';

function read(text: string, references = true): (PdfObject | Keyword)[] {
  const parser = new ObjectParser(Buffer.from(text, 'latin1'), 0, references);
  const found: (PdfObject | Keyword)[] = [];
  for (let item = parser.read(); item !== undefined; item = parser.read()) found.push(item);
  return found;
}

describe('PDF objects', () => {
  it('reads numbers, names, booleans and null', () => {
    expect(read('1 -2.5 +3 .5 4. /A#20b /A;_ true false null')).toEqual([
      1,
      -2.5,
      3,
      0.5,
      4,
      new PdfName('A b'),
      new PdfName('A;_'),
      true,
      false,
      null,
    ]);
  });

  it('reads literal strings with nesting, escapes and line ends', () => {
    const [found] = read('(a(b)c\\)\\n\\101\\7\\\r\nd\r\ne)');
    expect(found).toEqual(new PdfString(Uint8Array.from(Buffer.from('a(b)c)\nA\x07d\ne'))));
  });

  it('reads hexadecimal strings, an odd digit filled up with 0', () => {
    expect(read('<41 4 2 5>')).toEqual([new PdfString(Uint8Array.of(0x41, 0x42, 0x50))]);
  });

  it('reads references only where they mean something', () => {
    expect(read('[1 0 R 2 3]')).toEqual([[new PdfRef(1, 0), 2, 3]]);
    expect(read('1 0 R', false)).toEqual([1, 0, new Keyword('R')]);
    expect(read('1 0 RG')).toEqual([1, 0, new Keyword('RG')]);
  });

  it('reads dictionaries and leaves comments out', () => {
    const [found] = read('<< /A 1 % (no)\n/B << /C [ (x) ] >> /D/E >>');
    const dict = found instanceof PdfDict ? found : new PdfDict(new Map());
    expect([...dict.entries.keys()]).toEqual(['A', 'B', 'D']);
    expect(dict.raw('D')).toEqual(new PdfName('E'));
  });

  it.each(['<<', '[[[', '(((', '<4', '/', '<< /A', '<< 1 2 >> ]', ')', '}', '['.repeat(300)])(
    'ends at the end of %j and does not throw',
    (text) => {
      expect(() => read(text)).not.toThrow();
    },
  );

  it('decodes text strings by their mark', () => {
    expect(textString(new PdfString(Buffer.from([0xfe, 0xff, 0x1e, 0xa1])))).toBe('ạ');
    expect(textString(new PdfString(Buffer.from('\ufeffạ', 'utf8')))).toBe('ạ');
    expect(textString(new PdfString(Buffer.from('ab')))).toBe('ab');
    expect(latin1(Uint8Array.of(0xe9))).toBe('é');
  });
});
