/**
 * The document information dictionary, as PDF/A-1 wants it: each entry says the same as the property of the XMP
 * packet that stands for it (ISO 19005-1, 6.7.3, Table 1).
 */
import type { PdfContents } from '../../read-pdf.js';
import type { Rule } from '../rule.js';
import { metadataFacts, type Metadata } from './facts.js';

const dc = 'http://purl.org/dc/elements/1.1/';
const xmp = 'http://ns.adobe.com/xap/1.0/';
const pdf = 'http://ns.adobe.com/pdf/1.3/';

interface Pair {
  /** Of the dictionary. */
  readonly key: string;
  readonly property: string;
  readonly read: (main: Metadata) => string | undefined;
}

const texts: readonly Pair[] = [
  { key: 'Title', property: 'dc:title', read: (main) => main.alternative(dc, 'title') },
  { key: 'Author', property: 'dc:creator', read: onlyCreator },
  { key: 'Subject', property: 'dc:description', read: (main) => main.alternative(dc, 'description') },
  { key: 'Keywords', property: 'pdf:Keywords', read: (main) => main.text(pdf, 'Keywords') },
  { key: 'Creator', property: 'xmp:CreatorTool', read: (main) => main.text(xmp, 'CreatorTool') },
  { key: 'Producer', property: 'pdf:Producer', read: (main) => main.text(pdf, 'Producer') },
];

const dates: readonly Pair[] = [
  { key: 'CreationDate', property: 'xmp:CreateDate', read: (main) => main.text(xmp, 'CreateDate') },
  { key: 'ModDate', property: 'xmp:ModifyDate', read: (main) => main.text(xmp, 'ModifyDate') },
];

/** Beside Author, the creators are one. */
function onlyCreator(main: Metadata): string | undefined {
  const value = main.property(dc, 'creator')?.value;
  if (value?.kind !== 'array' || value.form !== 'Seq') return undefined;
  const [creator, more] = value.items;
  return creator?.kind === 'simple' && !more ? creator.text : undefined;
}

/** An entry of the dictionary that differs from its property. */
export interface DifferingEntry {
  readonly key: string;
  readonly property: string;
  /** The value of the property; undefined without one. */
  readonly said: string | undefined;
}

/** Entries that do not say what their properties say. */
export function differingInfo(contents: PdfContents): readonly DifferingEntry[] {
  const { file } = contents;
  const { main } = metadataFacts(contents);
  const info = file.dict(file.trailer.raw('Info'));
  if (!main || !info) return [];
  const differing = (pairs: readonly Pair[], same: (a: string, b: string) => boolean) =>
    pairs.flatMap(({ key, property, read }) => {
      const value = file.resolve(info.raw(key));
      if (value === null) return [];
      const entry = file.text(value);
      const said = read(main);
      const good = entry !== undefined && said !== undefined && same(entry, said);
      return good ? [] : [{ key, property, said }];
    });
  return [
    ...differing(texts, (entry, said) => withoutZeros(entry) === said),
    ...differing(dates, (entry, said) => {
      const time = pdfDate(entry);
      return time !== undefined && time === xmpDate(said);
    }),
  ];
}

export const infoRules: readonly Rule[] = [
  {
    code: 'PDFA-INFO-XMP',
    clauses: { A1: '6.7.3' },
    find: (contents) => differingInfo(contents).map(({ key, property }) => ({ key, property })),
  },
];

/** Text without the zeros that some writers leave at its end. */
function withoutZeros(text: string): string {
  const zeros = text.indexOf('\0');
  return zeros < 0 ? text : text.slice(0, zeros);
}

/** `D:20090313220610+01'00'` (ISO 32000-1, 7.9.4) in seconds since 1970; a time without zone is UTC. */
function pdfDate(text: string): number | undefined {
  const date =
    /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z|[+-])(?:(\d\d)(?:'(?:(\d\d)'?)?)?)?)?$/.exec(text);
  return date ? seconds(date) : undefined;
}

/** `2009-03-13T22:06:10.5+01:00` in seconds since 1970, fractions left out; a time without zone is UTC. */
function xmpDate(text: string): number | undefined {
  const date =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:(Z|[+-])(?:(\d\d):?(\d\d))?)?)?)?)?$/.exec(
      text,
    );
  return date ? seconds(date) : undefined;
}

/** From year, month, day, hour, minute, second, sign, hours and minutes of the zone. */
function seconds([, ...parts]: readonly string[]): number {
  const [year, month, day, hour, minute, second, sign, zoneHours, zoneMinutes] = parts;
  const number = (digits: string | undefined, otherwise: number): number => Number(digits ?? otherwise);
  const time = Date.UTC(
    number(year, 0),
    number(month, 1) - 1,
    number(day, 1),
    number(hour, 0),
    number(minute, 0),
    number(second, 0),
  );
  const zone = (number(zoneHours, 0) * 60 + number(zoneMinutes, 0)) * 60;
  return time / 1000 - (sign === '-' ? -zone : zone);
}
