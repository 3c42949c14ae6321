/**
 * The values of the options of `build`, checked: a wrong one is a usage error, said in the user's
 * language before any work begins.
 */
import { isStandardName, standards, type StandardName } from '../check/pdf/conformance/standards.js';
import { storeNames, type StoreName } from '../check/epub/stores/stores.js';
import { archiveLevels, isArchiveLevel, type ArchiveLevel } from '../document/archive-level.js';
import { fontFormats, type EbookOptions } from '../document/ebook-options.js';
import { isImposition, impositions, mostCreep, type Imposition } from '../document/sheet.js';
import { encodingByName, encodingNames, type EncodingName } from '../document/encoding.js';
import type { PrinterMarks } from '../document/printer.js';
import type { MessageLanguage } from '../diagnostic.js';
import type { Edition } from '../document/publication.js';
import type { BuildOptions } from './build.js';
import type { CheckCommandOptions } from './check.js';
import type { InspectOptions } from './inspect.js';
import type { Environment } from './terminal.js';
import { fill, type Words } from './words.js';

/** The command line was wrong: exit code 2. */
export class UsageError extends Error {}

/** The options as commander gives them. */
export interface GivenOptions {
  readonly output?: string;
  readonly template?: string;
  readonly editions?: string;
  readonly archive?: string;
  readonly printer?: string;
  readonly marks?: string;
  readonly impose?: string;
  readonly creep?: string;
  readonly cover?: string;
  readonly ebookFonts?: string;
  /** False with `--no-ncx`. */
  readonly ncx?: boolean;
  readonly fixedLayout?: boolean;
  readonly strict?: boolean;
  readonly verify?: boolean;
  readonly sheet?: boolean;
  /** Where it was asked for. */
  readonly lang?: MessageLanguage;
  readonly signature?: boolean;
  readonly json?: boolean;
  readonly date?: string;
  readonly encoding?: string;
  readonly allow?: readonly string[];
  /** True without a name. */
  readonly write?: string | true;
  readonly force?: boolean;
  readonly source?: string;
  readonly ink?: string;
  readonly standard?: string;
  readonly store?: string;
  /** False with `--no-verapdf`. */
  readonly verapdf?: boolean;
  /** False with `--no-epubcheck`. */
  readonly epubcheck?: boolean;
}

/** What `check` is asked for. */
export function checkCommandOptions(given: GivenOptions, word: Words): CheckCommandOptions {
  const { json = false, source, allow, ink, printer, standard, store = 'all' } = given;
  const encoding = checkEncoding(given.encoding, word);
  return {
    json,
    stores: checkStoreNames(store, word),
    ...(ink !== undefined && { inkLimit: checkInk(ink, word) }),
    ...(printer !== undefined && { printer }),
    ...(standard !== undefined && { standards: checkStandards(standard, word) }),
    ...(source !== undefined && { source }),
    ...(allow && { allow }),
    ...(encoding && { encoding }),
  };
}

/** What `inspect` is asked for. */
export function inspectOptions(given: GivenOptions, word: Words): InspectOptions {
  const { json = false, write, force = false } = given;
  const encoding = checkEncoding(given.encoding, word);
  const options = { json, ...(encoding && { encoding }) };
  if (write === undefined) return options;
  return { ...options, write: { path: write === true ? undefined : write, force } };
}

/** Checks them; throws a UsageError. */
export function checkOptions(given: GivenOptions, env: Environment, word: Words): BuildOptions {
  const encoding = checkEncoding(given.encoding, word);
  const date = given.date === undefined ? epochDate(env, word) : checkDate('--date', given.date, word);
  return {
    output: given.output ?? 'output',
    json: given.json ?? false,
    publish: {
      strict: given.strict ?? false,
      verify: given.verify ?? false,
      ...(checkArchive('sheet', given, word) && { sheet: given.lang ?? 'own' }),
      ...(checkArchive('signature', given, word) && { signature: true }),
      ...(given.template === undefined ? {} : { template: given.template }),
      ...(given.editions === undefined ? {} : { editions: checkEditions(given.editions, word) }),
      ...(given.archive === undefined ? {} : { archive: checkLevel(given, word) }),
      ...(given.printer === undefined ? {} : { printer: checkPrint('printer', given.printer, given, word) }),
      ...(given.marks === undefined ? {} : { marks: checkMarks(given, word) }),
      ...(given.impose === undefined ? {} : { impose: checkImposition(given, word) }),
      ...(given.creep === undefined ? {} : { creep: checkCreep(given, word) }),
      ...ebookOptions(given, word),
      ...(date === undefined ? {} : { date }),
      ...(encoding === undefined ? {} : { encoding }),
      ...(given.allow === undefined ? {} : { allow: given.allow }),
    },
  };
}

function checkEditions(given: string, word: Words): readonly Edition[] {
  return given
    .split(',')
    .map((name) => name.trim())
    .map((name) => {
      if (name === 'ebook' || name === 'print' || name === 'archive') return name;
      throw new UsageError(fill(word.badEdition, { value: name }));
    });
}

/** What only the archive edition has. */
function checkArchive(option: 'sheet' | 'signature', given: GivenOptions, word: Words): boolean {
  const { [option]: asked = false, editions = 'archive' } = given;
  if (asked && !checkEditions(editions, word).includes('archive'))
    throw new UsageError(fill(word.ofArchive, { value: option }));
  return asked;
}

/** A level of the archive standard, in letters of either case. */
function checkLevel({ archive = '', editions = 'archive' }: GivenOptions, word: Words): ArchiveLevel {
  const level = archive.toLowerCase();
  if (!isArchiveLevel(level))
    throw new UsageError(fill(word.badLevel, { value: archive, known: archiveLevels.join(', ') }));
  if (!checkEditions(editions, word).includes('archive'))
    throw new UsageError(fill(word.ofArchive, { value: 'archive' }));
  return level;
}

/** What only the print edition has; its value. */
function checkPrint(option: string, value: string, given: GivenOptions, word: Words): string {
  if (checkEditions(given.editions ?? 'print', word).includes('print')) return value;
  throw new UsageError(fill(word.ofPrint, { value: option }));
}

/** Marks beside the pages, by their names; `none` leaves them all away. */
function checkMarks(given: GivenOptions, word: Words): PrinterMarks {
  const { marks = 'none' } = given;
  const names = marks === 'none' ? [] : marks.split(',').map((name) => name.trim());
  const wrong = names.find((name) => !['crop', 'cross', 'info'].includes(name));
  if (wrong !== undefined) throw new UsageError(fill(word.badMarks, { value: wrong }));
  checkPrint('marks', marks, given, word);
  const has = (name: string): boolean => names.includes(name);
  return { crop: has('crop'), cross: has('cross'), info: has('info') };
}

/** What only the ebook has. */
function ebookOptions(given: GivenOptions, word: Words): { readonly ebook?: EbookOptions } {
  const { cover, ebookFonts, ncx = true, fixedLayout = false, editions = 'ebook,print' } = given;
  if (cover === undefined && ebookFonts === undefined && ncx && !fixedLayout) return {};
  const fonts = fontFormats.find((format) => format === ebookFonts?.toLowerCase());
  if (ebookFonts !== undefined && fonts === undefined)
    throw new UsageError(fill(word.badEbookFonts, { value: ebookFonts, known: fontFormats.join(', ') }));
  const made = checkEditions(editions, word);
  const first = cover !== undefined ? 'cover' : fonts ? 'ebook-fonts' : ncx ? 'fixed-layout' : 'no-ncx';
  if (!made.includes('ebook')) throw new UsageError(fill(word.ofEbook, { value: first }));
  if (fixedLayout && !made.includes('print'))
    throw new UsageError(fill(word.ofPrint, { value: 'fixed-layout' }));
  const named = { ...(fonts && { fonts }), ...(cover !== undefined && { cover: { path: cover } }) };
  return { ebook: { ...named, ...(!ncx && { ncx }), ...(fixedLayout && { fixedLayout }) } };
}

/** Sheets are made of the print edition. */
function checkImposition({ impose = '', editions = 'print' }: GivenOptions, word: Words): Imposition {
  if (!isImposition(impose))
    throw new UsageError(fill(word.badImposition, { value: impose, known: impositions.join(', ') }));
  if (impose !== 'none' && !checkEditions(editions, word).includes('print'))
    throw new UsageError(fill(word.imposesPrint, { value: impose }));
  return impose;
}

/** Millimetres, with a point or a comma; of sheets, which a manifest may ask for too. */
function checkCreep(given: GivenOptions, word: Words): number {
  const { creep = '', impose } = given;
  const millimetres = /^(\d+(?:[.,]\d+)?)\s*(?:mm)?$/.exec(creep)?.[1]?.replace(',', '.');
  if (millimetres === undefined || Number(millimetres) > mostCreep)
    throw new UsageError(fill(word.badCreep, { value: creep, most: mostCreep }));
  checkPrint('creep', creep, given, word);
  if (impose === 'none') throw new UsageError(word.creepNone);
  return Number(millimetres);
}

/** Names of standards with commas between them, in letters of either case. */
function checkStandards(given: string, word: Words): readonly StandardName[] {
  const names = given.split(',').map((name) => name.trim().toLowerCase());
  const wrong = names.find((name) => !isStandardName(name));
  if (wrong === undefined) return [...new Set(names.filter(isStandardName))];
  throw new UsageError(fill(word.badStandard, { value: wrong, known: Object.keys(standards).join(', ') }));
}

/** Names of stores with commas between them; `all` and `none` are words for it. */
function checkStoreNames(given: string, word: Words): readonly StoreName[] {
  const names = given
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  if (names.length === 1 && names[0] === 'none') return [];
  const known: readonly string[] = [...storeNames, 'all'];
  const wrong = names.find((name) => !known.includes(name));
  if (wrong === undefined) return storeNames.filter((name) => names.includes('all') || names.includes(name));
  if (wrong === 'none') throw new UsageError(word.storeNoneAlone);
  const value = { value: wrong, known: [...known, 'none'].join(', ') };
  throw new UsageError(fill(word.badStore, value));
}

/** Percent of ink: four inks have 400 at most. */
function checkInk(given: string, word: Words): number {
  const percent = /^(\d{1,3})\s*%?$/.exec(given)?.[1];
  if (percent !== undefined && Number(percent) >= 100 && Number(percent) <= 400) return Number(percent);
  throw new UsageError(fill(word.badInk, { value: given }));
}

/** An encoding by its name or a synonym. */
function checkEncoding(given: string | undefined, word: Words): EncodingName | undefined {
  if (given === undefined) return undefined;
  const encoding = encodingByName(given);
  if (encoding !== undefined) return encoding;
  throw new UsageError(fill(word.badEncoding, { value: given, known: encodingNames.join(', ') }));
}

/** A day of the calendar, or such a day with a time in UTC. */
function checkDate(name: string, value: string, word: Words): string {
  const day = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}:\d{2}Z)?$/.exec(value)?.[1];
  const time = Date.parse(value);
  // Date.parse turns 30 February into 1 March.
  if (day !== undefined && !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)) return value;
  throw new UsageError(fill(word.badDate, { name, value }));
}

/** SOURCE_DATE_EPOCH (reproducible-builds.org): seconds since 1970, set by whoever builds packages. */
function epochDate(env: Environment, word: Words): string | undefined {
  const value = env['SOURCE_DATE_EPOCH'];
  if (value === undefined || value === '') return undefined;
  const seconds = /^\d{1,11}$/.test(value) ? Number(value) : Number.NaN;
  if (Number.isNaN(seconds)) throw new UsageError(fill(word.badEpoch, { value }));
  return new Date(seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
}
