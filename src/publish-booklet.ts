/**
 * The part of the pipeline that makes sheets of the printed pages, where they are wanted: impose, then write
 * what was painted once more, as `<slug>.booklet.pdf`.
 */
import type { Staged } from './diagnostic.js';
import type { PagedDocument } from './document/page.js';
import type { Manuscript } from './document/publication.js';
import type { Artifact, PublishOptions } from './document/result.js';
import { defaultCreep } from './document/sheet.js';
import { imposeBooklet } from './layout/impose-booklet.js';
import type { PdfWriter } from './pdf/open-pdf-writer.js';

/** The booklet of a print edition that was written by `writer`; none where none is wanted, or on errors. */
export async function makeBooklet(
  printed: PagedDocument,
  writer: PdfWriter,
  wishes: { readonly manuscript: Manuscript; readonly options: PublishOptions },
  slug: string,
): Promise<Staged<readonly Artifact[]>> {
  const { impose, creep = defaultCreep } = { ...wishes.manuscript.imposing, ...given(wishes.options) };
  if (impose !== 'booklet') return { value: [], diagnostics: [] };
  const booklet = imposeBooklet(printed.pages, creep);
  if (!booklet.value) return { value: [], diagnostics: booklet.diagnostics };
  const { value: bytes, diagnostics } = await writer.impose(booklet.value);
  const name = `${slug}.booklet.pdf`;
  const pages = booklet.value.sides.length;
  return {
    value: bytes ? [{ edition: 'booklet', name, bytes, pages }] : [],
    diagnostics: [...booklet.diagnostics, ...diagnostics],
  };
}

/** What the options say; the rest is as the manifest has it. */
function given({ impose, creep }: PublishOptions): Pick<PublishOptions, 'impose' | 'creep'> {
  return { ...(impose !== undefined && { impose }), ...(creep !== undefined && { creep }) };
}
