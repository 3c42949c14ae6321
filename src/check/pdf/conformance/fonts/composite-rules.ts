/** Rules on composite fonts: collections that fit, `CIDToGIDMap`, CMaps in the file (ISO 32000-1, 9.7). */
import { PdfStream } from '../../objects.js';
import type { PdfContents } from '../../read-pdf.js';
import type { Rule } from '../rule.js';
import type { Part } from '../standards.js';
import type { FontUse } from './font-use.js';
import { isIdentity, isPredefined, type Collection } from './predefined-cmaps.js';
import { readCollection, type CMapEntry } from './read-cmap-entry.js';
import { usedFonts } from './shown-codes.js';

/** Where the parts speak of CMaps. */
const cmapClauses = {
  A1: '6.3.3.3',
  A2: '6.2.11.3.3',
  A3: '6.2.11.3.3',
  A4: '6.2.10.3.3',
  UA1: '7.21.3.3',
  UA2: '8.4.5.4',
} as const;

export const compositeRules: readonly Rule[] = [
  {
    code: 'PDFA-CID-COLLECTION',
    clauses: {
      A1: '6.3.3.1',
      A2: '6.2.11.3.1',
      A3: '6.2.11.3.1',
      A4: '6.2.10.3.1',
      UA1: '7.21.3.1',
      UA2: '8.4.5.3.1',
    },
    *find(contents, { part }) {
      for (const { font } of composites(contents)) {
        if (isIdentity(font.cmap?.name)) continue;
        const own = readCollection(contents.file, font.cidFont?.raw('CIDSystemInfo') ?? null);
        const wanted = font.cmap?.collection;
        if (fits(own, wanted, part)) continue;
        yield {
          font: font.name,
          collection: written(own),
          cmap: font.cmap?.name ?? '?',
          other: written(wanted),
        };
      }
    },
  },
  {
    code: 'PDFA-CID-TO-GID',
    clauses: {
      A1: '6.3.3.2',
      A2: '6.2.11.3.2',
      A3: '6.2.11.3.2',
      A4: '6.2.10.3.2',
      UA1: '7.21.3.2',
      UA2: '8.4.5.3.2',
    },
    *find(contents, { part }) {
      const { file } = contents;
      for (const { font, rendered } of composites(contents)) {
        if (file.nameOf(font.cidFont?.raw('Subtype') ?? null) !== 'CIDFontType2') continue;
        if (part === 'A1' ? !rendered : !font.embedded) continue;
        const map = file.resolve(font.cidFont?.raw('CIDToGIDMap') ?? null);
        if (!(map instanceof PdfStream) && file.nameOf(map) !== 'Identity') yield { font: font.name };
      }
    },
  },
  {
    code: 'PDFA-CMAP-EMBED',
    clauses: cmapClauses,
    *find(contents, { part }) {
      const allowed = part === 'A1' ? isIdentity : isPredefined;
      for (const { font } of composites(contents)) {
        for (const { embedded, name } of chain(font.cmap)) {
          if (!embedded && !allowed(name)) yield { font: font.name, cmap: name ?? '?' };
        }
      }
    },
  },
  {
    code: 'PDFA-CMAP-WMODE',
    clauses: cmapClauses,
    *find(contents) {
      for (const { font } of composites(contents)) {
        for (const { name, dictionaryMode, programMode } of chain(font.cmap)) {
          if (dictionaryMode === programMode) continue;
          yield { font: font.name, cmap: name ?? '?', dictionaryMode, programMode };
        }
      }
    },
  },
  {
    code: 'PDFA-CMAP-BASE',
    clauses: { A2: '6.2.11.3.3', A3: '6.2.11.3.3', A4: '6.2.10.3.3', UA1: '7.21.3.3', UA2: '8.4.5.4' },
    *find(contents) {
      for (const { font } of composites(contents)) {
        for (const { name } of [...chain(font.cmap)].slice(1)) {
          if (!isPredefined(name)) yield { font: font.name, cmap: name ?? '?' };
        }
      }
    },
  },
];

function* composites(contents: PdfContents): Generator<FontUse> {
  for (const use of usedFonts(contents)) if (use.font.subtype === 'Type0') yield use;
}

/** A CMap and those that it builds on. */
function* chain(first: CMapEntry | undefined): Generator<CMapEntry> {
  for (let at = first; at; at = at.base) yield at;
}

/** From part 2 on the CMap must also know the supplement of the font. */
function fits(own: Collection | undefined, wanted: Collection | undefined, part: Part): boolean {
  if (own?.registry === undefined || own.ordering === undefined) return false;
  if (own.registry !== wanted?.registry || own.ordering !== wanted.ordering) return false;
  if (part === 'A1') return true;
  return (
    own.supplement !== undefined && wanted.supplement !== undefined && own.supplement <= wanted.supplement
  );
}

function written(collection: Collection | undefined): string {
  const { registry = '?', ordering = '?', supplement = '?' } = collection ?? {};
  return `${registry}-${ordering}-${supplement}`;
}
