/** Rules on optional content: layers that can be named, and whose states depend on no program. */
import { PdfRef, type PdfDict, type PdfObject } from '../../objects.js';
import { isArray } from '../../open-pdf.js';
import type { PdfContents } from '../../read-pdf.js';
import { once } from '../once.js';
import type { Rule } from '../rule.js';

interface Configuration {
  readonly dict: PdfDict;
  /** `D`, or its place in `Configs`. */
  readonly place: string;
  readonly name: string | undefined;
}

function propertiesOf({ file }: PdfContents): PdfDict | undefined {
  return file.dict(file.catalog.raw('OCProperties'));
}

/** All configurations: the default one and the others (ISO 32000-1, 8.11.4). */
const configurationsOf = once((contents): readonly Configuration[] => {
  const { file } = contents;
  const properties = propertiesOf(contents);
  const read = (place: string, item: PdfObject): readonly Configuration[] => {
    const dict = file.dict(item);
    return dict ? [{ dict, place, name: file.text(dict.raw('Name')) }] : [];
  };
  return [
    ...read('/D', properties?.raw('D') ?? null),
    ...(file.array(properties?.raw('Configs') ?? null) ?? []).flatMap((item, i) =>
      read(`/Configs [${i}]`, item),
    ),
  ];
});

/** Names of the groups that an `Order` leaves out. */
function missingIn(contents: PdfContents, { dict }: Configuration): readonly string[] {
  const { file } = contents;
  const order = file.array(dict.raw('Order'));
  if (!order) return [];
  const there = new Set<number>();
  const visit = (items: readonly PdfObject[], depth: number): void => {
    for (const item of items) {
      if (item instanceof PdfRef) there.add(item.number);
      const inner = file.resolve(item);
      if (isArray(inner) && depth < 32) visit(inner, depth + 1);
    }
  };
  visit(order, 0);
  return (file.array(propertiesOf(contents)?.raw('OCGs') ?? null) ?? [])
    .filter((item) => item instanceof PdfRef && !there.has(item.number))
    .map((item) => file.text(file.dict(item)?.raw('Name') ?? null) ?? '');
}

const clauses = { A2: '6.9', A3: '6.9', A4: '6.10' };

export const optionalContentRules: readonly Rule[] = [
  {
    code: 'PDFA-LAYERS-NAME',
    clauses: { ...clauses, UA1: '7.10', UA2: '8.7' },
    *find(contents, { part }) {
      const all = configurationsOf(contents);
      // PDF/UA-2 asks for names only where there is something to choose from.
      if (part === 'UA2' && !all.some(({ place }) => place !== '/D')) return;
      // Part 4 of PDF/A does not mind an empty one.
      for (const { place, name } of all) {
        if (name === undefined || (name === '' && part !== 'A4')) yield { place };
      }
    },
  },
  {
    code: 'PDFA-LAYERS-NAME-TWICE',
    clauses,
    *find(contents) {
      const seen = new Set<string>();
      for (const { place, name } of configurationsOf(contents)) {
        if (name === undefined) continue;
        if (seen.has(name)) yield { place, name };
        seen.add(name);
      }
    },
  },
  {
    code: 'PDFA-LAYERS-ORDER',
    clauses,
    *find(contents) {
      for (const configuration of configurationsOf(contents)) {
        const missing = missingIn(contents, configuration);
        if (missing.length > 0) yield { place: configuration.place, groups: missing.join(', ') };
      }
    },
  },
  {
    code: 'PDFA-LAYERS-AS',
    clauses: { A2: '6.9', A3: '6.9', UA1: '7.10', UA2: '8.7' },
    *find(contents) {
      for (const { dict, place } of configurationsOf(contents)) if (dict.entries.has('AS')) yield { place };
    },
  },
];
