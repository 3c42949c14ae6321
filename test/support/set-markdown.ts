/** A Markdown text all the way to finished pages, in a template of the package. */
import sharp from 'sharp';
import { manuscriptOf } from './manuscript-of.js';
import { assemble } from '../../src/assemble/assemble.js';
import type { Diagnostic } from '../../src/diagnostic.js';
import type { PagedDocument } from '../../src/document/page.js';
import type { Publication } from '../../src/document/publication.js';
import type { Host } from '../../src/host.js';
import { setPages } from '../../src/publish-pages.js';
import { readSource } from '../../src/read/read.js';
import { dress } from '../../src/template/dress.js';
import { loadTemplate } from '../../src/template/load-template.js';
import { memoryHost } from './memory-host.js';

export interface SetText {
  readonly paged: PagedDocument;
  readonly publication: Publication;
  readonly host: Host;
  readonly diagnostics: readonly Diagnostic[];
}

/** A plain JPEG of this size, pixels. */
export async function jpeg(width: number, height: number): Promise<Uint8Array> {
  const image = sharp({ create: { width, height, channels: 3, background: '#9ab' } });
  return new Uint8Array(await image.jpeg().toBuffer());
}

export async function setMarkdown(
  markdown: string,
  templateName: string,
  pictures: Readonly<Record<string, Uint8Array>> = {},
  edition: 'print' | 'archive' = 'archive',
): Promise<SetText> {
  const host = memoryHost({ 'bai.md': markdown, ...pictures });
  const read = await readSource('bai.md', host);
  if (!read.value) throw new Error(JSON.stringify(read.diagnostics));
  const { value: publication, diagnostics } = assemble(manuscriptOf(read.value), {
    name: 'bai',
    date: '2020-01-13',
  });
  const template = loadTemplate(templateName, host).value;
  if (!template) throw new Error(`no template ${templateName}`);
  const dressed = await dress(publication, template, edition);
  const paged = await setPages(dressed.value, host);
  const said = [read.diagnostics, diagnostics, dressed.diagnostics, paged.diagnostics].flat();
  return { paged: paged.value, publication, host, diagnostics: said };
}
