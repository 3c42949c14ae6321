/**
 * Writes the file of one edition from painted pages; the same code in a thread of its own
 * (`writer-worker.ts`) and in that of layout. In: a job, pictures and pages in order, then what is known
 * at the end (`writer-messages.ts`); out: the bytes, which depend on nothing else, times least of all.
 */
import type { Diagnostic } from '../diagnostic.js';
import type { ImageAsset } from '../document/publication.js';
import { buildStructure } from './build-structure.js';
import { standards } from './conformance.js';
import { writeFonts } from './fonts.js';
import { stateDictionaries } from './graphics-states.js';
import { writeImage, type WrittenImage } from './images.js';
import { informationEntries, xmpPacket } from './metadata.js';
import { ProfileStreams, writeOutputIntent } from './output-intent.js';
import { PdfFile } from './pdf-file.js';
import type { PdfReference } from './pdfkit-internals.js';
import { spotSpace } from './spot-inks.js';
import { reference } from './syntax.js';
import { writeDestinations, writeOutline, writePageLabels } from './write-outline.js';
import { PageWriter } from './write-pages.js';
import { writeStructure } from './write-structure.js';
import { writePatterns } from './write-patterns.js';
import type { DocumentEnd, PaintedPattern, WriterEvent, WriterJob, WrittenFile } from './writer-messages.js';

export class FileWriter {
  private readonly file: PdfFile;
  private readonly profiles: ProfileStreams;
  private readonly srgb: PdfReference;
  private readonly resources: number;
  private readonly pages: PageWriter;
  private readonly images = new Map<string, WrittenImage>();
  private readonly patterns = new Map<string, PaintedPattern>();
  private readonly diagnostics: Diagnostic[] = [];

  constructor(private readonly job: WriterJob) {
    const { edition, profiles } = job;
    this.file = new PdfFile(standards[edition].pdfVersion);
    this.profiles = new ProfileStreams(this.file);
    this.srgb = this.profiles.of(profiles.srgb);
    writeOutputIntent(this.file, edition, this.profiles.of(profiles.intent));
    this.resources = this.file.reserve();
    this.pages = new PageWriter(this.file, edition, this.resources);
  }

  /** Writes pictures, content and pages, in the order given. One call must end before the next begins. */
  async take(events: readonly WriterEvent[]): Promise<void> {
    for (const event of events) {
      if (event.type === 'content') this.pages.take(event.number, event.content);
      else if (event.type === 'page') this.pages.add(event.page);
      else if (event.type === 'pattern') this.patterns.set(event.name, event.pattern);
      else await this.takeImage(event.asset, event.name);
    }
  }

  private async takeImage(asset: ImageAsset, name: string): Promise<void> {
    const { file, profiles, srgb } = this;
    const { edition, profiles: given } = this.job;
    const context = { file, edition, profiles, srgb, intent: given.intent };
    const written = await writeImage(asset, context);
    this.diagnostics.push(...written.diagnostics);
    if (written.value) this.images.set(name, written.value);
  }

  /** Writes what navigates, what the pages draw on, and what the file says of itself. */
  finish(end: DocumentEnd): WrittenFile {
    const { file, images, diagnostics } = this;
    if (diagnostics.length > 0) return { bytes: undefined, diagnostics };
    const { edition } = this.job;
    const shining = [...images].filter(([, { transparent }]) => transparent).map(([name]) => name);
    this.pages.finish(end.destinations, new Set(shining));
    this.writeNavigation(end);
    this.writeResources(end);
    file.describe(end.about.language, informationEntries({ ...end.about, edition }));
    const packet = xmpPacket({ ...end.about, edition });
    file.catalog['Metadata'] = file.addStream({ Type: 'Metadata', Subtype: 'XML' }, packet, true);
    return { bytes: file.finish(), diagnostics };
  }

  /** Structure, bookmarks, destinations and page labels. */
  private writeNavigation(end: DocumentEnd): void {
    const { file } = this;
    const { pages, records, keys } = this.pages;
    let elements: ReadonlyMap<number, number> = new Map();
    if (standards[this.job.edition].tagged) {
      elements = writeStructure(file, buildStructure(end.structure, records), pages, keys);
      writeDestinations(file, end.destinations, pages);
    }
    writeOutline(file, end.outline, pages, elements);
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
      `/Font ${dictionary(writeFonts(file, end.fonts))}`,
      `/XObject ${dictionary(objects)}`,
      `/ExtGState ${dictionary(Array.from(states, ([name, state]) => [name, file.add(state)] as const))}`,
    ];
    if (this.patterns.size > 0) {
      const objectOf = (image: string): PdfReference | undefined => this.images.get(image)?.object;
      parts.push(`/Pattern ${dictionary(writePatterns(file, this.patterns, objectOf))}`);
    }
    // What DeviceRGB means in print (ISO 32000-1, 8.6.5.6).
    if (this.job.edition === 'print') {
      const spaces = end.inks.map((ink) => spotSpace(ink).join(' '));
      parts.push(`/ColorSpace <<${[`/DefaultRGB [/ICCBased ${reference(srgb.id)}]`, ...spaces].join(' ')}>>`);
    }
    file.put(this.resources, `<<${parts.join(' ')}>>`);
  }
}
