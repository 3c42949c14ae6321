/**
 * Colour profiles: the output intent that tells what the device colours of a file mean (ISO 19005-2,
 * 6.2.3; ISO 15930-7), and sRGB for RGB colours in print. In: profiles of the package through
 * the host; out: catalog entries, or a diagnostic when a profile is not what it should be.
 */
import { createHash } from 'node:crypto';
import { diagnostic, type Staged } from '../diagnostic.js';
import type { Host } from '../host.js';
import type { PdfEdition } from './colour.js';
import type { PdfFile } from './pdf-file.js';
import type { PdfReference } from './pdfkit-internals.js';

interface Intent {
  /** Name of the profile among the package's resources. */
  readonly resource: string;
  readonly subtype: 'GTS_PDFA1' | 'GTS_PDFX';
  readonly identifier: string;
  readonly info: string;
  readonly condition?: string;
}

const srgbResource = 'icc/sRGB2014.icc';
const iccRegistry = 'http://www.color.org';

const intents: Readonly<Record<PdfEdition, Intent>> = {
  archive: {
    resource: srgbResource,
    subtype: 'GTS_PDFA1',
    identifier: 'sRGB IEC61966-2.1',
    info: 'sRGB IEC61966-2.1',
  },
  // The printing condition named in the ICC characterization data registry.
  print: {
    resource: 'icc/FOGRA39L_coated.icc',
    subtype: 'GTS_PDFX',
    identifier: 'FOGRA39',
    info: 'Coated FOGRA39 (ISO 12647-2:2004)',
    condition: 'Offset printing on coated paper, type 1 or 2',
  },
};

/** Bytes of the profiles that an edition needs. */
export interface Profiles {
  readonly intent: Uint8Array;
  readonly srgb: Uint8Array;
}

/** Reads and checks the profiles; undefined, with an error, when one is missing or of another kind. */
export function readProfiles(edition: PdfEdition, host: Host): Staged<Profiles | undefined> {
  const expected = [
    { resource: intents[edition].resource, space: edition === 'print' ? 'CMYK' : 'RGB ' },
    { resource: srgbResource, space: 'RGB ' },
  ];
  const found = expected.map(({ resource, space }) => {
    const file = host.read(host.resource(resource));
    return { resource, bytes: file.ok && profileSpace(file.bytes) === space ? file.bytes : undefined };
  });
  const [intent, srgb] = found;
  if (intent?.bytes && srgb?.bytes) {
    return { value: { intent: intent.bytes, srgb: srgb.bytes }, diagnostics: [] };
  }
  const broken = new Set(found.flatMap(({ resource, bytes }) => (bytes ? [] : [resource])));
  return {
    value: undefined,
    diagnostics: [...broken].map((path) => diagnostic('PDF-PROFILE', { path }, { edition })),
  };
}

/** Colour space of an ICC profile of version 2 or 4 (ICC.1, header), or undefined when it is none. */
export function profileSpace(profile: Uint8Array): 'GRAY' | 'RGB ' | 'CMYK' | undefined {
  const signature = (at: number): string => String.fromCharCode(...profile.subarray(at, at + 4));
  if (profile.length < 128 || signature(36) !== 'acsp' || (profile[8] ?? 0) > 4) return undefined;
  if (!['mntr', 'prtr', 'scnr', 'spac'].includes(signature(12))) return undefined;
  return (['GRAY', 'RGB ', 'CMYK'] as const).find((space) => space === signature(16));
}

/** The ICC profile streams of a file: each profile once, however many pictures carry it. */
export class ProfileStreams {
  /** By the hash of the profile's bytes. */
  readonly #written = new Map<string, PdfReference>();

  constructor(private readonly file: PdfFile) {}

  /** The stream of a profile, with its number of components; written when first asked for. */
  of(profile: Uint8Array): PdfReference {
    const hash = createHash('sha256').update(profile).digest('hex');
    const known = this.#written.get(hash);
    if (known) return known;
    const components = { GRAY: 1, 'RGB ': 3, CMYK: 4 }[profileSpace(profile) ?? 'RGB '];
    const stream = this.file.addStream({ N: components }, profile);
    this.#written.set(hash, stream);
    return stream;
  }
}

/** Writes the output intent into the catalog. */
export function writeOutputIntent(file: PdfFile, edition: PdfEdition, profile: PdfReference): void {
  const { subtype, identifier, info, condition } = intents[edition];
  /* oxlint-disable unicorn/new-for-builtins -- `String` objects are text to pdfkit */
  file.catalog['OutputIntents'] = [
    file.add({
      Type: 'OutputIntent',
      S: subtype,
      OutputConditionIdentifier: new String(identifier),
      OutputCondition: condition === undefined ? undefined : new String(condition),
      RegistryName: new String(iccRegistry),
      Info: new String(info),
      DestOutputProfile: profile,
    }),
  ];
  /* oxlint-enable */
}
