/** Small capitals made of capitals, and the lines that fonts want beside text, by the square font of 10 pt. */
import { describe, expect, it } from 'vitest';
import { runText, setter, shown, textItem } from '../../support/set-text.js';

const set = await setter();

describe('small capitals', () => {
  const css = 'font-variant-caps: small-caps';

  it('are made where the face has none', () => {
    const [line] = set.lines([textItem('Aa Bé 1', css)], 300);
    expect(line?.runs.map((run) => [runText(run), run.size, run.x])).toEqual([
      ['A', 10, 0],
      ['A', 8, 10],
      [' B', 10, 18],
      ['É', 8, 38],
      [' 1', 10, 46],
    ]);
    expect(line?.runs.map((run) => run.source)).toEqual([
      { node: 1, start: 0, end: 1 },
      { node: 1, start: 1, end: 2 },
      { node: 1, start: 2, end: 4 },
      { node: 1, start: 4, end: 5 },
      { node: 1, start: 5, end: 7 },
    ]);
    expect([line?.ascent, line?.descent]).toEqual([8, 2]);
  });

  it('do not part words', () => {
    expect(shown(set.lines([textItem('Aaaa Bbbb', css)], 50))).toEqual(['AAAA', 'BBBB']);
    expect(set.lines([textItem('Aaaa Bbbb', css)], 50).map((line) => line.width)).toEqual([34, 34]);
  });

  it('take capitals too, and keep the place of ß', () => {
    const [line] = set.lines([textItem('Ab', 'font-variant-caps: all-small-caps')], 300);
    expect(line?.runs.map((run) => [runText(run), run.size])).toEqual([['AB', 8]]);
    const sharp = set.lines([textItem('aßb', css)], 300)[0];
    expect(sharp?.runs.map(runText)).toEqual(['ASSB']);
    expect(sharp?.runs[0]?.source).toEqual({ node: 1, start: 0, end: 3 });
  });
});

describe('a face', () => {
  it('says where lines under and through its text stand', () => {
    const face = set.lines('aa', 100)[0]?.runs[0]?.face;
    expect(face).toMatchObject({
      underlinePosition: -100,
      underlineThickness: 50,
      strikeoutPosition: 250,
      strikeoutThickness: 50,
    });
  });
});
