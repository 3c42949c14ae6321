/**
 * Rules on colour (ISO 19005-1, 6.2.3; 19005-2, 6.2.4): profiles, colours of devices without an output
 * intent that says what they mean, overprinting, inks that are told one way only.
 */
import { PdfDict, PdfName, PdfStream, type PdfObject } from '../../objects.js';
import { isArray, type PdfFile } from '../../open-pdf.js';
import type { PdfContents } from '../../read-pdf.js';
import { contentFacts } from '../content-facts.js';
import { isSpace } from '../content-state.js';
import type { ContentStream } from '../content-streams.js';
import { streamPlace } from '../places.js';
import type { Rule } from '../rule.js';
import type { Part } from '../standards.js';
import { colorUses, type ColorUse } from './color-uses.js';
import { iccHeader, type IccHeader } from './icc-profile.js';
import { outputProfile, outputStream, type OutputProfile } from './output-intents.js';
import { groupOf } from './transparent.js';

/** Numbers of components, by the colour space of a profile. */
const components: Readonly<Record<string, number>> = { GRAY: 1, 'RGB ': 3, 'Lab ': 3, CMYK: 4 };

const sourceClasses = ['prtr', 'mntr', 'scnr', 'spac'];

const iccClauses = { A1: '6.2.3.2', A2: '6.2.4.2', A3: '6.2.4.2', A4: '6.2.4.2' } as const;

const deviceClauses = { A1: '6.2.3.3', A2: '6.2.4.3', A3: '6.2.4.3', A4: '6.2.4.3' } as const;

export const colorRules: readonly Rule[] = [
  {
    code: 'PDFA-ICC-HEADER',
    clauses: iccClauses,
    find: (contents, { part }) =>
      profiles(contents, (header) => {
        const { version = 9, deviceClass = '', space = '' } = header ?? {};
        const sound = sourceClasses.includes(deviceClass) && components[space] !== undefined;
        return !sound || version >= (part === 'A1' ? 3 : 5);
      }),
  },
  {
    code: 'PDFA-ICC-COMPONENTS',
    clauses: iccClauses,
    *find(contents, { part }) {
      const { file } = contents;
      const isWrong = (header: IccHeader | undefined, { dict }: PdfStream): boolean =>
        file.number(dict.raw('N')) !== components[header?.space ?? ''];
      // Part 1 has the rule for all profiles, later ones for those of colour spaces.
      const output = part === 'A1' ? outputStream(file, file.catalog) : undefined;
      if (output && isWrong(iccHeader(file, output), output)) yield { place: 'OutputIntents' };
      yield* profiles(contents, isWrong);
    },
  },
  {
    code: 'PDFA-OVERPRINT',
    clauses: { A2: '6.2.4.2', A3: '6.2.4.2', A4: '6.2.4.2' },
    *find(contents) {
      for (const [space, stream] of contentFacts(contents).graphics.overprinted) {
        const profile = isSpace(space, 'ICCBased') ? contents.file.stream(space[1] ?? null) : undefined;
        if (profile && contents.file.number(profile.dict.raw('N')) === 4)
          yield { place: streamPlace(stream) };
      }
    },
  },
  {
    code: 'PDFA-ICC-REPEATED',
    clauses: { A4: '6.2.4.2' },
    find: (contents) => repeatedProfiles(contents),
  },
  {
    code: 'PDFA-DEVICE-COLOR',
    clauses: deviceClauses,
    *find(contents, { part }) {
      const said = new Set<string>();
      for (const use of colorUses(contents)) {
        if (use.type !== 'device' || isMeant(contents.file, use, part)) continue;
        const value = { space: use.name, place: streamPlace(use.stream) };
        if (!said.has(`${value.space} ${value.place}`)) yield value;
        said.add(`${value.space} ${value.place}`);
      }
    },
  },
];

/** Profiles of ICCBased spaces and of the output intent that are not as they have to be. */
function* profiles(
  contents: PdfContents,
  isWrong: (header: IccHeader | undefined, stream: PdfStream) => boolean,
): Generator<{ readonly place: string }> {
  const { file } = contents;
  const seen = new Set<PdfStream>();
  for (const use of colorUses(contents)) {
    if (use.type !== 'icc' || seen.has(use.profile)) continue;
    seen.add(use.profile);
    if (isWrong(iccHeader(file, use.profile), use.profile)) yield { place: streamPlace(use.stream) };
  }
}

const outputSpaces = { DeviceRGB: 'RGB ', DeviceCMYK: 'CMYK' } as const;

/** True when the output intent, or the blending space at part 4, says what a colour of a device is. */
function isMeant(file: PdfFile, use: Extract<ColorUse, { type: 'device' }>, part: Part): boolean {
  const output = outputProfile(file, part === 'A4' ? use.stream.page : undefined)?.space;
  if (use.name === 'DeviceGray') return output !== undefined;
  const asked = outputSpaces[use.name];
  return output === asked || (part === 'A4' && blendingSpace(file, use.stream) === asked);
}

/** The blending space around a stream, as the name of the space of a profile; undefined for those of devices. */
function blendingSpace(file: PdfFile, stream: ContentStream): string | undefined {
  const space = groupSpace(file, stream);
  if (isSpace(space, 'CalRGB')) return 'RGB ';
  const profile = isSpace(space, 'ICCBased') ? file.stream(space[1] ?? null) : undefined;
  return profile && iccHeader(file, profile)?.space;
}

/**
 * The blending space around a stream: that of the page, unless a group in between is isolated, for others
 * take over what is around them (11.4.7).
 */
function groupSpace(file: PdfFile, stream: ContentStream): PdfObject {
  for (let at: ContentStream | undefined = stream; at; at = at.outer) {
    const group = groupOf(file, at.dict);
    const space = file.resolve(group?.raw('CS') ?? null);
    if (space !== null && file.resolve(group?.raw('I') ?? null) === true) return space;
  }
  return file.resolve(groupOf(file, stream.page.dict)?.raw('CS') ?? null);
}

/** CMYK profiles that are the one of the output intent or the blending space once more. */
function* repeatedProfiles(contents: PdfContents): Generator<{ readonly place: string }> {
  const { file } = contents;
  for (const use of colorUses(contents)) {
    if (use.type !== 'icc' || use.group) continue;
    const header = iccHeader(file, use.profile);
    if (header?.space !== 'CMYK') continue;
    const group = groupSpace(file, use.stream);
    const blending = isSpace(group, 'ICCBased') ? file.stream(group[1] ?? null) : undefined;
    const output: OutputProfile | undefined = outputProfile(file, use.stream.page);
    const others = [output?.id, blending && iccHeader(file, blending)?.id];
    if (others.includes(header.id)) yield { place: streamPlace(use.stream) };
  }
}

const inkClauses = { A2: '6.2.4.4', A3: '6.2.4.4', A4: '6.2.4.4' } as const;

export const inkRules: readonly Rule[] = [
  {
    code: 'PDFA-COLORANTS',
    clauses: inkClauses,
    *find(contents) {
      for (const use of colorUses(contents)) {
        if (use.type !== 'deviceN') continue;
        const ink = unlistedInk(contents.file, use.space);
        if (ink !== undefined) yield { ink, place: streamPlace(use.stream) };
      }
    },
  },
  {
    code: 'PDFA-SEPARATIONS-DIFFER',
    clauses: inkClauses,
    *find(contents) {
      const { file } = contents;
      const first = new Map<string, readonly PdfObject[]>();
      for (const use of colorUses(contents)) {
        if (use.type !== 'separation') continue;
        const ink = file.nameOf(use.space[1] ?? null) ?? '';
        const before = first.get(ink);
        if (!before) first.set(ink, use.space);
        else if (![2, 3].every((i) => isSame(file, before[i] ?? null, use.space[i] ?? null))) {
          yield { ink, place: streamPlace(use.stream) };
        }
      }
    },
  },
];

const processInks = ['Cyan', 'Magenta', 'Yellow', 'Black', 'None'];

/** An ink of a DeviceN space that its Colorants do not tell (8.6.6.5). */
function unlistedInk(file: PdfFile, space: readonly PdfObject[]): string | undefined {
  const attributes = file.dict(space[4] ?? null);
  const colorants = file.dict(attributes?.raw('Colorants') ?? null);
  const inProcess =
    file.array(file.dict(attributes?.raw('Process') ?? null)?.raw('Components') ?? null) ?? [];
  const known = [
    ...processInks,
    ...(colorants?.entries.keys() ?? []),
    ...inProcess.map((one) => file.nameOf(one)),
  ];
  const inks = (file.array(space[1] ?? null) ?? []).map((one) => file.nameOf(one) ?? '');
  return inks.find((ink) => !known.includes(ink));
}

const maxDepth = 32;

/** True for objects that are written alike, references followed, encodings of streams undone. */
function isSame(file: PdfFile, a: PdfObject, b: PdfObject, depth = 0): boolean {
  const [one, other] = [file.resolve(a), file.resolve(b)];
  if (one === other || depth > maxDepth) return true;
  if (one instanceof PdfStream && other instanceof PdfStream) {
    const [x, y] = [file.decode(one), file.decode(other)];
    return (
      x !== undefined &&
      y !== undefined &&
      Buffer.compare(x, y) === 0 &&
      sameDicts(file, one.dict, other.dict, depth)
    );
  }
  if (one instanceof PdfDict && other instanceof PdfDict) return sameDicts(file, one, other, depth);
  if (isArray(one) && isArray(other)) {
    return (
      one.length === other.length && one.every((item, i) => isSame(file, item, other[i] ?? null, depth + 1))
    );
  }
  if (one instanceof PdfName && other instanceof PdfName) return one.value === other.value;
  return typeof one === 'object' &&
    one !== null &&
    'bytes' in one &&
    typeof other === 'object' &&
    other !== null &&
    'bytes' in other
    ? Buffer.compare(one.bytes, other.bytes) === 0
    : false;
}

const encoding = ['Length', 'Filter', 'DecodeParms'];

function sameDicts(file: PdfFile, one: PdfDict, other: PdfDict, depth: number): boolean {
  const keys = [...new Set([...one.entries.keys(), ...other.entries.keys()])];
  return keys.every((key) => encoding.includes(key) || isSame(file, one.raw(key), other.raw(key), depth + 1));
}
