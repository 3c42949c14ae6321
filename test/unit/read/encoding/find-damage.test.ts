/** Texts that lost letters, or the way back to them, before they came here. */
import { describe, expect, it } from 'vitest';
import { decode } from '../../../../src/read/decode.js';

const line =
  'Huyện rộng hơn hai mươi ki-lô-mét vuông, có mười hai xã, dân số hai vạn người, phần lớn làm nghề rừng và trồng hồi trên những sườn đồi thấp.';
const told = async (text: string, said?: 'utf-8') => {
  const { value, diagnostics } = await decode(new TextEncoder().encode(text), 'bai.txt', said);
  return [value === undefined ? 'refused' : 'read', ...diagnostics.map(({ code }) => code)];
};

describe('a text that cannot be put right', () => {
  it('lost its letters to question marks or replacement characters', async () => {
    expect(await told(line.replace(/[ệộơôườạỡừốữấầ]/g, '?'))).toEqual(['refused', 'READ-LETTERS-LOST']);
    expect(await told(line.replace(/[ệộơôườạ]/g, '\ufffd'))).toEqual(['refused', 'READ-LETTERS-LOST']);
  });

  it('was read in a wrong encoding, and bytes of it were replaced', async () => {
    const bytes = new TextEncoder().encode(`${line} ${line}`);
    const garbled = new TextDecoder('windows-1252').decode(bytes).replace(/[\u0080-\u009f]/g, '¤');
    expect(await told(garbled)).toEqual(['refused', 'READ-GARBLED']);
    expect(await told(garbled, 'utf-8')).toEqual(['read']);
  });

  it('is not one with a single lost letter, a question without its blank, or another language', async () => {
    expect(await told(`${line} Nh\ufffd ai`)).toEqual(['read', 'READ-LETTER-LOST']);
    expect(await told(`${line} Thế à?Vâng.`)).toEqual(['read']);
    const french =
      'L’été dernier, la forêt a brûlé près de la rivière, et les élèves ont été évacués à pied. ';
    expect(await told(french.repeat(6))).toEqual(['read']);
    const czech = 'Příliš žluťoučký kůň úpěl ďábelské ódy, když šel přes řeku k městečku. ';
    expect(await told(czech.repeat(6))).toEqual(['read']);
    expect(await told('Жаркое лето, быстрая река и тихий город. '.repeat(9))).toEqual(['read']);
  });
});
