/** Rules on the text that glyphs stand for (ISO 32000-1, 9.10.2 and 14.9.4). */
import { structureNodes } from '../../structure.js';
import { contentFacts } from '../content-facts.js';
import type { Rule } from '../rule.js';
import { isBaseEncoding } from './encodings.js';
import { shown, type FontUse } from './font-use.js';
import { hasPrivateUse } from './private-use.js';
import { brokenCodes, type CodeTest } from './shown-codes.js';

const texts = { A2: '6.2.11.7.2', A3: '6.2.11.7.2' } as const;
const accessible = { UA1: '7.21.7', UA2: '8.4.5.8' } as const;

/** Values that no character has, or that mark the order of bytes. */
const noCharacters = ['\0', '\ufeff', '\ufffe'];

const unmapped = everyFont(
  ({ font }) =>
    ({ code }) =>
      font.text(code) === undefined,
);

/** Part 1 lets the names of glyphs be enough in Type 1 fonts, and the predefined encodings in all. */
const unmappedInPart1 = everyFont(({ font }) => ({ code }, { notdef }) => {
  // What an encoding gives no character needs no text.
  if (notdef && (font.nameOf(code) === '.notdef' || isBaseEncoding(font.encoding.base))) return false;
  const unnamed = font.subtype === 'Type3' && !isBaseEncoding(font.encoding.base) && !font.mapped;
  return unnamed || font.text(code) === undefined;
});

const isNoCharacter = (text: string | undefined): boolean => noCharacters.some((one) => text?.includes(one));

const noCharacter = everyFont(
  ({ font }) =>
    ({ code }) =>
      isNoCharacter(font.text(code)),
);

/** Part 4 asks for no text, but `.notdef` of a simple font is U+0000 where nothing else is said. */
const noCharacterOrGlyph = everyFont(({ font }) => ({ code }, { notdef }) => {
  const text = font.text(code);
  return isNoCharacter(text) || (text === undefined && notdef && font.subtype !== 'Type0');
});

export const unicodeRules: readonly Rule[] = [
  { code: 'PDFA-UNICODE', clauses: { A1: '6.3.8' }, levels: ['A'], find: unmappedInPart1 },
  { code: 'PDFA-UNICODE', clauses: texts, levels: ['A', 'U'], find: unmapped },
  { code: 'PDFA-UNICODE', clauses: accessible, find: unmapped },
  { code: 'PDFA-UNICODE-VALUE', clauses: texts, levels: ['A', 'U'], find: noCharacter },
  { code: 'PDFA-UNICODE-VALUE', clauses: accessible, find: noCharacter },
  { code: 'PDFA-UNICODE-VALUE', clauses: { A4: '6.2.10.7' }, find: noCharacterOrGlyph },
  {
    code: 'PDFA-PRIVATE-USE',
    clauses: { A2: '6.2.11.7.3', A3: '6.2.11.7.3' },
    levels: ['A'],
    find: privateGlyphs(shown.unreplaced),
  },
  { code: 'PDFA-PRIVATE-USE', clauses: { UA2: '8.4.3' }, find: privateGlyphs(shown.unexplained) },
  {
    code: 'PDFA-PRIVATE-TEXT',
    clauses: { A4: '6.2.10.8', UA2: '8.4.3' },
    *find(contents, { part }) {
      for (const { key, page } of contentFacts(contents).fonts.privateTexts) {
        if (key === 'ActualText' || part === 'UA2') yield { key, place: `p. ${page}` };
      }
      for (const { actualText, alt, object } of structureNodes(contents.structure?.kids ?? [])) {
        if (hasPrivateUse(actualText)) yield { key: 'ActualText', place: `${object} 0 R` };
        if (hasPrivateUse(alt) && part === 'UA2') yield { key: 'Alt', place: `${object} 0 R` };
      }
    },
  },
];

function everyFont(testOf: (use: FontUse) => CodeTest): Rule['find'] {
  return (contents) => brokenCodes(contents, testOf);
}

/** Private characters that are shown in this way. */
function privateGlyphs(way: number): Rule['find'] {
  return everyFont(
    ({ font }) =>
      ({ code, how }) =>
        (how & way) !== 0 && hasPrivateUse(font.text(code)),
  );
}
