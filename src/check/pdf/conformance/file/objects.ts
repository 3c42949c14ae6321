/**
 * Rules on how indirect objects are written (ISO 32000-1, 7.3): the words around them, the ends of
 * streams, hexadecimal strings, and the limits of numbers, strings and names.
 */
import { latin1, PdfStream, type LexicalFault } from '../../objects.js';
import type { PdfFile } from '../../open-pdf.js';
import type { Indirect } from '../../read-indirect.js';
import type { PdfContents } from '../../read-pdf.js';
import { contentFacts } from '../content-facts.js';
import { once } from '../once.js';
import { streamPlace } from '../places.js';
import type { Rule } from '../rule.js';

type Values = ReturnType<Rule['find']> extends Iterable<infer Value> ? Value : never;

/** The real number nearest to zero (19005-2, 6.1.13). */
const smallestReal = 1.175e-38;

export const objectRules: readonly Rule[] = [
  {
    code: 'PDFA-OBJECT-WORDS',
    clauses: { A1: '6.1.8', A2: '6.1.9', A3: '6.1.9', A4: '6.1.8' },
    find: ({ file }) => objectsWhere(file, (written, offset) => !wellSpaced(file.bytes, written, offset)),
  },
  {
    code: 'PDFA-STREAM-WORDS',
    clauses: { A1: '6.1.7', A2: '6.1.7.1', A3: '6.1.7.1' },
    find: ({ file }) =>
      objectsWhere(file, ({ data, end }) => data !== undefined && !wellEnded(file.bytes, data, end)),
  },
  {
    code: 'PDFA-STREAM-LENGTH',
    clauses: { A1: '6.1.7', A2: '6.1.7.1', A3: '6.1.7.1', A4: '6.1.6.1' },
    find: ({ file }) => objectsWhere(file, (written) => !lengthRight(file, written)),
  },
  {
    code: 'PDFA-HEX-ODD',
    clauses: { A1: '6.1.6', A2: '6.1.6', A3: '6.1.6', A4: '6.1.5' },
    find: (contents) => faults(contents, ({ type }) => type === 'odd-hex'),
  },
  {
    code: 'PDFA-HEX-DIGIT',
    clauses: { A1: '6.1.6', A2: '6.1.6', A3: '6.1.6', A4: '6.1.5' },
    find: (contents) => faults(contents, ({ type }) => type === 'no-hex'),
  },
  {
    code: 'PDFA-LIMIT-INTEGER',
    clauses: { A1: '6.1.12', A2: '6.1.13', A3: '6.1.13' },
    find: (contents) => faults(contents, ({ type }) => type === 'integer'),
  },
  {
    code: 'PDFA-LIMIT-REAL',
    clauses: { A1: '6.1.12', A2: '6.1.13', A3: '6.1.13' },
    *find(contents, { part }) {
      const limit = part === 'A1' ? 32767 : 3.403e38;
      const tooLarge = faults(
        contents,
        ({ type, value }) => type === 'real' && Math.abs(Number(value)) > limit,
      );
      for (const values of tooLarge) yield { ...values, limit };
    },
  },
  {
    code: 'PDFA-LIMIT-SMALL',
    clauses: { A2: '6.1.13', A3: '6.1.13' },
    find: (contents) =>
      faults(contents, ({ type, value }) => type === 'real' && Math.abs(Number(value)) < smallestReal),
  },
  {
    code: 'PDFA-LIMIT-STRING',
    clauses: { A1: '6.1.12', A2: '6.1.13', A3: '6.1.13' },
    find: (contents, { part }) =>
      faults(
        contents,
        ({ type, value }) => type === 'string' && Number(value) > (part === 'A1' ? 65535 : 32767),
      ),
  },
  {
    code: 'PDFA-LIMIT-NAME',
    clauses: { A1: '6.1.12', A2: '6.1.13', A3: '6.1.13' },
    find: (contents) => faults(contents, ({ type }) => type === 'name'),
  },
  {
    code: 'PDFA-LIMIT-DICT',
    clauses: { A1: '6.1.12' },
    find: (contents) => faults(contents, ({ type }) => type === 'dict'),
  },
];

/** Objects that stand in the file by themselves and are written as said. */
function* objectsWhere(
  file: PdfFile,
  isWrong: (written: Indirect, offset: number) => boolean,
): Generator<Values> {
  for (const [number, entry] of file.xref.entries) {
    if (entry.type !== 'offset') continue;
    const written = file.written(number);
    if (written && isWrong(written, entry.offset)) yield { object: `${number} ${entry.generation} R` };
  }
}

/** `12 0 obj` and `endobj` on lines of their own, one space between the words. */
function wellSpaced(bytes: Uint8Array, { head, end }: Indirect, offset: number): boolean {
  const before = latin1(bytes.subarray(Math.max(0, offset - 8), head + 1));
  const behind = latin1(bytes.subarray(Math.max(0, end - 1), end + 32));
  return (
    /(?:^|[\r\n])\d+[ \t\f\r\n]\d+[ \t\f\r\n]obj[\r\n]$/.test(before) &&
    /[\r\n]endobj(?:[\r\n]|$)/.test(behind.slice(0, behind.indexOf('endobj') + 7))
  );
}

/** A line end behind `stream`, one before `endstream`. */
function wellEnded(bytes: Uint8Array, data: number, end: number): boolean {
  const begin = latin1(bytes.subarray(Math.max(0, data - 8), data));
  const last = end - 'endstream'.length - 1;
  return /stream\r?\n$/.test(begin) && (bytes[last] === 10 || bytes[last] === 13);
}

/** A `Length` that ends where the line end before `endstream` begins. */
function lengthRight(file: PdfFile, { value, data, end, lengthRight: found }: Indirect): boolean {
  if (!(value instanceof PdfStream) || data === undefined) return true;
  const length = file.number(value.dict.raw('Length'));
  if (!found || length === undefined) return false;
  const gap = latin1(file.bytes.subarray(data + length, end - 'endstream'.length));
  return /^(?:\r\n|\r|\n)?$/.test(gap);
}

/** What is wrong in the writing of objects and of content, and where. */
const allFaults = once((contents): readonly (readonly [LexicalFault, string])[] => {
  const { file } = contents;
  const inObjects = [...file.objects()].flatMap(([number]) =>
    file.faultsOf(number).map((fault) => [fault, `${number} 0 R`] as const),
  );
  const inContent = [...contentFacts(contents).graphics.faults].flatMap(([stream, found]) =>
    found.map((fault) => [fault, streamPlace(stream)] as const),
  );
  return [...inObjects, ...inContent];
});

function* faults(contents: PdfContents, concerns: (fault: LexicalFault) => boolean): Generator<Values> {
  for (const [fault, place] of allFaults(contents)) {
    if (concerns(fault)) yield { value: fault.value, place };
  }
}

const external = ['F', 'FFilter', 'FDecodeParms'];

/** Filters that every part allows (ISO 32000-1, table 6, without LZW and Crypt). */
const filters =
  /^(?:ASCIIHexDecode|ASCII85Decode|FlateDecode|RunLengthDecode|CCITTFaxDecode|JBIG2Decode|DCTDecode|JPXDecode)$/;

export const streamRules: readonly Rule[] = [
  {
    code: 'PDFA-STREAM-FILE',
    clauses: { A1: '6.1.7', A2: '6.1.7.1', A3: '6.1.7.1', A4: '6.1.6.1' },
    *find({ file }) {
      for (const [number, stream] of streams(file)) {
        const key = external.find((one) => stream.dict.entries.has(one));
        if (key !== undefined) yield { key, object: `${number} 0 R` };
      }
    },
  },
  {
    code: 'PDFA-FILTER',
    clauses: { A1: '6.1.10', A2: '6.1.7.2', A3: '6.1.7.2', A4: '6.1.6.2' },
    *find({ file }, { part }) {
      for (const [number, { dict }] of streams(file)) {
        const parameters = file.array(dict.raw('DecodeParms')) ?? [dict.raw('DecodeParms')];
        for (const [i, filter] of filterNames(file, dict.raw('Filter')).entries()) {
          const crypt =
            filter === 'Crypt' && file.nameOf(file.dict(parameters[i] ?? null)?.raw('Name') ?? null);
          const allowed =
            part === 'A1' ? filter !== 'LZWDecode' : filters.test(filter) || crypt === 'Identity';
          if (!allowed) yield { filter, object: `${number} 0 R` };
        }
      }
    },
  },
  {
    code: 'PDFA-INLINE-FILTER',
    clauses: { A1: '6.1.10', A2: '6.1.10', A3: '6.1.10', A4: '6.1.9' },
    *find(contents, { part }) {
      for (const { dict, stream } of contentFacts(contents).graphics.inlinePictures) {
        const value = dict.entries.has('F') ? dict.raw('F') : dict.raw('Filter');
        for (const filter of filterNames(contents.file, value)) {
          const allowed = part === 'A1' ? !filter.startsWith('LZW') : inlineFilters.test(filter);
          if (!allowed) yield { filter, place: streamPlace(stream) };
        }
      }
    },
  },
];

const inlineFilters =
  /^(?:ASCIIHexDecode|ASCII85Decode|FlateDecode|RunLengthDecode|CCITTFaxDecode|DCTDecode|AHx|A85|Fl|RL|CCF|DCT)$/;

function* streams(file: PdfFile): Generator<readonly [number, PdfStream]> {
  for (const [number, value] of file.objects()) if (value instanceof PdfStream) yield [number, value];
}

/** One name, or an array of names. */
function filterNames(file: PdfFile, value: Parameters<PdfFile['resolve']>[0]): readonly string[] {
  const found = file.array(value) ?? [value];
  return found.flatMap((one) => file.nameOf(one) ?? []);
}
