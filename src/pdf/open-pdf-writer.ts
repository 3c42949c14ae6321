/**
 * A PDF that is painted while it is laid out: given the content of each page as soon as it is set, which
 * is all that is kept of it, deflated; ended with the pages and what is known last. Out: the bytes of one
 * file, or no file and errors when it could not conform to its standard. The same input gives the same bytes.
 */
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import type {
  Page,
  PagedDocument,
  PageFrame,
  PageItem,
  PageSink,
  StructureElement,
  StructureId,
} from '../document/page.js';
import type { RecordEntry } from '../document/archive-record.js';
import type { Attachment } from '../document/attachment.js';
import type { Booklet } from '../document/sheet.js';
import type { ImageAsset, Metadata } from '../document/publication.js';
import type { Host } from '../host.js';
import type { PdfEdition } from './colour.js';
import { composeSheet, type FinishedPage } from './compose-sheet.js';
import {
  checkConformance,
  checkSheet,
  fitsMedia,
  standardOf,
  type Standard,
  type Survey,
} from './conformance.js';
import { storedContent, type StoredStream } from './deflate.js';
import { WordEncoder } from './encode-words.js';
import { FileWriter, type DocumentEnd } from './file-writer.js';
import { fontData } from './font-data.js';
import { GraphicsStates } from './graphics-states.js';
import type { StoredPicture } from './images.js';
import type { DocumentDescription } from './metadata.js';
import { readProfiles, type Profiles } from './output-intent.js';
import type { PaintedContent, PaintedPage, PaintedPattern } from './painted.js';
import { PagePainter } from './paint-page.js';
import type { PdfTarget } from './pdf-target.js';
import { pressOf } from './print-picture.js';
import { MixedInks } from './mixed-inks.js';
import { ContentRecorder } from './record-content.js';
import { ShownPictures, spanOf } from './shown-pictures.js';
import { SpotInks } from './spot-inks.js';

/** What the file says of itself. */
export interface PdfDescription {
  readonly metadata: Metadata;
  /** Title of the document; never empty in a file that conforms. */
  readonly title: string;
  /** URN of the publication. */
  readonly identifier: string;
  /** The date the file carries, `YYYY-MM-DDThh:mm:ssZ`. */
  readonly modified: string;
  /** What an archive keeps of the publication. */
  readonly record?: readonly RecordEntry[];
  /** The files that the publication was made from, for a standard that has them (`carriesSources`). */
  readonly attachments?: readonly Attachment[];
}

export interface PdfWriter extends PageSink {
  /** The file will hold those that the publication was made from. */
  readonly carriesSources: boolean;
  /** Paints what is left of the pages and writes the file; no value, with errors, when it cannot conform. */
  finish(document: PagedDocument, about: PdfDescription): Promise<Staged<Uint8Array | undefined>>;
  /** Writes the pages of the file that was finished on sheets, as another file; no value without the first. */
  impose(booklet: Booklet): Promise<Staged<Uint8Array | undefined>>;
}

/** Opens a file for what is to come. */
export function openPdfWriter(target: PdfTarget, host: Host): PdfWriter {
  const { value: profiles, diagnostics } = readProfiles(target, host);
  return new PageByPage(target, profiles, diagnostics);
}

/** What a file was written from, for the sheets of the same pages. */
interface FinishedFile {
  readonly profiles: Profiles;
  readonly pages: readonly FinishedPage[];
  readonly end: DocumentEnd;
  /** With the places in the source, for messages. */
  readonly structure: readonly StructureElement[];
}

class PageByPage implements PdfWriter {
  private readonly encoder = new WordEncoder();
  private readonly states = new GraphicsStates();
  private readonly inks = new SpotInks();
  private readonly mixed = new MixedInks();
  private readonly pictures: ShownPictures;
  /** By what they are: pages that repeat a background share its pattern. */
  private readonly patternNames = new Map<string, string>();
  private readonly patterns = new Map<string, PaintedPattern>();
  private readonly recorder: ContentRecorder | undefined;
  private readonly painter: PagePainter;
  /** Content taken whose page has not come. */
  private readonly taken = new Map<number, PaintedContent<StoredStream>>();
  private count = 0;
  private readonly labels: string[] = [];
  /** Index of the first page that shows something of an element. */
  private readonly firstPages = new Map<StructureId, number>();
  private readonly transparent: { page: string; element: StructureId | undefined }[] = [];
  private forms = 0;
  private readonly misfits: { page: string; width: number; height: number }[] = [];
  /** Where links lead, each with the first of the links. */
  private readonly targets = new Map<string, StructureId>();
  private readonly edition: PdfEdition;
  private readonly standard: Standard;
  private finished: FinishedFile | undefined;
  /** Pictures made ready for the file, and for the sheets of its pages. */
  private readonly stored = new Map<ImageAsset, StoredPicture>();
  readonly carriesSources: boolean;

  constructor(
    private readonly target: PdfTarget,
    /** undefined when the profiles are broken; then there will be no file. */
    private readonly profiles: Profiles | undefined,
    private readonly diagnostics: readonly Diagnostic[],
  ) {
    const { edition } = target;
    this.standard = standardOf(edition, target.edition === 'archive' ? target.level : undefined);
    const { tagged, attachments } = this.standard;
    this.edition = edition;
    this.pictures = new ShownPictures(target);
    this.carriesSources = attachments;
    this.recorder = tagged ? new ContentRecorder() : undefined;
    const { encoder, states, inks, recorder } = this;
    this.painter = new PagePainter({
      edition,
      encoder,
      states,
      inks,
      imageName: (asset) => this.pictures.name(asset),
      patternName: (pattern) => this.patternName(pattern),
      recorder,
    });
  }

  take(items: readonly PageItem[], frame: PageFrame, structure: readonly StructureElement[]): number {
    const number = this.count++;
    this.taken.set(number, storedContent(this.painter.take(items, frame, structure)));
    return number;
  }

  async finish(
    document: PagedDocument,
    { metadata, title, identifier, modified, record = [], attachments = [] }: PdfDescription,
  ): Promise<Staged<Uint8Array | undefined>> {
    const pages = document.pages.map((page) => this.paint(page, document.structure));
    const { authors, description, subjects, publisher, rights, date } = metadata;
    const said = { authors, description, subjects, publisher, rights, date };
    const { target } = this;
    const { language } = document;
    const about = { metadata: defined(said), title, identifier, modified, language, record };
    const diagnostics = [...this.check(document.structure, about), ...this.paintingDiagnostics(document)];
    if (!this.profiles || diagnostics.some(({ severity }) => severity === 'error'))
      return { value: undefined, diagnostics };
    const end = {
      about,
      structure: this.recorder ? document.structure : [],
      outline: document.outline,
      destinations: document.destinations,
      ...this.shared(),
      attachments,
      signature: target.edition === 'archive' && target.signature === true,
    };
    const finished = { profiles: this.profiles, pages, end, structure: document.structure };
    const written = await this.write(this.standard, finished);
    if (written.value) this.finished = finished;
    return { value: written.value, diagnostics: [...diagnostics, ...written.diagnostics] };
  }

  async impose({ sides }: Booklet): Promise<Staged<Uint8Array | undefined>> {
    const { finished, standard } = this;
    if (!finished) return { value: undefined, diagnostics: [] };
    const pages = sides.map((side) => {
      const slug = side.slug && this.painter.paint({ ...side, number: 1, items: [] }, []).slug;
      return { page: composeSheet(side, finished.pages, slug), content: undefined };
    });
    const diagnostics = pages.flatMap(({ page }) => checkSheet(page));
    if (diagnostics.length > 0) return { value: undefined, diagnostics };
    const end = { ...finished.end, ...this.shared(), outline: [], destinations: new Map() };
    return this.write({ ...standard, imposed: true }, { ...finished, pages, end });
  }

  /** What all that was painted so far shows. */
  private shared(): Pick<DocumentEnd, 'fonts' | 'states' | 'inks' | 'patterns'> {
    const { encoder, states, inks, patterns } = this;
    return { fonts: fontData(encoder.slices), states: states.list(), inks: inks.list(), patterns };
  }

  /** Writes a file; none when a picture cannot be written. */
  private async write(
    standard: Standard,
    { profiles, pages, end, structure }: FinishedFile,
  ): Promise<Staged<Uint8Array | undefined>> {
    const { stored } = this;
    const handling = { wanted: this.pictures.wanted, press: pressOf(this.target, profiles), stored };
    const writer = new FileWriter(standard, profiles, handling);
    const diagnostics: Diagnostic[] = [];
    // One after the other: objects are numbered as they come.
    for (const [asset, name, place] of this.pictures.list()) {
      const found = await writer.addImage(name, asset, place);
      const span = spanOf(place.size, structure);
      diagnostics.push(...found.map((said) => (span ? { ...said, span } : said)));
    }
    if (diagnostics.some(({ severity }) => severity === 'error')) return { value: undefined, diagnostics };
    for (const { page, content } of pages) writer.addPage(page, content);
    return { value: writer.finish(end), diagnostics };
  }

  /** What is left of a page, with its content that was taken before. */
  private paint(page: Page, structure: readonly StructureElement[]): FinishedPage {
    const painted = this.painter.paint(page, structure);
    const content = page.taken && this.taken.get(page.taken.content);
    this.survey(painted, content ? [content, painted] : [painted]);
    return { page: painted, content };
  }

  private patternName(pattern: PaintedPattern): string {
    const key = JSON.stringify(pattern);
    let name = this.patternNames.get(key);
    if (name === undefined) {
      name = `P${this.patternNames.size}`;
      this.patternNames.set(key, name);
      this.patterns.set(name, pattern);
    }
    return name;
  }

  /** Notes what is judged when all pages are there. */
  private survey({ media, label }: PaintedPage, contents: readonly PaintedContent<unknown>[]): void {
    const [, , width, height] = media.media;
    if (!fitsMedia(media)) this.misfits.push({ page: label, width, height });
    if (contents.some(({ transparent }) => transparent)) {
      const [element] = contents.flatMap(({ faint }) => faint ?? []);
      this.transparent.push({ page: label, element });
    }
    const index = this.labels.push(label) - 1;
    const shown = (element: StructureId): void => {
      if (!this.firstPages.has(element)) this.firstPages.set(element, index);
    };
    for (const { links, marks, forms, images, mixed } of contents) {
      this.forms += forms.length;
      if (mixed) this.mixed.note(mixed, label);
      for (const [name, place] of images) this.pictures.place(name, place, label);
      for (const { target, element } of links) {
        shown(element);
        if (target.type === 'destination' && !this.targets.has(target.id))
          this.targets.set(target.id, element);
      }
      for (const stream of [{ marks }, ...forms]) stream.marks?.elements.forEach(shown);
    }
  }

  /** What the standard of the edition forbids. */
  private check(structure: readonly StructureElement[], about: DocumentDescription): Diagnostic[] {
    const survey: Survey = {
      faces: this.encoder.faces,
      shown: this.firstPages,
      depth: this.painter.depth,
      objects: this.pictures.count + this.forms,
      transparent: this.transparent,
      misfits: this.misfits,
    };
    const checked = { labels: this.labels, structure, survey, about };
    return [...checkConformance(this.standard, checked), ...this.diagnostics];
  }

  /** Coarse pictures, links that lead nowhere, characters without a glyph. */
  private paintingDiagnostics({ destinations, structure }: PagedDocument): Diagnostic[] {
    const { edition, targets, encoder } = this;
    const dead = [...targets].filter(([id]) => !destinations.has(id));
    return [
      ...this.pictures.tellCoarse(structure),
      ...this.pictures.tellProfiles(structure),
      ...(this.target.edition === 'print' ? this.mixed.tell(this.target.printer) : []),
      ...dead.map(([id, element]) =>
        diagnostic('PDF-LINK', { id }, { edition, span: structure[element]?.span }),
      ),
      ...Array.from(encoder.missing, ({ text, face }) =>
        diagnostic('PDF-GLYPH', { text, family: face.family }, { edition }),
      ),
    ];
  }
}

/** The description without what the source does not give. */
function defined(said: {
  [Key in keyof DocumentDescription['metadata']]: DocumentDescription['metadata'][Key] | undefined;
}): DocumentDescription['metadata'] {
  const given = Object.entries(said).filter(([, value]) => value !== undefined);
  return { authors: [], ...Object.fromEntries(given) };
}
