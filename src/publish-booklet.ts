/**
 * The part of the pipeline that makes sheets of the printed pages, where they are wanted: impose, set the
 * information beside them, then write what was painted once more, as `<slug>.booklet.pdf`.
 */
import { diagnostic, type Staged } from './diagnostic.js';
import type { PagedDocument } from './document/page.js';
import type { Artifact, PublishOptions } from './document/result.js';
import { defaultCreep, type Booklet, type SheetSide } from './document/sheet.js';
import { element, noProperties, text, type RootNode } from './document/tree.js';
import type { Host } from './host.js';
import { imposeBooklet } from './layout/impose-booklet.js';
import type { PdfWriter } from './pdf/open-pdf-writer.js';
import { sheetInformation, sideWords, type Information } from './printer/page-information.js';
import { setPages } from './publish-pages.js';
import type { ReadPublication } from './publish-source.js';
import { aboutFile } from './publish-target.js';

/** What a booklet is made of. */
export interface BookletSource extends ReadPublication {
  readonly options: PublishOptions;
  /** The name of the printer. */
  readonly printer: string;
}

/** The booklet of a print edition that was written by `writer`; none where none is wanted, or on errors. */
export async function makeBooklet(
  printed: PagedDocument,
  writer: PdfWriter,
  source: BookletSource,
  host: Host,
): Promise<Staged<readonly Artifact[]>> {
  const { manuscript, publication } = source;
  const { impose, creep = defaultCreep } = { ...manuscript.imposing, ...given(source.options) };
  const at = { span: { file: manuscript.path } };
  if (impose !== 'booklet') {
    const unused = source.options.creep === undefined ? [] : [diagnostic('IMPOSE-CREEP', {}, at)];
    return { value: [], diagnostics: unused };
  }
  const imposed = imposeBooklet(printed.pages, creep);
  // It is the publication as a whole that has too many pages, or too few.
  const said = imposed.diagnostics.map((one) => ({ ...at, ...one }));
  if (!imposed.value) return { value: [], diagnostics: said };
  const booklet = await withInformation(imposed.value, source, host);
  const { value: bytes, diagnostics } = await writer.impose(booklet);
  const name = `${publication.slug}.booklet.pdf`;
  const pages = booklet.sides.length;
  return {
    value: bytes ? [{ edition: 'booklet', name, bytes, pages }] : [],
    diagnostics: [...said, ...diagnostics],
  };
}

/** The sides with page information, where the pages have it. */
async function withInformation(booklet: Booklet, source: BookletSource, host: Host): Promise<Booklet> {
  const [first] = booklet.sides;
  if (first?.marks.info !== true) return booklet;
  const { publication, printer } = source;
  const { language } = publication.metadata;
  const information: Information = { about: aboutFile(publication, 'booklet'), printer, language };
  const stylesheets = [{ path: 'booklet.css', css: sheetInformation(first, information) }];
  const tree = sidesTree(booklet.sides, language);
  const { value } = await setPages({ publication, tree, stylesheets, assets: new Map() }, host);
  const sides = booklet.sides.map((side, i) => ({ ...side, slug: value.pages[i]?.slug ?? [] }));
  return { sides };
}

/** A paragraph for each side. */
function sidesTree(sides: readonly SheetSide[], language: string): RootNode {
  const paragraphs = sides.map((side) =>
    element('p', noProperties, [text(sideWords(side, sides.length / 2, language))]),
  );
  const html = element('html', { lang: language }, [element('body', noProperties, paragraphs)]);
  return { type: 'root', children: [html], origin: 'template' };
}

/** What the options say; the rest is as the manifest has it. */
function given({ impose, creep }: PublishOptions): Pick<PublishOptions, 'impose' | 'creep'> {
  return { ...(impose !== undefined && { impose }), ...(creep !== undefined && { creep }) };
}
