/** The CMaps that every reader has (ISO 32000-1, 9.7.5.2, table 118), and the collections that they are for. */

/** A character collection: `Adobe`, `Japan1` and the supplement that a CMap needs or a CIDFont has. */
export interface Collection {
  readonly registry: string | undefined;
  readonly ordering: string | undefined;
  readonly supplement: number | undefined;
}

/** Ordering, then each supplement with the CMaps that need it. */
const table: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  GB1: {
    0: 'GB-EUC-H GB-EUC-V GBpc-EUC-H GBpc-EUC-V',
    2: 'GBK-EUC-H GBK-EUC-V GBKp-EUC-H GBKp-EUC-V',
    4: 'GBK2K-H GBK2K-V UniGB-UCS2-H UniGB-UCS2-V UniGB-UTF16-H UniGB-UTF16-V',
  },
  CNS1: {
    0: 'B5pc-H B5pc-V ETen-B5-H ETen-B5-V ETenms-B5-H ETenms-B5-V CNS-EUC-H CNS-EUC-V',
    3: 'HKscs-B5-H HKscs-B5-V UniCNS-UCS2-H UniCNS-UCS2-V',
    4: 'UniCNS-UTF16-H UniCNS-UTF16-V',
  },
  Japan1: {
    1: '83pv-RKSJ-H 90pv-RKSJ-H Add-RKSJ-H Add-RKSJ-V EUC-H EUC-V H V',
    2: '90ms-RKSJ-H 90ms-RKSJ-V 90msp-RKSJ-H 90msp-RKSJ-V Ext-RKSJ-H Ext-RKSJ-V',
    4: 'UniJIS-UCS2-H UniJIS-UCS2-V UniJIS-UCS2-HW-H UniJIS-UCS2-HW-V',
    5: 'UniJIS-UTF16-H UniJIS-UTF16-V',
  },
  Korea1: {
    0: 'KSC-EUC-H KSC-EUC-V KSCpc-EUC-H',
    1: 'KSCms-UHC-H KSCms-UHC-V KSCms-UHC-HW-H KSCms-UHC-HW-V UniKS-UCS2-H UniKS-UCS2-V',
    2: 'UniKS-UTF16-H UniKS-UTF16-V',
  },
};

const predefined: ReadonlyMap<string, Collection> = new Map(
  Object.entries(table).flatMap(([ordering, supplements]) =>
    Object.entries(supplements).flatMap(([supplement, names]) =>
      names
        .split(' ')
        .map((name) => [name, { registry: 'Adobe', ordering, supplement: Number(supplement) }] as const),
    ),
  ),
);

/** True for the two CMaps that take a code as the CID. */
export function isIdentity(name: string | undefined): boolean {
  return name === 'Identity-H' || name === 'Identity-V';
}

/** The collection of a predefined CMap; undefined for Identity and for other names. */
export function predefinedCollection(name: string | undefined): Collection | undefined {
  return name === undefined ? undefined : predefined.get(name);
}

/** True for the name of a CMap that need not be in the file. */
export function isPredefined(name: string | undefined): boolean {
  return isIdentity(name) || predefinedCollection(name) !== undefined;
}
