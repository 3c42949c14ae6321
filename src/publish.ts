/**
 * THE pipeline: one source in, the bytes of three editions out. It reads like the picture in
 * `src/README.md`: read, assemble, then for each edition dress, style, lay out, paint. Every stage
 * returns its value with its diagnostics; an error withholds the edition that it concerns, and the
 * others still come out. Nothing is written here: that is for whoever asked.
 */
import { recordXml } from './archive/record-xml.js';
import { DiagnosticLog, type Staged } from './diagnostic.js';
import { archiveRecord } from './document/archive-record.js';
import type { Attachment } from './document/attachment.js';
import type { PagedDocument } from './document/page.js';
import type { Edition } from './document/publication.js';
import type { Artifact, PublishOptions, Result } from './document/result.js';
import type { Host } from './host.js';
import { makeBooklet } from './publish-booklet.js';
import { finishArtifacts } from './publish-finish.js';
import { keepPages, wantsFixed, type FixedSource } from './publish-keep.js';
import { setPages } from './publish-pages.js';
import { readPublication } from './publish-source.js';
import { editionTarget } from './publish-target.js';
import { sourceFiles } from './read/source-files.js';
import { dress } from './template/dress.js';
import { loadTemplate } from './template/load-template.js';
import type { Template } from './template/template.js';

/** The template of each edition unless one is named; the ebook goes with the printed one. */
const defaultTemplates = {
  article: { print: 'bulletin', archive: 'article', ebook: 'bulletin' },
  issue: { print: 'bulletin', archive: 'bulletin', ebook: 'bulletin' },
  book: { print: 'article', archive: 'article', ebook: 'article' },
} as const;

/** Makes the editions of one article, issue or book. Never throws for what a user may get wrong. */
export async function publish(input: string, options: PublishOptions, host: Host): Promise<Result> {
  const log = new DiagnosticLog(options.strict ?? false);
  const artifacts: Artifact[] = [];

  // The source becomes articles, the articles a publication.
  const source = log.take(await readPublication(input, host, options));
  if (source === undefined) return { artifacts, diagnostics: log.all };
  const { manuscript, publication } = source;
  const templates = { ...defaultTemplates[manuscript.kind], ...manuscript.templates };
  const { slug, metadata, identifier, modified } = publication;
  const title = metadata.title ?? slug;

  // The ebook is begun first, so that its cover and pictures are drawn by other threads while pages are set, and
  // written last: its page list tells where the printed pages begin.
  const order = (['print', 'archive', 'ebook'] as const).filter((e) => options.editions?.includes(e) ?? true);
  const templateOf = (edition: Edition): Staged<Template | undefined> =>
    loadTemplate(options.template ?? templates[edition], host);
  const maker = order.includes('ebook') ? await import('./publish-ebook.js') : undefined;
  const begun = await maker?.beginEbook(source, templateOf('ebook'), options, host);
  let printed: PagedDocument | undefined;
  let fixed: FixedSource | undefined;
  for (const edition of order) {
    options.progress?.(edition);
    if (edition === 'ebook') {
      const ebook = begun && log.take(begun, edition);
      if (!maker || !ebook) continue;
      const pages = log.stops('print') ? { printed: undefined, fixed: undefined } : { printed, fixed };
      artifacts.push(...log.take(await maker.finishEbook(source, ebook, pages, options, host), edition));
    } else {
      const template = log.take(templateOf(edition), edition);
      if (template === undefined) continue;
      // The writer of an edition is loaded when that edition is made: no other needs its packages.
      const { openPdfWriter } = await import('./pdf/open-pdf-writer.js');
      const made = log.take(editionTarget(edition, options, source, host), edition);
      if (made === undefined) continue;
      const dressed = log.take(await dress(publication, template, edition), edition);
      // The file is painted while its pages are set.
      const writer = openPdfWriter(made.target, host);
      const stylesheets = [...dressed.stylesheets, ...made.stylesheets];
      const keeper = edition === 'print' && wantsFixed(source, options) ? keepPages(writer) : undefined;
      const paged = log.take(await setPages({ ...dressed, stylesheets }, host, keeper ?? writer), edition);
      const record = edition === 'archive' ? archiveRecord(metadata, paged.pages.length) : [];
      const sources = (): readonly Attachment[] => [
        ...sourceFiles(source, host, options.allow),
        { name: `${slug}.archive.xml`, bytes: recordXml(record), relationship: 'Data' },
      ];
      const attachments = writer.carriesSources ? sources() : [];
      const about = { metadata, title, identifier, modified, record, attachments };
      const bytes = log.take(await writer.finish(paged, about), edition);
      if (bytes)
        artifacts.push({ edition, name: `${slug}.${edition}.pdf`, bytes, pages: paged.pages.length });
      if (edition !== 'print') continue;
      printed = paged;
      fixed = keeper && { dressed, paged: keeper.whole(paged) };
      const printer = made.target.edition === 'print' ? made.target.printer.name : '';
      // The same pages once more, on sheets to fold, where they are wanted.
      const booklet = bytes && (await makeBooklet(paged, writer, { ...source, options, printer }, host));
      if (booklet) artifacts.push(...log.take(booklet, 'booklet'));
    }
  }
  const made = await finishArtifacts(artifacts, publication, options, log);
  return { artifacts: made, diagnostics: log.all };
}
