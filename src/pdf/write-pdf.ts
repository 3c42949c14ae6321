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
import { readProfiles, writeOutputIntent, writeProfile } from './output-intent.js';
import { PdfFile } from './pdf-file.js';
import type { PdfReference } from './pdfkit-internals.js';
import { ContentRecorder } from './record-content.js';
import { Raw, reference } from './syntax.js';
import { writeDestinations, writeOutline, writePageLabels } from './write-outline.js';
import { writePages } from './write-pages.js';
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
  const survey = surveyPages(paged);
  const profiles = readProfiles(edition, host);
  const diagnostics: Diagnostic[] = [...checkConformance(paged, survey, about), ...profiles.diagnostics];
  if (!profiles.value || diagnostics.some(isError)) return { value: undefined, diagnostics };

  const { pdfVersion, tagged } = standards[edition];
  const file = new PdfFile({
    pdfVersion,
    displayTitle: true,
    lang: paged.language,
    info: informationEntries(about),
  });

  // Colour: what device colours mean, and sRGB for RGB in print.
  const srgb = writeProfile(file, profiles.value.srgb);
  const intent = edition === 'archive' ? srgb : writeProfile(file, profiles.value.intent);
  writeOutputIntent(file, edition, intent);

  // Pictures, then pages: painting gives out character codes and tells what belongs to which element.
  const images = await writeImages(survey.images.keys(), {
    file,
    edition,
    srgb,
    intent: profiles.value.intent,
  });
  diagnostics.push(...images.diagnostics);
  if (diagnostics.some(isError)) return { value: undefined, diagnostics };
  const recorder = tagged ? new ContentRecorder(paged.structure) : undefined;
  const encoder = new WordEncoder();
  const states = new GraphicsStates();
  const resources = file.reserve();
  const painted = writePages(file, paged, {
    paint: { edition, encoder, states, images: images.value, recorder },
    resources,
  });
  for (const id of painted.deadLinks) diagnostics.push(diagnostic('PDF-LINK', { id }, { edition }));
  for (const { text, face } of encoder.missing) {
    diagnostics.push(diagnostic('PDF-GLYPH', { text, family: face.family }, { edition }));
  }
  if (diagnostics.some(isError)) return { value: undefined, diagnostics };

  // What navigates: structure, bookmarks, destinations, labels.
  const elements = recorder
    ? writeStructure(
        file,
        buildStructure(paged.structure, recorder.records),
        painted.pages,
        painted.structParents,
      )
    : new Map<number, number>();
  writeOutline(file, paged.outline, painted.pages, elements);
  if (tagged) writeDestinations(file, paged.destinations, painted.pages);
  writePageLabels(file, paged.pages);

  // What pages draw on, and what the file says of itself.
  writeResources(file, resources, {
    fonts: writeFonts(file, encoder.slices),
    images: new Map(Array.from(images.value.values(), ({ name, object }) => [name, object])),
    states,
    defaultRgb: edition === 'print' ? srgb : undefined,
  });
  file.catalog['Metadata'] = file.addStream({ Type: 'Metadata', Subtype: 'XML' }, xmpPacket(about), true);
  return { value: file.finish(), diagnostics };
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
