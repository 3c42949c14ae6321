/**
 * Rules on the document as an object: its version, information, permissions and requirements, sizes of
 * pages, the number of a character in a font, names as texts.
 */
import { PdfDict, PdfName, PdfStream, Keyword, type PdfObject } from '../../objects.js';
import { isArray, type PdfFile } from '../../open-pdf.js';
import { boxOf } from '../../pages.js';
import { ObjectParser } from '../../parse-objects.js';
import { contentFacts } from '../content-facts.js';
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
    *find({ file }, { part }) {
      for (const [number, value] of file.objects()) {
        const counts: number[] = [];
        visitValues(value, (one) => counts.push(...inkCount(file, one)));
        const count = Math.max(0, ...counts);
        if (count > (part === 'A1' ? 8 : 32)) yield { count, object: `${number} 0 R` };
      }
    },
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

/** The number of inks of a DeviceN colour space (8.6.6.5). */
function inkCount(file: PdfFile, value: PdfObject): readonly number[] {
  const isDeviceN = isArray(value) && value[0] instanceof PdfName && value[0].value === 'DeviceN';
  return isDeviceN ? [file.array(value[1] ?? null)?.length ?? 0] : [];
}

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
    *find({ file }) {
      for (const [number, value] of file.objects()) {
        const found: string[] = [];
        visitValues(value, (one) => found.push(...textNames(file, one).filter((name) => !isUtf8(name))));
        for (const name of found) yield { name, object: `${number} 0 R` };
      }
    },
  },
];

/** Names that are texts: of fonts, inks and structure types. */
function textNames(file: PdfFile, value: PdfObject): readonly string[] {
  if (value instanceof PdfDict) {
    const own = ['BaseFont', 'FontName', 'S'].flatMap((key) => nameAt(file, value, key));
    const roles = file.dict(value.raw('RoleMap')) ?? file.dict(value.raw('RoleMapNS'));
    return roles ? [...own, ...roles.entries.keys(), ...allNames(file, roles)] : own;
  }
  if (!isArray(value) || !(value[0] instanceof PdfName)) return [];
  if (value[0].value === 'Separation') return [file.nameOf(value[1] ?? null) ?? ''];
  if (value[0].value !== 'DeviceN') return [];
  return (file.array(value[1] ?? null) ?? []).map((ink) => file.nameOf(ink) ?? '');
}

const allNames = (file: PdfFile, dict: PdfDict): readonly string[] =>
  [...dict.entries.keys()].flatMap((key) => nameAt(file, dict, key));

function nameAt(file: PdfFile, dict: PdfDict, key: string): readonly string[] {
  const name = dict.entries.has(key) ? file.nameOf(dict.raw(key)) : undefined;
  return name === undefined ? [] : [name];
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
