import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  archiveWords,
  compareWords,
  ebookWords,
  printWords,
  publicationWords,
  wordsOf,
} from '../../../src/check/fidelity.js';
import type { Publication } from '../../../src/document/publication.js';
import { element, text } from '../../../src/document/tree.js';
import { bookZip } from '../../support/tiny-epub.js';
import { printPdf, stream, taggedObjects, taggedPdf } from '../../support/tiny-pdf.js';

const words = (line: string): readonly string[] => line.split(' ').filter(Boolean);

describe('words', () => {
  it('are apart by any white space, composed, and without invisible characters', () => {
    expect(wordsOf('Sở\u00a0Nội\u202fvụ\n triển\u00adkhai, Chie\u0302\u0300u\u200bnay ')).toEqual([
      'Sở',
      'Nội',
      'vụ',
      'triểnkhai,',
      'Chiềunay',
    ]);
  });
});

describe('the words of an archive file', () => {
  it('end with a block of code, and go on after code in a line', () => {
    const pieces = stream(
      'BT /F 10 Tf 10 99 Td /Code <</MCID 0>> BDC (mot;) Tj EMC 0 -12 Td /Code <</MCID 1>> BDC (hai;) Tj EMC ET',
    );
    const code = (number: number, parent: number): string =>
      `<< /S /Code /P ${parent} 0 R /Pg 3 0 R /K ${number} >>`;
    const tree = (role: string): Uint8Array =>
      taggedPdf({
        11: '<< /S /Document /P 10 0 R /K [12 0 R] >>',
        12: `<< /S /${role} /P 11 0 R /Pg 3 0 R /K [13 0 R 14 0 R] >>`,
        13: code(0, 12),
        14: code(1, 12),
        20: pieces,
      });
    expect(archiveWords(tree('Sect'))).toEqual(['mot;', 'hai;']);
    expect(archiveWords(tree('P'))).toEqual(['mot;hai;']);
  });
});

describe('the words of a print file', () => {
  it('keep the parts of one that a line ended with a hyphen, for the proof to join', () => {
    const page = 'BT /F 10 Tf 30 100 Td (mot hai\xad) Tj 0 -12 Td (ba bon) Tj ET';
    expect(printWords(printPdf(page))).toEqual(['mot', 'hai\ufdd1', 'ba', 'bon']);
  });
});

describe('comparing words', () => {
  it('finds nothing in equal lists', () => {
    expect(compareWords(words('a b c'), words('a b c'))).toEqual({ lost: [], added: [], moved: [] });
  });

  it('says what was lost, added and moved, and where', () => {
    expect(compareWords(words('a b c d'), words('a c d'))).toEqual({
      lost: [{ word: 'b', position: 1 }],
      added: [],
      moved: [],
    });
    expect(compareWords(words('a c'), words('a c c'))).toEqual({
      lost: [],
      added: [{ word: 'c', position: 2 }],
      moved: [],
    });
    expect(compareWords(words('x a b c d'), words('a b c d x'))).toEqual({
      lost: [],
      added: [],
      moved: [{ word: 'x', from: 0, to: 4 }],
    });
  });

  it('joins of words are lost and added', () => {
    const { lost, added } = compareWords(words('hai ba bốn'), words('hai babốn'));
    expect([lost.map((c) => c.word), added.map((c) => c.word)]).toEqual([['ba', 'bốn'], ['babốn']]);
  });

  it('accounts for each word of both lists, whatever they are', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });
    fc.assert(
      fc.property(list, list, (expected, actual) => {
        const { lost, added, moved } = compareWords(expected, actual);
        for (const { word, position } of lost) expect(expected[position]).toBe(word);
        for (const { word, position } of added) expect(actual[position]).toBe(word);
        const out = new Set([...lost.map((c) => c.position), ...moved.map((c) => c.from)]);
        const into = new Set([...added.map((c) => c.position), ...moved.map((c) => c.to)]);
        expect(expected.filter((_, i) => !out.has(i))).toEqual(actual.filter((_, i) => !into.has(i)));
        expect(out.size).toBeLessThanOrEqual(expected.length - commonLength(expected, actual));
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('gives up looking for the shortest difference of long strange texts, not the comparison', () => {
    const expected = Array.from({ length: 9000 }, (_, i) => `e${i}`);
    const actual = Array.from({ length: 9000 }, (_, i) => `a${i}`);
    const { lost, added } = compareWords(expected, actual);
    expect([lost.length, added.length]).toEqual([9000, 9000]);
  });
});

/** Length of a longest common subsequence, the plain way. */
function commonLength(a: readonly string[], b: readonly string[]): number {
  const table = [...a, ''].map(() => Array.from({ length: b.length + 1 }, () => 0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = table[i] ?? [];
      const below = table[i + 1] ?? [];
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table[0]?.[0] ?? 0;
}

describe('words of a publication', () => {
  it('end at blocks and breaks, not at inline elements; furniture is left out', () => {
    const body = element('article', {}, [
      element('h1', {}, [text('Sở '), element('em', {}, [text('N')]), text('ội vụ')]),
      element('p', {}, [text('một'), element('br', {}, []), text('hai')]),
      element('p', {}, [
        element('a', { href: '#x' }, [text('ba')]),
        text('.'),
        element('code', {}, [text('x')]),
      ]),
      element('p', {}, [text('Bản tin')], { origin: 'template' }),
    ]);
    const section = { body } as unknown as Publication['sections'][number];
    const publication = { sections: [section] } as unknown as Publication;
    expect(publicationWords(publication)).toEqual(['Sở', 'Nội', 'vụ', 'một', 'hai', 'ba.x']);
  });
});

describe('words of an archive file', () => {
  it('come in the order of the structure tree, artifacts left out', () => {
    expect(archiveWords(taggedPdf())).toEqual(words('Mot hai ba bon nam sau'));
    const reversed = taggedPdf({
      11: '<< /S /Document /P 10 0 R /K [14 0 R 13 0 R 12 0 R] >>',
      12: '<< /S /P /P 11 0 R /Pg 3 0 R /K [0 << /Type /MCR /Pg 4 0 R /MCID 0 >>] >>',
      13: (taggedObjects[13] ?? '').replace('/S /Link', '/S /P'),
    });
    expect(archiveWords(reversed)).toEqual(words('sau Mot hai ba bon nam'));
  });

  it('are joined where no space stands', () => {
    const content = '/P <</MCID 0>> BDC BT /F 10 Tf 10 50 Td (mot) Tj 0 -12 Td (hai) Tj ET EMC';
    expect(archiveWords(taggedPdf({ 20: stream(content) }))[0]).toBe('mothainam');
  });

  it('leave out what the template or a style sheet made', () => {
    const content =
      'BT /F 10 Tf /P <</MCID 0 /XXOrigin /generated>> BDC (1. ) Tj EMC /P <</MCID 3>> BDC (mot ) Tj EMC ET';
    const file = taggedPdf({
      12: '<< /S /P /P 11 0 R /Pg 3 0 R /K [0 3] >>',
      20: stream(content),
    });
    expect(archiveWords(file)).toEqual(['mot']);
  });

  it('take replacement text once, from a sequence or an element', () => {
    const content =
      'BT /F 10 Tf /P <</MCID 0 /ActualText (So Noi vu )>> BDC (SO NOI) Tj 0 -12 Td (VU) Tj EMC ET';
    expect(archiveWords(taggedPdf({ 20: stream(content) }))).toEqual(words('So Noi vu nam sau'));
    const figure = '<< /S /Span /P 11 0 R /Pg 4 0 R /ActualText (bay) /K 2 >>';
    expect(archiveWords(taggedPdf({ 14: figure })).at(-1)).toBe('bay');
  });
});

describe('words of a print file', () => {
  it('come in painting order; another line ends a word', () => {
    const content =
      'BT /F 10 Tf 30 100 Td (mot h) Tj (ai ba) Tj 0 -12 Td (bon) Tj ET /Span <</XXOrigin /template>> BDC BT /F 8 Tf 30 20 Td (Ban tin) Tj ET EMC BT /F 10 Tf 100 100 Td (nam) Tj ET';
    expect(printWords(printPdf(content))).toEqual(words('mot hai ba bon nam'));
  });

  it('end at a gap, as between the cells of a table, unless a dash stands before it', () => {
    const gaps = 'BT /F 10 Tf 30 100 Td (mot) Tj 20 0 Td (hai) Tj 20 0 Td (LSO-) Tj 25 0 Td (ba) Tj ET';
    expect(printWords(printPdf(gaps))).toEqual(words('mot hai LSO-ba'));
  });

  it('go on behind the number of a note, which is none of them', () => {
    const number = '/Span <</XXOrigin /generated>> BDC BT /F 6 Tf 40 104 Td (10) Tj ET EMC';
    // Letters of the test font are half an em wide: the number fills the gap from 40 to 46 pt.
    const content = `BT /F 10 Tf 30 100 Td (mo) Tj ET ${number} BT /F 10 Tf 46 100 Td (. hai) Tj ET`;
    expect(printWords(printPdf(content))).toEqual(words('mo. hai'));
    expect(printWords(printPdf(content.replace(number, '')))).toEqual(words('mo . hai'));
  });

  it('keep together what stands raised on a line', () => {
    expect(printWords(printPdf('BT /F 10 Tf 30 100 Td (m) Tj 4 Ts (2) Tj 0 Ts (.) Tj ET'))).toEqual(['m2.']);
  });
});

describe('words of an ebook', () => {
  it('come in spine order; page markers, navigation and furniture are left out', () => {
    const book = bookZip({
      'a.xhtml':
        '<h1>Một</h1><p data-origin="template">Bản <b data-origin="content">hai</b> tin</p><p>b<span role="doc-pagebreak" id="p2">2</span>a <i>bốn</i></p>',
      'b.xhtml': '<p>năm<br/>sáu</p>',
    });
    expect(ebookWords(book)).toEqual(['Một', 'hai', 'ba', 'bốn', 'năm', 'sáu']);
  });

  it('are none of a file that is no book', () => {
    expect(ebookWords(Uint8Array.of(1, 2, 3))).toEqual([]);
    expect(archiveWords(Uint8Array.of(1, 2, 3))).toEqual([]);
  });
});
