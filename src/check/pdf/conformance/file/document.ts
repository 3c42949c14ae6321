/**
 * Rules on the document as an object: its version, information, permissions and requirements, sizes of
 * pages, the number of a character in a font, names as texts.
 */
import { Keyword, PdfDict, PdfName, PdfRef, PdfStream, type PdfObject } from '../../objects.js';
import { isArray, type PdfFile } from '../../open-pdf.js';
import { boxOf } from '../../pages.js';
import { ObjectParser } from '../../parse-objects.js';
import { contentFacts } from '../content-facts.js';
import { once } from '../once.js';
import { streamPlace } from '../places.js';
import type { Rule } from '../rule.js';
import { visitValues } from '../values.js';

export const documentRules: readonly Rule[] = [
  {
    code: 'PDFA-INFO',
    clauses: { A4: '6.1.3' },
    encrypted: true,
    find: ({ file }) => {
      const known = file.catalog.entries.has('PieceInfo');
      return known || file.trailer.raw('Info') === null ? [] : [{}];
    },
  },
  {
    code: 'PDFA-INFO-KEYS',
    clauses: { A4: '6.1.3' },
    encrypted: true,
    find: ({ file }) => {
      const keys = [...(file.dict(file.trailer.raw('Info'))?.entries.keys() ?? [])];
      return keys.filter((key) => key !== 'ModDate').map((key) => ({ key }));
    },
  },
  {
    code: 'PDFA-VERSION',
    clauses: { A4: '6.1.12' },
    encrypted: true,
    find: ({ file }) => {
      const version = file.resolve(file.catalog.raw('Version'));
      if (version === null || (version instanceof PdfName && /^2\.\d$/.test(version.value))) return [];
      return [{ version: version instanceof PdfName ? version.value : '' }];
    },
  },
  {
    code: 'PDFA-PERMISSIONS',
    clauses: { A2: '6.1.12', A3: '6.1.12', A4: '6.1.11' },
    find: ({ file }) => {
      const keys = [...(file.dict(file.catalog.raw('Perms'))?.entries.keys() ?? [])];
      return keys.filter((key) => key !== 'UR3' && key !== 'DocMDP').map((key) => ({ key }));
    },
  },
  {
    code: 'PDFA-SIGNATURE-DIGEST',
    clauses: { A2: '6.1.12', A3: '6.1.12' },
    find: ({ file }) => digestKeys(file),
  },
];

/** Keys of the references of the signature that grants permissions (12.8.1) that it must not have. */
function* digestKeys(file: PdfFile): Generator<{ readonly key: string }> {
  if (!file.dict(file.catalog.raw('Perms'))?.entries.has('DocMDP')) return;
  for (const [, value] of file.objects()) {
    if (!(value instanceof PdfDict)) continue;
    for (const reference of file.array(value.raw('Reference')) ?? []) {
      const keys = [...(file.dict(reference)?.entries.keys() ?? [])];
      yield* keys.filter((key) => /^Digest(?:Location|Method|Value)$/.test(key)).map((key) => ({ key }));
    }
  }
}

const boundaries = ['MediaBox', 'CropBox', 'TrimBox', 'BleedBox', 'ArtBox'];

/** Sides of page boundaries, in units of user space (19005-2, 6.1.13). */
const [shortest, longest] = [3, 14_400];

export const limitRules: readonly Rule[] = [
  {
    code: 'PDFA-LIMIT-PAGE',
    clauses: { A2: '6.1.13', A3: '6.1.13' },
    *find({ file, pages }) {
      for (const { page } of pages) {
        for (const box of boundaries) {
          const [x1, y1, x2, y2] = boxOf(file, page, box) ?? [0, 0, longest, longest];
          const sides = [x2 - x1, y2 - y1];
          if (sides.some((side) => side < shortest || side > longest)) {
            yield { page: page.number, box, size: sides.join(' × ') };
          }
        }
      }
    },
  },
  {
    code: 'PDFA-LIMIT-CID',
    clauses: { A1: '6.1.12', A2: '6.1.13', A3: '6.1.13' },
    *find({ file }) {
      for (const [number, value] of file.objects()) {
        if (!(value instanceof PdfStream) || file.nameOf(value.dict.raw('Type')) !== 'CMap') continue;
        const largest = largestCid(file.decode(value));
        if (largest > 65535) yield { value: largest, object: `${number} 0 R` };
      }
    },
  },
  {
    code: 'PDFA-LIMIT-NESTING',
    clauses: { A1: '6.1.12', A2: '6.1.13', A3: '6.1.13' },
    find: (contents) =>
      [...contentFacts(contents).graphics.deep].map(([stream, depth]) => ({
        depth,
        place: streamPlace(stream),
      })),
  },
  {
    code: 'PDFA-LIMIT-INKS',
    clauses: { A1: '6.1.12', A2: '6.1.13', A3: '6.1.13' },
    find: (contents, { part }) =>
      inksAndNames(contents).inks.filter(({ count }) => count > (part === 'A1' ? 8 : 32)),
  },
  {
    code: 'PDFA-LIMIT-OBJECTS',
    clauses: { A1: '6.1.12', A2: '6.1.13', A3: '6.1.13' },
    find: ({ file }) => {
      const count = file.xref.entries.size;
      return count > 8_388_607 ? [{ count }] : [];
    },
  },
];

/** The largest character identifier that a CMap gives out (9.7.5). */
function largestCid(bytes: Uint8Array = new Uint8Array()): number {
  const parser = new ObjectParser(bytes, 0, false);
  let largest = 0;
  let operands: PdfObject[] = [];
  for (let item = parser.read(); item !== undefined; item = parser.read()) {
    if (!(item instanceof Keyword)) {
      operands.push(item);
      continue;
    }
    const entry = item.value === 'endcidrange' ? 3 : item.value === 'endcidchar' ? 2 : 0;
    for (let i = entry; entry > 0 && i <= operands.length; i += entry) {
      const cid = operands[i - 1];
      const length = entry === 3 ? code(operands[i - 2]) - code(operands[i - 3]) : 0;
      if (typeof cid === 'number') largest = Math.max(largest, cid + length);
    }
    operands = [];
  }
  return largest;
}

/** A character code as a number. */
function code(value: PdfObject = null): number {
  return value !== null && typeof value === 'object' && 'bytes' in value
    ? value.bytes.reduce((sum, byte) => sum * 256 + byte, 0)
    : 0;
}

export const nameRules: readonly Rule[] = [
  {
    code: 'PDFA-NAME-UTF8',
    clauses: { A2: '6.1.8', A3: '6.1.8', A4: '6.1.7' },
    find: (contents) => inksAndNames(contents).names,
  },
];

interface InksAndNames {
  /** Numbers of inks of DeviceN colour spaces (8.6.6.5). */
  readonly inks: { readonly count: number; readonly object: string }[];
  /** Names that should be texts and are no UTF-8. */
  readonly names: { readonly name: string; readonly object: string }[];
}

/** What there is in all objects; most have nothing of it, so that they are gone through once. */
const inksAndNames = once(({ file }): InksAndNames => {
  const found: InksAndNames = { inks: [], names: [] };
  let object = '';
  const note = (value: PdfObject): void => {
    const name =
      value instanceof PdfRef ? file.nameOf(value) : value instanceof PdfName ? value.value : undefined;
    if (name !== undefined && !isUtf8(name)) found.names.push({ name, object });
  };
  const visit = (value: PdfObject): void => {
    if (value instanceof PdfDict) noteNames(file, value, note);
    else if (isArray(value) && value[0] instanceof PdfName) {
      if (value[0].value === 'Separation') note(value[1] ?? null);
      if (value[0].value !== 'DeviceN') return;
      const inks = file.array(value[1] ?? null) ?? [];
      for (const ink of inks) note(ink);
      found.inks.push({ count: inks.length, object });
    }
  };
  for (const [number, value] of file.objects()) {
    object = `${number} 0 R`;
    visitValues(value, visit);
  }
  return found;
});

/** The names of fonts and structure types in a dictionary, and both sides of a map of roles. */
function noteNames(file: PdfFile, { entries }: PdfDict, note: (value: PdfObject) => void): void {
  for (const key of ['BaseFont', 'FontName', 'S']) {
    const value = entries.get(key);
    if (value !== undefined) note(value);
  }
  const roles = file.dict(entries.get('RoleMap') ?? entries.get('RoleMapNS') ?? null);
  for (const [role, value] of roles?.entries ?? []) {
    note(new PdfName(role));
    note(value);
  }
}

function isUtf8(name: string): boolean {
  // Names are kept as Latin-1.
  if (!/[\x80-\xff]/.test(name)) return true;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(name, 'latin1'));
    return true;
  } catch {
    return false;
  }
}
