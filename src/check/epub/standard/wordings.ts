/**
 * What each finding of epubcheck-ts is in our words: its ID and its English sentence in, one of our codes and
 * the names that the sentence holds out. The names (a file, a property, an id) are values; the sentence is not.
 */
import type { StandardCode } from '../../../epub-codes/standard.js';
import { schemaWordings } from './schema-wordings.js';
import type { Wording } from './wording.js';

/** By ID; the first pattern that fits counts, its named groups are the values. */
const wordings: Readonly<Record<string, readonly Wording[]>> = {
  'PKG-005': [[/./, 'CHECK-EPUB-MIMETYPE']],
  'PKG-006': [[/./, 'CHECK-EPUB-MIMETYPE']],
  'PKG-007': [[/./, 'CHECK-EPUB-MIMETYPE']],
  'PKG-009': [[/"(?<name>[^"]*)"/, 'EPUB-PKG-009']],
  'PKG-010': [[/"(?<name>[^"]*)"/, 'EPUB-PKG-010']],
  'PKG-011': [[/"(?<name>[^"]*)"/, 'EPUB-PKG-011']],
  'PKG-014': [[/: (?<name>.*)$/, 'EPUB-PKG-014']],
  'PKG-022': [[/"(?<ending>[^"]*)".*"(?<type>[^"]*)"/, 'EPUB-PKG-022']],
  'PKG-025': [[/: (?<path>.*)$/, 'EPUB-PKG-025']],
  'PKG-026': [[/"(?<path>[^"]*)".*"(?<type>[^"]*)"/, 'EPUB-PKG-026']],
  'OPF-001': [[/./, 'EPUB-OPF-001']],
  'OPF-002': [
    [/not found: (?<path>.*)$/, 'EPUB-OPF-002'],
    [/./, 'EPUB-OPF-002', { path: 'package.opf' }],
  ],
  'OPF-005': [[/prefix "(?<prefix>[^"]*)"/, 'EPUB-OPF-005']],
  'OPF-006': [[/value "(?<url>[^"]*)" bound to prefix "(?<prefix>[^"]*)"/, 'EPUB-OPF-006']],
  'OPF-007': [[/prefix "(?<prefix>[^"]*)"/, 'EPUB-OPF-007']],
  'OPF-012': [
    [/"(?<property>nav|cover-image)" property.*found: (?<type>.*)$/, 'EPUB-OPF-012'],
    [/property "(?<property>[^"]*)".*type "(?<type>[^"]*)"/, 'EPUB-OPF-012'],
    [/itemref property: "(?<property>[^"]*)"/, 'EPUB-OPF-012-SPINE'],
  ],
  'OPF-013': [[/"(?<path>[^"]*)".*"(?<said>[^"]*)".*"(?<listed>[^"]*)"/, 'EPUB-OPF-013']],
  'OPF-014': [
    [/media-type format "(?<type>[^"]*)"/, 'EPUB-OPF-014-TYPE'],
    [/"(?<property>remote-resources|scripted|mathml|svg|switch)"/, 'EPUB-OPF-014'],
  ],
  'OPF-015': [
    [/dc:identifier/, 'EPUB-OPF-015-IDENTIFIER'],
    [/property "(?<property>[^"]*)"/, 'EPUB-OPF-015'],
  ],
  'OPF-018': [[/./, 'EPUB-OPF-018']],
  'OPF-025': [[/: "(?<value>[^"]*)"/, 'EPUB-OPF-025']],
  'OPF-026': [[/: "(?<property>[^"]*)"/, 'EPUB-OPF-026']],
  'OPF-027': [[/: "(?<property>[^"]*)"/, 'EPUB-OPF-027']],
  'OPF-028': [[/: "(?<prefix>[^"]*)"/, 'EPUB-OPF-028']],
  'OPF-029': [[/"(?<type>[^"]*)"/, 'EPUB-OPF-029']],
  'OPF-030': [[/"(?<id>[^"]*)"/, 'EPUB-OPF-030']],
  'OPF-031': [[/manifest: (?<path>.*)$/, 'EPUB-OPF-031']],
  'OPF-032': [[/": (?<path>.*)$/, 'EPUB-OPF-032']],
  'OPF-034': [[/: "(?<item>[^"]*)"/, 'EPUB-OPF-034']],
  'OPF-035': [[/Document "(?<item>[^"]*)"/, 'EPUB-OPF-035']],
  'OPF-037': [[/"(?<type>[^"]*)"/, 'EPUB-OPF-037']],
  'OPF-038': [[/./, 'EPUB-OPF-038', { type: 'text/html' }]],
  'OPF-039': [[/"(?<type>[^"]*)"/, 'EPUB-OPF-038']],
  'OPF-040': [[/"(?<item>[^"]*)"/, 'EPUB-OPF-040']],
  'OPF-041': [[/item: "(?<item>[^"]*)"/, 'EPUB-OPF-041']],
  'OPF-042': [[/"(?<type>[^"]*)"/, 'EPUB-OPF-042']],
  'OPF-043': [[/"(?<item>[^"]*)".*"(?<type>[^"]*)"/, 'EPUB-OPF-043']],
  'OPF-044': [[/"(?<item>[^"]*)".*"(?<type>[^"]*)"/, 'EPUB-OPF-044']],
  'OPF-045': [[/"(?<item>[^"]*)"/, 'EPUB-OPF-045']],
  'OPF-049': [[/: "(?<item>[^"]*)"/, 'EPUB-OPF-049']],
  'OPF-051': [[/"(?<type>[^"]*)": (?<path>.*)$/, 'EPUB-OPF-051']],
  'OPF-052': [[/"(?<role>[^"]*)"/, 'EPUB-OPF-052']],
  'OPF-060': [
    [/normalization: "(?<name>[^"]*)" conflicts with "(?<other>[^"]*)"/, 'EPUB-OPF-060'],
    [/ZIP entry: "(?<name>[^"]*)"/, 'EPUB-OPF-060-TWICE'],
  ],
  'OPF-063': [[/"(?<item>[^"]*)"/, 'EPUB-OPF-063']],
  'OPF-067': [[/"(?<path>[^"]*)"/, 'EPUB-OPF-067']],
  'OPF-070': [[/"(?<role>[^"]*)"/, 'EPUB-OPF-070']],
  'OPF-071': [[/"(?<path>[^"]*)"/, 'EPUB-OPF-071']],
  'OPF-073': [
    [/Collection link "(?<path>[^"]*)"/, 'EPUB-OPF-073-COLLECTION'],
    [/./, 'EPUB-OPF-073'],
  ],
  'OPF-074': [[/: "(?<name>[^"]*)"/, 'EPUB-OPF-074']],
  'OPF-075': [[/"(?<path>[^"]*)"/, 'EPUB-OPF-075']],
  'OPF-076': [[/"(?<url>[^"]*)"/, 'EPUB-OPF-076']],
  'OPF-081': [[/"(?<path>[^"]*)"/, 'EPUB-OPF-081']],
  'OPF-084': [[/"(?<path>[^"]*)"/, 'EPUB-OPF-084']],
  'OPF-085': [[/"(?<value>[^"]*)"/, 'EPUB-OPF-085']],
  'OPF-086': [
    [/"(?<of>[^"]*)" property value "(?<property>[^"]*)"/, 'EPUB-OPF-086'],
    [/"(?<property>[^"]*)"/, 'EPUB-OPF-086'],
  ],
  'OPF-091': [[/: "(?<url>[^"]*)"/, 'EPUB-OPF-091']],
  'OPF-092': [[/"(?<tag>[^"]*)"/, 'EPUB-OPF-092']],
  'OPF-095': [
    [/found "(?<type>[^"]*)"/, 'EPUB-OPF-095'],
    [/./, 'EPUB-OPF-095', { type: '?' }],
  ],
  'OPF-096': [[/"(?<path>[^"]*)"/, 'EPUB-OPF-096']],
  'OPF-098': [[/"(?<url>[^"]*)"\.?$/, 'EPUB-OPF-098']],
  'RSC-001': [[/"(?<path>[^"]*)"/, 'EPUB-RSC-001']],
  'RSC-005': schemaWordings,
  'RSC-006': [
    [/resource "(?<url>[^"]*)"/, 'EPUB-RSC-006'],
    [/item "(?<item>[^"]*)" references remote/, 'EPUB-OPF-014', { property: 'remote-resources' }],
    [/./, 'EPUB-RSC-006-PLACE'],
  ],
  'RSC-007': [[/: (?<path>.*)$/, 'EPUB-RSC-007']],
  'RSC-007w': [
    [/"(?<path>[^"]*)"/, 'EPUB-RSC-007W'],
    [/: (?<path>.*)$/, 'EPUB-RSC-007W'],
  ],
  'RSC-008': [[/"(?<path>[^"]*)"/, 'EPUB-RSC-008']],
  'RSC-009': [[/: (?<url>.*)$/, 'EPUB-RSC-009']],
  'RSC-010': [
    [/resource: (?<url>.*)$/, 'EPUB-RSC-010'],
    [/./, 'EPUB-RSC-010-PLACE'],
  ],
  'RSC-012': [
    [/not found: #(?<fragment>[^]*)$/, 'EPUB-RSC-012'],
    [/./, 'EPUB-RSC-012-PLACE'],
  ],
  'RSC-015': [[/found "(?<url>[^"]*)"/, 'EPUB-RSC-015']],
  'RSC-016': [[/./, 'CHECK-EPUB-XML']],
  'RSC-017': [
    [/"title" child element/, 'EPUB-RSC-017-TITLE'],
    [/A "(?<nav>[^"]*)" nav element should/, 'EPUB-RSC-017-NAV-FLAT'],
    [/"(?<role>[^"]*)" role is deprecated/, 'EPUB-RSC-017-ROLE'],
    [/"epub:(?<element>switch|trigger)"/, 'EPUB-RSC-017-SWITCH'],
    [/exactly one child ol/, 'EPUB-RSC-017-REGION', { part: 'ol' }],
    [/'a' or 'span'/, 'EPUB-RSC-017-REGION', { part: 'a, span' }],
    [/single 'ol'/, 'EPUB-RSC-017-REGION', { part: 'ol' }],
    [/'span' elements/, 'EPUB-RSC-017-REGION', { part: 'span' }],
    [/'a' elements/, 'EPUB-RSC-017-REGION', { part: 'a' }],
    [/rendition selection/, 'EPUB-RSC-017-RENDITION'],
    [/bindings/, 'EPUB-RSC-017-BINDINGS'],
    [/dc:source/, 'EPUB-RSC-017-SOURCE'],
    [/refines should instead refer to "(?<path>[^"]*)"/, 'EPUB-RSC-017-REFINES'],
    [/meta-auth/, 'EPUB-RSC-017-AUTHORITY'],
    [/Duplicate "reference"/, 'EPUB-RSC-017-GUIDE'],
  ],
  'RSC-020': [
    [/"(?<url>[^"]*)"/, 'EPUB-RSC-020'],
    [/: (?<url>.*)$/, 'EPUB-RSC-020'],
  ],
  'RSC-021': [[/"(?<path>[^"]*)"/, 'EPUB-RSC-021']],
  'RSC-026': [
    [/URL "(?<url>[^"]*)"/, 'EPUB-RSC-026'],
    [/./, 'EPUB-RSC-026-ABSOLUTE'],
  ],
  'RSC-028': [[/UTF-8, but (?<encoding>.*) was/, 'EPUB-RSC-028']],
  'RSC-030': [
    [/found "(?<url>[^"]*)"/, 'EPUB-RSC-030'],
    [/./, 'EPUB-RSC-030', { url: 'file:' }],
  ],
  'RSC-032': [
    [/data URL of type "(?<type>[^"]*)"/, 'EPUB-RSC-032', { path: 'data:' }],
    [/resource "(?<path>[^"]*)" of type "(?<type>[^"]*)"/, 'EPUB-RSC-032'],
  ],
  'RSC-033': [[/: "(?<url>[^"]*)"/, 'EPUB-RSC-033']],
  'HTM-001': [
    [/version "(?<version>[^"]*)"/, 'EPUB-HTM-001'],
    [/./, 'EPUB-HTM-001-ROOT'],
  ],
  'HTM-002': [[/have a (?<element>head|body) element/, 'EPUB-HTM-002']],
  'HTM-010': [[/URI "(?<namespace>[^"]*)"/, 'EPUB-HTM-010']],
  'HTM-047': [[/metadata "(?<value>[^]*)" has/, 'EPUB-HTM-047']],
  'HTM-054': [[/\("(?<namespace>[^"]*)"\).*"(?<owner>[^"]*)"/, 'EPUB-HTM-054']],
  'HTM-056': [[/"(?<side>width|height)" dimension/, 'EPUB-HTM-056']],
  'HTM-057': [[/Viewport "(?<side>[^"]*)"/, 'EPUB-HTM-057']],
  'HTM-059': [[/Viewport "(?<side>[^"]*)"/, 'EPUB-HTM-059']],
  'HTM-061': [[/"(?<attribute>[^"]*)"/, 'EPUB-HTM-061']],
  'MED-003': [[/found "(?<type>[^"]*)"/, 'EPUB-MED-003']],
  'MED-005': [[/"(?<path>[^"]*)".*"(?<type>[^"]*)"/, 'EPUB-MED-005']],
  'MED-007': [[/type "(?<type>[^"]*)" must/, 'EPUB-MED-007']],
  'MED-010': [[/"(?<path>[^"]*)"/, 'EPUB-MED-010']],
  'MED-011': [[/"(?<path>[^"]*)"/, 'EPUB-MED-011']],
  'MED-014': [[/: "(?<url>[^"]*)"/, 'EPUB-MED-014']],
  'MED-015': [[/target "(?<target>[^"]*)"/, 'EPUB-MED-015']],
  'MED-017': [[/'#(?<fragment>[^']*)'/, 'EPUB-MED-017']],
  'MED-018': [[/'#(?<fragment>[^']*)'/, 'EPUB-MED-018']],
  'NAV-001': [
    [/EPUB 2/, 'EPUB-NAV-001-EPUB2'],
    [/./, 'EPUB-NAV-001'],
  ],
  'NAV-010': [[/"(?<nav>[^"]*)" nav.*"(?<url>[^"]*)"$/, 'EPUB-NAV-010']],
  'NAV-011': [[/^"?(?<nav>[\w-]+)"? .*target "(?<target>[^"]*)"/, 'EPUB-NAV-011']],
  'NCX-001': [[/uid "(?<ncx>[^"]*)".*identifier "(?<package>[^"]*)"/, 'EPUB-NCX-001']],
  'CSS-001': [[/"(?<property>[^"]*)"/, 'EPUB-CSS-001']],
  'CSS-004': [[/detected "(?<encoding>[^"]*)"/, 'EPUB-CSS-004']],
  'CSS-005': [[/: "(?<classes>[^"]*)"/, 'EPUB-CSS-005']],
  'CSS-007': [
    [/"(?<path>[^"]*)" refers.*"(?<type>[^"]*)"/, 'EPUB-CSS-007'],
    [/"(?<path>[^"]*)" has.*"(?<type>[^"]*)"/, 'EPUB-CSS-007'],
  ],
  'CSS-029': [[/"(?<class>[^"]*)" is reserved.*"(?<property>[^"]*)" is not/, 'EPUB-CSS-029']],
};

/** IDs whose code is their name and whose message holds no names. */
const plain: readonly StandardCode[] = [
  'EPUB-PKG-003',
  'EPUB-PKG-004',
  'EPUB-PKG-008',
  'EPUB-PKG-013',
  'EPUB-PKG-016',
  'EPUB-PKG-017',
  'EPUB-PKG-021',
  'EPUB-PKG-027',
  'EPUB-OPF-004',
  'EPUB-OPF-016',
  'EPUB-OPF-017',
  'EPUB-OPF-033',
  'EPUB-OPF-048',
  'EPUB-OPF-050',
  'EPUB-OPF-053',
  'EPUB-OPF-054',
  'EPUB-OPF-055',
  'EPUB-OPF-065',
  'EPUB-OPF-066',
  'EPUB-OPF-077',
  'EPUB-OPF-078',
  'EPUB-OPF-079',
  'EPUB-OPF-080',
  'EPUB-OPF-082',
  'EPUB-OPF-083',
  'EPUB-OPF-089',
  'EPUB-OPF-093',
  'EPUB-OPF-094',
  'EPUB-OPF-099',
  'EPUB-RSC-002',
  'EPUB-RSC-003',
  'EPUB-RSC-011',
  'EPUB-RSC-013',
  'EPUB-RSC-014',
  'EPUB-RSC-019',
  'EPUB-RSC-027',
  'EPUB-RSC-029',
  'EPUB-RSC-031',
  'EPUB-HTM-003',
  'EPUB-HTM-004',
  'EPUB-HTM-007',
  'EPUB-HTM-009',
  'EPUB-HTM-025',
  'EPUB-HTM-045',
  'EPUB-HTM-046',
  'EPUB-HTM-048',
  'EPUB-HTM-051',
  'EPUB-HTM-052',
  'EPUB-HTM-058',
  'EPUB-MED-004',
  'EPUB-MED-008',
  'EPUB-MED-009',
  'EPUB-MED-012',
  'EPUB-MED-013',
  'EPUB-MED-016',
  'EPUB-NAV-002',
  'EPUB-NAV-003',
  'EPUB-NAV-009',
  'EPUB-NCX-002',
  'EPUB-CSS-002',
  'EPUB-CSS-003',
  'EPUB-CSS-008',
  'EPUB-CSS-015',
  'EPUB-CSS-019',
  'EPUB-CSS-030',
];
const plainById: ReadonlyMap<string, StandardCode> = new Map(
  plain.map((code) => [code.replace('EPUB-', ''), code]),
);

/** A finding in our words. */
export interface Worded {
  readonly code: StandardCode;
  readonly values: Readonly<Record<string, string>>;
}

/** Our code and its values for what the library says. */
export function wordingOf(id: string, message: string): Worded {
  for (const [pattern, code, values] of wordings[id] ?? []) {
    const found = pattern.exec(message);
    if (found) return { code, values: { ...names(found.groups), ...values } };
  }
  const code = plainById.get(id);
  return code ? { code, values: {} } : { code: 'EPUB-RSC-005-OTHER', values: { id } };
}

/** What a pattern found; the word between the values of a list is no name. */
function names(groups: Readonly<Record<string, string>> | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(groups ?? {}).map(([name, value]) => [name, value.replaceAll('" or "', '", "')]),
  );
}
