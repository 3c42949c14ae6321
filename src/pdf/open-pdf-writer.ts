/**
 * A PDF that is written while it is laid out: opened before there is anything to write, so that the
 * thread that writes the file is warm when the first content comes; given the content of each page as soon
 * as it is set; ended with the pages and what is known last. Out: the bytes of one file, or no file and
 * errors when it could not conform to its standard. The bytes depend on what was given, never on when.
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
import type { ImageAsset, Metadata } from '../document/publication.js';
import type { Host } from '../host.js';
import type { PdfEdition } from './colour.js';
import { checkConformance, fitsMedia, standards, type Survey } from './conformance.js';
import { WordEncoder } from './encode-words.js';
import { fontData } from './font-data.js';
import { GraphicsStates } from './graphics-states.js';
import type { DocumentDescription } from './metadata.js';
import { readProfiles } from './output-intent.js';
import { ownBytes } from './own-bytes.js';
import { packStructure } from './pack-structure.js';
import { PagePainter } from './paint-page.js';
import { ContentRecorder } from './record-content.js';
import { SpotInks } from './spot-inks.js';
import { openChannel, type WriterChannel } from './writer-thread.js';
import type { PaintedContent, PaintedPage, PaintedPattern, WriterEvent } from './writer-messages.js';

export interface PdfWriterConfig {
  /** `archive`: PDF/A-2a and PDF/UA-1; `print`: PDF/X-4. */
  readonly edition: PdfEdition;
  /** Where the file is put together; a thread of its own takes some time to start. */
  readonly thread: 'own' | 'same';
}

/** What the file says of itself. */
export interface PdfDescription {
  readonly metadata: Metadata;
  /** Title of the document; never empty in a file that conforms. */
  readonly title: string;
  /** URN of the publication. */
  readonly identifier: string;
  /** The date the file carries, `YYYY-MM-DDThh:mm:ssZ`. */
  readonly modified: string;
}

export interface PdfWriter extends PageSink {
  /** Writes the pages and ends the file; no value, with errors, when it cannot conform. */
  finish(document: PagedDocument, about: PdfDescription): Promise<Staged<Uint8Array | undefined>>;
  /** Gives the file up: for a document that comes to nothing. Does no harm after `finish`. */
  close(): void;
}

/** Opens a file for what is to come. */
export function openPdfWriter(config: PdfWriterConfig, host: Host): PdfWriter {
  const { edition, thread } = config;
  const { value: profiles, diagnostics } = readProfiles(edition, host);
  const channel =
    profiles &&
    openChannel(
      { edition, profiles: { intent: ownBytes(profiles.intent), srgb: ownBytes(profiles.srgb) } },
      thread,
    );
  return new PageByPage(edition, channel, diagnostics);
}

/** Events that cross to the writer at once: messages are few, and the writer never waits long. */
const batchSize = 24;

class PageByPage implements PdfWriter {
  private readonly encoder = new WordEncoder();
  private readonly states = new GraphicsStates();
  private readonly inks = new SpotInks();
  private readonly images = new Map<ImageAsset, string>();
  /** By what they are: pages that repeat a background share its pattern. */
  private readonly patterns = new Map<string, string>();
  private readonly recorder: ContentRecorder | undefined;
  private readonly painter: PagePainter;
  /** Content taken whose page has not come. */
  private readonly taken = new Map<number, PaintedContent>();
  private count = 0;
  private readonly labels: string[] = [];
  /** Index of the first page that shows something of an element. */
  private readonly firstPages = new Map<StructureId, number>();
  private readonly misfits: { page: string; width: number; height: number }[] = [];
  private readonly targets = new Set<string>();
  private batch: WriterEvent[] = [];

  constructor(
    private readonly edition: PdfEdition,
    /** undefined when the profiles are broken; then there will be no file. */
    private readonly channel: WriterChannel | undefined,
    private readonly diagnostics: readonly Diagnostic[],
  ) {
    this.recorder = standards[edition].tagged ? new ContentRecorder() : undefined;
    const { encoder, states, inks, recorder } = this;
    this.painter = new PagePainter({
      edition,
      encoder,
      states,
      inks,
      imageName: (asset) => this.imageName(asset),
      patternName: (pattern) => this.patternName(pattern),
      recorder,
    });
  }

  take(items: readonly PageItem[], frame: PageFrame, structure: readonly StructureElement[]): number {
    const number = this.count++;
    const content = this.painter.take(items, frame, structure);
    this.taken.set(number, content);
    this.add({ type: 'content', number, content });
    return number;
  }

  async finish(
    document: PagedDocument,
    { metadata, title, identifier, modified }: PdfDescription,
  ): Promise<Staged<Uint8Array | undefined>> {
    for (const page of document.pages) this.page(page, document.structure);
    const { authors, description, subjects, publisher, rights, date } = metadata;
    const said = { authors, description, subjects, publisher, rights, date };
    const about = { metadata: defined(said), title, identifier, modified, language: document.language };
    const diagnostics = [...this.check(document.structure, about), ...this.paintingDiagnostics(document)];
    if (!this.channel || diagnostics.some(({ severity }) => severity === 'error')) {
      this.close();
      return { value: undefined, diagnostics };
    }
    this.send();
    const { outline, destinations } = document;
    const [fonts, states] = [fontData(this.encoder.slices), this.states.list()];
    const structure = packStructure(this.recorder ? document.structure : []);
    const inks = this.inks.list();
    const end = { about, structure, outline, destinations, fonts, states, inks };
    const written = await this.channel.finish(end);
    return { value: written.bytes, diagnostics: [...diagnostics, ...written.diagnostics] };
  }

  close(): void {
    this.batch = [];
    this.channel?.close();
  }

  private page(page: Page, structure: readonly StructureElement[]): void {
    const painted = this.painter.paint(page, structure);
    const { taken } = page;
    const content = taken && this.taken.get(taken.content);
    this.survey(painted, content ? [content, painted] : [painted]);
    this.add({ type: 'page', page: painted });
  }

  private add(event: WriterEvent): void {
    this.batch.push(event);
    if (this.batch.length >= batchSize) this.send();
  }

  private send(): void {
    const events = this.batch;
    this.batch = [];
    this.channel?.send(events);
  }

  /** The writer gets a picture before the first page that shows it. */
  private imageName(asset: ImageAsset): string {
    let name = this.images.get(asset);
    if (name === undefined) {
      name = `I${this.images.size}`;
      this.images.set(asset, name);
      const icc = asset.icc && { icc: ownBytes(asset.icc) };
      this.batch.push({ type: 'image', name, asset: { ...asset, ...icc, bytes: ownBytes(asset.bytes) } });
    }
    return name;
  }

  private patternName(pattern: PaintedPattern): string {
    const key = JSON.stringify(pattern);
    let name = this.patterns.get(key);
    if (name === undefined) {
      name = `P${this.patterns.size}`;
      this.patterns.set(key, name);
      this.batch.push({ type: 'pattern', name, pattern });
    }
    return name;
  }

  /** Notes what is judged when all pages are there. */
  private survey({ media, label }: PaintedPage, contents: readonly PaintedContent[]): void {
    const [, , width, height] = media.media;
    if (!fitsMedia(media)) this.misfits.push({ page: label, width, height });
    const index = this.labels.push(label) - 1;
    const shown = (element: StructureId): void => {
      if (!this.firstPages.has(element)) this.firstPages.set(element, index);
    };
    for (const { links, marks, forms } of contents) {
      for (const { target, element } of links) {
        shown(element);
        if (target.type === 'destination') this.targets.add(target.id);
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
      misfits: this.misfits,
    };
    const checked = { labels: this.labels, structure, survey, about };
    return [...checkConformance(this.edition, checked), ...this.diagnostics];
  }

  /** Links that lead nowhere, characters without a glyph. */
  private paintingDiagnostics({ destinations }: Pick<PagedDocument, 'destinations'>): Diagnostic[] {
    const { edition, targets, encoder } = this;
    const dead = [...targets].filter((id) => !destinations.has(id));
    return [
      ...dead.map((id) => diagnostic('PDF-LINK', { id }, { edition })),
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
