/**
 * Pages → PDF. In: finished pages (`PagedDocument`), the publication's description, profiles through
 * the host; out: the bytes of one file, or no file and errors when it could not conform to its standard:
 * `archive` is PDF/A-2a and PDF/UA-1 at once, `print` is PDF/X-4. The same input gives the same bytes.
 */
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import type { PagedDocument } from '../document/page.js';
import type { Metadata } from '../document/publication.js';
import type { Host } from '../host.js';
import { buildStructure } from './build-structure.js';
import type { PdfEdition } from './colour.js';
import { checkConformance, standards, surveyPages } from './conformance.js';
import { WordEncoder } from './encode-words.js';
import { writeFonts } from './fonts.js';
import { GraphicsStates } from './graphics-states.js';
import { writeImages } from './images.js';
import { informationEntries, xmpPacket, type DocumentDescription } from './metadata.js';
import { ProfileStreams, readProfiles, writeOutputIntent, type Profiles } from './output-intent.js';
import { PdfFile } from './pdf-file.js';
import type { PdfReference } from './pdfkit-internals.js';
import { ContentRecorder } from './record-content.js';
import { Raw, reference } from './syntax.js';
import { writeDestinations, writeOutline, writePageLabels } from './write-outline.js';
import { writePages, type WrittenPages } from './write-pages.js';
import { writeStructure } from './write-structure.js';

export interface PdfConfig {
  /** `archive`: PDF/A-2a and PDF/UA-1; `print`: PDF/X-4. */
  readonly edition: PdfEdition;
  readonly metadata: Metadata;
  /** Title of the document; never empty in a file that conforms. */
  readonly title: string;
  /** URN of the publication. */
  readonly identifier: string;
  /** The date the file carries, `YYYY-MM-DDThh:mm:ssZ`. */
  readonly modified: string;
}

/** Writes the PDF of one edition; undefined, with errors, when it cannot conform. */
export async function writePdf(
  paged: PagedDocument,
  config: PdfConfig,
  host: Host,
): Promise<Staged<Uint8Array | undefined>> {
  const { edition } = config;
  const about: DocumentDescription = { ...config, language: paged.language };
  const { tagged } = standards[edition];

  // What the standard forbids is said before anything is written.
  const survey = surveyPages(paged);
  const profiles = readProfiles(edition, host);
  const diagnostics: Diagnostic[] = [...checkConformance(paged, survey, about), ...profiles.diagnostics];
  if (!profiles.value || diagnostics.some(isError)) return { value: undefined, diagnostics };

  const { file, streams, srgb } = beginFile(about, profiles.value);

  // Pictures, then pages: painting gives out character codes and tells what belongs to which element.
  const context = { file, edition, profiles: streams, srgb, intent: profiles.value.intent };
  const images = await writeImages(survey.images.keys(), context);
  diagnostics.push(...images.diagnostics);
  if (diagnostics.some(isError)) return { value: undefined, diagnostics };
  const recorder = tagged ? new ContentRecorder(paged.structure) : undefined;
  const encoder = new WordEncoder();
  const states = new GraphicsStates();
  const resources = file.reserve();
  const paint = { edition, encoder, states, images: images.value, recorder };
  const written = writePages(file, paged, { paint, resources });
  diagnostics.push(...paintingDiagnostics(written, encoder, edition));
  if (diagnostics.some(isError)) return { value: undefined, diagnostics };

  // What navigates, what the pages draw on, and what the file says of itself.
  writeNavigation(file, paged, written, recorder);
  writeResources(file, resources, {
    fonts: writeFonts(file, encoder.slices),
    images: new Map(Array.from(images.value.values(), ({ name, object }) => [name, object])),
    states,
    defaultRgb: edition === 'print' ? srgb : undefined,
  });
  file.catalog['Metadata'] = file.addStream({ Type: 'Metadata', Subtype: 'XML' }, xmpPacket(about), true);
  return { value: file.finish(), diagnostics };
}

/** A file with its header, description and colour profiles: what device colours mean, and sRGB. */
function beginFile(
  about: DocumentDescription,
  profiles: Profiles,
): { readonly file: PdfFile; readonly streams: ProfileStreams; readonly srgb: PdfReference } {
  const { edition, language } = about;
  const file = new PdfFile({
    pdfVersion: standards[edition].pdfVersion,
    displayTitle: true,
    lang: language,
    info: informationEntries(about),
  });
  const streams = new ProfileStreams(file);
  const srgb = streams.of(profiles.srgb);
  writeOutputIntent(file, edition, streams.of(profiles.intent));
  return { file, streams, srgb };
}

/** What only painting finds: links that lead nowhere, characters without a glyph. */
function paintingDiagnostics(pages: WrittenPages, encoder: WordEncoder, edition: PdfEdition): Diagnostic[] {
  return [
    ...Array.from(pages.deadLinks, (id) => diagnostic('PDF-LINK', { id }, { edition })),
    ...Array.from(encoder.missing, ({ text, face }) =>
      diagnostic('PDF-GLYPH', { text, family: face.family }, { edition }),
    ),
  ];
}

/** Structure, bookmarks, destinations and page labels. */
function writeNavigation(
  file: PdfFile,
  paged: PagedDocument,
  { pages, structParents }: WrittenPages,
  recorder: ContentRecorder | undefined,
): void {
  let elements: ReadonlyMap<number, number> = new Map();
  if (recorder) {
    const root = buildStructure(paged.structure, recorder.records);
    elements = writeStructure(file, root, pages, structParents);
    writeDestinations(file, paged.destinations, pages);
  }
  writeOutline(file, paged.outline, pages, elements);
  writePageLabels(file, paged.pages);
}

interface Resources {
  readonly fonts: ReadonlyMap<string, PdfReference>;
  readonly images: ReadonlyMap<string, PdfReference>;
  readonly states: GraphicsStates;
  /** What DeviceRGB means (ISO 32000-1, 8.6.5.6). */
  readonly defaultRgb: PdfReference | undefined;
}

/** One resource dictionary, named by every page itself: it must not be inherited (ISO 19005-2, 6.2.2). */
function writeResources(file: PdfFile, id: number, resources: Resources): void {
  const dictionary = (entries: Iterable<readonly [string, { toString(): string }]>): string =>
    `<<${Array.from(entries, ([name, value]) => `/${name} ${value.toString()}`).join(' ')}>>`;
  const states = Array.from(
    resources.states.resources(),
    ([name, state]) => [name, file.add(state)] as const,
  );
  const { defaultRgb } = resources;
  const parts = [
    `/Font ${dictionary(resources.fonts)}`,
    `/XObject ${dictionary(resources.images)}`,
    `/ExtGState ${dictionary(states)}`,
    defaultRgb
      ? `/ColorSpace ${dictionary([['DefaultRGB', new Raw(`[/ICCBased ${reference(defaultRgb.id)}]`)]])}`
      : '',
  ];
  file.put(id, `<<${parts.join(' ')}>>`);
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}
