/** The encodings that a text may be said to be in (`--encoding`), by the names that people give. */
export const encodingNames = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1258',
  'tcvn3',
  'tcvn5712',
  'vni',
  'viscii',
  'windows-1252',
] as const;

export type EncodingName = (typeof encodingNames)[number];

/** What else they are called. */
const synonyms: Readonly<Record<string, EncodingName>> = {
  utf8: 'utf-8',
  utf16: 'utf-16le',
  'utf-16': 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  cp1258: 'windows-1258',
  windows1258: 'windows-1258',
  abc: 'tcvn3',
  'tcvn-3': 'tcvn3',
  tcvn: 'tcvn5712',
  'tcvn-5712': 'tcvn5712',
  'vni-windows': 'vni',
  cp1252: 'windows-1252',
  windows1252: 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-1': 'windows-1252',
};

/** The encoding that someone names, in whatever case; undefined when there is none of that name. */
export function encodingByName(given: string): EncodingName | undefined {
  const name = given.trim().toLowerCase();
  return encodingNames.find((known) => known === name) ?? new Map(Object.entries(synonyms)).get(name);
}
