/**
 * Writes the file of one edition from painted pages. In: pictures, then pages in order, then what is known
 * at the end; out: the bytes, which depend on nothing else, times least of all.
 */
import { diagnostic, type Diagnostic } from '../diagnostic.js';
import type { Attachment } from '../document/attachment.js';
import type { Bookmark, Destination, StructureElement } from '../document/page.js';
import type { ImageAsset } from '../document/publication.js';
import type { SpotInk } from '../document/style.js';
import { writeAttachments } from './attachments.js';
import { buildStructure } from './build-structure.js';
import type { Standard } from './conformance.js';
import type { StoredStream } from './deflate.js';
import { Destinations } from './destinations.js';
import type { FontSliceData } from './font-data.js';
import { writeFonts } from './fonts.js';
import { stateDictionaries, type StateParameters } from './graphics-states.js';
import { writeImage, type ImageContext, type WrittenImage, type PicturePlace } from './images.js';
import { informationEntries, xmpPacket, type DocumentDescription } from './metadata.js';
import { ProfileStreams, writeOutputIntent, type Profiles } from './output-intent.js';
import { PdfFile } from './pdf-file.js';
import type { PdfReference } from './pdfkit-internals.js';
import { registration, spotSpace } from './spot-inks.js';
import { reference } from './syntax.js';
import { writeOutline, writePageLabels } from './write-outline.js';
import { PageWriter } from './write-pages.js';
import { writeStructure } from './write-structure.js';
import { signatureElement, writeSignature, type SignatureField } from './write-signature.js';
import { writePatterns } from './write-patterns.js';
import type { PaintedContent, PaintedPage, PaintedPattern } from './painted.js';

/** What is known when all pages are painted. */
export interface DocumentEnd {
  readonly about: DocumentDescription;
  readonly structure: readonly StructureElement[];
  readonly outline: readonly Bookmark[];
  readonly destinations: ReadonlyMap<string, Destination>;
  readonly fonts: readonly FontSliceData[];
  readonly states: readonly (readonly [name: string, state: StateParameters])[];
  /** Spot colours, in print. */
  readonly inks: readonly SpotInk[];
  /** By resource name. */
  readonly patterns: ReadonlyMap<string, PaintedPattern>;
  readonly attachments: readonly Attachment[];
  /** A field is kept for a signature. */
  readonly signature: boolean;
}

/** Sheets are printed at full size, on both sides, and turned over like the pages of a book (12.2). */
const sheetPreferences = { PrintScaling: 'None', Duplex: 'DuplexFlipShortEdge' };

/** How a file has pictures. */
export type PictureHandling = Pick<ImageContext, 'wanted' | 'press' | 'stored'>;

export class FileWriter {
  private readonly file: PdfFile;
  private readonly profiles: ProfileStreams;
  private readonly srgb: PdfReference;
  private readonly resources: number;
  private readonly pages: PageWriter;
  private readonly images = new Map<string, WrittenImage>();

  constructor(
    private readonly standard: Standard,
    private readonly given: Profiles,
    private readonly pictures: PictureHandling,
  ) {
    this.file = new PdfFile(standard);
    this.profiles = new ProfileStreams(this.file);
    this.srgb = this.profiles.of(given.srgb);
    writeOutputIntent(this.file, given.condition, this.profiles.of(given.intent));
    this.resources = this.file.reserve();
    this.pages = new PageWriter(this.file, standard, this.resources);
  }

  /** Writes a picture under its resource name, for its largest place; what is wrong with it. */
  async addImage(name: string, asset: ImageAsset, place: PicturePlace): Promise<readonly Diagnostic[]> {
    const { file, standard, profiles, srgb } = this;
    const { edition, iccVersion } = standard;
    const context = {
      file,
      edition,
      iccVersion,
      profiles,
      srgb,
      intent: this.given.intent,
      ...this.pictures,
    };
    const { value, diagnostics } = await writeImage(asset, place, context);
    if (value?.transparent && !standard.transparency) {
      const values = { path: asset.path, page: place.page };
      return [...diagnostics, diagnostic('PDF-SOFT-MASK', values, { edition })];
    }
    if (value) this.images.set(name, value);
    return diagnostics;
  }

  /** Writes the next page. `taken` is content of it that was painted before. */
  addPage(page: PaintedPage, taken: PaintedContent<StoredStream> | undefined): void {
    this.pages.add(page, taken);
  }

  /** Writes what navigates, what the pages draw on, and what the file says of itself. */
  finish(end: DocumentEnd): Uint8Array {
    const { file, images, standard } = this;
    const shining = [...images].filter(([, { transparent }]) => transparent).map(([name]) => name);
    const field = end.signature ? this.pages.reserveField() : undefined;
    this.pages.finish(end.destinations, new Set(shining));
    this.writeNavigation(end, field);
    if (field) writeSignature(file, field, end.about.language);
    this.writeResources(end);
    if (standard.imposed) Object.assign(file.viewerPreferences, sheetPreferences);
    if (standard.attachments) writeAttachments(file, end.attachments, end.about.modified);
    file.describe(end.about.language, informationEntries({ ...end.about, standard }));
    const packet = xmpPacket({ ...end.about, standard });
    file.catalog['Metadata'] = file.addStream({ Type: 'Metadata', Subtype: 'XML' }, packet, true);
    return file.finish();
  }

  /** Structure, links, bookmarks, destinations and page labels. */
  private writeNavigation(end: DocumentEnd, field: SignatureField | undefined): void {
    const { file, standard } = this;
    const { pages, records, keys } = this.pages;
    const { structure } = end;
    const { tagged, namespaces } = standard;
    const last = field ? [signatureElement(field)] : [];
    const root = tagged ? buildStructure(structure, records, standard, last) : undefined;
    const elements = root ? writeStructure(file, root, { pages, keys, namespaces }) : [];
    const destinations = new Destinations({ pages, elements, structure }, namespaces);
    if (tagged) destinations.write(file, end.destinations);
    this.pages.writeLinks(destinations);
    writeOutline(file, end.outline, destinations);
    const labels = pages.map(({ label }) => label);
    writePageLabels(file, labels);
  }

  /** One resource dictionary, named by every page itself: it must not be inherited (ISO 19005-2, 6.2.2). */
  private writeResources(end: DocumentEnd): void {
    const { file, srgb } = this;
    const dictionary = (entries: Iterable<readonly [string, { toString(): string }]>): string =>
      `<<${Array.from(entries, ([name, value]) => `/${name} ${value.toString()}`).join(' ')}>>`;
    const objects = [
      ...Array.from(this.images, ([name, { object }]) => [name, object] as const),
      ...this.pages.forms,
    ];
    const states = stateDictionaries(end.states);
    const parts = [
      `/Font ${dictionary(writeFonts(file, end.fonts, this.standard.cidSets))}`,
      `/XObject ${dictionary(objects)}`,
      `/ExtGState ${dictionary(Array.from(states, ([name, state]) => [name, file.add(state)] as const))}`,
    ];
    if (end.patterns.size > 0) {
      const objectOf = (image: string): PdfReference | undefined => this.images.get(image)?.object;
      parts.push(`/Pattern ${dictionary(writePatterns(file, end.patterns, objectOf))}`);
    }
    // What DeviceRGB means in print (ISO 32000-1, 8.6.5.6).
    if (this.standard.edition === 'print') {
      const marked = this.pages.pages.some(({ media }) => media.marks);
      const inks = marked ? [...end.inks, registration] : end.inks;
      const spaces = inks.map((ink) => spotSpace(ink).join(' '));
      parts.push(`/ColorSpace <<${[`/DefaultRGB [/ICCBased ${reference(srgb.id)}]`, ...spaces].join(' ')}>>`);
    }
    file.put(this.resources, `<<${parts.join(' ')}>>`);
  }
}
