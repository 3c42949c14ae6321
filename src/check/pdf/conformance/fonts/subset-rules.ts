/**
 * Rules on the lists that descriptors of subsets have: `CharSet` and `CIDSet` (ISO 32000-1, tables 122 and
 * 124). Part 1 asks for them, and that they list what is used; the others ask nothing where there is no list, and
 * of a list that it has exactly the glyphs of the program.
 */
import type { PdfFile } from '../../open-pdf.js';
import type { Rule } from '../rule.js';
import type { Part } from '../standards.js';
import { cidToGlyphMap } from './composite-font.js';
import type { FontModel } from './font-model.js';
import type { FontUse } from './font-use.js';
import { isRendered, usedFonts } from './shown-codes.js';

const clauses = { A1: '6.3.5', A2: '6.2.11.4.2', A3: '6.2.11.4.2', UA1: '7.21.4.2' } as const;

/** A name that says that the font is a subset (9.6.4). */
const subsetName = /^[A-Z]{6}\+/;

export const subsetRules: readonly Rule[] = [
  {
    code: 'PDFA-CHARSET',
    clauses,
    *find(contents, { part }) {
      for (const use of usedFonts(contents)) {
        const { font } = use;
        if (font.subtype !== 'Type1' && font.subtype !== 'MMType1') continue;
        if (!isSubset(font.name, font, part)) continue;
        const list = contents.file.text(font.descriptor?.raw('CharSet') ?? null);
        if (list === undefined ? part === 'A1' : !listsNames(list, use, part)) yield { font: font.name };
      }
    },
  },
  {
    code: 'PDFA-CIDSET',
    clauses,
    *find(contents, { part }) {
      const { file } = contents;
      for (const use of usedFonts(contents)) {
        const { font } = use;
        const name = file.nameOf(font.cidFont?.raw('BaseFont') ?? null);
        if (!isSubset(name, font, part)) continue;
        const stream = file.stream(font.descriptor?.raw('CIDSet') ?? null);
        const set = stream && (file.decode(stream) ?? new Uint8Array());
        if (set ? !listsCids(file, set, use, part) : part === 'A1') yield { font: font.name };
      }
    },
  },
];

function isSubset(name: string | undefined, { embedded }: FontModel, part: Part): boolean {
  return name !== undefined && subsetName.test(name) && (part === 'A1' || embedded !== undefined);
}

/** A `CharSet` is a row of names: `/space/A`. */
function listsNames(list: string, { font, codes }: FontUse, part: Part): boolean {
  const names = list.split('/').map((name) => name.trim());
  const listed = new Set(names.filter((name) => name !== '' && name !== '.notdef'));
  if (part === 'A1') {
    const used = [...codes.values()].filter(isRendered).map(({ code }) => font.nameOf(code));
    return used.every((name) => name === undefined || name === '.notdef' || listed.has(name));
  }
  const there = new Set(font.embedded?.program?.names.filter((name) => name !== '.notdef'));
  return (
    !font.embedded?.program || (listed.size === there.size && [...there].every((name) => listed.has(name)))
  );
}

/** A `CIDSet` has a bit for each CID, the highest of a byte first. */
function listsCids(file: PdfFile, set: Uint8Array, { font, codes }: FontUse, part: Part): boolean {
  const has = (cid: number): boolean => (((set[cid >> 3] ?? 0) >> (7 - (cid & 7))) & 1) === 1;
  if (part === 'A1') {
    const used = [...codes.values()].filter((use) => isRendered(use) && use.code >= 0);
    return used.every(({ code }) => font.codes.cid(code) === 0 || has(font.codes.cid(code)));
  }
  const there = cidsOf(file, font);
  if (!there) return true;
  let count = 0;
  for (let cid = 1; cid < 8 * set.length; cid += 1) if (has(cid)) count += 1;
  return count === there.size && [...there].every(has);
}

/** The CIDs of a program but 0, which every program has; undefined where there is no telling. */
function cidsOf(file: PdfFile, { cidFont, embedded }: FontModel): ReadonlySet<number> | undefined {
  const program = embedded?.program;
  if (!cidFont || !program) return undefined;
  const map = program.cids ? undefined : cidToGlyphMap(file, cidFont);
  const cids = new Set(program.cids);
  if (map) {
    for (let cid = 0; 2 * cid < map.length; cid += 1) if (map.u16(2 * cid) !== 0) cids.add(cid);
  } else if (!program.cids) for (let cid = 0; cid < program.glyphs; cid += 1) cids.add(cid);
  cids.delete(0);
  return cids;
}
