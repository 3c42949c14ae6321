/**
 * The case file of newspaper patterns against the list that it stands for: the 27 patterns of pasted
 * articles and the 12 ambiguities between them. One without a case fails.
 */
import { describe, expect, it } from 'vitest';
import { readCases } from '../../support/read-suite.js';

/** What every number is about, so that a missing one says what is missing. */
const patterns: readonly string[] = [
  'clock of a site',
  'time and user of a content system',
  'dates with labels',
  'dates in the text',
  'dateline glued',
  'dateline with spaces',
  'dateline in brackets',
  'dateline alone, broken or taken off',
  'place and day of a letter',
  'lead by a wire reporter',
  'credits with agencies',
  'credits without colon, in capitals, with roles',
  'sources of pictures',
  'residue of tables',
  'image slots',
  'gallery under its head',
  'pen-names and initials',
  'several authors and agencies',
  'roles and offices',
  'sources',
  'end mark of offices',
  'subheads',
  'kickers and sections',
  'interviews',
  'numbered items, verse, letters, boxes',
  'junk and related links',
  'blank lines, single line ends, resumed paragraphs',
];
const ambiguities: readonly string[] = [
  'line in capitals',
  'short paragraph without credit',
  'last short paragraph',
  'same caption twice',
  'caption over two lines',
  'caption without photo',
  'long first line',
  'first line again as the title',
  'related link or subhead',
  'caption and text on one line',
  'year of the page against that of the text',
  'theo',
];

const names = readCases('newspaper-patterns.md').map(({ name }) => name);

/** The numbers that the names of the cases give: `1.1 patterns 11, 12 and 13: …`, `1.2 case 4: …`. */
function numbersIn(list: '1.1 pattern' | '1.2 case'): ReadonlySet<number> {
  const heads = names.filter((name) => name.startsWith(list)).map((name) => name.slice(4).split(':', 1)[0]);
  return new Set(heads.flatMap((head) => [...(head ?? '').matchAll(/\d+/g)].map(Number)));
}

describe('the case file', () => {
  it.each([
    ['1.1 pattern', patterns, 27],
    ['1.2 case', ambiguities, 12],
  ] as const)('has a case for every %s', (list, wanted, count) => {
    const covered = numbersIn(list);
    expect(wanted.filter((_, index) => !covered.has(index + 1))).toEqual([]);
    expect(covered.size).toBe(count);
  });
});
