/**
 * Colour profiles: the output intent that tells what the device colours of a file mean (ISO 19005-2,
 * 6.2.3; ISO 15930-7), and sRGB for RGB colours in print. In: profiles of the package or of a printer, through
 * the host; out: catalog entries, or a diagnostic when a profile is not what it should be.
 */
import { createHash } from 'node:crypto';
import { diagnostic, type Diagnostic, type Span, type Staged } from '../diagnostic.js';
import type { Printer } from '../document/printer.js';
import type { Host } from '../host.js';
import type { PdfFile } from './pdf-file.js';
import type { PdfTarget } from './pdf-target.js';
import { Separation } from './separate.js';
import type { PdfReference, PdfValue } from './pdfkit-internals.js';

/** What an output intent says beside its profile. */
interface IntentWords {
  readonly subtype: 'GTS_PDFA1' | 'GTS_PDFX';
  readonly condition: string;
  readonly registry?: string;
  readonly info: string;
  readonly paper?: string;
}

const srgbResource = 'icc/sRGB2014.icc';

const archiveIntent: IntentWords = {
  subtype: 'GTS_PDFA1',
  condition: 'sRGB IEC61966-2.1',
  registry: 'http://www.color.org',
  info: 'sRGB IEC61966-2.1',
};

/** The profiles that an edition needs. */
export interface Profiles {
  readonly condition: IntentWords;
  /** Bytes of that of the output intent. */
  readonly intent: Uint8Array;
  readonly srgb: Uint8Array;
}

/** Reads and checks the profiles; undefined, with an error, when one is missing or of another kind. */
export function readProfiles(target: PdfTarget, host: Host): Staged<Profiles | undefined> {
  const { edition } = target;
  const path = host.resource(srgbResource);
  const srgb = readProfile(path, 'RGB ', host);
  const wrong: Diagnostic[] = srgb ? [] : [diagnostic('PDF-PROFILE', { path: srgbResource }, { edition })];
  if (target.edition === 'archive') {
    if (!srgb) return { value: undefined, diagnostics: wrong };
    return { value: { condition: archiveIntent, intent: srgb, srgb }, diagnostics: [] };
  }
  const { profile, span, ...words } = target.printer.intent;
  const intent = readProfile(profile, 'CMYK', host);
  if (!intent) wrong.push(unusable(profile, span));
  else if (!separates(target.printer, intent)) wrong.push(untold(profile, span));
  if (!srgb || !intent || wrong.length > 0) return { value: undefined, diagnostics: wrong };
  return { value: { condition: { ...words, subtype: 'GTS_PDFX' }, intent, srgb }, diagnostics: [] };
}

function unusable(path: string, span: Span): Diagnostic {
  return diagnostic('PRINTER-PROFILE', { path }, { span, edition: 'print' });
}

/** Whether photos can be turned into the inks, where the printer asks for that. */
function separates({ photos }: Printer, intent: Uint8Array): boolean {
  return photos.colours === 'keep' || Separation.by(intent, photos.rendering) !== undefined;
}

function untold(path: string, span: Span): Diagnostic {
  return diagnostic('PRINTER-TABLES', { path }, { span, edition: 'print' });
}

/** Bytes that no profile has. */
const mostBytes = 64 << 20;

/** The bytes of a profile of this colour space; in CMYK it must be a printer's (ISO 15930-7). */
function readProfile(path: string, space: 'RGB ' | 'CMYK', host: Host): Uint8Array | undefined {
  const file = host.read(path, mostBytes);
  if (!file.ok || profileSpace(file.bytes) !== space) return undefined;
  const printers = String.fromCharCode(...file.bytes.subarray(12, 16)) === 'prtr';
  return space === 'RGB ' || printers ? file.bytes : undefined;
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
export function writeOutputIntent(file: PdfFile, words: IntentWords, profile: PdfReference): void {
  const { subtype, condition, registry, info, paper } = words;
  /* oxlint-disable unicorn/new-for-builtins -- `String` objects are text to pdfkit */
  const text = (said: string | undefined): PdfValue => (said === undefined ? undefined : new String(said));
  file.catalog['OutputIntents'] = [
    file.add({
      Type: 'OutputIntent',
      S: subtype,
      OutputConditionIdentifier: text(condition),
      OutputCondition: text(paper),
      RegistryName: text(registry),
      Info: text(info),
      DestOutputProfile: profile,
    }),
  ];
  /* oxlint-enable */
}
