/**
 * Colour profiles: the output intent that tells what the device colours of a file mean (ISO 19005-2,
 * 6.2.3; ISO 15930-7), and sRGB for RGB colours in print. In: profiles of the package or of a printer, through
 * the host; out: catalog entries, or a diagnostic when a profile is not what it should be.
 */
import { createHash } from 'node:crypto';
import { diagnostic, type Diagnostic, type Span, type Staged } from '../diagnostic.js';
import { isWhole, profileSpace } from '../document/inspect-profile.js';
import type { Printer } from '../document/printer.js';
import { mostProfileBytes, readPrintingProfile } from '../document/printing-profile.js';
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
  const srgb = readSrgb(host);
  const wrong: Diagnostic[] = srgb ? [] : [diagnostic('PDF-PROFILE', { path: srgbResource }, { edition })];
  if (target.edition === 'archive') {
    if (!srgb) return { value: undefined, diagnostics: wrong };
    return { value: { condition: archiveIntent, intent: srgb, srgb }, diagnostics: [] };
  }
  const { profile, span, ...words } = target.printer.intent;
  const { value: intent, diagnostics } = readPrintingProfile(target.printer.intent, host);
  wrong.push(...diagnostics);
  if (intent && !separates(target.printer, intent)) wrong.push(untold(profile, span));
  if (!srgb || !intent || wrong.length > 0) return { value: undefined, diagnostics: wrong };
  return { value: { condition: { ...words, subtype: 'GTS_PDFX' }, intent, srgb }, diagnostics: [] };
}

/** Whether photos can be turned into the inks, where the printer asks for that. */
function separates({ photos }: Printer, intent: Uint8Array): boolean {
  return photos.colours === 'keep' || Separation.by(intent, photos.rendering) !== undefined;
}

function untold(path: string, span: Span): Diagnostic {
  return diagnostic('PRINTER-TABLES', { path }, { span, edition: 'print' });
}

/** The bytes of sRGB, as the package has it. */
function readSrgb(host: Host): Uint8Array | undefined {
  const file = host.read(host.resource(srgbResource), mostProfileBytes);
  if (!file.ok || profileSpace(file.bytes) !== 'RGB ') return undefined;
  return isWhole(file.bytes) ? file.bytes : undefined;
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
